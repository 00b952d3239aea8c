"""What a sentence states, taken apart: figures, dates, names, codes, quoted words, and whether it
denies. The same for sentences of an answer and of a page; where they meet is `grounding`'s."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from app.core.grounding.amounts import SCALE_WORDS, UNIT_WORDS, Amount, amounts
from app.core.grounding.beside import Beside, is_former, labels_in, parts_with_values
from app.core.grounding.dates import Date, dates, years
from app.core.language import COMMON_WORDS, content_words, fold, words

_CODE = re.compile(
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b"
    r"|(?<![\w.,])(?=[\w/.-]*\d)(?=[\w/.-]*[A-Z])[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*(?![\w])"
    r"|(?<![\w.,/-])\d+(?:[-/]\d+)+(?![\w/-])|\d{19,}"
)
_NO_CODE = re.compile(
    r"(?:FY|Q|H|T|S)?'?\d{1,4}(?:Q[1-4])?|Q[1-4](?:[-/ ]?(?:FY)?\d{2,4})?|(?:EUR|USD|GBP)\d.*|"
    r"\d[\d.,]*(?:K|M|B|BN|Bn|er|e|h|%)?|(?:19|20)\d\d[-/](?:19|20)?\d\d|\d{1,2}H\d{0,2}"
)
_LONGEST_FIGURE, _TWO = 19, 2
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'&-]*[\w]|[A-ZÀ-ÖØ-Þ]"
_NAME = re.compile(rf"(?<![\w’'-])(?:{_CAPITAL})")
QUOTED = re.compile(
    r"«\s*([^«»]{2,400}?)\s*»|“([^“”]{2,400}?)”|„([^„“”]{2,400}?)[“”]|\"([^\"]{2,400}?)\""
    r"|(?<![\w])[‘']([^‘’'\n]{2,400}?(?:[’'](?=\w)[^‘’'\n]+?)*)[’'](?!\w)"
)
_CLAUSE_END = re.compile(
    r"[,;:](?=\s)|\s[–—-]\s|[()]|\b(?:and|but|while|whereas|against|compared|versus|vs|up from|"
    r"down from|from|et|mais|contre|tandis|alors|en|maar|tegen|terwijl|tegenover|which|who|dont|"
    r"qui|die|dat|waarvan|y|pero|que)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|never|none|neither|nor|cannot|nobody|nothing|nowhere|"
    r"niet|geen|nooit|noch|niemand|niets|nergens|nunca|jamás|"
    r"nicht|kein\w{0,2}|niemals|aucune?s?|jamais|nul(?:le)?|rien|(?<=\bne )pas|(?<=\bni )pas)\b"
    r"|\w+n['’]t\b|\bno\b(?!\.)|\bne\b|\bn['’](?=\w)|\b(?:est|sont|a|peut|doit) pas\b"
)
_DENIES_NOTHING = re.compile(
    r"\bno (?:later|more|less|fewer|longer|earlier|sooner) than\b|\bno\.? ?\d|"
    r"\bnot (?:only|later|more|less|exceeding|to exceed)\b|"
    r"\bniet (?:alleen|later|meer|minder)\b|\bnon seulement\b|"
    r"\bpas (?:plus|moins|plus tard)\b|\bwhether or not\b|\bal dan niet\b|\bou non\b|\bno doubt\b|"
    r"\bn['’](?:importe|est-ce)|\bne\b[^,.;]{1,40}\bque\b|\bno matter\b"
)
_DAYS = """monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi
    vendredi samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"""
_CALENDAR = frozenset(_DAYS.split())
_PERIODS = (
    "hour heure uur",
    "day jour dag",
    "week semaine",
    "month mois maand monthly mensuel mensuelle maandelijks",
    "quarter trimestre kwartaal quarterly",
    "year an année jaar annual annually annuel annuelle jaarlijks",
)
_PERIOD_OF = {word: row.split()[0] for row in _PERIODS for word in row.split()}
_EACH = re.compile(rf"\b(?:per|par|an?)\s(?:\w+\s)?({'|'.join(_PERIOD_OF)})\b", re.IGNORECASE)
_IN = re.compile(r"\s*\(?(?:in|en|for|pour|voor|of|de|fin|end of)?\s*", re.IGNORECASE)
_COUNTED, _COUNTED_WITHIN = 3, 60
"""Words and characters behind a figure among which is what it counts."""
_RIGHT_BESIDE = 2
_STEM = 7
_ENDINGS = re.compile(
    r"(?:ations?|ements?|ingen|ions?|ing|ités?|ité|ities|ity|aux|als?|ies|iers?|ers?|eurs?|"
    r"euses?|ées?|ed|en|es|er|e|s|t|y|d)$"
)
_SHORTEST_STEM = 4


@dataclass(frozen=True)
class Figure:
    """An amount and the years it is said of."""

    amount: Amount
    years: frozenset[int]
    in_table: bool = False


@dataclass(frozen=True)
class Claim:
    """A sentence taken apart. Words are stems; `names` are folded words with a capital."""

    text: str
    stems: frozenset[str]
    names: frozenset[str]
    perhaps_names: frozenset[str]
    """The first word, when nothing tells whether it is a name."""
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    codes: tuple[str, ...]
    quotes: tuple[str, ...]
    beside: Mapping[int, Beside] = field(default_factory=dict)
    """What each figure and date of running text is said of, by its start."""

    @property
    def all_names(self) -> frozenset[str]:
        return self.names | self.perhaps_names

    @property
    def stems_of_names(self) -> frozenset[str]:
        return frozenset(map(stem, self.all_names))

    @property
    def years(self) -> frozenset[int]:
        return years(self.dates)


def taken_apart(text: str) -> Claim:
    codes = list(_codes(text))
    masked = _blank(text, ((match.start(), match.end()) for match in codes))
    found = dates(masked)
    counted = _blank(masked, ((date.start, date.end) for date in found))
    names, perhaps = _names(counted)
    counts = amounts(counted)
    return Claim(
        text,
        stems_of(counted),
        names,
        perhaps,
        tuple(_figures(counted, counts, found)),
        tuple(found),
        tuple(squeezed(match.group()) for match in codes),
        tuple(next(filter(None, match.groups())) for match in QUOTED.finditer(text)),
        _beside(counted, [*counts, *(date for date in found if not date.is_year)]),
    )


def stems_of(text: str) -> frozenset[str]:
    """The words that say what a text is about, cut so that their forms are alike."""
    return frozenset(
        stem(word)
        for word in content_words(text)
        if not word[0].isdigit() and word not in UNIT_WORDS and word not in SCALE_WORDS
    )


def _words_around(text: str, value: Amount | Date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before = words(text[max(0, value.start - _COUNTED_WITHIN) : value.start])
    behind = words(text[value.end : value.end + _COUNTED_WITHIN])
    return tuple(before[-_RIGHT_BESIDE:]), tuple(behind[:_RIGHT_BESIDE])


def _stems_in_order(text: str) -> tuple[str, ...]:
    found = stems_of(text)
    return tuple(s for s in map(stem, content_words(text)) if s in found)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without accents and endings."""
    word = fold(word)
    cut = _ENDINGS.sub("", word)
    return (cut if len(cut) >= _SHORTEST_STEM else word)[:_STEM]


