"""The search of all pages in the middle pane: words or a pattern, pages, and what was found."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.core.search.exact_wish import LONGEST_PATTERN, ExactFound
from app.core.types import Hit
from app.gui import wording
from app.gui.conversation.place_list import PlaceList, places
from app.gui.parts import IconButton, Text
from app.gui.segments import Segments

_PAUSE = 350
"""Milliseconds without a key, after which it is searched."""
_PAGES = re.compile(r"([1-9]\d{0,5})(?:\s*[-–]\s*([1-9]\d{0,5})?)?")


class ExactPanel(QWidget):
    """Tells what is to be searched for, and which place is wanted."""

    search_wanted = Signal()
    place_chosen = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_pattern = False
        self._make_widgets()
        self._lay_out()
        self._connect()

    @property
    def words(self) -> str:
        return self.search.text().strip()

    def pages(self) -> tuple[int, int] | None:
        """First and last page, 0 for the end; None when what is written there are no pages."""
        text = self._pages.text().strip()
        if not text:
            return 1, 0
        found = _PAGES.fullmatch(text)
        if found is None:
            return None
        first = int(found[1])
        return first, int(found[2] or 0) if re.search("[-–]", text) else first

    def take_focus(self) -> None:
        """Start to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # What it shows

    def begin(self) -> None:
        """What was found before is gone."""
        self.list.remove_all()
        self.tell("")

    def tell(self, words: str) -> None:
        """Say how it stands."""
        self._told.setText(words)

    def add(self, hits: tuple[Hit, ...], pages_done: int, pages_total: int) -> None:
        """More places, while the search goes on."""
        self.list.add(hits)
        done = self.tr("Looked at {done} of {pages}…").format(
            done=wording.number(pages_done), pages=wording.pages(pages_total)
        )
        self.tell(done)

    def show_end(self, found: ExactFound, scope: str) -> None:
        """All pages were looked at; `scope` says of which documents, when not of all."""
        parts = [places(found.count) if found.count else self.tr("Not found")]
        if found.count:
            parts[0] = self.tr("{places} in {documents}").format(
                places=parts[0], documents=wording.documents(found.documents)
            )
        if found.count > self.list.listed:
            parts.append(self.tr("Only the first places are listed"))
        parts.append(self.tr("{pages} looked at").format(pages=wording.pages(found.pages)))
        if found.pages_without_text:
            empty = wording.pages(found.pages_without_text)
            parts.append(self.tr("{pages} without text left out").format(pages=empty))
        self.tell("\n".join(filter(None, (" · ".join(parts), scope))))

    # Its parts

    def _make_widgets(self) -> None:
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Words as they stand on the pages"))
        self.search.setAccessibleName(self.tr("Search every page"))
        self.search.setMaxLength(LONGEST_PATTERN)
        self._close = IconButton("close", self.tr("Close the search (Esc)"), size=16)
        self.kind = Segments(
            {
                "words": (
                    self.tr("Words"),
                    self.tr("Accents, capitals and the ends of lines make no difference."),
                ),
                "pattern": (
                    self.tr("Pattern"),
                    self.tr(
                        "A regular expression, such as INV-\\d+. Accents and capitals make no "
                        "difference, and a blank stands for any, also for the end of a line."
                    ),
                ),
            },
            "words",
        )
        self._pages = QLineEdit()
        self._pages.setPlaceholderText(self.tr("All pages"))
        self._pages.setAccessibleName(self.tr("Only these pages of each document, such as 3-10"))
        self._pages.setToolTip(wording.tooltip(self._pages.accessibleName()))
        self._pages.setMaximumWidth(110)
        self._pages.setProperty("role", "find")
        self._told = Text("", "small", wraps=True)
        self.list = PlaceList()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 6)
        head.addWidget(self.search, 1)
        head.addWidget(self._close)
        choices = QHBoxLayout()
        choices.setContentsMargins(4, 0, 4, 6)
        choices.setSpacing(10)
        choices.addWidget(self.kind)
        choices.addWidget(self._pages)
        choices.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 2, 20, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(choices)
        self._told.setContentsMargins(6, 2, 6, 4)
        column.addWidget(self._told)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._timer.start)
        self._pages.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self.search_wanted)
        self.search.returnPressed.connect(self._search_or_open)
        self._pages.returnPressed.connect(self._search_or_open)
        self.kind.chosen.connect(self._choose_kind)
        self._close.clicked.connect(self.closed)
        self.list.itemActivated.connect(self._open)
        self.list.itemClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the words to what was found."""
        if event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _choose_kind(self, kind: str) -> None:
        self.is_pattern = kind == "pattern"
        self.search_wanted.emit()

    def _search_or_open(self) -> None:
        """Return searches at once what was just typed, and otherwise opens the chosen place."""
        if self._timer.isActive():
            self._timer.stop()
            self.search_wanted.emit()
        else:
            self._open()

    def _open(self) -> None:
        if hit := self.list.chosen():
            self.place_chosen.emit(hit)
