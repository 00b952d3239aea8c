"""Matches the sentences of an answer to the evidence. Never trusts a model about its sources.

A sentence is as good as the lines it rests on: its figures must stand there, and its words,
or, when they are other words or another language, its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.core.catalog import boxes_of
from app.core.figures import figures, same_within_rounding
from app.core.interfaces import Embedder
from app.core.language import content_words, readable, sentence_spans
from app.core.types import Citation, Hit, Page, Sentence, Support

WORDS_SUPPORT = 0.6
WORDS_SUPPORT_PARTLY = 0.35
"""Shares of a sentence's content words that its best lines hold."""
MEANING_SUPPORTS = 0.90
MEANING_SUPPORTS_PARTLY = 0.86
"""Cosines of a sentence and its best lines."""
_LONG = 260
"""Characters; a longer sentence is most often a table, and is matched a few lines at a time."""

FindPage = Callable[[int, int], Page]


@dataclass(frozen=True)
class Passage:
    """A sentence or some lines of the evidence: characters [start, end) of a page."""

    hit: Hit
    page: Page
    start: int
    end: int
    text: str
    words: frozenset[str]
    figures: tuple[Decimal, ...]


class Grounder:
    """Matches against the evidence of one question."""

    def __init__(
        self, evidence: Sequence[Hit], question: str, find_page: FindPage, embedder: Embedder | None
    ) -> None:
        self._passages = [p for hit in evidence for p in _passages(hit, find_page)]
        self._question_figures = figures(question)
        self._question_words = set(content_words(question))
        self._embedder = embedder
        self._numbers: dict[tuple[int, int, int], int] = {}

    def check(self, text: str) -> Sentence:
        """The sentence with its support, and citations numbered in the order of their first use."""
        words = set(content_words(text)) - _written_figures(text)
        wanted = [f for f in figures(text) if not _among(f, self._question_figures)]
        if not self._passages or not (words or wanted):
            return Sentence(text, Support.UNSUPPORTED)
        best = max(self._passages, key=lambda passage: self._score(passage, words, wanted))
        cited = [best, *self._for_missing(best, wanted, words)]
        support = self._support(best, cited, words, wanted, text)
        if support is Support.UNSUPPORTED:
            return Sentence(text, support)
        return Sentence(text, support, tuple(map(self._citation, cited)))

    def _score(self, passage: Passage, words: set[str], wanted: Sequence[Decimal]) -> float:
        shared = len(words & passage.words) / max(len(words), 1)
        there = sum(_among(f, passage.figures) for f in wanted) / len(wanted) if wanted else 0.0
        asked = len(self._question_words & passage.words) / max(len(self._question_words), 1)
        return shared + 1.5 * there + 0.2 * asked - 0.0002 * len(passage.text)

    def _for_missing(
        self, best: Passage, wanted: Sequence[Decimal], words: set[str]
    ) -> list[Passage]:
        """Further passages for figures that the best one does not hold."""
        missing = [f for f in wanted if not _among(f, best.figures)]
        found: list[Passage] = []
        for figure in missing:
            if any(_among(figure, passage.figures) for passage in found):
                continue
            holding = [p for p in self._passages if _among(figure, p.figures)]
            if holding:
                found.append(max(holding, key=lambda p: self._score(p, words, wanted)))
        return found

    def _support(
        self,
        best: Passage,
        cited: Sequence[Passage],
        words: set[str],
        wanted: Sequence[Decimal],
        text: str,
    ) -> Support:
        held = [f for f in wanted if any(_among(f, p.figures) for p in cited)]
        if wanted and not held:
            return Support.UNSUPPORTED
        all_words = frozenset().union(*(p.words for p in cited)) | self._question_words
        share = len(words & all_words) / max(len(words), 1) if words else 1.0
        if words and not words & best.words and not wanted:
            share = 0.0
        grade = _grade(share, WORDS_SUPPORT, WORDS_SUPPORT_PARTLY)
        if grade is not Support.SUPPORTED:
            meaning = self._closeness(best, text)
            grade = max(
                grade,
                _grade(meaning, MEANING_SUPPORTS, MEANING_SUPPORTS_PARTLY),
                key=lambda support: _ORDER.index(support),
            )
        if len(held) < len(wanted) and grade is Support.SUPPORTED:
            return Support.PARTLY
        return grade

    def _closeness(self, passage: Passage, text: str) -> float:
        """Cosine of a sentence and a passage."""
        if self._embedder is None:
            return 0.0
        vectors = self._embedder.embed_passages([text, passage.text])
        return float(vectors[0] @ vectors[1])

    def _citation(self, passage: Passage) -> Citation:
        key = (passage.hit.document, passage.page.number, passage.start)
        number = self._numbers.setdefault(key, len(self._numbers) + 1)
        return Citation(
            document=passage.hit.document,
            document_name=passage.hit.document_name,
            path=passage.hit.path,
            page=passage.page.number,
            quote=passage.text,
            boxes=boxes_of(passage.page, passage.start, passage.end),
            number=number,
        )


_ORDER = (Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED)


def _grade(value: float, full: float, partly: float) -> Support:
    if value >= full:
        return Support.SUPPORTED
    return Support.PARTLY if value >= partly else Support.UNSUPPORTED


def _among(figure: Decimal, others: Sequence[Decimal]) -> bool:
    return any(same_within_rounding(figure, other) for other in others)


def _written_figures(text: str) -> set[str]:
    return {word for word in content_words(text) if word[0].isdigit()}


def _passages(hit: Hit, find_page: FindPage) -> list[Passage]:
    page = find_page(hit.document, hit.page)
    text = page.text[hit.start : hit.end]
    spans = [
        (hit.start + start, hit.start + end)
        for span in sentence_spans(text)
        for start, end in _shorter(text, *span)
    ]
    return [_passage(hit, page, start, end) for start, end in spans]


def _passage(hit: Hit, page: Page, start: int, end: int) -> Passage:
    text = readable(page.text[start:end])
    return Passage(
        hit, page, start, end, text, frozenset(content_words(text)), tuple(figures(text))
    )


def _shorter(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span itself, or pairs of lines of a long one (a row of a table may take two)."""
    if end - start <= _LONG:
        return [(start, end)]
    edges = [start]
    while (found := text.find("\n", edges[-1], end)) >= 0:
        edges.append(found + 1)
    edges.append(end)
    lines = [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]
    pairs = [(a, d) for (a, _), (_, d) in pairwise(lines)]
    return lines + pairs
