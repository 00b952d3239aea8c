"""Chroma: nearest neighbours in a folder that can be thrown away. It holds ids and vectors only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.core.types import Vectors

_COLLECTION = "vectors"
_LARGEST_ADD = 1_000


class ChromaStore:
    """Implements `VectorStore`. Ids are our chunk ids; Chroma's answers are candidates."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        import chromadb
        from chromadb.config import Settings

        _forget_embedding_functions()
        self._dimensions = dimensions
        self._client: Any = chromadb.PersistentClient(
            path=str(folder),
            settings=Settings(anonymized_telemetry=False, allow_reset=False, is_persistent=True),
        )
        self._collection: Any = self._client.get_or_create_collection(
            _COLLECTION,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_construction": 100, "ef_search": 200}},
        )

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
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

    def close(self) -> None:
        self._client.close()


def _forget_embedding_functions() -> None:
    """Leave Chroma no code to run that a tampered folder could name: unknown names do nothing."""
    from chromadb.utils import embedding_functions

    embedding_functions.known_embedding_functions.clear()
    embedding_functions.sparse_known_embedding_functions.clear()
