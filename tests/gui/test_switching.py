"""The window changes its language while it is running, and loses nothing by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as QtBotTimeoutError
from pytestqt.qtbot import QtBot

from app.core.types import IndexReport
from app.engine.messages import AddPaths, Ask, EngineFailed
from app.gui import wording
from app.gui.languages import choose_language, speak
from app.gui.preferences import load_preferences
from app.gui.retranslating import switch_language
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def use(session: WindowSession, language: str) -> None:
    session.preferences.language = language
    session.settings.appearance_changed.emit()


def shown(top: QWidget) -> list[str]:
    """Everything that can be seen, hovered over or heard, in its order."""
    texts = []
    for widget in (w for w in (top, *top.findChildren(QWidget)) if w.isVisible()):
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(row) for row in range(widget.count())]
        texts += [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        texts += [widget.accessibleDescription()]
    texts += [action.text() for action in top.findChildren(QAction)]
    return [text.replace("\u00a0", " ") for text in texts]


def look_at_answer(qtbot: QtBot, session: WindowSession) -> None:
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)


def look_at_settings(qtbot: QtBot, session: WindowSession) -> None:
    session.settings.open()
    qtbot.waitUntil(lambda: "Qwen" in "".join(shown(session.window)))


def look_at_failure(qtbot: QtBot, session: WindowSession) -> None:
    session._show_failure(EngineFailed("The disk is full.", "Shorten it."))
    session.indexing.nothing_found.emit(IndexReport(0, 0, 0))


SCENES: dict[str, Callable[[QtBot, WindowSession], None]] = {
    "start": lambda _qtbot, _session: None,
    "answer": look_at_answer,
    "settings": look_at_settings,
    "failure": look_at_failure,
    "history": lambda _qtbot, session: session.history.open(),
}


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES)
def test_a_window_that_was_switched_says_what_a_new_one_says(
    qtbot: QtBot, open_window: Open, tmp_path: Path, scene: str
) -> None:
    switched = open_window(ScriptedEngine(make_documents()))
    SCENES[scene](qtbot, switched)
    use(switched, "fr")
    fresh = open_window(ScriptedEngine(make_documents()))
    SCENES[scene](qtbot, fresh)
    with suppress(QtBotTimeoutError):
        qtbot.waitUntil(lambda: shown(switched.window) == shown(fresh.window))
    both = zip_longest(shown(switched.window), shown(fresh.window))
    different = [f"{kept!r} is {new!r} in a new one" for kept, new in both if kept != new]
    assert not different, "\n".join(different)


def test_switching_keeps_the_answer_the_indexing_and_the_question(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine(make_documents())
    engine.holds = {Ask, AddPaths}
    session = open_window(engine)
    turn = ask(session)
    session.indexing.add(("/home/anna/More",))
    qtbot.waitUntil(lambda: len(turn._sentences) == 2)
    session.conversation.question.edit.setPlainText("Stop answering")
    use(session, "nl")
    assert session.conversation.question.edit.toPlainText() == "Stop answering"
    assert session.asking.is_busy
    assert session.indexing.is_busy
    engine.release()
    qtbot.waitUntil(lambda: turn.answer is not None)
    assert session.conversation.turns[-1] is turn


def test_the_language_is_kept(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    use(session, "nl")
    assert load_preferences(session._paths.home / "window.json").language == "nl"
    assert QLocale().language() == QLocale.Language.Dutch
    assert choose_language("klingon") in ("en", "fr", "nl")


def test_numbers_and_plurals_are_those_of_the_language(qapp: QApplication) -> None:
    speak(qapp, "fr")
    assert wording.counted(0, "%n page lue", "%n pages lues") == "0 page lue"
    assert wording.counted(2, "%n page lue", "%n pages lues") == "2 pages lues"
    assert wording.decimal(0.5) == "0,5"
    speak(qapp, "nl")
    assert wording.counted(0, "%n pagina", "%n pagina's") == "0 pagina's"
    speak(qapp, "en")
    assert wording.decimal(0.5) == "0.5"


def test_back_and_forth_leaves_everything_as_it_was(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    before = shown(session.window)
    switch_language(session._application, "fr")
    switch_language(session._application, "nl")
    switch_language(session._application, "en")
    assert shown(session.window) == before
