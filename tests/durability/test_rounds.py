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


def tally(program: str, *words: str) -> dict[str, Any]:
    """What a program prints, in a process of its own: it forks, and must have one thread."""
    command = [sys.executable, "-m", f"tests.durability.{program}", *words]
    root = Path(__file__).parents[2]
    ended = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, check=False)
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def played(rounds: int, disaster: str, seed: int) -> dict[str, Any]:
    return tally("rounds", str(rounds), "--seed", str(seed), "--with", disaster)


@pytest.mark.slow
def test_300_kills_lose_nothing() -> None:
    found = played(300, "kills", seed=6)
    assert found["losses"] == []
    assert found["rounds"] == 300
    assert found["hits in all"] > 240
    assert found["hits"].keys() == {act.name for act in ACTS}


@pytest.mark.slow
def test_a_kill_while_a_library_is_carried_leaves_all_of_it_or_nothing() -> None:
    found = tally("carrying", "12")
    assert found["losses"] == []
    assert found["kills"] == {"export": 12, "import": 12}


@pytest.mark.slow
@pytest.mark.parametrize("disaster", FAULTS)
def test_a_disk_that_refuses_is_told_and_loses_nothing(disaster: str) -> None:
    found = played(16, disaster, seed=7)
    assert found["losses"] == []
    assert found["told"]


@pytest.mark.release
@pytest.mark.parametrize("disaster", DISASTERS)
def test_many_more_rounds_lose_nothing(disaster: str) -> None:
    assert played(400, disaster, seed=8)["losses"] == []
