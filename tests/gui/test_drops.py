"""What is said while files hover over the window, and after they were dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.types import Foreseen, IndexReport
from app.engine.messages import AddPaths, Ask, Foresee
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def held(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def hover(session: WindowSession, data: QMimeData) -> None:
    """As the system tells it: to the window itself, not to the widget below."""
    handle = session.window.windowHandle()
    middle = session.window.rect().center()
    QApplication.sendEvent(handle, QDragEnterEvent(middle, COPY, data, LEFT, NO_KEYS))


def let_go(session: WindowSession, data: QMimeData, where: QPointF) -> QDropEvent:
    event = QDropEvent(where, COPY, data, LEFT, NO_KEYS)
    event.ignore()
    QApplication.sendEvent(session.window.windowHandle(), event)
    return event


def test_hovering_says_what_is_new_what_is_there_and_what_is_not_read(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.foreseen = Foreseen(new=248, known=3, skipped=5, kinds=((".docx", 4), (".jpg", 1)))
    session = open_window(engine)
    data = held("/cases")
    hover(session, data)
    overlay = session.window.overlay
    assert overlay.isVisible()
    qtbot.waitUntil(lambda: overlay.words.text() == "Add 248 documents to the library")
    assert "In the library already: 3 documents" in overlay.notes.text()
    assert ".docx (4), .jpg (1)" in overlay.notes.text()
    assert engine.of(Foresee) == [Foresee(("/cases",))]
    assert not engine.of(AddPaths)


def test_files_that_are_known_or_not_read_are_not_promised(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    data = held("/cases")
    for foreseen, words in (
        (Foreseen(known=2), "These are in the library already"),
        (Foreseen(skipped=2), "Nothing here can be read"),
    ):
        engine.foreseen = foreseen
        hover(session, data)
        qtbot.waitUntil(lambda words=words: session.window.overlay.words.text() == words)  # type: ignore[misc]


@pytest.mark.parametrize("place", ["library", "question", "answer", "evidence"])
def test_files_are_taken_wherever_they_are_dropped(
    qtbot: QtBot, open_window: Open, tmp_path: Path, place: str
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.conversation.question.put("Why?")
    session.conversation.question.send()
    qtbot.waitUntil(lambda: bool(session.conversation.turns))
    widget = {
        "library": session.library.rows,
        "question": session.conversation.question.edit,
        "answer": session.conversation.turns[0],
        "evidence": session.evidence,
    }[place]
    data = held(str(tmp_path))
    hover(session, data)
    where = widget.mapTo(session.window, widget.rect().center())
    assert let_go(session, data, QPointF(where)).isAccepted()
    qtbot.waitUntil(lambda: engine.of(AddPaths) == [AddPaths((str(tmp_path),))])
    assert not session.conversation.question.edit.toPlainText()
    assert not session.window.overlay.isVisible()


def test_duplicates_and_other_kinds_are_said_after_adding(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.report = IndexReport(
        0, 0, 0, skipped=2, kinds=((".xlsx", 2),), duplicates=(("copy.pdf", "lease.pdf"),)
    )
    session = open_window(engine)
    session.indexing.add(("/cases",))
    notice = session.library.notice
    qtbot.waitUntil(notice.isVisible)
    assert "2 files: .xlsx (2)" in notice.accessibleName()
    assert "1 document with the content of others: “copy.pdf”" in notice.accessibleName()


def test_documents_can_be_added_while_a_question_is_answered(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    session.conversation.question.put("Why?")
    session.conversation.question.send()
    qtbot.waitUntil(lambda: session.asking.is_busy)
    session.indexing.add(("/more",))
    qtbot.waitUntil(lambda: len(session.model.documents()) == 18)
    assert session.asking.is_busy
    engine.release()
    qtbot.waitUntil(lambda: session.conversation.turns[0].answer is not None)
