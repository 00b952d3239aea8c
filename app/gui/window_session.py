"""Connects the panes, the sessions and the dialogs. What a signal leads to begins here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication

from app.core.types import Answer, State
from app.engine.client import STOPPED
from app.engine.messages import EngineFailed, GetStatus, Library, Status
from app.gui import wording
from app.gui.appearance_session import AppearanceSession
from app.gui.conversation.asking_session import AskingSession
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.documents_session import DocumentsSession
from app.gui.conversation.exact_session import ExactSession
from app.gui.conversation.explaining_session import ExplainingSession
from app.gui.conversation.history_session import HistorySession
from app.gui.conversation.revising_session import RevisingSession
from app.gui.conversation.starting_session import StartingSession
from app.gui.dialogs import Confirmation, ErrorDialog, KeysDialog
from app.gui.drops import Dropped, sort_paths
from app.gui.engine_link import Client, EngineLink
from app.gui.evidence.evidence_panel import EvidencePanel
from app.gui.evidence.looking_session import LookingSession
from app.gui.evidence.places import Place
from app.gui.help_dialog import HelpDialog
from app.gui.languages import spoken
from app.gui.leaving import leave_in_order
from app.gui.library.adding_session import AddingSession
from app.gui.library.carrying_session import CarryingSession
from app.gui.library.following_session import FollowingSession
from app.gui.library.forgetting_session import ForgettingSession
from app.gui.library.indexing_session import IndexingSession
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_panel import LibraryPanel
from app.gui.library.library_session import LibrarySession
from app.gui.library.moving_session import MovingSession
from app.gui.library.resting_session import RestingSession
from app.gui.library.upkeep_session import UpkeepSession
from app.gui.library.vaults_session import VaultsSession
from app.gui.main_window import MainWindow
from app.gui.proof.lock_watch import Knowledge
from app.gui.proof.proof_session import ProofSession
from app.gui.settings.bringing_session import BringingSession
from app.gui.settings.settings_session import SettingsSession
from app.system.lockdown import Lockdown
from app.system.paths import Paths

_SOON, _LATER = 2_000, 10_000
"""Milliseconds until the engine is asked again how it is: while it loads, and afterwards."""


class WindowSession(QObject):
    """The window and all that keeps it going, from its start to its end."""

    vault_wanted = Signal(object)
    """The folder of another library, to be opened in place of this one."""

    def __init__(
        self, client: Client, paths: Paths, application: QApplication, lockdown: Lockdown
    ) -> None:
        super().__init__()
        self._paths, self._application = paths, application
        self.appearance = AppearanceSession(application, paths.home / "window.json")
        self.preferences = self.appearance.preferences
        self.link = EngineLink(client, self)
        self.model = LibraryModel(self)
        self.library = LibraryPanel(self.model)
        self.conversation = ConversationPanel()
        self.evidence = EvidencePanel()
        self.window = MainWindow(self.library, self.conversation, self.evidence)
        self.appearance.apply()
        is_own = paths.vault.is_relative_to(paths.home)
        self.indexing = IndexingSession(self.link, self.model, self.library.progress, is_own)
        self.following = FollowingSession(self.link, self.indexing, self.model, self.library)
        self.moving = MovingSession(self.link, self.indexing, self.model, self.library)
        name = wording.clean(paths.vault.name)
        self.forgetting = ForgettingSession(self.link, self.window, self.indexing, name)
        self.asking = AskingSession(self.link, self.conversation, self.evidence, self.model)
        self.documents = DocumentsSession(self.asking, self.model, self.conversation)
        self.revising = RevisingSession(self.asking, self.conversation)
        self.looking = LookingSession(self.link, self.window, self.evidence, self.asking)
        self.exact = ExactSession(self.link, self.model, self.conversation, self.looking)
        self.explaining = ExplainingSession(self.asking, self.conversation, self.appearance)
        self.starting = StartingSession(self.link, self.conversation, self.model, self.indexing)
        self.bringing = BringingSession(self.link, self.window, self.conversation.notice)
        self._make_dialogs(lockdown)
        self._told: EngineFailed | None = None
        self._told_read_only = False
        self._counting = QTimer(self, singleShot=True, interval=100)
        self._polling = QTimer(self, singleShot=True, interval=_SOON)
        self._connect_panes()
        self._connect_window()
        self._connect_settings()

    def _make_dialogs(self, lockdown: Lockdown) -> None:
        """What is opened over the panes."""
        paths, place = self._paths, wording.clean(str(self._paths.vault))
        self.settings = SettingsSession(self.link, self.window, self.preferences, place)
        self.vaults = VaultsSession(self.window, paths, self.preferences)
        self.upkeep = UpkeepSession(self.settings, self.indexing, self.window)
        self.carrying = CarryingSession(self.link, self.window, self.settings, self.indexing)
        self.proof = ProofSession(self.link, self.window, lockdown, paths.settings)
        self.asking.shows_unsupported = self.preferences.show_unsupported
        self.adding = AddingSession(self.window, self.indexing, self.model, self.add)
        self.history = HistorySession(
            self.link, self.window, self.conversation, self.asking, self.adding.chooser
        )

    def start(self) -> None:
        """Show the window, and ask the engine for everything there is to show."""
        self.window.restore(self.preferences)
        self.asking.shows_unsupported = self.preferences.show_unsupported
        vault, usual = self._paths.vault, self._paths.home / "vault"
        name = self.tr("Library") if vault == usual else vault.name
        self.library.show_vault(name, str(vault))
        self.conversation.show_start(False)
        self._show_scope()
        self.window.show()
        self.conversation.question.take_focus()
        self.proof.learn()
        self.poll()
        self.indexing.start()
        self.asking.start()

    def end(self) -> None:
        """Close the window without asking, and listen to the engine no more."""
        self._polling.stop()
        self._counting.stop()
        self.link.close()
        self.window.allow_closing()

    def add(self, dropped: Dropped) -> None:
        """Take in a library, add documents to it, and import models."""
        for library in dropped.libraries:
            self.carrying.take_in(library)
        if dropped.documents:
            self.indexing.add(dropped.documents)
            self.starting.show_waiting()
        if dropped.models:
            self.bringing.bring(dropped.models)

    def poll(self) -> None:
        """Ask how the engine is, and ask again: soon while it is not ready, later when it is."""
        self._polling.stop()
        exchange = self.link.send(GetStatus())
        exchange.finished.connect(self._show_status)
        exchange.failed.connect(self._show_no_status)

    # Connections

    def _connect_panes(self) -> None:
        self._connect_library()
        self._connect_conversation()

    def _connect_library(self) -> None:
        panel = self.library
        self.resting = RestingSession(self.indexing, self.preferences)
        self.shelves = LibrarySession(
            self.link, self.window, self.indexing, self.library, self.preferences
        )
        panel.folder_wanted.connect(self.adding.choose_folder)
        panel.files_wanted.connect(self.adding.choose_files)
        panel.document_opened.connect(self._open_document)
        panel.password_wanted.connect(self.adding.ask_password)
        panel.removal_wanted.connect(self.forgetting.confirm_removal)
        self.forgetting.forgotten.connect(self._drop_what_was_forgotten)
        panel.summary_wanted.connect(self.documents.summarize)
        self.looking.pages.summary_wanted.connect(self.documents.summarize_lines)
        panel.comparison_wanted.connect(self.documents.choose)
        self.model.ticks_changed.connect(self._show_scope)
        self.model.documents_changed.connect(self._start_counting)
        self._counting.timeout.connect(self._show_documents)
        self.indexing.library_loaded.connect(self._show_library)
        self.indexing.failed.connect(self._show_failure)
        self.bringing.brought.connect(self.poll)
        self.bringing.failed.connect(self._show_failure)
        self.indexing.unfinished_found.connect(self.adding.confirm_going_on)

    def _connect_conversation(self) -> None:
        panel = self.conversation
        panel.welcome.folder_wanted.connect(self.adding.choose_folder)
        self.starting.samples_wanted.connect(lambda path: self.add(sort_paths([path])))
        panel.welcome.model_wanted.connect(lambda: self.settings.open())
        panel.chat_deletion_wanted.connect(self._confirm_chat_deletion)
        self.asking.failed.connect(self._show_failure)
        self.asking.answered.connect(self._announce)
        self.asking.conversation_cleared.connect(self.starting.show)
        self.history.failed.connect(self._show_failure)

    def _connect_window(self) -> None:
        window = self.window
        window.dropped.connect(self.add)
        window.closing.connect(self._close)
        window.system_theme_changed.connect(self.appearance.apply)
        window.status.proof_wanted.connect(self.proof.open)
        window.banner.details_wanted.connect(self.proof.open)
        window.status.models_wanted.connect(lambda: self.settings.open())
        for name, slot in {
            "add-files": self.adding.choose_files,
            "add-folder": self.adding.choose_folder,
            "question": self.conversation.question.take_focus,
            "filter": self._find,
            "new": self._begin_chat,
            "find": self.exact.open,
            "history": self.history.open,
            "rename": self.history.rename_chosen,
            "export": self.history.export_chosen,
            "copy": self.conversation.copy_last,
            "stop": self._stop,
            "larger": lambda: self._zoom(1),
            "smaller": lambda: self._zoom(-1),
            "import-library": self.carrying.choose_file,
            "export-library": self.carrying.ask_what,
            "libraries": self.vaults.open,
            "settings": lambda: self.settings.open(),
            "proof": self.proof.open,
            "answers": self.explaining.open,
            "help": lambda: HelpDialog(window, spoken(self._application).code).open(),
            "keys": lambda: KeysDialog(window, window.list_keys()).open(),
        }.items():
            window.action(name).triggered.connect(slot)
        self.link.engine_stopped.connect(self._show_restart)
        self._polling.timeout.connect(self._poll_if_seen)

    def _connect_settings(self) -> None:
        self.settings.appearance_changed.connect(self._remember_settings)
        self.settings.models_changed.connect(self.poll)
        self.settings.embedding_wanted.connect(self.indexing.go_on)
        self.settings.proof_wanted.connect(self.proof.open)
        self.settings.libraries_wanted.connect(self.vaults.open)
        self.vaults.wanted.connect(self._leave_for)
        self.vaults.changed.connect(self.appearance.save)
        self.settings.failed.connect(self._show_failure)
        self.carrying.imported.connect(self.asking.start)
        self.settings.forgetting_wanted.connect(self.forgetting.confirm_everything)
        self.proof.changed.connect(self._show_locks)

    # The library

    def _open_document(self, number: int) -> None:
        document = self.model.document(number)
        if document and document.pages:
            self.evidence.show_evidence(0, 0)
            self.looking.pages.show(Place(number, document.name, 1))

    def _drop_what_was_forgotten(self, from_chats: bool) -> None:
        """Nothing of it stays on the screen."""
        self.evidence.show_nothing()
        if from_chats:
            self.asking.begin_chat()
            self.asking.start()

    def _show_library(self, library: Library) -> None:
        self.looking.pages.forget()
        if library.is_read_only and not self._told_read_only:
            self._told_read_only = True
            hint = self.tr(
                "Ask as always; conversations end with the window. To change the library, copy "
                "its folder to a disk that can be written."
            )
            self.conversation.notice.tell(self.tr("This library can only be read."), hint)
        self._show_documents()

    def _start_counting(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _show_documents(self) -> None:
        self._show_scope()
        self.starting.show()

    def _show_scope(self) -> None:
        total = len(self.model.documents())
        ticked = self.model.ticked()
        can_ask = ticked > 0 and self.model.count(State.READY, State.SEARCHABLE) > 0
        self.conversation.question.show_scope(wording.scope(ticked, total), can_ask)
        self.documents.offer_comparison()

    # Conversations

    def _begin_chat(self) -> None:
        self.conversation.hide_history()
        self.asking.begin_chat()
        self.conversation.question.take_focus()

    def _stop(self) -> None:
        """What Esc leads out of: search, list of conversations, or the answer being written."""
        if self.conversation.shows_exact:
            self.exact.close()
        elif self.conversation.shows_history:
            self.history.close()
        else:
            self.asking.stop()

    def _confirm_chat_deletion(self, number: int) -> None:
        text = self.tr("Its questions and answers are forgotten for good.")
        title = self.tr("Delete this conversation?")
        dialog = Confirmation(self.window, title, text, self.tr("Delete"))
        dialog.agreed.connect(lambda: self.asking.delete_chat(number))
        dialog.open()

    # The window

    def _find(self) -> None:
        """Search where the keyboard is: in the document that is shown, or else in the library."""
        (self.looking.search if self.looking.can_search() else self.library.take_focus)()

    def _zoom(self, direction: int) -> None:
        if self.window.is_in_evidence():
            self.looking.zoom(direction)
            return
        self.appearance.zoom(direction)

    def _remember_settings(self) -> None:
        self.asking.shows_unsupported = self.preferences.show_unsupported
        self.appearance.apply()
        self.appearance.save()

    def _show_status(self, status: Status) -> None:
        self.window.status.show_status(status)
        self.asking.has_model = bool(status.answer_model)
        self.asking.is_loading = bool(status.answer_model) and not status.answer_model_ready
        self.starting.show_status(status)
        self.proof.learn(status)
        self._told = None
        is_loading = (status.answer_model and not status.answer_model_ready) or (
            status.embedder and not status.embedder_ready
        )
        self._polling.start(_SOON if is_loading else _LATER)

    def _show_no_status(self, failure: EngineFailed) -> None:
        """The engine was lost and comes again, or refuses to work and says why, once."""
        if failure == STOPPED:
            self.proof.learn()
            self._polling.start(_SOON)
            return
        self._polling.start(_LATER)
        self.proof.lose_engine(refused=True)
        self.window.status.show_refusal()
        if failure != self._told:
            self._told = failure
            self._show_failure(failure)

    def _poll_if_seen(self) -> None:
        """A window that nobody sees leaves the engine alone."""
        if self.window.isVisible() and not self.window.isMinimized():
            self.poll()
        else:
            self._polling.start(_LATER)

    def _show_locks(self, known: Knowledge) -> None:
        self.window.status.show_locks(known)
        self.window.banner.show_locks(known)

    def _announce(self, answer: Answer) -> None:
        """Tell a screen reader that the answer is there, and look at the state of things."""
        words = self.tr("Not in your documents") if answer.abstained else self.tr("Answer ready")
        event = QAccessibleAnnouncementEvent(self.conversation, words)
        QAccessible.updateAccessibility(event)
        self.poll()

    def _show_restart(self) -> None:
        self.window.status.show_restart()
        self.proof.lose_engine(refused=False)
        self.looking.pages.forget()
        self._polling.start(_SOON)

    def _show_failure(self, failure: EngineFailed) -> None:
        if failure.known:
            self.conversation.notice.tell(failure.message, failure.hint)
        else:
            ErrorDialog(self.window, wording.told(failure.message), failure.details).open()

    def _leave_for(self, vault: Path) -> None:
        def leave() -> None:
            self._remember()
            self.window.setEnabled(False)
            self.vault_wanted.emit(vault)

        leave_in_order(self.window, self._is_busy, leave)

    def _close(self) -> None:
        leave_in_order(self.window, self._is_busy, self._finish)

    @property
    def _is_busy(self) -> bool:
        return self.indexing.is_busy or self.asking.is_busy

    def _remember(self) -> None:
        self.window.remember(self.preferences)
        self.appearance.save()

    def _finish(self) -> None:
        self._remember()
        self.end()
