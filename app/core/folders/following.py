"""Carries out what a comparison decided: moves, absences and forgetting. Reads no document.

Owns how many documents may be forgotten before the user is asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.core.control import Control
from app.core.errors import DocumentError
from app.core.folders.changes import SETTLED, Changes, find_moved, is_forgotten_unasked
from app.core.folders.sources import hash_of
from app.core.folders.survey import Seen, is_away
from app.core.folders.whereabouts import Whereabouts
from app.core.storage.catalog import Known
from app.core.types import Presence

_LATELY = 600.0
"""Seconds in which what was forgotten unasked counts together: deleting may take its time."""


@dataclass(frozen=True)
class Kept:
    """What came of it: files that are still to be read, and how many documents were touched."""

    new: Mapping[str, Seen]
    moved: int
    forgotten: int
    changes: int


class Following:
    """Makes the catalogue agree with where the files are."""

    def __init__(
        self,
        where: Whereabouts,
        forget: Callable[[Collection[int]], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._where = where
        self._forget_for_good = forget
        self._clock = clock
        self._forgotten: list[tuple[float, int]] = []

    def apply(
        self,
        known: Mapping[str, Known],
        changes: Changes,
        forget_missing: bool,
        control: Control,
    ) -> Kept:
        """Bring presences and paths up to date; what is to be read stays to be read."""
        moved = find_moved(known, changes, lambda path: _hash(path, control), self._is_gone)
        for path, before in moved.items():
            seen = changes.new[path]
            self._where.move(before.document, seen.source, path, seen.file.stamp)
        self._where.set_presence(changes.returned, Presence.HERE)
        self._where.set_presence(changes.away, Presence.AWAY)
        came = {before.document for before in moved.values()}
        gone = [k for k in changes.vanished.values() if k.document not in came]
        forgotten, marked = self._forget(gone, forget_missing)
        touched = len(moved) + len(changes.returned) + len(changes.away) + forgotten + marked
        new = {path: seen for path, seen in changes.new.items() if path not in moved}
        return Kept(new, len(moved), forgotten, touched)

    def _is_gone(self, path: str) -> bool:
        """Whether a file is not there although its source is, noticed or not."""
        if os.path.lexists(path):
            return False
        sources = [Path(source) for source in self._where.mounts()]
        within = [source for source in sources if Path(path).is_relative_to(source)]
        return not any(is_away(source, str(source) == path) for source in within)

    def _forget(self, gone: list[Known], forget_missing: bool) -> tuple[int, int]:
        """How many were forgotten, and how many are kept from now on until the user decides."""
        if not forget_missing:
            gone = [k for k in gone if k.presence is not Presence.KEPT]
        lost = [k for k in gone if k.presence is not Presence.MISSING or k.state not in SETTLED]
        before = self._lately() + len(self._where.absent(Presence.MISSING))
        if forget_missing:
            lost = gone
        elif not is_forgotten_unasked(lost, before):
            unread = [k for k in lost if k.state not in SETTLED]
            kept = [k.document for k in lost if k.state in SETTLED]
            self._where.set_presence(kept, Presence.MISSING)
            self._forget_for_good([k.document for k in unread])
            return len(unread), len(kept)
        if lost:
            self._forget_for_good([k.document for k in lost])
            self._forgotten.append((self._clock(), sum(k.state in SETTLED for k in lost)))
        return len(lost), 0

    def _lately(self) -> int:
        since = self._clock() - _LATELY
        self._forgotten = [(at, count) for at, count in self._forgotten if at >= since]
        return sum(count for _, count in self._forgotten)


def _hash(path: str, control: Control) -> str:
    try:
        return hash_of(Path(path), control)
    except (DocumentError, OSError):
        return ""
