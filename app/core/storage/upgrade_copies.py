"""The copy of a catalogue that lies beside it while it is brought to a newer version."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path


def copy_of(path: Path, version: int) -> Path:
    """Where that of a catalogue of `version` is."""
    return path.with_name(f"{path.stem}.v{version}{path.suffix}")


def remove_copies(path: Path, version: int) -> None:
    """Of earlier versions, also those that a crash left: what is deleted must not live on there."""
    for earlier in range(1, version):
        with suppress(OSError):
            remove(copy_of(path, earlier))


def remove(file: Path) -> None:
    """With what SQLite wrote beside it when the copying was cut short."""
    for ending in ("-journal", "-wal", "-shm", ""):
        file.with_name(f"{file.name}{ending}").unlink(missing_ok=True)


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """All of the database in a file of its own, on the disk and whole before anything is changed.

    One that an earlier try left is replaced: the catalogue itself is the one that is right.
    """
    remove(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(path)) as copied:
        connection.backup(copied)
        if copied.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the copy is not whole")
