"""One program at a time on a vault."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.errors import VaultError
from app.system.paths import Paths
from app.system.vault_lock import VaultLock
from app.wiring import open_vault

HOLDING = """
import sys
from pathlib import Path
from app.system.vault_lock import VaultLock
lock = VaultLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_vault_in_use_is_refused_and_the_other_process_is_named(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path)
    with pytest.raises(VaultError, match=f"process {os.getpid()}"):
        VaultLock(tmp_path)
    lock.release()
    VaultLock(tmp_path).release()


def test_another_vault_is_free(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    locks = VaultLock(tmp_path), VaultLock(tmp_path / "other")
    for lock in locks:
        lock.release()


def test_a_process_that_was_killed_leaves_no_lock_behind(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(VaultError, match=f"process {process.pid}"):
            VaultLock(tmp_path)
        process.kill()
    VaultLock(tmp_path).release()


def test_a_vault_that_cannot_be_opened_is_not_left_locked(paths: Paths) -> None:
    paths.vault.mkdir(parents=True)
    paths.catalog.write_bytes(b"no database " * 100)
    with pytest.raises(VaultError, match="damaged"):
        open_vault(paths, fakes=True)
    VaultLock(paths.vault).release()
