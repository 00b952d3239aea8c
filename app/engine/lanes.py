"""Lanes: threads that do one request after the other. Knows nothing of what requests mean."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable


class Lane:
    """A thread with a queue of work. What a piece of work raises, it must handle itself."""

    def __init__(self, name: str) -> None:
        self._waiting: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, work: Callable[[], None]) -> None:
        self._waiting.put(work)

    def finish(self, patience: float) -> None:
        """Let the work in hand end; what waits behind it is done too, unless it was cancelled."""
        self._waiting.put(None)
        self._thread.join(patience)

    def _run(self) -> None:
        while work := self._waiting.get():
            work()
