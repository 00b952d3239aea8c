"""Pictures of pages: lines marked in them, and turned into PNG. Knows no document."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from app.core.types import Box, Picture

Pixels = NDArray[np.uint8]
"""Shape (height, width, 3): red, green, blue."""

_MARKER = (255, 232, 115)
_BAR = (201, 138, 0)
_AROUND = 1.5
"""Points that a mark stands out beyond the box of its line."""
_BAR_WIDTH, _BAR_GAP = 2.5, 5.0
"""Points, of the bar beside marked lines: a mark that a black and white print keeps."""


def pixels_of(picture: Picture) -> Pixels:
    """A copy that can be drawn on."""
    flat = np.frombuffer(picture.pixels, np.uint8)
    return flat.reshape(picture.height, picture.width, 4)[:, :, 2::-1].copy()


def mark_lines(page: Pixels, boxes: Iterable[Box], scale: float) -> None:
    """Lay a marker over the lines, which stay readable, and a bar beside them."""
    height, width, _ = page.shape
    marked = np.zeros((height, width), bool)
    for x0, y0, x1, y1 in boxes:
        rows = _span(y0 - _AROUND, y1 + _AROUND, height, scale)
        marked[rows, _span(x0 - _AROUND, x1 + _AROUND, width, scale)] = True
        bar = x0 - _AROUND - _BAR_GAP
        page[rows, _span(bar, bar + _BAR_WIDTH, width, scale)] = _BAR
    # As a felt pen does: white takes the colour, black stays black.
    page[marked] = page[marked].astype(np.uint16) * np.array(_MARKER, np.uint16) // 255


def png(page: Pixels) -> bytes:
    """Lossless, each row as its difference from the one above, which packs pages well."""
    height, width, _ = page.shape
    rows = page.reshape(height, width * 3)
    above = np.vstack([np.zeros((1, width * 3), np.uint8), rows[:-1]])
    filtered = np.hstack([np.full((height, 1), 2, np.uint8), rows - above])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _part(b"IHDR", header),
            _part(b"IDAT", zlib.compress(filtered.tobytes(), 9)),
            _part(b"IEND", b""),
        )
    )


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _span(start: float, end: float, length: int, scale: float) -> slice:
    return slice(_within(start, length, scale), _within(end, length, scale))


def _within(position: float, length: int, scale: float) -> int:
    return round(min(max(position * scale, 0), length))
