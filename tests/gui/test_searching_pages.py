"""Every page is searched for words in the middle pane; a place leads to its page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.search.exact_wish import ExactWish
from app.core.types import Hit
from app.engine.messages import FindExactly
from app.gui.conversation.exact_panel import ExactPanel
from app.gui.conversation.place_list import cut
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_access import nameless
from tests.gui.test_answering import ask

WORDS = "orthopaedic consultation"


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine(make_documents())


@pytest.fixture
def session(engine: ScriptedEngine, open_window: Open) -> WindowSession:
    """A window that shows the search."""
    session = open_window(engine)
    session.window.action("find").trigger()
    return session


def panel_of(session: WindowSession) -> ExactPanel:
    return session.conversation.exact


def told(session: WindowSession) -> str:
    return panel_of(session)._told.text()


def search(qtbot: QtBot, session: WindowSession, words: str = WORDS) -> None:
    panel_of(session).search.setText(words)
    QTest.keyClick(panel_of(session).search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "looked at" in told(session))


def test_places_are_listed_by_document_with_what_was_looked_at(
    qtbot: QtBot, session: WindowSession
) -> None:
    search(qtbot, session)
    found = panel_of(session).list
    said = [
        found.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(found.count())
    ]
    assert said[0] == "Annual report 2025 - Meridian Hospital Foundation.pdf, 48 places"
    assert said[1].startswith("page 1: ")
    assert told(session).endswith("pages looked at · 3 pages without text left out")
    assert not nameless(session.window)


def test_a_place_opens_its_page_with_the_words_marked(qtbot: QtBot, session: WindowSession) -> None:
    search(qtbot, session)
    QTest.keyClick(panel_of(session).search, Qt.Key.Key_Down)
    QTest.keyClick(panel_of(session).list, Qt.Key.Key_Down)
    QTest.keyClick(panel_of(session).list, Qt.Key.Key_Return)
    view = session.evidence.page
    qtbot.waitUntil(lambda: view.sheets[2].match is not None)
    text = session.looking.pages._pages
    qtbot.waitUntil(lambda: 2 in text)
    start, end = view.sheets[2].match or (0, 0)
    assert text[2].text[start:end] == WORDS
    assert view.sheets[3].matches
    assert view.sheets[2].boxes


def test_what_was_marked_goes_with_the_search_and_the_list_stays(
    qtbot: QtBot, session: WindowSession
) -> None:
    search(qtbot, session)
    QTest.keyClick(panel_of(session).search, Qt.Key.Key_Return)
    view = session.evidence.page
    qtbot.waitUntil(lambda: view.sheets[1].match is not None)
    session.window.action("stop").trigger()
    assert not session.conversation.shows_exact
    assert not view.sheets[1].matches
    session.window.action("find").trigger()
    assert panel_of(session).list.chosen()


def test_a_pattern_that_is_none_is_told_calmly(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    panel_of(session).search.setText("(a")
    panel_of(session).kind._buttons["pattern"].click()
    qtbot.waitUntil(
        lambda: told(session) == "This pattern cannot be searched for. A “(” has no “)”."
    )
    assert engine.of(FindExactly)[-1] == FindExactly(ExactWish("(a", is_pattern=True))


@pytest.mark.parametrize(
    ("pages", "wish"),
    [
        ("", (1, 0)), ("3", (3, 3)), ("3-10", (3, 10)), ("3 – 10", (3, 10)), ("3-", (3, 0)),
        ("x", None), ("0", None),
    ],
)  # fmt: skip
def test_pages_are_written_as_people_write_them(
    session: WindowSession, pages: str, wish: tuple[int, int] | None
) -> None:
    panel_of(session)._pages.setText(pages)
    assert panel_of(session).pages() == wish


def test_wrong_pages_are_told_and_not_searched(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    panel_of(session)._pages.setText("x")
    panel_of(session).search.setText("a")
    qtbot.waitUntil(lambda: told(session) == "Write pages like 3-10, or 3.")
    assert not engine.of(FindExactly)


def test_only_ticked_documents_are_searched(
    qtbot: QtBot, session: WindowSession, engine: ScriptedEngine
) -> None:
    session.model.tick_only([1, 3])
    search(qtbot, session)
    assert engine.of(FindExactly)[-1].wish.scope == (1, 3)
    assert "Only the ticked documents were searched" in told(session)


def test_a_question_leads_out_of_the_search(qtbot: QtBot, session: WindowSession) -> None:
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    assert not session.conversation.shows_exact


def test_what_stands_before_the_words_is_cut_so_that_they_are_seen() -> None:
    hit = Hit(1, "a.pdf", "/a.pdf", 1, 1.0, f"{'before ' * 20}needle after", 0, 1, marked="needle")
    text, start, end = cut(hit)
    assert text[start:end] == "needle"
    assert text.startswith("… before")
    assert start < 50
