"""Exact search over more vectors than are read at a time."""

from __future__ import annotations

import numpy as np

from app.core.arrays import Vectors
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.exact_vectors import ExactVectors, pack
from tests.core.library import store

MANY = 12_000
SIZE = 8
EMBEDDER = "one@1"


def add(database: Database, document: int, rows: Vectors, first: int) -> None:
    """Chunks of the document, from the id `first` on, and their vectors."""
    chunks = range(first, first + len(rows))
    database.run_many(
        "INSERT INTO chunks VALUES (?, ?, 1, 0, 1, '', 'x')", ((n, document) for n in chunks)
    )
    database.run_many(
        "INSERT INTO vectors (chunk_id, embedder, vector) VALUES (?, ?, ?)",
        ((n, EMBEDDER, blob) for n, blob in zip(chunks, pack(rows), strict=True)),
    )


def test_the_nearest_of_many_vectors_are_found_also_when_there_are_new_ones(
    catalog: Catalog, database: Database
) -> None:
    first, second = store(catalog, "one.pdf", "One."), store(catalog, "two.pdf", "Two.")
    rows = np.random.default_rng(0).normal(size=(MANY, SIZE)).astype(np.float16).astype(np.float32)
    query = rows[17]
    exact = ExactVectors(database, EMBEDDER, SIZE)
    with database.transaction():
        add(database, first, rows[: MANY // 2], 100)
    exact.search(query, 1, None)
    with database.transaction():
        add(database, second, rows[MANY // 2 :], 100 + MANY // 2)
    cosines = rows @ query
    best = np.argsort(-cosines, kind="stable")
    assert [n for n, _ in exact.search(query, 50, None)] == [100 + int(i) for i in best[:50]]
    in_second = [i for i in best if i >= MANY // 2]
    for found in (exact.search(query, 9, [second]), exact.search(query, 9, None, MANY // 2)):
        assert [n for n, _ in found] == [100 + int(i) for i in in_second[:9]]
