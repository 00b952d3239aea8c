"""The vault's SQLite file: how it is opened, and one transaction at a time.

Owns no meaning: `catalog`, `vectors` and `chats` say what the rows are.
"""

from __future__ import annotations

import math
import os
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from app.core.errors import DamagedCatalogue, VaultError
from app.core.storage.faults import fault_of, read_only, require_room
from app.core.storage.recovery import CAUTIONS, LONGEST_VALUE, Saved, recover, set_aside
from app.core.storage.tables import STEPS, VERSION
from app.core.storage.upgrade_copies import copy, copy_of, remove, remove_copies

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "fullfsync = ON",
    "busy_timeout = 10000",
)
_READING = ("foreign_keys = ON", "temp_store = MEMORY")

_DAMAGE = (
    *(sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT),
    *(sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH),
)
_CHECK = (
    "Check the library (“strongroom check”): a copy is kept as it is, and what can be is saved."
)
_IN_MEMORY = Path(":memory:")

Row = tuple[Any, ...]

_KINDS = {"INTEGER": int, "TEXT": str, "REAL": float, "BLOB": bytes}
_TYPES = {
    name: _KINDS[kind]
    for name, kind in re.findall(r"(\w+) (INTEGER|TEXT|REAL|BLOB)\b", "".join(STEPS))
}
"""By a column's name: SQLite itself lets any value into any column."""


class Database:
    """One connection, shared by threads, one statement or transaction at a time."""

    def __init__(self, path: Path, is_read_only: bool = False) -> None:
        """`is_read_only` for a file that nobody can write, on a disk that may be so, too."""
        self._folder = path.parent
        self._in_memory = path == _IN_MEMORY
        self.is_read_only = is_read_only
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise VaultError("The catalogue of this vault is no file.", self._unchanged())
        self._path = path
        self._lock = threading.RLock()
        self._open()

    def _open(self) -> None:
        path = self._path
        try:
            if self.is_read_only:
                self._connection, _ = _connect_to_read(path)
                return
            if not self._in_memory and not path.exists():
                _make(path)
            elif not self._in_memory and not path.stat().st_size:
                raise sqlite3.DatabaseError("nothing is left of it")
            self._connection, version = _connect(path)
        except sqlite3.DatabaseError as error:
            raise fault_of(error, self._folder) or DamagedCatalogue(
                "The catalogue of this vault cannot be opened: it is damaged.", _CHECK
            ) from error
        if version < VERSION:
            self._upgrade(path, version)
        remove_copies(path, VERSION)

    @classmethod
    def in_memory(cls) -> Database:
        """One that no file holds: nothing of it reaches the disk, and closing it ends it."""
        return cls(_IN_MEMORY)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing of it."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            with self._faults_told():
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._connection.execute("COMMIT")
                except BaseException:
                    if self._connection.in_transaction:  # a full disk has ended it already
                        self._connection.execute("ROLLBACK")
                    raise

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        """VaultError if the file is damaged, or holds what the program never wrote."""
        with self._lock, self._faults_told():
            cursor = self._connection.execute(sql, tuple(values))
            found = cursor.fetchall()
        names = [name for name, *_ in cursor.description or ()]
        if not all(_fits(name, found, i) for i, name in enumerate(names)):
            raise self._damaged()
        return found

    def row(self, sql: str, values: Iterable[Any] = ()) -> Row | None:
        found = self.rows(sql, values)
        return found[0] if found else None

    def insert(self, sql: str, values: Iterable[Any] = ()) -> int:
        """The id of the new row."""
        with self._lock, self._faults_told():
            return self._connection.execute(sql, tuple(values)).lastrowid or 0

    def run(self, sql: str, values: Iterable[Any] = ()) -> int:
        """How many rows were changed."""
        with self._lock, self._faults_told():
            return self._connection.execute(sql, tuple(values)).rowcount

    def run_many(self, sql: str, values: Iterable[Row]) -> None:
        with self._lock, self._faults_told():
            self._connection.executemany(sql, values)

    def empty_log(self) -> None:
        """Bring what the write-ahead log holds into the file, and leave no older pages in it."""
        if not self.is_read_only:
            with self._lock, self._faults_told():
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def require_room(self, size: int) -> None:
        """DiskFull unless so many bytes can be written: asked before, nothing has to be undone."""
        self.require_writable()
        if not self._in_memory:
            require_room(self._folder, size)

    def require_writable(self) -> None:
        """VaultError where nothing can be written, before work is begun in vain."""
        if self.is_read_only:
            raise read_only()

    def replace_with(self, path: Path) -> None:
        """Everything in another catalogue's file in place of what is here, in one transaction."""
        with self._lock, self._faults_told(), closing(sqlite3.connect(path)) as other:
            other.backup(self._connection)
            self.empty_log()

    def close(self) -> None:
        with self._lock:
            self._connection.close()

    @property
    def folder(self) -> Path:
        """That of the file."""
        return self._folder

    def make_words_anew(self) -> None:
        """The keyword index, with nothing in it: whatever was damaged of it is gone."""
        made = re.search(r"CREATE VIRTUAL TABLE words [^;]*", "".join(STEPS))
        assert made
        self.run("DROP TABLE words")
        self.run(made.group())

    def recover(self) -> Saved:
        """Go on with what could be saved of a damaged file; an untouched copy of it is kept."""
        with self._lock:
            return save_damaged(self._path, self._reopened)

    @contextmanager
    def _reopened(self) -> Iterator[None]:
        """Closed meanwhile: closing writes what is in the log, which a copy should not have."""
        self._connection.close()
        try:
            yield
        finally:
            self._open()

    def _upgrade(self, path: Path, version: int) -> None:
        """Take the steps that the file lacks, all or none, with a copy beside it meanwhile."""
        try:
            if version:
                self.require_room(2 * path.stat().st_size)
                copy(self._connection, copy_of(path, version))
            with self.transaction():
                for statement in ";\n".join(STEPS[version:]).split(";\n"):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {VERSION}")
                _check_origin(self._connection, VERSION)
        except (sqlite3.Error, OSError, VaultError) as error:
            self._connection.close()
            remove_copies(path, VERSION)
            raise VaultError(
                "This vault could not be brought to this version of Strongroom.",
                f"{self._unchanged()} Make room on the disk, then open it again.",
            ) from error

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        """Damage and the disk's faults as sentences; every other mistake is a bug of ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", None)
            undecodable = code is None and isinstance(error, sqlite3.OperationalError)
            if undecodable or (code is not None and code & 0xFF in _DAMAGE):
                raise self._damaged() from error
            if fault := fault_of(error, self._folder):
                raise fault from error
            raise

    def _damaged(self) -> VaultError:
        return DamagedCatalogue("The catalogue of this vault is damaged.", _CHECK)

    def _unchanged(self) -> str:
        return f"Nothing was changed. Look at the folder {self._folder}."


def open_or_save(path: Path, is_read_only: bool = False) -> tuple[Database, Saved | None]:
    """The catalogue, and what was saved where it was damaged."""
    if is_read_only:
        return Database(path, is_read_only), None
    was_there = path.exists() or not any(path.parent.glob("vectors/generation-*"))
    try:
        return Database(path), None if was_there else Saved(None)
    except DamagedCatalogue:
        saved = save_damaged(path)
        return Database(path), saved


def save_damaged(path: Path, closed: Callable[[], Any] = nullcontext) -> Saved:
    """Put what can be read of a damaged catalogue into a new one in its place.

    It is `closed` as soon as a copy was made.
    """
    try:
        size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
        require_room(path.parent, 3 * size)
        kept = set_aside(path)
        with closed():
            return recover(path, kept, _make, _row_fits)
    except (OSError, sqlite3.Error) as error:
        raise fault_of(error) or VaultError(
            "The damaged catalogue of this vault could not be saved.",
            f"Nothing was changed. Look at the folder {path.parent}.",
        ) from error


def _make(path: Path) -> None:
    """An empty catalogue, whole before it has its name: a file without content is a damaged one."""
    fresh = path.with_name(f"{path.stem}.new{path.suffix}")
    remove(fresh)
    with closing(sqlite3.connect(fresh)) as connection:
        connection.executescript("".join(STEPS))
        connection.execute(f"PRAGMA user_version = {VERSION}")
    fresh.chmod(0o600)
    os.replace(fresh, path)


def _connect(path: Path) -> tuple[sqlite3.Connection, int]:
    """An open file with our own tables, and their version (0 for a new one)."""
    return _checked(str(path), _PRAGMAS)


def _connect_to_read(path: Path) -> tuple[sqlite3.Connection, int]:
    """The same for a file as it is: it must be whole by itself, and of our version."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise VaultError(
            "This vault was not closed before it was made read-only: its newest part is missing.",
            "Open it once where it can be written.",
        )
    found, version = _checked(f"{path.absolute().as_uri()}?mode=ro&immutable=1", _READING)
    if version < VERSION:
        found.close()
        raise VaultError(
            "This vault was made by an older version of Strongroom, and must be changed first.",
            "Open it once where it can be written.",
        )
    return found, version


