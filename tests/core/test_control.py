"""Work is paused and stopped by asking."""

from __future__ import annotations

import threading

import pytest

from app.core.control import Control
from app.core.errors import Cancelled
from tests.deadlines import wait_until


def test_work_goes_on_until_it_is_cancelled() -> None:
    control = Control()
    control.check()
    control.cancel()
    assert control.cancelled
    with pytest.raises(Cancelled):
        control.check()


def test_paused_work_waits_and_goes_on_when_it_is_resumed() -> None:
    control = Control()
    control.pause()
    passed = threading.Event()

    def work() -> None:
        control.check()
        passed.set()

    worker = threading.Thread(target=work)
    worker.start()
    assert control.paused
    assert not passed.wait(0.05)
    control.resume()
    wait_until(passed.is_set)
    worker.join()


def test_paused_work_can_be_cancelled() -> None:
    control = Control()
    control.pause()
    control.cancel()
    with pytest.raises(Cancelled):
        control.check()
    control.pause()
    assert not control.paused


def test_work_that_cannot_check_is_told_of_a_cancel_at_once() -> None:
    told: list[str] = []
    control = Control()
    control.when_cancelled(lambda: told.append("first"))
    control.when_cancelled(None)
    control.when_cancelled(lambda: told.append("second"))
    control.cancel()
    assert told == ["second"]


def test_who_asks_after_the_cancel_is_told_too() -> None:
    told: list[str] = []
    control = Control()
    control.cancel()
    control.when_cancelled(lambda: told.append("late"))
    assert told == ["late"]
