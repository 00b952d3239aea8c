"""Reads a GGUF file's settings and its list of weights, trusting nothing in it.

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
# llama.cpp ends the process over another type.
TYPES = {"adapter.lora.alpha": 6, "adapter.type": TEXT}

# By llama.cpp's number of a tensor type: values in a block, bytes of a block.
BLOCKS = {
    **{0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34)},
    **{9: (32, 40), 10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176)},
    **{14: (256, 210), 15: (256, 292), 16: (256, 66), 17: (256, 74), 18: (256, 98)},
    **{19: (256, 50), 20: (32, 18), 21: (256, 110), 22: (256, 82), 23: (256, 136), 24: (1, 1)},
    **{25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 29: (256, 56), 30: (1, 2)},
    **{34: (256, 54), 35: (256, 66), 39: (32, 17), 40: (64, 36), 41: (128, 18), 42: (64, 18)},
}

# Tokens that only the vocabularies of some families of models have.
MARKERS = frozenset(
    marker.encode()
    for marker in (
        *("<|im_start|>", "<|im_sep|>", "<|start_header_id|>", "<start_of_turn>", "[INST]"),
        *("[SYSTEM_PROMPT]", "<|user|>", "<|assistant|>", "<|end|>", "<｜User｜>", "<think>"),
    )
)

Value = int | float | bool | str | list[int | float]


@dataclass(frozen=True)
class Tensor:
    """Weights of one name: their shape, the number of their values, and of their bytes."""

    name: str
    shape: tuple[int, ...]
    values: int
    bytes: int


@dataclass(frozen=True)
class Contents:
    """What a file holds. `tokens` counts its vocabulary, `markers` are some words of it."""

    version: int
    settings: Settings
    tensors: tuple[Tensor, ...]
    tokens: int
    markers: frozenset[str]
    data_end: int


def read_contents(path: Path) -> Contents:
    """What the file at `path` says it holds. ModelError if it is not a whole, sane GGUF file."""
    if not path.is_file():
        raise ModelError(f"“{path.name}” is not a file.", "Choose a .gguf file.")
    with path.open("rb") as file:
        return _Reader(file, path).contents()


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
        self.markers: frozenset[str] = frozenset()

    def contents(self) -> Contents:
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
        settings = Settings(values, self.broken)
        if not tensors:
            raise self.broken("it holds no weights")
        found, end = self.tensors(tensors, settings)
        count = self.lists.get(TOKENS, (TEXT, 0))[1]
        return Contents(version, settings, found, count, self.markers, end)

    def metadata(self, count: int) -> dict[str, Value | None]:
        """The settings by name; None for those that are passed over."""
        values: dict[str, Value | None] = {}
        for _ in range(count):
            key = self.text(MAX_NAME)
            if key in values:
                raise self.broken("it has a setting twice")
            kind = self.number("I")
            if kind != TYPES.get(key, kind):
                raise self.broken(f"“{key}” is of a wrong type")
            values[key] = self.value(key, kind)
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
        different = set(tokens)
        if len(different) < len(tokens):
            raise self.broken("its vocabulary has a token twice")
        self.markers = frozenset(marker.decode() for marker in MARKERS & different)

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

    def tensors(self, count: int, settings: Settings) -> tuple[tuple[Tensor, ...], int]:
        """The list of tensors, and the position where their data end, inside the file."""
        step = settings.alignment()
        found = [self.tensor() for _ in range(count)]
        if len({tensor.name for tensor, _ in found}) < count:
            raise self.broken("it has weights of the same name twice")
        end = 0
        for tensor, start in found:
            if start != _padded(end, step):
                raise self.broken("its weights overlap or leave gaps")
            end = start + tensor.bytes
        end += _padded(self.at, step)
        if end > self.size:
            raise ModelError(
                f"“{self.name}” is incomplete: {end - self.size:,} bytes are missing at its end.",
                "Copy or download the file again.",
            )
        return tuple(tensor for tensor, _ in found), end

    def tensor(self) -> tuple[Tensor, int]:
        """One tensor, and where its data start, in bytes from the start of all data."""
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
        count = math.prod(sizes)
        return Tensor(name, tuple(sizes), count, count // values * length), start

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


class Settings:
    """The settings of a file by name, each of the type that it must have."""

    def __init__(
        self, values: Mapping[str, Value | None], broken: Callable[[str], ModelError]
    ) -> None:
        self._values = values
        self._broken = broken

    def has(self, key: str) -> bool:
        return key in self._values

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
