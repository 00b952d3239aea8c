"""A vault that is carried elsewhere finds the documents that came along."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import tell_nobody
from app.core.folders.relocation import Moved, follow_vault
from app.core.storage.database import Database
from app.core.types import Presence, State
from app.system.paths import find_paths
from app.wiring import OpenVault, open_vault
from tests.pdfs import write_pdf

TEXT = "The monthly rent of the station is 900 euros."


def open_on(stick: Path, home: Path) -> OpenVault:
    return open_vault(find_paths(home, stick / "strongroom" / "vault"), fakes=True)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with a vault and the folder and the file that it was made of; one more elsewhere."""
    stick = tmp_path / "stick"
    (stick / "contracts" / "2024").mkdir(parents=True)
    write_pdf(stick / "contracts" / "2024" / "lease.pdf", TEXT)
    write_pdf(stick / "letter.pdf", "A letter about the garden.")
    elsewhere = tmp_path / "computer"
    elsewhere.mkdir()
    write_pdf(elsewhere / "notes.pdf", "Notes about the roof.")
    sources = [stick / "contracts", stick / "letter.pdf", elsewhere]
    with open_on(stick, tmp_path / "home") as vault:
        vault.services.index(sources, False, tell_nobody, Control())
    return stick


def test_documents_beside_a_vault_are_found_again_and_nothing_is_read_again(
    stick: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "media" / "other place"
    moved.parent.mkdir()
    stick.rename(moved)
    with open_on(moved, tmp_path / "other home") as vault:
        documents = {document.name: document for document in vault.services.catalog.documents()}
        assert {name: document.path for name, document in documents.items()} == {
            "lease.pdf": str(moved / "contracts" / "2024" / "lease.pdf"),
            "letter.pdf": str(moved / "letter.pdf"),
            "notes.pdf": str(tmp_path / "computer" / "notes.pdf"),
        }
        assert {document.state for document in documents.values()} == {State.READY}
        assert vault.services.draw(documents["lease.pdf"].id, 1, 0.5).pixels
        before = vault.services.catalog.count_chunks()
        made = vault.services.index([moved / "contracts"], False, tell_nobody, Control())
        assert (made.documents, made.changes) == (1, 0)
        assert vault.services.catalog.count_chunks() == before
        found = vault.services.search("monthly rent", 1, None, tell_nobody).hits
        assert found[0].path == documents["lease.pdf"].path


def test_the_index_of_another_machine_is_made_anew(stick: Path, tmp_path: Path) -> None:
    with open_on(stick, tmp_path / "home") as vault:
        vault.services.rebuild(tell_nobody, Control())
    before = {path.name for path in (stick / "strongroom" / "vault" / "vectors").iterdir()}
    assert before
    with open_on(stick, tmp_path / "other home") as vault:
        index = vault.services.load_embedder(tell_nobody)[1]
        assert not index.uses_store
        assert vault.services.search("monthly rent", 1, None, tell_nobody).hits
        index.settle(Control())
        assert index.uses_store
    after = {path.name for path in (stick / "strongroom" / "vault" / "vectors").iterdir()}
    assert after
    assert not after & before


def test_a_copy_leaves_documents_alone_that_are_where_they_were(
    stick: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "copy"
    shutil.copytree(stick, copied)
    with open_on(copied, tmp_path / "other home") as vault:
        assert str(stick / "contracts") in vault.services.catalog.sources()
    shutil.rmtree(stick)
    with open_on(copied, tmp_path / "other home") as vault:
        assert str(copied / "contracts") in vault.services.catalog.sources()


def test_paths_that_were_written_on_windows_are_found_again(
    database: Database, tmp_path: Path
) -> None:
    (tmp_path / "Contracts" / "2024").mkdir(parents=True)
    (tmp_path / "vault").mkdir()
    database.run("INSERT INTO choices VALUES ('place', 'E:\\strongroom\\vault')")
    database.run("INSERT INTO sources (path) VALUES ('E:\\strongroom\\Contracts')")
    database.run(
        """INSERT INTO documents (source_id, path, name, size, modified, state)
           VALUES (1, 'E:\\strongroom\\Contracts\\2024\\a.pdf', 'a.pdf', 1, 1, 'ready')"""
    )
    assert follow_vault(database, tmp_path / "vault") == 1
    assert database.row("SELECT path FROM documents") == (
        str(tmp_path / "Contracts" / "2024" / "a.pdf"),
    )


def test_a_folder_is_looked_for_where_the_user_says(stick: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    (stick / "contracts").rename(archive)
    with open_on(stick, tmp_path / "home") as vault:
        services = vault.services
        assert services.move_source(str(stick / "contracts"), archive) == Moved(1, 1)
        made = services.index([archive], False, tell_nobody, Control())
        assert (made.documents, made.changes) == (1, 0)
        for old, new in (
            (str(stick / "contracts"), archive),
            (str(archive), tmp_path / "nowhere"),
            (str(archive), stick / "letter.pdf"),
        ):
            with pytest.raises(UsageError):
                services.move_source(old, new)


def test_what_is_not_where_a_folder_is_now_is_kept_until_the_user_is_asked(
    stick: Path, tmp_path: Path
) -> None:
    old, archive = stick / "contracts", tmp_path / "archive"
    write_pdf(old / "lost.pdf", "The roof leaks.")
    with open_on(stick, tmp_path / "home") as vault:
        services = vault.services
        services.index([old], False, tell_nobody, Control())
        old.rename(archive)
        (archive / "lost.pdf").unlink()
        assert services.move_source(str(old), archive) == Moved(2, 1)
        services.index([archive], False, tell_nobody, Control())
        found = {document.name: document.presence for document in services.catalog.documents()}
        assert (found["lease.pdf"], found["lost.pdf"]) == (Presence.HERE, Presence.MISSING)


def test_a_folder_without_any_of_the_documents_is_refused_and_nothing_changes(
    stick: Path, tmp_path: Path
) -> None:
    (stick / "contracts").rename(tmp_path / "archive")
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    with open_on(stick, tmp_path / "home") as vault:
        before = vault.services.catalog.documents()
        with pytest.raises(UsageError, match="None of its documents"):
            vault.services.move_source(str(stick / "contracts"), wrong)
        assert vault.services.catalog.documents() == before
