"""Brings documents without pages to the evidence pane, a part at a time. The newest wish wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.core.kinds import has_pages, is_fixed_width
from app.core.types import Box, Page
from app.engine.messages import GetPage
from app.gui import wording
from app.gui.engine_link import EngineLink
from app.gui.evidence.page_pane import PagePane
from app.gui.evidence.places import Place
from app.gui.evidence.text_marks import Span


class TextSession(QObject):
    """Shows one part at a time."""

    summary_wanted = Signal(int, int, int, int)
    """Document, part, and characters [start, end) of its text."""

    def __init__(self, link: EngineLink, pane: PagePane) -> None:
        super().__init__()
        self._link, self._pane = link, pane
        self._place: Place | None = None
        self._count = 0
        self._evidence: tuple[Place, ...] = ()
        self._shown: tuple[int, Page] | None = None
        self._revealing: Span | None = None
        pane.number_wanted.connect(self.go_to)
        pane.text.turned.connect(self._turn)
        pane.text.summary_wanted.connect(self._want_summary)

    def show(self, place: Place, count: int, evidence: Sequence[Place]) -> bool:
        """Show it, if it has no pages; `evidence` is marked, too. Whether it has none."""
        if has_pages(place.document_name):
            self._place = None
            return False
        self._place, self._count, self._evidence = place, count, tuple(evidence)
        known = self._shown
        if known and known[0] == place.document and known[1].number == place.page:
            self._set(known[1])
            return True
        exchange = self._link.send(GetPage(place.document, place.page))
        exchange.finished.connect(lambda page: self._learn(place, page))
        exchange.failed.connect(lambda failure: self._pane.show_note(wording.told(failure.message)))
        return True

    def go_to(self, number: int) -> None:
        """Show the part `number` of the same document."""
        place = self._place
        if place and 1 <= number <= self._count and number != place.page:
            self._pane.show_number(number)
            there = replace(place, page=number, boxes=(), faint=(), quote="")
            self.show(there, self._count, self._evidence)

    def reveal(self, number: int, span: Span) -> bool:
        """Bring characters of a part into view; False when no text is shown."""
        if self._place is None:
            return False
        if self._place.page == number and self._pane.text.page == number:
            self._pane.text.reveal(span)
        else:
            self._revealing = span
            self.go_to(number)
        return True

    def forget(self) -> None:
        """Documents may have changed: ask for the text anew."""
        self._shown = None
        if self._place:
            self.show(self._place, self._count, self._evidence)

    def _learn(self, place: Place, page: Page) -> None:
        if place == self._place:
            self._shown = place.document, page
            self._set(page)

    def _set(self, page: Page) -> None:
        place = self._place
        if place is None:
            return
        others: list[Box] = [*place.faint]
        for piece in self._evidence:
            if (piece.document, piece.page) == (place.document, place.page):
                others += piece.boxes
        faint = tuple(box for box in dict.fromkeys(others) if box not in place.boxes)
        is_fixed = is_fixed_width(place.document_name)
        self._pane.text.show_page(page, place.boxes, faint, place.quote, is_fixed)
        self._pane.show_note(wording.told(page.problem))
        if self._revealing:
            self._pane.text.reveal(self._revealing)
            self._revealing = None

    def _turn(self, step: int) -> None:
        if self._place:
            self.go_to(self._place.page + step)

    def _want_summary(self, start: int, end: int) -> None:
        if self._place:
            self.summary_wanted.emit(self._place.document, self._place.page, start, end)
