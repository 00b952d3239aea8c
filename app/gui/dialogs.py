"""Small dialogs: yes or no, a password, an error, why it did not start, the keys. None blocks."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.gui.parts import Button, Text
from app.gui.settings.settings_page import SettingsPage
from app.gui.wording import clean

_LINE = 19
"""Height of a line of text of usual size, for which widths are given."""
_EDGE = 40


class PlainDialog(QDialog):
    """A dialog with a title, a body and buttons at its lower right. Gone when it is closed."""

    def __init__(self, parent: QWidget | None, title: str, width: int = 460) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        scale = self.fontMetrics().height() / _LINE
        room = self.screen().availableGeometry().width() - _EDGE
        self.setMinimumWidth(min(round(width * max(scale, 1.0)), room))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(26, 24, 26, 20)
        self._column.setSpacing(12)
        self._column.addWidget(Text(title, "headline", wraps=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._column.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._column.addSpacing(6)
        self._column.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt gives a dialog two thirds of the screen at most, which cuts wrapped texts off."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as high as what is in it needs at this width, if the screen has room for it."""
        self._column.activate()
        room = self.screen().availableGeometry().height() - _EDGE
        wanted = max(self.heightForWidth(self.width()), self.sizeHint().height())
        self.resize(self.width(), min(max(self.height(), wanted), room))

    def add_button(self, label: str, role: str = "plain") -> Button:
        button = Button(label, role=role)
        button.setAutoDefault(role == "primary")
        button.setDefault(role == "primary")
        self._buttons.addWidget(button)
        return button


class Confirmation(PlainDialog):
    """Asks before something is done; `agreed` when it should be."""

    agreed = Signal()

    def __init__(
        self, parent: QWidget | None, title: str, text: str, yes: str, no: str = ""
    ) -> None:
        super().__init__(parent, title)
        self.body.addWidget(Text(text, "secondary", wraps=True))
        refuse = self.add_button(no or self.tr("Cancel"))
        refuse.clicked.connect(self.reject)
        self.agree = self.add_button(yes, "primary")
        self.agree.clicked.connect(self._agree)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


class PasswordDialog(PlainDialog):
    """Asks for the password of one document."""

    password_given = Signal(str)

    def __init__(self, parent: QWidget, document_name: str) -> None:
        super().__init__(parent, self.tr("Password needed"))
        self.body.addWidget(Text(document_name, "strong", wraps=True))
        note = self.tr("The password is used to read this document now, and is not stored.")
        self.body.addWidget(Text(note, "secondary", wraps=True))
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(self.tr("Password of the document"))
        self.body.addWidget(self.edit)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.give = self.add_button(self.tr("Read document"), "primary")
        self.give.clicked.connect(self._give)

    def _give(self) -> None:
        password = self.edit.text()
        self.edit.clear()
        if password:
            self.accept()
            self.password_given.emit(password)


class ErrorDialog(PlainDialog):
    """An error nobody foresaw, with details that can be copied. They hold no document text."""

    def __init__(self, parent: QWidget, message: str, details: str) -> None:
        super().__init__(parent, self.tr("Something unexpected went wrong"), 600)
        hint = self.tr(
            "Your own files were not touched. You can go on working; if it happens again, "
            "copy the details and send them to whoever looks after Strongroom for you."
        )
        self.body.addWidget(Text(message, wraps=True))
        self.body.addWidget(Text(hint, "secondary", wraps=True))
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setPlainText(clean(details))
        self.details.setAccessibleName(self.tr("Details of the error"))
        self.details.setMinimumHeight(180)
        self.body.addWidget(self.details)
        self._copy = self.add_button(self.tr("Copy details"))
        self._copy.clicked.connect(self._copy_details)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self._copy.show_label(self.tr("Copied"))
        QTimer.singleShot(1600, self, lambda: self._copy.show_label(self.tr("Copy details")))


class KeysDialog(PlainDialog):
    """The keys of the window."""

    def __init__(self, parent: QWidget, keys: list[tuple[str, str]]) -> None:
        super().__init__(parent, self.tr("Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for row, (what, key) in enumerate(keys):
            grid.addWidget(Text(what, wraps=True), row, 0)
            grid.addWidget(Text(key, "key"), row, 1, Qt.AlignmentFlag.AlignRight)
        page = SettingsPage(self.tr("Keys"))
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setProperty("role", "reading")
        page.setAccessibleName(self.tr("Keys"))
        page.column.addLayout(grid)
        self.body.addWidget(page, 1)
        self.resize(self.width(), 620)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)


class NotStartedDialog(PlainDialog):
    """Why Strongroom did not start. `waiver_wanted`: to let it start without its lock."""

    waiver_wanted = Signal()

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(None, self.tr("The lock cannot be set"), 540)
        self.body.addWidget(Text(message, wraps=True))
        self._hint = Text(hint, "secondary", wraps=True)
        self.body.addWidget(self._hint)
        consequence = self.tr(
            "Without the lock the operating system does not keep Strongroom from networks: only "
            "Strongroom itself does. It says so in red for as long as it runs like that."
        )
        self._consequence = Text(consequence, "note", wraps=True)
        self.body.addWidget(self._consequence)
        self._waive = self.add_button(self.tr("Allow it without the lock"))
        self._waive.clicked.connect(self.waiver_wanted)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def show_outcome(self, words: str) -> None:
        """Say what came of the waiver, in place of the offer."""
        self._waive.hide()
        self._consequence.hide()
        self._hint.setText(words)
        self._column.activate()
        self.resize(self.width(), self.heightForWidth(self.width()))
