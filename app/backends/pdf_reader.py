"""PDF files as pages: PDFium for text, boxes and pixels, pypdf for structure.

This is what runs inside a reader process; the engine talks to it through `app.system.readers`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.backends.pdf_structure import PdfStructure
from app.backends.pdfium import PdfiumFile
from app.core.control import Control
from app.core.errors import DocumentError
from app.core.interfaces import PageCount
from app.core.types import Box, Page, Picture, Reading

MOST_PAGES = 20_000


class PdfReader:
    """Implements `Reader` in this very process."""

    def can_read(self, path: Path) -> bool:
        return path.suffix.lower() == ".pdf"

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        pdf = PdfiumFile(path, password)
        try:
            count = min(pdf.page_count, MOST_PAGES)
            if not count:
                raise DocumentError("The PDF has no pages.")
            structure = PdfStructure(path, password)
            pages = []
            for number, label in enumerate(structure.labels(count), start=1):
                control.check()
                pages.append(_read_page(pdf, number, label))
                progress(number, count)
            return Reading(_with_cut_said(pages, pdf), structure.title(), structure.outline())
        finally:
            pdf.close()

    def draw(self, path: Path, page: int, scale: float, password: str) -> Picture:
        pdf = PdfiumFile(path, password)
        try:
            return pdf.draw(page, scale)
        finally:
            pdf.close()

    def find_boxes(self, path: Path, page: int, start: int, end: int, password: str) -> list[Box]:
        pdf = PdfiumFile(path, password)
        try:
            return pdf.find_boxes(page, start, end)
        finally:
            pdf.close()

    def close(self) -> None:
        """Nothing stays open between calls."""


def _read_page(pdf: PdfiumFile, number: int, label: str) -> Page:
    """The page, or the fact that it cannot be read: one bad page never costs the others."""
    try:
        return pdf.read_page(number, label)
    except Exception:
        return Page(number, label, 0.0, 0.0, "", problem="The page is damaged.")


def _with_cut_said(pages: list[Page], pdf: PdfiumFile) -> tuple[Page, ...]:
    if pdf.page_count > MOST_PAGES:
        said = f"Pages after {MOST_PAGES:,} are not read."
        pages[-1] = replace(pages[-1], problem=said)
    return tuple(pages)
