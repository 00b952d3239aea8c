"""The reader process: it reads one document after another, each in a child of its own.

Owns the child's limits and what goes over the pipe. Knows no file format: the `Reader` is given.
Where the platform cannot fork, it does one document itself and ends; a fresh one follows.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.core.control import Control
from app.core.errors import DocumentError, PasswordNeeded
from app.core.interfaces import Reader
from app.core.types import Page, Reading
from app.system.channel import Channel, ChannelClosed

MEMORY = 2 * 1024**3
"""Bytes of address space a document may take."""
PROCESSOR_SECONDS = 900
"""Processor time a document may take in all; time without progress is watched by the engine."""

_CANNOT_READ = "The file cannot be read."


def serve_documents(reader: Reader) -> int:
    """Answer requests on standard input until it is closed."""
    channel = Channel(sys.stdin.buffer, os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    while True:
        try:
            request, _ = channel.receive()
        except ChannelClosed:
            return 0
        status = _in_a_child(lambda asked=request: _answer(reader, channel, asked))  # type: ignore[misc]
        if status is None or status != 0:
            return status or 0


def _in_a_child(work: Callable[[], None]) -> int | None:
    """The child's exit status; None where there are no children and the work was done here."""
    if not hasattr(os, "fork"):
        work()
        return None
    child = os.fork()
    if child == 0:
        _limit()
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _limit() -> None:
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(what, (most, most))


def _answer(reader: Reader, channel: Channel, request: dict[str, Any]) -> None:
    try:
        _ACTIONS[request["do"]](reader, channel, request)
    except PasswordNeeded:
        channel.send({"password": True})
    except DocumentError as error:
        channel.send({"error": error.message, "hint": error.hint})
    except MemoryError:
        channel.send({"error": "The document needs too much memory to read.", "hint": ""})
    except FileNotFoundError:
        channel.send({"error": "The file is no longer there.", "hint": ""})
    except PermissionError:
        channel.send({"error": "The file may not be opened.", "hint": "Check its permissions."})
    except Exception:
        channel.send({"error": _CANNOT_READ, "hint": "It may be damaged."})


def _read(reader: Reader, channel: Channel, request: dict[str, Any]) -> None:
    def progress(done: int, count: int) -> None:
        channel.send({"progress": [done, count]})

    reading = reader.read(Path(request["path"]), request["password"], progress, Control())
    channel.send({"reading": _packed(reading)})


def _draw(reader: Reader, channel: Channel, request: dict[str, Any]) -> None:
    path, password = Path(request["path"]), request["password"]
    picture = reader.draw(path, request["page"], request["scale"], password)
    channel.send({"picture": [picture.width, picture.height]}, picture.pixels)


def _find_boxes(reader: Reader, channel: Channel, request: dict[str, Any]) -> None:
    path, span = Path(request["path"]), (request["start"], request["end"])
    boxes = reader.find_boxes(path, request["page"], *span, request["password"])
    channel.send({"boxes": boxes})


def _packed(reading: Reading) -> dict[str, Any]:
    return {
        "title": reading.title,
        "outline": [list(asdict(entry).values()) for entry in reading.outline],
        "pages": [_packed_page(page) for page in reading.pages],
    }


def _packed_page(page: Page) -> list[Any]:
    lines = [[line.start, line.end, *line.box] for line in page.lines]
    return [page.number, page.label, page.width, page.height, page.text, lines, page.problem]


_ACTIONS: dict[str, Callable[[Reader, Channel, dict[str, Any]], None]] = {
    "read": _read,
    "draw": _draw,
    "find_boxes": _find_boxes,
}
