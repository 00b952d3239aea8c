"""The numbered sources of an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.types import Citation
from app.gui import wording
from app.gui.conversation.quote_card import QuotePointer
from app.gui.parts import Button, ClickableCard, ElidedText, Text

_FIRST = 4
"""Sources that are seen at once; one more is not worth a button."""


class SourceRow(ClickableCard):
    """A numbered source of an answer."""

    citation_chosen = Signal(object)

    def __init__(self, number: int, citation: Citation, figure: str = "") -> None:
        """`figure` is the one that is taken from there, where it is one."""
        place = wording.place(citation.document_name, citation.page)
        super().__init__(
            f"{number}: {figure}, {place}" if figure else f"{number}: {place}", "source"
        )
        QuotePointer(self, citation)
        self._citation = citation
        self.chosen.connect(self._tell)
        mark = Text(str(number), "mark")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = ElidedText(citation.document_name, "small-text")
        name.setToolTip("")
        head = QHBoxLayout()
        head.setSpacing(10)
        if figure:
            head.addWidget(Text(figure, "strong-small"))
        head.addWidget(name, 1)
        quote = ElidedText(f"“{wording.clean_line(citation.quote)}”", "small", at_end=True)
        quote.setToolTip("")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(head)
        words.addWidget(quote)
        where = wording.spot(citation.document_name, citation.page)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(mark, 0, top)
        row.addLayout(words, 1)
        row.addWidget(Text(where, "small"), 0, top)

    def _tell(self) -> None:
        self.citation_chosen.emit(self._citation)


class Sources(QWidget):
    """The numbered sources of an answer, each once; of many only the first, until asked for."""

    citation_chosen = Signal(object)

    def __init__(self, citations: list[Citation]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.tr("Sources"), "label"))
        self._later: list[SourceRow] = []
        found = numbered(citations)
        for position, (number, citation) in enumerate(found.items()):
            row = SourceRow(number, citation)
            row.citation_chosen.connect(self.citation_chosen)
            column.addWidget(row)
            if position >= _FIRST and len(found) > _FIRST + 1:
                row.hide()
                self._later.append(row)
        one, many = self.tr("%n more source"), self.tr("%n more sources")
        label = wording.counted(len(self._later), one, many)
        self.more = Button(label, "chevron-right", "quiet")
        self.more.setVisible(bool(self._later))
        self.more.clicked.connect(self._show_all)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self.more.hide()
        for row in self._later:
            row.show()
        self._later[0].setFocus(Qt.FocusReason.OtherFocusReason)


def numbered(citations: list[Citation]) -> dict[int, Citation]:
    """The first citation of each number, in the order of the numbers."""
    found: dict[int, Citation] = {}
    for position, citation in enumerate(citations):
        found.setdefault(citation.number or position + 1, citation)
    return dict(sorted(found.items()))
