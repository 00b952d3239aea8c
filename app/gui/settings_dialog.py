"""Settings: models, appearance, answers, and where things are kept."""

from __future__ import annotations

from collections.abc import Mapping

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
from app.engine.messages import Models
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.model_rows import ModelRow
from app.gui.parts import Button, Card, Notice, Scrolled, Text, empty

_WAITS = (8, 15, 40)
"""Seconds until the first word."""


class Segments(Card):
    """A few choices side by side; `names` has their words and hints by value."""

    chosen = Signal(str)

    def __init__(self, names: Mapping[str, tuple[str, str]], current: str) -> None:
        super().__init__("segments")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons = {name: self._make(name, *words) for name, words in names.items()}
        for button in self._buttons.values():
            row.addWidget(button)
        self.show_chosen(current)

    def show_chosen(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def _make(self, name: str, label: str, hint: str) -> QPushButton:
        button = QPushButton(label)
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setAccessibleName(label)
        button.setToolTip(wording.tooltip(hint))
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._group.addButton(button)
        return button


class SettingsDialog(PlainDialog):
    """Tells what was chosen; keeps nothing."""

    model_chosen = Signal(str)
    use_change_wanted = Signal(object)
    wait_chosen = Signal(int)
    model_file_wanted = Signal()
    model_folder_wanted = Signal()
    theme_chosen = Signal(str)
    unsupported_choice_made = Signal(bool)
    forgetting_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    check_wanted = Signal()
    rebuilding_wanted = Signal()

    def __init__(self, parent: QWidget, theme: str, shows_unsupported: bool, vault: str) -> None:
        super().__init__(parent, self.tr("Settings"), 620)
        self.resize(680, 760)
        inside = Scrolled()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, 10, 0)
        self._sections.setSpacing(8)
        self.notice = Notice()
        self._details_are_open = False
        self._add_models()
        self._add_answers(shows_unsupported)
        self._add_theme(theme)
        self._add_upkeep()
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
        """List the models there are, and show what was chosen about them."""
        empty(self._models)
        for model in models.models:
            row = ModelRow(model, models, self._details_are_open)
            row.use_chosen.connect(self.model_chosen)
            row.change_wanted.connect(self.use_change_wanted)
            row.details_toggled.connect(self._note_details)
            self._models.addWidget(row)
        nearest = min(_WAITS, key=lambda seconds: abs(seconds - models.first_word_seconds))
        self._wait.show_chosen(str(nearest))
        if not models.models:
            self._models.addWidget(Text(self.tr("No models yet."), "secondary"))

    def _note_details(self, are_open: bool) -> None:
        self._details_are_open = are_open

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
        answer = Button(self.tr("Import answer model or adapter (.gguf)…"))
        answer.clicked.connect(self.model_file_wanted)
        search = Button(self.tr("Import search model (folder)…"))
        search.clicked.connect(self.model_folder_wanted)
        self._add_row(answer, search)

    def _add_theme(self, theme: str) -> None:
        self._add_title(self.tr("Appearance"))
        names = {
            "auto": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        hint = self.tr("Colours of the window: {name}")
        told = {name: (label, hint.format(name=label)) for name, label in names.items()}
        themes = Segments(told, theme)
        themes.chosen.connect(self.theme_chosen)
        self._sections.addWidget(themes, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_answers(self, shows_unsupported: bool) -> None:
        self._add_title(self.tr("Answers"))
        note = self.tr(
            "Before it writes, the model reads passages from your documents. "
            "How long may the first word take?"
        )
        self._sections.addWidget(Text(note, "secondary", wraps=True))
        self._wait = self._make_wait()
        self._sections.addWidget(self._wait, 0, Qt.AlignmentFlag.AlignLeft)
        self._sections.addSpacing(6)
        box = QCheckBox(self.tr("Show sentences that no passage supports, marked as such"))
        box.setChecked(shows_unsupported)
        box.setAccessibleName(box.text())
        box.setToolTip(wording.tooltip(self.tr("Otherwise they are folded away")))
        box.toggled.connect(self.unsupported_choice_made)
        self._sections.addWidget(box)

    def _make_wait(self) -> Segments:
        names = (self.tr("Faster"), self.tr("Balanced"), self.tr("More thorough"))
        label, hint = self.tr("{name}, {count} s"), self.tr("About {count} seconds")
        wait = Segments(
            {
                str(count): (label.format(name=name, count=count), hint.format(count=count))
                for name, count in zip(names, _WAITS, strict=True)
            },
            "",
        )
        wait.chosen.connect(lambda count: self.wait_chosen.emit(int(count)))
        return wait

    def _add_upkeep(self) -> None:
        self._add_title(self.tr("Library"))
        note = self.tr(
            "A check looks at everything that is kept and at the documents' files, and mends what "
            "it can. The search index is made anew from what is kept; nothing is read again."
        )
        self._sections.addWidget(Text(note, "secondary", wraps=True))
        check = Button(self.tr("Check the library"))
        check.clicked.connect(self.check_wanted)
        rebuild = Button(self.tr("Make the search index anew"))
        rebuild.clicked.connect(self.rebuilding_wanted)
        self._add_row(check, rebuild)
        note = self.tr(
            "A whole library can be carried to another computer as one file. "
            "It opens there without anything being read again."
        )
        self._sections.addSpacing(6)
        self._sections.addWidget(Text(note, "secondary", wraps=True))
        export = Button(self.tr("Export library…"))
        export.clicked.connect(self.export_wanted)
        take_in = Button(self.tr("Import library…"))
        take_in.clicked.connect(self.import_wanted)
        self._add_row(export, take_in)

    def _add_row(self, *buttons: Button) -> None:
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._sections.addLayout(row)

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
        self.forget = Button(self.tr("Forget everything…"))
        self.forget.clicked.connect(self.forgetting_wanted)
        self._sections.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeft)
        self._sections.addSpacing(6)
        self._sections.addWidget(Text(f"Strongroom {__version__}", "small"))
