"""What a second start says to the window that has the vault already, in files of the home folder.

No socket and no port: a request is a small file that the window watches for, and takes away.
Owns the folder of the requests, and what a request may contain.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import stat
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.system.paths import Paths, make_private

PATIENCE = 3.0
"""Seconds in which a window that is not stuck takes a request."""
_LARGEST = 1_000_000
_MOST_PATHS = 10_000
_TRY_AGAIN = 0.02


def hand_over(paths: Paths, to_add: Sequence[str], patience: float = PATIENCE) -> bool:
    """Ask the window that has the vault to come forward and add paths; whether it was there."""
    folder = requests_folder(paths)
    name = f"{mark_of(paths)}-{secrets.token_hex(8)}"
    request = folder / f"{name}.json"
    fresh = folder / f"{name}.new"
    fresh.write_text(json.dumps([os.path.abspath(path) for path in to_add]), "utf-8")
    fresh.replace(request)
    ends = time.monotonic() + patience
    while request.exists():
        if time.monotonic() > ends:
            request.unlink(missing_ok=True)
            return False
        threading.Event().wait(_TRY_AGAIN)
    return True


def take_requests(paths: Paths) -> list[tuple[str, ...]]:
    """The paths of each request for this vault, which is gone then. Nothing in it is trusted."""
    taken = []
    for file in _requests(paths):
        found = _read(file)
        with suppress(OSError):
            file.unlink()
            taken.append(tuple(path for path in found if _can_be_added(path)))
    return taken


def forget_requests(paths: Paths) -> None:
    """Those that nobody took in time: whoever made them has given up."""
    for file in _requests(paths):
        file.unlink(missing_ok=True)


def requests_folder(paths: Paths) -> Path:
    """Private to the user; it is there afterwards."""
    return make_private(make_private(paths.home) / "requests")


def _requests(paths: Paths) -> list[Path]:
    name = re.compile(rf"{mark_of(paths)}-[0-9a-f]{{16}}\.json")
    return sorted(file for file in requests_folder(paths).iterdir() if name.fullmatch(file.name))


def mark_of(paths: Paths) -> str:
    """By which requests for windows of other vaults are told apart."""
    return hashlib.sha256(os.path.realpath(paths.vault).encode()).hexdigest()[:16]


def _read(file: Path) -> list[str]:
    try:
        if not stat.S_ISREG(os.lstat(file).st_mode) or file.stat().st_size > _LARGEST:
            return []
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(found, list):
        return []
    return [path for path in found[:_MOST_PATHS] if isinstance(path, str)]


def _can_be_added(path: str) -> bool:
    return os.path.isabs(path) and os.path.exists(path)
