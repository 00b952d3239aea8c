"""PDFium: the text of pages, where it stands, and pages as pixels. Knows nothing of other formats.

Runs in a reader process only. Character positions in `Page.text` are PDFium's own text positions,
so a span can be boxed later without having kept a box for each character.
"""

from __future__ import annotations

import ctypes
import math
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.backends.pdf_hidden import SCALE, Characters, Runs, has_ink, may_be_tiny
from app.backends.pdf_lines import places_of_breaks, runs_of_several_lines
from app.core.errors import DocumentError, PasswordNeeded
from app.core.types import Box, Letters, Line, Page, Picture

LARGEST_SIDE = 10_000
"""Pixels; a page that would be drawn larger is drawn smaller."""

MOST_PIXELS = 40_000_000
FARTHEST = 1_000_000.0
"""Points from the page's corner; what stands farther away has no box."""

_TOO_LARGE = "The page is too large to be drawn, so it was not read."
_LEFT_OUT = "Text that cannot be seen on this page was left out."
_SAME_LENGTH = {0x0D: " ", 0xFFFE: "-", 0xFFFF: " ", 0x02: "-", 0x0B: " ", 0x0C: " "}
_CONTROLS = {code: " " for code in (*range(32), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A)}
_READABLE = _CONTROLS | _SAME_LENGTH


Span = tuple[int, int]
_RunsOf = dict[Span, list[list[float]]]
"""For each span of a line: left, top, right, bottom of its runs, in the PDF's own coordinates."""


@dataclass(frozen=True)
class _Placed:
    """Lines, and the runs of text that they were written in: run i belongs to line owners[i].

    `runs` are in the PDF's own coordinates, `boxes` as the page is shown; both have shape (n, 4).
    """

    lines: tuple[Line, ...]
    runs: Runs
    boxes: Runs
    owners: NDArray[np.intp]


