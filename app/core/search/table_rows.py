"""Which rows of tables a question names: noted when a document is read, looked up when it is asked.

A table is known for one by columns that are years (`arithmetic.rows`); a row by its line of
accounts, whatever it is called in English, French or Dutch, or by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from app.core.arithmetic.line_items import line_of
from app.core.arithmetic.rows import rows_of
from app.core.control import Control
from app.core.storage.database import Database
from app.core.types import Page

_LONGEST_NAME = 8
"""Words of a question that name a row, at most."""
_WORD = re.compile(r"[^\W\d_][\w&'’.-]*")
_YEAR = re.compile(r"(?<!\d)(?:FY\s?)?((?:19|20)\d\d)(?!\d)|\bFY\s?['’]?(\d\d)\b", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\b(?:how (?:much|many)|amount|growth|margin|ratio|average|percentage|"
    r"combien|montant|nombre|croissance|marge|moyenne|pourcentage|"
    r"hoeveel|bedrag|aantal|groei|marge|verhouding|gemiddelde?|percentage)\b",
    re.IGNORECASE,
)
_ELSEWHERE = 0.5
"""What a row counts that is not of a statement of accounts, or of another year: a fraction."""


class NamedRow(NamedTuple):
    """A row of a page, and what it is about; `years` with blanks between them."""

    page: int
    line: str
    years: str
    is_of_a_statement: bool


def named_rows(pages: Iterable[Page]) -> list[NamedRow]:
    """Those of tables whose columns are years."""
    return [
        NamedRow(page.number, line, " ".join(map(str, row.figures)), row.is_of_a_statement)
        for page in pages
        for row in rows_of(page)
        if (line := line_of(row.label))
    ]


def asks_for_a_figure(question: str) -> bool:
    """In English, French or Dutch."""
    return _QUANTITY.search(question) is not None


class TableRows:
    """What the catalogue keeps of rows, by document and page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, document: int, rows: Iterable[NamedRow]) -> None:
        """Keep the rows of a document of which none are kept."""
        with self._database.transaction():
            self._database.run("INSERT INTO rows_noted VALUES (?)", [document])
            self._database.run_many(
                "INSERT INTO table_rows VALUES (?, ?, ?, ?, ?)",
                ((document, *row) for row in rows),
            )

    def forget(self, document: int) -> None:
        self._database.run("DELETE FROM rows_noted WHERE document_id = ?", [document])

    def fill_in(self, find_page: Callable[[int, int], Page], control: Control) -> None:
        """Note the rows of documents that were read before rows were noted."""
        for document, count in self._database.rows(
            """SELECT id, pages FROM documents WHERE state IN ('searchable', 'ready')
               AND id NOT IN (SELECT document_id FROM rows_noted)"""
        ):
            control.check()
            pages = (find_page(document, number) for number in range(1, count + 1))
            self.note(document, named_rows(pages))

    def shares(self, question: str, documents: Collection[int]) -> dict[int, float]:
        """By chunk of these documents: how far its page has the rows that are named, 0 to 1.

        Nothing for a question that asks for no figure.
        """
        years = {int(long or f"20{short}") for long, short in _YEAR.findall(question)}
        if not documents or not (years or asks_for_a_figure(question)):
            return {}
        names = _names(question)
        found = self._found([line for _, line in names], documents)
        asked = _longest(names, {line for _, line, *_ in found})
        best: dict[tuple[int, str], float] = {}
        for chunk, line, told, is_of_a_statement in found:
            if line in asked:
                fits = not years or not years.isdisjoint(map(int, told.split()))
                worth = (1 if is_of_a_statement else _ELSEWHERE) * (1 if fits else _ELSEWHERE)
                best[chunk, line] = max(best.get((chunk, line), 0.0), worth)
        shares: dict[int, float] = {}
        for (chunk, _), worth in best.items():
            shares[chunk] = shares.get(chunk, 0.0) + worth / len(asked)
        return shares

    def _found(
        self, lines: Collection[str], documents: Collection[int]
    ) -> list[tuple[int, str, str, int]]:
        marks, places = (",".join("?" * len(values)) for values in (lines, documents))
        return self._database.rows(
            f"""SELECT c.id, r.line, r.years, r.of_a_statement
                FROM table_rows r JOIN chunks c USING (document_id, page)
                WHERE r.line IN ({marks}) AND document_id IN ({places})""",
            [*lines, *documents],
        )


Span = tuple[int, int]


def _names(question: str) -> list[tuple[Span, str]]:
    """What can be the name of a row: neighbouring words of the question, longest names first."""
    words = [match.group() for match in _WORD.finditer(question)]
    spans = (
        (first, last)
        for length in range(_LONGEST_NAME, 0, -1)
        for first, last in _spans(len(words), length)
    )
    return [(span, line) for span in spans if (line := line_of(" ".join(words[span[0] : span[1]])))]


def _spans(count: int, length: int) -> Iterator[Span]:
    return ((first, first + length) for first in range(count - length + 1))


def _longest(names: Iterable[tuple[Span, str]], known: Collection[str]) -> set[str]:
    """Of the known lines those that are not named by words of a longer name."""
    taken: set[int] = set()
    lines = set()
    for (first, last), line in names:
        if line in known and taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            lines.add(line)
    return lines
