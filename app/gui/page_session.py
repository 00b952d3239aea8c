"""Brings pages to the evidence pane: asks for geometry and pixels; the newest wish wins."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.core.types import Page, Picture
from app.engine.messages import DrawPage, EngineFailed, GetPage
from app.gui import wording
from app.gui.engine_link import EngineLink, Exchange
from app.gui.evidence_panel import EvidencePanel, Place
from app.gui.library_model import LibraryModel

_BYTES_KEPT = 160_000_000
_PAGES_KEPT = 200
_LARGEST_SCALE = 6.0
A4 = (595.0, 842.0)


@dataclass(frozen=True)
class DrawingKey:
    """What a picture shows; the scale in thousandths, so that equal ones compare equal."""

    document: int
    page: int
    scale: int


class PageSession(QObject):
    """Shows places one at a time. The newest wish wins."""

    shown = Signal(object)
    summary_wanted = Signal(int, int, int, int)
    """Document, page, and characters [start, end) of its text."""

    def __init__(self, link: EngineLink, panel: EvidencePanel, model: LibraryModel) -> None:
        super().__init__()
        self._link, self._panel, self._model = link, panel, model
        self._place: Place | None = None
        self._wanted: DrawingKey | None = None
        self._drawing: Exchange | None = None
        self._pictures: OrderedDict[DrawingKey, QImage] = OrderedDict()
        self._pages_read: dict[tuple[int, int], Page] = {}
        panel.page.picture_wanted.connect(self._want_picture)
        panel.page.summary_wanted.connect(self._want_summary)
        panel.page_wanted.connect(self.turn)
        panel.number_wanted.connect(self.go_to)

    def show(self, place: Place) -> None:
        """Show a place's page with its marks."""
        self._place = place
        page = self._pages_read.get((place.document, place.page))
        self._panel.show_place(place, self._pages(place), _size(page) if page else A4)
        self._panel.mark_chosen(place)
        self.shown.emit(place)
        if page:
            self._show_text(page)
        else:
            exchange = self._link.send(GetPage(place.document, place.page))
            exchange.finished.connect(lambda found: self._learn(place, found))

    def turn(self, step: int) -> None:
        """Show the page `step` pages further, without marks."""
        if self._place:
            self.go_to(self._place.page + step)

    def go_to(self, number: int) -> None:
        """Show the page `number` of the same document, without marks."""
        place = self._place
        if place and 1 <= number <= self._pages(place):
            self.show(replace(place, page=number, boxes=(), faint=(), quote=""))

    def forget(self) -> None:
        """Documents may have changed: draw everything anew."""
        self._pictures.clear()
        self._pages_read.clear()

    def _pages(self, place: Place) -> int:
        document = self._model.document(place.document)
        return max(document.pages if document else 0, place.page)

    def _learn(self, place: Place, page: Page) -> None:
        if len(self._pages_read) > _PAGES_KEPT:
            self._pages_read.clear()
        self._pages_read[place.document, place.page] = page
        if place != self._place:
            return
        if self._panel.page.sheet.points != _size(page):
            self._panel.show_place(place, self._pages(place), _size(page))
        self._show_text(page)

    def _show_text(self, page: Page) -> None:
        self._panel.page.show_text(page.text, page.lines)
        self._panel.show_note(wording.told(page.problem))

    def _want_summary(self, start: int, end: int) -> None:
        if self._place:
            self.summary_wanted.emit(self._place.document, self._place.page, start, end)

    def _want_picture(self, scale: float) -> None:
        if self._place is None:
            return
        scale = min(scale, _LARGEST_SCALE)
        key = DrawingKey(self._place.document, self._place.page, round(scale * 1000))
        if key == self._wanted and self._drawing and self._drawing.is_running:
            return
        self._wanted = key
        if found := self._pictures.get(key):
            self._pictures.move_to_end(key)
            self._panel.page.show_picture(found)
            return
        self._link.cancel(self._drawing)
        self._drawing = self._link.send(DrawPage(key.document, key.page, key.scale / 1000))
        self._drawing.finished.connect(lambda picture: self._receive(key, picture))
        self._drawing.failed.connect(lambda failure: self._show_failure(key, failure))

    def _receive(self, key: DrawingKey, picture: Picture) -> None:
        image = as_image(picture)
        self._pictures[key] = image
        while len(self._pictures) > 1 and self._bytes() > _BYTES_KEPT:
            self._pictures.popitem(last=False)
        if key == self._wanted:
            self._panel.page.show_picture(image)

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self._pictures.values())

    def _show_failure(self, key: DrawingKey, failure: EngineFailed) -> None:
        if key == self._wanted:
            self._panel.page.show_problem(self.tr("This page could not be drawn."))


def _size(page: Page) -> tuple[float, float]:
    return max(page.width, 36.0), max(page.height, 36.0)


def as_image(picture: Picture) -> QImage:
    """The picture as Qt has it; empty when its sizes do not fit its pixels."""
    width, height = picture.width, picture.height
    if width < 1 or height < 1 or len(picture.pixels) != width * height * 4:
        return QImage()
    return QImage(picture.pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()
