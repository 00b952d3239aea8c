"""Pages are cut into what a sentence can rest on: sentences, items of lists, rows of tables."""

from __future__ import annotations

import time

from app.core.grounding.passages import Passage, passages_of
from app.core.types import Hit
from tests.core.library import page_of

TABLE = """The accounts were closed on 31 March 2026. All amounts are in thousands of euros.
EUR thousand 2025 2024
Operating income
Medical fees 52,318 49,907
Proceeds from the sale of the old
laundry building
1,065 142
Result (940) 2,120"""
STAFF = """21 of them are nurses. Category Headcount 2025 FTE 2025 Headcount 2024
Nurses and care assistants 742 601.2 731
Physicians 148 121.5 142"""
LIST = """The council approves a lease on these terms:
a) it runs for nine years from 1 September 2026
until 31 August 2035;
b) the rent is EUR 650 a month;
c) the deposit is EUR 1,300."""


def passages(text: str) -> list[Passage]:
    page = page_of(text)
    hit = Hit(1, "report.pdf", "report.pdf", 1, 1.0, text, 0, len(text))
    return passages_of([hit], lambda _document, _number: page)


def row(text: str, label: str) -> Passage:
    (found,) = (p for p in passages(text) if p.is_row and p.label.startswith(label))
    return found


def test_a_row_knows_the_year_the_unit_and_the_scale_of_its_figures() -> None:
    fees = row(TABLE, "Medical fees").said.figures
    assert [sorted(figure.years) for figure in fees] == [[2025], [2024]]
    assert {(figure.amount.unit, figure.amount.scale) for figure in fees} == {("eur", 3)}


def test_columns_of_the_same_year_are_told_from_the_one_of_another() -> None:
    nurses = row(STAFF, "Nurses").said.figures
    years = [sorted(f.years) for f in nurses if f.amount.value in (742, 731) and f.years]
    assert years == [[2025], [2024]]
    assert "headcou" in row(STAFF, "Nurses").heads


def test_figures_on_a_line_of_their_own_belong_to_the_line_before() -> None:
    found = row(TABLE, "laundry building")
    assert found.text == "laundry building 1,065 142"


def test_figures_in_brackets_are_figures_of_the_row() -> None:
    loss, gain = row(TABLE, "Result").said.figures
    assert (loss.amount.is_negative, gain.amount.is_negative) == (True, False)


def test_items_of_a_list_are_passages_of_their_own() -> None:
    texts = [p.text for p in passages(LIST)]
    assert "b) the rent is EUR 650 a month;" in texts
    assert "a) it runs for nine years from 1 September 2026 until 31 August 2035;" in texts


def test_a_passage_lies_where_its_characters_are() -> None:
    for passage in passages(TABLE):
        raw = passage.page.text[passage.start : passage.end]
        assert " ".join(raw.split()) == passage.text


def test_two_hits_that_overlap_give_each_row_once() -> None:
    page = page_of(TABLE)
    hits = [Hit(1, "a.pdf", "a.pdf", 1, 1.0, "", start, len(TABLE)) for start in (0, 40)]
    rows = [p for p in passages_of(hits, lambda _document, _number: page) if p.is_row]
    assert len(rows) == len({p.start for p in rows})


def test_a_page_made_to_be_slow_to_cut_is_cut_at_once() -> None:
    nasty = "\n".join(("1 " * 150, "$ " * 150, "2024 " * 60, "(" * 300, "1.1." * 75, "A-1/" * 75))
    started = time.process_time()
    passages(nasty * 5)
    assert time.process_time() - started < 5


BOARD = """Member Role Mandate ends
Ada Lune Chair 31 May 2028
Dr Ben Haas Vice-chair, medical council 31 May 2027
Cleo Maas Treasurer, audit
committee 31 May 2029"""


def test_rows_of_words_are_passages_of_their_own_and_their_heads_are_none() -> None:
    texts = [p.text for p in passages(BOARD)]
    assert "Ada Lune Chair 31 May 2028" in texts
    assert "Cleo Maas Treasurer, audit committee 31 May 2029" in texts
    assert not any("Member" in text for text in texts)
    (ada,) = (p for p in passages(BOARD) if p.text.startswith("Ada"))
    assert "mandat" in ada.heads
