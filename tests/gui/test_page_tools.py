"""What can be done with the document beside the answer: search, select, go, save."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.core.types import Document, State
from app.engine.messages import (
    Cancel,
    DrawPage,
    EngineFailed,
    FindInDocument,
    GetLetters,
    SavePages,
)
from app.gui.evidence.page_pane import PagePane
from app.gui.evidence.page_view import PageView
from app.gui.evidence.saving_dialog import SavingDialog
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.scripted_pages import make_page
from tests.gui.test_access import nameless
from tests.gui.test_pages import answered, is_drawn, opened

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def search(qtbot: QtBot, pane: PagePane, words: str, count: str) -> None:
    """With the keyboard alone."""
    qtbot.waitUntil(pane.window().isActiveWindow)
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_F, CTRL)
    qtbot.waitUntil(pane.search.edit.hasFocus)
    QTest.keyClicks(pane.search.edit, words)
    qtbot.waitUntil(lambda: pane.search.count.text() == count)


def test_words_are_searched_in_the_document_and_gone_through(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    view, pane = opened(qtbot, session), session.evidence.pane
    search(qtbot, pane, "ORTHOPÄDIC", "Not found")
    pane.search.edit.clear()
    search(qtbot, pane, "Orthopaedics", "1 of 48")
    assert len(view.strip.ticks) == 48 + 1
    QTest.keyClick(pane.search.edit, Qt.Key.Key_Return)
    assert pane.search.count.text() == "2 of 48"
    qtbot.waitUntil(lambda: view.page == 2)
    QTest.keyClick(pane.search.edit, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(pane.search.edit, Qt.Key.Key_F3, SHIFT)
    assert pane.search.count.text() == "48 of 48"
    qtbot.waitUntil(lambda: view.page == 48 and view.text_of(48) is not None)
    text = make_page(1, 48).text
    assert view.sheets[48].match == (text.index("orthopaedics"), text.index("orthopaedics") + 12)
    qtbot.waitUntil(lambda: GetLetters(1, 48) in engine.of(GetLetters))


def test_a_search_begins_at_the_page_that_is_looked_at(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    opened(qtbot, session)
    session.looking.pages.go_to(20)
    search(qtbot, session.evidence.pane, "surgeons", "20 of 48")


def test_esc_ends_the_search_and_leaves_its_place_selected(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    view, pane = opened(qtbot, session), session.evidence.pane
    search(qtbot, pane, "surgeons", "1 of 48")
    QTest.keyClick(pane.search.edit, Qt.Key.Key_Escape)
    assert not pane.search.isVisible()
    assert (view.strip.ticks, view.sheets[1].matches) == ((), ())
    QTest.keyClick(view, Qt.Key.Key_Right, CTRL | SHIFT)
    QTest.keyClick(view, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "surgeons were"


def test_esc_ends_the_search_from_the_pages_too(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    view, pane = opened(qtbot, session), session.evidence.pane
    search(qtbot, pane, "surgeons", "1 of 48")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not pane.search.isVisible()


def test_the_same_words_are_searched_in_the_next_document(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    opened(qtbot, session)
    search(qtbot, session.evidence.pane, "surgeons", "1 of 48")
    session.library.document_opened.emit(3)
    qtbot.waitUntil(lambda: FindInDocument(3, "surgeons") in engine.sent)
    qtbot.waitUntil(lambda: session.evidence.pane.search.count.text() == "1 of 112")


def test_ctrl_f_filters_the_library_where_no_document_has_the_keyboard(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    opened(qtbot, session)
    qtbot.waitUntil(session.window.isActiveWindow)
    session.conversation.question.take_focus()
    session.window.action("filter").trigger()
    assert not session.evidence.pane.search.isVisible()
    session.evidence.page.setFocus()
    session.window.action("filter").trigger()
    assert session.evidence.pane.search.isVisible()


@pytest.fixture
def lettered(qtbot: QtBot, open_window: Open) -> PageView:
    """The first page of a document, with its letters."""
    session = open_window(ScriptedEngine(make_documents()))
    view = opened(qtbot, session)
    QTest.mouseMove(view.viewport(), point(view, "Departments", 3))
    QTest.mouseMove(view.viewport(), point(view, "Departments", 4))

    def has_letters() -> bool:
        text = view.text_of(1)
        return text is not None and text.is_precise

    qtbot.waitUntil(has_letters)
    return view


def point(view: PageView, words: str, letters: int) -> QPoint:
    """In the viewport, behind so many letters of the first line that holds some words."""
    page = make_page(1, 1)
    text = view.text_of(1)
    assert text is not None
    place = page.text.index(words) + letters
    x0, y0, _, y1 = text.box_at(place)
    return view.area_of(1, (x0, y0, x0, y1)).center().toPoint()


def test_text_is_selected_by_letters_over_lines(lettered: PageView) -> None:
    start, end = point(lettered, "Waiting times", 8), point(lettered, "The average", 11)
    QTest.mousePress(lettered.viewport(), LEFT, pos=start)
    QTest.mouseMove(lettered.viewport(), end)
    QTest.mouseRelease(lettered.viewport(), LEFT, pos=end)
    QTest.keyClick(lettered, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == (
        "times improved in every department, and nowhere more than in orthopaedics.\nThe average"
    )
    assert lettered.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_a_double_click_selects_a_word_and_a_third_its_line(lettered: PageView) -> None:
    where = point(lettered, "orthopaedics", 4)
    QTest.mouseDClick(lettered.viewport(), LEFT, pos=where)
    assert lettered.selection.text() == "orthopaedics"
    QTest.mousePress(lettered.viewport(), LEFT, pos=where)
    assert lettered.selection.text().startswith("Waiting times improved")
    QTest.mouseRelease(lettered.viewport(), LEFT, pos=where)


def test_a_whole_page_is_selected_by_keyboard(lettered: PageView) -> None:
    QTest.keyClick(lettered, Qt.Key.Key_A, CTRL)
    lettered.copy()
    assert QApplication.clipboard().text() == make_page(1, 1).text.strip("\n")
    names = [action.text() for action in lettered.selection_menu().actions()]
    assert names == ["Copy", "Select the whole page", "Summarise these lines"]


def test_the_keyboard_goes_through_a_document(lettered: PageView) -> None:
    bar = lettered.verticalScrollBar()
    QTest.keyClick(lettered, Qt.Key.Key_End)
    assert (bar.value(), lettered.page) == (bar.maximum(), 48)
    QTest.keyClick(lettered, Qt.Key.Key_Home)
    assert (bar.value(), lettered.page) == (0, 1)
    QTest.keyClick(lettered, Qt.Key.Key_Space)
    once = bar.value()
    assert once > lettered.viewport().height() / 2
    QTest.keyClick(lettered, Qt.Key.Key_PageDown)
    QTest.keyClick(lettered, Qt.Key.Key_Space, SHIFT)
    assert bar.value() == once


def test_zoom_keeps_what_is_in_the_middle(lettered: PageView) -> None:
    lettered.verticalScrollBar().triggerAction(
        lettered.verticalScrollBar().SliderAction.SliderPageStepAdd
    )
    middle = lettered.viewport().rect().center().toPointF()
    page, before = lettered.page_under(middle)
    for _ in range(3):
        lettered.zoom_in()
    after = lettered.page_under(middle)
    assert after[0] == page
    assert (after[1] - before).manhattanLength() < 3
    lettered.fit_page()
    whole = lettered.area_of(page, (0.0, 0.0, 595.0, 842.0))
    assert whole.height() <= lettered.viewport().height()


def test_small_pictures_lead_to_their_pages_and_show_where_evidence_is(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    answered(qtbot, session)
    pane, strip = session.evidence.pane, session.evidence.pane.thumbnails
    assert not strip.isVisible()
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: strip.isVisible() and 31 in strip.pictures)
    assert strip.currentIndex().row() == 30
    assert strip.is_marked(31)
    assert not strip.is_marked(30)
    text = strip.model().data(strip.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Page 31, with evidence"
    small = {request.page for request in engine.of(DrawPage) if request.scale < 0.3}
    assert len(small) < 12
    strip.setFocus()
    index = strip.model().index(28, 0)
    strip.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.SelectCurrent)
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert pane.view.page == 29
    assert not nameless(session.window)


def test_pages_are_saved_where_the_user_says(
    qtbot: QtBot, open_window: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    opened(qtbot, session)
    session.evidence.page.setFocus()
    QTest.keyClick(session.evidence.page, Qt.Key.Key_P, CTRL)
    dialog = session.window.findChild(SavingDialog)
    assert dialog is not None
    for typed in ("0", "49", "3-2", "x", "", "1-2-3"):
        dialog.edit.setText(typed)
        assert not dialog.save.isEnabled(), typed
    dialog.edit.setText(" 3 – 9 ")
    assert dialog.note.text() == "7 pages"
    dialog.save.click()
    chooser = session.window.findChild(QFileDialog)
    assert chooser is not None
    path = str(tmp_path_factory.mktemp("saved") / "a.pdf")
    chooser.fileSelected.emit(path)
    chooser.close()
    assert engine.of(SavePages) == [SavePages(1, 3, 9, path)]
    told = "7 pages saved in “a.pdf”. Print it with your PDF program."
    qtbot.waitUntil(lambda: session.evidence.pane._saved.text() == told)


def test_saving_pages_can_be_stopped(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {SavePages}
    session = open_window(engine)
    opened(qtbot, session)
    session.looking.saving.save(SavePages(1, 1, 48, "/x/a.pdf"))
    pane = session.evidence.pane
    assert pane._stop.isVisible()
    pane._stop.click()
    qtbot.waitUntil(lambda: pane._saved.text() == "Stopped. Nothing was saved.")
    assert any(isinstance(steered, Cancel) for steered in engine.steered)


def test_a_page_that_cannot_be_drawn_says_so_and_the_others_are_shown(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    draw = engine._DrawPage

    def refuse_first(number: int, request: DrawPage, *more: object) -> object:
        return refused if request.page == 1 else draw(number, request, *more)

    refused = EngineFailed("Drawing this page crashed the reader.")
    engine._DrawPage = refuse_first  # type: ignore[method-assign, assignment]
    session = open_window(engine)
    session.library.document_opened.emit(1)
    sheets = session.evidence.page.sheets
    told = "This page could not be drawn.\nDrawing this page crashed the reader."
    qtbot.waitUntil(lambda: sheets[1].message == told)
    qtbot.waitUntil(lambda: is_drawn(session, 2) or 2 not in session.evidence.page.pages_seen())
    assert len([r for r in engine.of(DrawPage) if r.page == 1]) == 1


def test_a_screen_reader_is_told_which_page_is_looked_at(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    view = opened(qtbot, session)
    session.looking.pages.go_to(7)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Pages of a document"
    assert interface.text(QAccessible.Text.Description) == "Page 7 of 48"
    assert ("Next evidence", "Alt+Down") in session.window.list_keys()


def test_a_document_of_thousands_of_pages_is_laid_out_at_once(
    qtbot: QtBot, open_window: Open
) -> None:
    big = Document(1, "/s", "/s/big.pdf", "big.pdf", State.READY, 20_000, 20_000)
    session: WindowSession = open_window(ScriptedEngine((big,)))
    view = opened(qtbot, session)
    session.looking.pages.go_to(20_000)
    qtbot.waitUntil(lambda: is_drawn(session, 20_000))
    assert view.page == 20_000
    assert len(view.sheets) < 20
