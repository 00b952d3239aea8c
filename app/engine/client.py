"""The window's end of the engine: starts the engine process, sends requests, hands on what comes.

Knows nothing of Qt and nothing of what the messages mean.
"""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, cast

from app.engine import messages
from app.engine.messages import EngineFailed
from app.system.channel import Channel, ChannelClosed

OnMessage = Callable[[Any], None]
"""Gets a request's events and then its ending, in the client's own thread."""

STOPPED = EngineFailed(
    "The engine stopped unexpectedly while it was working.",
    "It is started again. Finished documents are kept; ask or add again what was in hand.",
)
_FEW_ARENAS = {"MALLOC_ARENA_MAX": "2"}
"""glibc keeps freed memory apart for each thread otherwise, and gives little of it back."""


class EngineClient:
    """An engine process and the requests it works on."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start the engine with `command` (see `app.system.processes`)."""
        self._command = list(command)
        self._waiting: dict[int, OnMessage] = {}
        self._lock = threading.Lock()
        self._next = 1
        self._closing = False
        self._start()

    def request(self, body: messages.Request, on_message: OnMessage) -> int:
        """Send a request; its number is what `steer` messages name."""
        with self._lock:
            number = self._next
            self._next += 1
            self._waiting[number] = on_message
        self._send(number, body)
        return number

    def steer(self, body: messages.Steering) -> None:
        """Cancel, pause or resume a running request."""
        self._send(body.request, body)

    def close(self, patience: float = 10.0) -> None:
        """Let the engine finish its batch and end; after `patience` seconds end it."""
        self._closing = True
        self._channel.close()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._thread.join(patience)

    def _start(self) -> None:
        self._spoke = False
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | _FEW_ARENAS,
        )
        self._channel = Channel(
            cast(BinaryIO, self._process.stdout), cast(BinaryIO, self._process.stdin)
        )
        self._thread = threading.Thread(target=self._receive, name="engine client", daemon=True)
        self._thread.start()

    def _send(self, number: int, body: Any) -> None:
        try:
            self._channel.send(*messages.encode(number, body))
        except ChannelClosed:
            self._forget(number)

    def _forget(self, number: int) -> None:
        with self._lock:
            on_message = self._waiting.pop(number, None)
        if on_message:
            on_message(STOPPED)

    def _receive(self) -> None:
        try:
            while True:
                self._hand_on(*messages.decode(*self._channel.receive()))
        except ChannelClosed:
            pass
        except (ArithmeticError, LookupError, TypeError, ValueError):  # what it says makes no sense
            self._process.kill()
        cast(BinaryIO, self._process.stdout).close()
        self._after_stop()

    def _hand_on(self, number: int, body: Any) -> None:
        self._spoke = True
        with self._lock:
            ended = isinstance(body, messages.Ending)
            on_message = (self._waiting.pop if ended else self._waiting.get)(number, None)
        if on_message:
            on_message(body)

    def _after_stop(self) -> None:
        """Start the engine again, unless it ended before it could say a word."""
        if self._closing:
            return
        self._process.wait()
        self._channel.close()
        if self._spoke:
            self._start()
        for number in list(self._waiting):
            self._forget(number)
