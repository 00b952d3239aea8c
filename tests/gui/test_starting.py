"""The first five minutes: what to do, what is happening, and what can be asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.types import Document, IndexReport, State
from app.engine import messages
from app.engine.messages import AddPaths, Ask, GetSuggestions, ModelInfo, Models
from app.gui.conversation.reading_hint import ReadingDialog, ReadingHint
from app.gui.conversation.turn_view import TurnView
from app.gui.conversation.waiting import seconds_of_answer
from app.gui.parts import ElidedText
from app.gui.preferences import load_preferences
from app.gui.samples import sample_questions
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_abstention, make_documents, make_hits
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answer_kinds import said
from tests.gui.test_answering import ask

SAMPLES = (
    "Annual report 2025 - Meridian Hospital Foundation.pdf",
    "Cahier des charges 2026-017 - Ecole du Tilleul.pdf",
)
MODEL = ModelInfo("m", "answer", 1, 1, "", 4096, True, True, "fits", reads=50.0, words=3.0)


class LoadingEngine(ScriptedEngine):
    """Its answer model is never ready."""

    def _GetStatus(self, *_: Any) -> messages.Status:
        return replace(super()._GetStatus(), answer_model_ready=False)


def offered(session: WindowSession) -> list[str]:
    return [question for question, _document in session.conversation.suggestions._questions]


def test_questions_come_from_the_documents_with_their_names(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    wanted = [suggestion.question for suggestion in engine.suggestions]
    qtbot.waitUntil(lambda: offered(session) == wanted)
    names = [text.text() for text in session.conversation.suggestions.findChildren(ElidedText)]
    assert names == [suggestion.document_name for suggestion in engine.suggestions]
    session.conversation.suggestions.question_chosen.emit(wanted[2])
    assert engine.of(Ask)[0].question == wanted[2]


def test_the_documents_are_looked_into_once_until_they_change(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    qtbot.waitUntil(lambda: bool(offered(session)))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    session.window.action("new").trigger()
    assert len(engine.of(GetSuggestions)) == 1
    session.model.tick_only({1, 3})
    qtbot.waitUntil(lambda: len(engine.of(GetSuggestions)) == 2)
    assert set(engine.of(GetSuggestions)[1].scope) == {1, 3}


def test_nothing_is_looked_into_while_a_conversation_is_seen(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    session.starting._ask()
    assert not engine.of(GetSuggestions)


def test_a_library_without_good_questions_gets_none(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.suggestions = ()
    session = open_window(engine)
    qtbot.waitUntil(lambda: bool(engine.of(GetSuggestions)))
    qtbot.waitUntil(lambda: "Ask your own question" in said(session.conversation.suggestions))
    assert offered(session) == []


def test_the_samples_have_questions_of_their_own_in_turns(open_window: Open) -> None:
    documents = [Document(i, "/s", f"/s/{n}", n, State.READY, 4, 4) for i, n in enumerate(SAMPLES)]
    session = open_window(ScriptedEngine(tuple(documents)))
    known = sample_questions(SAMPLES)
    assert offered(session) == [known[name][rank][0] for rank in (0, 1) for name in SAMPLES]


def test_while_the_first_documents_are_read_the_start_says_so(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.holds = {AddPaths}
    engine._AddPaths = lambda *_: IndexReport(0, 0, 0)  # type: ignore[method-assign]
    session = open_window(engine)
    session.conversation.welcome.samples_wanted.emit()
    assert "Reading your documents…" in said(session.conversation.welcome)
    assert "Drop a folder" not in said(session.conversation.welcome)
    assert session.library.progress.isVisible()
    engine.release()
    qtbot.waitUntil(lambda: "Drop a folder" in said(session.conversation.welcome))


def test_how_long_an_answer_takes_is_said_before_the_first_one(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine())
    words = "An answer takes about 25 s on this computer."
    qtbot.waitUntil(lambda: words in said(session.conversation.welcome))


@pytest.mark.parametrize(
    ("model", "seconds"),
    [
        (MODEL, 15 + 20),
        (replace(MODEL, reads=650.0), 2 + 20),
        (replace(MODEL, words=0.0), 0),
        (replace(MODEL, in_use=False), 0),
    ],
)
def test_the_wait_follows_from_the_speed_of_the_model(model: ModelInfo, seconds: float) -> None:
    assert seconds_of_answer(Models((model,), first_word_seconds=15)) == pytest.approx(seconds)


def test_a_question_that_waits_for_the_model_says_so(qtbot: QtBot, open_window: Open) -> None:
    engine = LoadingEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    qtbot.waitUntil(lambda: session.asking.is_loading)
    welcome: QWidget = session.conversation.welcome
    assert "Loading the answer model…" in said(welcome)
    turn = ask(session)
    line = turn.stages._text
    qtbot.waitUntil(lambda: "Writing and checking" in line.text())
    assert "Loading" not in line.text()
    turn = TurnView("Why?")
    qtbot.addWidget(turn)
    turn.show_searching(is_loading=True)
    turn.show_hits(make_hits(), 0.2)
    turn.show_hits(make_hits(), 0.4)
    assert turn.stages._text.text() == "Found 3 passages in 0.4 s · Loading the answer model…"


def hints(session: WindowSession) -> list[ReadingHint]:
    return [hint for hint in session.window.findChildren(ReadingHint) if hint.isVisible()]


def test_how_an_answer_is_read_is_explained_once_and_never_again_when_understood(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    for question in ("One?", "Two?"):
        turn = ask(session, question)
        qtbot.waitUntil(lambda turn=turn: turn.answer is not None)  # type: ignore[misc]
        qtbot.waitUntil(lambda: len(hints(session)) == 1)
    assert "only in part" in said(hints(session)[0])
    hints(session)[0].got_it.click()
    assert not hints(session)
    turn = ask(session, "Three?")
    qtbot.waitUntil(lambda: turn.answer is not None and not session.asking.is_busy)
    assert not hints(session)
    assert load_preferences(session._paths.home / "window.json").knows_answers


def test_how_an_answer_is_read_is_found_again_in_the_menu(open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    words = [action.text() for action in session.window.make_menu().actions()]
    assert "How to read an answer" in words
    session.window.action("answers").trigger()
    dialog = session.window.findChild(ReadingDialog)
    assert dialog is not None
    assert "Look at the page before you rely on them." in said(dialog)


def test_an_answer_that_abstains_explains_nothing(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.answer = make_abstention
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None and not session.asking.is_busy)
    assert not hints(session)
