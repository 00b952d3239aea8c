"""The prompt's budget follows how fast this machine was seen to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.backends.fakes import FakeModel
from app.core import pace as pace_module
from app.core.control import Control
from app.core.errors import Cancelled
from app.core.events import DraftWritten, Event, PromptRead, PromptReading
from app.core.interfaces import Message, TokenCount, count_for_nobody
from app.core.pace import LEAST_BUDGET, PacedModel, ReadingPace
from app.system.paths import Paths
from tests.core.library import make_services, store


class SlowModel(FakeModel):
    """Reads 100 tokens in steps of 50, each of `seconds`, after `known` tokens."""

    def __init__(self, clock: Clock, seconds: float, known: int = 0, steps: int = 2) -> None:
        self._clock, self._seconds, self._known, self._steps = clock, seconds, known, steps

    def stream(
        self,
        _messages: Sequence[Message],
        _limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        on_read(self._known, self._known + 100)
        for step in range(1, self._steps + 1):
            self._clock.now += self._seconds
            on_read(self._known + 50 * step, self._known + 100)
        if self._steps < 2:
            raise Cancelled
        self._clock.now += 1_000
        yield "word", 1


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(pace_module, "time", clock)
    return clock


def pace_in(folder: Path, model: str = "model", seconds: float = 15.0) -> ReadingPace:
    return ReadingPace(folder / "pace.json", model, 60.0, lambda: seconds)


def read(model: FakeModel, pace: ReadingPace) -> list[Event]:
    events: list[Event] = []
    list(PacedModel(model, pace, events.append).stream([], 1, Control()))
    return events


def test_before_anything_was_read_the_estimate_counts(tmp_path: Path) -> None:
    assert pace_in(tmp_path).budget == 15 * 60


def test_a_prompt_that_was_read_sets_the_budget_of_the_next_one(
    tmp_path: Path, clock: Clock
) -> None:
    read(SlowModel(clock, 0.5), pace_in(tmp_path))
    assert pace_in(tmp_path).speed == 100.0
    assert pace_in(tmp_path).budget == 1_500
    assert pace_in(tmp_path, seconds=8.0).budget == 800
    assert pace_in(tmp_path, "another").speed == 60.0


def test_the_figure_follows_a_machine_that_gets_busy(tmp_path: Path, clock: Clock) -> None:
    read(SlowModel(clock, 0.5), pace_in(tmp_path))
    read(SlowModel(clock, 2.0), pace_in(tmp_path))
    assert 25 < pace_in(tmp_path).speed < 100
    for _ in range(12):
        read(SlowModel(clock, 2.0), pace_in(tmp_path))
    assert pace_in(tmp_path).speed == pytest.approx(25, rel=0.01)


def test_a_slow_machine_still_reads_one_passage(tmp_path: Path, clock: Clock) -> None:
    read(SlowModel(clock, 500.0), pace_in(tmp_path))
    assert pace_in(tmp_path).budget == LEAST_BUDGET


def test_a_reading_that_was_stopped_counts_too(tmp_path: Path, clock: Clock) -> None:
    for steps in (1, 2):
        with pytest.raises(Cancelled):
            read(SlowModel(clock, 50.0, known=10 * steps, steps=0), pace_in(tmp_path))
    assert pace_in(tmp_path).speed == 60.0
    pace = pace_in(tmp_path)
    pace.note(0, 64, 64.0)
    assert pace.speed == 1.0


def test_what_is_known_already_costs_nothing_once_it_was_known_three_times(
    tmp_path: Path, clock: Clock
) -> None:
    pace = pace_in(tmp_path)
    for _ in range(3):
        assert pace.budget in (900, 1_500)
        read(SlowModel(clock, 0.5, known=128), pace)
    assert pace.speed == 100.0
    assert pace.budget == 1_500 + 128


def test_reading_is_told_with_the_time_that_is_left(tmp_path: Path, clock: Clock) -> None:
    events = read(SlowModel(clock, 0.5), pace_in(tmp_path))
    assert events == [
        PromptReading(0, 100, 100 / 60),
        PromptReading(50, 100, 0.5),
        PromptReading(100, 100, 0.0),
    ]


def test_asking_tells_the_reading_and_notes_it(paths: Paths, tmp_path: Path) -> None:
    services = make_services(paths, pace=pace_in(tmp_path))
    store(services.catalog, "a.pdf", "The monthly rent of the station is 1,250 euros.")
    events: list[Event] = []
    services.ask("What is the monthly rent of the station?", (), None, events.append, Control())
    services.close()
    kinds = [type(event) for event in events]
    assert kinds.index(PromptRead) < kinds.index(PromptReading) < kinds.index(DraftWritten)


def test_a_prompt_keeps_within_what_can_be_read_in_time(paths: Paths, tmp_path: Path) -> None:
    def tokens(seconds: float) -> int:
        pace = ReadingPace(tmp_path / "pace.json", f"{seconds}", 100.0, lambda: seconds)
        services = make_services(paths, pace=pace)
        told: list[Event] = []
        question = "What is the monthly rent of the station?"
        services.ask(question, (), None, told.append, Control())
        services.close()
        return next(event.tokens for event in told if isinstance(event, PromptRead))

    services = make_services(paths)
    text = "The monthly rent of the station is 1,250 euros, and the tenant pays it. " * 60
    for number in range(4):
        store(services.catalog, f"{number}.pdf", f"Number {number}. {text}")
    services.close()
    assert tokens(3.0) <= LEAST_BUDGET < tokens(15.0) <= 1_500


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"model": "fast"}', '{"model": 1e999}', '{"model": true}', "\x00"]
)
def test_a_file_that_makes_no_sense_is_written_anew(
    tmp_path: Path, clock: Clock, content: str
) -> None:
    (tmp_path / "pace.json").write_text(content)
    assert pace_in(tmp_path).speed == 60.0
    read(SlowModel(clock, 0.5), pace_in(tmp_path))
    assert pace_in(tmp_path).speed == 100.0


def test_a_home_that_cannot_be_written_to_is_no_reason_not_to_answer(
    tmp_path: Path, clock: Clock
) -> None:
    assert read(SlowModel(clock, 0.5), pace_in(tmp_path / "missing"))
