"""Models that were dropped on the window: copied one after the other, and told of in place."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.events import WorkProgress
from app.engine.messages import EngineFailed, ImportModel, Models
from app.gui import wording
from app.gui.dialogs import Confirmation
from app.gui.engine_link import EngineLink
from app.gui.parts import Notice


class BringingSession(QObject):
    """`brought` when there is one more; the first of its kind is put to use by the engine."""

    brought = Signal()
    failed = Signal(object)

    def __init__(self, link: EngineLink, window: QWidget, notice: Notice) -> None:
        super().__init__()
        self._link, self._window, self._notice = link, window, notice
        self._waiting: deque[str] = deque()
        self._is_copying = False

    def bring(self, paths: tuple[str, ...]) -> None:
        """Copy these; several only when the user agrees, because that takes long."""
        if len(paths) < 2:
            self._copy(paths)
            return
        title = self.tr("Copy {count} models to this computer?")
        names = "\n".join(wording.clean_line(Path(path).name) for path in paths)
        text = self.tr("This can take a few minutes for each.")
        dialog = Confirmation(
            self._window,
            title.format(count=wording.number(len(paths))),
            f"{names}\n\n{text}",
            self.tr("Copy"),
        )
        dialog.agreed.connect(lambda: self._copy(paths))
        dialog.open()

    # Inside

    def _copy(self, paths: tuple[str, ...]) -> None:
        self._waiting.extend(paths)
        self._next()

    def _next(self) -> None:
        if self._is_copying or not self._waiting:
            return
        self._is_copying = True
        path = self._waiting.popleft()
        name = wording.clean_line(Path(path).name)
        self._notice.tell(self.tr("Checking and copying the model…"), name, "good")
        exchange = self._link.send(ImportModel(path))
        exchange.told.connect(lambda event: self._follow(name, event))
        exchange.finished.connect(lambda models: self._finish(name, models))
        exchange.failed.connect(self._fail)
        exchange.cancelled.connect(self._end)

    def _follow(self, name: str, event: Any) -> None:
        if isinstance(event, WorkProgress):
            words = self.tr("Checking and copying the model: {share} %")
            self._notice.tell(words.format(share=wording.number(event.done)), name, "good")

    def _finish(self, name: str, models: Models) -> None:
        used = next((m.name for m in models.models if m.role == "answer" and m.in_use), "")
        answers = self.tr("Your questions are answered by {model}. Settings show the others.")
        message = self.tr("The model was added: {name}").format(name=name)
        hint = answers.format(model=wording.clean_line(used)) if used else ""
        self._notice.tell(message, hint, "good")
        self._end()
        self.brought.emit()

    def _fail(self, failure: EngineFailed) -> None:
        self._notice.hide()
        self._end()
        self.failed.emit(failure)

    def _end(self) -> None:
        self._is_copying = False
        self._next()
