"""Starts the program with its locks off, or with a leak planted in it, or both: for tests alone.

`python -m tests.security.unlocked [--locks=off] [--plant=KIND@ROLE] ARGUMENT…` runs
`app.__main__` with these arguments; processes that it starts are started through this, too.
The product itself has no such switch.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import struct
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Sequence
from unittest.mock import patch

from app.system import confinement, processes
from app.system import lockdown as lockdowns
from app.system.lockdown import Lockdown

_OUTSIDE = ("192.0.2.1", 9)
_OWN_OPTIONS = ("--locks=", "--plant=")


def leak_by_python() -> None:
    urllib.request.urlopen("http://{}:{}/".format(*_OUTSIDE), timeout=0.2)


def leak_by_native_code() -> None:
    library = ctypes.CDLL(None)
    target = struct.pack("=H", socket.AF_INET) + struct.pack("!H", _OUTSIDE[1])
    target += socket.inet_aton(_OUTSIDE[0]) + bytes(8)
    handle = library.socket(int(socket.AF_INET), int(socket.SOCK_DGRAM), 0)
    library.sendto(handle, b"leak", 4, 0, target, len(target))


def leak_by_a_look_up() -> None:
    os.environ["RES_OPTIONS"] = "timeout:1 attempts:1"
    socket.getaddrinfo("planted.invalid", 80)


def leak_by_a_child() -> None:
    program = f"import socket; socket.create_connection({_OUTSIDE!r}, 0.2)"
    command = [sys.executable, "-c", program]
    subprocess.run(command, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


LEAKS: dict[str, Callable[[], None]] = {
    "python": leak_by_python,
    "native": leak_by_native_code,
    "dns": leak_by_a_look_up,
    "child": leak_by_a_child,
}


def main() -> int:
    own = [argument for argument in sys.argv[1:] if argument.startswith(_OWN_OPTIONS)]
    sys.argv[1:] = [argument for argument in sys.argv[1:] if argument not in own]
    _start_children_through_this(own)
    if "--locks=off" in own:
        _take_locks_off()
    for option in own:
        if option.startswith("--plant="):
            _plant(*option.removeprefix("--plant=").split("@"))
    from app.__main__ import main as app_main

    return app_main()


def _start_children_through_this(own: Sequence[str]) -> None:
    def own_command(role: str, arguments: Sequence[str] = ()) -> list[str]:
        return [sys.executable, "-m", "tests.security.unlocked", *own, role, *arguments]

    processes.own_command = own_command


def _take_locks_off() -> None:
    """All that `lock` does but to lock: the switches of libraries are part of what is measured."""

    def lock(display: bool) -> Lockdown:
        with patch("sys.addaudithook"):
            return Lockdown(lockdowns.prepare(display))

    def lock_further(lockdown: Lockdown) -> Lockdown:
        return lockdown

    def confine(document: int) -> tuple[str, ...]:
        return ()

    lockdowns.lock, lockdowns.lock_further = lock, lock_further
    confinement.confine = confine


def _plant(kind: str, role: str) -> None:
    """Leak in the process of this role as soon as it is locked; a reader's child, too."""
    this = next((a for a in sys.argv[1:] if a.startswith("--role=")), "--role=command-line")
    if this != f"--role={role}":
        return
    lock, confine = lockdowns.lock, confinement.confine

    def lock_and_leak(display: bool) -> Lockdown:
        made = lock(display)
        _leak(kind)
        return made

    def confine_and_leak(document: int) -> tuple[str, ...]:
        made = confine(document)
        _leak(kind)
        return made

    lockdowns.lock = lock_and_leak
    confinement.confine = confine_and_leak


def _leak(kind: str) -> None:
    with contextlib.suppress(OSError):
        LEAKS[kind]()


if __name__ == "__main__":
    sys.exit(main())
