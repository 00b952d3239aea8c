"""Figures of a table's row, read from its text. Knows no table: how many columns there are is told.

What a figure is depends on its row: `5 010 4 600` is two figures in a table of two years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

_PIECE = re.compile(
    r"""(?P<dash>[$€£]?[-–—−]%?)(?=\s|$|\))
      | (?P<none>(?:NM|N/M|N/A|n/a|n\.a\.|n\.m\.|n/m|n\.s\.|nvt|n\.v\.t\.|ns|nm|\*)(?=\s|$))
      | (?P<symbol>(?:US\$|[$€£]|USD|EUR|GBP|%|\)|\()(?=[\s$€£%)]|$))
      | (?P<figure>(?:\(\s?)?(?:US\$|[$€£])?(?:[-–−]|\(\s?)?(?:[$€£]\s?)?\d[\d.,'’]*%?
        (?:\s?\))?(?:\s?%)?(?:\s?€)?)
        (?P<mark>\([a-z\d]\)|[¹²³⁴⁵⁶⁷⁸⁹*†‡]+|\[\d\])?(?=[\s)]|$)
      | (?P<word>\S+)""",
    re.VERBOSE,
)
_BLANKS = "\u00a0\u202f\u2009"
_GROUPED = re.compile(rf"(?<=\d)[{_BLANKS}](?=\d{{3}}(?!\d))")
_PLAINLY_APART = re.compile(r"\d[)%]? [($€£]?\d")
_GROUPED_IN_BRACKETS = re.compile(rf"(?<=\()\d{{1,3}}(?:[ {_BLANKS}]\d{{3}})+(?:[.,]\d+)?(?=\s?\))")
_FOOTNOTE = re.compile(r"\(\d\)")
_CURRENCIES = {"$": "$", "US$": "$", "USD": "$", "€": "€", "EUR": "€", "£": "£", "GBP": "£"}
_MANY_TIMES = 100
"""A reading whose figures differ this much more than those of another is not meant."""


@dataclass(frozen=True)
class Cell:
    """A figure of a row; `value` is None for a dash or another sign that there is none."""

    value: Decimal | None
    is_percent: bool = False
    currency: str = ""


@dataclass(frozen=True)
class Piece:
    """A word, or what may be a figure or a part of one: characters [start, end) of a line."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Stretch:
    """Words and the figures that follow them: characters [start, end) of a line."""

    label: str
    pieces: tuple[Piece, ...]
    start: int
    end: int


def stretches(line: str, columns: Sequence[int]) -> Iterator[Stretch]:
    """Parts of a line that look like a row of as many figures as one of `columns` says.

    A reader may give several rows as one line; fewer figures than columns belong to the words.
    """
    if _PLAINLY_APART.search(line):
        line = _GROUPED.sub("'", line)
    line = _GROUPED_IN_BRACKETS.sub(lambda m: re.sub(rf"[ {_BLANKS}]", "'", m.group()), line)
    pieces = [Piece(str(m.lastgroup), m.group(), *m.span()) for m in _PIECE.finditer(line)]
    pieces = [_without_mark(piece) for piece in pieces]
    start = 0
    for first, last in _runs(pieces):
        run = pieces[first:last]
        if not _may_hold(run, columns) or first == start:
            continue
        label = line[pieces[start].start : pieces[first].start].strip()
        yield Stretch(label, tuple(run), pieces[start].start, pieces[last - 1].end)
        start = last


def cells(run: Sequence[Piece], columns: int, decimal_mark: str) -> list[Cell] | None:
    """The figures of a row, or None when they are not that many or can be read in two ways."""
    kept = _without_footnote(_without_symbols(run), columns)
    readings = list(_readings(kept, columns))
    if len(readings) > 1:
        readings = _by_size(readings, decimal_mark)
    if len(readings) != 1:
        return None
    return [_cell(group, decimal_mark) for group in readings[0]]


def decimal_mark_of(text: str) -> str:
    """`.` or `,`: what a page uses before decimals; empty when it cannot be told."""
    points = len(
        re.findall(r"\d(?:,\d{3})+(?:\.\d+|(?![\d.,]))|(?<![\d.,])\d+\.\d{1,2}(?![\d.])", text)
    )
    commas = len(
        re.findall(r"\d(?:\.\d{3})+(?:,\d+|(?![\d.,]))|(?<![\d.,])\d+,\d{1,2}(?![\d,])", text)
    )
    if min(points, commas) * 4 > max(points, commas):
        return ""
    return "." if points > commas else "," if commas else ""


def as_value(written: str, decimal_mark: str) -> Decimal:
    """The figure that `written` is; thousands may be apart by a point, comma, blank or quote."""
    plain = re.sub(rf"['’ {_BLANKS}]", "", written).rstrip(".,")
    marks = re.findall(r"[.,]", plain)
    if len(set(marks)) == 2:
        decimal_mark = plain[max(plain.rfind("."), plain.rfind(","))]
    elif len(marks) > 1:
        decimal_mark = ""
        plain = re.sub(r"[.,]", "", plain)
    elif not (decimal_mark and re.fullmatch(r"\d{1,3}[.,]\d{3}", plain)):
        whole_thousands = re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain)
        decimal_mark = "" if whole_thousands or not marks else marks[0]
    whole, _, fraction = plain.partition(decimal_mark) if decimal_mark else (plain, "", "")
    return Decimal(re.sub(r"[.,]", "", whole) + ("." + fraction if fraction else ""))


