"""Finds the documents again when a vault, or a folder of documents, was carried elsewhere.

A vault keeps where it lay itself: what lies beside or below it on the same stick is looked for at
the same place from where it lies now. Changes paths, and what is known of whether a file is there;
nothing is read, forgotten or embedded.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from app.core.errors import UsageError
from app.core.storage.database import Database
from app.core.types import Presence

_PLACE = "place"
_LEVELS = 3
"""The vault's folder, the one around it, and the one around that, which may be the stick."""
_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")


@dataclass(frozen=True)
class Moved:
    """A source that lies elsewhere now: its documents, and how many files were found there."""

    documents: int
    found: int


def follow_vault(database: Database, vault: Path) -> int:
    """Point sources that are gone to where they came along with the vault. Returns how many.

    `vault` is the folder that the vault lies in now.
    """
    row = database.row("SELECT value FROM choices WHERE name = ?", [_PLACE])
    before = _pure(str(row[0])) if row else vault
    if before == vault:
        _note_place(database, vault)
        return 0
    beside = {path: now for path in _sources(database) if (now := _beside(path, before, vault))}
    moved = 0
    for path, now in beside.items():
        if not os.path.exists(path) and os.path.exists(now) and not _is_known(database, now):
            _move(database, path, now)
            moved += 1
    if moved == len(beside):
        _note_place(database, vault)
    return moved


def move_source(database: Database, old: str, new: Path) -> Moved:
    """Point a source to where it is now. Raises UsageError, also where none of its files is.

    Documents whose files are not there are kept, and asked about.
    """
    if old not in _sources(database):
        raise UsageError(f"The library has no folder {old}.", "“strongroom sources” shows them.")
    now = new.resolve()
    if not now.exists():
        raise UsageError(f"There is no file or folder {now}.", "Check the path.")
    if _is_known(database, str(now)):
        raise UsageError(
            f"{now} is in the library already.", "Remove its documents there first, or leave it."
        )
    expected = [path for path, kept in _moved(database, old, str(now)).values() if not kept]
    if expected and not any(map(os.path.isfile, expected)):
        raise UsageError(
            f"None of its documents is in {now}.", "Choose the folder that they lie in now."
        )
    return _move(database, old, str(now))


def _sources(database: Database) -> list[str]:
    return [row[0] for row in database.rows("SELECT path FROM sources")]


def _beside(source: str, before: PurePath, now: Path) -> str | None:
    """Where a source would lie now that lay near the vault; None for one that lay elsewhere."""
    path = _pure(source)
    for old, new in zip(_around(before), _around(now), strict=False):
        if type(path) is type(old) and path.is_relative_to(old):
            return str(Path(new, *path.relative_to(old).parts))
    return None


def _around(vault: PurePath) -> list[PurePath]:
    return [vault, *vault.parents][:_LEVELS]


def _pure(path: str) -> PurePath:
    """A path that may have been written on another system."""
    return PureWindowsPath(path) if _WINDOWS.match(path) else PurePosixPath(path)


def _is_known(database: Database, path: str) -> bool:
    """Whether the library has something of it, which a move must not run into."""
    row = database.row(
        """SELECT 1 FROM sources WHERE path = ? UNION ALL
           SELECT 1 FROM documents WHERE path = ? OR substr(path, 1, length(?)) = ?""",
        [path, path, inside := os.path.join(path, ""), inside],
    )
    return row is not None


def _moved(database: Database, old: str, new: str) -> dict[int, tuple[str, bool]]:
    """Each document of a source: its path after a move, and whether it is kept without a file."""
    source = _pure(old)
    rows = database.rows(
        """SELECT d.id, d.path, d.presence FROM documents d JOIN sources s ON s.id = d.source_id
           WHERE s.path = ?""",
        [old],
    )
    return {
        number: (str(Path(new, *_pure(path).relative_to(source).parts)), presence == Presence.KEPT)
        for number, path, presence in rows
        if _pure(path).is_relative_to(source)
    }


def _move(database: Database, old: str, new: str) -> Moved:
    moved = _moved(database, old, new)
    found = {number for number, (path, _) in moved.items() if os.path.isfile(path)}
    rows = [
        (path, _presence(is_kept, number in found), number)
        for number, (path, is_kept) in moved.items()
    ]
    with database.transaction():
        database.run("UPDATE sources SET path = ?, mount = '' WHERE path = ?", [new, old])
        database.run_many("UPDATE documents SET path = ?, presence = ? WHERE id = ?", rows)
    return Moved(len(moved), len(found))


def _presence(is_kept: bool, is_there: bool) -> Presence:
    if is_there:
        return Presence.HERE
    return Presence.KEPT if is_kept else Presence.MISSING


def _note_place(database: Database, vault: Path) -> None:
    row = database.row("SELECT value FROM choices WHERE name = ?", [_PLACE])
    if row != (str(vault),):
        database.run("INSERT OR REPLACE INTO choices VALUES (?, ?)", [_PLACE, str(vault)])
