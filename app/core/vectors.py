"""Vectors: kept in the catalogue, searched through the current generation of the vector store.

A generation is derived and disposable. One that was being written or opened when its process died,
or that comes from another machine, is thrown away and made again. Until one is ready, and for
vectors newer than it, exact search over the catalogue's own vectors answers.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.core.control import Control
from app.core.database import Database
from app.core.errors import VaultError
from app.core.interfaces import VectorStore
from app.core.types import State, Vectors

OpenStore = Callable[[Path, int], VectorStore]
"""Opens (or makes) a store in a folder, for vectors of so many dimensions."""

_BATCH = 1_000


@dataclass(frozen=True)
class Place:
    """The folder of the generations, and the secret of the home that made those it may open.

    A generation is read by native code: one that somebody else made is never opened.
    """

    folder: Path
    owner: str


class VectorIndex:
    """Nearest chunks. One embedder's vectors only; those of another one are as if not there."""

    def __init__(
        self,
        database: Database,
        place: Place,
        open_store: OpenStore,
        embedder: str,
        dimensions: int,
    ) -> None:
        self._database = database
        self._folder = place.folder
        self._owner = place.owner
        self._open_store = open_store
        self._embedder = embedder
        self._dimensions = dimensions
        self._store: VectorStore | None = None
        self._covered = 0
        self._using_store = threading.RLock()
        self._exact = ExactVectors(database, embedder, dimensions)

    def add(self, chunks: Sequence[int], vectors: Vectors) -> list[int]:
        """Keep vectors in the catalogue. Returns the documents that have all of theirs now."""
        packed = [row.tobytes() for row in vectors.astype(np.float16)]
        with self._database.transaction():
            self._database.run_many(
                "INSERT OR REPLACE INTO vectors (chunk_id, embedder, vector) VALUES (?, ?, ?)",
                ((chunk, self._embedder, blob) for chunk, blob in zip(chunks, packed, strict=True)),
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

    def open(self) -> None:
        """Open the current generation if it can be trusted; otherwise leave search to be exact."""
        row = self._current()
        if row is None or self._store is not None:
            return
        number, folder, last, size = row
        self._set_state(number, "opening")
        try:
            store = self._open_store(self._folder / folder, self._dimensions)
            if store.count() != size:
                store.close()
                return
        except Exception:  # of any kind: a store that cannot be opened is made anew, not mended
            return
        self._set_state(number, "ready")
        with self._using_store:
            self._store, self._covered = store, last

    def settle(self, control: Control) -> None:
        """Bring the store up to date with the catalogue, making it anew where it must be."""
        row = self._current()
        if row is not None and row[2] == self._last_vector():
            return
        self.close()
        if row is None:
            self._discard_all()
            row = self._begin_generation()
        self._fill(*row, control)
        self._remove_others(row[0])
        self.open()

    def forget_removed(self) -> None:
        """Documents were removed: search exactly until `settle` has made a store without them."""
        self.close()
        self._database.run("DELETE FROM generations")
        self._exact.forget()

    def rebuild(self, control: Control) -> tuple[int, float]:
        """Make the store anew from the catalogue: number of vectors, and seconds."""
        started = time.monotonic()
        self.forget_removed()
        self._discard_all()
        self._fill(*self._begin_generation(), control)
        self.open()
        return self.count(), time.monotonic() - started

    def count(self) -> int:
        row = self._database.row(
            "SELECT count(*) FROM vectors WHERE embedder = ?", [self._embedder]
        )
        return int(row[0]) if row else 0

    def close(self) -> None:
        with self._using_store:
            if self._store is not None:
                self._store.close()
            self._store, self._covered = None, 0

    def _fill(self, number: int, folder: str, last: int, size: int, control: Control) -> None:
        """Add what is newer than `last` to a generation, dirty until it is closed and flushed."""
        self._set_state(number, "dirty")
        path = self._folder / folder
        store = self._open_store(path, self._dimensions)
        while batch := self._newer_than(last):
            control.check()
            ids = [chunk for _, chunk, _ in batch]
            store.add(ids, _unpack([blob for *_, blob in batch], self._dimensions))
            last, size = batch[-1][0], size + len(batch)
        store.close()
        _flush(path)
        self._database.run(
            "UPDATE generations SET state = 'ready', last_vector = ?, size = ? WHERE id = ?",
            [last, size, number],
        )

    def _newer_than(self, last: int) -> list[tuple[int, int, bytes]]:
        return self._database.rows(
            """SELECT id, chunk_id, vector FROM vectors WHERE id > ? AND embedder = ?
               ORDER BY id LIMIT ?""",
            [last, self._embedder, _BATCH],
        )

    def _current(self) -> tuple[int, str, int, int] | None:
        """Id, folder, last vector and size of the generation, if it can be trusted."""
        row = self._database.row(
            """SELECT id, folder, last_vector, size FROM generations
               WHERE state = 'ready' AND embedder = ? AND machine = ? ORDER BY id DESC""",
            [self._embedder, self._owner],
        )
        if row is None or Path(row[1]).name != row[1] or not _is_plain(self._folder / row[1]):
            return None
        return row

    def _begin_generation(self) -> tuple[int, str, int, int]:
        folder = f"generation-{time.time_ns()}"
        (self._folder / folder).mkdir(parents=True, mode=0o700)
        number = self._database.insert(
            "INSERT INTO generations (folder, embedder, machine, state) VALUES (?, ?, ?, 'dirty')",
            [folder, self._embedder, self._owner],
        )
        return number, folder, 0, 0

    def _discard_all(self) -> None:
        if self._folder.is_symlink():
            self._folder.unlink()
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True, mode=0o700, exist_ok=True)

    def _remove_others(self, number: int) -> None:
        self._database.run("DELETE FROM generations WHERE id != ?", [number])

    def _set_state(self, number: int, state: str) -> None:
        self._database.run("UPDATE generations SET state = ? WHERE id = ?", [state, number])

    def _last_vector(self) -> int:
        row = self._database.row("SELECT max(id) FROM vectors WHERE embedder = ?", [self._embedder])
        return int(row[0] or 0) if row else 0

    def _finish_documents(self, chunks: Sequence[int]) -> list[int]:
        marks = ",".join("?" * len(chunks))
        rows = self._database.rows(
            f"""SELECT DISTINCT document_id FROM chunks touched WHERE touched.id IN ({marks})
                AND NOT EXISTS (
                    SELECT 1 FROM chunks c LEFT JOIN vectors v
                    ON v.chunk_id = c.id AND v.embedder = ?
                    WHERE c.document_id = touched.document_id AND v.id IS NULL)""",
            [*chunks, self._embedder],
        )
        finished = [row[0] for row in rows]
        self._database.run_many(
            "UPDATE documents SET state = ? WHERE id = ?",
            [(State.READY, document) for document in finished],
        )
        return finished


