"""The sections of the settings about the library that is open, and about privacy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app import __version__
from app.engine.messages import Models
from app.gui import wording
from app.gui.conversation.folds import Fold
from app.gui.parts import Button, Card, Text
from app.gui.preferences import Preferences
from app.gui.settings.reading_times import ReadingTimes
from app.gui.settings.settings_page import SettingsPage


def _path(text: str, name: str) -> Text:
    place = Text(text, "path", wraps=True)
    place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    place.setAccessibleName(name)
    return place


class LibraryPage(SettingsPage):
    """Where it is kept, other libraries, looking after it, carrying it, how it is searched."""

    others_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    check_wanted = Signal()
    rebuilding_wanted = Signal()

    def __init__(self, vault: str, preferences: Preferences) -> None:
        super().__init__(wording.translate("SettingsDialog", "Library"))
        self.add_title(self.tr("Where it is kept"))
        self.column.addWidget(_path(vault, self.tr("Folder of the vault")))
        others = Button(self.tr("Other libraries…"))
        others.clicked.connect(self.others_wanted)
        self.add_row(others)
        self.times = self._add_times(preferences)
        self.add_title(self.tr("Looking after it"))
        self.add_note(
            self.tr(
                "A check looks at everything that is kept and at the documents' files, and mends "
                "what it can. The search index is made anew from what is kept; nothing is read "
                "again."
            )
        )
        check = Button(self.tr("Check the library"))
        check.clicked.connect(self.check_wanted)
        rebuild = Button(self.tr("Make the search index anew"))
        rebuild.clicked.connect(self.rebuilding_wanted)
        self.add_row(check, rebuild)
        self.add_title(self.tr("Carrying it"))
        self.add_note(
            self.tr(
                "A whole library can be carried to another computer as one file. "
                "It opens there without anything being read again."
            )
        )
        export = Button(self.tr("Export library…"))
        export.clicked.connect(self.export_wanted)
        take_in = Button(self.tr("Import library…"))
        take_in.clicked.connect(self.import_wanted)
        self.add_row(export, take_in)
        self._details = Text("", "small", wraps=True)
        self.column.addSpacing(8)
        hint = self.tr("What happens between a question and its answer")
        body = Card("row")
        QVBoxLayout(body).addWidget(self._details)
        self.column.addWidget(Fold(self.tr("How passages are found"), hint, body))
        self.finish()

    def _add_times(self, preferences: Preferences) -> ReadingTimes:
        self.add_title(self.tr("When to read"))
        times = ReadingTimes(preferences.rests_on_battery, preferences.rests_when_short)
        self.column.addWidget(times)
        return times

    def show_models(self, models: Models) -> None:
        """How a question is searched for, for those who want to know."""
        used = {m.role: m for m in models.models if m.in_use}
        lines = [
            self.tr("By word: every form of its words, also in names of documents."),
            self.tr("Both lists are put together; passages that say the same are shown once."),
        ]
        if search := used.get("embedder"):
            by_meaning = self.tr("By meaning: with the search model {name}, in any language.")
            lines.insert(1, by_meaning.format(name=wording.clean_line(search.name)))
        if (answer := used.get("answer")) and answer.reads:
            budget = wording.number(round(answer.reads * models.first_word_seconds))
            most = self.tr("The answer model gets the best of them, about {count} tokens at most.")
            lines.append(most.format(count=budget))
        self._details.setText("\n".join(lines))


class PrivacyPage(SettingsPage):
    """What is kept, the proof, forgetting, and what the program takes of the computer."""

    proof_wanted = Signal()
    forgetting_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(wording.translate("SettingsDialog", "Privacy"))
        self.add_title(self.tr("Nothing leaves this computer"))
        self.add_note(
            self.tr("Strongroom cannot reach a network, and shows how you can test that yourself.")
        )
        proof = Button(self.tr("Network proof…"), "shield")
        proof.clicked.connect(self.proof_wanted)
        self.add_row(proof)
        self.add_title(self.tr("What is kept"))
        self.add_note(
            self.tr(
                "What was read from your documents, and your conversations, are kept in the vault. "
                "Only your user account may open that folder, but it is not encrypted yet: "
                "keep it on an encrypted disk. The documents themselves stay where they are."
            )
        )
        self.forget = Button(self.tr("Forget everything…"))
        self.forget.clicked.connect(self.forgetting_wanted)
        self.add_row(self.forget)
        self.add_title(self.tr("Memory in use now"))
        self._memory = self.add_note(self.tr("Not known yet."))
        self.column.addSpacing(6)
        self.column.addWidget(Text(f"Strongroom {__version__}", "small"))
        self.finish()

    def show_memory(self, window: int, engine: int) -> None:
        """Both in bytes."""
        told = self.tr("Window: {window} · Engine, with its models: {engine}")
        sizes = {"window": wording.size(window), "engine": wording.size(engine)}
        self._memory.setText(told.format(**sizes))
