"""All that is about the document beside the answer: shown, searched, saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from app.core.search.page_search import Match
from app.gui.conversation.asking_session import AskingSession
from app.gui.engine_link import EngineLink
from app.gui.evidence.evidence_panel import EvidencePanel
from app.gui.evidence.finding_session import FindingSession
from app.gui.evidence.page_session import PageSession
from app.gui.evidence.places import Place
from app.gui.evidence.saving_session import SavingSession
from app.gui.main_window import MainWindow


class LookingSession(QObject):
    """Follows what is asked to the pages that it leads to."""

    def __init__(
        self, link: EngineLink, window: MainWindow, evidence: EvidencePanel, asking: AskingSession
    ) -> None:
        super().__init__()
        self._window, self._evidence, self._pane = window, evidence, evidence.pane
        self.pages = PageSession(link, evidence, asking.library)
        self.finding = FindingSession(link, self.pages, evidence.pane)
        self.saving = SavingSession(link, window, self.pages, evidence.pane)
        asking.place_wanted.connect(self.pages.show)
        asking.evidence_gathered.connect(self.pages.gather)

    def can_search(self) -> bool:
        """Whether the keyboard works on a document that can be searched."""
        return self._window.is_in_evidence() and (self.pages.count > 0 or self._pane.shows_text)

    def search(self) -> None:
        self._pane.open_search()

    def show_found(self, place: Place, matches: Sequence[Match], match: Match) -> None:
        """Open a place that was found elsewhere, with all places of its document marked."""
        self._evidence.show_evidence(0, 0)
        self.pages.show(place)
        self.finding.show_found(place.document, matches, match)

    def zoom(self, direction: int) -> None:
        """Make the pages larger or smaller."""
        self._pane.zoom(direction)
