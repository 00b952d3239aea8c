"""Chooses the passages that together stand for all others best. Knows vectors, and no document."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import Vectors
from app.core.language import content_words

_MOST = 4_000
"""Passages compared with each other; of a longer text every so-manieth one is."""
_DIMENSIONS = 1_024


def representatives(
    vectors: Vectors,
    weights: NDArray[np.float32],
    costs: Sequence[int],
    budget: int,
    first: Sequence[int] = (),
) -> list[int]:
    """Rows, in order, that cost at most `budget` together and come closest to all rows.

    `first` are taken in any case. Each further one adds most to how near every row has one.
    """
    step = -(-len(vectors) // _MOST)
    places = np.unique([*range(0, len(vectors), step), *first])
    near = _nearness(vectors[places]) * weights[places][:, None]
    chosen = [int(np.searchsorted(places, place)) for place in first]
    left = budget - sum(costs[place] for place in first)
    covered = near[:, chosen].max(axis=1) if chosen else np.zeros(len(places), np.float32)
    while True:
        gains = np.maximum(near - covered[:, None], 0).sum(axis=0) * weights[places]
        fits = np.array([costs[place] <= left for place in places])
        fits[chosen] = False
        best = int(np.argmax(np.where(fits, gains, -1.0)))
        if not fits[best] or gains[best] <= 0:
            return sorted(int(places[i]) for i in chosen)
        chosen.append(best)
        left -= costs[int(places[best])]
        covered = np.maximum(covered, near[:, best])


def _nearness(vectors: Vectors) -> NDArray[np.float32]:
    """Cosines once what all have in common is taken away; at least 0."""
    rest = vectors - vectors.mean(axis=0)
    rest /= np.maximum(np.linalg.norm(rest, axis=1, keepdims=True), 1e-6)
    near: NDArray[np.float32] = np.maximum(rest @ rest.T, 0.0).astype(np.float32)
    return near


def word_vectors(texts: Sequence[str]) -> Vectors:
    """Rows of length 1 from the words of texts, rare ones first: for when there is no embedder."""
    rows = np.zeros((len(texts), _DIMENSIONS), np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in content_words(text):
            row[zlib.crc32(word[:7].encode()) % _DIMENSIONS] = 1.0
    rows *= np.log(1 + len(texts) / np.maximum(rows.sum(axis=0), 1))
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return rows


def telling_words(texts: Sequence[str]) -> dict[str, float]:
    """What words weigh that several texts share: they are what a document is about."""
    counts = Counter(word for text in texts for word in content_words(text) if word.isalpha())
    return {word: math.log(count) for word, count in counts.items() if count > 1}


def telling_window(
    text: str, spans: Sequence[tuple[int, int]], weights: Mapping[str, float], longest: int
) -> tuple[int, int]:
    """The neighbouring sentences, of at most so many characters, that say most of such words."""

    def score(window: tuple[int, int]) -> float:
        said = text[slice(*window)]
        weight = sum(weights.get(word, 0.0) for word in content_words(said))
        return weight * proseness(said) / math.sqrt(len(said) + 200)

    windows = [
        (start, end)
        for i, (start, first_end) in enumerate(spans)
        for _, end in spans[i:]
        if end - start <= longest or end == first_end
    ]
    return max(windows, key=score)


def proseness(text: str) -> float:
    """From 0 to 1: how much of a text is running words, not figures, dots and codes."""
    dense = re.sub(r"\s", "", text)
    letters = sum(c.isalpha() for c in dense)
    share = letters / len(dense) if dense else 0.0
    words = len(text.split())
    return float(np.clip((share - 0.6) / 0.3, 0.05, 1.0)) * min(words / 40, 1.0)
