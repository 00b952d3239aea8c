"""Embedding: chunks without vectors get theirs, in batches, longest wait first.

Owns no vector: those are `vectors`' business.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np

from app.core.chunking import described
from app.core.control import Control
from app.core.errors import ModelError
from app.core.events import DocumentChanged, IndexProgress, Report
from app.core.forecast import Ahead, EmbeddingForecast, Stopwatch, cost_of
from app.core.interfaces import Embedder
from app.core.pace import EmbeddingSpeeds
from app.core.parts import Parts
from app.core.storage.catalog import Catalog
from app.core.storage.vectors import VectorIndex
from app.core.types import Chunk

LEAST_AT_ONCE, MOST_AT_ONCE = 4, 64
"""Texts embedded at a time."""
_MOMENT = 0.25
"""Seconds that they may take: a question waits for no more."""
_WINDOW = 512
"""Chunks that are looked through for texts of the same length, and for the same text."""
_LEAST_TIMED = 20.0
"""Seconds of embedding; less says little about the next time."""
_TRIAL = ("The lessee shall pay the rent in advance, on the first day of every month. " * 13,) * 4


Texts = dict[str, list[Chunk]]
"""Chunks by the text that is embedded of them."""


class Embedding:
    """One run of giving every chunk its vector. The store gets them later."""

    def __init__(
        self,
        catalog: Catalog,
        embedder: Embedder,
        vectors: VectorIndex,
        speeds: EmbeddingSpeeds | None = None,
    ) -> None:
        self._catalog, self._embedder, self._vectors = catalog, embedder, vectors
        self._speeds = speeds

    def run(self, report: Report, control: Control, before: float = 0.0) -> float:
        """`before`: seconds that reading has taken. Returns those that embedding took."""
        started, done, last = time.monotonic(), 0, 0
        name = self._embedder.model_id
        total = self._catalog.count_without_vectors(name)
        characters, pages = self._catalog.text_without_vectors(name)
        speed = self._speeds.of(name) if self._speeds else 0.0
        cost = cost_of(characters, total)
        forecast = EmbeddingForecast(cost, before, speed, Stopwatch(control))
        moment = _Moment()
        while chunks := self._catalog.chunks_without_vectors(name, _WINDOW, last):
            last = chunks[-1].id
            for texts in moment.portions(_by_text(chunks)):
                control.check()
                self._embed(texts, report)
                batch = [chunk for same in texts.values() for chunk in same]
                done += len(batch)
                forecast.note(cost_of(sum(len(chunk.text) for chunk in batch), len(batch)))
                report(_news(forecast, (done, total), pages, batch[-1].document_name))
        if self._speeds and forecast.seconds >= _LEAST_TIMED:
            self._speeds.note(name, forecast.speed)
        return time.monotonic() - started

    def _embed(self, texts: Texts, report: Report) -> None:
        vectors = self._embedder.embed_passages(list(texts))
        chunks = [chunk.id for same in texts.values() for chunk in same]
        rows = np.repeat(vectors, [len(same) for same in texts.values()], axis=0)
        for document in self._vectors.add(chunks, rows):
            report(DocumentChanged(self._catalog.document(document)))


class _Moment:
    """Cuts work into portions that take about a moment each, on slow machines and on fast ones."""

    def __init__(self) -> None:
        self._size = LEAST_AT_ONCE

    def portions(self, texts: Texts) -> Iterator[Texts]:
        """What is done until the next one is asked for tells how large that may be."""
        waiting = list(texts.items())
        while waiting:
            portion, waiting = waiting[: self._size], waiting[self._size :]
            started = time.monotonic()
            yield dict(portion)
            fitting = len(portion) * _MOMENT / max(time.monotonic() - started, 0.001)
            size = min(int(fitting), 2 * self._size, MOST_AT_ONCE)
            self._size = max(size // LEAST_AT_ONCE * LEAST_AT_ONCE, LEAST_AT_ONCE)


def _by_text(chunks: Sequence[Chunk]) -> Texts:
    """The chunks by the text that is embedded, shortest first: the same text is embedded once."""
    texts: Texts = {}
    for chunk in chunks:
        texts.setdefault(described(chunk), []).append(chunk)
    return dict(sorted(texts.items(), key=lambda pair: len(pair[0])))


def try_speed(embedder: Embedder, speeds: EmbeddingSpeeds | None) -> None:
    """Time an embedder that was never timed here, so that the first wait can be told, too."""
    if speeds is None or speeds.of(embedder.model_id):
        return
    embedder.embed_passages(_TRIAL)
    started = time.monotonic()
    embedder.embed_passages(_TRIAL)
    cost = cost_of(sum(map(len, _TRIAL)), len(_TRIAL))
    speeds.note(embedder.model_id, cost / (time.monotonic() - started))


def look_ahead(catalog: Catalog, parts: Parts) -> Ahead:
    """What embedding there will be after reading, as far as it is known."""
    try:
        embedder = parts.name_embedder() if parts.speeds else ""
    except ModelError:
        embedder = ""
    if not embedder or not parts.speeds:
        return Ahead()
    characters, _ = catalog.text_without_vectors(embedder)
    chunks = catalog.count_without_vectors(embedder)
    return Ahead(cost_of(characters, chunks), parts.speeds.of(embedder))


def _news(
    forecast: EmbeddingForecast, chunks: tuple[int, int], pages: int, name: str
) -> IndexProgress:
    done, total = chunks
    return IndexProgress(
        "embedding",
        chunks_done=done,
        chunks_total=total,
        pages_per_second=pages * done / total / max(forecast.seconds, 0.001),
        seconds_left=forecast.seconds_left(),
        current=name,
        share=forecast.share(),
    )
