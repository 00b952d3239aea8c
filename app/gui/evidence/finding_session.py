"""Searches the document that is shown, and leads from one place to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.core.search.page_search import Match
from app.engine.messages import FindInDocument, FoundInDocument
from app.gui.engine_link import EngineLink, Exchange
from app.gui.evidence.page_pane import PagePane
from app.gui.evidence.page_session import PageSession
from app.gui.evidence.page_view import PageView
from app.gui.evidence.text_view import TextView


class FindingSession(QObject):
    """The newest words win; the places are those of the document that is open."""

    def __init__(self, link: EngineLink, pages: PageSession, pane: PagePane) -> None:
        super().__init__()
        self._link, self._pages, self._pane = link, pages, pane
        self._document = 0
        self._running: Exchange | None = None
        self._matches: Sequence[Match] = ()
        self._is_all = True
        self._position = -1
        self._given: tuple[int, Sequence[Match], Match | None] = (0, (), None)
        pane.search.words_changed.connect(self._search)
        pane.search.step_wanted.connect(self._step)
        pane.search.closed.connect(self._close)
        pages.document_opened.connect(self._open)

    def _open(self, document: int) -> None:
        """Another document is shown: the same words are searched there."""
        self._document = document
        if document == self._given[0]:
            self._show_given()
        elif self._pane.search.isVisible():
            self._search(self._pane.search.words)

    def show_found(self, document: int, matches: Sequence[Match], match: Match | None) -> None:
        """Mark what was found elsewhere, as soon as `document` is open; 0: mark it no more."""
        was_marked = self._given[0] == self._document
        self._given = document, matches, match
        if document == self._document or (was_marked and not document):
            self._show_given()

    def _show_given(self) -> None:
        _, matches, match = self._given
        self._pane.search.hide()
        self._shown().show_matches(matches)
        self._shown().show_match(match)
        if match:
            self._pages.reveal(match.page, (match.start, match.end))

    def _search(self, words: str) -> None:
        self._link.cancel(self._running)
        self._running = None
        if not words or not self._document:
            self._show((), True)
            return
        self._running = exchange = self._link.send(FindInDocument(self._document, words))
        exchange.finished.connect(lambda found: self._receive(exchange, found))

    def _receive(self, exchange: Exchange, found: FoundInDocument) -> None:
        if exchange is not self._running:
            return
        self._show(found.matches, found.is_all)
        page = self._shown().page
        here = next((i for i, match in enumerate(found.matches) if match.page >= page), 0)
        if found.matches:
            self._go_to(here)

    def _show(self, matches: Sequence[Match], is_all: bool) -> None:
        self._matches, self._is_all, self._position = matches, is_all, -1
        self._shown().show_matches(matches)
        self._pane.search.show_count(0, len(matches), is_all)
        if not self._pane.shows_text:
            self._pane.view.looked.emit()

    def _step(self, step: int) -> None:
        if self._matches:
            self._go_to((self._position + step) % len(self._matches))

    def _go_to(self, position: int) -> None:
        self._position = position
        match = self._matches[position]
        self._shown().show_match(match)
        self._pane.search.show_count(position + 1, len(self._matches), self._is_all)
        self._pages.reveal(match.page, (match.start, match.end))
        self._announce()

    def _announce(self) -> None:
        """Tell a screen reader which of the places it is."""
        words = self._pane.search.count.text()
        event = QAccessibleAnnouncementEvent(self._pane.search.edit, words)
        QAccessible.updateAccessibility(event)

    def _close(self) -> None:
        """What was gone to stays selected, to be copied or selected on from there."""
        if 0 <= self._position < len(self._matches):
            match = self._matches[self._position]
            self._select(match)
        self._link.cancel(self._running)
        self._running = None
        self._show((), True)
        self._shown().setFocus()

    def _select(self, match: Match) -> None:
        span = match.start, match.end
        if not self._pane.shows_text:
            self._pane.view.selection.select(match.page, span)
        elif self._pane.text.page == match.page:
            self._pane.text.select(span)

    def _shown(self) -> PageView | TextView:
        return self._pane.text if self._pane.shows_text else self._pane.view
