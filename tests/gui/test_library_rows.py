"""The rows of the library: what they say, what they offer, which are shown and in what order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.events import InHand
from app.core.types import Document, Gap, Presence, State
from app.engine.messages import GivePassword, RemoveDocuments, Reread
from app.gui.dialogs import PasswordDialog
from app.gui.library.coverage import cover_of, told
from app.gui.library.library_delegate import Part, split
from app.gui.library.library_dialogs import CoverageDialog, PlaceDialog
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_view import Order, Standing, View, standing
from app.gui.library.library_words import second_line, spoken
from app.gui.parts import Text
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine

DAY = 86_400 * 10**9


def document(number: int, name: str, state: State = State.READY, **more: object) -> Document:
    return Document(number, "/s", f"/s/{name}", name, state, **more)  # type: ignore[arg-type]


def names(model: LibraryModel) -> list[str]:
    """The documents that are shown, from top to bottom."""
    rows = (model.index(row) for row in range(model.rowCount()))
    found = (index.data(LibraryModel.DocumentRole) for index in rows)
    return [document.name for document in found if document]


def click(session: WindowSession, number: int, part: Part) -> None:
    """With the mouse, on the part of a document's row."""
    rows = session.library.rows
    area = rows.visualRect(session.model.row_of(number))
    for x in range(area.right(), area.left(), -3):
        for y in range(area.top(), area.bottom(), 3):
            if rows.part_at(QPoint(x, y))[1] is part:
                QTest.mouseClick(
                    rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x - 3, y + 3)
                )
                return
    raise AssertionError(f"{part} is nowhere in the row")


@pytest.fixture
def model() -> LibraryModel:
    model = LibraryModel()
    model.load(
        (
            document(1, "Règlement.pdf", pages=3, pages_read=3, modified=2 * DAY),
            document(2, "annexe.pdf", State.FAILED, modified=3 * DAY, reason="It is damaged."),
            document(3, "Zeitplan.pdf", pages=90, pages_read=80, modified=DAY),
        ),
        ("/s",),
    )
    return model


def test_documents_are_found_by_name_accents_and_capitals_aside(model: LibraryModel) -> None:
    model.show(View("REGLE"))
    assert names(model) == ["Règlement.pdf"]
    model.show(View("pdf plan"))
    assert names(model) == ["Zeitplan.pdf"]


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.NAME, "annexe.pdf"),
        (Order.DATE, "annexe.pdf"),
        (Order.PAGES, "Zeitplan.pdf"),
        (Order.STANDING, "annexe.pdf"),
    ],
)
def test_documents_are_sorted_as_is_wished(model: LibraryModel, order: Order, first: str) -> None:
    model.show(View(order=order))
    assert names(model)[0] == first
    assert len(names(model)) == 3


def test_figures_in_names_are_sorted_as_figures() -> None:
    model = LibraryModel()
    found = ("Invoice 10.pdf", "Invoice 9.pdf", "invoice 100.pdf")
    model.load(tuple(document(i, name) for i, name in enumerate(found)), ("/s",))
    assert names(model) == ["Invoice 9.pdf", "Invoice 10.pdf", "invoice 100.pdf"]


def test_documents_are_shown_by_their_state_and_by_what_they_lack(model: LibraryModel) -> None:
    model.show(View(standings=frozenset({Standing.FAILED})))
    assert names(model) == ["annexe.pdf"]
    model.show(View(without_text=True))
    assert names(model) == ["Zeitplan.pdf"]


