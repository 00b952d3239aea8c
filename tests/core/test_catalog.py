"""The catalogue: documents enter, change and leave whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.backends.fakes import FakeStore
from app.core.errors import UsageError
from app.core.forgetting.cleaning import clean
from app.core.storage.catalog import Catalog, boxes_of
from app.core.storage.database import Database
from app.core.storage.vectors import Place, VectorIndex
from app.core.types import Chunk, FileStamp, Page, State
from tests.core.library import STAMP, page_of, store


def found(catalog: Catalog, word: str) -> list[int]:
    return [number for number, _ in catalog.search_words(f'"{word}"', 10, None)]


def test_a_stored_document_is_searchable_and_its_pages_come_back_as_they_were(
    catalog: Catalog,
) -> None:
    number = store(catalog, "a.pdf", "The heron\nfishes.", "The otter dives.")
    document = catalog.document(number)
    assert (document.state, document.pages, document.pages_read) == (State.SEARCHABLE, 2, 2)
    assert catalog.page(number, 2) == page_of("The otter dives.", 2)
    (chunk,) = catalog.chunks(found(catalog, "otter")).values()
    assert (chunk.document, chunk.document_name, chunk.page) == (number, "a.pdf", 2)


def test_accents_and_case_do_not_matter_to_words(catalog: Catalog) -> None:
    store(catalog, "a.pdf", "La durée du délai.")
    assert found(catalog, "duree")
    assert found(catalog, "DÉLAI")


def test_the_document_name_is_found_by_word_too(catalog: Catalog) -> None:
    store(catalog, "Zilverbeek_2025.pdf", "The otter dives.")
    assert found(catalog, "zilverbeek")


def test_a_reading_that_cannot_be_stored_leaves_the_old_one(catalog: Catalog) -> None:
    number = store(catalog, "a.pdf", "The heron fishes.", sha256="old")
    before = (catalog.document(number), catalog.known_files(), found(catalog, "heron"))

    def breaking() -> Iterator[Chunk]:
        yield Chunk(1, 0, 5, "otter")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        catalog.store_reading(number, FileStamp(9, 9), "new", [page_of("otter")], breaking())
    assert (catalog.document(number), catalog.known_files(), found(catalog, "heron")) == before
    assert found(catalog, "otter") == []
    assert catalog.page(number, 1).text == "The heron fishes."


def test_a_new_reading_takes_the_place_of_the_old_one(catalog: Catalog) -> None:
    number = store(catalog, "a.pdf", "The heron fishes.", "Second page.")
    assert store(catalog, "a.pdf", "The otter dives.") == number
    assert found(catalog, "heron") == []
    assert len(found(catalog, "otter")) == 1
    assert catalog.document(number).pages == 1
    with pytest.raises(UsageError, match="no page 2"):
        catalog.page(number, 2)


def test_a_removed_document_takes_its_words_vectors_and_source_with_it(
    database: Database, catalog: Catalog, tmp_path: Path
) -> None:
    number = store(catalog, "a.pdf", "The heron fishes.")
    index = VectorIndex(database, Place(tmp_path / "vectors", "here"), FakeStore, "e", 2)
    index.add(found(catalog, "heron"), np.array([[1, 0]], np.float32))
    catalog.remove([number])
    for table in ("documents", "pages", "chunks", "words", "vectors", "sources"):
        assert database.rows(f"SELECT * FROM {table}") == []
    with pytest.raises(UsageError, match="no longer in the library"):
        catalog.document(number)


def test_a_removed_text_is_nowhere_in_the_files_of_the_vault(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalog.sqlite3")
    catalog = Catalog(database)
    secret = store(catalog, "Xylographer.pdf", "The quetzalcoatlus nests. " * 30)
    store(catalog, "kept.pdf", "The heron fishes. " * 30)
    catalog.remove([secret])
    clean(database)
    database.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir()).lower()
    assert b"heron" in left
    assert b"quetzal" not in left
    assert b"xylograph" not in left


def test_a_failure_takes_the_text_away_and_says_why(catalog: Catalog) -> None:
    number = store(catalog, "a.pdf", "The heron fishes.")
    catalog.store_failure(number, STAMP, "", State.FAILED, "It is damaged.")
    document = catalog.document(number)
    assert (document.state, document.reason, document.pages) == (State.FAILED, "It is damaged.", 0)
    assert found(catalog, "heron") == []


def test_a_document_without_text_says_why(catalog: Catalog) -> None:
    number = store(catalog, "a.pdf", "words")
    why = "The page is only a picture: it has no text layer."
    scans = [Page(page, "", 10, 10, "", problem=why) for page in (1, 2)]
    catalog.store_reading(number, STAMP, "", scans, [])
    document = catalog.document(number)
    assert document.state is State.FAILED
    assert document.reason == "No text: 2 of 2 pages are only pictures (a scan)."
    assert (document.pages, document.pages_read) == (2, 0)


def test_the_coverage_names_what_could_not_be_read(catalog: Catalog) -> None:
    good = store(catalog, "good.pdf", "words", "")
    bad = store(catalog, "bad.pdf", "words")
    locked = store(catalog, "locked.pdf", "words")
    catalog.store_failure(bad, STAMP, "", State.FAILED, "damaged")
    catalog.store_failure(locked, STAMP, "", State.LOCKED, "locked")
    coverage = catalog.coverage(None)
    assert (coverage.documents, coverage.searchable) == (3, 1)
    assert (coverage.pages, coverage.pages_read) == (2, 1)
    assert set(coverage.unreadable) == {"bad.pdf", "locked.pdf"}
    assert catalog.coverage([good]).unreadable == ()


def test_words_are_searched_within_the_scope_only(catalog: Catalog) -> None:
    one, other = store(catalog, "a.pdf", "heron"), store(catalog, "b.pdf", "heron")
    hits = catalog.search_words('"heron"', 10, [other])
    assert {chunk.document for chunk in catalog.chunks([n for n, _ in hits]).values()} == {other}
    assert catalog.search_words('"heron"', 10, []) == []
    assert catalog.count_chunks([one]) == 1


def test_a_document_is_found_by_number_path_or_name(catalog: Catalog) -> None:
    number = store(catalog, "a.pdf", "heron")
    for text in (str(number), "/documents/a.pdf", "a.pdf"):
        assert [document.id for document in catalog.find_documents(text)] == [number]
    assert catalog.find_documents("a") == []


def test_the_boxes_of_a_span_are_those_of_the_lines_it_touches() -> None:
    page = page_of("first line\nsecond line\nthird line")
    start = page.text.index("second")
    assert boxes_of(page, start, start + 6) == (page.lines[1].box,)
    assert boxes_of(page, 0, start + 1) == (page.lines[0].box, page.lines[1].box)
