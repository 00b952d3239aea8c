"""A damaged catalogue: what is intact is kept, what is not is told, and a copy stays untouched."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import DamagedCatalogue, KnownError
from app.core.events import tell_nobody
from app.core.services import Services
from app.core.storage.database import Database
from app.core.types import Answer, Coverage, State
from app.system.paths import Paths, find_paths
from tests.core.library import index, make_services
from tests.pdfs import write_pdf

DOCUMENTS = 12
WORDS = ("heron", "otter", "badger", "falcon", "marten", "lynx")
Damage = Callable[[Path], None]


def pages_of(number: int) -> list[str]:
    animal = WORDS[number % len(WORDS)]
    return [
        f"The {animal} of document {number} lives on page {page}. " + "It rests by day. " * 60
        for page in range(1, 7)
    ]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with documents and a conversation, large enough for pages of all kinds."""
    folder = tmp_path_factory.mktemp("damaged")
    paths = find_paths(folder / "home")
    papers = [write_pdf(folder / f"{number}.pdf", *pages_of(number)) for number in range(DOCUMENTS)]
    services = make_services(paths)
    index(services, *papers)
    services.tidy(tell_nobody, Control())
    services.chats.add_turn(None, Answer("Where?", "Here.", False, (), (), Coverage(1, 1)))
    services.close()
    assert not paths.catalog.with_name(paths.catalog.name + "-wal").exists()
    return folder


@pytest.fixture
def vault(template: Path, paths: Paths) -> Paths:
    """A copy of it; the documents are those of the template."""
    shutil.copytree(template / "home", paths.home)
    return paths


def overwrite(table: str, every: int = 1) -> Damage:
    """Random bytes over every n-th page of the file that belongs to `table`."""

    def damage(path: Path) -> None:
        pages = pages_of_table(path, table)
        with open(path, "r+b") as file:
            for number in pages[::every]:
                file.seek((number - 1) * 4096)
                file.write(os.urandom(4096))

    return damage


