"""Whether what a sentence says stands in one passage: its figures in the right year, its dates,
codes, names and quoted words; and nothing there denies it. Which passage to look at, and how much
its words and its meaning count, is `grounding`'s."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from app.core.grounding.amounts import MONEY, Amount, same_amount, unit_of
from app.core.grounding.beside import Beside, counts_another, is_change, is_outdone, label_of
from app.core.grounding.claims import Claim, Figure, squeezed, stem
from app.core.grounding.dates import Date, dates, same_date, years
from app.core.grounding.passages import Passage
from app.core.grounding.polarity import (
    denies_alike,
    goes_the_other_way,
    is_per_another_period,
    rises,
)
from app.core.grounding.slots import another_name_stands
from app.core.grounding.verbatim import stands_in
from app.core.language import COMMON_WORDS, fold, words

_FRAME = """according document text report reports reported stated states state says said mentioned
    mentions amount amounts amounted total equal equals respectively specifically namely passage
    excerpt excerpts information provided context based given accordance approximately about around
    roughly nearly almost
    selon document texte rapport indique précise mentionne montant élève élevait élèvent environ
    presque passage extrait informations
    volgens document tekst verslag vermeldt bedraagt bedroeg bedragen bedrag namelijk ongeveer bijna
    circa passage fragment según documento texto indica aproximadamente alrededor"""
FRAME_WORDS = frozenset(stem(word) for word in _FRAME.split())
"""Stems of words that say nothing by themselves."""
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)+")
_MEASURES = frozenset(("m2", "m3", "km", "kmh", "mile", "mm", "cm", "kg", "gram", "ton", "litre"))
_MONEY = """rent price cost costs amount budget salary wage fee fine revenue income subsidy
    loyer prix coût montant salaire amende redevance subside huur prijs kosten bedrag loon boete
    vergoeding
    toelage"""
_MONEY_WORDS = frozenset(stem(word) for word in _MONEY.split())


class Matcher:
    """Holds sentences against passages, for one question."""

    def __init__(self, question: Claim, passages: Sequence[Passage]) -> None:
        self._question = question
        self._asked_scale = unit_of(question.text)[1]
        self._names = frozenset[str]().union(*(passage.said.names for passage in passages))

    def held(self, passage: Passage, claim: Claim) -> int:
        """How many of the figures, dates and codes stand in a passage, years aside."""
        found = [self._stands(figure, passage, claim) for figure in claim.figures]
        found += [self._is_dated(date, passage, claim) for date in claim.dates if not date.is_year]
        found += [code in squeezed(passage.text) for code in claim.codes]
        return sum(found)

    def holds_all(self, passage: Passage, claim: Claim) -> bool:
        """Whether every figure and date stands in the passage, or in the question."""
        asked = [f.amount for f in self._question.figures]
        return all(
            self._stands(figure, passage, claim)
            or any(same_amount(figure.amount, amount) for amount in asked)
            for figure in claim.figures
        ) and all(self._is_dated(date, passage, claim) for date in claim.dates)

    def _stands(self, figure: Figure, passage: Passage, claim: Claim) -> bool:
        """Whether a figure stands in a passage, in the right year, and is said of the same."""
        wanted = figure.years or claim.years or self._question.years
        same = [
            f
            for f in passage.said.figures
            if same_figure(figure, f) and not self._lacks_scale(figure, f)
        ]
        if self._speaks_of_money(claim) and not figure.amount.unit:
            same = [f for f in same if f.amount.unit not in _MEASURES]
        return any(
            not self._is_another_year(f, passage, wanted, claim)
            and not self._is_figure_of_another(figure, f, passage, claim)
            for f in same
        )

    def _lacks_scale(self, figure: Figure, found: Figure) -> bool:
        """Whether `EUR 2,250` is said of a table in thousands, and nobody asked for thousands."""
        said, there = figure.amount, found.amount
        is_short = said.unit in MONEY and not said.scale and there.scale
        return bool(is_short) and said.value == there.value and there.scale != self._asked_scale

    def _is_another_year(
        self, found: Figure, passage: Passage, wanted: frozenset[int], claim: Claim
    ) -> bool:
        """Whether a figure is of another year, or another one beside it is of the right one."""
        if not wanted or found.years & wanted:
            return False
        if found.years:
            return True
        others = (
            other
            for other in passage.said.figures
            if other.amount.unit == found.amount.unit
            and not any(same_figure(f, other) for f in claim.figures)
        )
        return any(other.years & wanted for other in others)

    def _is_figure_of_another(
        self, figure: Figure, found: Figure, passage: Passage, claim: Claim
    ) -> bool:
        """Whether the passage has another figure of the kind, which fits what is said better."""
        if found.in_table:
            return False
        said, here = self._said_of(claim, figure.amount), _beside(found.amount, passage)
        if not found.amount.unit and counts_another(said, here):
            return True
        others = [
            other.amount
            for other in passage.said.figures
            if other.amount.kind == found.amount.kind and not same_figure(figure, other)
        ]
        return self._is_of_another(claim, figure.amount, passage, found.amount, others)

    def _is_date_of_another(self, date: Date, found: Date, passage: Passage, claim: Claim) -> bool:
        """The same for a date."""
        others = [d for d in passage.said.dates if not d.is_year and not same_date(date, d)]
        return self._is_of_another(claim, date, passage, found, others)

    def _is_of_another(
        self,
        claim: Claim,
        value: Amount | Date,
        passage: Passage,
        found: Amount | Date,
        others: Sequence[Amount | Date],
    ) -> bool:
        there = passage.said.beside
        said, here = self._said_of(claim, value), _beside(found, passage)
        is_another_time = any(place.is_former for place in there.values()) and not claim.years
        if is_another_time and said.is_former != here.is_former:
            return True
        rivals = [there[other.start] for other in others if other.start in there]
        return is_outdone(said, here, rivals, claim.stems_of_names)

    def _said_of(self, claim: Claim, value: Amount | Date) -> Beside:
        """What a sentence says a value is of; where it is a mere value, what was asked."""
        said = claim.beside.get(value.start, Beside())
        if claim.stems - FRAME_WORDS:
            return replace(said, words=said.words - FRAME_WORDS)
        asked = self._question
        labels = frozenset(label_of(figure.amount) for figure in asked.figures)
        return replace(said, words=asked.stems - FRAME_WORDS, labels=said.labels or labels)

    def _is_dated(self, date: Date, passage: Passage, claim: Claim) -> bool:
        """Whether a date stands in a passage, or a year around one that names no other."""
        said = passage.said
        near = years(dates(passage.around))
        same = [other for other in said.dates if same_date(date, other)]
        if same and not date.is_year and not passage.is_row:
            same = [d for d in same if not self._is_date_of_another(date, d, passage, claim)]
            if not same:
                return False
        if same:
            return date.year is None or date.year in said.years | near
        if any(same_date(date, other) for other in self._question.dates):
            return True
        in_columns = frozenset[int]().union(*(figure.years for figure in said.figures))
        if date.year in in_columns:
            return date.is_year or _is_a_head(date, passage)
        if not date.is_year:
            return False
        if any(figure.amount.full == date.year for figure in said.figures):
            return True
        return date.year in near and not in_columns and not (said.years and not passage.is_row)

    def agrees(self, passage: Passage, claim: Claim) -> bool:
        """Whether names, codes and quoted words stand there, and nothing is denied."""
        return (
            all(stands_in(quote, passage.page.text) for quote in claim.quotes)
            and all(code in squeezed(f"{passage.text} {passage.around}") for code in claim.codes)
            and self._names_stand(claim, passage)
            and self._is_of_its_kind(claim)
            and denies_alike(claim.text, passage.text)
            and not goes_the_other_way(claim.text, passage.text)
            and not is_per_another_period(claim.text, passage.text)
            and not self._moves_otherwise(claim, passage)
        )

    def _moves_otherwise(self, claim: Claim, passage: Passage) -> bool:
        """Whether a sentence says that something rises, though its figures or those of a row fall,
        or the other way round."""
        up = rises(claim.text)
        if up is None:
            return False
        figures = claim.figures
        for former, later in pairwise(figure.amount for figure in figures):
            if is_change(claim.text, former, later) and later.full != former.full:
                return (later.full > former.full) != up
        here = [f for f in passage.said.figures if any(same_figure(c, f) for c in figures)]
        return up and any(f.in_table and f.amount.is_negative for f in here)

    def _speaks_of_money(self, claim: Claim) -> bool:
        return bool((claim.stems | self._question.stems) & _MONEY_WORDS)

    def _is_of_its_kind(self, claim: Claim) -> bool:
        """Whether a sentence about money that measures something counts money too."""
        units = {figure.amount.unit for figure in claim.figures}
        return not (units & _MEASURES and self._speaks_of_money(claim)) or bool(units & MONEY)

    def _names_stand(self, claim: Claim, passage: Passage) -> bool:
        """Whether each name stands there, or around it where no other name is in its place."""
        names = claim.names | (claim.perhaps_names & self._names)
        names = frozenset(name for name in names if stem(name) not in FRAME_WORDS)
        asked = frozenset(name for name in names if self._asks_for(name))
        placed = names - (asked - self._names)
        if another_name_stands(claim.text, placed, passage.text, passage.said.all_names):
            return False
        here, near = _folded(passage.text), _folded(passage.around)
        missing = frozenset(name for name in names - asked if not _is_among(name, here))
        missing -= _of_full_names(claim.text, missing, here, passage.page.text)
        unsaid = passage.said.names - claim.all_names - self._question.names
        return not missing or (not unsaid and all(_is_among(name, near) for name in missing))

    def _asks_for(self, name: str) -> bool:
        return name in self._question.names or stem(name) in self._question.stems

    def asked_names_stand(self, claim: Claim, passage: Passage) -> bool:
        """Whether the names that the question and the sentence have are on the cited page."""
        there = frozenset(map(stem, _folded(f"{passage.page.text}\n{passage.around}")))
        return all(stem(name) in there for name in claim.names if self._asks_for(name))

    def is_of_unknown_year(self, passage: Passage, claim: Claim) -> bool:
        """Whether the sentence names a year, and the row does not tell which figure is of it; or
        names none, and has a figure of an earlier year than the row's last."""
        wanted = claim.years or self._question.years
        if not wanted and passage.is_row:
            return self._is_of_earlier_year(passage, claim)
        if not wanted or wanted & passage.said.years or not passage.is_row:
            return False
        if len(passage.said.figures) < 2:
            return False
        found = [f for f in passage.said.figures if any(same_figure(c, f) for c in claim.figures)]
        return bool(found) and not any(f.years for f in found)

    def _is_of_earlier_year(self, passage: Passage, claim: Claim) -> bool:
        told = [f for f in passage.said.figures if f.years]
        found = [f.years for f in told if any(same_figure(c, f) for c in claim.figures)]
        last = max((max(f.years) for f in told), default=0)
        return bool(found) and not any(last in when for when in found)


