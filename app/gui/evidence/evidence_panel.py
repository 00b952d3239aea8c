"""The right pane: the passages that were found, or the document that one of them stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.core.types import Hit
from app.gui import wording
from app.gui.evidence.page_pane import PagePane
from app.gui.evidence.places import Place, stands_at
from app.gui.evidence.snippet import HitCard
from app.gui.parts import HEAD, Card, Picture, Scrolled, Text, restyle


class EvidencePanel(QWidget):
    """Two views, passages and pages; tells which place should be shown."""

    hit_chosen = Signal(object)
    evidence_wanted = Signal(int)
    """How many pieces of evidence further."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("evidence")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pane = PagePane()
        self.page = self.pane.view
        self.pane.evidence_wanted.connect(self.evidence_wanted)
        self.hits: list[HitCard] = []
        self._stack = QStackedWidget()
        self._make_switch()
        self._make_list()
        self._lay_out()
        self.show_nothing()

    # What it shows

    def show_nothing(self) -> None:
        self.show_hits(())
        self.leave_document()

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
        before: QWidget = self._page_button
        for card in self.hits:
            QWidget.setTabOrder(before, card)
            before = card
        self._list_area.verticalScrollBar().setValue(0)
        self._passages_button.click()

    def beginning(self) -> QWidget:
        """Where the keyboard starts: the document, or the first passage."""
        if self.pane.isVisible():
            return self.pane.views.currentWidget() or self.pane.view
        return self.hits[0] if self.hits else self._passages_button

    def leave_document(self) -> None:
        """Show the passages; there is no document to go back to."""
        self._passages_button.click()
        self._page_button.setEnabled(False)

    def show_evidence(self, position: int, count: int) -> None:
        """Say which of the pieces of evidence is shown; nothing when there is none."""
        self.pane.show_evidence(position, count)

    def mark_chosen(self, place: Place) -> None:
        """Emphasise the passages that stand at `place`."""
        for card in self.hits:
            card.setProperty("chosen", stands_at(card.hit, place))
            restyle(card)

    def show_place(self, place: Place, pages: int) -> None:
        """Show a document at a place; its pages come later."""
        self.pane.show_place(place, pages)
        has_keyboard = any(card.hasFocus() for card in self.hits)
        self._page_button.setEnabled(True)
        self._page_button.click()
        if has_keyboard:
            self.beginning().setFocus()

    # Its parts

    def _make_switch(self) -> None:
        self._passages_button = _segment(
            self.tr("Passages"), self.tr("Show the passages that were found")
        )
        self._page_button = _segment(
            self.tr("Document"), self.tr("Show the document that it stands in")
        )
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

    def _lay_out(self) -> None:
        self._stack.addWidget(self.pane)
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


def _segment(label: str, explanation: str) -> QPushButton:
    button = QPushButton(label)
    button.setCheckable(True)
    button.setProperty("role", "segment")
    button.setAccessibleName(label)
    button.setToolTip(wording.tooltip(explanation))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
