"""Text without pages becomes parts whose lines lead back to their characters."""

from __future__ import annotations

import random

import pytest

from app.core.chunking import cut_into_chunks
from app.core.inert import clean, masked
from app.core.text_pages import (
    LENGTH,
    MOST_ITEMS,
    Item,
    Script,
    SetText,
    items_of,
    limited,
)
from app.core.text_styles import Style, style_of
from app.core.types import OutlineEntry, Page, Reading

SENTENCE = "The council decides in April, and the board in May. "


def pages_of(*items: Item, note: str = "", ending: str = "") -> list[Page]:
    return list(SetText(Script(items, note=note, ending=ending)).pages(1))


def test_lines_stand_one_below_the_other_and_cover_every_letter() -> None:
    maker = random.Random(5)
    for _ in range(50):
        words = ["abc ", "déf. ", "\U0001f600", "G" * 300, " ", "x. Y"]
        items = [
            Item("".join(maker.choices(words, k=maker.randrange(1, 90))), gap=maker.choice((1, 2)))
            for _ in range(maker.randrange(1, 40))
        ]
        for page in pages_of(*items):
            bare = list(page.text)
            for line in page.lines:
                bare[line.start : line.end] = " " * (line.end - line.start)
            assert not "".join(bare).strip()
            edges = [(line.start, line.box[1]) for line in page.lines]
            assert edges == sorted(edges)
            assert all(
                a.box[3] <= b.box[1] for a, b in zip(page.lines, page.lines[1:], strict=False)
            )


def test_no_word_is_lost_between_parts() -> None:
    items = [Item(f"{i} {SENTENCE * (i % 90)}".strip(), gap=2) for i in range(60)]
    pages = pages_of(*items)
    assert "".join("".join(p.text for p in pages).split()) == "".join(
        "".join(item.text for item in items).split()
    )
    assert max(len(page.text) for page in pages) <= LENGTH + 60


def test_a_long_sentence_is_marked_in_pieces_and_a_long_line_by_sentences() -> None:
    (page,) = pages_of(Item(SENTENCE * 8), Item("word " * 100))
    found = [page.text[line.start : line.end] for line in page.lines]
    assert found[:8] == [SENTENCE.strip()] * 8
    assert all(len(piece) <= 240 for piece in found[8:])


def test_a_part_begins_with_a_heading_where_there_is_one() -> None:
    items = []
    for i in range(8):
        items += [Item(f"Chapter {i}", Style.HEADING, 2), *[Item(SENTENCE * 5, gap=2)] * 6]
    pages = pages_of(*items)
    assert [page.text.split("\n")[0] for page in pages] == [f"Chapter {i}" for i in range(8)]


def test_chunks_know_the_heading_of_their_part_and_the_subject_of_a_mail() -> None:
    text = SetText(Script([Item("Dear all,")], title="Offer"))
    assert text.structure().outline == (OutlineEntry(1, "Offer", 1),)
    (chunk,) = cut_into_chunks(text.structure().given_to(text.pages(1)), "a.eml")
    assert chunk.heading == "Offer"


def test_the_style_of_a_line_comes_with_its_page() -> None:
    styles = list(Style)
    (page,) = pages_of(*(Item(style.value, style, 2) for style in styles))
    assert [style_of(line) for line in page.lines] == styles


def test_what_was_left_out_is_told_where_it_belongs() -> None:
    pages = pages_of(*[Item(SENTENCE * 50, gap=2)] * 3, note="Here.", ending="There.")
    assert [page.problem for page in pages] == ["Here.", "", "There."]
    assert [page.problem for page in pages_of(note="Here.", ending="There.")] == ["Here. There."]
    assert [page.problem for page in pages_of()] == ["The file holds no text."]


def test_reading_can_go_on_at_any_part() -> None:
    text = SetText(Script([Item(SENTENCE * 50, gap=2)] * 4))
    assert list(text.pages(3)) == list(text.pages(1))[2:]


def test_only_so_many_lines_are_read() -> None:
    items = (Item("a") for _ in range(MOST_ITEMS + 1))
    kept, is_cut = limited(items)
    assert (len(kept), is_cut) == (MOST_ITEMS, True)
    assert limited([Item("a")]) == ([Item("a")], False)


@pytest.mark.parametrize("text", ["a\u202eb\u200bc\x00d", "\ue000\U000e0041x", "l\u2028m", "a\tb"])
def test_masked_text_keeps_its_places_and_holds_nothing_that_acts(text: str) -> None:
    shown = masked(text)
    assert len(shown) == len(text)
    assert clean(shown) == shown


def test_blank_lines_become_gaps_and_all_line_breaks_count() -> None:
    assert [tuple(item) for item in items_of("a\r\nb\n\n\n c \x0cd\u2028e")] == [
        ("a", Style.BODY, 1), ("b", Style.BODY, 1), (" c", Style.BODY, 2), ("d", Style.BODY, 1),
        ("e", Style.BODY, 1),
    ]  # fmt: skip


def test_a_reading_of_many_parts_is_cut_into_chunks_of_one_part_each() -> None:
    pages = pages_of(*[Item(SENTENCE * 20, gap=2)] * 9)
    for chunk in cut_into_chunks(Reading(tuple(pages)), "a.txt"):
        assert pages[chunk.page - 1].text[chunk.start : chunk.end].strip()
