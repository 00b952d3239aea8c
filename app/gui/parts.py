"""Small widgets that the panes are made of. None of them knows what it is used for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.icons import TintedIcon
from app.gui.wording import clean, clean_line, told, tooltip

HEAD = 32
"""Height of the first row of a pane."""


class Text(QLabel):
    """Plain text, whatever it contains. `role` names its look in the style sheet."""

    def __init__(self, text: str = "", role: str = "body", wraps: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wraps)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(clean(text))


class ElidedText(QLabel):
    """One line of plain text that gives way when there is no room; the tooltip has all of it."""

    def __init__(self, text: str = "", role: str = "body", at_end: bool = False) -> None:
        super().__init__()
        self._mode = Qt.TextElideMode.ElideRight if at_end else Qt.TextElideMode.ElideMiddle
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(clean_line(text))
        self.setToolTip(tooltip(text) if text else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, area.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(area, self.alignment(), shown)


class IconButton(QToolButton):
    """A button that is only an icon; `label` is its tooltip and its name for screen readers."""

    def __init__(self, icon: str, label: str, colour: str = "secondary", size: int = 18) -> None:
        super().__init__()
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon = TintedIcon(self, icon, colour, size)
        self._colour = colour
        self.rename(label)

    def rename(self, label: str) -> None:
        self.setAccessibleName(label)
        self.setToolTip(tooltip(label))

    def show_icon(self, icon: str, colour: str = "") -> None:
        self._icon.change(icon, colour or self._colour)


class Button(QPushButton):
    """A button with words, and perhaps an icon. `role`: `primary`, `plain`, `quiet` or `link`."""

    def __init__(self, label: str, icon: str = "", role: str = "plain", hint: str = "") -> None:
        super().__init__()
        self._gap = " " if icon else ""
        self.setProperty("role", role)
        self.setText(self._gap + label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(label)
        self.setToolTip(tooltip(hint or label))
        colour = {"primary": "on_accent", "link": "accent_ink"}.get(role, "secondary")
        self._icon = TintedIcon(self, icon, colour, 16) if icon else None

    def show_label(self, label: str, name: str = "") -> None:
        """Show clean text without mnemonics; `name` is for screen readers when it differs."""
        line = clean_line(label)
        self.setText(self._gap + line.replace("&", "&&"))
        self.setAccessibleName(name or line)

    def show_icon(self, icon: str, colour: str) -> None:
        if self._icon:
            self._icon.change(icon, colour)


class ElidedButton(Button):
    """A button whose words give way when there is no room."""

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        metrics = self.fontMetrics()
        room = self.width() - self.sizeHint().width() + metrics.horizontalAdvance(option.text)
        elide, mnemonic = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic
        option.text = metrics.elidedText(option.text, elide, room + 2, mnemonic.value)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


class Picture(QLabel):
    """One of our icons, as a decoration."""

    def __init__(self, icon: str, colour: str = "secondary", size: int = 18) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedSize(size, size)
        self._icon = TintedIcon(self, icon, colour, size)

    def show_icon(self, icon: str, colour: str) -> None:
        self._icon.change(icon, colour)


class Card(QFrame):
    """A quiet box. `role` names its look in the style sheet."""

    def __init__(self, role: str = "card") -> None:
        super().__init__()
        self.setProperty("role", role)


class Scrolled(QWidget):
    """The inside of a scroll area: as high as its wrapped texts are at its width, no higher."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class ClickableCard(Card):
    """A card that can be chosen, by mouse or by keyboard."""

    chosen = Signal()

    def __init__(self, name: str, role: str = "choice") -> None:
        super().__init__(role)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(clean_line(name))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.chosen.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in (  # type: ignore[attr-defined]
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.chosen.emit()
            return True
        return super().event(event)


class Notice(QFrame):
    """Something that happened and what to do, in place, until it is closed."""

    _LOOKS = {"warning": "warning", "danger": "warning", "good": "check"}

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._picture = Picture("warning", "warning")
        self._message = Text(role="strong", wraps=True)
        self._hint = Text(role="body", wraps=True)
        self._close = IconButton("close", self.tr("Close this message"), size=14)
        self._close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._message)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, message: str, hint: str = "", look: str = "warning") -> None:
        """`look`: `warning`, `danger` or `good`."""
        self.setProperty("look", look)
        restyle(self)
        self._picture.show_icon(self._LOOKS[look], "success" if look == "good" else look)
        self._message.setText(told(message))
        self._hint.setText(told(hint))
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(clean_line(f"{told(message)} {told(hint)}"))
        self.show()


class ReturnFilter(QObject):
    """Tells when Return is pressed in `watched` without Shift."""

    pressed = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)  # type: ignore[attr-defined]
        has_shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier  # type: ignore[attr-defined]
        if not is_return or has_shift:
            return False
        self.pressed.emit()
        return True


def empty(layout: QBoxLayout, keep: int = 0) -> None:
    """Take the widgets out of a layout, but for the last `keep` items."""
    while layout.count() > keep:
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            widget.hide()
            widget.deleteLater()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
