"""The line in which words of one document are searched for. Knows nothing of pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from app.gui import wording
from app.gui.parts import IconButton, Text

_PAUSE = 180
"""Milliseconds without a key, after which it is searched."""


class FindBar(QFrame):
    """Words, how often they stand there, and the way from one to the next."""

    words_changed = Signal(str)
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "find-bar")
        self.edit = QLineEdit()
        self.edit.setProperty("role", "find")
        self.edit.setPlaceholderText(self.tr("Search in this document"))
        self.edit.setAccessibleName(self.tr("Search in this document"))
        self.edit.setClearButtonEnabled(False)
        self.edit.setMaxLength(200)
        self.edit.setMaximumWidth(420)
        self.edit.installEventFilter(self)
        self.count = Text("", "small")
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._tell)
        self.edit.textEdited.connect(lambda _text: self._typing.start())
        self.previous = IconButton("chevron-up", self.tr("Previous place (Shift+F3)"), size=16)
        self.next = IconButton("chevron-down", self.tr("Next place (F3)"), size=16)
        close = IconButton("close", self.tr("Close the search (Esc)"), size=14)
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 10, 6)
        row.setSpacing(2)
        row.addWidget(self.edit, 100)
        row.addSpacing(6)
        row.addStretch(1)
        row.addWidget(self.count)
        for button in (self.previous, self.next, close):
            row.addWidget(button)
        self.show_count(0, 0)
        self.hide()

    @property
    def words(self) -> str:
        return self.edit.text().strip()

    def open(self, words: str = "") -> None:
        """Take the keyboard, with these words or those that stood there before."""
        is_new = not self.isVisible()
        self.show()
        if words:
            self.edit.setText(words)
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if words or is_new:
            self._tell()

    def close_search(self) -> None:
        """Go away, with all that is marked."""
        self._typing.stop()
        self.hide()
        self.closed.emit()

    def step(self, step: int) -> None:
        """To the next place, or the first one of words that were just typed."""
        if self._typing.isActive():
            self._tell()
        else:
            self.step_wanted.emit(step)

    def show_count(self, position: int, count: int, is_all: bool = True) -> None:
        """Which of the places is gone to, and how many there are; more when they are not all."""
        shown = wording.number(count) if is_all else f"{wording.number(count)}+"
        words = self.tr("{position} of {count}") if position else self.tr("{count} found")
        if not self.words:
            words = ""
        elif not count:
            words = self.tr("Not found")
        self.count.setText(words.format(position=wording.number(position), count=shown))
        self.previous.setEnabled(count > 0)
        self.next.setEnabled(count > 0)

    def _tell(self) -> None:
        self._typing.stop()
        self.words_changed.emit(self.words)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Return and Esc belong to the search while it is written in."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds:
            return False
        key = event.key()  # type: ignore[attr-defined]
        if key not in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self.close_search()
        else:
            has_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier  # type: ignore[attr-defined]
            self.step(-1 if has_shift else 1)
        return True
