"""How fast the program embeds, against sentence-transformers alone: the same chunks, in turns.

    python -m tests.benchmarks.embedding [FILE or FOLDER …] [--model NAME …] [--chunks N]
        [--threads N] [--json FILE]

Without paths, the sample documents. Both embed the same few chunks one after the other, again and
again, so that a busy machine slows both. The first round of each is not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from app.backends.document_parser import DocumentParser
from app.backends.embedders import fastest_embedder
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.arrays import Vectors
from app.core.chunking import cut_into_chunks, described
from app.core.interfaces import Embedder
from app.core.kinds import SUFFIXES
from app.system.model_files import ModelFiles
from app.system.paths import installed_models, resource

_AT_ONCE = 16
"""Chunks of a turn."""


@dataclass(frozen=True)
class Compared:
    """Chunks a second of both, and the cosine of each text's two vectors."""

    model: str
    engine: str
    chunks: int
    usual: float
    ours: float
    cosine_mean: float
    cosine_least: float
    question_ms: float
    load: float

    @property
    def faster(self) -> float:
        return self.ours / self.usual


def chunks_of(paths: Iterable[Path]) -> Iterator[str]:
    """What is embedded of the documents, as the program would."""
    parser = DocumentParser()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix.lower() in SUFFIXES:
                count, pages = parser.pages(file, "", 1)
                reading = parser.structure(file, "", count).given_to(pages)
                yield from map(described, cut_into_chunks(reading, file.name))


def compare(model: str, texts: Sequence[str], threads: int) -> Compared:
    folder = ModelFiles(installed_models(), installed_models()).default("embedder", model).path
    usual: Embedder = SentenceTransformerEmbedder(folder, model, threads)
    ours = fastest_embedder(folder, model, threads)
    taken = [0.0, 0.0]
    cosines: list[float] = []
    turns = [texts[i : i + _AT_ONCE] for i in range(0, len(texts), _AT_ONCE)]
    for turn, part in enumerate([turns[0], *turns]):
        made: list[Vectors] = []
        for number, embedder in enumerate((usual, ours)):
            started = time.perf_counter()
            made.append(embedder.embed_passages(part))
            taken[number] += time.perf_counter() - started if turn else 0.0
        cosines += (made[0] * made[1]).sum(axis=1).tolist() if turn else []
    started = time.perf_counter()
    for text in texts[:20]:
        ours.embed_query(text[-60:])
    question = (time.perf_counter() - started) / len(texts[:20]) * 1000
    usual_rate, our_rate = (round(len(texts) / seconds, 2) for seconds in taken)
    return Compared(
        model, type(ours).__name__, len(texts), usual_rate, our_rate,
        float(np.mean(cosines)), min(cosines), round(question, 1), os.getloadavg()[0],
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--model", action="append", metavar="NAME")
    parser.add_argument("--chunks", type=int, default=160)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    texts = list(chunks_of(options.paths or [resource("samples")]))
    texts = random.Random(1).sample(texts, min(options.chunks, len(texts)))
    made = []
    for model in options.model or ["multilingual-e5-small", "all-minilm-l6-v2"]:
        made.append(found := compare(model, texts, options.threads))
        print(
            f"{model}: sentence-transformers {found.usual:.1f} chunks/s, {found.engine} "
            f"{found.ours:.1f} chunks/s, {found.faster:.2f} times; cosine mean "
            f"{found.cosine_mean:.5f}, least {found.cosine_least:.5f}; a question "
            f"{found.question_ms:.0f} ms; load {found.load:.1f}",
            flush=True,
        )
    if options.json:
        options.json.write_text(json.dumps([asdict(one) for one in made], indent=1), "utf-8")


if __name__ == "__main__":
    main()
