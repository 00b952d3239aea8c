"""A few choices side by side, of which one is taken."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton

from app.gui import wording
from app.gui.parts import Card


class Segments(Card):
    """`names` has their words and hints by value."""

    chosen = Signal(str)

    def __init__(self, names: Mapping[str, tuple[str, str]], current: str) -> None:
        super().__init__("segments")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons = {name: self._make(name, *words) for name, words in names.items()}
        for button in self._buttons.values():
            row.addWidget(button)
        self.show_chosen(current)

    def show_chosen(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def _make(self, name: str, label: str, hint: str) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setAccessibleName(label)
        button.setToolTip(wording.tooltip(hint))
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        return button
