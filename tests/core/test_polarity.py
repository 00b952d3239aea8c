"""What one sentence denies and another states is not the same."""

from __future__ import annotations

import pytest

from app.core.grounding.polarity import (
    denies_alike,
    goes_the_other_way,
    is_per_another_period,
)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The tenant shall not sublet the hall.", "The tenant shall sublet the hall."),
        ("The tenant may sublet the hall.", "The tenant may not sublet the hall."),
        ("Le conseil n'approuve pas le bail.", "Le conseil approuve le bail."),
        ("De huurder mag de zaal verhuren.", "De huurder mag de zaal niet verhuren."),
        ("Er is een attest nodig.", "Er is geen attest nodig."),
    ],
)
def test_a_denial_on_one_side_only_is_noticed(said: str, text: str) -> None:
    assert not denies_alike(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The tenant may not sublet.", "The tenant shall never sublet."),
        ("No, the tenant may sublet.", "The tenant may sublet."),
        ("The offer is due in May.", "The offer is due in May, and may not be changed later."),
        ("It is due no later than May.", "It is due in May at the latest."),
        ("See no. 12.", "See number 12."),
    ],
)
def test_a_denial_on_both_sides_or_of_something_else_is_none(said: str, text: str) -> None:
    assert denies_alike(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Absence increased.", "Absence decreased."),
        ("Het restafval is gestegen.", "Het restafval daalde."),
        ("Il est autorisé de stationner.", "Il est interdit de stationner."),
        ("The prices rose with tax.", "The prices rose without tax."),
        ("Le conseil rejette le bail.", "Le conseil approuve le bail."),
        ("At the earliest in May.", "At the latest in May."),
    ],
)
def test_opposite_words_are_noticed(said: str, text: str) -> None:
    assert goes_the_other_way(said, text)
    assert not goes_the_other_way(text, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("A queen ruled over the north.", "The north was under the hand of a queen."),
        ("It opened before noon.", "After the war it was opened, before noon."),
        ("De raad koos voor glas.", "Na het debat koos de raad glas."),
    ],
)
def test_small_words_oppose_each_other_only_before_the_same(said: str, text: str) -> None:
    assert not goes_the_other_way(said, text)


@pytest.mark.parametrize(
    ("said", "text", "is_another"),
    [
        ("The rent is EUR 650 per year.", "a rent of EUR 650 a month, indexed", True),
        ("Le loyer est de 650 € par an.", "loyer de 650,00 € par mois", True),
        ("De vergoeding is € 62,50 per dag.", "een vergoeding van € 62,50 per maand", True),
        ("The limit is EUR 900 a month.", "EUR 900 a contract year", True),
        ("The rent is EUR 650 a month.", "EUR 650 a month, indexed per year", False),
        ("The rent is EUR 650.", "EUR 650 a month", False),
        ("It was paid in a year.", "It was paid.", False),
    ],
)
def test_a_figure_per_another_time_is_another_figure(
    said: str, text: str, is_another: bool
) -> None:
    assert is_per_another_period(said, text) == is_another
