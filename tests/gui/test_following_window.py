"""The window while the folders change: it shows what happens, and asks only what it must."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.forgetting.receipt import Quotes
from app.core.types import Presence
from app.engine.client import STOPPED
from app.engine.messages import (
    AddPaths,
    CatchUp,
    GetLibrary,
    GetQuotes,
    KeepDocuments,
    RemoveDocuments,
    TrustFolders,
    WatchFolders,
)
from app.gui.dialogs import Confirmation
from app.gui.library.forgetting_dialogs import RemovalDialog
from app.gui.question_card import QuestionCard
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine(make_documents())


def settle(qtbot: QtBot, session: WindowSession, engine: ScriptedEngine, count: int) -> None:
    """Wait until the window has caught up so many times."""
    qtbot.waitUntil(lambda: len(engine.of(CatchUp)) >= count)
    qtbot.waitUntil(lambda: session.indexing._running is None)


def lose(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine, presence: Presence, *ids: int
) -> None:
    settle(qtbot, session, engine, 1)
    engine.lose(presence, *ids)
    engine.tell_of_changes()
    qtbot.waitUntil(
        lambda: {d.id for d in session.model.documents() if d.presence is presence} == set(ids)
    )


def test_the_window_has_its_own_library_watched_and_compares_it_at_the_start(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    session = open_window(engine)
    settle(qtbot, session, engine, 1)
    assert len(engine.of(WatchFolders)) == 1
    assert not session.library.progress.isVisible()
    assert len(engine.of(GetLibrary)) == 1


def test_what_changed_is_told_while_it_is_read_and_not_afterwards(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    engine.holds.add(CatchUp)
    session = open_window(engine)
    engine.release()
    settle(qtbot, session, engine, 1)
    engine._released.clear()
    engine.changed = engine.documents[:3]
    engine.tell_of_changes()
    card = session.library.progress
    qtbot.waitUntil(card.isVisible)
    assert card._title.text() == "3 files changed, reading…"
    engine.release()
    qtbot.waitUntil(lambda: not card.isVisible())


def test_documents_that_are_away_say_so_quietly(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    session = open_window(engine)
    lose(qtbot, session, engine, Presence.AWAY, 1, 2)
    shown = [session.model.row_of(number) for number in range(1, 7)]
    told = [index.data(session.model.DocumentRole).presence for index in shown]
    assert told.count(Presence.AWAY) == 2
    assert not session.library.question.isVisible()
    assert session.conversation.question.isEnabled()


def test_documents_whose_files_are_gone_are_kept_when_the_user_says_so(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    session = open_window(engine)
    lose(qtbot, session, engine, Presence.MISSING, 1, 2)
    card = session.library.question
    assert card.isVisible()
    assert card.accessibleName().startswith("2 documents are no longer in their folders")
    card.refused.emit()
    qtbot.waitUntil(lambda: engine.of(KeepDocuments) == [KeepDocuments((1, 2))])
    qtbot.waitUntil(lambda: not card.isVisible())
    qtbot.waitUntil(lambda: not any(d.presence is Presence.MISSING for d in engine.documents))


def test_forgetting_documents_whose_files_are_gone_asks_about_what_quotes_them(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    engine.quotes = Quotes(2, 5, 3, 1)
    session = open_window(engine)
    lose(qtbot, session, engine, Presence.MISSING, 1, 2)
    card = session.library.question
    card.agreed.emit()
    dialog = session.window.findChild(RemovalDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.goes_too.isVisible)
    assert engine.of(GetQuotes) == [GetQuotes((1, 2))]
    assert card.isVisible()
    dialog.goes_too.setChecked(True)
    dialog.agree.click()
    qtbot.waitUntil(lambda: engine.of(RemoveDocuments) == [RemoveDocuments((1, 2), True)])
    qtbot.waitUntil(lambda: not card.isVisible())


def test_an_engine_that_stopped_is_asked_to_watch_again(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    session = open_window(engine)
    settle(qtbot, session, engine, 1)
    session.following._watch_again(STOPPED)
    qtbot.waitUntil(lambda: len(engine.of(WatchFolders)) == 2)


def test_a_library_that_may_be_another_s_is_not_compared_before_the_user_agrees(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    session = open_window(engine, vault=tmp_path.parent / "stick")
    card: QuestionCard = session.library.question
    qtbot.waitUntil(card.isVisible)
    assert engine.of(WatchFolders) + engine.of(CatchUp) == []
    card.agreed.emit()
    settle(qtbot, session, engine, 1)
    assert len(engine.of(WatchFolders)) == 1


def test_folders_that_an_imported_library_names_are_followed_only_when_the_user_agrees(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    engine.is_strange = True
    engine.unfinished = 2
    session = open_window(engine)
    card = session.library.question
    qtbot.waitUntil(card.isVisible)
    assert card.accessibleName().startswith("Compare this library with its folders?")
    assert session.window.findChild(Confirmation) is None
    assert engine.of(CatchUp) == engine.of(WatchFolders) == engine.of(AddPaths) == []
    card.agreed.emit()
    settle(qtbot, session, engine, 1)
    assert len(engine.of(TrustFolders)) == len(engine.of(WatchFolders)) == 1
    assert not card.isVisible()


def test_how_adding_ended_is_told_though_a_comparison_followed_it(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    session = open_window(engine)
    settle(qtbot, session, engine, 1)
    engine.holds = {AddPaths}
    session.indexing.add(("/home/anna/More",))
    session.indexing.catch_up()
    engine.release()
    settle(qtbot, session, engine, 2)
    card = session.library.progress
    qtbot.waitUntil(lambda: "ready" in card._title.text())
    assert card._stop.isHidden()


def test_a_change_in_the_folders_leaves_the_view_where_it_is(
    open_window: Open, qtbot: QtBot
) -> None:
    first = make_documents()[0]
    many = tuple(replace(first, id=i, name=f"{i:03}.pdf") for i in range(1, 200))
    engine = ScriptedEngine(many)
    session = open_window(engine)
    settle(qtbot, session, engine, 1)
    bar = session.library.rows.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 500)
    bar.setValue(500)
    lose(qtbot, session, engine, Presence.AWAY, 1)
    qtbot.waitUntil(lambda: bar.value() == 500)


def test_a_folder_can_be_removed_also_when_nothing_is_left_in_it(
    open_window: Open, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    session = open_window(engine)
    settle(qtbot, session, engine, 1)
    session.model.load(engine.documents, (engine.documents[0].source, "/home/anna/Empty"))
    wanted: list[list[int]] = []
    session.library.removal_wanted.connect(wanted.append)
    actions = session.library.actions_of
    actions.for_source(engine.documents[0].source).actions()[-1].trigger()
    assert [sorted(numbers) for numbers in wanted] == [[1, 2, 3, 4, 5, 6]]
    actions.for_source("/home/anna/Empty").actions()[-1].trigger()
    qtbot.waitUntil(lambda: RemoveDocuments(()) in engine.sent)
