"""Tells from a question which arithmetic it asks for, and of which figures. Reads no document.

A question that fits no pattern in full gets no plan: a wrong one would answer what was not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.core.arithmetic.line_items import is_common_in_accounts, label_words
from app.core.arithmetic.plan_words import (
    AVERAGE,
    DIFFERENCE,
    FIGURE,
    GROWTH,
    MARGIN,
    MARGIN_OF,
    PATTERNS,
    RATIO,
    SHARE,
    SUM,
    WORKING_CAPITAL,
)
from app.core.arithmetic.tables import PART_OF_A_YEAR
from app.core.language import language_of


class Kind(StrEnum):
    """What is computed from the operands, in their order."""

    GROWTH = GROWTH
    """Percent that the first is above the second."""
    DIFFERENCE = DIFFERENCE
    """The first less the second."""
    SHARE = SHARE
    """The first in percent of the second."""
    RATIO = RATIO
    """The first divided by the second."""
    SUM = SUM
    AVERAGE = AVERAGE
    FIGURE = FIGURE
    """The one that is there, as it stands: a line of accounts."""


@dataclass(frozen=True)
class Wanted:
    """A figure to find: what the question calls it (names of companies and all), and the year."""

    label: str
    year: int


@dataclass(frozen=True)
class Plan:
    """`names` are words of the question with a capital: whose documents are meant."""

    kind: Kind
    operands: tuple[Wanted, ...]
    names: frozenset[str] = frozenset()


_LEAD = r"""(?:from|between|in|for|during|over|to|and|until|through|vs\.?|versus|
    compared\s(?:to|with)|against|than|since|at|as|of|by|the|end|year-end|ended?|ending|fiscal|financial|calendar|years?|
    period|on|(?:december|decembre|décembre)\s31,?|31\s(?:december|décembre)|
    de|du|entre|en|à|au|et|pour|par\srapport\sà|depuis|l['’]exercice|exercice|l['’]année|années?|la|
    les|fin|qu['’]en|que|durant|pendant|période|comparé\sà|sur|
    van|tussen|tot|naar|ten\sopzichte\svan|vergeleken\smet|sinds|dan|het|jaar|boekjaar|eind|per|
    tegenover|gedurende|voor|jaren|periode)"""
_PERIOD = re.compile(
    rf"""(?:(?<![\w'’]){_LEAD}\s+|(?<=\s)[-–—/]\s*)*(?<!\w)
         (?:(?P<long>(?:FY\s?)?(?:19|20)\d\d)|FY\s?['’]?(?P<short>\d\d))(?!\w)(?!%)(?![.,]\d)
         (?:['’]s)?(?:\s?[-–—/]\s?(?=(?:FY|19|20)))?""",
    re.IGNORECASE | re.VERBOSE,
)
_LISTED = re.compile(
    r"(?<!between )(?<!entre )(?<!tussen )(?:FY\s?)?(?:19|20)\d\d\s*(?:,|and|et|en|plus)\s*"
    r"(?:in |en )?(?:FY\s?)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_LONGEST_RANGE = 10
_TO_THE_YEAR_BEFORE = re.compile(
    r"\b(?:year[- ](?:over|on)[- ]year|yoy|(?:previous|prior|preceding) (?:fiscal )?year|"
    r"year before|l['’]année précédente|l['’]exercice précédent|vorig(?:e)? (?:boek)?jaar|"
    r"het jaar (?:er)?voor|by how many percent|by what percentage|de combien de|"
    r"de quel pourcentage|met hoeveel (?:procent|%)|met welk percentage)",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|June|July|August|September|October|November|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|"
    r"januari|februari|maart|april|juni|juli|augustus|oktober)\b"
)
_ASIDE = re.compile(
    r"""\([^()]*\)
    | ,?\s(?:in|en)\s(?:(?:US\s?dollars?|USD|EUR|euros?|\$|€|GBP)\s?)?(?:thousands|millions|
      billions|
      milliers|milliards|miljoen(?:en)?|duizend(?:en)?|miljard(?:en)?)
      (?:\s(?:of\s|d['’]|de\s)?(?:US\s)?(?:dollars?|euros?|USD|EUR))?
    | ,?\s(?:from|in|on|using|per|according\sto|based\son|as\s(?:shown|reported|stated)\sin|
      as\sper)\s
      (?:the|its|their)\s(?:\w+\s){0,2}
      (?:statements?(?:\sof\s(?:\w+\s)?\w+)?|balance\ssheets?|report|10-[KQ]|documents?|accounts)
    | ,?\s(?:selon|d['’]après|dans|d['’])\s(?:le|la|les|ses|son)\s(?:\w+\s)?
      (?:rapport(?:\sannuel)?|comptes(?:\sannuels)?|documents?|bilan|compte\sde\srésultat)
    | ,?\s(?:volgens|in|uit)\s(?:het|de)\s(?:jaarverslag|jaarrekening|balans|documenten|
      resultatenrekening)
    | \b(?:approximately|roughly|about|exactly|environ|exactement|ongeveer|precies)\b
    | ,?\s(?:compared\s(?:to|with)|over|from|versus|on)\sthe\s(?:previous|prior|
      preceding)\s(?:fiscal\s)?year
    | ,?\s(?:par\srapport\sà|sur)\sl['’](?:année|exercice)\sprécédente?
    | ,?\s(?:ten\sopzichte\svan|tegenover|vergeleken\smet)\s(?:het\s)?vorige?\s(?:boek)?jaar
    | ,?\s?(?:year[-\s](?:over|on)[-\s]year|yoy)(?=\s*$)""",
    re.IGNORECASE | re.VERBOSE,
)
_STARTS = re.compile(
    r"(?:.*[,:]\s+(?:and\s|et\s|en\s)?)?(?=(?:what|by how|by what|how much|how many|calculate|"
    r"compute|"
    r"determine|quel|de combien|de quel|à combien|combien|calcule|met hoeveel|met welk|hoeveel|"
    r"welk|"
    r"wat|hoe|bereken)\b|quel)",
    re.IGNORECASE | re.DOTALL,
)
_DEFINED = re.compile(
    r"(?:\bdefine\b.*?\bas\b|\bdefined as\b|\bgedefinieerd als\b|\bdéfinie? comme\b)\s(?P<x>.+?)\s"
    r"(?P<sign>less|minus|plus|divided by|moins|divisé par|min|gedeeld door)\s(?P<y>.+)",
    re.IGNORECASE,
)
_SIGNS = {
    "less": DIFFERENCE,
    "minus": DIFFERENCE,
    "moins": DIFFERENCE,
    "min": DIFFERENCE,
    "plus": SUM,
}
_ARTICLES = re.compile(
    r"^(?:(?:the|a|an|its|their|our|le|la|les|son|sa|ses|leurs?|nos|notre|de|het|een|zijn|haar|hun|"
    r"ons|onze|du|des)\s+|(?:l|d)['’]\s?)+",
    re.IGNORECASE,
)
_NO_LABEL = re.compile(
    r"\d(?![\w])|%|\b(?:who|which|that|when|why|where|because|whose|qui|dont|pourquoi|die|dat|"
    r"waarom|plus|percentage)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:and|et|en)\b|,", re.IGNORECASE)
_PAIRS = re.compile(
    r"(?<=depreciation) and (?=amorti)|(?<=plant) and (?=equipment)|(?<=cash) and (?=cash eq)|"
    r"(?<=research) and (?=dev)|(?<=sales) and (?=mark)|(?<=general) and (?=admin)|"
    r"(?<=recherche) et (?=dév)|(?<=trésorerie) et (?=équiv)|(?<=onderzoek) en (?=ontw)|"
    r"(?<=geldmiddelen) en (?=kas)|(?<=selling) and (?=admin)|(?<=administrative) and (?=sel)",
    re.IGNORECASE,
)
"""Two words for one line: no sum of two."""
_NAME = re.compile(r"(?<=[\w,;:] )(?:[A-ZÀ-ÖØ-Þ]|\d+(?=[A-Z]))[\w&-]+")
_IN_PERCENT = re.compile(r"%|percent|per cent|pourcent|procent|taux", re.IGNORECASE)
_ENDS_IN_PERCENT = re.compile(
    r",? (?:in|as a|en) (?:%|percent(?:age)?|pour ?cents?|pourcentage|procent)$", re.IGNORECASE
)
_REPLACED = re.compile(r"^(?:The same question|La même question|Dezelfde vraag)\b", re.IGNORECASE)
"""A follow-up that names another line than the one whose question it repeats."""
_QUALIFIED = re.compile(
    r"\((?:[^()]*\s)?(?:before|after|without|excluding|including|net of|avant|après|sans|hors|"
    r"voor|na|zonder|exclusief|inclusief)\s[^()]*\)",
    re.IGNORECASE,
)
"""What is asked about is only a part, or more, of a line."""
_ASKS_MORE = re.compile(
    r"\b(?:who|whom|which|when|where|why|how|number of|until|qui|quand|où|pourquoi|comment|"
    r"nombre de|jusqu.|wie|wanneer|waar|waarom|aantal|totdat)\b",
    re.IGNORECASE,
)
"""Words of a question for more, or for something else, than a line of accounts."""
_COMPUTED = re.compile(
    r"(?:sum|total of|difference|ratio|average|mean|somme|différence|moyenne|som|verschil|"
    r"gemiddelde)\b",
    re.IGNORECASE,
)
"""What stands in no line as it is."""
_LABEL_WORDS = 12
_PER_HEAD = frozenset(("employee", "worker", "store", "salarie", "employe", "collaborateur"))
_PER_HEAD_NL = frozenset(("werknemer", "medewerker", "personeelslid", "winkel", "magasin"))


def plan_of(question: str) -> Plan | None:
    """What is to be computed, or None when the question asks for no arithmetic that we know."""
    if any(p.search(question) for p in (PART_OF_A_YEAR, _MONTHS, _REPLACED, _QUALIFIED)):
        return None
    lead, asked, others = _asked(" ".join(question.split()))
    years = sorted(set(_years(asked)))
    bare = _PERIOD.sub(" ", _ASIDE.sub(" ", asked))
    bare = re.sub(r"\s+(?=,)", "", " ".join(bare.split())).strip(" ?.!,-–:;")
    for kind, x, y in [*_defined(others), *_parts(bare, language_of(question))]:
        if kind == FIGURE and (_ASKS_MORE.search(lead) or _ASKS_MORE.search(asked)):
            continue
        plan = _plan(kind, x, y, years, asked)
        if plan is not None:
            return replace(plan, names=frozenset(_NAME.findall(question)))
    return None


def _asked(question: str) -> tuple[str, str, str]:
    """What stands before the asking word of the sentence that asks, its rest, and the others."""
    sentences = re.split(r"(?<=[?!])\s+|(?<=[a-z)]\.)\s+(?=[A-ZÀ-Ý])", question)
    asking = next((s for s in sentences if s.rstrip().endswith("?")), sentences[0])
    others = " ".join(s for s in sentences if s is not asking)
    start = _STARTS.match(asking)
    place = start.end() if start else 0
    return asking[:place], asking[place:], others


def _years(asked: str) -> Iterator[int]:
    for match in _PERIOD.finditer(asked):
        yield int((match["long"] or "20" + match["short"])[-4:])


def _defined(others: str) -> Iterator[tuple[str, str, str]]:
    """What the question says itself a figure is made of."""
    match = _DEFINED.search(re.sub(r"[.;].*", "", others))
    if match:
        kind = _SIGNS.get(match["sign"].lower(), RATIO)
        yield kind, match["x"], match["y"]


def _parts(bare: str, language: str) -> Iterator[tuple[str, str, str]]:
    """What the pattern that fits is about; a line of two words with `and` is one.

    A gross margin is an amount in many accounts, so that it is computed when percent are asked for.
    """
    whole = _PAIRS.sub(" & ", bare)
    for kind, pattern in PATTERNS.get(language, ()):
        match = re.fullmatch(pattern, whole, re.IGNORECASE)
        if match is None:
            continue
        named = match.groupdict()
        x, y = named.get("x") or "", named.get("y") or ""
        if kind == MARGIN:
            name = f"{named.get('owner') or ''} {y}".strip()
            part = next(part for start, part in MARGIN_OF if re.match(start, x, re.IGNORECASE))
            if part != "gross profit" or _IN_PERCENT.search(bare):
                yield SHARE, f"{name} {part}", f"{name} revenue"
        elif kind == WORKING_CAPITAL:
            name = f"{named.get('owner') or ''} {y}".strip()
            yield DIFFERENCE, f"{name} total current assets", f"{name} total current liabilities"
        elif kind == GROWTH or (not y and _ENDS_IN_PERCENT.search(x)):
            yield GROWTH, f"{_ENDS_IN_PERCENT.sub('', x)} {y}".strip(), ""
        elif kind == SHARE:
            yield kind, y, x
        elif kind == FIGURE:
            yield kind, x, ""
        else:
            yield kind, x, y


def _plan(kind: str, x: str, y: str, years: list[int], asked: str) -> Plan | None:
    first, second = _label(x), _label(y)
    if not first or (y and not second):
        return None
    if second and kind != SHARE and (_TWO.search(x) or _TWO.search(y)):
        return None
    if second:
        if len(years) != 1 or (kind == RATIO and not _is_a_ratio(second, asked)):
            return None
        return Plan(Kind(kind), (Wanted(first, years[0]), Wanted(second, years[0])))
    if kind == FIGURE:
        is_line = any(map(is_common_in_accounts, label_words(first)))
        is_line = is_line and not _COMPUTED.match(first)
        return _over(Kind(kind), first, years) if is_line and len(years) == 1 else None
    if kind in (GROWTH, DIFFERENCE):
        if len(years) == 1 and kind == GROWTH and _TO_THE_YEAR_BEFORE.search(asked):
            years = [years[0] - 1, years[0]]
        return _over(Kind(kind), first, years[::-1]) if len(years) == 2 else None
    if kind == AVERAGE and len(years) == 2 and not _LISTED.search(asked):
        years = list(range(years[0], years[1] + 1))
    fits = kind in (SUM, AVERAGE) and 2 <= len(years) <= _LONGEST_RANGE
    return _over(Kind(kind), first, years) if fits else None


def _over(kind: Kind, label: str, years: list[int]) -> Plan:
    return Plan(kind, tuple(Wanted(label, year) for year in years))


def _is_a_ratio(second: str, asked: str) -> bool:
    """`Per` divides by people and places only: a figure per share is stated, not computed."""
    is_per = re.search(r"\b(?:per|par)\b", asked)
    return not is_per or bool(label_words(second) & (_PER_HEAD | _PER_HEAD_NL))


def _label(text: str) -> str:
    """The words that name a line; empty when they are no name of one."""
    text = re.sub(r"\s(?:for|of|at|by|from|van|bij|chez|de)$", "", text.strip(" ,"))
    text = _ARTICLES.sub("", text).strip(" ,")
    if _NO_LABEL.search(text) or len(text.split()) > _LABEL_WORDS or not label_words(text):
        return ""
    return text.replace(" & ", " and ")