def _without_mark(piece: Piece) -> Piece:
    """A footnote's mark at a figure is no part of it."""
    if piece.kind != "mark":
        return piece
    text = re.sub(r"(?:\([a-z\d]\)|[¹²³⁴⁵⁶⁷⁸⁹*†‡]+|\[\d\])$", "", piece.text)
    return Piece("figure", text, piece.start, piece.end)


def _runs(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Stretches [first, last) of pieces without a word among them."""
    first = None
    for place, piece in enumerate([*pieces, Piece("word", "", 0, 0)]):
        if piece.kind != "word" and first is None:
            first = place
        elif piece.kind == "word" and first is not None:
            yield first, place
            first = None


def _may_hold(run: Sequence[Piece], columns: Sequence[int]) -> bool:
    return sum(piece.kind != "symbol" for piece in run) >= min(columns)


Group = tuple[Piece, ...]


def _without_symbols(run: Sequence[Piece]) -> list[Piece]:
    """Signs that stand alone go to the figure they belong to."""
    kept: list[Piece] = []
    before = ""
    for piece in run:
        if piece.kind != "symbol":
            kept.append(Piece(piece.kind, before + piece.text, piece.start, piece.end))
            before = ""
        elif piece.text in ("%", ")") and kept:
            last = kept[-1]
            kept[-1] = Piece(last.kind, last.text + piece.text, last.start, piece.end)
        else:
            before = piece.text
    return kept


def _without_footnote(pieces: list[Piece], columns: int) -> list[Piece]:
    """A mark such as (1) behind the words is no figure, if there is one piece too many."""
    is_mark = bool(pieces) and bool(_FOOTNOTE.fullmatch(pieces[0].text))
    return pieces[1:] if is_mark and len(pieces) == columns + 1 else pieces


def _readings(pieces: Sequence[Piece], columns: int) -> Iterator[list[Group]]:
    """All ways to read the pieces as that many figures."""
    if not columns <= len(pieces) <= 4 * columns:
        return
    for cuts in combinations(range(1, len(pieces)), columns - 1):
        edges = (0, *cuts, len(pieces))
        groups = [tuple(pieces[a:b]) for a, b in pairwise(edges)]
        if all(_is_one_figure(group) for group in groups):
            yield groups


def _is_one_figure(group: Group) -> bool:
    if len(group) == 1:
        return True
    first, *rest = (piece.text for piece in group)
    if not re.fullmatch(r"(?:US\$|[$€£])?[-–−]?[1-9]\d{0,2}", first):
        return False
    whole, last = rest[:-1], rest[-1]
    return all(re.fullmatch(r"\d{3}", text) for text in whole) and bool(
        re.fullmatch(r"\d{3}(?:[.,]\d+)?\s?%?\s?€?", last)
    )


def _by_size(readings: Sequence[list[Group]], decimal_mark: str) -> list[list[Group]]:
    """The one whose figures are far more alike: years of a row seldom differ by thousands."""
    ranked = sorted(readings, key=lambda reading: _spread(reading, decimal_mark))
    best, second = (_spread(reading, decimal_mark) for reading in ranked[:2])
    return ranked[:1] if best * _MANY_TIMES <= second and best <= _MANY_TIMES / 10 else []


def _spread(reading: Sequence[Group], decimal_mark: str) -> Decimal:
    values = [abs(cell.value or Decimal(1)) for cell in (_cell(g, decimal_mark) for g in reading)]
    return max(values) / max(min(values), Decimal("0.01"))


def _cell(group: Group, decimal_mark: str) -> Cell:
    text = " ".join(piece.text for piece in group)
    currency = next((sign for name, sign in _CURRENCIES.items() if name in text), "")
    if group[0].kind in ("dash", "none"):
        return Cell(None, "%" in text, currency)
    written = re.search(r"\d[\d.,'’ ]*", text)
    assert written
    value = as_value(written.group().strip(), decimal_mark)
    negative = "(" in text or re.search(r"[-–−]\s?[$€£]?\s?\d", text)
    return Cell(-value if negative else value, "%" in text, currency)
