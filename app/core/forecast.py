"""How long indexing still takes: what is left to be read, and to be embedded afterwards.

Owns the guesses; who reads and who embeds tells what was done. Rests are not counted.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from app.core.control import Control
from app.core.events import InHand

_LEAST = 3.0
"""Seconds before anything is guessed."""
_MEMORY = 240.0
"""Seconds after which what was measured counts half."""
_PRIOR = 20.0
"""Seconds of work that a speed known from earlier counts for."""
_OVERHEAD = 150
"""Characters that a chunk costs beside its text."""


def cost_of(characters: int, chunks: int) -> int:
    """What it costs to embed them, in characters."""
    return characters + _OVERHEAD * chunks


class Stopwatch:
    """Seconds of work: those in which the control was resting are left out."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self._started = time.monotonic() - control.rested

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._control.rested - self._started


class Rate:
    """How much is done in a second; what is long ago counts less and less."""

    def __init__(self, known: float = 0.0) -> None:
        """`known`: what it was the last time; it fades as well."""
        self._seconds = _PRIOR if known else 0.0
        self._amount = known * self._seconds

    def note(self, amount: float, seconds: float) -> None:
        fading = 0.5 ** (seconds / _MEMORY)
        self._amount = self._amount * fading + amount
        self._seconds = self._seconds * fading + seconds

    @property
    def is_known(self) -> bool:
        return self._amount > 0 and self._seconds >= _LEAST

    def seconds_for(self, amount: float) -> float:
        return amount * self._seconds / self._amount


@dataclass(frozen=True)
class Ahead:
    """What follows the reading: the cost of what waits already, and how much is done in a second.

    `speed` is 0 while it is not known, or where nobody embeds.
    """

    cost: int = 0
    speed: float = 0.0


@dataclass
class _Paper:
    """A document that is to be read: bytes, then pages as soon as they are counted."""

    size: int
    pages: int | None = None
    done: int = 0
    is_over: bool = False


class ReadingForecast:
    """What reading and embedding of some documents will take. `sizes`: bytes by document."""

    def __init__(self, sizes: Mapping[int, int], ahead: Ahead, watch: Stopwatch) -> None:
        self._papers = {document: _Paper(size) for document, size in sizes.items()}
        self._ahead, self._watch = ahead, watch
        self._stored = self._stored_pages = 0

    def follow(self, document: int, done: int, pages: int) -> None:
        paper = self._papers[document]
        paper.pages, paper.done = pages, done

    def finish(self, document: int, cost: int = 0) -> None:
        """It is stored, with so much to be embedded; or it could not be read."""
        paper = self._papers[document]
        paper.is_over = True
        if cost and paper.pages:
            self._stored += cost
            self._stored_pages += paper.pages

    @property
    def pages_done(self) -> int:
        return sum(paper.done for paper in self._papers.values())

    @property
    def pages_per_second(self) -> float:
        return self.pages_done / max(self._watch.seconds, 0.001)

    def in_hand(self) -> tuple[InHand, ...]:
        return tuple(
            InHand(document, paper.done, paper.pages)
            for document, paper in self._papers.items()
            if paper.pages and not paper.is_over
        )

    def seconds_left(self) -> float | None:
        """Until everything is searchable by meaning; by keyword, where nobody embeds."""
        done = self.pages_done
        if not done or self._watch.seconds < _LEAST:
            return None
        left = self._pages_left()
        reading = left * self._watch.seconds / done
        if not self._ahead.speed:
            return reading
        if not self._stored_pages:
            return None
        cost = self._ahead.cost + self._stored * (done + left) / self._stored_pages
        return reading + cost / self._ahead.speed

    def share(self) -> float | None:
        left, past = self.seconds_left(), self._watch.seconds
        return None if left is None else past / max(past + left, 0.001)

    def _pages_left(self) -> float:
        """Of documents that nobody has opened yet, as many as the others have for their size."""
        begun = [paper for paper in self._papers.values() if paper.pages or paper.is_over]
        size = sum(paper.size for paper in begun)
        density = sum(paper.pages or 0 for paper in begun) / size if size else 0.0
        opened = sum((paper.pages or 0) - paper.done for paper in begun if not paper.is_over)
        unopened = (p.size for p in self._papers.values() if not p.pages and not p.is_over)
        return opened + density * sum(unopened)


class EmbeddingForecast:
    """What is left of embedding some chunks; `cost_of` says what they count."""

    def __init__(self, cost: int, before: float, speed: float, watch: Stopwatch) -> None:
        """`before`: seconds that reading has taken; `speed`: of the last time, 0 unknown."""
        self._left = self._total = cost
        self._before, self._watch = before, watch
        self._rate = Rate(speed)
        self._last = 0.0

    def note(self, cost: int) -> None:
        """So much more is done."""
        now = self._watch.seconds
        self._rate.note(cost, now - self._last)
        self._last = now
        self._left = max(0, self._left - cost)

    def seconds_left(self) -> float | None:
        if not self._left:
            return 0.0
        return self._rate.seconds_for(self._left) if self._rate.is_known else None

    def share(self) -> float | None:
        left = self.seconds_left()
        past = self._before + self._watch.seconds
        return None if left is None else past / max(past + left, 0.001)

    @property
    def speed(self) -> float:
        """Cost a second over the whole of it."""
        return (self._total - self._left) / max(self._watch.seconds, 0.001)

    @property
    def seconds(self) -> float:
        return self._watch.seconds
