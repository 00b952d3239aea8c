"""The list of conversations in the middle pane: search, open, rename, export, delete."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.core.types import Chat
from app.gui import wording
from app.gui.appearance import current_colours
from app.gui.icons import short_lived_icon
from app.gui.parts import Button, IconButton, Text
from app.gui.wording import clean_line

_CHAT = Qt.ItemDataRole.UserRole
_SEARCH_AFTER = 150
"""Milliseconds without a key before the words are searched for."""
_MORE = 44
"""Pixels at the right end of a row, for its menu."""
Index = QModelIndex | QPersistentModelIndex


class ChatDelegate(QStyledItemDelegate):
    """Two lines for a conversation: its title, and when it was used. Owns no data."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = current_colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        chat: Chat = index.data(_CHAT)
        area = option.rect.adjusted(14, 9, -_MORE, -9)
        line = option.fontMetrics.height()
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        upper = QRect(area.left(), area.top(), area.width(), line)
        _write(painter, option.font, colours.text, upper, _title(chat))
        _write(painter, small, colours.secondary, upper.translated(0, line + 2), describe(chat))
        self._paint_more(painter, option)
        painter.restore()

    def _paint_more(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Three dots, where a click leads to what can be done."""
        wanted = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if option.state & wanted:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(current_colours().secondary))
            middle = QPointF(option.rect.right() - _MORE / 2, option.rect.center().y() + 0.5)
            for step in (-5, 0, 5):
                painter.drawEllipse(middle + QPointF(step, 0), 1.6, 1.6)

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


class ChatList(QListWidget):
    """A click or Return opens, F2 renames, Delete deletes; the dots at the right show it all."""

    rename_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chats")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setItemDelegate(ChatDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Conversations"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        where = event.position().toPoint()
        if self.itemAt(where) and where.x() > self.viewport().width() - _MORE:
            self.customContextMenuRequested.emit(where)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_pressed.emit()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QWidget):
    """Shows conversations; tells what the user wants done with one of them, by its number."""

    search_wanted = Signal(str)
    chat_opened = Signal(int)
    rename_wanted = Signal(int)
    export_wanted = Signal(int)
    deletion_wanted = Signal(int)
    all_deletion_wanted = Signal()
    keeping_chosen = Signal(bool)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._make_widgets()
        self._lay_out()
        self._connect()

    @property
    def words(self) -> str:
        """What is searched for now."""
        return self.search.text().strip()

    def show_chats(self, chats: tuple[Chat, ...], keeps: bool) -> None:
        """List these; the one that was chosen stays chosen if it is among them."""
        chosen = self.chosen()
        self.list.clear()
        for chat in chats:
            item = QListWidgetItem(_title(chat))
            item.setData(_CHAT, chat)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_title(chat)}, {describe(chat)}")
            self.list.addItem(item)
            if chosen and chat.id == chosen.id:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and chats:
            self.list.setCurrentRow(0)
        nothing = self.tr("No conversation has all these words.")
        none_yet = self.tr("No conversations yet. Ask your first question below.")
        self._empty.setText(nothing if self.words else none_yet)
        self._empty.setVisible(not chats)
        self.list.setVisible(bool(chats))
        self._delete_all.setVisible(bool(chats) and not self.words)
        self.keeps.setChecked(keeps)

    def chosen(self) -> Chat | None:
        item = self.list.currentItem()
        return item.data(_CHAT) if item else None

    def take_focus(self) -> None:
        """Start to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def actions_for(self, chat: Chat) -> QMenu:
        """What can be done with a conversation."""
        menu = QMenu(self)
        for icon, label, signal in (
            ("page", self.tr("Open"), self.chat_opened),
            ("rename", self.tr("Rename…"), self.rename_wanted),
            ("export", self.tr("Export…"), self.export_wanted),
            ("trash", self.tr("Delete…"), self.deletion_wanted),
        ):
            action = menu.addAction(short_lived_icon(icon), label)
            action.triggered.connect(lambda _=False, wanted=signal: wanted.emit(chat.id))
        return menu

    # Its parts

    def _make_widgets(self) -> None:
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search conversations"))
        self.search.setAccessibleName(self.tr("Search titles, questions and answers"))
        self._close = IconButton("close", self.tr("Close the list of conversations (Esc)"), size=16)
        self.list = ChatList()
        self._empty = Text("", "secondary", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.setContentsMargins(24, 60, 24, 0)
        self._empty.hide()
        self.keeps = QCheckBox(self.tr("Keep new conversations in this library"))
        self.keeps.setAccessibleName(self.keeps.text())
        self.keeps.setToolTip(
            wording.tooltip(
                self.tr("When this is off, new conversations are gone when Strongroom is closed.")
            )
        )
        self._delete_all = Button(self.tr("Delete all…"), role="link")
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_AFTER)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 8)
        head.addWidget(self.search, 1)
        head.addWidget(self._close)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 6, 4, 2)
        foot.addWidget(self.keeps)
        foot.addStretch(1)
        foot.addWidget(self._delete_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 2, 20, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        column.addStretch(0)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(lambda: self.search_wanted.emit(self.words))
        self.search.returnPressed.connect(self._open)
        self._close.clicked.connect(self.closed)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)
        self.list.rename_pressed.connect(lambda: self._tell(self.rename_wanted))
        self.list.delete_pressed.connect(lambda: self._tell(self.deletion_wanted))
        self.list.customContextMenuRequested.connect(self._show_actions)
        self.keeps.clicked.connect(self.keeping_chosen)
        self._delete_all.clicked.connect(self.all_deletion_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the words to what was found."""
        if event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        self._tell(self.chat_opened)

    def _tell(self, signal: SignalInstance) -> None:
        if chat := self.chosen():
            signal.emit(chat.id)

    def _show_actions(self, where: QPoint) -> None:
        item = self.list.itemAt(where)
        if item is None:
            return
        menu = self.actions_for(item.data(_CHAT))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(where))


def describe(chat: Chat) -> str:
    """When a conversation was used, and how long it is."""
    parts = [wording.questions(chat.questions)] if chat.questions else []
    if chat.changed:
        parts.insert(0, wording.day(chat.changed))
    if not chat.kept:
        parts.append(wording.translate("Wording", "not kept"))
    return " · ".join(parts)


def _title(chat: Chat) -> str:
    return clean_line(chat.title) or wording.translate("Wording", "Untitled")


def _write(painter: QPainter, font: QFont, colour: str, area: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
