"""Linux seccomp: filters of system calls that a process gets for good, with all its children.

Assembles and installs filters; which calls a process may make is `linux_lock`'s business.
A filter is a classic BPF program over `struct seccomp_data` (linux/seccomp.h).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from app.system.lock_errors import LockFailedError

_ARCHITECTURES = {"x86_64": 0xC000_003E, "aarch64": 0xC000_00B7}
"""Audit numbers (linux/audit.h)."""
_FOREIGN = 512
"""Where the numbers of x86-64's second set of calls begin (x32), with and without its bit."""

_ALLOW, _ERROR, _KILL_PROCESS = 0x7FFF_0000, 0x0005_0000, 0x8000_0000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_NO_NEW_PRIVILEGES, _SET_FILTER = 38, 1
_ALL_THREADS, _KEEP_SPEED = 1, 4
"""Without the second, kernels before 5.16 slow the processor down for every filtered process."""
_INSTRUCTION = struct.Struct("=HBBI")

ALLOW = _ALLOW
REFUSE = _ERROR | errno.EACCES
"""The call fails with “Permission denied”."""
UNKNOWN = _ERROR | errno.ENOSYS
"""The call fails as if the kernel did not know it, so that the C library tries an older one."""


@dataclass(frozen=True)
class Rule:
    """What happens when the system call `name` is made; with tests, when all of them hold."""

    name: str
    action: int
    tests: tuple[Test, ...] = ()


@dataclass(frozen=True)
class Test:
    """A test of the lower 32 bits of a call's argument: whether it is `value`, or has its bits."""

    argument: int
    value: int
    bits: bool = False


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def install(rules: Sequence[Rule], otherwise: int) -> None:
    """Put a filter on all threads of this process: the first rule that fits decides.

    Foreign architectures end the process, x86-64's second set of numbers does not exist.
    Raises LockFailedError.
    """
    code = assemble(rules, otherwise, platform.machine())
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        raise LockFailedError("The kernel does not let a program give up its privileges.")
    program = _Program(len(code) // _INSTRUCTION.size, code)
    call = _number("seccomp", platform.machine())
    assert call
    failed = library.syscall(
        ctypes.c_long(call), _SET_FILTER, _ALL_THREADS | _KEEP_SPEED, ctypes.byref(program)
    )  # fmt: skip
    if failed:
        why = os.strerror(ctypes.get_errno()) if failed < 0 else "a thread cannot be locked"
        raise LockFailedError(f"The kernel does not let a program lock itself (seccomp: {why}).")


def assemble(rules: Sequence[Rule], otherwise: int, machine: str) -> bytes:
    """The filter as BPF instructions of 8 bytes. Rules for calls a machine lacks are left out."""
    if machine not in _ARCHITECTURES:
        raise LockFailedError(f"The lock is not written for this kind of processor ({machine}).")
    code = [
        _pack(_LOAD, _ARCHITECTURE),
        _pack(_EQUAL, _ARCHITECTURES[machine], 1, 0),
        _pack(_RETURN, _KILL_PROCESS),
        _pack(_LOAD, _NUMBER),
        _pack(_AT_LEAST, _FOREIGN, 0, 1),
        _pack(_RETURN, UNKNOWN),
    ]
    for rule in rules:
        number = _number(rule.name, machine)
        if number is not None:
            code += _rule(number, rule)
    code.append(_pack(_RETURN, otherwise))
    return b"".join(code)


def _number(name: str, machine: str) -> int | None:
    return NUMBERS[name][machine == "aarch64"]


def _rule(number: int, rule: Rule) -> list[bytes]:
    """The number is loaded when a rule begins, and again where a test has loaded an argument."""
    body: list[bytes] = []
    left = 2 * len(rule.tests)
    for test in rule.tests:
        left -= 2
        kind = _ANY_BIT if test.bits else _EQUAL
        body += [_pack(_LOAD, _ARGUMENTS + 8 * test.argument), _pack(kind, test.value, 0, left + 1)]
    body.append(_pack(_RETURN, rule.action))
    if rule.tests:
        body.append(_pack(_LOAD, _NUMBER))
    return [_pack(_EQUAL, number, 0, len(body)), *body]


def _pack(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return _INSTRUCTION.pack(code, if_true, if_false, value & 0xFFFF_FFFF)


NUMBERS: dict[str, tuple[int | None, int | None]] = {
    # name: on x86-64 (asm/unistd_64.h), on arm64 (asm-generic/unistd.h)
    "access": (21, None),
    "add_key": (248, 217),
    "bpf": (321, 280),
    "brk": (12, 214),
    "clone": (56, 220),
    "clock_getres": (229, 114),
    "clock_gettime": (228, 113),
    "clock_nanosleep": (230, 115),
    "close": (3, 57),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "execve": (59, 221),
    "execveat": (322, 281),
    "exit": (60, 93),
    "exit_group": (231, 94),
    "fadvise64": (221, 223),
    "fcntl": (72, 25),
    "fork": (57, None),
    "fstat": (5, 80),
    "futex": (202, 98),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "getegid": (108, 177),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getpid": (39, 172),
    "getrandom": (318, 278),
    "getrusage": (98, 165),
    "gettid": (186, 178),
    "gettimeofday": (96, 169),
    "getuid": (102, 174),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425),
    "ioctl": (16, 29),
    "keyctl": (250, 219),
    "kill": (62, 129),
    "lseek": (8, 62),
    "lstat": (6, None),
    "madvise": (28, 233),
    "membarrier": (324, 283),
    "mmap": (9, 222),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "munmap": (11, 215),
    "nanosleep": (35, 101),
    "newfstatat": (262, 79),
    "open": (2, None),
    "openat": (257, 56),
    "pidfd_getfd": (438, 438),
    "poll": (7, None),
    "ppoll": (271, 73),
    "pread64": (17, 67),
    "prlimit64": (302, 261),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "pselect6": (270, 72),
    "ptrace": (101, 117),
    "read": (0, 63),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "readv": (19, 65),
    "request_key": (249, 218),
    "restart_syscall": (219, 128),
    "rseq": (334, 293),
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "sched_getaffinity": (204, 123),
    "sched_yield": (24, 124),
    "seccomp": (317, 277),
    "select": (23, None),
    "set_robust_list": (273, 99),
    "sigaltstack": (131, 132),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "stat": (4, None),
    "statx": (332, 291),
    "sysinfo": (99, 179),
    "tgkill": (234, 131),
    "times": (100, 153),
    "uname": (63, 160),
    "vfork": (58, None),
    "write": (1, 64),
    "writev": (20, 66),
}
