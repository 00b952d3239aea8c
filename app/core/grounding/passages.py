"""Cuts the pages of the evidence into what a sentence can rest on: sentences, and rows of tables.

A row knows its label, the years at the heads of its columns, and the units of its table. What a
sentence of an answer makes of it is `grounding`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from app.core.chunking import spoken_name
from app.core.grounding.amounts import UNIT_WORDS, Amount, amounts, unit_of
from app.core.grounding.claims import Claim, Figure, stems_of, taken_apart
from app.core.grounding.dates import Date, dates, without_dates
from app.core.language import readable, sentence_spans, words
from app.core.suspicion import blanked
from app.core.types import Hit, Page

FindPage = Callable[[int, int], Page]
_LONG = 320
"""Characters; a longer sentence is most often a table or a list, and is matched by lines too."""
_LABEL = 48
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
_LIST_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=[^\W\d_])")
_HEAD_PART = re.compile(r"(?<=[.:;]) (?=\S)")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d\W*$")
_ITEM = re.compile(r"[ \t]*\(?(\d{1,2}|[a-zA-Z])(?:[.)]|(?<=\d))\s+(?=\S)")
_FEWEST_ITEMS = 2
_COMPARED = re.compile(r"(?:19|20)\d\d (?:vs\.?|versus|/|compared (?:to|with)) (?:19|20)\d\d")
_COLUMN = "change"
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True)
class Passage:
    """A sentence or a row of the evidence: characters [start, end) of a page."""

    hit: Hit
    page: Page
    start: int
    end: int
    text: str
    said: Claim
    about: frozenset[str]
    """Stems of what stands around it: heads, headings, its neighbours, the document's name."""
    around: str
    """The same as text."""
    is_row: bool = False
    label: str = ""
    heads: frozenset[str] = frozenset()
    """Of a row: stems of what stands at the heads of its columns. Its label is its first words."""


@dataclass(frozen=True)
class _Table:
    """The line of a table that tells the years of its columns, the one above its first row, and
    what is said above it."""

    heads: str
    first: str
    text: str
    unit: str
    scale: int


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    text: str
    label: str = ""
    cells: tuple[str, ...] = ()

    @property
    def values(self) -> str:
        return " ".join(self.cells)


def passages_of(evidence: Sequence[Hit], find_page: FindPage) -> list[Passage]:
    """Everything in the hits' characters, each once. Orders to a model are left out."""
    pages: dict[tuple[int, int], Page] = {}
    kept: dict[tuple[int, int, int, int], Passage] = {}
    for hit in evidence:
        key = (hit.document, hit.page)
        if key not in pages:
            page = find_page(*key)
            pages[key] = replace(page, text=blanked(page.text))
        for passage in _in_hit(hit, pages[key]):
            kept.setdefault((*key, passage.start, passage.end), passage)
    return list(kept.values())


def _in_hit(hit: Hit, page: Page) -> Iterator[Passage]:
    lines = _lines(page.text)
    rows = _rows(lines)
    name = spoken_name(hit.document_name)
    for i in sorted(rows):
        if _meets(lines[i], hit):
            yield _row(hit, page, lines, i, name)
    inside = [line for i, line in enumerate(lines) if i in rows and _meets(line, hit)]
    spans = list(_sentences(page.text, hit, inside))
    for i, (start, end) in enumerate(spans):
        before = page.text[slice(*spans[i - 1])] if i else ""
        after = page.text[slice(*spans[i + 1])] if i + 1 < len(spans) else ""
        yield _prose(hit, page, (start, end), f"{name}\n{before}\n{after}")


def _meets(line: _Line, hit: Hit) -> bool:
    return line.start < hit.end and hit.start < line.end


def _lines(text: str) -> list[_Line]:
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            label, cells = _parted(line) if len(line) < _LONG else ("", ())
            found.append(_Line(place, place + len(line), line.strip(), label, cells))
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
    for match in reversed(tokens):
        token = match.group()
        if _VALUE.fullmatch(token):
            cells.append(token + beside)
            beside = ""
        elif token.lower() not in _BESIDE_VALUE and (cells or token.lower() not in UNIT_WORDS):
            break
        elif token in "$€£(" and cells:
            cells[-1] = token + cells[-1]
        else:
            beside = f" {token}"
        start = match.start()
    if (beside and not cells) or not any(c.isdigit() for cell in cells for c in cell):
        return "", ()
    return line[:start].strip(" \t.…"), tuple(reversed(cells))


def _rows(lines: Sequence[_Line]) -> set[int]:
    """Places of the lines that are rows of a table, not of running text."""
    several = {i for i, line in enumerate(lines) if len(line.cells) > 1}
    several = {i for i in several if {i - 2, i - 1, i + 1, i + 2} & several or _has_heads(lines, i)}
    single = [bool(line.cells) for line in lines]
    for i, line in enumerate(lines):
        if single[i] and (line.label or i) and _in_run(single, i) and len(line.label) < 2 * _LABEL:
            several.add(i)
    return several


