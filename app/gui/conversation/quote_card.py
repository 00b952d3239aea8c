"""The card that shows what stands behind a mark or a sentence while it is pointed at.

One for each window, drawn inside it. Owns where it stands; the others tell it what to show.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from app.core.types import Citation, Sentence, Support
from app.gui import wording
from app.gui.conversation.lacking import lacking_note
from app.gui.parts import Card, ElidedText, Text

_WIDTH = 400
_GAP = 8
_EDGE = 12
_PATIENCE = 500
"""Milliseconds on a row before its card is shown."""
_LEFT = (
    QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
)  # fmt: skip
_LONGEST = 420
"""Characters of a quote; the page has all of it."""


@dataclass(frozen=True)
class Shown:
    """What a card says: where the lines stand, the lines, and what to know of the sentence."""

    name: str = ""
    page: int = 0
    quote: str = ""
    note: str = ""

    def spoken(self) -> str:
        """All of it in one line, for a screen reader."""
        where = wording.place(self.name, self.page) if self.name else ""
        parts = (where, f"“{self.quote}”" if self.quote else "", self.note)
        return wording.clean_line(". ".join(part for part in parts if part))


class QuoteCard(Card):
    """Never takes the keyboard nor the mouse."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("quote")
        self.setParent(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.shown = Shown()
        self._name = ElidedText(role="strong-small")
        self._page = Text("", "small")
        self._quote = Text("", "body", wraps=True)
        self._note = Text("", "small", wraps=True)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 50))
        self.setGraphicsEffect(shadow)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name, 1)
        head.addWidget(self._page)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addWidget(self._note)
        self.hide()

    def tell(self, shown: Shown, beside: QRect) -> None:
        """Show this under `beside`, a place in the window, or above it where there is no room."""
        self.shown = shown
        self._name.setText(shown.name)
        self._page.setText(wording.spot(shown.name, shown.page) if shown.name else "")
        for text, words in ((self._quote, _quoted(shown.quote)), (self._note, shown.note)):
            text.setText(words)
            text.setVisible(bool(words))
        self._name.setVisible(bool(shown.name))
        self._page.setVisible(bool(shown.name))
        self.setAccessibleName(shown.spoken())
        self.setGeometry(self._place(beside))
        self.raise_()
        self.show()

    def _place(self, beside: QRect) -> QRect:
        room = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        width = min(_WIDTH, room.width())
        self.ensurePolished()
        self._column.activate()
        height = max(self._column.totalHeightForWidth(width), 40)
        left = min(max(beside.left() - 24, room.left()), room.right() - width)
        below = beside.bottom() + _GAP
        fits = below + height <= room.bottom()
        top = below if fits else max(beside.top() - _GAP - height, room.top())
        return QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1))


class QuotePointer(QObject):
    """Shows the card of `citation` while `row` is pointed at, or has the keyboard."""

    def __init__(self, row: QWidget, citation: Citation) -> None:
        super().__init__(row)
        self._row, self._shown = row, quote_of(citation)
        self._pause = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._pause.timeout.connect(lambda: show_card(row, row.rect(), self._shown))
        row.setAccessibleDescription(self._shown.spoken())
        row.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._pause.start()
        elif event.type() in _LEFT:
            self._pause.stop()
            hide_card(self._row)
        return False


def show_card(widget: QWidget, area: QRect, shown: Shown) -> None:
    """Show it beside `area` of `widget`."""
    card = card_of(widget) or QuoteCard(widget.window())
    card.tell(shown, QRect(widget.mapTo(widget.window(), area.topLeft()), area.size()))


def hide_card(widget: QWidget) -> bool:
    """Whether one was seen."""
    card = card_of(widget)
    was_seen = card is not None and card.isVisible()
    if card is not None:
        card.hide()
    return was_seen


def is_card_seen(widget: QWidget) -> bool:
    card = card_of(widget)
    return card is not None and card.isVisible()


def card_of(widget: QWidget) -> QuoteCard | None:
    """The card of the window that `widget` is in, once it showed one."""
    only_direct = Qt.FindChildOption.FindDirectChildrenOnly
    return widget.window().findChild(QuoteCard, options=only_direct)


def quote_of(citation: Citation, sentence: Sentence | None = None) -> Shown:
    """What stands behind a mark, and what the lines lack where they carry a sentence in part."""
    quote = wording.clean_line(citation.quote)
    is_partly = sentence is not None and sentence.support is Support.PARTLY
    note = lacking_note(sentence) if sentence and is_partly else ""
    return Shown(wording.clean_line(citation.document_name), citation.page, quote, note)


def note_of(sentence: Sentence) -> Shown:
    """What to know of a sentence itself; nothing of one that is supported."""
    if sentence.support is Support.PARTLY:
        return Shown(note=lacking_note(sentence))
    if sentence.support is Support.UNSUPPORTED:
        words = wording.translate("Answer", "No passage of your documents supports this sentence.")
        return Shown(note=words)
    return Shown()


def _quoted(quote: str) -> str:
    if len(quote) > _LONGEST:
        quote = quote[: _LONGEST - 1].rstrip() + "…"
    return f"“{quote}”" if quote else ""
