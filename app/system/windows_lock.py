"""Windows: whether an AppContainer refuses the network, and the limits of a reader process.

Sets no network lock: a process cannot enter an AppContainer, it is started in one, by the package
(`packaging/windows`). Written from documentation; not tried on Windows, only in part under wine.
"""

from __future__ import annotations

import ctypes
import struct
from dataclasses import dataclass
from typing import Any

from app.system.lock_errors import LockFailedError

APP_CONTAINER = "Windows AppContainer without network capabilities, refused by Windows"
READER_LIMITS = "Windows job object: limited memory and processor time, no further processes"
READER_UI_LIMITS = "Windows job object: no clipboard, no windows of others, no system settings"

_NETWORK_CAPABILITIES = {"S-1-15-3-1", "S-1-15-3-2", "S-1-15-3-3"}
"""internetClient, internetClientServer, privateNetworkClientServer."""

_OWN_TOKEN = ctypes.c_void_p(-4)
"""What GetCurrentProcessToken() is: it needs no opening and no closing."""
_IS_APP_CONTAINER, _CAPABILITIES = 29, 30
_FIRST_GROUP = 8
"""Where the entries of a TOKEN_GROUPS begin, behind their number and the padding."""

_EXTENDED_LIMITS, _UI_RESTRICTIONS = 9, 4
_LIMIT_PROCESS_TIME, _LIMIT_ACTIVE_PROCESS, _LIMIT_PROCESS_MEMORY = 0x2, 0x8, 0x100
_DIE_ON_UNHANDLED_EXCEPTION, _KILL_ON_JOB_CLOSE = 0x400, 0x2000
_ALL_UI_LIMITS, _NO_UI_LIMITS = 0xFF, 0
_TICKS_A_SECOND = 10_000_000
_SET_QUOTA_AND_TERMINATE = 0x0101


