"""The left pane: the library's documents, what to add, and how far reading is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.core.types import Document, Presence, State
from app.gui.icons import short_lived_icon
from app.gui.library_delegate import LibraryDelegate
from app.gui.library_model import LibraryFilter, LibraryModel
from app.gui.parts import HEAD, Button, ElidedText, IconButton, Notice, Text
from app.gui.progress_card import ProgressCard
from app.gui.question_card import QuestionCard
from app.gui.wording import tooltip

_NARROWEST = 216
_SIDE = 16
"""Pixels: the width it can be reduced to, and what is left free at its sides."""


class LibraryTree(QTreeView):
    """Sources that open and close at a click, documents that open with Return."""

    remove_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Documents of the library"))
        self._delegate = LibraryDelegate(self)
        self.setItemDelegate(self._delegate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        is_source = index.isValid() and not index.parent().isValid()
        beside_tick = event.position().x() > 40
        if is_source and beside_tick and event.button() == Qt.MouseButton.LeftButton:
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_pressed.emit()
            return
        super().keyPressEvent(event)


class LibraryPanel(QWidget):
    """Shows a `LibraryModel`; tells what the user wants done with documents, by their ids."""

    folder_wanted = Signal()
    files_wanted = Signal()
    menu_wanted = Signal(QPoint)
    document_opened = Signal(int)
    password_wanted = Signal(int)
    reread_wanted = Signal(int)
    removal_wanted = Signal(list)
    moving_wanted = Signal(str)
    """A source that is away: the user knows where it is now."""
    empty_removal_wanted = Signal()
    """Of folders without documents."""
    summary_wanted = Signal(list, bool)
    """Documents, and whether every page is to be read."""
    comparison_wanted = Signal(list)

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._filter = LibraryFilter(self)
        self._filter.setSourceModel(model)
        self._closed: set[str] = set()
        self.progress = ProgressCard()
        self.question = QuestionCard()
        self.notice = Notice()
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._show_counts()

    def show_vault(self, name: str, path: str) -> None:
        self._title.setText(name)
        self._title.setToolTip(tooltip(path))

    def show_problems(self) -> None:
        """Show only what could not be read."""
        self._filter.show_only(State.FAILED, State.LOCKED)
        self._only_problems.show()
        self.tree.expandAll()

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
        self._count = Text(role="small")
        self._all = Button(self.tr("Tick all"), role="link")
        self._only_problems = Button(self.tr("Show all documents"), role="link")
        self._only_problems.hide()
        self.tree = LibraryTree()
        self.tree.setModel(self._filter)
        self._count_timer = QTimer(self, singleShot=True, interval=100)
        self._filter_timer = QTimer(self, singleShot=True, interval=120)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._menu)
        self._title.setFixedHeight(HEAD)
        buttons = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(8)
        buttons.addWidget(self._add_folder, 1)
        buttons.addWidget(self._add_files, 1)
        counts = QHBoxLayout()
        counts.addWidget(self._count, 1)
        counts.addWidget(self._only_problems)
        counts.addWidget(self._all)
        top = QVBoxLayout()
        top.setContentsMargins(_SIDE, 10, _SIDE - 2, 6)
        top.setSpacing(10)
        for part in (head, buttons):
            top.addLayout(part)
        top.addWidget(self._search)
        top.addLayout(counts)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(12, 8, 12, 12)
        bottom.setSpacing(8)
        bottom.addWidget(self.notice)
        bottom.addWidget(self.question)
        bottom.addWidget(self.progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        column.addLayout(bottom)

    def _connect(self) -> None:
        self._add_folder.clicked.connect(self.folder_wanted)
        self._add_files.clicked.connect(self.files_wanted)
        self._menu.clicked.connect(self._ask_for_menu)
        self._search.textChanged.connect(self._filter_timer.start)
        self._filter_timer.timeout.connect(self._apply_filter)
        self._all.clicked.connect(self._model.tick_all)
        self._only_problems.clicked.connect(self._show_everything)
        self._model.ticks_changed.connect(self._show_counts)
        self._model.documents_changed.connect(self._count_timer.start)
        self._count_timer.timeout.connect(self._show_counts)
        self._model.modelReset.connect(self._open_sources)
        self._model.rowsInserted.connect(self._open_new_source)
        self.tree.collapsed.connect(self._remember_closed)
        self.tree.expanded.connect(self._remember_open)
        self.tree.activated.connect(self._open)
        self.tree.remove_pressed.connect(self._remove_chosen)
        self.tree.customContextMenuRequested.connect(self._show_actions)
        self.progress.problems_chosen.connect(self.show_problems)

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self._menu.mapToGlobal(QPoint(0, self._menu.height() + 4)))

    def _apply_filter(self) -> None:
        self._filter.setFilterFixedString(self._search.text().strip())
        self._open_sources()

    def _show_everything(self) -> None:
        self._filter.show_only()
        self._only_problems.hide()
        self._open_sources()

    def _show_counts(self) -> None:
        documents = self._model.documents()
        good = self._model.count(State.READY, State.SEARCHABLE)
        self._count.setText(
            self.tr("{good} of {total} can be asked").format(good=good, total=len(documents))
        )
        has_any = bool(documents)
        self._count.setVisible(has_any)
        self._search.setVisible(has_any)
        self._all.setVisible(has_any and self._model.scope() is not None)

    def _open_sources(self) -> None:
        for row in range(self._filter.rowCount()):
            index = self._filter.index(row, 0)
            if index.data(LibraryModel.SourceRole) not in self._closed:
                self.tree.expand(index)

    def _open_new_source(self, parent: QModelIndex, _first: int, _last: int) -> None:
        if not parent.isValid():
            QTimer.singleShot(0, self, self._open_sources)

    def _remember_closed(self, index: QModelIndex) -> None:
        self._closed.add(index.data(LibraryModel.SourceRole))

    def _remember_open(self, index: QModelIndex) -> None:
        self._closed.discard(index.data(LibraryModel.SourceRole))

    def _open(self, index: QModelIndex) -> None:
        document = index.data(LibraryModel.DocumentRole)
        if document is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif document.state is State.LOCKED:
            self.password_wanted.emit(document.id)
        else:
            self.document_opened.emit(document.id)

    def _chosen(self) -> list[Document]:
        found = [i.data(LibraryModel.DocumentRole) for i in self.tree.selectedIndexes()]
        return [document for document in found if document is not None]

    def _remove_chosen(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.removal_wanted.emit([document.id for document in chosen])

    def _show_actions(self, where: QPoint) -> None:
        chosen = self._chosen()
        source = self.tree.indexAt(where)
        if source.isValid() and not source.parent().isValid():
            menu = self.actions_for_source(source)
        elif chosen:
            menu = self.actions_for(chosen)
        else:
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(where))

    def actions_for_source(self, source: QModelIndex) -> QMenu:
        """What can be done with a whole folder."""
        menu = QMenu(self)
        path = source.data(LibraryModel.SourceRole)
        if source.data(LibraryModel.AwayRole):
            self._add_moving(menu, path)
        remove = menu.addAction(short_lived_icon("trash"), self.tr("Remove from the library…"))
        inside = [d.id for d in self._model.documents() if d.source == path]
        if inside:
            remove.triggered.connect(lambda: self.removal_wanted.emit(inside))
        else:
            remove.triggered.connect(self.empty_removal_wanted)
        return menu

    def actions_for(self, chosen: list[Document]) -> QMenu:
        """What can be done with these documents."""
        menu = QMenu(self)
        first = chosen[0]
        if len(chosen) == 1:
            self._add_single_actions(menu, first)
        readable = [d.id for d in chosen if d.pages_read]
        if readable:
            self._add_summary_actions(menu, readable)
        if len(readable) > 1:
            compare = menu.addAction(short_lived_icon("compare"), self.tr("Compare these…"))
            compare.triggered.connect(lambda: self.comparison_wanted.emit(readable))
        only = menu.addAction(short_lived_icon("search"), self.tr("Ask only these"))
        only.triggered.connect(lambda: self._model.tick_only({d.id for d in chosen}))
        menu.addSeparator()
        remove = menu.addAction(short_lived_icon("trash"), self.tr("Remove from the library…"))
        remove.triggered.connect(self._remove_chosen)
        return menu

    def _add_summary_actions(self, menu: QMenu, documents: list[int]) -> None:
        for label, is_thorough in (
            (self.tr("Summarise"), False),
            (self.tr("Summarise, reading every page"), True),
        ):
            action = menu.addAction(short_lived_icon("summary"), label)
            action.triggered.connect(
                lambda _=False, thorough=is_thorough: self.summary_wanted.emit(documents, thorough)
            )

    def _add_moving(self, menu: QMenu, source: str) -> None:
        move = menu.addAction(short_lived_icon("search"), self.tr("Where is this folder now?"))
        move.triggered.connect(lambda: self.moving_wanted.emit(source))
        menu.addSeparator()

    def _add_single_actions(self, menu: QMenu, document: Document) -> None:
        if document.presence is Presence.AWAY:
            self._add_moving(menu, document.source)
        show = menu.addAction(short_lived_icon("page"), self.tr("Show pages"))
        show.setEnabled(document.pages > 0)
        show.triggered.connect(lambda: self.document_opened.emit(document.id))
        if document.state is State.LOCKED:
            give = menu.addAction(short_lived_icon("lock"), self.tr("Give password…"))
            give.triggered.connect(lambda: self.password_wanted.emit(document.id))
        again = menu.addAction(short_lived_icon("refresh"), self.tr("Read again"))
        again.triggered.connect(lambda: self.reread_wanted.emit(document.id))
