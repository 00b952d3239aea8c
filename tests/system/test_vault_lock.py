"""One program at a time on a vault."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.errors import VaultError
from app.system.paths import Paths
from app.system.vault_lock import Holder, Role, VaultInUse, VaultLock, Waiting, holder_of
from app.wiring import open_vault

HOLDING = """
import sys
from pathlib import Path
from app.system.vault_lock import Holder, Role, VaultInUse, VaultLock, Waiting, holder_of
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
    paths.catalog.mkdir(parents=True)
    with pytest.raises(VaultError):
        open_vault(paths, fakes=True)
    VaultLock(paths.vault).release()


@pytest.mark.parametrize("text", ["1 window", "4294967296", "x" * 99, "-7 window", "\udcff", ""])
def test_a_file_that_nobody_holds_is_no_lock_whatever_it_says(tmp_path: Path, text: str) -> None:
    (tmp_path / "lock").write_text(text, "utf-8", "surrogateescape")
    assert holder_of(tmp_path) is None
    VaultLock(tmp_path).release()


def test_who_holds_a_vault_is_told_and_nothing_else_of_what_the_file_says(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path, Role.WINDOW)
    assert holder_of(tmp_path) == Holder(os.getpid(), Role.WINDOW)
    (tmp_path / "lock").write_text("1 \x1b[31mroot")
    assert holder_of(tmp_path) == Holder()
    lock.release()
    assert holder_of(tmp_path) is None


def test_a_wait_ends_when_the_vault_is_free(tmp_path: Path) -> None:
    locks = [VaultLock(tmp_path)]
    told: list[VaultInUse] = []
    waiting = Waiting(60, told.append, lambda: locks.pop().release())
    waiting.until_free(lambda: VaultLock(tmp_path)).release()
    assert [error.holder.process for error in told] == [os.getpid()]


def test_nobody_waits_longer_than_wanted(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path)
    with pytest.raises(VaultInUse):
        Waiting(0, lambda _: pytest.fail("waits")).until_free(lambda: VaultLock(tmp_path))
    lock.release()
