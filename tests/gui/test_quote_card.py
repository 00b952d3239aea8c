"""What stands behind a mark is seen by pointing at it, with the mouse or the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.core.types import Support
from app.gui.conversation.answer_text import AnswerText
from app.gui.conversation.quote_card import QuoteCard, Shown, card_of, show_card
from app.gui.conversation.sources import SourceRow
from app.gui.conversation.turn_view import TurnView
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import QUOTE, make_answer
from tests.gui.test_answer_kinds import answered


def card_in(turn: TurnView) -> QuoteCard:
    card = card_of(turn)
    assert card is not None
    return card


def is_seen(turn: TurnView) -> bool:
    card = card_of(turn)
    return card is not None and card.isVisible()


def point_at(text: AnswerText, position: int) -> None:
    where = text.mark_area(position).center().toPoint()
    QTest.mouseMove(text.viewport(), where - QPoint(40, 0))
    QTest.mouseMove(text.viewport(), where)


def open_answer(qtbot: QtBot, open_window: Open) -> tuple[WindowSession, TurnView]:
    session, turn = answered(qtbot, open_window, make_answer)
    qtbot.waitUntil(lambda: turn.text.mark_area(0).width() > 0)
    return session, turn


def test_pointing_at_a_mark_shows_its_quote_and_leaving_hides_it(
    qtbot: QtBot, open_window: Open
) -> None:
    _session, turn = open_answer(qtbot, open_window)
    point_at(turn.text, 0)
    qtbot.waitUntil(lambda: is_seen(turn))
    shown = card_in(turn).shown
    assert (shown.page, shown.quote) == (31, QUOTE)
    assert shown.note == ""
    QTest.mouseMove(turn.text.viewport(), QPoint(2, 2))
    qtbot.waitUntil(lambda: not is_seen(turn))


def test_the_card_of_a_hollow_mark_says_what_its_lines_lack(
    qtbot: QtBot, open_window: Open
) -> None:
    _session, turn = open_answer(qtbot, open_window)
    assert turn.answer is not None
    assert turn.answer.sentences[2].support is Support.PARTLY
    point_at(turn.text, 2)
    qtbot.waitUntil(lambda: is_seen(turn))
    assert card_in(turn).shown.note == "Not in the cited lines: “every”."


def test_the_keyboard_shows_the_quotes_too_and_escape_closes_them(
    qtbot: QtBot, open_window: Open
) -> None:
    session, turn = open_answer(qtbot, open_window)
    turn.text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(turn.text, Qt.Key.Key_Tab)
    assert is_seen(turn)
    QTest.keyClick(turn.text, Qt.Key.Key_Escape)
    assert not is_seen(turn)
    QTest.keyClick(turn.text, Qt.Key.Key_Tab)
    assert is_seen(turn)
    session.conversation.question.take_focus()
    assert not is_seen(turn)


def test_only_the_words_that_the_lines_lack_are_dotted(qtbot: QtBot, open_window: Open) -> None:
    _session, turn = open_answer(qtbot, open_window)
    cursor, dotted = turn.text.textCursor(), ""
    for position in range(1, turn.text.document().characterCount()):
        cursor.setPosition(position)
        if cursor.charFormat().underlineStyle().name == "DotLine":
            dotted += turn.text.toPlainText()[position - 1]
    assert dotted == "every"


def test_a_source_shows_its_quote_while_it_has_the_keyboard(
    qtbot: QtBot, open_window: Open
) -> None:
    _session, turn = open_answer(qtbot, open_window)
    row = turn.findChildren(SourceRow)[0]
    assert QUOTE in row.accessibleDescription()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: is_seen(turn))
    assert card_in(turn).shown.quote == QUOTE


def test_a_card_stays_inside_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 560)
    window.show()
    for x, y in ((0, 0), (890, 0), (890, 550), (0, 550), (450, 280)):
        where = QWidget(window)
        where.setGeometry(x, y, 8, 8)
        show_card(where, where.rect(), Shown("a.pdf", 3, "word " * 60, "A note."))
        card = card_of(window)
        assert card is not None
        assert window.rect().contains(card.geometry())
        assert not card.geometry().intersects(where.geometry())
