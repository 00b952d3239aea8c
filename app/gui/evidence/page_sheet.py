"""A page as it is seen: its picture, the lines that matter marked as with a highlighter pen,
what was searched for and what is selected. Knows nothing of scrolling, nor of other pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from app.core.types import Box
from app.gui.appearance import current_colours
from app.gui.evidence.page_text import PageText, Span
from app.gui.evidence.page_wishes import Wish

_PAPER, _PEN, _INK = "#ffffff", "#fff6d2", "#5b6763"
_MATCH, _CHOSEN, _ACCENT = "#cfe8ff", "#ffb45c", "#0b6a5f"
"""On paper, which is white in both themes."""


@dataclass
class Sheet:
    """What is known of one page. `boxes` matter, `faint` ones stand around them or elsewhere."""

    picture: QImage = field(default_factory=QImage)
    detail: QImage = field(default_factory=QImage)
    """A sharper picture of the part of the page that lies in `detail_area`, as it is shown."""
    detail_area: QRectF = field(default_factory=QRectF)
    drawn: tuple[Wish, ...] = ()
    """What `picture` and `detail` were drawn for."""
    message: str = ""
    boxes: tuple[Box, ...] = ()
    faint: tuple[Box, ...] = ()
    text: PageText | None = None
    matches: tuple[Span, ...] = ()
    match: Span | None = None
    """The one of `matches` that was gone to."""

    def drop_pictures(self) -> None:
        self.picture, self.detail, self.drawn = QImage(), QImage(), ()


class SheetPainter:
    """Draws sheets where they lie: `to_view` leads from points of a page to the painter's."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)

    def draw(self, sheet: Sheet, area: QRect, to_view: QTransform, selected: Span) -> None:
        """A sheet with everything on it; `selected` characters are empty when there are none."""
        painter = self._painter
        self._draw_shadow(QRectF(area))
        painter.fillRect(area, QColor(_PAPER))
        if sheet.picture.isNull():
            self._write(sheet.message, area)
        elif abs(sheet.picture.deviceIndependentSize().width() - area.width()) < 1.5:
            painter.drawImage(area.topLeft(), sheet.picture)
        else:
            painter.drawImage(area, sheet.picture)
        if not sheet.detail.isNull():
            painter.drawImage(to_view.mapRect(sheet.detail_area), sheet.detail)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self._draw_marks(sheet, to_view)
        if sheet.text:
            self._draw_matches(sheet, sheet.text, to_view)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if sheet.boxes:
            self._draw_bar(sheet.boxes, to_view)
        if sheet.text and selected[0] < selected[1]:
            ground = QColor(_ACCENT)
            ground.setAlpha(64)
            self._fill(sheet.text.boxes(selected), ground, to_view, 0.0)

    def _draw_shadow(self, area: QRectF) -> None:
        for spread, alpha in ((5, 7), (3, 10), (1, 16)):
            self._painter.setBrush(QColor(0, 0, 0, alpha))
            self._painter.drawRoundedRect(
                area.adjusted(-spread, -spread + 2, spread, spread + 2), 3 + spread, 3 + spread
            )

    def _write(self, message: str, area: QRect) -> None:
        self._painter.setPen(QColor(_INK))
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, message)
        self._painter.setPen(Qt.PenStyle.NoPen)

    def _draw_marks(self, sheet: Sheet, to_view: QTransform) -> None:
        for boxes, colour in ((sheet.faint, _PEN), (sheet.boxes, current_colours().marker)):
            self._fill(boxes, QColor(colour), to_view, 2.0)

    def _draw_matches(self, sheet: Sheet, text: PageText, to_view: QTransform) -> None:
        for span in sheet.matches:
            colour = _CHOSEN if span == sheet.match else _MATCH
            self._fill(text.boxes(span), QColor(colour), to_view, 0.6)

    def _fill(
        self, boxes: Iterable[Box], colour: QColor, to_view: QTransform, around: float
    ) -> None:
        """One shape, so that overlapping lines are not marked twice."""
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        for box in boxes:
            area = to_view.mapRect(rectangle(box, around))
            radius = min(3.0, area.height() / 4)
            shape.addRoundedRect(area, radius, radius)
        self._painter.setBrush(colour)
        self._painter.drawPath(shape)

    def _draw_bar(self, boxes: tuple[Box, ...], to_view: QTransform) -> None:
        """A bar beside the marked lines, where they begin, so that they are found at a glance."""
        lines = [rectangle(box, 2.0) for box in boxes]
        left = min(line.left() for line in lines)
        top = min(line.top() for line in lines)
        bottom = max(line.bottom() for line in lines)
        pixel = 1 / max(abs(to_view.m11()) + abs(to_view.m12()), 0.01)
        bar = QRectF(max(left - 7 * pixel, 2 * pixel), top, 3 * pixel, bottom - top)
        self._painter.setBrush(QColor(_ACCENT))
        self._painter.drawRoundedRect(to_view.mapRect(bar), 1.5, 1.5)


def rectangle(box: Box, around: float = 0.0) -> QRectF:
    """A box of a page, a little larger than its text."""
    x0, y0, x1, y1 = box
    return QRectF(x0, y0, x1 - x0, y1 - y0).adjusted(-around, -0.6 * around, around, 0.6 * around)
