"""The command `models`: what it tells before a model is loaded, and how one is chosen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.backends.llama import LlamaModel, LlamaOptions
from app.core.control import Control
from app.core.errors import ModelError
from app.core.interfaces import Message
from app.system.paths import find_paths
from app.system.settings import load_settings
from app.wiring import open_vault
from tests.contract.models import SMALL_MODEL, installed
from tests.system.small_models import write_adapter, write_answer_model
from tests.system.test_vault_lock import HOLDING
from tests.test_cli_contract import say


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with one imported model, called `mistral-tiny`."""
    source = write_answer_model(tmp_path / "mistral-tiny.gguf")
    assert say(tmp_path / "home", "models", "import", str(source)).code == 0
    return tmp_path / "home"


def test_an_import_tells_what_the_model_will_cost(tmp_path: Path) -> None:
    said = say(tmp_path, "models", "import", str(write_answer_model(tmp_path / "vicuna.gguf")))
    told = said.data
    assert (said.code, told["imported"], told["role"], told["fit"]) == (
        0, "vicuna", "answer", "fits"
    )  # fmt: skip
    assert told["template"] == "of the Vicuna family, by its name"
    assert told["memory"] > 0
    assert told["reads"] > 0
    assert told["writes"] > 0


def test_the_list_has_the_same_figures(home: Path) -> None:
    data = say(home, "models", "list").data
    (model,) = [model for model in data["models"] if model["name"] == "mistral-tiny"]
    assert model["template"] == "of the Mistral family, by its name"
    assert data["gpu"] is False
    assert {"memory", "fit", "reads", "writes", "adapter", "quantization"} <= model.keys()


def test_a_damaged_model_does_not_hide_the_others(home: Path) -> None:
    (home / "models" / "mistral-tiny.gguf").write_bytes(b"GGUF")
    names = [model["name"] for model in say(home, "models", "list").data["models"]]
    assert "mistral-tiny" in names


def test_a_template_can_be_chosen_and_taken_back(home: Path) -> None:
    use = ("models", "use", "mistral-tiny")
    told = say(home, *use, "--template", "llama3").data["template"]
    assert told == "of the Llama 3 family, chosen by you"
    assert say(home, *use).data["template"] == told
    told = say(home, *use, "--template", "auto").data["template"]
    assert told == "of the Mistral family, by its name"


def test_an_unknown_template_is_refused_with_the_known_ones(home: Path) -> None:
    said = say(home, "models", "use", "mistral-tiny", "--template", "nonsense")
    assert (said.code, said.data["error"]) == (1, "There is no chat template of this name.")
    assert "vicuna" in said.data["hint"]


def test_layers_for_a_graphics_card_are_kept_and_the_missing_support_is_said(home: Path) -> None:
    said = say(home, "models", "use", "mistral-tiny", "--gpu-layers", "auto")
    assert said.code == 0
    assert "no GPU support" in said.err
    assert load_settings(find_paths(home).settings).gpu_layers == -1
    assert say(home, "models", "use", "mistral-tiny", "--gpu-layers", "many").code == 1


def test_a_model_that_does_not_fit_is_refused_before_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_answer_model(tmp_path / "wide.gguf", width=2**12, blocks=64)
    monkeypatch.setattr("psutil.virtual_memory", lambda: memory(free=64 * 2**30))
    assert say(tmp_path, "models", "import", str(source)).data["fit"] == "fits"
    monkeypatch.setattr("psutil.virtual_memory", lambda: memory(free=2**30))
    said = start_for_real(tmp_path, "wide")
    assert said.startswith("The model “wide” needs about 4.3 GB of memory, and 1.1 GB are free")
    assert load_settings(find_paths(tmp_path).settings).answer_model == ""


def memory(free: int) -> object:
    return type("Memory", (), {"available": free, "total": 64 * 2**30})


def start_for_real(home: Path, name: str) -> str:
    """Choose a model in a vault without fakes; what is said against it."""
    with open_vault(find_paths(home)) as vault, pytest.raises(ModelError) as told:
        vault.use_model(name)
    return told.value.message


def test_an_adapter_that_does_not_fit_the_model_is_refused(home: Path, tmp_path: Path) -> None:
    adapter = write_adapter(tmp_path / "style.gguf", {"w": (64, 64)})
    assert say(home, "models", "import", str(adapter)).data["role"] == "adapter"
    said = say(home, "models", "use", "mistral-tiny", "--adapter", "style")
    assert said.code == 1
    assert "does not fit “mistral-tiny”" in said.data["error"]
    assert "adapts another model" in say(home, "models", "use", "style").data["error"]


def test_models_are_looked_after_while_another_process_has_the_vault_open(
    home: Path, tmp_path: Path
) -> None:
    vault = find_paths(home).vault
    vault.mkdir(exist_ok=True)
    more = str(write_answer_model(tmp_path / "vicuna.gguf", data=b"v" * 36))
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(vault)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        for action in (["list"], ["import", more], ["use", "vicuna"]):
            said = say(home, "models", *action)
            assert said.code == 0, said.err
            assert "in use by another" not in said.err
        other.kill()
    assert "The library is open" in said.err
    assert load_settings(find_paths(home).settings).answer_model == "vicuna"
    assert "The library is open" not in say(home, "models", "use", "vicuna").err


def test_models_need_no_vault_and_make_none(tmp_path: Path) -> None:
    assert say(tmp_path, "models").code == 0
    assert not find_paths(tmp_path).vault.exists()


CHANGED = {f"blk.{layer}.attn_q.weight": (576, 576) for layer in range(30)}
ASKED = [Message("user", "What does an otter eat? Tell me in a few words.")]


def written(adapter: Path | None) -> str:
    options = LlamaOptions("chatml", 512, 2, adapter=adapter)
    model = LlamaModel(installed(SMALL_MODEL), "small", options)
    try:
        return "".join(piece for piece, _ in model.stream(ASKED, 16, Control()))
    finally:
        model.close()


@pytest.mark.slow
def test_a_real_model_writes_something_else_with_an_adapter(tmp_path: Path) -> None:
    still = write_adapter(tmp_path / "still.gguf", CHANGED, value=0.0)
    loud = write_adapter(tmp_path / "loud.gguf", CHANGED, value=0.02)
    plain = written(None)
    assert plain.strip()
    assert written(still) == plain
    assert written(loud) != plain


@pytest.mark.slow
def test_a_real_model_is_used_with_its_adapter_from_the_command_line(tmp_path: Path) -> None:
    adapter = write_adapter(tmp_path / "loud.gguf", CHANGED, value=0.02)
    home = tmp_path / "home"
    assert say(home, "models", "import", str(adapter)).code == 0
    said = say(home, "models", "use", "smollm2-135m-instruct", "--adapter", "loud")
    assert (said.code, said.data["adapter"]) == (0, "loud")
    assert {m["name"] for m in say(home, "models").data["models"] if m["in_use"]} >= {"loud"}
    assert loads(home) == "smollm2-135m-instruct"
    assert say(home, "models", "use", "smollm2-135m-instruct", "--no-adapter").data["adapter"] == ""


def loads(home: Path) -> str:
    """Load the model that is chosen, with all that was chosen about it; its name."""
    with open_vault(find_paths(home)) as vault:
        return vault.services.load_model(lambda _event: None).name
