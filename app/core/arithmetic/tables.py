"""Tables of a page whose columns are years: where they begin and end, and what their columns are.

Careful before complete: where columns cannot be told for sure, there is no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from app.core.types import Line, Page

_MONTH = (
    r"(?:jan|feb|f[ée]v|mar|mrt|maart|apr|avr|may|mai|mei|jun|juin|jul|juil|aug|ao[uû]t|sep|oct|"
    r"okt|nov|dec|d[ée]c)[a-zéû]*\.?"
)
_COLUMN = (
    rf"(?:{_MONTH}\s+\d{{1,2}},?\s+|\d{{1,2}}(?:er)?\s+{_MONTH}\s+|\d{{1,2}}[./-]\d{{1,2}}[./-])?"
    r"(?:FY|CY|fiscal|exercice|boekjaar)?[\s-]?(?:19|20)\d\d(?:\s?\([a-z\d]\)|\*)?"
)
_HEAD = re.compile(rf"(?<![\w.,/]){_COLUMN}(?:[\s|]+{_COLUMN})+(?![\w.,/%])", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(
    rf"({_MONTH})\s+\d{{1,2}}\b|\b\d{{1,2}}(?:er)?\s+({_MONTH})(?!\w)|"
    rf"\b\d{{1,2}}[./-](\d{{1,2}})[./-]",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:(?:19|20)\d\d\s?(?:vs\.?|/|-)\s?(?:19|20)\d\d|increase\s?/?\s?\(decrease\)|change|"
    r"variation|var\.|évolution|évol\.|verschil|mutatie|wijziging|difference|différence|yoy|Δ)"
)
_CHANGES = re.compile(rf"(?:[\s$€£%()+/-]|\b(?:in|en)\b|{_CHANGE})*", re.IGNORECASE)
_NOTE = re.compile(r"\b(?:notes?|toelichting|annexes?)\W*$", re.IGNORECASE)
PART_OF_A_YEAR = re.compile(
    r"\b(?:(?:three|six|nine|3|6|9|13|26|39|thirteen)[\s-](?:months?|weeks?)|quarter(?:ly|s)?|"
    r"trimestres?|semestres?|kwarta(?:al|len)|half[\s-]?(?:jaar|years?)|Q[1-4]|H[12]|[1-4]T|S[12]|"
    r"(?:drie|zes|negen) maanden|(?:trois|six|neuf) mois|pro forma)\b",
    re.IGNORECASE,
)
_NEW_YEAR = re.compile(r"jan|f[ée][bv]|0?[12]$", re.IGNORECASE)
"""A business year that ends in these months may be named after the year before: nobody can tell."""
_ENDS = re.compile(r"[.;:!?]\s*$")
_CAPTION = re.compile(r"\((?:in|en|dollars|amounts|montants|bedragen)\b[^)]*\)", re.IGNORECASE)
_FIGURES_AT_ITS_END = re.compile(r"(?:\d[)%*]*|\s[—–-]|\bNM)\s*$")
_FIGURES_OF_A_ROW = re.compile(r"\d[\d.,]*\s+[($€]*\d|\d[)%]+\s*$")
_HEAD_LINES = 4
_TOP_LINES = 8
_TOO_LONG = 160
"""Characters of a line that is no caption."""
_LONG = 90
"""Characters of a line without figures at its end that is running text."""
_FAR = 3.5
"""Usual steps from line to line that part two tables."""
_RIGHT = 0.4
"""Share of the page's width right of which a line without figures heads columns."""


@dataclass(frozen=True)
class Table:
    """Years of the columns from left to right; `counts`: how many figures a row may have.

    `caption` is what stands above, `top` what heads the page; `body` are its lines: characters
    [start, end) of the page.
    """

    years: tuple[int, ...]
    counts: tuple[int, ...]
    caption: str
    top: str
    body: tuple[tuple[int, int], ...]


