"""How fast this machine reads prompts and embeds text, and how long a prompt may therefore be.

Every prompt that is read is timed; the running figure of each model is kept in a small file,
which holds no other word and may be deleted at any time.
"""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from app.core.control import Control
from app.core.events import PromptReading, Report
from app.core.interfaces import LanguageModel, Message, TokenCount, count_for_nobody

LEAST_BUDGET = 600
"""Tokens: rules, a question and one passage always fit."""
SHORTEST, LONGEST = 3, 120
"""Seconds until the first word that can be asked for."""
_LEAST_TIMED = 64
"""Tokens; fewer say little about the next prompt."""
_NEWS = 0.4
"""Weight of the latest prompt in the running figure."""


class ReadingPace:
    """The running figure of one model on this machine, and the budget that follows from it."""

    def __init__(
        self, file: Path, model: str, estimate: float, seconds: Callable[[], float]
    ) -> None:
        """`estimate`: tokens a second until a prompt was timed; `seconds` until the first word."""
        self._file = file
        self._model = model
        self._estimate = estimate
        self._seconds = seconds
        self._known: deque[int] = deque([0], maxlen=3)
        """Tokens of the latest prompts that had not to be read again."""

    @property
    def speed(self) -> float:
        """Tokens a second."""
        return read_figures(self._file).get(self._model, self._estimate)

    @property
    def budget(self) -> int:
        """Tokens that a prompt may have for the first word to come in time.

        What the last prompts shared with the ones before them costs nothing, and is added.
        """
        seconds = min(max(self._seconds(), SHORTEST), LONGEST)
        return max(LEAST_BUDGET, round(self.speed * seconds) + min(self._known))

    def note(self, known: int, read: int, seconds: float) -> None:
        """Take in a prompt: tokens that were known, tokens that were read in so many seconds."""
        self._known.append(known)
        if read < _LEAST_TIMED or seconds <= 0:
            return
        _note(self._file, self._model, read / seconds)


class EmbeddingSpeeds:
    """The running figures of embedders on this machine: characters a second."""

    def __init__(self, file: Path, threads: int) -> None:
        self._file = file
        self._threads = threads

    def of(self, embedder: str) -> float:
        """0 while nothing was timed."""
        return read_figures(self._file).get(self._name(embedder), 0.0)

    def note(self, embedder: str, speed: float) -> None:
        _note(self._file, self._name(embedder), speed)

    def _name(self, embedder: str) -> str:
        return f"embedding with {embedder}, {self._threads} threads"


def _note(file: Path, name: str, speed: float) -> None:
    """Let a running figure follow what was measured now."""
    figures = read_figures(file)
    before = figures.get(name, speed)
    figures[name] = round(before + _NEWS * (speed - before), 2)
    with suppress(OSError):  # a home that cannot be written to is no reason not to answer
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(figures, indent=1), "utf-8")
        fresh.replace(file)


def read_figures(file: Path) -> dict[str, float]:
    """What the file holds, as far as it makes sense: tokens a second by model."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(model): float(speed)
        for model, speed in found.items()
        if type(speed) in (int, float) and 0.01 < speed < 1e6
    }


class PacedModel:
    """Implements `LanguageModel`: another one, whose reading is told and timed."""

    def __init__(self, model: LanguageModel, pace: ReadingPace | None, report: Report) -> None:
        self._model = model
        self._pace = pace
        self._report = report

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def context(self) -> int:
        return self._model.context

    def count_tokens(self, messages: Iterable[Message]) -> int:
        return self._model.count_tokens(messages)

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        reading = _Reading(self._pace, self._report)

        def told(read: int, total: int) -> None:
            reading.follow(read, total)
            on_read(read, total)

        try:
            yield from self._model.stream(messages, limit, control, told)
        finally:
            reading.end()


class _Reading:
    """One prompt while it is read. A stopped one counts too: its model may be too slow."""

    def __init__(self, pace: ReadingPace | None, report: Report) -> None:
        self._pace = pace
        self._report = report
        self._known = self._read = 0
        self._started = self._latest = 0.0

    def follow(self, read: int, total: int) -> None:
        self._latest = time.monotonic()
        if not self._started:
            self._started, self._known = self._latest, read
        self._read = read
        self._report(PromptReading(read, total, self._seconds_left(total)))
        if read == total:
            self.end()

    def end(self) -> None:
        """Note the figure, once."""
        pace, self._pace = self._pace, None
        if pace is not None and self._started:
            pace.note(self._known, self._read - self._known, self._latest - self._started)

    def _seconds_left(self, total: int) -> float | None:
        passed, done = self._latest - self._started, self._read - self._known
        if done and passed > 0:
            return (total - self._read) * passed / done
        return (total - self._read) / self._pace.speed if self._pace else None
