"""Where the pages of a document stand in a view: one below the other, each turned and scaled.

Pure geometry. Lengths are logical pixels from the top left of all pages; pages count from 1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QTransform

from app.core.types import Box

MARGIN = 14
"""Around the pages, and between two of them."""
LEAST, MOST, MOST_TO_FIT = 0.02, 6.0, 3.0
"""Pixels a point: a very small page is not blown up to the whole width."""

Points = tuple[float, float]


@dataclass(frozen=True)
class Look:
    """How pages are shown: in how much room, turned by so many degrees clockwise, how large.

    `zoom` is in pixels a point; None: each page as wide as the room, or `whole`: as all of it.
    """

    room: QSize
    zoom: float | None = None
    whole: bool = False
    turned: int = 0


class PageLayout:
    """The places of all pages of a document in one look."""

    def __init__(self, points: Sequence[Points], look: Look) -> None:
        self.look = look
        self._points = [(max(width, 9.0), max(height, 9.0)) for width, height in points]
        self._scales = [_scale(_turned(size, look.turned), look) for size in self._points]
        self._sizes = [
            _pixels(_turned(size, look.turned), scale)
            for size, scale in zip(self._points, self._scales, strict=True)
        ]
        self._tops: list[int] = []
        top = MARGIN
        for _, height in self._sizes:
            self._tops.append(top)
            top += height + MARGIN
        self.height = top
        widest = max((width for width, _ in self._sizes), default=0)
        self.width = max(widest + 2 * MARGIN, look.room.width())

    @property
    def count(self) -> int:
        return len(self._sizes)

    def points(self, number: int) -> Points:
        """Width and height of a page, before it is turned."""
        return self._points[number - 1]

    def scale(self, number: int) -> float:
        """Pixels a point."""
        return self._scales[number - 1]

    def area(self, number: int) -> QRect:
        """Where a page lies, in the middle of the width."""
        width, height = self._sizes[number - 1]
        return QRect((self.width - width) // 2, self._tops[number - 1], width, height)

    def page_at(self, y: float) -> int:
        """The page that lies at this height, or above it where there is none."""
        return min(max(bisect_right(self._tops, y), 1), max(self.count, 1))

    def pages_within(self, top: float, bottom: float) -> range:
        """The pages of which something lies there."""
        if not self.count:
            return range(0)
        first = self.page_at(top)
        last = min(bisect_left(self._tops, bottom), self.count)
        if self.area(first).bottom() < top and first < last:
            first += 1
        return range(first, max(last, first) + 1)

    def from_page(self, number: int) -> QTransform:
        """Leads from the points of a page to where they lie."""
        area, scale = self.area(number), self.scale(number)
        moved = QTransform.fromTranslate(area.x(), area.y()).scale(scale, scale)
        return turn(self.points(number), self.look.turned) * moved

    def area_of(self, number: int, box: Box) -> QRectF:
        """Where a box of a page lies."""
        x0, y0, x1, y1 = box
        return self.from_page(number).mapRect(QRectF(x0, y0, x1 - x0, y1 - y0))

    def part_within(self, number: int, area: QRectF) -> QRectF:
        """The part of a page that lies in an area, in points of the page."""
        back, _ = self.from_page(number).inverted()
        return back.mapRect(area.intersected(QRectF(self.area(number))))

    def on_page(self, number: int, where: QPointF) -> QPointF:
        """A place as a point of a page."""
        back, _ = self.from_page(number).inverted()
        return back.map(where)


def turn(points: Points, degrees: int) -> QTransform:
    """Turns a page of this size so that its corner is at the top left again."""
    width, height = points
    return {
        0: QTransform(),
        90: QTransform(0, 1, -1, 0, height, 0),
        180: QTransform(-1, 0, 0, -1, width, height),
        270: QTransform(0, -1, 1, 0, 0, width),
    }[degrees % 360]


def _turned(size: Points, degrees: int) -> Points:
    return (size[1], size[0]) if degrees % 180 else size


def _scale(size: Points, look: Look) -> float:
    if look.zoom is not None:
        return look.zoom
    fits = (look.room.width() - 2 * MARGIN) / size[0]
    if look.whole:
        fits = min(fits, (look.room.height() - 2 * MARGIN) / size[1])
    return min(max(fits, LEAST), MOST_TO_FIT)


def _pixels(size: Points, scale: float) -> tuple[int, int]:
    return max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)
