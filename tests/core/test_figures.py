"""Figures written in different ways are the same figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.core.figures import figure_spans, figures, same_within_rounding


@pytest.mark.parametrize(
    "written",
    [
        "1.250,00",
        "1,250.00",
        "1 250",
        "1\u00a0250",
        "1\u202f250,0",
        "1'250",
        "1’250.00",
        "1250",
        "1.250",
    ],
)
def test_a_figure_is_the_same_however_it_is_written(written: str) -> None:
    assert figures(f"It is {written} in all") == [Decimal(1250)]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3,5 %", "3.5"),
        ("0.125", "0.125"),
        ("12.345.678,90", "12345678.90"),
        ("12,345,678", "12345678"),
        ("€684,000.", "684000"),
        ("2026", "2026"),
    ],
)
def test_decimal_and_thousands_marks_are_told_apart(written: str, value: str) -> None:
    assert figures(written) == [Decimal(value)]


def test_figures_come_in_order_with_their_places() -> None:
    text = "From 12 to 1 400 days, lot 3"
    found = [(text[a:b], int(value)) for (a, b), value in figure_spans(text)]
    assert found == [("12", 12), ("1 400", 1400), ("3", 3)]


def test_text_without_figures_has_none() -> None:
    assert figures("no figure at all") == []


@pytest.mark.parametrize(
    ("one", "other"), [("1577", "1577.3"), ("8.70", "8.7"), ("0.33", "0.3333")]
)
def test_a_rounded_figure_is_the_same(one: str, other: str) -> None:
    assert same_within_rounding(Decimal(one), Decimal(other))
    assert same_within_rounding(Decimal(other), Decimal(one))


@pytest.mark.parametrize(("one", "other"), [("1577", "1578.3"), ("24", "42"), ("1000", "1001")])
def test_another_figure_is_not_the_same(one: str, other: str) -> None:
    assert not same_within_rounding(Decimal(one), Decimal(other))


def test_a_year_before_a_number_is_no_part_of_it() -> None:
    assert figures("in 2025 128 vrijwilligers") == [2025, 128]
    assert figures("1 250 000 in 2024") == [1_250_000, 2024]
