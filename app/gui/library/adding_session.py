"""Asks what is to be added to the library, and for what is needed to read it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.engine.messages import GivePassword
from app.gui import wording
from app.gui.dialogs import Confirmation, PasswordDialog
from app.gui.drops import Dropped, sort_paths
from app.gui.file_chooser import FileChooser
from app.gui.library.indexing_session import IndexingSession
from app.gui.library.library_model import LibraryModel


class AddingSession(QObject):
    """Hands what was chosen to `add`; what is about documents that are there, to `indexing`."""

    def __init__(
        self,
        window: QWidget,
        indexing: IndexingSession,
        model: LibraryModel,
        add: Callable[[Dropped], None],
    ) -> None:
        super().__init__(window)
        self._window, self._indexing, self._model, self._add = window, indexing, model, add
        self.chooser = FileChooser()

    def choose_folder(self) -> None:
        title = self.tr("Add a folder")
        add = self._add
        self.chooser.choose_folder(self._window, title, lambda path: add(sort_paths([path])))

    def choose_files(self) -> None:
        title = self.tr("Add documents")
        add = self._add
        kinds = f"{wording.document_files()};;{self.tr('All files (*)')}"
        self.chooser.choose_files(self._window, title, kinds, lambda paths: add(sort_paths(paths)))

    def ask_password(self, number: int) -> None:
        """For a locked document."""
        document = self._model.document(number)
        if document is None:
            return
        dialog = PasswordDialog(self._window, document.name)
        give = self._indexing.do
        dialog.password_given.connect(lambda password: give(GivePassword(number, password)))
        dialog.open()

    def confirm_going_on(self, unfinished: int) -> None:
        """A library brought on a stick could list files of this computer, and carry them off."""
        text = self.tr(
            "They are files of this computer that the library names. Read them into it only if "
            "the library is your own."
        )
        title = self.tr("Go on with {documents} that this library has not finished?").format(
            documents=wording.documents(unfinished)
        )
        dialog = Confirmation(self._window, title, text, self.tr("Go on"), self.tr("Not now"))
        dialog.agreed.connect(self._indexing.go_on)
        dialog.open()
