"""Amounts are compared with their units, scales and signs."""

from __future__ import annotations

import pytest

from app.core.grounding.amounts import amounts, same_amount, unit_of


def same(said: str, other: str, in_table: bool = False) -> bool:
    return same_amount(amounts(said)[0], amounts(other)[0], in_table=in_table)


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("EUR 1,250", "1.250,00 €"),
        ("€ 3,4 mio", "EUR 3.4 million"),
        ("$1.2 billion", "$1,200 million"),
        ("$1.2 billion", "$1,234 million"),
        ("12,5 %", "12.5 percent"),
        ("12.5%", "12,5 pour cent"),
        ("nine years", "9 ans"),
        ("1,577", "1,577.3"),
        ("about 1,300", "1,263"),
        ("environ 40 jours", "38 jours"),
        ("1,577", "(1,577)"),
        ("1424", "1,424 people"),
    ],
)
def test_the_same_amount_is_known_in_another_form(said: str, other: str) -> None:
    assert same(said, other)


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("EUR 1,251", "EUR 1,250"),
        ("EUR 240", "240 m²"),
        ("12 days", "12 months"),
        ("5.4%", "EUR 5.4"),
        ("EUR 46.8 million", "EUR 46.8 thousand"),
        ("$3 million", "€3 million"),
        ("1,577.3", "1,577"),
        ("1,300", "1,263"),
        ("7", "7.4"),
        ("-940", "940"),
        ("article 12", "12"),
        ("EUR 12", "12 members"),
    ],
)
def test_another_amount_is_not_the_same(said: str, other: str) -> None:
    assert not same(said, other)


def test_in_a_table_a_unit_or_scale_may_stand_elsewhere() -> None:
    assert same("$1.2 billion", "1,200", in_table=True)
    assert same("EUR 78,460", "78,460", in_table=True)
    assert not same("$1.2 billion", "1,300", in_table=True)


def test_a_unit_that_is_said_once_holds_for_both_figures() -> None:
    assert [amount.unit for amount in amounts("of 55 and 40 minutes")] == ["minute", "minute"]


@pytest.mark.parametrize(
    ("caption", "unit", "scale"),
    [
        ("EUR thousand", "eur", 3),
        ("$ in millions (unaudited)", "usd", 6),
        ("Montants en euros", "eur", 0),
        ("Average length of stay (days)", "day", 0),
        ("Cash at the end of the year", "", 0),
    ],
)
def test_a_caption_tells_unit_and_scale(caption: str, unit: str, scale: int) -> None:
    assert unit_of(caption) == (unit, scale)


def test_a_number_of_fifty_digits_is_no_amount() -> None:
    assert amounts("1" * 50) == []
