"""A document to look at: its name, its tools, its pages, and the evidence that is gone through.

What cannot be shown as pages can take the place of the pages in `views`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.kinds import has_pages
from app.gui import wording
from app.gui.evidence.find_bar import FindBar
from app.gui.evidence.page_view import PageView
from app.gui.evidence.places import Place
from app.gui.evidence.text_view import TextView
from app.gui.evidence.thumbnails import Thumbnails
from app.gui.icons import short_lived_icon
from app.gui.parts import Button, Card, ElidedText, IconButton, Text


class PagePane(QWidget):
    """Tells which page, which piece of evidence, which copy the user wants."""

    number_wanted = Signal(int)
    """Which page."""
    evidence_wanted = Signal(int)
    """How many pieces of evidence further."""
    saving_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = PageView()
        self.views = QStackedWidget()
        self.views.addWidget(self.view)
        self.text = TextView()
        self.views.addWidget(self.text)
        self.thumbnails = Thumbnails()
        self.search = FindBar()
        self._place = Place(0, "", 1)
        self._pages = self._page = 0
        self._make_evidence_bar()
        self._make_actions()
        self._make_tools()
        self._lay_out()
        self.thumbnails.hide()
        self.thumbnails.page_chosen.connect(self.number_wanted)
        self.view.page_changed.connect(self.show_number)
        self.view.installEventFilter(self)
        self.text.installEventFilter(self)

    # What it shows

    def show_place(self, place: Place, pages: int) -> None:
        """Name the document; `pages` is how many it has."""
        self._place, self._pages = place, pages
        self.name.setText(place.document_name)
        self.show_note("")
        self._show_tools(has_pages(place.document_name))
        self.of.setText(self.tr("of {pages}").format(pages=wording.number(pages)))
        self._copy.setVisible(bool(place.quote))
        self.show_number(place.page)

    def show_number(self, page: int) -> None:
        """The page that is looked at, or the part."""
        self._page = page
        self.number.setText(str(page))
        self._previous.setEnabled(page > 1)
        self._next.setEnabled(page < self._pages)
        is_paged = self.views.currentWidget() is self.view
        form = self.tr("Page {page} of {pages}") if is_paged else self.tr("Part {page} of {pages}")
        told = form.format(page=wording.number(page), pages=wording.number(self._pages))
        lines = len(self.view.sheets[page].boxes) if page in self.view.sheets else 0
        if is_paged and lines:
            told = f"{told}, {wording.marked_lines(lines)}"
        self._shown().setAccessibleDescription(told)
        if self.thumbnails.isVisible():
            self.thumbnails.show_page(page)

    def show_note(self, words: str) -> None:
        """Say above the page what could not be read of it; nothing when `words` are empty."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def show_saving(self, words: str, can_stop: bool) -> None:
        """How far saving pages is, or what came of it; nothing when `words` are empty."""
        self._saving.setVisible(bool(words))
        self._saved.setText(words)
        self._stop.setVisible(can_stop)
        self._seen.setVisible(not can_stop)

    def show_evidence(self, position: int, count: int) -> None:
        """Say which of the pieces of evidence is shown; nothing when there is none."""
        self._evidence_bar.setVisible(count > 0)
        shown = self.tr("Evidence {position} of {count}") if position else self.tr("{count} found")
        self.evidence.setText(shown.format(position=position, count=count))
        self.evidence_previous.setEnabled(position > 1)
        self.evidence_next.setEnabled(position < count)

    @property
    def shows_text(self) -> bool:
        """Whether what is shown has no pages."""
        return self.views.currentWidget() is self.text

    def zoom(self, direction: int) -> None:
        """Make what is shown larger or smaller."""
        (self._shown().zoom_in if direction > 0 else self._shown().zoom_out)()

    def copy_quote(self) -> None:
        """Put the marked lines on the clipboard, with document and page."""
        place = self._place
        where = wording.place(place.document_name, place.page)
        QGuiApplication.clipboard().setText(f"“{wording.clean_line(place.quote)}” ({where})")

    def open_search(self) -> None:
        """Search in this document, for what is selected when that is on one line."""
        is_text = self.shows_text
        selected = self.text.selected_text() if is_text else self.view.selection.text()
        self.search.open("" if "\n" in selected or len(selected) > 60 else selected)

    def list_keys(self) -> list[tuple[str, str]]:
        """What the keys do while the keyboard is in this pane, in words."""
        native = QKeySequence.SequenceFormat.NativeText
        return [
            (action.text().rstrip("…"), action.shortcut().toString(native))
            for action in self.actions()
        ]

    # Its parts

    def _make_actions(self) -> None:
        for label, key, do in (
            (self.tr("Next evidence"), "Alt+Down", self.evidence_next.click),
            (self.tr("Previous evidence"), "Alt+Up", self.evidence_previous.click),
            (self.tr("Next place that was searched for"), "F3", lambda: self._step(1)),
            (self.tr("Previous place that was searched for"), "Shift+F3", lambda: self._step(-1)),
        ):
            self._add_action(label, key, do)
        self._thumbnails = self._add_action(
            self.tr("Show or hide small pictures of the pages"), "F4", self._toggle_thumbnails
        )
        self._fit_width = self._add_action(
            self.tr("Fit the width"), "Ctrl+0", lambda: self._shown().fit_width()
        )
        self._fit_page = self._add_action(
            self.tr("Fit the whole page"), "Ctrl+9", self.view.fit_page
        )
        self._rotate = self._add_action(
            self.tr("Rotate to the right"), "Ctrl+R", lambda: self.view.turn(90)
        )
        self._rotate_back = self._add_action(
            self.tr("Rotate to the left"), "Ctrl+Shift+R", lambda: self.view.turn(-90)
        )
        self._save = self._add_action(
            self.tr("Print or save pages…"), "Ctrl+P", self.saving_wanted.emit
        )

    def _add_action(self, label: str, key: str, do: Callable[[], object]) -> QAction:
        action = QAction(label, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked: do())
        self.addAction(action)
        return action

    def make_menu(self) -> QMenu:
        """What else can be done with the pages."""
        menu = QMenu(self)
        icons = {self._fit_width: "fit-width", self._fit_page: "page", self._rotate: "rotate",
                 self._save: "print"}  # fmt: skip
        for action in (self._fit_width, self._fit_page, None, self._rotate, self._rotate_back,
                       None, self._save):  # fmt: skip
            if action is None:
                menu.addSeparator()
                continue
            if action in icons:
                action.setIcon(short_lived_icon(icons[action]))
            menu.addAction(action)
        return menu

    def _make_tools(self) -> None:
        self.name = ElidedText("", "strong-small")
        self.number = QLineEdit()
        self.number.setProperty("role", "number")
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number.setMaxLength(6)
        self.number.setAccessibleName(self.tr("Page number"))
        self.number.setToolTip(wording.tooltip(self.tr("Type a page number and press Return")))
        self.number.returnPressed.connect(self._go_to_number)
        self.of = Text("", "small")
        self.unit = Text(self.tr("part"), "small")
        self._sidebar = IconButton(
            "thumbnails", self.tr("Small pictures of the pages (F4)"), size=16
        )
        self._sidebar.setCheckable(True)
        self._sidebar.clicked.connect(self._toggle_thumbnails)
        self._previous = IconButton("chevron-left", self.tr("Previous page"), size=16)
        self._next = IconButton("chevron-right", self.tr("Next page"), size=16)
        self._searching = IconButton("search", self.tr("Search in this document (Ctrl+F)"), size=16)
        self._smaller = IconButton("zoom-out", self.tr("Make the page smaller (Ctrl+-)"), size=16)
        self._larger = IconButton("zoom-in", self.tr("Make the page larger (Ctrl++)"), size=16)
        self._more = IconButton("more", self.tr("Fit, rotate, print or save"), size=16)
        self._previous.clicked.connect(lambda: self.number_wanted.emit(self._page - 1))
        self._next.clicked.connect(lambda: self.number_wanted.emit(self._page + 1))
        self._searching.clicked.connect(self.open_search)
        self._smaller.clicked.connect(lambda: self.zoom(-1))
        self._larger.clicked.connect(lambda: self.zoom(1))
        self._more.clicked.connect(self._open_menu)

    def _make_evidence_bar(self) -> None:
        self.evidence = Text("", "small")
        self._copy = IconButton("copy", self.tr("Copy the quote with its source"), size=15)
        self._copy.clicked.connect(self.copy_quote)
        previous, following = (
            self.tr("Previous evidence (Alt+Up)"),
            self.tr("Next evidence (Alt+Down)"),
        )
        self.evidence_previous = IconButton("chevron-left", previous, size=16)
        self.evidence_next = IconButton("chevron-right", following, size=16)
        self.evidence_previous.clicked.connect(lambda: self.evidence_wanted.emit(-1))
        self.evidence_next.clicked.connect(lambda: self.evidence_wanted.emit(1))
        self._evidence_bar = Card("evidence-bar")
        foot = QHBoxLayout(self._evidence_bar)
        foot.setContentsMargins(10, 4, 10, 4)
        foot.addWidget(self.evidence_previous)
        foot.addStretch(1)
        foot.addWidget(self.evidence)
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(self.evidence_next)
        self._evidence_bar.hide()

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setContentsMargins(16, 2, 16, 0)
        title.addWidget(self.name)
        tools = QHBoxLayout()
        tools.setContentsMargins(10, 0, 10, 4)
        tools.setSpacing(2)
        for widget in (
            self._sidebar, self._previous, self.unit, self.number, self.of, self._next,
        ):  # fmt: skip
            tools.addWidget(widget)
        tools.insertSpacing(4, 4)
        tools.addStretch(1)
        for widget in (self._searching, self._smaller, self._larger, self._more):
            tools.addWidget(widget)
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.views, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(title)
        column.addLayout(tools)
        column.addWidget(self.search)
        column.addLayout(self._make_note())
        column.addWidget(self._make_saving())
        column.addLayout(pages, 1)
        column.addWidget(self._evidence_bar)

    def _make_note(self) -> QHBoxLayout:
        self.note = Text("", "note", wraps=True)
        self.note.hide()
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 6)
        row.addWidget(self.note)
        return row

    def _make_saving(self) -> QWidget:
        self._saved = Text("", "small-text", wraps=True)
        self._stop = Button(self.tr("Stop"), role="link", hint=self.tr("Stop saving pages"))
        self._stop.clicked.connect(self.stop_wanted)
        self._seen = IconButton("close", self.tr("Close this message"), size=14)
        self._seen.clicked.connect(lambda: self.show_saving("", False))
        self._saving = QWidget()
        row = QHBoxLayout(self._saving)
        row.setContentsMargins(16, 0, 10, 4)
        row.addWidget(self._saved, 1)
        row.addWidget(self._stop)
        row.addWidget(self._seen)
        self._saving.hide()
        return self._saving

    # What its parts do

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc ends the search also while the keyboard is on the pages."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if event.key() != Qt.Key.Key_Escape or not self.search.isVisible():  # type: ignore[attr-defined]
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.search.close_search()
        event.accept()
        return True

    def _shown(self) -> PageView | TextView:
        return self.view if self.views.currentWidget() is self.view else self.text

    def _show_tools(self, is_paged: bool) -> None:
        """Those of pages, or of a text, which has parts when it is long."""
        self.views.setCurrentWidget(self.view if is_paged else self.text)
        if not is_paged and self.thumbnails.isVisible():
            self._toggle_thumbnails()
        for button in (self._sidebar, self._more):
            button.setVisible(is_paged)
        for action in (self._thumbnails, self._fit_page, self._rotate, self._rotate_back,
                       self._save):  # fmt: skip
            action.setEnabled(is_paged)
        for widget in (self._previous, self.number, self.of, self._next):
            widget.setVisible(is_paged or self._pages > 1)
        self.unit.setVisible(not is_paged and self._pages > 1)

    def _go_to_number(self) -> None:
        typed = self.number.text().strip()
        if typed.isdecimal():
            self.number_wanted.emit(int(typed))

    def _step(self, step: int) -> None:
        if self.search.isVisible():
            self.search.step(step)
        else:
            self.open_search()

    def _toggle_thumbnails(self) -> None:
        is_shown = not self.thumbnails.isVisible()
        self.thumbnails.setVisible(is_shown)
        self._sidebar.setChecked(is_shown)
        if is_shown and self.view.page:
            self.thumbnails.show_page(self.view.page)

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 2)))
