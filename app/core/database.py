"""The vault's SQLite file: its tables, how it is opened, and one transaction at a time.

Owns no meaning: `catalog`, `vectors` and `chats` say what the rows are.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.core.errors import VaultError

VERSION = 1

_SCHEMA = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, sha256 TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL, modified INTEGER NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
    pages INTEGER NOT NULL DEFAULT 0, pages_read INTEGER NOT NULL DEFAULT 0);
CREATE TABLE pages (
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL, label TEXT NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
    text TEXT NOT NULL, lines TEXT NOT NULL, problem TEXT NOT NULL,
    PRIMARY KEY (document_id, number)) WITHOUT ROWID;
CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    page INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    heading TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX chunks_of_document ON chunks (document_id);
CREATE VIRTUAL TABLE words USING fts5 (
    text, about, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chunk_id INTEGER NOT NULL UNIQUE REFERENCES chunks ON DELETE CASCADE,
    embedder TEXT NOT NULL, vector BLOB NOT NULL);
CREATE TABLE generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT NOT NULL, embedder TEXT NOT NULL,
    machine TEXT NOT NULL, state TEXT NOT NULL,
    last_vector INTEGER NOT NULL DEFAULT 0, size INTEGER NOT NULL DEFAULT 0);
CREATE TABLE chats (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL);
CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
    question TEXT NOT NULL, answer TEXT NOT NULL);
"""

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "fullfsync = ON",
    "busy_timeout = 10000",
)

Row = tuple[Any, ...]


class Database:
    """One connection, shared by threads, one statement or transaction at a time."""

    def __init__(self, path: Path) -> None:
        try:
            self._connection, version = _connect(path)
        except sqlite3.DatabaseError as error:
            raise VaultError(
                "The catalogue of this vault cannot be opened: it is damaged or not writable.",
                f"Nothing was changed. Look at the folder {path.parent}.",
            ) from error
        if version > VERSION:
            self._connection.close()
            raise VaultError(
                "This vault was made by a newer version of Strongroom.", "Open it with that one."
            )
        self._lock = threading.RLock()
        if version == 0:
            with self.transaction():
                for statement in _SCHEMA.split(";\n"):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing of it."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[Row]:
        with self._lock:
            return self._connection.execute(sql, tuple(values)).fetchall()

    def row(self, sql: str, values: Iterable[Any] = ()) -> Row | None:
        found = self.rows(sql, values)
        return found[0] if found else None

    def insert(self, sql: str, values: Iterable[Any] = ()) -> int:
        """The id of the new row."""
        with self._lock:
            return self._connection.execute(sql, tuple(values)).lastrowid or 0

    def run(self, sql: str, values: Iterable[Any] = ()) -> int:
        """How many rows were changed."""
        with self._lock:
            return self._connection.execute(sql, tuple(values)).rowcount

    def run_many(self, sql: str, values: Iterable[Row]) -> None:
        with self._lock:
            self._connection.executemany(sql, values)

    def close(self) -> None:
        with self._lock:
            self._connection.close()


def _connect(path: Path) -> tuple[sqlite3.Connection, int]:
    """An open file, and the version of its tables (0 for a new one)."""
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection, connection.execute("PRAGMA user_version").fetchone()[0]
    except BaseException:
        connection.close()
        raise
