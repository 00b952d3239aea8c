"""A window per test, over a scripted engine, in a home folder of its own."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from app.engine.client import EngineClient
from app.gui.application import make_application
from app.gui.file_chooser import keep_dialogs_from_writing
from app.gui.window_session import WindowSession
from app.system.paths import find_paths
from tests.deadlines import PATIENCE
from tests.gui.scripted_content import make_lockdown, prove_window
from tests.gui.scripted_engine import ScriptedEngine

Open = Callable[..., WindowSession]
LONGEST = int(PATIENCE * 1000)


class PatientBot(QtBot):
    """Waits as long as anything may take on a busy machine, unless a test says otherwise."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONGEST, **options: Any) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture(scope="session")
def qapp(tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    keep_dialogs_from_writing(tmp_path_factory.mktemp("qt"))
    gc.freeze()
    return make_application()


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Windows that went are freed in this thread, as in the application, and not in an engine's."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Opens a window over an engine; both are closed when the test is over.

    The application has no window and no style sheet, as when it starts.
    """
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    opened: list[tuple[WindowSession, ScriptedEngine | EngineClient]] = []

    def open_it(engine: ScriptedEngine | EngineClient, vault: Path | None = None) -> WindowSession:
        def known() -> int:
            return len(engine.documents) if isinstance(engine, ScriptedEngine) else 0

        session = WindowSession(engine, find_paths(tmp_path, vault), qapp, make_lockdown())
        session.proof.prove_here = prove_window
        opened.append((session, engine))
        qtbot.addWidget(session.window)
        session.start()
        session.window.resize(1280, 800)
        qtbot.waitUntil(lambda: bool(session.conversation.welcome.isVisible() or known()))
        qtbot.waitUntil(lambda: len(session.model.documents()) == known())
        return session

    yield open_it
    for session, engine in opened:
        session.end()
        engine.close()
