"""The sentences of an answer with their citation marks, as plain text that can be selected.

Owns no meaning: it is told sentences and tells which mark was chosen. Nothing here reads HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QToolTip

from app.core.types import Citation, Sentence, Support
from app.gui import wording
from app.gui.appearance import current_colours

_BULLETS = ("- ", "• ", "* ", "– ")
_SCHEME = "cite:"
_GAP = 0.9
"""Of the text's size: a blank before a mark, which stays on the line of the word before it."""
_BEFORE_FORMULA = " :\u00a0\u202f"


class AnswerText(QTextBrowser):
    """Text that grows with its content; `citation_chosen` carries a `types.Citation`."""

    citation_chosen = Signal(object)

    def __init__(self) -> None:
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
        self._chosen = -1
        self.anchorClicked.connect(self._choose)
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
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(_paragraph())
        for position, sentence in enumerate(self._sentences):
            self._write_gap(cursor, position > 0, sentence.text)
            self._write_sentence(cursor, sentence)
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
        form = QTextCharFormat()
        colours = current_colours()
        if sentence.support is Support.PARTLY:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(QColor(colours.warning))
        elif sentence.support is Support.UNSUPPORTED:
            form.setForeground(QColor(colours.secondary))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(QColor(colours.danger))
        cursor.insertText(wording.clean(shown_text(sentence)), form)
        for citation in sentence.citations:
            self._write_mark(cursor, citation)
        self._write_grade(cursor, sentence.support)

    def _write_grade(self, cursor: QTextCursor, support: Support) -> None:
        """In words what the underline says."""
        words = {Support.PARTLY: self.tr("in part"), Support.UNSUPPORTED: self.tr("not supported")}
        if support not in words:
            return
        form = QTextCharFormat()
        colours = current_colours()
        is_partly = support is Support.PARTLY
        form.setForeground(QColor(colours.warning if is_partly else colours.danger))
        form.setFontPointSize(self.font().pointSizeF() * 0.76)
        cursor.insertText("\u2002", QTextCharFormat())
        cursor.insertText(words[support].replace(" ", "\u00a0"), form)

    def _write_mark(self, cursor: QTextCursor, citation: Citation) -> None:
        form = QTextCharFormat()
        form.setAnchor(True)
        form.setAnchorHref(f"{_SCHEME}{len(self._citations)}")
        form.setForeground(QColor(current_colours().accent_ink))
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontPointSize(self.font().pointSizeF() * 0.76)
        gap = QTextCharFormat()
        gap.setFontPointSize(self.font().pointSizeF() * _GAP)
        cursor.insertText("\u00a0", gap)
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
        painter.setPen(Qt.PenStyle.NoPen)
        colours = current_colours()
        for position, mark in enumerate(self._marks):
            is_chosen = position == self._chosen
            painter.setBrush(QColor(colours.mark_chosen if is_chosen else colours.accent_soft))
            painter.drawRoundedRect(self._area(*mark), 5, 5)
        painter.end()
        super().paintEvent(event)

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

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._explain(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _explain(self, where: QPoint, on_screen: QPoint) -> None:
        citation = self._citation(self.anchorAt(where))
        if citation:
            QToolTip.showText(on_screen, wording.quote(citation), self)
        else:
            QToolTip.hideText()


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


def _paragraph() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(4)
    return form
