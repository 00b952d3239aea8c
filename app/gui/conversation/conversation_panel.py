"""The middle pane: the conversation, and where the next question is typed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.types import Chat, Turn
from app.gui import wording
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.exact_panel import ExactPanel
from app.gui.conversation.history_panel import HistoryPanel
from app.gui.conversation.question_field import QuestionField
from app.gui.conversation.turn_view import TurnView, show_turn
from app.gui.conversation.welcome import Suggestions, Welcome
from app.gui.icons import short_lived_icon
from app.gui.parts import HEAD, ElidedButton, IconButton, Notice, Scrolled, empty

_WIDEST = 740
_CHATS_IN_MENU = 8


class ConversationPanel(QWidget):
    """Shows turns and the way to other conversations; owns none of them."""

    chat_chosen = Signal(int)
    new_chat_wanted = Signal()
    chat_deletion_wanted = Signal(int)
    rename_wanted = Signal(int)
    export_wanted = Signal(int)
    history_wanted = Signal()
    search_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conversation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._chats: tuple[Chat, ...] = ()
        self._current: int | None = None
        self.turns: list[TurnView] = []
        self.welcome = Welcome()
        self.suggestions = Suggestions()
        self.history = HistoryPanel()
        self.exact = ExactPanel()
        self.question = QuestionField()
        self.notice = Notice()
        self._make_head()
        self._make_body()
        self._lay_out()

    # What it shows

    def show_chats(self, chats: tuple[Chat, ...], current: int | None) -> None:
        """The conversations there are, and the one that is open."""
        self._chats, self._current = chats, current
        title = next((chat.title for chat in chats if chat.id == current), "")
        self.show_title(title or self.tr("New conversation"))
        self._new.setEnabled(current is not None)

    def show_title(self, title: str) -> None:
        self._titled = title
        self._show_head()

    def _show_head(self) -> None:
        title = self.tr("Conversations") if self.shows_history else self._titled
        title = self.tr("Search every page") if self.shows_exact else title
        self._title.show_label(wording.menu_text(title, 48).replace("&&", "&"))

    def show_turns(self, turns: tuple[Turn, ...], shows_unsupported: bool) -> None:
        """Replace what is shown by these turns."""
        self.clear()
        for turn in turns:
            self.add_turn(show_turn(turn, shows_unsupported))

    def add_turn(self, turn: TurnView) -> None:
        if self.turns:
            line = QFrame()
            line.setProperty("role", "hairline")
            self._column.insertWidget(self._column.count() - 1, line)
        self.turns.append(turn)
        self._column.insertWidget(self._column.count() - 1, turn)
        self._stack.setCurrentWidget(self._scroll)
        self._follows = True
        QTimer.singleShot(0, self, self._scroll_down)

    def copy_last(self) -> None:
        """Put the latest answer on the clipboard, with its sources."""
        feet = [foot for turn in self.turns for foot in turn.findChildren(Footer)]
        if feet:
            feet[-1].copy()

    def clear(self) -> None:
        """Show no turn."""
        self.turns = []
        empty(self._column, keep=1)

    def cut(self, first: int) -> None:
        """Show only the first so many turns."""
        for turn in self.turns[first:]:
            self._take_out(turn)
        self.turns = self.turns[:first]

    def _take_out(self, turn: TurnView) -> None:
        """With the line above it."""
        place = self._column.indexOf(turn)
        for position in (place, place - 1) if place else (place,):
            item = self._column.takeAt(position)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()

    def show_start(self, has_documents: bool) -> None:
        """Show what stands there before a first question."""
        self._beginning = self._start if has_documents else self._first
        if not self.turns and not (self.shows_history or self.shows_exact):
            self._stack.setCurrentWidget(self._beginning)

    @property
    def shows_history(self) -> bool:
        """Whether the list of conversations is seen in place of the open one."""
        return self._stack.currentWidget() is self._history_page

    @property
    def shows_exact(self) -> bool:
        """Whether the search of all pages is seen in place of the open conversation."""
        return self._stack.currentWidget() is self._exact_page

    def show_history(self) -> None:
        self._stack.setCurrentWidget(self._history_page)

    def show_exact(self) -> None:
        self._stack.setCurrentWidget(self._exact_page)

    def hide_history(self) -> bool:
        """Show the open conversation again; whether a list or the search was seen."""
        was_seen = self.shows_history or self.shows_exact
        if was_seen:
            self._stack.setCurrentWidget(self._scroll if self.turns else self._beginning)
        return was_seen

    # Its parts

    def _make_head(self) -> None:
        self._title = ElidedButton(
            self.tr("New conversation"),
            "chevron-down",
            "title",
            self.tr("Switch to another conversation"),
        )
        self._title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._title.clicked.connect(self._show_menu)
        self._search = IconButton("search", self.tr("Search every page (Ctrl+Shift+F)"))
        self._search.clicked.connect(self.search_wanted)
        self._new = IconButton("new-chat", self.tr("New conversation (Ctrl+N)"))
        self._new.clicked.connect(self.new_chat_wanted)
        self.new_chat_wanted.connect(self.hide_history)

    def _make_body(self) -> None:
        self._stack = QStackedWidget()
        self._first = _page(_centred_column(Scrolled(), self.welcome, 560))
        self._start = _page(_centred_column(Scrolled(), self.suggestions, 640))
        turns = QWidget()
        self._column = QVBoxLayout(turns)
        self._column.setContentsMargins(28, 12, 28, 28)
        self._column.setSpacing(26)
        self._column.addStretch(1)
        self._scroll = _page(_centred_column(Scrolled(), turns, _WIDEST))
        self._follows = True
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.valueChanged.connect(self._notice_scrolling)
        self._titled = self.tr("New conversation")
        self._history_page = _centred_column(QWidget(), self.history, _WIDEST)
        self._exact_page = _centred_column(QWidget(), self.exact, _WIDEST)
        self._beginning = self._first
        pages = (self._first, self._start, self._scroll, self._history_page, self._exact_page)
        for page in pages:
            self._stack.addWidget(page)
        self._stack.currentChanged.connect(self._show_head)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 14, 4)
        self._new.setFixedHeight(HEAD)
        self._search.setFixedHeight(HEAD)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._search)
        head.addWidget(self._new)
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 4, 0, 14)
        foot.setSpacing(8)
        foot.addWidget(_centred_column(QWidget(), _padded(self.notice), _WIDEST))
        foot.addWidget(_centred_column(QWidget(), _padded(self.question), _WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    # Following the text as it grows

    def settle(self, turn: TurnView) -> None:
        """`turn` is over: have all of it in view, or else at least where it begins."""
        self._follows = False
        QTimer.singleShot(0, self, lambda: self._bring_into_view(turn))

    def reveal(self, turn: TurnView) -> None:
        """Have the question of `turn` in view."""
        self._follows = False
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(turn.question, 0, 40))

    def _bring_into_view(self, turn: TurnView) -> None:
        if turn not in self.turns:
            return
        bar = self._scroll.verticalScrollBar()
        if turn.height() + 40 <= self._scroll.viewport().height():
            bar.setValue(bar.maximum())
        elif not turn.text.isVisible():
            bar.setValue(turn.y() - 12)

    def _scroll_down(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _follow(self, _least: int, most: int) -> None:
        if self._follows:
            self._scroll.verticalScrollBar().setValue(most)

    def _notice_scrolling(self, value: int) -> None:
        self._follows = value >= self._scroll.verticalScrollBar().maximum() - 40

    # Conversations

    def _show_menu(self) -> None:
        menu = self.chats_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._title.mapToGlobal(QPoint(0, self._title.height() + 2)))

    def chats_menu(self) -> QMenu:
        """The ways to other conversations."""
        menu = QMenu(self)
        new = menu.addAction(short_lived_icon("new-chat"), self.tr("New conversation"))
        new.triggered.connect(self.new_chat_wanted)
        menu.addSeparator()
        for chat in self._chats[:_CHATS_IN_MENU]:
            action = menu.addAction(wording.menu_text(chat.title) or self.tr("Untitled"))
            if chat.id == self._current:
                action.setIcon(short_lived_icon("check", "accent"))
            action.triggered.connect(lambda _=False, number=chat.id: self.chat_chosen.emit(number))
        everything = menu.addAction(short_lived_icon("search"), self.tr("All conversations…"))
        everything.triggered.connect(self.history_wanted)
        if self._current is not None:
            menu.addSeparator()
            for icon, label, signal in (
                ("rename", self.tr("Rename this conversation…"), self.rename_wanted),
                ("export", self.tr("Export this conversation…"), self.export_wanted),
                ("trash", self.tr("Delete this conversation…"), self.chat_deletion_wanted),
            ):
                action = menu.addAction(short_lived_icon(icon), label)
                action.triggered.connect(lambda _=False, s=signal: s.emit(self._current))
        return menu


def _page(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def _centred_column(outer: QWidget, inside: QWidget, widest: int) -> QWidget:
    inside.setMaximumWidth(widest)
    row = QHBoxLayout(outer)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inside, 200)
    row.addStretch(1)
    return outer


def _padded(inside: QWidget) -> QWidget:
    outer = QWidget()
    row = QHBoxLayout(outer)
    row.setContentsMargins(20, 0, 20, 0)
    row.addWidget(inside)
    return outer
