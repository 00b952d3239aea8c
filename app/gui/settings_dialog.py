"""Settings: models, appearance, answers, and where things are kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.engine.messages import ModelInfo, Models
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.parts import Button, Card, ElidedText, Notice, Scrolled, Text, empty


class ModelRow(Card):
    """A model that can be put to use."""

    use_chosen = Signal(str)

    def __init__(self, model: ModelInfo) -> None:
        super().__init__("row")
        self._name = model.name
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedText(model.name, "strong"))
        words.addWidget(Text(describe(model), "small", wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 12, 10)
        row.setSpacing(12)
        row.addLayout(words, 1)
        if model.in_use:
            row.addWidget(Text(self.tr("In use"), "badge"), 0, Qt.AlignmentFlag.AlignVCenter)
        elif model.installed:
            use = Button(self.tr("Use"))
            use.setAccessibleName(self.tr("Use {name}").format(name=wording.clean(model.name)))
            use.clicked.connect(lambda: self.use_chosen.emit(self._name))
            row.addWidget(use)
        else:
            row.addWidget(Text(self.tr("Not installed"), "small"))


class SettingsDialog(PlainDialog):
    """Tells what was chosen; keeps nothing."""

    model_chosen = Signal(str)
    model_file_wanted = Signal()
    model_folder_wanted = Signal()
    theme_chosen = Signal(str)
    unsupported_choice_made = Signal(bool)

    def __init__(self, parent: QWidget, theme: str, shows_unsupported: bool, vault: str) -> None:
        super().__init__(parent, self.tr("Settings"), 620)
        self.resize(680, 760)
        inside = Scrolled()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, 10, 0)
        self._sections.setSpacing(8)
        self.notice = Notice()
        self._add_models()
        self._add_theme(theme)
        self._add_answers(shows_unsupported)
        self._add_privacy(vault)
        self._sections.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def show_models(self, models: Models) -> None:
        """List the models there are."""
        empty(self._models)
        for model in models.models:
            row = ModelRow(model)
            row.use_chosen.connect(self.model_chosen)
            self._models.addWidget(row)
        if not models.models:
            self._models.addWidget(Text(self.tr("No models yet."), "secondary"))

    def _add_title(self, title: str) -> None:
        if self._sections.count():
            self._sections.addSpacing(14)
        self._sections.addWidget(Text(title, "section"))

    def _add_models(self) -> None:
        self._add_title(self.tr("Models"))
        note = self.tr(
            "The answer model writes answers. The search model finds passages by meaning. "
            "Both run on this computer."
        )
        self._sections.addWidget(Text(note, "secondary", wraps=True))
        self._models = QVBoxLayout()
        self._models.setSpacing(6)
        self._models.addWidget(Text(self.tr("Looking for models…"), "secondary"))
        self._sections.addLayout(self._models)
        self._sections.addWidget(self.notice)
        answer = Button(self.tr("Import answer model (.gguf)…"))
        answer.clicked.connect(self.model_file_wanted)
        search = Button(self.tr("Import search model (folder)…"))
        search.clicked.connect(self.model_folder_wanted)
        row = QHBoxLayout()
        row.addWidget(answer)
        row.addWidget(search)
        row.addStretch(1)
        self._sections.addLayout(row)

    def _add_theme(self, theme: str) -> None:
        self._add_title(self.tr("Appearance"))
        names = {
            "auto": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        card = Card("segments")
        row = QHBoxLayout(card)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        group = QButtonGroup(self)
        for name, label in names.items():
            button = QPushButton(label)
            button.setCheckable(True)
            button.setChecked(name == theme)
            button.setProperty("role", "segment")
            button.setAccessibleName(label)
            button.setToolTip(wording.tooltip(self.tr("Colours of the window: {name}").format(
                name=label)))  # fmt: skip
            button.clicked.connect(lambda _=False, chosen=name: self.theme_chosen.emit(chosen))
            group.addButton(button)
            row.addWidget(button)
        self._sections.addWidget(card, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_answers(self, shows_unsupported: bool) -> None:
        self._add_title(self.tr("Answers"))
        box = QCheckBox(self.tr("Show sentences that no passage supports, marked as such"))
        box.setChecked(shows_unsupported)
        box.setAccessibleName(box.text())
        box.setToolTip(wording.tooltip(self.tr("Otherwise they are folded away")))
        box.toggled.connect(self.unsupported_choice_made)
        self._sections.addWidget(box)

    def _add_privacy(self, vault: str) -> None:
        self._add_title(self.tr("Privacy"))
        text = self.tr(
            "What was read from your documents, and your conversations, are kept in the vault. "
            "Only your user account may open that folder, but it is not encrypted yet: "
            "keep it on an encrypted disk. The documents themselves stay where they are."
        )
        self._sections.addWidget(Text(text, "secondary", wraps=True))
        place = Text(vault, "path", wraps=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        place.setAccessibleName(self.tr("Folder of the vault"))
        self._sections.addWidget(place)
        self._sections.addSpacing(6)
        self._sections.addWidget(Text(f"Strongroom {__version__}", "small"))


def describe(model: ModelInfo) -> str:
    """What a model does, and what it costs."""
    roles = {
        "answer": wording.translate("Models", "Writes answers"),
        "embedder": wording.translate("Models", "Finds passages by meaning"),
    }
    parts = [roles.get(model.role, wording.clean_line(model.role))]
    if model.size:
        parts.append(wording.translate("Models", "%1 on disk").replace(
            "%1", wording.size(model.size)))  # fmt: skip
    if model.memory:
        parts.append(wording.translate("Models", "%1 of memory").replace(
            "%1", wording.size(model.memory)))  # fmt: skip
    if model.licence:
        parts.append(wording.clean_line(model.licence))
    return " · ".join(parts)
