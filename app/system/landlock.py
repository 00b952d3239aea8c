"""Linux Landlock: files and TCP ports that a process gives up for good, with all its children.

Talks to the kernel; which files stay readable is the caller's business (linux/landlock.h).
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
"""The same numbers on every architecture."""
_ASK_VERSION, _BENEATH = 1, 1
_READ_FILE, _READ_FOLDER, _MAKE_BLOCK_DEVICE = 1 << 2, 1 << 3, 1 << 11
_FILE_RIGHTS = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""Rights over files that are known since a version: the newest known one is taken."""
_TCP_SINCE, _TCP_RIGHTS = 4, 0b11
_SCOPES_SINCE, _SCOPES = 6, 0b11
"""Abstract local sockets, and signals, of processes that are outside."""
_NO_NEW_PRIVILEGES = 38


class _Rights(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("files", "ports", "scopes")]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("rights", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """The kernel's version of Landlock; 0 where there is none."""
    return max(_call(_CREATE, None, ctypes.c_size_t(0), _ASK_VERSION), 0)


def refuse_tcp() -> bool:
    """Give up TCP. Says whether the kernel does it."""
    if version() < _TCP_SINCE:
        return False
    return _restrict(_Rights(ports=_TCP_RIGHTS), [])


def keep_apart() -> bool:
    """Give up the memory and the open files of processes outside: every domain comes with that.

    For kernels that do not refuse TCP. Says whether it is done.
    """
    return version() > 0 and _restrict(_Rights(files=_MAKE_BLOCK_DEVICE), [])


def keep_reading(files: Iterable[int], folders: Iterable[Path]) -> bool:
    """Give up every file but the open `files` and what is in `folders`: both to read only.

    With newer kernels also TCP, and signals and local sockets to others. Says whether it is done.
    """
    known = version()
    if not known:
        return False
    rights = _Rights(files=_FILE_RIGHTS[max(v for v in _FILE_RIGHTS if v <= known)])
    if known >= _TCP_SINCE:
        rights.ports = _TCP_RIGHTS
    if known >= _SCOPES_SINCE:
        rights.scopes = _SCOPES
    opened = [os.open(folder, os.O_PATH | os.O_CLOEXEC) for folder in folders if folder.is_dir()]
    try:
        allowed = [(file, _READ_FILE) for file in files]
        allowed += [(folder, _READ_FILE | _READ_FOLDER) for folder in opened]
        return _restrict(rights, allowed)
    finally:
        for folder in opened:
            os.close(folder)


def _restrict(rights: _Rights, allowed: Iterable[tuple[int, int]]) -> bool:
    ruleset = _call(_CREATE, ctypes.byref(rights), ctypes.c_size_t(ctypes.sizeof(rights)), 0)
    if ruleset < 0:
        return False
    try:
        for place, right in allowed:
            rule = _Beneath(right, place)
            if _call(_ADD_RULE, ruleset, _BENEATH, ctypes.byref(rule), 0):
                return False
        ctypes.CDLL(None).prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return _call(_RESTRICT, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _call(number: int, *arguments: object) -> int:
    return int(ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(number), *arguments))
