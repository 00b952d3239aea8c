"""Watches over the sources while the window is open, and tells when there is something to compare.

Compares nothing itself. Where a folder cannot be watched, it is looked at now and then.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from app.core.control import Control
from app.core.events import FoldersChanged, Report
from app.core.interfaces import Watch
from app.engine.pending import Pending

GLANCE = 3.0
"""Seconds between two looks whether the sources themselves are there."""
ROUND = 60.0
"""Seconds between two comparisons of what cannot be watched: network drives, sticks."""
LONG_ROUND = 900.0
"""Seconds between two comparisons of all the rest, should a watch have missed something."""
_NEW = (-1, -1)
"""Stands for a source that was not watched so far."""


class Vigil:
    """What changed in the sources since it was last taken. Safe to use from several threads."""

    def __init__(
        self,
        make_watch: Callable[[], Watch],
        pending: Pending,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make_watch = make_watch
        self._pending = pending
        self._clock = clock
        self._changed = threading.Condition()
        self._following = threading.Lock()
        self._watch: Watch | None = None
        self._sources: dict[Path, tuple[int, int] | None] = {}
        self._unwatched: set[Path] = set()
        self._is_new = True
        self._is_told = False

    def keep(self, sources: Callable[[], Iterable[str]], report: Report, control: Control) -> None:
        """Watch until cancelled. Tells once, and again after what there was has been taken."""
        self._watch = self._make_watch()
        with self._changed:
            self._is_told = False
        control.when_cancelled(self._wake)
        try:
            self.follow(sources())
            self._keep(report, control)
        finally:
            with self._following:
                self._watch.close()
                self._watch = None

    def follow(self, sources: Iterable[str]) -> None:
        """From now on watch these; what is new, went, or came back is to be compared."""
        wanted = {Path(source): _identity(Path(source)) for source in sources}
        with self._following:
            if self._watch is None:
                return
            before = self._sources
            changed = [s for s, identity in wanted.items() if before.get(s, _NEW) != identity]
            for source in changed:
                self._watch.let_go(source)
            there = [source for source, identity in wanted.items() if identity]
            unwatched = self._watch.follow(there, self.note)
            with self._changed:
                for source in changed:
                    self._pending.note(source)
                self._sources, self._unwatched = wanted, unwatched
                self._changed.notify_all()

    def note(self, path: Path, wait: float | None = None) -> None:
        """Something happened there, or is to be looked at again after `wait` seconds."""
        with self._changed:
            self._pending.note(path, wait)
            self._changed.notify_all()

    def take(self) -> list[Path] | None:
        """What is to be compared now; None: all sources."""
        with self._changed:
            self._is_told = False
            if self._is_new:
                self._is_new = False
                self._pending.forget()
                return None
            return self._pending.take(os.path.isfile)

    def put_back(self, paths: list[Path] | None) -> None:
        """They were not compared after all; they are with whatever changes next."""
        with self._changed:
            self._is_new = self._is_new or paths is None
            self._is_told = True
            for path in paths or ():
                self._pending.note(path, 0.0)

    def _keep(self, report: Report, control: Control) -> None:
        now = self._clock()
        glance, round_, long_round = now + GLANCE, now + ROUND, now + LONG_ROUND
        while not control.cancelled:
            with self._changed:
                wait = self._pending.wait()
                is_due = wait == 0.0 and not self._is_told
                self._is_told = self._is_told or is_due
            if is_due:
                report(FoldersChanged())
            now = self._clock()
            if now >= glance:
                glance = now + GLANCE
                self._glance()
            if now >= round_:
                round_ = now + ROUND
                self._note_all(self._unwatched)
            if now >= long_round:
                long_round = now + LONG_ROUND
                self._note_all(set(self._sources))
            self._rest(min(glance, round_, long_round) - now, control)

    def _rest(self, longest: float, control: Control) -> None:
        with self._changed:
            wait = self._pending.wait()
            if wait is not None and not self._is_told:
                longest = min(longest, wait)
            if not control.cancelled and longest > 0:
                self._changed.wait(longest)

    def _glance(self) -> None:
        """Sources that went, came back, or are others under the same name."""
        sources = self._sources
        if any(_identity(source) != before for source, before in sources.items()):
            self.follow(map(str, sources))

    def _note_all(self, sources: set[Path]) -> None:
        for source in sources:
            self.note(source, 0.0)

    def _wake(self) -> None:
        with self._changed:
            self._changed.notify_all()


def _identity(source: Path) -> tuple[int, int] | None:
    try:
        status = os.lstat(source)
    except OSError:
        return None
    return status.st_dev, status.st_ino