def pages_of_table(path: Path, table: str) -> list[int]:
    """Numbers of the pages that a b-tree is made of, root first: found by walking it."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = ?", [table]
    ).fetchone()
    assert connection.execute("PRAGMA page_size").fetchone() == (4096,)
    connection.close()
    held = path.read_bytes()
    found, waiting = [], [root]
    while waiting:
        number = waiting.pop(0)
        found.append(number)
        page = held[(number - 1) * 4096 : number * 4096]
        if page[0] in (2, 5):
            cells = int.from_bytes(page[3:5], "big")
            starts = [int.from_bytes(page[12 + 2 * i : 14 + 2 * i], "big") for i in range(cells)]
            waiting += [int.from_bytes(page[start : start + 4], "big") for start in starts]
            waiting.append(int.from_bytes(page[8:12], "big"))
    return found


def leaf(table: str) -> Damage:
    """Random bytes over the last page of a table that has several."""

    def damage(path: Path) -> None:
        number = pages_of_table(path, table)[-1]
        with open(path, "r+b") as file:
            file.seek((number - 1) * 4096)
            file.write(os.urandom(4096))

    return damage


def cut(share: float) -> Damage:
    return lambda path: os.truncate(path, int(path.stat().st_size * share) // 4096 * 4096)


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def header(path: Path) -> None:
    with open(path, "r+b") as file:
        file.write(os.urandom(4096))


def swapped_text(path: Path) -> None:
    """Bytes of a text changed in place: SQLite itself notices nothing."""
    held = path.read_bytes()
    assert b"The otter of document 1 lives on page 2" in held
    path.write_bytes(held.replace(b"The otter of document 1 lives on page 2", b"X" * 39, 1))


def checked(paths: Paths) -> tuple[Services, list[str]]:
    """The vault opened and checked, and all that was said."""
    services = make_services(paths)
    said = [services.notice] if services.notice else []
    said += [problem.what for problem in services.check(Control())]
    return services, said


def assert_in_order(services: Services) -> None:
    """After the documents that need it were read again nothing is amiss, and all is found."""
    services.go_on(tell_nobody, Control())
    services.tidy(tell_nobody, Control())
    assert [p.what for p in services.check(Control()) if "is kept here" not in p.what] == []
    documents = services.catalog.documents()
    assert {document.state for document in documents} == {State.READY}
    for number in range(DOCUMENTS):
        found = services.search(f"{WORDS[number % 6]} document {number}", 50, None, tell_nobody)
        assert f"{number}.pdf" in {hit.document_name for hit in found.hits}


REPAIRED: dict[str, tuple[Damage, str]] = {
    "a page of the pages": (leaf("pages"), "read again"),
    "a page of the chunks": (leaf("chunks"), "read again"),
    "a page of the vectors": (leaf("vectors"), "Saved into a new one"),
    "all of the vectors": (overwrite("vectors"), "Saved into a new one"),
    "the index of chunks": (
        overwrite("chunks_of_document"),
        "Nothing that was looked for",
    ),
    "the texts of the words": (leaf("words_content"), "Saved into a new one"),
    "the index of the words": (overwrite("words_data"), ""),
    "the sources": (overwrite("sources"), "folders"),
    "a text changed in place": (swapped_text, "read again"),
}


@pytest.mark.parametrize("fault", REPAIRED)
def test_what_files_or_the_rest_still_tell_is_repaired(vault: Paths, fault: str) -> None:
    damage, told = REPAIRED[fault]
    damage(vault.catalog)
    before = vault.catalog.read_bytes()
    services, said = checked(vault)
    assert told in " ".join(said)
    assert len(services.catalog.documents()) == DOCUMENTS
    assert len(services.chats.all()) == 1
    kept = list(vault.vault.glob("*.damaged-*.sqlite3"))
    assert all(path.read_bytes() == before for path in kept)
    assert bool(kept) == ("Saved into a new one" in " ".join(said))
    assert_in_order(services)
    services.close()


LOST: dict[str, tuple[Damage, str]] = {
    "zeroed": (zeroed, "no document could be saved"),
    "cut to nothing": (cut(0), "no document could be saved"),
    "its first page": (header, "no document could be saved"),
    "cut in half": (cut(0.5), "could not be read"),
    "cut to a tenth": (cut(0.1), ""),
    "a page of the conversations": (overwrite("turns"), "questions and answers"),
    "the documents": (overwrite("documents"), "no document could be saved"),
}


@pytest.mark.parametrize("fault", LOST)
def test_what_is_lost_is_told_and_a_copy_stays_as_it_was(
    template: Path, vault: Paths, fault: str
) -> None:
    damage, told = LOST[fault]
    damage(vault.catalog)
    before = vault.catalog.read_bytes()
    services, said = checked(vault)
    (kept,) = vault.vault.glob("*.damaged-*.sqlite3")
    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o077 == 0
    assert told in " ".join(said)
    assert kept.name in " ".join(said)
    index(services, *sorted(template.glob("*.pdf")))
    assert_in_order(services)
    services.close()


def test_a_catalogue_that_is_gone_is_told(vault: Paths) -> None:
    vault.catalog.unlink()
    services = make_services(vault)
    assert "was gone" in services.notice
    services.close()


def test_a_log_that_was_cut_leaves_what_was_committed_before(vault: Paths, tmp_path: Path) -> None:
    services = make_services(vault)
    index(services, write_pdf(tmp_path / "new.pdf", "The vole digs."))
    log = vault.catalog.with_name(vault.catalog.name + "-wal")
    held, file = log.read_bytes(), vault.catalog.read_bytes()
    services.close()
    vault.catalog.write_bytes(file)
    log.write_bytes(held[: len(held) // 2])
    services, _ = checked(vault)
    assert len(services.catalog.documents()) in (DOCUMENTS, DOCUMENTS + 1)
    index(services, tmp_path / "new.pdf")
    assert_in_order(services)
    services.close()


def test_a_log_that_was_cut_costs_no_answer(vault: Paths) -> None:
    services = make_services(vault)
    answer = services.ask("What does the heron eat?", (), None, tell_nobody, Control())
    services.keep_answer(None, answer, "1", "")
    log = vault.catalog.with_name(vault.catalog.name + "-wal")
    file = vault.catalog.read_bytes()
    services.close()
    vault.catalog.write_bytes(file)
    log.unlink(missing_ok=True)
    services = make_services(vault)
    assert "What does the heron eat?" in [chat.title for chat in services.chats.all()]
    services.close()


def test_damage_found_while_working_ends_in_a_sentence_that_says_what_to_do(vault: Paths) -> None:
    overwrite("chunks")(vault.catalog)
    services = make_services(vault)
    with pytest.raises(KnownError, match="strongroom check"):
        services.search("heron", 5, None, tell_nobody)
    services.close()


def test_a_document_that_is_damaged_and_whose_file_is_gone_is_kept_and_told(
    template: Path, vault: Paths
) -> None:
    swapped_text(vault.catalog)
    away = (template / "1.pdf").rename(template / "away")
    services, said = checked(vault)
    away.rename(template / "1.pdf")
    assert "its file is no longer there" in " ".join(said)
    (document,) = (d for d in services.catalog.documents() if d.name == "1.pdf")
    assert (document.state, document.pages) == (State.READY, 6)
    services.close()


def test_a_first_start_that_was_killed_leaves_no_empty_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    (tmp_path / "catalog.new.sqlite3").write_bytes(b"")
    Database(path).close()
    assert [file.name for file in tmp_path.iterdir()] == ["catalog.sqlite3"]
    os.truncate(path, 0)
    with pytest.raises(DamagedCatalogue):
        Database(path)