class SidAndAttributes(ctypes.Structure):
    """SID_AND_ATTRIBUTES of winnt.h."""

    _fields_ = [("sid", ctypes.c_void_p), ("attributes", ctypes.c_uint32)]


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h. Times in units of 100 nanoseconds."""

    _fields_ = [
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    ]


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h. Memory in bytes."""

    _fields_ = [
        ("basic", BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    ]


@dataclass(frozen=True)
class Job:
    """A job object around a process. `holds` names its limits."""

    holds: tuple[str, ...]
    handle: int
    kernel: Any

    def close(self) -> None:
        """End what still runs in it. Windows does so by itself when our process ends."""
        self.kernel.CloseHandle(self.handle)


def lock_network(library: Any = None) -> tuple[str, ...]:
    """The AppContainer's name when this process is in one that has no network; nothing otherwise.

    `library` stands for advapi32.dll. Raises LockFailedError when Windows does not answer.
    """
    security = library or _security_library()
    is_contained = struct.unpack("=I", _ask(security, _IS_APP_CONTAINER, 4))[0]
    if not is_contained or _NETWORK_CAPABILITIES & _capabilities(security):
        return ()
    return (APP_CONTAINER,)


def limit_process(pid: int, memory: int, seconds: int, library: Any = None) -> Job:
    """Limit a process to `memory` bytes and `seconds` of processor time, and to no children.

    It lives no longer than the job that is returned, so keep that. `library` stands for
    kernel32.dll. Raises LockFailedError. A `python.exe` of a virtual environment only starts the
    real one as its child: there, the reader has to call this for itself (`os.getpid()`).
    """
    kernel = library or _kernel_library()
    process = kernel.OpenProcess(_SET_QUOTA_AND_TERMINATE, 0, pid)
    if not process:
        raise LockFailedError("Windows does not let the reader be limited.")
    try:
        for ui_limits in (_ALL_UI_LIMITS, _NO_UI_LIMITS):
            job = _make_job(kernel, reader_limits(memory, seconds), ui_limits)
            if kernel.AssignProcessToJobObject(job.handle, process):
                return job
            job.close()
    finally:
        kernel.CloseHandle(process)
    raise LockFailedError("Windows does not take the reader into a job object.")


def reader_limits(memory: int, seconds: int) -> ExtendedLimits:
    """`memory` counts what is committed, not addresses; `seconds` what is spent in user mode."""
    limits = ExtendedLimits(process_memory=memory)
    limits.basic.process_time = seconds * _TICKS_A_SECOND
    limits.basic.active_processes = 1
    limits.basic.flags = (
        _LIMIT_PROCESS_TIME
        | _LIMIT_ACTIVE_PROCESS
        | _LIMIT_PROCESS_MEMORY
        | _DIE_ON_UNHANDLED_EXCEPTION
        | _KILL_ON_JOB_CLOSE
    )
    return limits


def sid_text(sid: bytes) -> str:
    """A security identifier as it is written: revision, authority (big-endian), the rest."""
    revision, count = sid[0], sid[1]
    rest = struct.unpack_from(f"<{count}I", sid, 8)
    return "-".join(("S", *map(str, (revision, int.from_bytes(sid[2:8], "big"), *rest))))


def _make_job(kernel: Any, limits: ExtendedLimits, ui_limits: int) -> Job:
    """A job inside another one, such as a terminal's, must have no limits on the user interface."""
    handle = kernel.CreateJobObjectW(None, None)
    if not handle:
        raise LockFailedError("Windows does not make a job object.")
    asked: list[tuple[int, Any]] = [(_EXTENDED_LIMITS, limits)]
    if ui_limits:
        asked.append((_UI_RESTRICTIONS, ctypes.c_uint32(ui_limits)))
    job = Job((READER_LIMITS, *((READER_UI_LIMITS,) if ui_limits else ())), handle, kernel)
    for kind, value in asked:
        size = ctypes.sizeof(value)
        if not kernel.SetInformationJobObject(handle, kind, ctypes.byref(value), size):
            job.close()
            raise LockFailedError("Windows does not set the limits of a job object.")
    return job


def _capabilities(security: Any) -> set[str]:
    needed = ctypes.c_uint32()
    security.GetTokenInformation(_OWN_TOKEN, _CAPABILITIES, None, 0, ctypes.byref(needed))
    groups = _ask(security, _CAPABILITIES, needed.value)
    count = struct.unpack_from("=I", groups)[0]
    if not count:
        return set()
    entries = (SidAndAttributes * count).from_buffer(groups, _FIRST_GROUP)
    return {sid_text(_sid_at(entry.sid)) for entry in entries}


def _sid_at(address: int) -> bytes:
    return ctypes.string_at(address, 8 + 4 * ctypes.string_at(address, 2)[1])


def _ask(security: Any, kind: int, size: int) -> ctypes.Array[ctypes.c_char]:
    """What the token of this process says. The answer may hold pointers into itself."""
    answer = ctypes.create_string_buffer(max(size, 4))
    written = ctypes.byref(ctypes.c_uint32())
    if not security.GetTokenInformation(_OWN_TOKEN, kind, answer, len(answer), written):
        raise LockFailedError("Windows does not say whether this process is in an AppContainer.")
    return answer


def _security_library() -> Any:
    """64-bit Windows has one calling convention, so `CDLL` does."""
    library = ctypes.CDLL("advapi32.dll")
    library.GetTokenInformation.argtypes = (
        ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p,
    )  # fmt: skip
    return library


def _kernel_library() -> Any:
    library = ctypes.CDLL("kernel32.dll")
    handle, number = ctypes.c_void_p, ctypes.c_uint32
    for name, arguments in (
        ("OpenProcess", (number, ctypes.c_int, number)),
        ("CreateJobObjectW", (ctypes.c_void_p, ctypes.c_wchar_p)),
        ("SetInformationJobObject", (handle, ctypes.c_int, ctypes.c_void_p, number)),
        ("AssignProcessToJobObject", (handle, handle)),
        ("CloseHandle", (handle,)),
    ):
        getattr(library, name).argtypes = arguments
    library.OpenProcess.restype = library.CreateJobObjectW.restype = handle
    return library
