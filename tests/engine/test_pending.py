"""When and where to look: what happened is waited for until it is quiet."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.pending import LONGEST, MOST, Pending


class Clock:
    """A clock that stands until it is moved."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def is_file(path: Path) -> bool:
    return path.name != "gone"


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_path_is_looked_at_when_it_has_been_quiet(clock: Clock) -> None:
    pending = Pending(2.0, clock)
    pending.note(Path("/s/a"))
    assert (pending.take(is_file), pending.wait()) == ([], 2.0)
    clock.now += 1.5
    pending.note(Path("/s/a"))
    clock.now += 1.5
    assert (pending.take(is_file), pending.wait()) == ([], 0.5)
    clock.now += 0.5
    assert (pending.take(is_file), pending.wait()) == ([Path("/s/a")], None)


def test_one_file_that_is_still_being_written_holds_no_other_up(clock: Clock) -> None:
    pending = Pending(2.0, clock)
    pending.note(Path("/s/long"))
    pending.note(Path("/s/short"))
    clock.now += 1.9
    pending.note(Path("/s/long"))
    clock.now += 0.1
    assert pending.take(is_file) == [Path("/s/short")]


def test_what_is_gone_is_looked_at_together_with_what_has_come(clock: Clock) -> None:
    pending = Pending(2.0, clock)
    pending.note(Path("/s/came"))
    clock.now += 0.5
    pending.note(Path("/s/gone"))
    assert pending.take(is_file) == []
    clock.now += 1.5
    assert pending.take(is_file) == [Path("/s/came"), Path("/s/gone")]


def test_what_never_comes_to_rest_is_looked_at_in_the_end(clock: Clock) -> None:
    pending = Pending(2.0, clock)
    for _ in range(round(LONGEST)):
        pending.note(Path("/s/log"))
        clock.now += 1.0
    assert pending.take(is_file) == [Path("/s/log")]


def test_a_storm_becomes_a_look_at_its_folders(clock: Clock) -> None:
    pending = Pending(2.0, clock)
    for i in range(25 * MOST):
        pending.note(Path(f"/s/archive/part {i % 7}/page {i}.pdf"))
    clock.now += 2.0
    found = pending.take(is_file)
    assert len(found) <= MOST
    assert all(path.is_relative_to("/s/archive") for path in found)


def test_a_storm_in_many_folders_becomes_a_look_at_the_one_above(clock: Clock) -> None:
    pending = Pending(2.0, clock)
    for i in range(25 * MOST):
        pending.note(Path(f"/s/archive/case {i}/page.pdf"))
    clock.now += 2.0
    found = pending.take(is_file)
    assert len(found) <= MOST
    assert Path("/s/archive") in found
