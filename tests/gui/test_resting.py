"""Reading pauses while the computer is weak, and goes on by itself."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.engine.messages import AddPaths, Pause, Resume
from app.gui.window_session import WindowSession
from app.system.power import Strength
from tests.gui.conftest import Open
from tests.gui.scripted_engine import ScriptedEngine

BATTERY, SHORT, WELL = Strength(True, 1.0), Strength(False, 0.05), Strength()


@pytest.fixture
def engine() -> ScriptedEngine:
    engine = ScriptedEngine()
    engine.holds = {AddPaths}
    return engine


def reading(open_window: Open, engine: ScriptedEngine) -> WindowSession:
    session = open_window(engine)
    session.preferences.rests_on_battery = True
    session.indexing.add(("/a",))
    return session


def find(session: WindowSession, strength: Strength) -> str:
    """What the card says once the computer was looked at."""
    session.resting.look = lambda: strength
    session.resting.check()
    return session.library.progress._title.text()


@pytest.mark.parametrize(
    ("strength", "words"),
    [(BATTERY, "Paused while on battery"), (SHORT, "Paused: little memory is free")],
)
def test_reading_pauses_says_why_and_goes_on_by_itself(
    open_window: Open, engine: ScriptedEngine, strength: Strength, words: str
) -> None:
    session = reading(open_window, engine)
    assert find(session, strength) == words
    find(session, strength)
    find(session, WELL)
    assert [type(body) for body in engine.steered] == [Pause, Resume]


def test_memory_must_be_well_again_before_it_goes_on(
    open_window: Open, engine: ScriptedEngine
) -> None:
    session = reading(open_window, engine)
    find(session, SHORT)
    find(session, Strength(False, 0.1))
    assert [type(body) for body in engine.steered] == [Pause]


def test_whoever_goes_on_in_spite_of_it_is_not_stopped_again(
    open_window: Open, engine: ScriptedEngine
) -> None:
    session = reading(open_window, engine)
    find(session, BATTERY)
    session.library.progress._pause.click()
    find(session, BATTERY)
    assert [type(body) for body in engine.steered] == [Pause, Resume]


def test_who_does_not_want_it_reads_on_battery(open_window: Open, engine: ScriptedEngine) -> None:
    session = reading(open_window, engine)
    session.preferences.rests_on_battery = False
    find(session, BATTERY)
    assert not engine.steered


def test_what_the_user_paused_stays_paused(open_window: Open, engine: ScriptedEngine) -> None:
    session = reading(open_window, engine)
    session.indexing.pause()
    find(session, BATTERY)
    find(session, WELL)
    assert [type(body) for body in engine.steered] == [Pause]


def test_the_settings_say_when_to_read(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    session.settings.open()
    assert session.settings.dialog is not None
    times = session.settings.dialog.library.times
    assert not times.battery.isChecked()
    times.battery.click()
    times.memory.click()
    assert session.preferences.rests_on_battery
    assert not session.preferences.rests_when_short
