"""A question can be asked again or put otherwise; the new answer takes the place of the old."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.engine.messages import Ask, EngineFailed
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.question_bubble import QuestionEditor
from app.gui.conversation.turn_view import TurnView
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask

QUESTIONS = ("One?", "Two?", "Three?")


def conversation(qtbot: QtBot, open_window: Open, engine: ScriptedEngine) -> WindowSession:
    session = open_window(engine)
    for question in QUESTIONS:
        turn = ask(session, question)
        await_answer(qtbot, session, turn)
    return session


def await_answer(qtbot: QtBot, session: WindowSession, turn: TurnView) -> None:
    qtbot.waitUntil(lambda: turn.answer is not None and not session.asking.is_busy)


def edited(session: WindowSession, position: int) -> QuestionEditor:
    bubble = session.conversation.turns[position].question
    bubble.pencil.click()
    assert bubble.editor is not None
    return bubble.editor


def questions(session: WindowSession) -> list[str]:
    return [turn.question.question for turn in session.conversation.turns]


def test_editing_a_question_says_what_goes_and_replaces_what_follows(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = conversation(qtbot, open_window, engine)
    editor = edited(session, 1)
    assert editor.note.text() == "This answer and 1 question below it will be replaced."
    assert editor.edit.toPlainText() == "Two?"
    editor.edit.setPlainText("Two, in 2024?")
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    assert questions(session) == ["One?", "Two, in 2024?"]
    await_answer(qtbot, session, session.conversation.turns[-1])
    assert engine.of(Ask)[-1] == Ask("Two, in 2024?", 1, None, after=1)
    session.asking.open_chat(1)
    qtbot.waitUntil(lambda: questions(session) == ["One?", "Two, in 2024?"])


def test_up_in_an_empty_field_edits_the_last_question(qtbot: QtBot, open_window: Open) -> None:
    session = conversation(qtbot, open_window, ScriptedEngine(make_documents()))
    field = session.conversation.question.edit
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert session.conversation.turns[2].question.editor is None
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert session.conversation.turns[2].question.editor is not None


def test_escape_leaves_the_question_as_it_was(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = conversation(qtbot, open_window, engine)
    editor = edited(session, 2)
    assert editor.note.text() == "The answer will be replaced."
    QTest.keyClick(editor.edit, Qt.Key.Key_Escape)
    assert session.conversation.turns[2].question.editor is None
    assert questions(session) == list(QUESTIONS)
    assert len(engine.of(Ask)) == 3


def test_asking_again_replaces_the_last_answer_and_asks_before_it_takes_more(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = conversation(qtbot, open_window, engine)
    again = [turn.findChild(Footer) for turn in session.conversation.turns]
    assert again[0] is not None
    assert again[2] is not None
    again[2].again.click()
    await_answer(qtbot, session, session.conversation.turns[-1])
    assert engine.of(Ask)[-1] == Ask("Three?", 1, None, after=2)
    assert questions(session) == list(QUESTIONS)
    again[0].again.click()
    assert len(engine.of(Ask)) == 4
    editor = session.conversation.turns[0].question.editor
    assert editor is not None
    assert editor.note.text() == "This answer and 2 questions below it will be replaced."


def test_what_was_to_be_replaced_comes_back_when_there_is_no_new_answer(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = conversation(qtbot, open_window, engine)
    engine.holds = {Ask}
    edited(session, 0).ask.click()
    assert questions(session) == ["One?"]
    session.window.action("stop").trigger()
    qtbot.waitUntil(lambda: questions(session) == list(QUESTIONS))
    assert "as it was" in session.conversation.notice.accessibleName()
    engine.holds = set()
    failure = EngineFailed("The model is gone.", "Choose another one.")
    engine._Ask = lambda *_: failure  # type: ignore[method-assign,assignment]
    edited(session, 1).ask.click()
    qtbot.waitUntil(lambda: questions(session) == list(QUESTIONS))
    assert "The model is gone." in session.conversation.notice.accessibleName()


def test_a_question_that_was_stopped_can_be_asked_again(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    turn = ask(session, "One?")
    session.window.action("stop").trigger()
    qtbot.waitUntil(lambda: not session.asking.is_busy)
    engine.holds = set()
    again = [b for b in turn.findChildren(QPushButton) if b.accessibleName() == "Ask again"]
    again[0].click()
    await_answer(qtbot, session, session.conversation.turns[-1])
    assert questions(session) == ["One?"]
    assert engine.of(Ask)[-1].after == 0


def test_while_an_answer_is_written_no_other_question_takes_its_place(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = conversation(qtbot, open_window, engine)
    engine.holds = {Ask}
    ask(session, "Four?")
    editor = edited(session, 0)
    editor.ask.click()
    assert editor.note.text().startswith("An answer is being written.")
    assert questions(session) == [*QUESTIONS, "Four?"]


def test_a_summary_is_not_put_otherwise(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.library.summary_wanted.emit([1], False)
    turn = session.conversation.turns[-1]
    qtbot.waitUntil(lambda: bool(turn.findChildren(Footer)))
    assert turn.question.pencil.isHidden()
    assert turn.findChildren(Footer)[0].again.isHidden()
