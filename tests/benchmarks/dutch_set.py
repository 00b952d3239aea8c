"""The Dutch set: twelve documents of our own writing (town hall, hospital, court, bank), printed.

    python -m tests.benchmarks.dutch_set FOLDER

Its questions use other words, compounds and forms than the text does, and were written before
anything was measured with them; some documents are alike but for year and figures. Nothing in the
program may be tuned to them. A line of a text file is a paragraph, ` | ` parts the cells of a row,
a line of `=====` ends a page.
"""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from pathlib import Path

from tests.pdfs import LEADING, LEFT, TOP, Sheet, write_pdf, written

TEXTS = Path(__file__).parent / "dutch_set"
QUESTIONS = TEXTS / "questions.jsonl"
_END_OF_PAGE = "\n=====\n"
_CELL = " | "
_CHARACTERS = 84
_WIDTH = 5.6
"""Points of a character of a cell, on average."""


def write_dutch_set(folder: Path) -> list[Path]:
    """The documents as PDFs, with the questions beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(QUESTIONS, folder)
    return [
        write_pdf(folder / f"{text.stem}.pdf", *map(_sheet, pages_of(text)))
        for text in sorted(TEXTS.glob("*.txt"))
    ]


def pages_of(text: Path) -> list[str]:
    return text.read_text("utf-8").strip().split(_END_OF_PAGE)


def _sheet(page: str) -> Sheet:
    lines = [line for part in _parts(page) for line in part]
    return Sheet(
        drawing="\n".join(
            written(text, LEFT + x, TOP + LEADING * number)
            for number, line in enumerate(lines)
            for x, text in line
        )
    )


Line = list[tuple[float, str]]
"""Where each piece of it starts, from the left edge of the text."""


def _parts(page: str) -> Iterator[list[Line]]:
    """Paragraphs and tables, as lines."""
    for is_table, lines in groupby(page.split("\n"), lambda line: _CELL in line):
        if is_table:
            yield _table([line.split(_CELL) for line in lines])
        else:
            yield [
                [(0, line)] for text in lines for line in textwrap.wrap(text, _CHARACTERS) or [""]
            ]


def _table(rows: Sequence[Sequence[str]]) -> list[Line]:
    widths = [_WIDTH * max(map(len, column)) + LEADING for column in zip(*rows, strict=True)]
    places = list(accumulate(widths, initial=0.0))
    return [[(x, cell) for x, cell in zip(places, row, strict=False) if cell] for row in rows]


if __name__ == "__main__":
    print(*write_dutch_set(Path(sys.argv[1])), sep="\n")
