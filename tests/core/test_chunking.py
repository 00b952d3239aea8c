"""Chunks keep their page, their place and everything that was written."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from app.backends.pdf_reader import PdfReader
from app.core.chunking import LENGTH, OVERLAP, cut_into_chunks, described, spoken_name
from app.core.control import Control
from app.core.language import readable
from app.core.types import Chunk, OutlineEntry, Page, Reading
from tests.core.library import page_of

PROSE = " ".join(f"Sentence number {i} speaks of the river and of its bridge." for i in range(80))
TABLE = "\n".join(f"row {i}   {i * 17}   {i * 31},00" for i in range(200))
UNBROKEN = "x" * 5_000


def cut(*texts: str) -> tuple[list[Page], list[Chunk]]:
    pages = [page_of(text, number) for number, text in enumerate(texts, start=1)]
    return pages, cut_into_chunks(Reading(tuple(pages)), "report.pdf")


def assert_exact(pages: tuple[Page, ...] | list[Page], chunks: list[Chunk]) -> None:
    by_number = {page.number: page for page in pages}
    for chunk in chunks:
        there = readable(by_number[chunk.page].text[chunk.start : chunk.end])
        assert there == " ".join(chunk.text.split())
        assert 0 < chunk.end - chunk.start <= LENGTH


def letters_lost(page: Page, chunks: list[Chunk]) -> str:
    """What stands on the page and in no chunk."""
    covered = {i for c in chunks if c.page == page.number for i in range(c.start, c.end)}
    return "".join(c for i, c in enumerate(page.text) if i not in covered and not c.isspace())


@pytest.mark.parametrize("text", [PROSE, TABLE, UNBROKEN, f"{PROSE}\n\n{TABLE}\n{UNBROKEN}"])
def test_a_chunk_is_exactly_what_stands_at_its_place_and_nothing_is_lost(text: str) -> None:
    pages, chunks = cut(text)
    assert len(chunks) > 1
    assert_exact(pages, chunks)
    assert letters_lost(pages[0], chunks) == ""


def test_the_chunks_of_real_documents_are_exact_and_lose_nothing(samples: Path) -> None:
    for path in samples.glob("*.pdf"):
        reading = PdfReader().read(path, "", lambda _done, _count: None, Control())
        chunks = cut_into_chunks(reading, path.name)
        assert_exact(reading.pages, chunks)
        assert {letters_lost(page, chunks) for page in reading.pages} == {""}


def test_a_chunk_never_crosses_a_page() -> None:
    _, chunks = cut("The first page ends in the middle of", "a sentence that the second one ends.")
    assert [(chunk.page, chunk.text) for chunk in chunks] == [
        (1, "The first page ends in the middle of"),
        (2, "a sentence that the second one ends."),
    ]


def test_neighbours_share_whole_sentences_but_not_much() -> None:
    _, chunks = cut(PROSE)
    for one, following in itertools.pairwise(chunks):
        shared = one.end - following.start
        assert 0 < shared <= OVERLAP
        assert following.text.startswith("Sentence number")


def test_a_long_table_is_cut_at_its_lines() -> None:
    _, chunks = cut(TABLE)
    assert all(chunk.text.startswith("row ") and chunk.text.endswith(",00") for chunk in chunks)


def test_a_page_without_text_gives_no_chunk() -> None:
    assert cut("", "  \n ", "words")[1][0].page == 3


def test_a_chunk_stands_under_the_last_heading_before_its_page() -> None:
    pages = tuple(page_of(f"Text of page {number}.", number) for number in (1, 2, 3))
    outline = (OutlineEntry(1, "Costs", 3), OutlineEntry(1, "Summary", 2))
    chunks = cut_into_chunks(Reading(pages, outline=outline), "ACME_2021_report.pdf")
    assert [chunk.heading for chunk in chunks] == ["", "Summary", "Costs"]


def test_what_is_embedded_knows_its_document_and_section() -> None:
    chunk = Chunk(1, 0, 5, "Text.", "Costs", document_name="ACME_2021_report.pdf")
    assert described(chunk) == "ACME 2021 report · Costs: Text."
    assert spoken_name("a__b c.pdf") == "a b c"
