"""Vectors: kept in the catalogue, searched through the current generation of the vector store.

Until a generation is ready, and for vectors newer than it, exact search over the catalogue's own
vectors answers. Which generation may be opened is `generations`' business.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from app.core.arrays import Vectors
from app.core.control import Control
from app.core.errors import Cancelled, KnownError, VaultError
from app.core.events import IndexProgress, Report, tell_nobody
from app.core.interfaces import VectorStore, VectorWriter
from app.core.storage.database import Database
from app.core.storage.exact_vectors import ExactVectors, pack, unpack
from app.core.storage.faults import fault_of
from app.core.storage.generations import Generation, Generations, Place
from app.core.types import State

__all__ = ["OpenStore", "OpenWriter", "Place", "VectorIndex"]

OpenStore = Callable[[Path, int], VectorStore]
"""Opens (or makes) a store in a folder, for vectors of so many dimensions."""
OpenWriter = Callable[[Path, int], VectorWriter]
"""Opens (or makes) one to be written only, perhaps in another process."""

_BATCH = 300
"""Vectors given to the store at a time: a fraction of a second, so that a question never waits."""
_PROBES = 20
"""Vectors that a store must find again, of all that it holds, to be used."""
_SAME = 0.99
"""The cosine of a vector and what half precision left of it is above this."""


class VectorIndex:
    """Nearest chunks. One embedder's vectors only; those of another one are as if not there."""

    def __init__(
        self,
        database: Database,
        place: Place,
        open_store: OpenStore,
        embedder: str,
        dimensions: int,
        open_writer: OpenWriter | None = None,
    ) -> None:
        """Without `open_writer` the store is written as it is read."""
        self._database = database
        self._place = place
        self._generations = Generations(database, place, embedder)
        self._open_store = open_store
        self._open_writer = open_writer or open_store
        self.embedder = embedder
        self.dimensions = dimensions
        self._store: VectorStore | None = None
        self._covered = 0
        self._using_store = threading.RLock()
        self._exact = ExactVectors(database, embedder, dimensions)

    # Finding

    def add(self, chunks: Sequence[int], vectors: Vectors) -> list[int]:
        """Keep vectors in the catalogue. Returns the documents that have all of theirs now."""
        with self._database.transaction():
            self._database.run_many(
                "INSERT OR REPLACE INTO vectors (chunk_id, embedder, vector) VALUES (?, ?, ?)",
                (
                    (chunk, self.embedder, blob)
                    for chunk, blob in zip(chunks, pack(vectors), strict=True)
                ),
            )
            return self._finish_documents(chunks)

    def search(
        self, vector: Vectors, k: int, scope: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """Chunk ids and cosines, best first, of the documents in `scope` (None: all)."""
        with self._using_store:
            if scope is None and self._store is not None:
                found = self._store.search(vector, k)
                newer = self._exact.search(vector, k, None, self._covered)
                return sorted(found + newer, key=lambda hit: -hit[1])[:k]
        return self._exact.search(vector, k, scope)

    def count(self, last: int | None = None) -> int:
        """Vectors in the catalogue; with `last`, those with ids up to it."""
        row = self._database.row(
            "SELECT count(*) FROM vectors WHERE embedder = ? AND (? IS NULL OR id <= ?)",
            [self.embedder, last, last],
        )
        return int(row[0]) if row else 0

    @property
    def uses_store(self) -> bool:
        """Whether a generation answers; otherwise search is exact."""
        return self._store is not None

    # The generation

    def open(self) -> None:
        """Open the current generation if it can be trusted; otherwise leave search to be exact.

        While somebody makes one, this is left to them.
        """
        if self._database.is_read_only:
            return
        if not self._place.busy.acquire(blocking=False):
            return
        try:
            self._open()
        finally:
            self._place.busy.release()

    def settle(self, control: Control, report: Report = tell_nobody) -> None:
        """Bring the store up to date with the catalogue, making it anew where it must be.

        One that is stopped keeps what it has, and is gone on with the next time. VaultError if it
        cannot be written; search is exact then, as it is in a vault that can only be read.
        """
        if self._database.is_read_only:
            return
        with self._place.busy:
            self._open()
            found = self._generations.current() if self._store else None
            last = self._last_vector()
            if found is not None and self.count(found.last) != found.size:
                found = None
            if found is not None and found.last == last:
                return
            self.close()
            if not last:
                self._generations.throw_away()
                return
            self._fill(found or self._generations.begin(), control, report)
            self._open()

    def forget_removed(self) -> None:
        """Documents were removed: search exactly until `settle` has made a store without them."""
        with self._place.busy:
            self.close()
            self._generations.throw_away()
            self._exact.forget()

    def rebuild(self, control: Control, report: Report = tell_nobody) -> tuple[int, float]:
        """Make the store anew from the catalogue: number of vectors, and seconds."""
        started = time.monotonic()
        with self._place.busy:
            self.forget_removed()
            self.settle(control, report)
        return self.count(), time.monotonic() - started

    def verify(self) -> str:
        """What is wrong with the generation, in a sentence: it must hold exactly the catalogue's
        vectors up to its last, and find them. One that does not is thrown away. Those of documents
        that left since may be in it until `settle`.
        """
        with self._place.busy, self._using_store:
            found = self._generations.current()
            self._open()
            if self._store is None or found is None:
                return "The files of the vector index were damaged." if found else ""
            held = self._database.rows(
                "SELECT chunk_id FROM vectors WHERE embedder = ? AND id <= ? ORDER BY chunk_id",
                [self.embedder, self._covered],
            )
            ids, wanted = self._store.ids(), {row[0] for row in held}
            is_whole = wanted <= set(ids) and len(ids) == found.size
            if is_whole and self._finds(self._store, self._covered, 10 * _PROBES):
                return ""
            self.forget_removed()
            return "The vector index did not hold exactly the library's chunks."

    def close(self) -> None:
        with self._using_store:
            if self._store is not None:
                self._store.close()
            self._store, self._covered = None, 0

    def _open(self) -> None:
        if self._store is not None:
            return
        self._generations.clear_out()
        found = self._generations.current()
        if found is None:
            return
        if not self._generations.is_unchanged(found):
            self._generations.throw_away()
            return
        self._generations.mark_opening(found)
        store = self._opened(found)
        if store is None:
            return
        self._generations.keep(found, found.last, found.size)
        with self._using_store:
            self._store, self._covered = store, found.last
        self._exact.forget()

    def _opened(self, generation: Generation) -> VectorStore | None:
        """The store, if it holds what it should. Some read their files with the first search."""
        try:
            store = self._open_store(generation.folder, self.dimensions)
        except Exception:  # of any kind: a store that cannot be opened is made anew, not mended
            return None
        try:
            if store.count() == generation.size and self._finds(store, generation.last, _PROBES):
                return store
        except Exception:  # as above
            pass
        store.close()
        return None

    def _finds(self, store: VectorStore, last: int, probes: int) -> bool:
        """Whether the store finds vectors of the catalogue, spread over all up to `last`."""
        rows = {
            row[0]: row[1]
            for i in range(probes)
            if (row := self._vector_after(i * last // probes)) and row[0] <= last
        }
        missed = 0
        for row in unpack(list(rows.values()), self.dimensions):
            found = store.search(row, 1)
            missed += not found or found[0][1] < _SAME
        return missed <= len(rows) // 10

    def _fill(self, found: Generation, control: Control, report: Report) -> None:
        """Add what is newer than `last` to a generation, dirty until it is closed and flushed."""
        self._generations.mark_dirty(found)
        progress = _Filling(self.count() - found.size, report)
        try:
            store = self._open_writer(found.folder, self.dimensions)
            try:
                while _goes_on(control) and (batch := self._newer_than(found.last)):
                    ids = [chunk for _, chunk, _ in batch]
                    store.add(ids, unpack([blob for *_, blob in batch], self.dimensions))
                    found = replace(found, last=batch[-1][0], size=found.size + len(batch))
                    progress.tell(len(batch))
            finally:
                store.close()
            self._generations.keep(found, found.last, found.size)
        except (KnownError, MemoryError):
            raise
        except Exception as error:
            raise fault_of(error) or VaultError(
                "The search index could not be written.",
                "Search works without it, only slower. Make room on the disk of the vault.",
            ) from error
        control.check()

    def _vector_after(self, number: int) -> tuple[int, bytes] | None:
        return self._database.row(
            "SELECT id, vector FROM vectors WHERE id > ? AND embedder = ? ORDER BY id LIMIT 1",
            [number, self.embedder],
        )

    def _newer_than(self, last: int) -> list[tuple[int, int, bytes]]:
        return self._database.rows(
            """SELECT id, chunk_id, vector FROM vectors WHERE id > ? AND embedder = ?
               ORDER BY id LIMIT ?""",
            [last, self.embedder, _BATCH],
        )

    def _last_vector(self) -> int:
        row = self._database.row("SELECT max(id) FROM vectors WHERE embedder = ?", [self.embedder])
        return int(row[0] or 0) if row else 0

    def _finish_documents(self, chunks: Sequence[int]) -> list[int]:
        marks = ",".join("?" * len(chunks))
        rows = self._database.rows(
            f"""SELECT DISTINCT document_id FROM chunks touched WHERE touched.id IN ({marks})
                AND NOT EXISTS (
                    SELECT 1 FROM chunks c LEFT JOIN vectors v
                    ON v.chunk_id = c.id AND v.embedder = ?
                    WHERE c.document_id = touched.document_id AND v.id IS NULL)""",
            [*chunks, self.embedder],
        )
        finished = [row[0] for row in rows]
        self._database.run_many(
            "UPDATE documents SET state = ? WHERE id = ?",
            [(State.READY, document) for document in finished],
        )
        return finished


def _goes_on(control: Control) -> bool:
    """False once the work was cancelled; waits while it is paused."""
    try:
        control.check()
    except Cancelled:
        return False
    return True


class _Filling:
    """How far a generation is."""

    def __init__(self, total: int, report: Report) -> None:
        self._started = time.monotonic()
        self._total, self._done, self._report = total, 0, report

    def tell(self, added: int) -> None:
        self._done += added
        left = (self._total - self._done) * (time.monotonic() - self._started) / self._done
        self._report(
            IndexProgress(
                "rebuilding",
                chunks_done=self._done,
                chunks_total=self._total,
                seconds_left=max(left, 0.0),
            )
        )
