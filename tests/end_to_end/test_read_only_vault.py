"""A vault on a disk that cannot be written is opened to be asked; nothing is written in it."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.core.control import Control
from app.core.errors import VaultError
from app.core.events import tell_nobody
from app.engine import messages as m
from app.engine.handlers import Handlers
from app.system.paths import INSTALLATION, Paths, find_paths
from app.system.vault_lock import VaultInUse, VaultLock
from app.wiring import OpenVault, open_vault
from tests.gui.scripted_content import make_lockdown
from tests.pdfs import write_pdf

QUESTION = "How much is the monthly rent?"
LEASE = "The monthly rent of the station is 900 euros."


@pytest.fixture
def made(paths: Paths, tmp_path: Path) -> Paths:
    """A vault with a document, closed."""
    path = write_pdf(tmp_path / "lease.pdf", LEASE)
    with open_vault(paths, fakes=True) as vault:
        vault.services.index([path], False, tell_nobody, Control())
    return paths


@pytest.fixture
def read_only(made: Paths, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenVault]:
    """The vault as a system shows it whose disk refuses every writing."""
    refuse_writing(monkeypatch, made.vault)
    with open_vault(made, fakes=True) as vault:
        yield vault


def refuse_writing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    opened = os.open

    def open_to_read(path: Any, flags: int, *more: Any, **named: Any) -> int:
        inside = isinstance(path, str | Path) and Path(path).is_relative_to(folder)
        if inside and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
        return opened(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", open_to_read)


def content_of(folder: Path) -> dict[str, tuple[int, bytes]]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(f.relative_to(folder)): (f.stat().st_mtime_ns, f.read_bytes()) for f in files}


def test_it_is_asked_and_searched_and_nothing_in_it_changes(
    made: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content_of(made.vault)
    refuse_writing(monkeypatch, made.vault)
    with open_vault(made, fakes=True) as vault:
        services = vault.services
        assert services.search(QUESTION, 3, None, tell_nobody).hits
        answer = services.ask(QUESTION, (), None, tell_nobody, Control())
        assert "900" in answer.answer
        assert services.chats.open(services.chats.add_turn(None, answer, "1", "")).turns
    assert content_of(made.vault) == before


def test_whatever_would_change_it_is_refused_with_a_sentence(
    read_only: OpenVault, tmp_path: Path
) -> None:
    services = read_only.services
    number = services.catalog.documents()[0].id
    before = content_of(read_only.paths.vault)
    for work in (
        lambda: services.index([tmp_path], False, tell_nobody, Control()),
        lambda: services.read_again(number, "", tell_nobody, Control()),
        lambda: services.remove([number]),
        lambda: services.rebuild(tell_nobody, Control()),
        lambda: services.chats.keep(True),
    ):
        with pytest.raises(VaultError, match="read-only"):
            work()
    assert content_of(read_only.paths.vault) == before
    assert services.search(QUESTION, 3, None, tell_nobody).hits


def test_the_window_is_told(read_only: OpenVault) -> None:
    handlers = Handlers(read_only, make_lockdown())
    assert handlers.get_library(m.GetLibrary(), tell_nobody, Control()).is_read_only


def test_it_is_refused_while_somebody_writes_in_it(
    made: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = VaultLock(made.vault)
    refuse_writing(monkeypatch, made.vault)
    with pytest.raises(VaultInUse, match=f"process {os.getpid()}"):
        open_vault(made, fakes=True)
    lock.release()


def test_one_that_was_not_closed_is_refused_for_its_newest_part_would_be_missing(
    made: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = made.catalog.with_name(f"{made.catalog.name}-wal")
    with closing(sqlite3.connect(made.catalog)) as writing:
        writing.execute("INSERT INTO choices VALUES ('any', 'thing')")
        writing.commit()
        shutil.copy(log, made.home)
    shutil.copy(made.home / log.name, log)
    refuse_writing(monkeypatch, made.vault)
    with pytest.raises(VaultError, match="newest part"):
        open_vault(made, fakes=True)


def test_a_folder_that_cannot_be_written_and_holds_no_vault_is_refused(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths.vault.mkdir(parents=True)
    refuse_writing(monkeypatch, paths.vault)
    with pytest.raises(VaultError, match="read-only"):
        open_vault(paths, fakes=True)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="mounts as only Linux does")
def test_a_real_read_only_disk_is_asked_from_the_command_line(made: Paths, tmp_path: Path) -> None:
    mounting = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'
    apart = ["unshare", "--map-root-user", "--mount", "sh", "-c", mounting, "sh", str(made.vault)]
    if subprocess.run([*apart, "true"], capture_output=True).returncode:
        pytest.skip("this machine does not let us mount")
    other = find_paths(tmp_path / "other home", made.vault)
    program = [sys.executable, "-m", "app", "--fakes", "--home", str(other.home), "--vault"]

    def say(*words: str) -> subprocess.CompletedProcess[str]:
        command = [*apart, *program, str(made.vault), *words]
        return subprocess.run(
            command, cwd=INSTALLATION, capture_output=True, text=True, timeout=120
        )

    before = content_of(made.vault)
    asked = say("ask", QUESTION)
    assert (asked.returncode, "900 euros" in asked.stdout) == (0, True), asked.stderr
    removed = say("remove", "lease.pdf")
    assert removed.returncode == 1
    assert "read-only" in removed.stderr
    assert content_of(made.vault) == before
