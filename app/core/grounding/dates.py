"""Dates as people write them in English, French and Dutch, made comparable. Knows no calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_MONTHS = (
    "january janvier januari jan janv enero januar",
    "february février fevrier februari feb febr févr fevr febrero februar",
    "march mars maart mar mrt marzo märz",
    "april avril apr avr abril",
    "may mai mei mayo",
    "june juin juni jun junio",
    "july juillet juli jul juil julio",
    "august août aout augustus aug agosto",
    "september septembre sept sep septiembre",
    "october octobre oktober oct okt octubre",
    "november novembre nov noviembre",
    "december décembre decembre dec déc diciembre dezember",
)
_MONTH_VALUES = {word: i for i, row in enumerate(_MONTHS, start=1) for word in row.split()}
_NAMES = "|".join(sorted(_MONTH_VALUES, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_OLDER = r"(?:1\d|20)\d\d"
"""With a day or a month before it, a year of earlier centuries is none other."""
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|er|ste|de|º)?"
_PATTERNS = (
    rf"(?P<year>{_YEAR})[-/.](?P<month>1[0-2]|0\d)[-/.](?P<day>3[01]|[12]\d|0\d)(?!\d)",
    rf"(?P<day>{_DAY})\s?[-/.]\s?(?P<month>1[0-2]|0?[1-9])\s?[-/.]\s?(?P<year>{_OLDER})(?!\d)",
    rf"(?P<month>1[0-2]|0?[1-9])/(?P<day>{_DAY})/(?P<year>{_OLDER})(?!\d)",
    rf"(?P<day>{_DAY}){_ORDINAL}\s+(?:of\s+|de\s+)?(?P<name>{_NAMES})\b\.?"
    rf"(?:,?\s+(?:de\s+|del\s+)?(?P<year>{_OLDER})(?!\d))?",
    rf"\b(?P<name>{_NAMES})\b\.?\s+(?P<day>{_DAY})(?:st|nd|rd|th)?(?![\d,.]*\d)"
    rf"(?:\s*,?\s+(?P<year>{_OLDER})(?!\d))?",
    rf"\b(?P<name>{_NAMES})\b\.?,?\s+(?:of\s+|de\s+|del\s+)?(?P<year>{_OLDER})(?!\d)",
    r"\b(?:FY|fiscal year |exercice |boekjaar )\s?'?(?P<short>\d\d)(?!\d)",
    rf"(?:\bFY\s?|\bF)?(?<!\d[.,'’])(?<!\d)(?P<year>{_YEAR})(?![.,'’]?\d)",
)
_DATE = [re.compile(rf"(?<![\d]){pattern}", re.IGNORECASE) for pattern in _PATTERNS]
_DIGIT = re.compile(r"\d")
_TO = re.compile(r"\s*(?:-|–|—|to|until|and|au|à|et|tot|en|t/m|al|bis)\s*(?:le\s)?", re.IGNORECASE)


@dataclass(frozen=True)
class Date:
    """A date, or as much of it as is written, in the characters [start, end)."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int
    in_digits: bool = False
    """Day and month may then stand in either order."""

    @property
    def is_year(self) -> bool:
        """Whether it is a year and nothing more."""
        return self.month is None and self.day is None


def dates(text: str) -> list[Date]:
    """Every date and year in `text`, in order; `1 July to 3 August 2026` has its year twice."""
    if not _DIGIT.search(text):
        return []
    found: list[Date] = []
    taken: list[tuple[int, int]] = []
    for pattern in _DATE:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if _is_a_verb(match):
                continue
            taken.append(match.span())
            found.append(_date(match))
    found.sort(key=lambda date: date.start)
    return list(_with_years(text, found))


def without_dates(text: str) -> str:
    """The text with blanks in the place of its dates and years."""
    for date in dates(text):
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    return text


def same_date(said: Date, other: Date) -> bool:
    """Whether `other` says all that `said` says; days and months in figures may be swapped."""
    if said.year is not None and other.year is not None and said.year != other.year:
        return False
    if said.is_year:
        return said.year == other.year
    if other.is_year or (said.day is not None and other.day is None):
        return False
    straight = said.month == other.month and said.day in (None, other.day)
    swapped = (said.day, said.month) == (other.month, other.day)
    return straight or (swapped and (said.in_digits or other.in_digits))


def years(found: Iterable[Date]) -> frozenset[int]:
    return frozenset(date.year for date in found if date.year is not None)


def _date(match: re.Match[str]) -> Date:
    parts = match.groupdict()
    name = (parts.get("name") or "").lower()
    month = _MONTH_VALUES.get(name) or _number(parts.get("month"))
    year = _number(parts.get("year"))
    if parts.get("short"):
        year = 2000 + int(parts["short"])
    day = _number(parts.get("day"))
    return Date(year, month, day, *match.span(), in_digits=bool(month and not name))


def _is_a_verb(match: re.Match[str]) -> bool:
    """Whether it is like `may 2 people`: a month before its day has a capital."""
    parts = match.groupdict()
    return bool(parts.get("name") and match.group()[0].islower() and not parts.get("year"))


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _with_years(text: str, found: list[Date]) -> Iterator[Date]:
    for i, date in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if (
            date.year is None
            and following is not None
            and following.day is not None
            and _TO.fullmatch(text, date.end, following.start)
        ):
            date = replace(date, year=following.year)
        yield date
