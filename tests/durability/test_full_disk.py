"""A disk that is really full: told, nothing lost, and all goes on once there is room."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION

NAMESPACE = ["unshare", "-rm"]


def can_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    tried = [*NAMESPACE, "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
def test_on_a_disk_without_room_nothing_is_lost_and_all_goes_on_later(tmp_path: Path) -> None:
    if not can_mount():
        assert "CI" not in os.environ, "no disk can be made here"
        pytest.skip("no disk can be made here: it needs Linux and the right to mount")
    program = [sys.executable, "-m", "tests.durability.on_full_disk", str(tmp_path)]
    done = subprocess.run(
        [*NAMESPACE, *program], cwd=INSTALLATION, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["before"][1]["documents"] == 1
    for when in ("full", "nearly full"):
        code, told = found[when]
        assert (code, told["error"]) == (1, "The disk is full.")
        assert "Nothing that was finished is lost" in told["hint"]
    assert found["search"][0] == 0
    assert found["after"][1]["documents"] == 2
    assert found["check"] == [0, {"problems": []}]
