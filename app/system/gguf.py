"""Reads the header of a GGUF model file, trusting nothing in it.

Every count and length is capped and compared with the file's size before it is used, and what
llama.cpp takes on trust is checked. The weights are never read, and nothing from the file is run.
"""

from __future__ import annotations

import math
import struct
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.core.errors import ModelError

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MAX_VALUES = 10_000
MAX_TENSORS = 20_000
MAX_ARRAY = 10_000_000
MAX_TEXTS = 1_500_000
MAX_KEPT_ARRAY = 4_096
MAX_KEPT = 16_000_000
MAX_NAME = 65_535
MAX_TENSOR_NAME = 63
MAX_TEXT = 1_000_000
MAX_HEADER = 64_000_000
MAX_DIMENSIONS = 4
MAX_SIZE = 2**40

SCALARS = dict(enumerate("BbHhIif?", 0)) | {10: "Q", 11: "q", 12: "d"}
TEXT, ARRAY = 8, 9
LENGTH = struct.Struct("<Q")

# Figures beyond these make llama.cpp end the process.
LIMITS = {"block_count": 512, "expert_count": 512, "embedding_length": 2**20}
TOKENS = "tokenizer.ggml.tokens"
# What each of these lists of the vocabulary may hold. llama.cpp reads them to the length of the
# first one without looking at their own.
VOCABULARY = {
    TOKENS: (TEXT,),
    "tokenizer.ggml.scores": (6,),
    "tokenizer.ggml.token_type": (4, 5),
}

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
    if not path.is_file():
        raise ModelError(f"“{path.name}” is not a file.", "Choose a .gguf file.")
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
        self.kept = 0
        self.texts = 0
        self.lists: dict[str, tuple[int, int]] = {}
        """For each list of the vocabulary: the type of its values, and their number."""

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
        self.check_vocabulary()
        settings = _Settings(values, self.broken)
        if not tensors:
            raise self.broken("it holds no weights")
        return _describe(version, settings, self.tensors(tensors, settings))

    def metadata(self, count: int) -> dict[str, Value | None]:
        """The settings by name; None for those that are passed over."""
        values: dict[str, Value | None] = {}
        for _ in range(count):
            key = self.text(MAX_NAME)
            if key in values:
                raise self.broken("it has a setting twice")
            values[key] = self.value(key, self.number("I"))
        return values

    def value(self, key: str, kind: int) -> Value | None:
        """A value, or None for arrays that are long or not of numbers: those are passed over."""
        if kind == TEXT:
            return self.text(MAX_TEXT)
        if kind == ARRAY:
            return self.array(key)
        if kind not in SCALARS:
            raise self.broken(f"it has a setting of the unknown type {kind}")
        found: int | float | bool = self.unpack(SCALARS[kind])[0]
        return found

    def array(self, key: str) -> list[int | float] | None:
        kind = self.number("I")
        count = self.count("Q", MAX_ARRAY, "values in a list")
        if key in VOCABULARY:
            self.lists[key] = kind, count
        if kind == TEXT:
            self.check_texts(key, count)
            return None
        if kind not in SCALARS:
            raise self.broken(f"it has a list of the unknown type {kind}")
        if count > MAX_KEPT_ARRAY or key in VOCABULARY:
            self.skip(count * struct.calcsize(SCALARS[kind]))
            return None
        self.keep(count * 32)
        return list(self.unpack(f"{count}{SCALARS[kind]}"))

    def check_texts(self, key: str, count: int) -> None:
        """Pass over a list of texts. Tokens must differ: llama.cpp ends the process otherwise."""
        if key != TOKENS:
            deque(self.texts_of(count), maxlen=0)
            return
        tokens = [token for token in self.texts_of(count) if token]
        if len(set(tokens)) < len(tokens):
            raise self.broken("its vocabulary has a token twice")

    def texts_of(self, count: int) -> Iterator[bytes]:
        """Vocabularies have some hundred thousand: this loop is what reading a header costs."""
        self.texts += count
        if self.texts > MAX_TEXTS:
            raise self.broken(f"it claims to have {self.texts:,} texts")
        read, length_of = self.file.read, LENGTH.unpack
        at, end = self.at, min(self.size, MAX_HEADER)
        for _ in range(count):
            if at + 8 > end:
                break
            length = length_of(read(8))[0]
            at += 8 + length
            if length > MAX_TEXT or at > end:
                break
            text = read(length)
            if len(text) < length:
                break
            yield text
        else:
            self.at = at
            return
        raise self.broken("it ends in the middle of its header, in a list of texts")

    def check_vocabulary(self) -> None:
        """Whether the lists that describe the tokens are of one length, and of the right type."""
        lengths = {count for _, count in self.lists.values()}
        for key, (kind, _) in self.lists.items():
            if kind not in VOCABULARY[key]:
                raise self.broken("its vocabulary is not one")
        if len(lengths) > 1 or 0 in lengths:
            raise self.broken("the parts of its vocabulary do not fit together")

    def tensors(self, count: int, settings: _Settings) -> int:
        """Pass over the list of tensors; the position where their data end, inside the file."""
        step = settings.alignment()
        found = [self.tensor() for _ in range(count)]
        if len({name for name, *_ in found}) < count:
            raise self.broken("it has weights of the same name twice")
        end = 0
        for _, start, length in found:
            if start != _padded(end, step):
                raise self.broken("its weights overlap or leave gaps")
            end = start + length
        end += _padded(self.at, step)
        if end > self.size:
            raise ModelError(
                f"“{self.name}” is incomplete: {end - self.size:,} bytes are missing at its end.",
                "Copy or download the file again.",
            )
        return end

    def tensor(self) -> tuple[str, int, int]:
        """Name, start and length of one tensor's data, in bytes from the start of the data."""
        name = self.text(MAX_TENSOR_NAME)
        if not name.isprintable():
            raise self.broken("it has weights without a proper name")
        sizes = [
            self.count("Q", MAX_SIZE, "weights in a row")
            for _ in range(self.count("I", MAX_DIMENSIONS, "dimensions"))
        ]
        kind, start = self.number("I"), self.number("Q")
        if kind not in BLOCKS:
            raise self.broken(f"it has weights of the unknown type {kind}")
        values, length = BLOCKS[kind]
        if not sizes or 0 in sizes or sizes[0] % values:
            raise self.broken("it has weights of an impossible shape")
        return name, start, math.prod(sizes) // values * length

    def count(self, form: str, limit: int, what: str) -> int:
        """A number of things to come, at most `limit`."""
        number = self.number(form)
        if number > limit:
            raise self.broken(f"it claims to have {number:,} {what}")
        return number

    def text(self, limit: int) -> str:
        length = self.count("Q", limit, "bytes in a text")
        self.keep(length)
        return self.take(length).decode("utf-8", "replace")

    def keep(self, count: int) -> None:
        """Note that so many bytes stay in memory."""
        self.kept += count
        if self.kept > MAX_KEPT:
            raise self.broken("its settings are far too long")

    def number(self, form: str) -> int:
        return int(self.unpack(form)[0])

    def unpack(self, form: str) -> tuple[int | float | bool, ...]:
        return struct.unpack(f"<{form}", self.take(struct.calcsize(f"<{form}")))

    def take(self, count: int) -> bytes:
        self.move(count)
        found = self.file.read(count)
        if len(found) < count:
            raise self.broken("it became shorter while it was read")
        return found

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


