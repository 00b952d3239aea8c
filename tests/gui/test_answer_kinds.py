"""What an answer shows of how far it can be trusted: its checks, its sums, and what it leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.types import Answer, Coverage, Sentence, Support
from app.engine.messages import Ask
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.answer_parts import AbstainedCard
from app.gui.conversation.answer_text import shown_text
from app.gui.conversation.calculation_card import CalculationCard, operands_of
from app.gui.conversation.folds import Fold, PartlyFold, ThoughtsFold, UnsupportedFold
from app.gui.conversation.lacking import lacking_note, lacking_words
from app.gui.conversation.sources import SourceRow, Sources
from app.gui.conversation.turn_view import TurnView
from app.gui.evidence.places import place_of
from app.gui.evidence.snippet import HitCard, Snippet
from app.gui.parts import Text
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_answers import (
    FORMULA,
    THOUGHTS,
    UNREADABLE,
    cited,
    computed,
    make_computed,
    make_doubted,
    make_follow_up,
    make_thoughtful,
)
from tests.gui.scripted_content import make_abstention, make_answer, make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_access import nameless
from tests.gui.test_answering import ask

MADE_UP = "Patients were very satisfied with this change."


def answered(
    qtbot: QtBot, open_window: Open, make: Callable[[str], Answer]
) -> tuple[WindowSession, TurnView]:
    engine = ScriptedEngine(make_documents())
    engine.answer = make
    session = open_window(engine)
    turn = ask(session)
    await_shown(qtbot, turn)
    assert not session.asking.is_busy
    return session, turn


def await_shown(qtbot: QtBot, turn: TurnView) -> None:
    qtbot.waitUntil(lambda: any(footer.isVisible() for footer in turn.findChildren(Footer)))


def reopened(qtbot: QtBot, session: WindowSession) -> TurnView:
    """The same turn, of the conversation that was left and opened again."""
    session.asking.begin_chat()
    session.asking.open_chat(1)
    qtbot.waitUntil(lambda: len(session.conversation.turns) == 1)
    await_shown(qtbot, session.conversation.turns[0])
    return session.conversation.turns[0]


def said(view: QWidget) -> str:
    """The words of a part of the window that are not folded away."""
    texts = [text.text() for text in view.findChildren(Text) if text.isVisibleTo(view)]
    return "\n".join(texts).replace("\u00a0", " ")


# Sentences


def test_a_sentence_that_is_not_checked_yet_is_not_shown(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: "Saturday clinics" in turn.text.toPlainText())
    assert "The board has asked for fig" not in turn.text.toPlainText()
    assert "Writing and checking" in said(turn.stages)


def test_who_wants_unsupported_sentences_sees_them_marked_in_the_text(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask}
    session = open_window(engine)
    session.asking.shows_unsupported = True
    turn = ask(session)
    qtbot.waitUntil(lambda: "The board has asked for fig" in turn.text.toPlainText())
    engine.release()
    qtbot.waitUntil(lambda: turn.answer is not None)
    shown = turn.text.toPlainText()
    assert f"{MADE_UP}\u2002not supported" in shown
    assert turn.findChild(UnsupportedFold) is None


def test_the_setting_decides_how_unsupported_sentences_are_shown(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.settings.open()
    assert session.settings.dialog is not None
    session.settings.dialog.answers.unsupported_choice_made.emit(True)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    assert MADE_UP in turn.text.toPlainText()
    session.settings.dialog.answers.unsupported_choice_made.emit(False)
    assert MADE_UP not in reopened(qtbot, session).text.toPlainText()


def test_several_unsupported_sentences_are_counted(qtbot: QtBot) -> None:
    fold = UnsupportedFold([Sentence(MADE_UP, Support.UNSUPPORTED)] * 2, False)
    qtbot.addWidget(fold)
    assert fold.button.text().strip() == "2 unsupported sentences"
    assert fold.button.accessibleName() == "2 unsupported sentences, hidden"


def test_it_is_said_what_the_lines_of_a_partly_supported_sentence_lack(
    qtbot: QtBot, open_window: Open
) -> None:
    _session, turn = answered(qtbot, open_window, make_answer)
    fold = turn.findChild(PartlyFold)
    assert fold is not None
    assert fold.button.text().strip() == "1 sentence supported only in part"
    fold.button.click()
    assert "Not in the cited lines: “every”." in said(fold)


@pytest.mark.parametrize(
    ("text", "quote", "lacking"),
    [
        ("The board asked for figures.", "The board asks for a figure.", []),
        ("Le délai est de 1.250 jours.", "un délai de 1 250 jours", ["1.250"]),
        ("They paid 1,250.00 in March.", "They paid 1.250,00.", ["March"]),
        ("Ada signed, and Ada left.", "It was signed.", ["Ada", "left"]),
    ],
)
def test_words_lack_that_stand_in_no_form_in_the_lines(
    text: str, quote: str, lacking: list[str]
) -> None:
    assert lacking_words(Sentence(text, Support.PARTLY, (cited(quote, 1, 1),))) == lacking


def test_lines_in_another_language_are_not_reproached_every_word() -> None:
    quote = "Le personnel infirmier compte sept cents personnes."
    text = "The foundation employs many nurses, doctors, cooks and gardeners together."
    note = lacking_note(Sentence(text, Support.PARTLY, (cited(quote, 1, 1),)))
    assert note == "The cited lines put it in other words. Compare them with it."


# Calculations


def test_the_formula_stands_under_its_sentence_once(qtbot: QtBot, open_window: Open) -> None:
    _session, turn = answered(qtbot, open_window, make_computed)
    card = turn.findChild(CalculationCard)
    assert card is not None
    assert FORMULA in said(card)
    assert turn.text.toPlainText().startswith(
        "Between 2024 and 2025, “Nurses and care assistants” rose by 1.5%."
    )
    assert FORMULA not in turn.text.toPlainText()
    assert turn.findChild(Sources) is None


def test_each_operand_leads_to_its_place(qtbot: QtBot, open_window: Open) -> None:
    session, turn = answered(qtbot, open_window, make_computed)
    assert turn.answer is not None
    card = turn.findChild(CalculationCard)
    assert card is not None
    first, second = card.findChildren(SourceRow)
    assert first.accessibleName().startswith("1: 742, Annual report 2025")
    citations = turn.answer.sentences[0].citations
    for row, citation in ((second, citations[1]), (first, citations[0])):
        with qtbot.waitSignal(session.looking.pages.shown) as shown:
            QTest.keyClick(row, Qt.Key.Key_Return)
        assert shown.args == [place_of(citation)]


def test_a_calculation_is_shown_again_with_a_conversation(qtbot: QtBot, open_window: Open) -> None:
    session, _turn = answered(qtbot, open_window, make_computed)
    card = reopened(qtbot, session).findChild(CalculationCard)
    assert card is not None
    assert FORMULA in said(card)


@pytest.mark.parametrize(
    ("formula", "quotes", "expected"),
    [
        ("742 − 731 = 11", ("nurses 742 601.2 731",), [("742", 1), ("731", 1)]),
        ("(4 + 6 + 8) ÷ 3 = 6", ("4 6", "8"), [("4", 1), ("6", 1), ("8", 2)]),
        ("5.010 ÷ 4.600 × 100 = 109", ("4,600", "5,010"), [("5.010", 2), ("4.600", 1)]),
        ("1,500 million − 90 million = 1,410", ("1.50 billion", "90"), [("1,500", 1), ("90", 2)]),
        ("(500 − 500) ÷ 500 × 100 = 0", ("500", "500 before"), [("500", 1), ("", 2)]),
        ("20 ÷ 5 = 4", ("twenty", "5"), [("20", 1), ("5", 2)]),
    ],
)
def test_operands_are_found_in_the_lines_that_hold_them(
    formula: str, quotes: tuple[str, ...], expected: list[tuple[str, int]]
) -> None:
    citations = [cited(quote, 1, number) for number, quote in enumerate(quotes, start=1)]
    found = operands_of(computed(formula, *citations))
    assert [(figure, citation.number) for figure, citation in found] == expected


# Thoughts, and what was understood


def test_what_a_model_thought_is_folded_away_and_kept(qtbot: QtBot, open_window: Open) -> None:
    session, turn = answered(qtbot, open_window, make_thoughtful)
    fold = turn.findChild(ThoughtsFold)
    assert fold is not None
    assert fold.button.text().strip() == "How the model thought"
    assert THOUGHTS not in turn.text.toPlainText()
    assert THOUGHTS not in said(turn)
    fold = reopened(qtbot, session).findChild(ThoughtsFold)
    assert fold is not None
    assert fold.body.isHidden()
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert THOUGHTS in said(fold)
    assert "Not part of the answer, and not checked" in said(fold)
    (thoughts,) = [t for t in fold.findChildren(Text) if t.text() == THOUGHTS]
    assert thoughts.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_without_thoughts_there_is_no_such_line(qtbot: QtBot, open_window: Open) -> None:
    _session, turn = answered(qtbot, open_window, make_answer)
    assert turn.findChild(ThoughtsFold) is None


def test_it_is_said_how_a_follow_up_was_understood(qtbot: QtBot, open_window: Open) -> None:
    session, turn = answered(qtbot, open_window, make_follow_up)
    words = "Understood as: How did the waiting time for orthopaedic consultations change in 2022"
    assert words in said(turn)
    assert words in said(reopened(qtbot, session))


def test_a_question_that_stands_alone_is_not_repeated(qtbot: QtBot, open_window: Open) -> None:
    _session, turn = answered(
        qtbot, open_window, lambda q: replace(make_answer(q), meant=f"{q} ", question=q)
    )
    assert "Understood" not in said(turn)


# Abstaining


def test_an_abstention_says_what_was_searched(qtbot: QtBot, open_window: Open) -> None:
    _session, turn = answered(
        qtbot,
        open_window,
        lambda q: replace(make_abstention(q), coverage=Coverage(6, 4, UNREADABLE, 208, 204)),
    )
    assert "Nothing in the 4 documents that were searched (204 pages) answers this" in said(turn)
    assert "2 of 6 documents could not be read" in said(turn)
    assert "only the ticked" not in said(turn).lower()


def test_an_abstention_over_ticked_documents_says_so(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.answer = make_abstention
    session = open_window(engine)
    session.model.tick_only({1, 3})
    turn = ask(session)
    await_shown(qtbot, turn)
    assert "Only the ticked documents were searched: 2 of 6." in said(turn)


def test_the_closest_passages_open_on_their_pages(qtbot: QtBot, open_window: Open) -> None:
    session, turn = answered(qtbot, open_window, make_abstention)
    card = turn.findChild(AbstainedCard)
    assert card is not None
    passage = card.findChildren(HitCard)[1]
    with qtbot.waitSignal(session.looking.pages.shown) as shown:
        QTest.keyClick(passage, Qt.Key.Key_Return)
    assert shown.args == [place_of(passage.hit)]
    assert shown.args[0].boxes


def test_a_passage_that_is_cut_short_says_so(qtbot: QtBot) -> None:
    for text in ("one two three " * 40, "short"):
        snippet = Snippet(text, "two", lines=3)
        qtbot.addWidget(snippet)
        layout, _height = snippet._laid_out(200)
        assert layout.lineCount() == (1 if text == "short" else 3)
        assert layout.text().endswith("…") == (text != "short")
        last = layout.lineAt(layout.lineCount() - 1)
        assert last.textStart() + last.textLength() == len(layout.text())


def test_what_the_model_wrote_in_vain_is_folded_away(qtbot: QtBot, open_window: Open) -> None:
    session, turn = answered(qtbot, open_window, make_doubted)
    assert "supports it." in said(turn)
    assert not turn.text.isVisible()
    fold = turn.findChild(UnsupportedFold)
    assert fold is not None
    assert fold.body.isHidden()
    session.asking.shows_unsupported = True
    again = reopened(qtbot, session)
    assert not again.text.isVisible()
    assert "The foundation paid EUR 12 million for it." in said(again)


def test_an_answer_stopped_before_its_first_support_claims_nothing(
    qtbot: QtBot, open_window: Open
) -> None:
    _session, turn = answered(qtbot, open_window, lambda q: replace(make_doubted(q), stopped=True))
    assert turn.findChild(AbstainedCard) is None
    assert "Stopped before a sentence was found that your documents support." in said(turn)


def test_everything_in_every_kind_of_answer_has_a_name(qtbot: QtBot, open_window: Open) -> None:
    for make in (make_computed, make_doubted, make_thoughtful, make_follow_up):
        session, turn = answered(qtbot, open_window, make)
        for fold in turn.findChildren(Fold):
            if fold.body.isHidden():
                fold.button.click()
        assert not nameless(session.window)


@pytest.mark.parametrize(
    ("text", "formula", "shown"),
    [
        ("It rose by 5: 6 − 1 = 5.", "6 − 1 = 5", "It rose by 5."),
        ("La somme est de 7\u00a0: 6 + 1 = 7.", "6 + 1 = 7", "La somme est de 7."),
        ("It was 6 in 2024 and 0 in 2023. A change cannot be computed.", "", None),
        ("- It fell.", "", "• It fell."),
    ],
)
def test_a_sentence_is_shown_without_its_formula_and_points_alike(
    text: str, formula: str, shown: str | None
) -> None:
    sentence = Sentence(text, Support.SUPPORTED, (), formula)
    assert shown_text(sentence) == (shown or text)
