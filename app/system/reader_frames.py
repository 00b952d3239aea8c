"""What goes over the pipe between engine and reader: how it is packed, and how much of it may be.

The reader's end cuts what is too much; the engine's end refuses it, because there a hostile
document may speak. Everything unpacked here raises ValueError, TypeError or LookupError.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from app.core.interfaces import Structure
from app.core.types import Box, Letters, Line, OutlineEntry, Page, Picture
from app.system.channel import FrameLimits

LIMITS = FrameLimits(json=16 * 1024**2, payload=256 * 1024**2)
MOST_PAGES = 20_000
MOST_CHARACTERS = 2_000_000
"""Of a page."""
MOST_LINES = 20_000
"""Of a page."""
MOST_IN_ALL = 250_000_000
"""Of a document: its characters, and a hundred for each line."""
MOST_ENTRIES = 5_000
LONGEST_TITLE = 300
LONGEST_LABEL = 50
LONGEST_SENTENCE = 300
FARTHEST = 1_000_000.0
"""Points; no box lies farther from the page's corner."""

TOOK_TOO_LONG, TOO_MUCH_MEMORY = 71, 72
"""Exit statuses of a reader process that tell how its child ended."""

_TOO_MUCH_TEXT = "This page holds more text than is read: the rest was left out."
_NO_TEXT = "No text was found on the page."
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def pack_page(page: Page) -> list[Any]:
    text, problem = page.text, page.problem
    lines = page.lines[:MOST_LINES]
    if len(text) > MOST_CHARACTERS or len(page.lines) > MOST_LINES:
        last = lines[-1].end if len(page.lines) > MOST_LINES else MOST_CHARACTERS
        text, problem = text[: min(last, MOST_CHARACTERS)], _TOO_MUCH_TEXT
    packed = [[line.start, line.end, *line.box] for line in lines if line.end <= len(text)]
    return [page.number, page.width, page.height, text, packed, problem]


def unpack_count(count: Any) -> int:
    """How many pages there are."""
    if type(count) is not int or not 1 <= count <= MOST_PAGES:
        raise ValueError
    return count


def unpack_page(packed: Sequence[Any], number: int) -> Page:
    """The page, which must be this one."""
    given, width, height, text, lines, problem = packed
    if given != number or len(text) > MOST_CHARACTERS or len(lines) > MOST_LINES:
        raise ValueError
    text = _plain(text)
    return Page(
        number=number,
        label="",
        width=_within(width, 0, FARTHEST),
        height=_within(height, 0, FARTHEST),
        text=text,
        lines=_lines(lines, len(text)),
        problem=_sentence(problem) or ("" if text.strip() else _NO_TEXT),
    )


def weight(page: Page) -> int:
    """What a page counts towards MOST_IN_ALL."""
    return len(page.text) + 100 * len(page.lines)


def pack_structure(structure: Structure) -> list[Any]:
    outline = [
        [entry.level, entry.title[:LONGEST_TITLE], entry.page]
        for entry in structure.outline[:MOST_ENTRIES]
    ]
    labels = [label[:LONGEST_LABEL] for label in structure.labels]
    return [structure.title[:LONGEST_TITLE], labels, outline]


def unpack_structure(packed: Sequence[Any], count: int) -> Structure:
    """Of a document of `count` pages."""
    title, labels, outline = packed
    if len(labels) > count or len(outline) > MOST_ENTRIES:
        raise ValueError
    entries = (
        OutlineEntry(
            int(_within(level, 1, MOST_ENTRIES)),
            _short(heading, LONGEST_TITLE),
            int(_within(page, 1, count)),
        )
        for level, heading, page in outline
    )
    return Structure(
        _short(title, LONGEST_TITLE),
        tuple(_short(label, LONGEST_LABEL) for label in labels),
        tuple(entries),
    )


def unpack_picture(size: Sequence[Any], pixels: bytes) -> Picture:
    width, height = (int(_within(side, 1, FARTHEST)) for side in size)
    if len(pixels) != width * height * 4:
        raise ValueError
    return Picture(width, height, pixels)


def unpack_letters(boxes: bytes) -> Letters:
    places = np.frombuffer(boxes, "<f4").reshape(-1, 4)
    if len(places) > MOST_CHARACTERS or not (np.abs(places) <= FARTHEST).all():
        raise ValueError
    return Letters(boxes)


def unpack_refused(packed: Sequence[Any]) -> list[tuple[str, str, float]]:
    """Attempts to reach a network: family, event, and time in seconds since 1970."""
    return [
        (_short(family, 50), _short(event, 50), _within(time, 0, 1e11))
        for family, event, time in packed[:100]
    ]


def unpack_error(frame: dict[str, Any]) -> tuple[str, str]:
    """What happened, and what to do."""
    return _sentence(frame["error"]), _sentence(frame.get("hint", ""))


def _lines(packed: Sequence[Any], length: int) -> tuple[Line, ...]:
    """Lines in order, none beyond the text."""
    lines = []
    last = 0
    for start, end, x0, y0, x1, y1 in packed:
        if not (type(start) is type(end) is int and last <= start < end <= length):
            raise ValueError
        lines.append(Line(start, end, _box((x0, y0, x1, y1))))
        last = end
    return tuple(lines)


def _box(values: Sequence[Any]) -> Box:
    x0, y0, x1, y1 = values
    if not (_is_near(x0) and _is_near(y0) and _is_near(x1) and _is_near(y1)):
        raise ValueError
    return float(x0), float(y0), float(x1), float(y1)


def _is_near(value: float) -> bool:
    return -FARTHEST <= value <= FARTHEST


def _within(value: Any, least: float, most: float) -> float:
    """The number as it is; never one that is none."""
    if not least <= value <= most:
        raise ValueError
    return float(value)


def _sentence(text: str) -> str:
    return _short(text, LONGEST_SENTENCE)


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise ValueError
    return _plain(text)


def _plain(text: str) -> str:
    """Nothing that a terminal obeys or a file cannot hold; each character keeps its place."""
    return _CONTROLS.sub(" ", text)
