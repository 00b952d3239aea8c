"""How running work is paused and stopped: by asking, never by force."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.core.errors import Cancelled


class Control:
    """Shared between the one who works and the one who may stop the work.

    The worker calls `check()` in every loop that can last half a second.
    """

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._running = threading.Event()
        self._running.set()
        self._on_cancel: Callable[[], None] | None = None
        self._resting = 0
        self._rested, self._since = 0.0, 0.0
        self._counting = threading.Lock()

    def check(self) -> None:
        """Wait while paused; raise `Cancelled` once cancelled."""
        self._running.wait()
        if self._cancelled.is_set():
            raise Cancelled

    def rest(self, seconds: float) -> None:
        """Wait for that long; raise `Cancelled` as soon as cancelled. Never in a lane."""
        self._cancelled.wait(seconds)
        self.check()

    @property
    def rested(self) -> float:
        """Seconds in which no work was to be done: whoever guesses a time leaves them out."""
        with self._counting:
            return self._rested + (time.monotonic() - self._since if self._resting else 0.0)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """For as long as the work makes way for something else."""
        self._begin_rest()
        try:
            yield
        finally:
            self._end_rest()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        return not self._running.is_set()

    def cancel(self) -> None:
        self._cancelled.set()
        self.resume()
        if self._on_cancel:
            self._on_cancel()

    def when_cancelled(self, act: Callable[[], None] | None) -> None:
        """Also do `act` on a cancel, for work that cannot call `check`; None: no longer."""
        self._on_cancel = act
        if act and self.cancelled:
            act()

    def pause(self) -> None:
        if not self._cancelled.is_set() and not self.paused:
            self._running.clear()
            self._begin_rest()

    def resume(self) -> None:
        if self.paused:
            self._running.set()
            self._end_rest()

    def _begin_rest(self) -> None:
        with self._counting:
            if not self._resting:
                self._since = time.monotonic()
            self._resting += 1

    def _end_rest(self) -> None:
        with self._counting:
            self._resting -= 1
            if not self._resting:
                self._rested += time.monotonic() - self._since
