"""Exact search looks at every page, and says how many places and pages there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from app.core.control import Control
from app.core.errors import Cancelled, UsageError
from app.core.events import Event, PlacesFound, tell_nobody
from app.core.search.exact_search import ExactSearch
from app.core.search.exact_wish import ExactFound, ExactWish
from app.core.search.page_search import Folding, Phrase, squeezed
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import Hit
from tests.core.library import store

LEASE = (
    "The right to\nerasure is granted.",
    "Nothing of it here.",
    "Droit à l’effacement. RIGHT TO ERA-\nSURE, right to erasure.",
)
ROOF = "A copyright to erasure of the roof."


@pytest.fixture
def search(database: Database, catalog: Catalog) -> ExactSearch:
    store(catalog, "b roof.pdf", ROOF, "")
    store(catalog, "a lease.pdf", *LEASE)
    return ExactSearch(database, catalog, None)


def find(search: ExactSearch, words: str = "right to erasure", **wish: object) -> ExactFound:
    made = replace(ExactWish(words), **wish)  # type: ignore[arg-type]
    return search.find(made, tell_nobody, Control())


def places(hits: Iterable[Hit]) -> list[tuple[str, int, str]]:
    return [(hit.document_name, hit.page, hit.marked) for hit in hits]


def test_words_are_found_on_all_pages_in_the_order_of_documents_and_pages(
    search: ExactSearch,
) -> None:
    found = find(search)
    assert places(found.hits) == [
        ("a lease.pdf", 1, "right to erasure"),
        ("a lease.pdf", 3, "RIGHT TO ERA- SURE"),
        ("a lease.pdf", 3, "right to erasure"),
        ("b roof.pdf", 1, "right to erasure"),
    ]
    assert (found.count, found.documents, found.pages, found.pages_without_text) == (4, 2, 5, 1)


def test_a_place_comes_with_its_lines_and_what_stands_around_it(search: ExactSearch) -> None:
    first = find(search).hits[0]
    assert first.text == "The right to erasure is granted."
    assert LEASE[0][first.start : first.end] == "right to\nerasure"
    assert first.boxes == ((72.0, 100.0, 132.0, 112.0), (72.0, 120.0, 167.0, 132.0))


def test_a_long_line_is_shown_from_word_to_word(database: Database, catalog: Catalog) -> None:
    store(catalog, "long.pdf", f"{'before ' * 60}needle {'behind ' * 60}")
    (hit,) = find(ExactSearch(database, catalog, None), "needle").hits
    assert hit.text.startswith("… before before")
    assert hit.text.endswith("behind behind …")
    assert 150 < len(hit.text) < 300


def test_pages_and_documents_are_chosen(search: ExactSearch, catalog: Catalog) -> None:
    assert [hit.page for hit in find(search, first=2).hits] == [3, 3]
    assert find(search, first=1, last=2).count == 2
    assert find(search, first=1, last=2).pages == 4
    roof = next(d.id for d in catalog.documents() if d.name == "b roof.pdf")
    assert find(search, scope=(roof,)).count == 1


def test_all_places_are_counted_when_only_some_are_shown(search: ExactSearch) -> None:
    found = find(search, most=2)
    assert (len(found.hits), found.count, found.documents) == (2, 4, 2)


@pytest.mark.parametrize(
    "wish",
    [
        ExactWish(" \n"),
        ExactWish("x" * 201),
        ExactWish("x", is_pattern=True),
        ExactWish("x", first=3, last=2),
        ExactWish("x", first=0),
    ],
)
def test_what_cannot_be_searched_for_is_told(search: ExactSearch, wish: ExactWish) -> None:
    with pytest.raises(UsageError):
        search.find(wish, tell_nobody, Control())


def test_a_search_can_be_stopped_at_any_page(search: ExactSearch) -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        search.find(ExactWish("x"), tell_nobody, control)


def test_every_place_is_told_once(search: ExactSearch) -> None:
    told: list[Event] = []
    found = search.find(ExactWish("erasure"), told.append, Control())
    events = [event for event in told if isinstance(event, PlacesFound)]
    assert tuple(hit for event in events for hit in event.hits) == found.hits
    assert events[-1].pages_done == 5


def test_no_letter_is_lost_to_the_quick_look() -> None:
    folding = Folding()
    letters = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    some = [c for c in letters if ord(c) < 0x3000 or 0xFB00 <= ord(c) < 0xFFFF]
    assert [c for c in some if squeezed(c) != squeezed(folding[ord(c)])] == []


def test_places_are_right_where_letters_become_more_and_fewer() -> None:
    text = "Straße re\u0301sume\u0301 o\ufb03ce"
    (place,) = Phrase("resume").spans(text)
    assert text[slice(*place)] == "re\u0301sume"
    (place,) = Phrase("office").spans(text)
    assert text[slice(*place)] == "o\ufb03ce"