class PdfiumFile:
    """An open PDF, a file or the content of one. Close it."""

    def __init__(self, source: Path | bytes, password: str) -> None:
        import pypdfium2
        import pypdfium2.raw

        self._raw: Any = pypdfium2.raw
        if isinstance(source, Path):
            source = _open(pypdfium2.raw, source, password)
        self._pdf: Any = pypdfium2.PdfDocument(source)

    @property
    def page_count(self) -> int:
        return len(self._pdf)

    def close(self) -> None:
        self._pdf.close()

    def read_page(self, number: int) -> Page:
        """The page's text and lines; a page that cannot be read is a page with a problem.

        What a person could not see on the page is spaces in its text.
        """
        with self._page(number) as page, self._text(page) as text:
            width, height = page.get_size()
            if not width * height * SCALE**2 < MOST_PIXELS:
                return Page(number, "", 0.0, 0.0, "", problem=_TOO_LARGE)
            view = _View(page.get_bbox(), page.get_rotation())
            content, found = self._laid_out(view, text)
            placed = _placed(view, found)
            seen = self._seen(page, text, content, placed)
            problem = "" if seen == content else _LEFT_OUT
            if problem:
                placed = _placed(view, self._runs_of(text, _spans(seen)))
            if not seen.strip():
                problem = problem or self._why_empty(page)
            return Page(number, "", width, height, seen, placed.lines, problem)

    def find_letters(self, number: int) -> Letters:
        with self._page(number) as page, self._text(page) as text:
            view = _View(page.get_bbox(), page.get_rotation())
            count = max(self._raw.FPDFText_CountChars(text), 0)
            sides = np.array([self._box(text, place) for place in range(count)]).reshape(-1, 4)
            boxes = view.boxes(sides)
            is_near = (np.abs(boxes) < FARTHEST).all(axis=1, keepdims=True)
            return Letters(np.where(is_near, boxes, 0.0).astype("<f4").tobytes())

    def draw(self, number: int, scale: float, part: Box | None = None) -> Picture:
        """The page, or a part of it; smaller than wanted where it would be too many pixels."""
        with self._page(number) as page:
            whole = tuple(max(side, 1.0) for side in page.get_size())
            crop, (width, height) = _crop(part, whole) if part else ((0, 0, 0, 0), whole)
            scale = min(scale, LARGEST_SIDE / max(width, height))
            scale = min(scale, math.sqrt(MOST_PIXELS / (width * height)))
            bitmap = page.render(scale=scale, crop=crop, rev_byteorder=False, prefer_bgrx=True)
            rows = memoryview(bitmap.buffer).cast("B")
            used = bitmap.width * 4
            pixels = b"".join(
                rows[start : start + used]
                for start in range(0, bitmap.stride * bitmap.height, bitmap.stride)
            )
            return Picture(bitmap.width, bitmap.height, pixels)

    @contextmanager
    def _page(self, number: int) -> Iterator[Any]:
        try:
            page = self._pdf[number - 1]
        except Exception as error:
            raise DocumentError(f"Page {number} cannot be opened.") from error
        try:
            yield page
        finally:
            page.close()

    @contextmanager
    def _text(self, page: Any) -> Iterator[Any]:
        text = page.get_textpage()
        try:
            yield text
        finally:
            text.close()

    def _characters(self, text: Any) -> str:
        """One character for each of PDFium's text positions."""
        count = self._raw.FPDFText_CountChars(text)
        buffer = ctypes.create_string_buffer((count + 1) * 2)
        units = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        written = self._raw.FPDFText_GetText(text, 0, count, units) - 1
        found = buffer.raw[: max(written, 0) * 2].decode("utf-16-le", "surrogatepass")
        return _one_per_unit(found).translate(_READABLE)

    def _laid_out(self, view: _View, text: Any) -> tuple[str, _RunsOf]:
        """The page's characters, with a line break where each line ends, and its lines' runs."""
        content = self._characters(text)
        found = self._runs_of(text, _spans(content))
        placed = _placed(view, found)
        several = runs_of_several_lines(placed.boxes, placed.owners, len(placed.lines))
        if not several.size:
            return content, found

        def find_boxes(places: Sequence[int]) -> Runs:
            return view.boxes(np.array([self._box(text, place) for place in places]))

        characters = list(content)
        for line in (placed.lines[i] for i in several):
            for place in places_of_breaks(content, line.start, line.end, find_boxes):
                characters[place] = "\n"
        content = "".join(characters)
        spans = _spans(content)
        found |= self._runs_of(text, [span for span in spans if span not in found])
        return content, {span: found[span] for span in spans if span in found}

    def _box(self, text: Any, place: int) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of one character; NaN where it stands nowhere."""
        left, right, bottom, top = (ctypes.c_double(math.nan) for _ in range(4))
        index = self._raw.FPDFText_GetCharIndexFromTextIndex(text, place)
        sides = map(ctypes.byref, (left, right, bottom, top))
        if index < 0 or not self._raw.FPDFText_GetCharBox(text, index, *sides):
            return math.nan, math.nan, math.nan, math.nan
        return left.value, top.value, right.value, bottom.value

    def _runs_of(self, text: Any, spans: Sequence[Span]) -> _RunsOf:
        """The runs of each span; those that stand nowhere are left out."""
        found = {span: self._runs(text, *span) for span in spans}
        return {span: runs for span, runs in found.items() if runs}

    def _runs(self, text: Any, start: int, end: int) -> list[list[float]]:
        """Left, top, right, bottom of each run that some characters of one line stand in."""
        first = self._raw.FPDFText_GetCharIndexFromTextIndex(text, start)
        last = self._raw.FPDFText_GetCharIndexFromTextIndex(text, end - 1)
        if first < 0 or last < first:
            return []
        edges = (ctypes.c_double * 4)()
        sides = [ctypes.c_double.from_buffer(edges, 8 * i) for i in range(4)]
        out = [ctypes.byref(side) for side in sides]
        get, handle = self._raw.FPDFText_GetRect, text.raw
        count = self._raw.FPDFText_CountRects(handle, first, last - first + 1)
        return [edges[:] for index in range(count) if get(handle, index, *out)]

    def _seen(self, page: Any, text: Any, content: str, placed: _Placed) -> str:
        """The content, with spaces where nobody could see what it says."""
        if not placed.lines:
            return content
        characters = Characters(self._raw, text)
        seen = has_ink(page, placed.boxes)
        lines = np.array([line.box for line in placed.lines])
        for index in np.flatnonzero(seen & may_be_tiny(placed.boxes, placed.owners, lines)):
            seen[index] = not characters.is_tiny(placed.runs[index])
        hidden: set[int] = set()
        for owner in np.unique(placed.owners[~seen]):
            line = placed.lines[owner]
            unseen = placed.runs[~seen & (placed.owners == owner)]
            hidden.update(characters.within(unseen, content, line.start, line.end))
        if not hidden:
            return content
        return "".join(" " if i in hidden else c for i, c in enumerate(content))

    def _why_empty(self, page: Any) -> str:
        image = self._raw.FPDF_PAGEOBJ_IMAGE
        if any(True for _ in page.get_objects(filter=[image], max_depth=2)):
            return "The page is only a picture: it has no text layer."
        return "No text was found on the page."


def _open(raw: Any, path: Path, password: str) -> Any:
    """PDFium's handle. A file that cannot be opened at all is an OSError."""
    size = path.stat().st_size
    handle = raw.FPDF_LoadDocument(os.fsencode(path), password.encode() if password else None)
    if handle and raw.FPDF_GetPageCount(handle) > 0:
        return handle
    reason = raw.FPDF_GetLastError()
    if reason == raw.FPDF_ERR_PASSWORD:
        raise PasswordNeeded
    if reason == raw.FPDF_ERR_FILE and size:
        raise PermissionError
    raise DocumentError("The file is damaged, or it is no PDF.", "Open it elsewhere to check it.")


