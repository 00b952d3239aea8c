"""Turns what the engine's client says, in its own thread, into signals in the window's thread.

Owns the pace too: news reach widgets at most every 50 ms, and what was overtaken is left out.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from app.core.events import DraftWritten, IndexProgress, PromptReading
from app.engine import messages
from app.engine.client import STOPPED, OnMessage
from app.engine.messages import Cancel, EngineFailed, Pause, Resume, WorkCancelled

PACE = 50
_OVERTAKEN = (DraftWritten, IndexProgress, PromptReading)


class Client(Protocol):
    """What the window needs of `app.engine.client.EngineClient`."""

    def request(self, body: messages.Request, on_message: OnMessage) -> int: ...
    def steer(self, body: messages.Steering) -> None: ...


class Exchange(QObject):
    """A request and what comes of it: any number of events, then one of the three endings."""

    told = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.is_running = True

    def deliver(self, message: Any) -> None:
        """Emit the signal that `message` is about."""
        if not isinstance(message, messages.Ending):
            self.told.emit(message)
            return
        self.is_running = False
        if isinstance(message, EngineFailed):
            self.failed.emit(message)
        elif isinstance(message, WorkCancelled):
            self.cancelled.emit()
        else:
            self.finished.emit(message)
        self.ended.emit()


class EngineLink(QObject):
    """Sends requests to the engine. `engine_stopped`: it died, and was started again."""

    engine_stopped = Signal()
    _arrived = Signal()

    def __init__(self, client: Client, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._incoming: deque[tuple[int, Any]] = deque()
        self._exchanges: dict[int, Exchange] = {}
        self._last_key = 0
        self._is_closed = False
        self._since_delivery = QElapsedTimer()
        self._since_delivery.start()
        self._timer = QTimer(self, singleShot=True, interval=PACE)
        self._timer.timeout.connect(self._deliver)
        self._arrived.connect(self._schedule, Qt.ConnectionType.QueuedConnection)

    def send(self, body: messages.Request) -> Exchange:
        """Send a request; connect to the exchange before control returns to Qt."""
        self._last_key += 1
        exchange = Exchange()
        self._exchanges[self._last_key] = exchange
        exchange.number = self._client.request(body, partial(self._receive, self._last_key))
        return exchange

    def cancel(self, exchange: Exchange | None) -> None:
        if exchange and exchange.is_running:
            self._client.steer(Cancel(exchange.number))

    def pause(self, exchange: Exchange) -> None:
        if exchange.is_running:
            self._client.steer(Pause(exchange.number))

    def resume(self, exchange: Exchange) -> None:
        if exchange.is_running:
            self._client.steer(Resume(exchange.number))

    def close(self) -> None:
        """Hand on nothing more, whatever is still sent: the window is going."""
        self._is_closed = True
        self._exchanges.clear()
        self._timer.stop()

    def _receive(self, key: int, message: Any) -> None:
        """Runs in the client's thread."""
        self._incoming.append((key, message))
        with suppress(RuntimeError):  # the window may be gone already
            self._arrived.emit()

    def _schedule(self) -> None:
        if self._timer.isActive() or self._is_closed or not self._incoming:
            return
        self._timer.start(max(0, PACE - self._since_delivery.elapsed()))

    def _deliver(self) -> None:
        self._since_delivery.restart()
        arrived = [self._incoming.popleft() for _ in range(len(self._incoming))]
        newest = {(key, type(message)): i for i, (key, message) in enumerate(arrived)}
        for i, (key, message) in enumerate(arrived):
            is_overtaken = newest[key, type(message)] > i and isinstance(message, _OVERTAKEN)
            if not is_overtaken:
                self._hand_on(key, message)

    def _hand_on(self, key: int, message: Any) -> None:
        exchange = self._exchanges.get(key)
        if exchange is None or self._is_closed:
            return
        if isinstance(message, messages.Ending):
            del self._exchanges[key]
        if message == STOPPED:
            self.engine_stopped.emit()
        exchange.deliver(message)
