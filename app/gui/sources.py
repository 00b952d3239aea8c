"""The numbered sources of an answer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.types import Citation
from app.gui import wording
from app.gui.parts import ClickableCard, ElidedText, Text
from app.gui.quote_card import QuotePointer


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
        where = self.tr("page {number}").format(number=wording.number(citation.page))
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
    """The numbered sources of an answer, each once."""

    citation_chosen = Signal(object)

    def __init__(self, citations: list[Citation]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.tr("Sources"), "label"))
        for number, citation in numbered(citations).items():
            row = SourceRow(number, citation)
            row.citation_chosen.connect(self.citation_chosen)
            column.addWidget(row)


def numbered(citations: list[Citation]) -> dict[int, Citation]:
    """The first citation of each number, in the order of the numbers."""
    found: dict[int, Citation] = {}
    for position, citation in enumerate(citations):
        found.setdefault(citation.number or position + 1, citation)
    return dict(sorted(found.items()))
