"""Finds words on the pages of documents: accents and case aside, also across line ends.

Knows nothing of meaning or rank: that is `retrieval`. Positions are those of `Page.text`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.core.control import Control

MOST_MATCHES = 5_000
LONGEST_WORDS = 200
_BREAK = r"(?:[-\u00ad\u2010]\s*\n\s*|\u00ad)?"
"""Between two letters: a word may be broken over the end of a line, or say where it could be."""
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_BLANKS = b"- \t\n\r\f\v\x1c\x1d\x1e\x1f"


@dataclass(frozen=True)
class Match:
    """Characters [start, end) of a page's text; `at` is how far down the text, from 0 to 1."""

    page: int
    start: int
    end: int
    at: float = 0.0


def find_in_pages(words: str, pages: Iterable[tuple[int, str]], control: Control) -> list[Match]:
    """At most MOST_MATCHES, in order; `pages` are numbers and texts."""
    phrase = Phrase(words[:LONGEST_WORDS])
    found: list[Match] = []
    if not phrase:
        return found
    for number, text in pages:
        control.check()
        for start, end in phrase.spans(text):
            if len(found) == MOST_MATCHES:
                return found
            found.append(Match(number, start, end, start / len(text)))
    return found


class Phrase:
    """Words in their order; false when there are none."""

    def __init__(self, words: str) -> None:
        self._folding = Folding()
        folded = words.translate(self._folding)
        self._parts = folded.split()
        self._core = squeezed(folded)
        letters = (_BREAK.join(map(_letter, part)) for part in self._parts)
        self._pattern = re.compile(r"\s+".join(letters))

    def __bool__(self) -> bool:
        return bool(self._parts)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in `text` where the words stand."""
        if self._core not in squeezed(text):
            return
        folded = text.translate(self._folding)
        spans = (match.span() for match in self._pattern.finditer(folded))
        yield from unfolded(text, self._folding, spans)


class Folding(dict[int, str]):
    """For `str.translate`: each letter without accent and case, learnt as they come."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        self[code] = kept = "".join(c for c in plain if not unicodedata.combining(c))
        return kept


def squeezed(text: str) -> bytes:
    """The folded text's ASCII letters, without blanks and hyphens: six times as fast as folding.

    A text in which words stand has their squeezed letters in its own.
    """
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ẞ", "ss"))
    return plain.encode("ascii", "ignore").lower().translate(None, _BLANKS)


def unfolded(
    text: str, folding: dict[int, str], spans: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where in `text` those spans of the folded text come from."""
    found = list(spans)
    if not found:
        return
    if text.isascii():
        yield from found
        return
    origins = [place for place, letter in enumerate(text) for _ in folding[ord(letter)]]
    for start, end in found:
        yield origins[start], origins[end - 1] + 1


def _letter(character: str) -> str:
    return rf"[{_HYPHENS}]\s*" if character in _HYPHENS else re.escape(character)
