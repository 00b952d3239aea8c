"""Matches the sentences of an answer to the evidence. Never trusts a model about its sources.

A sentence rests on the sentence or row of a page that says most of its words. Its figures, dates,
names and codes must stand there and be said of the same thing, and nothing there may deny it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.amounts import MONEY, same_amount
from app.core.catalog import boxes_of
from app.core.claims import Claim, Figure, squeezed, stem, taken_apart
from app.core.dates import Date, same_date
from app.core.interfaces import Embedder
from app.core.language import fold, words
from app.core.passages import FindPage, Passage, passages_of, years_around
from app.core.polarity import denies_alike, goes_the_other_way
from app.core.slots import another_name_stands
from app.core.types import Citation, Hit, Sentence, Support
from app.core.verbatim import stands_in

WORDS_SUPPORT = 0.6
WORDS_SUPPORT_PARTLY = 0.35
"""Shares of the words that a sentence adds to the question, in the lines it rests on."""
SAME_MATTER = 0.3
"""Fit below which words alone do not tell that lines are about the same matter."""
MEANING_SUPPORTS = 0.90
MEANING_SUPPORTS_PARTLY = 0.86
"""Cosines of a sentence and its best lines."""
_MARGIN = 0.12
"""Fit that lines may lack to the best ones and still be what a sentence speaks of."""
_CLOSE = 0.02
"""The same for cosines."""
_TRIED = 6
"""Lines that are tried for a sentence."""
_COMPARED = 10
"""Lines that are compared by meaning."""
_ASKED, _AROUND, _EXTRA = 0.5, 0.4, 0.3
"""Weights: words of the question only; words around a passage; words of a row's label not said."""
_OWN_WORDS = 0.25
"""Share of the words around a figure by which another figure must fit better to be the one meant."""
FRAME_WORDS = frozenset(
    stem(word)
    for word in """according document text report reports reported stated states state says said
    mentioned mentions amount amounts amounted total equal equals respectively specifically namely
    selon document texte rapport indique précise mentionne montant élève élevait élèvent volgens
    document tekst verslag vermeldt bedraagt bedroeg bedragen bedrag namelijk según documento texto
    indica""".split()
)
"""Stems of words that say nothing by themselves."""
_MEASURES = frozenset(("m2", "m3", "km", "kmh", "mile", "mm", "cm", "kg", "gram", "ton", "litre"))
_MONEY_WORDS = frozenset(
    stem(word)
    for word in """rent price cost costs amount budget salary wage fee fine revenue income subsidy
    loyer prix coût montant salaire amende redevance subside huur prijs kosten bedrag loon boete
    vergoeding toelage""".split()
)


@dataclass(frozen=True)
class _Tried:
    """A sentence held against a passage, and the further ones that hold what it lacks."""

    support: Support
    cited: tuple[Passage, ...]
    score: float


