"""Several questions in one are told apart; one question stays whole."""

from __future__ import annotations

import pytest

from app.core.search.question_parts import asked_parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "What is the notice period? Who signs the lease of the station?",
            ["What is the notice period?", "Who signs the lease of the station?"],
        ),
        (
            "Wat is de opzegtermijn van de huur en wie betaalt de herstellingen?",
            ["Wat is de opzegtermijn van de huur?", "wie betaalt de herstellingen?"],
        ),
        (
            "Quel est le loyer mensuel, et quand le bail prend-il fin ?",
            ["Quel est le loyer mensuel?", "quand le bail prend-il fin ?"],
        ),
        (
            "Wie hoch ist die Monatsmiete und wann endet der Mietvertrag?",
            ["Wie hoch ist die Monatsmiete?", "wann endet der Mietvertrag?"],
        ),
    ],
)
def test_each_question_becomes_a_part(question: str, parts: list[str]) -> None:
    assert asked_parts(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "What are the rent and the deposit of the station?",
        "Who founded the library and was later elected mayor?",
        "I rent a garage. Answer in euros: what is the rent?",
        "What is the rent, and why?",
        "What is the rent of the station? And who?",
        "rent; deposit; notice",
        "",
    ],
)
def test_what_cannot_be_searched_for_by_itself_is_left_together(question: str) -> None:
    assert asked_parts(question) == [question]
