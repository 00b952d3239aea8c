"""The sentences of an answer with their citation marks, as plain text that can be selected.

Pointing at a mark shows its quote, choosing it is told. A mark whose lines carry their sentence
only in part is hollow, and the words that they lack are dotted. Nothing here reads HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextBrowser

from app.core.types import Citation, Sentence, Support
from app.gui import wording
from app.gui.appearance import current_colours
from app.gui.conversation.lacking import lacking_spans
from app.gui.conversation.quote_card import (
    Shown,
    hide_card,
    is_card_seen,
    note_of,
    quote_of,
    show_card,
)

_BULLETS = ("- ", "• ", "* ", "– ")
_SCHEME = "cite:"
_GAP = 0.9
"""Of the text's size: a blank before a mark, which stays on the line of the word before it."""
_BEFORE_FORMULA = " :\u00a0\u202f"
_PAUSE = 220
"""Milliseconds on a mark before its quote is shown: a pointer that only passes by shows nothing."""


class AnswerText(QTextBrowser):
    """Text that grows with its content; `citation_chosen` carries a `types.Citation`."""

    citation_chosen = Signal(object)

    def __init__(self) -> None:
        self._by_mouse = False
        super().__init__()
        self.setProperty("role", "answer")
        self.setAccessibleName(self.tr("Answer"))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, 0, 6, 0)
        self._sentences: list[Sentence] = []
        self._draft = ""
        self._citations: list[Citation] = []
        self._marks: list[tuple[int, int]] = []
        self._places: list[tuple[int, int]] = []
        """Where each sentence stands, with its marks."""
        self._behind: list[Sentence] = []
        """The sentence of each mark."""
        self._chosen = -1
        self._pointed = -1
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._show_quote)
        self.anchorClicked.connect(self._choose)
        self.highlighted.connect(self._point_at)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_sentences(self, sentences: list[Sentence], draft: str = "") -> None:
        """Show checked sentences, and after them the one being written."""
        self._sentences, self._draft = sentences, draft
        self._write()

    def choose(self, citation: Citation) -> None:
        """Emphasise the mark of `citation`."""
        self._chosen = next((i for i, c in enumerate(self._citations) if c == citation), -1)
        self.viewport().update()

    def citations(self) -> list[Citation]:
        """In the order of their marks."""
        return list(self._citations)

    def mark_area(self, position: int) -> QRectF:
        """Where the mark of the citation at `position` stands in the viewport."""
        return self._area(*self._marks[position])

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    # Writing

    def _write(self) -> None:
        self._citations, self._marks, self._chosen = [], [], -1
        self._places, self._behind = [], []
        self._forget_pointed()
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(_paragraph())
        for position, sentence in enumerate(self._sentences):
            self._write_gap(cursor, position > 0, sentence.text)
            start = cursor.position()
            self._write_sentence(cursor, sentence)
            self._places.append((start, cursor.position()))
        if self._draft:
            self._write_gap(cursor, bool(self._sentences), self._draft)
            draft = QTextCharFormat()
            draft.setForeground(QColor(current_colours().secondary))
            cursor.insertText(wording.clean(self._draft), draft)
        cursor.endEditBlock()
        self._fit()

    def _write_gap(self, cursor: QTextCursor, is_needed: bool, text: str) -> None:
        if not is_needed:
            return
        if text.startswith(_BULLETS):
            cursor.insertBlock(_paragraph())
        else:
            cursor.insertText(" \u2006\u2006", QTextCharFormat())

    def _write_sentence(self, cursor: QTextCursor, sentence: Sentence) -> None:
        text, plain = wording.clean(shown_text(sentence)), QTextCharFormat()
        if sentence.support is Support.UNSUPPORTED:
            plain.setForeground(QColor(current_colours().secondary))
        dotted = _dotted(plain)
        written = 0
        for start, end in _doubtful(text, sentence):
            cursor.insertText(text[written:start], plain)
            cursor.insertText(text[start:end], dotted)
            written = end
        cursor.insertText(text[written:], plain)
        for place, citation in enumerate(sentence.citations):
            self._write_mark(cursor, citation, "\u00a0" if place == 0 else "\u00a0\u2009")
            self._behind.append(sentence)
        if sentence.support is Support.UNSUPPORTED:
            self._write_grade(cursor)

    def _write_grade(self, cursor: QTextCursor) -> None:
        """In words that a sentence has nothing to lead to."""
        form = QTextCharFormat()
        form.setForeground(QColor(current_colours().secondary))
        form.setFontPointSize(self.font().pointSizeF() * 0.76)
        cursor.insertText("\u2002", QTextCharFormat())
        cursor.insertText(self.tr("not supported").replace(" ", "\u00a0"), form)

    def _write_mark(self, cursor: QTextCursor, citation: Citation, before: str) -> None:
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref(f"{_SCHEME}{len(self._citations)}")
        form.setForeground(QColor(current_colours().accent_ink))
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontPointSize(self.font().pointSizeF() * 0.76)
        gap = QTextCharFormat()
        gap.setFontPointSize(self.font().pointSizeF() * _GAP)
        cursor.insertText(before, gap)
        start = cursor.position()
        cursor.insertText(f"\u00a0{citation.number or len(self._citations) + 1}\u00a0", form)
        self._citations.append(citation)
        self._marks.append((start, cursor.position()))

    # Showing

    def _fit(self) -> None:
        height = round(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(max(height, 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        restyled = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in restyled and hasattr(self, "_sentences"):
            self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for position in range(len(self._marks)):
            self._paint_mark(painter, position)
        painter.end()
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, position: int) -> None:
        """Hollow where the lines carry the sentence only in part."""
        colours = current_colours()
        area = self.mark_area(position)
        painter.setPen(Qt.PenStyle.NoPen)
        if position == self._chosen:
            painter.setBrush(QColor(colours.mark_chosen))
        elif self._behind[position].support is Support.SUPPORTED:
            painter.setBrush(QColor(colours.accent_soft))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 1))
            area = area.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 5, 5)

    def _area(self, start: int, end: int) -> QRectF:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        first = QRectF(self.cursorRect(cursor))
        cursor.setPosition(end)
        last = QRectF(self.cursorRect(cursor))
        size = self.font().pointSizeF() * 0.76 * self.logicalDpiY() / 72
        height = size * 1.36
        top = first.top() + (first.height() - height) / 2 + size * 0.04
        written = last.left() - first.left()
        width = max(written, height)
        return QRectF(first.left() - (width - written) / 2, top, width, height)

    # Choosing

    def _choose(self, url: QUrl) -> None:
        citation = self._citation(url.toString())
        if citation:
            self.choose(citation)
            self.citation_chosen.emit(citation)

    def _citation(self, anchor: str) -> Citation | None:
        found = anchor.removeprefix(_SCHEME)
        is_ours = anchor.startswith(_SCHEME) and found.isdecimal()
        is_known = is_ours and int(found) < len(self._citations)
        return self._citations[int(found)] if is_known else None

    # Pointing

    def _point_at(self, url: QUrl) -> None:
        """A mark is under the mouse, or the keyboard is on it; or on none any more."""
        citation = self._citation(url.toString())
        if citation is None:
            self._forget_pointed()
            return
        self._pointed = int(url.toString().removeprefix(_SCHEME))
        if is_card_seen(self) or not self._by_mouse:
            self._show_quote()
        else:
            self._pause.start()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The keyboard goes from mark to mark, which Qt tells nobody."""
        stays = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        if stays and cursor.hasSelection():
            chosen = QTextCursor(self.document())
            chosen.setPosition(cursor.selectionStart() + 1)
            self._point_at(QUrl(chosen.charFormat().anchorHref()))
        return stays

    def _show_quote(self) -> None:
        if not 0 <= self._pointed < len(self._marks):
            return
        shown = quote_of(self._citations[self._pointed], self._behind[self._pointed])
        self._show(self.mark_area(self._pointed), shown)
        if self.hasFocus():
            event = QAccessibleAnnouncementEvent(self, shown.spoken())
            QAccessible.updateAccessibility(event)

    def _show(self, area: QRectF, shown: Shown) -> None:
        inside = area.toAlignedRect().translated(self.viewport().pos())
        show_card(self, inside, shown)

    def _forget_pointed(self) -> None:
        self._pause.stop()
        self._pointed = -1
        hide_card(self)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._explain(event.pos())
            return True
        if event.type() == QEvent.Type.MouseMove:
            self._by_mouse = True
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Wheel, QEvent.Type.MouseButtonPress):
            self._forget_pointed()
        return super().viewportEvent(event)

    def _explain(self, where: QPoint) -> None:
        """What to know of the sentence that the mouse rests on."""
        if self._pointed >= 0:
            return
        position = self.cursorForPosition(where).position()
        for sentence, (start, end) in zip(self._sentences, self._places, strict=False):
            shown = note_of(sentence)
            if start <= position <= end and shown.note:
                self._show(QRectF(where.x(), where.y() - 8, 1, 20), shown)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            self._by_mouse = False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._forget_pointed()
        elif event.type() == QEvent.Type.ShortcutOverride and self._closes_card(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._closes_card(event):
            hide_card(self)
            return
        super().keyPressEvent(event)

    def _closes_card(self, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return is_escape and is_card_seen(self)


def in_the_text(sentences: Sequence[Sentence], shows_unsupported: bool) -> list[Sentence]:
    """Those that are part of the answer as the user wants to see it; the others are folded away."""
    return [s for s in sentences if shows_unsupported or s.support is not Support.UNSUPPORTED]


def shown_text(sentence: Sentence) -> str:
    """What a sentence says, without the formula at its end, which is shown by itself.

    All points of lists look the same.
    """
    text = sentence.text.strip()
    before, formula, after = text.rpartition(sentence.calculation or "\0")
    text = f"{before.rstrip(_BEFORE_FORMULA)}." if formula and after == "." else text
    return f"• {text[2:]}" if text.startswith(_BULLETS) else text


def _doubtful(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """The parts of a sentence that its lines do not carry."""
    if sentence.support is Support.PARTLY:
        return lacking_spans(text, sentence)
    return [(0, len(text))] if sentence.support is Support.UNSUPPORTED else []


def _dotted(plain: QTextCharFormat) -> QTextCharFormat:
    form = QTextCharFormat(plain)
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(current_colours().secondary))
    return form


def _paragraph() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(4)
    return form
