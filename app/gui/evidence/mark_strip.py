"""A strip beside a scroll bar that tells where in the whole document something stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.gui.appearance import current_colours
from app.gui.wording import tooltip

WIDTH = 11
_NEAR = 6
"""Pixels; who clicks that near to a mark means it."""


@dataclass(frozen=True)
class Tick:
    """A mark at `at`, from 0 at the top of the document to 1 at its end."""

    at: float
    kind: str
    """`evidence`, `shown` (the evidence that is looked at), `match` or `gone-to` (of a search)."""


class MarkStrip(QWidget):
    """Ticks; `clicked` tells the place in the document that was meant, from 0 to 1."""

    clicked = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ticks: tuple[Tick, ...] = ()
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Places of the evidence in the document"))
        self.setToolTip(tooltip(self.tr("Where evidence and words you search for stand")))

    def show_ticks(self, ticks: tuple[Tick, ...]) -> None:
        """The later ones are drawn over the earlier ones."""
        if ticks != self.ticks:
            self.ticks = ticks
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current_colours()
        painter.fillRect(self.rect(), QColor(colours.desk))
        painter.setPen(Qt.PenStyle.NoPen)
        looks = {
            "evidence": (colours.tick, 3.0, 2.0),
            "shown": (colours.accent, 4.0, 1.0),
            "match": (colours.tick_match, 2.0, 3.0),
            "gone-to": (colours.warning, 4.0, 1.0),
        }
        for tick in self.ticks:
            colour, height, inset = looks[tick.kind]
            painter.setBrush(QColor(colour))
            top = self._y(tick.at) - height / 2
            painter.drawRoundedRect(QRectF(inset, top, WIDTH - 2 * inset, height), 1.2, 1.2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y()
        near = min(self.ticks, key=lambda tick: abs(self._y(tick.at) - y), default=None)
        if near and abs(self._y(near.at) - y) <= _NEAR:
            self.clicked.emit(near.at)
        else:
            self.clicked.emit(y / max(self.height(), 1))

    def _y(self, at: float) -> float:
        return 2.0 + at * (self.height() - 4.0)
