"""The engine's end of the reader processes: a `Reader` that parses nothing in its own process.

Starts the processes, watches that they make progress, and ends the ones that do not.
"""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from app.core.control import Control
from app.core.errors import DocumentError, PasswordNeeded
from app.core.interfaces import PageCount
from app.core.types import Box, Line, OutlineEntry, Page, Picture, Reading
from app.system.channel import Channel, ChannelClosed

PATIENCE = 60.0
"""Seconds that a document may take without a page of progress."""

Frame = tuple[dict[str, Any], bytes]


class IsolatedReader:
    """Implements `Reader` over `count` reader processes, and one more for the page looked at."""

    def __init__(self, command: Sequence[str], suffixes: Sequence[str], count: int) -> None:
        self._suffixes = frozenset(suffixes)
        self._all = [_ReaderProcess(command) for _ in range(count + 1)]
        self._for_looking: queue.SimpleQueue[_ReaderProcess] = queue.SimpleQueue()
        self._for_reading: queue.SimpleQueue[_ReaderProcess] = queue.SimpleQueue()
        self._for_looking.put(self._all[0])
        for process in self._all[1:]:
            self._for_reading.put(process)

    def can_read(self, path: Path) -> bool:
        return path.suffix.lower() in self._suffixes

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        request = {"do": "read", "path": str(path), "password": password}

        def on_frame(frame: dict[str, Any]) -> None:
            if "progress" in frame:
                with _made_sense():
                    done, count = (int(number) for number in frame["progress"])
                progress(done, count)

        with _borrowed(self._for_reading) as process:
            answer, _ = process.ask(request, "reading", on_frame, control)
        with _made_sense():
            return _reading(answer["reading"])

    def draw(self, path: Path, page: int, scale: float, password: str) -> Picture:
        request = {
            "do": "draw", "path": str(path), "password": password, "page": page, "scale": scale,
        }  # fmt: skip
        with _borrowed(self._for_looking) as process:
            answer, pixels = process.ask(request, "picture")
        with _made_sense():
            width, height = (int(side) for side in answer["picture"])
        if min(width, height) < 1 or len(pixels) != width * height * 4:
            raise DocumentError("The page cannot be drawn.")
        return Picture(width, height, pixels)

    def find_boxes(self, path: Path, page: int, start: int, end: int, password: str) -> list[Box]:
        request = {
            "do": "find_boxes", "path": str(path), "password": password,
            "page": page, "start": start, "end": end,
        }  # fmt: skip
        with _borrowed(self._for_looking) as process:
            answer, _ = process.ask(request, "boxes")
        with _made_sense():
            return [_box(box) for box in answer["boxes"]]

    def close(self) -> None:
        for process in self._all:
            process.stop()


@contextmanager
def _borrowed(processes: queue.SimpleQueue[_ReaderProcess]) -> Iterator[_ReaderProcess]:
    process = processes.get()
    try:
        yield process
    finally:
        processes.put(process)


class _ReaderProcess:
    """One reader process, started when it is first needed and again whenever it is gone."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._process: subprocess.Popen[bytes] | None = None
        self._start()

    def ask(
        self,
        request: dict[str, Any],
        wanted: str,
        on_frame: Callable[[dict[str, Any]], None] = lambda _frame: None,
        control: Control | None = None,
    ) -> Frame:
        """The frame that has `wanted`. Whatever else happens is a `DocumentError`.

        A process whose answer was not awaited is ended: it would be taken for the next one's.
        """
        channel = self._start()
        answered = False
        try:
            channel.send(request)
            while True:
                data, payload = self._receive(channel)
                answered = not {wanted, "password", "error"}.isdisjoint(data)
                _raise_known(data)
                if wanted in data:
                    return data, payload
                on_frame(data)
                if control:
                    control.check()
        except ChannelClosed as error:
            raise DocumentError(
                "Reading it took too long, too much memory, or crashed the reader.",
                "The other documents are not affected.",
            ) from error
        finally:
            if not answered:
                self.stop()

    def stop(self) -> None:
        """End it at once, with the child that reads for it."""
        if self._process is None:
            return
        try:
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        except (ProcessLookupError, PermissionError):
            pass
        self._process.wait()
        cast(BinaryIO, self._process.stdout).close()
        self._channel.close()
        self._process = None

    def _start(self) -> Channel:
        if self._process is not None and self._process.poll() is not None:
            self.stop()
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
            pipes = self._process.stdout, self._process.stdin
            self._channel = Channel(cast(BinaryIO, pipes[0]), cast(BinaryIO, pipes[1]))
        return self._channel

    def _receive(self, channel: Channel) -> Frame:
        watchdog = threading.Timer(PATIENCE, self._kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            return channel.receive()
        finally:
            watchdog.cancel()

    def _kill(self) -> None:
        if self._process is not None and hasattr(os, "killpg"):
            os.killpg(self._process.pid, signal.SIGKILL)
        elif self._process is not None:
            self._process.kill()


@contextmanager
def _made_sense() -> Iterator[None]:
    """What a reader says is not trusted: it may be a hostile document that speaks."""
    try:
        yield
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise DocumentError("The file cannot be read.", "It may be damaged.") from error


def _raise_known(frame: dict[str, Any]) -> None:
    if "password" in frame:
        raise PasswordNeeded
    if "error" in frame:
        raise DocumentError(str(frame["error"]), str(frame.get("hint", "")))


def _reading(packed: dict[str, Any]) -> Reading:
    outline = (
        OutlineEntry(int(level), str(title), int(page)) for level, title, page in packed["outline"]
    )
    return Reading(tuple(map(_page, packed["pages"])), str(packed["title"]), tuple(outline))


def _page(packed: list[Any]) -> Page:
    number, label, width, height, text, lines, problem = packed
    text = str(text).encode("utf-8", "replace").decode()
    boxed = tuple(Line(int(line[0]), int(line[1]), _box(line[2:])) for line in lines)
    return Page(
        int(number), str(label), float(width), float(height), text, boxed, str(problem)
    )  # fmt: skip


def _box(values: Sequence[Any]) -> Box:
    x0, y0, x1, y1 = (float(value) for value in values)
    return x0, y0, x1, y1
