"""A library that cannot be written says so, once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.engine.messages import AddPaths, CatchUp, Library, WatchFolders
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine


class ReadOnlyEngine(ScriptedEngine):
    """One whose vault lies on a disk that cannot be written."""

    def _GetLibrary(self, *_: Any) -> Library:
        return replace(super()._GetLibrary(), is_read_only=True, unfinished=0)


def test_a_library_that_can_only_be_read_says_so_once(qtbot: QtBot, open_window: Open) -> None:
    engine = ReadOnlyEngine(make_documents())
    session = open_window(engine)
    notice = session.conversation.notice
    qtbot.waitUntil(notice.isVisible)
    assert "can only be read" in shown_in(session.conversation)
    notice.hide()
    session.indexing.load()
    with qtbot.waitSignal(session.indexing.library_loaded):
        session.indexing.load()
    assert not notice.isVisible()
    assert not engine.of(AddPaths) + engine.of(CatchUp) + engine.of(WatchFolders)


def shown_in(widget: QWidget) -> str:
    """The words of its labels that are seen."""
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
