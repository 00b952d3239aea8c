"""Pieces of words: what they find that whole words miss."""

from __future__ import annotations

import pytest

from app.core.search.second_look import shares_of_pieces

OTHER = "The heron fishes in the river at dawn."


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Welke vergunning is verlopen?", "Omgevingsvergunningen verlopen na vijf jaar."),
        ("Quelles sont les obligations déclaratives ?", "Toute obligation declarative est datée."),
        ("Who repaired the locomotive?", "Repairs of locomotives are done in the shed."),
        ("When was the turbine inspected?", "theturbinewasinspectedinMay"),
    ],
)
def test_other_forms_of_the_words_count(question: str, text: str) -> None:
    found, other = shares_of_pieces(question, [text, OTHER])
    assert found > 0.3 > other


def test_what_every_text_has_counts_less_than_a_name_that_tells_them_apart() -> None:
    texts = [f"The contract of {name} ends in May." for name in ("Vandam", "Peeters", "Dubois")]
    shares = shares_of_pieces("When does the contract of Peeters end?", texts)
    assert max(shares) == shares[1] > 1.5 * shares[0]


def test_shares_lie_between_none_and_all() -> None:
    assert shares_of_pieces("The heron fishes", [OTHER, "", "Otters"]) == [1.0, 0.0, 0.0]
    assert shares_of_pieces("", [OTHER]) == [0.0]
    assert shares_of_pieces("heron", []) == []