@dataclass(frozen=True)
class _View:
    """How a page is shown: cropped to `shown` (left, bottom, right, top), and turned clockwise."""

    shown: tuple[float, float, float, float]
    turned: int

    def boxes(self, runs: Runs) -> Runs:
        """Runs as points from the page's top left."""
        left, bottom, right, top = self.shown
        x0, y1, x1, y0 = runs.T
        ax, ay, bx, by = {
            0: (x0 - left, top - y1, x1 - left, top - y0),
            90: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
            180: (right - x1, y0 - bottom, right - x0, y1 - bottom),
            270: (top - y1, right - x1, top - y0, right - x0),
        }[self.turned]
        lower, upper = np.minimum, np.maximum
        return np.stack([lower(ax, bx), lower(ay, by), upper(ax, bx), upper(ay, by)], axis=1)


def _crop(part: Box, whole: tuple[float, ...]) -> tuple[Box, tuple[float, float]]:
    """What to cut off from left, bottom, right and top, and the sides of what is left."""
    width, height = whole
    x0, y0 = (min(max(edge, 0.0), side - 1.0) for edge, side in zip(part[:2], whole, strict=True))
    x1, y1 = min(max(part[2], x0 + 1.0), width), min(max(part[3], y0 + 1.0), height)
    return (x0, height - y1, width - x1, y0), (x1 - x0, y1 - y0)


def _placed(view: _View, found: _RunsOf) -> _Placed:
    """Where the lines stand; those that stand nowhere near are left out."""
    runs = np.array([run for each in found.values() for run in each]).reshape(-1, 4)
    boxes = view.boxes(runs)
    owners = np.full(len(runs), -1)
    lines: list[Line] = []
    last = 0
    for (start, end), each in found.items():
        own = slice(last, last := last + len(each))
        around = [*boxes[own, :2].min(axis=0).tolist(), *boxes[own, 2:].max(axis=0).tolist()]
        if all(-FARTHEST < edge < FARTHEST for edge in around):
            x0, y0, x1, y1 = (round(edge, 1) for edge in around)
            owners[own] = len(lines)
            lines.append(Line(start, end, (x0, y0, x1, y1)))
    near = owners >= 0
    return _Placed(tuple(lines), runs[near], boxes[near], owners[near])


def _spans(content: str) -> list[Span]:
    """The lines of a text, without the blanks at their ends."""
    matches = re.finditer(r"[^\n]*[^\s][^\n]*", content)
    return [(m.start(), m.start() + len(m.group().rstrip())) for m in matches]


def _one_per_unit(text: str) -> str:
    """`text` with exactly one character for each UTF-16 unit that it was decoded from.

    A character beyond the first plane becomes its plain form (a bold A an A) and a soft hyphen.
    """
    if max(text, default="") <= "\uffff":
        return text
    return "".join(_pair(c) if ord(c) > 0xFFFF else c for c in text)


def _pair(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return (plain if len(plain) == 1 and ord(plain) < 0x10000 else "\ufffd") + "\u00ad"
