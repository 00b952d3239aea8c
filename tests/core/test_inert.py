"""Text of strangers, made safe to show."""

from __future__ import annotations

import pytest

from app.core.inert import clean, clean_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b]52;c;cm0gLXJm\x07b", "a]52;c;cm0gLXJmb"),
        ("a\x9b31mb", "a31mb"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\u200b\u2066b\ufeff", "ab"),
        ("a\udc80b", "ab"),
        ("two\r\nlines\u2028three\ttabs", "two\nlines\nthree tabs"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Löwenanteil – 3 €", "Löwenanteil – 3 €"),
    ],
)
def test_what_controls_hides_or_turns_text_around_is_taken_out(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_line_stays_a_line() -> None:
    assert clean_line(" two\nlines\t and\u2029more ") == "two lines and more"
