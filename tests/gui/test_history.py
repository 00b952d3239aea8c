"""The list of conversations: searched, opened, renamed, exported, deleted, kept or not."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.core.types import Chat
from app.engine.messages import (
    Ask,
    DeleteAllChats,
    DeleteChat,
    EngineFailed,
    ExportChat,
    KeepChats,
    OpenChat,
    RenameChat,
    SearchChats,
)
from app.gui.conversation.history_dialogs import ExportDialog, RenameDialog
from app.gui.conversation.history_panel import HistoryPanel, describe
from app.gui.dialogs import Confirmation
from app.gui.parts import ClickableCard
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_access import nameless
from tests.gui.test_answering import ask

NOW = int(time.time())
T = TypeVar("T", bound=QObject)


@pytest.fixture
def engine() -> ScriptedEngine:
    made = ScriptedEngine(make_documents())
    made.chats = [
        Chat(3, "Waiting times", (), NOW, NOW, 2),
        Chat(2, "Notice periods", (), 0, 0, 1),
        Chat(1, "The board & its <b>minutes</b>", (), NOW, NOW - 86_400 * 30, 4, kept=False),
    ]
    return made


@pytest.fixture
def session(qtbot: QtBot, engine: ScriptedEngine, open_window: Open) -> WindowSession:
    """A window that shows the list."""
    session = open_window(engine)
    session.window.action("history").trigger()
    qtbot.waitUntil(lambda: panel_of(session).list.count() == 3)
    return session


def panel_of(session: WindowSession) -> HistoryPanel:
    return session.conversation.history


def titles(session: WindowSession) -> list[str]:
    found = panel_of(session).list
    return [found.item(row).text() for row in range(found.count())]


def press(session: WindowSession, key: Qt.Key) -> None:
    QTest.keyClick(panel_of(session).list, key)


def dialog_of(session: WindowSession, kind: type[T]) -> T:
    found = session.window.findChild(kind)
    assert found is not None
    return found


def test_the_list_shows_what_there_is_and_when_it_was_used(session: WindowSession) -> None:
    assert titles(session) == ["Waiting times", "Notice periods", "The board & its <b>minutes</b>"]
    spoken = panel_of(session).list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("4 questions · not kept")
    assert describe(Chat(1, "", (), 0, 0, 1)) == "1 question"
    assert describe(Chat(1, "", (), NOW, NOW, 2)).startswith("today at ")
    assert session.conversation._title.text().strip() == "Conversations"


def test_everything_in_the_list_can_be_reached_and_named(session: WindowSession) -> None:
    assert panel_of(session).search.hasFocus() or not session.window.isActiveWindow()
    assert not nameless(session.window)
    session.history.export(3)
    assert not nameless(dialog_of(session, ExportDialog))
    session.history.rename(3)
    assert not nameless(dialog_of(session, RenameDialog))


def test_words_are_searched_for_as_they_are_typed(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    QTest.keyClicks(panel_of(session).search, "notice")
    qtbot.waitUntil(lambda: titles(session) == ["Notice periods"])
    assert engine.of(SearchChats)[-1] == SearchChats("notice")
    QTest.keyClicks(panel_of(session).search, " nowhere")
    qtbot.waitUntil(lambda: titles(session) == [])
    assert "No conversation has all these words." in panel_of(session)._empty.text()


def test_return_opens_what_was_found(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    QTest.keyClicks(panel_of(session).search, "notice")
    qtbot.waitUntil(lambda: titles(session) == ["Notice periods"])
    QTest.keyClick(panel_of(session).search, Qt.Key.Key_Down)
    press(session, Qt.Key.Key_Return)
    assert engine.of(OpenChat) == [OpenChat(2)]
    assert not session.conversation.shows_history


def test_escape_leads_back_to_the_conversation(session: WindowSession) -> None:
    session.window.action("stop").trigger()
    assert not session.conversation.shows_history
    assert session.conversation._title.text().strip() == "New conversation"


def test_a_question_leads_out_of_the_list(qtbot: QtBot, session: WindowSession) -> None:
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    assert not session.conversation.shows_history


def test_f2_renames_the_chosen_conversation(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    panel_of(session).list.setCurrentRow(1)
    press(session, Qt.Key.Key_F2)
    dialog = dialog_of(session, RenameDialog)
    assert dialog.edit.text() == "Notice periods"
    dialog.edit.setText("  ")
    assert not dialog.agree.isEnabled()
    dialog.edit.setText("Case 17")
    dialog.agree.click()
    qtbot.waitUntil(lambda: "Case 17" in titles(session))
    assert engine.of(RenameChat) == [RenameChat(2, "Case 17")]
    chosen = panel_of(session).chosen()
    assert chosen is not None
    assert chosen.id == 2


def test_f2_renames_the_open_conversation_outside_the_list(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    panel_of(session).chat_opened.emit(3)
    session.window.action("rename").trigger()
    dialog = dialog_of(session, RenameDialog)
    dialog.edit.setText("Orthopaedics")
    dialog.agree.click()
    qtbot.waitUntil(lambda: session.conversation._title.text().strip() == "Orthopaedics")
    assert engine.of(RenameChat) == [RenameChat(3, "Orthopaedics")]


def test_a_conversation_is_deleted_after_asking(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    press(session, Qt.Key.Key_Delete)
    dialog_of(session, Confirmation).agree.click()
    qtbot.waitUntil(lambda: titles(session) == ["Notice periods", "The board & its <b>minutes</b>"])
    assert engine.of(DeleteChat) == [DeleteChat(3)]
    assert session.conversation.shows_history


def test_all_conversations_are_deleted_after_asking(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    panel_of(session)._delete_all.click()
    assert not engine.of(DeleteAllChats)
    dialog_of(session, Confirmation).agree.click()
    qtbot.waitUntil(lambda: titles(session) == [])
    assert engine.of(DeleteAllChats) == [DeleteAllChats()]
    assert "No conversations yet" in panel_of(session)._empty.text()


def test_the_user_chooses_whether_conversations_are_kept(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    assert panel_of(session).keeps.isChecked()
    panel_of(session).keeps.click()
    qtbot.waitUntil(lambda: engine.of(KeepChats) == [KeepChats(False)])
    session.window.action("stop").trigger()
    session.window.action("history").trigger()
    qtbot.waitUntil(lambda: not panel_of(session).keeps.isChecked())


def test_the_dots_of_a_row_lead_to_what_can_be_done(
    session: WindowSession, engine: ScriptedEngine
) -> None:
    found = panel_of(session).list
    row = found.visualItemRect(found.item(1))
    where = QPoint(found.viewport().width() - 20, row.center().y())
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=where)
    menu = next(menu for menu in panel_of(session).findChildren(QMenu) if menu.isVisible())
    labels = [action.text() for action in menu.actions()]
    assert labels == ["Open", "Rename…", "Export…", "Delete…"]
    assert not engine.of(OpenChat)
    menu.close()


def choose_format(session: WindowSession, ending: str) -> QFileDialog:
    dialog = dialog_of(session, ExportDialog)
    card = dialog.findChild(ClickableCard, ending)
    assert isinstance(card, ClickableCard)
    QTest.keyClick(card, Qt.Key.Key_Return)
    return dialog_of(session, QFileDialog)


def test_a_dossier_is_exported_where_the_user_says(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine, tmp_path: Path
) -> None:
    session.preferences.show_unsupported = True
    session.asking.shows_unsupported = True
    panel_of(session).list.setCurrentRow(2)
    session.window.action("export").trigger()
    chooser = choose_format(session, ".docx")
    assert Path(chooser.selectedFiles()[0]).name == "The board its b minutes b.docx"
    chooser.fileSelected.emit(str(tmp_path / "Board"))
    qtbot.waitUntil(lambda: "written: Board.docx" in session.conversation.notice.accessibleName())
    assert engine.of(ExportChat) == [ExportChat(1, str(tmp_path / "Board.docx"), True)]
    chooser.close()


def test_an_export_says_when_sources_are_not_what_they_were(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine, tmp_path: Path
) -> None:
    engine.lost_sources = 2
    session.history._export(3, str(tmp_path / "a.pdf"))
    notice = session.conversation.notice
    qtbot.waitUntil(lambda: "2 of 3 files are gone or have changed" in notice.accessibleName())


def test_an_ending_that_is_added_replaces_no_file(
    session: WindowSession, engine: ScriptedEngine, tmp_path: Path
) -> None:
    (tmp_path / "Board.pdf").write_text("mine")
    session.history.export(3)
    chooser = choose_format(session, ".pdf")
    chooser.fileSelected.emit(str(tmp_path / "Board"))
    assert "already" in session.conversation.notice.accessibleName()
    assert not engine.of(ExportChat)
    chooser.close()


def test_a_failed_export_is_told(qtbot: QtBot, session: WindowSession, tmp_path: Path) -> None:
    failure = EngineFailed("The file cannot be written: no space left.", "Choose another place.")
    session.history._fail(failure)
    assert "no space left" in session.conversation.notice.accessibleName()


def test_the_open_conversation_can_be_exported_from_its_menu(
    qtbot: QtBot, engine: ScriptedEngine, open_window: Open
) -> None:
    session = open_window(engine)
    labels = [action.text() for action in session.conversation.chats_menu().actions()]
    assert not any("Export" in label for label in labels)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None and session.asking.chat is not None)
    qtbot.waitUntil(lambda: session.conversation._current is not None)
    menu = session.conversation.chats_menu()
    next(action for action in menu.actions() if "Export" in action.text()).trigger()
    assert dialog_of(session, ExportDialog)
    assert len(engine.of(Ask)) == 1
