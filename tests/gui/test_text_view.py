"""Documents without pages: shown as their text, with what is cited marked and in view."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.storage.catalog import boxes_of
from app.core.text_pages import Item, Script, SetText
from app.core.types import Line, Page
from app.engine.messages import DrawPage, GetLetters, GetPage, GetPageSizes, Summarize
from app.gui import wording
from app.gui.appearance import current_colours
from app.gui.evidence.places import Place
from app.gui.evidence.text_view import TextView
from app.gui.parts import Text
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import REPORT, make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.scripted_texts import (
    LOG,
    MAIL,
    MAIL_QUOTE,
    WORD,
    WORD_QUOTE,
    make_text_answer,
    make_text_documents,
    make_texts,
)
from tests.gui.test_answering import ask


def open_texts(open_window: Open) -> tuple[ScriptedEngine, WindowSession]:
    engine = ScriptedEngine(make_documents() + make_text_documents())
    engine.texts = make_texts()
    engine.answer = make_text_answer
    return engine, open_window(engine)


def shown(qtbot: QtBot, session: WindowSession, start: str) -> TextView:
    view = session.evidence.pane.text
    qtbot.waitUntil(lambda: view.toPlainText().startswith(start))
    assert session.evidence.pane.views.currentWidget() is view
    return view


def long_page(number: int = 1) -> Page:
    items = [Item(f"Paragraph {i} says something.", gap=2) for i in range(80)]
    return Page(number, "", 0, 0, *_text_and_lines(items))


def _text_and_lines(items: list[Item]) -> tuple[str, tuple[Line, ...]]:
    page = next(SetText(Script(items)).pages(1))
    return page.text, page.lines


def test_a_mark_shows_the_quote_in_its_text_and_asks_for_no_picture(
    qtbot: QtBot, open_window: Open
) -> None:
    engine, session = open_texts(open_window)
    ask(session)
    view = shown(qtbot, session, "From: Anne Colson")
    assert view.marked_texts() == [MAIL_QUOTE]
    note = session.evidence.pane.note.text()
    assert note == "Not read: 2 attachments of this message."
    session.evidence.evidence_wanted.emit(1)
    assert shown(qtbot, session, "Access to care").marked_texts() == [WORD_QUOTE]
    wanted = (DrawPage, GetLetters, GetPageSizes)
    assert [request for kind in wanted for request in engine.of(kind)] == []
    assert engine.of(GetPage)[-1] == GetPage(22, 1)


def test_the_marked_words_are_painted_and_scrolled_into_view(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.show()
    page = long_page()
    start = page.text.index("Paragraph 60")
    view.show_page(page, boxes_of(page, start, start + 9))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    (area,) = view.mark_areas()
    assert view.viewport().rect().contains(area.center().toPoint())
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    colours = {
        image.pixelColor(int(x * ratio), int(area.center().y() * ratio)).name()
        for x in range(int(area.left()), int(area.left()) + 60)
    }
    assert QColor(current_colours().mark_chosen).name() in colours


def test_a_character_of_the_view_is_a_character_of_the_text(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    text = "Smile \U0001f600\U0001f600 and\u2028pay \u202enow\u202c. <b>Bold</b>\nNext \ufffc line."
    view.show_page(Page(1, "", 0, 0, text, (Line(0, len(text), (0, 0, 6, 12)),)))
    place = text.index("Next")
    view.setTextCursor(view.document().find("Next"))
    assert view.selected_span() == (place, place + 4)
    assert "<b>Bold</b>" in view.toPlainText()
    assert not set("\u202e\u202c\u2028\ufffc") & set(view.toPlainText())


def test_only_plain_text_is_copied(qtbot: QtBot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.show_page(make_texts()[22, 1])
    view.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    copied: QMimeData = view.createMimeDataFromSelection()
    assert (copied.text(), copied.formats()) == ("Access to care 2026", ["text/plain"])
    view.selection_menu().actions()[0].trigger()
    assert QGuiApplication.clipboard().text() == "Access to care 2026"


def test_selected_text_can_be_summarised(qtbot: QtBot, open_window: Open) -> None:
    engine, session = open_texts(open_window)
    session.looking.pages.show(Place(22, WORD, 1))
    view = shown(qtbot, session, "Access to care")
    view.setTextCursor(view.document().find(WORD_QUOTE))
    view.selection_menu().actions()[1].trigger()
    qtbot.waitUntil(lambda: bool(engine.of(Summarize)))
    start = make_texts()[22, 1].text.index(WORD_QUOTE)
    wish = engine.of(Summarize)[-1].wish
    assert [(e.document, e.first, e.start, e.end) for e in wish.extents] == [
        (22, 1, start, start + len(WORD_QUOTE))
    ]


def test_a_long_text_is_gone_through_part_by_part(qtbot: QtBot, open_window: Open) -> None:
    documents = (replace(d, pages=3, pages_read=3) for d in make_text_documents())
    engine = ScriptedEngine(tuple(documents))
    session = open_window(engine)
    qtbot.waitUntil(lambda: session.asking.library.document(23) is not None)
    for number in (1, 2, 3):
        engine.texts[23, number] = Page(number, "", 0, 0, f"Part {number} of it.")
    pane = session.evidence.pane
    session.looking.pages.show(Place(23, LOG, 1))
    view = shown(qtbot, session, "Part 1")
    assert (pane.of.text(), pane.unit.isHidden()) == ("of 3", False)
    pane._next.click()
    shown(qtbot, session, "Part 2")
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    shown(qtbot, session, "Part 3")
    assert (pane.number.text(), pane._next.isEnabled()) == ("3", False)
    pane.number.setText("1")
    QTest.keyClick(pane.number, Qt.Key.Key_Return)
    shown(qtbot, session, "Part 1")
    assert view.accessibleDescription() == "Part 1 of 3"


def test_tools_for_pages_are_there_for_pages_only(qtbot: QtBot, open_window: Open) -> None:
    _, session = open_texts(open_window)
    pane = session.evidence.pane
    session.looking.pages.show(Place(21, MAIL, 1))
    shown(qtbot, session, "From:")
    tools = (pane._sidebar, pane._more, pane.number, pane._next)
    assert not pane._searching.isHidden()
    assert [tool.isHidden() for tool in tools] == [True] * 4
    session.looking.pages.show(Place(1, REPORT, 31))
    qtbot.waitUntil(lambda: pane.views.currentWidget() is pane.view)
    assert [tool.isHidden() for tool in tools] == [False] * 4


def test_text_is_zoomed_by_the_same_tools(qtbot: QtBot, open_window: Open) -> None:
    _, session = open_texts(open_window)
    session.looking.pages.show(Place(21, MAIL, 1))
    view = shown(qtbot, session, "From:")
    before = view.document().defaultFont().pointSizeF()
    session.evidence.pane._larger.click()
    larger = view.document().defaultFont().pointSizeF()
    session.looking.zoom(-1)
    assert larger > before == view.document().defaultFont().pointSizeF()


def test_places_in_texts_are_called_parts(qtbot: QtBot, open_window: Open) -> None:
    assert wording.place(MAIL, 2) == "RE Waiting times.eml, part 2"
    assert wording.place(REPORT, 2).endswith(", page 2")
    _, session = open_texts(open_window)
    ask(session)
    shown(qtbot, session, "From:")
    cards = [text.text() for card in session.evidence.hits for text in card.findChildren(Text)]
    assert "part 1" in cards
    assert not [text for text in cards if "page" in text]


def test_words_are_searched_for_through_all_parts(qtbot: QtBot, open_window: Open) -> None:
    documents = (replace(d, pages=3, pages_read=3) for d in make_text_documents())
    engine = ScriptedEngine(tuple(documents))
    session = open_window(engine)
    qtbot.waitUntil(lambda: session.asking.library.document(23) is not None)
    for number in (1, 2, 3):
        engine.texts[23, number] = Page(number, "", 0, 0, f"Part {number}: a h\u00e9ron, a heron.")
    session.looking.pages.show(Place(23, LOG, 1))
    view = shown(qtbot, session, "Part 1")
    pane = session.evidence.pane
    pane._searching.click()
    pane.search.edit.setText("heron")
    pane.search.step(1)
    pane.search._tell()
    qtbot.waitUntil(lambda: pane.search.count.text() == "1 of 6")
    colours = [selection.format.background().color().name() for selection in view.extraSelections()]
    assert colours == [current_colours().match] * 2 + [current_colours().match_chosen]
    pane.search.step(1)
    pane.search.step(1)
    shown(qtbot, session, "Part 2")
    assert pane.search.count.text() == "3 of 6"
    pane.search.close_search()
    assert view.selected_span() == (10, 15)
    assert view.extraSelections() == []
