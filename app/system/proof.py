"""Tries to reach a network in every way that we know, and tells honestly what happened.

Owns no lock. The addresses are from ranges that are reserved for documentation.
"""

from __future__ import annotations

import ctypes
import errno
import http.client
import os
import socket
import stat
import struct
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from app.system.lockdown import GUARD_NAME, Lockdown, Refusal

_NOWHERE = ("192.0.2.1", 9)
_NOWHERE_6 = ("2001:db8::1", 9)
_PATIENCE = 2.0
_MOST_DESCRIPTORS = 4096
_LISTENS = 0x10000
"""Flag of /proc/net/unix."""


class Verdict(StrEnum):
    """What may be said of a program on this platform."""

    PROVEN = "proven"
    """The operating system refuses, in every process, and every attempt was refused."""
    GUARDED = "guarded"
    """Every attempt was refused, but by the program, or by means not proven on this platform."""
    OPEN = "open"
    """Something was not refused, or a lock that should be there is missing."""


@dataclass(frozen=True)
class LockState:
    """How one of our processes is locked, since when, and what Python code tried in it so far."""

    process: str
    mechanism: tuple[str, ...]
    by_system: bool
    since: float
    problem: str = ""
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """One way that was tried. `error` is what came of it."""

    family: str
    kind: str
    refused: bool
    error: str


@dataclass(frozen=True)
class ProcessProof:
    """What was tried from inside one process; `listening` counts its ports that wait for others."""

    lock: LockState
    attempts: tuple[Attempt, ...]
    listening: int


@dataclass(frozen=True)
class Proof:
    """The proof for the whole program, a part for each kind of process."""

    processes: tuple[ProcessProof, ...]
    local_services: tuple[str, ...] = ()
    """Programs of this machine that the window could reach over local sockets."""
    waived: bool = False
    """Whether the user let Strongroom start on this machine even if it cannot be locked."""
    tested: float = field(default_factory=time.time)
    """Seconds since 1970."""

    @property
    def attempts(self) -> list[Attempt]:
        return [attempt for process in self.processes for attempt in process.attempts]

    @property
    def blocked(self) -> bool:
        return all(attempt.refused for attempt in self.attempts)

    @property
    def listening(self) -> int:
        return sum(process.listening for process in self.processes)

    @property
    def verdict(self) -> Verdict:
        locks = [process.lock for process in self.processes]
        if not self.blocked or self.listening or any(lock.problem for lock in locks):
            return Verdict.OPEN
        return verdict_of(locks)


def verdict_of(locks: Sequence[LockState]) -> Verdict:
    """What may be said without a test. Only Linux has been proven."""
    if any(lock.problem for lock in locks):
        return Verdict.OPEN
    by_system = sys.platform == "linux" and all(lock.by_system for lock in locks)
    return Verdict.PROVEN if by_system else Verdict.GUARDED


def state_of(process: str, lockdown: Lockdown) -> LockState:
    """The lock of this very process, which is called `process`."""
    return LockState(
        process,
        (*lockdown.mechanisms, GUARD_NAME),
        lockdown.by_system,
        lockdown.since,
        lockdown.problem,
        tuple(lockdown.guard.refused),
    )


def prove(process: str, lockdown: Lockdown) -> ProcessProof:
    """Try each way once from here. What is not refused within two seconds counts as not refused."""
    lock = state_of(process, lockdown)
    with lockdown.guard.testing():
        attempts = tuple(_try(family, kind, act) for family, kind, act in _ways())
    return ProcessProof(lock, attempts, _listening_ports())


def local_services() -> tuple[str, ...]:
    """What of this machine can be reached over local sockets, as the window may, by name."""
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere"))
    agent = Path(os.environ.get("SSH_AUTH_SOCK", "/nowhere"))
    places = {
        "printing (CUPS)": (Path("/run/cups/cups.sock"),),
        "services of the session (D-Bus)": (runtime / "bus",),
        "services of the system (D-Bus)": (Path("/run/dbus/system_bus_socket"),),
        "name look-ups (systemd-resolved)": (Path("/run/systemd/resolve/io.systemd.Resolve"),),
        "the cache of names (nscd)": (Path("/run/nscd/socket"), Path("/var/run/nscd/socket")),
        "discovery of devices (Avahi)": (Path("/run/avahi-daemon/socket"),),
        "containers (Docker)": (Path("/run/docker.sock"), Path("/var/run/docker.sock")),
        "sound": (runtime / "pipewire-0", runtime / "pulse" / "native"),
        "keys for logging in elsewhere (ssh-agent)": (agent,),
    }
    known = [name for name, paths in places.items() if any(map(Path.exists, paths))]
    listeners = _local_listeners()
    return (*known, *([f"{listeners} local sockets in all"] if listeners else []))


