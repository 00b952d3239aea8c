"""Reads the header of a GGUF model file, trusting nothing in it.

Every count and length is capped and compared with the file's size before it is used. The weights
themselves are never read, and nothing from the file is run.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.core.errors import ModelError

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MAX_VALUES = 10_000
MAX_TENSORS = 200_000
MAX_ARRAY = 10_000_000
MAX_KEPT_ARRAY = 4_096
MAX_NAME = 65_535
MAX_TEXT = 1_000_000
MAX_HEADER = 256_000_000
MAX_DIMENSIONS = 4

SCALARS = dict(enumerate("BbHhIif?", 0)) | {10: "Q", 11: "q", 12: "d"}
TEXT, ARRAY = 8, 9

# By llama.cpp's number of a tensor type: values in a block, bytes of a block.
BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34)},
    **{9: (32, 40), 10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176)},
    **{14: (256, 210), 15: (256, 292), 16: (256, 66), 17: (256, 74), 18: (256, 98)},
    **{19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82), 23: (256, 136), 24: (1, 1)},
    **{25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2)},
    **{34: (256, 54), 35: (256, 66), 39: (32, 17), 40: (64, 36), 41: (128, 18), 42: (64, 18)},
}
QUANTIZATIONS = {
    **{0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K"},
    **{11: "Q3_K_S", 12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S"},
    **{17: "Q5_K_M", 18: "Q6_K", 25: "IQ4_NL", 30: "IQ4_XS", 32: "BF16", 38: "MXFP4"},
}
EMBEDDERS = ("bert", "nomic-bert", "jina-bert", "modern-bert", "neo-bert", "eurobert", "t5encoder")

OTHER_KINDS = {
    "adapter": "is an adapter (LoRA) to another model, not a model of its own.",
    "mmproj": "is the picture part of another model, not a language model.",
    "clip": "is the picture part of another model, not a language model.",
    "imatrix": "holds statistics for making models, not a model.",
}

Value = int | float | bool | str | list[int | float]


@dataclass(frozen=True)
class GgufHeader:
    """What a model file says of itself. Lengths in tokens or values; 0 or "" where it is silent."""

    version: int
    kind: str
    architecture: str
    name: str
    licence: str
    context_length: int
    chat_template: str | None
    quantization: str
    block_count: int
    embedding_length: int
    kv_length: int
    only_embeds: bool
    parts: int
    data_end: int

    def kv_bytes(self, context: int) -> int:
        """Bytes that keys and values of `context` tokens need, two bytes a value."""
        return 2 * 2 * self.block_count * self.kv_length * context


def read_header(path: Path) -> GgufHeader:
    """The header of the file at `path`. ModelError if it is not a whole, sane GGUF file."""
    with path.open("rb") as file:
        return _Reader(file, path).header()


def check_answer_model(path: Path) -> GgufHeader:
    """The header of a model that can write answers. ModelError, saying why, for any other file."""
    header = read_header(path)
    refused = _why_refused(header)
    if refused:
        raise ModelError(
            f"“{path.name}” {refused}",
            "Choose the GGUF file of a language model that follows instructions.",
        )
    return header


def _why_refused(header: GgufHeader) -> str:
    if header.kind in OTHER_KINDS or header.architecture in OTHER_KINDS:
        return OTHER_KINDS.get(header.kind) or OTHER_KINDS[header.architecture]
    if header.only_embeds:
        return "only makes vectors of texts; it cannot write answers."
    if header.parts > 1:
        return f"is one of {header.parts} parts of a model: join the parts to one file first."
    if not (header.architecture and header.block_count and header.embedding_length):
        return "does not say what kind of model it holds."
    return ""


class _Reader:
    """Reads one file's header from front to back, never past its end."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self.file = file
        self.name = path.name
        self.size = path.stat().st_size
        self.at = 0

    def header(self) -> GgufHeader:
        if self.take(4) != MAGIC:
            raise ModelError(f"“{self.name}” is not a GGUF model file.", "Choose a .gguf file.")
        version = self.number("I")
        if version not in VERSIONS:
            raise ModelError(
                f"“{self.name}” has version {version} of the GGUF format, which is not supported.",
                "Choose a file in version 3, or one made for this kind of computer.",
            )
        tensors = self.count("Q", MAX_TENSORS, "tensors")
        values = self.metadata(self.count("Q", MAX_VALUES, "settings"))
        if not tensors:
            raise self.broken("it holds no weights")
        return _describe(version, values, self.tensors(tensors, values))

    def metadata(self, count: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for _ in range(count):
            key = self.text(MAX_NAME)
            value = self.value(self.number("I"))
            if value is not None:
                values[key] = value
        return values

    def value(self, kind: int) -> Value | None:
        """A value, or None for arrays that are long or not of numbers: those are passed over."""
        if kind == TEXT:
            return self.text(MAX_TEXT)
        if kind == ARRAY:
            return self.array()
        if kind not in SCALARS:
            raise self.broken(f"it has a setting of the unknown type {kind}")
        found: int | float | bool = self.unpack(SCALARS[kind])[0]
        return found

    def array(self) -> list[int | float] | None:
        kind = self.number("I")
        count = self.count("Q", MAX_ARRAY, "values in a list")
        if kind == TEXT:
            for _ in range(count):
                self.skip(self.count("Q", MAX_TEXT, "bytes in a text"))
            return None
        if kind not in SCALARS:
            raise self.broken(f"it has a list of the unknown type {kind}")
        if count > MAX_KEPT_ARRAY:
            self.skip(count * struct.calcsize(SCALARS[kind]))
            return None
        return list(self.unpack(f"{count}{SCALARS[kind]}"))

    def tensors(self, count: int, values: dict[str, Value]) -> int:
        """Pass over the list of tensors; the position where their data end, inside the file."""
        ends = [self.tensor() for _ in range(count)]
        step = _whole(values, "general.alignment") or 32
        if step & (step - 1) or step > 65_536:
            raise self.broken(f"it has an alignment of {step} bytes")
        end = -(-self.at // step) * step + max(ends)
        if end > self.size:
            raise ModelError(
                f"“{self.name}” is incomplete: {end - self.size:,} bytes are missing at its end.",
                "Copy or download the file again.",
            )
        return end

    def tensor(self) -> int:
        """The end of one tensor's data, in bytes from the start of the data."""
        self.text(MAX_NAME)
        sizes = [self.number("Q") for _ in range(self.count("I", MAX_DIMENSIONS, "dimensions"))]
        kind, start = self.number("I"), self.number("Q")
        if kind not in BLOCKS:
            raise self.broken(f"it has weights of the unknown type {kind}")
        values, length = BLOCKS[kind]
        return start + -(-math.prod(sizes) // values) * length

    def count(self, form: str, limit: int, what: str) -> int:
        """A number of things to come, at most `limit`."""
        number = self.number(form)
        if number > limit:
            raise self.broken(f"it claims to have {number:,} {what}")
        return number

    def text(self, limit: int) -> str:
        return self.take(self.count("Q", limit, "bytes in a text")).decode("utf-8", "replace")

    def number(self, form: str) -> int:
        return int(self.unpack(form)[0])

    def unpack(self, form: str) -> tuple[int | float | bool, ...]:
        return struct.unpack(f"<{form}", self.take(struct.calcsize(f"<{form}")))

    def take(self, count: int) -> bytes:
        self.move(count)
        return self.file.read(count)

    def skip(self, count: int) -> None:
        self.move(count)
        self.file.seek(count, 1)

    def move(self, count: int) -> None:
        self.at += count
        if self.at > self.size:
            raise self.broken("it ends in the middle of its header")
        if self.at > MAX_HEADER:
            raise self.broken("its header is far too long")

    def broken(self, why: str) -> ModelError:
        return ModelError(f"“{self.name}” is damaged: {why}.", "Copy or download the file again.")


def _describe(version: int, values: dict[str, Value], data_end: int) -> GgufHeader:
    architecture = _text(values, "general.architecture")
    embedding = _whole(values, f"{architecture}.embedding_length")
    heads = _whole(values, f"{architecture}.attention.head_count")
    kv_heads = _whole(values, f"{architecture}.attention.head_count_kv") or heads
    key = _whole(values, f"{architecture}.attention.key_length")
    return GgufHeader(
        version=version,
        kind=_text(values, "general.type"),
        architecture=architecture,
        name=_text(values, "general.name"),
        licence=_text(values, "general.license"),
        context_length=_whole(values, f"{architecture}.context_length"),
        chat_template=_text(values, "tokenizer.chat_template") or None,
        quantization=QUANTIZATIONS.get(_whole(values, "general.file_type"), ""),
        block_count=_whole(values, f"{architecture}.block_count"),
        embedding_length=embedding,
        kv_length=kv_heads * (key or embedding // max(heads, 1)),
        only_embeds=architecture.startswith(EMBEDDERS)
        or _whole(values, f"{architecture}.pooling_type") > 0,
        parts=_whole(values, "split.count"),
        data_end=data_end,
    )


def _text(values: dict[str, Value], key: str) -> str:
    found = values.get(key)
    return found if isinstance(found, str) else ""


def _whole(values: dict[str, Value], key: str) -> int:
    """A whole number, the largest one of a list (some models have one a layer), or 0."""
    found = values.get(key, 0)
    if isinstance(found, list):
        found = max(found, default=0)
    return max(found, 0) if isinstance(found, int) else 0
