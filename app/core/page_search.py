"""Finds words on the pages of one document: accents and case aside, also across line ends.

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


@dataclass(frozen=True)
class Match:
    """Characters [start, end) of a page's text; `at` is how far down the text, from 0 to 1."""

    page: int
    start: int
    end: int
    at: float = 0.0


def find_in_pages(words: str, pages: Iterable[tuple[int, str]], control: Control) -> list[Match]:
    """At most MOST_MATCHES, in order; `pages` are numbers and texts."""
    folding = _Folding()
    pattern = _pattern(words, folding)
    found: list[Match] = []
    if pattern is None:
        return found
    for number, text in pages:
        control.check()
        for start, end in _spans(pattern, text, folding):
            if len(found) == MOST_MATCHES:
                return found
            found.append(Match(number, start, end, start / len(text)))
    return found


class _Folding(dict[int, str]):
    """For `str.translate`: each letter without accent and case, learnt as they come."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKD", chr(code).casefold())
        self[code] = kept = "".join(c for c in plain if not unicodedata.combining(c))
        return kept


def _pattern(words: str, folding: _Folding) -> re.Pattern[str] | None:
    """What the words look like in a folded text; None when there are no words."""
    parts = words[:LONGEST_WORDS].translate(folding).split()
    if not parts:
        return None
    return re.compile(r"\s+".join(_BREAK.join(map(_letter, part)) for part in parts))


def _letter(character: str) -> str:
    return rf"[{_HYPHENS}]\s*" if character in _HYPHENS else re.escape(character)


def _spans(pattern: re.Pattern[str], text: str, folding: _Folding) -> Iterator[tuple[int, int]]:
    folded = text.translate(folding)
    if len(folded) == len(text):
        yield from (match.span() for match in pattern.finditer(folded))
        return
    origins = [place for place, letter in enumerate(text) for _ in folding[ord(letter)]]
    for match in pattern.finditer(folded):
        yield origins[match.start()], origins[match.end() - 1] + 1
