"""The window leaves no names of files behind, opens no port, and copies nothing by itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.gui.application import choose_platform
from app.gui.dialogs import Confirmation
from app.gui.file_chooser import FileChooser, keep_dialogs_from_writing
from app.gui.parts import Text
from tests.deadlines import PATIENCE
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask

SECRET = "Merger with Northwind"
CHOOSING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from app.gui.application import leave_no_traces, make_application
from app.gui.dialogs import Confirmation
from app.gui.file_chooser import FileChooser
from app.system.paths import find_paths

leave_no_traces(find_paths(Path(sys.argv[1])))
application = make_application()
chosen = []
FileChooser().choose_files(None, "Add documents", "Documents (*.pdf *.eml)", chosen.extend)
dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
dialog.setDirectory(str(Path(sys.argv[2]).parent))
dialog.selectFile(sys.argv[2])
dialog.destroyed.connect(lambda: QTimer.singleShot(0, application.quit))
QTimer.singleShot(200, dialog.accept)
application.exec()
assert chosen == [sys.argv[2]], chosen
"""


def open_dialog(parent: QWidget) -> QFileDialog:
    dialog = parent.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    return dialog


def test_choosing_files_writes_nothing_outside_our_home(tmp_path: Path) -> None:
    user, own = tmp_path / "user", tmp_path / "user" / "own"
    folder = tmp_path / SECRET
    for made in (user, folder):
        made.mkdir()
    document = folder / "Offer.pdf"
    document.write_bytes(b"%PDF-")
    hidden = ("XDG_", "TMP", "TEMP")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    environment |= {"HOME": str(user), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CHOOSING, str(own), str(document)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    files = [file for file in user.rglob("*") if file.is_file()]
    assert [file for file in files if own not in file.parents] == []
    assert own / "scratch" / "QtProject.conf" in files
    for file in files:
        assert SECRET.split()[0].encode() not in file.read_bytes()


def test_a_chosen_folder_is_remembered_only_while_the_window_is_open(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    keep_dialogs_from_writing(tmp_path / "settings")
    parent, chooser, chosen = QWidget(), FileChooser(), list[str]()
    qtbot.addWidget(parent)
    folder = tmp_path / SECRET
    folder.mkdir()
    chooser.choose_folder(parent, "Add a folder", chosen.append)
    dialog = open_dialog(parent)
    dialog.setDirectory(str(folder))
    dialog.accept()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert chosen == [str(folder)]
    written = QSettings(QSettings.Scope.UserScope, "QtProject")
    assert written.contains("FileDialog/qtVersion")
    assert not written.contains("FileDialog/lastVisited")
    assert not written.contains("FileDialog/history")
    chooser.choose_folder(parent, "Add a folder", chosen.append)
    again = open_dialog(parent)
    assert again.directory().absolutePath() == str(folder)
    assert SECRET not in again.windowTitle()
    again.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(again))
    assert chosen == [str(folder)]


def test_a_file_is_replaced_only_when_that_is_agreed_to(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    keep_dialogs_from_writing(tmp_path / "settings")
    parent, chosen, there = QWidget(), list[str](), tmp_path / "<b>mine.txt"
    qtbot.addWidget(parent)
    there.write_text("old")
    FileChooser().choose_new_file(parent, "Save", "new.txt", chosen.append)
    dialog = open_dialog(parent)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(there.name)
    dialog.accept()
    question = parent.findChild(Confirmation)
    assert question is not None
    assert chosen == []
    assert not any("mine" in text.text() for text in question.findChildren(Text))
    question.agree.click()
    assert chosen == [str(there)]
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS lets only its own dialog at files")
def test_the_dialogs_are_qts_own_and_show_names_without_hidden_characters(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    keep_dialogs_from_writing(tmp_path / "settings")
    parent = QWidget()
    qtbot.addWidget(parent)
    FileChooser().choose_files(parent, "Add documents", "All files (*)", print)
    dialog = open_dialog(parent)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    delegate = dialog.itemDelegate()
    assert delegate is not None
    shown = delegate.displayText("<b>a</b>\u202efdp.exe\u200b", dialog.locale())  # type: ignore[attr-defined]
    assert shown == "<b>a</b>fdp.exe"
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


@pytest.mark.parametrize("wish", ["vnc:port=5999", "webgl", "xcb;vnc"])
def test_a_platform_that_opens_a_port_is_not_used(
    wish: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", wish)
    monkeypatch.setenv("QT_PLUGIN_PATH", "/somewhere")
    choose_platform()
    assert "QT_QPA_PLATFORM" not in os.environ
    assert "QT_PLUGIN_PATH" not in os.environ


def test_the_clipboard_is_left_alone_until_the_user_copies(qtbot: QtBot, open_window: Open) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("mine")
    told: list[QClipboard.Mode] = []
    clipboard.changed.connect(told.append)
    session = open_window(ScriptedEngine(make_documents()))
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    session.evidence.hits[0].chosen.emit()
    session.window.action("filter").trigger()
    session.proof.open()
    assert clipboard.text() == "mine"
    assert told == []
    session.evidence.pane.copy_quote()
    assert clipboard.text() != "mine"


def test_titles_of_windows_name_no_document_and_no_question(
    qtbot: QtBot, open_window: Open
) -> None:
    documents = make_documents()
    session = open_window(ScriptedEngine(documents))
    turn = ask(session, f"What of {SECRET}?")
    qtbot.waitUntil(lambda: turn.answer is not None)
    session.evidence.hits[0].chosen.emit()
    session.adding.ask_password(documents[5].id)
    session.forgetting.confirm_removal([documents[0].id])
    session.proof.open()
    session.settings.open()
    windows = [w for w in session.window.findChildren(QWidget) if w.isWindow()]
    titles = {w.windowTitle() for w in [session.window, *windows] if not isinstance(w, Text)}
    assert {"Strongroom", "Password needed", "Network proof", "Settings"} <= titles
    secrets = [SECRET, *(document.name for document in documents)]
    assert [title for title in titles for secret in secrets if secret in title] == []