class Grounder:
    """Matches against the evidence of one question."""

    def __init__(
        self, evidence: Sequence[Hit], question: str, find_page: FindPage, embedder: Embedder | None
    ) -> None:
        self._passages = passages_of(evidence, find_page)
        self._question = taken_apart(question)
        self._embedder = embedder
        self._vectors: dict[str, list[float]] = {}
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._rarity = _Rarity([passage.said.stems for passage in self._passages])
        self._names = frozenset[str]().union(*(p.said.names for p in self._passages))

    def check(self, text: str) -> Sentence:
        """The sentence with its support, and citations numbered in the order of their first use."""
        claim = taken_apart(text)
        if not self._passages or not (claim.stems or claim.figures or claim.dates or claim.codes):
            return Sentence(text, Support.UNSUPPORTED)
        best = max(self._tries(claim), key=lambda tried: (_ORDER.index(tried.support), tried.score))
        if best.support is Support.UNSUPPORTED:
            return Sentence(text, best.support)
        return Sentence(text, best.support, tuple(map(self._citation, best.cited)))

    def _tries(self, claim: Claim) -> list[_Tried]:
        """The claim held against the passages that it can be about."""
        fits = [self._fit(passage, claim) for passage in self._passages]
        held = [self._held(passage, claim) for passage in self._passages]
        best = max(fits)
        order = sorted(range(len(fits)), key=lambda i: -(fits[i] + _MARGIN * held[i]))
        if best < SAME_MATTER:
            return self._tries_by_meaning(claim, sorted(order, key=lambda i: -held[i]))
        near = [i for i in order if fits[i] >= best - _MARGIN][:_TRIED]
        return [self._tried(self._passages[i], claim, fits[i] + held[i], 0.0) for i in near]

    def _tries_by_meaning(self, claim: Claim, order: Sequence[int]) -> list[_Tried]:
        """Words say too little: the passages closest in meaning, where there is an embedder."""
        chosen = [self._passages[i] for i in order[:_COMPARED]]
        closeness = self._closeness(claim.text, [passage.text for passage in chosen])
        least = max(closeness) - _CLOSE
        return [
            self._tried(passage, claim, close, close)
            for passage, close in zip(chosen, closeness, strict=True)
            if close >= least
        ]

    def _fit(self, passage: Passage, claim: Claim) -> float:
        """How much of what is said and asked stands in a passage, from 0 to 1."""
        weights = {word: _ASKED for word in self._question.stems}
        weights |= dict.fromkeys(claim.stems, 1.0)
        whole = found = 0.0
        for word, weight in weights.items():
            weight *= self._rarity.of(word)
            whole += weight
            if word in passage.said.stems:
                found += weight
            elif word in passage.about:
                found += _AROUND * weight
        share = found / whole if whole else 0.0
        if passage.is_row and passage.said.stems:
            extra = passage.said.stems - weights.keys()
            share -= _EXTRA * len(extra) / len(passage.said.stems)
        return share

    def _held(self, passage: Passage, claim: Claim) -> float:
        """Share of the figures, dates, codes and names that stand in a passage."""
        found = [self._stands(figure, passage, claim) for figure in claim.figures]
        found += [self._is_dated(date, passage) for date in claim.dates]
        found += [code in squeezed(passage.text) for code in claim.codes]
        found += [name in passage.said.names for name in claim.names]
        return sum(found) / len(found) if found else 0.0

    def _tried(self, passage: Passage, claim: Claim, score: float, closeness: float) -> _Tried:
        nothing = _Tried(Support.UNSUPPORTED, (passage,), score)
        cited = self._all_that_hold(passage, claim)
        if cited is None or not self._agrees(passage, cited, claim):
            return nothing
        return _Tried(self._grade(cited, claim, closeness), tuple(cited), score)

    def _all_that_hold(self, passage: Passage, claim: Claim) -> list[Passage] | None:
        """The passage, and further ones for figures and dates it lacks; None when one is nowhere."""
        cited = [passage]
        for figure in claim.figures:
            if self._is_asked(figure) or any(self._stands(figure, p, claim) for p in cited):
                continue
            more = self._elsewhere(figure, claim)
            if more is None:
                return None
            cited.append(more)
        for date in claim.dates:
            if not any(self._is_dated(date, p) for p in cited):
                return None
        return cited

    def _is_asked(self, figure: Figure) -> bool:
        return any(same_amount(figure.amount, f.amount) for f in self._question.figures)

    def _elsewhere(self, figure: Figure, claim: Claim) -> Passage | None:
        """The passage that is most about the words around a figure, if it holds the figure."""
        if len(claim.figures) + len(claim.dates) < 2 or not figure.near:
            return None
        part = taken_apart(" ".join(sorted(figure.near)))
        fits = [_share(figure.near, p.said.stems) for p in self._passages]
        best = max(fits)
        if best < 2 * SAME_MATTER or not part.stems:
            return None
        holding = [
            p
            for p, fit in zip(self._passages, fits, strict=True)
            if fit >= best - _MARGIN and self._stands(figure, p, claim)
        ]
        return min(holding, key=lambda p: len(p.text), default=None)

    def _stands(self, figure: Figure, passage: Passage, claim: Claim) -> bool:
        """Whether a figure stands in a passage, in the right year, and is said of the same."""
        wanted = figure.years or claim.years or self._question.years
        same = [f for f in passage.said.figures if _same(figure, f)]
        return any(
            not self._is_another_year(f, passage, wanted)
            and not _is_meant_otherwise(figure, f, passage, claim)
            for f in same
        )

    def _is_another_year(self, found: Figure, passage: Passage, wanted: frozenset[int]) -> bool:
        """Whether a figure is of another year, or another figure beside it is of the right one."""
        if not wanted or found.years & wanted:
            return False
        others = [f for f in passage.said.figures if f.amount.unit == found.amount.unit]
        is_told = any(f.years & wanted for f in others if f is not found)
        return bool(found.years) if found.in_table else is_told

    def _is_dated(self, date: Date, passage: Passage) -> bool:
        if any(same_date(date, other) for other in passage.said.dates):
            is_whole = date.year is None or date.year in passage.said.years
            return is_whole or date.year in self._years_near(passage)
        if any(same_date(date, other) for other in self._question.dates):
            return True
        if not date.is_year:
            return False
        in_columns = any(date.year in figure.years for figure in passage.said.figures)
        return in_columns or date.year in self._years_near(passage)

    def _years_near(self, passage: Passage) -> frozenset[int]:
        return years_around(passage)

    def _agrees(self, passage: Passage, cited: Sequence[Passage], claim: Claim) -> bool:
        """Whether names, codes and quoted words stand there, and nothing is denied."""
        text = "\n".join(p.text for p in cited)
        around = "\n".join(p.around for p in cited)
        pages = [p.page.text for p in cited]
        return (
            all(any(stands_in(quote, page) for page in pages) for quote in claim.quotes)
            and all(code in squeezed(f"{text} {around}") for code in claim.codes)
            and self._names_stand(claim, cited, text, around)
            and _is_of_its_kind(claim, self._question)
            and denies_alike(claim.text, text)
            and not goes_the_other_way(claim.text, text)
        )

    def _names_stand(
        self, claim: Claim, cited: Sequence[Passage], text: str, around: str
    ) -> bool:
        """Whether each name stands there, or around it where no other name is in its place."""
        here, near = _folded(text), _folded(around)
        names = claim.names | (claim.perhaps_names & self._names)
        asked = self._question.names | self._question.stems
        others = frozenset[str]().union(*(p.said.all_names for p in cited))
        if another_name_stands(claim.text, names, text, others):
            return False
        missing = {n for n in names if not _is_among(n, here)}
        return all(
            _is_among(n, near) or n in self._question.names or stem(n) in asked for n in missing
        )

    def _grade(self, cited: Sequence[Passage], claim: Claim, closeness: float) -> Support:
        own = frozenset[str]().union(*(p.said.stems for p in cited))
        there = own.union(*(p.about for p in cited))
        new = claim.stems - self._question.stems - FRAME_WORDS
        grade = _graded(_share(new, there), WORDS_SUPPORT, WORDS_SUPPORT_PARTLY)
        if self._fit(cited[0], claim) < SAME_MATTER:
            grade = Support.PARTLY if self._held(cited[0], claim) else Support.UNSUPPORTED
        if self._is_of_unknown_year(cited[0], claim):
            return min(grade, Support.PARTLY, key=_ORDER.index)
        if grade is not Support.SUPPORTED:
            closeness = closeness or self._closeness(claim.text, [cited[0].text])[0]
            by_meaning = _graded(closeness, MEANING_SUPPORTS, MEANING_SUPPORTS_PARTLY)
            grade = max(grade, by_meaning, key=_ORDER.index)
        return grade

    def _is_of_unknown_year(self, passage: Passage, claim: Claim) -> bool:
        """Whether the sentence names a year, and the row does not tell which figure is of it."""
        wanted = claim.years or self._question.years
        if not (wanted and passage.is_row and len(passage.said.figures) > 1):
            return False
        found = [f for f in passage.said.figures if any(_same(c, f) for c in claim.figures)]
        return bool(found) and not any(f.years for f in found)

    def _closeness(self, text: str, others: Sequence[str]) -> list[float]:
        """Cosines; zeros without an embedder."""
        if self._embedder is None:
            return [0.0] * len(others)
        unknown = [t for t in dict.fromkeys((text, *others)) if t not in self._vectors]
        if unknown:
            rows = self._embedder.embed_passages(unknown)
            self._vectors |= {t: row for t, row in zip(unknown, rows, strict=True)}
        return [float(self._vectors[text] @ self._vectors[other]) for other in others]

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


