"""Where a line of a page ends though PDFium gave no line break: cells of tables, ends of paragraphs
that are followed by another text far away. Owns when two words stand in different lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from app.backends.pdf_hidden import Runs

FindBoxes = Callable[[Sequence[int]], Runs]
"""Boxes (n, 4) as the page is shown of the characters at n places, NaN for one without any."""
_WORD = re.compile(r"\S+")


def runs_of_several_lines(boxes: Runs, owners: NDArray[np.intp], lines: int) -> NDArray[np.intp]:
    """The lines, of so many, that have one run entirely below another; shape (m,)."""
    highest_end = np.full(lines, np.inf)
    lowest_start = np.full(lines, -np.inf)
    np.minimum.at(highest_end, owners, boxes[:, 3])
    np.maximum.at(lowest_start, owners, boxes[:, 1])
    found: NDArray[np.intp] = np.flatnonzero(lowest_start >= highest_end)
    return found


def places_of_breaks(content: str, start: int, end: int, find_boxes: FindBoxes) -> list[int]:
    """Places in [start, end) of the blanks that stand where a line ends.

    A word is in another line than the one before if it stands wholly below it. One above is the
    next cell of a row. In a text that runs downwards every word stands below: there, the letters of
    a word begin at the same place.
    """
    words = [match.span() for match in _WORD.finditer(content, start, end)]
    first, last = find_boxes([a for a, _ in words]), find_boxes([b - 1 for _, b in words])
    left, top, bottom = first[:, 0], first[:, 1], first[:, 3]
    height = (bottom - top)[:-1]
    is_below = top[1:] >= bottom[:-1]
    is_level = last[:-1, 0] - left[:-1] > height / 2
    elsewhere = np.abs(left[1:] - left[:-1]) > height
    return [words[i + 1][0] - 1 for i in np.flatnonzero(is_below & (is_level | elsewhere))]
