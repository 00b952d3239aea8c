"""The text of a page and where each letter of it stands: for selecting, copying and marking.

Owns no widget. Without the letters' places they are guessed from those of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.core.types import Box, Letters, Line, Page

Span = tuple[int, int]
_WORD = re.compile(r"\w+|[^\w\s]+")


class PageText:
    """Positions are those of `Page.text`; lengths are points of the page."""

    def __init__(self, page: Page, letters: Letters | None = None) -> None:
        self.text = page.text
        self.lines = page.lines
        self._letters: NDArray[np.float32] | None = None
        if letters and len(letters.boxes) >= 16 * len(page.text):
            self._letters = np.frombuffer(letters.boxes, "<f4").reshape(-1, 4)

    @property
    def is_precise(self) -> bool:
        """Whether the places of the letters are known."""
        return self._letters is not None

    def place_at(self, x: float, y: float) -> int:
        """The position between two letters that is nearest to a point."""
        line = min(self.lines, key=lambda line: _distance(line.box, x, y), default=None)
        if line is None:
            return 0
        boxes = self._boxes_in(line.start, line.end, line)
        centres = (boxes[:, :2] + boxes[:, 2:]) / 2
        along = centres[-1] - centres[0]
        if not along.any():
            along = np.array([1.0, 0.0], np.float32)
        return line.start + int(np.sum(centres @ along < np.array([x, y], np.float32) @ along))

    def word_at(self, place: int) -> Span:
        """The word that a position is in or beside; empty where there is none."""
        start = max(place - 100, 0)
        for found in _WORD.finditer(self.text, start, min(place + 100, len(self.text))):
            if found.start() <= place <= found.end():
                return found.span()
        return place, place

    def line_at(self, place: int) -> Span:
        """The line that a position is in, or the next one."""
        for line in self.lines:
            if place <= line.end:
                return line.start, line.end
        return place, place

    def next_word(self, place: int, step: int) -> int:
        """Where the word after a position ends, or the one before it starts."""
        found = [match.span() for match in _WORD.finditer(self.text)]
        if step > 0:
            return next((end for _, end in found if end > place), len(self.text))
        return next((start for start, _ in reversed(found) if start < place), 0)

    def next_line(self, place: int, step: int) -> int:
        """The position that stands above or below another one."""
        if not self.lines:
            return place
        starts = [line.start for line in self.lines]
        here = max(int(np.searchsorted(starts, place, side="right")) - 1, 0)
        there = here + step
        if not 0 <= there < len(self.lines):
            return len(self.text) if step > 0 else 0
        (x0, _, x1, _), (_, y0, _, y1) = self.box_at(place), self.lines[there].box
        return self.place_at(x1 if place == self.lines[here].end else x0, (y0 + y1) / 2)

    def boxes(self, span: Span) -> list[Box]:
        """Where the characters of a span stand, a box a line, as high as the line."""
        return list(self._boxes(*span))

    def _boxes(self, start: int, end: int) -> Iterator[Box]:
        for line in self.lines:
            first, last = max(line.start, start), min(line.end, end)
            if first >= last:
                continue
            found = self._boxes_in(first, last, line)
            (x0, y0), (x1, y1) = found[:, :2].min(axis=0), found[:, 2:].max(axis=0)
            left, top, right, bottom = line.box
            if right - left >= bottom - top or last - first == 1:
                yield float(x0), top, float(x1), bottom
            else:
                yield left, float(y0), right, float(y1)

    def box_at(self, place: int) -> Box:
        """Where the character behind a position stands; the page's corner where it has no text."""
        if not self.lines:
            return 0.0, 0.0, 0.0, 0.0
        line = next((line for line in self.lines if place <= line.end), self.lines[-1])
        first = min(max(place, line.start), line.end - 1)
        x0, y0, x1, y1 = self._boxes_in(first, first + 1, line)[0].tolist()
        return x0, y0, x1, y1

    def _boxes_in(self, start: int, end: int, line: Line) -> NDArray[np.float32]:
        """A box for each character of a part of a line; one that stands nowhere ends the last."""
        guessed = _guess(line, start, end)
        if self._letters is None:
            return guessed
        found = self._letters[start:end]
        stands = np.asarray(found.any(axis=1))
        nearest = np.maximum.accumulate(np.where(stands, np.arange(len(found)), -1))
        after = found[nearest][:, [2, 1, 2, 3]]
        filled = np.where(stands[:, None], found, after)
        return np.where((nearest >= 0)[:, None], filled, guessed)


def _guess(line: Line, start: int, end: int) -> NDArray[np.float32]:
    """As if all letters of the line were equally wide."""
    x0, y0, x1, y1 = line.box
    step = (x1 - x0) / max(line.end - line.start, 1)
    left = x0 + step * np.arange(start - line.start, end - line.start)
    rows = np.full(len(left), y0), np.full(len(left), y1)
    return np.stack([left, rows[0], left + step, rows[1]], axis=1).astype(np.float32)


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """How far a point is: a line beside it is nearer than any above or below."""
    x0, y0, x1, y1 = box
    beside, above = max(x0 - x, 0.0, x - x1), max(y0 - y, 0.0, y - y1)
    return above, beside
