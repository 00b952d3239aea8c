"""Models that are refused when they are imported: damaged, incomplete, or able to run code."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path

import psutil
import pytest

from app.core.errors import ModelError
from app.system.model_files import ModelFiles
from tests.system.small_models import write_answer_model, write_weights


def refusal(files: ModelFiles, path: Path) -> str:
    with pytest.raises(ModelError) as caught:
        files.import_model(path)
    assert caught.value.hint
    assert not files.all()
    assert not files.home.exists() or not any(files.home.iterdir())
    return caught.value.message


@pytest.mark.parametrize("name", ["model.bin", "model.pt", "model.pth", "model.pkl", "model.py"])
def test_files_that_can_hold_programs_are_refused(
    files: ModelFiles, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"GGUF")
    assert "not a kind of model" in refusal(files, tmp_path / name)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "sub/a.PT", "modeling.py", "x.pkl"])
def test_folders_with_files_that_can_hold_programs_are_refused(
    files: ModelFiles, embedder: Path, name: str
) -> None:
    (embedder / name).parent.mkdir(exist_ok=True)
    (embedder / name).write_bytes(b"")
    assert "can hold a program" in refusal(files, embedder)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.json", '{"auto_map": {"AutoModel": "x.Y"}}'),
        ("sentence_bert_config.json", '{"model_args": {"trust_remote_code": true}}'),
        ("config.json", '{"text": {"auto_map": {}}}'),
        ("config.json", '{"_attn_implementation_internal": "someone/kernel"}'),
        ("config.json", '{"attn_implementation": "someone/kernel@main:run"}'),
        ("config.json", '{"experts_implementation": "someone/kernel"}'),
        ("config.json", '{"quantization_config": {"quant_method": "gptq"}}'),
        ("config.json", '{"backbone": "someone/net", "use_pretrained_backbone": true}'),
        ("adapter_config.json", '{"base_model_name_or_path": "someone/model"}'),
        ("sentence_bert_config.json", '{"model_args": {"local_files_only": false}}'),
        ("sentence_bert_config.json", '{"config_kwargs": {"cache_dir": "/"}}'),
        ("2_Dense/config.json", '{"activation_function": "torch.hub.load"}'),
        ("2_Dense/config.json", '{"activation_function": "os.abort"}'),
        ("modules.json", "{}"),
        ("modules.json", "[1]"),
        *(
            ("modules.json", json.dumps([{"type": kind, "path": place}]))
            for kind, place in (
                ("custom.Transformer", ""),
                ("os.abort", ""),
                ("sentence_transformers.models.WordEmbeddings", ""),
                ("sentence_transformers.base.modules.Router", ""),
                ("sentence_transformers.models.Pooling", "../other"),
                ("sentence_transformers.models.Pooling", "/etc"),
                (7, ""),
            )
        ),
    ],
)
def test_folders_that_ask_to_run_code_are_refused(
    files: ModelFiles, embedder: Path, name: str, content: str
) -> None:
    (embedder / name).parent.mkdir(exist_ok=True)
    (embedder / name).write_text(content)
    assert "asks to run a program" in refusal(files, embedder)


def test_plain_modules_and_implementations_are_taken(files: ModelFiles, embedder: Path) -> None:
    kinds = ("models.Transformer", "base.modules.dense.Dense", "models.Normalize")
    modules = [{"type": f"sentence_transformers.{kind}", "path": "2_Dense"} for kind in kinds]
    (embedder / "modules.json").write_text(json.dumps(modules))
    (embedder / "config.json").write_text('{"attn_implementation": null, "hidden_act": "gelu"}')
    (embedder / "2_Dense").mkdir()
    tanh = '{"activation_function": "torch.nn.modules.activation.Tanh"}'
    (embedder / "2_Dense" / "config.json").write_text(tanh)
    assert files.import_model(embedder).role == "embedder"


@pytest.mark.parametrize(
    ("name", "why"),
    [("model.safetensors", "no weights"), ("tokenizer.json", "no tokenizer")],
)
def test_incomplete_folders_are_refused(
    files: ModelFiles, embedder: Path, name: str, why: str
) -> None:
    (embedder / name).unlink()
    assert why in refusal(files, embedder)


def test_a_folder_of_something_else_is_refused(files: ModelFiles, tmp_path: Path) -> None:
    write_weights(tmp_path / "adapter.safetensors")
    assert "no sentence-transformers model" in refusal(files, tmp_path)


@pytest.mark.parametrize("content", [b"", bytes(8), struct.pack("<Q", 2**60) + b"{}", b"x" * 99])
def test_damaged_weights_are_refused(files: ModelFiles, embedder: Path, content: bytes) -> None:
    (embedder / "model.safetensors").write_bytes(content)
    assert "damaged" in refusal(files, embedder)


def test_cut_weights_are_refused(files: ModelFiles, embedder: Path) -> None:
    weights = embedder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1])
    assert "damaged" in refusal(files, embedder)


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "\x00"])
def test_settings_that_are_no_json_are_refused(
    files: ModelFiles, embedder: Path, text: str
) -> None:
    (embedder / "config.json").write_text(text)
    assert "damaged" in refusal(files, embedder)


def test_a_pipe_in_the_place_of_a_file_is_refused_without_waiting(
    files: ModelFiles, embedder: Path
) -> None:
    (embedder / "config.json").unlink()
    os.mkfifo(embedder / "config.json")
    assert "is not a file" in refusal(files, embedder)


def test_links_are_refused(files: ModelFiles, embedder: Path, source: Path) -> None:
    (embedder / "vocab.txt").symlink_to(source)
    assert "link" in refusal(files, embedder)
    (embedder.parent / "link.gguf").symlink_to(source)
    assert "is a link" in refusal(files, embedder.parent / "link.gguf")


def test_a_cut_model_file_is_refused(files: ModelFiles, source: Path) -> None:
    source.write_bytes(source.read_bytes()[:-1])
    assert "incomplete" in refusal(files, source)


def test_a_file_that_is_not_there_is_refused(files: ModelFiles, tmp_path: Path) -> None:
    assert "no file" in refusal(files, tmp_path / "none.gguf")


def test_a_model_too_large_for_the_memory_is_refused_with_figures(
    files: ModelFiles, tmp_path: Path
) -> None:
    source = write_answer_model(tmp_path / "huge.gguf", blocks=512, width=2**20)
    total = psutil.virtual_memory().total / 1e9
    assert f"this computer has {total:.1f} GB" in refusal(files, source)


def test_a_full_disk_is_said_with_figures(
    files: ModelFiles, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1_000_000})
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    assert "needs 100 MB of disk space; 1 MB are free" in refusal(files, source)


def test_an_import_that_fails_while_copying_is_said(
    files: ModelFiles, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert "No space left on device" in refusal(files, source)
