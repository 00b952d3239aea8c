"""The first thing every process of ours does: switches of libraries, and no network.

Two locks: an audit hook refuses and counts what Python code tries; beneath it the operating
system refuses what any code tries, where it can (`linux_lock`, `macos_lock`, `windows_lock`).
Neither can be undone.
"""

from __future__ import annotations

import os
import socket
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.system.lock_errors import LockFailedError

GUARD_NAME = (
    "audit hook: no network sockets and no look-ups from Python, refused by Strongroom and counted"
)

_SWITCHES = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1",
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_UPDATE_CHECK": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "OTEL_SDK_DISABLED": "true",
}
_CLEARED = ("CHROMA_", "OTEL_", "GRPC_", "QML", "LLAMA_", "OPENVINO_", "OV_")
_CLEARED_ENDS = ("_PROXY", "_proxy")
_CLEARED_NAMES = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS")
_SCRATCH_NAMES = ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "HF_HOME")
_LOOK_UPS = frozenset(
    f"socket.{name}"
    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo", "gethostbyname_ex")
)
_USES = frozenset(f"socket.{name}" for name in ("bind", "connect", "sendto", "sendmsg"))
_LOCAL = getattr(socket, "AF_UNIX", None)
_DUMPABLE = 4
_MOST_INHERITED = 1024
_STANDARD = (0, 1, 2)


class NetworkRefusedError(PermissionError):
    """Something in this process tried to reach a network."""


@dataclass(frozen=True)
class Refusal:
    """An attempt that was refused: what was tried, and when (seconds since 1970)."""

    family: str
    event: str
    time: float


class Guard:
    """Refuses and counts what Python tries: sockets but local ones, and look-ups of names.

    Without `display` local ones may be paired with each other, and reach nobody.
    """

    def __init__(self, display: bool) -> None:
        self.refused: list[Refusal] = []
        self._display = display
        self._testing: set[int] = set()

    def give_up_display(self) -> None:
        """From now on refuse local sockets, too."""
        self._display = False

    @contextmanager
    def testing(self) -> Iterator[None]:
        """What this thread tries meanwhile is refused, but not counted: it is our own test."""
        self._testing.add(threading.get_ident())
        try:
            yield
        finally:
            self._testing.discard(threading.get_ident())

    def watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        """The audit hook. Cheap for every event that is not about sockets."""
        if not event.startswith("socket."):
            return
        if event in _LOOK_UPS:
            self._refuse("name look-up", event)
        if event == "socket.__new__" and arguments[1] != _LOCAL:
            self._refuse(_family_name(arguments[1]), event)
        if event in _USES and not self._display:
            self._refuse(_family_name(arguments[0].family), event)

    def _refuse(self, family: str, event: str) -> None:
        if threading.get_ident() not in self._testing:
            self.refused.append(Refusal(family, event, time.time()))
        raise NetworkRefusedError("Strongroom reaches no network.")


@dataclass(frozen=True)
class Lockdown:
    """How a process is locked: by the system (`mechanisms`), and by `guard`.

    `problem` says why the lock that this platform promises is missing; then `mechanisms` is empty.
    """

    guard: Guard
    mechanisms: tuple[str, ...] = ()
    problem: str = ""
    since: float = field(default_factory=time.time)

    @property
    def by_system(self) -> bool:
        """Whether the operating system itself refuses."""
        return bool(self.mechanisms)


def lock(display: bool) -> Lockdown:
    """Lock this process. Call it before anything else is imported.

    `display` leaves local sockets to the window, for its display; other processes get none.
    """
    _close_inherited_sockets()
    return _locked(prepare(display), display)


def lock_further(lockdown: Lockdown) -> Lockdown:
    """Give up what `display` left: for the command line, once it is known that it is asked for."""
    lockdown.guard.give_up_display()
    return _locked(lockdown.guard, display=False) if lockdown.by_system else lockdown


def prepare(display: bool) -> Guard:
    """All of `lock` but the system's part: tests need their own processes unlocked."""
    os.umask(0o077)
    for name in list(os.environ):
        if name.startswith(_CLEARED) or name.endswith(_CLEARED_ENDS) or name in _CLEARED_NAMES:
            del os.environ[name]
    os.environ.update(_SWITCHES)
    _no_core_dumps()
    guard = Guard(display)
    sys.addaudithook(guard.watch)
    return guard


def keep_scratch_in(folder: Path) -> None:
    """Let all libraries put temporary and cache files into `folder`, which is private."""
    for name in _SCRATCH_NAMES:
        os.environ[name] = str(folder)
    os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(folder / "torch")


def _locked(guard: Guard, display: bool) -> Lockdown:
    try:
        return Lockdown(guard, _lock_by_system(display))
    except LockFailedError as error:
        return Lockdown(guard, problem=str(error))


def _lock_by_system(display: bool) -> tuple[str, ...]:
    if sys.platform == "linux":
        from app.system import linux_lock

        return linux_lock.lock_network(display)
    if sys.platform == "darwin":
        from app.system import macos_lock

        return macos_lock.lock_network()
    if sys.platform == "win32":
        from app.system import windows_lock

        return windows_lock.lock_network()
    return ()


def _close_inherited_sockets() -> None:
    """A socket that whoever started us left open would be a way out that no lock sees."""
    for number in _open_descriptors():
        try:
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue
        except OSError:
            continue
        inherited = socket.socket(fileno=number)
        if number in _STANDARD and _is_connected_stream(inherited):
            inherited.detach()
        else:
            inherited.close()


def _is_connected_stream(inherited: socket.socket) -> bool:
    """What a terminal or another program may well be behind, when it is local."""
    if inherited.family != _LOCAL or inherited.type != socket.SOCK_STREAM:
        return False
    return not inherited.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)


def _open_descriptors() -> list[int]:
    try:
        return [int(name) for name in os.listdir("/dev/fd")]
    except OSError:  # Windows, or a sandbox without it
        return list(range(_MOST_INHERITED))


def _no_core_dumps() -> None:
    """A core dump would hold documents; neither it nor a debugger gets at our memory."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DUMPABLE, 0, 0, 0, 0)


def _family_name(family: int) -> str:
    try:
        return socket.AddressFamily(family).name
    except ValueError:
        return f"family {family}"
