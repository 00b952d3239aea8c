"""Cuts pages into chunks that keep their page, their characters, and the heading they stand under.

A chunk never crosses a page. It ends where a sentence or a line ends, and starts a little before
the last one's end, so that what stands at an edge is whole in one of the two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from app.core.language import laid_out, sentence_spans
from app.core.types import Chunk, OutlineEntry, Page, Reading

LENGTH = 900
"""Characters a chunk has at most, about 220 tokens."""
OVERLAP = 120
"""Characters that two neighbours share at most."""


def cut_into_chunks(reading: Reading, name: str) -> list[Chunk]:
    """The chunks of a document, in order; `name` is its file name."""
    headings = _Headings(reading.outline)
    chunks = []
    for page in reading.pages:
        heading = headings.of_page(page.number)
        for start, end in _pieces(page):
            text = laid_out(page.text[start:end])
            if text:
                chunks.append(Chunk(page.number, start, end, text, heading, document_name=name))
    return chunks


def spoken_name(name: str) -> str:
    """A file name as words: `ACME_2021_report.pdf` is `ACME 2021 report`."""
    return " ".join(PurePath(name).stem.replace("_", " ").split())


def described(chunk: Chunk) -> str:
    """The chunk's text as it is embedded: it knows which document and section it stands in."""
    return f"{about(chunk)}: {chunk.text}"


def about(chunk: Chunk) -> str:
    """Document and section of a chunk, in words."""
    return " · ".join(part for part in (spoken_name(chunk.document_name), chunk.heading) if part)


def _pieces(page: Page) -> Iterator[tuple[int, int]]:
    """Spans of at most LENGTH characters made of whole units."""
    units = list(_units(page.text))
    first = 0
    while first < len(units):
        last = first
        while last + 1 < len(units) and units[last + 1][1] - units[first][0] <= LENGTH:
            last += 1
        yield units[first][0], units[last][1]
        if last + 1 == len(units):
            return
        first = _first_of_next(units, first, last)


def _first_of_next(units: Sequence[tuple[int, int]], first: int, last: int) -> int:
    """Where the next chunk starts: at most OVERLAP characters before this one's end."""
    following = last + 1
    while following - 1 > first and units[last][1] - units[following - 1][0] <= OVERLAP:
        following -= 1
    return following


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; those longer than a chunk (tables, lists) by lines, and longer lines by length."""
    for start, end in sentence_spans(text):
        if end - start <= LENGTH // 2:
            yield start, end
            continue
        line_start = start
        while line_start < end:
            line_end = text.find("\n", line_start, end)
            line_end = end if line_end < 0 else line_end
            yield from _by_length(line_start, line_end)
            line_start = line_end + 1


def _by_length(start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in range(start, end, LENGTH):
        yield piece, min(piece + LENGTH, end)


class _Headings:
    """The section that each page stands in, from the document's own outline."""

    def __init__(self, outline: Sequence[OutlineEntry]) -> None:
        self._entries = sorted(outline, key=lambda entry: entry.page)
        self._pages = [entry.page for entry in self._entries]

    def of_page(self, number: int) -> str:
        index = bisect_right(self._pages, number) - 1
        return self._entries[index].title if index >= 0 else ""
