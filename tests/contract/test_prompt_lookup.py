"""Guesses are made only within a copy, end with its sentence, and only where they pay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.backends.prompt_lookup import STREAK, Copying, Odds

END = 99
PROMPT = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, END, 13, 14, 15, 16]


def copying(prompt: list[int]) -> Copying:
    return Copying(prompt, lambda token, _following: token == END)


def after(prompt: list[int], written: list[int]) -> Copying:
    text = copying(prompt)
    for token in written:
        text.add(token)
    return text


def test_nothing_is_guessed_before_a_copy_has_gone_on_for_a_while() -> None:
    begun = [50, *PROMPT[: 3 + STREAK]]
    assert after(PROMPT, begun[:-1]).guess(5) == []
    assert after(PROMPT, begun).guess(3) == PROMPT[3 + STREAK :][:3]


def test_a_guess_ends_with_the_sentence() -> None:
    text = after(PROMPT, PROMPT[: 3 + STREAK])
    assert text.guess(100) == PROMPT[3 + STREAK : PROMPT.index(END) + 1]
    text = after(PROMPT, PROMPT[: PROMPT.index(END) + 1])
    assert text.guess(100) == []


def test_a_word_that_is_not_copied_ends_the_guesses() -> None:
    text = after(PROMPT, PROMPT[: 3 + STREAK])
    assert text.add(77) is False
    assert text.guess(5) == []
    assert text.add(78) is None


def test_the_longest_match_is_taken_before_the_latest() -> None:
    one, two, short = [5, 1, 2, 3, 40, 7, 8], [5, 1, 2, 3, 41, 9], [6, 2, 3, 40, 77]
    text = after([*one, *two, *short], [5, 1, 2, 3, 40, 7])
    assert text.streak == 1


def test_the_answer_itself_is_copied_from_too() -> None:
    line = list(range(30, 45))
    text = after([1, 2, 3], [*line, END, *line[: 3 + STREAK]])
    assert text.guess(4) == line[3 + STREAK :][:4]


@pytest.mark.parametrize(
    ("cost_of_rows", "rows"),
    [
        (lambda rows: 0.05 * rows, 1),
        (lambda rows: 0.05 + 0.001 * rows, 32),
        (lambda rows: 0.05 if rows < 8 else 0.05 * rows, 6),
    ],
)
def test_as_many_rows_are_run_as_pay_on_this_machine(
    cost_of_rows: Callable[[int], float], rows: int
) -> None:
    odds = Odds()
    assert odds.rows(100) == 1
    odds.ran(1, 0.05)
    while (tried := odds.rows(100)) not in odds.measured:
        odds.ran(tried, cost_of_rows(tried))
    assert odds.rows(100) == rows
    assert odds.rows(2) == 1


def test_what_cannot_pay_is_not_even_tried() -> None:
    odds = Odds()
    odds.ran(1, 0.05)
    odds.read(0.04)
    while (tried := odds.rows(100)) != 1:
        assert tried in (4, 6)
        odds.ran(tried, 0.05 * tried)
    assert odds.measured == {1, 4, 6}


def test_copies_that_break_off_are_guessed_no_longer() -> None:
    odds = Odds()
    for rows in (1, 4, 6, 16, 32, 64):
        odds.ran(rows, 0.05 + 0.01 * rows)
    assert odds.rows(100) > 1
    for _ in range(200):
        odds.saw(False)
    assert odds.rows(100) == 1
    for _ in range(400):
        odds.saw(True)
    assert odds.rows(100) > 1