def _in_run(single: Sequence[bool], i: int) -> bool:
    first = last = i
    while first and single[first - 1]:
        first -= 1
    while last + 1 < len(single) and single[last + 1]:
        last += 1
    return last - first + 1 >= _FEWEST_ROWS


def _has_heads(lines: Sequence[_Line], i: int) -> bool:
    above = lines[max(0, i - 3) : i]
    return any(not line.cells and _told_by(line.text)[0] == len(lines[i].cells) for line in above)


def _row(hit: Hit, page: Page, lines: Sequence[_Line], i: int, name: str) -> Passage:
    line, start = lines[i], lines[i].start
    label = line.label
    if not re.search(r"[^\W\d_]", label) and i and not lines[i - 1].values:
        label, start = f"{lines[i - 1].text} {label}", lines[i - 1].start
    table = _table(lines, i)
    said = taken_apart(label)
    said = replace(
        said,
        text=f"{label} {line.values}",
        figures=(*said.figures, *_columns(line, label, table)),
        dates=tuple(dates(line.text)),
    )
    around = f"{name}\n{table.text}"
    text = readable(page.text[start : line.end])
    about, heads = stems_of(around), stems_of(f"{table.heads} {table.first}")
    return Passage(hit, page, start, line.end, text, said, about, around, True, label, heads)


def _table(lines: Sequence[_Line], i: int) -> _Table:
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
        if prose > _MOST_PROSE or len(line.text) > _LONG:
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
    return _Table(heads or "", first, "\n".join(told), named, scale)


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


def _columns(line: _Line, label: str, table: _Table) -> list[Figure]:
    """The figures of a row. Blanks may part columns or thousands: both are taken."""
    own_unit, own_scale = unit_of(label) if "(" in label else ("", 0)
    unit, scale = own_unit or table.unit, own_scale or (0 if own_unit else table.scale)
    near = stems_of(f"{label} {table.heads}")
    apart = [amounts(cell)[:1] for cell in line.cells]
    joined = [[amount] for amount in amounts(line.values)]
    is_dated = any(date.year for date in dates(label)) and not _told_by(label)[0] == len(apart) > 1
    heads = "" if is_dated else table.heads
    when = _years_of_columns(heads, len(apart))
    found = list(zip(apart, when, strict=True))
    if len(joined) < len(apart):
        found += zip(joined, _years_of_columns(heads, len(joined)), strict=True)
    return [
        Figure(_in_units(amount, unit, scale), years_of, near, True)
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


def _sentences(text: str, hit: Hit, rows: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Sentences of the hit between rows of tables; a short one that ends nothing goes with its
    next, and of long ones also each line, and each line with the next."""
    edges = [hit.start]
    for row in rows:
        edges += [max(hit.start, row.start), min(hit.end, row.end)]
    edges.append(hit.end)
    edges.sort()
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        spans = [(first + a, first + b) for a, b in sentence_spans(text[first:last])]
        for start, end in _with_labels(text, spans):
            items = _items(text, start, end)
            if len(items) > 1:
                yield from items
                continue
            yield start, end
            if end - start > _LONG:
                yield from _by_lines(text, start, end)


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list or a table whose lines begin with 1, 2, 3 or a), b), c)."""
    marks = [
        m
        for m in _ITEM.finditer(text, start, end)
        if m.start() == start or text[m.start() - 1] == "\n"
    ]
    kept: list[re.Match[str]] = []
    for mark in marks:
        place = _place_of(mark.group(1))
        if place == (_place_of(kept[-1].group(1)) + 1 if kept else 1):
            kept.append(mark)
    if len(kept) < _FEWEST_ITEMS:
        return []
    edges = [start, *(mark.start() for mark in kept), end]
    return [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def _place_of(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1


def _with_labels(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begun: int | None = None
    for i, (start, end) in enumerate(spans):
        is_label = end - start < _LABEL and len(words(text[start:end])) < 4
        if is_label and i + 1 < len(spans) and "\n\n" not in text[end : spans[i + 1][0]]:
            begun = start if begun is None else begun
            continue
        yield (start if begun is None else begun), end
        begun = None


def _by_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    edges = [start]
    while (found := text.find("\n", edges[-1], end)) >= 0:
        edges.append(found + 1)
    edges.append(end)
    lines = [(a, b) for a, b in pairwise(edges) if text[a:b].strip()]
    return lines + [(a, d) for (a, _), (_, d) in pairwise(lines)]


def _prose(hit: Hit, page: Page, span: tuple[int, int], around: str) -> Passage:
    text = readable(page.text[slice(*span)])
    said = taken_apart(_LIST_NUMBER.sub("", text))
    return Passage(hit, page, *span, text, said, stems_of(around), around)
