"""The catalogue's own vectors, compared one by one: what search falls back on, and the reference.

Also owns how a vector is packed for the catalogue.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import Vectors
from app.core.errors import VaultError
from app.core.storage.database import Database

_BLOCK = 10_000
"""Vectors that are read, compared and copied at a time."""


@dataclass(frozen=True)
class _Block:
    """Some of the vectors, by their ids: `numbers` are id, chunk and document of each row."""

    numbers: NDArray[np.int64]
    rows: Vectors

    @property
    def last(self) -> int:
        return int(self.numbers[-1, 0])

    def with_more(self, other: _Block) -> _Block:
        return _Block(
            np.concatenate([self.numbers, other.numbers]), np.concatenate([self.rows, other.rows])
        )

    def best(
        self, vector: Vectors, k: int, scope: Collection[int] | None, newer_than: int
    ) -> list[tuple[int, float]]:
        wanted = self.numbers[:, 0] > newer_than
        if scope is not None:
            wanted &= np.isin(self.numbers[:, 2], list(scope))
        cosines = np.where(wanted, self.rows @ vector.reshape(-1), -2.0)
        best = np.argsort(-cosines, kind="stable")[:k]
        return [(int(self.numbers[i, 1]), float(cosines[i])) for i in best if cosines[i] > -2.0]


class ExactVectors:
    """The vectors of one embedder in memory; they are loaded when they are first needed.

    In blocks, so that no more than one is copied when there are new ones.
    """

    def __init__(self, database: Database, embedder: str, dimensions: int) -> None:
        self._database = database
        self._embedder = embedder
        self._dimensions = dimensions
        self._blocks: list[_Block] = []
        self._since: int | None = None
        """Rows are there for all vectors with an id above this."""
        self._loading = threading.Lock()

    def search(
        self, vector: Vectors, k: int, scope: Collection[int] | None, newer_than: int = 0
    ) -> list[tuple[int, float]]:
        """Chunk ids and cosines, best first, among vectors with an id above `newer_than`."""
        blocks = [block for block in self._load(newer_than) if block.last > newer_than]
        found = [hit for block in blocks for hit in block.best(vector, k, scope, newer_than)]
        return sorted(found, key=lambda hit: -hit[1])[:k]

    def forget(self) -> None:
        """Let go of all rows; they are loaded again when they are needed."""
        with self._loading:
            self._since, self._blocks = None, []

    def _load(self, newer_than: int) -> list[_Block]:
        """At least the vectors with an id above `newer_than`. Some may be of removed chunks."""
        with self._loading:
            if self._since is None or newer_than < self._since:
                self._since, self._blocks = newer_than, []
            while block := self._newer_than(self._blocks[-1].last if self._blocks else self._since):
                if self._blocks and len(self._blocks[-1].rows) + len(block.rows) <= _BLOCK:
                    block = self._blocks.pop().with_more(block)
                self._blocks.append(block)
            return list(self._blocks)

    def _newer_than(self, last: int) -> _Block | None:
        found = self._database.rows(
            """SELECT v.id, v.chunk_id, c.document_id, v.vector FROM vectors v
               JOIN chunks c ON c.id = v.chunk_id WHERE v.id > ? AND v.embedder = ?
               ORDER BY v.id LIMIT ?""",
            [last, self._embedder, _BLOCK],
        )
        if not found:
            return None
        numbers = np.array([row[:3] for row in found], np.int64)
        return _Block(numbers, unpack([row[3] for row in found], self._dimensions))


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
