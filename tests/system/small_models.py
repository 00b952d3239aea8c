"""Makes small models, byte by byte, that have all that a check asks for."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path


def text(value: str) -> bytes:
    return struct.pack("<Q", len(value.encode())) + value.encode()


def write_answer_model(
    path: Path, data: bytes = bytes(36), blocks: int = 2, width: int = 64
) -> Path:
    """A GGUF file that has all that the check asks for, and 64 values in Q4_0."""
    numbers = {"context_length": 4096, "block_count": blocks, "embedding_length": width}
    numbers |= {"attention.head_count": 8}
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 1 + len(numbers))
    head += text("general.architecture") + struct.pack("<I", 8) + text("llama")
    for key, value in numbers.items():
        head += text(f"llama.{key}") + struct.pack("<II", 4, value)
    head += text("token_embd.weight") + struct.pack("<IQIQ", 1, 64, 2, 0)
    path.write_bytes(head + bytes(-len(head) % 32) + data)
    return path


def write_adapter(
    path: Path,
    changed: Mapping[str, tuple[int, int]],
    architecture: str = "llama",
    value: float = 0.0,
    others: Mapping[str, str] | None = None,
) -> Path:
    """A LoRA adapter of rank 8 to the weights of these names and shapes, all of one value."""
    texts = {"general.type": "adapter", "general.architecture": architecture}
    texts |= {"adapter.type": "lora", **(others or {})}
    shapes = {
        f"{name}.{part}": shape
        for name, (inner, outer) in changed.items()
        for part, shape in (("lora_a", (inner, 8)), ("lora_b", (8, outer)))
    }
    head = b"GGUF" + struct.pack("<IQQ", 3, len(shapes), len(texts) + 1)
    for key, told in texts.items():
        head += text(key) + struct.pack("<I", 8) + text(told)
    head += text("adapter.lora.alpha") + struct.pack("<If", 6, 8.0)
    data = b""
    for name, (inner, outer) in shapes.items():
        head += text(name) + struct.pack("<IQQIQ", 2, inner, outer, 0, len(data))
        data += struct.pack("<f", value) * (inner * outer)
    path.write_bytes(head + bytes(-len(head) % 32) + data)
    return path


def write_weights(path: Path, values: bytes = bytes(8)) -> None:
    header = {"w": {"dtype": "F32", "shape": [2], "data_offsets": [0, len(values)]}}
    packed = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(packed)) + packed + values)


def write_embedder(folder: Path) -> Path:
    folder.mkdir()
    modules = [{"idx": 0, "type": "sentence_transformers.models.Transformer", "path": ""}]
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "config.json").write_text('{"model_type": "bert", "max_position_embeddings": 512}')
    (folder / "tokenizer.json").write_text('{"model": {"vocab": {"auto_map": 1}}}')
    (folder / "sentence_bert_config.json").write_text('{"max_seq_length": 128}')
    (folder / "README.md").write_text("not part of the model")
    write_weights(folder / "model.safetensors")
    return folder
