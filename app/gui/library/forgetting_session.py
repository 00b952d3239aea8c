"""Forgetting in the window: asks first, sends it to the engine, shows and saves the receipt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app import __version__
from app.core.errors import KnownError
from app.core.forgetting.receipt import Receipt, as_text
from app.engine.messages import ForgetEverything, Forgotten, GetQuotes, Quoted, RemoveDocuments
from app.gui.engine_link import EngineLink
from app.gui.file_chooser import FileChooser
from app.gui.library.forgetting_dialogs import EverythingDialog, ReceiptDialog, RemovalDialog
from app.gui.library.indexing_session import IndexingSession
from app.system.saving import save_files


class ForgettingSession(QObject):
    """`forgotten` when documents are gone: `True` when conversations lost something, too."""

    forgotten = Signal(bool)

    def __init__(
        self, link: EngineLink, window: QWidget, indexing: IndexingSession, vault: str
    ) -> None:
        super().__init__()
        self._link, self._window, self._indexing = link, window, indexing
        self._vault = vault
        self._chooser = FileChooser()
        self._dialog: RemovalDialog | None = None
        indexing.forgotten.connect(self._show)

    def confirm_removal(self, numbers: list[int]) -> None:
        """Ask whether documents are to be forgotten, and what quotes them with them."""
        documents = tuple(numbers)
        self._dialog = dialog = RemovalDialog(self._window, len(documents))
        dialog.agreed.connect(lambda too: self._indexing.do(RemoveDocuments(documents, too)))
        exchange = self._link.send(GetQuotes(documents))
        exchange.finished.connect(lambda found: self._ask_about(found, dialog))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def confirm_everything(self, parent: QWidget) -> None:
        """Ask whether the whole library is to be forgotten."""
        dialog = EverythingDialog(parent, self._vault)
        dialog.agreed.connect(lambda: self._indexing.do(ForgetEverything()))
        dialog.open()

    def _ask_about(self, found: Quoted, dialog: RemovalDialog) -> None:
        if dialog is self._dialog:
            dialog.show_quotes(found.quotes)

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _show(self, done: Forgotten) -> None:
        receipt = done.receipt
        self.forgotten.emit(bool(receipt.taken) or receipt.everything)
        dialog = ReceiptDialog(self._window, receipt)
        dialog.saving_wanted.connect(lambda names: self._choose_file(dialog, receipt, names))
        dialog.open()

    def _choose_file(self, dialog: ReceiptDialog, receipt: Receipt, names: bool) -> None:
        def save(path: str) -> None:
            try:
                save_files(Path(path), {"": as_text(receipt, names, __version__).encode()})
            except KnownError as error:
                dialog.notice.tell(error.message, error.hint, "danger")
            else:
                dialog.notice.tell(self.tr("The receipt is saved."), look="good")

        title = self.tr("Save the receipt")
        self._chooser.choose_new_file(dialog, title, "strongroom-receipt.md", save)
