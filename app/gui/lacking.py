"""What is lacking under a sentence that the cited lines support only in part, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.language import content_words, fold
from app.core.types import Sentence
from app.gui import wording
from app.gui.parts import ElidedText, Text

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_MOST = 6
"""Words that are listed; where more are lacking, the lines say it in other words."""


class PartlyNote(QWidget):
    """Explains the dotted underlines, and lists for each what its lines do not say."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        tr = wording.translate
        column.addWidget(Text(tr("Partly", "Supported only in part"), "label"))
        for sentence in sentences:
            if len(sentences) > 1:
                said = f"“{wording.clean_line(sentence.text)}”"
                column.addSpacing(3)
                column.addWidget(ElidedText(said, "small-text", at_end=True))
            column.addWidget(Text(lacking_note(sentence), "small", wraps=True))


def lacking_note(sentence: Sentence) -> str:
    """What to look at before the sentence is believed."""
    tr = wording.translate
    lacking = lacking_words(sentence)
    if not lacking:
        return tr("Partly", "The cited lines have its words, but do not say all of it for sure.")
    if len(lacking) > _MOST:
        return tr("Partly", "The cited lines put it in other words. Compare them with it.")
    listed = ", ".join(f"“{word}”" for word in lacking)
    return tr("Partly", "Not in the cited lines: %1.").replace("%1", listed)


def lacking_words(sentence: Sentence) -> list[str]:
    """The words of a sentence, but for small ones, that its quotes have in no form."""
    there = [fold(w) for c in sentence.citations for w in _WORD.findall(c.quote)]
    said = {fold(w): w for w in _WORD.findall(sentence.text) if content_words(w)}
    return [word for plain, word in said.items() if not any(_is_form(plain, o) for o in there)]


def _is_form(word: str, other: str) -> bool:
    """Whether they look like forms of one word, or are one figure, however it is written."""
    if any(map(str.isdecimal, word)):
        return _digits(word) == _digits(other)
    return other.startswith(word[: max(3, min(len(word) - 2, 6))])


def _digits(word: str) -> str:
    return "".join(filter(str.isdecimal, word))
