"""`check` finds what is wrong, and mends what it can."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.catalog import Catalog
from app.core.checking import check_vault
from app.core.control import Control
from app.core.database import Database
from app.core.services import Services
from app.core.types import Problem
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


def test_a_row_that_refers_to_nothing_is_told(database: Database, catalog: Catalog) -> None:
    store(catalog, "a.pdf", "The heron fishes.")
    database.run("PRAGMA foreign_keys = OFF")
    database.run("DELETE FROM sources")
    told = [problem.what for problem in check_vault(database, catalog, Control())]
    assert "A row of the catalogue refers to nothing." in told


def test_a_file_that_can_no_longer_be_opened_is_told(services: Services, file: Path) -> None:
    file.unlink()
    file.mkdir()
    assert problems(services) == [("The file cannot be opened.", str(file), False)]
