"""The conversations there are: searched, opened, renamed, exported, deleted, kept or not."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.core.events import DossierProgress
from app.core.types import Chat
from app.engine.messages import (
    Chats,
    DeleteAllChats,
    ExportChat,
    Exported,
    GetChats,
    KeepChats,
    RenameChat,
    SearchChats,
)
from app.gui import wording
from app.gui.conversation.asking_session import AskingSession
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.history_dialogs import ExportDialog, RenameDialog
from app.gui.dialogs import Confirmation
from app.gui.engine_link import EngineLink, Exchange
from app.gui.file_chooser import FileChooser

_ENDINGS = (".pdf", ".docx", ".html", ".md")


class HistorySession(QObject):
    """Follows what the user wants done in the list of conversations, and with the open one."""

    failed = Signal(object)

    def __init__(
        self,
        link: EngineLink,
        window: QWidget,
        conversation: ConversationPanel,
        asking: AskingSession,
        chooser: FileChooser,
    ) -> None:
        super().__init__()
        self._link, self._window, self._chooser = link, window, chooser
        self._conversation, self._asking = conversation, asking
        self._panel = conversation.history
        self._searching: Exchange | None = None
        self._connect()

    def open(self) -> None:
        """Show the list, with all conversations."""
        self._panel.search.clear()
        self.refresh()
        self._conversation.show_history()
        self._panel.take_focus()

    def close(self) -> None:
        """Go back to the open conversation."""
        if self._conversation.hide_history():
            self._conversation.question.take_focus()

    def refresh(self) -> None:
        """Ask for the list anew, for the words that are searched for."""
        words = self._panel.words
        self._searching = exchange = self._link.send(SearchChats(words) if words else GetChats())
        exchange.finished.connect(lambda chats: self._show(exchange, chats))
        exchange.failed.connect(self.failed)

    def rename_chosen(self) -> None:
        """Rename the conversation that is chosen in the list, or else the open one."""
        if (number := self._chosen()) is not None:
            self.rename(number)

    def rename(self, number: int) -> None:
        dialog = RenameDialog(self._window, self._title(number))
        dialog.name_given.connect(lambda title: self._rename(number, title))
        dialog.open()

    def export_chosen(self) -> None:
        """Export it likewise."""
        if (number := self._chosen()) is not None:
            self.export(number)

    def export(self, number: int) -> None:
        dialog = ExportDialog(self._window)
        dialog.format_chosen.connect(lambda ending: self._choose_file(number, ending))
        dialog.open()

    # Inside

    def _connect(self) -> None:
        panel = self._panel
        panel.search_wanted.connect(lambda _words: self.refresh())
        panel.chat_opened.connect(self._open_chat)
        panel.rename_wanted.connect(self.rename)
        panel.export_wanted.connect(self.export)
        panel.deletion_wanted.connect(self._conversation.chat_deletion_wanted)
        panel.all_deletion_wanted.connect(self._confirm_deleting_all)
        panel.keeping_chosen.connect(self._keep)
        panel.closed.connect(self.close)
        self._conversation.history_wanted.connect(self.open)
        self._conversation.rename_wanted.connect(self.rename)
        self._conversation.export_wanted.connect(self.export)
        self._asking.chats_changed.connect(self._follow_changes)

    def _show(self, exchange: Exchange, chats: Chats) -> None:
        if exchange is self._searching:
            self._panel.show_chats(chats.chats, chats.keeps)

    def _follow_changes(self) -> None:
        if self._conversation.shows_history:
            self.refresh()

    def _open_chat(self, number: int) -> None:
        self._conversation.hide_history()
        self._asking.open_chat(number)
        self._conversation.question.take_focus()

    def _chosen(self) -> int | None:
        if not self._conversation.shows_history:
            return self._asking.chat
        chosen = self._panel.chosen()
        return chosen.id if chosen else None

    def _title(self, number: int) -> str:
        known: tuple[Chat, ...] = self._asking.chats
        return next((wording.clean_line(c.title) for c in known if c.id == number), "")

    def _rename(self, number: int, title: str) -> None:
        exchange = self._link.send(RenameChat(number, title))
        exchange.finished.connect(lambda _done: self._asking.start())
        exchange.failed.connect(self.failed)

    def _keep(self, keeps: bool) -> None:
        exchange = self._link.send(KeepChats(keeps))
        exchange.finished.connect(lambda _chats: self.refresh())
        exchange.failed.connect(self.failed)

    def _confirm_deleting_all(self) -> None:
        text = self.tr("All their questions and answers are forgotten for good.")
        title = self.tr("Delete all conversations?")
        dialog = Confirmation(self._window, title, text, self.tr("Delete all"))
        dialog.agreed.connect(self._delete_all)
        dialog.open()

    def _delete_all(self) -> None:
        self._asking.begin_chat()
        exchange = self._link.send(DeleteAllChats())
        exchange.finished.connect(lambda _done: self._asking.start())
        exchange.failed.connect(self.failed)

    # Dossiers

    def _choose_file(self, number: int, ending: str) -> None:
        name = " ".join(re.sub(r"[^\w,.-]+", " ", self._title(number)).split())[:60].strip(" .")
        proposed = f"{name or self.tr('Conversation')}{ending}"

        def write(path: str) -> None:
            if Path(path).suffix.lower() in _ENDINGS:
                self._export(number, path)
            elif Path(f"{path}{ending}").exists():
                self._conversation.notice.tell(
                    self.tr("A file of that name is there already."),
                    self.tr("Export again, and give the file another name."),
                )
            else:
                self._export(number, f"{path}{ending}")

        self._chooser.choose_new_file(self._window, self.tr("Export a dossier"), proposed, write)

    def _export(self, number: int, path: str) -> None:
        self._conversation.notice.tell(self.tr("Making the dossier…"), look="good")
        exchange = self._link.send(ExportChat(number, path, self._asking.shows_unsupported))
        exchange.told.connect(self._show_progress)
        exchange.finished.connect(self._show_exported)
        exchange.failed.connect(self._fail)

    def _show_progress(self, event: object) -> None:
        if isinstance(event, DossierProgress):
            done = self.tr("{done} of {questions}").format(
                done=event.done, questions=wording.questions(event.total)
            )
            self._conversation.notice.tell(self.tr("Making the dossier…"), done, "good")

    def _show_exported(self, exported: Exported) -> None:
        name = wording.clean_line(Path(exported.path).name)
        message = self.tr("The dossier is written: {name}").format(name=name)
        if exported.lost:
            one = self.tr("%n of %1 files is gone or has changed since. The dossier says which.")
            many = self.tr("%n of %1 files are gone or have changed since. The dossier says which.")
            hint = wording.counted(exported.lost, one, many)
            hint = hint.replace("%1", wording.number(exported.sources))
            self._conversation.notice.tell(message, hint, "warning")
        else:
            hint = self.tr("All files that it cites are still as they were read.")
            self._conversation.notice.tell(message, hint if exported.sources else "", "good")

    def _fail(self, failure: object) -> None:
        self._conversation.notice.hide()
        self.failed.emit(failure)
