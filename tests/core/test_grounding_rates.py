"""Right sentences of the sample documents are supported, and changed ones are caught."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from app.core.types import Support
from tests.benchmarks.grounding import books_in, verdict
from tests.benchmarks.grounding_set import cases_of

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
MOST, SEED = 16, 3

Counts = dict[str, Counter[Support]]


@pytest.fixture(scope="module")
def counts() -> Counts:
    found: Counts = {}
    for book in books_in(SAMPLES, None):
        for case in cases_of(book, MOST, SEED):
            kind = f"{'right' if case.is_right else 'wrong'} {case.kind}"
            support = verdict(case, book.pages, book.name, None)
            found.setdefault(kind, Counter())[support] += 1
    return found


def share(counts: Counts, start: str, support: Support) -> float:
    chosen = [counter for kind, counter in counts.items() if kind.startswith(start)]
    total = sum(counter.total() for counter in chosen)
    assert total >= 20
    return sum(counter[support] for counter in chosen) / total


@pytest.mark.slow
def test_at_most_one_right_sentence_of_twenty_is_unsupported(counts: Counts) -> None:
    assert share(counts, "right", Support.UNSUPPORTED) <= 0.05
    assert share(counts, "right", Support.SUPPORTED) >= 0.93


@pytest.mark.slow
@pytest.mark.parametrize("change", ["figure", "name", "year", "unit", "denied"])
def test_nineteen_changed_sentences_of_twenty_are_unsupported(counts: Counts, change: str) -> None:
    assert share(counts, f"wrong {change}", Support.UNSUPPORTED) >= 0.95
