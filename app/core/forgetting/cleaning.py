"""Takes what was deleted out of the catalogue's file: SQLite itself leaves much of it there."""

from __future__ import annotations

from app.core.storage.database import Database

_MERGE = "INSERT INTO words (words, rank) VALUES ('merge', ?)"
_PAGES = 200
"""Of the keyword index, merged in one step: a fraction of a second."""


def clean(database: Database) -> None:
    """Write all anew. Copies of what moved between pages stay in these: only new pages are clean.

    The copy that SQLite makes for it lies in the scratch folder, and holds nothing of it either.
    """
    merge_words(database)
    database.run("PRAGMA temp_store = FILE")
    try:
        database.run("VACUUM")
    finally:
        database.run("PRAGMA temp_store = MEMORY")
    database.empty_log()


def merge_words(database: Database) -> None:
    """Take deleted words out of the keyword index, which only marks them, in small steps."""
    done = _merged(database, -_PAGES)
    while done > 1:
        done = _merged(database, _PAGES)


def _merged(database: Database, pages: int) -> int:
    """How much there was to do."""
    with database.transaction():
        before = _changes(database)
        database.run(_MERGE, [pages])
        return _changes(database) - before


def _changes(database: Database) -> int:
    row = database.row("SELECT total_changes()")
    return int(row[0]) if row else 0
