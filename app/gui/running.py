"""The window over one library, and then over another: each with an engine of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.gui.engine_link import Client
from app.gui.window_session import WindowSession
from app.system.lockdown import Lockdown
from app.system.paths import Paths


class OwnClient(Client, Protocol):
    """A client that is ours to end."""

    def close(self, patience: float = 10.0) -> None: ...


StartEngine = Callable[[Paths], OwnClient]


class Running(QObject):
    """Owns the session that is open; `opened` is called with each one."""

    def __init__(
        self,
        start_engine: StartEngine,
        application: QApplication,
        lockdown: Lockdown,
        opened: Callable[[WindowSession, Paths], None],
    ) -> None:
        super().__init__()
        self._start_engine, self._opened = start_engine, opened
        self._application, self._lockdown = application, lockdown
        self._client: OwnClient | None = None
        self.session: WindowSession | None = None

    def open(self, paths: Paths, client: OwnClient) -> WindowSession:
        """Show the window over the library that `client` has."""
        self._client = client
        self.session = session = WindowSession(client, paths, self._application, self._lockdown)
        session.vault_wanted.connect(lambda vault: self._leave_for(paths, vault))
        self._opened(session, paths)
        session.start()
        return session

    def close(self) -> None:
        """End the engine that is running."""
        if self._client:
            self._client.close()

    def _leave_for(self, paths: Paths, vault: Path) -> None:
        """The old engine is ended first: two answer models may not have room."""
        QTimer.singleShot(0, self, lambda: self._switch(replace(paths, vault=vault)))

    def _switch(self, paths: Paths) -> None:
        old = self.session
        self.close()
        self.open(paths, self._start_engine(paths))
        if old:
            old.end()
            old.window.deleteLater()
            old.deleteLater()
