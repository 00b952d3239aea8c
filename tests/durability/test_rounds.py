"""A process that is killed, or whose disk fails it, loses nothing and leaves nothing half done."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("calls are watched with Linux' seccomp", allow_module_level=True)

from tests.durability.acts import ACTS
from tests.durability.rounds import DISASTERS

FAULTS = [name for name in DISASTERS if name != "kills"]


def played(rounds: int, disaster: str, seed: int) -> dict[str, Any]:
    """What came of the rounds, in a process of their own: it forks, and must have one thread."""
    command = [sys.executable, "-m", "tests.durability.rounds", str(rounds)]
    ended = subprocess.run(
        [*command, "--seed", str(seed), "--with", disaster],
        cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


@pytest.mark.slow
def test_300_kills_lose_nothing() -> None:
    tally = played(300, "kills", seed=6)
    assert tally["losses"] == []
    assert tally["rounds"] == 300
    assert tally["hits in all"] > 240
    assert tally["hits"].keys() == {act.name for act in ACTS}


@pytest.mark.slow
@pytest.mark.parametrize("disaster", FAULTS)
def test_a_disk_that_refuses_is_told_and_loses_nothing(disaster: str) -> None:
    tally = played(16, disaster, seed=7)
    assert tally["losses"] == []
    assert tally["told"]


@pytest.mark.release
@pytest.mark.parametrize("disaster", DISASTERS)
def test_many_more_rounds_lose_nothing(disaster: str) -> None:
    assert played(400, disaster, seed=8)["losses"] == []
