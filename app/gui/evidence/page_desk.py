"""All pages of a document, one below the other, to scroll, zoom and turn. Draws what is seen.

It is given sizes, pictures, texts and marks, and tells that it may want others. Where the pages
lie is `page_layout`'s business, what they look like `page_sheet`'s, what a hand does `page_view`'s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.core.search.page_search import Match
from app.core.types import Box
from app.gui.appearance import current_colours
from app.gui.evidence.mark_strip import WIDTH, MarkStrip, Tick
from app.gui.evidence.page_layout import MARGIN, Look, PageLayout, Points
from app.gui.evidence.page_selection import Selection
from app.gui.evidence.page_sheet import Sheet, SheetPainter, rectangle
from app.gui.evidence.page_text import PageText, Span
from app.gui.evidence.page_wishes import Wish, wishes

STEPS = (0.05, 0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
_PAUSE = 60
"""Milliseconds between two looks at what is wanted."""


@dataclass(frozen=True)
class Marks:
    """Lines of a page: those that are looked at, and others that are evidence too."""

    boxes: tuple[Box, ...] = ()
    faint: tuple[Box, ...] = ()


class PageDesk(QAbstractScrollArea):
    """A document's pages. `looked`: other pictures may be wanted now."""

    looked = Signal()
    page_changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages of a document"))
        self.setViewportMargins(0, 0, WIDTH, 0)
        self.strip = MarkStrip(self)
        self.strip.clicked.connect(self._go_to_share)
        self.sheets: defaultdict[int, Sheet] = defaultdict(self._make_sheet)
        self.selection = Selection(self.text_of)
        self._points: tuple[Points, ...] = ()
        self._layout = PageLayout((), Look(QSize(1, 1)))
        self._look = Look(QSize(1, 1))
        self._matches: Sequence[Match] = ()
        self._match: Match | None = None
        self._page = 0
        self._target: tuple[int, Box | None] | None = None
        """Where it was led to, until the user goes elsewhere."""
        self._since_look = QElapsedTimer()
        self._since_look.start()
        self._looking = QTimer(self, singleShot=True)
        self._looking.timeout.connect(self._tell_look)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.actionTriggered.connect(self.leave_target)

    # What it shows

    def show_document(self, points: Sequence[Points]) -> None:
        """Empty pages of these sizes, from the first on."""
        self._points = tuple(points)
        self.sheets.clear()
        self._matches, self._match = (), None
        self.selection = Selection(self.text_of)
        self._target, self._page = (1, None), 0
        self._look = replace(self._look, turned=0)
        self._lay_out()

    def show_marks(self, marks: Mapping[int, Marks]) -> None:
        """Mark these lines, and no others."""
        for number in {*self.sheets, *marks}:
            mine = marks.get(number, Marks())
            self.sheets[number].boxes, self.sheets[number].faint = mine.boxes, mine.faint
        self._show_ticks()

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Mark what a search found, and nothing else that one found."""
        for sheet in self.sheets.values():
            sheet.matches, sheet.match = (), None
        spans: defaultdict[int, list[Span]] = defaultdict(list)
        for found in matches:
            spans[found.page].append((found.start, found.end))
        for number, mine in spans.items():
            self.sheets[number].matches = tuple(mine)
        self._matches, self._match = matches, None
        self._show_ticks()

    def show_match(self, match: Match | None) -> None:
        """Mark one of the matches more than the others."""
        for number in {found.page for found in (self._match, match) if found}:
            is_here = match is not None and match.page == number
            self.sheets[number].match = (match.start, match.end) if match and is_here else None
        self._match = match
        self._show_ticks()

    def show_picture(self, wish: Wish, image: QImage) -> None:
        """One of another size is stretched, until the right one comes."""
        shown = image.transformed(QTransform().rotate(self._look.turned))
        shown.setDevicePixelRatio(self.devicePixelRatioF())
        sheet = self.sheets[wish.page]
        if wish.part:
            sheet.detail, sheet.detail_area = shown, rectangle(wish.part)
        else:
            sheet.picture = shown
            if wish.scale == self._layout.scale(wish.page) * self.devicePixelRatioF():
                sheet.drawn, sheet.detail = (), QImage()
        others = (other for other in sheet.drawn if bool(other.part) != bool(wish.part))
        sheet.drawn = (*others, wish)
        self.viewport().update()

    def show_problem(self, page: int, words: str) -> None:
        """Why a page has no picture."""
        self.sheets[page].message = words
        self.viewport().update()

    def show_text(self, page: int, text: PageText) -> None:
        """So that it can be selected, and that matches in it can be marked."""
        self.sheets[page].text = text
        self.viewport().update()

    # What is seen

    @property
    def page(self) -> int:
        """The page that is looked at; 0 when there is no document."""
        return self._page

    @property
    def scale(self) -> float:
        """Pixels a point of the page that is looked at."""
        return self._layout.scale(self._page) if self._page else 1.0

    def text_of(self, page: int) -> PageText | None:
        return self.sheets[page].text if page in self.sheets else None

    def pages_seen(self) -> range:
        seen = self._seen()
        return self._layout.pages_within(seen.top(), seen.bottom())

    def wishes(self) -> list[Wish]:
        """The pictures it would like to have, the most urgent first."""
        if not self._page:
            return []
        parts = {
            number: wish
            for number, sheet in self.sheets.items()
            for wish in sheet.drawn
            if wish.part
        }
        return wishes(self._layout, self._seen(), self.devicePixelRatioF(), parts)

    def area_of(self, page: int, box: Box) -> QRectF:
        """Where a box of a page lies in the viewport."""
        return self._layout.area_of(page, box).translated(-self._offset())

    def mark_areas(self) -> list[QRectF]:
        """Where the lines that are looked at lie in the viewport."""
        return [
            self.area_of(number, box)
            for number, sheet in self.sheets.items()
            for box in sheet.boxes
        ]

    def page_under(self, where: QPointF) -> tuple[int, QPointF]:
        """The page at a place of the viewport, and the place in points of that page."""
        inside = where + self._offset()
        number = self._layout.page_at(inside.y())
        return number, self._layout.on_page(number, inside)

    # Going places

    def go_to(self, page: int, box: Box | None = None) -> None:
        """Bring a page to the top, or a box of it into view, near the upper third."""
        self._target = (page, box)
        self._go_to_target()

    def reveal(self, page: int, box: Box) -> None:
        """The same, unless the box is in view already."""
        room = QRectF(self.viewport().rect()).adjusted(0, MARGIN, 0, -MARGIN)
        if not room.contains(self.area_of(page, box)):
            self.go_to(page, box)

    def leave_target(self, _action: int = 0) -> None:
        """The user goes his own ways."""
        self._target = None

    def _go_to_target(self) -> None:
        if self._target is None or not 1 <= self._target[0] <= self._layout.count:
            return
        page, box = self._target
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if box is None:
            bar.setValue(self._layout.area(page).top() - MARGIN // 2)
            return
        area = self._layout.area_of(page, box)
        spare = max(room - area.height(), 0.0)
        bar.setValue(round(area.top() - min(spare / 2, room / 3)))
        left = self._layout.area(page).left()
        wide = area.right() - left > self.viewport().width()
        self.horizontalScrollBar().setValue(round(area.left() if wide else left) - MARGIN)

    def _go_to_share(self, share: float) -> None:
        self.leave_target()
        room = self.viewport().height()
        self.verticalScrollBar().setValue(round(share * self._layout.height - room / 3))

    # Zoom

    def zoom_in(self) -> None:
        self._zoom(next((step for step in STEPS if step > self.scale + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        self._zoom(next((step for step in reversed(STEPS) if step < self.scale - 0.01), STEPS[0]))

    def fit_width(self) -> None:
        """Each page as wide as there is room."""
        self._change(replace(self._look, zoom=None, whole=False))

    def fit_page(self) -> None:
        """Each page as large as can be seen at once."""
        self._change(replace(self._look, zoom=None, whole=True))

    def turn(self, degrees: int = 90) -> None:
        """All pages, clockwise."""
        for sheet in self.sheets.values():
            sheet.drop_pictures()
        self._change(replace(self._look, turned=(self._look.turned + degrees) % 360))

    def _zoom(self, scale: float) -> None:
        self._change(replace(self._look, zoom=scale))

    def _change(self, look: Look) -> None:
        self._look = look
        self._lay_out()

    # Layout and drawing

    def _make_sheet(self) -> Sheet:
        return Sheet(message=self.tr("Drawing the page…"))

    def _lay_out(self) -> None:
        """Anew, with what was in the middle in the middle again."""
        middle = QPointF(self.viewport().rect().center())
        page, where = self.page_under(middle) if self._page else (0, QPointF())
        room = self.viewport().size()
        self._look = replace(self._look, room=room)
        self._layout = PageLayout(self._points, self._look)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(self._layout.height - room.height(), 0))
        across.setRange(0, max(self._layout.width - room.width(), 0))
        for bar, side in ((down, room.height()), (across, room.width())):
            bar.setPageStep(max(side - 3 * MARGIN, 1))
            bar.setSingleStep(48)
        if self._target:
            self._go_to_target()
        elif page:
            there = self._layout.from_page(page).map(where) - middle
            down.setValue(round(there.y()))
            across.setValue(round(there.x()))
        self._show_ticks()
        self._look_around()

    def _look_around(self) -> None:
        """Something else is seen."""
        if not self._points:
            return
        page = self._layout.page_at(self._offset().y() + self.viewport().height() / 3)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        beside = self.pages_seen()
        for number, sheet in self.sheets.items():
            if not beside.start - 2 <= number <= beside.stop + 1:
                sheet.drop_pictures()
        self.viewport().update()
        self._look_soon()

    def _look_soon(self) -> None:
        """At once, unless it was just done: who scrolls fast need not have every page."""
        if not self._looking.isActive():
            self._looking.start(max(_PAUSE - self._since_look.elapsed(), 0))

    def _tell_look(self) -> None:
        self._since_look.restart()
        self.looked.emit()

    def _show_ticks(self) -> None:
        self.strip.show_ticks(tuple(self._ticks()))
        self.viewport().update()

    def _ticks(self) -> Iterator[Tick]:
        height = max(self._layout.height, 1)
        for match in self._matches:
            yield Tick(self._height_of(match) / height, "match")
        for kind in ("evidence", "shown"):
            for number, sheet in self.sheets.items():
                for box in sheet.boxes if kind == "shown" else sheet.faint:
                    yield Tick(self._layout.area_of(number, box).center().y() / height, kind)
        if self._match:
            yield Tick(self._height_of(self._match) / height, "gone-to")

    def _height_of(self, match: Match) -> float:
        area = self._layout.area(min(match.page, self._layout.count))
        return area.top() + match.at * area.height()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _seen(self) -> QRectF:
        return QRectF(self.viewport().rect()).translated(self._offset())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(current_colours().desk))
        offset = self._offset().toPoint()
        sheets = SheetPainter(painter)
        for number in self.pages_seen():
            area: QRect = self._layout.area(number).translated(-offset)
            to_view = self._layout.from_page(number) * QTransform.fromTranslate(
                -offset.x(), -offset.y()
            )
            sheets.draw(self.sheets[number], area, to_view, self.selection.span_on(number))

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self._look_around()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.viewport().geometry()
        self.strip.setGeometry(inside.right() + 1, inside.top(), WIDTH, inside.height())
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange and hasattr(self, "_looking"):
            self._look_soon()

    def sizeHint(self) -> QSize:
        return QSize(440, 600)
