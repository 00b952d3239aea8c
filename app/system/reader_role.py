"""The reader process: for each document it forks a child, which reads that one and ends.

Owns the children and their limits. Knows no file format: a `Parser` is given. The child is forked
before its request comes, takes it, closes its input for good, locks itself up, and only then
opens the document. Where the platform cannot fork, the process does one request itself and ends.
"""

from __future__ import annotations

import gc
import math
import os
import select
import signal
import stat
import sys
import sysconfig
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from app.core.errors import DocumentError, PasswordNeeded
from app.core.interfaces import Parser
from app.core.types import Page
from app.system import windows_lock
from app.system.channel import Channel, ChannelClosed
from app.system.confinement import confine
from app.system.lock_errors import LockFailedError
from app.system.lockdown import Guard
from app.system.reader_frames import TOO_MUCH_MEMORY, TOOK_TOO_LONG, pack_page, pack_structure

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MEMORY = 2 * 1024**3
"""Bytes of address space a document may take."""
PAGE_SECONDS = 20
"""Processor time that a page may take, or opening the document, or its structure."""
WHOLE_SECONDS = 1_800
"""Processor time that a child may take in all."""
OPEN_FILES = 32

_OPENING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_INPUT, _OUTPUT, _ERRORS = 0, 1, 2
_TAKEN = b"t"

Frame = tuple[dict[str, Any], bytes]


Confine = Callable[[int], tuple[str, ...]]
"""Locks this process up but for reading an open file; names the locks that hold."""
Prove = Callable[[tuple[str, ...]], dict[str, Any]]
"""Tries to get out of the locks with these names, and tells what came of it."""


@dataclass(frozen=True)
class _Duties:
    """What a child is made of."""

    parser: Parser
    prove: Prove
    guard: Guard
    confine: Confine


def serve_documents(parser: Parser, prove: Prove, guard: Guard, confine: Confine = confine) -> int:
    """Answer requests on standard input until it is closed. Returns the exit status.

    What `guard` refuses in a child is told to the engine.
    """
    duties = _Duties(parser, prove, guard, confine)
    incoming = os.fdopen(_INPUT, "rb", buffering=0, closefd=False)
    channel = Channel(incoming, os.fdopen(os.dup(_OUTPUT), "wb"))
    os.dup2(_ERRORS, _OUTPUT)
    parser.warm_up()
    if not hasattr(os, "fork"):
        _answer_one(duties, channel, -1)
        return 0
    sysconfig.get_paths()  # it is slow once; each child would do it again to be locked up
    gc.freeze()  # what is loaded is shared with the children, and not looked through in them
    while True:
        status = _serve_one(duties, channel)
        if status is not None:
            return status


def _serve_one(duties: _Duties, channel: Channel) -> int | None:
    """Fork a child, which waits for a request. The exit status, if there is no going on."""
    alive, held = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(alive)
        try:
            _answer_one(duties, channel, held)
        finally:
            os._exit(0)
    os.close(held)
    try:
        is_taken = os.read(alive, 1) == _TAKEN
        # Readable is the pipe when the child has ended, and input when its answer was heard.
        is_heard = is_taken and alive not in select.select([alive, _INPUT], [], [])[0]
        os.kill(child, signal.SIGKILL)  # one that has ended does not mind, one that lingers ends
        _, status, used = os.wait4(child, 0)
        if not is_heard and (status or not is_taken):
            return _why_ended(os.waitstatus_to_exitcode(status), used.ru_maxrss)
        channel.receive()
    except ChannelClosed:
        return 0
    finally:
        os.close(alive)
    return None


