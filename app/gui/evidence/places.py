"""Places in documents that are looked at: where a citation or a passage stands. Owns no widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.core.types import Box, Citation, Hit


@dataclass(frozen=True)
class Place:
    """Lines of a page to look at: `boxes` matter, `faint` ones stand around them."""

    document: int
    document_name: str
    page: int
    boxes: tuple[Box, ...] = ()
    faint: tuple[Box, ...] = ()
    quote: str = ""


def place_of(found: Citation | Hit) -> Place:
    """Where a citation or a hit stands."""
    if isinstance(found, Citation):
        return Place(
            found.document, found.document_name, found.page, found.boxes, quote=found.quote
        )
    boxes = found.marked_boxes or found.boxes
    faint = found.boxes if found.marked_boxes else ()
    quote = found.marked or found.text
    return Place(found.document, found.document_name, found.page, boxes, faint, quote)


def stands_at(hit: Hit, place: Place) -> bool:
    """Whether the lines that matter in `hit` are among those of `place`."""
    if (hit.document, hit.page) != (place.document, place.page):
        return False
    mine = [QRectF(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in hit.marked_boxes or hit.boxes]
    theirs = [QRectF(x0, y0, x1 - x0, y1 - y0) for x0, y0, x1, y1 in place.boxes]
    return any(one.intersects(other) for one in mine for other in theirs)


def around(boxes: tuple[Box, ...]) -> Box | None:
    """The box that holds them all."""
    if not boxes:
        return None
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)
