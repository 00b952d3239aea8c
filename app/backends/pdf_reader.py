"""PDF files as pages: PDFium for text, boxes and pixels, pypdf for structure.

This is what runs inside a reader process; the engine talks to it through `app.system.readers`.
Where the two disagree PDFium decides, because the user checks the picture that it draws: labels
and outline are left out when pypdf refuses the file or finds another number of pages in it.
Attachments, scripts, actions, forms and files elsewhere that a PDF names are never touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from app.backends.pdf_structure import find_structure
from app.backends.pdfium import PdfiumFile
from app.core.control import Control
from app.core.errors import DocumentError
from app.core.interfaces import PageCount, Structure
from app.core.types import Box, Letters, Page, Picture, Reading

MOST_PAGES = 20_000

_SMALL_FILE = b"""%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>
endobj 4 0 obj<</Length 33>>stream
BT /F 9 Tf 20 20 Td (Warm.) Tj ET
endstream endobj 5 0 obj<</Type/Font/Subtype/TrueType/BaseFont/Unknown>>endobj
trailer<</Root 1 0 R/Info<</Title(Warm)>>>>
startxref
0
%%EOF"""
"""A page in a font that it does not bring: PDFium then looks which fonts this machine has."""


class PdfReader:
    """Implements `Reader` in this very process, and `Parser` for a process of its own."""

    def can_read(self, path: Path) -> bool:
        return path.suffix.lower() == ".pdf"

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        count, found = self.pages(path, password, 1)
        pages = []
        for page in found:
            control.check()
            pages.append(page)
            progress(page.number, count)
        return self.structure(path, password, count).given_to(pages)

    def warm_up(self) -> None:
        pdf = PdfiumFile(_SMALL_FILE, "")
        pdf.read_page(1)
        pdf.close()
        find_structure(BytesIO(_SMALL_FILE), "", 1)

    def pages(self, path: Path, password: str, first: int) -> tuple[int, Iterator[Page]]:
        pdf = PdfiumFile(path, password)
        count = min(pdf.page_count, MOST_PAGES)
        if not count:
            pdf.close()
            raise DocumentError("The PDF has no pages.")
        return count, _pages(pdf, range(first, count + 1))

    def structure(self, path: Path, password: str, count: int) -> Structure:
        return find_structure(path, password, count)

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        with closing(PdfiumFile(path, password)) as pdf:
            return pdf.draw(page, scale, part)

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        with closing(PdfiumFile(path, password)) as pdf:
            return pdf.find_letters(page)

    def close(self) -> None:
        """Nothing stays open between calls."""


def _pages(pdf: PdfiumFile, numbers: range) -> Iterator[Page]:
    try:
        for number in numbers:
            page = _read_page(pdf, number)
            if number == MOST_PAGES < pdf.page_count:
                page = replace(page, problem=f"Pages after {MOST_PAGES:,} are not read.")
            yield page
    finally:
        pdf.close()


def _read_page(pdf: PdfiumFile, number: int) -> Page:
    """The page, or the fact that it cannot be read: one bad page never costs the others."""
    try:
        return pdf.read_page(number)
    except MemoryError:
        problem = "Reading this page needed too much memory."
    except Exception:
        problem = "The page is damaged."
    return Page(number, "", 0.0, 0.0, "", problem=problem)
