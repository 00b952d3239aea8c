"""Saves what can be read of a damaged catalogue into a new one, and keeps an untouched copy.

Rows are copied as they are; whether they still make sense together is `checking`'s business.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.language import counted

Named = dict[str, Any]
"""A row, by the names of its columns."""
Fits = Callable[[Named], bool]
"""Whether a row holds only what it may."""
CAUTIONS = ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")
"""What makes a file that somebody else wrote safe to look at. Set before anything is read."""
LONGEST_VALUE = 64_000_000
"""Bytes of one text or blob. No page, chunk, answer or vector comes near it."""

_TABLES = ("sources", "documents", "chunks", "vectors", "chats", "turns", "examples")
"""Those that count their rows by `id`. Generations are made anew."""
_KEYED = ("choices", "left_out")
_WORTH_TELLING = {
    "sources": "folders", "documents": "documents", "pages": "pages", "chunks": "pieces of pages",
    "vectors": "vectors", "chats": "conversations", "turns": "questions and answers",
    "examples": "examples", "choices": "choices",
    "left_out": "what was left out",
}  # fmt: skip
_STEP = 1_000
_MOST = 1 << 24
"""Rows that are looked for: a number that is damaged itself could be any."""
_LONGEST_FILE = 1 << 40
_ENDINGS = ("-wal", "-shm", "-journal", "")


@dataclass
class Saved:
    """What came of it: rows by table, and the tables of which something could not be read.

    Without a copy there was nothing to be saved.
    """

    copy: Path | None
    rows: dict[str, int] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)

    @property
    def is_incomplete(self) -> bool:
        return bool(self.damaged)

    def note(self, table: str) -> None:
        """Something of this table could not be read."""
        if table not in self.damaged:
            self.damaged.append(table)

    def told(self) -> str:
        """All of it in sentences."""
        if self.copy is None:
            return "The catalogue was gone. A new one was begun: add your documents again."
        kept = f"It is kept untouched as {self.copy.name}. "
        if not self.rows.get("documents"):
            return (
                f"The catalogue was damaged, and no document could be saved from it. {kept}"
                "A new one was begun: add your documents again. "
                f"{counted(self.rows.get('chats', 0), 'conversation')} could be saved."
            )
        what = f"{counted(self.rows['documents'], 'document')} and " + counted(
            self.rows.get("chats", 0), "conversation"
        )
        lost = ", ".join(_WORTH_TELLING[table] for table in self.damaged)
        missing = (
            f"Some of these could not be read: {lost}. Add your folders again to find documents "
            "that are missing."
            if lost
            else "Nothing that was looked for was missing."
        )
        return f"The catalogue was damaged. {kept}Saved into a new one: {what}. {missing}"


def copies_kept(folder: Path) -> list[Path]:
    """The damaged catalogues that were set aside in a vault's folder, oldest first."""
    return sorted(folder.glob("*.damaged-*.sqlite3"))


def files_of_copy(copy: Path) -> list[Path]:
    """A damaged catalogue that was set aside, and its log if there was one."""
    both = (copy, copy.with_name(f"{copy.name}-wal"))
    return [path for path in both if path.exists()]


def recover(path: Path, copy: Path | None, make: Callable[[Path], None], fits: Fits) -> Saved:
    """Put a sound catalogue in the place of the damaged one.

    `copy` is what `set_aside` gave; `make(path)` makes an empty one. Raises OSError or
    sqlite3.Error, with everything as it was, where the disk does not let us.
    """
    scratch = path.with_name(f"{path.stem}.reading{path.suffix}")
    fresh = path.with_name(f"{path.stem}.saved{path.suffix}")
    try:
        for ending in _ENDINGS:
            _remove(scratch, ending)
            _remove(fresh, ending)
        make(fresh)
        saved = Saved(copy)
        if copy:
            _copy(copy, scratch)
            _lengthen(scratch)
            _save_rows(scratch, fresh, saved, fits)
        for ending in ("-wal", "-shm", "-journal"):
            _remove(path, ending)
        os.replace(fresh, path)
    finally:
        for ending in _ENDINGS:
            _remove(scratch, ending)
            _remove(fresh, ending)
    return saved


def set_aside(path: Path) -> Path | None:
    """A copy of the damaged catalogue with its log, named with the date. None: it is not there."""
    if not path.exists():
        return None
    date = time.strftime("%Y-%m-%d-%H%M%S")
    copy = path.with_name(f"{path.stem}.damaged-{date}{path.suffix}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.stem}.damaged-{date}-{number}{path.suffix}")
    _copy(path, copy)
    return copy


