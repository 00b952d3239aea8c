"""How an answer is read: what its numbers and dots mean. Shown once, and whenever it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.appearance import current_colours
from app.gui.dialogs import PlainDialog
from app.gui.parts import Button, Card, Text

_SIGNS = 44
"""Pixels of the column of signs."""


class ReadingHint(Card):
    """Stands under a first answer; `understood` when it need not come again."""

    understood = Signal()

    def __init__(self) -> None:
        super().__init__("card")
        title = self.tr("How to read an answer")
        self.setAccessibleName(title)
        self.got_it = Button(self.tr("Got it"), hint=self.tr("Do not show this again"))
        self.got_it.clicked.connect(self.understood)
        foot = QHBoxLayout()
        where = self.tr("You find this again in the menu.")
        foot.addWidget(Text(where, "small"), 1)
        foot.addWidget(self.got_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(Text(title, "strong"))
        column.addLayout(legend())
        column.addLayout(foot)


class ReadingDialog(PlainDialog):
    """The same, whenever it is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("How to read an answer"), 520)
        self.body.addLayout(legend())
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)


class Dotted(Text):
    """A word as it looks where the lines lack it."""

    def __init__(self, word: str) -> None:
        super().__init__(word, "small-text")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        pen = QPen(QColor(current_colours().secondary), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        base = self.rect().bottom()
        painter.drawLine(0, base, self.fontMetrics().horizontalAdvance(self.text()), base)


def legend() -> QGridLayout:
    """Each sign with what it means."""
    tr = wording.translate
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, _SIGNS)
    grid.setColumnStretch(1, 1)
    rows: tuple[tuple[QWidget, str], ...] = (
        (
            Text("1", "mark"),
            tr(
                "Legend",
                "Leads to the lines that a sentence rests on. Point at it to read them, click it "
                "to see them on their page.",
            ),
        ),
        (
            Text("2", "mark-hollow"),
            tr("Legend", "The lines support the sentence only in part."),
        ),
        (
            Dotted(tr("Legend", "dotted")),
            tr(
                "Legend",
                "These words are not in the lines. Look at the page before you rely on them.",
            ),
        ),
    )
    top = Qt.AlignmentFlag.AlignTop
    for row, (sign, words) in enumerate(rows):
        grid.addWidget(sign, row, 0, top | Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(Text(words, "small-text", wraps=True), row, 1, top)
    note = tr("Legend", "What no line supports is not part of an answer; it is kept under it.")
    grid.addWidget(Text(note, "small", wraps=True), len(rows), 1)
    return grid
