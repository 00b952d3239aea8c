"""Words are found on the pages of a document as a person would find them."""

from __future__ import annotations

import pytest

from app.core.control import Control
from app.core.errors import Cancelled
from app.core.search import page_search
from app.core.search.page_search import Match, find_in_pages


def found(words: str, text: str) -> list[str]:
    matches = find_in_pages(words, [(1, text)], Control())
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("DÉLAI", "un delai, des délais", ["delai", "délai"]),
        ("strasse", "Große Straße, Strasse", ["Straße", "Strasse"]),
        ("office", "the o\ufb03ce is open", ["o\ufb03ce"]),
        ("resume", "re\u0301sume\u0301", ["re\u0301sume"]),
        ("waiting time", "waiting \n time, waiting  time", ["waiting \n time", "waiting  time"]),
        ("document", "a docu-\nment, docu- \n  ment", ["docu-\nment", "docu- \n  ment"]),
        ("document", "docu\u00adment", ["docu\u00adment"]),
        ("document", "docu ment, docu-ment", []),
        ("well-known", "well-\nknown, well\u2011known", ["well-\nknown", "well\u2011known"]),
        ("1.250,00 (net)", "costs 1.250,00 (net)", ["1.250,00 (net)"]),
        ("a.c", "abc", []),
        ("  ", "text", []),
        ("\u0301", "text", []),
    ],
)
def test_words_are_found_whatever_their_accents_case_and_lines(
    words: str, text: str, expected: list[str]
) -> None:
    assert found(words, text) == expected


def test_matches_come_in_order_with_their_pages() -> None:
    pages = [(2, "one two one"), (5, "none")]
    first, second, third = find_in_pages("one", pages, Control())
    assert (first, second.page, second.start) == (Match(2, 0, 3, 0.0), 2, 8)
    assert (third.page, third.start, third.end, third.at) == (5, 1, 4, 0.25)


def test_there_is_an_end_to_what_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_search, "MOST_MATCHES", 3)
    assert len(find_in_pages("a", [(1, "aa"), (2, "aa")], Control())) == 3


def test_a_search_that_was_overtaken_ends() -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        find_in_pages("a", [(1, "a")], control)
