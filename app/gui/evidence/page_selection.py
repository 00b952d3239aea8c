"""Which characters of a document's pages are selected, from where the user began to where he is.

Owns no widget, and no text: that is given, page by page, as far as it is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.gui.evidence.page_text import PageText, Span
from app.gui.wording import clean

TextOf = Callable[[int], PageText | None]
"""The text of a page; None while it is not known."""


@dataclass(frozen=True, order=True)
class Position:
    """Between two characters of a page."""

    page: int
    place: int


class Selection:
    """From `anchor` to `head`; empty when they are the same."""

    def __init__(self, text_of: TextOf) -> None:
        self._text_of = text_of
        self.anchor = self.head = Position(1, 0)

    @property
    def is_empty(self) -> bool:
        return self.anchor == self.head

    def begin(self, where: Position) -> None:
        self.anchor = self.head = where

    def select(self, page: int, span: Span) -> None:
        self.anchor, self.head = Position(page, span[0]), Position(page, span[1])

    def extend_by_words(self, first: Span, where: Position) -> None:
        """From the word that was begun with, to the one that holds `where`, both whole."""
        page = self.anchor.page
        text = self._text_of(where.page)
        start, end = text.word_at(where.place) if text else (where.place, where.place)
        if where < Position(page, first[0]):
            self.anchor, self.head = Position(page, first[1]), Position(where.page, start)
        else:
            self.anchor, self.head = Position(page, first[0]), Position(where.page, end)

    def extend(self, unit: str, step: int) -> None:
        """Move its end by a `letter`, a `word` or a `line`, `step` forward or back."""
        page, place = self.head.page, self.head.place
        text = self._text_of(page)
        if text is None:
            return
        if unit == "letter":
            there = min(max(place + step, 0), len(text.text))
        else:
            move = text.next_word if unit == "word" else text.next_line
            there = move(place, step)
        if there != place:
            self.head = Position(page, there)
        elif next_text := self._text_of(page + step):
            self.head = Position(page + step, 0 if step > 0 else len(next_text.text))

    def span_on(self, page: int) -> Span:
        """The selected characters of a page; (0, 0) for none."""
        first, last = sorted((self.anchor, self.head))
        text = self._text_of(page)
        if text is None or first == last or not first.page <= page <= last.page:
            return 0, 0
        start = first.place if page == first.page else 0
        end = last.place if page == last.page else len(text.text)
        return start, end

    def pages(self) -> range:
        first, last = sorted((self.anchor, self.head))
        return range(first.page, last.page + 1)

    def text(self) -> str:
        """What is selected, line by line."""
        parts = []
        for page in self.pages():
            text = self._text_of(page)
            if text:
                start, end = self.span_on(page)
                parts.append(clean(text.text[start:end]))
        lines = "\n".join(parts).split("\n")
        return "\n".join(line.rstrip() for line in lines).strip("\n")