def _of_full_names(
    said: str, missing: frozenset[str], here: frozenset[str], page: str
) -> frozenset[str]:
    """Of the missing names those that the page puts before or behind one that is there."""
    found = set[str]()
    for match in _FULL_NAME.finditer(said):
        parts = _folded(match.group()) - COMMON_WORDS
        if parts & missing and parts & here and stands_in(match.group(), page):
            found |= parts
    return frozenset(found)


def _beside(value: Amount | Date, passage: Passage) -> Beside:
    return passage.said.beside.get(value.start, Beside())


def _is_a_head(date: Date, passage: Passage) -> bool:
    """Whether the heads of a table name this day: `December 31, 2026 2025` is one of both years."""
    heads = dates(passage.around)
    return any((head.month, head.day) == (date.month, date.day) for head in heads)


def same_figure(figure: Figure, other: Figure) -> bool:
    return same_amount(figure.amount, other.amount, in_table=other.in_table)


def share(wanted: frozenset[str], there: frozenset[str]) -> float:
    """Share of the wanted words that are there; 1 when none is wanted."""
    return len(wanted & there) / len(wanted) if wanted else 1.0


def _folded(text: str) -> frozenset[str]:
    return frozenset(words(re.sub(r"['’-]", " ", text)))


def _is_among(name: str, there: frozenset[str]) -> bool:
    """Also `o&m`, of which the words are `o` and `m`."""
    return name in there or fold(name.rstrip("s")) in there or set(words(name)) <= there
