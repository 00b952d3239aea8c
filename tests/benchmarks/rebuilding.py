"""How long the vector index takes to be made anew, how search fares meanwhile, and what it finds.

    python -m tests.benchmarks.rebuilding 100000
    python -m tests.benchmarks.rebuilding --vault FOLDER    (a copy of one that was indexed)

Without a vault one is made, of random vectors: the hardest there are for an index of neighbours.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np

from app.backends.chroma import ChromaStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.storage.database import Database
from app.core.storage.exact_vectors import pack, usual_dimensions
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
from app.system.processes import STORE_ROLE, own_command
from app.system.store_process import StoreProcess

DIMENSIONS = 384
QUERIES = 300
K = 10


def made_vault(folder: Path, count: int) -> None:
    """A catalogue of one document with `count` chunks, and a random vector for each."""
    database = Database(folder / "catalog.sqlite3")
    with database.transaction():
        database.run("INSERT INTO sources (id, path) VALUES (1, '/nowhere')")
        database.run(
            """INSERT INTO documents (id, source_id, path, name, size, modified, state)
               VALUES (1, 1, '/nowhere/a.pdf', 'a.pdf', 1, 1, 'ready')"""
        )
        database.run_many(
            "INSERT INTO chunks VALUES (?, 1, 1, 0, 4, '', 'text')",
            ((number,) for number in range(1, count + 1)),
        )
        database.run_many(
            "INSERT INTO vectors (chunk_id, embedder, vector) VALUES (?, 'random', ?)",
            enumerate(_random_blobs(count), start=1),
        )
    database.close()


def _random_blobs(count: int) -> Iterator[bytes]:
    chance = np.random.default_rng(7)
    for start in range(0, count, 10_000):
        yield from pack(_unit(chance.normal(size=(min(10_000, count - start), DIMENSIONS))))


def _unit(rows: np.typing.NDArray[np.float64]) -> Vectors:
    made: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return made


def queries(database: Database, embedder: str, dimensions: int) -> Vectors:
    """Random ones for random vectors; otherwise real ones, each moved a little."""
    chance = np.random.default_rng(11)
    noise = chance.normal(size=(QUERIES, dimensions))
    if embedder == "random":
        return _unit(noise)
    blobs = database.rows("SELECT vector FROM vectors ORDER BY id")
    chosen = [blobs[i][0] for i in chance.integers(len(blobs), size=QUERIES)]
    rows = np.frombuffer(b"".join(chosen), np.float16).reshape(QUERIES, -1)
    return _unit(rows + 0.3 * _unit(noise))


def measure(folder: Path) -> None:
    database = Database(folder / "catalog.sqlite3")
    found = database.row("SELECT embedder FROM vectors LIMIT 1")
    assert found
    dimensions = usual_dimensions(database, found[0])
    place = Place(folder / "vectors", "here")
    writer = partial(StoreProcess, own_command(STORE_ROLE))
    index = VectorIndex(database, place, ChromaStore, found[0], dimensions, writer)
    asked = queries(database, found[0], dimensions)
    exact = _answers(index, asked)
    meanwhile: list[float] = []
    done = threading.Event()
    asker = threading.Thread(target=_ask_on, args=(index, asked, done, meanwhile))
    asker.start()
    busy = _children()
    count, seconds = index.rebuild(Control())
    busy = _children() - busy
    done.set()
    asker.join()
    started = time.monotonic()
    nearest = _answers(index, asked)
    took = (time.monotonic() - started) / QUERIES
    shared = [len(set(a) & set(b)) / K for a, b in zip(nearest, exact, strict=True)]
    index.close()
    started = time.monotonic()
    index.open()
    print(f"{count:,} vectors of {dimensions}, a made index: {index.uses_store}")
    load = os.getloadavg()[0]
    print(f"made anew in {seconds:.0f} s ({busy:.0f} s of processor), load {load:.1f}")
    print(f"opened again in {time.monotonic() - started:.1f} s")
    print(f"meanwhile {len(meanwhile)} searches: {_said(meanwhile)}")
    print(f"afterwards {took * 1000:.1f} ms")
    print(f"of the {K} nearest, {sum(shared) / QUERIES:.1%} found ({QUERIES} queries)")
    index.close()
    database.close()


def _children() -> float:
    """Seconds of processor time that processes begun from here have had."""
    times = os.times()
    return times.children_user + times.children_system


def _answers(index: VectorIndex, asked: Vectors) -> list[list[int]]:
    return [[number for number, _ in index.search(row, K)] for row in asked]


def _ask_on(index: VectorIndex, asked: Vectors, done: threading.Event, took: list[float]) -> None:
    """A question a second, as long as the index is made."""
    while not done.wait(1.0):
        started = time.monotonic()
        assert len(index.search(asked[len(took) % QUERIES], K)) == K
        took.append(time.monotonic() - started)


def _said(seconds: list[float]) -> str:
    if not seconds:
        return "none"
    return f"median {median(seconds) * 1000:.0f} ms, longest {max(seconds) * 1000:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=100_000)
    parser.add_argument("--vault", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        if options.vault:
            shutil.copy(options.vault / "catalog.sqlite3", folder)
        else:
            made_vault(folder, options.count)
        measure(folder)


if __name__ == "__main__":
    main()
