"""Rows of tables whose cells are words: lines in a row that neither end nor go on as sentences do.

Owns which lines belong together as one row; knows no columns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.core.types import Page

Span = tuple[int, int]
_FEWEST = 3
"""Rows, one below the other, before they are taken for a table."""
_FULL = 0.9
"""Share of the longest line: lines of running text are nearly as long, most rows are shorter."""
_SHORT = 36
"""Characters; so short a line may belong to the next one, as a name to a function below it."""
_BEGINS = re.compile(r"[^\W_a-zà-öø-ÿ]|[€$£(«“\"']\s?[^\W_a-zà-öø-ÿ]")
_ENDS = re.compile(r"[.;:!?…][)»”\"']*$")
_GOES_ON = re.compile(r"[,\-–—/&(]$")


@dataclass(frozen=True)
class TextRow:
    """Characters [start, end) of a row, and where the first row of its table starts.

    A head states nothing: it is no row of its own.
    """

    start: int
    end: int
    table: int
    is_head: bool = False


def text_rows(page: Page, lines: Sequence[Span], rows: Collection[int]) -> Iterator[TextRow]:
    """`lines` are spans of the page; those at the places in `rows` are known to be of figures."""
    longest = max((end - start for start, end in lines), default=0)
    known = {lines[i] for i in rows}
    for run in _runs(page, lines, rows):
        short = sum(end - start < _FULL * longest for start, end in run)
        if len(run) >= _FEWEST and 2 * short >= len(run):
            heads = _heads(page.text, run, known)
            for span in run:
                if span not in known:
                    yield TextRow(*span, run[0][0], span in heads)


def _heads(text: str, run: Sequence[Span], known: Collection[Span]) -> set[Span]:
    """Rows without any figure right above a row of figures, or above rows that mostly have some."""
    bare = [span for span in run if not any(c.isdigit() for c in text[slice(*span)])]
    found = {one for one, other in pairwise(run) if one in bare and other in known}
    return found | {run[0]} if run[0] in bare and 2 * len(bare) < len(run) else found


def short_pairs(text: str, rows: Sequence[TextRow]) -> Iterator[TextRow]:
    """Two short rows as one, one below the other: a name, and what somebody does."""
    for one, other in pairwise(rows):
        longest = max(one.end - one.start, other.end - other.start)
        if longest < _SHORT and not text[one.end : other.start].strip():
            yield TextRow(one.start, other.end, one.table)


def _runs(page: Page, lines: Sequence[Span], rows: Collection[int]) -> Iterator[list[Span]]:
    """Rows one below the other, of figures or of words; each with the lines that it goes on in.

    A line that is no lower than the one before is the next cell of its row.
    """
    tops = {line.start: line.box[1] for line in page.lines}
    run: list[Span] = []
    open_end = False
    for i, (start, end) in enumerate(lines):
        line = page.text[start:end].strip()
        before = tops.get(lines[i - 1][0]) if i else None
        if before is not None and tops.get(start, before + 1) <= before:
            open_end = True
        if i in rows:
            run.append((start, end))
            open_end = False
        elif run and i - 1 not in rows and (open_end or not _BEGINS.match(line)):
            run[-1] = (run[-1][0], end)
            open_end = bool(_GOES_ON.search(line))
            if _ENDS.search(line):
                yield run[:-1]
                run = []
        elif _BEGINS.match(line) and not _ENDS.search(line):
            run.append((start, end))
            open_end = bool(_GOES_ON.search(line))
        else:
            yield run
            run, open_end = [], False
    yield run
