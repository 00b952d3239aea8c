"""The library as Qt sees it: sources, and under each its documents, with ticks.

Owns which documents are ticked. Unticked ones are kept by id: what is new is ticked.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from app.core.types import Document, Presence, State
from app.gui import wording

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class LibraryModel(QAbstractItemModel):
    """Sources are rows without parent; their documents carry the source's row + 1 as id."""

    DocumentRole = _Role.UserRole + 1
    ReadingRole = _Role.UserRole + 2
    SourceRole = _Role.UserRole + 3
    AwayRole = _Role.UserRole + 4

    ticks_changed = Signal()
    documents_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: list[str] = []
        self._documents: list[list[Document]] = []
        self._places: dict[int, tuple[int, int]] = {}
        self._unticked: set[int] = set()
        self._current = ""

    # What it holds

    def load(self, documents: tuple[Document, ...], sources: tuple[str, ...]) -> None:
        """Replace everything."""
        self.beginResetModel()
        by_source: dict[str, list[Document]] = {source: [] for source in sources}
        for document in documents:
            by_source.setdefault(document.source, []).append(document)
        self._sources = list(by_source)
        self._documents = [sorted(d, key=_by_name) for d in by_source.values()]
        self._find_places()
        self._unticked &= self._places.keys()
        self.endResetModel()
        self.ticks_changed.emit()

    def update_document(self, document: Document) -> None:
        """Show a document's new state, or a new document at the end of its source."""
        place = self._places.get(document.id)
        if place is None:
            self._append(document)
            return
        source, row = place
        self._documents[source][row] = document
        changed = self.index(row, 0, self.index(source, 0))
        self.dataChanged.emit(changed, changed)
        self.documents_changed.emit()

    def show_reading(self, name: str) -> None:
        """Mark the document that is in hand."""
        if name == self._current:
            return
        before, self._current = self._current, name
        for source, documents in enumerate(self._documents):
            for row, document in enumerate(documents):
                if document.name in (before, name):
                    changed = self.index(row, 0, self.index(source, 0))
                    self.dataChanged.emit(changed, changed)

    def documents(self) -> list[Document]:
        return [document for documents in self._documents for document in documents]

    def document(self, number: int) -> Document | None:
        place = self._places.get(number)
        return self._documents[place[0]][place[1]] if place else None

    def ticked(self) -> int:
        return len(self._places) - len(self._unticked)

    def scope(self) -> tuple[int, ...] | None:
        """Ids of the ticked documents; None when all are."""
        if not self._unticked:
            return None
        return tuple(number for number in self._places if number not in self._unticked)

    def count(self, *states: State) -> int:
        return sum(document.state in states for document in self.documents())

    def tick_all(self) -> None:
        self._unticked.clear()
        for source in range(len(self._sources)):
            self._announce(source)
        self.ticks_changed.emit()

    def tick_only(self, numbers: set[int]) -> None:
        """Tick these documents and no others."""
        self._unticked = set(self._places) - numbers
        for source in range(len(self._sources)):
            self._announce(source)
        self.ticks_changed.emit()

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or not child.internalId():
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._sources)
        return 0 if parent.internalId() else len(self._documents[parent.row()])

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.internalId():
            document = self._documents[index.internalId() - 1][index.row()]
            return self._document_data(document, role)
        return self._source_data(index.row(), role)

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        is_ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        source = index.internalId() - 1 if index.internalId() else index.row()
        documents = self._documents[source]
        chosen = [documents[index.row()]] if index.internalId() else documents
        numbers = {document.id for document in chosen}
        self._unticked = self._unticked - numbers if is_ticked else self._unticked | numbers
        self._announce(source)
        self.ticks_changed.emit()
        return True

    def _document_data(self, document: Document, role: int) -> Any:
        is_reading = bool(self._current) and document.name == self._current
        if role == _Role.DisplayRole:
            return wording.clean_line(document.name)
        if role == _Role.CheckStateRole:
            is_off = document.id in self._unticked
            return Qt.CheckState.Unchecked if is_off else Qt.CheckState.Checked
        if role == _Role.ToolTipRole:
            told = f"{document.name}\n{wording.state_explained(document)}"
            return wording.tooltip(told)
        if role == _Role.AccessibleTextRole:
            return f"{wording.clean_line(document.name)}, {wording.second_line(document)}"
        if role == self.DocumentRole:
            return document
        return is_reading if role == self.ReadingRole else None

    def _source_data(self, source: int, role: int) -> Any:
        path = self._sources[source]
        name = wording.clean_line(PurePath(path).name or path)
        if role == _Role.DisplayRole:
            return name
        if role == self.SourceRole:
            return path
        if role == self.AwayRole:
            return self._is_away(source)
        if role == _Role.CheckStateRole:
            return self._source_tick(source)
        if role == _Role.ToolTipRole:
            explained = f"\n{wording.away_explained()}" if self._is_away(source) else ""
            return wording.tooltip(f"{path}{explained}")
        if role == _Role.AccessibleTextRole:
            away = f", {wording.away()}" if self._is_away(source) else ""
            return f"{name}, {wording.documents(len(self._documents[source]))}{away}"
        return None

    def _is_away(self, source: int) -> bool:
        """Whether the folder itself is not there, as opposed to some of its files."""
        found = {document.presence for document in self._documents[source]}
        return Presence.AWAY in found and Presence.HERE not in found

    def _source_tick(self, source: int) -> Qt.CheckState:
        documents = self._documents[source]
        off = sum(document.id in self._unticked for document in documents)
        if not off:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if off == len(documents) else Qt.CheckState.PartiallyChecked

    # Inside

    def _append(self, document: Document) -> None:
        if document.source not in self._sources:
            end = len(self._sources)
            self.beginInsertRows(QModelIndex(), end, end)
            self._sources.append(document.source)
            self._documents.append([])
            self.endInsertRows()
        source = self._sources.index(document.source)
        row = len(self._documents[source])
        self.beginInsertRows(self.index(source, 0), row, row)
        self._documents[source].append(document)
        self._places[document.id] = (source, row)
        self.endInsertRows()
        self.documents_changed.emit()

    def _find_places(self) -> None:
        self._places = {
            document.id: (source, row)
            for source, documents in enumerate(self._documents)
            for row, document in enumerate(documents)
        }

    def _announce(self, source: int) -> None:
        """All ticks of a source may have changed."""
        top = self.index(source, 0)
        self.dataChanged.emit(top, top, [_Role.CheckStateRole])
        if self._documents[source]:
            last = len(self._documents[source]) - 1
            self.dataChanged.emit(
                self.index(0, 0, top), self.index(last, 0, top), [_Role.CheckStateRole]
            )


class LibraryFilter(QSortFilterProxyModel):
    """Only documents whose name contains what was typed, and their sources."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setRecursiveFilteringEnabled(True)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._wanted: frozenset[State] = frozenset()

    def show_only(self, *states: State) -> None:
        """Only documents in these states; without any, all."""
        self._wanted = frozenset(states)
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not source_parent.isValid():
            return not self._wanted and not self.filterRegularExpression().pattern()
        if self._wanted:
            index = self.sourceModel().index(source_row, 0, source_parent)
            if index.data(LibraryModel.DocumentRole).state not in self._wanted:
                return False
        return super().filterAcceptsRow(source_row, source_parent)


def _by_name(document: Document) -> tuple[str, str]:
    return document.name.casefold(), document.path
