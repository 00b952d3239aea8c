"""A page as pixels, with the lines that matter marked as with a highlighter pen.

Owns the drawing, and which lines are selected with the mouse. Knows nothing of scrolling.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.core.types import Box, Line
from app.gui.appearance import current_colours

MARGIN = 14


class Sheet(QWidget):
    """The page itself, `scale` logical pixels a point. Whole lines can be selected."""

    lines_selected = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.message = ""
        self.boxes: tuple[Box, ...] = ()
        self.faint: tuple[Box, ...] = ()
        self.points = (595.0, 842.0)
        self.scale = 1.0
        self._text = ""
        self._lines: tuple[Line, ...] = ()
        self._selected: tuple[Line, ...] = ()
        self._grip = QPointF()

    def show_text(self, text: str, lines: tuple[Line, ...]) -> None:
        """The text of the page and where its lines stand, for selecting."""
        self._text, self._lines, self._selected = text, lines, ()
        shape = Qt.CursorShape.IBeamCursor if lines else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def selected_text(self) -> str:
        return "\n".join(self._text[line.start : line.end].strip() for line in self._selected)

    def selected_span(self) -> tuple[int, int]:
        """The characters [start, end) of the page's text that are selected; (0, 0) for none."""
        starts = [line.start for line in self._selected]
        ends = [line.end for line in self._selected]
        return min(starts, default=0), max(ends, default=0)

    def fit_size(self) -> None:
        width, height = self.points
        self.setFixedSize(
            round(width * self.scale) + 2 * MARGIN, round(height * self.scale) + 2 * MARGIN
        )
        self.update()

    def page_area(self) -> QRectF:
        """Where the page lies in the widget."""
        width, height = self.points
        return QRectF(MARGIN, MARGIN, width * self.scale, height * self.scale)

    def area_of(self, box: Box) -> QRectF:
        """Where a box of the page lies in the widget, a little larger than its text."""
        x0, y0, x1, y1 = box
        area = QRectF(x0, y0, x1 - x0, y1 - y0).adjusted(-2.0, -1.2, 2.0, 1.2)
        scaled = QRectF(area.topLeft() * self.scale, area.size() * self.scale)
        return scaled.translated(MARGIN, MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = self.page_area()
        self._paint_shadow(painter, area)
        painter.fillRect(area, QColor("white"))
        if not self.image.isNull():
            painter.drawImage(area, self.image)
        elif self.message:
            self._paint_message(painter, area)
        self._paint_marks(painter)
        self._paint_selection(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
            self._select(())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        swept = QRectF(self._grip, event.position()).normalized()
        if swept.height() < 3 and swept.width() < 3:
            return
        self._select(
            tuple(line for line in self._lines if _is_swept(self.area_of(line.box), swept))
        )

    def _select(self, lines: tuple[Line, ...]) -> None:
        if lines != self._selected:
            self._selected = lines
            self.update()
            self.lines_selected.emit(len(lines))

    def _paint_shadow(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for spread, alpha in ((5, 7), (3, 10), (1, 16)):
            painter.setBrush(QColor(0, 0, 0, alpha))
            painter.drawRoundedRect(
                area.adjusted(-spread, -spread + 2, spread, spread + 2), 3 + spread, 3 + spread
            )

    def _paint_message(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QColor("#5b6763"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.message)

    def _paint_marks(self, painter: QPainter) -> None:
        colours = current_colours()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setPen(Qt.PenStyle.NoPen)
        for boxes, colour in ((self.faint, "#fff6d2"), (self.boxes, colours.marker)):
            painter.setBrush(QColor(colour))
            painter.drawPath(self._marks(boxes))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        if self.boxes:
            self._paint_bar(painter)

    def _paint_selection(self, painter: QPainter) -> None:
        ground = QColor("#0b6a5f")
        ground.setAlpha(56)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPath(self._marks(tuple(line.box for line in self._selected)))

    def _marks(self, boxes: tuple[Box, ...]) -> QPainterPath:
        """One shape, so that overlapping lines are not marked twice."""
        shape = QPainterPath()
        for box in boxes:
            line = QPainterPath()
            line.addRoundedRect(self.area_of(box), 3, 3)
            shape = shape.united(line)
        return shape

    def _paint_bar(self, painter: QPainter) -> None:
        """A bar beside the marked lines, so that they are found at a glance."""
        areas = [self.area_of(box) for box in self.boxes]
        left = min(area.left() for area in areas)
        top = min(area.top() for area in areas)
        bottom = max(area.bottom() for area in areas)
        painter.setBrush(QColor("#0b6a5f"))
        painter.drawRoundedRect(QRectF(max(left - 9, MARGIN + 2), top, 3, bottom - top), 1.5, 1.5)


def _is_swept(line: QRectF, swept: QRectF) -> bool:
    """Whether the mouse went over a line; a sweep over several lines takes them whole."""
    if swept.height() > line.height() * 1.5:
        return swept.top() <= line.center().y() <= swept.bottom()
    return line.intersects(swept.adjusted(0, 0, 1, 1))
