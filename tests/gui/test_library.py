"""The left pane: adding, progress, ticks, filtering."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.core.types import IndexReport
from app.engine.client import STOPPED
from app.engine.messages import (
    AddPaths,
    Ask,
    Cancel,
    CatchUp,
    GivePassword,
    Pause,
    RemoveDocuments,
    Resume,
)
from app.gui.dialogs import Confirmation, PasswordDialog
from app.gui.library.forgetting_dialogs import RemovalDialog
from app.gui.library.library_model import LibraryModel
from app.gui.main_window import MainWindow
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(window.rect().center(), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.overlay.isVisible()
    where = QPointF(window.rect().center())
    QApplication.sendEvent(window, QDropEvent(where, COPY, data, LEFT, NO_KEYS))
    assert not window.overlay.isVisible()


def untick(model: LibraryModel, number: int) -> None:
    model.setData(model.row_of(number), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def test_a_dropped_folder_is_added_and_its_documents_appear(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    drop(session.window, [tmp_path])
    qtbot.waitUntil(lambda: len(session.model.documents()) == 12)
    assert engine.of(AddPaths) == [AddPaths((str(tmp_path),))]


def test_the_overlay_says_what_will_happen(open_window: Open, tmp_path: Path) -> None:
    session = open_window(ScriptedEngine())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in "abc"])
    window = session.window
    enter = QDragEnterEvent(window.rect().center(), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, enter)
    assert window.overlay.words.text() == "Add 3 items to the library"


def test_a_link_to_the_web_is_refused(open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.pdf")])
    window = session.window
    enter = QDragEnterEvent(window.rect().center(), COPY, data, LEFT, NO_KEYS)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not window.overlay.isVisible()


def test_what_is_added_while_adding_waits_for_its_turn(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine()
    engine.holds = {AddPaths}
    session = open_window(engine)
    session.indexing.add(("/a",))
    session.indexing.add(("/b",))
    qtbot.waitUntil(lambda: len(session.model.documents()) == 8)
    assert engine.of(AddPaths) == [AddPaths(("/a",))]
    engine.release()
    qtbot.waitUntil(lambda: len(engine.of(AddPaths)) == 2)


def test_unfinished_work_goes_on_at_the_start(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.unfinished = 2
    open_window(engine)
    qtbot.waitUntil(lambda: engine.of(CatchUp) == [CatchUp()])


def test_a_library_from_elsewhere_goes_on_only_when_the_user_says_so(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.unfinished = 2
    session = open_window(engine, vault=Path("/media/stick/vault"))
    qtbot.waitUntil(lambda: bool(session.window.findChildren(Confirmation)))
    assert engine.of(AddPaths) == []
    session.window.findChildren(Confirmation)[0].agree.click()
    qtbot.waitUntil(lambda: engine.of(AddPaths) == [AddPaths(())])


def test_the_card_tells_how_far_it_is_and_pauses_and_stops(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.holds = {AddPaths}
    session = open_window(engine)
    session.indexing.add(("/a",))
    card = session.library.progress
    qtbot.waitUntil(lambda: "7 / 12 documents" in card._facts.text().replace("\u00a0", " "))
    assert card.isVisible()
    assert card._title.text() == "Reading documents"
    card._pause.click()
    assert card._title.text() == "Paused"
    card._pause.click()
    card._stop.click()
    kinds = [type(body) for body in engine.steered]
    assert kinds == [Pause, Resume, Cancel]
    qtbot.waitUntil(lambda: not session.indexing.is_busy)


def test_the_card_says_when_it_is_finished(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.indexing.add(("/a",))
    card = session.library.progress
    qtbot.waitUntil(lambda: card._title.text() == "16 documents ready")
    assert card._problems.text().strip() == "2 could not be read"


def test_ticks_choose_what_a_question_looks_at(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    field = session.conversation.question
    assert field.scope.text() == "Asking all 6 documents"
    for number in (3, 4, 5, 6):
        untick(session.model, number)
    assert field.scope.text() == "Asking 2 of 6 documents"
    field.put("Why?")
    field.send()
    qtbot.waitUntil(lambda: bool(engine.of(Ask)))
    assert set(engine.of(Ask)[0].scope) == {1, 2}


def test_without_ticks_nothing_can_be_asked(open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.model.tick_only(set())
    field = session.conversation.question
    field.put("Why?")
    assert not field.button.isEnabled()
    field.send()
    assert not engine.of(Ask)


def test_space_ticks_the_current_document(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    rows = session.library.rows
    rows.setCurrentIndex(session.model.row_of(1))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert session.model.ticked() == 5


def test_a_locked_document_asks_for_its_password(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.library.password_wanted.emit(6)
    dialog = session.window.findChild(PasswordDialog)
    assert dialog is not None
    assert dialog.edit.echoMode() == QLineEdit.EchoMode.Password
    dialog.edit.setText("secret")
    dialog.give.click()
    qtbot.waitUntil(lambda: engine.of(GivePassword) == [GivePassword(6, "secret")])


def test_removing_asks_first(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.library.removal_wanted.emit([2])
    assert not engine.of(RemoveDocuments)
    dialog = session.window.findChild(RemovalDialog)
    assert dialog is not None
    dialog.agree.click()
    qtbot.waitUntil(lambda: len(session.model.documents()) == 5)


@pytest.mark.filterwarnings("error")
def test_the_model_keeps_the_rules_of_qt(qtmodeltester: object) -> None:
    model = LibraryModel()
    model.load(make_documents(), ())
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_closing_while_reading_asks_once(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.holds = {AddPaths}
    session = open_window(engine)
    session.indexing.add(("/a",))
    session.window.close()
    assert session.window.isVisible()
    dialog = session.window.findChild(Confirmation)
    assert dialog is not None
    dialog.agree.click()
    assert not session.window.isVisible()


def test_closing_while_idle_does_not_ask(open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    session.window.close()
    assert not session.window.isVisible()


def test_reading_goes_on_after_the_engine_died(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    deaths = [STOPPED]
    work = engine._AddPaths
    engine._AddPaths = lambda *a: deaths.pop() if deaths else work(*a)  # type: ignore[method-assign,assignment]
    session.indexing.add(("/a",))
    qtbot.waitUntil(lambda: engine.of(AddPaths) == [AddPaths(("/a",)), AddPaths(())])
    assert "engine stopped" in session.conversation.notice.accessibleName()
    qtbot.waitUntil(lambda: not session.indexing.is_busy)


def test_a_folder_without_documents_is_reported(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine()
    engine._AddPaths = lambda *_: IndexReport(0, 0, 0)  # type: ignore[method-assign]
    session = open_window(engine)
    session.indexing.add(("/empty",))
    qtbot.waitUntil(session.library.notice.isVisible)
    assert session.library.notice.accessibleName().startswith("No documents were found")


def test_closing_twice_while_reading_asks_once(open_window: Open) -> None:
    engine = ScriptedEngine()
    engine.holds = {AddPaths}
    session = open_window(engine)
    session.indexing.add(("/a",))
    session.window.close()
    session.window.close()
    assert len(session.window.findChildren(Confirmation)) == 1
