"""What can be done with documents and with whole folders, as menus. Does nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.core.types import Document, Presence, State
from app.gui import wording
from app.gui.icons import short_lived_icon
from app.gui.library import library_words
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_view import Order, Standing, lacks_text, standing


class LibraryActions(QObject):
    """Makes the menus and tells what was chosen in them, by the documents' ids."""

    document_opened = Signal(int)
    password_wanted = Signal(int)
    rereading_wanted = Signal(list)
    removal_wanted = Signal(list)
    moving_wanted = Signal(str)
    place_wanted = Signal(str, str)
    """A folder, and the name of a document in it or ""."""
    empty_removal_wanted = Signal()
    summary_wanted = Signal(list, bool)
    comparison_wanted = Signal(list)
    view_wanted = Signal(object)

    def __init__(self, model: LibraryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._parent = model, parent

    def for_source(self, path: str) -> QMenu:
        """What can be done with a whole folder."""
        menu = QMenu(self._parent)
        inside = [document.id for document in self._model.documents_of(path)]
        is_away = any(d.presence is Presence.AWAY for d in self._model.documents_of(path))
        if is_away:
            self._add_moving(menu, path)
        if inside:
            self._add(menu, "search", self.tr("Ask only this folder"),
                      lambda: self._model.tick_only(inside))  # fmt: skip
        self._add(menu, "folder", self.tr("Show in folder"),
                  lambda: self.place_wanted.emit(path, ""))  # fmt: skip
        menu.addSeparator()
        remove = self.tr("Remove from the library…")
        if inside:
            self._add(menu, "trash", remove, lambda: self.removal_wanted.emit(inside))
        else:
            self._add(menu, "trash", remove, self.empty_removal_wanted.emit)
        return menu

    def for_documents(self, chosen: list[Document]) -> QMenu:
        """What can be done with these documents."""
        menu = QMenu(self._parent)
        numbers = [document.id for document in chosen]
        if len(chosen) == 1:
            self._add_single(menu, chosen[0])
        readable = [d.id for d in chosen if d.pages_read]
        if readable:
            self._add_summaries(menu, readable)
        if len(readable) > 1:
            self._add(menu, "compare", self.tr("Compare these…"),
                      lambda: self.comparison_wanted.emit(readable))  # fmt: skip
        self._add(menu, "search", self.tr("Ask only these"),
                  lambda: self._model.tick_only(numbers))  # fmt: skip
        again = [d.id for d in chosen if d.presence is Presence.HERE]
        if again:
            self._add(menu, "refresh", self.tr("Read again"),
                      lambda: self.rereading_wanted.emit(again))  # fmt: skip
        menu.addSeparator()
        self._add(menu, "trash", self.tr("Remove from the library…"),
                  lambda: self.removal_wanted.emit(numbers))  # fmt: skip
        return menu

    def for_view(self) -> QMenu:
        """How the list is sorted, and which documents it shows."""
        menu = QMenu(self._parent)
        view, documents = self._model.view, self._model.documents()
        menu.addSection(self.tr("Sort by"))
        orders = QActionGroup(menu)
        for order in Order:
            self._add_choice(menu, orders, library_words.order_word(order), order is view.order,
                             partial(self._look, order=order))  # fmt: skip
        menu.addSection(self.tr("Show"))
        shown = QActionGroup(menu)
        everything = self.tr("All {documents}").format(documents=wording.documents(len(documents)))
        is_all = not view.standings and not view.without_text
        self._add_choice(menu, shown, everything, is_all, self._look)
        counts = {kind: sum(standing(d) is kind for d in documents) for kind in Standing}
        for kind in (kind for kind, count in counts.items() if count):
            label = f"{library_words.standing_word(kind)} ({wording.number(counts[kind])})"
            self._add_choice(menu, shown, label, view.standings == {kind},
                             partial(self._look, kind))  # fmt: skip
        without = sum(map(lacks_text, documents))
        if without:
            label = f"{library_words.without_text()} ({wording.number(without)})"
            self._add_choice(menu, shown, label, view.without_text,
                             lambda: self._look(without_text=True))  # fmt: skip
        return menu

    def _look(
        self, kind: Standing | None = None, order: Order | None = None, without_text: bool = False
    ) -> None:
        """A change of order keeps what is shown; what is shown is chosen anew otherwise."""
        view = self._model.view
        if order is not None:
            self.view_wanted.emit(replace(view, order=order))
            return
        standings = frozenset({kind}) if kind else frozenset()
        self.view_wanted.emit(replace(view, standings=standings, without_text=without_text))

    def _add_single(self, menu: QMenu, document: Document) -> None:
        if document.presence is Presence.AWAY:
            self._add_moving(menu, document.source)
        show = self._add(menu, "page", self.tr("Show pages"),
                         lambda: self.document_opened.emit(document.id))  # fmt: skip
        show.setEnabled(document.pages > 0)
        if document.state is State.LOCKED:
            self._add(menu, "lock", self.tr("Give password…"),
                      lambda: self.password_wanted.emit(document.id))  # fmt: skip
        folder = document.path.removesuffix(document.name)
        self._add(menu, "folder", self.tr("Show in folder"),
                  lambda: self.place_wanted.emit(folder, document.name))  # fmt: skip

    def _add_summaries(self, menu: QMenu, documents: list[int]) -> None:
        self._add(menu, "summary", self.tr("Summarise"),
                  lambda: self.summary_wanted.emit(documents, False))  # fmt: skip
        self._add(menu, "summary", self.tr("Summarise, reading every page"),
                  lambda: self.summary_wanted.emit(documents, True))  # fmt: skip

    def _add_moving(self, menu: QMenu, source: str) -> None:
        self._add(menu, "search", self.tr("Where is this folder now?"),
                  lambda: self.moving_wanted.emit(source))  # fmt: skip
        menu.addSeparator()

    def _add(self, menu: QMenu, icon: str, label: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(short_lived_icon(icon), label)
        action.triggered.connect(lambda: act())
        return action

    def _add_choice(
        self, menu: QMenu, group: QActionGroup, label: str, is_on: bool, act: Callable[[], object]
    ) -> None:
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(is_on)
        group.addAction(action)
        action.triggered.connect(lambda: act())
