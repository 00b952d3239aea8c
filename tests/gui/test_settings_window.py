"""The settings: models and how they are used, and how long an answer may take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.engine.messages import (
    AddPaths,
    EngineFailed,
    ModelInfo,
    Models,
    SetAnswerLanguage,
    SetFirstWord,
    UseModel,
)
from app.gui.dialogs import Confirmation
from app.gui.settings.model_rows import Choice, ModelRow
from app.gui.settings.settings_dialog import ANSWERS, PRIVACY, SettingsDialog
from app.gui.window_session import WindowSession
from tests.gui.scripted_engine import ScriptedEngine

Open = Callable[..., WindowSession]


def open_settings(qtbot: QtBot, session: WindowSession) -> SettingsDialog:
    session.settings.open()
    dialog = session.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: any(row.isVisible() for row in dialog.findChildren(ModelRow)))
    return dialog


def said_of(dialog: SettingsDialog, name: str) -> str:
    """What the row of a model says; "" while the rows are made anew."""
    rows = [row for row in dialog.findChildren(ModelRow) if row.isVisible()]
    said = [
        "\n".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())
        for row in rows
    ]
    return next((text for text in said if name in text), "")


def button(dialog: SettingsDialog, name: str) -> QPushButton:
    """In whichever section it is, which is shown for it."""
    found = [b for b in dialog.findChildren(QPushButton) if b.accessibleName().startswith(name)]
    for section in range(dialog.sections.count()):
        if shown := [b for b in found if b.isVisible()]:
            return shown[0]
        dialog.go_to(section)
    return next(b for b in found if b.isVisible())


def choices(qtbot: QtBot, dialog: SettingsDialog) -> dict[str, Choice]:
    """Those among the details, which are opened for it."""
    button(dialog, "Details").setChecked(True)
    found = [choice for choice in dialog.findChildren(Choice) if choice.isVisible()]
    return {choice.accessibleName(): choice for choice in found}


def choose(choice: Choice, value: str) -> None:
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_the_wait_for_the_first_word_is_shown_and_changed(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    dialog = open_settings(qtbot, session)
    dialog.go_to(ANSWERS)
    qtbot.waitUntil(lambda: button(dialog, "Balanced, 15 s").isChecked())
    button(dialog, "More thorough, 40 s").click()
    qtbot.waitUntil(lambda: engine.of(SetFirstWord) == [SetFirstWord(40)])
    dialog.accept()
    qtbot.waitUntil(lambda: session.settings.dialog is None)
    again = open_settings(qtbot, session)
    again.go_to(ANSWERS)
    qtbot.waitUntil(lambda: button(again, "More thorough, 40 s").isChecked())


def test_models_tell_what_they_cost_before_they_are_used(qtbot: QtBot, open_window: Open) -> None:
    dialog = open_settings(qtbot, open_window(ScriptedEngine()))
    small = said_of(dialog, "Qwen2.5 1.5B")
    assert "about 1.3 GB of memory" in small
    assert "About 15 words a second" in small
    assert "fit" not in small
    large = said_of(dialog, "Mistral 7B")
    assert "chat template: Mistral" in large
    assert "Does not fit into the memory that is free now" in large


def test_a_model_of_the_users_own_can_be_used(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    dialog = open_settings(qtbot, open_window(engine))
    button(dialog, "Use Mistral 7B").click()
    wanted = UseModel("Mistral 7B Instruct v0.2 (Q4_K_M)")
    qtbot.waitUntil(lambda: engine.of(UseModel) == [wanted])


def test_template_and_adapter_are_chosen_among_the_details(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    dialog = open_settings(qtbot, open_window(engine))
    assert not [choice for choice in dialog.findChildren(Choice) if choice.isVisible()]
    name = "Qwen2.5 3B Instruct (Q4_K_M)"
    choose(choices(qtbot, dialog)["Chat template"], "llama3")
    qtbot.waitUntil(lambda: engine.of(UseModel) == [UseModel(name, template="llama3")])
    qtbot.waitUntil(lambda: shown(dialog, "Chat template") == "Llama 3")
    choose(choices(qtbot, dialog)["Adapter (LoRA)"], "tender-wording-lora")
    wanted = UseModel(name, adapter="tender-wording-lora")
    qtbot.waitUntil(lambda: engine.of(UseModel)[-1] == wanted)
    qtbot.waitUntil(lambda: "In use" in said_of(dialog, "tender-wording-lora"))


def shown(dialog: SettingsDialog, name: str) -> str:
    visible = [c for c in dialog.findChildren(Choice) if c.isVisible()]
    return next((c.currentText() for c in visible if c.accessibleName() == name), "")


def test_a_build_without_gpu_support_says_so(qtbot: QtBot, open_window: Open) -> None:
    dialog = open_settings(qtbot, open_window(ScriptedEngine()))
    assert "Graphics card" not in choices(qtbot, dialog)
    assert "This build has no GPU support" in said_of(dialog, "Qwen2.5 3B")


def test_layers_for_a_graphics_card_can_be_chosen(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.models = Models((), gpu=True, gpu_layers=7)
    dialog = open_settings(qtbot, open_window(engine))
    card = choices(qtbot, dialog)["Graphics card"]
    assert card.currentText() == "7 layers"
    choose(card, "-1")
    qtbot.waitUntil(lambda: bool(engine.of(UseModel)))
    assert engine.of(UseModel)[0].gpu_layers == -1


class RefusingEngine(ScriptedEngine):
    def _UseModel(self, *_: Any) -> Any:
        return EngineFailed("The adapter does not fit.", "Use it with its own model.")


def test_a_choice_that_is_refused_is_told_and_not_shown(qtbot: QtBot, open_window: Open) -> None:
    dialog = open_settings(qtbot, open_window(RefusingEngine()))
    adapter = choices(qtbot, dialog)["Adapter (LoRA)"]
    choose(adapter, "tender-wording-lora")
    qtbot.waitUntil(dialog.notice.isVisible)
    qtbot.waitUntil(lambda: "does not fit" in dialog.notice.accessibleName())
    qtbot.waitUntil(lambda: shown(dialog, "Adapter (LoRA)") == "None")
    assert "does not fit" in dialog.notice.accessibleName()


def test_the_wheel_scrolls_past_a_choice(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    dialog = open_settings(qtbot, open_window(engine))
    template = choices(qtbot, dialog)["Chat template"]
    place, turn = QPointF(template.rect().center()), QPoint(0, -120)
    event = QWheelEvent(
        place, template.mapToGlobal(place), turn, turn, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(template, event)
    assert template.currentIndex() == 0
    assert engine.of(UseModel) == []


def test_the_language_of_answers_is_chosen(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    dialog = open_settings(qtbot, session)
    dialog.go_to(ANSWERS)
    field = next(c for c in dialog.answers.findChildren(Choice))
    choose(field, "Dutch")
    qtbot.waitUntil(lambda: engine.of(SetAnswerLanguage) == [SetAnswerLanguage("Dutch")])
    qtbot.waitUntil(lambda: field.currentText() == "Always Dutch")


def test_another_search_model_says_what_it_costs_first(qtbot: QtBot, open_window: Open) -> None:
    engine = OtherSearchModel()
    session = open_window(engine)
    dialog = open_settings(qtbot, session)
    button(dialog, "Use bge-m3").click()
    qtbot.waitUntil(lambda: dialog.findChild(Confirmation) is not None)
    question = dialog.findChild(Confirmation)
    assert question is not None
    said = " ".join(label.text() for label in question.findChildren(QLabel))
    assert "4,200 passages" in said
    assert "about 14 minutes" in said
    assert "It can wait" in said
    assert engine.of(UseModel) == []
    button_in(question, "Use it, prepare later").click()
    qtbot.waitUntil(lambda: engine.of(UseModel) == [UseModel("bge-m3")])
    assert engine.of(AddPaths) == []


def test_passages_are_prepared_at_once_if_that_is_wished(qtbot: QtBot, open_window: Open) -> None:
    engine = OtherSearchModel()
    dialog = open_settings(qtbot, open_window(engine))
    button(dialog, "Use bge-m3").click()
    qtbot.waitUntil(lambda: dialog.findChild(Confirmation) is not None)
    question = dialog.findChild(Confirmation)
    assert question is not None
    question.agree.click()
    qtbot.waitUntil(lambda: engine.of(AddPaths) == [AddPaths(())])


class OtherSearchModel(ScriptedEngine):
    def _GetModels(self, *_: Any) -> Models:
        other = ModelInfo("bge-m3", "embedder", 1_200_000_000, 1_500_000_000, "MIT", 8192,
                          False, True)  # fmt: skip
        found = super()._GetModels()
        return replace(found, models=(*found.models, other))


def button_in(dialog: QWidget, name: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name)


def test_the_memory_in_use_is_said(qtbot: QtBot, open_window: Open) -> None:
    dialog = open_settings(qtbot, open_window(ScriptedEngine()))
    dialog.go_to(PRIVACY)
    labels = dialog.privacy.findChildren(QLabel)
    wanted = "Engine, with its models: 2.7 GB"
    qtbot.waitUntil(lambda: any(wanted in label.text() for label in labels))
