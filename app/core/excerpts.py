"""Shortens evidence to the sentences and rows that matter for a question, before a model reads it.

What a model reads costs seconds, and what does not matter misleads it. Owns what is kept of a
chunk's text; not which chunks are shown, nor how.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.core.language import content_words, sentence_spans
from app.core.types import Hit

GAP = "[…]"
"""Stands where something was left out."""
ENOUGH = 0.5
"""Share of the best unit's score from which a unit is kept."""
_STEM = 6
"""Letters that words of the same family share."""
_ROW = re.compile(r"[\d—–-][\d.,%()]*(?<!\.)$")
_SENTENCE = re.compile(r"[.!?…]$")
_HEAD = re.compile(r"\b(?:19|20)\d\d\b|\bin (?:thousands|millions|billions)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Unit:
    """A sentence or a line of a table."""

    text: str
    stems: frozenset[str]
    is_row: bool
    is_head: bool


def trimmed(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with the text that a model needs of them.

    A chunk that shares no word with the question stays whole: it may be in another language.
    """
    wanted = _stems(question)
    units = [list(_units(hit.text)) for hit in hits]
    spread = Counter(stem for unit in (u for us in units for u in us) for stem in unit.stems)
    weights = {stem: 1 / math.sqrt(spread[stem]) for stem in wanted if spread[stem]}
    return [replace(hit, text=_kept(us, weights)) for hit, us in zip(hits, units, strict=True)]


def _kept(units: Sequence[_Unit], weights: dict[str, float]) -> str:
    scores = [sum(weights.get(stem, 0.0) for stem in unit.stems) for unit in units]
    best = max(scores, default=0.0)
    if not best:
        return "\n".join(unit.text for unit in units)
    matters = {i for i, score in enumerate(scores) if score >= ENOUGH * best}
    kept = set(matters)
    for place in matters:
        kept |= {place - 1, place + 1}
        if units[place].is_row:
            kept |= set(_heads(units, place))
    return _joined(units, kept)


def _heads(units: Sequence[_Unit], row: int) -> Iterator[int]:
    """The lines above a row that say what its columns are, up to the text before the table."""
    for place in range(row - 1, -1, -1):
        if _SENTENCE.search(units[place].text):
            return
        if units[place].is_head or not units[place].is_row:
            yield place


def _joined(units: Sequence[_Unit], kept: set[int]) -> str:
    parts: list[str] = []
    for place, unit in enumerate(units):
        if place in kept:
            parts.append(unit.text)
        elif parts and parts[-1] != GAP:
            parts.append(GAP)
    return "\n".join(parts).removesuffix(f"\n{GAP}")


def _units(text: str) -> Iterator[_Unit]:
    for line in text.split("\n"):
        for start, end in sentence_spans(line):
            piece = line[start:end]
            is_head = bool(_HEAD.search(piece))
            yield _Unit(piece, _stems(piece), bool(_ROW.search(piece)), is_head)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in content_words(text))
