"""Settings and models: opens their dialog and talks to the engine for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.engine.messages import (
    Done,
    EmbeddingCost,
    EngineFailed,
    EstimateEmbedding,
    GetModels,
    GetStatus,
    ImportModel,
    Models,
    Request,
    SetAnswerLanguage,
    SetFirstWord,
    Status,
    UseModel,
)
from app.gui import wording
from app.gui.dialogs import Confirmation
from app.gui.engine_link import EngineLink
from app.gui.file_chooser import FileChooser
from app.gui.preferences import Preferences
from app.gui.settings.settings_dialog import MODELS, SettingsDialog
from app.system.memory import memory_in_use


class SettingsSession(QObject):
    """Changes the preferences it was given, and tells when it did."""

    appearance_changed = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    check_wanted = Signal()
    rebuilding_wanted = Signal()
    models_changed = Signal()
    embedding_wanted = Signal()
    """Another search model is in use, and passages are to be prepared for it now."""
    proof_wanted = Signal()
    libraries_wanted = Signal()
    failed = Signal(object)
    forgetting_wanted = Signal(object)

    def __init__(
        self, link: EngineLink, window: QWidget, preferences: Preferences, vault: str
    ) -> None:
        super().__init__()
        self._link, self._window = link, window
        self._preferences, self._vault = preferences, vault
        self._chooser = FileChooser()
        self.dialog: SettingsDialog | None = None

    def open(self, section: int = MODELS) -> None:
        """Open the settings, or bring them to the front."""
        if self.dialog:
            self.dialog.raise_()
            return
        self.dialog = dialog = SettingsDialog(self._window, self._preferences, self._vault)
        self._connect_models(dialog)
        self._connect_wishes(dialog)
        library, privacy = dialog.library, dialog.privacy
        for asked, told in (
            (library.export_wanted, self.export_wanted),
            (library.import_wanted, self.import_wanted),
            (library.check_wanted, self.check_wanted),
            (library.rebuilding_wanted, self.rebuilding_wanted),
            (library.others_wanted, self.libraries_wanted),
            (privacy.proof_wanted, self.proof_wanted),
        ):
            asked.connect(dialog.accept)
            asked.connect(told)
        privacy.forgetting_wanted.connect(lambda: self._leave_for_forgetting(dialog))
        dialog.finished.connect(self._forget_dialog)
        dialog.go_to(section)
        dialog.open()
        self._send(GetModels())
        self._link.send(GetStatus()).finished.connect(self._show_memory)

    def import_model(self, path: str) -> None:
        """Check a model and copy it into the home folder."""
        words = self.tr("Checking and copying the model…")
        self._tell(words, self.tr("This can take a few minutes."), "good")
        self._send(ImportModel(path))

    def _connect_models(self, dialog: SettingsDialog) -> None:
        page = dialog.models
        page.model_file_wanted.connect(self._choose_model_file)
        page.model_folder_wanted.connect(self._choose_model_folder)
        page.model_chosen.connect(self._choose_model)
        page.use_change_wanted.connect(self._use_model)

    def _connect_wishes(self, dialog: SettingsDialog) -> None:
        answers, look, times = dialog.answers, dialog.look, dialog.library.times
        times.battery_choice_made.connect(lambda on: self._wish("rests_on_battery", on))
        times.memory_choice_made.connect(lambda on: self._wish("rests_when_short", on))
        answers.wait_chosen.connect(lambda seconds: self._send(SetFirstWord(seconds)))
        answers.language_chosen.connect(lambda name: self._send(SetAnswerLanguage(name)))
        answers.unsupported_choice_made.connect(lambda on: self._wish("show_unsupported", on))
        look.theme_chosen.connect(lambda theme: self._wish("theme", theme))
        look.language_chosen.connect(lambda language: self._wish("language", language))
        look.language_chosen.connect(lambda _language: self._refresh())
        look.size_chosen.connect(lambda size: self._wish("zoom", size))

    def _wish(self, name: str, value: object) -> None:
        setattr(self._preferences, name, value)
        self.appearance_changed.emit()

    def _send(self, body: Request) -> None:
        exchange = self._link.send(body)
        exchange.finished.connect(self._show)
        exchange.failed.connect(self._show_failure)

    def _show(self, result: Models | Status | Done) -> None:
        if isinstance(result, Done):
            self._refresh()
            return
        if isinstance(result, Status):
            self._send(GetModels())
        elif self.dialog:
            self.dialog.notice.hide()
            self.dialog.show_models(result)
        self.models_changed.emit()

    def _show_failure(self, failure: EngineFailed) -> None:
        if self.dialog and failure.known:
            self._tell(failure.message, failure.hint, "danger")
            self._refresh()
        else:
            self.failed.emit(failure)

    def _show_memory(self, status: Status) -> None:
        if self.dialog:
            self.dialog.privacy.show_memory(memory_in_use(), status.memory)

    def _tell(self, message: str, hint: str, look: str) -> None:
        if self.dialog:
            self.dialog.go_to(MODELS)
            self.dialog.notice.tell(message, hint, look)

    # Models

    def _choose_model(self, name: str, role: str) -> None:
        if role != "embedder":
            self._use_model(UseModel(name))
            return
        exchange = self._link.send(EstimateEmbedding(name))
        exchange.finished.connect(lambda cost: self._confirm_embedding(name, cost))
        exchange.failed.connect(self._show_failure)

    def _confirm_embedding(self, name: str, cost: EmbeddingCost) -> None:
        """Another search model makes all passages wait: say so first, and for how long."""
        if not self.dialog:
            return
        if not cost.passages:
            self._use_model(UseModel(name))
            return
        title = self.tr("Prepare {passages} for this search model?")
        took = self.tr("On this computer that takes about {time}.")
        text = self.tr(
            "Each search model finds passages in its own way. Until it has prepared them, "
            "questions find them by word only. It can wait: what is left is done when Strongroom "
            "starts again or documents are added."
        )
        if cost.seconds:
            text = f"{took.format(time=wording.duration(cost.seconds))} {text}"
        dialog = Confirmation(
            self.dialog, title.format(passages=wording.passages(cost.passages)), text,
            self.tr("Use it, prepare now"),
        )  # fmt: skip
        later = dialog.add_button(self.tr("Use it, prepare later"))
        later.clicked.connect(dialog.accept)
        later.clicked.connect(lambda: self._use_model(UseModel(name)))
        dialog.agreed.connect(lambda: self._use_model(UseModel(name)))
        dialog.agreed.connect(self.embedding_wanted)
        dialog.open()

    def _use_model(self, use: UseModel) -> None:
        shown = self.tr("Loading {name}…").format(name=wording.clean_line(use.name))
        self._tell(shown, "", "good")
        self._send(use)

    def _refresh(self) -> None:
        """Show what is chosen, without touching what the notice tells."""
        exchange = self._link.send(GetModels())
        exchange.finished.connect(self._list)

    def _list(self, models: Models) -> None:
        if self.dialog:
            self.dialog.show_models(models)

    def _choose_model_file(self) -> None:
        title, kinds = self.tr("Import an answer model"), self.tr("Models (*.gguf)")
        self._chooser.choose_file(self.dialog, title, kinds, self.import_model)

    def _choose_model_folder(self) -> None:
        title = self.tr("Import a search model")
        self._chooser.choose_folder(self.dialog, title, self.import_model)

    def _leave_for_forgetting(self, dialog: SettingsDialog) -> None:
        dialog.accept()
        self.forgetting_wanted.emit(self._window)

    def _forget_dialog(self) -> None:
        self.dialog = None
