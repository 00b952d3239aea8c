"""macOS: a sandbox without network, from our signature or set by ourselves; and one for readers.

Written from documentation and from other programs; it has not been tried on a Mac. macOS sets one
profile in a line of processes, a child has its parent's, and there is no second one on top.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from typing import Any

from app.system.lock_errors import LockFailedError

APP_SANDBOX = "macOS app sandbox: no network, refused by the macOS kernel"
NETWORK_SANDBOX = "macOS sandbox profile: no network, refused by the macOS kernel"
READER_SANDBOX = (
    "macOS sandbox profile: reads and computes; no network, no files to write, no programs, "
    "no processes, refused by the macOS kernel"
)

_NO_NETWORK = """(version 1)
(allow default)
(deny network*)
(deny lsopen)
(deny appleevent-send)
(deny job-creation)
"""
NETWORK_PROFILE = (
    _NO_NETWORK
    + """(deny mach-lookup
  (global-name "com.apple.dnssd.service")
  (global-name "com.apple.mDNSResponder")
  (global-name-prefix "com.apple.nsurlsessiond"))
"""
)
"""No socket reaches anybody, local ones included: the display of a Mac is not behind a socket.

Neither do those who would do it for us: the name resolver, the download service, a browser that
we open (`lsopen`) or script, a job that we have launchd start. Later rules win over earlier ones.
"""
READER_PROFILE = (
    _NO_NETWORK
    + """(deny system-socket)
(deny file-write*)
(deny process-exec*)
(deny process-fork)
(deny signal)
(allow signal (target self))
(deny mach-lookup)
(allow mach-lookup
  (global-name "com.apple.FontObjectsServer")
  (global-name "com.apple.fonts"))
"""
)
"""Of all services only the fonts are left. Memory and time are limited elsewhere."""

_LIBRARY = "/usr/lib/libSystem.B.dylib"
_LOCAL, _INTERNET, _INTERNET_6 = 1, 2, 30
_STREAM, _DATAGRAM = 1, 2
_WRITE_ONLY = 1
_IS_SANDBOXED, _RAW_PROFILE = 0, 0


def lock_network(library: Any = None) -> tuple[str, ...]:
    """Give up the network for good, with all children. Returns what holds.

    A sandbox that is there already, by our signature or from a parent, is kept and tried.
    `library` stands for the system's C library. Raises LockFailedError.
    """
    system = library or _system_library()
    if not _is_sandboxed(system):
        _set_profile(system, NETWORK_PROFILE)
    _make_sure_of_no_network(system)
    return (_name_of_sandbox(),)


def confine_reader(library: Any = None) -> tuple[str, ...]:
    """Leave this process nothing but reading and computing. Returns what holds.

    In a sandbox that is there already macOS sets no tighter one: then that one is kept and tried,
    and it is what the result names. So a reader that is to get its own must come from a process
    without. Call it in the child that reads, for it cannot fork any more. Raises LockFailedError.
    """
    system = library or _system_library()
    if _is_sandboxed(system):
        _make_sure_of_no_network(system)
        return (_name_of_sandbox(),)
    _set_profile(system, READER_PROFILE)
    _make_sure_of_no_network(system)
    _make_sure_of_no_writing(system)
    return (READER_SANDBOX,)


def nowhere() -> tuple[tuple[int, int, bytes], ...]:
    """What a sandbox must refuse to connect to: family, kind of socket, address as macOS has it.

    Two addresses reserved for documentation, to which a datagram socket sends nothing when it is
    connected; and the local socket of the name resolver.
    """
    resolver = b"/var/run/mDNSResponder"
    v4 = struct.pack("!BBH4s8x", 16, _INTERNET, 9, bytes((192, 0, 2, 1)))
    v6 = struct.pack(
        "!BBHI16sI", 28, _INTERNET_6, 9, 0, bytes.fromhex("20010db8" + "0" * 23 + "1"), 0
    )
    local = struct.pack("BB104s", 106, _LOCAL, resolver)
    return (_INTERNET, _DATAGRAM, v4), (_INTERNET_6, _DATAGRAM, v6), (_LOCAL, _STREAM, local)


def _is_sandboxed(system: Any) -> bool:
    return bool(system.sandbox_check(os.getpid(), None, _IS_SANDBOXED) == 1)


def _name_of_sandbox() -> str:
    """Which of the two it is matters for the words only; that it holds was tried."""
    return APP_SANDBOX if "APP_SANDBOX_CONTAINER_ID" in os.environ else NETWORK_SANDBOX


def _set_profile(system: Any, profile: str) -> None:
    reason = ctypes.c_char_p()
    if system.sandbox_init(profile.encode("ascii"), _RAW_PROFILE, ctypes.byref(reason)) == 0:
        return
    words = (reason.value or b"no reason given").decode("utf-8", "replace").strip().rstrip(".")
    system.sandbox_free_error(reason)
    raise LockFailedError(f"macOS did not set the sandbox: {words}.")


def _make_sure_of_no_network(system: Any) -> None:
    """Believe the system only after a look and a try. Nothing is sent, whatever comes of it."""
    if not _is_sandboxed(system):
        raise LockFailedError("macOS took the sandbox, but says that it does not hold.")
    for family, kind, address in nowhere():
        if not _is_refused(system, family, kind, address):
            raise LockFailedError("There is a macOS sandbox, but it does not refuse the network.")


def _is_refused(system: Any, family: int, kind: int, address: bytes) -> bool:
    """Whether the sandbox says no, to the socket or to where it would connect."""
    ctypes.set_errno(0)
    handle = system.socket(family, kind, 0)
    if handle < 0:
        return ctypes.get_errno() == errno.EPERM
    result = system.connect(handle, address, len(address))
    error = ctypes.get_errno()
    system.close(handle)
    return bool(result < 0 and error == errno.EPERM)


def _make_sure_of_no_writing(system: Any) -> None:
    ctypes.set_errno(0)
    handle = system.open(b"/dev/null", _WRITE_ONLY)
    if handle >= 0:
        system.close(handle)
    if handle >= 0 or ctypes.get_errno() != errno.EPERM:
        raise LockFailedError("macOS took the sandbox, but it does not refuse writing.")


def _system_library() -> Any:
    """The C library of macOS, which has the sandbox too (sandbox.h; `sandbox_check` is private)."""
    try:
        library = ctypes.CDLL(_LIBRARY, use_errno=True)
        reason = ctypes.POINTER(ctypes.c_char_p)
        library.sandbox_init.argtypes = (ctypes.c_char_p, ctypes.c_uint64, reason)
        library.sandbox_free_error.argtypes = (ctypes.c_char_p,)
        library.sandbox_free_error.restype = None
        library.sandbox_check.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int)
        library.connect.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_uint32)
        library.open.argtypes = (ctypes.c_char_p, ctypes.c_int)
    except (OSError, AttributeError) as error:
        raise LockFailedError("This macOS does not offer its sandbox to programs.") from error
    return library
