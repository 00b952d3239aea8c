"""Dialogs about forgetting: what goes with documents, a whole library, and the receipt."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.core.forgetting.receipt import Quotes, Receipt, also_told, exact, verification_told
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.parts import Notice, Text
from app.gui.settings.settings_page import SettingsPage


class RemovalDialog(PlainDialog):
    """Asks before documents are forgotten; `agreed` tells whether what quotes them goes too."""

    agreed = Signal(bool)

    def __init__(self, parent: QWidget, count: int) -> None:
        title = self.tr("Remove {documents} from the library?")
        super().__init__(parent, title.format(documents=wording.documents(count)), 500)
        text = self.tr(
            "Strongroom forgets what it read from them, for good. The files stay where they are."
        )
        self.body.addWidget(Text(text, "secondary", wraps=True))
        self._quoted = Text(role="body", wraps=True)
        self.goes_too = QCheckBox(self.tr("Delete these answers and examples too"))
        self.goes_too.setAccessibleName(self.goes_too.text())
        for widget in (self._quoted, self.goes_too):
            widget.hide()
            self.body.addWidget(widget)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.agree = self.add_button(self.tr("Remove"), "primary")
        self.agree.clicked.connect(self._agree)

    def show_quotes(self, quotes: Quotes) -> None:
        """Ask what is to become of what quotes them."""
        text = self.tr("What quotes them is kept unless you say otherwise: {what}.")
        self._quoted.setText(text.format(what=quotes_told(quotes)))
        self._quoted.setVisible(bool(quotes))
        self.goes_too.setVisible(bool(quotes))
        self._column.activate()
        self.resize(self.width(), self.heightForWidth(self.width()))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self.goes_too.isChecked())


def quotes_told(quotes: Quotes) -> str:
    """What holds something of documents, each kind that there is counted."""
    tr = wording.translate
    answers = tr("Quotes", "%n answer rests on them"), tr("Quotes", "%n answers rest on them")
    lists = (
        tr("Quotes", "%n answer shows passages of them"),
        tr("Quotes", "%n answers show passages of them"),
    )
    examples = tr("Quotes", "%n example quotes them"), tr("Quotes", "%n examples quote them")
    kinds = ((quotes.answers, answers), (quotes.lists, lists), (quotes.examples, examples))
    return ", ".join(wording.counted(count, *forms) for count, forms in kinds if count)


class EverythingDialog(PlainDialog):
    """Asks before a whole library is forgotten: the name of its folder must be typed."""

    agreed = Signal()

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, self.tr("Forget everything in this library?"), 520)
        text = self.tr(
            "All that was read, all vectors and all conversations are erased, for good. "
            "Your own files stay where they are; copies that came with an imported library go."
        )
        self.body.addWidget(Text(text, "secondary", wraps=True))
        asked = self.tr("To go on, type the name of its folder: {name}").format(name=name)
        self.body.addWidget(Text(asked, wraps=True))
        self.edit = QLineEdit()
        self.edit.setAccessibleName(asked)
        self.body.addWidget(self.edit)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.agree = self.add_button(self.tr("Forget everything"), "primary")
        self.agree.setEnabled(False)
        self.edit.textChanged.connect(
            lambda typed: self.agree.setEnabled(typed.strip().lower() == name.lower())
        )
        self.agree.clicked.connect(self._agree)
        self.edit.setFocus()

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


class ReceiptDialog(PlainDialog):
    """Tells what was forgotten, when and how that was verified; `saving_wanted` as a file."""

    saving_wanted = Signal(bool)
    """Whether it is to name the documents."""

    def __init__(self, parent: QWidget, receipt: Receipt) -> None:
        is_clean = bool(receipt.files_clean)
        title = self.tr("Forgotten") if is_clean else self.tr("Forgotten, but not clean yet")
        super().__init__(parent, title, 560)
        page = SettingsPage(title)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setProperty("role", "reading")
        page.setAccessibleName(title)
        page.column.addWidget(Text("\n\n".join(self._told(receipt)), "secondary", wraps=True))
        page.finish()
        page.setMinimumHeight(180)
        self.body.addWidget(page, 1)
        self.names = QCheckBox(self.tr("Name the documents in the receipt"))
        self.names.setAccessibleName(self.names.text())
        self.names.setChecked(True)
        self.body.addWidget(self.names)
        self.notice = Notice()
        self.body.addWidget(self.notice)
        save = self.add_button(self.tr("Save receipt…"))
        save.clicked.connect(lambda: self.saving_wanted.emit(self.names.isChecked()))
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
        self.resize(600, 480)

    def _told(self, receipt: Receipt) -> list[str]:
        lines = [
            self.tr("{documents}, {pages}, out of every answer since {time}.").format(
                documents=wording.documents(len(receipt.documents)),
                pages=wording.pages(receipt.pages),
                time=exact(receipt.left_answers),
            )
        ]
        if receipt.files_clean:
            clean = self.tr("The files are clean since {time}.")
            lines.append(clean.format(time=exact(receipt.files_clean)))
        return [*lines, *also_told(receipt), *verification_told(receipt)]
