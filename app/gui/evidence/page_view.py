"""What mouse and keyboard do on the pages of a document: scroll, zoom, select, copy."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QScrollBar

from app.gui.evidence.page_desk import PageDesk
from app.gui.evidence.page_selection import Position
from app.gui.evidence.page_text import PageText, Span
from app.gui.icons import short_lived_icon

_NEAR = 6.0
"""Points; nearer to a line than that, the mouse selects."""
_ENDS = {Qt.Key.Key_Home: QScrollBar.SliderAction.SliderToMinimum,
         Qt.Key.Key_End: QScrollBar.SliderAction.SliderToMaximum}  # fmt: skip
_STEPS = {
    Qt.Key.Key_Left: ("letter", -1), Qt.Key.Key_Right: ("letter", 1),
    Qt.Key.Key_Up: ("line", -1), Qt.Key.Key_Down: ("line", 1),
}  # fmt: skip


class PageView(PageDesk):
    """Pages that can be selected from. `letters_wanted`: of this page, the mouse is over it."""

    letters_wanted = Signal(int)
    summary_wanted = Signal(int, int, int)
    """Page, and characters [start, end) of its text."""

    def __init__(self) -> None:
        super().__init__()
        self._word: Span | None = None
        """The word that a selection by words began with."""
        self._is_held = False
        self._mouse = QPoint()
        self._creeping = QTimer(self, interval=60)
        self._creeping.timeout.connect(self._creep)
        self._double = QPoint(), 0
        self.viewport().setMouseTracking(True)

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if selected := self.selection.text():
            QGuiApplication.clipboard().setText(selected)

    def select_page(self) -> None:
        """All of the page that is looked at."""
        if text := self.text_of(self.page):
            self.selection.select(self.page, (0, len(text.text)))
            self.viewport().update()

    def selection_menu(self) -> QMenu:
        """What can be done with what is selected."""
        menu = QMenu(self)
        copy = menu.addAction(short_lived_icon("copy"), self.tr("Copy"))
        copy.triggered.connect(self.copy)
        copy.setEnabled(not self.selection.is_empty)
        everything = menu.addAction(self.tr("Select the whole page"))
        everything.triggered.connect(self.select_page)
        pages = self.selection.pages()
        if not self.selection.is_empty and len(pages) == 1:
            start, end = self.selection.span_on(pages.start)
            sum_up = menu.addAction(short_lived_icon("summary"), self.tr("Summarise these lines"))
            sum_up.triggered.connect(lambda: self.summary_wanted.emit(pages.start, start, end))
        return menu

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        where = self._position(event.position())
        self._word, self._is_held = None, where is not None
        if where is None:
            self.selection.begin(self.selection.head)
        elif self._is_third_click(event):
            self._select_line(where)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.head = where
        else:
            self.selection.begin(where)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        where = self._position(event.position())
        text = self.text_of(where.page) if where else None
        if where and text:
            self._word, self._is_held = text.word_at(where.place), True
            self.selection.select(where.page, self._word)
            self._double = event.position().toPoint(), event.timestamp()
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(event.position())
            return
        if not self._is_held:
            return
        self._sweep()
        inside = self.viewport().rect().top() <= self._mouse.y() <= self.viewport().rect().bottom()
        if inside:
            self._creeping.stop()
        elif not self._creeping.isActive():
            self._creeping.start()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._is_held = False
        self._creeping.stop()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.page:
            menu = self.selection_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            return
        self.leave_target()
        super().wheelEvent(event)

    def _position(self, where: QPointF) -> Position | None:
        """The position in the text that is nearest; None where the page has none that is known."""
        if not self.page:
            return None
        page, point = self.page_under(where)
        text = self.text_of(page)
        if text is None or not text.lines:
            return None
        return Position(page, text.place_at(point.x(), point.y()))

    def _hover(self, where: QPointF) -> None:
        page, point = self.page_under(where) if self.page else (0, QPointF())
        text = self.text_of(page)
        is_near = text is not None and _is_near(text, point)
        shape = Qt.CursorShape.IBeamCursor if is_near else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        if text and text.lines and not text.is_precise:
            self.letters_wanted.emit(page)

    def _sweep(self) -> None:
        where = self._position(QPointF(self._mouse))
        if where is None:
            return
        if self._word:
            self.selection.extend_by_words(self._word, where)
        else:
            self.selection.head = where
        self.viewport().update()

    def _creep(self) -> None:
        """Scroll while the mouse is held beyond an edge."""
        self.leave_target()
        beyond = self._mouse.y() - (0 if self._mouse.y() < 0 else self.viewport().height())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + beyond)
        self._sweep()

    def _is_third_click(self, event: QMouseEvent) -> bool:
        where, when = self._double
        is_soon = event.timestamp() - when < QApplication.doubleClickInterval()
        return is_soon and (event.position().toPoint() - where).manhattanLength() < 6

    def _select_line(self, where: Position) -> None:
        if text := self.text_of(where.page):
            self.selection.select(where.page, text.line_at(where.place))

    # The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_page()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _STEPS:
            self._extend(event)
        elif event.key() in _ENDS:
            self.verticalScrollBar().triggerAction(_ENDS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            action = QScrollBar.SliderAction
            step = action.SliderPageStepSub if is_back else action.SliderPageStepAdd
            self.verticalScrollBar().triggerAction(step)
        else:
            super().keyPressEvent(event)

    def _extend(self, event: QKeyEvent) -> None:
        """The selection, from the top of the page that is looked at when there is none."""
        unit, step = _STEPS[Qt.Key(event.key())]
        if unit == "letter" and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            unit = "word"
        head = self.selection.head
        if self.selection.is_empty and head.page not in self.pages_seen():
            self.selection.begin(Position(self.page, 0))
        self.letters_wanted.emit(self.page)
        self.selection.extend(unit, step)
        head = self.selection.head
        if text := self.text_of(head.page):
            self.reveal(head.page, text.box_at(head.place))
        self.viewport().update()


def _is_near(text: PageText, point: QPointF) -> bool:
    """Whether a point of a page lies on one of its lines."""
    return any(
        x0 - _NEAR <= point.x() <= x1 + _NEAR and y0 - 2 <= point.y() <= y1 + 2
        for x0, y0, x1, y1 in (line.box for line in text.lines)
    )
