"""Summaries and comparisons in the window: how they are asked for, followed and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QPushButton
from pytestqt.qtbot import QtBot

from app.core.overview.document_work import FindingKind
from app.engine.messages import Ask, Cancel, Compare, DrawPage, GetPage, Summarize
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.comparison_view import (
    ComparisonView,
    DocumentColumn,
    FindingCard,
    ValueRow,
)
from app.gui.conversation.summary_view import SummaryView, page_ranges
from app.gui.parts import Text
from app.gui.window_session import WindowSession
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_documents import make_comparison
from tests.gui.scripted_engine import ScriptedEngine

Open = Callable[..., WindowSession]
QUESTION = "What is the waiting time?"


def texts(view: Any) -> str:
    return "\n".join(text.text() for text in view.findChildren(Text) if not text.isHidden())


def visible(view: Any, kind: type) -> list[Any]:
    return [part for part in view.findChildren(kind) if not part.isHidden()]


def summarised(qtbot: QtBot, session: WindowSession, thorough: bool = False) -> SummaryView:
    session.library.summary_wanted.emit([1], thorough)
    turn = session.conversation.turns[-1]
    assert isinstance(turn, SummaryView)
    qtbot.waitUntil(lambda: "Looked at" in texts(turn))
    return turn


def compared(qtbot: QtBot, session: WindowSession, *documents: int) -> ComparisonView:
    session.library.comparison_wanted.emit(list(documents))
    session.conversation.question.put(QUESTION)
    session.conversation.question.send()
    turn = session.conversation.turns[-1]
    assert isinstance(turn, ComparisonView)
    qtbot.waitUntil(lambda: bool(turn.findChildren(Footer)))
    qtbot.waitUntil(lambda: all(not card.isHidden() for card in turn.findChildren(FindingCard)))
    return turn


def labels(session: WindowSession, *documents: int) -> list[str]:
    chosen = [session.model.document(number) for number in documents]
    menu = session.library.actions_of.for_documents([document for document in chosen if document])
    return [action.text() for action in menu.actions()]


def test_the_menu_of_documents_offers_a_summary_and_of_several_a_comparison(
    open_window: Open,
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    assert "Summarise" in labels(session, 1)
    assert "Compare these…" not in labels(session, 1)
    assert "Compare these…" in labels(session, 1, 3)
    assert "Summarise" in labels(session, 1, 3)


def test_what_could_not_be_read_is_offered_for_neither(open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    assert "Summarise" not in labels(session, 5)
    assert "Compare these…" not in labels(session, 1, 5)


def test_a_summary_reads_like_an_answer_and_says_what_was_looked_at(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    turn = summarised(qtbot, session)
    assert "medical record" in turn.text.toPlainText()
    assert "best of the region" not in turn.text.toPlainText()
    assert "passages on pages 1–3, 31, 40, 44 of 48" in texts(turn)
    (sent,) = engine.of(Summarize)
    assert (sent.wish.extents[0].document, sent.wish.thorough) == (1, False)


def test_the_first_page_that_a_summary_cites_is_shown(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    summarised(qtbot, session)
    qtbot.waitUntil(lambda: bool(engine.of(DrawPage)))
    assert engine.of(DrawPage)[0].page == 2


def test_a_quick_summary_offers_to_read_every_page(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    turn = summarised(qtbot, session)
    (more,) = [b for b in turn.findChildren(QPushButton) if "every page" in b.accessibleName()]
    more.click()
    qtbot.waitUntil(lambda: len(engine.of(Summarize)) == 2)
    assert engine.of(Summarize)[-1].wish.thorough
    qtbot.waitUntil(lambda: "Looked at all of" in texts(session.conversation.turns[-1]))


def test_several_documents_are_summarised_together(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.library.summary_wanted.emit([1, 3], False)
    qtbot.waitUntil(lambda: bool(engine.of(Summarize)))
    (sent,) = engine.of(Summarize)
    assert [extent.document for extent in sent.wish.extents] == [1, 3]
    assert sent.title == "Summary of 2 documents"


def test_selected_lines_of_a_page_are_summarised(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.library.document_opened.emit(1)
    page = session.evidence.page
    qtbot.waitUntil(lambda: bool(engine.of(GetPage)))
    qtbot.waitUntil(lambda: page.text_of(1) is not None)
    page.selection.select(1, (0, 30))
    actions = {action.text(): action for action in page.selection_menu().actions()}
    actions["Summarise these lines"].trigger()
    qtbot.waitUntil(lambda: bool(engine.of(Summarize)))
    (extent,) = engine.of(Summarize)[0].wish.extents
    assert (extent.document, extent.first, extent.start, extent.end) == (1, 1, 0, 30)


def test_a_long_summary_says_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Summarize}
    session = open_window(engine)
    session.library.summary_wanted.emit([1], True)
    turn = session.conversation.turns[-1]
    qtbot.waitUntil(lambda: "piece 3 of 12" in texts(turn))
    assert "about 3 min left" in texts(turn)
    assert "medical record" in turn.text.toPlainText()
    session.conversation.question.button.click()
    qtbot.waitUntil(lambda: any(isinstance(s, Cancel) for s in engine.steered))


def test_a_stopped_summary_says_of_how_many_pieces_it_is(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.summaries_stopped = True
    session = open_window(engine)
    turn = summarised(qtbot, session, thorough=True)
    assert "a summary of the first 5 of 12 pieces" in texts(turn)


def test_without_a_model_a_summary_is_not_begun_and_the_window_says_why(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.answer_model = ""
    session = open_window(engine)
    qtbot.waitUntil(lambda: not session.asking.has_model)
    session.library.summary_wanted.emit([1], False)
    assert session.conversation.notice.isVisible()
    assert not engine.of(Summarize)


def test_the_compare_switch_sends_the_question_to_each_ticked_document(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    compared(qtbot, session, 1, 3)
    (sent,) = engine.of(Compare)
    assert (sent.question, sent.documents) == (QUESTION, (1, 3))
    assert not engine.of(Ask)


def test_without_the_switch_a_question_is_asked_of_all(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.conversation.question.put(QUESTION)
    session.conversation.question.send()
    qtbot.waitUntil(lambda: bool(engine.of(Ask)))
    assert not engine.of(Compare)


def test_the_switch_is_there_only_when_there_is_something_to_compare(open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    field = session.conversation.question
    session.model.tick_only({1})
    assert field.compare.isHidden()
    session.model.tick_only({1, 3})
    assert not field.compare.isHidden()
    field.compare.setChecked(True)
    session.model.tick_only({1})
    assert not field.compare.isChecked()


def test_a_comparison_shows_differences_first_and_a_card_for_each_document(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = compared(qtbot, session, 1, 3, 4)
    cards = turn.findChildren(FindingCard)
    assert "Different durations" in texts(cards[0])
    assert "38 days" in texts(cards[0])
    qtbot.waitUntil(lambda: len(visible(turn, DocumentColumn)) == 3)
    columns = visible(turn, DocumentColumn)
    assert "Does not answer this." in texts(columns[2])


def test_a_value_of_a_finding_leads_to_its_page(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    turn = compared(qtbot, session, 1, 3)
    row = next(row for row in turn.findChildren(ValueRow) if "35 days" in row.accessibleName())
    row.chosen.emit()
    qtbot.waitUntil(lambda: (3, 12) in [(body.document, body.page) for body in engine.of(DrawPage)])


def test_columns_stand_below_each_other_where_there_is_no_room(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = compared(qtbot, session, 1, 3)
    turn.resize(700, 400)
    assert turn.columns.direction() == QBoxLayout.Direction.LeftToRight
    turn.resize(400, 400)
    assert turn.columns.direction() == QBoxLayout.Direction.TopToBottom


def test_without_a_difference_the_window_says_so(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = compared(qtbot, session, 1, 3)
    made = ComparisonView(QUESTION)
    qtbot.addWidget(made)
    comparison = make_comparison(QUESTION, (1, 3))
    same = tuple(f for f in comparison.findings if f.kind is not FindingKind.DIFFER)
    assert turn.answer
    made.show_comparison(replace(comparison, findings=same), turn.answer)
    made.show()
    assert "No contradiction" in texts(made)


def test_pages_in_a_row_are_said_as_a_range() -> None:
    assert page_ranges((1, 2, 3, 7, 9, 10)) == "1–3, 7, 9–10"
