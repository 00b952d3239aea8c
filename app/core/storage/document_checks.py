"""Whether what the catalogue keeps of each document fits together: pages, chunks, words, vectors.

What can be worked out again is; a document whose pages or chunks are damaged is set to be read
again, if its file is still there. Files are not looked into.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.chunking import about
from app.core.control import Control
from app.core.errors import VaultError
from app.core.events import IndexProgress, Report
from app.core.language import laid_out
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.exact_vectors import is_whole
from app.core.types import Chunk, Document, Page, Problem, State

_KEPT = (State.READY, State.SEARCHABLE)


@dataclass
class Mended:
    """What was found amiss in many places, to be told in one sentence each."""

    words: int = 0
    vectors: int = 0


class DocumentChecks:
    """Looks at one document after the other. `embedder` and `dimensions` are of those in use."""

    def __init__(
        self, database: Database, catalog: Catalog, embedder: str, dimensions: int
    ) -> None:
        self._database = database
        self._catalog = catalog
        self._embedder = embedder
        self._dimensions = dimensions
        self.mended = Mended()

    def check_all(
        self, documents: Sequence[Document], report: Report, control: Control
    ) -> Iterator[Problem]:
        for number, document in enumerate(documents):
            control.check()
            report(IndexProgress("checking", number, 2 * len(documents), current=document.name))
            if document.state not in _KEPT:
                continue
            if not self._is_whole(document):
                yield self._set_to_be_read(document)
                continue
            self._mend_words(document)
            if self._embedder:
                self._mend_vectors(document)
                yield from self._mend_state(document)

    def _is_whole(self, document: Document) -> bool:
        try:
            pages = [self._catalog.page(document.id, n) for n in self._numbers(document)]
            chunks = self._chunks(document)
        except VaultError:
            return False
        read = sum(1 for page in pages if page.text.strip())
        if (len(pages), read) != (document.pages, document.pages_read):
            return False
        if [page.number for page in pages] != list(range(1, len(pages) + 1)):
            return False
        by_page: dict[int, list[Chunk]] = {page.number: [] for page in pages}
        if any(chunk.page not in by_page for chunk in chunks):
            return False
        for chunk in chunks:
            by_page[chunk.page].append(chunk)
        return all(_fits(page, by_page[page.number]) for page in pages)

    def _numbers(self, document: Document) -> list[int]:
        rows = self._database.rows(
            "SELECT number FROM pages WHERE document_id = ? ORDER BY number", [document.id]
        )
        return [row[0] for row in rows]

    def _chunks(self, document: Document) -> list[Chunk]:
        rows = self._database.rows(
            """SELECT page, start, end, text, heading, id, document_id FROM chunks
               WHERE document_id = ?""",
            [document.id],
        )
        return [replace(Chunk(*row), document_name=document.name) for row in rows]

    def _set_to_be_read(self, document: Document) -> Problem:
        if not os.path.exists(document.path):
            what = "What was read of the document is damaged, and its file is no longer there."
            return Problem(f"{what} Put the file back, then check again.", document.path, False)
        self._database.run(
            "UPDATE documents SET state = ? WHERE id = ?", [State.WAITING, document.id]
        )
        what = "What was read of the document is damaged. It is read again by the next indexing."
        return Problem(what, document.path, False)

    def _mend_words(self, document: Document) -> None:
        chunks = {chunk.id: chunk for chunk in self._chunks(document)}
        marks = ",".join("?" * len(chunks))
        rows = self._database.rows(
            f"SELECT rowid, text, about FROM words WHERE rowid IN ({marks})", chunks
        )
        right = {number for number, *said in rows if said == _words_of(chunks[number])}
        wrong = chunks.keys() - right
        with self._database.transaction():
            write_words(self._database, [chunks[number] for number in sorted(wrong)])
        self.mended.words += len(wrong)

    def _mend_vectors(self, document: Document) -> None:
        """Those that are damaged are removed; the next indexing makes them again."""
        rows = self._database.rows(
            """SELECT v.id, v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               WHERE c.document_id = ? AND v.embedder = ?""",
            [document.id, self._embedder],
        )
        broken = [(number,) for number, blob in rows if not is_whole(blob, self._dimensions)]
        self._database.run_many("DELETE FROM vectors WHERE id = ?", broken)
        self.mended.vectors += len(broken)

    def _mend_state(self, document: Document) -> Iterator[Problem]:
        row = self._database.row(
            """SELECT count(*) FROM chunks c
               LEFT JOIN vectors v ON v.chunk_id = c.id AND v.embedder = ?
               WHERE c.document_id = ? AND v.id IS NULL""",
            [self._embedder, document.id],
        )
        lacks = bool(row and row[0])
        right = State.SEARCHABLE if lacks else State.READY
        if document.state is right:
            return
        self._database.run("UPDATE documents SET state = ? WHERE id = ?", [right, document.id])
        what = "The document was said to be searchable by keyword only, and is by meaning, too."
        if lacks:
            what = "The document was said to be searchable by meaning, and is by keyword only."
        yield Problem(what, document.path, True)


def write_words(database: Database, chunks: Iterable[Chunk]) -> None:
    """Put what is found by keyword in step with these chunks."""
    for chunk in chunks:
        database.run("DELETE FROM words WHERE rowid = ?", [chunk.id])
        database.run(
            "INSERT INTO words (rowid, text, about) VALUES (?, ?, ?)",
            [chunk.id, *_words_of(chunk)],
        )


def _words_of(chunk: Chunk) -> list[str]:
    return [chunk.text, about(chunk)]


def _fits(page: Page, chunks: Sequence[Chunk]) -> bool:
    """Whether every chunk is a piece of the page, and no letter of the page is in none."""
    covered = 0
    for chunk in sorted(chunks, key=lambda chunk: chunk.start):
        if not 0 <= chunk.start < chunk.end <= len(page.text):
            return False
        if _says_something(page.text[covered : chunk.start]):
            return False
        if laid_out(page.text[chunk.start : chunk.end]) != chunk.text:
            return False
        covered = max(covered, chunk.end)
    return not _says_something(page.text[covered:])


def _says_something(text: str) -> bool:
    return any(character.isalnum() for character in text)
