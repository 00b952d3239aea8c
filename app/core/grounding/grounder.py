"""Matches the sentences of an answer to the evidence. Never trusts a model about its sources.

A sentence rests on the sentence or row of a page that says most of its words. Its figures, dates,
names and codes must stand there and be said of the same thing, and nothing there may deny it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.arrays import Vectors
from app.core.grounding.amounts import same_amount
from app.core.grounding.claims import Claim, Figure, clauses, periods, stem, stems_of, taken_apart
from app.core.grounding.matching import FRAME_WORDS, Matcher, same_figure, share
from app.core.grounding.passages import FindPage, Passage, passages_of
from app.core.interfaces import Embedder
from app.core.language import asking_part, words
from app.core.storage.catalog import boxes_of
from app.core.types import Citation, Hit, Sentence, Support

WORDS_SUPPORT = 0.6
WORDS_SUPPORT_PARTLY = 0.35
"""Shares of the words that a sentence adds to the question, in the lines it rests on."""
SAME_MATTER = 0.3
"""Fit below which words alone do not tell that lines are about the same matter."""
SAME_WORDS = 0.4
"""Share of a sentence's words, names aside, in and around its lines, to be supported in full."""
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
_ASKED, _HEADS, _AROUND, _EXTRA = 0.5, 0.8, 0.4, 0.3
"""Weights: words of the question only; words at the heads of a row's columns; words around a
passage; words of a row's label that are not said."""
_OF_ITS_OWN = 2
"""Words by which a clause says something of its own."""
_MOST_HELD = 3
"""Figures, dates and codes, of which more in one place tell no more."""
_OWN_LABEL, _OTHER_LABEL = 0.08, 0.25
"""Fit that a row gains when a sentence has its whole label, and loses when it has another's."""
_LENGTH = 0.0002
"""Loss a character: of lines that say the same the shorter ones are cited."""
_BETTER = 0.05
"""Fit by which other lines outdo those that hold a figure."""


@dataclass(frozen=True)
class _Tried:
    """A sentence, or a part of it, held against a passage."""

    support: Support
    passage: Passage | None
    score: float


_NOTHING = _Tried(Support.UNSUPPORTED, None, 0.0)


