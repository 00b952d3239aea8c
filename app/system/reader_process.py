"""One reader process as the engine sees it: started, asked, watched, and ended.

Knows nothing of documents. What comes from it may be a hostile document that speaks.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NoReturn, cast

from app.core.errors import DocumentError
from app.system.channel import Channel, ChannelClosed
from app.system.reader_frames import LIMITS, TOO_MUCH_MEMORY, TOOK_TOO_LONG, unpack_refused

Frame = tuple[dict[str, Any], bytes]
Receive = Callable[[float], Frame]
"""Waits at most so many seconds for the next frame. Raises ReaderEnded."""
OnRefused = Callable[[str, str, float], None]
"""Told of each attempt to reach a network: family, event, time in seconds since 1970."""

SLOW = "took too long"
_TICK = 0.2
_CRASHED = "crashed the reader"
_WHY = {TOOK_TOO_LONG: SLOW, TOO_MUCH_MEMORY: "needed too much memory"}


class ReaderEnded(Exception):
    """A reader process ended at its work; `why` ends a sentence that begins with the work.

    `is_stale`: nothing was heard of this work, so the work before may be to blame: ask once more.
    """

    def __init__(self, why: str, is_stale: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.is_stale = is_stale


class ReaderProcess:
    """Started when it is first needed, and again whenever it is gone. One request at a time."""

    def __init__(self, command: Sequence[str], on_refused: OnRefused) -> None:
        self._command = list(command)
        self._on_refused = on_refused
        self._process: subprocess.Popen[bytes] | None = None
        self._nonce = ""
        self._is_used = False
        self._is_heard = False
        self._answered = True
        self._deadline = 0.0
        self._overdue = False

    def start(self) -> None:
        """Have it running; does not wait until it is ready."""
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
            self._is_used = False
            pipes = self._process.stdout, self._process.stdin
            self._channel = Channel(cast(BinaryIO, pipes[0]), cast(BinaryIO, pipes[1]), LIMITS)

    @contextmanager
    def asked(self, request: dict[str, Any]) -> Iterator[Receive]:
        """Send a request; gives what waits so many seconds for the next frame of the answer.

        Raises ReaderEnded. A process whose answer was not heard to its end is ended.
        """
        self.start()
        self._nonce = secrets.token_hex(16)
        self._answered = self._overdue = self._is_heard = False
        self._deadline = float("inf")
        over = threading.Event()
        threading.Thread(target=self._watch, args=(over,), daemon=True).start()
        try:
            with self._ended_if_closed():
                self._channel.send({**request, "nonce": self._nonce})
            yield self._receive
        finally:
            over.set()
            if not self._answered:
                self.stop()

    def stop(self) -> None:
        """End it at once, with the child that reads for it."""
        if self._process is None:
            return
        self._kill()
        self._process.wait()
        cast(BinaryIO, self._process.stdout).close()
        self._channel.close()
        self._process = None

    def _receive(self, seconds: float) -> Frame:
        self._deadline = time.monotonic() + seconds
        with self._ended_if_closed():
            data, payload = self._channel.receive()
        self._deadline = float("inf")
        if data.get("nonce") != self._nonce:
            self._refuse_foreign()
        self._is_heard = True
        if data.get("last"):
            self._let_go(data)
        return data, payload

    def _let_go(self, data: dict[str, Any]) -> None:
        """Tell the process that its child is done with, whatever that child believes."""
        self._answered = self._is_used = True
        with suppress(ChannelClosed):
            self._channel.send({"nonce": self._nonce})
        with suppress(LookupError, TypeError, ValueError):
            for refused in unpack_refused(data["refused"]):
                self._on_refused(*refused)

    @contextmanager
    def _ended_if_closed(self) -> Iterator[None]:
        try:
            yield
        except ChannelClosed as error:
            raise ReaderEnded(self._why(), self._is_used and not self._is_heard) from error

    def _refuse_foreign(self) -> NoReturn:
        """What answers another request than ours was left behind, or is a lie."""
        if self._is_used and not self._is_heard:
            raise ReaderEnded(_CRASHED, is_stale=True)
        raise DocumentError("The file cannot be read.", "It may be damaged.")

    def _why(self) -> str:
        if self._overdue or self._process is None:
            return SLOW
        try:
            return _WHY.get(self._process.wait(timeout=0.5), _CRASHED)
        except subprocess.TimeoutExpired:  # it lives, and sends what is no frame
            return _CRASHED

    def _watch(self, over: threading.Event) -> None:
        while not over.wait(_TICK):
            if time.monotonic() > self._deadline:
                self._overdue = True
                self._kill()
                return

    def _kill(self) -> None:
        process = self._process
        if process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
