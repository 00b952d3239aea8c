"""A second look at what a search found: how many of the question's pieces of words each text has.

Four letters at a time, so that inflected, compound, misspelt and run-together words count as far
as they are the same, whatever the language. Knows no catalogue.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from app.core.language import content_words, words

_LETTERS = 4


def shares_of_pieces(question: str, texts: Sequence[str]) -> list[float]:
    """For each text the share, 0 to 1, of the question's pieces; those that few texts have weigh
    more."""
    asked = _pieces(" ".join(content_words(question)))
    found = [asked & _pieces(" ".join(words(text))) for text in texts]
    having = Counter(piece for pieces in found for piece in pieces)
    weights = {p: math.log(1 + (len(texts) + 0.5) / (having[p] + 0.5)) for p in asked}
    total = sum(weights.values()) or 1.0
    return [sum(weights[piece] for piece in pieces) / total for pieces in found]


def _pieces(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[i : i + _LETTERS] for i in range(len(padded) - _LETTERS + 1)}