def _why_ended(status: int, most_memory: int) -> int:
    """The status that tells the engine how a child ended. The system counts `most_memory`."""
    if status == -signal.SIGXCPU:
        return TOOK_TOO_LONG
    bytes_used = most_memory * (1 if sys.platform == "darwin" else 1024)
    if status == -signal.SIGKILL or (status < 0 and bytes_used > MEMORY // 2):
        return TOO_MUCH_MEMORY
    return abs(status)


def _answer_one(duties: _Duties, channel: Channel, held: int) -> None:
    """Take a request, and shut the door through which the next one will come."""
    with suppress(ChannelClosed):
        request, _ = channel.receive()
        with open(os.devnull, "r+b", buffering=0) as nothing:
            for standard in (_INPUT, _OUTPUT, _ERRORS):
                os.dup2(nothing.fileno(), standard)
        if held >= 0:
            os.write(held, _TAKEN)
        _Child(duties, channel, request).answer()


class _Child:
    """Does one request."""

    def __init__(self, duties: _Duties, channel: Channel, request: dict[str, Any]) -> None:
        self._duties = duties
        self._parser = duties.parser
        self._channel = channel
        self._request = request
        self._refused_before = len(duties.guard.refused)

    def answer(self) -> None:
        try:
            last, payload = self._told()
        except ChannelClosed:
            raise
        except BaseException:
            last, payload = _error("The file cannot be read.", "It may be damaged."), b""
        refused = [astuple(each) for each in self._duties.guard.refused[self._refused_before :]]
        self._send({**last, "last": True, "refused": refused}, payload)

    def _told(self) -> Frame:
        try:
            return self._act()
        except PasswordNeeded:
            last = {"password": True}
        except DocumentError as error:
            last = _error(error.message, error.hint)
        except MemoryError:
            last = _error("The document needs too much memory to read.")
        except LockFailedError:
            last = _error("The reader could not be locked up, so it opens nothing.")
        return last, b""

    def _act(self) -> Frame:
        asked = self._request["do"]
        if asked == "prove":
            with open(os.devnull, "rb") as nothing:
                locks = self._confine(nothing.fileno())
            return {"proof": self._duties.prove(locks)}, b""
        path = Path(self._request["path"])
        self._confine(_opened(path))
        try:
            return _ACTIONS[asked](self, path, self._request["password"])
        except OSError as error:
            raise DocumentError(
                "The file changed while it was being read.", "Index it again."
            ) from error

    def _confine(self, document: int) -> tuple[str, ...]:
        _limit()
        return self._duties.confine(document)

    def _read(self, path: Path, password: str) -> Frame:
        """Each page on its own, so that it is there whatever becomes of the next."""
        count, pages = self._parser.pages(path, password, self._request["first"])
        self._send({"count": count})
        for page in _with_time_for_each(pages):
            self._send({"page": pack_page(page)})
        structure = self._parser.structure(path, password, count)
        return {"structure": pack_structure(structure)}, b""

    def _draw(self, path: Path, password: str) -> Frame:
        page, scale, part = (self._request[name] for name in ("page", "scale", "part"))
        picture = self._parser.draw(path, page, scale, password, part)
        return {"picture": [picture.width, picture.height]}, picture.pixels

    def _find_letters(self, path: Path, password: str) -> Frame:
        return {}, self._parser.find_letters(path, self._request["page"], password).boxes

    def _send(self, data: dict[str, Any], payload: bytes = b"") -> None:
        self._channel.send({**data, "nonce": self._request["nonce"]}, payload)


_ACTIONS = {"read": _Child._read, "draw": _Child._draw, "find_letters": _Child._find_letters}


def _error(message: str, hint: str = "") -> dict[str, Any]:
    return {"error": message, "hint": hint}


def _opened(path: Path) -> int:
    """The document, open to be read: a file, never something that waits or acts when it is read."""
    try:
        descriptor = os.open(path, _OPENING)
        is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
    except FileNotFoundError as error:
        raise DocumentError("The file is no longer there.") from error
    except PermissionError as error:
        raise DocumentError("The file may not be opened.", "Check its permissions.") from error
    except (OSError, ValueError) as error:
        raise DocumentError("The file cannot be opened.") from error
    if not is_file:
        raise DocumentError("This is no file, but a folder, a device or a pipe.")
    return descriptor


def _limit() -> None:
    """What the child may use from here on: a lower limit of the user's own stays."""
    if sys.platform == "win32":
        windows_lock.limit_process(os.getpid(), MEMORY, WHOLE_SECONDS)
        return
    if sys.platform == "darwin":  # it has the limit of memory, and does not keep it
        _cap(resource.RLIMIT_NPROC, 0)
    else:
        _cap(resource.RLIMIT_AS, MEMORY)
    _cap(resource.RLIMIT_FSIZE, 0)
    _cap(resource.RLIMIT_CORE, 0)
    _cap(resource.RLIMIT_NOFILE, OPEN_FILES)
    _cap(resource.RLIMIT_CPU, WHOLE_SECONDS)
    _allow_time()


def _cap(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _allow_time() -> None:
    """The processor time of a page, from now on; when it is used up the system ends the child."""
    if resource is None:
        return
    whole = resource.getrlimit(resource.RLIMIT_CPU)[1]
    until = math.ceil(time.process_time()) + PAGE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (min(until, whole), whole))


def _with_time_for_each(pages: Iterator[Page]) -> Iterator[Page]:
    for page in pages:
        yield page
        _allow_time()
