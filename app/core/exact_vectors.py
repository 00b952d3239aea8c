"""The catalogue's own vectors, compared one by one: what search falls back on, and the reference.

Also owns how a vector is packed for the catalogue.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from app.core.database import Database
from app.core.errors import VaultError
from app.core.types import Vectors


class ExactVectors:
    """The vectors of one embedder in memory; they are loaded when they are first needed."""

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
                rows = unpack([row[3] for row in found], self._rows.shape[1])
                self._numbers = np.concatenate([self._numbers, new])
                self._rows = np.concatenate([self._rows, rows])
            return self._numbers, self._rows


def usual_dimensions(database: Database, embedder: str) -> int:
    """Of most of the vectors that the catalogue has of an embedder; 0 where there are none."""
    row = database.row(
        """SELECT length(vector) / 2, count(*) FROM vectors WHERE embedder = ?
           GROUP BY 1 ORDER BY 2 DESC LIMIT 1""",
        [embedder],
    )
    return int(row[0]) if row else 0


def pack(vectors: Vectors) -> list[bytes]:
    """A blob for each row, of half precision."""
    return [row.tobytes() for row in vectors.astype(np.float16)]


def is_whole(blob: bytes, dimensions: int) -> bool:
    """Whether a blob is a vector that `unpack` takes."""
    return len(blob) == 2 * dimensions and bool(np.isfinite(np.frombuffer(blob, np.float16)).all())


def unpack(blobs: Sequence[bytes], dimensions: int) -> Vectors:
    """A row for each blob. Raises `VaultError` where one is damaged."""
    if not all(len(blob) == 2 * dimensions for blob in blobs):
        raise _damaged()
    rows = np.frombuffer(b"".join(blobs), np.float16).reshape(-1, dimensions).astype(np.float32)
    if not np.isfinite(rows).all():
        raise _damaged()
    return rows


def _damaged() -> VaultError:
    return VaultError(
        "The vectors of this vault are damaged.",
        "Check the library: the damaged ones are then made again.",
    )
