"""Linux' way to be asked before a process changes a file: seccomp's user notifications.

Owns the filter, the two requests of the protocol (linux/seccomp.h) and the names of the calls.
What is answered is `oversight`'s business.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
import struct
from dataclasses import dataclass

_NUMBERS = {
    # name: on x86-64, on arm64, which argument names the file (a descriptor or a path)
    "write": (1, 64, 0),
    "pwrite64": (18, 68, 0),
    "writev": (20, 66, 0),
    "pwritev": (296, 70, 0),
    "fsync": (74, 82, 0),
    "fdatasync": (75, 83, 0),
    "ftruncate": (77, 46, 0),
    "fallocate": (285, 47, 0),
    "copy_file_range": (326, 285, 2),
    "sendfile": (40, 71, 0),
    "open": (2, None, 0),
    "openat": (257, 56, 1),
    "mkdir": (83, None, 0),
    "mkdirat": (258, 34, 1),
    "rename": (82, None, 0),
    "renameat": (264, 38, 1),
    "renameat2": (316, 276, 1),
    "unlink": (87, None, 0),
    "unlinkat": (263, 35, 1),
    "rmdir": (84, None, 0),
}
_BY_PATH = ("open", "mkdir", "rename", "unlink", "rmdir")
_CREATING = os.O_CREAT | os.O_TRUNC

_ARCHITECTURE = platform.machine() == "aarch64"
NAMES = {
    numbers[_ARCHITECTURE]: name
    for name, numbers in _NUMBERS.items()
    if numbers[_ARCHITECTURE] is not None
}

_SECCOMP = 277 if _ARCHITECTURE else 317
_NO_NEW_PRIVILEGES, _DUMPABLE = 38, 4
_SET_FILTER, _NEW_LISTENER, _KEEP_SPEED = 1, 8, 4
_NOTIFY, _ALLOW = 0x7FC0_0000, 0x7FFF_0000
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_INSTRUCTION = struct.Struct("=HBBI")
_RECEIVE, _SEND = 0xC050_2100, 0xC018_2101
_CONTINUE = 1


@dataclass(frozen=True)
class Call:
    """A call that waits for an answer: `path` is the file it is about, "" if it has none."""

    id: int
    name: str
    path: str


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def have_calls_asked() -> int:
    """From now on this process and its children wait at each of the calls. The listener."""
    code = [_INSTRUCTION.pack(_LOAD, 0, 0, 0)]
    for number in NAMES:
        code += [_INSTRUCTION.pack(_EQUAL, 0, 1, number), _INSTRUCTION.pack(_RETURN, 0, 0, _NOTIFY)]
    code.append(_INSTRUCTION.pack(_RETURN, 0, 0, _ALLOW))
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_DUMPABLE, 1, 0, 0, 0)  # so that whoever listens may see the names of files
    library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    program = _Program(len(code), b"".join(code))
    found: int = library.syscall(
        ctypes.c_long(_SECCOMP), _SET_FILTER, _NEW_LISTENER | _KEEP_SPEED, ctypes.byref(program)
    )
    if found < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return found


def receive(listener: int) -> Call | None:
    """The next call that waits; None when it was made by a thread that is gone."""
    buffer = bytearray(80)
    try:
        fcntl.ioctl(listener, _RECEIVE, buffer)
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EINTR):
            return None
        raise
    number, thread, _, call = struct.unpack_from("=QIIi", buffer)
    arguments = struct.unpack_from("=6Q", buffer, 32)
    return Call(number, NAMES[call], _path(NAMES[call], thread, arguments))


def answer(listener: int, call: Call, error: int = 0) -> None:
    """Let the call be made, or fail with an error number."""
    reply = struct.pack("=QqiI", call.id, 0, -error, 0 if error else _CONTINUE)
    try:
        fcntl.ioctl(listener, _SEND, reply)
    except OSError as failure:
        if failure.errno != errno.ENOENT:
            raise


def _path(name: str, thread: int, arguments: tuple[int, ...]) -> str:
    which = _NUMBERS[name][2]
    if name in ("open", "openat") and not arguments[which + 1] & _CREATING:
        return ""
    try:
        if name.startswith(_BY_PATH):
            return _text_at(thread, arguments[which])
        return os.readlink(f"/proc/{thread}/fd/{arguments[which]}")
    except OSError:
        return ""


def _text_at(thread: int, address: int) -> str:
    with open(f"/proc/{thread}/mem", "rb", buffering=0) as memory:
        memory.seek(address)
        found = memory.read(min(4096, 4096 - address % 4096))
        if b"\0" not in found:
            found += memory.read(4096)
    return found.partition(b"\0")[0].decode("utf-8", "replace")
