"""One program at a time on a vault. Held by the operating system, so it cannot be left behind."""

from __future__ import annotations

import errno
import os
import re
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.core.errors import VaultError
from app.core.storage.faults import refused


class Role(StrEnum):
    """What holds a vault."""

    WINDOW = "window"
    COMMAND = "command"


T = TypeVar("T")

PATIENCE = {Role.COMMAND: 5.0, Role.WINDOW: 0.5, None: 0.5}
"""Seconds that are waited for who holds a vault: a window may stay open all day."""
_TRY_AGAIN = 0.1
_LONGEST = 40
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


@dataclass(frozen=True)
class Holder:
    """The process that holds a vault, as far as it is known: the text may be anybody's."""

    process: int | None = None
    role: Role | None = None

    def __str__(self) -> str:
        return f"process {self.process or 'unknown'}"


class VaultInUse(VaultError):
    """Another process holds the vault."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(
            f"This vault is in use by another Strongroom ({holder}).",
            "Close that one, or choose another vault with --vault.",
        )
        self.holder = holder


class VaultLock:
    """Taken when made; released by `release` or when the process ends, however it ends."""

    def __init__(self, vault: Path, role: Role = Role.COMMAND) -> None:
        """Raises VaultInUse, and OSError where no lock can be kept."""
        self._file = os.open(vault / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            take_lock(self._file)
        except OSError as error:
            holder = _holder(os.read(self._file, _LONGEST))
            os.close(self._file)
            raise VaultInUse(holder) from error
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{os.getpid()} {role}".encode())

    def release(self) -> None:
        os.close(self._file)


class ReadLock:
    """For a vault in which no lock can be written: keeps out nobody but who would write in it."""

    def __init__(self, vault: Path) -> None:
        """Raises VaultInUse while somebody writes in the vault."""
        self._file: int | None = None
        try:
            self._file = os.open(vault / "lock", os.O_RDONLY)
        except OSError:  # never opened, or not for us: nobody who writes is known
            return
        try:
            _share(self._file)
        except OSError as error:
            holder = _holder(os.read(self._file, _LONGEST))
            self.release()
            raise VaultInUse(holder) from error

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None


def lock_vault(vault: Path, catalog: Path, role: Role) -> VaultLock | ReadLock:
    """Makes the folder if it is missing. One with a catalogue that cannot be written is read.

    Raises VaultInUse, and VaultError where neither can be done.
    """
    try:
        vault.mkdir(parents=True, exist_ok=True)
        with suppress(PermissionError):  # a drive that knows no permissions
            vault.chmod(0o700)
        return VaultLock(vault, role)
    except OSError as error:
        if error.errno in _READ_ONLY and os.access(catalog, os.R_OK):
            return ReadLock(vault)
        raise refused(vault, error) from error


def holder_of(vault: Path) -> Holder | None:
    """Who holds a vault; None when nobody does, or there is none."""
    try:
        file = os.open(vault / "lock", os.O_RDWR)
    except OSError:
        return None
    try:
        take_lock(file)
    except OSError:
        return _holder(os.read(file, _LONGEST))
    finally:
        os.close(file)
    return None


@dataclass(frozen=True)
class Waiting:
    """How long to wait for a vault that is in use, and whom to tell.

    Without `patience` (seconds) it depends on who holds the vault. `check` may end the waiting.
    """

    patience: float | None = None
    tell: Callable[[VaultInUse], None] = lambda _error: None
    check: Callable[[], None] = lambda: None

    def until_free(self, take: Callable[[], T]) -> T:
        """What `take` gives; VaultInUse when the vault is not free in time."""
        started = time.monotonic()
        told = False
        while True:
            try:
                return take()
            except VaultInUse as error:
                patience = self.patience
                if patience is None:
                    patience = PATIENCE[error.holder.role]
                if time.monotonic() - started >= patience:
                    raise
                if not told:
                    self.tell(error)
                told = True
            self.check()
            threading.Event().wait(_TRY_AGAIN)


def _holder(text: bytes) -> Holder:
    found = re.fullmatch(rb"([1-9][0-9]{0,9})(?: (window|command))?\s*", text)
    if found is None:
        return Holder()
    return Holder(int(found[1]), Role(found[2].decode()) if found[2] else None)


if os.name == "nt":
    import msvcrt

    def take_lock(file: int) -> None:
        """Lock a byte far behind the text, which must stay readable for others."""
        os.lseek(file, 1_000, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        os.lseek(file, 0, os.SEEK_SET)

    _share = take_lock

else:
    import fcntl

    def take_lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _share(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
