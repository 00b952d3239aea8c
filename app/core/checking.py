"""Verifies a vault: the catalogue, what refers to what, and the files documents came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.core.catalog import Catalog
from app.core.control import Control
from app.core.database import Database
from app.core.errors import DocumentError
from app.core.sources import hash_of
from app.core.types import Problem, State

_MEND_WORDS = """
    INSERT INTO words (rowid, text, about) SELECT c.id, c.text, d.name || ' ' || c.heading
    FROM chunks c JOIN documents d ON d.id = c.document_id
    WHERE c.id NOT IN (SELECT rowid FROM words)"""


def check_vault(database: Database, catalog: Catalog, control: Control) -> list[Problem]:
    """Everything found wrong. What can be mended without reading documents again is mended."""
    return [
        *_damage(database),
        *_words(database),
        *_files(catalog, control),
    ]


def _damage(database: Database) -> Iterator[Problem]:
    for (said,) in database.rows("PRAGMA integrity_check"):
        if said != "ok":
            yield Problem("The catalogue is damaged.", "catalogue", False)
            return
    for row in database.rows("PRAGMA foreign_key_check"):
        yield Problem("A row of the catalogue refers to nothing.", str(row[0]), False)


def _words(database: Database) -> Iterator[Problem]:
    with database.transaction():
        orphans = database.run("DELETE FROM words WHERE rowid NOT IN (SELECT id FROM chunks)")
        if orphans:
            yield Problem(f"{orphans} removed chunks were still found by keyword.", "words", True)
        missing = database.run(_MEND_WORDS)
        if missing:
            yield Problem(f"{missing} chunks could not be found by keyword.", "words", True)


def _files(catalog: Catalog, control: Control) -> Iterator[Problem]:
    known = catalog.known_files()
    for document in catalog.documents():
        path = Path(document.path)
        if document.state is State.WAITING:
            yield Problem("The document was not read yet.", document.path, False)
        elif not path.exists():
            yield Problem("The file is no longer there.", document.path, False)
        elif what := _difference(path, known[document.path].sha256, control):
            yield Problem(what, document.path, False)
        elif document.state is State.SEARCHABLE:
            yield Problem("The document is searchable by keyword only.", document.path, False)


def _difference(path: Path, sha256: str, control: Control) -> str:
    """What tells a file from the one that was read; one that never was has nothing to compare."""
    try:
        same = sha256 in ("", hash_of(path, control))
    except (DocumentError, OSError):
        return "The file cannot be opened."
    return "" if same else "The file changed since it was read."
