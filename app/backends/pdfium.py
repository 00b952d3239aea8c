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

from app.backends.pdf_hidden import Characters, Run, has_ink
from app.core.errors import DocumentError, PasswordNeeded
from app.core.types import Box, Line, Page, Picture

LARGEST_SIDE = 10_000
"""Pixels; a page that would be drawn larger is drawn smaller."""

MOST_PIXELS = 40_000_000
FARTHEST = 1_000_000.0
"""Points from the page's corner; what stands farther away has no box."""

_LEFT_OUT = "Text that cannot be seen on this page was left out."
_SAME_LENGTH = {0x0D: " ", 0xFFFE: "-", 0xFFFF: " ", 0x02: "-", 0x0B: " ", 0x0C: " "}
_CONTROLS = {code: " " for code in range(32) if code not in (0x09, 0x0A)} | {0x7F: " "}
_READABLE = _CONTROLS | _SAME_LENGTH


@dataclass(frozen=True)
class _PlacedLine:
    """A line, and the runs of text that it was written in."""

    line: Line
    runs: list[Run]


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
            view = _View(page.get_bbox(), page.get_rotation())
            content = self._characters(text)
            placed = list(self._lines(view, text, content))
            seen = self._seen(page, view, text, content, placed)
            problem = "" if seen == content else _LEFT_OUT
            if problem:
                placed = list(self._lines(view, text, seen))
            if not seen.strip():
                problem = problem or self._why_empty(page)
            lines = tuple(each.line for each in placed)
            return Page(number, "", width, height, seen, lines, problem)

    def find_boxes(self, number: int, start: int, end: int) -> list[Box]:
        """The boxes of characters [start, end), a box a line."""
        with self._page(number) as page, self._text(page) as text:
            view = _View(page.get_bbox(), page.get_rotation())
            found = [each.line for each in self._lines(view, text, self._characters(text))]
            spans = [(max(start, line.start), min(end, line.end)) for line in found]
            runs = (self._runs(text, a, b) for a, b in spans if a < b)
            boxes = (view.box_around(each) for each in runs if each)
            return [box for box in boxes if box]

    def draw(self, number: int, scale: float) -> Picture:
        with self._page(number) as page:
            width, height = (max(side, 1.0) for side in page.get_size())
            scale = min(scale, LARGEST_SIDE / max(width, height))
            scale = min(scale, math.sqrt(MOST_PIXELS / (width * height)))
            bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
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

    def _lines(self, view: _View, text: Any, content: str) -> Iterator[_PlacedLine]:
        for match in re.finditer(r"[^\n]*[^\s][^\n]*", content):
            start, end = match.span()
            while content[end - 1].isspace():
                end -= 1
            runs = self._runs(text, start, end)
            box = view.box_around(runs) if runs else None
            if box:
                yield _PlacedLine(Line(start, end, box), runs)

    def _runs(self, text: Any, start: int, end: int) -> list[Run]:
        """The runs that some characters of one line stand in; none where they have no place."""
        first = self._raw.FPDFText_GetCharIndexFromTextIndex(text, start)
        last = self._raw.FPDFText_GetCharIndexFromTextIndex(text, end - 1)
        if first < 0 or last < first:
            return []
        edges = [ctypes.c_double() for _ in range(4)]
        out = [ctypes.byref(edge) for edge in edges]
        found: list[Run] = []
        for index in range(self._raw.FPDFText_CountRects(text, first, last - first + 1)):
            if self._raw.FPDFText_GetRect(text, index, *out):
                left, top, right, bottom = (edge.value for edge in edges)
                found.append((left, top, right, bottom))
        return found

    def _seen(
        self, page: Any, view: _View, text: Any, content: str, placed: Sequence[_PlacedLine]
    ) -> str:
        """The content, with spaces where nobody could see what it says."""
        runs = [run for each in placed for run in each.runs]
        if not runs:
            return content
        characters = Characters(self._raw, text)
        shown = iter(has_ink(page, np.array([view.box(run) for run in runs])))
        hidden: set[int] = set()
        for each in placed:
            unseen = [run for run in each.runs if not next(shown) or characters.is_tiny(run)]
            if unseen:
                hidden.update(characters.within(unseen, content, each.line.start, each.line.end))
        return (
            "".join(" " if i in hidden else c for i, c in enumerate(content)) if hidden else content
        )

    def _why_empty(self, page: Any) -> str:
        image = self._raw.FPDF_PAGEOBJ_IMAGE
        if any(True for _ in page.get_objects(filter=[image], max_depth=2)):
            return "The page is only a picture: it has no text layer."
        return "The page is empty."


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

    def box(self, run: Run) -> Box:
        """A run as points from the page's top left."""
        left, bottom, right, top = self.shown
        x0, y1, x1, y0 = run
        ax, ay, bx, by = {
            0: (x0 - left, top - y1, x1 - left, top - y0),
            90: (y0 - bottom, x0 - left, y1 - bottom, x1 - left),
            180: (right - x1, y0 - bottom, right - x0, y1 - bottom),
            270: (top - y1, right - x1, top - y0, right - x0),
        }[self.turned]
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def box_around(self, runs: Sequence[Run]) -> Box | None:
        """The box around runs of one line; None where it is nowhere near a page."""
        lefts, tops, rights, bottoms = zip(*runs, strict=True)
        box = self.box((min(lefts), max(tops), max(rights), min(bottoms)))
        if not all(-FARTHEST < edge < FARTHEST for edge in box):
            return None
        x0, y0, x1, y1 = (round(edge, 1) for edge in box)
        return x0, y0, x1, y1


def _one_per_unit(text: str) -> str:
    """`text` with exactly one character for each UTF-16 unit that it was decoded from.

    A character beyond the first plane becomes its plain form (a bold A an A) and a soft hyphen.
    """
    if all(ord(character) < 0x10000 for character in text):
        return text
    return "".join(_pair(c) if ord(c) > 0xFFFF else c for c in text)


def _pair(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return (plain if len(plain) == 1 and ord(plain) < 0x10000 else "\ufffd") + "\u00ad"