def _copy(path: Path, target: Path) -> None:
    for ending in ("-wal", ""):
        source = path.with_name(path.name + ending)
        if source.exists():
            made = target.with_name(target.name + ending)
            shutil.copyfile(source, made)
            made.chmod(0o600)
            with open(made, "rb") as file:
                os.fsync(file.fileno())


def _lengthen(path: Path) -> None:
    """Give a file that was cut its length again: of a shorter one SQLite reads nothing at all."""
    with open(path, "r+b") as file:
        head = file.read(32)
        size = int.from_bytes(head[16:18], "big") * int.from_bytes(head[28:32], "big")
        if path.stat().st_size < size < _LONGEST_FILE:
            file.truncate(size)


def _remove(path: Path, ending: str) -> None:
    path.with_name(path.name + ending).unlink(missing_ok=True)


def _save_rows(damaged: Path, fresh: Path, saved: Saved, fits: Fits) -> None:
    with closing(sqlite3.connect(damaged)) as old, closing(sqlite3.connect(fresh)) as new:
        old.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        for pragma in CAUTIONS:
            with suppress(sqlite3.DatabaseError):
                old.execute(f"PRAGMA {pragma}")
        new.execute("PRAGMA foreign_keys = OFF")
        for table in _TABLES:
            _save(_rows(old, table, saved), table, new, saved, fits)
        documents = new.execute("SELECT id, pages FROM documents").fetchall()
        _save(_pages(old, documents, saved), "pages", new, saved, fits)
        for table in _KEYED:
            _save(_keyed(old, table, saved), table, new, saved, fits)
        new.commit()


def _save(
    rows: Iterable[Named], table: str, new: sqlite3.Connection, saved: Saved, fits: Fits
) -> None:
    own = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
    for row in rows:
        kept = {name: value for name, value in row.items() if name in own}
        columns = ", ".join(f'"{name}"' for name in kept)
        marks = ", ".join("?" * len(kept))
        try:
            if not fits(kept):
                raise ValueError("not what was written")
            new.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [*kept.values()])
        except (sqlite3.Error, ValueError):
            saved.note(table)
        else:
            saved.rows[table] = saved.rows.get(table, 0) + 1


def _rows(old: sqlite3.Connection, table: str, saved: Saved) -> Iterator[Named]:
    """All rows that can be read, however much around them cannot."""
    last = _last(old, table)
    if last is None:
        saved.note(table)
        return
    for start in range(0, last, _STEP):
        yield from _between(old, table, start, min(start + _STEP, last), saved)


def _between(
    old: sqlite3.Connection, table: str, low: int, high: int, saved: Saved
) -> Iterator[Named]:
    """Rows with `low` < id <= `high`; where they cannot be read, those of each half."""
    try:
        found = _where(old, table, "id > ? AND id <= ? ORDER BY id", low, high)
    except sqlite3.Error:
        saved.note(table)
        if high - low == 1:
            return
        middle = (low + high) // 2
        yield from _between(old, table, low, middle, saved)
        yield from _between(old, table, middle, high, saved)
    else:
        yield from found


def _last(old: sqlite3.Connection, table: str) -> int | None:
    """The largest id there ever was, as far as that can be read."""
    found = []
    for sql, values in (
        ("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]),
        (f"SELECT max(id) FROM {table}", []),
    ):
        with suppress(sqlite3.Error):
            row = old.execute(sql, values).fetchone()
            if row is not None:
                found.append(row[0] if isinstance(row[0], int) else 0)
    return min(max(found), _MOST) if found else None


def _pages(old: sqlite3.Connection, documents: Sequence[Any], saved: Saved) -> Iterator[Named]:
    for document, count in documents:
        try:
            yield from _where(old, "pages", "document_id = ?", document)
        except sqlite3.Error:
            saved.note("pages")
            for number in range(1, count + 1):
                with suppress(sqlite3.Error):
                    one = "document_id = ? AND number = ?"
                    yield from _where(old, "pages", one, document, number)


def _keyed(old: sqlite3.Connection, table: str, saved: Saved) -> Iterator[Named]:
    try:
        yield from _where(old, table, "1")
    except sqlite3.Error:
        saved.note(table)


def _where(old: sqlite3.Connection, table: str, condition: str, *values: int) -> list[Named]:
    cursor = old.execute(f"SELECT * FROM {table} WHERE {condition}", values)
    names = [name for name, *_ in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
