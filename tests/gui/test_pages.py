"""The right pane: from a mark to the lines on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.types import Answer, Page, Picture
from app.engine.messages import DrawPage, PageSizes
from app.gui.conversation.turn_view import TurnView
from app.gui.evidence.page_pictures import DrawingKey, PagePictures, as_image
from app.gui.evidence.page_view import PageView
from app.gui.evidence.places import Place
from app.gui.parts import Text
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import BOXES, BOXES_2, make_answer, make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask


def answered(qtbot: QtBot, session: WindowSession) -> TurnView:
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    qtbot.waitUntil(lambda: is_drawn(session, 31))
    return turn


def is_drawn(session: WindowSession, page: int) -> bool:
    return not session.evidence.page.sheets[page].picture.isNull()


def opened(qtbot: QtBot, session: WindowSession, document: int = 1) -> PageView:
    """A document of the library, from its first page on, with its text."""
    session.library.document_opened.emit(document)
    view = session.evidence.page
    qtbot.waitUntil(lambda: view.text_of(1) is not None and is_drawn(session, 1))
    return view


def test_a_mark_shows_its_page_with_the_lines_marked(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    turn = answered(qtbot, session)
    where = turn.text.mark_area(1).center().toPoint()
    QTest.mouseClick(turn.text.viewport(), Qt.MouseButton.LeftButton, pos=where)
    view = session.evidence.page
    qtbot.waitUntil(lambda: view.sheets[31].boxes == BOXES_2)
    assert view.sheets[31].faint == BOXES
    page, area = view.area_of(31, (0.0, 0.0, 595.0, 842.0)), view.area_of(31, BOXES_2[0])
    assert abs(area.center().x() - page.left() - (72 + 512) / 2 * view.scale) < 1
    assert abs(area.center().y() - page.top() - (354 + 368) / 2 * view.scale) < 1
    drawn = view.viewport().grab().toImage()
    ratio = drawn.devicePixelRatio()
    inside = drawn.pixelColor(QPoint(int(area.right() - 3), int(area.center().y())) * ratio)
    assert inside.blue() < 180 < inside.red()


def test_the_marked_lines_are_scrolled_into_view(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    page = session.evidence.page
    for _ in range(4):
        page.zoom_in()
    session.looking.pages.show(Place(1, "x.pdf", 31, ((72.0, 700.0, 300.0, 712.0),)))
    room = page.viewport().rect()
    qtbot.waitUntil(lambda: room.contains(page.mark_areas()[0].center().toPoint()))


def test_all_evidence_of_the_document_is_marked_beside_the_scroll_bar(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.answer = _spread
    session = open_window(engine)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    view = session.evidence.page
    qtbot.waitUntil(lambda: view.page == 5)
    kinds = [(tick.kind, round(tick.at * 48)) for tick in view.strip.ticks]
    assert set(kinds) == {("evidence", 20), ("evidence", 43), ("shown", 4)}
    height = view.strip.height()
    there = QPoint(4, round(44.45 / 48 * height))
    QTest.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=there - QPoint(0, height // 48))
    qtbot.waitUntil(lambda: 44 in view.pages_seen())
    assert view.sheets[44].faint == BOXES_2


def test_the_picture_is_asked_for_at_the_size_it_is_shown(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    view = session.evidence.page
    view.zoom_in()
    wanted = DrawPage(1, 31, round(view.scale * view.devicePixelRatioF(), 3))
    qtbot.waitUntil(lambda: wanted in engine.of(DrawPage))


def test_only_the_pages_that_are_seen_and_those_beside_them_are_drawn(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    view = opened(qtbot, session)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: is_drawn(session, 48))
    drawn = {request.page for request in engine.of(DrawPage)}
    assert drawn <= {1, 2, 3, 46, 47, 48}
    assert not is_drawn(session, 1)


def test_going_to_another_page_leaves_the_marks_where_they_are(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    session.evidence.pane._next.click()
    qtbot.waitUntil(lambda: is_drawn(session, 32))
    assert session.evidence.page.sheets[32].boxes == ()
    assert session.evidence.page.sheets[31].boxes == BOXES
    assert session.evidence.pane.number.text() == "32"
    assert session.evidence.pane.of.text() == "of 48"


def test_a_page_number_can_be_typed(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    number = session.evidence.pane.number
    number.setText("7")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert session.evidence.page.page == 7
    number.setText("4711")
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert session.evidence.page.page == 7


def test_the_quote_can_be_copied_with_its_source(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    session.evidence.pane.copy_quote()
    copied = QApplication.clipboard().text()
    assert copied.startswith("“The average waiting time")
    assert copied.endswith("Foundation.pdf, page 31)")


def test_a_page_that_was_drawn_is_not_drawn_again(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    session.looking.pages.go_to(7)
    qtbot.waitUntil(lambda: is_drawn(session, 7))
    session.looking.pages.go_to(31)
    qtbot.waitUntil(lambda: is_drawn(session, 31))
    scale = engine.of(DrawPage)[-1].scale
    assert engine.of(DrawPage).count(DrawPage(1, 31, scale)) == 1


def test_the_pieces_of_evidence_are_gone_through_in_order(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    pane, sheets = session.evidence.pane, session.evidence.page.sheets
    assert pane.evidence.text() == "Evidence 1 of 3"
    assert sheets[31].boxes == BOXES
    pane.evidence_next.click()
    assert pane.evidence.text() == "Evidence 2 of 3"
    assert sheets[31].boxes == BOXES_2
    session.evidence.page.setFocus()
    QTest.keyClick(session.evidence.page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.evidence.text() == "Evidence 3 of 3"


def test_a_passage_leads_to_its_page(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    session.evidence.hits[2].chosen.emit()
    assert session.evidence.pane.name.text().startswith("Minutes board")
    assert session.evidence.pane.evidence.text() == "Evidence 3 of 3"
    qtbot.waitUntil(lambda: session.evidence.page.page == 3)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_pages_can_be_turned_with_all_that_is_marked_on_them(
    qtbot: QtBot, open_window: Open, turned: int
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    view = session.evidence.page
    view.setFocus()
    for _ in range(turned // 90):
        QTest.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_drawn(session, 31))
    page = view.area_of(31, (0.0, 0.0, 595.0, 842.0))
    assert (page.width() > page.height()) == (turned != 180)
    mark = view.area_of(31, BOXES[0])
    assert view.viewport().rect().contains(mark.center().toPoint())
    drawn = view.viewport().grab().toImage()
    inside = mark.toRect().intersected(drawn.rect())
    colours = {drawn.pixelColor(x, y).name() for x in range(inside.left() + 1, inside.right())
               for y in range(inside.top() + 1, inside.bottom())}  # fmt: skip
    assert len(colours) > 5, "the marked words are not under the mark"


def test_a_huge_page_is_drawn_sharply_only_where_it_is_seen(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    huge = PageSizes(((9_000.0, 14_000.0), (30.0, 20.0), (595.0, 842.0)))
    engine._GetPageSizes = lambda *_: huge  # type: ignore[method-assign]
    session = open_window(engine)
    view = opened(qtbot, session)
    assert view.area_of(1, (0.0, 0.0, 9_000.0, 14_000.0)).width() < view.viewport().width()
    assert view.area_of(2, (0.0, 0.0, 30.0, 20.0)).width() == 90
    while view.scale < 2:
        view.zoom_in()
    qtbot.waitUntil(lambda: not view.sheets[1].detail.isNull())
    part = next(request.part for request in engine.of(DrawPage) if request.part)
    pixels = [picture.width() * picture.height() for picture in
              (view.sheets[1].picture, view.sheets[1].detail)]  # fmt: skip
    assert max(pixels) < 12_000_000
    assert view._layout.part_within(1, view._seen()).left() >= part[0] - 1


def test_the_document_on_the_screen_stays_when_the_library_changes(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    view = opened(qtbot, session)
    session.looking.pages.go_to(9)
    session.looking.pages.forget()
    qtbot.waitUntil(lambda: view.text_of(9) is not None and is_drawn(session, 9))
    assert view.page == 9


def test_a_new_conversation_leaves_no_marks_of_the_old_one(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    session.asking.begin_chat()
    view = opened(qtbot, session)
    assert (view.sheets[31].boxes, view.sheets[31].faint, view.strip.ticks) == ((), (), ())
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert view.page == 1


def test_a_page_that_is_come_back_to_at_once_is_drawn(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {DrawPage}
    session = open_window(engine)
    pictures = PagePictures(session.link)
    here, elsewhere = DrawingKey(1, 1, 500), DrawingKey(1, 40, 500)
    pictures.want([here])
    pictures.want([elsewhere])
    pictures.want([here])
    engine.release()
    qtbot.waitUntil(lambda: pictures.find(here) is not None)


def test_nothing_of_a_document_that_was_removed_stays(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    view = opened(qtbot, session)
    session.evidence.pane._toggle_thumbnails()
    qtbot.waitUntil(lambda: bool(session.evidence.pane.thumbnails.pictures))
    engine._GetPageSizes = lambda *_: PageSizes(())  # type: ignore[method-assign]
    session.looking.pages.forget()
    qtbot.waitUntil(lambda: not view.isVisible())
    assert session.looking.pages.bytes_kept == 0
    assert (dict(view.sheets), session.evidence.pane.thumbnails.pictures) == ({}, {})
    assert not session.evidence._page_button.isEnabled()


def test_a_picture_whose_pixels_do_not_fit_is_not_shown() -> None:
    assert as_image(Picture(4, 4, b"\0" * 63)).isNull()
    assert as_image(Picture(4, 4, b"\0" * 64)).format() == QImage.Format.Format_RGB32


def test_what_was_left_out_of_a_page_is_said_above_it(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    said = "Text that cannot be seen on this page was left out."
    pages = {31: Page(31, "31", 595.0, 842.0, "", (), said)}
    plain = Page(1, "1", 595.0, 842.0, "")
    engine._GetPage = lambda _n, body, *_: pages.get(body.page, plain)  # type: ignore[method-assign]
    session = open_window(engine)
    answered(qtbot, session)
    note = session.evidence.pane.note
    session.looking.pages.go_to(31)
    qtbot.waitUntil(lambda: note.text() == said and note.isVisible())
    session.looking.pages.go_to(30)
    qtbot.waitUntil(lambda: not note.isVisible())
    session.looking.pages.go_to(31)
    qtbot.waitUntil(note.isVisible)


def test_a_passage_that_gives_orders_carries_its_warning(qtbot: QtBot, open_window: Open) -> None:
    warning = "This passage contains text that gives orders to the model; it was not followed."
    engine = ScriptedEngine(make_documents())
    engine.answer = lambda question: _warned(make_answer(question), warning)
    session = open_window(engine)
    answered(qtbot, session)
    said = [[text.text() for text in card.findChildren(Text)] for card in session.evidence.hits]
    assert [warning in texts for texts in said] == [False, True, False]


def _warned(answer: Answer, warning: str) -> Answer:
    hits = list(answer.hits)
    hits[1] = replace(hits[1], warning=warning)
    return replace(answer, hits=tuple(hits))


def _spread(question: str) -> Answer:
    """Its evidence stands on the pages 5, 21 and 44 of the same document."""
    answer = make_answer(question)
    hits = tuple(
        replace(hit, document=1, page=page, boxes=boxes, marked_boxes=boxes)
        for hit, page, boxes in zip(answer.hits, (5, 21, 44), (BOXES, BOXES, BOXES_2), strict=True)
    )
    cited = [replace(c, document=1, page=5) for s in answer.sentences for c in s.citations]
    sentences = (replace(answer.sentences[0], citations=(cited[0],)),)
    return replace(answer, hits=hits, sentences=sentences)
