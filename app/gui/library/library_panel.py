"""The left pane: the library's documents, what to add, and how far reading is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.types import Document, State
from app.gui import wording
from app.gui.library import library_words
from app.gui.library.coverage import CoverageBar, cover_of
from app.gui.library.library_actions import LibraryActions
from app.gui.library.library_list import LibraryList
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_view import PROBLEMS, View
from app.gui.library.library_words import Remedy
from app.gui.library.progress_card import ProgressCard
from app.gui.parts import HEAD, Button, ElidedText, IconButton, Notice, Text
from app.gui.question_card import QuestionCard
from app.gui.wording import tooltip

_NARROWEST = 216
_SIDE = 16
"""Pixels: the width it can be reduced to, and what is left free at its sides."""


class LibraryPanel(QWidget):
    """Shows a `LibraryModel`; tells what the user wants done with documents, by their ids."""

    folder_wanted = Signal()
    files_wanted = Signal()
    menu_wanted = Signal(QPoint)
    document_opened = Signal(int)
    password_wanted = Signal(int)
    rereading_wanted = Signal(list)
    removal_wanted = Signal(list)
    leaving_out_wanted = Signal(list)
    """Of documents of which nothing could be read: nothing is lost with them."""
    moving_wanted = Signal(str)
    """A source that is away: the user knows where it is now."""
    place_wanted = Signal(str, str)
    """Where a folder is, and the name of a document in it or ""."""
    empty_removal_wanted = Signal()
    """Of folders without documents."""
    summary_wanted = Signal(list, bool)
    """Documents, and whether every page is to be read."""
    comparison_wanted = Signal(list)
    coverage_wanted = Signal()
    view_changed = Signal()

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self.actions_of = LibraryActions(model, self)
        self.progress = ProgressCard()
        self.question = QuestionCard()
        self.notice = Notice()
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._connect_actions()
        self._show_counts()

    def show_vault(self, name: str, path: str) -> None:
        self._title.setText(name)
        self._title.setToolTip(tooltip(path))

    def show_view(self, view: View) -> None:
        """Show these documents, in this order."""
        self.model.show(view)
        self._show_counts()
        self.view_changed.emit()

    def show_problems(self) -> None:
        """Show only what could not be read."""
        self.show_view(replace(self.model.view, standings=PROBLEMS, without_text=False))

    def take_focus(self) -> None:
        """Start to filter."""
        self.show()
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def minimumSizeHint(self) -> QSize:
        """Where there is little room, the buttons stand one below the other."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sides = self._buttons.spacing() + 2 * _SIDE
        wanted = sides + sum(b.sizeHint().width() for b in (self._add_folder, self._add_files))
        direction = QBoxLayout.Direction
        fits = self.width() >= wanted
        self._buttons.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    # Layout

    def _make_widgets(self) -> None:
        self._title = ElidedText(self.tr("Library"), "title")
        self._menu = IconButton("menu", self.tr("Menu"))
        self._add_folder = Button(
            self.tr("Add folder…"),
            "add-folder",
            hint=self.tr("Add a folder of documents (Ctrl+Shift+O)"),
        )
        self._add_files = Button(
            self.tr("Add files…"), "add-file", hint=self.tr("Add documents (Ctrl+O)")
        )
        self._search = QLineEdit(clearButtonEnabled=True)
        self._search.setPlaceholderText(self.tr("Filter documents"))
        self._search.setAccessibleName(self.tr("Filter documents by name"))
        self._search.setToolTip(self.tr("Show only documents whose name contains this"))
        self._view = IconButton("sliders", self.tr("Sort, or show only some"))
        self._count = Text(role="small")
        self._all = Button(self.tr("Ask all"), role="link")
        self._these = Button(self.tr("Ask only these"), role="link")
        self._shown = Text(role="strong-small")
        self._again = Button(self.tr("Try all again"), role="link")
        hint = self.tr("Show all documents")
        self._everything = Button(self.tr("Show all"), role="link", hint=hint)
        self._cover = CoverageBar()
        self.rows = LibraryList(self.model)
        self._count_timer = QTimer(self, singleShot=True, interval=200)
        self._filter_timer = QTimer(self, singleShot=True, interval=120)

    def _lay_out(self) -> None:
        self._title.setFixedHeight(HEAD)
        buttons = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addWidget(self._add_folder, 1)
        buttons.addWidget(self._add_files, 1)
        only = QHBoxLayout()
        only.addWidget(self._shown)
        only.addStretch(1)
        only.addWidget(self._again)
        only.addWidget(self._everything)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 10, _SIDE - 2, 4)
        top.setSpacing(10)
        top.addLayout(_row((self._title, 1), (self._menu, 0)))
        top.addLayout(buttons)
        top.addLayout(_row((self._search, 1), (self._view, 0)))
        counts = QVBoxLayout()
        counts.setSpacing(2)
        counts.addLayout(only)
        counts.addLayout(_row((self._count, 1), (self._these, 0), (self._all, 0)))
        counts.addWidget(self._cover)
        top.addLayout(counts)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(12, 8, 12, 12)
        bottom.setSpacing(8)
        for card in (self.notice, self.question, self.progress):
            bottom.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        column.addLayout(bottom)

    # Connections

    def _connect(self) -> None:
        self._add_folder.clicked.connect(self.folder_wanted)
        self._add_files.clicked.connect(self.files_wanted)
        self._menu.clicked.connect(self._ask_for_menu)
        self._view.clicked.connect(self._show_view_menu)
        self._search.textChanged.connect(self._filter_timer.start)
        self._filter_timer.timeout.connect(self._apply_filter)
        self._all.clicked.connect(self.model.tick_all)
        self._these.clicked.connect(lambda: self.model.tick_only(self.model.accepted()))
        self._again.clicked.connect(self._try_all_again)
        self._everything.clicked.connect(self._show_everything)
        self._cover.chosen.connect(self.coverage_wanted)
        self.model.ticks_changed.connect(self._show_counts)
        self.model.documents_changed.connect(self._start_counting)
        self._count_timer.timeout.connect(self._show_counts)
        self._count_timer.timeout.connect(self._show_cover)
        self.rows.opened.connect(self._open)
        self.rows.remedy_chosen.connect(self._apply_remedy)
        self.rows.leaving_out_chosen.connect(lambda d: self.leaving_out_wanted.emit([d.id]))
        self.rows.remove_pressed.connect(self._remove_chosen)
        self.rows.actions_wanted.connect(self._show_actions)
        self.progress.problems_chosen.connect(self.show_problems)

    def _connect_actions(self) -> None:
        actions = self.actions_of
        actions.view_wanted.connect(self.show_view)
        for name in (
            "document_opened", "password_wanted", "rereading_wanted", "removal_wanted",
            "moving_wanted", "place_wanted", "empty_removal_wanted", "summary_wanted",
            "comparison_wanted",
        ):  # fmt: skip
            getattr(actions, name).connect(getattr(self, name))

    # What is shown

    def _apply_filter(self) -> None:
        self.show_view(replace(self.model.view, text=self._search.text().strip()))
        self.rows.scrollToTop()

    def _show_everything(self) -> None:
        self.show_view(replace(self.model.view, standings=frozenset(), without_text=False))

    def _start_counting(self) -> None:
        if not self._count_timer.isActive():
            self._count_timer.start()

    def _show_counts(self) -> None:
        documents = self.model.documents()
        has_any = bool(documents)
        is_all = self.model.scope() is None
        self._count.setText(self._counted(len(documents), is_all))
        for widget in (self._count, self._search, self._view):
            widget.setVisible(has_any)
        self._all.setVisible(has_any and not is_all)
        self._these.setVisible(self._is_worth_asking())
        self._show_filter()

    def _show_cover(self) -> None:
        self._cover.show_cover(cover_of(self.model.documents()))

    def _counted(self, total: int, is_all: bool) -> str:
        if not is_all:
            return wording.scope(self.model.ticked(), total)
        good = self.model.count(State.READY, State.SEARCHABLE)
        return self.tr("{good} of {total} can be asked").format(
            good=wording.number(good), total=wording.number(total)
        )

    def _is_worth_asking(self) -> bool:
        """Whether the view lets through others than those that are asked."""
        if not self.model.view.is_filtered or self.model.view.standings <= PROBLEMS != set():
            return False
        accepted = self.model.accepted()
        return bool(accepted) and set(accepted) != set(self.model.scope() or ())

    def _show_filter(self) -> None:
        view = self.model.view
        is_on = bool(view.standings or view.without_text)
        is_problems = view.standings == PROBLEMS
        if is_problems:
            self._shown.setText(self.tr("Problems"))
        elif view.without_text:
            self._shown.setText(library_words.without_text())
        elif is_on:
            self._shown.setText(library_words.standing_word(next(iter(view.standings))))
        self._shown.setVisible(is_on)
        self._everything.setVisible(is_on)
        self._again.setVisible(is_on and view.standings <= PROBLEMS and bool(self._failed()))

    # What was chosen

    def _open(self, document: Document) -> None:
        if document.state is State.LOCKED:
            self.password_wanted.emit(document.id)
        elif document.state is State.FAILED and not document.pages:
            self.rereading_wanted.emit([document.id])
        else:
            self.document_opened.emit(document.id)

    def _apply_remedy(self, document: Document) -> None:
        remedy = library_words.remedy_of(document)
        if remedy is Remedy.PASSWORD:
            self.password_wanted.emit(document.id)
        elif remedy is Remedy.AGAIN:
            self.rereading_wanted.emit([document.id])
        elif remedy is Remedy.LEAVE_OUT:
            self.leaving_out_wanted.emit([document.id])
        elif remedy is Remedy.FORGET:
            self.removal_wanted.emit([document.id])

    def _failed(self) -> list[int]:
        return [d.id for d in self.model.documents() if d.state is State.FAILED]

    def _try_all_again(self) -> None:
        self.rereading_wanted.emit(self._failed())

    def _remove_chosen(self) -> None:
        chosen = self.rows.chosen()
        if chosen:
            self.removal_wanted.emit([document.id for document in chosen])

    # Menus

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self._menu.mapToGlobal(QPoint(0, self._menu.height() + 4)))

    def _show_view_menu(self) -> None:
        menu = self.actions_of.for_view()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._view.mapToGlobal(QPoint(0, self._view.height() + 4)))

    def _show_actions(self, index: QModelIndex, where: QPoint) -> None:
        source, chosen = index.data(LibraryModel.SourceRole), self.rows.chosen()
        if source is None and not chosen:
            return
        actions = self.actions_of
        menu = actions.for_documents(chosen) if source is None else actions.for_source(source)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget, stretch in parts:
        row.addWidget(widget, stretch)
    return row
