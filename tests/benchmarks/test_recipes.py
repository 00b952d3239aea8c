"""The recipes of others do what their programs do."""

from __future__ import annotations

import random
import re
from itertools import pairwise

from app.backends.fakes import FakeEmbedder
from tests.benchmarks.recipes import (
    RECIPES,
    Index,
    Piece,
    Text,
    as_gpt4all,
    as_kotaemon,
    split,
    whole_documents,
    words_up_to,
)

FISH = ("cod and hake", "a heron eats the roach", "salt for the herring", "tar and rope")
INDEX = Index([Piece("sea.pdf", n, text) for n, text in enumerate(FISH, 1)], FakeEmbedder())


def words(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def test_a_text_is_split_at_blank_lines_before_lines_and_lines_before_words() -> None:
    text = "one two\n\nthree four\nfive six seven\n\neight"
    assert [text[a:b].strip() for a, b in split(text, 20, 0)] == [
        "one two", "three four", "five six seven", "eight",
    ]  # fmt: skip


def test_pieces_are_no_longer_than_allowed_overlap_and_leave_nothing_out() -> None:
    chance = random.Random(2)
    marks = (" ", " ", " ", "\n", "\n\n")
    text = "".join("x" * chance.randint(1, 60) + chance.choice(marks) for _ in range(400))
    spans = list(split(text, 100, 30))
    assert max(end - start for start, end in spans) <= 100
    assert set(range(len(text))) == {at for start, end in spans for at in range(start, end)}
    shared = [before[1] - after[0] for before, after in pairwise(spans)]
    assert 0 < max(shared) <= 30


def test_a_chunk_over_two_pages_counts_for_the_one_that_most_of_it_stands_on() -> None:
    cut = whole_documents(30, 0, "<{name}> ")
    pieces = list(cut(Text("a.pdf", ("one two ", "three four five six", " seven eight")), words))
    assert [(piece.page, piece.text) for piece in pieces] == [
        (2, "<a.pdf> one two three four five six"),
        (3, "<a.pdf> seven eight"),
    ]


def test_words_are_taken_while_they_fit() -> None:
    page = "aaa bb  cccc\nd eeeeeeeeeeee f"
    assert [page[a:b] for a, b in words_up_to(6)(page, words)] == [
        "aaa bb", "cccc\nd", "eeeeeeeeeeee", "f",
    ]  # fmt: skip


def test_every_recipe_finds_the_page_that_says_it() -> None:
    text = Text("sea.pdf", tuple(f"{one}. " * 30 for one in FISH))
    for recipe in RECIPES:
        index = Index(list(recipe.cut(text, words)), FakeEmbedder())
        (best,) = recipe.rank(index, "How much salt for herring?", ["sea.pdf"], 1)
        assert index.pieces[best].page == 3, recipe.name
        assert recipe.rank(index, "salt", ["land.pdf"], 5) == []


def test_a_phrase_outweighs_meaning_and_words_do_not() -> None:
    assert as_gpt4all(INDEX, "salt for the herring", None, 2)[0] == 2
    assert as_gpt4all(INDEX, "tar", None, 4)[0] == 3


def test_keywords_come_before_meaning_where_nothing_sorts_them_anew() -> None:
    assert set(as_kotaemon(INDEX, "the hake", None, 4)[:3]) == {0, 1, 2}
