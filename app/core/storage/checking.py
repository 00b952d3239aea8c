"""Verifies a vault: the catalogue, what refers to what, the vector index, and the files.

Says in a sentence each what is wrong, and mends what can be. What a single document should look
like is `document_checks`' business, saving a damaged file `recovery`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from app.core.control import Control
from app.core.conversation.chats import Chats
from app.core.errors import DocumentError, VaultError
from app.core.events import IndexProgress, Report, tell_nobody
from app.core.folders.sources import hash_of
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.document_checks import DocumentChecks, write_words
from app.core.storage.recovery import copies_kept
from app.core.storage.vectors import VectorIndex
from app.core.types import Document, Problem, State

FindIndex = Callable[[], VectorIndex | None]
"""Called when the catalogue can be read; None where there are no vectors."""
_PARENTS = (
    ("pages", "document_id", "documents"),
    ("chunks", "document_id", "documents"),
    ("vectors", "chunk_id", "chunks"),
    ("turns", "chat_id", "chats"),
)
"""Rows that are nothing without another one. In order: one removed leaves others alone."""


def check_vault(
    database: Database,
    catalog: Catalog,
    control: Control,
    find_index: FindIndex = lambda: None,
    report: Report = tell_nobody,
) -> list[Problem]:
    """Everything found wrong. What can be mended without reading documents again is mended."""
    found = check_catalogue(database, catalog, control, find_index, report)
    told = {problem.where for problem in found if not problem.mended}
    return [
        *found,
        *_index(find_index()),
        *_files(catalog, told, control, report),
        *_chats(database),
        *_copies(database),
    ]


def check_catalogue(
    database: Database,
    catalog: Catalog,
    control: Control,
    find_index: FindIndex = lambda: None,
    report: Report = tell_nobody,
) -> list[Problem]:
    """What is wrong within the catalogue itself. One whose file is damaged is saved first."""
    found = [*_damage(database), *_references(database), *_left_over_words(database)]
    index = find_index()
    embedder, dimensions = (index.embedder, index.dimensions) if index else ("", 0)
    checks = DocumentChecks(database, catalog, embedder, dimensions)
    found += checks.check_all(catalog.documents(), report, control)
    if checks.mended.words:
        what = f"The keyword index was not right for {checks.mended.words} chunks."
        found.append(Problem(what, "words", True))
    if checks.mended.vectors:
        what = f"{checks.mended.vectors} vectors were damaged. The next indexing makes them again."
        found.append(Problem(what, "vectors", True))
    return found


def _damage(database: Database) -> Iterator[Problem]:
    if _is_sound(database):
        if _words_are_sound(database):
            return
        _remake_words(database)
        yield Problem("The index of words was damaged.", "words", True)
        return
    saved = database.recover()
    _remake_words(database)
    yield Problem(saved.told(), str(saved.copy), not saved.is_incomplete)


def _is_sound(database: Database) -> bool:
    try:
        return database.rows("PRAGMA integrity_check(1)") == [("ok",)]
    except VaultError:
        return False


def _words_are_sound(database: Database) -> bool:
    try:
        database.run("INSERT INTO words (words) VALUES ('integrity-check')")
    except VaultError:
        return False
    return True


def _remake_words(database: Database) -> None:
    """All of the keyword index, from the chunks."""
    with database.transaction():
        database.make_words_anew()
        last = 0
        catalog = Catalog(database)
        while rows := database.rows(
            "SELECT id FROM chunks WHERE id > ? ORDER BY id LIMIT 500", [last]
        ):
            last = rows[-1][0]
            write_words(database, catalog.chunks([row[0] for row in rows]).values())


def _references(database: Database) -> Iterator[Problem]:
    with database.transaction():
        lost = database.run(
            """INSERT OR IGNORE INTO sources (id, path) SELECT source_id, min(path) FROM documents
               WHERE source_id NOT IN (SELECT id FROM sources) GROUP BY source_id"""
        )
        if lost > 0:
            yield Problem(f"{lost} sources of documents were not known.", "sources", True)
        for table, column, parent in _PARENTS:
            orphans = database.run(
                f"DELETE FROM {table} WHERE {column} NOT IN (SELECT id FROM {parent})"
            )
            if orphans:
                what = f"{orphans} rows of the catalogue referred to nothing."
                yield Problem(what, table, True)
    for row in database.rows("PRAGMA foreign_key_check"):
        yield Problem("A row of the catalogue refers to nothing.", str(row[0]), False)


def _left_over_words(database: Database) -> Iterator[Problem]:
    orphans = database.run("DELETE FROM words WHERE rowid NOT IN (SELECT id FROM chunks)")
    if orphans:
        yield Problem(f"{orphans} removed chunks were still found by keyword.", "words", True)


def _index(index: VectorIndex | None) -> Iterator[Problem]:
    if index and (what := index.verify()):
        what = f"{what} It is made anew; until then search is exact, and only slower."
        yield Problem(what, "vector index", True)


def _files(
    catalog: Catalog, told: Collection[str], control: Control, report: Report
) -> Iterator[Problem]:
    known = catalog.known_files()
    documents = catalog.documents()
    for number, document in enumerate(documents, start=len(documents)):
        control.check()
        report(IndexProgress("checking", number, 2 * len(documents), current=document.name))
        if document.path in told:
            continue
        if what := _told(document, known[document.path].sha256, control):
            yield Problem(what, document.path, False)


def _told(document: Document, sha256: str, control: Control) -> str:
    path = Path(document.path)
    if document.state is State.WAITING:
        return "The document was not read yet."
    if not path.exists():
        return "The file is no longer there."
    if what := _difference(path, sha256, control):
        return what
    by_words_only = document.state is State.SEARCHABLE
    return "The document is searchable by keyword only." if by_words_only else ""


def _difference(path: Path, sha256: str, control: Control) -> str:
    """What tells a file from the one that was read; one that never was has nothing to compare."""
    try:
        same = sha256 in ("", hash_of(path, control))
    except (DocumentError, OSError):
        return "The file cannot be opened."
    return "" if same else "The file changed since it was read."


def _chats(database: Database) -> Iterator[Problem]:
    chats = Chats(database)
    for chat in chats.all():
        try:
            chats.open(chat.id)
        except VaultError as error:
            yield Problem(error.message, f"conversation {chat.id}", False)


def _copies(database: Database) -> Sequence[Problem]:
    what = (
        "A damaged catalogue is kept here, with all that it held. Delete it when nothing is missed."
    )
    return [Problem(what, str(path), False) for path in copies_kept(database.folder)]
