"""Checks a sentence-transformers folder before it is used: data only, whole, and no code.

Owns what such a folder may hold; reads JSON and safetensors headers, never weights.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.core.errors import ModelError

KEPT = {".json", ".safetensors", ".txt", ".model"}
RUNNABLE = {
    *(".bin", ".pt", ".pth", ".pkl", ".pickle", ".ckpt", ".joblib", ".dill", ".npy", ".npz", ".h5"),
    *(".keras", ".msgpack", ".py", ".pyc", ".pyd", ".pyz", ".so", ".dll", ".dylib", ".exe", ".sh"),
}
VOCABULARIES = {"tokenizer.json", "vocab.json"}
CODE_KEYS = {"auto_map", "trust_remote_code", "custom_pipelines", "base_model_name_or_path"}
CODE_KEYS |= {"quantization_config", "backbone", "use_pretrained_backbone", "use_kernels"}
# Arguments that are passed on to libraries; good folders leave them out, or empty.
PASSED_ON = {
    f"{what}_{kind}"
    for what in ("model", "tokenizer", "processor", "config")
    for kind in ("args", "kwargs")
}
IMPLEMENTATIONS = (None, "", "eager", "sdpa")
MODULES = {"Transformer", "Pooling", "Normalize", "Dense"}
MAX_FILES = 200
MAX_JSON = 64_000_000
MAX_HEADER = 10_000_000
MAX_CONTEXT = 65_536
HINT = "Choose the folder of a sentence-transformers model with .safetensors weights."


def check_embedder(folder: Path) -> int:
    """The longest text, in tokens, that the model in `folder` reads. ModelError if it is unfit."""
    files = kept_files(folder)
    names = {file.name for file in files}
    weights = [file for file in files if file.suffix == ".safetensors"]
    if not names & {"modules.json", "config.json"}:
        raise ModelError(f"“{folder.name}” holds no sentence-transformers model.", HINT)
    if not weights:
        raise ModelError(f"“{folder.name}” holds no weights in the safetensors format.", HINT)
    if not names & {"tokenizer.json", "vocab.txt"} and not any(n.endswith(".model") for n in names):
        raise ModelError(f"“{folder.name}” has no tokenizer.", HINT)
    for file in files:
        if file.suffix == ".json" and file.name not in VOCABULARIES:
            _check_settings(file)
    for file in weights:
        check_safetensors(file)
    return _context(folder)


def kept_files(folder: Path) -> list[Path]:
    """The files of `folder` that make the model, sorted. ModelError for links, pipes and code."""
    kept = []
    for count, file in enumerate(sorted(folder.rglob("*"))):
        if count >= MAX_FILES:
            raise ModelError(f"“{folder.name}” holds more than {MAX_FILES} files.", HINT)
        if file.is_symlink():
            raise ModelError(
                f"“{folder.name}” contains a link (“{file.name}”), which could lead anywhere.",
                "Copy the folder with real files in place of the links.",
            )
        if file.suffix.lower() in RUNNABLE:
            raise ModelError(
                f"“{folder.name}” contains “{file.name}”, a kind of file that can hold a program.",
                "Take the .safetensors form of the model, without that file.",
            )
        if not (file.is_file() or file.is_dir()):
            raise ModelError(f"“{file.name}” in “{folder.name}” is not a file.", HINT)
        if file.is_file() and file.suffix in KEPT:
            kept.append(file)
    return kept


def check_safetensors(path: Path) -> None:
    """ModelError unless the header at the start of `path` fits the rest of the file exactly."""
    size = path.stat().st_size
    with path.open("rb") as file:
        (length,) = struct.unpack("<Q", file.read(8).ljust(8, b"\xff"))
        if length > min(MAX_HEADER, size - 8):
            raise _damaged(path)
        text = file.read(length)
    if _data_length(path, text) != size - 8 - length:
        raise _damaged(path)


def _data_length(path: Path, header: bytes) -> int:
    try:
        tensors = json.loads(header)
        ends = [int(t["data_offsets"][1]) for name, t in tensors.items() if name != "__metadata__"]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise _damaged(path) from None
    return max(ends, default=0)


def _check_settings(file: Path) -> None:
    content = _read_json(file)
    try:
        asks = any(_asks_for_code(key, value) for key, value in _settings(content))
    except RecursionError:
        raise _damaged(file) from None
    if asks or (file.name == "modules.json" and not _has_own_modules(content)):
        raise ModelError(
            f"“{file.name}” of this model asks to run a program that comes with it.",
            "Strongroom never runs code of a model. Choose another model.",
        )


def _asks_for_code(key: str, value: Any) -> bool:
    """Whether a setting names a program: of the folder, of a hub, or any class at all."""
    if key.endswith(("_implementation", "_implementation_internal")):
        return value not in IMPLEMENTATIONS
    if key in PASSED_ON:
        return bool(value)
    if key.startswith("activation_f") and isinstance(value, str) and "." in value:
        return not value.startswith("torch.nn.modules.activation.")
    return key in CODE_KEYS


def _has_own_modules(content: Any) -> bool:
    """Whether a modules.json names nothing but plain modules that sentence-transformers brings."""
    if not isinstance(content, list):
        return False
    for module in content:
        kind, place = (
            (module.get("type"), module.get("path")) if isinstance(module, dict) else (None, None)
        )
        if not (isinstance(kind, str) and isinstance(place, str)):
            return False
        if not kind.startswith("sentence_transformers.") or kind.split(".")[-1] not in MODULES:
            return False
        if Path(place).is_absolute() or ".." in Path(place).parts:
            return False
    return True


def _settings(content: Any) -> Iterator[tuple[str, Any]]:
    """All settings at any depth."""
    if isinstance(content, dict):
        yield from content.items()
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from _settings(part)


def _read_json(file: Path) -> Any:
    if file.stat().st_size > MAX_JSON:
        raise _damaged(file)
    try:
        return json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        raise _damaged(file) from None


def _context(folder: Path) -> int:
    """What the settings say, the most fitting one first; 512 if they are silent."""
    sources = (
        ("sentence_bert_config.json", "max_seq_length"),
        ("tokenizer_config.json", "model_max_length"),
        ("config.json", "max_position_embeddings"),
    )
    for name, key in sources:
        file = folder / name
        content = _read_json(file) if file.is_file() else {}
        found = content.get(key) if isinstance(content, dict) else None
        if isinstance(found, int) and 0 < found <= MAX_CONTEXT:
            return found
    return 512


def _damaged(path: Path) -> ModelError:
    return ModelError(f"“{path.name}” of the model is damaged.", "Copy or download it again.")
