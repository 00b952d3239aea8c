"""The library as Qt sees it: a list of sources, and under each its documents, with ticks.

Owns which documents are ticked and which sources are closed. Unticked ones are kept by id: what is
new is ticked. One flat list with rows of one height is what stays quick with thousands of rows.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.core.events import InHand
from app.core.types import Document, Presence, State
from app.gui import wording
from app.gui.library import library_words
from app.gui.library.library_view import (
    Name,
    Row,
    SourceRow,
    View,
    arrange,
    by_name,
    name_of,
)

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemNeverHasChildren
)
_PAUSE = 150
"""Milliseconds between two times that the rows are arranged while documents come in."""


class LibraryModel(QAbstractListModel):
    """Rows are sources and documents, as the `view` wants them."""

    DocumentRole = _Role.UserRole + 1
    InHandRole = _Role.UserRole + 2
    SourceRole = _Role.UserRole + 3
    AwayRole = _Role.UserRole + 4
    OpenRole = _Role.UserRole + 5
    SourceRowRole = _Role.UserRole + 6

    ticks_changed = Signal()
    documents_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: dict[str, dict[int, Document]] = {}
        self._homes: dict[int, str] = {}
        """The source of each document."""
        self._all: list[Document] | None = None
        """All documents, until one changes."""
        self._names: dict[int, Name] = {}
        self._by_name: dict[str, list[int]] = {}
        """The documents of each source in the order of their names, until one joins or leaves."""
        self._unticked: set[int] = set()
        self._closed: set[str] = set()
        self._in_hand: dict[int, InHand] = {}
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}
        self.view = View()
        self._arranging = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arranging.timeout.connect(self._arrange)

    # What it holds

    def load(self, documents: tuple[Document, ...], sources: tuple[str, ...]) -> None:
        """Replace everything."""
        self._all = None
        self._sources = {source: {} for source in sources}
        for document in documents:
            self._sources.setdefault(document.source, {})[document.id] = document
        self._homes = {document.id: document.source for document in documents}
        self._names = {document.id: name_of(document) for document in documents}
        self._by_name = {}
        self._unticked &= self._homes.keys()
        self._closed &= self._sources.keys()
        self._arrange()
        self.ticks_changed.emit()
        self.documents_changed.emit()

    def update_document(self, document: Document) -> None:
        """Note a document's new state, or a new document; the rows follow in a moment."""
        self._all = None
        known = self.document(document.id)
        if known is None or known.path != document.path:
            self._by_name = {}
        if known is not None and known.source != document.source:
            del self._sources[known.source][document.id]
        self._sources.setdefault(document.source, {})[document.id] = document
        self._homes[document.id] = document.source
        self._names[document.id] = name_of(document)
        self._announce(document.id)
        if not self._arranging.isActive():
            self._arranging.start()
        self.documents_changed.emit()

    def show_in_hand(self, in_hand: tuple[InHand, ...]) -> None:
        """Mark the documents that are being read."""
        before, self._in_hand = self._in_hand, {one.document: one for one in in_hand}
        for document in before.keys() | self._in_hand.keys():
            if before.get(document) != self._in_hand.get(document):
                self._announce(document)

    def show(self, view: View) -> None:
        """Show these documents, in this order."""
        if view != self.view:
            self.view = view
            self._arrange()

    def toggle(self, source: str) -> None:
        """Open a source that is closed, or close it."""
        self._closed ^= {source}
        self._arrange()

    def is_open(self, source: str) -> bool:
        return source not in self._closed

    def documents(self) -> list[Document]:
        if self._all is None:
            inside = self._sources.values()
            self._all = [document for documents in inside for document in documents.values()]
        return self._all

    def document(self, number: int) -> Document | None:
        home = self._homes.get(number)
        return None if home is None else self._sources[home][number]

    def documents_of(self, source: str) -> list[Document]:
        return list(self._sources.get(source, {}).values())

    def accepted(self) -> list[int]:
        """Ids of the documents that the view lets through, those of closed sources too."""
        found = (row.documents for row in self._rows if isinstance(row, SourceRow))
        return [number for documents in found for number in documents]

    def row_of(self, number: int) -> QModelIndex:
        """Where a document is shown; invalid when it is not."""
        place = self._places.get(number)
        return QModelIndex() if place is None else self.index(place)

    def row_of_source(self, path: str) -> QModelIndex:
        """Where a source is shown; invalid when it is not."""
        place = next(
            (
                i
                for i, row in enumerate(self._rows)
                if isinstance(row, SourceRow) and row.path == path
            ),
            None,
        )
        return QModelIndex() if place is None else self.index(place)

    def count(self, *states: State) -> int:
        return sum(document.state in states for document in self.documents())

    # Ticks

    def ticked(self) -> int:
        return len(self._homes) - len(self._unticked)

    def scope(self) -> tuple[int, ...] | None:
        """Ids of the ticked documents; None when all are."""
        if not self._unticked:
            return None
        return tuple(number for number in self._homes if number not in self._unticked)

    def asked(self) -> list[Document]:
        """The ticked documents."""
        return [document for document in self.documents() if document.id not in self._unticked]

    def tick_all(self) -> None:
        self._take_ticks(set())

    def tick_only(self, numbers: Collection[int]) -> None:
        """Tick these documents and no others."""
        self._take_ticks(self._homes.keys() - set(numbers))

    def set_ticks(self, rows: Collection[Index], is_ticked: bool) -> None:
        """Tick or untick these rows; a source's row stands for all documents shown under it."""
        numbers: set[int] = set()
        for index in rows:
            row = self._rows[index.row()]
            numbers.update(row.documents if isinstance(row, SourceRow) else (row,))
        self._take_ticks(self._unticked - numbers if is_ticked else self._unticked | numbers)

    def _take_ticks(self, unticked: set[int]) -> None:
        self._unticked = unticked
        if self._rows:
            everything = self.index(0), self.index(len(self._rows) - 1)
            self.dataChanged.emit(*everything, [_Role.CheckStateRole])
        self.ticks_changed.emit()

    # What Qt asks

    def index(self, row: int, column: int | None = 0, parent: Index = _NOWHERE) -> QModelIndex:
        """Qt's own asks for the number of rows twice, which is felt with thousands of rows."""
        if 0 <= row < len(self._rows) and not column and not parent.isValid():
            return self.createIndex(row, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, SourceRow):
            return self._source_data(row, role)
        document = self.document(row)  # none while it is being taken out
        return None if document is None else self._document_data(document, role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        self.set_ticks([index], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _document_data(self, document: Document, role: int) -> Any:
        if role == self.DocumentRole:
            return document
        if role == _Role.DisplayRole:
            return wording.clean_line(document.name)
        if role == _Role.CheckStateRole:
            is_off = document.id in self._unticked
            return Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked
        if role == self.InHandRole:
            return self._in_hand.get(document.id)
        if role == _Role.ToolTipRole:
            return wording.tooltip(library_words.told_in_full(document))
        if role == _Role.AccessibleTextRole:
            return library_words.spoken(document, self._in_hand.get(document.id))
        return None

    def _source_data(self, row: SourceRow, role: int) -> Any:
        name = wording.clean_line(PurePath(row.path).name or row.path)
        is_away = self._is_away(row.path)
        if role == _Role.DisplayRole:
            return name
        if role == self.SourceRole:
            return row.path
        if role == self.SourceRowRole:
            return row
        if role == self.AwayRole:
            return is_away
        if role == self.OpenRole:
            return self.is_open(row.path)
        if role == _Role.CheckStateRole:
            return self._source_tick(row)
        if role == _Role.ToolTipRole:
            explained = f"\n{wording.away_explained()}" if is_away else ""
            return wording.tooltip(f"{row.path}{explained}")
        if role == _Role.AccessibleTextRole:
            return library_words.spoken_source(row, name, self.is_open(row.path), is_away)
        return None

    def _is_away(self, source: str) -> bool:
        """Whether the folder itself is not there, as opposed to some of its files."""
        found = {document.presence for document in self.documents_of(source)}
        return Presence.AWAY in found and Presence.HERE not in found

    def _source_tick(self, row: SourceRow) -> Qt.CheckState:
        if self._unticked.isdisjoint(row.documents):
            return Qt.CheckState.Checked
        is_off = self._unticked.issuperset(row.documents)
        return Qt.CheckState.Unchecked if is_off else Qt.CheckState.PartiallyChecked

    # Inside

    def _arrange(self) -> None:
        """Bring the rows in step with what is held and what is wanted."""
        self._arranging.stop()
        if not self._by_name:
            for path, found in self._sources.items():
                self._by_name[path] = [d.id for d in by_name(found.values(), self._names)]
        inside = {path: [self._sources[path][n] for n in ns] for path, ns in self._by_name.items()}
        rows = arrange(inside, self._names, self.view, self._closed)
        if rows == self._rows:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {row: place for place, row in enumerate(rows) if isinstance(row, int)}
        self.endResetModel()

    def _announce(self, number: int) -> None:
        place = self._places.get(number)
        if place is not None:
            self.dataChanged.emit(self.index(place), self.index(place))
