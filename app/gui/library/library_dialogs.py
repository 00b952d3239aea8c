"""Dialogs about the library: where a folder is, and what of the documents cannot be asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.types import Gap
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.library.coverage import Cover, CoverageBar
from app.gui.parts import Button, Text


class PlaceDialog(PlainDialog):
    """Where a folder is, for when no file manager could be asked to show it."""

    def __init__(self, parent: QWidget, folder: str, name: str) -> None:
        super().__init__(parent, self.tr("Show in folder"), 520)
        if name:
            self.body.addWidget(Text(name, "strong", wraps=True))
        place = Text(folder, "path", wraps=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setAccessibleName(self.tr("Folder"))
        self.body.addWidget(place)
        note = self.tr(
            "No file manager could be asked to show it. Copy the folder's path, and paste it into "
            "the address bar of yours."
        )
        self.body.addWidget(Text(note, "secondary", wraps=True))
        self._folder = folder
        self.add_button(self.tr("Close")).clicked.connect(self.reject)
        self.copy = self.add_button(self.tr("Copy path"), "primary")
        self.copy.clicked.connect(self._copy)
        self.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._folder)
        self.copy.show_label(self.tr("Copied"))
        QTimer.singleShot(1600, self, lambda: self.copy.show_label(self.tr("Copy path")))


class CoverageDialog(PlainDialog):
    """What of the library can be asked, and what not and why."""

    without_text_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, parent: QWidget, cover: Cover) -> None:
        super().__init__(parent, self.tr("What can be asked"), 520)
        bar = CoverageBar()
        bar.show_cover(cover)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.unsetCursor()
        self.body.addWidget(bar)
        self._cover = cover
        read = self.tr("{pages} can be asked.").format(pages=wording.pages(cover.pages_read))
        self.body.addWidget(Text(read, "strong", wraps=True))
        self.close_button = self.add_button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)

    def show_gaps(self, gaps: Sequence[Gap]) -> None:
        """The pages without text, by the reason; then documents of which nothing was read."""
        for gap in gaps:
            self._add(self._told(gap), self.without_text_wanted)
        cover = self._cover
        if cover.unread:
            words = self.tr("{documents} could not be read.")
            told = words.format(documents=wording.documents(cover.unread))
            self._add(told, self.problems_wanted)
        if cover.waiting:
            words = self.tr("{documents} wait to be read.")
            told = words.format(documents=wording.documents(cover.waiting))
            self.body.addWidget(Text(told, "secondary", wraps=True))
        if cover.is_whole:
            note = self.tr("Everything that was found could be read.")
            self.body.addWidget(Text(note, "secondary", wraps=True))

    def _told(self, gap: Gap) -> str:
        count = wording.pages(gap.pages)
        of = wording.documents(gap.documents)
        if "picture" in gap.reason:
            words = self.tr("{pages} of {documents} are only pictures, as scans are.")
        else:
            words = self.tr("{pages} of {documents} hold no text.")
        return words.format(pages=count, documents=of)

    def _add(self, told: str, wanted: SignalInstance) -> None:
        row = QHBoxLayout()
        row.addWidget(Text(told, "secondary", wraps=True), 1)
        show = Button(self.tr("Show"), role="link", hint=self.tr("Show these documents"))
        show.clicked.connect(wanted)
        show.clicked.connect(self.accept)
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
