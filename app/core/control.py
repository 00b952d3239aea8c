"""How running work is paused and stopped: by asking, never by force."""

from __future__ import annotations

import threading
from collections.abc import Callable

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
    def cancelled(self) -> bool:
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        return not self._running.is_set()

    def cancel(self) -> None:
        self._cancelled.set()
        self._running.set()
        if self._on_cancel:
            self._on_cancel()

    def when_cancelled(self, act: Callable[[], None] | None) -> None:
        """Also do `act` on a cancel, for work that cannot call `check`; None: no longer."""
        self._on_cancel = act
        if act and self.cancelled:
            act()

    def pause(self) -> None:
        if not self._cancelled.is_set():
            self._running.clear()

    def resume(self) -> None:
        self._running.set()
