"""The section of the settings about models: what each needs, and how fast it will be here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.engine.messages import Models
from app.gui import wording
from app.gui.parts import Button, Notice, Text, empty
from app.gui.settings.model_rows import ModelRow
from app.gui.settings.settings_page import SettingsPage


class ModelsPage(SettingsPage):
    """Tells which model is to be used, and that one is to be imported."""

    model_chosen = Signal(str, str)
    """Name and role."""
    use_change_wanted = Signal(object)
    model_file_wanted = Signal()
    model_folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(wording.translate("SettingsDialog", "Models"))
        self.notice = Notice()
        self._details_are_open = False
        self.add_note(
            self.tr(
                "The answer model writes answers. The search model finds passages by meaning. "
                "Both run on this computer."
            )
        )
        self.column.addWidget(self.notice)
        self._models = QVBoxLayout()
        self._models.setSpacing(6)
        self._models.addWidget(Text(self.tr("Looking for models…"), "secondary"))
        self.column.addLayout(self._models)
        answer = Button(self.tr("Import answer model or adapter (.gguf)…"))
        answer.clicked.connect(self.model_file_wanted)
        search = Button(self.tr("Import search model (folder)…"))
        search.clicked.connect(self.model_folder_wanted)
        self.add_row(answer)
        self.add_row(search)
        self.finish()

    def show_models(self, models: Models) -> None:
        """List the models there are, and show what was chosen about them."""
        empty(self._models)
        roles = {model.name: model.role for model in models.models}
        for model in models.models:
            row = ModelRow(model, models, self._details_are_open)
            row.use_chosen.connect(lambda name: self.model_chosen.emit(name, roles[name]))
            row.change_wanted.connect(self.use_change_wanted)
            row.details_toggled.connect(self._note_details)
            self._models.addWidget(row)
        if not models.models:
            self._models.addWidget(Text(self.tr("No models yet."), "secondary"))

    def _note_details(self, are_open: bool) -> None:
        self._details_are_open = are_open
