"""Watches folders with watchdog: inotify, FSEvents, ReadDirectoryChangesW. Opens no socket.

Only tells where something happened. What happened, a comparison finds out.
"""

from __future__ import annotations

import ctypes
import logging
import os
import sys
import warnings
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

_WHEN_DELETED = 0x400
"""IN_DELETE_SELF (linux/inotify.h)."""


class FolderWatch:
    """Implements `Watch`."""

    def __init__(self, can_read: Callable[[Path], bool], is_local: Callable[[Path], bool]) -> None:
        """`is_local`: whether what others do on the volume of a path can be seen from here."""
        from watchdog import events
        from watchdog.observers import Observer

        # What it logs and warns of names folders.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL + 1)
        warnings.filterwarnings("ignore", module=r"watchdog\.")
        self._can_read = can_read
        self._is_local = is_local
        self._kinds = [
            getattr(events, f"{what}{how}Event")
            for what in ("File", "Dir")
            for how in ("Created", "Moved", "Deleted", "Attrib")
        ] + [events.FileModifiedEvent, events.FileClosedEvent]
        self._observer = Observer()
        self._observer.start()
        self._watches: dict[Path, Any] = {}

    def follow(self, sources: Collection[Path], tell: Callable[[Path], None]) -> set[Path]:
        for source in [s for s in self._watches if s not in sources]:
            self._let_go(source)
        return {source for source in sources if not self._has(source, tell)}

    def let_go(self, source: Path) -> None:
        if source in self._watches:
            self._let_go(source)

    def close(self) -> None:
        self._observer.stop()
        self._observer.join()

    def _has(self, source: Path, tell: Callable[[Path], None]) -> bool:
        """Whether the source is watched, as a whole."""
        if source in self._watches:
            return True
        if not self._is_local(source):
            return False
        is_folder = source.is_dir()
        handler: Any = _Handler(source, self._can_read, tell)
        try:
            self._watches[source] = self._observer.schedule(
                handler,
                str(source if is_folder else source.parent),
                recursive=is_folder,
                event_filter=self._kinds,
            )
        except OSError:
            return False
        if _ran_out(source):
            self._let_go(source)
            return False
        return True

    def _let_go(self, source: Path) -> None:
        self._observer.unschedule(self._watches.pop(source))


class _Handler:
    """What watchdog calls. Two are never equal: each source has its own."""

    def __init__(
        self, source: Path, can_read: Callable[[Path], bool], tell: Callable[[Path], None]
    ) -> None:
        self._source = source
        self._can_read = can_read
        self._tell = tell

    def dispatch(self, event: Any) -> None:
        for name in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(name))
            if name and self._matters(path, event.is_directory):
                self._tell(path)

    def _matters(self, path: Path, is_folder: bool) -> bool:
        if not path.is_relative_to(self._source):
            return False
        parts = path.relative_to(self._source).parts
        return (is_folder or self._can_read(path)) and not any(p.startswith(".") for p in parts)


def _ran_out(folder: Path) -> bool:
    """Whether Linux has no watch left. watchdog then leaves folders inside out without a word."""
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    handle = library.inotify_init1(os.O_CLOEXEC)
    if handle < 0:
        return True
    try:
        return bool(library.inotify_add_watch(handle, os.fsencode(folder), _WHEN_DELETED) < 0)
    finally:
        os.close(handle)
