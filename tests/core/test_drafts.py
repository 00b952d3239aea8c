"""A model's words are taken apart while it writes them, in the language of the question."""

from __future__ import annotations

import pytest

from app.core.drafts import Draft
from tests.core.library import WORDS


def read(text: str, language: str = "English", size: int = 3) -> tuple[list[str], Draft]:
    """The sentences of `text`, written `size` characters at a time."""
    draft = Draft(WORDS[language])
    pieces = [text[i : i + size] for i in range(0, len(text), size)]
    found = [sentence for piece in pieces for sentence in draft.add(piece)]
    return [*found, *draft.rest()], draft


@pytest.mark.parametrize("size", [1, 3, 1_000])
def test_a_sentence_is_given_when_it_is_complete(size: int) -> None:
    text = "The rent is EUR 900. It is due"
    assert read(text, size=size)[0] == ["The rent is EUR 900.", "It is due"]


@pytest.mark.parametrize(("language", "words"), [(name, w.nothing) for name, w in WORDS.items()])
def test_nothing_is_answered_once_the_model_says_that_nothing_is_there(
    language: str, words: str
) -> None:
    sentences, draft = read(f"{words}.", language)
    assert draft.says_nothing
    assert sentences == []


def test_who_quotes_these_words_is_not_silenced() -> None:
    sentences, draft = read("The stamp says “NOT IN THE DOCUMENTS” in red.")
    assert not draft.says_nothing
    assert len(sentences) == 1


@pytest.mark.parametrize("size", [1, 4, 1_000])
def test_thoughts_are_kept_apart(size: int) -> None:
    text = "<think>\nNOT IN THE DOCUMENTS? No: it is.</think>\n\nIt is nine."
    sentences, draft = read(text, size=size)
    assert sentences == ["It is nine."]
    assert draft.thinking == "NOT IN THE DOCUMENTS? No: it is."
    assert not draft.says_nothing


def test_thoughts_without_an_end_are_no_answer() -> None:
    sentences, draft = read("<think>It may be nine. Or ten.")
    assert sentences == []
    assert draft.is_thinking
    assert draft.unfinished == ""
