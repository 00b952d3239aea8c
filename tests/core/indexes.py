"""Vector indexes for tests: small ones, over a store that counts how it is used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.backends.fakes import FakeStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.storage.catalog import Catalog
from app.core.storage.vectors import VectorIndex
from app.core.types import State
from tests.core.library import store

SIZE = 8
EMBEDDER = "one@1"
Make = Callable[[], VectorIndex]


class CountingStore(FakeStore):
    """Notes how often stores were opened and searched."""

    opened = 0
    searched = 0

    def __init__(self, folder: Path, dimensions: int) -> None:
        type(self).opened += 1
        super().__init__(folder, dimensions)

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        type(self).searched += 1
        return super().search(vector, k)


def unit_rows(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, SIZE)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)  # type: ignore[no-any-return]


def add(catalog: Catalog, index: VectorIndex, name: str, count: int, seed: int = 0) -> list[int]:
    """A document with `count` chunks and their vectors; the chunks' ids."""
    number = store(catalog, name, *(f"{name} text {i}" for i in range(count)))
    chunks = [c.id for c in catalog.chunks_without_vectors(EMBEDDER, 1_000) if c.document == number]
    assert index.add(chunks, unit_rows(count, seed)) == [number]
    assert catalog.document(number).state is State.READY
    return chunks


def settled(make: Make, catalog: Catalog) -> VectorIndex:
    """An index whose store holds everything."""
    index = make()
    add(catalog, index, "a.pdf", 12)
    index.settle(Control())
    return index


def used_store(index: VectorIndex) -> bool:
    before = CountingStore.searched
    index.search(unit_rows(1, 9), 3)
    return CountingStore.searched > before


def assert_exact(index: VectorIndex, catalog: Catalog) -> None:
    """The same hits as by comparing with everything in the catalogue."""
    everything = [document.id for document in catalog.documents()]
    for query in unit_rows(5, 77):
        exact = index.search(query, 6, everything)
        found = index.search(query, 6)
        assert [number for number, _ in found] == [number for number, _ in exact]
        assert np.allclose([c for _, c in found], [c for _, c in exact], atol=1e-6)
