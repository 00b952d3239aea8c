"""Our icons, in the colours of the theme. Owns the drawing of `resources/icons/*.svg`, not them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from app.gui.appearance import current_colours
from app.system.paths import resource

_IN_MENUS = 16
"""Pixels, as Fusion draws them."""
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def draw_icon(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon NAME with its lines in `colour`; empty when there is no such file."""
    key = f"{name} {colour} {size} {ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _render(name, colour, size, ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _render(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    for file in (resource(f"icons/{name}.svg"), resource(f"style/{name}.svg")):
        if file.is_file():
            drawn = file.read_bytes().replace(b"currentColor", QColor(colour).name().encode())
            painter = QPainter(pixmap)
            QSvgRenderer(QByteArray(drawn)).render(painter, QRectF(0, 0, size, size))
            painter.end()
            break
    return pixmap


def make_icon(name: str, colour: str, size: int) -> QIcon:
    """An icon sharp at this size, on ordinary and on dense screens."""
    icon = QIcon()
    for ratio in (1.0, 2.0):
        icon.addPixmap(draw_icon(name, colour, size, ratio))
    return icon


class TintedIcon(QObject):
    """Keeps the icon of a button or label in a colour of the theme, whichever theme it is."""

    def __init__(self, widget: QAbstractButton | QLabel, name: str, colour: str, size: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._name = name
        self._colour = colour
        self._size = size
        self._drawn = ("", "")
        widget.installEventFilter(self)
        self._draw()

    def change(self, name: str, colour: str) -> None:
        """Show another icon, in another of the named colours."""
        self._name, self._colour = name, colour
        self._draw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _RESTYLED:
            self._draw()
        return False

    def _draw(self) -> None:
        colour = str(getattr(current_colours(), self._colour))
        if self._drawn == (self._name, colour):
            return
        self._drawn = (self._name, colour)
        if isinstance(self._widget, QLabel):
            ratio = self._widget.devicePixelRatioF()
            self._widget.setPixmap(draw_icon(self._name, colour, self._size, ratio))
        else:
            self._widget.setIcon(make_icon(self._name, colour, self._size))
            self._widget.setIconSize(QSize(self._size, self._size))


def short_lived_icon(name: str, colour: str = "secondary") -> QIcon:
    """An icon for something that will not outlive the theme, such as a menu."""
    return make_icon(name, str(getattr(current_colours(), colour)), _IN_MENUS)
