"""Which pictures of a document's pages are worth having, the most urgent first.

Of a page that would be too many pixels, a small picture of all and a sharp one of what is seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.core.types import Box
from app.gui.evidence.page_layout import PageLayout

MOST_PIXELS = 12_000_000
"""Of the picture of a whole page."""
_GROUND = 3_000_000
"""Pixels of what lies under the part that is drawn sharply."""


@dataclass(frozen=True)
class Wish:
    """A picture of a page, or of a part of it, at so many pixels a point."""

    page: int
    scale: float
    part: Box | None = None


def wishes(layout: PageLayout, seen: QRectF, ratio: float, parts: dict[int, Wish]) -> list[Wish]:
    """For what is `seen`, then for the pages beside it. `ratio`: pixels of the screen a pixel.

    `parts` are the sharp pictures of parts that there are: one that still shows all is kept.
    """
    pages = layout.pages_within(seen.top(), seen.bottom())
    found: list[Wish] = []
    for number in pages:
        found += _of_seen_page(layout, number, seen, ratio, parts.get(number))
    for number in (pages.stop, pages.start - 1):
        if 1 <= number <= layout.count and _pixels(layout, number, ratio) <= MOST_PIXELS / 2:
            found.append(Wish(number, layout.scale(number) * ratio))
    return found


def _of_seen_page(
    layout: PageLayout, number: int, seen: QRectF, ratio: float, part: Wish | None
) -> Iterator[Wish]:
    scale = layout.scale(number) * ratio
    pixels = _pixels(layout, number, ratio)
    if pixels <= MOST_PIXELS:
        yield Wish(number, scale)
        return
    yield Wish(number, scale * math.sqrt(_GROUND / pixels))
    visible = layout.part_within(number, seen)
    if part and part.part and part.scale == scale and _holds(part.part, visible):
        yield part
    elif not visible.isEmpty():
        around = visible.adjusted(
            -visible.width() / 3, -visible.height() / 3, visible.width() / 3, visible.height() / 3
        )
        whole = QRectF(0, 0, *layout.points(number))
        area = around.intersected(whole)
        yield Wish(number, scale, (area.left(), area.top(), area.right(), area.bottom()))


def _pixels(layout: PageLayout, number: int, ratio: float) -> float:
    width, height = layout.points(number)
    return width * height * (layout.scale(number) * ratio) ** 2


def _holds(part: Box, area: QRectF) -> bool:
    x0, y0, x1, y1 = part
    return QRectF(x0, y0, x1 - x0, y1 - y0).adjusted(-1, -1, 1, 1).contains(area)
