"""Measures retrieval and answers against questions whose answers and pages are known.

Owns the figures' definitions, not the asking. Shares are from 0 to 1.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, Protocol

from app.core.control import Control
from app.core.errors import UsageError
from app.core.figures import figure_spans, same_within_rounding
from app.core.language import words
from app.core.types import Answer, Document

DEPTHS = (1, 3, 5, 10)
DOCUMENT_DEPTHS = (1, 5)
LONGEST_COMPARED = 8
"""Words; longer given answers are not compared."""
HITS = 40
_ARTICLES = frozenset(
    ("the", "a", "an", "le", "la", "les", "l", "un", "une", "des", "de", "het", "een", "der", "die")
)


@dataclass(frozen=True)
class Question:
    """`doc` is None where the documents hold no answer; `kind` is what its set says, or ""."""

    question: str
    answers: tuple[str, ...]
    doc: str | None
    pages: tuple[int, ...]
    kind: str = ""


@dataclass(frozen=True)
class Retrieved:
    """How one question fared: the place of the first right page and document, None if not found."""

    page_rank: int | None
    document_rank: int | None


@dataclass(frozen=True)
class Answered:
    """How one answer fared; None where it does not count."""

    right: bool | None
    cited_page: bool | None
    abstained: bool
    answerable: bool
    seconds: float


class Place(Protocol):
    """A page of a document: a hit, or a chunk."""

    @property
    def document_name(self) -> str: ...
    @property
    def page(self) -> int: ...


Search = Callable[[str, Collection[int] | None], Iterable[Place]]
AskOne = Callable[[str, Collection[int] | None], Answer]


def load_questions(path: Path, sample: int | None, seed: int) -> list[Question]:
    """The questions of a JSON-lines file, or `sample` of them chosen by `seed`."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise UsageError(f"The file {path.name} cannot be read.", "Check its path.") from error
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line)))
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise UsageError(
                f"Line {number} of {path.name} is no question.",
                "Each line is a JSON object with question, answers, doc and pages.",
            ) from error
    if sample is not None and sample < len(questions):
        return random.Random(seed).sample(questions, sample)
    return questions


class Scopes:
    """Which documents a question looks at: all, its own (`per_document`), or all but its own."""

    def __init__(self, documents: Sequence[Document], per_document: bool, leave_out: bool) -> None:
        if per_document and leave_out:
            raise UsageError("--per-document and --leave-out exclude each other.")
        self._documents = documents
        self._per_document = per_document
        self._leave_out = leave_out

    def of(self, question: Question) -> Collection[int] | None:
        own = [d.id for d in self._documents if d.name == question.doc]
        if self._per_document:
            return own
        return [d.id for d in self._documents if d.id not in own] if self._leave_out else None

    def answerable(self, question: Question) -> bool:
        return question.doc is not None and not self._leave_out


def measure_retrieval(
    questions: Iterable[Question], scopes: Scopes, search: Search, control: Control
) -> list[Retrieved]:
    """Only questions that the documents answer are searched for."""
    found = []
    for question in questions:
        control.check()
        if question.doc is not None:
            found.append(retrieved(question, search(question.question, scopes.of(question))))
    return found


def measure_answers(
    questions: Iterable[Question], scopes: Scopes, ask: AskOne, control: Control
) -> list[Answered]:
    answered = []
    for question in questions:
        control.check()
        answer = ask(question.question, scopes.of(question))
        answered.append(_answered(question, answer, scopes.answerable(question)))
    return answered


def retrieval_figures(found: Sequence[Retrieved]) -> dict[str, object]:
    pages = [one.page_rank for one in found]
    documents = [one.document_rank for one in found]
    return {
        "page_hit": {
            str(k): _share(rank is not None and rank <= k for rank in pages) for k in DEPTHS
        },
        "document_hit": {
            str(k): _share(rank is not None and rank <= k for rank in documents)
            for k in DOCUMENT_DEPTHS
        },
        "mrr": _share(1 / rank if rank else 0.0 for rank in pages),
    }


def answer_figures(answered: Sequence[Answered]) -> dict[str, object]:
    return {
        "right": _share(one.right for one in answered if one.right is not None),
        "cited_page": _share(one.cited_page for one in answered if one.cited_page is not None),
        "abstained_right": _share(one.abstained for one in answered if not one.answerable),
        "abstained_wrong": _share(one.abstained for one in answered if one.answerable),
        "seconds": _share(one.seconds for one in answered),
    }


def comparable(given: Sequence[str]) -> list[str]:
    """The given answers that are short enough to be looked for in an answer."""
    return [one for one in given if len(one.split()) <= LONGEST_COMPARED]


def is_right(answer: str, given: Sequence[str]) -> bool:
    """Whether the answer contains one of the given ones: case, accents, articles, formats aside."""
    return any(_contains(answer, one) for one in given)


def _question(data: dict[str, Any]) -> Question:
    answers, pages = tuple(data.get("answers") or ()), tuple(data.get("pages") or ())
    kind = str(data.get("kind") or "")
    return Question(str(data["question"]), answers, data.get("doc"), pages, kind)


def retrieved(question: Question, found: Iterable[Place]) -> Retrieved:
    """Where the right page and document stand among what was found, best first."""
    places = list(found)
    pages = dict.fromkeys((place.document_name, place.page) for place in places)
    documents = dict.fromkeys(place.document_name for place in places)
    right = {(question.doc, page) for page in question.pages}
    return Retrieved(
        next((rank for rank, page in enumerate(pages, start=1) if page in right), None),
        next((rank for rank, name in enumerate(documents, start=1) if name == question.doc), None),
    )


def _answered(question: Question, answer: Answer, answerable: bool) -> Answered:
    compared = comparable(question.answers)
    right = is_right(answer.answer, compared) if compared and answerable else None
    cited = None
    if not answer.abstained and answerable:
        pages = {(c.document_name, c.page) for s in answer.sentences for c in s.citations}
        cited = any((question.doc, page) in pages for page in question.pages)
    return Answered(right, cited, answer.abstained, answerable, answer.seconds.total)


def _contains(answer: str, given: str) -> bool:
    given_figures = [value for _, value in figure_spans(given)]
    found = [value for _, value in figure_spans(answer)]
    if not all(any(same_within_rounding(f, other) for other in found) for f in given_figures):
        return False
    wanted = _plain_words(given)
    return not wanted or f" {' '.join(wanted)} " in f" {' '.join(_plain_words(answer))} "


def _plain_words(text: str) -> list[str]:
    """Words without articles and without what writes figures, which are compared by value."""
    for (start, end), _ in reversed(list(figure_spans(text))):
        text = text[:start] + " " + text[end:]
    return [word for word in words(re.sub(r"[$€£%]", " ", text)) if word not in _ARTICLES]


def _share(values: Iterable[float | bool | None]) -> float | None:
    counted = [float(value) for value in values if value is not None]
    return round(fmean(counted), 4) if counted else None
