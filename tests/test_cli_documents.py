"""The commands `summarize` and `compare`, and the JSON that other programs may rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli_documents import ranges
from tests.pdfs import write_pdf
from tests.test_cli_contract import say

LEASE = (
    "The lease of the old station was granted to the rowing club of the town.",
    "The monthly rent of the station is EUR 1.250,00.\n\nThe lease runs for nine years.",
)
DRAFT = ("The monthly rent of the station is EUR 1.300,00.\n\nThe lease of the station is new.",)
QUESTION = "What is the monthly rent of the station?"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library holds two documents that contradict each other."""
    folder = tmp_path / "documents"
    folder.mkdir()
    write_pdf(folder / "lease.pdf", *LEASE)
    write_pdf(folder / "draft.pdf", *DRAFT)
    assert say(tmp_path / "home", "index", str(folder)).code == 0
    return tmp_path / "home"


def test_a_summary_is_told_with_its_pages_and_citations(home: Path) -> None:
    said = say(home, "summarize", "lease.pdf").data
    assert said["pages_read"] == [{"document": "lease.pdf", "pages": [1, 2], "of": 2}]
    assert (said["depth"], said["language"], said["pieces"]) == ("quick", "English", 1)
    assert said["answer"]
    cited = [c for sentence in said["sentences"] for c in sentence["citations"]]
    assert {c["page"] for c in cited} == {1, 2}
    assert all(c["document"] == "lease.pdf" and c["boxes"] for c in cited)
    assert said["seconds"] >= 0


def test_pages_and_depth_can_be_chosen(home: Path) -> None:
    said = say(home, "summarize", "lease.pdf", "--pages", "2", "--thorough").data
    assert said["pages_read"][0]["pages"] == [2]
    assert said["depth"] == "thorough"
    assert say(home, "summarize", "lease.pdf", "--pages", "2-").data["pages_read"][0]["pages"] == [
        2
    ]


def test_what_cannot_be_summarised_is_a_known_error(home: Path) -> None:
    for arguments in (
        ("lease.pdf", "--pages", "3-9"),
        ("lease.pdf", "--pages", "two"),
        ("lease.pdf", "--language", "xx"),
        ("nothing.pdf",),
    ):
        said = say(home, "summarize", *arguments)
        assert said.code == 1
        assert said.data["error"]


def test_a_comparison_names_the_contradiction_with_both_sources(home: Path) -> None:
    said = say(home, "compare", QUESTION, "lease.pdf", "draft.pdf").data
    assert [one["document"] for one in said["answers"]] == ["lease.pdf", "draft.pdf"]
    (finding,) = [found for found in said["findings"] if found["kind"] == "differ"]
    assert finding["about"] == "amount"
    assert [(v["document"], v["value"]) for v in finding["values"]] == [
        ("lease.pdf", "EUR 1.250,00"),
        ("draft.pdf", "EUR 1.300,00"),
    ]
    assert [v["citation"]["page"] for v in finding["values"]] == [2, 1]


def test_one_document_cannot_be_compared(home: Path) -> None:
    said = say(home, "compare", QUESTION, "lease.pdf")
    assert (said.code, "compared" in said.data["error"]) == (1, True)


def test_pages_in_a_row_are_said_as_a_range() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"
