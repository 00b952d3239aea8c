"""Tables of figures on a page: which lines are rows, what their heads tell of their columns.

A cell has the unit and the scale of its table and the year at the head of its column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.core.grounding.amounts import UNIT_WORDS, Amount, amounts, unit_of
from app.core.grounding.claims import Figure
from app.core.grounding.dates import Date, dates, without_dates
from app.core.language import words

LONG = 320
"""Characters; a longer line or sentence is most often a table or a list."""
LABEL = 48
"""Characters; a shorter sentence may be a heading or a number, and goes with the next one."""
_TABLE_LINES = 60
"""Lines above a row in which its table's heads and caption may stand."""
_MOST_HEAD_WORDS = 12
_FULL_LINE, _MOST_PROSE = 70, 3
"""Characters of a line of running text, and how many of them in a row end a table."""
_FEWEST_ROWS = 3
"""Lines in a row that end in one figure each before they are taken for a table."""
_VALUE = re.compile(
    r"[(\[]?[-−–+]?(?:US\$|[$€£])?[(]?[-−–+]?\d[\d.,'’\u00a0\u202f]*[)\]]?(?:%|x|[€$£])?[)\]]?,?|[—–-]"
)
_BESIDE_VALUE = frozenset(
    ("$", "€", "£", "us$", "eur", "usd", "%", ")", ")%", "(", "|", "pt", "pts", "bps")
)
"""What stands apart beside a value."""
_HEAD_PART = re.compile(r"(?<=[.:;]) (?=\S)")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_COMPARED = re.compile(r"(?:19|20)\d\d (?:vs\.?|versus|/|compared (?:to|with)) (?:19|20)\d\d")
_COLUMN = "change"
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True)
class Table:
    """The line of a table that tells the years of its columns, the one above its first row, and
    what is said above it."""

    heads: str
    first: str
    text: str
    unit: str
    scale: int


@dataclass(frozen=True)
class TableLine:
    """A line: its characters [start, end), the label of a row, and the values at its end."""

    start: int
    end: int
    text: str
    label: str = ""
    cells: tuple[str, ...] = ()

    @property
    def values(self) -> str:
        return " ".join(self.cells)


def lines_of(text: str) -> list[TableLine]:
    """The lines of a page that are not blank, in their order."""
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            label, cells = _parted(line) if len(line) < LONG else ("", ())
            found.append(TableLine(place, place + len(line), line.strip(), label, cells))
        place += len(line) + 1
    return found


@lru_cache(maxsize=2_000)
def _parted(line: str) -> tuple[str, tuple[str, ...]]:
    """The label of a row and the values at its end; none where it does not end in any.

    Dates are no values: a line that ends in years heads columns.
    """
    tokens = list(_TOKEN.finditer(without_dates(line)))
    cells: list[str] = []
    beside, start = "", len(line)
    for i, match in reversed(list(enumerate(tokens))):
        token = match.group()
        if _VALUE.fullmatch(token):
            cells.append(token + beside)
            beside = ""
        elif token.lower() not in _BESIDE_VALUE and (cells or token.lower() not in UNIT_WORDS):
            break
        elif token in "$€£(" and cells and not _trails(tokens, i):
            cells[-1] = token + cells[-1]
        else:
            beside = f" {token}"
        start = match.start()
    if (beside and not cells) or not any(c.isdigit() for cell in cells for c in cell):
        return "", ()
    return line[:start].strip(" \t.…"), tuple(reversed(cells))


def _trails(tokens: Sequence[re.Match[str]], i: int) -> bool:
    """Whether the sign at `i` belongs to the figure before it: the first one has none before it."""
    first = i
    while first and _is_value_or_sign(tokens[first - 1].group()):
        first -= 1
    return first < i and bool(_VALUE.fullmatch(tokens[first].group()))


def _is_value_or_sign(token: str) -> bool:
    return bool(_VALUE.fullmatch(token)) or token.lower() in _BESIDE_VALUE


def figure_rows(lines: Sequence[TableLine]) -> set[int]:
    """Places of the lines that are rows of a table, not of running text."""
    several = {i for i, line in enumerate(lines) if len(line.cells) > 1}
    several = {i for i in several if {i - 2, i - 1, i + 1, i + 2} & several or _has_heads(lines, i)}
    single = [bool(line.cells) for line in lines]
    for i, line in enumerate(lines):
        if single[i] and (line.label or i) and _in_run(single, i) and len(line.label) < 2 * LABEL:
            several.add(i)
    return several


def _in_run(single: Sequence[bool], i: int) -> bool:
    first = last = i
    while first and single[first - 1]:
        first -= 1
    while last + 1 < len(single) and single[last + 1]:
        last += 1
    return last - first + 1 >= _FEWEST_ROWS


