"""A figure that we computed: its formula, and its operands, each of which leads to its page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.core.types import Citation, Sentence
from app.gui import wording
from app.gui.conversation.folds import selectable
from app.gui.conversation.sources import SourceRow
from app.gui.parts import Card, Text

_FIGURE = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_AFTER_OPERANDS = re.compile(r"\s×\s100$|(?<=\))\s÷\s\d+$")
"""What a formula holds that stands on no page: `× 100`, and the count of an average."""


class CalculationCard(Card):
    """`citation_chosen` carries the `types.Citation` of an operand."""

    citation_chosen = Signal(object)

    def __init__(self, sentence: Sentence) -> None:
        super().__init__("calculation")
        tr = wording.translate
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 10, 10)
        column.setSpacing(5)
        label = tr("Calculation", "Computed by Strongroom from figures on these pages")
        column.addWidget(Text(label, "label", wraps=True))
        formula = sentence.calculation.replace("= ", "=\u00a0")
        column.addWidget(selectable(formula, "formula"))
        column.addSpacing(2)
        for figure, citation in operands_of(sentence):
            row = SourceRow(citation.number, citation, figure)
            row.citation_chosen.connect(self.citation_chosen)
            column.addWidget(row)


def operands_of(sentence: Sentence) -> list[tuple[str, Citation]]:
    """Each figure of the formula, once, with the lines it stands in; every citation is there."""
    written = _AFTER_OPERANDS.sub("", sentence.calculation.rpartition(" = ")[0])
    free, found = list(sentence.citations), []
    for figure in dict.fromkeys(_FIGURE.findall(written)):
        citation = _holder(figure, free) or _holder(figure, sentence.citations)
        citation = citation or next(iter(free or sentence.citations), None)
        if citation is None:
            return []
        found.append((figure, citation))
        free = [one for one in free if one != citation]
    return [*found, *(("", citation) for citation in free)]


def _holder(figure: str, citations: Sequence[Citation]) -> Citation | None:
    """The first of them whose lines hold the digits of `figure`, or else the same but for zeros:
    pages write 1.50 billion for 1,500 million."""
    for plain in (_digits, _rounded):
        for citation in citations:
            if plain(figure) in map(plain, _FIGURE.findall(citation.quote)):
                return citation
    return None


def _digits(figure: str) -> str:
    return "".join(filter(str.isdecimal, figure))


def _rounded(figure: str) -> str:
    return _digits(figure).rstrip("0")
