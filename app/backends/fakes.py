"""Stand-ins for the heavy backends: quick, honest about what they are, and the same every time.

They ship, so that the program can be tried and tested where no model is installed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from app.core.arrays import Vectors
from app.core.control import Control
from app.core.interfaces import Message, TokenCount, count_for_nobody
from app.core.language import content_words, sentence_spans, words


class FakeEmbedder:
    """Implements `Embedder`: a text's vector is the sum of a random direction for each word."""

    model_id = "fake-words"
    dimensions = 64

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        rows = np.stack([self._vector(text) for text in texts])
        return rows.astype(np.float32)

    def embed_query(self, text: str) -> Vectors:
        return self.embed_passages([text])

    def _vector(self, text: str) -> Vectors:
        total = np.zeros(self.dimensions)
        for word in content_words(text) or [""]:
            total += np.random.default_rng(zlib.crc32(word.encode())).normal(size=self.dimensions)
        return (total / np.linalg.norm(total)).astype(np.float32)


class FakeStore:
    """Implements `VectorStore` with a file of rows, compared one by one."""

    def __init__(self, folder: Path, dimensions: int) -> None:
        self._path = folder / "rows.npz"
        self._ids = np.empty(0, np.int64)
        self._rows: Vectors = np.empty((0, dimensions), np.float32)
        if self._path.exists():
            with np.load(self._path) as kept:
                self._ids, self._rows = kept["ids"], kept["rows"]

    def add(self, ids: Sequence[int], vectors: Vectors) -> None:
        self._ids = np.concatenate([self._ids, np.asarray(ids, np.int64)])
        self._rows = np.concatenate([self._rows, vectors])

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        cosines = self._rows @ vector.reshape(-1)
        best = np.argsort(-cosines, kind="stable")[:k]
        return [(int(self._ids[i]), float(cosines[i])) for i in best]

    def count(self) -> int:
        return len(self._ids)

    def ids(self) -> list[int]:
        return [int(number) for number in self._ids]

    def close(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(self._path, ids=self._ids, rows=self._rows)


class FakeModel:
    """Implements `LanguageModel`: answers with the excerpts' sentence nearest to the question."""

    name = "fake-extractive"
    context = 4_096

    def count_tokens(self, messages: Iterable[Message]) -> int:
        return sum(4 + len(words(message.text)) for message in messages)

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        total = self.count_tokens(messages)
        for read in (0, total):
            control.check()
            on_read(read, total)
        for number, piece in enumerate(re.findall(r"\S+\s*", self._answer(messages))):
            control.check()
            if number == limit:
                return
            yield piece, 1

    def _answer(self, messages: Sequence[Message]) -> str:
        *excerpts, question, _ = ["", "", *messages[-1].text.split("\n\n")]
        if question.startswith("["):
            return _first_sentences([*excerpts, question])
        wanted = set(content_words(question.partition(": ")[2] or question))
        sentences = [text[a:b] for text in _texts(excerpts) for a, b in sentence_spans(text)]
        scored = [(len(wanted & set(content_words(s))), -len(s), s) for s in sentences]
        shared, _, best = max(scored, default=(0, 0, ""))
        if shared < min(2, len(wanted)):
            nothing = messages[0].text.rpartition(": ")[2]
            return nothing if nothing.isupper() else best
        return best


def _texts(parts: Sequence[str]) -> list[str]:
    """What the excerpts among the parts of a prompt say, without their first lines."""
    return [part.partition("\n")[2] for part in parts if part.startswith("[")]


def _first_sentences(parts: Sequence[str]) -> str:
    """What it takes for a summary: how each excerpt begins."""
    return " ".join(t[a:b] for t in _texts(parts) for a, b in list(sentence_spans(t))[:1])
