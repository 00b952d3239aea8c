"""Draws a row of the library: a tick box, a name, where the document stands, and what to do.

Owns no data; tells which part of a row a point belongs to.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from app.core.events import InHand
from app.core.types import Document, Presence
from app.gui.appearance import Colours, current_colours
from app.gui.icons import draw_icon
from app.gui.library.coverage import cover_of, paint_cover
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_view import Standing, standing
from app.gui.library.library_words import (
    can_be_left_out,
    counted,
    leave_out,
    pages,
    remedy,
    remedy_of,
    second_line,
)
from app.gui.wording import away, tooltip

Index = QModelIndex | QPersistentModelIndex
TICK = 16
LEFT, RIGHT = 14, 12
INDENT = 4
_GAP = 9
_TOP = 6
_MARK = 12
_ICONS = {
    Standing.WAITING: ("clock", "secondary"),
    Standing.SEARCHABLE: ("search", "secondary"),
    Standing.READY: ("check", "success"),
    Standing.CHANGED: ("refresh", "secondary"),
    Standing.FAILED: ("warning", "danger"),
    Standing.LOCKED: ("lock", "warning"),
    Standing.AWAY: ("folder", "secondary"),
    Standing.GONE: ("warning", "warning"),
}


class Part(Enum):
    """What a click on a row is about."""

    ROW = "row"
    TICK = "tick"
    REMEDY = "remedy"
    LEAVE_OUT = "leave out"


class LibraryDelegate(QStyledItemDelegate):
    """Two lines for every row: the view can count on it that all are of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 2 * _TOP + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = current_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, colours)
        document: Document | None = index.data(LibraryModel.DocumentRole)
        _paint_tick(painter, self.tick_box(option, document is not None), index, colours)
        row = _Row(painter, option, colours)
        if document is None:
            row.paint_source(index)
        else:
            row.paint_document(document, index)
        painter.restore()

    def tick_box(self, option: QStyleOptionViewItem, is_document: bool) -> QRect:
        """Where the tick box of a row stands: beside its first line."""
        left = option.rect.left() + LEFT + (INDENT if is_document else 0)
        top = option.rect.top() + _TOP + (option.fontMetrics.height() - TICK) // 2
        return QRect(left, top, TICK, TICK)

    def part_at(self, option: QStyleOptionViewItem, index: Index, where: QPoint) -> Part:
        document: Document | None = index.data(LibraryModel.DocumentRole)
        if self.tick_box(option, document is not None).adjusted(-8, -8, 8, 8).contains(where):
            return Part.TICK
        if document is None:
            return Part.ROW
        if can_be_left_out(document) and leave_out_box(option).contains(where):
            return Part.LEAVE_OUT
        return Part.REMEDY if remedy_box(option, document).contains(where) else Part.ROW

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if self.part_at(option, index, event.pos()) is Part.LEAVE_OUT:
            QToolTip.showText(event.globalPos(), tooltip(leave_out()), view)
            return True
        return super().helpEvent(event, view, option, index)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            where = event.position().toPoint()  # type: ignore[attr-defined]
            if self.part_at(option, index, where) is not Part.TICK:
                return False
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() != Qt.Key.Key_Space:  # type: ignore[attr-defined]
                return False
        else:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, new, Qt.ItemDataRole.CheckStateRole)


def leave_out_box(option: QStyleOptionViewItem) -> QRect:
    """The cross at the end of the first line of a document that could not be read."""
    line = option.fontMetrics.height()
    return QRect(option.rect.right() - RIGHT - 18, option.rect.top() + _TOP - 2, 24, line + 2)


def remedy_box(option: QStyleOptionViewItem, document: Document) -> QRect:
    """The words at the end of the second line that say what to do; empty when there are none."""
    found = remedy_of(document)
    if found is None:
        return QRect()
    line = option.fontMetrics.height()
    wide = QFontMetrics(_link(option.font)).horizontalAdvance(remedy(found)) + 12
    left = option.rect.right() - RIGHT - wide + 6
    return QRect(left, option.rect.top() + _TOP + line, wide, line + 4)


