"""Brings documents to the evidence pane: sizes, texts, letters, pixels, and what is marked."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.core.types import Box, Letters, Page
from app.engine.messages import EngineFailed, GetLetters, GetPage, GetPageSizes, PageSizes
from app.gui import wording
from app.gui.engine_link import EngineLink
from app.gui.evidence.evidence_panel import EvidencePanel
from app.gui.evidence.page_desk import Marks
from app.gui.evidence.page_layout import Points
from app.gui.evidence.page_pictures import DrawingKey, PagePictures, key_of
from app.gui.evidence.page_text import PageText, Span
from app.gui.evidence.page_wishes import Wish
from app.gui.evidence.places import Place, around, place_of
from app.gui.evidence.text_session import TextSession
from app.gui.library.library_model import LibraryModel

_TEXTS_KEPT = 200
A4 = (595.0, 842.0)


class PageSession(QObject):
    """Shows places one at a time. The newest wish wins."""

    shown = Signal(object)
    document_opened = Signal(int)
    summary_wanted = Signal(int, int, int, int)
    """Document, page, and characters [start, end) of its text."""

    def __init__(self, link: EngineLink, panel: EvidencePanel, model: LibraryModel) -> None:
        super().__init__()
        self._link, self._panel, self._model = link, panel, model
        self._view, self._strip = panel.pane.view, panel.pane.thumbnails
        self._pictures = PagePictures(link)
        self._texts = TextSession(link, panel.pane)
        self._texts.summary_wanted.connect(self.summary_wanted)
        self._place: Place | None = None
        self._evidence: tuple[Place, ...] = ()
        self._document = 0
        """Whose pages are in the view; 0 while they are not."""
        self._text = 0
        """Whose text was in the view last, of documents without pages."""
        self._points: tuple[Points, ...] = ()
        self._pages: OrderedDict[int, Page] = OrderedDict()
        """Those of the document whose texts are known, by number."""
        self._asked: set[tuple[type, int]] = set()
        self._revealing: tuple[int, Span] | None = None
        self._connect()

    @property
    def place(self) -> Place | None:
        """What is looked at."""
        return self._place

    @property
    def count(self) -> int:
        """How many pages the document has that is in the view."""
        return len(self._points) if self._document else 0

    @property
    def bytes_kept(self) -> int:
        """Of pictures."""
        return self._pictures.bytes_kept

    def show(self, place: Place) -> None:
        """Show a place's document with its marks, there."""
        self._place, self._revealing = place, None
        self._panel.show_place(place, self._count(place))
        self._panel.mark_chosen(place)
        self.shown.emit(place)
        if self._texts.show(place, self._count(place), self._all_evidence()):
            is_new = (self._document, self._text) != (0, place.document)
            self._document, self._text = 0, place.document
            if is_new:
                self.document_opened.emit(place.document)
        elif place.document == self._document:
            self._go_to_place()
        else:
            self._document = 0
            self._load(place.document)

    def go_to(self, number: int) -> None:
        """Go to the page `number` of the same document; its marks stay."""
        if self._document and 1 <= number <= len(self._points):
            self._view.go_to(number)

    def gather(self, evidence: Sequence[Place]) -> None:
        """What is marked in whatever document is shown."""
        self._evidence = tuple(evidence)
        if self._document:
            self._mark()

    def reveal(self, page: int, span: Span) -> None:
        """Bring characters of a page into view, as soon as it is known where they stand."""
        if self._texts.reveal(page, span):
            return
        self._revealing = page, span
        text = self._view.text_of(page)
        if text is None:
            self._ask_for_text(page)
            self._view.go_to(page)
            return
        self._revealing = None
        self._want_letters(page)
        if box := around(tuple(text.boxes(span))):
            self._view.reveal(page, box)

    def forget(self) -> None:
        """Documents may have changed: ask for everything anew. What is seen stays meanwhile."""
        self._pictures.forget()
        for sheet in self._view.sheets.values():
            sheet.drawn = ()
        self._pages.clear()
        self._asked.clear()
        self._texts.forget()
        if self._document:
            self._load(self._document)

    # Inside

    def _all_evidence(self) -> list[Place]:
        """Of all documents."""
        return [*self._evidence, *(place_of(card.hit) for card in self._panel.hits)]

    def _connect(self) -> None:
        pane = self._panel.pane
        pane.number_wanted.connect(self.go_to)
        self._view.looked.connect(self._look)
        self._view.page_changed.connect(self._show_note)
        self._view.letters_wanted.connect(self._want_letters)
        self._view.summary_wanted.connect(self._want_summary)
        self._strip.looked.connect(self._look)
        self._pictures.drawn.connect(self._show_picture)
        self._pictures.failed.connect(self._show_failure)

    def _count(self, place: Place) -> int:
        if place.document == self._document:
            return len(self._points)
        document = self._model.document(place.document)
        return max(document.pages if document else 0, place.page)

    def _load(self, document: int) -> None:
        exchange = self._link.send(GetPageSizes(document))
        exchange.finished.connect(lambda sizes: self._open(document, sizes))
        exchange.failed.connect(
            lambda failure: self._panel.pane.show_note(wording.told(failure.message))
        )

    def _open(self, document: int, sizes: PageSizes) -> None:
        if self._place is None or self._place.document != document:
            return
        points = tuple((w, h) if w > 0 < h else A4 for w, h in sizes.points)
        if document == self._document and points == self._points:
            self._look()
            return
        self._document, self._text, self._points = document if points else 0, 0, points
        self._pages.clear()
        self._asked.clear()
        self._strip.show_document(points)
        self._view.show_document(points)
        if not points:
            self._place = None
            self._panel.leave_document()
            return
        self._panel.show_place(self._place, len(points))
        self._go_to_place()
        self.document_opened.emit(document)

    def _go_to_place(self) -> None:
        place = self._place
        if place and 1 <= place.page <= len(self._points):
            self._mark()
            self._view.go_to(place.page, around(place.boxes or place.faint))
            self._show_note(place.page)

    def _mark(self) -> None:
        """The lines that are looked at, and all others of this document that are evidence."""
        found: dict[int, list[Box]] = defaultdict(list)
        for piece in self._all_evidence():
            if piece.document == self._document:
                found[piece.page] += [box for box in piece.boxes if box not in found[piece.page]]
        marks = {page: Marks((), tuple(boxes)) for page, boxes in found.items()}
        self._strip.show_marks(marks)
        place = self._place
        if place and (place.boxes or place.faint):
            others = (*place.faint, *marks.get(place.page, Marks()).faint)
            faint = tuple(box for box in others if box not in place.boxes)
            marks[place.page] = Marks(place.boxes, faint)
        self._view.show_marks(marks)

    # Pictures

    def _look(self) -> None:
        """Have what is seen now: pictures first, then texts."""
        if not self._document:
            return
        wishes = [(key_of(self._document, wish), wish) for wish in self._view.wishes()]
        seen = self._view.pages_seen()
        for key, wish in wishes:
            if wish.page in seen:
                self._put(key, wish)
        small = [key_of(self._document, wish) for wish in self._strip.wishes()]
        for page in seen:
            self._ask_for_text(page)
            if self._view.sheets[page].matches:
                self._want_letters(page)
        urgent = [key for key, wish in wishes if wish.page in seen]
        later = [key for key, wish in wishes if wish.page not in seen]
        self._pictures.want([*urgent, *small, *later])
        for key in small:
            if image := self._pictures.find(key):
                self._show_picture(key, image)

    def _put(self, key: DrawingKey, wish: Wish) -> None:
        """A picture that there is, or another one of the page in its place."""
        drawn = self._view.sheets[wish.page].drawn
        if wish in drawn:
            return
        image = self._pictures.find(key)
        if image is not None:
            self._view.show_picture(wish, image)
        elif not drawn and not wish.part:
            image = self._pictures.stand_in(key.document, key.page)
            if not image.isNull():
                self._view.show_picture(Wish(wish.page, 0.0), image)

    def _show_picture(self, key: DrawingKey, image: QImage) -> None:
        if key.document != self._document:
            return
        for wish in self._strip.wishes():
            if key_of(self._document, wish) == key:
                self._strip.show_picture(wish, image)
        for wish in self._view.wishes():
            if key_of(self._document, wish) == key:
                self._put(key, wish)

    def _show_failure(self, key: DrawingKey, failure: EngineFailed) -> None:
        if key.document == self._document:
            words = self.tr("This page could not be drawn.")
            why = wording.told(failure.message) if failure.known else ""
            self._view.show_problem(key.page, f"{words}\n{why}".strip())

    # Texts

    def _ask_for_text(self, page: int) -> None:
        if self._is_new(GetPage, page):
            document = self._document
            exchange = self._link.send(GetPage(document, page))
            exchange.finished.connect(lambda found: self._learn_text(document, found))

    def _learn_text(self, document: int, page: Page) -> None:
        if document != self._document:
            return
        self._pages[page.number] = page
        while len(self._pages) > _TEXTS_KEPT:
            number, _ = self._pages.popitem(last=False)
            self._asked -= {(GetPage, number), (GetLetters, number)}
            self._view.sheets[number].text = None
        self._view.show_text(page.number, PageText(page))
        if page.number == self._view.page:
            self._show_note(page.number)
        if self._view.sheets[page.number].matches:
            self._want_letters(page.number)
        if self._revealing and self._revealing[0] == page.number:
            self.reveal(*self._revealing)

    def _want_letters(self, page: int) -> None:
        if page in self._pages and self._is_new(GetLetters, page):
            document = self._document
            exchange = self._link.send(GetLetters(document, page))
            exchange.finished.connect(lambda found: self._learn_letters(document, page, found))

    def _learn_letters(self, document: int, page: int, letters: Letters) -> None:
        if document == self._document and page in self._pages:
            self._view.show_text(page, PageText(self._pages[page], letters))

    def _is_new(self, kind: type, page: int) -> bool:
        """Whether this was not asked for before; it is from now on."""
        is_new = (kind, page) not in self._asked
        self._asked.add((kind, page))
        return is_new

    def _show_note(self, page: int) -> None:
        known = self._pages.get(page)
        self._panel.pane.show_note(wording.told(known.problem) if known else "")

    def _want_summary(self, page: int, start: int, end: int) -> None:
        if self._document:
            self.summary_wanted.emit(self._document, page, start, end)