class _Rarity:
    """What a word tells apart: 1 for one that no passage has, less for what many have."""

    def __init__(self, passages: Sequence[frozenset[str]]) -> None:
        self._counts = Counter(word for found in passages for word in found)
        self._whole = math.log(1 + len(passages))

    def of(self, word: str) -> float:
        count = self._counts[word]
        return 1.0 if not count else max(0.25, 1 - math.log(count) / (1 + self._whole))


_ORDER = (Support.UNSUPPORTED, Support.PARTLY, Support.SUPPORTED)


def _graded(value: float, full: float, partly: float) -> Support:
    if value >= full:
        return Support.SUPPORTED
    return Support.PARTLY if value >= partly else Support.UNSUPPORTED


def _share(wanted: frozenset[str], there: frozenset[str]) -> float:
    return len(wanted & there) / len(wanted) if wanted else 1.0


def _same(figure: Figure, other: Figure) -> bool:
    return same_amount(figure.amount, other.amount, in_table=other.in_table)


def _is_meant_otherwise(figure: Figure, found: Figure, passage: Passage, claim: Claim) -> bool:
    """Whether another figure of the passage, which is not said, fits the words much better."""
    if found.in_table or not figure.near:
        return False
    own = _share(figure.near, found.near)
    for other in passage.said.figures:
        if other.amount.unit != found.amount.unit or any(_same(f, other) for f in claim.figures):
            continue
        if _share(figure.near, other.near) > own + _OWN_WORDS:
            return True
    return False


def _is_of_its_kind(claim: Claim, question: Claim) -> bool:
    """Whether a sentence about money that counts something counts money too."""
    if not (claim.stems | question.stems) & _MONEY_WORDS:
        return True
    units = {figure.amount.unit for figure in claim.figures}
    return not units & _MEASURES or bool(units & MONEY)


def _folded(text: str) -> frozenset[str]:
    return frozenset(words(re.sub(r"['’-]", " ", text)))


def _is_among(name: str, there: Iterable[str]) -> bool:
    return name in there or fold(name.rstrip("s")) in there

