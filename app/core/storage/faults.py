"""What a disk does to a program, as sentences: full, write-protected, failing, gone.

Owns which errors of SQLite and of the system mean that; everything else stays what it is.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from pathlib import Path

from app.core.errors import DiskFull, VaultError

_KEPT = "Nothing that was finished is lost."
_FULL = (sqlite3.SQLITE_FULL,)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
_FAILING = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL)
_GONE = (sqlite3.SQLITE_CANTOPEN,)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)
_UNPLUGGED = (errno.EIO, errno.ENODEV, errno.ENXIO, getattr(errno, "ESTALE", errno.EIO))


LEFT_FOR_OTHERS = 16_000_000
"""Bytes of a disk that are never asked for: the system and other programs want to go on, too."""

_LEAST = 100_000
"""Bytes without which SQLite cannot even begin."""


def require_room(folder: Path, size: int) -> None:
    """DiskFull unless `size` bytes more fit on the disk of `folder`, and some are left."""
    if shutil.disk_usage(folder).free < size + LEFT_FOR_OTHERS:
        raise full()


def refused(folder: Path, error: OSError) -> VaultError:
    """The sentence for a folder in which the system does not let us write."""
    return fault_of(error) or VaultError(
        f"Nothing can be kept in {folder}: {error.strerror}.",
        "Let Strongroom write there, or choose another folder.",
    )


def fault_of(error: BaseException, folder: Path | None = None) -> VaultError | None:
    """The sentence for a fault of the disk; None when `error` is anything else.

    With the `folder` that was written in, a full disk is known where SQLite only says “I/O error”.
    """
    found = None
    if isinstance(error, sqlite3.Error):
        found = _of_database(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    elif isinstance(error, OSError):
        found = _of_system(error.errno)
    return full() if found and folder and _is_full(folder) else found


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LEAST
    except OSError:
        return False


def _of_database(code: int) -> VaultError | None:
    if code in _FULL:
        return full()
    if code in _READ_ONLY:
        return read_only()
    if code in _FAILING:
        return _failing()
    if code in _GONE:
        return VaultError(
            "The catalogue of this vault cannot be opened.",
            f"{_KEPT} Check that its folder is there, and that Strongroom may write in it.",
        )
    if code in _BUSY:
        return VaultError("Another program holds this vault's file.", f"{_KEPT} Close that one.")
    return None


def _of_system(number: int | None) -> VaultError | None:
    if number in _NO_ROOM:
        return full()
    if number == errno.EROFS:
        return read_only()
    if number in _UNPLUGGED:
        return _failing()
    return None


def full() -> DiskFull:
    return DiskFull(
        "The disk is full.", f"{_KEPT} Make room, then do it again: it goes on where it was."
    )


def read_only() -> VaultError:
    return VaultError(
        "Nothing can be written here: the disk or the folder is read-only.",
        f"{_KEPT} Let Strongroom write there, or choose another vault.",
    )


def _failing() -> VaultError:
    return VaultError(
        "The disk does not read or write as it should.",
        f"{_KEPT} Check that it is connected and sound, then do it again.",
    )
