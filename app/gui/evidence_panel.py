"""The right pane: the passages that were found, and the page that one of them stands on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.types import Box, Citation, Hit
from app.gui import wording
from app.gui.page_view import PageView
from app.gui.parts import HEAD, Card, ElidedText, IconButton, Picture, Scrolled, Text, restyle
from app.gui.snippet import HitCard


@dataclass(frozen=True)
class Place:
    """Lines of a page to look at: `boxes` matter, `faint` ones stand around them."""

    document: int
    document_name: str
    page: int
    boxes: tuple[Box, ...] = ()
    faint: tuple[Box, ...] = ()
    quote: str = ""


def place_of(found: Citation | Hit) -> Place:
    """Where a citation or a hit stands."""
    if isinstance(found, Citation):
        return Place(
            found.document, found.document_name, found.page, found.boxes, quote=found.quote
        )
    boxes = found.marked_boxes or found.boxes
    faint = found.boxes if found.marked_boxes else ()
    quote = found.marked or found.text
    return Place(found.document, found.document_name, found.page, boxes, faint, quote)


def stands_at(hit: Hit, place: Place) -> bool:
    """Whether the lines that matter in `hit` are among those of `place`."""
    if (hit.document, hit.page) != (place.document, place.page):
        return False
    mine = [QRectF(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in hit.marked_boxes or hit.boxes]
    theirs = [QRectF(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in place.boxes]
    return any(one.intersects(other) for one in mine for other in theirs)


class EvidencePanel(QWidget):
    """Two views, passages and page; tells which place should be shown."""

    hit_chosen = Signal(object)
    page_wanted = Signal(int)
    """How many pages further."""
    number_wanted = Signal(int)
    """Which page."""
    evidence_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("evidence")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.page = PageView()
        self.hits: list[HitCard] = []
        self._stack = QStackedWidget()
        self._make_switch()
        self._make_list()
        self._make_page_bar()
        self._lay_out()
        self.show_nothing()

    # What it shows

    def show_nothing(self) -> None:
        self.show_hits(())
        self._page_button.setEnabled(False)

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """List these passages."""
        for card in self.hits:
            self._list.removeWidget(card)
            card.deleteLater()
        self.hits = [HitCard(hit) for hit in hits]
        for position, card in enumerate(self.hits):
            card.hit_chosen.connect(self.hit_chosen)
            self._list.insertWidget(position + 1, card)
        self._empty.setVisible(not hits)
        self._count.setText(self.tr("Found for this question: {passages}").format(
            passages=wording.passages(len(hits))))  # fmt: skip
        self._count.setVisible(bool(hits))
        self._list_area.verticalScrollBar().setValue(0)
        self._passages_button.click()

    def mark_chosen(self, place: Place) -> None:
        """Emphasise the passages that stand at `place`."""
        for card in self.hits:
            card.setProperty("chosen", stands_at(card.hit, place))
            restyle(card)

    def show_place(self, place: Place, pages: int, points: tuple[float, float]) -> None:
        """Show a page with its marks; the picture comes later."""
        self._name.setText(place.document_name)
        self.show_note("")
        self._place = place
        self._number.setText(str(place.page))
        self._of.setText(self.tr("of {pages}").format(pages=wording.number(pages)))
        self._copy.setVisible(bool(place.quote))
        self._previous.setEnabled(place.page > 1)
        self._next.setEnabled(place.page < pages)
        self._page_button.setEnabled(True)
        self._page_button.click()
        self.page.show_page(points, place.boxes, place.faint)

    def show_note(self, words: str) -> None:
        """Say above the page what could not be read of it; nothing when `words` are empty."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def show_evidence(self, position: int, count: int) -> None:
        """Say which of the pieces of evidence is shown; nothing when there is none."""
        self._evidence_bar.setVisible(count > 0)
        shown = self.tr("Evidence {position} of {count}") if position else self.tr("{count} found")
        self._evidence.setText(shown.format(position=position, count=count))
        self._evidence_previous.setEnabled(position > 1)
        self._evidence_next.setEnabled(position < count)

    def copy_quote(self) -> None:
        """Put the marked lines on the clipboard, with document and page."""
        place = self._place
        where = wording.place(place.document_name, place.page)
        QGuiApplication.clipboard().setText(f"“{wording.clean_line(place.quote)}” ({where})")

    def _go_to_number(self) -> None:
        typed = self._number.text().strip()
        if typed.isdecimal():
            self.number_wanted.emit(int(typed))

    # Its parts

    def _make_switch(self) -> None:
        self._passages_button = _segment(
            self.tr("Passages"), self.tr("Show the passages that were found")
        )
        self._page_button = _segment(self.tr("Page"), self.tr("Show the page"))
        group = QButtonGroup(self)
        group.setExclusive(True)
        for number, button in enumerate((self._passages_button, self._page_button)):
            group.addButton(button, number)
        self._passages_button.setChecked(True)
        group.idClicked.connect(self._stack.setCurrentIndex)

    def _make_list(self) -> None:
        inside = Scrolled()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(16, 6, 14, 14)
        self._list.setSpacing(8)
        self._count = Text("", "small")
        self._empty = self._make_empty()
        self._list.addWidget(self._count)
        self._list.addWidget(self._empty)
        self._list.addStretch(1)
        self._list_area = QScrollArea()
        self._list_area.setWidgetResizable(True)
        self._list_area.setFrameShape(QFrame.Shape.NoFrame)
        self._list_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list_area.setWidget(inside)
        self._stack.addWidget(self._list_area)

    def _make_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 120, 24, 0)
        column.setSpacing(12)
        column.addWidget(Picture("quote", "line_strong", 34), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Text(
            self.tr("Here you see the passages an answer rests on, and the pages they stand on."),
            "secondary",
            wraps=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        return empty

    def _make_page_bar(self) -> None:
        self._name = ElidedText("", "strong-small")
        self._place = Place(0, "", 1)
        self._number = QLineEdit()
        self._number.setProperty("role", "number")
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._number.setMaxLength(6)
        self._number.setAccessibleName(self.tr("Page number"))
        self._number.setToolTip(wording.tooltip(self.tr("Type a page number and press Return")))
        self._number.returnPressed.connect(self._go_to_number)
        self._of = Text("", "small")
        self._copy = IconButton("copy", self.tr("Copy the quote with its source"), size=15)
        self._copy.clicked.connect(self.copy_quote)
        self._previous = IconButton("chevron-left", self.tr("Previous page"), size=16)
        self._next = IconButton("chevron-right", self.tr("Next page"), size=16)
        self._smaller = IconButton("zoom-out", self.tr("Make the page smaller (Ctrl+-)"), size=16)
        self._larger = IconButton("zoom-in", self.tr("Make the page larger (Ctrl++)"), size=16)
        self._fit = IconButton("page", self.tr("Fit the page to the width"), size=16)
        self._evidence = Text("", "small")
        self._evidence_previous = IconButton("chevron-left", self.tr("Previous evidence"), size=16)
        self._evidence_next = IconButton("chevron-right", self.tr("Next evidence"), size=16)
        self._previous.clicked.connect(lambda: self.page_wanted.emit(-1))
        self._next.clicked.connect(lambda: self.page_wanted.emit(1))
        self.page.turned.connect(self.page_wanted)
        self._smaller.clicked.connect(self.page.zoom_out)
        self._larger.clicked.connect(self.page.zoom_in)
        self._fit.clicked.connect(self.page.fit_width)
        self._evidence_previous.clicked.connect(lambda: self.evidence_wanted.emit(-1))
        self._evidence_next.clicked.connect(lambda: self.evidence_wanted.emit(1))

    def _lay_out(self) -> None:
        self._stack.addWidget(self._make_page_side())
        switch = Card("segments")
        inside = QHBoxLayout(switch)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.setSpacing(2)
        inside.addWidget(self._passages_button)
        inside.addWidget(self._page_button)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 14, 4)
        switch.setFixedHeight(HEAD)
        head.addWidget(Text(self.tr("Evidence"), "title"))
        head.addStretch(1)
        head.addWidget(switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _make_page_side(self) -> QWidget:
        title = QHBoxLayout()
        title.setContentsMargins(16, 2, 16, 0)
        title.addWidget(self._name)
        tools = QHBoxLayout()
        tools.setContentsMargins(10, 0, 10, 4)
        tools.setSpacing(2)
        tools.addWidget(self._previous)
        tools.addSpacing(4)
        tools.addWidget(Text(self.tr("page"), "small"))
        tools.addSpacing(2)
        tools.addWidget(self._number)
        tools.addSpacing(2)
        tools.addWidget(self._of)
        tools.addSpacing(4)
        tools.addWidget(self._next)
        tools.addStretch(1)
        for widget in (self._smaller, self._fit, self._larger):
            tools.addWidget(widget)
        self._evidence_bar = Card("evidence-bar")
        foot = QHBoxLayout(self._evidence_bar)
        foot.setContentsMargins(10, 4, 10, 4)
        foot.addWidget(self._evidence_previous)
        foot.addStretch(1)
        foot.addWidget(self._evidence)
        foot.addWidget(self._copy)
        foot.addStretch(1)
        foot.addWidget(self._evidence_next)
        self._evidence_bar.hide()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(title)
        column.addLayout(tools)
        column.addLayout(self._make_note())
        column.addWidget(self.page, 1)
        column.addWidget(self._evidence_bar)
        return side

    def _make_note(self) -> QHBoxLayout:
        self._note = Text("", "note", wraps=True)
        self._note.hide()
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 6)
        row.addWidget(self._note)
        return row


def _segment(label: str, explanation: str) -> QPushButton:
    button = QPushButton(label)
    button.setCheckable(True)
    button.setProperty("role", "segment")
    button.setAccessibleName(label)
    button.setToolTip(wording.tooltip(explanation))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
