"""Where quotes stand in a text, and how its characters are counted. Knows no widget."""

from __future__ import annotations

import re
from collections.abc import Collection

from app.core.inert import masked
from app.core.types import Box, Page

Span = tuple[int, int]
_LONGEST_QUOTE = 4_000
_ALIGNED = re.compile(r"\S {3,}\S|^\s*[|+][-=+|]{3,}", re.MULTILINE)
_FEWEST_ALIGNED = 3


def as_shown(text: str) -> str:
    """`text` with nothing in it that acts or hides; each character keeps its place."""
    return masked(text).replace("\ufffc", "\ufffd")


def spans_of(page: Page, boxes: Collection[Box], quote: str = "") -> list[Span]:
    """The characters of the lines that stand in `boxes`; of them, those of the quote if it is
    there."""
    wanted = set(boxes)
    spans: list[Span] = []
    for line in page.lines:
        if line.box in wanted:
            if spans and not page.text[spans[-1][1] : line.start].strip(" "):
                spans[-1] = (spans[-1][0], line.end)
            else:
                spans.append((line.start, line.end))
    found = _place_of(page.text, spans, quote) if spans and quote else None
    return _by_line(page.text, *found) if found else spans


def units_before(text: str, place: int) -> int:
    """How many UTF-16 units, as Qt counts, stand before a character."""
    return place + sum(1 for character in text[:place] if character > "\uffff")


def is_aligned(text: str) -> bool:
    """Whether columns are made with blanks, so that letters must be of one width."""
    return len(_ALIGNED.findall(text)) >= _FEWEST_ALIGNED


def _place_of(text: str, spans: list[Span], quote: str) -> Span | None:
    """Where the quote stands in what the spans cover, whatever its blanks are."""
    words = quote[:_LONGEST_QUOTE].split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = pattern.search(text, spans[0][0], spans[-1][1])
    return found.span() if found else None


def _by_line(text: str, start: int, end: int) -> list[Span]:
    """A span without the line breaks in it."""
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", text[start:end])]
