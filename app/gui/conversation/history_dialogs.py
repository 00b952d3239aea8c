"""Dialogs about one conversation: another name, and which kind of dossier. None blocks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.gui.dialogs import PlainDialog
from app.gui.parts import ClickableCard, Text


class RenameDialog(PlainDialog):
    """Asks for another name; `name_given` when there is one."""

    name_given = Signal(str)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, self.tr("Rename the conversation"))
        self.edit = QLineEdit(title)
        self.edit.setMaxLength(200)
        self.edit.setAccessibleName(self.tr("Name of the conversation"))
        self.edit.selectAll()
        self.body.addWidget(self.edit)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.agree = self.add_button(self.tr("Rename"), "primary")
        self.agree.clicked.connect(self._give)
        self.edit.textChanged.connect(lambda text: self.agree.setEnabled(bool(text.strip())))
        self.edit.setFocus()

    def _give(self) -> None:
        self.accept()
        self.name_given.emit(self.edit.text())


class ExportDialog(PlainDialog):
    """Offers the formats; `format_chosen` tells the end of a file's name, such as `.pdf`."""

    format_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Export a dossier"), 520)
        note = self.tr(
            "It has every question and answer, the lines that were quoted, pictures of their "
            "pages, and the SHA-256 of each file, so that somebody else can check it."
        )
        self.body.addWidget(Text(note, "secondary", wraps=True))
        for ending, name, what in (
            (".pdf", self.tr("PDF"), self.tr("One file to print, file or hand on.")),
            (".docx", self.tr("Word"), self.tr("One file to work on further.")),
            (".html", self.tr("HTML"), self.tr("One file for any browser; it loads nothing.")),
            (".md", self.tr("Markdown"), self.tr("Plain text, with a folder of pictures.")),
        ):
            self.body.addWidget(self._card(ending, name, what))
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)

    def _card(self, ending: str, name: str, what: str) -> ClickableCard:
        card = ClickableCard(f"{name}: {what}")
        card.setObjectName(ending)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 9, 14, 9)
        inside.setSpacing(1)
        inside.addWidget(Text(name, "strong"))
        inside.addWidget(Text(what, "small"))
        card.chosen.connect(lambda: self._choose(ending))
        return card

    def _choose(self, ending: str) -> None:
        self.accept()
        self.format_chosen.emit(ending)
