"""Cuts the pages of the evidence into what a sentence can rest on: sentences, and rows of tables.

A row knows its label, the years at the heads of its columns, and the units of its table. What a
sentence of an answer makes of it is `grounding`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.core.chunking import spoken_name
from app.core.grounding.amounts import Amount, amounts
from app.core.grounding.claims import Claim, stems_of, taken_apart
from app.core.grounding.dates import dates
from app.core.grounding.figure_rows import (
    LABEL,
    LONG,
    TableLine,
    columns_of,
    figure_rows,
    lines_of,
    table_of,
)
from app.core.grounding.text_rows import TextRow, short_pairs, text_rows
from app.core.language import readable, sentence_spans, words
from app.core.suspicion import blanked
from app.core.types import Hit, Page

FindPage = Callable[[int, int], Page]
_LIST_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=[^\W\d_])")
_ITEM = re.compile(r"[ \t]*\(?(\d{1,2}|[a-zA-Z])(?:[.)]|(?<=\d))\s+(?=\S)")
_FEWEST_ITEMS = 2


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
    number: Amount | None = None
    """What a row has the number of, where its first column is one: lot 3."""
    heads: frozenset[str] = frozenset()
    """Of a row: stems of what stands at the heads of its columns. Its label is its first words;
    rows without figures have none."""


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
    lines = lines_of(page.text)
    rows = figure_rows(lines)
    name = spoken_name(hit.document_name)
    for i in sorted(rows):
        if _meets(lines[i], hit):
            yield _row(hit, page, lines, i, name)
    inside = [line for i, line in enumerate(lines) if i in rows and _meets(line, hit)]
    spans_of_lines = [(line.start, line.end) for line in lines]
    worded = [row for row in text_rows(page, spans_of_lines, rows) if _meets(row, hit)]
    stated = [row for row in worded if not row.is_head]
    for row in (*stated, *short_pairs(page.text, stated)):
        heads = _heads(lines, row)
        found = _prose(hit, page, (row.start, row.end), f"{name}\n{heads}")
        yield replace(found, heads=stems_of(heads))
    spans = list(_sentences(page.text, hit, [*inside, *worded]))
    for i, (start, end) in enumerate(spans):
        before = page.text[slice(*spans[i - 1])] if i else ""
        after = page.text[slice(*spans[i + 1])] if i + 1 < len(spans) else ""
        yield _prose(hit, page, (start, end), f"{name}\n{before}\n{after}")


def _heads(lines: Sequence[TableLine], row: TextRow) -> str:
    """The first line of a row's table, and the two above it."""
    first = next(i for i, line in enumerate(lines) if line.start == row.table)
    return "\n".join(line.text for line in lines[max(0, first - 2) : first + 1])


def _meets(line: TableLine | TextRow, hit: Hit) -> bool:
    return line.start < hit.end and hit.start < line.end


def _row(hit: Hit, page: Page, lines: Sequence[TableLine], i: int, name: str) -> Passage:
    line, start = lines[i], lines[i].start
    label = line.label
    if not re.search(r"[^\W\d_]", label) and i and not lines[i - 1].values:
        label, start = f"{lines[i - 1].text} {label}", lines[i - 1].start
    table = table_of(lines, i)
    said = taken_apart(label)
    said = replace(
        said,
        text=f"{label} {line.values}",
        figures=(*said.figures, *columns_of(line, label, table)),
        dates=tuple(dates(line.text)),
    )
    around = f"{name}\n{table.text}"
    text = readable(page.text[start : line.end])
    about, heads = stems_of(around), stems_of(f"{table.heads} {table.first}")
    number = _number(label, table.first)
    return Passage(
        hit, page, start, line.end, text, said, about, around, True, label, number, heads
    )


def _number(label: str, heads: str) -> Amount | None:
    """The lot or article whose number a row begins with, as the first of the heads tells."""
    first = re.match(r"\d{1,3}\b", label)
    said = amounts(f"{heads.split()[0]} {first.group()}") if first and heads.split() else []
    return next((amount for amount in said if amount.is_reference), None)


def _sentences(
    text: str, hit: Hit, rows: Sequence[TableLine | TextRow]
) -> Iterator[tuple[int, int]]:
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
            if end - start > LONG:
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
        is_label = end - start < LABEL and len(words(text[start:end])) < 4
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