class Grounder:
    """Matches against the evidence of one question."""

    def __init__(
        self, evidence: Sequence[Hit], question: str, find_page: FindPage, embedder: Embedder | None
    ) -> None:
        self._passages = passages_of(evidence, find_page)
        self._question = taken_apart(question)
        self._asked = stems_of(asking_part(question)) - FRAME_WORDS
        self._embedder = embedder
        self._vectors: dict[str, Vectors] = {}
        self._numbers: dict[tuple[int, int, int], int] = {}
        self._matcher = Matcher(self._question, self._passages)
        self._rarity = _Rarity([passage.said.stems for passage in self._passages])

    def check(self, text: str) -> Sentence:
        """The sentence with its support, and citations numbered in the order of their first use."""
        best = self._best(taken_apart(text))
        parts = [best] if best.support is not Support.UNSUPPORTED else self._in_parts(text)
        support = min((part.support for part in parts), key=_ORDER.index)
        if support is Support.UNSUPPORTED:
            return Sentence(text, support)
        cited = {id(part.passage): part.passage for part in parts if part.passage}
        return Sentence(text, support, tuple(map(self._citation, cited.values())))

    def _best(self, claim: Claim) -> _Tried:
        if not self._passages or not (claim.stems or claim.figures or claim.dates or claim.codes):
            return _NOTHING
        tries = self._tries(claim)
        return max(tries, key=lambda t: (_ORDER.index(t.support), t.score), default=_NOTHING)

    def _in_parts(self, text: str) -> list[_Tried]:
        """Each clause by itself, where several of them hold figures or dates."""
        parts = [taken_apart(part) for part in _clauses_with_figures(text)]
        if len(parts) < 2:
            return [_NOTHING]
        dated = (date for part in parts for date in part.dates if date.year)
        when = tuple(replace(date, month=None, day=None) for date in dated)
        return [
            self._best(part if part.years else replace(part, dates=(*part.dates, *when)))
            for part in parts
        ]

    def _tries(self, claim: Claim) -> list[_Tried]:
        """The claim held against the passages that it can be about."""
        labelled = [_label_said(passage, claim, self._question) for passage in self._passages]
        longest = max(labelled)
        fits = [
            self._fit(passage, claim) + _of_label(said, longest, passage.is_row)
            for passage, said in zip(self._passages, labelled, strict=True)
        ]
        scores = [
            fit + _MARGIN * max(0.0, min(self._matcher.held(passage, claim), _MOST_HELD) - 0.5)
            for passage, fit in zip(self._passages, fits, strict=True)
        ]
        order = sorted(range(len(fits)), key=lambda i: -scores[i])
        if max(fits) < SAME_MATTER:
            return self._tries_by_meaning(claim, order)
        near = [i for i in order if scores[i] >= scores[order[0]] - _MARGIN][:_TRIED]
        near += self._rows_with_all(claim, order, labelled)
        return [
            self._tried(self._passages[i], claim, scores[i], 0.0)
            for i in near
            if not self._is_outdone(i, scores, claim)
        ]

    def _rows_with_all(
        self, claim: Claim, order: Sequence[int], labelled: Sequence[int]
    ) -> list[int]:
        """The best row with all figures of a sentence that says its label, though other words too:
        `births fell to 1,263` where a row has them under `Births`."""
        if not claim.figures:
            return []
        rows = (i for i in order if self._passages[i].is_row and labelled[i])
        return [i for i in rows if self._matcher.holds_all(self._passages[i], claim)][:1]

    def _is_outdone(self, place: int, scores: Sequence[float], claim: Claim) -> bool:
        """Whether lines that fit better have another figure, or another name, than is said."""
        if self._is_of_another(place, claim):
            return True
        for figure in claim.figures:
            if not any(same_figure(figure, f) for f in self._passages[place].said.figures):
                continue
            for passage, score in zip(self._passages, scores, strict=True):
                least = scores[place] + self._lead(place, passage, claim)
                if score > least and _has_another(passage, figure, claim):
                    return True
        return False

    def _lead(self, place: int, passage: Passage, claim: Claim) -> float:
        """Score by which other lines outdo some; less where they alone say per what time it is."""
        said = periods(claim.text)
        is_told = said and said <= periods(passage.text)
        return -_MARGIN if is_told and not periods(self._passages[place].text) else _BETTER

    def _is_of_another(self, place: int, claim: Claim) -> bool:
        """Whether all but the names fits lines better that have other names in their place."""
        new = claim.names - self._question.names
        here = self._passages[place]
        if not new & here.said.all_names or _is_bare(claim):
            return False
        rest = replace(claim, stems=claim.stems - claim.stems_of_names, names=frozenset())
        own = self._fit(here, rest)
        return any(
            self._fit(passage, rest) > own + 2 * _MARGIN
            for passage in self._passages
            if passage.said.names - self._question.names and not new & passage.said.all_names
        )

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
        """How much of what is said and asked stands in a passage, from 0 to 1.

        A bare answer (`42.` or `Ada Lovelace.`) is judged by what was asked alone.
        """
        weights = dict.fromkeys(self._asked, _ASKED)
        if not _is_bare(claim) or not weights:
            weights |= dict.fromkeys(claim.stems - FRAME_WORDS, 1.0)
        whole = found = 0.0
        for word, weight in weights.items():
            weight *= self._rarity.of(word)
            whole += weight
            if word in passage.said.stems:
                found += weight
            elif word in passage.heads:
                found += _HEADS * weight
            elif word in passage.about:
                found += _AROUND * weight
        share = found / whole if whole else 0.0
        if passage.is_row and passage.said.stems:
            extra = passage.said.stems - weights.keys()
            share -= _EXTRA * len(extra) / len(passage.said.stems)
        return share - _LENGTH * len(passage.text)

    def _tried(self, passage: Passage, claim: Claim, score: float, closeness: float) -> _Tried:
        support = Support.UNSUPPORTED
        if self._matcher.holds_all(passage, claim) and self._matcher.agrees(passage, claim):
            support = self._grade(passage, claim, closeness)
        return _Tried(support, passage, score)

    def _grade(self, passage: Passage, claim: Claim, closeness: float) -> Support:
        there = passage.said.stems | passage.heads | passage.about
        said = claim.stems - FRAME_WORDS
        new = said - self._question.stems
        grade = _graded(share(new, there), WORDS_SUPPORT, WORDS_SUPPORT_PARTLY)
        held = bool(claim.names) or self._matcher.held(passage, claim) > 0
        if len(new - there) <= 1 and held:
            grade = Support.SUPPORTED
        if share(said - frozenset(map(stem, claim.names)), there) < SAME_WORDS or self._adds(
            claim, there
        ):
            grade = _lower(grade, Support.PARTLY)
        if self._fit(passage, claim) < SAME_MATTER:
            grade = Support.PARTLY if held else Support.UNSUPPORTED
        if grade is not Support.SUPPORTED:
            closeness = closeness or self._closeness(claim.text, [passage.text])[0]
            by_meaning = _graded(closeness, MEANING_SUPPORTS, MEANING_SUPPORTS_PARTLY)
            grade = max(grade, by_meaning, key=_ORDER.index)
        is_told = not self._matcher.is_of_unknown_year(passage, claim)
        is_whole = is_told and self._matcher.asked_names_stand(claim, passage)
        return grade if is_whole else _lower(grade, Support.PARTLY)

    def _adds(self, claim: Claim, there: frozenset[str]) -> bool:
        """Whether a clause says something of its own, of which no word stands there."""
        known = there | self._question.stems | FRAME_WORDS
        parts = (stems_of(claim.text[start:end]) for start, end in clauses(claim.text))
        return any(len(part) >= _OF_ITS_OWN and not part & known for part in parts)

    def _closeness(self, text: str, others: Sequence[str]) -> list[float]:
        """Cosines; zeros without an embedder."""
        if self._embedder is None:
            return [0.0] * len(others)
        unknown = [t for t in dict.fromkeys((text, *others)) if t not in self._vectors]
        if unknown:
            rows = self._embedder.embed_passages(unknown)
            self._vectors |= dict(zip(unknown, rows, strict=True))
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


