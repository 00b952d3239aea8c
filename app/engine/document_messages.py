"""What window and engine say about whole documents: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.overview.document_work import Comparison, Summary, SummaryWish
from app.core.types import Answer, Gap


@dataclass(frozen=True)
class Summarize:
    """Summarise within a chat (None: a new one), under the title that the user reads. → Summarized

    Events: WorkProgress, PromptRead, PromptReading, SentenceChecked.
    """

    wish: SummaryWish
    title: str
    chat: int | None = None


@dataclass(frozen=True)
class Compare:
    """Ask several documents the same question, within a chat (None: a new one). → Compared

    Events: WorkProgress, DocumentAnswered.
    """

    question: str
    documents: tuple[int, ...]
    chat: int | None = None


@dataclass(frozen=True)
class GetGaps:
    """Count the pages without text, by the reason. → Gaps"""


@dataclass(frozen=True)
class Gaps:
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Summarized:
    chat: int
    summary: Summary


@dataclass(frozen=True)
class Compared:
    """`answer` is the comparison as it is kept in the conversation."""

    chat: int
    comparison: Comparison
    answer: Answer
