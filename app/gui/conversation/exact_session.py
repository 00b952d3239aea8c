"""Searches every page for words or a pattern, and leads to the places that were found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from app.core.events import PlacesFound
from app.core.search.exact_wish import ExactWish
from app.core.search.page_search import Match
from app.core.types import Hit
from app.engine.messages import EngineFailed, FindExactly, FoundExactly
from app.gui import wording
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.engine_link import EngineLink, Exchange
from app.gui.evidence.looking_session import LookingSession
from app.gui.evidence.places import place_of
from app.gui.library.library_model import LibraryModel

_A_PAGE = 842.0
"""Points: about how high a page is."""


class ExactSession(QObject):
    """The newest words win."""

    def __init__(
        self,
        link: EngineLink,
        model: LibraryModel,
        conversation: ConversationPanel,
        looking: LookingSession,
    ) -> None:
        super().__init__()
        self._link, self._model = link, model
        self._conversation, self._looking = conversation, looking
        self._panel = conversation.exact
        self._running: Exchange | None = None
        self._panel.search_wanted.connect(self._search)
        self._panel.place_chosen.connect(self._show)
        self._panel.closed.connect(self.close)
        conversation.search_wanted.connect(self.open)

    def open(self) -> None:
        """Show the search, with what was searched for last."""
        self._conversation.show_exact()
        self._panel.take_focus()

    def close(self) -> None:
        """Go back to the conversation. What is searched for stays, and can be gone back to."""
        self._looking.finding.show_found(0, (), None)
        if self._conversation.hide_history():
            self._conversation.question.take_focus()

    def _search(self) -> None:
        self._link.cancel(self._running)
        self._running = None
        self._panel.begin()
        pages = self._panel.pages()
        if not self._panel.words:
            return
        if pages is None:
            self._panel.tell(self.tr("Write pages like 3-10, or 3."))
            return
        wish = ExactWish(self._panel.words, self._panel.is_pattern, *pages, self._model.scope())
        self._running = exchange = self._link.send(FindExactly(wish))
        exchange.told.connect(lambda event: self._follow(exchange, event))
        exchange.finished.connect(lambda found: self._finish(exchange, found))
        exchange.failed.connect(lambda failure: self._fail(exchange, failure))

    def _follow(self, exchange: Exchange, event: Any) -> None:
        if exchange is self._running and isinstance(event, PlacesFound):
            self._panel.add(event.hits, event.pages_done, event.pages_total)

    def _finish(self, exchange: Exchange, found: FoundExactly) -> None:
        if exchange is self._running:
            self._running = None
            self._panel.show_end(found.found, self._scope())

    def _fail(self, exchange: Exchange, failure: EngineFailed) -> None:
        if exchange is self._running:
            self._running = None
            said = f"{wording.told(failure.message)} {wording.told(failure.hint)}"
            self._panel.tell(said.strip())

    def _scope(self) -> str:
        if self._model.scope() is None:
            return ""
        return wording.searched(self._model.ticked(), len(self._model.documents()))

    def _show(self, hit: Hit) -> None:
        """Open the page of a place, with all places of its document marked."""
        matches = tuple(_match(other) for other in self._panel.list.hits(hit.document))
        self._looking.show_found(place_of(hit), matches, _match(hit))


def _match(hit: Hit) -> Match:
    top = hit.marked_boxes[0][1] if hit.marked_boxes else 0.0
    return Match(hit.page, hit.start, hit.end, min(max(top / _A_PAGE, 0.0), 1.0))
