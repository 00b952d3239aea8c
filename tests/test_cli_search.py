"""The command line's exact search."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli_view import View
from app.core.search.exact_wish import ExactFound
from app.core.types import Hit
from tests.test_cli_contract import HIT_KEYS, library, say, start

__all__ = ["library"]


def test_exact_words_are_listed_with_what_was_looked_at(library: Path) -> None:
    said = say(library, "search", "THE LEASE", "--exact")
    assert said.code == 0
    assert [(h["document"], h["page"], h["marked"]) for h in said.data["hits"]] == [
        ("lease.pdf", 1, "The lease"),
        ("lease.pdf", 2, "The lease"),
    ]
    assert said.data["hits"][0].keys() >= HIT_KEYS
    assert said.data["hits"][0]["boxes"]
    numbers = {k: said.data[k] for k in ("count", "documents", "pages", "pages_without_text")}
    assert numbers == {"count": 2, "documents": 1, "pages": 3, "pages_without_text": 0}


def test_a_pattern_is_found_on_the_pages_and_in_the_documents_that_are_named(library: Path) -> None:
    pattern = ("search", r"EUR [\d., ]*\d", "--pattern")
    assert [h["marked"] for h in say(library, *pattern).data["hits"]] == [
        "EUR 1.250,00",
        "EUR 84 300",
    ]
    assert say(library, *pattern, "--pages", "1").data["count"] == 1
    assert say(library, *pattern, "--in", "lease.pdf").data["count"] == 1
    assert say(library, *pattern, "-k", "1").data["count"] == 2


@pytest.mark.parametrize(
    "words",
    [
        ("(x", "--pattern"),
        ("", "--exact"),
        ("x", "--exact", "--pages", "3-2"),
        ("x", "--exact", "--pages", "two"),
        ("x", "--pages", "2"),
        ("x", "--exact", "--in", "nowhere.pdf"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(library: Path, words: tuple[str, ...]) -> None:
    said = say(library, "search", *words)
    assert (said.code, said.data["error"][-1]) == (1, ".")


def test_a_question_is_searched_for_in_the_documents_that_are_named(library: Path) -> None:
    said = say(library, "search", "How much is it?", "--in", "roof.pdf")
    assert {hit["document"] for hit in said.data["hits"]} == {"roof.pdf"}


def test_people_read_how_many_places_and_pages_there_were(
    capsys: pytest.CaptureFixture[str],
) -> None:
    hit = Hit(1, "lease.pdf", "/lease.pdf", 2, 1.0, "[b]The[/] lease", 0, 3)
    View(quiet=False).places(ExactFound((hit,), 1_200, 1, 30, 2))
    assert capsys.readouterr().out.splitlines() == [
        "lease.pdf, page 2",
        "   [b]The[/] lease",
        "1,200 places in 1 document, 1 of them shown. Looked at 30 pages.",
        "2 pages without text could not be searched.",
    ]


def test_a_question_for_everything_is_answered_with_a_list_and_what_was_looked_at(
    library: Path,
) -> None:
    said = say(library, "ask", "--all", "leases")
    listing = said.data["listing"]
    assert (listing["items"], listing["pages"], listing["matched"]) == (2, 3, 2)
    assert said.data["sentences"][0]["text"] == "2 found."
    assert all(s["citations"] for s in said.data["sentences"][listing["first"] :])
    assert said.data["model"] == ""


def test_people_read_what_was_looked_at_for_a_list(library: Path) -> None:
    said = start(library, "ask", "--all", "rent", "--in", "lease.pdf")
    assert "Looked for it on 2 pages of 1 document: 1 place on 1 page." in said.out
