"""What the cited lines of a sentence do not say, where they support it only in part."""

from __future__ import annotations

import re

from app.core.language import content_words, fold
from app.core.types import Sentence
from app.gui import wording

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_MOST = 6
"""Words that are listed; where more are lacking, the lines say it in other words."""


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


def lacking_spans(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Where such words stand in `text`; all of it where they cannot be pointed out."""
    lacking = set(lacking_words(sentence))
    found = [match.span() for match in _WORD.finditer(text) if match.group() in lacking]
    return found if found and len(lacking) <= _MOST else [(0, len(text))]


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
