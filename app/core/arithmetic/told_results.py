"""The sentence that tells a calculation, with its formula, in English, French or Dutch."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from app.core.arithmetic.calculating import Calculation
from app.core.arithmetic.operands import Operand
from app.core.arithmetic.plans import Kind
from app.core.types import Citation, Sentence, Support

_MARKS = {"English": (",", "."), "French": ("\u202f", ","), "Dutch": (".", ",")}
"""Between thousands, and before decimals."""
_PERCENT = {"English": "%", "French": "\u00a0%", "Dutch": "%"}
_POINTS = {
    "English": " percentage points",
    "French": "\u00a0points de pourcentage",
    "Dutch": " procentpunt",
}
_SCALES = {
    "English": {3: " thousand", 6: " million", 9: " billion"},
    "French": {3: "\u00a0milliers", 6: "\u00a0millions", 9: "\u00a0milliards"},
    "Dutch": {3: " duizend", 6: " miljoen", 9: " miljard"},
}
_CURRENCIES = {
    "French": {"$": "dollars", "€": "euros", "£": "livres"},
    "Dutch": {"$": "dollar", "€": "euro", "£": "pond"},
}
_TOLD = {
    "English": {
        "up": "Between {old} and {new}, {x} rose by {result}: {formula}.",
        "down": "Between {old} and {new}, {x} fell by {result}: {formula}.",
        "same": "Between {old} and {new}, {x} did not change: {formula}.",
        "figure": "In {new}, {x} was {result}.",
        "less": "In {new}, {x} less {y} was {result}: {formula}.",
        "share": "In {new}, {x} was {result} of {y}: {formula}.",
        "ratio": "In {new}, {x} divided by {y} was {result}: {formula}.",
        "sum": "In {new}, {x} and {y} added up to {result}: {formula}.",
        "sum over": "Over {years}, {x} added up to {result}: {formula}.",
        "average": "Over {years}, {x} was {result} on average: {formula}.",
        "from nothing": "{X} was {a} in {new} and {b} in {old}. "
        "From zero, a change in percent cannot be computed.",
        "from below": "{X} was {a} in {new} and {b} in {old}. "
        "From a negative figure, a change in percent means nothing.",
        "by nothing": "In {new}, {x} was {a} and {y} {b}. "
        "Dividing by a figure that is zero or negative means nothing here.",
    },
    "French": {
        "up": "Entre {old} et {new}, {x} augmente de {result}\u00a0: {formula}.",
        "down": "Entre {old} et {new}, {x} diminue de {result}\u00a0: {formula}.",
        "same": "Entre {old} et {new}, {x} ne change pas\u00a0: {formula}.",
        "figure": "En {new}, {x} est de {result}.",
        "less": "En {new}, {x} moins {y} donne {result}\u00a0: {formula}.",
        "share": "En {new}, {x} représente {result} de {y}\u00a0: {formula}.",
        "ratio": "En {new}, {x} divisé par {y} donne {result}\u00a0: {formula}.",
        "sum": "En {new}, {x} plus {y} donne {result}\u00a0: {formula}.",
        "sum over": "Sur {years}, le total de {x} est de {result}\u00a0: {formula}.",
        "average": "Sur {years}, la moyenne de {x} est de {result}\u00a0: {formula}.",
        "from nothing": "{X} est de {a} en {new} et de {b} en {old}. "
        "À partir de zéro, une variation en pour cent ne peut pas être calculée.",
        "from below": "{X} est de {a} en {new} et de {b} en {old}. "
        "À partir d'un chiffre négatif, une variation en pour cent n'a pas de sens.",
        "by nothing": "En {new}, {x} est de {a} et {y} de {b}. "
        "Diviser par un chiffre nul ou négatif n'a pas de sens ici.",
    },
    "Dutch": {
        "up": "Tussen {old} en {new} steeg {x} met {result}: {formula}.",
        "down": "Tussen {old} en {new} daalde {x} met {result}: {formula}.",
        "same": "Tussen {old} en {new} bleef {x} gelijk: {formula}.",
        "figure": "In {new} bedroeg {x} {result}.",
        "less": "In {new} was {x} min {y} {result}: {formula}.",
        "share": "In {new} was {x} {result} van {y}: {formula}.",
        "ratio": "In {new} was {x} gedeeld door {y} {result}: {formula}.",
        "sum": "In {new} waren {x} en {y} samen {result}: {formula}.",
        "sum over": "Over {years} was het totaal van {x} {result}: {formula}.",
        "average": "Over {years} was het gemiddelde van {x} {result}: {formula}.",
        "from nothing": "{X} was {a} in {new} en {b} in {old}. "
        "Vanaf nul kan geen verandering in procent worden berekend.",
        "from below": "{X} was {a} in {new} en {b} in {old}. "
        "Vanaf een negatief cijfer zegt een verandering in procent niets.",
        "by nothing": "In {new} was {x} {a} en {y} {b}. "
        "Delen door een cijfer dat nul of negatief is, zegt hier niets.",
    },
}
_NUMBERED = re.compile(r"\s?(?:\([a-z\d]\)|\[\d\])")


def as_sentence(calculation: Calculation, language: str, number: int = 1) -> Sentence:
    """The sentence, supported by its operands, whose citations are numbered from `number` on."""
    citations: list[Citation] = []
    for operand in calculation.operands:
        if operand.citation not in citations:
            citations.append(operand.citation)
    numbered = (replace(c, number=n) for n, c in enumerate(citations, start=number))
    return Sentence(
        told(calculation, language),
        Support.SUPPORTED,
        tuple(numbered),
        formula_of(calculation, language),
    )


def told(calculation: Calculation, language: str) -> str:
    """The result in a full sentence with its formula; English for languages we do not write."""
    language = language if language in _TOLD else "English"
    first, last = calculation.operands[0], calculation.operands[-1]
    years = sorted({operand.year for operand in calculation.operands})
    x = _named(first.label, language)
    return _TOLD[language][_way(calculation)].format(
        x=x,
        X=x[0].upper() + x[1:],
        y=_named(last.label, language),
        new=max(years),
        old=min(years),
        years=_listed(years),
        a=_amount(first.value, first, language),
        b=_amount(last.value, last, language),
        result=_result(calculation, language),
        formula=formula_of(calculation, language),
    )


def formula_of(calculation: Calculation, language: str) -> str:
    """`(5,010 − 4,600) ÷ 4,600 × 100 = 8.9`; empty when nothing was computed."""
    if calculation.result is None or calculation.kind is Kind.FIGURE:
        return ""
    language = language if language in _TOLD else "English"
    scales = {operand.scale for operand in calculation.operands}
    figures = [
        _plain(operand.value, language)
        + (_SCALES[language].get(operand.scale or 0, "") if len(scales) > 1 else "")
        for operand in calculation.operands
    ]
    one, other = figures[0], _in_brackets(figures[-1])
    written = {
        Kind.GROWTH: f"({one} − {other}) ÷ {other} × 100",
        Kind.DIFFERENCE: f"{one} − {other}",
        Kind.SHARE: f"{one} ÷ {other} × 100",
        Kind.RATIO: f"{one} ÷ {other}",
        Kind.SUM: " + ".join([one, *map(_in_brackets, figures[1:])]),
        Kind.AVERAGE: f"({' + '.join([one, *map(_in_brackets, figures[1:])])}) ÷ {len(figures)}",
    }[calculation.kind]
    return f"{written} = {_plain(calculation.result, language)}"


def _way(calculation: Calculation) -> str:
    """Which of the sentences tells it."""
    kind, result, base = calculation.kind, calculation.result, calculation.base.value
    if result is None:
        if kind is Kind.GROWTH:
            return "from below" if base else "from nothing"
        return "by nothing"
    if kind in (Kind.GROWTH, Kind.DIFFERENCE) and calculation.is_over_years:
        return "up" if result > 0 else "down" if result < 0 else "same"
    if kind is Kind.SUM and calculation.is_over_years:
        return "sum over"
    return "less" if kind is Kind.DIFFERENCE else kind.value


def _result(calculation: Calculation, language: str) -> str:
    result, first = calculation.result, calculation.operands[0]
    if result is None:
        return ""
    if _way(calculation) == "down":
        result = -result
    if calculation.kind in (Kind.GROWTH, Kind.SHARE):
        return _plain(result, language) + _PERCENT[language]
    if calculation.kind is Kind.RATIO:
        return _plain(result, language)
    if first.is_percent and calculation.kind is Kind.DIFFERENCE:
        return _plain(result, language) + _POINTS[language]
    return _amount(result, first, language)


def _amount(value: Decimal, operand: Operand, language: str) -> str:
    """The figure with its unit: `$410 million`, `410 millions de dollars`, `410 miljoen dollar`."""
    if operand.is_percent:
        return _plain(value, language) + _PERCENT[language]
    scale = _SCALES[language].get(operand.scale or 0, "")
    number = _plain(value, language) + scale
    if not operand.currency:
        return number
    if language == "English":
        return "−" * (value < 0) + operand.currency + number.removeprefix("−")
    name = _CURRENCIES[language][operand.currency]
    joined = " " if not scale or language == "Dutch" else " d'" if name[0] == "e" else " de "
    return number + joined + name


def _plain(value: Decimal, language: str) -> str:
    thousands, decimals = _MARKS[language]
    whole, _, fraction = f"{abs(value):,f}".partition(".")
    written = whole.replace(",", thousands) + (decimals + fraction if fraction else "")
    return "−" * (value < 0) + written


def _in_brackets(figure: str) -> str:
    return f"({figure})" if figure.startswith("−") else figure


def _named(label: str, language: str) -> str:
    """The line as the page calls it, in the quotation marks of the language."""
    name = _NUMBERED.sub("", label).strip(" :,")
    if language == "French":
        return f"«\u00a0{name}\u00a0»"
    return f"“{name}”"


def _listed(years: list[int]) -> str:
    in_a_row = years == list(range(years[0], years[-1] + 1))
    return f"{years[0]}–{years[-1]}" if in_a_row and len(years) > 1 else ", ".join(map(str, years))
