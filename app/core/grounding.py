"""Matches the sentences of an answer to the evidence. Never trusts a model about its sources.

A sentence is as good as the lines it rests on: its figures must stand there, and its words,
or, when they are other words or another language, its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from app.core.catalog import boxes_of
from app.core.chunking import spoken_name
from app.core.figures import figures, possible_figures, same_within_rounding
from app.core.interfaces import Embedder
from app.core.language import content_words, fold, language_of, readable, sentence_spans, words
from app.core.suspicion import blanked
from app.core.types import Citation, Hit, Page, Sentence, Support

WORDS_SUPPORT = 0.6
WORDS_SUPPORT_PARTLY = 0.35
"""Shares of the words that a sentence adds to the question, in the lines it rests on."""
SAME_MATTER = 0.3
"""Share of a sentence's content words in lines that are about the same matter."""
SAME_CONTEXT = 0.5
"""The same in the whole chunk, for lines that hold the sentence's figures but not its words."""
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
    figures: frozenset[Decimal]
    context: frozenset[str]
    """Words of the whole chunk and of the document's name: a row says little by itself."""


@dataclass(frozen=True)
class _Claim:
    """What a sentence of the answer says, beyond what the question said already."""

    text: str
    words: frozenset[str]
    new_words: frozenset[str]
    topic: frozenset[str]
    """Words that lines about the same matter share some of."""
    figures: tuple[Decimal, ...]
    names: frozenset[str]
    """Words with a capital that do not start the sentence."""


class Grounder:
    """Matches against the evidence of one question."""

    def __init__(
        self, evidence: Sequence[Hit], question: str, find_page: FindPage, embedder: Embedder | None
    ) -> None:
        self._passages = [p for hit in evidence for p in _passages(hit, find_page)]
        self._question_figures = figures(question)
        self._question_words = frozenset(content_words(question))
        self._embedder = embedder
        self._numbers: dict[tuple[int, int, int], int] = {}

    def check(self, text: str) -> Sentence:
        """The sentence with its support, and citations numbered in the order of their first use."""
        claim = self._claim(text)
        if not self._passages or not (claim.words or claim.figures):
            return Sentence(text, Support.UNSUPPORTED)
        best = max(self._passages, key=lambda passage: self._score(passage, claim))
        cited = [best, *self._for_missing(best, claim)]
        support = self._support(cited, claim)
        if support is Support.UNSUPPORTED:
            return Sentence(text, support)
        return Sentence(text, support, tuple(map(self._citation, cited)))

    def _claim(self, text: str) -> _Claim:
        content = frozenset(w for w in content_words(text) if not w[0].isdigit())
        told = [f for f in figures(text) if not _among(f, self._question_figures)]
        topic = content if len(content) > 1 else content | self._question_words
        new = content - self._question_words - _UNITS
        names = frozenset(fold(name) for name in _NAME.findall(text)) & content
        return _Claim(text, content, new, topic, tuple(told), names)

    def _score(self, passage: Passage, claim: _Claim) -> float:
        held = sum(_among(f, passage.figures) for f in claim.figures)
        asked = _share(self._question_words, passage.words)
        return (
            _share(claim.words, passage.words)
            + 1.5 * held / max(len(claim.figures), 1)
            + 0.5 * asked
            - 0.0002 * len(passage.text)
        )

    def _for_missing(self, best: Passage, claim: _Claim) -> list[Passage]:
        """Further passages on the same matter, for figures that the best one does not hold."""
        found: list[Passage] = []
        for figure in claim.figures:
            if any(_among(figure, passage.figures) for passage in (best, *found)):
                continue
            holding = [
                p for p in self._passages if _is_about(p, claim) and _among(figure, p.figures)
            ]
            if holding:
                found.append(max(holding, key=lambda p: self._score(p, claim)))
        return found

    def _support(self, cited: Sequence[Passage], claim: _Claim) -> Support:
        held = [f for f in claim.figures if any(_among(f, p.figures) for p in cited)]
        if claim.figures and not held:
            return Support.UNSUPPORTED
        there = frozenset[str]().union(*(passage.words for passage in cited))
        grade = Support.UNSUPPORTED
        if _is_about(cited[0], claim):
            grade = _grade(_share(claim.new_words, there), WORDS_SUPPORT, WORDS_SUPPORT_PARTLY)
        if claim.figures and _share(claim.topic, cited[0].context) >= SAME_CONTEXT:
            grade = max(grade, Support.PARTLY, key=_ORDER.index)
        same_language = language_of(claim.text) == language_of(cited[0].text)
        if grade is Support.PARTLY or not same_language:
            meaning = self._closeness(cited[0], claim.text)
            by_meaning = _grade(meaning, MEANING_SUPPORTS, MEANING_SUPPORTS_PARTLY)
            grade = max(grade, by_meaning, key=_ORDER.index)
        is_whole = len(held) == len(claim.figures) and self._names_stand_there(cited, claim)
        repeated = claim.words & self._question_words
        answers = not same_language or _share(repeated, there) >= SAME_MATTER
        return grade if is_whole and answers else min(grade, Support.PARTLY, key=_ORDER.index)

    def _names_stand_there(self, cited: Sequence[Passage], claim: _Claim) -> bool:
        """Whether the names that the sentence adds to the question are on a cited page."""
        names = claim.names - self._question_words
        pages = {id(passage.page): passage.page.text for passage in cited}
        return all(any(name in words(text) for text in pages.values()) for name in names)

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


_UNITS = frozenset(
    ("eur", "euro", "euros", "usd", "dollar", "dollars", "million", "millions", "miljoen")
)
"""Words that go with a figure however the page writes them."""
_NAME = re.compile(r"(?<=[^.!?\s] )[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_ORDER = (Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED)


def _grade(value: float, full: float, partly: float) -> Support:
    if value >= full:
        return Support.SUPPORTED
    return Support.PARTLY if value >= partly else Support.UNSUPPORTED


def _share(wanted: frozenset[str], there: frozenset[str]) -> float:
    return len(wanted & there) / len(wanted) if wanted else 1.0


def _is_about(passage: Passage, claim: _Claim) -> bool:
    return _share(claim.topic, passage.words) >= SAME_MATTER


def _among(figure: Decimal, others: Iterable[Decimal]) -> bool:
    return any(same_within_rounding(figure, other) for other in others)


def _passages(hit: Hit, find_page: FindPage) -> list[Passage]:
    """All but orders to a model: these support nothing."""
    page = find_page(hit.document, hit.page)
    page = replace(page, text=blanked(page.text, hit.start, hit.end))
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
        hit,
        page,
        start,
        end,
        text,
        frozenset(content_words(text)),
        possible_figures(text),
        frozenset(content_words(f"{spoken_name(hit.document_name)} {hit.text}")),
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
