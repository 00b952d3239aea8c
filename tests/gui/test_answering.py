"""The middle pane: from a question to its checked sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.messages import Ask, Cancel, DeleteChat, EngineFailed, OpenChat
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.answer_parts import AbstainedCard, PassagesCard
from app.gui.conversation.folds import UnsupportedFold
from app.gui.conversation.sources import SourceRow, Sources
from app.gui.conversation.turn_view import TurnView
from app.gui.dialogs import Confirmation, ErrorDialog
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_answers import cited
from tests.gui.scripted_content import make_abstention, make_documents
from tests.gui.scripted_engine import ScriptedEngine

QUESTION = "How did the waiting time change?"


def ask(session: WindowSession, question: str = QUESTION) -> TurnView:
    session.conversation.question.put(question)
    session.conversation.question.send()
    return session.conversation.turns[-1]


def test_the_evidence_is_shown_before_the_answer(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: len(session.evidence.hits) == 3)
    qtbot.waitUntil(lambda: "Saturday clinics" in turn.text.toPlainText())
    assert turn.answer is None
    assert turn.stages.isVisible()
    assert session.conversation.question.button.accessibleName().startswith("Stop")


def test_checked_sentences_carry_their_marks(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    shown = turn.text.toPlainText()
    assert "38 days during 2025." in shown
    assert "satisfied" not in shown
    assert [c.number for c in turn.text.citations()] == [1, 2, 3, 1]
    assert len(turn.findChildren(SourceRow)) == 3
    assert not turn.stages.isVisible()


def test_an_unsupported_sentence_is_folded_away_until_asked_for(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    fold = turn.findChild(UnsupportedFold)
    assert fold is not None
    assert fold.button.text().strip() == "1 unsupported sentence"
    assert fold.body.isHidden()
    fold.button.click()
    assert not fold.body.isHidden()


def test_an_abstention_is_a_card_with_the_closest_passages(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.answer = make_abstention
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.findChild(AbstainedCard) is not None)
    assert not turn.text.isVisible()
    assert not turn.findChildren(SourceRow)


def test_stopping_cancels_the_request(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    ask(session)
    qtbot.waitUntil(lambda: bool(engine.of(Ask)))
    session.window.action("stop").trigger()
    number = engine.sent.index(engine.of(Ask)[0]) + 1
    assert engine.steered == [Cancel(number)]
    qtbot.waitUntil(lambda: not session.asking.is_busy)
    assert session.conversation.question.button.accessibleName().startswith("Send")


def test_return_sends_and_shift_return_does_not(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    edit = session.conversation.question.edit
    QTest.keyClicks(edit, "One")
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(edit, "two")
    assert not engine.of(Ask)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert [body.question for body in engine.of(Ask)] == ["One\ntwo"]


def test_a_second_question_belongs_to_the_same_chat(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    for _ in range(2):
        ask(session)
        qtbot.waitUntil(lambda: session.conversation.turns[-1].answer is not None)
    assert [body.chat for body in engine.of(Ask)] == [None, 1]


def test_a_chat_can_be_left_opened_again_and_deleted(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    session.window.action("new").trigger()
    assert not session.conversation.turns
    qtbot.waitUntil(lambda: bool(session.conversation.chats_menu().actions()[2:]))
    session.asking.open_chat(1)
    qtbot.waitUntil(lambda: len(session.conversation.turns) == 1)
    assert engine.of(OpenChat) == [OpenChat(1)]
    session.conversation.chat_deletion_wanted.emit(1)
    dialog = session.window.findChild(Confirmation)
    assert dialog is not None
    dialog.agree.click()
    qtbot.waitUntil(lambda: engine.of(DeleteChat) == [DeleteChat(1)])
    assert not session.conversation.turns


def test_the_copy_holds_marks_and_sources(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    footer = turn.findChild(Footer)
    assert footer is not None
    footer.copy()
    copied = QApplication.clipboard().text()
    assert "during 2025. [1]" in copied
    assert "[2] Annual report 2025" in copied
    assert "satisfied" not in copied


def test_the_text_alone_is_copied_without_marks_and_sources(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    footer = turn.findChild(Footer)
    assert footer is not None
    _with_sources, alone = footer.menu().actions()
    alone.trigger()
    copied = QApplication.clipboard().text()
    assert copied.startswith("The average waiting time")
    assert copied.endswith("every quarter.")
    assert "[" not in copied
    assert "Annual report" not in copied


def test_the_last_answer_is_copied_by_key(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.window.action("copy").trigger()
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    QApplication.clipboard().clear()
    session.window.action("copy").trigger()
    assert QApplication.clipboard().text().startswith(QUESTION)


def test_of_many_sources_only_the_first_are_seen_until_asked_for(qtbot: QtBot) -> None:
    def seen(count: int) -> tuple[Sources, int]:
        sources = Sources([cited("A line.", page, page) for page in range(1, count + 1)])
        qtbot.addWidget(sources)
        return sources, sum(not row.isHidden() for row in sources.findChildren(SourceRow))

    assert seen(5)[1] == 5
    sources, count = seen(7)
    assert count == 4
    assert sources.more.text().strip() == "3 more sources"
    sources.more.click()
    assert not any(row.isHidden() for row in sources.findChildren(SourceRow))
    assert sources.more.isHidden()


def test_a_known_failure_is_told_in_place(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    failure = EngineFailed("There is no answer model.", "Import one in Settings.")
    engine._Ask = lambda *_: failure  # type: ignore[method-assign,assignment]
    turn = ask(session)
    qtbot.waitUntil(turn.notice.isVisible)
    assert turn.notice.accessibleName() == "There is no answer model. Import one in Settings."
    assert session.window.findChild(ErrorDialog) is None


def test_a_bug_of_the_engine_opens_a_dialog_with_details(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    failure = EngineFailed("The engine met an error.", known=False, details="KeyError\n  x.py:3")
    engine._Ask = lambda *_: failure  # type: ignore[method-assign,assignment]
    ask(session)
    qtbot.waitUntil(lambda: session.window.findChild(ErrorDialog) is not None)
    dialog = session.window.findChild(ErrorDialog)
    assert dialog is not None
    assert "x.py:3" in dialog.details.toPlainText()


def test_suggested_questions_can_be_asked(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    qtbot.waitUntil(session.conversation.suggestions.isVisible)
    session.conversation.suggestions.question_chosen.emit(QUESTION)
    assert engine.of(Ask)[0].question == QUESTION


def test_without_a_model_the_passages_are_shown(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.answer_model = ""
    session = open_window(engine)
    qtbot.waitUntil(lambda: not session.asking.has_model)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.findChild(PassagesCard) is not None)
    assert not engine.of(Ask)
    assert len(session.evidence.hits) == 3


def test_marks_can_be_reached_and_chosen_by_keyboard(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    qtbot.waitUntil(turn.text.isVisible)
    turn.text.setFocus()
    with qtbot.waitSignal(turn.text.citation_chosen) as chosen:
        QTest.keyClick(turn.text, Qt.Key.Key_Tab)
        QTest.keyClick(turn.text, Qt.Key.Key_Tab)
        QTest.keyClick(turn.text, Qt.Key.Key_Return)
    assert chosen.args[0].number in (1, 2)
