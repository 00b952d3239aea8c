"""What the program puts a vault's services together from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.core.folders.changes import Settling
from app.core.interfaces import Embedder, LanguageModel, Reader, TextPattern
from app.core.pace import EmbeddingSpeeds, ReadingPace
from app.core.prompt import Words
from app.core.storage.vectors import OpenStore, OpenWriter


@dataclass(frozen=True)
class Parts:
    """What a vault is worked on with. The two makers are slow, and may raise `ModelError`."""

    reader: Reader
    name_embedder: Callable[[], str]
    """The `model_id` that the embedder will have; quick, may raise `ModelError`."""
    make_embedder: Callable[[], Embedder]
    make_model: Callable[[], LanguageModel]
    open_store: OpenStore
    words: dict[str, Words]
    evidence_tokens: int
    least_chance: float
    read_at_once: int
    pace: ReadingPace | None = None
    """Without one, a prompt has `evidence_tokens` at most."""
    speeds: EmbeddingSpeeds | None = None
    """Without them, nobody knows beforehand how long embedding takes."""
    open_writer: OpenWriter | None = None
    """Without one, the vector store is written in this process."""
    summary_prompts: str = ""
    """TOML; without it nothing can be summarised."""
    settling: Settling = field(default_factory=Settling)
    answer_language: Callable[[], str] = lambda: ""
    """In which language answers are wanted; "": that of the question."""
    is_read_only: bool = False
    """Whether the vault lies where nothing can be written."""
    make_pattern: Callable[[str], TextPattern] | None = None
    """From a regular expression; raises `UsageError`. Without it, none can be searched for."""
