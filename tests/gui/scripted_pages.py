"""The pages of made-up documents: what stands on them, where each letter is, and their pictures."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from app.core.control import Control
from app.core.events import PlacesFound
from app.core.search.exact_wish import ExactFound
from app.core.search.page_search import Phrase, find_in_pages
from app.core.storage.catalog import boxes_of
from app.core.types import Document, Hit, Letters, Line, Page, Picture
from app.engine import messages
from app.engine.client import OnMessage

WIDTH, HEIGHT, LEFT, TOP, LEADING = 595.0, 842.0, 72, 104, 18
_FILLER = "Departments report monthly, and the figures are published with the annual accounts."
_PASSAGE = (
    "3.4  Access to care", "",
    "Waiting times improved in every department, and nowhere more than in orthopaedics.",
    "The average waiting time for a first orthopaedic consultation fell from 61 to 38 days",
    "between January and December 2025. The target of 35 days is within reach.", "",
    "Two additional surgeons were recruited in March, and Saturday clinics opened in May.",
)  # fmt: skip


def rows_of(document: int, page: int) -> list[str]:
    """A heading, and 34 lines; those of `scripted_content.BOXES` hold what is cited."""
    rows = [_PASSAGE[row - 8] if 8 <= row < 8 + len(_PASSAGE) else _FILLER for row in range(34)]
    return [f"Meridian Hospital Foundation · document {document}, page {page}", *rows]


def make_page(document: int, number: int) -> Page:
    rows = rows_of(document, number)
    starts = itertools.accumulate((len(row) + 1 for row in rows), initial=0)
    metrics = QFontMetricsF(_font())
    lines = [
        Line(start, start + len(row), (LEFT, y, LEFT + metrics.horizontalAdvance(row), y + 13))
        for row, start, y in zip(rows, starts, map(_top, range(len(rows))), strict=False)
        if row
    ]
    return Page(number, str(number), WIDTH, HEIGHT, "\n".join(rows), tuple(lines))


def make_letters(document: int, number: int) -> Letters:
    page, metrics = make_page(document, number), QFontMetricsF(_font())
    boxes = np.zeros((len(page.text), 4), "<f4")
    for line in page.lines:
        words = page.text[line.start : line.end]
        edges = [LEFT + metrics.horizontalAdvance(words[:i]) for i in range(len(words) + 1)]
        for i in range(len(words)):
            boxes[line.start + i] = (edges[i], line.box[1], edges[i + 1], line.box[3])
    return Letters(boxes.tobytes())


def draw_page(request: messages.DrawPage) -> Picture:
    """The page, or a part of it."""
    x0, y0, x1, y1 = request.part or (0.0, 0.0, WIDTH, HEIGHT)
    width, height = round((x1 - x0) * request.scale), round((y1 - y0) * request.scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(request.scale, request.scale)
    painter.translate(-x0, -y0)
    painter.setFont(_font())
    painter.setPen(QColor("#222222"))
    for row, text in enumerate(rows_of(request.document, request.page)):
        painter.drawText(LEFT, round(_top(row)) + 10, text)
    painter.end()
    return Picture(width, height, bytes(image.constBits()))


def _top(row: int) -> float:
    return 50.0 if row == 0 else TOP + (row - 1) * LEADING


def _font() -> QFont:
    font = QFont("Inter")
    font.setPixelSize(10)
    return font


class ScriptedPages:
    """The requests about pages."""

    documents: tuple[Document, ...]
    texts: dict[tuple[int, int], Page]

    def _count(self, document: int) -> int:
        return next((found.pages for found in self.documents if found.id == document), 1)

    def _GetPageSizes(self, _n: int, body: messages.GetPageSizes, *_: Any) -> messages.PageSizes:
        return messages.PageSizes(((WIDTH, HEIGHT),) * max(self._count(body.document), 1))

    def _GetPage(self, _n: int, body: messages.GetPage, *_: Any) -> Page:
        text = self.texts.get((body.document, body.page))
        return text or make_page(body.document, body.page)

    def _GetLetters(self, _n: int, body: messages.GetLetters, *_: Any) -> Letters:
        return make_letters(body.document, body.page)

    def _DrawPage(self, _n: int, body: messages.DrawPage, *_: Any) -> Picture:
        return draw_page(body)

    def _FindInDocument(
        self, _n: int, body: messages.FindInDocument, *_: Any
    ) -> messages.FoundInDocument:
        numbers = range(1, self._count(body.document) + 1)
        found = (self._GetPage(_n, messages.GetPage(body.document, n)) for n in numbers)
        pages = [(page.number, page.text) for page in found]
        return messages.FoundInDocument(tuple(find_in_pages(body.words, pages, Control())))

    def _FindExactly(
        self, _n: int, body: messages.FindExactly, tell: OnMessage
    ) -> messages.FoundExactly | messages.EngineFailed:
        """On all pages of the documents; a pattern is taken for one that cannot be."""
        if body.wish.is_pattern:
            return messages.EngineFailed(
                "This pattern cannot be searched for.", "A “(” has no “)”."
            )
        hits, pages = [], 0
        for document in self.documents:
            for number in range(1, document.pages_read + 1):
                page = self._GetPage(_n, messages.GetPage(document.id, number))
                hits += [
                    _hit(document, page, *span) for span in Phrase(body.wish.words).spans(page.text)
                ]
                pages += 1
        shown = tuple(hits[: body.wish.most])
        tell(PlacesFound(shown, pages, pages))
        found = {hit.document for hit in hits}
        return messages.FoundExactly(ExactFound((), len(hits), len(found), pages, 3))

    def _SavePages(self, _n: int, body: messages.SavePages, *_: Any) -> messages.PagesSaved:
        return messages.PagesSaved(body.path, body.last - body.first + 1)


def _hit(document: Document, page: Page, start: int, end: int) -> Hit:
    boxes = boxes_of(page, start, end)
    return Hit(
        document.id, document.name, document.path, page.number, 1.0,
        page.text[max(0, start - 90) : end + 90].replace("\n", " "), start, end, boxes,
        marked=page.text[start:end].replace("\n", " "), marked_boxes=boxes,
    )  # fmt: skip
