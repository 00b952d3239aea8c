"""Generations of the vector store: their folders, and what the catalogue says of each.

A generation is derived and disposable. It is opened only if this home made it, nothing was writing
or opening it when its process died, and every byte of its files is still the same. Owns no vectors.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from app.core.forgetting.erasing import erase
from app.core.storage.database import Database


@dataclass(frozen=True)
class Place:
    """The folder of the generations, and who made those that may be opened.

    A generation is read by native code: one that another home, machine or version of the store
    made is never opened.
    """

    folder: Path
    owner: str
    busy: threading.RLock = field(default_factory=threading.RLock, compare=False, repr=False)
    """Held by whoever writes, opens or removes a generation here."""


@dataclass(frozen=True)
class Generation:
    """Vectors with ids up to `last`, `size` of them, in a folder whose files have a `sum`."""

    number: int
    folder: Path
    last: int = 0
    size: int = 0
    sum: str = ""


class Generations:
    """Those of one embedder in one vault. Callers hold `Place.busy`."""

    def __init__(self, database: Database, place: Place, embedder: str) -> None:
        self._database = database
        self._place = place
        self._embedder = embedder

    def current(self) -> Generation | None:
        """The newest one that may be opened, if its folder is there."""
        row = self._database.row(
            """SELECT id, folder, last_vector, size, sum FROM generations
               WHERE state = 'ready' AND embedder = ? AND machine = ? ORDER BY id DESC""",
            [self._embedder, self._place.owner],
        )
        if row is None or Path(row[1]).name != row[1]:
            return None
        found = Generation(row[0], self._place.folder / row[1], *row[2:])
        return found if _is_plain(found.folder) else None

    def is_unchanged(self, generation: Generation) -> bool:
        """Whether its files are, byte for byte, what they were when they were last let go of."""
        return _sum_of(generation.folder) == generation.sum

    def begin(self) -> Generation:
        """A new one, empty and dirty, in place of all others."""
        self.throw_away()
        folder = f"generation-{time.time_ns()}"
        self._place.folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        (self._place.folder / folder).mkdir(mode=0o700)
        number = self._database.insert(
            "INSERT INTO generations (folder, embedder, machine, state) VALUES (?, ?, ?, 'dirty')",
            [folder, self._embedder, self._place.owner],
        )
        return Generation(number, self._place.folder / folder)

    def mark_dirty(self, generation: Generation) -> None:
        """It is being written: of no use to a later process if this one dies."""
        self._set_state(generation, "dirty")

    def mark_opening(self, generation: Generation) -> None:
        """It is being opened: if this process dies of it, no later one tries again."""
        self._set_state(generation, "opening")

    def keep(self, generation: Generation, last: int, size: int) -> None:
        """It was closed or only read: from now on it holds this, and may be opened."""
        _flush(generation.folder)
        self._database.run(
            """UPDATE generations SET state = 'ready', last_vector = ?, size = ?, sum = ?
               WHERE id = ?""",
            [last, size, _sum_of(generation.folder), generation.number],
        )

    def throw_away(self) -> None:
        """All of them, whosever they are."""
        self._database.run("DELETE FROM generations")
        self.clear_out()

    def clear_out(self) -> None:
        """Remove the folders that no process can use any more."""
        self._database.run("DELETE FROM generations WHERE state != 'ready'")
        kept = {row[0] for row in self._database.rows("SELECT folder FROM generations")}
        if self._place.folder.is_symlink():
            self._place.folder.unlink()
        if not self._place.folder.is_dir():
            return
        for path in self._place.folder.iterdir():
            if path.is_symlink() or not path.is_dir():
                path.unlink(missing_ok=True)
            elif path.name not in kept:
                erase(path)

    def _set_state(self, generation: Generation, state: str) -> None:
        self._database.run(
            "UPDATE generations SET state = ? WHERE id = ?", [state, generation.number]
        )


def _is_plain(folder: Path) -> bool:
    """Whether a folder is one, and holds nothing that leads elsewhere or waits for somebody."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return all(
        not path.is_symlink() and (path.is_file() or path.is_dir()) for path in folder.rglob("*")
    )


def _sum_of(folder: Path) -> str:
    """Of all names and contents in it; "" if it cannot be read."""
    found = hashlib.sha256()
    try:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            with open(path, "rb") as file:
                part = hashlib.file_digest(file, "sha256").digest()
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + part)
    except OSError:
        return ""
    return found.hexdigest()


def _flush(folder: Path) -> None:
    """Ask the disk to keep every file of `folder`: the store itself does not."""
    for path in [*folder.rglob("*"), folder]:
        if path.is_file() or os.name == "posix":
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
