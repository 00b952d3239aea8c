"""Texts of documents, file names and models are shown as they are, and never mean anything."""

from __future__ import annotations

import ast
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import app.gui
from app.core.types import Answer, Document, State
from app.gui import wording
from app.gui.conversation.answer_text import AnswerText
from app.gui.preferences import Preferences, load_preferences, save_preferences
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_answer
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask

HOSTILE = "<img src=x>.pdf"
GUI = Path(app.gui.__file__).parent


def test_a_file_name_that_looks_like_html_is_shown_literally(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine((Document(1, "/s", f"/s/{HOSTILE}", HOSTILE, State.READY, 3, 3),))
    engine.answer = _renamed
    session = open_window(engine)
    index = session.model.row_of(1)
    assert index.data(Qt.ItemDataRole.DisplayRole) == HOSTILE
    assert "&lt;img src=x&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    turn = ask(session, "<b>Why</b>?")
    qtbot.waitUntil(lambda: turn.answer is not None)
    labels = session.window.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert any(label.text() == HOSTILE for label in labels)
    assert any(label.text() == "<b>Why</b>?" for label in labels)
    assert "<script>" in turn.text.toPlainText()


def test_hidden_characters_are_removed() -> None:
    assert wording.clean("a\u202eb\x07c\u200bd\nе") == "abcd\nе"
    assert wording.clean_line(" two\nlines\t") == "two lines"
    assert wording.menu_text("A & B") == "A && B"


def test_an_answer_loads_nothing_that_its_text_names(qtbot: QtBot) -> None:
    text = AnswerText()
    qtbot.addWidget(text)
    assert text.loadResource(2, QUrl("file:///etc/hostname")) is None
    assert not text.openLinks()


def test_the_window_imports_nothing_heavy_and_nothing_of_the_network() -> None:
    code = (
        "import sys, app.gui.application as a\n"
        "bad = {'torch', 'transformers', 'chromadb', 'llama_cpp', 'PySide6.QtNetwork',\n"
        "       'app.wiring', 'app.backends', 'app.cli', 'app.core.asking'}\n"
        "sys.exit(str(bad & sys.modules.keys()) if bad & sys.modules.keys() else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_no_source_of_the_window_opens_links_or_blocks() -> None:
    forbidden = {"openUrl", "processEvents", "terminate", "setMarkdown", "setHtml", "insertHtml"}
    for file in GUI.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        assert not names & forbidden, file.name


def test_two_thousand_signals_do_not_crash() -> None:
    code = (
        "from PySide6.QtCore import QObject, Signal\n"
        "class A(QObject):\n    told = Signal(object)\n"
        "a = A(); got = []; a.told.connect(got.append)\n"
        "for i in range(2000): a.told.emit(i)\n"
        "assert len(got) == 2000"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_preferences_survive_and_nonsense_is_ignored(tmp_path: Path) -> None:
    file = tmp_path / "window.json"
    assert save_preferences(file, Preferences(theme="dark", zoom=1.2))
    assert load_preferences(file) == Preferences(theme="dark", zoom=1.2)
    file.write_text('{"theme": 7, "zoom": 99.0, "panes": null, "more": 1}')
    assert load_preferences(file) == Preferences(zoom=2.0)
    file.write_text("not json")
    assert load_preferences(file) == Preferences()


def _renamed(question: str) -> Answer:
    answer = make_answer(question)
    first = answer.sentences[0]
    citations = tuple(replace(c, document_name=HOSTILE) for c in first.citations)
    hostile = replace(first, text="A <script>alert(1)</script> claim.", citations=citations)
    hits = tuple(replace(hit, document_name=HOSTILE) for hit in answer.hits)
    return replace(answer, sentences=(hostile,), hits=hits)
