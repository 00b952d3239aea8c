"""Amounts and dates that a question sets as limits, checked by figures and not by a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.core.grounding.amounts import MONEY, Amount, amounts
from app.core.grounding.dates import Date, dates
from app.core.language import fold

_MORE = r"""over|above|more than|exceed(?:s|ing)?|greater than|higher than|larger than|beyond|
    (?:de )?plus de|superieure?s? a|depass(?:e|ent|ant)|au dessus de|au-dessus de|excedant|
    boven(?: de)?|meer dan|hoger dan|groter dan|duurder dan"""
_LESS = r"""under|below|less than|lower than|smaller than|cheaper than|
    (?:de )?moins de|inferieure?s? a|en dessous de|au-dessous de|
    onder(?: de)?|minder dan|lager dan|kleiner dan|goedkoper dan"""
_LEAST = r"at least|no less than|from|starting at|au moins|a partir de|minstens|ten minste|vanaf"
_MOST = r"at most|up to|no more than|au plus|jusqu ?'?a|maximum|hoogstens|ten hoogste|maximaal|tot"
_BETWEEN = r"between|entre|tussen"
_LIMIT = {
    name: re.compile(
        rf"\b(?:{' '.join(said.split()).replace('| ', '|')})\s+"
        r"(?:the |les? |de |een |an? )?[€$£]?\s*$"
    )
    for name, said in {
        "no less": _LEAST, "no more": _MOST, "more": _MORE, "less": _LESS, "between": _BETWEEN,
    }.items()
}  # fmt: skip
_SINCE = re.compile(r"\b(?:since|from|depuis|a partir (?:du|de)|sinds|vanaf)\s+(?:\S+\s)?$")
_AFTER = re.compile(r"\b(?:after|apres|na)\s+(?:\S+\s)?$")
_BEFORE = re.compile(r"\b(?:before|until|avant|jusqu'?(?:au|en|a)?|voor|tot)\s+(?:\S+\s)?$")
Day = tuple[int, int, int]
"""Year, month, day; a day may be one too many or too few, as days are only compared."""
_END: Day = (9999, 12, 31)


@dataclass(frozen=True)
class Limit:
    """What an amount must be; None where there is no bound. `unit` is a money or ""."""

    least: Decimal | None = None
    most: Decimal | None = None
    is_strict: bool = False
    """The bound itself is too little, or too much."""
    unit: str = ""

    def holds(self, amount: Amount) -> bool:
        value = amount.full
        if self.is_strict and value in (self.least, self.most):
            return False
        is_enough = self.least is None or value >= self.least
        return is_enough and (self.most is None or value <= self.most)

    def is_of_other_money(self, amount: Amount) -> bool:
        """Whether the two cannot be compared."""
        return bool(self.unit and amount.unit and self.unit != amount.unit)


@dataclass(frozen=True)
class Period:
    """From one day to another, both included."""

    first: Day
    last: Day

    def holds(self, date: Date) -> bool:
        """Whether all of the date lies within it."""
        return self.first <= _first_day(date) and _last_day(date) <= self.last


def limit_in(question: str) -> tuple[Limit | None, str]:
    """The limit that a question sets, and the question without it."""
    plain, found = without_dates(question), None
    spans: list[tuple[int, int]] = []
    sums = [a for a in amounts(plain) if not a.is_reference and (a.unit in MONEY or not a.unit)]
    for place, amount in enumerate(sums):
        before = fold_same(plain[: amount.start])
        name = next((n for n, pattern in _LIMIT.items() if pattern.search(before)), "")
        if not name:
            continue
        start = _LIMIT[name].search(before)
        other = sums[place + 1] if name == "between" and place + 1 < len(sums) else None
        found = _limit(name, amount, other)
        spans = [(start.start() if start else amount.start, (other or amount).end)]
        break
    return found, _blanked(question, spans)


def period_in(question: str) -> tuple[Period | None, str]:
    """The period that a question sets, and the question without it."""
    found = [date for date in dates(question) if date.year]
    if not found:
        return None, question
    before = fold_same(question[: found[0].start])
    first, last = _first_day(found[0]), _last_day(found[-1])
    if len(found) == 1 and _SINCE.search(before):
        last = _END
    elif len(found) == 1 and _AFTER.search(before):
        first, last = (*last[:2], last[2] + 1), _END
    elif len(found) == 1 and _BEFORE.search(before):
        first, last = (0, 1, 1), (*first[:2], first[2] - 1)
    return Period(first, last), _blanked(question, [(d.start, d.end) for d in found])


def fold_same(text: str) -> str:
    """Lower case without accents, each letter in its place."""
    return "".join((fold(letter) or " ")[0] for letter in text)


def _limit(name: str, amount: Amount, other: Amount | None) -> Limit:
    value, unit = amount.full, amount.unit or (other.unit if other else "")
    if name == "between" and other:
        return Limit(value, other.full, False, unit)
    if name in ("more", "no less", "between"):
        return Limit(value, None, name == "more", unit)
    return Limit(None, value, name == "less", unit)


def without_dates(text: str) -> str:
    """A year is no amount, unless money follows it."""
    spans = [
        (date.start, date.end)
        for date in dates(text)
        if not (date.is_year and re.match(r"\s?(?:€|eur|\$|£|usd|gbp)", text[date.end :].lower()))
    ]
    return _blanked(text, spans)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _first_day(date: Date) -> Day:
    return date.year or 0, date.month or 1, date.day or 1


def _last_day(date: Date) -> Day:
    return date.year or 0, date.month or 12, date.day or 31
