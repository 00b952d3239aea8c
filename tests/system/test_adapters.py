"""LoRA adapters: kept like models, and used only with a model that they fit."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from app.core.errors import ModelError
from app.system.gguf import check_adapter
from app.system.model_files import ModelFiles
from tests.system.small_models import write_adapter, write_answer_model


def refusal(files: ModelFiles, path: Path) -> str:
    with pytest.raises(ModelError) as caught:
        files.import_model(path)
    assert caught.value.hint
    assert not files.all()
    return caught.value.message


def test_an_adapter_is_kept_with_its_sum_and_verified(files: ModelFiles, tmp_path: Path) -> None:
    made = files.import_model(write_adapter(tmp_path / "style.gguf", {"w": (64, 64)}))
    assert (made.name, made.role, made.path) == ("style", "adapter", files.home / "style.gguf")
    assert files.find("style", "adapter") == made == files.checked(made)
    assert files.verify() == [(made, "")]
    content = made.path.read_bytes()
    made.path.write_bytes(content[:-1] + b"\x01")
    with pytest.raises(ModelError, match="not what was recorded"):
        files.checked(made)


def test_an_adapter_is_no_answer_model(files: ModelFiles, tmp_path: Path) -> None:
    files.import_model(write_adapter(tmp_path / "style.gguf", {"w": (64, 64)}))
    with pytest.raises(ModelError, match="no model that writes answers"):
        files.default("answer", None)
    with pytest.raises(ModelError, match="no model called"):
        files.find("style", "answer")


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"adapter.type": "other"}, "not supported"),
        ({"adapter.alora.invocation_tokens": "x"}, "not supported"),
        ({"general.architecture": ""}, "not supported"),
    ],
)
def test_adapters_of_another_kind_are_refused(
    files: ModelFiles, tmp_path: Path, others: dict[str, str], why: str
) -> None:
    path = write_adapter(tmp_path / "a.gguf", {"w": (64, 64)}, others=others)
    assert why in refusal(files, path)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b"w.lora_b", b"w.lora_c", "without all of its parts"),
        (b"w.lora_a", b"v.lora_a", "without all of its parts"),
        (struct.pack("<If", 6, 8.0), struct.pack("<Ii", 5, 8), "of a wrong type"),
    ],
)
def test_an_adapter_that_llama_cpp_would_stumble_over_is_refused(
    files: ModelFiles, tmp_path: Path, old: bytes, new: bytes, why: str
) -> None:
    path = write_adapter(tmp_path / "a.gguf", {"w": (64, 64)})
    content = path.read_bytes()
    assert content.count(old) == 1
    path.write_bytes(content.replace(old, new))
    assert why in refusal(files, path)


def test_a_cut_adapter_is_refused(files: ModelFiles, tmp_path: Path) -> None:
    path = write_adapter(tmp_path / "a.gguf", {"w": (64, 64)})
    path.write_bytes(path.read_bytes()[:-4])
    assert "incomplete" in refusal(files, path)


def test_a_model_is_no_adapter(source: Path) -> None:
    with pytest.raises(ModelError, match="not an adapter"):
        check_adapter(source)


@pytest.mark.parametrize(
    ("changed", "architecture", "why"),
    [
        ({"w": (64, 64)}, "qwen2", "made for a model of the kind “qwen2”"),
        ({"v": (64, 64)}, "llama", "weights that this model does not have"),
        ({"w": (32, 64)}, "llama", "of another size"),
        ({"w": (64, 32)}, "llama", "of another size"),
    ],
)
def test_an_adapter_to_another_model_is_refused_with_the_reason(
    files: ModelFiles, tmp_path: Path, changed: dict[str, tuple[int, int]], architecture: str,
    why: str,
) -> None:  # fmt: skip
    base = files.import_model(write_square_model(tmp_path / "base.gguf"))
    files.import_model(write_adapter(tmp_path / "a.gguf", changed, architecture))
    with pytest.raises(ModelError, match=why) as told:
        files.adapter_for(base, "a")
    assert told.value.message.startswith("The adapter “a” does not fit “base”: ")


def test_an_adapter_that_fits_is_given_out(files: ModelFiles, tmp_path: Path) -> None:
    base = files.import_model(write_square_model(tmp_path / "base.gguf"))
    made = files.import_model(write_adapter(tmp_path / "a.gguf", {"w": (64, 64)}))
    assert files.adapter_for(base, "a") == made


def write_square_model(path: Path) -> Path:
    """The small model with one matrix of 64 times 64 in place of its embeddings."""
    write_answer_model(path)
    content = path.read_bytes()
    name = b"token_embd.weight"
    start = content.index(name) - 8
    head = content[:start] + struct.pack("<Q", 1) + b"w"
    head += struct.pack("<IQQIQ", 2, 64, 64, 2, 0)
    path.write_bytes(head + bytes(-len(head) % 32) + bytes(64 * 64 // 32 * 18))
    return path