def split(name: str, metrics: QFontMetrics, room: int) -> tuple[str, str]:
    """A name on two lines, cut after a word where there is one."""
    if metrics.horizontalAdvance(name) <= room:
        return name, ""
    fitting = len(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)) - 1
    cuts = [i for i in range(fitting, fitting // 2, -1) if name[i - 1] in " -_."]
    cut = cuts[0] if cuts else max(fitting, 1)
    return name[:cut].rstrip(), name[cut:].lstrip()


class _Row:
    """One row while it is painted."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
        self._painter, self._option, self._colours = painter, option, colours
        self._line = option.fontMetrics.height()
        self._top = option.rect.top() + _TOP
        self._right = option.rect.right() - RIGHT
        self._small = QFont(option.font)
        self._small.setPointSizeF(option.font.pointSizeF() * 0.88)

    def paint_source(self, index: Index) -> None:
        colours = self._colours
        left = self._option.rect.left() + LEFT + TICK + _GAP
        bold = QFont(self._option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        first = QRect(left, self._top, self._right - left - 20, self._line)
        self._write(bold, colours.text, first, name)
        row = index.data(LibraryModel.SourceRowRole)
        words = counted(row)
        if index.data(LibraryModel.AwayRole):
            words = f"{away()} · {words}"
        second = QRect(left, self._top + self._line, self._right - left - 76, self._line)
        self._write(self._small, colours.secondary, second, words)
        model = index.model()
        if isinstance(model, LibraryModel):
            cover = cover_of(model.documents_of(row.path))
            middle = self._top + self._line * 1.5
            bar = QRectF(self._right - 64, middle - 1.5, 64, 4)
            if not cover.is_whole:
                paint_cover(self._painter, bar, cover, colours)
        self._paint_chevron(bool(index.data(LibraryModel.OpenRole)))

    def paint_document(self, document: Document, index: Index) -> None:
        colours, metrics = self._colours, self._option.fontMetrics
        left = self._option.rect.left() + LEFT + INDENT + TICK + _GAP
        in_hand: InHand | None = index.data(LibraryModel.InHandRole)
        kind = standing(document)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        room = self._right - left - _MARK - 8
        ink = colours.text if document.presence is Presence.HERE else colours.secondary
        first, rest = split(name, metrics, room)
        is_plain = kind is Standing.READY and in_hand is None
        if rest and not is_plain:
            first = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self._write(self._option.font, ink, QRect(left, self._top, room, self._line), first)
        self._paint_mark(document, in_hand)
        below = QRect(left, self._top + self._line, self._right - left, self._line)
        if rest and is_plain:
            self._paint_rest(rest, document, below)
        else:
            self._paint_standing(document, in_hand, index, below)

    def _paint_rest(self, rest: str, document: Document, area: QRect) -> None:
        """What is left of a long name, and the pages if there is room for them."""
        metrics = self._option.fontMetrics
        count = pages(document)
        wide = QFontMetrics(self._small).horizontalAdvance(count)
        has_room = metrics.horizontalAdvance(rest) + wide + 16 <= area.width()
        room = area.width() - (wide + 12 if has_room else 0)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideMiddle, room)
        self._write(self._option.font, self._colours.text, area, shown)
        if has_room:
            end = QRect(area.right() - wide - 1, area.top(), wide + 2, area.height())
            self._write(self._small, self._colours.secondary, end, count)

    def _paint_standing(
        self, document: Document, in_hand: InHand | None, index: Index, area: QRect
    ) -> None:
        model = index.model()
        assert isinstance(model, LibraryModel)
        found = remedy_of(document) if in_hand is None else None
        if found is not None:
            box = remedy_box(self._option, document)
            area.setRight(box.left() - 4)
            words = box.adjusted(6, 0, 0, -4)
            self._write(_link(self._option.font), self._colours.accent_ink, words, remedy(found))
        told = second_line(document, in_hand, model.view.order)
        is_bad = found is not None
        hue = getattr(self._colours, _ICONS[standing(document)][1]) if is_bad else ""
        self._write(self._small, hue or self._colours.secondary, area, told)
        if in_hand is not None and in_hand.total:
            whole = QRectF(area.left(), area.bottom() + 1, area.width(), 2)
            self._painter.fillRect(whole, QColor(self._colours.line))
            whole.setWidth(whole.width() * in_hand.done / in_hand.total)
            self._painter.fillRect(whole, QColor(self._colours.accent))

    def _paint_mark(self, document: Document, in_hand: InHand | None) -> None:
        """The sign at the end of the first line; a cross is the way out of the library."""
        icon, colour = _ICONS[standing(document)]
        if in_hand is not None:
            icon, colour = "refresh", "accent"
        elif can_be_left_out(document):
            icon, colour = "close", "secondary"
        ratio = self._painter.device().devicePixelRatioF()
        hue = str(getattr(self._colours, colour))
        where = QPoint(self._right - _MARK, self._top + (self._line - _MARK) // 2)
        self._painter.drawPixmap(where, draw_icon(icon, hue, _MARK, ratio))

    def _paint_chevron(self, is_open: bool) -> None:
        painter = self._painter
        painter.translate(self._right - _MARK / 2, self._top + self._line / 2)
        painter.rotate(90 if is_open else 0)
        pen = QPen(QColor(self._colours.secondary), 1.6, c=Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)])

    def _write(self, font: QFont, colour: str, area: QRect, text: str) -> None:
        painter = self._painter
        painter.setFont(font)
        painter.setPen(QColor(colour))
        end = Qt.TextElideMode.ElideRight
        elided = painter.fontMetrics().elidedText(text, end, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)


def _link(font: QFont) -> QFont:
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * 0.88)
    found.setWeight(QFont.Weight.DemiBold)
    return found


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
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


def _paint_tick(painter: QPainter, place: QRect, index: Index, colours: Colours) -> None:
    box = QRectF(place).adjusted(0.75, 0.75, -0.75, -0.75)
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
