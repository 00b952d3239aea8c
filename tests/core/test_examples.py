"""A vault's examples of good answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import UsageError
from app.core.examples import LONGEST, MOST, Examples
from app.core.prompt import Example
from app.core.storage.database import Database

ONE = Example("How long is the lease?", "The lease runs for nine years.", "Nine years.")


@pytest.fixture
def examples(tmp_path: Path) -> Examples:
    return Examples(Database(tmp_path / "catalog.sqlite3"))


def test_an_example_is_kept_until_it_is_removed(examples: Examples) -> None:
    number = examples.add(ONE)
    assert examples.all() == {number: ONE}
    examples.remove(number)
    assert examples.all() == {}


def test_there_are_few(examples: Examples) -> None:
    for _ in range(MOST):
        examples.add(ONE)
    with pytest.raises(UsageError, match="already"):
        examples.add(ONE)


@pytest.mark.parametrize("answer", ["", " ", "x" * LONGEST])
def test_an_example_is_whole_and_short(examples: Examples, answer: str) -> None:
    with pytest.raises(UsageError):
        examples.add(Example(ONE.question, ONE.quote, answer))


def test_what_is_not_there_cannot_be_removed(examples: Examples) -> None:
    with pytest.raises(UsageError, match="no example"):
        examples.remove(7)
