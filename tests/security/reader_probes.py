"""What a reader's child finds out about its own confinement. Each function is run in a process of
its own: `python -m tests.security.reader_probes NAME ARGUMENT…` prints as JSON what it returns.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import mmap
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.backends.pdf_reader import PdfReader
from app.core.types import Reading
from app.system.confinement import confine
from app.system.lockdown import lock
from tests.security.lock_probes import LIBRARY, call, named_call, new_socket, outcome, pair

_TIOCSTI = 0x5412
_IS_ARM = os.uname().machine == "aarch64"
_PIDFD_OPEN, _OPENAT2, _PIDFD_SEND_SIGNAL = 434, 437, 424
_MEMFD_CREATE = 279 if _IS_ARM else 319
_SET_OWNER_OF_SIGNALS = 8


def came_of(act: Callable[[], object]) -> str:
    """ "done", or the name of the error."""
    try:
        act()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    except (RuntimeError, ValueError) as error:
        return type(error).__name__
    return "done"


def confined(path: Path) -> Sequence[str]:
    """Become what a reader's child is while it reads `path`."""
    PdfReader().warm_up()
    lock(display=False)
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    return confine(os.open(path, os.O_RDONLY | os.O_CLOEXEC))


def files(document: str) -> dict[str, str]:
    """The document lies in a folder with another file, `other`."""
    path, parent = Path(document), os.getppid()
    other, fresh = path.parent / "other", path.parent / "new"
    here = os.open(path.parent, os.O_RDONLY)
    acts: dict[str, Callable[[], object]] = {
        "read passwords": lambda: open("/etc/passwd").close(),
        "read a neighbour": lambda: open(other).close(),
        "read by an open folder": lambda: os.open("other", os.O_RDONLY, dir_fd=here),
        "read its environment": lambda: open("/proc/self/environ").close(),
        "read its parent": lambda: open(f"/proc/{parent}/cmdline").close(),
        "list the root": lambda: os.listdir("/"),
        "list its folder": lambda: os.listdir(path.parent),
        "open to write": lambda: os.open(path, os.O_RDWR),
        "open to append": lambda: os.open(path, os.O_WRONLY | os.O_APPEND),
        "make a file": lambda: os.open(fresh, os.O_CREAT | os.O_WRONLY, 0o600),
        "make one by an open folder": lambda: os.open("new", os.O_CREAT, 0o600, dir_fd=here),
        "make a folder": lambda: fresh.mkdir(),
        "make a link": lambda: fresh.symlink_to(other),
        "make a pipe": lambda: os.mkfifo(fresh),
        "remove": lambda: other.unlink(),
        "remove itself": lambda: path.unlink(),
        "rename": lambda: other.rename(fresh),
        "cut": lambda: os.truncate(other, 0),
        "change modes": lambda: path.chmod(0o777),
        "change times": lambda: os.utime(path),
        "write to a terminal": lambda: open("/dev/tty", "w").close(),
    }
    confined(path)
    return {name: came_of(act) for name, act in acts.items()}


def powers(document: str) -> dict[str, str]:
    """All that is no file."""
    parent, code = os.getppid(), mmap.mmap(-1, 4096)
    place = ctypes.addressof(ctypes.c_char.from_buffer(code))
    program = [sys.executable, "-c", "pass"]
    incoming, _ = os.pipe()
    exec_bits = mmap.PROT_READ | mmap.PROT_EXEC
    page = ctypes.c_size_t(4096)
    confined(Path(document))
    said = {
        "become a program": came_of(lambda: os.execv(program[0], program)),
        "start a program": came_of(lambda: os.posix_spawn(program[0], program, {})),
        "fork": came_of(os.fork),
        "start a thread": came_of(threading.Thread(target=print).start),
        "end its parent": came_of(lambda: os.kill(parent, signal.SIGKILL)),
        "end itself by number": came_of(lambda: os.kill(os.getpid(), 0)),
        "end a thread of its parent": named_call("tgkill", parent, parent, signal.SIGKILL),
        "have signals sent": came_of(lambda: fcntl.fcntl(incoming, _SET_OWNER_OF_SIGNALS, parent)),
        "take hold of its parent": call(_PIDFD_OPEN, parent, 0),
        "signal by descriptor": call(_PIDFD_SEND_SIGNAL, incoming, signal.SIGKILL, 0, 0),
        "trace": named_call("ptrace", 0, 0, 0, 0),
        "type into the terminal": came_of(lambda: fcntl.ioctl(incoming, _TIOCSTI, b"x")),
        "map code": came_of(lambda: mmap.mmap(-1, 4096, prot=exec_bits)),
        "make memory code": outcome(LIBRARY.mprotect(ctypes.c_void_p(place), page, 5)),
        "make a file in memory": call(_MEMFD_CREATE, place, 0),
        "open in the new way": call(_OPENAT2, -100, place, place, 24),
        "local socket": new_socket(1),
        "network socket": new_socket(2),
        "pair of sockets": pair(1),
        "be another filter": named_call("seccomp", 1, 0, 0),
    }
    for name in ("io_uring_setup", "bpf", "process_vm_readv", "process_vm_writev", "pidfd_getfd"):
        said[name] = named_call(name, 0, 0, 0, 0, 0, 0)
    return said


def limits(document: str) -> dict[str, str]:
    """Whether a limit that was set can be raised again."""
    parent, memory = os.getppid(), resource.RLIMIT_AS
    most = resource.getrlimit(memory)
    resource.setrlimit(memory, (2 * 1024**3, 2 * 1024**3))
    confined(Path(document))
    return {
        "its own": came_of(lambda: resource.setrlimit(memory, most)),
        "its parent's": came_of(lambda: resource.prlimit(parent, memory, most)),
    }


def locks(document: str) -> Sequence[str]:
    return list(confined(Path(document)))


def read(password: str, *documents: str) -> list[Any]:
    """What is read of each document by a child of its own: texts, size of page one, boxes."""
    PdfReader().warm_up()
    found = []
    for document in documents:
        incoming, outgoing = os.pipe()
        if os.fork() == 0:
            try:
                confined(Path(document))
                told: Any = contents(Path(document), password)
            except BaseException as error:
                told = f"{type(error).__name__}: {error}"
            with suppress(OSError):
                os.write(outgoing, json.dumps(told).encode())
            os._exit(0)
        os.close(outgoing)
        with os.fdopen(incoming) as answer:
            found.append(json.load(answer))
        os.wait()
    return found


def contents(path: Path, password: str) -> dict[str, Any]:
    """Measures of what `PdfReader` gives: the same wherever it is run."""
    reader = PdfReader()
    count, pages = reader.pages(path, password, 1)
    read = list(pages)
    structure = reader.structure(path, password, count)
    reading: Reading = structure.given_to(read)
    picture = reader.draw(path, 1, 0.5, password)
    return {
        "texts": [len(page.text) for page in reading.pages],
        "problems": [page.problem for page in reading.pages],
        "title": reading.title,
        "labels": [page.label for page in reading.pages],
        "outline": len(reading.outline),
        "ink": sum(picture.pixels) // 1000,
        "letters": reader.find_letters(path, 1, password).boxes.hex(),
    }


def main() -> None:
    probe: Callable[..., Any] = globals()[sys.argv[1]]
    print(json.dumps(probe(*sys.argv[2:])))


if __name__ == "__main__":
    main()
