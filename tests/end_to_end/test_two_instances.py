"""A second start on the same vault hands over what it was given, and ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from app.system.paths import INSTALLATION, Paths
from app.system.vault_lock import Role, VaultLock, holder_of
from tests.deadlines import PATIENCE, wait_until
from tests.pdfs import write_pdf
from tests.security.window_driver import in_catalog

pytestmark = pytest.mark.slow


def command(paths: Paths, *more: str) -> list[str]:
    return [sys.executable, "-m", "app", "--fakes", "--home", str(paths.home), *more]


def environment() -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def window(paths: Paths) -> Iterator[subprocess.Popen[bytes]]:
    """A window that has the vault and watches for second starts."""
    started = subprocess.Popen(command(paths), cwd=INSTALLATION, env=environment())
    wait_until(lambda: role_of(paths) is Role.WINDOW and (paths.home / "requests").exists())
    yield started
    family = [started.pid, *(child.pid for child in psutil.Process(started.pid).children(True))]
    started.terminate()
    started.wait(20)
    wait_until(lambda: not any(psutil.pid_exists(process) for process in family))


def role_of(paths: Paths) -> Role | None:
    holder = holder_of(paths.vault)
    return holder.role if holder else None


def test_the_window_takes_what_a_second_start_was_given(
    window: subprocess.Popen[bytes], paths: Paths, tmp_path: Path
) -> None:
    write_pdf(tmp_path / "lease.pdf", "The monthly rent is 900 euros.")
    second = subprocess.run(
        command(paths, "lease.pdf"),
        cwd=tmp_path,
        env=environment() | {"PYTHONPATH": str(INSTALLATION)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (second.returncode, second.stderr) == (0, "")
    assert "open already" in second.stdout
    wait_until(lambda: in_catalog(paths, "SELECT count(*) FROM documents") == 1)
    assert window.poll() is None


def test_a_command_says_at_once_which_window_has_the_vault(
    window: subprocess.Popen[bytes], paths: Paths
) -> None:
    holder = holder_of(paths.vault)
    assert holder
    assert psutil.Process(holder.process).ppid() == window.pid
    listed = subprocess.run(
        command(paths, "list"), cwd=INSTALLATION, capture_output=True, text=True, timeout=PATIENCE
    )
    assert listed.returncode == 1
    assert f"(process {holder.process}" in " ".join(listed.stderr.split())


def test_a_command_waits_for_another_one(paths: Paths) -> None:
    paths.vault.mkdir(parents=True)
    lock = VaultLock(paths.vault)
    waiting = subprocess.Popen(
        command(paths, "--wait", "60", "list"),
        cwd=INSTALLATION, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert waiting.stderr
    said = ""
    while "Waiting for it" not in said:
        said += waiting.stderr.read(1) or pytest.fail(said)
    lock.release()
    waiting.communicate(timeout=PATIENCE)
    assert waiting.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
def test_a_killed_window_leaves_no_lock(window: subprocess.Popen[bytes], paths: Paths) -> None:
    holder = holder_of(paths.vault)
    assert holder
    assert holder.process
    window.send_signal(signal.SIGKILL)
    wait_until(lambda: holder_of(paths.vault) is None)
    assert (paths.vault / "lock").read_text() == f"{holder.process} window"
    VaultLock(paths.vault).release()
