"""Evidence is shortened to what matters for a question."""

from __future__ import annotations

from app.core.excerpts import GAP, trimmed
from app.core.types import Hit

PROSE = (
    "The heron fishes in the river. The rowing club has sixty members. Its boats are old. "
    "The station was built in 1899. Its roof leaks. The monthly rent of the station is EUR 900. "
    "It is due on the first. The garden is large. Apples grow there."
)
TABLE = """(in thousands of euros)
2025 2024
Salaries 4,120 3,980
Rent 900 870
Energy 310 405
Insurance 60 58
Total 5,390 5,313"""


def text_for(question: str, text: str) -> str:
    (hit,) = trimmed(question, [Hit(1, "a.pdf", "/a.pdf", 1, 1.0, text, 0, len(text))])
    return hit.text


def test_sentences_that_matter_stay_with_their_neighbours() -> None:
    kept = text_for("What is the monthly rent of the station?", PROSE)
    assert kept.split("\n") == [
        "Its roof leaks.",
        "The monthly rent of the station is EUR 900.",
        "It is due on the first.",
    ]


def test_a_gap_in_the_middle_is_shown() -> None:
    assert GAP in text_for("Does the river or the garden have herons or apples?", PROSE)


def test_a_row_keeps_the_heads_and_units_of_its_columns() -> None:
    kept = text_for("How much was insurance?", TABLE)
    assert "(in thousands of euros)" in kept
    assert "2025 2024" in kept
    assert "Insurance 60 58" in kept
    assert "Salaries" not in kept


def test_a_text_that_shares_no_word_stays_whole() -> None:
    assert text_for("¿Cuánto cuesta el alquiler?", PROSE).split() == PROSE.split()