def _lower(one: Support, other: Support) -> Support:
    return min(one, other, key=_ORDER.index)


def _clauses_with_figures(text: str) -> list[str]:
    """The clauses of a sentence; those without figure or date go with the one before."""
    found: list[str] = []
    for start, end in clauses(text):
        part = text[start:end]
        if found and not (_counts(part) and _counts(found[-1])):
            found[-1] += part
        else:
            found.append(part)
    return found


def _counts(text: str) -> bool:
    said = taken_apart(text)
    return bool(said.figures) or any(not date.is_year for date in said.dates)


def _is_bare(claim: Claim) -> bool:
    """Whether a sentence is a name or a figure and no more."""
    return claim.stems - FRAME_WORDS <= claim.stems_of_names


def _label_said(passage: Passage, claim: Claim, question: Claim) -> int:
    """Words of a row's label if the sentence or the question has all of it, in its order, or the
    number that the row begins with."""
    figures = (*claim.figures, *question.figures)
    if passage.number and any(same_amount(f.amount, passage.number) for f in figures):
        return len(words(passage.label))
    label = " ".join(words(passage.label))
    said = any(f" {label} " in f" {' '.join(words(text))} " for text in (claim.text, question.text))
    return len(label.split()) if label and said else 0


def _of_label(said: int, longest: int, is_row: bool) -> float:
    """What a row gains when its whole label is said, or loses when that of another one is."""
    if not is_row or not longest:
        return 0.0
    return _OWN_LABEL if said == longest else -_OTHER_LABEL


def _has_another(passage: Passage, figure: Figure, claim: Claim) -> bool:
    """Whether a passage has figures of the kind of `figure`, and none that is said."""
    unit = figure.amount.unit
    others = [f for f in passage.said.figures if f.amount.unit == unit and (unit or f.in_table)]
    return bool(others) and not any(
        same_figure(c, f) for c in claim.figures for f in passage.said.figures
    )
