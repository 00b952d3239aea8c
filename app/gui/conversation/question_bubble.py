"""A question that was asked: shown in a bubble, and put otherwise in the same place.

Owns no answer: what follows the question is the conversation's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.conversation.question_field import LONGEST, GrowingEdit
from app.gui.parts import Button, Card, IconButton, ReturnFilter, Text

_WIDEST = 560
_PADDING = 16


class QuestionBubble(QWidget):
    """`editing_wanted`: the pencil; `revised` carries the question as it reads now."""

    editing_wanted = Signal()
    revised = Signal(str)

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question
        self.pencil = IconButton("rename", self.tr("Edit this question"), size=15)
        self.pencil.clicked.connect(self.editing_wanted)
        self.pencil.hide()
        self._shown = _bubble(question)
        self.editor: QuestionEditor | None = None
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self._row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._shown, 6)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)

    def begin_editing(self, note: str) -> None:
        """Open the editor; `note` says what becomes of what stands below."""
        self.end_editing()
        self.editor = editor = QuestionEditor(self.question, note)
        editor.sent.connect(self.revised)
        editor.closed.connect(self.end_editing)
        self._show_bubble(False)
        self._column.addWidget(editor)
        editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.edit.moveCursor(QTextCursor.MoveOperation.End)

    def end_editing(self) -> None:
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        editor.hide()
        editor.deleteLater()
        self._show_bubble(True)
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_bubble(self, is_shown: bool) -> None:
        self._shown.setVisible(is_shown)
        self.pencil.setVisible(is_shown)


class QuestionEditor(Card):
    """Return or the button sends, Esc closes."""

    sent = Signal(str)
    closed = Signal()

    def __init__(self, question: str, note: str) -> None:
        super().__init__("question")
        self.edit = GrowingEdit()
        self.edit.setPlainText(question)
        self.edit.setAccessibleName(self.tr("Your question"))
        self.edit.setAccessibleDescription(note)
        self.edit.installEventFilter(self)
        self.note = Text(note, "small", wraps=True)
        self._cancel = Button(self.tr("Cancel"))
        self.ask = Button(self.tr("Ask"), role="primary")
        self._cancel.clicked.connect(self.closed)
        self.ask.clicked.connect(self._send)
        ReturnFilter(self.edit).pressed.connect(self._send)
        self.edit.textChanged.connect(lambda: self.ask.setEnabled(bool(self._words())))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self._cancel)
        row.addWidget(self.ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.edit)
        column.addLayout(row)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.closed.emit()
            return True
        return False

    def _words(self) -> str:
        return self.edit.toPlainText().strip()[:LONGEST]

    def _send(self) -> None:
        if words := self._words():
            self.sent.emit(words)


def _bubble(question: str) -> Card:
    bubble = Card("bubble")
    text = Text(question, "reading", wraps=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setAccessibleName(wording.clean_line(question))
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    inside = QVBoxLayout(bubble)
    inside.setContentsMargins(_PADDING, 9, _PADDING, 10)
    inside.addWidget(text)
    text.ensurePolished()
    wanted = text.fontMetrics().horizontalAdvance(wording.clean_line(question))
    bubble.setMaximumWidth(min(_WIDEST, wanted + 2 * _PADDING + 8))
    return bubble
