"""Where something happened, until it has been quiet there. Owns no thread and no watch."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from app.core.folders.changes import SETTLING

MOST = 200
"""Paths that are kept apart; with more of them, their folders are looked at as a whole."""
LONGEST = 30.0
"""Seconds after which a path is looked at though something goes on happening there."""


class Pending:
    """Paths, and from when on each is to be looked at."""

    def __init__(
        self, quiet: float = SETTLING, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._quiet = quiet
        self._clock = clock
        self._first: dict[Path, float] = {}
        self._ready: dict[Path, float] = {}

    def note(self, path: Path, wait: float | None = None) -> None:
        """Something happened there; look at it when it has been quiet, or after `wait` seconds."""
        now = self._clock()
        first = self._first.setdefault(path, now)
        wait = self._quiet if wait is None else wait
        self._ready[path] = min(now + wait, max(first + LONGEST, now))
        if len(self._first) > MOST:
            self._collapse()

    def wait(self) -> float | None:
        """Seconds until there is something to look at; None while nothing is noted."""
        if not self._ready:
            return None
        return max(min(self._ready.values()) - self._clock(), 0.0)

    def take(self, may_wait: Callable[[Path], bool]) -> list[Path]:
        """What is to be looked at now; it is no longer noted.

        When there is something, all comes along that need not wait: what a file was moved from
        and what it was moved to are then seen together.
        """
        now = self._clock()
        if not any(ready <= now for ready in self._ready.values()):
            return []
        found = [path for path, ready in self._ready.items() if ready <= now or not may_wait(path)]
        for path in found:
            del self._ready[path], self._first[path]
        return found

    def forget(self) -> None:
        """All of it is looked at now."""
        self._ready.clear()
        self._first.clear()

    def _collapse(self) -> None:
        """Folders in place of what is in them, until they are few enough."""
        while len(self._first) > MOST // 2:
            deepest = max(len(path.parts) for path in self._first)
            if deepest <= 1:
                return
            for path in [p for p in self._first if len(p.parts) == deepest]:
                first, ready = self._first.pop(path), self._ready.pop(path)
                up = path.parent
                self._first[up] = min(first, self._first.get(up, first))
                self._ready[up] = max(ready, self._ready.get(up, ready))
