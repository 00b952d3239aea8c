"""Looking after the library from the window: asked for in the settings, told in a dialog."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.types import Problem
from app.engine.messages import CheckVault, RebuildIndex
from app.gui.library.upkeep_session import FindingsDialog
from app.gui.window_session import WindowSession
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_settings_window import button, open_settings

Open = Callable[..., WindowSession]


def findings(qtbot: QtBot) -> str:
    """All that the dialog says."""

    def shown() -> list[FindingsDialog]:
        found = QApplication.topLevelWidgets()
        return [one for one in found if isinstance(one, FindingsDialog) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    return "\n".join(label.text() for label in shown()[0].findChildren(QLabel))


def test_a_check_is_asked_for_in_the_settings_and_its_findings_are_told(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    engine.problems = (
        Problem("The keyword index was not right for 3 chunks.", "words", True),
        Problem("The file is no longer there.", "/papers/<b>a.pdf", False),
    )
    session = open_window(engine)
    dialog = open_settings(qtbot, session)
    button(dialog, "Check the library").click()
    said = findings(qtbot)
    assert engine.of(CheckVault) == [CheckVault()]
    assert "Mended: The keyword index was not right for 3 chunks." in said
    assert "To do: The file is no longer there." in said
    assert "/papers/<b>a.pdf" in said
    assert session.settings.dialog is None


def test_the_search_index_is_made_anew_when_it_is_asked_for(
    qtbot: QtBot, open_window: Open
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    button(open_settings(qtbot, session), "Make the search index anew").click()
    assert "1,200 passages" in findings(qtbot)
    assert engine.of(RebuildIndex) == [RebuildIndex()]
