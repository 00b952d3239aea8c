"""The list of the library: what keys and clicks on its rows mean. Owns no document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from app.core.types import Document
from app.gui.appearance import current_colours
from app.gui.library.library_delegate import LibraryDelegate, Part
from app.gui.library.library_model import Index, LibraryModel

_NOW = QItemSelectionModel.SelectionFlag.NoUpdate
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class LibraryList(QListView):
    """Sources that open and close at a click or with the arrow keys; documents under them."""

    remove_pressed = Signal()
    opened = Signal(object)
    """A document, by Return or a double click."""
    remedy_chosen = Signal(object)
    leaving_out_chosen = Signal(object)
    actions_wanted = Signal(QModelIndex, QPoint)

    def __init__(self, model: LibraryModel) -> None:
        super().__init__()
        self._model = model
        self._kept: tuple[list[int], int | None, int] = ([], None, 0)
        self._delegate = LibraryDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Documents of the library"))
        self.activated.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def chosen(self) -> list[Document]:
        """The selected documents."""
        found = [index.data(LibraryModel.DocumentRole) for index in self.selectedIndexes()]
        return [document for document in found if document is not None]

    # What is selected, and how far it is scrolled, stays when rows come and go

    def _keep(self) -> None:
        current: Document | None = self.currentIndex().data(LibraryModel.DocumentRole)
        numbers = [document.id for document in self.chosen()]
        place = self.verticalScrollBar().value()
        self._kept = numbers, current.id if current else None, place

    def _restore(self) -> None:
        numbers, current, place = self._kept
        selection = QItemSelection()
        for number in numbers:
            index = self._model.row_of(number)
            if index.isValid():
                selection.select(index, index)
        self.selectionModel().select(selection, _SELECT)
        if current is not None:
            self.selectionModel().setCurrentIndex(self._model.row_of(current), _NOW)
        self.verticalScrollBar().setValue(place)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """All rows have one height, so nothing is laid out anew; thousands would take a moment."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self.remove_pressed.emit()
        elif key == Qt.Key.Key_Space and index.isValid():
            self._toggle_ticks(index)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and index.isValid():
            self._open_or_close(index, key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _toggle_ticks(self, index: QModelIndex) -> None:
        """Of all that is selected, as the current one is toggled."""
        is_ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        rows = {*self.selectedIndexes(), index}
        self._model.set_ticks(rows, not is_ticked)

    def _open_or_close(self, index: QModelIndex, is_opening: bool) -> None:
        source = index.data(LibraryModel.SourceRole)
        document: Document | None = index.data(LibraryModel.DocumentRole)
        if document is not None and not is_opening:
            self.setCurrentIndex(self._model.row_of_source(document.source))
        elif source is not None and self._model.is_open(source) != is_opening:
            self._toggle(source)

    def _toggle(self, source: str) -> None:
        self._model.toggle(source)
        self.setCurrentIndex(self._model.row_of_source(source))

    def _open(self, index: QModelIndex) -> None:
        document = index.data(LibraryModel.DocumentRole)
        if document is not None:
            self.opened.emit(document)
        elif not self._is_under_mouse(index):
            self._toggle(index.data(LibraryModel.SourceRole))

    def _is_under_mouse(self, index: QModelIndex) -> bool:
        """A double click on a source has toggled it already, as two clicks."""
        where = self.viewport().mapFromGlobal(self.cursor().pos())
        return self.visualRect(index).contains(where) and self.underMouse()

    # The mouse

    def part_at(self, where: QPoint) -> tuple[QModelIndex, Part]:
        index = self.indexAt(where)
        if not index.isValid():
            return index, Part.ROW
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return index, self._delegate.part_at(option, index, where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index, part = self.part_at(event.position().toPoint())
        source, document = (
            index.data(LibraryModel.SourceRole),
            index.data(LibraryModel.DocumentRole),
        )
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if part is Part.REMEDY:
            self.remedy_chosen.emit(document)
        elif part is Part.LEAVE_OUT:
            self.leaving_out_chosen.emit(document)
        elif source is not None and part is Part.ROW:
            self._toggle(source)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        _, part = self.part_at(event.position().toPoint())
        can_act = part in (Part.REMEDY, Part.LEAVE_OUT)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if can_act else arrow)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where, index = event.pos(), self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            where = self.visualRect(index).center()
        if index.isValid():
            self.actions_wanted.emit(index, self.viewport().mapToGlobal(where))

    # Nothing to show

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rowCount() or not self._model.view.is_filtered:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(current_colours().secondary))
        area = self.viewport().rect().adjusted(24, 32, -24, -24)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        words = self.tr("No document like this.")
        painter.drawText(area, int(centre | Qt.TextFlag.TextWordWrap), words)
