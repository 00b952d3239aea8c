"""How long indexing still takes, as it is told while it goes on."""

from __future__ import annotations

import pytest

from app.core import control as control_module
from app.core import forecast as forecast_module
from app.core.control import Control
from app.core.events import InHand
from app.core.forecast import Ahead, EmbeddingForecast, ReadingForecast, Stopwatch, cost_of


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(forecast_module, "time", clock)
    monkeypatch.setattr(control_module, "time", clock)
    return clock


NOTHING = Ahead()


def read(clock: Clock, ahead: Ahead = NOTHING) -> ReadingForecast:
    """Two documents of equal size, of which the first, of 100 pages, took ten seconds."""
    forecast = ReadingForecast({1: 1_000, 2: 1_000}, ahead, Stopwatch(Control()))
    forecast.follow(1, 100, 100)
    clock.now += 10
    forecast.finish(1, 200_000)
    return forecast


def test_a_document_that_is_not_open_yet_counts_by_its_size(clock: Clock) -> None:
    assert read(clock).seconds_left() == pytest.approx(10)
    assert read(clock).pages_per_second == pytest.approx(10)


def test_a_document_that_is_open_counts_by_its_pages(clock: Clock) -> None:
    forecast = read(clock)
    forecast.follow(2, 0, 30)
    assert forecast.seconds_left() == pytest.approx(3)
    assert forecast.in_hand() == (InHand(2, 0, 30),)


def test_reading_already_tells_how_long_embedding_will_take(clock: Clock) -> None:
    forecast = read(clock, Ahead(cost=100_000, speed=1_000))
    assert forecast.seconds_left() == pytest.approx(10 + (400_000 + 100_000) / 1_000)
    assert forecast.share() == pytest.approx(10 / (10 + 510))


def test_a_file_that_cannot_be_read_leaves_nothing_to_be_embedded(clock: Clock) -> None:
    forecast = read(clock, Ahead(speed=1_000))
    forecast.finish(2)
    assert forecast.seconds_left() == pytest.approx(200)


def test_nothing_is_guessed_from_a_moment(clock: Clock) -> None:
    forecast = ReadingForecast({1: 1_000}, Ahead(), Stopwatch(Control()))
    clock.now += 0.5
    forecast.follow(1, 1, 100)
    assert forecast.seconds_left() is None
    assert forecast.share() is None


def test_embedding_goes_on_from_the_pace_of_the_last_time(clock: Clock) -> None:
    forecast = EmbeddingForecast(100_000, 0.0, 1_000.0, Stopwatch(Control()))
    assert forecast.seconds_left() == pytest.approx(100)
    clock.now += 200
    forecast.note(50_000)
    assert 150 < (forecast.seconds_left() or 0) < 200


def test_a_pause_and_a_question_do_not_count(clock: Clock) -> None:
    control = Control()
    forecast = EmbeddingForecast(20_000, 0.0, 0.0, Stopwatch(control))
    clock.now += 10
    control.pause()
    clock.now += 1_000
    control.resume()
    with control.resting():
        clock.now += 1_000
    forecast.note(10_000)
    assert forecast.seconds_left() == pytest.approx(10)
    assert forecast.share() == pytest.approx(0.5)
    assert control.rested == 2_000


def test_many_small_chunks_cost_more_than_few_large_ones() -> None:
    assert cost_of(1_000, 10) > cost_of(1_000, 1)
