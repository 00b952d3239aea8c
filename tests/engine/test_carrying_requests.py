"""A library goes from one engine to another as one file, and works there at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.events import FoldersChanged, WorkProgress
from app.core.types import IndexReport
from app.engine import messages as m
from app.wiring_carrying import make_key
from tests.deadlines import wait_until
from tests.engine.test_engine import LEASE, QUESTION, Conversation, open_engine
from tests.engine.test_upkeep import sizes
from tests.pdfs import write_pdf


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, m.LibraryCarried]]:
    """The file of a library with one document, signed; and what was told of it."""
    folder = tmp_path_factory.mktemp("exported")
    engine = open_engine(folder / "home")
    paper = write_pdf(folder / "lease.pdf", "Cover.", LEASE)
    assert isinstance(engine.ask(m.AddPaths((str(paper),))), IndexReport)
    make_key(folder / "key")
    file = folder / "a.strongroom"
    seen, made = engine.finish(
        engine.start(m.ExportLibrary(str(file), True, key_file=str(folder / "key")))
    )
    assert {type(event) for event in seen} == {WorkProgress}
    yield file, made
    engine.client.close()


@pytest.mark.slow
def test_folders_that_an_imported_library_names_are_watched_from_when_the_user_agrees(
    tmp_path: Path,
) -> None:
    folder, file = tmp_path / "papers", tmp_path / "a.strongroom"
    folder.mkdir()
    write_pdf(folder / "lease.pdf", "Cover.", LEASE)
    one, other = open_engine(tmp_path / "one"), open_engine(tmp_path / "other")
    assert isinstance(one.ask(m.AddPaths((str(folder),))), IndexReport)
    assert isinstance(one.ask(m.ExportLibrary(str(file))), m.LibraryCarried)
    one.client.close()
    watching = other.start(m.WatchFolders())
    assert isinstance(other.ask(m.ImportLibrary(str(file))), m.LibraryCarried)
    assert other.ask(m.GetLibrary()).is_strange
    write_pdf(folder / "new.pdf", "A new one.")
    assert other.ask(m.CatchUp()).changes == 0
    assert other.ask(m.TrustFolders()) == m.Done()
    assert isinstance(other.next_of(watching), FoldersChanged)
    assert isinstance(other.ask(m.CatchUp()), IndexReport)
    library = other.ask(m.GetLibrary())
    assert not library.is_strange
    assert {d.name for d in library.documents} == {"lease.pdf", "new.pdf"}
    other.client.close()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conversation]:
    """One with an empty library, into which the first test imports."""
    conversation = open_engine(tmp_path_factory.mktemp("empty") / "home")
    yield conversation
    conversation.client.close()


def test_an_imported_library_is_searched_at_once_and_its_store_is_made_in_the_background(
    engine: Conversation, exported: tuple[Path, m.LibraryCarried]
) -> None:
    file, made = exported
    assert (made.documents, made.pages, made.copies, made.missing) == (1, 2, 1, 0)
    assert engine.ask(m.GetLibrary()).documents == ()
    seen, taken = engine.finish(engine.start(m.ImportLibrary(str(file))))
    assert seen[-1] == WorkProgress("unpacking", 100, 100)
    assert taken == replace(made, path=str(file))
    found = engine.ask(m.Search(QUESTION)).hits[0]
    assert (found.document_name, found.page) == ("lease.pdf", 2)
    (document,) = engine.ask(m.GetLibrary()).documents
    assert Path(document.path).is_relative_to(engine.home / "vault" / "documents")
    assert engine.ask(m.DrawPage(document.id, 2)).pixels
    wait_until(lambda: sizes(engine.home) != [] and sum(sizes(engine.home)) >= 2)
    assert engine.ask(m.CheckVault()) == m.Checked(())


def test_a_library_is_never_imported_over_another(
    engine: Conversation, exported: tuple[Path, m.LibraryCarried]
) -> None:
    refused = engine.ask(m.ImportLibrary(str(exported[0])))
    assert (refused.known, refused.message) == (True, "There is a library in this vault already.")
    assert "forget everything in this one first" in refused.hint
    assert len(engine.ask(m.GetLibrary()).documents) == 1


def test_a_key_that_was_named_is_known_at_the_next_import(
    engine: Conversation, exported: tuple[Path, m.LibraryCarried]
) -> None:
    file, made = exported
    assert made.signer
    assert engine.ask(m.NameKey(made.signer.fingerprint, "Anna")) == m.Done()
    assert engine.ask(m.NameKey("ffff", "Nobody")).known
    assert isinstance(engine.ask(m.ForgetEverything()), m.Forgotten)
    taken = engine.ask(m.ImportLibrary(str(file)))
    assert (taken.signer.name, taken.documents) == ("Anna", 1)
    assert taken.signer.since > 0


def test_a_file_that_is_no_library_is_refused_in_a_sentence_and_nothing_is_there(
    tmp_path: Path, engine: Conversation
) -> None:
    assert isinstance(engine.ask(m.ForgetEverything()), m.Forgotten)
    wrong = tmp_path / "b.strongroom"
    wrong.write_bytes(b"no library")
    for path in (wrong, tmp_path / "none.strongroom"):
        refused = engine.ask(m.ImportLibrary(str(path)))
        assert refused.known
        assert refused.details == ""
    assert engine.ask(m.GetLibrary()).documents == ()