def _local_listeners() -> int:
    """How many local sockets programs of this machine listen on, of those that the kernel shows."""
    try:
        lines = Path("/proc/net/unix").read_text("ascii", "replace").splitlines()[1:]
    except OSError:
        return 0
    return sum(bool(int(line.split()[3], 16) & _LISTENS) for line in lines)


def _ways() -> Iterator[tuple[str, str, Callable[[], object]]]:
    for name, family, address in (
        ("IPv4", socket.AF_INET, _NOWHERE),
        ("IPv6", socket.AF_INET6, _NOWHERE_6),
    ):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
            words = "TCP" if kind == socket.SOCK_STREAM else "UDP"
            yield name, words, partial(_connect, family, kind, address)
            if os.name == "posix":
                yield name, f"{words}, native code", partial(_connect_native, family, kind, address)
    yield "DNS", "name look-up", lambda: socket.getaddrinfo("strongroom.invalid", 80)
    yield "IPv4", "HTTP client", _http


def _try(family: str, kind: str, act: Callable[[], object]) -> Attempt:
    try:
        act()
    except PermissionError as error:
        return Attempt(family, kind, True, error.strerror or str(error))
    except OSError as error:
        return Attempt(family, kind, False, f"Not refused, but failed: {error.strerror or error}")
    return Attempt(family, kind, False, "Not refused.")


def _connect(family: int, kind: int, address: tuple[str, int]) -> None:
    with socket.socket(family, kind) as tried:
        tried.settimeout(_PATIENCE)
        tried.connect(address)


def _connect_native(family: int, kind: int, address: tuple[str, int]) -> None:
    """The same by the C library, past Python, as a program in C would. It waits for no answer."""
    library = ctypes.CDLL(None, use_errno=True)
    handle = library.socket(int(family), int(kind), 0)
    if handle < 0:
        _raise_error(ctypes.get_errno())
    try:
        os.set_blocking(handle, False)
        packed = _packed(family, address)
        if library.connect(handle, packed, len(packed)) and ctypes.get_errno() != errno.EINPROGRESS:
            _raise_error(ctypes.get_errno())
    finally:
        library.close(handle)


def _packed(family: int, address: tuple[str, int]) -> bytes:
    """`struct sockaddr_in` or `sockaddr_in6`; BSDs put its length before the family."""
    host, port = socket.inet_pton(family, address[0]), struct.pack("!H", address[1])
    rest = port + host + bytes(8) if family == socket.AF_INET else port + bytes(4) + host + bytes(4)
    if sys.platform == "darwin":
        return struct.pack("BB", len(rest) + 2, family) + rest
    return struct.pack("=H", family) + rest


def _raise_error(number: int) -> None:
    raise OSError(number, f"{os.strerror(number)} (by the operating system)")


def _http() -> None:
    connection = http.client.HTTPConnection(_NOWHERE[0], timeout=_PATIENCE)
    try:
        connection.request("GET", "/")
    finally:
        connection.close()


def _listening_ports() -> int:
    """Descriptors of this process that wait for others to connect."""
    if os.name != "posix":
        import psutil

        found = psutil.Process().net_connections("inet")
        return sum(connection.status == psutil.CONN_LISTEN for connection in found)
    return sum(_is_listening(number) for number in range(_MOST_DESCRIPTORS))


def _is_listening(descriptor: int) -> bool:
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return False
    except OSError:
        return False
    found, size = ctypes.c_int(), ctypes.c_uint(ctypes.sizeof(ctypes.c_int))
    ctypes.CDLL(None).getsockopt(
        descriptor, socket.SOL_SOCKET, socket.SO_ACCEPTCONN, ctypes.byref(found), ctypes.byref(size)
    )
    return bool(found.value)