def test_the_tick_of_a_folder_is_about_what_is_shown_of_it(model: LibraryModel) -> None:
    model.show(View("annexe"))
    model.setData(model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.scope() == (1, 3)
    assert model.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_document_that_is_changed_says_so_until_it_is_read(qtbot: QtBot) -> None:
    model = LibraryModel()
    before = document(1, "a.pdf", pages=2, pages_read=2)
    model.load((before,), ("/s",))
    model.update_document(replace(before, is_changed=True))
    assert standing(model.documents()[0]) is Standing.CHANGED
    assert "read again" in model.row_of(1).data(Qt.ItemDataRole.ToolTipRole)


def test_a_row_says_how_far_its_document_is(model: LibraryModel) -> None:
    model.show_in_hand((InHand(3, 12, 90),))
    told = model.row_of(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Zeitplan.pdf, Reading, page 12 of 90"


def test_what_is_wrong_with_a_document_stands_in_its_row_and_is_spoken(
    model: LibraryModel,
) -> None:
    failed = model.document(2)
    assert failed
    assert second_line(failed, None, Order.NAME) == "It is damaged."
    assert spoken(failed, None) == "annexe.pdf, Could not be read, It is damaged., Try again"


def test_thousands_that_come_in_are_arranged_together(qtbot: QtBot) -> None:
    model = LibraryModel()
    model.load((), ())
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    for number in range(1, 2_001):
        model.update_document(document(number, f"{number}.pdf", State.WAITING))
    qtbot.waitUntil(lambda: resets == [2_001])


def test_a_password_is_asked_for_with_one_click(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    click(session, 6, Part.REMEDY)
    dialog = session.window.findChild(PasswordDialog)
    assert dialog is not None
    dialog.edit.setText("secret")
    dialog.give.click()
    qtbot.waitUntil(lambda: engine.of(GivePassword) == [GivePassword(6, "secret")])


def test_what_failed_is_tried_again_or_left_out_with_one_click(
    qtbot: QtBot, open_window: Open
) -> None:
    broken = document(1, "a.pdf", State.FAILED, reason="It is damaged.")
    engine = ScriptedEngine((broken, replace(broken, id=2, name="b.pdf")))
    session = open_window(engine)
    click(session, 1, Part.REMEDY)
    qtbot.waitUntil(lambda: engine.of(Reread) == [Reread(1)])
    click(session, 2, Part.LEAVE_OUT)
    qtbot.waitUntil(lambda: engine.of(RemoveDocuments) == [RemoveDocuments((2,))])
    qtbot.waitUntil(lambda: names(session.model) == ["a.pdf"])


def test_a_scan_is_not_offered_to_be_read_again_but_to_be_left_out(
    qtbot: QtBot, open_window: Open
) -> None:
    scan = document(1, "scan.pdf", State.FAILED, pages=3, reason="Only pictures.")
    engine = ScriptedEngine((scan,))
    session = open_window(engine)
    click(session, 1, Part.REMEDY)
    qtbot.waitUntil(lambda: engine.of(RemoveDocuments) == [RemoveDocuments((1,))])


def test_all_that_failed_are_tried_again_at_once(qtbot: QtBot, open_window: Open) -> None:
    broken = document(1, "a.pdf", State.FAILED, reason="It is damaged.")
    engine = ScriptedEngine((broken, replace(broken, id=2, name="b.pdf")))
    session = open_window(engine)
    session.library.show_problems()
    session.library._again.click()
    qtbot.waitUntil(lambda: engine.of(Reread) == [Reread(1), Reread(2)])


def test_the_order_is_kept_for_the_next_time(open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.library.show_view(View("annual", order=Order.DATE))
    session.window.close()
    again = open_window(ScriptedEngine(make_documents()))
    assert again.model.view == View(order=Order.DATE)


def test_folders_are_closed_and_opened_with_the_arrow_keys(open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    rows = session.library.rows
    rows.setCurrentIndex(session.model.row_of(1))
    QTest.keyClick(rows, Qt.Key.Key_Left)
    assert rows.currentIndex().row() == 0
    QTest.keyClick(rows, Qt.Key.Key_Left)
    assert session.model.rowCount() == 1
    QTest.keyClick(rows, Qt.Key.Key_Right)
    assert session.model.rowCount() == 7


def test_what_is_chosen_stays_chosen_when_documents_come_in(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    rows = session.library.rows
    rows.setCurrentIndex(session.model.row_of(3))
    first = make_documents()[0]
    session.model.update_document(replace(first, id=99, name="AAA.pdf"))
    qtbot.waitUntil(lambda: session.model.rowCount() == 8)
    assert [document.id for document in rows.chosen()] == [3]


def test_only_what_is_shown_can_be_asked_with_one_click(open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    panel = session.library
    assert panel._these.isHidden()
    panel.show_view(View("annual"))
    panel._these.click()
    assert session.model.ticked() == 1
    assert session.conversation.question.scope.text() == "Asking 1 of 6 documents"
    assert panel._count.text() == "Asking 1 of 6 documents"


def test_where_a_document_lies_is_told_and_can_be_copied(open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    menu = session.library.actions_of.for_documents(session.model.documents()[:1])
    next(a for a in menu.actions() if a.text().startswith("Show in folder")).trigger()
    dialog = session.window.findChild(PlaceDialog)
    assert dialog is not None
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().rstrip("/") == "/home/anna/Cases/Meridian"


def test_the_picture_of_the_library_says_in_words_what_it_shows(model: LibraryModel) -> None:
    cover = cover_of(model.documents())
    assert told(cover) == "83 pages read · 10 pages without text · 1 document could not be read"
    read, waiting, without, failed = cover.shares()
    assert read > without >= failed > waiting == 0


def test_pages_that_are_only_pictures_are_said_to_be_so(qtbot: QtBot, open_window: Open) -> None:
    engine = ScriptedEngine(make_documents())
    engine.gaps = (Gap("The page is only a picture: it has no text layer.", 12, 2),)
    session = open_window(engine)
    session.library._cover.chosen.emit()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in session.window.findChildren(CoverageDialog)))
    (dialog,) = session.window.findChildren(CoverageDialog)
    said = [text.text() for text in dialog.findChildren(Text)]
    assert "12 pages of 2 documents are only pictures, as scans are." in said
    dialog.without_text_wanted.emit()
    assert session.model.view.without_text


def test_a_long_name_is_cut_after_a_word(qtbot: QtBot, open_window: Open) -> None:
    metrics = open_window(ScriptedEngine()).library.fontMetrics()
    name = "Framework contract for IT services 2024-118.pdf"
    first, rest = split(name, metrics, metrics.horizontalAdvance(name) * 2 // 3)
    assert f"{first} {rest}" == name
    assert split(name, metrics, 2_000) == (name, "")


def test_what_is_away_is_not_offered_to_be_read_again(open_window: Open) -> None:
    away = document(1, "a.pdf", pages=2, pages_read=2, presence=Presence.AWAY)
    session = open_window(ScriptedEngine((away,)))
    menu = session.library.actions_of.for_documents([away])
    assert not any(a.text() == "Read again" for a in menu.actions())
