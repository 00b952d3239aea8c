"""The engine's end of the reader processes: a `Reader` that parses nothing in its own process.

Keeps the pages that came before a reader ended, and goes on behind the page that ended it.
"""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from app.core.control import Control
from app.core.errors import DocumentError, PasswordNeeded
from app.core.interfaces import PageCount, Structure
from app.core.kinds import is_left_over
from app.core.types import Box, Letters, Page, Picture, Reading
from app.system.reader_frames import (
    MOST_IN_ALL,
    unpack_count,
    unpack_error,
    unpack_letters,
    unpack_page,
    unpack_picture,
    unpack_structure,
    weight,
)
from app.system.reader_process import SLOW, OnRefused, ReaderEnded, ReaderProcess, Receive

PATIENCE = 60.0
"""Seconds that a page may take, or opening the document."""
PATIENCE_FOR_STRUCTURE = 20.0
PATIENCE_FOR_WHOLE = 1_800.0
"""Seconds that a document may take in all, its pauses aside."""
RESCUES = 5
"""How often a document may end its reader, and its other pages still be read."""

_HINT = "The other documents are not affected."


class IsolatedReader:
    """Implements `Reader` over `count` reader processes, and one more for the page looked at."""

    def __init__(
        self,
        command: Sequence[str],
        suffixes: Sequence[str],
        count: int,
        on_refused: OnRefused = lambda _family, _event, _time: None,
    ) -> None:
        """Starts nothing yet. `on_refused` is told what readers tried to reach, in any thread."""
        self._suffixes = frozenset(suffixes)
        self._all = [ReaderProcess(command, on_refused) for _ in range(count + 1)]
        self._for_looking: queue.LifoQueue[ReaderProcess] = queue.LifoQueue()
        self._for_reading: queue.LifoQueue[ReaderProcess] = queue.LifoQueue()
        self._for_looking.put(self._all[0])
        for process in self._all[1:]:
            self._for_reading.put(process)

    def warm_up(self) -> None:
        """Start a process of each kind, so that the first document need not wait for one."""
        for processes in (self._for_looking, self._for_reading):
            with suppress(queue.Empty), _borrowed(processes, wait=False) as process:
                process.start()

    def can_read(self, path: Path) -> bool:
        return path.suffix.lower() in self._suffixes and not is_left_over(path.name)

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        with _borrowed(self._for_reading) as process:
            return _Document(process, path, password).read(progress, control)

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        request = {
            "do": "draw", "path": str(path), "password": password, "page": page, "scale": scale,
            "part": part,
        }  # fmt: skip
        answer, pixels = self._look(request, "Drawing this page")
        with _made_sense():
            return unpack_picture(answer["picture"], pixels)

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        request = {"do": "find_letters", "path": str(path), "password": password, "page": page}
        _, boxes = self._look(request, "Finding the letters of this page")
        with _made_sense():
            return unpack_letters(boxes)

    def prove(self) -> dict[str, Any]:
        """What a reader, locked up as for a document, found when it tried to get out."""
        answer, _ = self._look({"do": "prove"}, "The reader's test of its own lock")
        with _made_sense():
            return dict(answer["proof"])

    def close(self) -> None:
        for process in self._all:
            process.stop()

    def _look(self, request: dict[str, Any], work: str) -> tuple[dict[str, Any], bytes]:
        """Ask what is answered in one frame; `work` begins the sentence that says how it failed."""
        with _borrowed(self._for_looking) as process:
            while True:
                try:
                    with process.asked(request) as receive:
                        answer, payload = receive(PATIENCE)
                        break
                except ReaderEnded as end:
                    if not end.is_stale:
                        raise DocumentError(f"{work} {end.why}.", _HINT) from end
        _raise_known(answer)
        return answer, payload


class _Document:
    """A document while it is read, by as many children as it takes."""

    def __init__(self, process: ReaderProcess, path: Path, password: str) -> None:
        self._process = process
        self._request = {"do": "read", "path": str(path), "password": password}
        self._left = PATIENCE_FOR_WHOLE
        self._count = 0
        self._pages: list[Page] = []
        self._lost = 0
        self._reason = ""
        self._weight = 0
        self._given_up = False

    def read(self, progress: PageCount, control: Control) -> Reading:
        structure = None
        while structure is None and not self._given_up:
            try:
                structure = self._go_on(progress, control)
            except ReaderEnded as end:
                if not end.is_stale:
                    self._lose_page(end.why)
            except _Enough as enough:
                self._give_up(str(enough))
        if self._lost == self._count:
            raise DocumentError(self._reason, _HINT)
        return (structure or Structure()).given_to(self._pages)

    def _is_whole(self) -> bool:
        return 0 < self._count == len(self._pages)

    def _go_on(self, progress: PageCount, control: Control) -> Structure:
        """The pages from where the last child ended, and what the document says of itself."""
        with self._process.asked({**self._request, "first": len(self._pages) + 1}) as receive:
            frame = self._receive(receive)
            with _made_sense():
                self._start(unpack_count(frame["count"]))
            while not self._is_whole():
                frame = self._receive(receive)
                with _made_sense():
                    self._keep(unpack_page(frame["page"], len(self._pages) + 1))
                progress(len(self._pages), self._count)
                control.check()
            with suppress(ReaderEnded):
                frame = self._receive(receive, PATIENCE_FOR_STRUCTURE)
                with _made_sense():
                    return unpack_structure(frame["structure"], self._count)
        return Structure()

    def _receive(self, receive: Receive, patience: float | None = None) -> dict[str, Any]:
        began = time.monotonic()
        patience = min(PATIENCE if patience is None else patience, self._left)
        try:
            frame, _ = receive(patience)
        finally:
            self._left -= time.monotonic() - began
        _raise_known(frame)
        return frame

    def _start(self, count: int) -> None:
        """Each child must find the same number of pages."""
        if self._count not in (0, count):
            raise ValueError
        self._count = count

    def _keep(self, page: Page) -> None:
        self._weight += weight(page)
        if self._weight > MOST_IN_ALL:
            raise _Enough("The document holds more text than is read.")
        self._pages.append(page)

    def _lose_page(self, why: str) -> None:
        """The page that was being read ended the reader."""
        if not self._count:
            raise DocumentError(f"Opening the document {why}.", _HINT)
        if self._left <= 0:
            self._give_up(f"Reading the document {SLOW} as a whole.")
        elif self._lost > RESCUES or self._is_whole():
            self._give_up("Not read: too many pages before it ended the reader.")
        else:
            self._leave_out(f"Reading this page {why}.")

    def _give_up(self, problem: str) -> None:
        self._given_up = True
        while not self._is_whole():
            self._leave_out(problem)

    def _leave_out(self, problem: str) -> None:
        number = len(self._pages) + 1
        self._reason = self._reason or problem.replace("this page", f"page {number}")
        self._pages.append(Page(number, "", 0.0, 0.0, "", problem=problem))
        self._lost += 1


class _Enough(Exception):
    """No more of a document is read; the text says why."""


@contextmanager
def _borrowed(
    processes: queue.LifoQueue[ReaderProcess], wait: bool = True
) -> Iterator[ReaderProcess]:
    process = processes.get(block=wait)
    try:
        yield process
    finally:
        processes.put(process)


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
        with _made_sense():
            raise DocumentError(*unpack_error(frame))
