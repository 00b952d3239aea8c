"""Tries to reach a network in every way that we know, and tells honestly what happened.

Owns no lock; what is said of one is in `lock_state`. The addresses are from ranges that are
reserved for documentation.
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
from collections.abc import Callable, Iterator
from functools import partial

from app.system.lock_state import Attempt, ProcessProof, state_of
from app.system.lockdown import Lockdown

_NOWHERE = ("192.0.2.1", 9)
_NOWHERE_6 = ("2001:db8::1", 9)
_PATIENCE = 2.0
_MOST_DESCRIPTORS = 4096


def prove(process: str, lockdown: Lockdown) -> ProcessProof:
    """Try each way once from here. What is not refused within two seconds counts as not refused."""
    lock = state_of(process, lockdown)
    with lockdown.guard.testing():
        attempts = tuple(_try(family, kind, act) for family, kind, act in _ways())
    return ProcessProof(lock, attempts, _listening_ports())


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