class _Settings:
    """The settings of a file by name, each of the type that it must have."""

    def __init__(
        self, values: Mapping[str, Value | None], broken: Callable[[str], ModelError]
    ) -> None:
        self._values = values
        self._broken = broken

    def text(self, key: str) -> str:
        """A text, or "" where there is none."""
        found = self._values.get(key, "")
        if not isinstance(found, str):
            raise self._broken(f"“{key}” is not a text")
        return found

    def whole(self, key: str) -> int:
        """A whole number, the largest one of a list (some models have one a layer), or 0."""
        found = self._values.get(key, 0)
        values = found if isinstance(found, list) else [found]
        numbers = [value for value in values if type(value) is int]
        if len(numbers) < len(values):
            raise self._broken(f"“{key}” is not a number")
        number = max(numbers, default=0)
        if number > LIMITS.get(key.rpartition(".")[2], number):
            raise self._broken(f"it claims {number:,} for “{key}”")
        return max(number, 0)

    def alignment(self) -> int:
        """Bytes of which every start of weights is a multiple."""
        step = self.whole("general.alignment") if "general.alignment" in self._values else 32
        if step & (step - 1) or not 0 < step <= 65_536:
            raise self._broken(f"it has an alignment of {step} bytes")
        return step


def _padded(position: int, step: int) -> int:
    return -(-position // step) * step


def _describe(version: int, settings: _Settings, data_end: int) -> GgufHeader:
    text, whole = settings.text, settings.whole
    architecture = text("general.architecture")
    embedding = whole(f"{architecture}.embedding_length")
    heads = whole(f"{architecture}.attention.head_count")
    kv_heads = whole(f"{architecture}.attention.head_count_kv") or heads
    key = whole(f"{architecture}.attention.key_length")
    whole(f"{architecture}.expert_count")
    return GgufHeader(
        version=version,
        kind=text("general.type"),
        architecture=architecture,
        name=text("general.name"),
        licence=text("general.license"),
        context_length=whole(f"{architecture}.context_length"),
        chat_template=text("tokenizer.chat_template") or None,
        quantization=QUANTIZATIONS.get(whole("general.file_type"), ""),
        block_count=whole(f"{architecture}.block_count"),
        embedding_length=embedding,
        kv_length=kv_heads * (key or embedding // max(heads, 1)),
        only_embeds=architecture.startswith(EMBEDDERS) or whole(f"{architecture}.pooling_type") > 0,
        parts=whole("split.count"),
        data_end=data_end,
    )
