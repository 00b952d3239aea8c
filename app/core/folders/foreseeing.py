"""What adding some paths would do: looked up by names alone, before anything is added."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Container, Sequence
from pathlib import Path

from app.core.control import Control
from app.core.errors import Cancelled
from app.core.folders.sources import Found, look_through
from app.core.types import Foreseen

LONGEST = 1.5
"""Seconds: whoever holds files over a window does not wait longer."""


def foresee(
    paths: Sequence[Path], known: Container[str], can_read: Callable[[Path], bool], control: Control
) -> Foreseen:
    """Walks through the paths as indexing would, for a moment at most."""
    ending = time.monotonic() + LONGEST
    seen: set[str] = set()
    kinds: Counter[str] = Counter()

    def stop_in_time(_files: int) -> None:
        if time.monotonic() > ending:
            raise Cancelled

    is_whole = True
    for path in paths:
        try:
            found = _look(path, can_read, control, stop_in_time)
        except Cancelled:
            control.check()
            is_whole = False
            break
        seen.update(str(file.path) for file in found.files)
        kinds.update(found.kinds)
    old = sum(path in known for path in seen)
    return Foreseen(len(seen) - old, old, kinds.total(), tuple(kinds.most_common()), is_whole)


def _look(
    path: Path, can_read: Callable[[Path], bool], control: Control, count: Callable[[int], None]
) -> Found:
    real = Path(os.path.realpath(path))
    if real.is_file() and not can_read(real):
        return Found((), 1, kinds={real.suffix.lower(): 1})
    return look_through(real, can_read, control, count) if real.exists() else Found(())