def _has_heads(lines: Sequence[TableLine], i: int) -> bool:
    above = lines[max(0, i - 3) : i]
    return any(not line.cells and _told_by(line.text)[0] == len(lines[i].cells) for line in above)


def table_of(lines: Sequence[TableLine], i: int) -> Table:
    """What the lines above the row `i` say of it."""
    cells = lines[i].cells
    heads = lines[i].label if len(cells) == _told_by(lines[i].label)[0] > 1 else None
    units: list[tuple[str, int]] = []
    told: list[str] = []
    first, prose = "", 0
    for j in range(i - 1, max(-1, i - _TABLE_LINES), -1):
        line = lines[j]
        if line.cells:
            prose = 0
            if heads is None and len(line.cells) == _told_by(line.label)[0]:
                heads = line.label
            continue
        prose = prose + 1 if len(line.text) > _FULL_LINE else 0
        if prose > _MOST_PROSE or len(line.text) > LONG:
            break
        *_, head = parts = _HEAD_PART.split(line.text)
        count, _ = _told_by(head)
        unit = next((u for _, u in map(_told_by, reversed(parts)) if any(u)), ("", 0))
        is_first = j + 1 < len(lines) and bool(lines[j + 1].cells)
        if heads is None and _is_head(head, count, len(cells)):
            heads = head
        if any(unit):
            units.append(unit)
        first = first or head
        if any(unit) or is_first or head == heads or len(told) < 2:
            told.append(head)
    named = next((u for u, _ in units if u), "")
    scale = next((s for _, s in units if s), 0)
    return Table(heads or "", first, "\n".join(told), named, scale)


def _is_head(text: str, years_told: int, columns: int) -> bool:
    """Whether a line has few words beside its years, as heads of columns have."""
    if len(words(without_dates(text))) > _MOST_HEAD_WORDS:
        return False
    return years_told > 1 or (years_told == columns == 1 and bool(_ENDS_IN_YEAR.search(text)))


@lru_cache(maxsize=2_000)
def _told_by(text: str) -> tuple[int, tuple[str, int]]:
    """How many years a line names, and the unit and scale if it can be the caption of a table."""
    found = dates(text)
    text = without_dates(text)
    unit = ("", 0) if amounts(text) else unit_of(text)
    return sum(date.year is not None for date in found), unit


def columns_of(line: TableLine, label: str, table: Table) -> list[Figure]:
    """The figures of a row. Blanks may part columns or thousands: both are taken."""
    own_unit, own_scale = unit_of(label) if "(" in label else ("", 0)
    unit, scale = own_unit or table.unit, own_scale or (0 if own_unit else table.scale)
    apart = [amounts(cell)[:1] for cell in line.cells]
    joined = [[amount] for amount in amounts(line.values)]
    is_dated = any(date.year for date in dates(label)) and not _told_by(label)[0] == len(apart) > 1
    heads = "" if is_dated else table.heads
    when = _years_of_columns(heads, len(apart))
    found = list(zip(apart, when, strict=True))
    if len(joined) < len(apart):
        found += zip(joined, _years_of_columns(heads, len(joined)), strict=True)
    return [
        Figure(_in_units(amount, unit, scale), years_of, True)
        for cell, years_of in found
        for amount in cell
    ]


def _in_units(amount: Amount, unit: str, scale: int) -> Amount:
    """The amount of a cell, with the unit and the scale of its table."""
    if amount.unit in ("percent", "point") or unit == "percent":
        return amount
    return replace(amount, unit=amount.unit or unit, scale=amount.scale or scale)


def _years_of_columns(heads: str, count: int) -> list[frozenset[int]]:
    """The year of each of `count` columns; empty where the heads do not tell.

    `2021 vs. 2020` heads one column, of no single year; a year may head several columns.
    """
    nothing = [frozenset[int]()] * count
    found = [date for date in dates(_COMPARED.sub(_COLUMN, heads)) if date.year is not None]
    told = [frozenset((date.year,)) for date in found if date.year is not None]
    others = len(_COMPARED.findall(heads))
    if len(told) + others == count:
        return told + nothing[len(told) :]
    if len(told) > 1 and count % len(told) == 0 and not others:
        return [year for year in told for _ in range(count // len(told))]
    if 1 < len(told) < count and _is_followed(heads, found[-1]):
        return told + nothing[len(told) :]
    return nothing


def _is_followed(text: str, last: Date) -> bool:
    """Whether the head of another column stands behind the last year."""
    return bool(re.search(r"[^\W\d_]|%", text[last.end :]))
