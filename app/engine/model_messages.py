"""What window and engine say about models: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class GetModels:
    """→ Models"""


@dataclass(frozen=True)
class ImportModel:
    """Check a GGUF file or an embedder's folder and copy it into the home folder. → Models"""

    path: str


@dataclass(frozen=True)
class UseModel:
    """Choose a model for its role and load it; None leaves as it is how it is used. → Status

    `template` names a family, "own" the one in the file, "" the usual one; `adapter` "" is none;
    `gpu_layers` -1 is as many as have room.
    """

    name: str
    template: str | None = None
    adapter: str | None = None
    gpu_layers: int | None = None


@dataclass(frozen=True)
class SetFirstWord:
    """How many seconds the next questions may wait for their first word. → Done"""

    seconds: int


@dataclass(frozen=True)
class SetAnswerLanguage:
    """In which language answers are written; "": in that of their question. → Done"""

    language: str


@dataclass(frozen=True)
class EstimateEmbedding:
    """What it would cost to use another search model. → EmbeddingCost"""

    name: str


@dataclass(frozen=True)
class EmbeddingCost:
    """`passages` that the model has to prepare, and `seconds` for it here (0: not known)."""

    passages: int
    seconds: float


@dataclass(frozen=True)
class ModelInfo:
    """`size` and `memory` are bytes; memory is what it needs when loaded.

    Of answer models also: whether it fits now ("fits", "tight", "does not fit"), estimates of the
    tokens that it reads and the words that it writes in a second, and the family of its chat
    template ("" for the one in its file).
    """

    name: str
    role: str
    size: int
    memory: int
    licence: str
    context: int
    in_use: bool
    installed: bool
    fit: str = ""
    reads: float = 0.0
    words: float = 0.0
    family: str = ""


@dataclass(frozen=True)
class Models:
    """All models, and how the answer model is used.

    `families` are names of chat templates and their titles; `gpu` whether this build can use a
    graphics card. The others are what was chosen, as in `UseModel` and `SetFirstWord`.
    """

    models: tuple[ModelInfo, ...]
    families: tuple[tuple[str, str], ...] = ()
    template: str = ""
    adapter: str = ""
    gpu: bool = False
    gpu_layers: int = 0
    first_word_seconds: int = 15
    answer_language: str = ""
