"""Several libraries: which there are, and the way from one to another. Opens none itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.dialogs import Confirmation, PlainDialog
from app.gui.file_chooser import FileChooser
from app.gui.parts import ClickableCard, ElidedText, IconButton, Text, empty
from app.gui.preferences import Preferences
from app.system.paths import Paths

_MOST = 8
_NEW = "Strongroom"
"""The folder of a new library, where the chosen one has other things in it."""


class VaultsDialog(PlainDialog):
    """The libraries that were opened lately; tells which one is wanted."""

    chosen = Signal(str)
    folder_wanted = Signal()
    leaving_out_wanted = Signal(str)

    def __init__(self, parent: QWidget, open_now: Path, usual: Path) -> None:
        super().__init__(parent, self.tr("Libraries"), 560)
        self._open_now, self._usual = open_now, usual
        note = self.tr(
            "Each library has documents and conversations of its own. "
            "What goes on in the one that is open is ended in good order."
        )
        self.body.addWidget(Text(note, "secondary", wraps=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.body.addLayout(self._list)
        other = self.add_button(self.tr("Open or make another…"))
        hint = self.tr(
            "A folder that holds a library is opened; in another one a new library is made."
        )
        other.setToolTip(wording.tooltip(hint))
        other.clicked.connect(self.folder_wanted)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)

    def show_vaults(self, vaults: Sequence[Path]) -> None:
        empty(self._list)
        for vault in vaults:
            self._list.addWidget(self._row(vault))
        self.fit()

    def _row(self, vault: Path) -> QWidget:
        is_open = vault == self._open_now
        name = self.tr("Usual library") if vault == self._usual else vault.name
        card = ClickableCard(f"{wording.clean_line(name)}, {wording.clean_line(str(vault))}")
        card.setToolTip(wording.tooltip(self.tr("Open this library")))
        card.setEnabled(not is_open)
        card.chosen.connect(lambda: self.chosen.emit(str(vault)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedText(name, "strong"))
        words.addWidget(ElidedText(str(vault), "small"))
        row = QHBoxLayout(card)
        row.setContentsMargins(14, 9, 10, 9)
        row.addLayout(words, 1)
        if is_open:
            row.addWidget(Text(self.tr("Open now"), "badge"), 0, Qt.AlignmentFlag.AlignVCenter)
        elif vault != self._usual:
            leave = IconButton("close", self.tr("Take it off this list; nothing is deleted"))
            leave.clicked.connect(lambda: self.leaving_out_wanted.emit(str(vault)))
            row.addWidget(leave)
        return card


class VaultsSession(QObject):
    """`wanted`: the folder of the library that is to be opened in place of this one."""

    wanted = Signal(object)
    changed = Signal()
    """The list in the preferences is another one."""

    def __init__(self, window: QWidget, paths: Paths, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._vault, self._usual = paths.vault, paths.home / "vault"
        self._chooser = FileChooser()
        self.dialog: VaultsDialog | None = None
        if self._vault != self._usual:
            others = [path for path in preferences.vaults if path != str(self._vault)]
            preferences.vaults = [str(self._vault), *others][:_MOST]

    def open(self) -> None:
        """Show the libraries there are."""
        self.dialog = dialog = VaultsDialog(self._window, self._vault, self._usual)
        dialog.chosen.connect(lambda path: self._choose(Path(path)))
        dialog.folder_wanted.connect(self._choose_folder)
        dialog.leaving_out_wanted.connect(self._leave_out)
        dialog.finished.connect(self._forget_dialog)
        dialog.show_vaults(self.known())
        dialog.open()

    def known(self) -> list[Path]:
        """The usual one, and those opened lately that are still there."""
        recent = [Path(p) for p in self._preferences.vaults if isinstance(p, str)]
        there = [p for p in recent if p == self._vault or (p / "catalog.sqlite3").exists()]
        return list(dict.fromkeys([self._usual, *there]))

    def choose(self, folder: str) -> None:
        """Open the library in a folder, or make one there if the user agrees."""
        vault = Path(folder)
        if (vault / "catalog.sqlite3").exists() or vault == self._usual:
            self._choose(vault)
            return
        if any(vault.iterdir()):
            vault = vault / _NEW
        title = self.tr("Make a new library here?")
        dialog = Confirmation(
            self.dialog or self._window, title, wording.clean_line(str(vault)),
            self.tr("Make library"),
        )  # fmt: skip
        dialog.agreed.connect(lambda: self._choose(vault))
        dialog.open()

    def _choose(self, vault: Path) -> None:
        if self.dialog:
            self.dialog.accept()
        if vault != self._vault:
            self.wanted.emit(vault)

    def _choose_folder(self) -> None:
        title = self.tr("Open or make a library")
        self._chooser.choose_folder(self.dialog, title, self.choose)

    def _leave_out(self, path: str) -> None:
        self._preferences.vaults = [p for p in self._preferences.vaults if p != path]
        self.changed.emit()
        if self.dialog:
            self.dialog.show_vaults(self.known())

    def _forget_dialog(self) -> None:
        self.dialog = None
