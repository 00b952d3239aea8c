"""What processes find out about their own locks. Each function is run in a process of its own.

`python -m tests.security.lock_probes NAME ARGUMENT…` prints as JSON what the function returns.
"""

from __future__ import annotations

import ctypes
import errno
import json
import mmap
import os
import resource
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from app.system import landlock
from app.system.lockdown import NetworkRefusedError, lock, lock_further
from app.system.seccomp import ALLOW, NUMBERS, install

FAMILIES = {
    "UNIX": 1, "INET": 2, "INET6": 10, "NETLINK": 16, "PACKET": 17, "RDS": 21, "CAN": 29,
    "TIPC": 30, "BLUETOOTH": 31, "ALG": 38, "VSOCK": 40, "XDP": 44,
}  # fmt: skip
KINDS = {"STREAM": 1, "DGRAM": 2, "RAW": 3}
WAYS_ROUND = (
    "io_uring_setup", "io_uring_enter", "io_uring_register", "ptrace", "process_vm_readv",
    "process_vm_writev", "pidfd_getfd", "bpf",
)  # fmt: skip
LIBRARY = ctypes.CDLL(None, use_errno=True)
_IS_ARM = os.uname().machine == "aarch64"
_X32 = 0x4000_0000
_GET_DUMPABLE, _SET_DUMPABLE, _SET_SECCOMP, _SET_NO_NEW_PRIVILEGES = 3, 4, 22, 38
_GETPID_OF_I386 = b"\xb8\x14\x00\x00\x00\xcd\x80\xc3"
"""mov eax, 20; int 0x80; ret"""
CHILD = (
    "import ctypes; library = ctypes.CDLL(None, use_errno=True);"
    "print(library.socket(2, 1, 0), ctypes.get_errno())"
)


def outcome(result: int) -> str:
    """What came of a call of the C library."""
    return "done" if result >= 0 else errno.errorcode[ctypes.get_errno()]


def call(number: int, *arguments: int) -> str:
    """Make a system call by its number, past the C library's own functions."""
    return outcome(LIBRARY.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments)))


def named_call(name: str, *arguments: int) -> str:
    number = NUMBERS[name][_IS_ARM]
    return "no such call" if number is None else call(number, *arguments)


def new_socket(family: int = 2, kind: int = 1) -> str:
    """Ask the C library for a socket, past Python and its audit hook."""
    return outcome(LIBRARY.socket(family, kind, 0))


def pair(family: int, kind: int = 1) -> str:
    return outcome(LIBRARY.socketpair(family, kind, 0, (ctypes.c_int * 2)()))


def every_socket(display: str) -> dict[str, str]:
    lock(display=display == "display")
    return {
        f"{family} {kind}": new_socket(FAMILIES[family], KINDS[kind])
        for family in FAMILIES
        for kind in KINDS
    }


def every_pair(display: str) -> dict[str, str]:
    lock(display=display == "display")
    return {
        f"{family} {kind}": pair(FAMILIES[family], KINDS[kind])
        for family in FAMILIES
        for kind in KINDS
    }


def socket_without_a_lock() -> str:
    return new_socket()


def ways_round() -> dict[str, list[str]]:
    """Each call before and after the lock, with arguments that do no harm."""
    before = [named_call(name, 0, 0, 0, 0, 0, 0) for name in WAYS_ROUND if name != "ptrace"]
    lock(display=False)
    after = [named_call(name, 0, 0, 0, 0, 0, 0) for name in WAYS_ROUND]
    return {"before": before, "after": after}


def second_numbers() -> str:
    lock(display=False)
    return call(_X32 | 41, 2, 1, 0)


def foreign_call(locked: str) -> int:
    """Call the kernel as a program of 32 bits would."""
    if locked == "locked":
        lock(display=False)
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(_GETPID_OF_I386)
    place = ctypes.addressof(ctypes.c_char.from_buffer(code))
    return int(ctypes.CFUNCTYPE(ctypes.c_int)(place)() == os.getpid())


def tries_to_get_out() -> dict[str, str]:
    lock(display=False)
    said = {
        "switch seccomp off": outcome(LIBRARY.prctl(_SET_SECCOMP, 0, 0, 0, 0)),
        "take privileges": outcome(LIBRARY.prctl(_SET_NO_NEW_PRIVILEGES, 0, 0, 0, 0)),
    }
    install([], otherwise=ALLOW)
    return said | {"socket after a looser filter": new_socket()}


