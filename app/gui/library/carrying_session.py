"""Carrying a library in the window: asks what and where, has it done, and tells what came of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.engine.messages import ImportLibrary, Library, LibraryCarried, NameKey, Signer
from app.gui import wording
from app.gui.dialogs import Confirmation
from app.gui.drops import LIBRARY_SUFFIX, is_library
from app.gui.engine_link import EngineLink
from app.gui.file_chooser import FileChooser
from app.gui.library.carrying_dialogs import CarriedDialog, ExportDialog
from app.gui.library.indexing_session import IndexingSession
from app.gui.settings.settings_session import SettingsSession


class CarryingSession(QObject):
    """Work goes into the queue of `indexing`. `imported`: there are other conversations now."""

    imported = Signal()

    def __init__(
        self, link: EngineLink, window: QWidget, settings: SettingsSession,
        indexing: IndexingSession,
    ) -> None:  # fmt: skip
        super().__init__()
        self._link, self._window, self._indexing = link, window, indexing
        self._settings = settings
        self._chooser = FileChooser()
        self._is_empty = True
        settings.export_wanted.connect(self.ask_what)
        settings.import_wanted.connect(self.choose_file)
        indexing.library_loaded.connect(self._note)
        indexing.carried.connect(self._tell)

    def ask_what(self) -> None:
        """Export the library, with what the user decides."""
        dialog = ExportDialog(self._window)
        dialog.key_wanted.connect(lambda: self._choose_key(dialog))
        dialog.place_wanted.connect(lambda: self._choose_place(dialog))
        dialog.open()

    def choose_file(self) -> None:
        """Import a library, from a file that the user chooses."""
        if not self._is_empty:
            self._refuse()
            return
        title = self.tr("Import a library")
        kinds = self.tr("Exported libraries") + f" (*{LIBRARY_SUFFIX})"
        self._chooser.choose_file(self._window, title, kinds, self.take_in)

    def take_in(self, path: str) -> None:
        """Import a library, if there is none yet."""
        if self._is_empty:
            self._indexing.do(ImportLibrary(path))
        else:
            self._refuse()

    def _refuse(self) -> None:
        text = self.tr(
            "A library is imported only where there is none, so that nothing is written over. "
            "Open another library and import it there, or forget everything in this one first "
            "(in the settings, under Privacy)."
        )
        title = self.tr("There is a library here already")
        dialog = Confirmation(
            self._window, title, text, self.tr("Open the settings"), self.tr("Close")
        )
        dialog.agreed.connect(self._settings.open)
        dialog.open()

    def _note(self, library: Library) -> None:
        self._is_empty = not library.documents and not library.sources

    # Export

    def _choose_key(self, dialog: ExportDialog) -> None:
        title, kinds = self.tr("Sign with the key in"), self.tr("All files (*)")
        self._chooser.choose_file(dialog, title, kinds, dialog.show_key)

    def _choose_place(self, dialog: ExportDialog) -> None:
        title, name = self.tr("Export the library as"), f"library{LIBRARY_SUFFIX}"
        self._chooser.choose_name(dialog, title, name, lambda path: self._export(dialog, path))

    def _export(self, dialog: ExportDialog, path: str) -> None:
        if not is_library(Path(path)):
            path += LIBRARY_SUFFIX
        if os.path.lexists(path):
            hint = self.tr("Choose another name: an exported library is never written over.")
            dialog.tell(self.tr("There is a file of that name already."), hint)
            return
        dialog.accept()
        self._indexing.do(dialog.wish(path))

    # What came of it

    def _tell(self, work: Any, done: LibraryCarried) -> None:
        is_import = isinstance(work, ImportLibrary)
        title = self.tr("The library is imported") if is_import else self.tr("Exported")
        dialog = CarriedDialog(self._window, title, done)
        dialog.add_signature(self._signed(done.signer, is_import))
        if is_import and done.signer and not done.signer.name:
            self._offer_name(dialog, done.signer)
        if done.lacks_vectors:
            dialog.offer_vectors()
            dialog.vectors_wanted.connect(lambda: self._indexing.add(()))
        dialog.finish()
        dialog.open()
        if is_import:
            self.imported.emit()

    def _signed(self, signer: Signer | None, is_import: bool) -> str:
        if signer is None:
            unsigned = self.tr("It is not signed: nobody vouches for it.")
            return unsigned if is_import else self.tr("It is not signed.")
        if not is_import:
            told = self.tr("Signed with the key {key}. Those who import it can compare that.")
        elif signer.name:
            told = self.tr("Signed by {key}, known as {name}.")
        elif signer.since:
            told = self.tr("Signed by {key}, seen here since {day}. It has no name yet.")
        else:
            told = self.tr(
                "Signed by {key}. This key is new here, and was remembered. Compare it with what "
                "the sender tells you; then give it a name, to know it again."
            )
        return told.format(key=signer.fingerprint, name=signer.name, day=wording.day(signer.since))

    def _offer_name(self, dialog: CarriedDialog, signer: Signer) -> None:
        def name_it(name: str) -> None:
            exchange = self._link.send(NameKey(signer.fingerprint, name))
            exchange.finished.connect(dialog.show_named)
            exchange.failed.connect(dialog.show_failure)

        dialog.offer_name(signer)
        dialog.name_given.connect(name_it)
