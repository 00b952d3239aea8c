"""What every section of the settings is made on: a column of texts and controls that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.gui.parts import Scrolled, Text


class SettingsPage(QScrollArea):
    """`title` stands at its head and in the list of sections."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        inside = Scrolled()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(4, 0, 12, 8)
        self.column.setSpacing(8)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def add_title(self, title: str, gap: int = 12) -> None:
        if self.column.count():
            self.column.addSpacing(gap)
        self.column.addWidget(Text(title, "section"))

    def add_note(self, words: str) -> Text:
        note = Text(words, "secondary", wraps=True)
        self.column.addWidget(note)
        return note

    def add_row(self, *widgets: QWidget) -> None:
        """Side by side, from the left."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def finish(self) -> None:
        """Nothing more is added."""
        self.column.addStretch(1)
