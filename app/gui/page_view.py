"""A page to scroll and zoom. It is given pictures and boxes, and tells which scale it wants.

Owns zoom and scrolling; the page itself is drawn by `page_sheet`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea

from app.core.types import Box, Line
from app.gui.icons import short_lived_icon
from app.gui.page_sheet import MARGIN, Sheet
from app.gui.wording import clean

STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)


class PageView(QScrollArea):
    """Shows one page. `picture_wanted` tells the pixels a point it would like to have."""

    picture_wanted = Signal(float)
    zoomed = Signal(float)
    turned = Signal(int)
    summary_wanted = Signal(int, int)
    """Characters [start, end) of the page's text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(self.tr("Page of a document"))
        self.sheet = Sheet()
        self.sheet.lines_selected.connect(lambda _count: self.setFocus())
        self.setWidget(self.sheet)
        self._fits_width = True
        self._shows_page = False
        self._settling = QTimer(self, singleShot=True, interval=80)
        self._settling.timeout.connect(self._ask_for_picture)

    def show_page(
        self, points: tuple[float, float], boxes: tuple[Box, ...], faint: tuple[Box, ...] = ()
    ) -> None:
        """Show an empty page of this size in points; `boxes` are marked, `faint` ones a little."""
        self.sheet.points = points
        self.sheet.boxes, self.sheet.faint = boxes, faint
        self.sheet.image, self.sheet.message = QImage(), self.tr("Drawing the page…")
        self.sheet.show_text("", ())
        self._shows_page = True
        self._apply_scale()
        QTimer.singleShot(0, self, self.show_marks)
        self._ask_for_picture()

    def show_text(self, text: str, lines: tuple[Line, ...]) -> None:
        """The text of the page, so that lines of it can be selected and copied."""
        self.sheet.show_text(text, lines)

    def copy(self) -> None:
        """Put the selected lines on the clipboard."""
        if selected := clean(self.sheet.selected_text()):
            QGuiApplication.clipboard().setText(selected)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.sheet.selected_text():
            menu = self.selection_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def selection_menu(self) -> QMenu:
        """What can be done with the selected lines."""
        menu = QMenu(self)
        copy = menu.addAction(short_lived_icon("copy"), self.tr("Copy these lines"))
        copy.triggered.connect(self.copy)
        start, end = self.sheet.selected_span()
        sum_up = menu.addAction(short_lived_icon("summary"), self.tr("Summarise these lines"))
        sum_up.triggered.connect(lambda: self.summary_wanted.emit(start, end))
        return menu

    def show_picture(self, image: QImage) -> None:
        self.sheet.image = image
        self.sheet.update()

    def show_problem(self, words: str) -> None:
        self.sheet.message = words
        self.sheet.update()

    def show_marks(self) -> None:
        """Scroll so that the marked lines are in view, near the upper third."""
        boxes = self.sheet.boxes or self.sheet.faint
        bar = self.verticalScrollBar()
        if not boxes:
            bar.setValue(0)
            return
        areas = [self.sheet.area_of(box) for box in boxes]
        top = min(area.top() for area in areas)
        bottom = max(area.bottom() for area in areas)
        room = max(self.viewport().height() - (bottom - top), 0)
        bar.setValue(round(top - min(room / 2, self.viewport().height() / 3)))
        left = min(area.left() for area in areas)
        self.horizontalScrollBar().setValue(round(left) - 2 * MARGIN)

    # Zoom

    def zoom_in(self) -> None:
        self._zoom(next((s for s in STEPS if s > self.sheet.scale + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        self._zoom(next((s for s in reversed(STEPS) if s < self.sheet.scale - 0.01), STEPS[0]))

    def fit_width(self) -> None:
        self._fits_width = True
        self._apply_scale()
        self.show_marks()
        self._settling.start()

    def wanted_scale(self) -> float:
        """Device pixels a point."""
        return self.sheet.scale * self.devicePixelRatioF()

    def _zoom(self, scale: float) -> None:
        self._fits_width = False
        self.sheet.scale = scale
        self._apply_scale()
        self.show_marks()
        self._settling.start()

    def _apply_scale(self) -> None:
        if self._fits_width:
            bar = self.verticalScrollBar().sizeHint().width()
            room = self.contentsRect().width() - 2 * MARGIN - bar - 1
            self.sheet.scale = min(max(room / max(self.sheet.points[0], 1.0), 0.3), 3.0)
        self.sheet.fit_size()
        self.zoomed.emit(self.sheet.scale)

    def _ask_for_picture(self) -> None:
        if self._shows_page:
            self.picture_wanted.emit(self.wanted_scale())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits_width and self._shows_page:
            self._apply_scale()
            self.show_marks()
            self._settling.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        bar = self.verticalScrollBar()
        is_at_end = bar.value() == (bar.maximum() if step > 0 else bar.minimum())
        if step and is_at_end:
            self.turned.emit(step)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange and hasattr(self, "_settling"):
            self._settling.start()

    def sizeHint(self) -> QSize:
        return QSize(440, 600)

    def mark_areas(self) -> list[QRectF]:
        """Where the marks stand in the viewport."""
        offset = QPoint(self.sheet.x(), self.sheet.y())
        return [self.sheet.area_of(box).translated(offset) for box in self.sheet.boxes]
