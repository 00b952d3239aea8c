"""Has the engine draw pages, the most urgent first, and keeps the pictures that were used last.

A new list of wishes replaces the old one: what nobody looks at any more is not drawn.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.core.types import Box, Picture
from app.engine.messages import DrawPage, EngineFailed
from app.gui.engine_link import EngineLink, Exchange
from app.gui.evidence.page_wishes import Wish

BYTES_KEPT = 128_000_000
_AT_ONCE = 2
"""One is drawn while the other is on its way."""


@dataclass(frozen=True)
class DrawingKey:
    """What a picture shows; the scale in thousandths, so that equal ones compare equal."""

    document: int
    page: int
    scale: int
    part: Box | None = None


def key_of(document: int, wish: Wish) -> DrawingKey:
    return DrawingKey(document, wish.page, max(round(wish.scale * 1000), 1), wish.part)


class PagePictures(QObject):
    """`drawn` brings what was wanted; `failed` tells what cannot be drawn, and why."""

    drawn = Signal(object, QImage)
    failed = Signal(object, object)

    def __init__(self, link: EngineLink) -> None:
        super().__init__()
        self._link = link
        self._kept: OrderedDict[DrawingKey, QImage] = OrderedDict()
        self._wanted: list[DrawingKey] = []
        self._drawing: dict[DrawingKey, Exchange] = {}
        self._refused: set[DrawingKey] = set()

    @property
    def bytes_kept(self) -> int:
        return sum(image.sizeInBytes() for image in self._kept.values())

    def find(self, key: DrawingKey) -> QImage | None:
        """A picture that was drawn before."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def stand_in(self, document: int, page: int) -> QImage:
        """The largest picture of a page that there is, at whatever scale; empty when none is."""
        found = [key for key in self._kept if (key.document, key.page) == (document, page)]
        whole = [key for key in found if key.part is None]
        best = max(whole, key=lambda key: key.scale, default=None)
        return self._kept[best] if best else QImage()

    def want(self, keys: Sequence[DrawingKey]) -> None:
        """Draw these, in this order, and nothing else that was wanted before."""
        self._wanted = [key for key in keys if key not in self._kept and key not in self._refused]
        for key, exchange in self._drawing.items():
            if key not in self._wanted:
                self._link.cancel(exchange)
        self._go_on()

    def forget(self) -> None:
        """Documents may have changed: what is being drawn now is not taken either."""
        for exchange in self._drawing.values():
            self._link.cancel(exchange)
        self._drawing.clear()
        self._kept.clear()
        self._refused.clear()

    def _go_on(self) -> None:
        for key in self._wanted:
            if len(self._drawing) >= _AT_ONCE:
                return
            if key not in self._drawing:
                self._draw(key)

    def _draw(self, key: DrawingKey) -> None:
        request = DrawPage(key.document, key.page, key.scale / 1000, key.part)
        self._drawing[key] = exchange = self._link.send(request)
        exchange.finished.connect(lambda picture: self._receive(key, exchange, picture))
        exchange.failed.connect(lambda failure: self._refuse(key, exchange, failure))
        exchange.ended.connect(lambda: self._end(key, exchange))

    def _receive(self, key: DrawingKey, exchange: Exchange, picture: Picture) -> None:
        if self._drawing.get(key) is not exchange:
            return
        image = as_image(picture)
        self._kept[key] = image
        while len(self._kept) > 1 and self.bytes_kept > BYTES_KEPT:
            self._kept.popitem(last=False)
        self.drawn.emit(key, image)

    def _refuse(self, key: DrawingKey, exchange: Exchange, failure: EngineFailed) -> None:
        if self._drawing.get(key) is exchange:
            self._refused.add(key)
            self.failed.emit(key, failure)

    def _end(self, key: DrawingKey, exchange: Exchange) -> None:
        if self._drawing.get(key) is not exchange:
            return
        del self._drawing[key]
        self.want(self._wanted)


def as_image(picture: Picture) -> QImage:
    """The picture as Qt has it; empty when its sizes do not fit its pixels."""
    width, height = picture.width, picture.height
    if width < 1 or height < 1 or len(picture.pixels) != width * height * 4:
        return QImage()
    return QImage(picture.pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()
