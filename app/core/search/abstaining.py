"""The first gate: the chance that the documents hold the answer, from what a search gave.

A small logistic regression, one for each embedder that it was measured with, and a cautious one
for all others. `tests/benchmarks/abstaining.py` fits the weights. Owns no searching, and calls no
model.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from statistics import NormalDist

import numpy as np

from app.core.language import content_words, language_of, words

LEAST_CHANCE = 0.15
"""Below it the model is not asked. Behind this gate come the model's own judgement and the check
of what it wrote, so that it need only close where both would be wasted."""
LIKELY = 0.5
"""Below it an answer needs a sentence with full support."""
SURE = 0.8
"""From it on the model is not told that it may find nothing."""
COVERED_WELL = 0.7
"""More of a question's words than this tells nothing more: people ask in words of their own."""
FEWEST_CHUNKS = 30
"""Of fewer cosines the spread is chance."""
_TYPICAL_LEAD = 3.5
"""Of a best chunk that holds the answer, in spreads. Stands for what cannot be measured."""
_HITS_READ = 8
_HITS_JUDGED = 3
"""Best hits whose language counts as that of the evidence."""
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Signals:
    """What a search tells about whether the answer is there.

    `embedder` is the id of the model behind the cosines, "" for a search by keyword alone.
    `lead` is how far the best cosine stands above the middle of all chunks in scope, `spread`
    their standard deviation, `chunks` how many cosines both were measured on. `coverage` is the
    share of the question's words, by rarity, in the hit that has most of them. `is_foreign`:
    part of the best evidence is not in the question's language, so coverage tells nothing.
    """

    embedder: str
    cosine: float
    lead: float
    spread: float
    chunks: int
    coverage: float
    is_foreign: bool


@dataclass(frozen=True)
class Cosines:
    """Those of the nearest chunks, best first, of `total` in scope; and the embedder's id."""

    nearest: Sequence[float]
    total: int
    embedder: str

    def distribution(self) -> tuple[float, float]:
        """Middle and standard deviation of all `total` cosines.

        Where only the nearest are known, they are taken for the upper end of a normal
        distribution: a question's lead is then about the same in a library of any size.
        """
        if not self.nearest:
            return 0.0, 0.0
        middle, spread = float(np.median(self.nearest)), float(np.std(self.nearest))
        share = len(self.nearest) / max(self.total, len(self.nearest))
        if share == 1:
            return middle, spread
        normal = NormalDist()
        cut = normal.inv_cdf(1 - share)
        excess = normal.pdf(cut) / share
        spread /= math.sqrt(1 + cut * excess - excess * excess)
        return middle - normal.inv_cdf(1 - share / 2) * spread, spread


@dataclass(frozen=True)
class Weights:
    """Of a logistic regression over `Signals`; `steepness` is of the lead in spreads."""

    start: float
    cosine: float = 0.0
    lead: float = 0.0
    steepness: float = 0.0
    coverage: float = 0.0
    foreign: float = 0.0


MEASURED = {
    "multilingual-e5-small": Weights(-32.08, cosine=31.26, lead=52.53, coverage=4.11, foreign=3.06),
}
"""By the embedder's name: cosines of one model are not those of another."""
ANY_EMBEDDER = Weights(-4.65, steepness=0.83, coverage=5.85, foreign=1.48)
"""Fitted on the cosines of two models."""
BY_KEYWORD = Weights(-2.5, coverage=5.0, foreign=1.0)
"""Rounded to the cautious side of what was fitted."""


def chance(signals: Signals, weights: Weights | None = None) -> float:
    """The chance, 0 to 1, that the documents hold the answer; with the embedder's own weights."""
    weights = weights or weights_for(signals.embedder)
    covered, foreign, lead = features(signals)
    total = (
        weights.start
        + weights.cosine * signals.cosine
        + weights.lead * signals.lead
        + weights.steepness * lead
        + weights.coverage * covered
        + weights.foreign * foreign
    )
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


def weights_for(embedder: str) -> Weights:
    """The weights for an embedder's id, which starts with its name."""
    if not embedder:
        return BY_KEYWORD
    return MEASURED.get(embedder.partition("@")[0], ANY_EMBEDDER)


def features(signals: Signals) -> tuple[float, float, float]:
    """Coverage as far as it tells something, foreign or not, and the lead in spreads."""
    covered = 0.0 if signals.is_foreign else min(signals.coverage, COVERED_WELL)
    known = signals.chunks >= FEWEST_CHUNKS and signals.spread > 0
    lead = signals.lead / signals.spread if known else _TYPICAL_LEAD
    return covered, float(signals.is_foreign), lead


def measure_signals(
    question: str,
    texts: Sequence[str],
    rarity: Mapping[str, float],
    cosines: Cosines,
) -> Signals:
    """`texts` are the hits, best first, and `rarity` weighs each word of the question."""
    middle, spread = cosines.distribution()
    best = cosines.nearest[0] if cosines.nearest else 0.0
    return Signals(
        embedder=cosines.embedder if cosines.nearest else "",
        cosine=best,
        lead=best - middle,
        spread=spread,
        chunks=len(cosines.nearest),
        coverage=max((coverage(text, rarity) for text in texts[:_HITS_READ]), default=0.0),
        is_foreign=_is_foreign(question, texts[:_HITS_JUDGED]),
    )


def judged(
    whole: Signals, question: str, text: str, rarity: Mapping[str, float], cosine: float
) -> Signals:
    """Of one chunk alone, by its text and its cosine; `whole` is of the search that found it."""
    return replace(
        whole,
        cosine=cosine,
        lead=whole.lead - whole.cosine + cosine,
        coverage=coverage(text, rarity),
        is_foreign=_is_foreign(question, [text]),
    )


def coverage(text: str, rarity: Mapping[str, float]) -> float:
    """The share of the weighed words that `text` has, in this form or with another ending."""
    total = sum(rarity.values())
    if not total:
        return 0.0
    there = set(words(text))
    return sum(weight for word, weight in rarity.items() if _is_in(word, there)) / total


def _is_in(word: str, there: Set[str]) -> bool:
    stem = _stem(word)
    return word in there or (stem != word and any(other.startswith(stem) for other in there))


def _stem(word: str) -> str:
    """The word without what may be an ending."""
    if len(word) <= _SHORTEST_STEM or any(sign.isdigit() for sign in word):
        return word
    return word[: max(_SHORTEST_STEM, len(word) - 3)]


def _is_foreign(question: str, texts: Sequence[str]) -> bool:
    """Whether part of the evidence is in another language than the question."""
    if not content_words(question):
        return False
    language = language_of(question)
    return any(language_of(text) != language for text in texts)
