"""Figures with what they count: unit, scale and sign, in English, French and Dutch.

Owns when two amounts may be the same; not where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.core.figures import NUMBER_WORDS, figure_spans

_UNIT_WORDS = {
    "eur": "€ eur euro euros",
    "usd": "$ usd us$ dollar dollars",
    "gbp": "£ gbp pound pounds sterling",
    "chf": "chf",
    "percent": "% percent procent pct",
    "point": "pt points percentage",
    "m2": "m² m2 sqm",
    "m3": "m³ m3",
    "km": "km kilometre kilometres kilometer kilometers kilomètre kilomètres",
    "kmh": "km/h",
    "mile": "mile miles",
    "mm": "mm millimetre millimetres millimètres millimeter",
    "cm": "cm",
    "kg": "kg kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "g gram grams gramme grammes",
    "ton": "ton tons tonne tonnes",
    "litre": "l litre litres liter liters",
    "kwh": "kwh",
    "mwh": "mwh",
    "second": "second seconds seconde secondes seconden segundos",
    "minute": "minute minutes minuten min minuut minutos",
    "hour": "hour hours heure heures uur uren h horas hora",
    "day": "day days jour jours dag dagen días día",
    "week": "week weeks semaine semaines weken semanas",
    "month": "month months mois maand maanden meses",
    "year": "year years an ans année années jaar jaren años año",
}
_UNITS = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}
MONEY = frozenset(("eur", "usd", "gbp", "chf"))
_TIME = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))
_KINDS = {"money": MONEY, "time": _TIME}
UNIT_WORDS = frozenset(_UNITS)
_SCALE_WORDS = {
    3: "thousand thousands mille milliers duizend duizenden k mil",
    6: "million millions miljoen miljoenen mio mln mn millones",
    9: "billion billions milliard milliards miljard miljarden mld bn mrd",
    12: "trillion trillions biljoen",
}
_SCALES = {word: power for power, words in _SCALE_WORDS.items() for word in words.split()}
SCALE_WORDS = frozenset(_SCALES)
_REFERENCE = re.compile(
    r"\b(?:(?P<article>art(?:icle|ikel|\.)s?|artikelen)|(?P<lot>lots?|perceel|percelen)|"
    r"(?P<page>pages?|pagina|p\.)|(?P<chapter>chapters?|hoofdstuk|chapitre|section|item)|"
    r"(?P<note>notes?|tables?|tabel|tableau|figure|annex|annexe|bijlage))\s*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(US\$|[€$£]|\b(?:EUR|USD|GBP|CHF|euro))\s*[-−(]?\s*$", re.IGNORECASE)
_SIGN = re.compile(r"\)?\s?(km/h|US\$|[€$£%]|m[²³23]\b)", re.IGNORECASE)
_AFTER = re.compile(
    r"\)?[\s-]?\s*(?P<word>[^\W\d_]+)?\.?\s?(?:of |d'|de |d’|en )?\s*"
    r"(?P<unit>km/h|US\$|[€$£%]|m[²³23]|[^\W\d_]+)?"
)
_UNIT = re.compile(r"us\$|[€$£%]|m[²³]|km/h|[^\W\d_]+")
_SIGN_LENGTH = 2
"""Characters; a longer unit is a word."""
_POUR_CENT = re.compile(r"\s*(?:pour\s?cent|per\s?cent|por\s?ciento)\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"(?:about|around|nearly|almost|some|roughly|approximately|approx\.?|over|more than|"
    r"environ|près de|presque|plus de|ongeveer|circa|ca\.?|bijna|ruim|zowat|meer dan|~|≈)"
    r"\s*[€$£]?(?:EUR |USD )?\s*$",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?:-|–|/|,?\s?and|or|to|et|ou|à|en|of|tot|y|o|a)\s*", re.IGNORECASE)
_ALSO = re.compile(r"\s*(?:,|-|–|/|,?\s?(?:and|or|to|et|ou|à|en|of|tot|y|o|a)\b)\s*", re.IGNORECASE)
_MOST_DIGITS = 19
"""So many are no amount, but a code."""
_FEWEST_DIGITS = 2
"""Fewer are a rounded figure only where the sentence says so (`about 3 million`)."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_ADJECTIVES = "per par a à p by each in on at to of the een une le la por au en"
_PER = frozenset(_NO_ADJECTIVES.split())


@dataclass(frozen=True)
class Amount:
    """A figure in the characters [start, end). `value` is as written; `scale` its power of ten."""

    value: Decimal
    start: int
    end: int
    unit: str = ""
    """"" when none is said; `ref:article` and the like for what only numbers something."""
    scale: int = 0
    is_negative: bool = False
    is_about: bool = False

    @property
    def full(self) -> Decimal:
        return self.value.scaleb(self.scale)

    @property
    def is_reference(self) -> bool:
        return self.unit.startswith("ref:")

    @property
    def kind(self) -> str:
        """What may be told apart from it: all money is of one kind, all time of another."""
        return next((kind for kind, units in _KINDS.items() if self.unit in units), self.unit)


def amounts(text: str) -> list[Amount]:
    """Every amount in `text`, in order; years and dates must have been blanked out before."""
    spans = [*figure_spans(text), *_in_words(text)]
    spans = [(span, value) for span, value in spans if len(value.as_tuple().digits) < _MOST_DIGITS]
    found = [_amount(text, span, value) for span, value in sorted(spans)]
    return list(_with_units(text, found))


