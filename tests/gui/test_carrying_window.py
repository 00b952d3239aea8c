"""Carrying a library in the window: what is asked, what is sent, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.engine.messages import (
    AddPaths,
    EngineFailed,
    ExportLibrary,
    GetChats,
    ImportLibrary,
    NameKey,
    Signer,
)
from app.gui.dialogs import Confirmation
from app.gui.drops import describe, sort_paths
from app.gui.library.carrying_dialogs import CarriedDialog, ExportDialog
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_carrying import PRINT
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_access import nameless
from tests.gui.test_library import drop
from tests.gui.test_settings_window import button, open_settings

Found = TypeVar("Found", bound=QDialog)


def told(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def find(session: WindowSession, qtbot: QtBot, kind: type[Found]) -> Found:
    qtbot.waitUntil(lambda: session.window.findChild(kind) is not None)
    found = session.window.findChild(kind)
    assert found is not None
    return found


def empty_engine(signer: Signer | None = None) -> ScriptedEngine:
    """One with an empty library, to which the documents come with an import."""
    engine = ScriptedEngine()
    engine.arriving = make_documents()
    engine.carried = replace(engine.carried, signer=signer)
    return engine


def save_as(session: WindowSession, path: Path) -> None:
    """What the user will choose as a new file."""
    session.carrying._chooser.choose_name = (  # type: ignore[method-assign]
        lambda *asked: asked[-1](str(path))
    )


def test_a_library_is_exported_with_what_the_user_decides(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    button(open_settings(qtbot, session), "Export library").click()
    dialog = find(session, qtbot, ExportDialog)
    assert not dialog.documents.isChecked()
    assert not dialog.chats.isChecked()
    dialog.documents.setChecked(True)
    session.carrying._chooser.choose_file = (  # type: ignore[method-assign]
        lambda *asked: asked[-1]("/keys/anna.key")
    )
    dialog.sign.click()
    assert "/keys/anna.key" in told(dialog)
    save_as(session, tmp_path / "cases")
    dialog.go_on.click()
    done = find(session, qtbot, CarriedDialog)
    file = str(tmp_path / "cases.strongroom")
    assert engine.of(ExportLibrary) == [ExportLibrary(file, True, False, "/keys/anna.key")]
    assert f"Signed with the key {PRINT}" in told(done)
    assert "12 documents, 340 pages" in told(done)


def test_a_file_that_is_there_is_never_exported_over(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.window.action("export-library").trigger()
    dialog = find(session, qtbot, ExportDialog)
    there = tmp_path / "cases.strongroom"
    there.touch()
    save_as(session, there)
    dialog.go_on.click()
    assert dialog.notice.isVisible()
    assert "There is a file of that name already." in told(dialog)
    assert engine.of(ExportLibrary) == []


def test_a_dropped_library_is_imported_and_its_conversations_are_loaded(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = empty_engine()
    session = open_window(engine)
    before = len(engine.of(GetChats))
    file = tmp_path / "Cases.STRONGROOM"
    file.touch()
    assert describe(sort_paths([str(file)])) == "Import this library"
    drop(session.window, [file])
    dialog = find(session, qtbot, CarriedDialog)
    assert engine.of(ImportLibrary) == [ImportLibrary(str(file))]
    assert engine.of(AddPaths) == []
    assert "It is not signed: nobody vouches for it." in told(dialog)
    qtbot.waitUntil(lambda: len(session.model.documents()) == len(engine.arriving))
    qtbot.waitUntil(lambda: len(engine.of(GetChats)) > before)


def test_documents_dropped_with_a_library_are_added_after_it(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = empty_engine()
    session = open_window(engine)
    session.add(sort_paths(["/stick/new.pdf", "/stick/cases.strongroom"]))
    qtbot.waitUntil(lambda: bool(engine.of(AddPaths)))
    work = [body for body in engine.sent if isinstance(body, AddPaths | ImportLibrary)]
    assert work == [ImportLibrary("/stick/cases.strongroom"), AddPaths(("/stick/new.pdf",))]


@pytest.mark.parametrize(
    ("signer", "sentence", "can_be_named"),
    [
        (Signer(PRINT), "This key is new here", True),
        (Signer(PRINT, since=1_700_000_000), "seen here since 14 Nov 2023", True),
        (Signer(PRINT, "Anna", 1_700_000_000), f"Signed by {PRINT}, known as Anna.", False),
    ],
)
def test_who_signed_an_imported_library_is_told(
    qtbot: QtBot, open_window: Open, signer: Signer, sentence: str, can_be_named: bool
) -> None:
    session = open_window(empty_engine(signer))
    session.carrying.take_in("/stick/cases.strongroom")
    dialog = find(session, qtbot, CarriedDialog)
    assert sentence in told(dialog)
    assert hasattr(dialog, "edit") is can_be_named


def test_a_key_can_be_named_and_why_not_is_told(qtbot: QtBot, open_window: Open) -> None:
    engine = empty_engine(Signer(PRINT))
    engine.naming = EngineFailed("The file of known keys cannot be understood.")
    session = open_window(engine)
    session.carrying.take_in("/stick/cases.strongroom")
    dialog = find(session, qtbot, CarriedDialog)
    assert not dialog.give.isEnabled()
    dialog.edit.setText(" Anna ")
    dialog.give.click()
    qtbot.waitUntil(lambda: "cannot be understood" in told(dialog))
    engine.naming = None
    dialog.give.click()
    qtbot.waitUntil(lambda: "known by this name" in told(dialog))
    assert engine.of(NameKey) == [NameKey(PRINT, "Anna")] * 2


def test_a_dialog_closed_before_its_key_is_named_is_not_missed(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = empty_engine(Signer(PRINT))
    engine.holds = {NameKey}
    session = open_window(engine)
    session.carrying.take_in("/stick/cases.strongroom")
    dialog = find(session, qtbot, CarriedDialog)
    dialog.edit.setText("Anna")
    dialog.give.click()
    qtbot.waitUntil(lambda: bool(engine.of(NameKey)))
    waiting = len(session.link._exchanges)
    dialog.accept()
    qtbot.waitUntil(lambda: session.window.findChild(CarriedDialog) is None)
    engine.release()
    qtbot.waitUntil(lambda: len(session.link._exchanges) < waiting)


def test_vectors_of_another_search_model_can_be_made_anew(qtbot: QtBot, open_window: Open) -> None:
    engine = empty_engine()
    engine.carried = replace(engine.carried, lacks_vectors=True, missing=2)
    session = open_window(engine)
    session.carrying.take_in("/stick/cases.strongroom")
    dialog = find(session, qtbot, CarriedDialog)
    assert "The files of 2 documents did not come along" in told(dialog)
    buttons = {b.accessibleName(): b for b in dialog.findChildren(QPushButton)}
    buttons["Make new vectors"].click()
    qtbot.waitUntil(lambda: engine.of(AddPaths) == [AddPaths(())])


def test_into_a_library_that_is_not_empty_nothing_is_imported(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    button(open_settings(qtbot, session), "Import library").click()
    dialog = find(session, qtbot, Confirmation)
    assert "There is a library here already" in told(dialog)
    assert "Open another library and import it there" in told(dialog)
    dialog.agree.click()
    assert session.settings.dialog is not None
    session.carrying.take_in("/stick/cases.strongroom")
    assert engine.of(ImportLibrary) == []


def test_what_the_engine_refuses_is_told(qtbot: QtBot, open_window: Open) -> None:
    engine = empty_engine()
    session = open_window(engine)
    engine.documents = make_documents()  # came meanwhile
    session.carrying.take_in("/stick/cases.strongroom")
    notice = session.conversation.notice
    qtbot.waitUntil(notice.isVisible)
    assert "There is a library in this vault already." in notice.accessibleName()
    assert session.window.findChild(CarriedDialog) is None


def test_an_import_tells_how_far_it_is_and_can_be_stopped(qtbot: QtBot, open_window: Open) -> None:
    engine = empty_engine()
    engine.holds, engine.arriving = {ImportLibrary}, ()
    session = open_window(engine)
    session.carrying.take_in("/stick/cases.strongroom")
    card = session.library.progress
    qtbot.waitUntil(lambda: "Importing the library" in card._title.text())
    assert card._facts.text().replace("\u00a0", " ") == "40 %"
    assert card._bar.value() == 400
    assert card._stop.accessibleName() == "Stop; nothing stays half done"
    card._stop.click()
    qtbot.waitUntil(lambda: not session.indexing.is_busy)
    qtbot.waitUntil(card.isHidden)
    assert session.window.findChild(CarriedDialog) is None


def test_every_control_of_its_dialogs_has_a_name(qtbot: QtBot, open_window: Open) -> None:
    engine = empty_engine(Signer(PRINT))
    engine.carried = replace(engine.carried, lacks_vectors=True)
    session = open_window(engine)
    session.carrying.ask_what()
    dialog = find(session, qtbot, ExportDialog)
    dialog.show_key("/keys/anna.key")
    assert nameless(dialog) == []
    dialog.reject()
    session.carrying.take_in("/stick/cases.strongroom")
    assert nameless(find(session, qtbot, CarriedDialog)) == []