def tables_of(page: Page) -> Iterator[Table]:
    """The tables of a page from top to bottom, without those that are not about whole years."""
    lines = _lines(page)
    heads = [place for place, line in enumerate(lines) if _HEAD.search(_text(page, line))]
    top = "\n".join(_text(page, line) for line in lines[:_TOP_LINES])
    for place, following in pairwise([*heads, len(lines)]):
        line = lines[place]
        head = _HEAD.search(_text(page, line))
        above = _above(page, lines, place)
        if head is None or not _is_of_whole_years(f"{above}\n{head.string[: head.end()]}"):
            continue
        years = _years(head.group())
        extra, rest = _after(head.string[head.end() :])
        if not years or extra is None:
            continue
        with_notes = len(years) + extra + 1 if _NOTE.search(head.string[: head.start()]) else 0
        body = [(line.start + head.end(), line.end)] if rest else []
        body += [(each.start, each.end) for each in _body(page, lines, place, following)]
        counts = tuple(sorted({len(years) + extra, with_notes} - {0}))
        yield Table(years, counts, f"{above}\n{head.string[: head.start()]}", top, tuple(body))


def _lines(page: Page) -> list[Line]:
    if page.lines:
        return list(page.lines)
    return [Line(*m.span(), (0, 0, 0, 0)) for m in re.finditer(r"[^\n]+", page.text)]


def _text(page: Page, line: Line) -> str:
    return page.text[line.start : line.end]


def _above(page: Page, lines: Sequence[Line], place: int) -> str:
    """The lines above a head, up to a row of another table."""
    kept: list[str] = []
    for line in reversed(lines[max(0, place - _HEAD_LINES) : place]):
        text = _text(page, line)
        if len(text) > _TOO_LONG or _FIGURES_OF_A_ROW.search(text):
            break
        kept.insert(0, text)
    return "\n".join(kept)


def _is_of_whole_years(above: str) -> bool:
    """Whether columns are years, or days that are a year apart."""
    if PART_OF_A_YEAR.search(above):
        return False
    months = {"".join(filter(None, found)).lower()[:3] for found in _DATE.findall(above)}
    return len(months) <= 1 and not any(_NEW_YEAR.match(month) for month in months)


def _years(head: str) -> tuple[int, ...]:
    """From left to right; none when they do not follow each other in one direction."""
    years = tuple(int(found) for found in _YEAR.findall(head))
    steps = {b - a for a, b in pairwise(years)}
    return years if steps in ({1}, {-1}) else ()


def _after(rest: str) -> tuple[int | None, bool]:
    """How many columns of changes follow the years (None: others do), and whether a row does."""
    if _CHANGES.fullmatch(rest):
        percent = "%" in rest and not re.search(rf"%\s*{_CHANGE}|{_CHANGE}\s*\(?%", rest, re.I)
        count = len(re.findall(_CHANGE, rest, re.IGNORECASE))
        return (count or 0) + (1 if percent and rest.strip() == "%" else 0), False
    is_row = bool(re.search(r"\d", rest)) and not _YEAR.search(rest)
    return (0, True) if is_row else (None, False)


def _body(page: Page, lines: Sequence[Line], place: int, following: int) -> Iterator[Line]:
    """Lines below the head, down to the end of the table."""
    step = _usual_step(lines)
    for one, line in pairwise(lines[place:following]):
        gap = line.box[1] - one.box[3]
        if step and (gap > _FAR * step or gap < -_FAR * step * 4):
            return
        if _is_no_part(page, line):
            return
        yield line


def _usual_step(lines: Sequence[Line]) -> float:
    steps = [b.box[1] - a.box[1] for a, b in pairwise(lines) if b.box[1] > a.box[1]]
    return median(steps) if steps else 0.0


def _is_no_part(page: Page, line: Line) -> bool:
    """Running text, or the heads of other columns."""
    text = _text(page, line).strip()
    if _CAPTION.search(text) or PART_OF_A_YEAR.search(text):
        return True
    if _FIGURES_AT_ITS_END.search(text) and not _ENDS.search(text):
        return False
    is_right = bool(page.lines) and line.box[0] > _RIGHT * page.width
    return len(text) > _LONG or is_right or text.endswith((".", ";", "!", "?"))
