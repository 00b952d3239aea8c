"""Which model is used and how: what is chosen is kept with the model, and with no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import UsageError
from app.system.model_index import Model, Role
from app.system.model_use import ALL_THAT_FIT, NO_CHANGE, ModelUse, with_model
from app.system.settings import Settings


def model(name: str, role: Role = "answer") -> Model:
    return Model(name, role, Path(name), 1, "", "MIT", 0, None, False)


USED = Settings(answer_model="one", template="llama3", adapter="style", gpu_layers=12)


def test_another_model_begins_without_the_choices_for_the_one_before() -> None:
    changed = with_model(USED, model("two"), NO_CHANGE, "one")
    assert changed == Settings(answer_model="two", gpu_layers=12)


def test_what_is_not_said_stays_for_the_model_in_use() -> None:
    assert with_model(USED, model("one"), NO_CHANGE, "one") == USED
    changed = with_model(USED, model("one"), ModelUse(adapter=""), "one")
    assert (changed.template, changed.adapter) == ("llama3", "")


def test_the_default_model_keeps_its_name_when_something_is_chosen_for_it() -> None:
    changed = with_model(Settings(), model("one"), ModelUse(gpu_layers=ALL_THAT_FIT), "one")
    assert changed == Settings(answer_model="one", gpu_layers=-1)


def test_an_adapter_is_not_used_alone() -> None:
    with pytest.raises(UsageError, match="adapts another model") as told:
        with_model(USED, model("style", "adapter"), NO_CHANGE, "one")
    assert "--adapter style" in told.value.hint


def test_a_search_model_has_no_template() -> None:
    assert with_model(USED, model("e5", "embedder"), NO_CHANGE, "one").embedder == "e5"
    with pytest.raises(UsageError, match="Only answer models"):
        with_model(USED, model("e5", "embedder"), ModelUse(template="llama3"), "one")


@pytest.mark.parametrize("layers", [-2, 100_000])
def test_a_number_of_layers_that_cannot_be_is_refused(layers: int) -> None:
    with pytest.raises(UsageError, match="no such number"):
        with_model(USED, model("one"), ModelUse(gpu_layers=layers), "one")
