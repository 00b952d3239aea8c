"""The window comes forward when Strongroom is started a second time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.engine.messages import AddPaths
from app.gui.application import follow_second_starts
from app.system.handing_over import hand_over
from app.system.paths import find_paths
from tests.gui.conftest import Open
from tests.gui.scripted_engine import ScriptedEngine


def test_a_second_start_brings_the_window_back_and_adds_what_it_was_given(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    paths = find_paths(tmp_path)
    follow_second_starts(session, paths)
    session.window.showMinimized()
    file = tmp_path / "lease.pdf"
    file.touch()
    with ThreadPoolExecutor(1) as second:
        handed = second.submit(hand_over, paths, [str(file), "/no/such/file"])
        qtbot.waitUntil(lambda: bool(engine.of(AddPaths)))
        assert handed.result()
    assert engine.of(AddPaths)[-1].paths == (str(file),)
    assert not session.window.windowState() & Qt.WindowState.WindowMinimized
