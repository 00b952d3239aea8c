"""A question that waits in place until it is answered. Knows not what it asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from app.gui.parts import Button, Card, Picture, Text
from app.gui.wording import clean_line


class QuestionCard(Card):
    """`agreed` or `refused`; hidden while there is nothing to ask."""

    agreed = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__("progress")
        self._title = Text(role="strong", wraps=True)
        self._text = Text(role="small", wraps=True)
        self._agree = Button("", role="plain")
        self._refuse = Button("", role="plain")
        self._agree.clicked.connect(self.agreed)
        self._refuse.clicked.connect(self.refused)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("warning", "warning", 16), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addWidget(self._agree, 1)
        buttons.addWidget(self._refuse, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addLayout(buttons)
        self.hide()

    def ask(self, title: str, text: str, yes: str, no: str) -> None:
        """Show the question; the labels say what each answer does."""
        self._title.setText(title)
        self._text.setText(text)
        self._agree.show_label(yes)
        self._refuse.show_label(no)
        self.setAccessibleName(clean_line(f"{title} {text}"))
        self.show()
