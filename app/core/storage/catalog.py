"""The truth about the library: sources, documents, pages, chunks and their words.

A document enters, changes and leaves in one transaction. Vectors are `vectors`' business.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from app.core.chunking import about
from app.core.errors import UsageError, VaultError
from app.core.search.table_rows import TableRows, named_rows
from app.core.storage.database import Database, Row
from app.core.types import (
    Box,
    Chunk,
    Coverage,
    Document,
    FileStamp,
    Gap,
    Line,
    Page,
    Presence,
    State,
)

_DOCUMENT = """SELECT d.id, s.path, d.path, d.name, d.state, d.pages, d.pages_read, d.reason,
                      d.presence, d.modified
               FROM documents d JOIN sources s ON s.id = d.source_id"""
_CHUNK = """SELECT c.page, c.start, c.end, c.text, c.heading, c.id, c.document_id, d.name
            FROM chunks c JOIN documents d ON d.id = c.document_id"""

_STORED_SIZE = 8
"""Bytes on the disk for a character of a page: the page, its lines, chunks, words, vectors."""

_ABSENT = {
    Presence.AWAY: "Where its file lies cannot be reached now. What was read of it can be asked.",
    Presence.MISSING: "Its file is gone. What was read of it is kept until you decide.",
    Presence.KEPT: "Its file is gone. What was read of it is kept, as you wished.",
}


@dataclass(frozen=True)
class Known:
    """What the catalogue knows of a file before it is looked at again."""

    document: int
    stamp: FileStamp
    sha256: str
    state: State
    presence: Presence = Presence.HERE


class Catalog:
    """Documents in, pages and chunks out."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.table_rows = TableRows(database)

    # Sources and documents

    def add_source(self, path: str) -> int:
        with self._database.transaction():
            self._database.run("INSERT OR IGNORE INTO sources (path) VALUES (?)", [path])
            found = self._database.row("SELECT id FROM sources WHERE path = ?", [path])
        assert found
        return int(found[0])

    def sources(self) -> list[str]:
        return [row[0] for row in self._database.rows("SELECT path FROM sources ORDER BY path")]

    def documents(self) -> list[Document]:
        return [
            _document(row) for row in self._database.rows(f"{_DOCUMENT} ORDER BY s.path, d.path")
        ]

    def document(self, number: int) -> Document:
        row = self._database.row(f"{_DOCUMENT} WHERE d.id = ?", [number])
        if row is None:
            raise UsageError("That document is no longer in the library.")
        return _document(row)

    def find_documents(self, text: str) -> list[Document]:
        """The documents with this id, path or name."""
        return [d for d in self.documents() if text in (str(d.id), d.path, d.name)]

    def known_files(self) -> dict[str, Known]:
        """By path."""
        rows = self._database.rows(
            "SELECT path, id, size, modified, sha256, state, presence FROM documents"
        )
        return {
            path: Known(
                number, FileStamp(size, modified), sha256, _state(state), _presence(presence)
            )
            for path, number, size, modified, sha256, state, presence in rows
        }

    def add_waiting(self, source: int, path: str, name: str, stamp: FileStamp) -> int:
        return self._database.insert(
            """INSERT INTO documents (source_id, path, name, size, modified, state)
               VALUES (?, ?, ?, ?, ?, ?)""",
            [source, path, name, stamp.size, stamp.modified, State.WAITING],
        )

    def set_stamp(self, document: int, stamp: FileStamp) -> None:
        """The file was touched, but its content is the same."""
        self._database.run(
            "UPDATE documents SET size = ?, modified = ? WHERE id = ?",
            [stamp.size, stamp.modified, document],
        )

    def store_reading(
        self,
        document: int,
        stamp: FileStamp,
        sha256: str,
        pages: Sequence[Page],
        chunks: Iterable[Chunk],
    ) -> None:
        """The document as it was read, in place of all that was known of it.

        From here on it is searchable by keyword. Raises `DiskFull` before anything is changed.
        """
        self._database.require_room(_STORED_SIZE * sum(len(page.text) for page in pages))
        rows = named_rows(pages)
        with self._database.transaction():
            self._clear(document)
            self._database.run_many(
                "INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (_page_row(document, page) for page in pages),
            )
            for chunk in chunks:
                self._add_chunk(document, chunk)
            self.table_rows.note(document, rows)
            read = sum(1 for page in pages if page.text.strip())
            state = State.SEARCHABLE if read else State.FAILED
            reason = "" if read else _why_no_text(pages)
            self._set_state(document, state, reason, stamp, sha256, len(pages), read)

    def store_failure(
        self, document: int, stamp: FileStamp, sha256: str, state: State, reason: str
    ) -> None:
        with self._database.transaction():
            self._clear(document)
            self._set_state(document, state, reason, stamp, sha256, 0, 0)

    def require_room(self) -> None:
        """DiskFull when not even a small document can be stored."""
        self._database.require_room(0)

    def put_off(self, document: int, reason: str) -> None:
        """The document could not be stored; what was known of it stays."""
        self._database.run("UPDATE documents SET reason = ? WHERE id = ?", [reason, document])

    def remove(self, documents: Collection[int]) -> None:
        """Take out documents, and sources that have none left. `Forgetter` cleans the files."""
        with self._database.transaction():
            for document in documents:
                self._clear(document)
                self._database.run("DELETE FROM documents WHERE id = ?", [document])
            self._database.run(
                "DELETE FROM sources WHERE id NOT IN (SELECT source_id FROM documents)"
            )

    def gaps(self) -> tuple[Gap, ...]:
        """The pages of the library that hold no text, by the reason."""
        rows = self._database.rows(
            """SELECT problem, count(*) AS found, count(DISTINCT document_id) FROM pages
               WHERE document_id IN (SELECT id FROM documents WHERE pages_read < pages)
               AND trim(text, char(9, 10, 13, 32)) = '' GROUP BY problem ORDER BY found DESC"""
        )
        return tuple(Gap(problem, pages, documents) for problem, pages, documents in rows)

    def coverage(self, scope: Collection[int] | None) -> Coverage:
        """What a question over `scope` (None: all) can look at."""
        chosen = [d for d in self.documents() if scope is None or d.id in scope]
        searchable = [d for d in chosen if d.state in (State.READY, State.SEARCHABLE)]
        return Coverage(
            documents=len(chosen),
            searchable=len(searchable),
            unreadable=tuple(d.name for d in chosen if d.state in (State.FAILED, State.LOCKED)),
            pages=sum(d.pages for d in chosen),
            pages_read=sum(d.pages_read for d in chosen),
        )

    # Pages and chunks

    def page(self, document: int, number: int) -> Page:
        row = self._database.row(
            """SELECT number, label, width, height, text, lines, problem
               FROM pages WHERE document_id = ? AND number = ?""",
            [document, number],
        )
        if row is None:
            raise UsageError(f"The document has no page {number}.")
        number, label, width, height, text, lines, problem = row
        return Page(number, label, width, height, text, _lines(lines), problem)

    def page_sizes(self, document: int) -> list[tuple[float, float]]:
        """Width and height of all pages, in their order."""
        rows = self._database.rows(
            "SELECT width, height FROM pages WHERE document_id = ? ORDER BY number", [document]
        )
        return [(width, height) for width, height in rows]

    def page_texts(self, document: int) -> list[tuple[int, str]]:
        """Number and text of the pages that have any, in their order."""
        rows = self._database.rows(
            "SELECT number, text FROM pages WHERE document_id = ? AND text != '' ORDER BY number",
            [document],
        )
        return [(number, text) for number, text in rows]

    def sections(self, document: int) -> list[tuple[str, int]]:
        """Headings of the document's own table of contents, and where each begins."""
        rows = self._database.rows(
            """SELECT heading, min(page) FROM chunks WHERE document_id = ? AND heading != ''
               GROUP BY heading ORDER BY min(page)""",
            [document],
        )
        return [(heading, page) for heading, page in rows]

    def chunks(self, numbers: Sequence[int]) -> dict[int, Chunk]:
        """By id; those that are gone are left out."""
        marks = ",".join("?" * len(numbers))
        rows = self._database.rows(f"{_CHUNK} WHERE c.id IN ({marks})", numbers)
        return {row[5]: Chunk(*row) for row in rows}

    def chunks_without_vectors(self, embedder: str, limit: int, after: int = 0) -> list[Chunk]:
        """The first ones with an id above `after`: those that have theirs are not gone through."""
        rows = self._database.rows(
            f"""{_CHUNK} LEFT JOIN vectors v ON v.chunk_id = c.id AND v.embedder = ?
                WHERE c.id > ? AND v.id IS NULL ORDER BY c.id LIMIT ?""",
            [embedder, after, limit],
        )
        return [Chunk(*row) for row in rows]

    def count_without_vectors(self, embedder: str) -> int:
        row = self._database.row(
            """SELECT count(*) FROM chunks c
               LEFT JOIN vectors v ON v.chunk_id = c.id AND v.embedder = ? WHERE v.id IS NULL""",
            [embedder],
        )
        return int(row[0]) if row else 0

    def text_without_vectors(self, embedder: str) -> tuple[int, int]:
        """The characters of the chunks without vectors, and the pages that they stand on."""
        row = self._database.row(
            """SELECT coalesce(sum(length(c.text)), 0), count(DISTINCT c.document_id << 24 | c.page)
               FROM chunks c LEFT JOIN vectors v ON v.chunk_id = c.id AND v.embedder = ?
               WHERE v.id IS NULL""",
            [embedder],
        )
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def count_chunks(self, documents: Collection[int] | None = None) -> int:
        where, values = _within(documents, "document_id")
        row = self._database.row(f"SELECT count(*) FROM chunks WHERE {where}", values)
        return int(row[0]) if row else 0

    def search_words(
        self, match: str, limit: int, scope: Collection[int] | None
    ) -> list[tuple[int, float]]:
        """Chunk ids and their BM25 (larger is better), best first. `match` is an FTS5 query."""
        where, values = _within(scope, "document_id")
        # Without the plus, SQLite searches the words of each chunk in scope by itself: for minutes.
        inside = "" if scope is None else f"AND +rowid IN (SELECT id FROM chunks WHERE {where})"
        rows = self._database.rows(
            f"""SELECT rowid, bm25(words, 1.0, 0.6) AS rank FROM words
                WHERE words MATCH ? {inside} ORDER BY rank LIMIT ?""",
            [match, *values, limit],
        )
        return [(number, -rank) for number, rank in rows]

    def count_chunks_with(self, match: str) -> int:
        row = self._database.row("SELECT count(*) FROM words WHERE words MATCH ?", [match])
        return int(row[0]) if row else 0

    def _add_chunk(self, document: int, chunk: Chunk) -> None:
        number = self._database.insert(
            """INSERT INTO chunks (document_id, page, start, end, heading, text)
               VALUES (?, ?, ?, ?, ?, ?)""",
            [document, chunk.page, chunk.start, chunk.end, chunk.heading, chunk.text],
        )
        self._database.run(
            "INSERT INTO words (rowid, text, about) VALUES (?, ?, ?)",
            [number, chunk.text, about(chunk)],
        )

    def _clear(self, document: int) -> None:
        self._database.run(
            "DELETE FROM words WHERE rowid IN (SELECT id FROM chunks WHERE document_id = ?)",
            [document],
        )
        self._database.run("DELETE FROM chunks WHERE document_id = ?", [document])
        self.table_rows.forget(document)
        self._database.run("DELETE FROM pages WHERE document_id = ?", [document])

    def _set_state(
        self,
        document: int,
        state: State,
        reason: str,
        stamp: FileStamp,
        sha256: str,
        pages: int,
        read: int,
    ) -> None:
        self._database.run(
            """UPDATE documents SET state = ?, reason = ?, size = ?, modified = ?, sha256 = ?,
               pages = ?, pages_read = ? WHERE id = ?""",
            [state, reason, stamp.size, stamp.modified, sha256, pages, read, document],
        )


