"""Text without pages, set as pages: parts of some 3,000 characters that end where a paragraph does.

Such a page has no size. Its lines stand one below the other in boxes that only count them: a box
is as high as the style of its line (`text_styles`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.core.inert import clean
from app.core.interfaces import Structure
from app.core.language import sentence_spans
from app.core.text_styles import HEADINGS, HEIGHTS, Style
from app.core.types import Line, OutlineEntry, Page

LENGTH = 3_000
"""Characters of a part, about a printed page."""
LEAST = 1_200
"""Characters that a part has before a heading begins the next one."""
MOST_ITEMS = 150_000
"""Paragraphs or lines of a document."""
MOST_CHARACTERS = 6_000_000
"""Of a document."""
NOTHING = "The file holds no text."
TOO_MUCH = "The text is longer than what is read of one file: the rest was left out."
_ONE_LINE = 160
"""Characters; what is longer is marked sentence by sentence."""
_LONGEST_LINE = 240
_WIDE = 6.0
"""Points that a character counts in a box."""


class Item(NamedTuple):
    """A paragraph or line: no line breaks in it; `gap` of them stand between it and the last."""

    text: str
    style: Style = Style.BODY
    gap: int = 1


@dataclass(frozen=True)
class Script:
    """What was read of a file. `note` and `ending` say what was left out: here and there, or at
    the end."""

    items: Sequence[Item]
    title: str = ""
    note: str = ""
    ending: str = ""


class SetText:
    """A script as pages; `count` of them, at least one."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._parts = list(_parts(script.items)) or [[]]
        self.count = len(self._parts)

    def pages(self, first: int) -> Iterator[Page]:
        """From this one on."""
        for number in range(first, self.count + 1):
            page = _page(number, self._parts[number - 1], self._problem(number))
            yield page if page.text.strip() else _empty(number, page.problem)

    def structure(self) -> Structure:
        outline = tuple(
            OutlineEntry(HEADINGS.index(item.style) + 1, item.text.strip(), number)
            for number, part in enumerate(self._parts, start=1)
            for item in part
            if item.style in HEADINGS
        )
        title = self._script.title
        return Structure(title, outline=((OutlineEntry(1, title, 1),) if title else ()) + outline)

    def _problem(self, number: int) -> str:
        notes = [self._script.note] if number == 1 else []
        if number == self.count:
            notes.append(self._script.ending)
        return " ".join(filter(None, notes))


def items_of(text: str) -> Iterator[Item]:
    """The lines of a text, clean; blank ones become gaps."""
    gap = 1
    for raw in text.splitlines():
        line = clean(raw).replace("\n", " ").rstrip()
        if line:
            yield Item(line, gap=gap)
        gap = 1 if line else 2


def limited(items: Iterable[Item]) -> tuple[list[Item], bool]:
    """As many as are read, and whether there were more."""
    kept: list[Item] = []
    left = MOST_CHARACTERS
    for item in items:
        left -= len(item.text)
        if left < 0 or len(kept) == MOST_ITEMS:
            return [*kept, item._replace(text=item.text[:left])] if left < 0 else kept, True
        kept.append(item)
    return kept, False


def _parts(items: Iterable[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    size = 0
    for item in items:
        is_section = item.style in HEADINGS and size >= LEAST
        if part and (is_section or size + len(item.text) > LENGTH):
            keep = len(part) if is_section else _best_end(part)
            yield part[:keep]
            part = part[keep:]
            size = sum(len(one.text) + one.gap for one in part)
        if part and size + len(item.text) > LENGTH:
            yield part
            part, size = [], 0
        *full, rest = _pieces(item)
        for piece in full:
            yield [*part, piece]
            part, size = [], 0
        part.append(rest)
        size += len(rest.text) + rest.gap
    if part:
        yield part


def _best_end(part: Sequence[Item]) -> int:
    """How many items stay, so that what follows begins with a heading or a paragraph."""
    size, best = 0, 0
    for place, item in enumerate(part):
        if size >= LEAST and (item.style in HEADINGS or item.gap > 1):
            best = place
        size += len(item.text) + item.gap
    last = part[-1]
    if last.style in HEADINGS and len(part) > 1:
        return len(part) - 1
    return best if best and size - _size(part[:best]) < LENGTH // 3 else len(part)


def _size(items: Sequence[Item]) -> int:
    return sum(len(item.text) + item.gap for item in items)


def _pieces(item: Item) -> Iterator[Item]:
    """What is too long for a part, cut where a word ends."""
    text, start = item.text, 0
    while len(text) - start > LENGTH:
        cut = text.rfind(" ", start + LENGTH // 2, start + LENGTH) + 1 or start + LENGTH
        yield item._replace(text=text[start:cut])
        start = cut
    yield item._replace(text=text[start:])


def _page(number: int, items: Sequence[Item], problem: str) -> Page:
    pieces: list[str] = []
    lines: list[Line] = []
    at, top = 0, 0.0
    for place, item in enumerate(items):
        if place:
            pieces.append("\n" * item.gap)
            at += item.gap
            top += HEIGHTS[Style.BODY] * (item.gap - 1)
        for start, end in _spans(item.text):
            bottom = top + HEIGHTS[item.style]
            lines.append(Line(at + start, at + end, (0.0, top, _WIDE * (end - start), bottom)))
            top = bottom
        pieces.append(item.text)
        at += len(item.text)
    return Page(number, "", 0.0, 0.0, "".join(pieces), tuple(lines), problem)


def _empty(number: int, problem: str) -> Page:
    return Page(number, "", 0.0, 0.0, "", problem=problem or NOTHING)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """What is marked together: a line, or the sentences of a long one."""
    line = (match.span() for match in re.finditer(r"\S.*\S|\S", text))
    for start, end in line if len(text) <= _ONE_LINE else sentence_spans(text):
        while end - start > _LONGEST_LINE:
            cut = text.rfind(" ", start + 1, start + _ONE_LINE)
            cut = cut if cut > start else start + _ONE_LINE
            yield start, cut
            start = cut + (text[cut] == " ")
        if text[start:end].strip():
            yield start, end
