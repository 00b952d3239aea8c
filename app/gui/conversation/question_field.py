"""Where the question is typed, what it will look at, and the button that sends or stops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from app.gui import wording
from app.gui.icons import TintedIcon
from app.gui.parts import Button, ElidedText, Picture, ReturnFilter, restyle
from app.gui.wording import tooltip

_MOST_LINES = 7
LONGEST = 4000


class GrowingEdit(QPlainTextEdit):
    """A plain text field as high as its text, up to a few lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(min(lines, _MOST_LINES) * line + 10)
        policy = Qt.ScrollBarPolicy
        is_long = lines > _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if is_long else policy.ScrollBarAlwaysOff
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())


class QuestionField(QFrame):
    """Tells the question when it is sent, and when the answer should stop."""

    question_sent = Signal(str)
    stop_chosen = Signal()
    comparison_sent = Signal(str)
    """A question to each of the documents apart."""
    list_sent = Signal(str)
    """A question for everything there is."""
    last_wanted = Signal()
    """The latest question is to be put otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "question")
        self._is_answering = False
        self._can_ask = False
        self.edit = GrowingEdit()
        self.edit.setAccessibleName(self.tr("Your question"))
        self.edit.setToolTip(self.tr("Return sends, Shift+Return starts a new line"))
        self.edit.setPlaceholderText(self.tr("Ask a question about your documents"))
        self.edit.textChanged.connect(self._show_button)
        ReturnFilter(self.edit).pressed.connect(self.send)
        self._scope_icon = Picture("book", "secondary", 14)
        self.scope = ElidedText(role="small", at_end=True)
        self.button = QPushButton()
        self.button.setProperty("role", "send")
        self.button.setFixedSize(34, 34)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._press)
        self.compare = Button(self.tr("Compare"), "compare", "toggle")
        self.compare.setCheckable(True)
        self.compare.toggled.connect(self._show_hint)
        self.compare.hide()
        self.everything = Button(self.tr("List all"), "sliders", "toggle")
        self.everything.setCheckable(True)
        self.everything.setToolTip(
            tooltip(
                self.tr(
                    "Go through every document and list all that is asked for, such as “invoices "
                    "over 1,000 euros”. No model writes it."
                )
            )
        )
        self.everything.toggled.connect(self._choose_list)
        self._icon = TintedIcon(self.button, "send", "on_accent", 17)
        self.edit.installEventFilter(self)
        self._lay_out()
        self._show_button()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("active", event.type() == QEvent.Type.FocusIn)
            restyle(self)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_empty = not self.edit.toPlainText()
            if event.key() == Qt.Key.Key_Up and is_empty:
                self.last_wanted.emit()
                return True
        return False

    def show_scope(self, words: str, can_ask: bool) -> None:
        """Say what a question will look at, and whether one can be asked at all."""
        self.scope.setText(words)
        self._can_ask = can_ask
        self._show_button()

    def offer_comparison(self, documents: int) -> None:
        """Offer to ask so many documents one by one; 0: do not."""
        self.compare.setVisible(documents > 0)
        self.compare.setToolTip(
            tooltip(
                self.tr("Ask each of the {documents} the same, and show where they differ").format(
                    documents=wording.documents(documents)
                )
            )
        )
        if not documents:
            self.compare.setChecked(False)
        self._show_hint()

    def _choose_list(self, is_list: bool) -> None:
        if is_list:
            self.compare.setChecked(False)
        self._show_hint()

    def _show_hint(self) -> None:
        if self.compare.isChecked():
            self.everything.setChecked(False)
        asks_each = self.tr("Ask each of them the same question")
        asks_all = self.tr("Ask a question about your documents")
        lists = self.tr("What should be listed?")
        shown = asks_each if self.compare.isChecked() else asks_all
        self.edit.setPlaceholderText(lists if self.everything.isChecked() else shown)

    def show_answering(self, is_answering: bool) -> None:
        self._is_answering = is_answering
        self._show_button()

    def take_focus(self) -> None:
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def put(self, question: str) -> None:
        """Fill the field as if it had been typed."""
        self.edit.setPlainText(question)

    def send(self) -> None:
        """Send what is in the field, if it can be sent."""
        question = self.edit.toPlainText().strip()
        if not question or self._is_answering or not self._can_ask:
            return
        self.edit.clear()
        sent = self.comparison_sent if self.compare.isChecked() else self.question_sent
        (self.list_sent if self.everything.isChecked() else sent).emit(question[:LONGEST])

    def _press(self) -> None:
        if self._is_answering:
            self.stop_chosen.emit()
        else:
            self.send()

    def _show_button(self) -> None:
        has_text = bool(self.edit.toPlainText().strip())
        self.button.setEnabled(self._is_answering or (has_text and self._can_ask))
        name = self.tr("Stop answering (Esc)") if self._is_answering else self.tr("Send (Return)")
        self.button.setAccessibleName(name)
        self.button.setToolTip(tooltip(name))
        is_on = self.button.isEnabled()
        icon = "stop" if self._is_answering else "send"
        self._icon.change(icon, "on_accent" if is_on else "secondary")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._scope_icon)
        row.addWidget(self.scope, 1)
        row.addWidget(self.everything)
        row.addWidget(self.compare)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 8, 8)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addLayout(row)
