"""Forgets a whole vault: all rows, the vector store, our own copies and exports; then looks.

The catalogue's pages are written over with zeros before its file shrinks. What Strongroom did not
make is left alone, and named: a vault may lie in a folder that holds other things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.core.storage.database import Database

EXPORTS = "*.strongroom"
_OURS = re.compile(
    r"catalog(\.v\d+|\.damaged-[\d-]+)?\.sqlite3(-wal|-shm|-journal)?|lock|vectors|documents|\.incoming"
)
_FIRST_MEMBER = b"manifest.json"


def empty(database: Database) -> None:
    """Delete every row, with zeros where they were, in the caller's transaction."""
    database.make_words_anew()
    for table in (
        "vectors", "chunks", "pages", "turns", "chats", "examples", "choices", "generations",
        "documents", "sources", "left_out", "sqlite_sequence",
    ):  # fmt: skip
        database.run(f"DELETE FROM {table}")


def exports_in(vault: Path) -> list[Path]:
    """Whole libraries that were exported into the vault's own folder."""
    return [path for path in vault.glob(EXPORTS) if _is_export(path)]


def others_in(vault: Path) -> tuple[str, ...]:
    """Names of what lies in the vault's folder and is not Strongroom's."""
    return tuple(sorted(_others(vault)))


def _others(vault: Path) -> Iterator[str]:
    for path in vault.iterdir():
        if not _OURS.fullmatch(path.name):
            yield path.name


def _is_export(path: Path) -> bool:
    """By its beginning: a ZIP file whose first member is our manifest."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(30 + len(_FIRST_MEMBER))
    return head.startswith(b"PK\x03\x04") and head[30:] == _FIRST_MEMBER
