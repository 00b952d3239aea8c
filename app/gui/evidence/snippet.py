"""A found passage: where it stands, and a few lines of it with the sentence that matters marked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.types import Hit
from app.gui import wording
from app.gui.appearance import current_colours
from app.gui.parts import ClickableCard, ElidedText, Picture, Text


class Snippet(QWidget):
    """A few lines of plain text around its marked part."""

    def __init__(self, text: str, marked: str, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self._text, self._start, self._length = _around(text, marked, 70 * lines)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", "snippet")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _layout, height = self._laid_out(width)
        return round(height)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, QFontMetrics(self.font()).lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout, _height = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The lines that fit; where there is more, they end with an ellipsis."""
        layout, height, end = self._lines_of(self._text, width)
        if end < len(self._text):
            begun = self._text[: end - 1].rsplit(" ", 1)[0]
            layout, height, _end = self._lines_of(f"{begun} …", width)
        return layout, height

    def _lines_of(self, text: str, width: int) -> tuple[QTextLayout, float, int]:
        """Laid out lines, their height, and how many characters of the text stand in them."""
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marking()])
        layout.beginLayout()
        height, end = 0.0, 0
        step = QFontMetrics(self.font()).lineSpacing() * 1.18
        for _ in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 10))
            line.setPosition(QPointF(0, height))
            height += step
            end = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, height, end

    def _marking(self) -> QTextLayout.FormatRange:
        colours = current_colours()
        form = QTextCharFormat()
        form.setBackground(QColor(colours.marker_soft))
        form.setForeground(QColor(colours.text))
        form.setFontWeight(QFont.Weight.Medium)
        marking = QTextLayout.FormatRange()
        marking.start, marking.length = self._start, self._length
        marking.format = form
        return marking


class HitCard(ClickableCard):
    """A passage that can be chosen; `hit_chosen` carries the `types.Hit`."""

    hit_chosen = Signal(object)

    def __init__(self, hit: Hit, lines: int = 5) -> None:
        super().__init__(wording.place(hit.document_name, hit.page), "hit")
        self.setToolTip(wording.tooltip(self.tr("Show this passage on its page")))
        self.hit = hit
        self.chosen.connect(self._tell)
        name = ElidedText(hit.document_name, "strong-small")
        name.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        where = wording.spot(hit.document_name, hit.page)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(name, 1)
        head.addWidget(Text(where, "small"))
        snippet = Snippet(hit.text, hit.marked, lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(snippet)
        if hit.warning:
            column.addLayout(_warning(wording.told(hit.warning)))

    def _tell(self) -> None:
        self.hit_chosen.emit(self.hit)


def _warning(words: str) -> QHBoxLayout:
    """What to know before this passage is believed."""
    row = QHBoxLayout()
    row.setSpacing(7)
    row.addWidget(Picture("warning", "warning", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, "caution", wraps=True), 1)
    return row


def _around(text: str, marked: str, longest: int) -> tuple[str, int, int]:
    """One line of `text` that holds `marked`, and where: shortened text, start, length."""
    line, mark = wording.clean_line(text), wording.clean_line(marked)
    start = line.find(mark) if mark else -1
    if start < 0:
        return _shorten(line, longest), 0, 0
    cut = 0 if start + len(mark) <= longest else max(0, start - 40)
    if cut:
        cut = line.find(" ", cut) + 1
        line, start = "… " + line[cut:], start - cut + 2
    return _shorten(line, longest + len(mark)), start, len(mark)


def _shorten(line: str, longest: int) -> str:
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"
