"""Finds words, or a regular expression, on every page of the library. No model has a part in it.

Every page in scope is looked at, so that what is not found is not there; what has no text is
counted. Ranks nothing: places come in the order of the documents.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import PlacesFound, Report
from app.core.interfaces import TextPattern
from app.core.language import readable
from app.core.search.exact_wish import LONGEST_PATTERN, ExactFound, ExactWish
from app.core.search.page_search import LONGEST_WORDS, Phrase
from app.core.storage.catalog import Catalog, boxes_of
from app.core.storage.database import Database
from app.core.types import Document, Hit

_BEFORE, _AFTER = 100, 160
"""Characters around a place that are shown with it."""
_TELLING = 0.2
"""Seconds between two reports."""


class ExactSearch:
    """Searches the pages of one vault."""

    def __init__(
        self,
        database: Database,
        catalog: Catalog,
        make_pattern: Callable[[str], TextPattern] | None,
    ) -> None:
        self._database = database
        self._catalog = catalog
        self._make_pattern = make_pattern

    def find(self, wish: ExactWish, report: Report, control: Control) -> ExactFound:
        """Raises `UsageError` for what cannot be searched for."""
        pattern = self._pattern(wish)
        documents = [
            d for d in self._catalog.documents() if wish.scope is None or d.id in wish.scope
        ]
        if 0 < wish.last < wish.first or wish.first < 1:
            raise UsageError("These are no pages.", "The first one comes before the last one.")
        count = _Count(sum(document.pages for document in documents), report)
        for document in documents:
            self._look_through(document, wish, pattern, count, control)
        count.tell()
        return count.found()

    def _pattern(self, wish: ExactWish) -> TextPattern:
        longest = LONGEST_PATTERN if wish.is_pattern else LONGEST_WORDS
        if len(wish.words) > longest:
            raise UsageError(
                "That is too long to be searched for.", f"At most {longest} characters."
            )
        if wish.is_pattern and wish.words.strip():
            if self._make_pattern is None:
                raise UsageError("Regular expressions cannot be searched for here.")
            return self._make_pattern(wish.words)
        phrase = Phrase(wish.words)
        if not phrase:
            raise UsageError("There is nothing to search for.", "Write the words to be found.")
        return phrase

    def _look_through(
        self,
        document: Document,
        wish: ExactWish,
        pattern: TextPattern,
        count: _Count,
        control: Control,
    ) -> None:
        for number, text in self._texts(document.id, wish):
            control.check()
            spans = list(pattern.spans(text))
            shown = spans[: max(0, wish.most - len(count.hits))]
            count.add(document.id, len(spans), not text)
            if shown:
                count.hits.extend(self._hits(document, number, shown))
            count.tell_at_times()

    def _texts(self, document: int, wish: ExactWish) -> list[tuple[int, str]]:
        rows = self._database.rows(
            """SELECT number, text FROM pages WHERE document_id = ? AND number >= ?
               AND (? = 0 OR number <= ?) ORDER BY number""",
            [document, wish.first, wish.last, wish.last],
        )
        return [(number, text) for number, text in rows]

    def _hits(self, document: Document, number: int, spans: list[tuple[int, int]]) -> Iterator[Hit]:
        page = self._catalog.page(document.id, number)
        for start, end in spans:
            boxes = boxes_of(page, start, end)
            yield Hit(
                document=document.id,
                document_name=document.name,
                path=document.path,
                page=number,
                score=1.0,
                text=_around(page.text, start, end),
                start=start,
                end=end,
                boxes=boxes,
                marked=readable(page.text[start:end]),
                marked_boxes=boxes,
            )


class _Count:
    """What was found so far; tells of it now and then."""

    def __init__(self, pages: int, report: Report) -> None:
        self.hits: list[Hit] = []
        self._report = report
        self._pages = pages
        self._count = self._looked_at = self._without_text = self._told = 0
        self._documents: set[int] = set()
        self._when = time.monotonic()

    def add(self, document: int, places: int, is_empty: bool) -> None:
        """A page was looked at."""
        self._count += places
        self._looked_at += 1
        self._without_text += is_empty
        if places:
            self._documents.add(document)

    def tell_at_times(self) -> None:
        if time.monotonic() - self._when >= _TELLING:
            self.tell()

    def tell(self) -> None:
        new = tuple(self.hits[self._told :])
        self._told = len(self.hits)
        self._when = time.monotonic()
        self._report(PlacesFound(new, self._looked_at, self._pages))

    def found(self) -> ExactFound:
        return ExactFound(
            tuple(self.hits),
            self._count,
            len(self._documents),
            self._looked_at,
            self._without_text,
        )


def _around(text: str, start: int, end: int) -> str:
    """The place with what stands before and behind it, from word to word."""
    first = max(0, start - _BEFORE)
    if first:
        first = max(first, text.find(" ", first, start) + 1)
    last = min(len(text), end + _AFTER)
    if last < len(text):
        cut = text.rfind(" ", end, last)
        last = cut if cut > end else last
    shown = readable(text[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(text) else ''}"
