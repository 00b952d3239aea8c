"""Turns a catalogue into what an earlier version of the program would have made of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from app.core.storage.tables import STEPS

_OWN = ("sqlite_", "words_")


def make_older(catalog: Path, version: int) -> None:
    """As version `version` (from 1) had it, with all rows and columns that it knew."""
    older = catalog.with_name("older.sqlite3")
    older.unlink(missing_ok=True)
    with closing(sqlite3.connect(older, isolation_level=None)) as made:
        made.executescript("".join(STEPS[:version]))
        made.execute("ATTACH ? AS now", [str(catalog)])
        made.execute("BEGIN")
        for (table,) in made.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'"):
            if not table.startswith(_OWN):
                _copy(made, table)
        made.execute("DELETE FROM sqlite_sequence")
        made.execute("INSERT INTO sqlite_sequence SELECT name, seq FROM now.sqlite_sequence")
        made.execute(f"PRAGMA main.user_version = {version}")
        made.execute("COMMIT")
    older.replace(catalog)


def _copy(made: sqlite3.Connection, table: str) -> None:
    columns = [row[1] for row in made.execute(f"PRAGMA main.table_info({table})")]
    if table == "words":
        columns.append("rowid")
    names = ", ".join(columns)
    made.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM now.{table}")