def same_amount(said: Amount, other: Amount, *, in_table: bool = False) -> bool:
    """Whether `other`, which stands on a page, is what `said` says.

    In a table, a unit or a scale that was not found may stand where we do not look.
    """
    if said.is_reference != other.is_reference:
        return False
    if not _same_unit(said.unit, other.unit, in_table):
        return False
    if said.is_negative and not other.is_negative:
        return False
    if said.scale == other.scale or (said.scale and other.scale) or not in_table:
        return _same_value(said, said.full, other.full)
    if said.scale and not other.scale:
        return any(_same_value(said, said.full, other.value.scaleb(p)) for p in (0, 3, 6))
    return _same_value(said, said.value, other.value) or _same_value(said, said.value, other.full)


def unit_of(words: str) -> tuple[str, int]:
    """Unit and scale that a caption or the head of a table names: `EUR thousand` is (eur, 3).

    Other units than money count only in brackets: `Length of stay (days)`.
    """
    lowered = words.lower()
    inside = " ".join(re.findall(r"\(([^()]*)\)", lowered))
    money = [_UNITS[w] for w in _UNIT.findall(lowered) if _UNITS.get(w) in MONEY]
    other = [
        _UNITS[w] for w in _UNIT.findall(inside) if w in _UNITS and not re.fullmatch("[a-z]", w)
    ]
    scales = [_SCALES[w] for w in _UNIT.findall(lowered) if w in _SCALES and len(w) > _SIGN_LENGTH]
    return next(iter([*other, *money]), ""), (scales[0] if scales else 0)


def _same_unit(said: str, other: str, in_table: bool) -> bool:
    if said == other:
        return True
    if said and other:
        return False
    return in_table or not said or said.startswith("ref:")


def _same_value(said: Amount, value: Decimal, other: Decimal) -> bool:
    """Equal, or `value` is `other` rounded to the digits it shows."""
    if value == other:
        return True
    scale = said.scale if value == said.full else 0
    exponent = _exponent(said.value) + scale
    if said.is_about:
        exponent = _exponent(said.value.normalize()) + scale
    elif len(said.value.as_tuple().digits) < _FEWEST_DIGITS:
        return False
    return abs(other - value) * 2 <= Decimal(1).scaleb(exponent)


def _exponent(value: Decimal) -> int:
    return int(value.as_tuple().exponent)


def _amount(text: str, span: tuple[int, int], value: Decimal) -> Amount:
    start, end = span
    before = text[max(0, start - 24) : start]
    unit, scale, end_of_unit = _after(text, end)
    currency = _BEFORE.search(before)
    reference = _REFERENCE.search(before)
    if currency:
        unit = _UNITS[currency.group(1).lower()]
    elif reference and not scale:
        unit = f"ref:{reference.lastgroup}"
    is_negative = bool(re.search(r"(?:^|[\s(€$£])[-−–]\s?[€$£]?$|\([€$£]?\s?$", before))
    if before.endswith("(") and not text[end : end + 3].lstrip("% ").startswith(")"):
        is_negative = False
    lead = before[: currency.start()] if currency else before
    return Amount(value, start, end_of_unit, unit, scale, is_negative, bool(_HEDGE.search(lead)))


def _after(text: str, end: int) -> tuple[str, int, int]:
    """Unit, scale, and where these end, of what follows a figure."""
    per_cent = _POUR_CENT.match(text, end)
    if per_cent:
        return "percent", 0, per_cent.end()
    near = _SIGN.match(text, end)
    if near:
        return _UNITS[near.group(1).lower()], 0, near.end()
    match = _AFTER.match(text, end)
    if match is None or not match.group("word"):
        return "", 0, end
    word, unit = match.group("word").lower(), (match.group("unit") or "").lower()
    if word in _SCALES:
        known = _UNITS.get(unit, "")
        return known, _SCALES[word], match.end("unit") if known else match.end("word")
    if word in _UNITS:
        return _UNITS[word], 0, match.end("word")
    is_adjective = word not in _PER and len(unit) > _SIGN_LENGTH
    return (_UNITS.get(unit, "") if is_adjective else ""), 0, end


def _in_words(text: str) -> Iterator[tuple[tuple[int, int], Decimal]]:
    for match in _WORD.finditer(text):
        value = NUMBER_WORDS.get(match.group().lower())
        if value is not None:
            yield match.span(), value


def _with_units(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """In `55 and 40 minutes` and in `lots 1, 2 and 4` the unit is said once."""
    later = list(found)
    for i in range(1, len(later)):
        before, one = later[i - 1], later[i]
        if before.is_reference and not one.unit and _ALSO.fullmatch(text, before.end, one.start):
            later[i] = replace(one, unit=before.unit)
    for i in range(len(later) - 2, -1, -1):
        one, following = later[i], later[i + 1]
        if one.unit or not following.unit or following.is_reference:
            continue
        between = text[one.end : following.start]
        if _LIST.fullmatch(re.sub(r"[€$£]\s*$", "", between)):
            later[i] = replace(one, unit=following.unit, scale=one.scale or following.scale)
    yield from later
