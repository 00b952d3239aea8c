"""Whether the computer is on its battery, and short of memory."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from app.system.power import Strength, look_at_strength


def refuse() -> Any:
    raise OSError


@pytest.mark.parametrize(
    ("battery", "is_on_battery"),
    [
        (lambda: SimpleNamespace(power_plugged=False), True),
        (lambda: SimpleNamespace(power_plugged=True), False),
        (lambda: SimpleNamespace(power_plugged=None), False),
        (lambda: None, False),
        (refuse, False),
    ],
)
def test_a_battery_counts_when_it_is_what_the_computer_runs_on(
    monkeypatch: pytest.MonkeyPatch, battery: Any, is_on_battery: bool
) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", battery, raising=False)
    assert look_at_strength().is_on_battery is is_on_battery


def test_memory_is_told_as_a_share_and_where_nobody_knows_there_is_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: None, raising=False)
    memory = SimpleNamespace(available=2, total=8)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory)
    assert look_at_strength() == Strength(False, 0.25)
    monkeypatch.setattr(psutil, "virtual_memory", refuse)
    assert look_at_strength() == Strength(False, 1.0)


def test_this_machine_says_how_it_is() -> None:
    assert 0 < look_at_strength().free <= 1
