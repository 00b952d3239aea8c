"""Linux: what each kind of process may still do. Set by the kernel, for good, and inherited.

The filters themselves are made by `seccomp`, the rules over files and ports by `landlock`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import socket
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from app.system import landlock
from app.system.lock_errors import LockFailedError
from app.system.paths import INSTALLATION
from app.system.seccomp import ALLOW, REFUSE, UNKNOWN, Rule, Test, install

_WAYS_ROUND = (
    "io_uring_setup", "io_uring_enter", "io_uring_register",
    "ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "bpf",
    "add_key", "request_key", "keyctl",
)  # fmt: skip
"""Calls that make sockets past the filter, use those of other processes, or have the kernel's key
service start a program that looks up names."""
_CONTROLS_ROUND = (0x5412, 0x541C, 0x400454CA)
"""Controls of devices that type into a terminal (TIOCSTI, TIOCLINUX), or make a network card of
one's own (TUNSETIFF)."""

_READING = (
    "access", "brk", "clock_getres", "clock_gettime", "clock_nanosleep", "close", "dup", "dup2",
    "dup3", "exit", "exit_group", "fadvise64", "fcntl", "fstat", "futex", "getcwd", "getdents64",
    "getegid", "geteuid", "getgid", "getpid", "getrandom", "getrusage", "gettid", "gettimeofday",
    "getuid", "lseek", "lstat", "madvise", "membarrier", "mremap", "munmap",
    "nanosleep", "newfstatat", "poll", "ppoll", "pread64", "pselect6", "read", "readlink",
    "readlinkat", "readv", "restart_syscall", "rseq", "rt_sigaction", "rt_sigprocmask",
    "rt_sigreturn", "sched_getaffinity", "sched_yield", "select", "set_robust_list",
    "sigaltstack", "stat", "statx", "sysinfo", "times", "uname", "write", "writev",
)  # fmt: skip
"""All that computing and reading need. `write` reaches only what is open: the pipe."""
_REFUSED = (
    "socket",
    "socketpair",
    "execve",
    "execveat",
    "clone",
    "fork",
    "vfork",
    "kill",
    "ptrace",
)
"""Not needed either, but worth a clear “Permission denied”."""
_DATAGRAMS = 0b10
"""The bit that SOCK_DGRAM and SOCK_RAW have, SOCK_STREAM not: they can be sent to third parties."""
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_EXECUTABLE = 0x4
_IS_TERMINAL = 0x5401
_SIGNALS_FOR_OTHERS = (8, 10, 15)
"""F_SETOWN, F_SETSIG, F_SETOWN_EX: have the kernel send a signal of one's choice to a process."""

_FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts")
"""Where PDFium looks for fonts that a document does not bring."""


def lock_network(display: bool) -> tuple[str, ...]:
    """No socket of any family, or with `display` local ones alone; and no way round.

    Pairs of connected local streams stay possible: they reach nobody. Returns what holds.
    """
    install(network_rules(display), otherwise=ALLOW)
    _make_sure(display)
    words = "no sockets but local ones" if display else "no sockets"
    names = [f"seccomp: {words}, refused by the Linux kernel"]
    if landlock.refuse_tcp():
        names.append(f"Landlock {landlock.version()}: no TCP, refused by the Linux kernel")
    elif landlock.keep_apart():
        names.append(f"Landlock {landlock.version()}: no access to other processes")
    return tuple(names)


def network_rules(display: bool) -> list[Rule]:
    """What `lock_network` installs; whatever no rule names is allowed."""
    local = int(socket.AF_UNIX)
    rules = [
        Rule("socketpair", REFUSE, (Test(1, _DATAGRAMS, bits=True),)),
        Rule("socketpair", ALLOW, (Test(0, local),)),
        Rule("socketpair", REFUSE),
    ]
    if display:
        rules.append(Rule("socket", ALLOW, (Test(0, local),)))
    rules += [Rule("ioctl", REFUSE, (Test(1, control),)) for control in _CONTROLS_ROUND]
    return rules + [Rule(name, REFUSE) for name in ("socket", *_WAYS_ROUND)]


def confine_reader(document: int) -> tuple[str, ...]:
    """Only reading of `document` (an open file), of Python and of fonts; no new processes.

    Returns what holds. Raises LockFailedError. What is not allowed by name is refused.
    """
    names = []
    if landlock.keep_reading([document], _readable_folders()):
        names.append(f"Landlock {landlock.version()}: reads one document and writes nothing")
    install(reader_rules(os.getpid()), otherwise=UNKNOWN)
    names.append("seccomp: reads and computes; no files to write, no programs, no processes")
    return tuple(names)


def reader_rules(process: int) -> list[Rule]:
    """What `confine_reader` installs in this process; whatever no rule names is unknown there."""
    return [
        Rule("mmap", REFUSE, (Test(2, _EXECUTABLE, bits=True),)),
        Rule("mmap", ALLOW),
        Rule("mprotect", REFUSE, (Test(2, _EXECUTABLE, bits=True),)),
        Rule("mprotect", ALLOW),
        Rule("openat", REFUSE, (Test(2, _FOR_WRITING, bits=True),)),
        Rule("openat", ALLOW),
        Rule("open", REFUSE, (Test(1, _FOR_WRITING, bits=True),)),
        Rule("open", ALLOW),
        Rule("ioctl", ALLOW, (Test(1, _IS_TERMINAL),)),
        Rule("ioctl", REFUSE),
        *(Rule("fcntl", REFUSE, (Test(1, what),)) for what in _SIGNALS_FOR_OTHERS),
        Rule("tgkill", ALLOW, (Test(0, process),)),
        Rule("prlimit64", ALLOW, (Test(0, 0),)),
        Rule("prlimit64", ALLOW, (Test(0, process),)),
        *(Rule(name, ALLOW) for name in _READING),
        *(Rule(name, REFUSE) for name in _REFUSED),
    ]


def _make_sure(display: bool) -> None:
    """Believe the kernel only after a look and a try."""
    with open("/proc/self/status", encoding="ascii", errors="replace") as status:
        facts = dict(line.split(":", 1) for line in status if ":" in line)
    if (facts.get("Seccomp", "").strip(), facts.get("NoNewPrivs", "").strip()) != ("2", "1"):
        raise LockFailedError("The kernel took the lock, but says that it does not hold.")
    tried = [socket.AF_INET, socket.AF_INET6, *(() if display else (socket.AF_UNIX,))]
    library = ctypes.CDLL(None, use_errno=True)
    for family in tried:
        handle = library.socket(int(family), int(socket.SOCK_STREAM), 0)
        if handle >= 0:
            library.close(handle)
        if handle >= 0 or ctypes.get_errno() != errno.EACCES:
            raise LockFailedError("The kernel took the lock, but does not refuse sockets.")


def _readable_folders() -> Iterator[Path]:
    named = sysconfig.get_paths()
    places = {named[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    yield from map(Path, sorted(places))
    yield Path(sys.prefix)
    yield INSTALLATION / "app"
    yield from map(Path, _FONTS)
