"""How the time of a search grows with the library, and where it goes.

    python -m tests.benchmarks.searching VAULT QUESTIONS --home HOME [--sizes 1000 …] [--json FILE]

VAULT was indexed with the real embedder; its chunks are repeated with other words here and there
and their vectors moved a little, until there are as many as wanted. QUESTIONS is a file as `eval`
takes. The embedding of the question is in the times.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from app.backends.chroma import ChromaStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.interfaces import Embedder
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
from app.core.types import Chunk, FileStamp, Page
from app.system.paths import find_paths
from app.system.processes import STORE_ROLE, own_command
from app.system.store_process import StoreProcess
from app.wiring import open_vault

SIZES = (1_000, 10_000, 100_000)
OF_A_DOCUMENT = 100
"""Chunks."""
_MOVED = 0.15
"""How far a vector is moved, of its length."""
_CHANGED = 0.1
"""Share of the words that become others."""
_WORD = re.compile(r"\w{4,}")
_K = 10


@dataclass
class Stopwatch:
    """Milliseconds that calls took, by the name of the part."""

    taken: dict[str, list[float]] = field(default_factory=dict)

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*values: Any) -> Any:
            started = time.perf_counter()
            try:
                return call(*values)
            finally:
                took = (time.perf_counter() - started) * 1000
                self.taken.setdefault(name, []).append(took)

        return timed


class Growth:
    """Chunks of a vault and their vectors, changed each time they are taken."""

    def __init__(self, source: Database) -> None:
        self._chance, self._noise = random.Random(5), np.random.default_rng(5)
        self._chunks = source.rows(
            """SELECT c.heading, c.text, v.vector
               FROM chunks c JOIN vectors v ON v.chunk_id = c.id ORDER BY c.id"""
        )
        self._words = sorted({word for chunk in self._chunks for word in _WORD.findall(chunk[1])})

    def grow(self, catalog: Catalog, index: VectorIndex, size: int) -> None:
        """Add documents, until the catalogue has `size` chunks."""
        source = catalog.add_source("/nowhere")
        for number in range(catalog.count_chunks(), size, OF_A_DOCUMENT):
            name = f"{number}.pdf"
            document = catalog.add_waiting(source, f"/nowhere/{name}", name, FileStamp(1, 1))
            chosen = [
                self._chunks[(number + i) % len(self._chunks)]
                for i in range(min(OF_A_DOCUMENT, size - number))
            ]
            texts = [_WORD.sub(self._changed, text) for _, text, _ in chosen]
            pages = [Page(i, "", 595, 842, text, ()) for i, text in enumerate(texts, start=1)]
            chunks = [
                Chunk(page.number, 0, len(page.text), page.text, heading)
                for page, (heading, _, _) in zip(pages, chosen, strict=True)
            ]
            catalog.store_reading(document, FileStamp(1, 1), name, pages, chunks)
            waiting = catalog.chunks_without_vectors(index.embedder, OF_A_DOCUMENT)
            index.add([chunk.id for chunk in waiting], self._moved([blob for *_, blob in chosen]))

    def _changed(self, match: re.Match[str]) -> str:
        return self._chance.choice(self._words) if self._chance.random() < _CHANGED else match[0]

    def _moved(self, blobs: list[bytes]) -> Vectors:
        rows = np.frombuffer(b"".join(blobs), np.float16).reshape(len(blobs), -1)
        moved = rows + _MOVED * self._noise.normal(size=rows.shape) / rows.shape[1] ** 0.5
        unit: Vectors = (moved / np.linalg.norm(moved, axis=1, keepdims=True)).astype(np.float32)
        return unit


def measure(
    growth: Growth, embedder: Embedder, folder: Path, size: int, questions: list[str]
) -> dict[str, Any]:
    """Milliseconds by part, for a library of `size` chunks in `folder`."""
    database = Database(folder / "catalog.sqlite3")
    catalog = Catalog(database)
    writer = partial(StoreProcess, own_command(STORE_ROLE))
    place = Place(folder / "vectors", "here")
    index = VectorIndex(
        database, place, ChromaStore, embedder.model_id, embedder.dimensions, writer
    )
    growth.grow(catalog, index, size)
    index.rebuild(Control())
    index.open()
    watch = Stopwatch()
    retriever = _watched(Retriever(catalog, embedder, index), watch)
    for question in questions[:3]:
        retriever.find(question, _K)
    watch.taken.clear()
    find = watch.around("all", retriever.find)
    for question in questions:
        find(question, _K)
    index.close()
    database.close()
    return {"chunks": size, "load": os.getloadavg()[0], **dict(_told(watch))}


def _watched(retriever: Retriever, watch: Stopwatch) -> Retriever:
    """The same, with its parts timed."""
    for name, part in (
        ("by meaning", "_by_meaning"), ("counting words", "_counts"), ("by word", "_by_word"),
        ("rows", "_add_rows"), ("hits", "_hit"),
    ):  # fmt: skip
        setattr(retriever, part, watch.around(name, getattr(retriever, part)))
    return retriever


def _told(watch: Stopwatch) -> Iterator[tuple[str, dict[str, float]]]:
    for name, taken in watch.taken.items():
        half, most = np.percentile(taken, [50, 95])
        yield name, {"median": round(half, 1), "p95": round(most, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vault", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    lines = options.questions.read_text("utf-8").splitlines()
    questions = [str(json.loads(line)["question"]) for line in lines]
    made = []
    with (
        tempfile.TemporaryDirectory() as place,
        open_vault(find_paths(options.home, options.vault), fakes=False) as vault,
    ):
        embedder, _ = vault.services.load_embedder(tell_nobody)
        growth = Growth(vault.services._database)
        for size in sorted(options.sizes):
            made.append(measure(growth, embedder, Path(place), size, questions))
            print(f"{size:,} chunks, load {made[-1]['load']:.1f}", flush=True)
            for name, found in made[-1].items():
                if isinstance(found, dict):
                    print(f"  {name:16} median {found['median']:7.1f}  p95 {found['p95']:7.1f} ms")
    if options.json:
        options.json.write_text(json.dumps(made, indent=1))


if __name__ == "__main__":
    main()
