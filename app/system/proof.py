"""Tries to reach a network in every way that we know, and tells honestly what happened.

Owns no lock. The addresses are from ranges that are reserved for documentation.
"""

from __future__ import annotations

import ctypes
import http.client
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass

import psutil

_NOWHERE = ("192.0.2.1", 9)
_NOWHERE_6 = ("2001:db8::1", 9)
_PATIENCE = 2.0


@dataclass(frozen=True)
class Attempt:
    """One way that was tried. `error` is what came of it."""

    family: str
    kind: str
    refused: bool
    error: str


@dataclass(frozen=True)
class Proof:
    """`blocked` when every attempt was refused; `listening` counts this program's open ports."""

    blocked: bool
    mechanism: tuple[str, ...]
    attempts: tuple[Attempt, ...]
    listening: int


def try_to_reach_out(mechanism: tuple[str, ...]) -> Proof:
    """Try each way once; what is not refused within two seconds counts as not refused."""
    attempts = tuple(_try(family, kind, act) for family, kind, act in _ways())
    return Proof(all(a.refused for a in attempts), mechanism, attempts, _listening_ports())


def _ways() -> list[tuple[str, str, Callable[[], object]]]:
    ways: list[tuple[str, str, Callable[[], object]]] = [
        ("IPv4", "TCP", lambda: _connect(socket.AF_INET, socket.SOCK_STREAM, _NOWHERE)),
        ("IPv6", "TCP", lambda: _connect(socket.AF_INET6, socket.SOCK_STREAM, _NOWHERE_6)),
        ("IPv4", "UDP", lambda: _connect(socket.AF_INET, socket.SOCK_DGRAM, _NOWHERE)),
        ("IPv6", "UDP", lambda: _connect(socket.AF_INET6, socket.SOCK_DGRAM, _NOWHERE_6)),
        ("DNS", "name look-up", lambda: socket.getaddrinfo("strongroom.invalid", 80)),
        ("IPv4", "HTTP client", _http),
    ]
    if sys.platform.startswith("linux"):
        ways.append(("IPv4", "native code", _native))
    return ways


def _try(family: str, kind: str, act: Callable[[], object]) -> Attempt:
    try:
        act()
    except PermissionError as error:
        return Attempt(family, kind, True, str(error))
    except OSError as error:
        return Attempt(family, kind, False, f"Not refused, but failed: {error.strerror or error}")
    return Attempt(family, kind, False, "Not refused.")


def _connect(family: int, kind: int, address: tuple[str, int]) -> None:
    with socket.socket(family, kind) as tried:
        tried.settimeout(_PATIENCE)
        tried.connect(address)


def _http() -> None:
    connection = http.client.HTTPConnection(_NOWHERE[0], timeout=_PATIENCE)
    try:
        connection.request("GET", "/")
    finally:
        connection.close()


def _native() -> None:
    """A socket made by the C library, past Python. It is closed at once and never connected."""
    library = ctypes.CDLL(None, use_errno=True)
    handle = library.socket(int(socket.AF_INET), int(socket.SOCK_STREAM), 0)
    if handle < 0:
        error = ctypes.get_errno()
        raise OSError(error, "refused by the operating system")
    library.close(handle)


def _listening_ports() -> int:
    """Ports that this process and its children listen on."""
    own = psutil.Process()
    count = 0
    for process in (own, *own.children(recursive=True)):
        try:
            count += sum(c.status == psutil.CONN_LISTEN for c in process.net_connections("inet"))
        except psutil.Error:
            continue
    return count
