"""Finds the figures that a plan names, in the rows and sentences of whole documents.

A figure counts when its line is the one asked for and no other place says otherwise. Computes
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.core.arithmetic.line_items import (
    Words,
    is_a_total,
    is_common_in_accounts,
    label_words,
    likeness,
)
from app.core.arithmetic.plans import Plan
from app.core.arithmetic.rows import Row, rows_of
from app.core.arithmetic.told_figures import told_in
from app.core.chunking import spoken_name
from app.core.figures import same_within_rounding
from app.core.language import fold, readable
from app.core.storage.catalog import boxes_of
from app.core.suspicion import orders_in
from app.core.types import Citation, Hit, Page

FindPage = Callable[[int, int], Page]
CountPages = Callable[[int], int]
_TITLE_LINES = 1
_SYNONYM = 2
_SQUASHED = 3
"""Letters of a word that is looked for in a name without blanks."""
_CAPITAL = re.compile(r"(?<![\w])(?:[A-ZÀ-ÖØ-Þ]|\d+(?=[A-Z]))[\w&-]*")


@dataclass(frozen=True)
class Operand:
    """A figure of a page; `scale` is the power of ten it is counted in, None when not clear."""

    value: Decimal
    is_percent: bool
    currency: str
    scale: int | None
    label: str
    year: int
    citation: Citation


@dataclass(frozen=True)
class _Place:
    """A row, or a sentence read as one, with its page."""

    page: Page
    row: Row


def operands_of(
    plan: Plan, hits: Sequence[Hit], find_page: FindPage, count_pages: CountPages
) -> tuple[Operand, ...] | None:
    """One for each that the plan wants, of one document; None when one is missing or unclear."""
    first_hits = list({hit.document: hit for hit in reversed(hits)}.values())[::-1]
    documents = [_Document(hit, hits, find_page, count_pages) for hit in first_hits]
    named = max((document.named(plan.names) for document in documents), default=0)
    meant = [document for document in documents if document.named(plan.names) == named]
    found: tuple[Operand, ...] | None = None
    for document in meant:
        operands = document.find(plan)
        if found and operands and _values(found) != _values(operands):
            return None
        found = found or operands
    return found


def _values(operands: Sequence[Operand]) -> list[tuple[Decimal, int | None]]:
    return [(operand.value, operand.scale) for operand in operands]


class _Document:
    """A document that was found for a question, with all its rows."""

    def __init__(
        self, hit: Hit, hits: Sequence[Hit], find_page: FindPage, count_pages: CountPages
    ) -> None:
        self._hit = hit
        self._found = sorted({h.page for h in hits if h.document == hit.document})
        self._find_page = find_page
        self._count_pages = count_pages
        self._read: list[Page] | None = None
        self._capitals: Words | None = None
        self._places: list[_Place] | None = None
        self._name = fold(spoken_name(hit.document_name))

    def named(self, names: frozenset[str]) -> int:
        """How many of these words are in the document's name."""
        return sum(self._is_in_name(fold(name)) for name in names)

    def find(self, plan: Plan) -> tuple[Operand, ...] | None:
        labels = {wanted.label for wanted in plan.operands}
        years = tuple(wanted.year for wanted in plan.operands)
        if len(labels) == 1:
            place = self._place(plan.operands[0].label, years)
            return self._operands(place, years) if place else None
        found: list[Operand] = []
        for wanted in plan.operands:
            place = self._place(wanted.label, (wanted.year,))
            operands = self._operands(place, (wanted.year,)) if place else None
            if not operands:
                return None
            found += operands
        return tuple(found) if len({operand.label for operand in found}) == len(found) else None

    def _operands(self, place: _Place, years: Sequence[int]) -> tuple[Operand, ...] | None:
        page, row = place.page, place.row
        quote = readable(page.text[row.start : row.end])
        if orders_in(quote):
            return None
        citation = Citation(
            self._hit.document,
            self._hit.document_name,
            self._hit.path,
            page.number,
            quote,
            boxes_of(page, row.start, row.end),
        )
        cells = [(row.figures[year], year) for year in years]
        return tuple(
            Operand(cell.value, cell.is_percent, row.currency, row.scale, row.label, year, citation)
            for cell, year in cells
            if cell.value is not None
        )

    def _place(self, label: str, years: Sequence[int]) -> _Place | None:
        """The row or sentence with the figures of all these years; None when places differ."""
        in_rows = self._ranked(label, years, self._rows(years))
        if in_rows:
            return _agreed(label, in_rows, years)
        return _agreed(label, self._ranked(label, years, self._sentences(years)), years)

    def _ranked(
        self, label: str, years: Sequence[int], places: Sequence[_Place]
    ) -> list[tuple[tuple[int, ...], _Place]]:
        """Those about this line and these years, with how well they fit: less is better."""
        ranked = []
        for place in places:
            figures = place.row.figures
            if any(year not in figures or figures[year].value is None for year in years):
                continue
            rank = self._rank(label, place)
            if rank is not None:
                ranked.append((rank, place))
        return sorted(ranked, key=lambda each: each[0])

    def _rank(self, label: str, place: _Place) -> tuple[int, ...] | None:
        row = place.row
        found = label_words(row.label)
        asked = label_words(label)
        if row.is_a_change or (row.is_per_share and not asked & {"share", "action", "aandeel"}):
            return None
        without_names = asked - self._names(label, place)
        above = label_words(f"{row.section} {_last_lines(row.caption)}")
        for reach, words in enumerate((asked, without_names, without_names - above)):
            like = likeness(words, found)
            if like is not None and _is_meant(asked, found, like, row):
                return (like == _SYNONYM, not row.is_of_a_statement, reach == 2, like)
        return None

    def _names(self, label: str, place: _Place) -> Words:
        """Words of the label that name whose document it is."""
        said = {word for word in label_words(label) if not is_common_in_accounts(word)}
        in_name = {word for word in said if self._is_in_name(word)}
        capital = {w for word in _CAPITAL.findall(label) for w in label_words(word)} & said
        if capital <= in_name:
            return frozenset(in_name)
        heads = label_words("\n".join(place.page.text.split("\n")[:_TITLE_LINES]))
        heads |= self._title_words()
        return frozenset(in_name | (capital & heads))

    def _is_in_name(self, word: str) -> bool:
        if word in self._name.split():
            return True
        squashed = re.sub(r"[^a-z]", "", self._name)
        return len(word) >= _SQUASHED and word.isalpha() and word in squashed

    def _title_words(self) -> Words:
        """Words with a capital in the title of the document: names further on are of its parts."""
        if self._capitals is None:
            text = "".join(page.text.lstrip() for page in self._pages()[:1])
            title = " ".join(text.split("\n")[:_TITLE_LINES])
            self._capitals = label_words(" ".join(_CAPITAL.findall(title)))
        return self._capitals

    def _pages(self) -> list[Page]:
        if self._read is None:
            count = self._count_pages(self._hit.document)
            self._read = [self._find_page(self._hit.document, n + 1) for n in range(count)]
        return self._read

    def _pages_of(self, years: Sequence[int]) -> list[Page]:
        """Those where all the years stand: the others need not be looked at closely."""
        return [page for page in self._pages() if all(str(year) in page.text for year in years)]

    def _rows(self, years: Sequence[int]) -> list[_Place]:
        if self._places is None:
            pages = self._pages_of(years)
            self._places = [_Place(page, row) for page in pages for row in rows_of(page)]
        return self._places

    def _sentences(self, years: Sequence[int]) -> list[_Place]:
        found = [page for page in self._pages_of(years) if page.number in self._found]
        return [_Place(page, row) for page in found for row in told_in(page)]


