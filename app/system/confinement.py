"""The tightest lock: what a process keeps that parses a stranger's document.

Chooses what the platform offers; memory and time are limited elsewhere.
"""

from __future__ import annotations

import sys


def confine(document: int) -> tuple[str, ...]:
    """Take from this process, for good, everything but reading the file open as `document`.

    No socket, no writing, no programs, no new processes, no signals to others. Returns the names
    of the locks that hold; an empty tuple where the platform has none. Raises LockFailedError.
    """
    if sys.platform == "linux":
        from app.system.linux_lock import confine_reader

        return confine_reader(document)
    if sys.platform == "darwin":
        from app.system import macos_lock

        return macos_lock.confine_reader()
    return ()
