"""Forgetting in the window: what is asked, what leaves the screen, and the receipt."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.forgetting.receipt import Quotes
from app.engine.messages import ForgetEverything, RemoveDocuments
from app.gui.library.forgetting_dialogs import (
    EverythingDialog,
    ReceiptDialog,
    RemovalDialog,
    quotes_told,
)
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import REPORT, make_documents
from tests.gui.scripted_engine import ScriptedEngine


def removal(session: WindowSession, qtbot: QtBot) -> RemovalDialog:
    session.library.removal_wanted.emit([1])
    dialog = session.window.findChild(RemovalDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.goes_too.isVisible)
    return dialog


def receipt_of(session: WindowSession, qtbot: QtBot) -> ReceiptDialog:
    qtbot.waitUntil(lambda: session.window.findChild(ReceiptDialog) is not None)
    dialog = session.window.findChild(ReceiptDialog)
    assert dialog is not None
    return dialog


def test_what_quotes_a_document_is_asked_about_and_kept_unless_the_user_says_so(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.quotes = Quotes(2, 5, 3, 1)
    session = open_window(engine)
    dialog = removal(session, qtbot)
    assert not dialog.goes_too.isChecked()
    dialog.goes_too.setChecked(True)
    dialog.agree.click()
    receipt_of(session, qtbot).accept()
    assert engine.of(RemoveDocuments) == [RemoveDocuments((1,), True)]


def test_a_forgotten_document_leaves_the_screen_and_its_receipt_can_be_saved(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.quotes = Quotes(1, 0, 1, 0)
    session = open_window(engine)
    session.asking.ask("How long is the waiting time?")
    qtbot.waitUntil(lambda: bool(session.evidence.hits) and not session.asking.is_busy)
    dialog = removal(session, qtbot)
    dialog.goes_too.setChecked(True)
    dialog.agree.click()
    receipt = receipt_of(session, qtbot)
    assert not session.evidence.hits
    assert session.asking.chat is None
    for names in (True, False):
        path = tmp_path / f"{names}.md"
        session.forgetting._chooser.choose_new_file = (  # type: ignore[method-assign]
            lambda *asked, path=path: asked[-1](str(path))
        )
        receipt.saving_wanted.emit(names)
        assert (REPORT in path.read_text("utf-8")) is names


def test_a_library_is_forgotten_only_when_its_name_is_typed(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    session.settings.open()
    settings = session.settings.dialog
    assert settings is not None
    settings.privacy.forget.click()
    dialog = session.window.findChild(EverythingDialog)
    assert dialog is not None
    assert not dialog.agree.isEnabled()
    dialog.edit.setText("Vault")
    dialog.agree.click()
    qtbot.waitUntil(lambda: session.model.documents() == [] and bool(engine.of(ForgetEverything)))
    receipt_of(session, qtbot).accept()


@pytest.mark.parametrize(
    ("quotes", "told"),
    [
        (Quotes(1, 0, 1, 1), "1 answer rests on them, 1 example quotes them"),
        (Quotes(2, 1, 2, 0), "2 answers rest on them, 1 answer shows passages of them"),
    ],
)
def test_what_quotes_a_document_is_counted_as_the_language_does(quotes: Quotes, told: str) -> None:
    assert quotes_told(quotes) == told
