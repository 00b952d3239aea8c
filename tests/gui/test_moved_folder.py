"""A folder that is away: the window asks where it is now, and tells what was found there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from app.core.types import Presence, State
from app.engine.messages import MoveSource
from app.gui.window_session import WindowSession
from tests.engine.test_engine import open_engine
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_following_window import lose, settle
from tests.pdfs import write_pdf

ALL = tuple(range(1, 7))


def choose(session: WindowSession, path: str) -> None:
    """What the chooser will give for a folder."""
    session.moving._chooser.choose_folder = (  # type: ignore[method-assign]
        lambda *asked: asked[-1](path)
    )


def action(session: WindowSession) -> QAction | None:
    """Of the first folder's menu."""
    source = session.model.index(0, 0).data(session.model.SourceRole)
    menu = session.library.actions_of.for_source(source)
    return next((a for a in menu.actions() if a.text().startswith("Where is this")), None)


def ask(session: WindowSession) -> None:
    found = action(session)
    assert found
    found.trigger()


@pytest.fixture
def away(open_window: Open, qtbot: QtBot) -> WindowSession:
    """A window with a library whose folder is away."""
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    settle(qtbot, session, engine, 1)
    assert action(session) is None
    lose(qtbot, session, engine, Presence.AWAY, *ALL)
    return session


def engine_of(session: WindowSession) -> ScriptedEngine:
    client = session.link._client
    assert isinstance(client, ScriptedEngine)
    return client


def test_a_folder_that_is_away_explains_itself_and_is_found_where_the_user_says(
    away: WindowSession, qtbot: QtBot
) -> None:
    source = away.model.index(0, 0)
    assert source.data(away.model.AwayRole)
    assert "right-click" in away.model.row_of(2).data(0x3)
    choose(away, "/media/stick/Meridian")
    ask(away)
    notice = away.library.notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.accessibleName().strip() == "5 documents found again, 1 not"
    wanted = MoveSource("/home/anna/Cases/Meridian", "/media/stick/Meridian")
    assert engine_of(away).of(MoveSource) == [wanted]
    qtbot.waitUntil(lambda: not away.model.index(0, 0).data(away.model.AwayRole))
    qtbot.waitUntil(away.library.question.isVisible)


def test_a_document_that_is_away_has_the_same_in_its_menu(away: WindowSession) -> None:
    found = away.library.actions_of.for_documents([away.model.documents()[0]]).actions()
    assert found[0].text() == "Where is this folder now?"


def test_a_wrong_folder_is_told_in_place(away: WindowSession, qtbot: QtBot) -> None:
    choose(away, "/media/wrong")
    ask(away)
    notice = away.library.notice
    qtbot.waitUntil(notice.isVisible)
    assert notice.accessibleName().startswith("None of its documents is in /media/wrong.")
    assert away.model.index(0, 0).data(away.model.AwayRole)


def await_notice(session: WindowSession, qtbot: QtBot, told: str) -> None:
    notice = session.library.notice
    qtbot.waitUntil(lambda: notice.accessibleName().startswith(told))


@pytest.mark.slow
def test_the_real_engine_finds_the_documents_of_a_folder_that_was_renamed(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    old, new, wrong = (tmp_path / name for name in ("papers", "archive", "wrong"))
    for folder in (old, wrong):
        folder.mkdir()
    for name in ("heron", "otter"):
        write_pdf(old / f"{name}.pdf", f"The {name} eats fish.")
    engine = open_engine(tmp_path / "home")
    session = open_window(engine.client)
    session.indexing.add((str(old),))
    qtbot.waitUntil(lambda: session.model.count(State.READY) == 2)
    before = {document.id for document in session.model.documents()}
    old.rename(new)
    qtbot.waitUntil(lambda: action(session) is not None)
    for path, told in ((wrong, "None of its documents"), (new, "2 documents found again")):
        choose(session, str(path))
        ask(session)
        await_notice(session, qtbot, told)
    qtbot.waitUntil(lambda: {d.presence for d in session.model.documents()} == {Presence.HERE})
    assert {document.id for document in session.model.documents()} == before
    assert {Path(document.path).parent for document in session.model.documents()} == {new}
