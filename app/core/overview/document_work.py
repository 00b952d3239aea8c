"""What summaries and comparisons are made of and give, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.core.types import Answer, Citation


@dataclass(frozen=True)
class Extent:
    """Pages `first` to `last` of a document; 0 as the last is its end.

    With an `end`, only the characters [start, end) of the page `first`.
    """

    document: int
    first: int = 1
    last: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class SummaryWish:
    """What is to be summarised: `thorough` reads every page, otherwise the telling passages.

    `language` is English, French or Dutch; "" is that of the documents.
    """

    extents: tuple[Extent, ...]
    thorough: bool = False
    language: str = ""


@dataclass(frozen=True)
class PagesRead:
    """The pages of a document that the model read something of; `of` is how many it has."""

    document: int
    document_name: str
    pages: tuple[int, ...]
    of: int


@dataclass(frozen=True)
class Summary:
    """A summary as an answer: every sentence leads to lines on a page.

    One that was stopped rests on the first `pieces_done` of `pieces`.
    """

    answer: Answer
    thorough: bool
    language: str
    pages_read: tuple[PagesRead, ...]
    pieces: int
    pieces_done: int
    is_whole: bool = True
    """Every word was read; otherwise passages of the pages."""


class FindingKind(StrEnum):
    """What comparing the answers of documents shows of a figure, a date, a name or a denial."""

    DIFFER = "differ"
    AGREE = "agree"
    ONLY = "only"
    """Said in one of the documents that answer."""
    NOT_SAID = "not said"
    """A document does not answer at all."""


@dataclass(frozen=True)
class FoundValue:
    """What a document says, as it is written there; "" when it says nothing."""

    document: int
    document_name: str
    value: str
    citation: Citation | None = None


@dataclass(frozen=True)
class Finding:
    """`about` is amount, share, duration, figure, date, year, name, denial or answer."""

    kind: FindingKind
    about: str
    text: str
    values: tuple[FoundValue, ...]


@dataclass(frozen=True)
class DocumentAnswer:
    """What one document answers."""

    document: int
    document_name: str
    answer: Answer


@dataclass(frozen=True)
class Comparison:
    """The answers of several documents to one question, and what tells them apart."""

    question: str
    answers: tuple[DocumentAnswer, ...]
    findings: tuple[Finding, ...]
    seconds: float = 0.0
    stopped: bool = False