def squeezed(code: str) -> str:
    """A code in capitals without blanks."""
    return re.sub(r"\s", "", code).upper()


def denials(text: str) -> list[tuple[int, int]]:
    """Where `text` denies: characters [start, end) of each `not`, `geen`, `ne … pas`."""
    lowered = text.lower()
    harmless = [match.span() for match in _DENIES_NOTHING.finditer(lowered)]
    found = [m.span() for m in _DENIES.finditer(lowered)]
    return [(a, b) for a, b in found if not any(x <= a < y for x, y in harmless)]


def periods(text: str) -> set[str]:
    """Per what time something is said to be, in English: `per maand` is `month`."""
    return {_PERIOD_OF[match[1].lower()] for match in _EACH.finditer(text)}


def clauses(text: str) -> list[tuple[int, int]]:
    """Parts [start, end) of a sentence between commas and joining words."""
    edges = [0, *(match.start() for match in _CLAUSE_END.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def _codes(text: str) -> Iterator[re.Match[str]]:
    for match in _CODE.finditer(text):
        code = match.group()
        if _NO_CODE.fullmatch(code) or dates(code):
            continue
        if not _is_range(code):
            yield match


def _is_range(code: str) -> bool:
    """Whether it is rather two figures: `100-200`, but not `2026-017`."""
    parts = re.split(r"[-/.]", code)
    if re.search("[A-Za-z]", code) or len(code) >= _LONGEST_FIGURE or len(parts) > _TWO:
        return False
    return not any(part[0] == "0" and len(part) > 1 for part in parts if part)


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words with a capital, and apart the first one when it may have it for being the first."""
    found = [match for match in _NAME.finditer(text)]
    sure, unsure = set[str](), set[str]()
    for match in found:
        words = [fold(w) for w in re.split(r"['’-]", match.group()) if w]
        if match.group().lower() in COMMON_WORDS or not words:
            continue
        kept = {w for w in words if len(w) > 1 and w not in _CALENDAR and w not in UNIT_WORDS}
        kept -= COMMON_WORDS
        is_first = not re.search(r"\w", text[: match.start()])
        followed = re.match(rf"\s(?:{_CAPITAL})", text[match.end() : match.end() + 4])
        (unsure if is_first and not followed else sure).update(kept)
    return frozenset(sure), frozenset(unsure - sure)


def _figures(text: str, found: Sequence[Amount], when: Sequence[Date]) -> Iterator[Figure]:
    parts = clauses(text)
    for amount in found:
        clause = next(((a, b) for a, b in parts if a <= amount.start < b), (0, len(text)))
        within = [date for date in when if clause[0] <= date.start < clause[1]]
        right_behind = [d for d in within if _IN.fullmatch(text, amount.end, d.start)]
        yield Figure(amount, years(right_behind or within))


def _beside(text: str, values: Sequence[Amount | Date]) -> dict[int, Beside]:
    """By the start of each value: the words and the other values of its part of the sentence."""
    found = {}
    worded = _blank(text, ((value.start, value.end) for value in values))
    for start, end in parts_with_values(clauses(text), values):
        said = text[start:end]
        words, each = stems_of(worded[start:end]), {f"per {period}" for period in periods(said)}
        within = [value for value in values if start <= value.start < end]
        for value, labels in zip(within, labels_in(within), strict=True):
            behind = worded[value.end : min(end, value.end + _COUNTED_WITHIN)]
            counted = _stems_in_order(behind)[:_COUNTED]
            former = is_former(said, text, value)
            near = _words_around(text, value)
            found[value.start] = Beside(words, labels | each, near, counted, former)
    return found