class ExactVectors:
    """The catalogue's vectors in memory, compared one by one. Also the reference for any store."""

    def __init__(self, database: Database, embedder: str, dimensions: int) -> None:
        self._database = database
        self._embedder = embedder
        self._rows: Vectors = np.empty((0, dimensions), np.float32)
        self._numbers = np.empty((0, 3), np.int64)
        """For each row: id of the vector, its chunk, its document."""
        self._since: int | None = None
        """Rows are there for all vectors with an id above this."""
        self._loading = threading.Lock()

    def search(
        self, vector: Vectors, k: int, scope: Collection[int] | None, newer_than: int = 0
    ) -> list[tuple[int, float]]:
        """Chunk ids and cosines, best first, among vectors with an id above `newer_than`."""
        numbers, rows = self._load(newer_than)
        wanted = numbers[:, 0] > newer_than
        if scope is not None:
            wanted &= np.isin(numbers[:, 2], list(scope))
        cosines = np.where(wanted, rows @ vector.reshape(-1), -2.0)
        best = np.argsort(-cosines, kind="stable")[:k]
        return [(int(numbers[i, 1]), float(cosines[i])) for i in best if cosines[i] > -2.0]

    def forget(self) -> None:
        """Let go of all rows; they are loaded again when they are needed."""
        with self._loading:
            self._since = None

    def _load(self, newer_than: int) -> tuple[NDArray[np.int64], Vectors]:
        """At least the vectors with an id above `newer_than`. Some may be of removed chunks."""
        with self._loading:
            if self._since is None or newer_than < self._since:
                self._since = newer_than
                self._numbers, self._rows = self._numbers[:0], self._rows[:0]
            last = int(self._numbers[-1, 0]) if len(self._numbers) else self._since
            found = self._database.rows(
                """SELECT v.id, v.chunk_id, c.document_id, v.vector FROM vectors v
                   JOIN chunks c ON c.id = v.chunk_id WHERE v.id > ? AND v.embedder = ?
                   ORDER BY v.id""",
                [last, self._embedder],
            )
            if found:
                new = np.array([row[:3] for row in found], np.int64)
                rows = _unpack([row[3] for row in found], self._rows.shape[1])
                self._numbers = np.concatenate([self._numbers, new])
                self._rows = np.concatenate([self._rows, rows])
            return self._numbers, self._rows


def _unpack(blobs: Sequence[bytes], dimensions: int) -> Vectors:
    if not all(len(blob) == 2 * dimensions for blob in blobs):
        raise _damaged()
    rows = np.frombuffer(b"".join(blobs), np.float16).reshape(-1, dimensions).astype(np.float32)
    if not np.isfinite(rows).all():
        raise _damaged()
    return rows


def _damaged() -> VaultError:
    return VaultError(
        "The vectors of this vault are damaged.", "Remove its documents, then add them again."
    )


def _is_plain(folder: Path) -> bool:
    """Whether a folder is one, and holds nothing that leads elsewhere or waits for somebody."""
    inside = [folder, *folder.rglob("*")] if folder.is_dir() else []
    return bool(inside) and all(
        not path.is_symlink() and (path.is_file() or path.is_dir()) for path in inside
    )


def _flush(folder: Path) -> None:
    """Ask the disk to keep every file of `folder`: the store itself does not."""
    for path in [*folder.rglob("*"), folder]:
        if path.is_file() or os.name == "posix":
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
