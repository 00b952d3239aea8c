"""A part of a document without pages (text, mail, Word), shown as its text, set well.

Plain text in our own typography, never the document's: what is a heading, a fact or quoted is
told by the lines of the page. A character of the document is a character of `Page.text`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit

from app.core.search.page_search import Match
from app.core.types import Box, Page
from app.gui.appearance import current_colours
from app.gui.evidence.text_marks import Span, as_shown, is_aligned, spans_of, units_before
from app.gui.evidence.text_setting import blocks_of_facts, set_text
from app.gui.icons import short_lived_icon

STEPS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
_WIDEST = 74
"""Characters of a line: more are hard to read."""
_MARGIN = 26


class TextView(QTextEdit):
    """Shows one part. Positions that it tells are characters of the page's text."""

    zoomed = Signal(float)
    turned = Signal(int)
    summary_wanted = Signal(int, int)
    """Characters [start, end) of the page's text."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Text of a document"))
        self.scale = 1.0
        self._page = Page(1, "", 0.0, 0.0, "")
        self._spans: list[Span] = []
        self._faint: list[Span] = []
        self._matches: tuple[Match, ...] = ()
        self._match: Match | None = None
        self._revealed: Span | None = None
        self._is_fixed = False

    @property
    def page(self) -> int:
        """The number of the part that is shown."""
        return self._page.number

    # What it shows

    def show_page(
        self,
        page: Page,
        boxes: tuple[Box, ...] = (),
        faint: tuple[Box, ...] = (),
        quote: str = "",
        is_fixed: bool = False,
    ) -> None:
        """Show a part; the lines of `boxes` are marked, and in them the quote alone if it is there.

        `is_fixed`: in letters of one width, as logs and tables are written.
        """
        self._page, self._revealed = page, None
        self._is_fixed = is_fixed or is_aligned(page.text)
        self._spans = spans_of(page, boxes, quote)
        self._faint = spans_of(page, faint)
        self.setPlainText(as_shown(page.text))
        self._set()
        QTimer.singleShot(0, self, self.show_marks)

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Mark what a search found in the document, and nothing else that one found."""
        self._matches, self._match = tuple(matches), None
        self._mark()

    def show_match(self, match: Match | None) -> None:
        """Mark one of the matches more than the others."""
        self._match = match
        self._mark()

    def reveal(self, span: Span) -> None:
        """Bring characters of the part into view."""
        self._revealed = span
        self.show_marks()

    def select(self, span: Span) -> None:
        """Select characters of the part."""
        self.setTextCursor(self._cursor(span))

    def show_marks(self) -> None:
        """Scroll so that what is marked or was searched for is in view, near the upper third."""
        spans = [self._revealed] if self._revealed else self._spans or self._faint
        bar = self.verticalScrollBar()
        if not spans:
            bar.setValue(0)
            return
        first, last = self._area(spans[0]), self._area(spans[-1])
        height = last.bottom() - first.top()
        room = max(self.viewport().height() - height, 0)
        above = min(room / 2, self.viewport().height() / 3)
        bar.setValue(round(first.top() + bar.value() - above))

    def marked_texts(self) -> list[str]:
        """What is marked, piece by piece."""
        return [self._page.text[start:end] for start, end in self._spans]

    def mark_areas(self) -> list[QRectF]:
        """Where the marks stand in the viewport."""
        return [self._area(span) for span in self._spans]

    def selected_text(self) -> str:
        return self.textCursor().selection().toPlainText()

    def selected_span(self) -> tuple[int, int]:
        """The characters [start, end) of the page's text that are selected; (0, 0) for none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return 0, 0
        shown = as_shown(self._page.text)
        units = shown.encode("utf-16-le", "surrogatepass")
        return (
            len(units[: 2 * cursor.selectionStart()].decode("utf-16-le", "ignore")),
            len(units[: 2 * cursor.selectionEnd()].decode("utf-16-le", "ignore")),
        )

    # Zoom: the same names as of a page

    def zoom_in(self) -> None:
        self._zoom(next((s for s in STEPS if s > self.scale + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        self._zoom(next((s for s in reversed(STEPS) if s < self.scale - 0.01), STEPS[0]))

    def fit_width(self) -> None:
        """Text always fits: this is its usual size."""
        self._zoom(1.0)

    def _zoom(self, scale: float) -> None:
        self.scale = scale
        self._set()
        self.show_marks()
        self.zoomed.emit(scale)

    # What can be done with it

    def selection_menu(self) -> QMenu:
        """What can be done with the selected text."""
        menu = QMenu(self)
        copy = menu.addAction(short_lived_icon("copy"), self.tr("Copy this text"))
        copy.triggered.connect(self.copy)
        start, end = self.selected_span()
        sum_up = menu.addAction(short_lived_icon("summary"), self.tr("Summarise this text"))
        sum_up.triggered.connect(lambda: self.summary_wanted.emit(start, end))
        return menu

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text only: what is copied must not bring fonts and colours along."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.textCursor().hasSelection():
            menu = self.selection_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        bar = self.verticalScrollBar()
        if step and bar.value() == (bar.maximum() if step > 0 else bar.minimum()):
            self.turned.emit(step)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return
        super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(440, 600)

    # How it is drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_margins()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_look = event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if is_look and hasattr(self, "_is_fixed"):
            self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_facts(painter)
        self._paint_bar(painter)
        painter.end()
        super().paintEvent(event)

    def _set(self) -> None:
        """Give the text its fonts and marks anew."""
        set_text(self.document(), self._page, self._font())
        self._mark()
        self._fit_margins()

    def _mark(self) -> None:
        colours = current_colours()
        places = [(m.start, m.end) for m in self._matches if m.page == self.page]
        match = self._match
        here = [(match.start, match.end)] if match and match.page == self.page else []
        grounds = (
            (self._faint, colours.marker_soft), (self._spans, colours.mark_chosen),
            (places, colours.match), (here, colours.match_chosen),
        )  # fmt: skip
        found = []
        for spans, ground in grounds:
            for span in spans:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = self._cursor(span)
                selection.format.setBackground(QColor(ground))
                found.append(selection)
        self.setExtraSelections(found)

    def _font(self) -> QFont:
        font = QFont(self.font())
        if self._is_fixed:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setFamilies([fixed.family(), "DejaVu Sans Mono", "Menlo", "Consolas"])
            font.setFixedPitch(True)
        font.setPointSizeF(font.pointSizeF() * self.scale * (0.9 if self._is_fixed else 1.04))
        return font

    def _fit_margins(self) -> None:
        """A column of text that is not too wide, in the middle."""
        widest = _WIDEST * self.document().defaultFont().pointSizeF() * 0.75
        width = self.viewport().width()
        side = max(_MARGIN, round((width - widest) / 2)) if not self._is_fixed else _MARGIN
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if (form.leftMargin(), form.topMargin()) == (side, _MARGIN):
            return
        form.setLeftMargin(side)
        form.setRightMargin(side)
        form.setTopMargin(_MARGIN)
        form.setBottomMargin(_MARGIN)
        frame.setFrameFormat(form)

    def _paint_facts(self, painter: QPainter) -> None:
        """A quiet card behind the heads of a mail."""
        area = QRectF()
        for block in blocks_of_facts(self.document(), self._page):
            area = area.united(self.document().documentLayout().blockBoundingRect(block))
        if area.isEmpty():
            return
        colours = current_colours()
        area.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(area.adjusted(-11.5, -8.5, 11.5, 8.5), 8, 8)

    def _paint_bar(self, painter: QPainter) -> None:
        """A bar beside what is marked, so that it is found at a glance."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_colours().accent))
        for start, end in self._spans:
            area = self._area((start, end))
            left = self.document().rootFrame().frameFormat().leftMargin() - 13
            painter.drawRoundedRect(QRectF(left, area.top(), 3, area.height()), 1.5, 1.5)

    def _cursor(self, span: Span) -> QTextCursor:
        start, end = (units_before(self._page.text, place) for place in span)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _area(self, span: Span) -> QRectF:
        """From the first to the last line of a span, in the viewport."""
        cursor = self._cursor(span)
        ends = QTextCursor(cursor)
        ends.setPosition(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        cursor.setPosition(cursor.selectionStart())
        return QRectF(self.cursorRect(cursor).united(self.cursorRect(ends)))
