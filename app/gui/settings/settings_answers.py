"""The section of the settings about answers, and the one about the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from app.engine.messages import Models
from app.gui import wording
from app.gui.languages import LANGUAGES
from app.gui.parts import Text
from app.gui.preferences import SMALLEST, TWICE, Preferences
from app.gui.segments import Segments
from app.gui.settings.model_rows import Choice
from app.gui.settings.settings_page import SettingsPage

_WAITS = (8, 15, 40)
"""Seconds until the first word."""


class AnswersPage(SettingsPage):
    """How long an answer may take, its language, and what becomes of unsupported sentences."""

    wait_chosen = Signal(int)
    language_chosen = Signal(str)
    unsupported_choice_made = Signal(bool)

    def __init__(self, shows_unsupported: bool) -> None:
        super().__init__(wording.translate("SettingsDialog", "Answers"))
        self.add_title(self.tr("Faster or more thorough"))
        self.add_note(
            self.tr(
                "Before it writes, the model reads passages from your documents. "
                "How long may the first word take?"
            )
        )
        self._wait = self._make_wait()
        self.add_row(self._wait)
        self._effect = Text("", "small", wraps=True)
        self.column.addWidget(self._effect)
        self.add_title(self.tr("Language of answers"))
        self._language = Choice(self.tr("Language of answers"))
        self._language.chosen.connect(self.language_chosen)
        self.add_row(self._language)
        self.add_note(
            self.tr("From the next answer on. Quotes always stay in the language of the document.")
        )
        self.add_title(self.tr("Sentences without support"))
        box = QCheckBox(self.tr("Show sentences that no passage supports, marked as such"))
        box.setChecked(shows_unsupported)
        box.setAccessibleName(box.text())
        box.setToolTip(wording.tooltip(self.tr("Otherwise they are folded away")))
        box.toggled.connect(self.unsupported_choice_made)
        self.column.addWidget(box)
        self.finish()

    def show_models(self, models: Models) -> None:
        """What is chosen, and what it means on this computer."""
        nearest = min(_WAITS, key=lambda seconds: abs(seconds - models.first_word_seconds))
        self._wait.show_chosen(str(nearest))
        reads = next((m.reads for m in models.models if m.in_use and m.role == "answer"), 0.0)
        words = round(reads * models.first_word_seconds * 0.7 / 50) * 50
        told = self.tr("On this computer the model reads about {count} words in that time.")
        self._effect.setText(told.format(count=wording.number(words)) if words else "")
        self._language.clear()
        self._language.fill(self._languages(), models.answer_language)

    def _languages(self) -> list[tuple[str, str]]:
        return [
            ("", self.tr("As the question")),
            ("English", self.tr("Always English")),
            ("French", self.tr("Always French")),
            ("Dutch", self.tr("Always Dutch")),
        ]

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


class WindowPage(SettingsPage):
    """Language, colours and size of text."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    size_chosen = Signal(float)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(wording.translate("SettingsDialog", "Window"))
        self.add_title(self.tr("Language of the window"))
        language = Choice(self.tr("Language of the window"))
        usual = ("auto", self.tr("Like the system"))
        language.fill([usual, *LANGUAGES.items()], preferences.language)
        language.chosen.connect(self.language_chosen)
        self.add_row(language)
        self.add_note(self.tr("Changes at once. What is going on goes on."))
        self.add_title(self.tr("Colours"))
        self.add_row(self._make_themes(preferences.theme))
        self.add_title(self.tr("Size of text"))
        self._size = Choice(self.tr("Size of text"))
        steps = range(round(SMALLEST * 10), round(TWICE * 10) + 1)
        percents = [(str(step / 10), wording.percent(step * 10)) for step in steps]
        self._size.fill(percents, str(round(preferences.zoom, 1)))
        self._size.chosen.connect(lambda size: self.size_chosen.emit(float(size)))
        self.add_row(self._size)
        self.add_note(self.tr("Also with Ctrl and + or −."))
        self.finish()

    def _make_themes(self, theme: str) -> Segments:
        names = {
            "auto": self.tr("Like the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        hint = self.tr("Colours of the window: {name}")
        told = {name: (label, hint.format(name=label)) for name, label in names.items()}
        themes = Segments(told, theme)
        themes.chosen.connect(self.theme_chosen)
        return themes
