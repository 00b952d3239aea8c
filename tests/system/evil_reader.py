"""A reader process whose documents are hostile, for tests: each line of the file is a page.

    python -m tests.system.evil_reader [OPTION=NUMBER…]

The words of a line tell what reading that page does to the child that reads it.
"""

from __future__ import annotations

import os
import signal
import socket
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.core.interfaces import Structure
from app.core.types import Box, Letters, Page, Picture
from app.system import reader_role
from app.system.confinement import confine
from app.system.lockdown import lock
from app.system.reader_role import serve_documents

LARGE = 64 * 1024**2


def spin() -> str:
    while True:
        pass


def crash() -> str:
    os.abort()


def eat() -> str:
    """All memory there is, until native code gives up."""
    kept = []
    try:
        while True:
            kept.append(bytearray(os.urandom(1)) * LARGE)
    except MemoryError:
        os.abort()


def killed() -> str:
    signal.raise_signal(signal.SIGKILL)
    return ""


def wait() -> str:
    threading.Event().wait(60)
    return ""


def hide() -> str:
    """Let go of everything but the pipe for answers, as if it had ended; and linger."""
    os._exit = linger  # type: ignore[assignment]
    pipes = [number for number in range(3, 32) if stat.S_ISFIFO(mode_of(number))]
    os.close(max(pipes))
    return ""


def mode_of(number: int) -> int:
    try:
        return os.fstat(number).st_mode
    except OSError:
        return 0


def tried(act: Callable[[], object]) -> str:
    try:
        return repr(act())
    except OSError as error:
        return type(error).__name__


DEEDS: dict[str, Callable[[], str]] = {
    "spin": spin,
    "crash": crash,
    "eat": eat,
    "killed": killed,
    "wait": wait,
    "hide": hide,
    "input": lambda: tried(lambda: os.read(0, 10)),
    "write": lambda: tried(lambda: Path("evil.txt").write_text("evil")),
    "look": lambda: tried(lambda: Path("/etc/hostname").read_text()),
    "fork": lambda: tried(os.fork),
    "reach": lambda: tried(lambda: socket.socket(socket.AF_INET)),
}


class EvilParser:
    """Implements `Parser`."""

    def warm_up(self) -> None:
        return None

    def pages(self, path: Path, password: str, first: int) -> tuple[int, Iterator[Page]]:
        lines = path.read_text("utf-8").splitlines()
        return len(lines), (
            Page(number, "", 9, 9, DEEDS.get(line, lambda said=line: said)())
            for number, line in enumerate(lines, start=1)
            if number >= first
        )

    def structure(self, path: Path, password: str, count: int) -> Structure:
        DEEDS.get(password, lambda: "")()
        return Structure("Title")

    def draw(
        self, path: Path, page: int, scale: float, password: str, part: Box | None = None
    ) -> Picture:
        DEEDS[password]()
        return Picture(1, 1, b"1234")

    def find_letters(self, path: Path, page: int, password: str) -> Letters:
        return Letters(b"")


def linger(_status: int) -> None:
    threading.Event().wait(60)


def main(options: dict[str, str]) -> int:
    reader_role.PAGE_SECONDS = int(options.get("page_seconds", "20"))
    reader_role.MEMORY = int(options.get("memory", str(reader_role.MEMORY)))
    if "linger" in options:
        os._exit = linger  # type: ignore[assignment]

    def confine_late(document: int) -> tuple[str, ...]:
        """The document is replaced after it was opened, and before it is read."""
        if "replace" in options:
            os.replace(f"{options['replace']}.new", options["replace"])
        return confine(document)

    def prove(locks: tuple[str, ...]) -> dict[str, Any]:
        return {"locks": list(locks), **{name: DEEDS[name]() for name in ("look", "reach")}}

    return serve_documents(EvilParser(), prove, lock(display=False).guard, confine_late)


if __name__ == "__main__":
    sys.exit(main(dict(option.split("=", 1) for option in sys.argv[1:])))
