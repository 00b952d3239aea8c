"""The things Strongroom is about, as plain frozen data.

Lengths on a page are PDF points (1/72 inch) from its top left corner; pages count from 1;
character positions are positions in `Page.text`; times are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 on a page."""


# Documents, as a reader gives them


@dataclass(frozen=True)
class Line:
    """A line of a page: the characters [start, end) of its text, and where they stand."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True)
class Page:
    """What could be read of a page. `problem` says why there is no text, or what was left out."""

    number: int
    label: str
    width: float
    height: float
    text: str
    lines: tuple[Line, ...] = ()
    problem: str = ""


@dataclass(frozen=True)
class OutlineEntry:
    """A heading of the document's own table of contents."""

    level: int
    title: str
    page: int


@dataclass(frozen=True)
class Reading:
    """A whole document, read."""

    pages: tuple[Page, ...]
    title: str = ""
    outline: tuple[OutlineEntry, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawn page: height rows of width pixels, 4 bytes each: blue, green, red, 255."""

    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True)
class Letters:
    """Where each character of a page's text stands: four float32 each, as in `Box`.

    All four are 0 where it stands nowhere. The text may be shorter.
    """

    boxes: bytes = field(repr=False)


# The library, as the catalogue keeps it


class State(StrEnum):
    """Where a document stands between being found and answering in full."""

    WAITING = "waiting"
    SEARCHABLE = "searchable"
    """By keyword; its vectors are still missing."""
    READY = "ready"
    FAILED = "failed"
    LOCKED = "locked"


class Presence(StrEnum):
    """Whether a document's file is where it was. What was read of it can be asked all the same."""

    HERE = "here"
    AWAY = "away"
    """Where it lay cannot be reached: a stick, a share, a folder without permission."""
    MISSING = "missing"
    """Its folder is there, and it is not; the user has not said whether to forget it."""
    KEPT = "kept"
    """Missing, and kept because the user said so."""


@dataclass(frozen=True)
class Document:
    """A file of the library. `pages` have been found in it, `pages_read` of them hold text."""

    id: int
    source: str
    path: str
    name: str
    state: State
    pages: int = 0
    pages_read: int = 0
    reason: str = ""
    presence: Presence = Presence.HERE
    modified: int = 0
    """When its file was last changed, in nanoseconds since 1970."""
    is_changed: bool = False
    """Its file is another one than was read, and is about to be read again."""


@dataclass(frozen=True)
class FileStamp:
    """What tells whether a file changed without reading it: bytes, and nanoseconds since 1970."""

    size: int
    modified: int


@dataclass(frozen=True)
class Chunk:
    """A stored piece of a page: characters [start, end) of its text, under a heading."""

    page: int
    start: int
    end: int
    text: str
    heading: str = ""
    id: int = 0
    document: int = 0
    document_name: str = ""


# Answers


@dataclass(frozen=True)
class Hit:
    """A chunk found for a question; `marked` is the quote in it that matters most.

    `warning` is a sentence for the user when the chunk holds orders to a model.
    """

    document: int
    document_name: str
    path: str
    page: int
    score: float
    text: str
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    chunk: int = 0
    marked: str = ""
    marked_boxes: tuple[Box, ...] = ()
    warning: str = ""


class Support(StrEnum):
    """How far the evidence carries a sentence."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True)
class Citation:
    """The lines that a sentence rests on; `number` is the mark that the reader sees."""

    document: int
    document_name: str
    path: str
    page: int
    quote: str
    boxes: tuple[Box, ...]
    number: int = 0


@dataclass(frozen=True)
class Sentence:
    """A sentence of an answer; `calculation` is the formula of one whose figure we computed."""

    text: str
    support: Support
    citations: tuple[Citation, ...] = ()
    calculation: str = ""


@dataclass(frozen=True)
class Coverage:
    """What a question could look at, and what it could not."""

    documents: int
    searchable: int
    unreadable: tuple[str, ...] = ()
    """Names of documents in scope that could not be read."""
    pages: int = 0
    pages_read: int = 0


@dataclass(frozen=True)
class Gap:
    """So many pages of so many documents have no text; "" when nothing is known of why."""

    reason: str
    pages: int
    documents: int


class WhyLeftOut(StrEnum):
    """Why something could not be part of a list: pages, and then documents."""

    NO_TEXT = "no text"
    NO_AMOUNT = "no amount"
    OTHER_MONEY = "other money"
    NO_DATE = "no date"
    TOO_MANY = "too many"
    """Beyond what a list can hold."""


@dataclass(frozen=True)
class Listing:
    """What was gone through for a list. Of the answer's sentences those from `first` on are its
    items: documents, or lines of them. `matched` of the `pages` hold what was asked for."""

    first: int
    items: int
    documents: int
    pages: int
    matched: int
    left_out: tuple[tuple[WhyLeftOut, int], ...] = ()
    is_of_documents: bool = False


@dataclass(frozen=True)
class AnswerTimes:
    """Seconds from the question to the hits, to the first word, and to the end."""

    retrieve: float = 0.0
    first_token: float = 0.0
    total: float = 0.0


@dataclass(frozen=True)
class Answer:
    """What the documents say. When it abstains, `hits` are the closest passages."""

    question: str
    answer: str
    abstained: bool
    sentences: tuple[Sentence, ...]
    hits: tuple[Hit, ...]
    coverage: Coverage
    model: str = ""
    prompt_tokens: int = 0
    answer_tokens: int = 0
    seconds: AnswerTimes = AnswerTimes()
    stopped: bool = False
    thinking: str = ""
    """What the model thought aloud before it answered; unchecked."""
    meant: str = ""
    """The question with what it refers back to."""
    listing: Listing | None = None
    """Of an answer that lists everything."""


@dataclass(frozen=True)
class Record:
    """What an answer was made with, so that it can be checked later.

    `asked` is seconds since 1970; `sources` are (document, SHA-256) of what it was taken from, as
    they were indexed then.
    """

    asked: int = 0
    version: str = ""
    model_sha256: str = ""
    sources: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Turn:
    """A question of a chat and its answer."""

    question: str
    answer: Answer
    record: Record = field(default=Record(), compare=False)


@dataclass(frozen=True)
class Chat:
    """A conversation; its times are seconds since 1970, 0 when they were not noted.

    One that is not `kept` is in memory only, and gone when the program ends.
    """

    id: int
    title: str
    turns: tuple[Turn, ...] = ()
    created: int = 0
    changed: int = 0
    questions: int = 0
    kept: bool = True


@dataclass(frozen=True)
class Suggestion:
    """A question, and the page that answers it."""

    question: str
    document: int
    document_name: str
    page: int


# Work


@dataclass(frozen=True)
class Failure:
    """A file that could not be read, and why."""

    path: Path
    reason: str


@dataclass(frozen=True)
class IndexTimes:
    """Seconds spent on reading, on embedding, and in all."""

    read: float = 0.0
    embed: float = 0.0
    total: float = 0.0


@dataclass(frozen=True)
class IndexReport:
    """What an indexing run found in its sources: documents that can be searched, and what failed.

    `skipped` files are of kinds that are not read, `unsettled` ones are still being written and
    were left for later. `moved` and `forgotten` documents left their old place, `missing` and
    `away` ones are kept without their files; `changes` counts all whose row is another one now.
    """

    documents: int
    pages: int
    chunks: int
    failed: tuple[Failure, ...] = ()
    seconds: IndexTimes = IndexTimes()
    skipped: int = 0
    moved: int = 0
    forgotten: int = 0
    missing: int = 0
    away: int = 0
    unsettled: tuple[str, ...] = ()
    changes: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    """Of the skipped files: the ends of their names ("" where that says nothing), most first."""
    duplicates: tuple[tuple[str, str], ...] = ()
    """Names of documents that came in now, and of one with the same content."""


@dataclass(frozen=True)
class Foreseen:
    """Documents that would be new, those that are there already, and files that are not read.

    `kinds` are the ends of the names of these files, most first. Not `is_whole` when there was no
    time to look at everything.
    """

    new: int = 0
    known: int = 0
    skipped: int = 0
    kinds: tuple[tuple[str, int], ...] = ()
    is_whole: bool = True


@dataclass(frozen=True)
class Problem:
    """Something that `check` found; `mended` tells whether it is right again."""

    what: str
    where: str
    mended: bool