def _within(scope: Collection[int] | None, column: str) -> tuple[str, list[str]]:
    """An SQL condition for a column to be in `scope`, and its values."""
    if scope is None:
        return "1", []
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(list(scope))]


def _document(row: Row) -> Document:
    number, source, path, name, state, pages, pages_read, reason, presence, modified = row
    where = _presence(presence)
    why = reason or _ABSENT.get(where, "")
    return Document(
        number, source, path, name, _state(state), pages, pages_read, why, where, modified
    )


def _state(text: str) -> State:
    try:
        return State(text)
    except ValueError:
        raise _damaged() from None


def _presence(text: str) -> Presence:
    try:
        return Presence(text)
    except ValueError:
        raise _damaged() from None


def _damaged() -> VaultError:
    return VaultError(
        "The catalogue of this vault is damaged.", "Remove the document, then add it again."
    )


def _page_row(document: int, page: Page) -> Row:
    lines = json.dumps([[line.start, line.end, *line.box] for line in page.lines])
    return (
        document, page.number, page.label, page.width, page.height, page.text, lines, page.problem,
    )  # fmt: skip


def _lines(packed: str) -> tuple[Line, ...]:
    try:
        lines = json.loads(packed)
        found = tuple(Line(int(line[0]), int(line[1]), _box(line[2:])) for line in lines)
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError):
        raise _damaged() from None
    return found


def _box(sides: list[float]) -> Box:
    x0, y0, x1, y1 = (float(side) for side in sides)
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        raise ValueError("a box without an end")
    return x0, y0, x1, y1


def boxes_of(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """The boxes of the lines that characters [start, end) of the page touch."""
    return tuple(line.box for line in page.lines if line.start < end and start < line.end)


def _why_no_text(pages: Sequence[Page]) -> str:
    pictures = sum(1 for page in pages if "picture" in page.problem)
    if pictures:
        return f"No text: {pictures} of {len(pages)} pages are only pictures (a scan)."
    return next((page.problem for page in pages if page.problem), "The document has no text.")
