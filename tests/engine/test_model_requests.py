"""Models and how they are used, as the window asks the engine for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine import messages as m
from app.system.paths import find_paths
from app.system.settings import load_settings
from tests.engine.test_engine import Conversation, open_engine
from tests.system.small_models import write_adapter, write_answer_model


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Conversation]:
    """An engine with one imported model."""
    opened = open_engine(tmp_path / "home")
    opened.ask(m.ImportModel(str(write_answer_model(tmp_path / "vicuna.gguf"))))
    yield opened
    opened.client.close()


def told(models: m.Models, name: str) -> m.ModelInfo:
    return next(model for model in models.models if model.name == name)


def test_a_model_is_told_with_its_cost_and_its_template(engine: Conversation) -> None:
    models = engine.ask(m.GetModels())
    model = told(models, "vicuna")
    assert (model.fit, model.family) == ("fits", "Vicuna")
    assert model.memory > 0
    assert model.words > 0
    assert ("llama3", "Llama 3") in models.families
    assert not models.gpu


def test_what_is_chosen_about_a_model_is_told_and_kept(engine: Conversation) -> None:
    use = m.UseModel("vicuna", template="llama3", gpu_layers=-1)
    assert isinstance(engine.ask(use), m.Status)
    models = engine.ask(m.GetModels())
    assert (models.template, models.gpu_layers) == ("llama3", -1)
    assert told(models, "vicuna").family == "Llama 3"
    engine.ask(m.UseModel("vicuna", template=""))
    assert engine.ask(m.GetModels()).template == ""


def test_an_adapter_that_does_not_fit_is_refused(engine: Conversation, tmp_path: Path) -> None:
    adapter = write_adapter(tmp_path / "style.gguf", {"w": (64, 64)}, "qwen2")
    models = engine.ask(m.ImportModel(str(adapter)))
    assert told(models, "style").role == "adapter"
    refused = engine.ask(m.UseModel("vicuna", adapter="style"))
    assert isinstance(refused, m.EngineFailed)
    assert "does not fit “vicuna”" in refused.message
    assert engine.ask(m.GetModels()).adapter == ""


def test_the_wait_for_the_first_word_is_kept_for_the_next_questions(engine: Conversation) -> None:
    assert engine.ask(m.GetModels()).first_word_seconds == 15
    assert engine.ask(m.SetFirstWord(40)) == m.Done()
    assert engine.ask(m.GetModels()).first_word_seconds == 40
    assert load_settings(find_paths(engine.home).settings).first_word_seconds == 40
