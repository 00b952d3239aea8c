"""Small pictures of all pages, to go by: drawn when seen, and marked where evidence stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.gui import wording
from app.gui.appearance import current_colours
from app.gui.evidence.page_layout import Points
from app.gui.evidence.page_wishes import Wish

_ROOM = QSize(84, 112)
_ITEM = QSize(104, 146)
_KEPT = 120
"""Pictures; those of pages farther away are drawn again."""
_Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """A row for each page."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.marked: Collection[int] = ()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent and parent.isValid() else self.count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        number = index.row() + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.number(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (
                self.tr("Page %1, with evidence") if number in self.marked else self.tr("Page %1")
            )
            return told.replace("%1", wording.number(number))
        return None


class Thumbnails(QListView):
    """A strip of pages. `looked`: other small pictures may be wanted now."""

    page_chosen = Signal(int)
    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Small pictures of the pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setFixedWidth(_ITEM.width() + 16)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(40)
        self._pages = _Pages()
        self.setModel(self._pages)
        self.setItemDelegate(_Drawing(self))
        self._points: Sequence[Points] = ()
        self.pictures: dict[int, QImage] = {}
        self._settling = QTimer(self, singleShot=True, interval=60)
        self._settling.timeout.connect(self.looked)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settling.start())
        self.clicked.connect(lambda index: self.page_chosen.emit(index.row() + 1))
        self.activated.connect(lambda index: self.page_chosen.emit(index.row() + 1))

    def show_document(self, points: Sequence[Points]) -> None:
        self._pages.beginResetModel()
        self._points, self._pages.count = points, len(points)
        self.pictures.clear()
        self._pages.endResetModel()

    def show_marks(self, pages: Collection[int]) -> None:
        """Mark the pages that hold evidence."""
        self._pages.marked = frozenset(pages)
        self.viewport().update()

    def is_marked(self, page: int) -> bool:
        return page in self._pages.marked

    def show_page(self, number: int) -> None:
        """The page that is looked at."""
        index = self._pages.index(number - 1, 0)
        is_near = index.row() in self._rows_seen()
        self.setCurrentIndex(index)
        hint = QListView.ScrollHint
        self.scrollTo(index, hint.EnsureVisible if is_near else hint.PositionAtCenter)

    def show_picture(self, wish: Wish, image: QImage) -> None:
        self.pictures[wish.page] = image
        seen = self._rows_seen()
        for page in [p for p in self.pictures if not seen.start - _KEPT < p < seen.stop + _KEPT]:
            del self.pictures[page]
        self.viewport().update()

    def wishes(self) -> list[Wish]:
        """The small pictures that are missing where it is looked at."""
        if not self.isVisible() or not self._points:
            return []
        pages = (row + 1 for row in self._rows_seen())
        return [Wish(p, self._scale(p)) for p in pages if p not in self.pictures]

    def area_within(self, room: QRect, page: int) -> QRect:
        """Where the picture of a page lies in the room of its row."""
        width, height = self._points[page - 1]
        scale = self._scale(page) / self.devicePixelRatioF()
        size = QSize(max(round(width * scale), 4), max(round(height * scale), 4))
        top = room.top() + 8 + (_ROOM.height() - size.height()) // 2
        return QRect(room.left() + (room.width() - size.width()) // 2, top, *size.toTuple())

    def _scale(self, page: int) -> float:
        width, height = (max(side, 9.0) for side in self._points[page - 1])
        return min(_ROOM.width() / width, _ROOM.height() / height) * self.devicePixelRatioF()

    def _rows_seen(self) -> range:
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        rows = self.viewport().height() // _ITEM.height() + 2
        return range(max(first, 0), min(max(first, 0) + rows, self._pages.count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
        self._settling.start()


class _Drawing(QStyledItemDelegate):
    """A page on paper, its number below."""

    def __init__(self, strip: Thumbnails) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return _ITEM

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        room, page, colours = option.rect, index.row() + 1, current_colours()
        state = option.state
        area = self._strip.area_within(room, page)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(area, QColor("white"))
        picture = self._strip.pictures.get(page)
        if picture is not None:
            painter.drawImage(area, picture)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        edge = QColor(colours.accent if is_current else colours.line_strong)
        painter.setPen(QPen(edge, 2 if is_current else 1))
        painter.drawRect(QRectF(area).adjusted(-1, -1, 1, 1))
        if self._strip.is_marked(page):
            self._draw_mark(painter, area)
        painter.setPen(QColor(colours.text if is_current else colours.secondary))
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setBold(is_current)
        painter.setFont(font)
        below = QRect(room.left(), room.bottom() - 22, room.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, wording.number(page))
        painter.restore()

    def _draw_mark(self, painter: QPainter, area: QRect) -> None:
        """A ribbon, as in a book."""
        colours = current_colours()
        painter.setPen(QPen(QColor(colours.tick), 1))
        painter.setBrush(QColor(colours.marker))
        left, top = area.right() - 15, area.top() - 2
        corners = ((0, 0), (10, 0), (10, 17), (5, 12.5), (0, 17))
        painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in corners]))
