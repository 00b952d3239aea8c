"""Settings and models: opens their dialog and talks to the engine for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.engine.messages import (
    Done,
    EngineFailed,
    GetModels,
    ImportModel,
    Models,
    Request,
    SetFirstWord,
    Status,
    UseModel,
)
from app.gui import wording
from app.gui.engine_link import EngineLink
from app.gui.file_chooser import FileChooser
from app.gui.preferences import Preferences
from app.gui.settings_dialog import SettingsDialog


class SettingsSession(QObject):
    """Changes the preferences it was given, and tells when it did."""

    appearance_changed = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    check_wanted = Signal()
    rebuilding_wanted = Signal()
    models_changed = Signal()
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

    def open(self) -> None:
        """Open the settings, or bring them to the front."""
        if self.dialog:
            self.dialog.raise_()
            return
        preferences = self._preferences
        self.dialog = dialog = SettingsDialog(
            self._window, preferences.theme, preferences.show_unsupported, self._vault
        )
        dialog.theme_chosen.connect(self._choose_theme)
        dialog.unsupported_choice_made.connect(self._choose_unsupported)
        dialog.model_file_wanted.connect(self._choose_model_file)
        dialog.model_folder_wanted.connect(self._choose_model_folder)
        dialog.model_chosen.connect(lambda name: self._use_model(UseModel(name)))
        dialog.use_change_wanted.connect(self._use_model)
        dialog.wait_chosen.connect(lambda seconds: self._send(SetFirstWord(seconds)))
        dialog.forgetting_wanted.connect(lambda: self._leave_for_forgetting(dialog))
        for asked, told in (
            (dialog.export_wanted, self.export_wanted),
            (dialog.import_wanted, self.import_wanted),
            (dialog.check_wanted, self.check_wanted),
            (dialog.rebuilding_wanted, self.rebuilding_wanted),
        ):
            asked.connect(told)
            asked.connect(dialog.accept)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()
        self._send(GetModels())

    def import_model(self, path: str) -> None:
        """Check a model and copy it into the home folder."""
        words = self.tr("Checking and copying the model…")
        self._tell(words, self.tr("This can take a few minutes."), "good")
        self._send(ImportModel(path))

    def _send(self, body: Request) -> None:
        exchange = self._link.send(body)
        exchange.finished.connect(self._show)
        exchange.failed.connect(self._show_failure)

    def _show(self, result: Models | Status | Done) -> None:
        if isinstance(result, Done):
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

    def _tell(self, message: str, hint: str, look: str) -> None:
        if self.dialog:
            self.dialog.notice.tell(message, hint, look)

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

    def _choose_theme(self, theme: str) -> None:
        self._preferences.theme = theme
        self.appearance_changed.emit()

    def _choose_unsupported(self, is_shown: bool) -> None:
        self._preferences.show_unsupported = is_shown
        self.appearance_changed.emit()

    def _leave_for_forgetting(self, dialog: SettingsDialog) -> None:
        dialog.accept()
        self.forgetting_wanted.emit(self._window)

    def _forget_dialog(self) -> None:
        self.dialog = None
