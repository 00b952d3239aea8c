"""A list of everything: asked for by a switch, shown with what was looked at and left out."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.messages import Ask, Search
from app.gui.parts import Text
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_answers import make_listed
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_access import nameless


@pytest.fixture
def engine() -> ScriptedEngine:
    made = ScriptedEngine(make_documents())
    made.answer = make_listed
    return made


def send(qtbot: QtBot, session: WindowSession, question: str) -> None:
    field = session.conversation.question
    field.put(question)
    field.send()
    qtbot.waitUntil(lambda: session.conversation.turns[-1].answer is not None)


def test_the_switch_asks_for_everything_and_asking_again_does_too(
    qtbot: QtBot, engine: ScriptedEngine, open_window: Open
) -> None:
    session = open_window(engine)
    session.conversation.question.everything.click()
    send(qtbot, session, "invoices over 1,000 euros")
    assert engine.of(Ask)[-1].everything
    session.revising.ask_again(session.conversation.turns[-1])
    qtbot.waitUntil(lambda: len(engine.of(Ask)) == 2)
    assert engine.of(Ask)[-1].everything
    assert not nameless(session.window)


def test_without_the_switch_it_is_an_ordinary_question(
    qtbot: QtBot, engine: ScriptedEngine, open_window: Open
) -> None:
    session = open_window(engine)
    send(qtbot, session, "What is the rent?")
    assert not engine.of(Ask)[-1].everything


def test_a_list_needs_no_model(qtbot: QtBot, engine: ScriptedEngine, open_window: Open) -> None:
    engine.answer_model = ""
    session = open_window(engine)
    qtbot.waitUntil(lambda: not session.asking.has_model)
    session.conversation.question.everything.click()
    send(qtbot, session, "invoices")
    assert engine.of(Ask)
    assert not engine.of(Search)


def test_a_list_says_what_was_looked_at_and_what_was_left_out(
    qtbot: QtBot, engine: ScriptedEngine, open_window: Open
) -> None:
    session = open_window(engine)
    send(qtbot, session, "List all invoices over 1,000 euros")
    said = [text.text() for text in session.conversation.turns[-1].findChildren(Text)]
    assert (
        "Every one of 6 documents was looked at (204 pages). No model had a part in the list.\n"
        "Left out: 4 pages without text; 1 document with no amount that could be read; "
        "2 documents with an amount in another currency."
    ) in said


def test_a_list_and_a_comparison_exclude_each_other(
    engine: ScriptedEngine, open_window: Open
) -> None:
    field = open_window(engine).conversation.question
    field.everything.click()
    assert field.edit.placeholderText() == "What should be listed?"
    field.compare.setChecked(True)
    assert not field.everything.isChecked()
    field.everything.click()
    assert not field.compare.isChecked()
