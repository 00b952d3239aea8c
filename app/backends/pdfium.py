"""PDFium: the text of pages, where it stands, and pages as pixels. Knows nothing of other formats.

Runs in a reader process only. Character positions in `Page.text` are PDFium's own text positions,
so a span can be boxed later without having kept a box for each character.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.core.errors import DocumentError, PasswordNeeded
from app.core.types import Box, Line, Page, Picture

LARGEST_SIDE = 10_000
"""Pixels; a page that would be drawn larger is drawn smaller."""

_BROKEN = DocumentError("The file is damaged, or it is no PDF.", "Open it elsewhere to check it.")
_SAME_LENGTH = {0x0D: " ", 0xFFFE: "-", 0xFFFF: " ", 0x02: "-", 0x0B: " ", 0x0C: " "}
_CONTROLS = {code: " " for code in range(32) if code not in (0x09, 0x0A)} | {0x7F: " "}
_READABLE = _CONTROLS | _SAME_LENGTH


class PdfiumFile:
    """An open PDF. Close it."""

    def __init__(self, path: Path, password: str) -> None:
        import pypdfium2
        import pypdfium2.raw

        self._raw: Any = pypdfium2.raw
        try:
            self._pdf: Any = pypdfium2.PdfDocument(path, password=password or None)
        except pypdfium2.PdfiumError as error:
            if error.err_code == self._raw.FPDF_ERR_PASSWORD:
                raise PasswordNeeded from error
            raise _BROKEN from error

    @property
    def page_count(self) -> int:
        return len(self._pdf)

    def close(self) -> None:
        self._pdf.close()

    def read_page(self, number: int, label: str) -> Page:
        """The page's text and lines; a page that cannot be read is a page with a problem."""
        with self._page(number) as page, self._text(page) as text:
            width, height = page.get_size()
            content = self._characters(text)
            lines = tuple(self._lines(page, text, content))
            problem = "" if content.strip() else self._why_empty(page)
            return Page(number, label, width, height, content, lines, problem)

    def find_boxes(self, number: int, start: int, end: int) -> list[Box]:
        """The boxes of characters [start, end), a box a line."""
        with self._page(number) as page, self._text(page) as text:
            lines = self._lines(page, text, self._characters(text))
            spans = [(max(start, line.start), min(end, line.end)) for line in lines]
            boxes = (self._box(page, text, a, b) for a, b in spans if a < b)
            return [box for box in boxes if box]

    def draw(self, number: int, scale: float) -> Picture:
        with self._page(number) as page:
            scale = min(scale, LARGEST_SIDE / max(*page.get_size(), 1.0))
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

    def _lines(self, page: Any, text: Any, content: str) -> Iterator[Line]:
        for match in re.finditer(r"[^\n]*[^\s][^\n]*", content):
            start, end = match.span()
            while content[end - 1].isspace():
                end -= 1
            box = self._box(page, text, start, end)
            if box:
                yield Line(start, end, box)

    def _box(self, page: Any, text: Any, start: int, end: int) -> Box | None:
        """The box around some characters of one line; None where they have no place."""
        first = self._raw.FPDFText_GetCharIndexFromTextIndex(text, start)
        last = self._raw.FPDFText_GetCharIndexFromTextIndex(text, end - 1)
        if first < 0 or last < first:
            return None
        outline = self._union(text, self._raw.FPDFText_CountRects(text, first, last - first + 1))
        if outline is None:
            return None
        (ax, ay), (bx, by) = (_from_top_left(page, *corner) for corner in outline)
        return (
            round(min(ax, bx), 1), round(min(ay, by), 1),
            round(max(ax, bx), 1), round(max(ay, by), 1),
        )  # fmt: skip

    def _union(self, text: Any, count: int) -> tuple[tuple[float, float], ...] | None:
        """Lower left and upper right, in the PDF's own coordinates, around the rectangles."""
        edges = [ctypes.c_double() for _ in range(4)]
        out = [ctypes.byref(edge) for edge in edges]
        found: list[tuple[float, ...]] = []
        for index in range(count):
            if self._raw.FPDFText_GetRect(text, index, *out):
                found.append(tuple(edge.value for edge in edges))
        if not found:
            return None
        lefts, tops, rights, bottoms = zip(*found, strict=True)
        return (min(lefts), min(bottoms)), (max(rights), max(tops))

    def _why_empty(self, page: Any) -> str:
        image = self._raw.FPDF_PAGEOBJ_IMAGE
        if any(True for _ in page.get_objects(filter=[image], max_depth=2)):
            return "The page is only a picture: it has no text layer."
        return "The page is empty."


def _from_top_left(page: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the PDF's own coordinates as the page is shown: cropped and rotated."""
    left, bottom, right, top = page.get_bbox()
    turned = {
        0: (x - left, top - y),
        90: (y - bottom, x - left),
        180: (right - x, y - bottom),
        270: (top - y, right - x),
    }
    return turned[page.get_rotation()]


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
