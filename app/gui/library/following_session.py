"""Keeps the library in step with its folders: has the engine watch, and asks what only users know.

The work itself is queued with everything else that changes the library.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from app.core.events import FoldersChanged
from app.core.types import Presence
from app.engine.client import STOPPED
from app.engine.messages import (
    EngineFailed,
    KeepDocuments,
    Library,
    RemoveDocuments,
    TrustFolders,
    WatchFolders,
)
from app.gui import wording
from app.gui.engine_link import EngineLink
from app.gui.library.indexing_session import IndexingSession
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_panel import LibraryPanel

_MOST_RESTARTS = 3


class FollowingSession(QObject):
    """Sends the engine after what changed, and shows the questions that come of it."""

    def __init__(
        self, link: EngineLink, indexing: IndexingSession, model: LibraryModel, panel: LibraryPanel
    ) -> None:
        super().__init__()
        self._link, self._indexing, self._model = link, indexing, model
        self._panel, self._card = panel, panel.question
        self._restarts = 0
        self._is_watching = False
        self._has_asked = False
        indexing.library_loaded.connect(self._look_for_questions)
        indexing.going_on.connect(self.start)
        self._card.agreed.connect(self._agree)
        self._card.refused.connect(self._refuse)
        panel.empty_removal_wanted.connect(lambda: indexing.do(RemoveDocuments(())))

    def start(self) -> None:
        """Compare all sources once, and then whenever something happens in them."""
        if not self._is_watching:
            self._is_watching = True
            self._watch()
        self._indexing.catch_up()

    def _watch(self) -> None:
        exchange = self._link.send(WatchFolders())
        exchange.told.connect(self._follow)
        exchange.failed.connect(self._watch_again)

    def _follow(self, event: Any) -> None:
        if isinstance(event, FoldersChanged):
            self._restarts = 0
            self._indexing.catch_up()

    def _watch_again(self, failure: EngineFailed) -> None:
        """An engine that stopped is there again and knows nothing of this."""
        if failure == STOPPED and self._restarts < _MOST_RESTARTS:
            self._restarts += 1
            self._watch()

    # Questions

    def _missing(self) -> tuple[int, ...]:
        return tuple(d.id for d in self._model.documents() if d.presence is Presence.MISSING)

    def _look_for_questions(self, library: Library) -> None:
        missing = len(self._missing())
        if library.is_read_only:
            self._card.hide()
        elif missing:
            self._ask_to_forget(missing)
        elif library.is_strange or (
            not self._indexing.is_own and library.sources and not self._is_watching
        ):
            self._ask_to_follow()
        else:
            self._card.hide()

    def _ask_to_forget(self, missing: int) -> None:
        title = self.tr("{documents} are no longer in their folders")
        text = self.tr("They can still be asked. Forget them if you deleted them on purpose.")
        if missing == 1:
            title = self.tr("{documents} is no longer in its folder")
            text = self.tr("It can still be asked. Forget it if you deleted it on purpose.")
        title = title.format(documents=wording.documents(missing))
        self._card.ask(title, text, self.tr("Forget…"), self.tr("Keep"))

    def _ask_to_follow(self) -> None:
        """A library from elsewhere could name folders of this computer, and carry files off."""
        if self._has_asked:
            return
        title = self.tr("Compare this library with its folders?")
        text = self.tr("It names folders of this computer. Do so only if it is your own.")
        self._card.ask(title, text, self.tr("Compare"), self.tr("Not now"))

    def _agree(self) -> None:
        """The card stays until the documents are gone: whoever forgets may still think better."""
        if missing := self._missing():
            self._panel.removal_wanted.emit(list(missing))
        else:
            self._card.hide()
            self._link.send(TrustFolders()).finished.connect(lambda _done: self.start())

    def _refuse(self) -> None:
        self._card.hide()
        self._has_asked = True
        if missing := self._missing():
            self._indexing.do(KeepDocuments(missing))
