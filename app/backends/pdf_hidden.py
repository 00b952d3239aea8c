"""Which characters of a PDF's page a person could not see: found by drawing the page.

What shows nothing in the drawing, lies off the page, or is smaller than two points is hidden,
however it was done. A layer of recognised text over a scan is seen: the scan shows its ink there.
Text that lies exactly under or over other, visible text is not found.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 0.5
"""Pixels a point: letters are still a few pixels high."""
LEAST_CONTRAST = 8
"""Of 255, between neighbouring pixels. In real documents text has 40 and more, or none."""
LEAST_SIZE = 2.0
"""Points of a font."""
SMALL = 2.6
"""Points; what is higher and wider holds no letters smaller than LEAST_SIZE."""
WORD = 4.0
"""Points; what is narrower holds no word, but may be a full stop or a dash."""
_MARGIN = 1
"""Pixels around a run: thin signs fall between two pixels."""
_FIRST_FOREIGN = "\u0250"
_DARK = 128

Runs = NDArray[np.float64]
"""Shape (n, 4): a row for each piece of a line that was written at once. PDFium gives left, top,
right, bottom; as the page is shown it is x0, y0, x1, y1 in points from the top left."""


def has_ink(page: Any, runs: Runs) -> NDArray[np.bool_]:
    """Shape (n,): whether the drawn page shows anything where each run stands."""
    bitmap = page.render(scale=SCALE, grayscale=True)
    rows = np.frombuffer(bitmap.buffer, np.uint8).reshape(bitmap.height, bitmap.stride)
    steps = _sums(rows[:, : bitmap.width])
    most = [bitmap.width, bitmap.height] * 2
    first = np.floor(runs[:, :2] * SCALE) - _MARGIN
    last = np.ceil(runs[:, 2:] * SCALE) + _MARGIN - 1
    edges = np.clip(np.nan_to_num(np.hstack([first, last])), 0, most).astype(np.intp)
    x0, y0, x1, y1 = edges.T
    inside = steps[y1, x1] - steps[y0, x1] - steps[y1, x0] + steps[y0, x0]
    shown: NDArray[np.bool_] = (inside > 0) & (x1 > x0) & (y1 > y0)
    return shown


def may_be_tiny(boxes: Runs, owners: NDArray[np.intp], lines: Runs) -> NDArray[np.bool_]:
    """Shape (n,): whether runs are so low, across their lines, that their letters may be tiny.

    A full stop or a dash is low as well: one only counts where most of its line is like it.
    `lines` has the boxes of the lines; run i belongs to line owners[i].
    """
    sides, whole = boxes[:, 2:] - boxes[:, :2], lines[:, 2:] - lines[:, :2]
    is_level = (whole[:, 0] >= whole[:, 1])[owners]
    low = np.where(is_level, sides[:, 1], sides[:, 0]) < SMALL
    is_sign = sides.max(axis=1) < WORD
    most = np.bincount(owners, low & is_sign) * 2 > np.bincount(owners)
    tiny: NDArray[np.bool_] = low & (~is_sign | most[owners])
    return tiny


def _sums(grey: NDArray[np.uint8]) -> NDArray[np.int32]:
    """At [y, x]: how many pixels above and left differ from their right or lower neighbour."""
    level = grey.astype(np.int16)
    steps = np.zeros((grey.shape[0] + 1, grey.shape[1] + 1), np.int32)
    steps[1:, 1:-1] = np.abs(np.diff(level, axis=1)) >= LEAST_CONTRAST
    steps[1:-1, 1:] += np.abs(np.diff(level, axis=0)) >= LEAST_CONTRAST
    return steps.cumsum(axis=0, dtype=np.int32).cumsum(axis=1, dtype=np.int32)


class Characters:
    """The single characters of a page's text, for the few places where runs are not enough."""

    def __init__(self, raw: Any, text: Any) -> None:
        self._raw = raw
        self._text = text

    def is_tiny(self, run: NDArray[np.float64]) -> bool:
        """Whether a run is of letters that are smaller than LEAST_SIZE."""
        left, top, right, bottom = run.tolist()
        x, y = (left + right) / 2, (top + bottom) / 2
        index = self._raw.FPDFText_GetCharIndexAtPos(self._text, x, y, LEAST_SIZE, LEAST_SIZE)
        return index >= 0 and self._size(index) < LEAST_SIZE

    def within(self, runs: Runs, content: str, start: int, end: int) -> list[int]:
        """The positions in [start, end) of what stands in one of the runs."""
        return [
            position
            for position in range(start, end)
            if not content[position].isspace()
            and self._is_within(runs, position)
            and not self._may_lack_font(position, content[position])
        ]

    def _is_within(self, runs: Runs, position: int) -> bool:
        edges = [ctypes.c_double() for _ in range(4)]
        self._raw.FPDFText_GetCharBox(self._text, self._index(position), *edges)
        left, right, bottom, top = (edge.value for edge in edges)
        x, y = (left + right) / 2, (bottom + top) / 2
        return any(run[0] <= x <= run[2] and run[3] <= y <= run[1] for run in runs)

    def _index(self, position: int) -> int:
        return int(self._raw.FPDFText_GetCharIndexFromTextIndex(self._text, position))

    def _size(self, index: int) -> float:
        """Points, as the character is shown."""
        matrix = self._raw.FS_MATRIX()
        if not self._raw.FPDFText_GetMatrix(self._text, index, matrix):
            return LEAST_SIZE
        size: float = self._raw.FPDFText_GetFontSize(self._text, index)
        return abs(size) * math.hypot(matrix.c, matrix.d)

    def _may_lack_font(self, position: int, character: str) -> bool:
        """Whether it shows nothing only because this machine has no letters for it."""
        if character < _FIRST_FOREIGN:
            return False
        index = self._index(position)
        item = self._raw.FPDFText_GetTextObject(self._text, index)
        return bool(item) and (
            not self._raw.FPDFFont_GetIsEmbedded(self._raw.FPDFTextObj_GetFont(item))
            and self._raw.FPDFTextObj_GetTextRenderMode(item) == self._raw.FPDF_TEXTRENDERMODE_FILL
            and self._is_dark(index)
        )

    def _is_dark(self, index: int) -> bool:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        self._raw.FPDFText_GetFillColor(self._text, index, red, green, blue, alpha)
        return max(red.value, green.value, blue.value) < _DARK and alpha.value > _DARK
