"""Regular expressions: what they find, what they refuse, and that none of them hangs."""

from __future__ import annotations

import time

import pytest

from app.backends.patterns import LinearPattern
from app.core.errors import UsageError


def found(pattern: str, text: str) -> list[str]:
    return [text[start:end] for start, end in LinearPattern(pattern).spans(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        (r"INV-\d{4}", "inv-2024 and INV-20", ["inv-2024"]),
        (r"(?-i)INV", "inv INV", ["INV"]),
        (r"d[ée]lais?", "DÉLAI, delais", ["DÉLAI", "delais"]),
        ("within \\d+ days", "within\n30  days", ["within\n30  days"]),
        (r"[ -]x", "a-x x", ["-x", " x"]),
        (r"^total\b.*$", "a total\ntotal 12\nend", ["total 12"]),
        (r"€ ?\d+", "Straße o\ufb03ce € 12", ["€ 12"]),
        ("…", "abc …", ["…"]),
        (r"x*", "a", []),
        (r"\w+", "éléphant", ["éléphant"]),
        (r"\(net\)", "(net)", ["(net)"]),
    ],
)
def test_a_pattern_finds_what_a_person_would_expect(
    pattern: str, text: str, expected: list[str]
) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(a", "no “)”"),
        ("a)", "no “(”"),
        ("[a", "no “]”"),
        ("*a", "could repeat"),
        ("a**", "follow each other"),
        ("a{2000}", "too often"),
        (r"(\pL{900}){1,1}\pL{900}\pL{900}", "too much"),
        ("(?=a)", "look ahead"),
        (r"(a)\1", "refer back"),
        ("\udcff", "signs"),
    ],
)
def test_what_is_no_pattern_is_told_in_a_sentence(pattern: str, why: str) -> None:
    with pytest.raises(UsageError, match="cannot be searched for") as caught:
        LinearPattern(pattern)
    assert why in caught.value.hint


@pytest.mark.parametrize(
    "pattern", [r"(a|aa)+$", r"(a+)+$", r"(.*)*x", r"(.+)+(.+)+(.+)+!", r"(?:a?){300}a{300}x"]
)
def test_no_pattern_takes_longer_than_its_text(pattern: str) -> None:
    started = time.monotonic()
    assert found(pattern, "a" * 3_000 + "b") == []
    assert time.monotonic() - started < 2
