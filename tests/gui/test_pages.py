"""The right pane: from a mark to the lines on the page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.types import Answer, Line, Page, Picture
from app.engine.messages import DrawPage, GetPage
from app.gui.evidence_panel import Place
from app.gui.page_session import as_image
from app.gui.page_sheet import MARGIN
from app.gui.parts import Text
from app.gui.turn_view import TurnView
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import BOXES, BOXES_2, make_answer, make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask


def answered(qtbot: QtBot, session: WindowSession) -> TurnView:
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    qtbot.waitUntil(lambda: not session.evidence.page.sheet.image.isNull())
    return turn


def test_a_mark_shows_its_page_with_the_lines_marked(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    turn = answered(qtbot, session)
    where = turn.text.mark_area(1).center().toPoint()
    QTest.mouseClick(turn.text.viewport(), Qt.MouseButton.LeftButton, pos=where)
    sheet = session.evidence.page.sheet
    qtbot.waitUntil(lambda: sheet.boxes == BOXES_2 and not sheet.image.isNull())
    assert engine.of(GetPage)[-1] == GetPage(1, 31)
    area = sheet.area_of(BOXES_2[0])
    assert abs(area.center().x() - MARGIN - (72 + 512) / 2 * sheet.scale) < 1
    assert abs(area.center().y() - MARGIN - (354 + 368) / 2 * sheet.scale) < 1
    drawn = sheet.grab().toImage()
    ratio = drawn.devicePixelRatio()
    inside = drawn.pixelColor(QPoint(int(area.right() - 3), int(area.center().y())) * ratio)
    assert inside.blue() < 180 < inside.red()


def test_the_marked_lines_are_scrolled_into_view(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    page = session.evidence.page
    for _ in range(4):
        page.zoom_in()
    session.pages.show(Place(1, "x.pdf", 31, ((72.0, 700.0, 300.0, 712.0),)))
    room = page.viewport().rect()
    qtbot.waitUntil(lambda: room.contains(page.mark_areas()[0].center().toPoint()))


def test_the_picture_is_asked_for_at_the_size_it_is_shown(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    page = session.evidence.page
    page.zoom_in()
    wanted = DrawPage(1, 31, round(page.wanted_scale(), 3))
    qtbot.waitUntil(lambda: engine.of(DrawPage)[-1] == wanted)


def test_pages_can_be_turned_and_lose_the_marks(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    session.evidence.page_wanted.emit(1)
    qtbot.waitUntil(lambda: engine.of(DrawPage)[-1].page == 32)
    assert session.evidence.page.sheet.boxes == ()
    assert session.evidence._number.text() == "32"
    assert session.evidence._of.text() == "of 48"


def test_a_page_number_can_be_typed(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    session.evidence._number.setText("7")
    QTest.keyClick(session.evidence._number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: engine.of(DrawPage)[-1].page == 7)
    session.evidence._number.setText("4711")
    QTest.keyClick(session.evidence._number, Qt.Key.Key_Return)
    assert engine.of(DrawPage)[-1].page == 7


def test_the_quote_can_be_copied_with_its_source(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    session.evidence.copy_quote()
    copied = QApplication.clipboard().text()
    assert copied.startswith("“The average waiting time")
    assert copied.endswith("Foundation.pdf, page 31)")


def test_a_page_that_was_drawn_is_not_drawn_again(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    session.evidence.page_wanted.emit(1)
    qtbot.waitUntil(lambda: not session.evidence.page.sheet.image.isNull())
    count = len(engine.of(DrawPage))
    session.evidence.page_wanted.emit(-1)
    assert not session.evidence.page.sheet.image.isNull()
    assert len(engine.of(DrawPage)) == count


def test_the_pieces_of_evidence_are_gone_through_in_order(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    assert session.evidence._evidence.text() == "Evidence 1 of 3"
    assert session.evidence.page.sheet.boxes == BOXES
    session.evidence._evidence_next.click()
    assert session.evidence._evidence.text() == "Evidence 2 of 3"
    assert session.evidence.page.sheet.boxes == BOXES_2


def test_a_passage_leads_to_its_page(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    answered(qtbot, session)
    session.evidence.hits[2].chosen.emit()
    assert session.evidence._name.text().startswith("Minutes board")
    assert session.evidence._evidence.text() == "Evidence 3 of 3"


def test_lines_of_a_page_can_be_selected_and_copied(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    text = "First line\nSecond line\nThird line"
    boxes = [(72.0, 100.0 + 20 * row, 300.0, 112.0 + 20 * row) for row in range(3)]
    spans = [(0, 10), (11, 22), (23, 33)]
    lines = tuple(Line(*span, box) for span, box in zip(spans, boxes, strict=True))
    engine._GetPage = lambda *_: Page(31, "31", 595.0, 842.0, text, lines)  # type: ignore[method-assign]
    session = open_window(engine)
    answered(qtbot, session)
    page = session.evidence.page
    qtbot.waitUntil(lambda: page.sheet.cursor().shape() == Qt.CursorShape.IBeamCursor)
    start = page.sheet.area_of(boxes[0]).topLeft().toPoint()
    end = page.sheet.area_of(boxes[1]).bottomRight().toPoint()
    QTest.mousePress(page.sheet, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.sheet, end)
    QTest.mouseRelease(page.sheet, Qt.MouseButton.LeftButton, pos=end)
    QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "First line\nSecond line"


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
    note = session.evidence._note
    session.pages.go_to(31)
    qtbot.waitUntil(lambda: note.text() == said and note.isVisible())
    session.pages.go_to(30)
    qtbot.waitUntil(lambda: not note.isVisible())
    session.pages.go_to(31)
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
