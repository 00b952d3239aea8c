"""Dates written in different ways are the same date."""

from __future__ import annotations

import pytest

from app.core.grounding.dates import dates, same_date, without_dates


def one(text: str) -> tuple[int | None, int | None, int | None]:
    (date,) = dates(text)
    return date.year, date.month, date.day


@pytest.mark.parametrize(
    "written",
    ["14 mars 2023", "14/03/2023", "14 maart 2023", "March 14, 2023", "2023-03-14", "14.03.2023"],
)
def test_a_date_is_the_same_however_it_is_written(written: str) -> None:
    assert one(f"Signed on {written}, in two originals") == (2023, 3, 14)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("September 2026", (2026, 9, None)),
        ("le 1er août", (None, 8, 1)),
        ("in 2019", (2019, None, None)),
        ("FY2018", (2018, None, None)),
        ("FY18", (2018, None, None)),
    ],
)
def test_as_much_of_a_date_is_read_as_is_written(
    written: str, parts: tuple[int | None, int | None, int | None]
) -> None:
    assert one(written) == parts


@pytest.mark.parametrize("text", ["2,017 people", "we may 2 go", "1 250 000", "EUR 12.2018"])
def test_a_figure_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_a_range_says_its_year_once() -> None:
    first, last = dates("du 1er juillet au 18 décembre 2026")
    assert (first.year, last.year) == (2026, 2026)


def test_a_page_may_be_more_exact_than_a_sentence_and_not_less() -> None:
    (month,), (day,) = dates("March 2025"), dates("3 March 2025")
    assert same_date(month, day)
    assert not same_date(day, month)


def test_day_and_month_in_figures_may_stand_in_either_order_and_in_words_not() -> None:
    (said,), (american,), (other,) = dates("3 May 2025"), dates("05/03/2025"), dates("5 March 2025")
    assert same_date(said, american)
    assert not same_date(said, other)


def test_blanking_dates_keeps_all_other_characters_in_their_places() -> None:
    assert without_dates("on 3 May 2025: 12") == "on           : 12"
