"""Comes forward when Strongroom is started again on the same vault. Owns the watch for it."""

from __future__ import annotations

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from app.system.handing_over import forget_requests, requests_folder, take_requests
from app.system.paths import Paths


class SecondStarts(QObject):
    """`asked`: somebody started it again, with these paths to add (maybe none)."""

    asked = Signal(tuple)

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        forget_requests(paths)
        self._watcher = QFileSystemWatcher([str(requests_folder(paths))], self)
        self._watcher.directoryChanged.connect(self._take)

    def _take(self) -> None:
        for to_add in take_requests(self._paths):
            self.asked.emit(to_add)