def _is_meant(asked: Words, found: Words, like: int, row: Row) -> bool:
    """Outside the accounts of the company, a line of another name is hardly the one asked for."""
    is_part = like == _SYNONYM or (is_a_total(asked) and not is_a_total(found))
    return row.is_of_a_statement or row.is_a_sentence or not is_part


def _last_lines(caption: str) -> str:
    return "\n".join(caption.split("\n")[-3:])


def _agreed(
    label: str, ranked: Sequence[tuple[tuple[int, ...], _Place]], years: Sequence[int]
) -> _Place | None:
    """The best place, when all that fit as well say the same.

    A total by name must agree with a line that is none, when a total is asked for, and so must
    the accounts with a table elsewhere: that may be about a part of the company.
    """
    if not ranked:
        return None
    best, place = ranked[0]
    others = [other for rank, other in ranked if rank == best]
    if is_a_total(label_words(label)) and not is_a_total(label_words(place.row.label)):
        others += [other for rank, other in ranked if rank[-1] < best[-1]]
    if not place.row.is_of_a_statement:
        others += [other for rank, other in ranked if other.row.is_of_a_statement]
    return place if all(_say_the_same(place.row, o.row, years) for o in others) else None


def _say_the_same(one: Row, other: Row, years: Sequence[int]) -> bool:
    shift = (other.scale or 0) - (one.scale or 0)
    for year in years:
        a, b = one.figures[year], other.figures[year]
        if a.value is None or b.value is None or a.is_percent != b.is_percent:
            return False
        pairs = ((a.value, b.value), (a.value.scaleb(-shift), b.value))
        if not any(same_within_rounding(x, y) for x, y in pairs):
            return False
    return True
