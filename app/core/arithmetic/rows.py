"""Rows of tables: the name of a line of accounts, its figures by year, and their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from app.core.arithmetic.cells import Cell, Stretch, cells, decimal_mark_of, stretches
from app.core.arithmetic.tables import Table, tables_of
from app.core.types import Page

_SCALE = (
    (r"thousands|milliers|duizend(?:en)?|k€|k eur|keur|€k|[$€]\s?'?000|x 1[.,]?000", 3),
    (
        r"millions|miljoen(?:en)?|m€|€\s?m|[$€£]\s?(?:million|mio|mln|m)|mln|mio|meur|"
        r"(?:eur|usd|gbp|dollar|euro) million|million (?:of )?(?:dollars|euros?)",
        6,
    ),
    (r"billions|milliards?|miljarden|md€|[$€£]\s?billion|(?:eur|usd|gbp) billion", 9),
)
_SCALES = [(re.compile(rf"(?<![\d\w])(?<!\d )(?:{w})(?!\w)", re.IGNORECASE), p) for w, p in _SCALE]
_CURRENCIES = (
    (re.compile(r"\$|\bUSD\b|\bdollars?\b", re.IGNORECASE), "$"),
    (re.compile(r"€|\bk?EUR\b|\beuros?\b", re.IGNORECASE), "€"),
    (re.compile(r"£|\bGBP\b|\bpounds? sterling\b", re.IGNORECASE), "£"),
)
_COUNTED_APART = re.compile(
    r"\b(?:shares?|actions?|aandelen|aandeel|employees|headcount|salariés|effectifs?|werknemers|"
    r"medewerkers|stores|magasins|winkels|ratio|basic|diluted|rate|taux)\b",
    re.IGNORECASE,
)
"""Lines that a scale for amounts of money may not be meant for."""
_CHANGES = re.compile(
    r"\b(?:changes? in|increases?\)?(?: \(decreases?\))? in|variations? d|wijzigingen? in|"
    r"mutaties?)",
    re.IGNORECASE,
)
_PER_SHARE = re.compile(r"\b(?:per|par|pro)\s+(?:\w+\s+)?(?:share|action|aandeel)\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\b(?:(?:consolidated (?:statements? of|balance)|balance sheets?|"
    r"(?:income )?statements? of (?:\w+ )?(?:income|operations|"
    r"earnings|cash flows?|financial position|profit)|income statements?)|"
    r"comptes? de résultats?|bilans?|tableaux? (?:des|de) flux de trésorerie|"
    r"balans|winst- en verliesrekening|resultatenrekening|kasstroomoverzicht)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\bnotes? (?:to|\d)|supplement|sheet information|\bannexe|\btoelichting|management['’]s disc",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?:,|\b(?:of|and|to|from|de|du|des|et|à|van|en|aan|the|in|by|for))$")
_TOTAL = re.compile(r"(?:sub)?tota(?:l|ux|al)|net cash|flux net|ensemble", re.IGNORECASE)
_MUCH_MORE = 100
"""A figure that a single digit in brackets does not stand beside: that is a footnote's mark."""


@dataclass(frozen=True)
class Row:
    """A row of a table: its figures by year, and what is said above it.

    `scale` is the power of ten that the figures are counted in, None when it is not clear.
    Characters [start, end) of the page hold it; `table` counts the tables of the page, and is -1
    for a sentence.
    """

    label: str
    figures: dict[int, Cell] = field(hash=False)
    section: str
    caption: str
    scale: int | None
    currency: str
    start: int
    end: int
    table: int

    @property
    def is_of_a_statement(self) -> bool:
        """Whether it stands in a balance sheet, an income or a cash flow statement."""
        is_named_so = _STATEMENT.search(self.caption) and not _NOTES.search(self.caption)
        return bool(is_named_so) and not self.is_a_change

    @property
    def is_a_sentence(self) -> bool:
        return self.table < 0

    @property
    def is_per_share(self) -> bool:
        return bool(_PER_SHARE.search(f"{self.label} {self.section}"))

    @property
    def is_a_change(self) -> bool:
        """Whether its figures are what a line changed by, not what it was."""
        return bool(_CHANGES.search(self.section))


def rows_of(page: Page) -> Iterator[Row]:
    """The rows of a page whose figures belong to years beyond doubt."""
    tables = list(tables_of(page))
    mark = decimal_mark_of(page.text) if tables else ""
    for number, table in enumerate(tables):
        yield from _TableReader(page.text, table, number, mark).rows()


