"""Damaged copies of good PDFs: all are read, or say in a sentence why not."""

from __future__ import annotations

import time

import pytest

from tests.security.fuzz import Plan, Tried, fuzz, good_files, table
from tests.security.mutations import MUTATIONS, mutated
from tests.security.outcomes import FINE, Ended, Outcome


def _all_end_well(count: int, seed: int) -> list[Tried]:
    plan = Plan(good_files(), count, seed)
    tried = fuzz(plan)
    assert len(tried) == count
    assert all(one.ended.outcome in FINE for one in tried), table(plan, tried, 0.0)
    return tried


@pytest.mark.slow
def test_three_hundred_damaged_copies_end_well() -> None:
    tried = _all_end_well(300, seed=4711)
    ended = {one.ended.outcome for one in tried}
    assert {Outcome.READ, Outcome.PARTLY, Outcome.FAILED} <= ended


@pytest.mark.release
def test_three_thousand_damaged_copies_end_well() -> None:
    _all_end_well(3_000, seed=int(time.time()))


def test_a_copy_is_damaged_and_the_same_seed_damages_it_the_same() -> None:
    files = good_files()
    copies = [mutated(files, f"1-{number}") for number in range(60)]
    assert copies == [mutated(files, f"1-{number}") for number in range(60)]
    assert sum(copy not in files for copy in copies) > 50
    assert len(MUTATIONS) > 10


def test_the_table_names_what_did_not_end_well() -> None:
    plan = Plan((b"",), 2, 7)
    tried = [Tried(0, Ended(Outcome.READ)), Tried(1, Ended(Outcome.SILENT, "", 2.0))]
    said = table(plan, tried, 3.0)
    assert "| read | 1 |" in said
    assert "seed 7" in said
    assert "NOT WELL: number 1" in said
