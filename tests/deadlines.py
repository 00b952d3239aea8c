"""Waiting for what another thread or process does: by looking often, up to a deadline."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

PATIENCE = 120.0
"""Seconds after which something will not come any more, however busy the machine is."""


def wait_until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Return as soon as `holds()`; fail when it does not within so many seconds."""
    deadline = time.monotonic() + seconds
    tick = threading.Event()
    while not holds():
        assert time.monotonic() < deadline, f"waited {seconds} s in vain"
        tick.wait(0.01)
