"""Asks which pages of a document are to be saved, and says what that has to do with printing."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.parts import Button, Text

_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:[-\u2010-\u2015]\s*(\d{1,6})\s*)?")


class SavingDialog(PlainDialog):
    """`pages_chosen` carries the first and the last page."""

    pages_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None, page: int, count: int) -> None:
        super().__init__(parent, self.tr("Save pages to print or send"), 480)
        self._count = count
        text = self.tr(
            "Strongroom does not speak to printers: a printing system passes pages on to programs "
            "that have a network. It saves pictures of the pages as a PDF where you say; print "
            "that with your PDF program. It holds what you see, and nothing hidden."
        )
        self.body.addWidget(Text(text, "secondary", wraps=True))
        self.edit = QLineEdit(str(page))
        self.edit.setAccessibleName(self.tr("Pages to save"))
        self.edit.setToolTip(wording.tooltip(self.tr("One page, as 7, or several, as 3-9")))
        self.edit.textChanged.connect(self._check)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text(self.tr("Pages")))
        row.addWidget(self.edit, 1)
        self._offer(row, self.tr("This page"), str(page))
        self._offer(row, self.tr("All pages"), f"1-{count}")
        self.body.addLayout(row)
        self.note = Text("", "small")
        self.body.addWidget(self.note)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Choose a place…"), "primary")
        self.save.clicked.connect(self._choose)
        self.edit.setFocus()
        self.edit.selectAll()
        self._check()

    @property
    def chosen(self) -> range:
        """The pages that are meant; empty when it cannot be told."""
        found = _RANGE.fullmatch(self.edit.text())
        if not found:
            return range(0)
        first, last = int(found[1]), int(found[2] or found[1])
        return range(first, last + 1) if 1 <= first <= last <= self._count else range(0)

    def _offer(self, row: QHBoxLayout, label: str, pages: str) -> None:
        button = Button(label, role="link")
        button.clicked.connect(lambda: self.edit.setText(pages))
        row.addWidget(button)

    def _check(self) -> None:
        pages = self.chosen
        self.save.setEnabled(bool(pages))
        hint = self.tr("Write one page, as 7, or several, as 3-9. There are {pages}.")
        told = wording.pages(len(pages)) if pages else hint.format(pages=wording.pages(self._count))
        self.note.setText(told)

    def _choose(self) -> None:
        pages = self.chosen
        if pages:
            self.accept()
            self.pages_chosen.emit(pages.start, pages.stop - 1)
