"""Why the right page of a question was not among the first ones: what each way to it found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.bench.figures import Asked, kind_of
from app.core.evaluation import Place, Question, Retrieved, retrieved

DEPTH = 5
"""Different pages; one that comes later counts as missed."""


@dataclass(frozen=True)
class Miss:
    """Ranks are among different pages, or documents; None where it was not found at all."""

    question: str
    doc: str
    pages: tuple[int, ...]
    kind: str
    page_rank: int | None
    document_rank: int | None
    keyword_rank: int | None
    meaning_rank: int | None
    missed_by: str


def is_missed(ranks: Retrieved) -> bool:
    return not _is_near(ranks.page_rank)


def explain(asked: Asked, by_meaning: Iterable[Place], by_word: Iterable[Place]) -> Miss:
    """What meaning alone and keywords alone find, best first, says who missed it."""
    question = asked.question
    meaning = retrieved(question, by_meaning).page_rank
    word = retrieved(question, by_word).page_rank
    return Miss(
        question.question,
        question.doc or "",
        question.pages,
        kind_of(question),
        asked.ranks.page_rank,
        asked.ranks.document_rank,
        word,
        meaning,
        _missed_by(_is_near(meaning), _is_near(word)),
    )


def explain_unreadable(asked: Asked, why: str) -> Miss:
    """One that no search can find."""
    question: Question = asked.question
    return Miss(
        question.question, question.doc or "", question.pages, kind_of(question),
        None, asked.ranks.document_rank, None, None, why,
    )  # fmt: skip


def _missed_by(meaning: bool, word: bool) -> str:
    """`both together`: each way by itself has it near the top, and what they make of it has not."""
    if meaning and word:
        return "both together"
    if meaning:
        return "keywords"
    return "meaning" if word else "meaning and keywords"


def _is_near(rank: int | None) -> bool:
    return rank is not None and rank <= DEPTH