def _checked(where: str, pragmas: Sequence[str]) -> tuple[sqlite3.Connection, int]:
    connection = sqlite3.connect(
        where, check_same_thread=False, isolation_level=None, uri=where.startswith("file:")
    )
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        for pragma in CAUTIONS:
            connection.execute(f"PRAGMA {pragma}")
        version = max(connection.execute("PRAGMA user_version").fetchone()[0], 0)
        _check_origin(connection, version)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        return connection, version
    except BaseException:
        connection.close()
        raise


def _check_origin(connection: sqlite3.Connection, version: int) -> None:
    """VaultError unless the file has the tables that this program makes, and nothing else.

    A trigger, a view or a column with a program in it would run with our own statements.
    """
    if version > VERSION:
        raise VaultError(
            "This vault was made by a newer version of Strongroom.", "Open it with that one."
        )
    ours = sqlite3.connect(":memory:")
    try:
        ours.executescript("".join(STEPS[:version]))
        if _tables_of(connection) != _tables_of(ours):
            raise VaultError(
                "The catalogue of this vault was not made by Strongroom.",
                "Nothing was changed. Open the vault that you made, or make a new one.",
            )
    finally:
        ours.close()


def _tables_of(connection: sqlite3.Connection) -> list[Row]:
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return sorted((*row[:3], " ".join(str(row[3]).split())) for row in rows)


def _row_fits(row: dict[str, Any]) -> bool:
    return all(_fits(name, [(value,)], 0) for name, value in row.items())


def _fits(name: str, rows: Sequence[Row], column: int) -> bool:
    """Whether a column holds nothing but values of its type."""
    kind = _TYPES.get(name)
    if kind is None:
        return True
    if kind is float:
        return all(type(row[column]) is float and math.isfinite(row[column]) for row in rows)
    return all(type(row[column]) is kind for row in rows)
