"""Chroma: nearest neighbours in a folder that can be thrown away. It holds ids and vectors only."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from app.backends.hnsw_files import whole_vectors
from app.core.arrays import Vectors
from app.core.errors import VaultError

_COLLECTION = "vectors"
_LARGEST_ADD = 1_000
_SETTINGS: dict[str, Any] = {"space": "cosine", "ef_construction": 100, "ef_search": 200}
_FLUSHED_AFTER = 5_000
"""Vectors after which Chroma writes its whole index anew; what it has not written yet it works out
again at each opening, so that the last ones are written when the store is closed."""
_AT_ONCE = 2
"""The least that can be set."""


class ChromaStore:
    """Implements `VectorStore`. Ids are our chunk ids; Chroma's answers are candidates."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        import chromadb
        from chromadb.config import Settings

        _forget_embedding_functions()
        self._dimensions = dimensions
        self._folder = folder
        self._has_new = False
        # Made the usual way, it would take what a file “.env” says where the program was started.
        settings = Settings.model_construct(
            anonymized_telemetry=False, allow_reset=False, is_persistent=True
        )
        self._open_client: Any = partial(chromadb.PersistentClient, str(folder), settings)
        self._open()

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        self._has_new = True
        for start in range(0, len(ids), _LARGEST_ADD):
            part = slice(start, start + _LARGEST_ADD)
            self._collection.add(
                ids=[str(number) for number in ids[part]], embeddings=vectors[part]
            )

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        wanted = min(k, self.count())
        if not wanted:
            return []
        found = self._collection.query(
            query_embeddings=np.asarray(vector, np.float32).reshape(1, self._dimensions),
            n_results=wanted,
            include=["distances"],
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [(int(number), 1.0 - float(distance)) for number, distance in pairs]

    def count(self) -> int:
        return int(self._collection.count())

    def ids(self) -> list[int]:
        return [int(number) for number in self._collection.get(include=[])["ids"]]

    def close(self) -> None:
        """VaultError if what was added did not reach the disk whole."""
        if not self._has_new:
            self._client.close()
            return
        self._flush()
        count = self.count()
        self._client.close()
        whole = whole_vectors(self._folder)
        if whole is None or count - whole >= _AT_ONCE:
            raise VaultError(
                "The search index could not be written whole.",
                "Search works without it, only slower. Make room on the disk of the vault.",
            )

    def _open(self) -> None:
        self._client: Any = self._open_client()
        self._collection: Any = self._client.get_or_create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {**_SETTINGS, "sync_threshold": _FLUSHED_AFTER}},
        )

    def _flush(self) -> None:
        """A search in a newly opened collection writes all that is more than its threshold."""
        self._set_threshold(_AT_ONCE)
        self._client.close()
        self._open()
        self.search(np.eye(1, self._dimensions, dtype=np.float32), 1)
        self._set_threshold(_FLUSHED_AFTER)
        self._has_new = False

    def _set_threshold(self, count: int) -> None:
        with warnings.catch_warnings():
            # Having no embedding function is called an old way.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._collection.modify(configuration={"hnsw": {"sync_threshold": count}})


def _forget_embedding_functions() -> None:
    """Leave Chroma no code to run that a tampered folder could name: unknown names do nothing."""
    from chromadb.utils import embedding_functions

    embedding_functions.known_embedding_functions.clear()
    embedding_functions.sparse_known_embedding_functions.clear()
