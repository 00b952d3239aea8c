"""Typography for text without pages: fonts and gaps by the styles of its lines. Owns no widget."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.core.text_styles import Style, style_of
from app.core.types import Page
from app.gui.appearance import current_colours
from app.gui.evidence.text_marks import units_before

_SIZES = {Style.TITLE: 1.45, Style.HEADING: 1.22, Style.SUBHEADING: 1.06, Style.FACT: 0.94}
_ABOVE = {Style.TITLE: 6, Style.HEADING: 10, Style.SUBHEADING: 6}
_LINE_HEIGHT = 138.0
"""Hundredths of the font's own."""
_BULLET = "• "
_BLANK = 0.55
"""Size of a blank line, as a share of the text."""


def set_text(document: QTextDocument, page: Page, font: QFont) -> None:
    """Set the text that stands in `document`, which is the page's."""
    document.setDefaultFont(font)
    styles = _styles(page)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.firstBlock()
    before = Style.BODY
    while block.isValid():
        style = styles.get(block.position(), Style.BODY)
        cursor.setPosition(block.position())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setBlockFormat(_block_format(block.text(), style, before, font))
        is_blank = not block.text().strip()
        letters = _letters(style, font, is_blank)
        cursor.setCharFormat(letters)
        if is_blank:
            cursor.setBlockCharFormat(letters)
        if style is Style.FACT:
            _quieten_name(cursor, block)
        before, block = style, block.next()
    cursor.endEditBlock()


def blocks_of_facts(document: QTextDocument, page: Page) -> Iterator[QTextBlock]:
    """The blocks of the heads of a mail."""
    for position, style in _styles(page).items():
        if style is Style.FACT:
            yield document.findBlock(position)


def _styles(page: Page) -> dict[int, Style]:
    """How the text is set that begins at a position of Qt's, where it is not plain."""
    return {
        units_before(page.text, line.start): style_of(line)
        for line in page.lines
        if style_of(line) is not Style.BODY
    }


def _block_format(text: str, style: Style, before: Style, font: QFont) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    is_below_facts = before is Style.FACT and style is not Style.FACT
    form.setTopMargin(font.pointSizeF() if is_below_facts else _ABOVE.get(style, 0))
    if text.startswith(_BULLET):
        width = QFontMetricsF(font).horizontalAdvance(_BULLET)
        form.setLeftMargin(width)
        form.setTextIndent(-width)
    if style is Style.FACT:
        form.setLineHeight(126.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if style is Style.QUIET:
        form.setLeftMargin(font.pointSizeF())
    return form


def _letters(style: Style, font: QFont, is_blank: bool) -> QTextCharFormat:
    colours = current_colours()
    form = QTextCharFormat()
    size = font.pointSizeF() * (_BLANK if is_blank else _SIZES.get(style, 1.0))
    form.setFontPointSize(size)
    if style in (Style.TITLE, Style.HEADING, Style.SUBHEADING):
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setForeground(QColor(colours.secondary if style is Style.QUIET else colours.text))
    return form


def _quieten_name(cursor: QTextCursor, block: QTextBlock) -> None:
    """`From:` says less than who it was."""
    cursor.setPosition(block.position())
    cursor.setPosition(
        block.position() + block.text().find(":") + 1, QTextCursor.MoveMode.KeepAnchor
    )
    form = QTextCharFormat()
    form.setForeground(QColor(current_colours().secondary))
    cursor.mergeCharFormat(form)
