"""How much of some documents can be asked, and the small picture of it. Owns no document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.types import Document, State
from app.gui import wording
from app.gui.appearance import Colours, current_colours
from app.gui.wording import translate

_USUAL = 10
"""Pages that a document is taken to have while nobody could count them."""
_CALM = 0.5
"""What is as it should be does not shout."""
_LEAST = 3.0
"""Pixels: what is there is seen, however little it is."""


@dataclass(frozen=True)
class Cover:
    """Pages that can be asked, and that hold no text; documents that wait, and that failed."""

    pages_read: int = 0
    pages_without: int = 0
    waiting: int = 0
    unread: int = 0

    def __bool__(self) -> bool:
        return bool(self.pages_read or self.pages_without or self.waiting or self.unread)

    @property
    def is_whole(self) -> bool:
        """Whether everything can be asked."""
        return not (self.pages_without or self.waiting or self.unread)

    def shares(self) -> tuple[float, float, float, float]:
        """Read, waiting, without text, failed; in all 1. Uncounted pages are taken to be usual."""
        parts = (
            self.pages_read, self.waiting * _USUAL, self.pages_without, self.unread * _USUAL,
        )  # fmt: skip
        total = sum(parts) or 1
        read, waiting, without, failed = (part / total for part in parts)
        return read, waiting, without, failed


def cover_of(documents: Iterable[Document]) -> Cover:
    read = without = waiting = unread = 0
    for document in documents:
        read += document.pages_read
        without += document.pages - document.pages_read
        if document.state is State.WAITING:
            waiting += not document.pages
        elif document.state in (State.FAILED, State.LOCKED):
            unread += not document.pages
    return Cover(read, without, waiting, unread)


def told(cover: Cover) -> str:
    """The picture in words."""
    parts = [translate("Coverage", "%1 read").replace("%1", wording.pages(cover.pages_read))]
    if cover.pages_without:
        words = translate("Coverage", "%1 without text")
        parts.append(words.replace("%1", wording.pages(cover.pages_without)))
    if cover.unread:
        words = translate("Coverage", "%1 could not be read")
        parts.append(words.replace("%1", wording.documents(cover.unread)))
    if cover.waiting:
        words = translate("Coverage", "%1 waiting")
        parts.append(words.replace("%1", wording.documents(cover.waiting)))
    return " · ".join(parts)


def paint_cover(painter: QPainter, area: QRectF, cover: Cover, colours: Colours) -> None:
    """A thin bar: what can be asked, what waits, pages without text, what could not be read."""
    radius = area.height() / 2
    clip = QPainterPath()
    clip.addRoundedRect(area, radius, radius)
    painter.save()
    painter.setClipPath(clip)
    painter.fillRect(area, QColor(colours.line))
    read = QColor(colours.accent)
    read.setAlphaF(_CALM)
    hues = (read, QColor(colours.line_strong), QColor(colours.warning), QColor(colours.danger))
    left = area.left()
    for share, hue in zip(_widths(cover, area.width()), hues, strict=True):
        painter.fillRect(QRectF(left, area.top(), share, area.height()), hue)
        left += share
    painter.restore()


def _widths(cover: Cover, room: float) -> list[float]:
    """The parts in pixels; small ones are made large enough to be seen."""
    wanted = [max(share * room, _LEAST) if share else 0.0 for share in cover.shares()]
    return [part * room / (sum(wanted) or 1) for part in wanted]


class CoverageBar(QWidget):
    """The picture for a whole library. `chosen`: the user wants to know more."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cover = Cover()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What of the library can be asked"))

    def show_cover(self, cover: Cover) -> None:
        self._cover = cover
        self.setVisible(bool(cover))
        words = told(cover)
        self.setAccessibleDescription(words)
        self.setToolTip(wording.tooltip(words.replace(" · ", "\n")))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = current_colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        bar = QRectF(0, area.center().y() - 2, area.width(), 4)
        paint_cover(painter, bar, self._cover, colours)
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -1.5), 5, 5)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