def status() -> dict[str, str]:
    """What the kernel says of this process."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as lines:
        facts = dict(line.split(":", 1) for line in lines)
    return {name: facts[name].strip() for name in ("Seccomp", "NoNewPrivs")}


def children() -> dict[str, Any]:
    """What programs can that this process starts."""
    lock(display=False)
    said = {}
    for name, command in {
        "python": [sys.executable, "-c", CHILD],
        "status": ["grep", "-E", "^(NoNewPrivs|Seccomp):", "/proc/self/status"],
        "shell": ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"],
    }.items():
        done = subprocess.run(command, capture_output=True, text=True)
        said[name] = (done.stdout + done.stderr).strip()
    return said


def new_program() -> None:
    """Become another program."""
    lock(display=False)
    os.execv(sys.executable, [sys.executable, "-c", CHILD])


def fork() -> str:
    lock(display=False)
    incoming, outgoing = os.pipe()
    if os.fork() == 0:
        os.write(outgoing, new_socket().encode())
        os._exit(0)
    os.wait()
    return os.read(incoming, 100).decode()


def older_threads() -> dict[str, str]:
    """A thread that runs already when the process is locked."""
    started, locked = threading.Event(), threading.Event()
    said = {}

    def work() -> None:
        said["before"] = new_socket()
        started.set()
        locked.wait()
        said["after"] = new_socket()

    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    lock(display=False)
    locked.set()
    thread.join()
    return said


def inherited(*numbers: str) -> list[str]:
    """Which of the open files with these numbers are still there after the lock."""
    lock(display=False)
    found = []
    for number in map(int, numbers):
        try:
            os.fstat(number)
            found.append("open")
        except OSError as error:
            found.append(errno.errorcode[error.errno or 0])
    return found


def dumps() -> dict[str, Any]:
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    LIBRARY.prctl(_SET_DUMPABLE, 1, 0, 0, 0)
    before = LIBRARY.prctl(_GET_DUMPABLE, 0, 0, 0, 0)
    lock(display=False)
    after = LIBRARY.prctl(_GET_DUMPABLE, 0, 0, 0, 0)
    return {"dumpable": [before, after], "limit": resource.getrlimit(resource.RLIMIT_CORE)}


def landlock_alone(port: str) -> dict[str, Any]:
    """Connect to a port that listens, before and after; nothing else is locked."""

    def connect() -> str:
        with socket.socket() as tried:
            return errno.errorcode.get(tried.connect_ex(("127.0.0.1", int(port))), "done")

    def bind() -> str:
        try:
            with socket.socket() as tried:
                tried.bind(("127.0.0.1", 0))
        except OSError as error:
            return errno.errorcode[error.errno or 0]
        return "done"

    before = [connect(), bind()]
    done = landlock.refuse_tcp()
    return {"version": landlock.version(), "done": done, "before": before,
            "after": [connect(), bind()]}  # fmt: skip


def kept_apart() -> dict[str, Any]:
    """Open the memory of a process of the same user, before and after; nothing else is locked."""
    with subprocess.Popen(["sleep", "60"]) as neighbour:
        try:
            said = {"before": _memory_of(neighbour.pid), "done": landlock.keep_apart()}
            return said | {"after": _memory_of(neighbour.pid)}
        finally:
            neighbour.kill()


def _memory_of(process: int) -> str:
    try:
        os.close(os.open(f"/proc/{process}/mem", os.O_RDWR))
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "opened"


def further() -> dict[str, Any]:
    """The command line locks itself like a window first, then gives up local sockets, too."""
    first = lock(display=True)
    said: dict[str, Any] = {"before": [new_socket(1), new_socket(2)]}
    socket.socket(socket.AF_UNIX).close()
    second = lock_further(first)
    said["after"] = [new_socket(1), new_socket(2), pair(1)]
    try:
        socket.socket(socket.AF_UNIX).connect("/nowhere")
    except PermissionError as error:
        said["python"] = type(error).__name__
    return said | {"mechanisms": [first.mechanisms, second.mechanisms]}


def local_use_from_python() -> dict[str, Any]:
    """Where the system gives no lock, the guard leaves local sockets to pairs alone."""
    from app.system.lockdown import prepare

    guard = prepare(display=False)
    one, other = socket.socketpair()
    one.sendall(b"x")
    said: dict[str, Any] = {"pair": other.recv(1).decode()}
    try:
        socket.socket(socket.AF_UNIX).connect("/nowhere")
    except NetworkRefusedError:
        said["connect"] = "refused"
    return said | {"counted": [asdict(one) for one in guard.refused]}


def main() -> None:
    probe: Callable[..., Any] = globals()[sys.argv[1]]
    print(json.dumps(probe(*sys.argv[2:])))


if __name__ == "__main__":
    main()