def currency_in(text: str) -> str:
    """The sign of the only currency that `text` names, or nothing."""
    signs = [sign for pattern, sign in _CURRENCIES if pattern.search(text)]
    return signs[0] if len(signs) == 1 else ""


def scale_in(text: str) -> int | None:
    """The power of ten that `text` names: 6 for `in millions`, 0 for none, None for several."""
    powers = [power for pattern, power in _SCALES if pattern.search(text)] or [0]
    return powers[0] if len(powers) == 1 else None


@dataclass(frozen=True)
class _TableReader:
    """Reads the rows of one table of a page."""

    text: str
    table: Table
    number: int
    decimal_mark: str

    def rows(self) -> Iterator[Row]:
        section = waiting = ""
        for start, end in self.table.body:
            text = self.text[start:end]
            last = 0
            for stretch in stretches(text, self.table.counts):
                above, label = _parted(_joined(waiting, stretch.label))
                waiting, last = "", stretch.end
                section = "" if _TOTAL.match(label) else above or section
                yield from self._row(stretch, label, section, start)
            rest = " ".join(text[last:].split())
            if re.search(r"[^\W\d_]{2}", rest):
                section, waiting = (section if _LEADS_ON.search(rest) else rest), rest

    def _row(self, stretch: Stretch, label: str, section: str, offset: int) -> Iterator[Row]:
        figures = self._figures(stretch)
        if figures is None or not re.search(r"[^\W\d_]{2}", label):
            return
        apart = bool(_COUNTED_APART.search(f"{label} {section}"))
        signs = {cell.currency for cell in figures.values()} - {""}
        yield Row(
            label=" ".join(label.split()),
            figures=figures,
            section=section,
            caption=f"{self.table.top}\n{self.table.caption}",
            scale=self._scale(apart),
            currency=signs.pop() if signs else self._currency(apart),
            start=offset + stretch.start,
            end=offset + stretch.end,
            table=self.number,
        )

    def _scale(self, apart: bool) -> int | None:
        said = scale_in(self.table.caption)
        said = scale_in(self.table.top) if said == 0 else said
        return None if apart and said else said

    def _currency(self, apart: bool) -> str:
        """In a statement of accounts, the sign at the first amount is meant for all."""
        if apart:
            return ""
        caption = self.table.caption
        if _STATEMENT.search(f"{self.table.top}\n{caption}"):
            start, end = self.table.body[0][0], self.table.body[-1][1]
            caption += self.text[start:end]
        return currency_in(caption)

    def _figures(self, stretch: Stretch) -> dict[int, Cell] | None:
        """By year; None when they are not all of a kind."""
        years, usual = self.table.years, self.table.counts[0]
        for count in self.table.counts:
            read = cells(stretch.pieces, count, self.decimal_mark)
            if read is None or (count > usual and not _is_a_note(read[0])):
                continue
            kept = read[count - usual :][: len(years)]
            if _are_of_a_kind(kept):
                return dict(zip(years, kept, strict=True))
        return None


def _joined(before: str, label: str) -> str:
    """A label with its first line, when it began on the line before."""
    goes_on = bool(before) and (label[:1].islower() or bool(_LEADS_ON.search(before)))
    return f"{before} {label}" if goes_on else label


def _parted(label: str) -> tuple[str, str]:
    """A heading that a reader put on the row's line, and the row's own name."""
    above, _, name = label.rpartition(": ")
    return (above, name) if re.search(r"[^\W\d_]{2}", name) else ("", label)


def _is_a_note(cell: Cell) -> bool:
    return cell.value is not None and 0 < cell.value < 100 and not cell.currency


def _are_of_a_kind(kept: Sequence[Cell]) -> bool:
    """All amounts, or all percentages, of one currency; and none that may be a footnote's mark."""
    values = [cell.value for cell in kept if cell.value is not None]
    may_be_mark = any(-10 < value < 0 and value == int(value) for value in values)
    is_mark = may_be_mark and max(map(abs, values)) >= _MUCH_MORE
    kinds = {cell.is_percent for cell in kept if cell.value is not None}
    return len(kinds) == 1 and len({cell.currency for cell in kept} - {""}) <= 1 and not is_mark
