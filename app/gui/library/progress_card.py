"""The card under the library that tells how far reading is, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.core.events import IndexProgress
from app.gui import wording
from app.gui.parts import Button, Card, ElidedText, IconButton, Picture, Text

_STEPS = 1000


class ProgressCard(Card):
    """Shows work on the library; hidden while there is none."""

    pause_chosen = Signal()
    resume_chosen = Signal()
    stop_chosen = Signal()
    problems_chosen = Signal()

    def __init__(self) -> None:
        super().__init__("progress")
        self.setAccessibleName(self.tr("Progress of reading"))
        self._is_paused = False
        self._mark = Picture("check", "success", 16)
        self._title = Text(role="strong", wraps=True)
        self._pause = IconButton("clock", self.tr("Pause reading"), size=15)
        self._stops_reading = self.tr("Stop reading; what is done is kept")
        self._stops_carrying = self.tr("Stop; nothing stays half done")
        self._stop = IconButton("stop", self._stops_reading, size=15)
        self._close = IconButton("close", self.tr("Close this message"), size=14)
        self._current = ElidedText(role="small")
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setAccessibleName(self.tr("Share of the work that is done"))
        self._facts = Text(role="small", wraps=True)
        self._problems = Button("", role="link")
        self._pause.clicked.connect(self._toggle_pause)
        self._stop.clicked.connect(self.stop_chosen)
        self._close.clicked.connect(self.hide)
        self._problems.clicked.connect(self.problems_chosen)
        self._lay_out()
        self.hide()

    def show_progress(self, progress: IndexProgress, is_catching_up: bool = False) -> None:
        """Tell how far the work is, and whether it is about what changed in the folders."""
        self._show_working(True)
        if not self._is_paused:
            self._title.setText(wording.phase(progress, is_catching_up))
        is_carrying = wording.is_carrying(progress)
        self._stop.rename(self._stops_carrying if is_carrying else self._stops_reading)
        self._current.setText(progress.current)
        self._current.setVisible(bool(progress.current))
        self._facts.setText(wording.progress_facts(progress))
        self._facts.setVisible(bool(self._facts.text()))
        share = share_done(progress)
        self._bar.setMaximum(_STEPS if share is not None else 0)
        self._bar.setValue(round(_STEPS * (share or 0.0)))
        self.show()

    def show_paused(self, is_paused: bool, why: str = "") -> None:
        self._is_paused = is_paused
        label = self.tr("Continue reading") if is_paused else self.tr("Pause reading")
        self._pause.rename(label)
        self._pause.show_icon("chevron-right" if is_paused else "pause")
        if is_paused:
            self._title.setText(why or self.tr("Paused"))

    def show_finished(self, ready: int, unreadable: int) -> None:
        """Tell how it ended: how many documents can be asked, and how many not."""
        self._show_working(False)
        self._title.setText(self.tr("{documents} ready").format(documents=wording.documents(ready)))
        self._mark.show_icon(*(("warning", "warning") if unreadable else ("check", "success")))
        label = self.tr("{count} could not be read").format(count=wording.number(unreadable))
        self._problems.show_label(label)
        self._problems.setVisible(bool(unreadable))
        self.show()

    def _show_working(self, is_working: bool) -> None:
        if not is_working:
            self.show_paused(False)
        while_working: list[QWidget] = [self._pause, self._stop, self._bar]
        while_working += [self._current, self._facts]
        for widget in while_working:
            widget.setVisible(is_working)
        afterwards: list[QWidget] = [self._mark, self._close, self._problems]
        for widget in afterwards:
            widget.setVisible(not is_working)

    def _toggle_pause(self) -> None:
        (self.resume_chosen if self._is_paused else self.pause_chosen).emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._mark)
        top.addWidget(self._title, 1)
        for button in (self._pause, self._stop, self._close):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 12)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self._current)
        column.addWidget(self._bar)
        column.addWidget(self._facts)
        column.addWidget(self._problems)


def share_done(progress: IndexProgress) -> float | None:
    """From 0 to 1; None while it cannot be told."""
    if progress.share is not None:
        return progress.share
    if progress.phase in ("embedding", "rebuilding") and progress.chunks_total:
        return progress.chunks_done / progress.chunks_total
    if progress.phase != "looking" and progress.documents_total:
        return progress.documents_done / progress.documents_total
    return None
