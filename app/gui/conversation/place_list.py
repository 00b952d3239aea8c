"""The list of an exact search: documents, and below each its places with their words marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.core.types import Hit
from app.gui import wording
from app.gui.appearance import current_colours

_HIT = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_WIDEST_PAGE = 8_888
"""So wide is the column of pages."""
_BEFORE = 36
"""Characters in front of the words that are shown."""
_LINES = 2
Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Draws a document's name with how many places it has, or a place. Owns no data."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        return QSize(120, line + 22 if index.data(_COUNT) else _LINES * line + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hit: Hit = index.data(_HIT)
        if count := index.data(_COUNT):
            self._paint_document(painter, option, hit, count)
        else:
            self._paint_ground(painter, option)
            self._paint_place(painter, option, hit)
        painter.restore()

    def _paint_document(
        self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, count: int
    ) -> None:
        colours = current_colours()
        area = option.rect.adjusted(14, 10, -14, -4)
        told = places(count)
        width = option.fontMetrics.horizontalAdvance(told)
        painter.setPen(QColor(colours.secondary))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        area.setRight(area.right() - width - 12)
        name = wording.clean_line(hit.document_name)
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours = current_colours()
        area = option.rect.adjusted(4, 1, -4, -1)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.selected if is_selected else colours.hover))
            painter.drawRoundedRect(area, 8, 8)
        if is_selected and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit) -> None:
        colours = current_colours()
        area = option.rect.adjusted(14, 7, -14, -7)
        widest = wording.spot(hit.document_name, _WIDEST_PAGE)
        width = option.fontMetrics.horizontalAdvance(widest)
        page = QRect(area.left(), area.top(), width, option.fontMetrics.height())
        painter.setPen(QColor(colours.secondary))
        where = option.fontMetrics.elidedText(
            wording.spot(hit.document_name, hit.page), Qt.TextElideMode.ElideRight, page.width()
        )
        painter.drawText(page, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, where)
        painter.setPen(QColor(colours.text))
        _draw_marked(painter, option.font, area.adjusted(width + 10, 0, 0, 0), *cut(hit))


class PlaceList(QListWidget):
    """A click or Return opens a place; documents cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chats")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(PlaceDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Places that were found"))
        self._head: QListWidgetItem | None = None
        self.listed = 0
        """How many places."""

    def add(self, hits: Sequence[Hit]) -> None:
        """More places, behind those that are there."""
        self.listed += len(hits)
        for hit in hits:
            self._add_head(hit)
            item = QListWidgetItem()
            item.setData(_HIT, hit)
            spoken = f"{wording.spot(hit.document_name, hit.page)}: {wording.clean_line(hit.text)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(1)

    def remove_all(self) -> None:
        """Show nothing."""
        self._head, self.listed = None, 0
        self.clear()

    def hits(self, document: int) -> list[Hit]:
        """The places of one document."""
        items = (self.item(row) for row in range(self.count()))
        found = (item.data(_HIT) for item in items if not item.data(_COUNT))
        return [hit for hit in found if hit.document == document]

    def chosen(self) -> Hit | None:
        item = self.currentItem()
        return item.data(_HIT) if item and not item.data(_COUNT) else None

    def _add_head(self, hit: Hit) -> None:
        """The document that `hit` stands in, if it is another one than the last one's."""
        head = self._head
        if head is None or head.data(_HIT).document != hit.document:
            self._head = head = QListWidgetItem()
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setData(_HIT, hit)
            head.setData(_COUNT, 0)
            self.addItem(head)
        count = head.data(_COUNT) + 1
        head.setData(_COUNT, count)
        name = wording.clean_line(hit.document_name)
        head.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {places(count)}")


def places(count: int) -> str:
    """So many, in words."""
    one = wording.translate("Wording", "%n place")
    return wording.counted(count, one, wording.translate("Wording", "%n places"))


def cut(hit: Hit) -> tuple[str, int, int]:
    """What is shown of a place, and where the found words begin and end in it."""
    text, words = wording.clean_line(hit.text), wording.clean_line(hit.marked)
    start = max(text.find(words), 0)
    first = text.rfind(" ", 0, start - _BEFORE) + 1 if start > _BEFORE else 0
    shown = f"… {text[first:]}" if first else text
    start += len(shown) - len(text)
    return shown, start, start + len(words)


def _draw_marked(
    painter: QPainter, font: QFont, area: QRect, text: str, start: int, end: int
) -> None:
    """Two lines of the text; the characters [start, end) are marked."""
    marked = QTextLayout.FormatRange()
    marked.start, marked.length = start, end - start
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(QColor(current_colours().match))
    marked.format = look
    layout = QTextLayout(text, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    layout.setFormats([marked])
    layout.beginLayout()
    top = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(area.width())
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(area.topLeft()))
