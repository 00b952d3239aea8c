"""The text of a page and where each letter of it stands: for selecting, copying and marking.

Owns no widget. Without the letters' places they are guessed from those of the lines.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from app.core.types import Box, Letters, Line, Page

Span = tuple[int, int]
_WORD = re.compile(r"\w+|[^\w\s]+")


class PageText:
    """Positions are those of `Page.text`; lengths are points of the page."""

    def __init__(self, page: Page, letters: Letters | None = None) -> None:
        self.text = page.text
        self.lines = page.lines
        self._letters: array[float] | None = None
        if letters and len(letters.boxes) >= 16 * len(page.text):
            self._letters = array("f", letters.boxes)

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
        centres = [((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in boxes]
        right, down = centres[-1][0] - centres[0][0], centres[-1][1] - centres[0][1]
        if not right and not down:
            right = 1.0
        wanted = x * right + y * down
        return line.start + sum(cx * right + cy * down < wanted for cx, cy in centres)

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
        here = max(bisect_right(starts, place) - 1, 0)
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
            left, top, right, bottom = line.box
            if right - left >= bottom - top or last - first == 1:
                yield min(box[0] for box in found), top, max(box[2] for box in found), bottom
            else:
                yield left, min(box[1] for box in found), right, max(box[3] for box in found)

    def box_at(self, place: int) -> Box:
        """Where the character behind a position stands; the page's corner where it has no text."""
        if not self.lines:
            return 0.0, 0.0, 0.0, 0.0
        line = next((line for line in self.lines if place <= line.end), self.lines[-1])
        first = min(max(place, line.start), line.end - 1)
        return self._boxes_in(first, first + 1, line)[0]

    def _boxes_in(self, start: int, end: int, line: Line) -> list[Box]:
        """A box for each character of a part of a line; one that stands nowhere ends the last."""
        if self._letters is None:
            return [_guess(line, place) for place in range(start, end)]
        found: list[Box] = []
        for place in range(start, end):
            x0, y0, x1, y1 = self._letters[4 * place : 4 * place + 4]
            if x0 or y0 or x1 or y1:
                found.append((x0, y0, x1, y1))
            elif found:
                _, y0, x1, y1 = found[-1]
                found.append((x1, y0, x1, y1))
            else:
                found.append(_guess(line, place))
        return found


def _guess(line: Line, place: int) -> Box:
    """As if all letters of the line were equally wide."""
    x0, y0, x1, y1 = line.box
    step = (x1 - x0) / max(line.end - line.start, 1)
    left = x0 + step * (place - line.start)
    return left, y0, left + step, y1


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """How far a point is: a line beside it is nearer than any above or below."""
    x0, y0, x1, y1 = box
    beside, above = max(x0 - x, 0.0, x - x1), max(y0 - y, 0.0, y - y1)
    return above, beside
