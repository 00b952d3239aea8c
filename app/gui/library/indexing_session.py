"""Work on the library, one piece after another: adding, reading again, removing. Owns the queue."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.core.events import DocumentChanged, IndexProgress, WorkProgress
from app.core.types import IndexReport, State
from app.engine.client import STOPPED
from app.engine.messages import (
    AddPaths,
    CatchUp,
    Checked,
    CheckVault,
    EngineFailed,
    ExportLibrary,
    ForgetEverything,
    Forgotten,
    GetLibrary,
    GivePassword,
    ImportLibrary,
    KeepDocuments,
    Library,
    LibraryCarried,
    RebuildIndex,
    Rebuilt,
    RemoveDocuments,
    Reread,
)
from app.gui.engine_link import EngineLink, Exchange
from app.gui.library.library_model import LibraryModel
from app.gui.library.progress_card import ProgressCard

_MOST_RESTARTS = 3
Work = (
    AddPaths | CatchUp | ForgetEverything | GivePassword | KeepDocuments | Reread | RemoveDocuments
    | CheckVault | RebuildIndex | ExportLibrary | ImportLibrary
)  # fmt: skip
_QUIET = (CatchUp, ForgetEverything, KeepDocuments, RemoveDocuments)
"""Nothing is shown of them until there is something to tell."""


class IndexingSession(QObject):
    """Sends work to the engine and shows it in the model and on the card."""

    library_loaded = Signal(object)
    failed = Signal(object)
    nothing_found = Signal(object)
    resumed = Signal()
    """The user wants it to go on."""
    added = Signal(tuple, object)
    """The paths, and what came of adding them."""
    forgotten = Signal(object)
    upkeep_done = Signal(object)
    carried = Signal(object, object)
    """What was asked for, and what came of it."""
    going_on = Signal()
    """The library is the user's own, or he says so."""
    unfinished_found = Signal(int)
    """In a library that may be somebody else's: its list of files is not to be trusted."""

    def __init__(
        self, link: EngineLink, model: LibraryModel, card: ProgressCard, is_own: bool
    ) -> None:
        """`is_own`: whether the library lies in this user's own home folder."""
        super().__init__(card)
        self.is_own = is_own
        self._link, self._model, self._card = link, model, card
        self._queue: deque[Work] = deque()
        self._running: Exchange | None = None
        self._restarts = 0
        self._is_paused = False
        self._has_shown = False
        self._is_stale = False
        self._owes_end = False
        """Whether the end of a work is still to be shown, because another one followed it."""
        self._is_following = False
        card.pause_chosen.connect(self.pause)
        card.resume_chosen.connect(self._go_on_at_wish)
        card.stop_chosen.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether there is something that the user would not want to be cut short."""
        return self._running is not None and not (self._is_following and not self._has_shown)

    def start(self) -> None:
        """Load the library; bring it in step, and go on with what was left unfinished."""
        self._link.send(GetLibrary()).finished.connect(self._start_with)

    def add(self, paths: tuple[str, ...]) -> None:
        self.do(AddPaths(paths))

    def go_on(self) -> None:
        """Read and embed what is unfinished."""
        self.add(())
        self.going_on.emit()

    def catch_up(self) -> None:
        """Bring the library in step with what changed in its folders."""
        if CatchUp() not in self._queue:
            self.do(CatchUp())

    def reread(self, documents: Sequence[int]) -> None:
        """Read these again, one after another."""
        for document in documents:
            self.do(Reread(document))

    def leave_out(self, documents: Sequence[int]) -> None:
        """Forget documents of which nothing was read, and do not add them again by themselves."""
        self.do(RemoveDocuments(tuple(documents)))

    def do(self, work: Work) -> None:
        """Do this after what is being done."""
        self._queue.append(work)
        if self._running and not self._has_shown and not isinstance(work, _QUIET):
            self._card.show_progress(IndexProgress("looking"))
        self._next()

    @property
    def is_paused(self) -> bool:
        return self._is_paused

    def pause(self, why: str = "") -> None:
        """`why` is for the user, when it was not himself."""
        if self._running:
            self._is_paused = True
            self._link.pause(self._running)
            self._card.show_paused(True, why)

    def resume(self) -> None:
        if self._running:
            self._is_paused = False
            self._link.resume(self._running)
            self._card.show_paused(False)

    def _go_on_at_wish(self) -> None:
        self.resume()
        self.resumed.emit()

    def stop(self) -> None:
        """Stop what is being done, and forget what was to follow."""
        self._queue.clear()
        self._link.cancel(self._running)

    def load(self) -> None:
        """Load the library again."""
        self._link.send(GetLibrary()).finished.connect(self._show_library)

    def _start_with(self, library: Library) -> None:
        self._show_library(library)
        if library.is_read_only or library.is_strange:
            return
        if self.is_own:
            self.going_on.emit()
        elif library.unfinished and not self._queue and not self._running:
            self.unfinished_found.emit(library.unfinished)

    def _show_library(self, library: Library) -> None:
        self._model.load(library.documents, library.sources)
        self.library_loaded.emit(library)

    def _next(self) -> None:
        if self._running or not self._queue:
            return
        work = self._queue.popleft()
        self._is_paused = False
        self._running = exchange = self._link.send(work)
        self._has_shown = not isinstance(work, _QUIET)
        self._is_following = isinstance(work, CatchUp)
        if self._has_shown:
            self._card.show_paused(False)
            self._card.show_progress(IndexProgress("looking"))
        exchange.told.connect(lambda event: self._follow(work, event))
        exchange.finished.connect(lambda result: self._finish(work, result))
        exchange.failed.connect(self._fail)
        exchange.cancelled.connect(self._end)

    def _follow(self, work: Work, event: Any) -> None:
        if isinstance(event, DocumentChanged):
            self._model.update_document(event.document)
        elif isinstance(event, IndexProgress) and (self._has_shown or event.phase != "looking"):
            self._has_shown = True
            self._card.show_progress(event, isinstance(work, CatchUp))
            self._model.show_in_hand(event.in_hand)
        elif isinstance(event, WorkProgress):
            done, total = event.done, event.total
            self._card.show_progress(IndexProgress(event.phase, done, total))

    def _finish(self, work: Work, result: Any) -> None:
        self._restarts = 0
        if isinstance(result, Checked | Rebuilt):
            self.upkeep_done.emit(result)
        if isinstance(result, LibraryCarried):
            self.carried.emit(work, result)
        if isinstance(work, AddPaths) and work.paths and isinstance(result, IndexReport):
            if result.documents:
                self.added.emit(work.paths, result)
            else:
                self.nothing_found.emit(result)
        if isinstance(result, Forgotten):
            self.forgotten.emit(result)
        if isinstance(work, CatchUp) and isinstance(result, IndexReport):
            self._end_quietly(result.changes > 0)
        else:
            self._end()

    def _fail(self, failure: EngineFailed) -> None:
        if failure == STOPPED and self._restarts < _MOST_RESTARTS:
            self._restarts += 1
            self._queue.appendleft(AddPaths())
        self._end()
        self.failed.emit(failure)

    def _end_quietly(self, has_changed: bool) -> None:
        """After catching up: what was told of an earlier work stays, and so does the view."""
        self._running = None
        self._model.show_in_hand(())
        self._is_stale = self._is_stale or has_changed
        if self._has_shown:
            self._card.hide()
        if self._queue:
            self._next()
        elif self._owes_end:
            self._load_end()
        elif self._is_stale:
            self._is_stale = False
            self.load()

    def _end(self) -> None:
        self._running = None
        self._model.show_in_hand(())
        if self._queue:
            self._owes_end = True
            self._next()
        else:
            self._load_end()

    def _load_end(self) -> None:
        self._owes_end = self._is_stale = False
        exchange = self._link.send(GetLibrary())
        exchange.finished.connect(self._show_library)
        exchange.finished.connect(self._show_end)
        exchange.failed.connect(self._card.hide)

    def _show_end(self) -> None:
        if self._running:
            return
        good = self._model.count(State.READY, State.SEARCHABLE)
        bad = self._model.count(State.FAILED, State.LOCKED)
        self._card.setVisible(bool(good or bad))
        if good or bad:
            self._card.show_finished(good, bad)
