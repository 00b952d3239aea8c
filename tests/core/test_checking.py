"""`check` finds what is wrong, and mends what it can."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import Cancelled
from app.core.events import Event, tell_nobody
from app.core.services import Services
from app.core.storage.catalog import Catalog
from app.core.storage.checking import check_vault
from app.core.storage.database import Database
from app.core.types import Answer, Coverage, Problem, State
from app.system.paths import Paths
from tests.core.library import STAMP, index, store
from tests.pdfs import write_pdf


@pytest.fixture
def file(services: Services, tmp_path: Path) -> Path:
    """A document that was indexed."""
    path = write_pdf(tmp_path / "a.pdf", "The heron fishes.")
    index(services, path)
    return path


def problems(services: Services) -> list[tuple[str, str, bool]]:
    return [(p.what, p.where, p.mended) for p in services.check(Control())]


def test_a_library_in_order_has_no_problems(services: Services, file: Path) -> None:
    assert file.exists()
    assert problems(services) == []


def test_a_file_that_is_gone_is_told(services: Services, file: Path) -> None:
    file.unlink()
    assert problems(services) == [("The file is no longer there.", str(file), False)]


def test_a_file_that_changed_is_told(services: Services, file: Path) -> None:
    write_pdf(file, "The otter dives.")
    assert problems(services) == [("The file changed since it was read.", str(file), False)]


def test_a_document_without_vectors_is_told(services: Services, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", "The heron fishes.")
    index(services, path, keyword_only=True)
    assert problems(services) == [("The document is searchable by keyword only.", str(path), False)]


def test_a_document_that_was_not_read_yet_is_told(database: Database, catalog: Catalog) -> None:
    catalog.add_waiting(catalog.add_source("/s"), "/s/a.pdf", "a.pdf", STAMP)
    assert check_vault(database, catalog, Control()) == [
        Problem("The document was not read yet.", "/s/a.pdf", False)
    ]


def test_words_that_are_missing_or_left_over_are_mended(
    database: Database, catalog: Catalog
) -> None:
    store(catalog, "a.pdf", "The heron fishes.")
    database.run("DELETE FROM words")
    database.run("INSERT INTO words (rowid, text, about) VALUES (99, 'leftover', '')")
    found = [p for p in check_vault(database, catalog, Control()) if p.where == "words"]
    assert [problem.mended for problem in found] == [True, True]
    assert len(catalog.search_words('"heron"', 5, None)) == 1
    assert catalog.search_words('"leftover"', 5, None) == []
    assert not [p for p in check_vault(database, catalog, Control()) if p.where == "words"]


def test_rows_that_refer_to_nothing_are_mended(database: Database, catalog: Catalog) -> None:
    store(catalog, "a.pdf", "The heron fishes.")
    database.run("PRAGMA foreign_keys = OFF")
    database.run("DELETE FROM sources")
    database.run("INSERT INTO chunks VALUES (77, 99, 1, 0, 3, '', 'The')")
    database.run("INSERT INTO vectors VALUES (5, 78, 'e', x'00')")
    told = {p.where: p.mended for p in check_vault(database, catalog, Control())}
    assert told == {"sources": True, "chunks": True, "vectors": True, "/documents/a.pdf": False}
    assert database.rows("PRAGMA foreign_key_check") == []
    assert catalog.sources() == ["/documents/a.pdf"]


def test_a_wrong_state_is_mended(services: Services, file: Path, paths: Paths) -> None:
    def states() -> list[State]:
        return [document.state for document in services.catalog.documents()]

    with sqlite3.connect(paths.catalog) as connection:
        connection.execute("UPDATE documents SET state = 'searchable'")
    connection.close()
    assert [(where, mended) for _, where, mended in problems(services)] == [(str(file), True)]
    assert states() == [State.READY]
    with sqlite3.connect(paths.catalog) as connection:
        connection.execute("UPDATE vectors SET vector = x'00'")
    connection.close()
    assert [(where, mended) for _, where, mended in problems(services)] == [
        (str(file), True), ("vectors", True), (str(file), False),
    ]  # fmt: skip
    assert states() == [State.SEARCHABLE]
    services.go_on(tell_nobody, Control())
    services.tidy(tell_nobody, Control())
    assert problems(services) == []


def test_a_document_with_a_page_missing_is_set_to_be_read_again(
    services: Services, file: Path, paths: Paths
) -> None:
    with sqlite3.connect(paths.catalog) as connection:
        connection.execute("DELETE FROM pages")
    connection.close()
    ((what, where, mended),) = problems(services)
    assert ("read again" in what, where, mended) == (True, str(file), False)
    services.go_on(tell_nobody, Control())
    services.tidy(tell_nobody, Control())
    assert problems(services) == []


def test_a_conversation_that_cannot_be_read_is_told(services: Services, paths: Paths) -> None:
    number = services.chats.add_turn(None, Answer("Q?", "A", False, (), (), Coverage(0, 0)))
    with sqlite3.connect(paths.catalog) as connection:
        connection.execute("UPDATE turns SET answer = '{'")
    connection.close()
    ((_, where, mended),) = problems(services)
    assert (where, mended) == (f"conversation {number}", False)


def test_a_check_tells_how_far_it_is_and_can_be_stopped(services: Services, file: Path) -> None:
    told: list[Event] = []
    services.check(Control(), told.append)
    assert [(e.documents_done, e.documents_total, e.current) for e in told] == [  # type: ignore[union-attr]
        (0, 2, file.name), (1, 2, file.name),
    ]  # fmt: skip
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        services.check(control)


def test_a_file_that_can_no_longer_be_opened_is_told(services: Services, file: Path) -> None:
    file.unlink()
    file.mkdir()
    assert problems(services) == [("The file cannot be opened.", str(file), False)]
