"""What long work tells while it runs. Consumers get them in order, from one thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.core.overview.document_work import DocumentAnswer
from app.core.types import Document, Hit, Sentence


@dataclass(frozen=True)
class DocumentChanged:
    """A document has a new state."""

    document: Document


@dataclass(frozen=True)
class InHand:
    """A document that is being read: so many of its pages."""

    document: int
    done: int
    total: int


@dataclass(frozen=True)
class IndexProgress:
    """How far indexing is. `seconds_left` until all is done is None while it cannot be told."""

    phase: str
    """`looking`, `reading` or `embedding`; `checking` or `rebuilding` the vector index."""
    documents_done: int = 0
    documents_total: int = 0
    pages_done: int = 0
    chunks_done: int = 0
    chunks_total: int = 0
    pages_per_second: float = 0.0
    seconds_left: float | None = None
    current: str = ""
    """Name of the document in hand."""
    share: float | None = None
    """Of the whole work, by the time that it takes; None while it cannot be told."""
    in_hand: tuple[InHand, ...] = ()


@dataclass(frozen=True)
class FoldersChanged:
    """Something happened in the sources; a comparison will tell what."""


@dataclass(frozen=True)
class EvidenceFound:
    """The hits, before the model has read a word."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True)
class PromptRead:
    """The model starts to read a prompt of so many tokens."""

    tokens: int


@dataclass(frozen=True)
class PromptReading:
    """How much of the prompt is read, in tokens; the first one counts what was known before.

    `seconds_left` is None while it cannot be told.
    """

    read: int
    total: int
    seconds_left: float | None = None


@dataclass(frozen=True)
class DraftWritten:
    """The sentence that is being written, so far; unchecked."""

    text: str


@dataclass(frozen=True)
class SentenceChecked:
    """A sentence is complete and was matched to the evidence."""

    sentence: Sentence


@dataclass(frozen=True)
class ModelsLoaded:
    """A model is in memory (`role` is `answer` or `embedder`), after so many seconds."""

    role: str
    name: str
    seconds: float


@dataclass(frozen=True)
class DossierProgress:
    """How many questions of a conversation are in its dossier."""

    done: int
    total: int


@dataclass(frozen=True)
class WorkProgress:
    """How far a summary or a comparison is. `seconds_left` is None while it cannot be told."""

    phase: str
    """`reading` pieces, `merging` what they say, `asking` documents, `gathering` a list; `packing`
    or `unpacking` the file of a library, `importing` a model: these three count hundredths."""
    done: int
    total: int
    seconds_left: float | None = None
    current: str = ""
    """Name of the document in hand."""


@dataclass(frozen=True)
class DocumentAnswered:
    """One of the documents that are compared has answered."""

    answer: DocumentAnswer


@dataclass(frozen=True)
class PlacesFound:
    """More places that an exact search found; so many of the pages are looked at."""

    hits: tuple[Hit, ...]
    pages_done: int
    pages_total: int


Event = (
    DocumentChanged
    | IndexProgress
    | FoldersChanged
    | EvidenceFound
    | PromptRead
    | PromptReading
    | DraftWritten
    | SentenceChecked
    | ModelsLoaded
    | DossierProgress
    | WorkProgress
    | DocumentAnswered
    | PlacesFound
)
Report = Callable[[Event], None]


def tell_nobody(_event: Event) -> None:
    """A `Report` for work that nobody watches."""
