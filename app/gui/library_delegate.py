"""Draws a row of the library: a tick box, a name, and where the document stands. Owns no data."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.types import Document, Presence, State
from app.gui.appearance import Colours, current_colours
from app.gui.icons import draw_icon
from app.gui.library_model import LibraryModel
from app.gui.wording import away, clean_line, number, second_line

Index = QModelIndex | QPersistentModelIndex
TICK = 16
LEFT = 16
INDENT = 6
_ICONS = {
    State.WAITING: ("clock", "secondary"),
    State.SEARCHABLE: ("search", "secondary"),
    State.READY: ("check", "success"),
    State.FAILED: ("warning", "danger"),
    State.LOCKED: ("lock", "warning"),
}


class LibraryDelegate(QStyledItemDelegate):
    """Two lines for a document, one for a source."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        if index.parent().isValid():
            return QSize(120, 2 * line + 14)
        return QSize(120, line + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = current_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, colours)
        self._paint_tick(painter, option, index, colours)
        if index.parent().isValid():
            self._paint_document(painter, option, index, colours)
        else:
            self._paint_source(painter, option, index, colours)
        painter.restore()

    def tick_box(self, option: QStyleOptionViewItem, index: Index) -> QRect:
        """Where the tick box of a row stands."""
        is_document = index.parent().isValid()
        left = option.rect.left() + LEFT + (INDENT if is_document else 0)
        if is_document:
            top = option.rect.top() + 7 + (option.fontMetrics.height() - TICK) // 2
        else:
            top = option.rect.center().y() - TICK // 2 + 1
        return QRect(left, top, TICK, TICK)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            where = event.position().toPoint()  # type: ignore[attr-defined]
            if not self.tick_box(option, index).adjusted(-8, -8, 8, 8).contains(where):
                return False
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() != Qt.Key.Key_Space:  # type: ignore[attr-defined]
                return False
        else:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, new, Qt.ItemDataRole.CheckStateRole)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours
    ) -> None:
        area = QRectF(option.rect).adjusted(6, 1, -6, -1)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_selected or is_hovered:
            painter.setBrush(QColor(colours.selected if is_selected else colours.hover))
            painter.drawRoundedRect(area, 7, 7)
        has_focus = option.state & QStyle.StateFlag.State_HasFocus
        if has_focus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_tick(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        box = QRectF(self.tick_box(option, index)).adjusted(0.75, 0.75, -0.75, -0.75)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        is_off = state == Qt.CheckState.Unchecked
        edge = colours.line_strong if is_off else colours.accent
        painter.setPen(QPen(QColor(edge), 1.5))
        painter.setBrush(QColor(colours.surface if is_off else colours.accent))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(QColor(colours.on_accent), 1.8, c=Qt.PenCapStyle.RoundCap))
        x, y, w, h = box.x(), box.y(), box.width(), box.height()
        if state == Qt.CheckState.Checked:
            points = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.31)]
            painter.drawPolyline([QPointF(x + a * w, y + b * h) for a, b in points])
        elif state == Qt.CheckState.PartiallyChecked:
            painter.drawLine(QPointF(x + 0.28 * w, y + h / 2), QPointF(x + 0.72 * w, y + h / 2))

    def _paint_source(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        count = number(index.model().rowCount(index))
        if index.data(LibraryModel.AwayRole):
            count = f"{away()} · {count}"
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        left = option.rect.left() + LEFT + TICK + 10
        area = QRect(option.rect)
        area.setLeft(left)
        area.setRight(option.rect.right() - 16)
        counted = option.fontMetrics.horizontalAdvance(count) + 26
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        self._write(painter, font, colours.text, area.adjusted(0, 0, -counted, 0), _name(index))
        painter.setFont(option.font)
        painter.setPen(QColor(colours.secondary))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -20, 0), right, count)
        painter.translate(area.right() - 6, area.center().y() + 1)
        painter.rotate(90 if is_open else 0)
        painter.setPen(QPen(QColor(colours.secondary), 1.6, c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)])

    def _paint_document(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, colours: Colours
    ) -> None:
        document: Document = index.data(LibraryModel.DocumentRole)
        is_reading = bool(index.data(LibraryModel.ReadingRole))
        line = option.fontMetrics.height()
        left = option.rect.left() + LEFT + INDENT + TICK + 10
        width = option.rect.right() - 16 - left
        top = option.rect.top() + 7
        middle = Qt.TextElideMode.ElideMiddle
        name = option.fontMetrics.elidedText(_name(index), middle, width)
        ink = colours.text if document.presence is Presence.HERE else colours.secondary
        self._write(painter, option.font, ink, QRect(left, top, width, line), name)
        is_here = document.presence is Presence.HERE
        icon, colour = _ICONS[document.state] if is_here else ("clock", "secondary")
        if is_reading and document.state is State.WAITING:
            icon, colour = "refresh", "accent"
        below = top + line
        ratio = painter.device().devicePixelRatioF()
        hue = str(getattr(colours, colour))
        painter.drawPixmap(left, below + (line - 12) // 2, draw_icon(icon, hue, 12, ratio))
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() * 0.88)
        told = second_line(document, is_reading)
        is_bad = is_here and document.state in (State.FAILED, State.LOCKED)
        self._write(
            painter,
            font,
            hue if is_bad else colours.secondary,
            QRect(left + 17, below, width - 17, line),
            told,
        )

    def _write(self, painter: QPainter, font: QFont, colour: str, area: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _name(index: Index) -> str:
    return clean_line(str(index.data(Qt.ItemDataRole.DisplayRole)))
