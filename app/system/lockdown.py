"""The first thing every process of ours does: switches of libraries, and no network from Python.

The guard is an audit hook: it refuses and counts whatever Python code tries, and cannot be undone.
Code that is not Python is not seen by it; the operating system's own lock is another module's work.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MECHANISM = "python audit hook"

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
_CLEARED = ("CHROMA_", "OTEL_", "GRPC_", "QML", "LLAMA_")
_CLEARED_ENDS = ("_PROXY", "_proxy")
_CLEARED_NAMES = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_GENERIC_PLUGINS")
_SCRATCH_NAMES = ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "HF_HOME")
_LOOK_UPS = frozenset(
    f"socket.{name}"
    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo", "gethostbyname_ex")
)
_LOCAL = getattr(socket, "AF_UNIX", None)


class NetworkRefusedError(PermissionError):
    """Something in this process tried to reach a network."""


@dataclass(frozen=True)
class Refusal:
    """An attempt that was refused: what was tried, and when (seconds since 1970)."""

    family: str
    event: str
    time: float


class Guard:
    """Refuses sockets of every family but the local one, and look-ups of names; and counts them."""

    def __init__(self) -> None:
        self.refused: list[Refusal] = []

    def watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        """The audit hook. Cheap for every event that is not about sockets."""
        if not event.startswith("socket."):
            return
        if event in _LOOK_UPS:
            self._refuse("name look-up", event)
        if event == "socket.__new__" and arguments[1] != _LOCAL:
            self._refuse(_family_name(arguments[1]), event)

    def _refuse(self, family: str, event: str) -> None:
        self.refused.append(Refusal(family, event, time.time()))
        raise NetworkRefusedError("Strongroom reaches no network.")


def lock() -> Guard:
    """Set the switches and start the guard. Call it before anything else is imported."""
    os.umask(0o077)
    for name in list(os.environ):
        if name.startswith(_CLEARED) or name.endswith(_CLEARED_ENDS) or name in _CLEARED_NAMES:
            del os.environ[name]
    os.environ.update(_SWITCHES)
    _no_core_dumps()
    guard = Guard()
    sys.addaudithook(guard.watch)
    return guard


def keep_scratch_in(folder: Path) -> None:
    """Let all libraries put temporary and cache files into `folder`, which is private."""
    for name in _SCRATCH_NAMES:
        os.environ[name] = str(folder)
    os.environ["TORCHINDUCTOR_CACHE_DIR"] = str(folder / "torch")


def _no_core_dumps() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _family_name(family: int) -> str:
    try:
        return socket.AddressFamily(family).name
    except ValueError:
        return f"family {family}"
