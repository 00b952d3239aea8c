"""Several libraries: one is left for another in the same program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.engine.messages import GetStatus
from app.gui.dialogs import Confirmation
from app.gui.preferences import load_preferences
from app.gui.running import Running
from app.gui.window_session import WindowSession
from app.system.paths import Paths, find_paths
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents, make_lockdown, prove_window
from tests.gui.scripted_engine import ScriptedEngine


def make_vault(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "catalog.sqlite3").touch()
    return folder


class Engines:
    """Starts a scripted one for each vault, and knows which."""

    def __init__(self) -> None:
        self.started: list[tuple[Path, ScriptedEngine]] = []

    def start(self, paths: Paths) -> ScriptedEngine:
        engine = ScriptedEngine(make_documents())
        self.started.append((paths.vault, engine))
        return engine


@pytest.fixture
def engines() -> Iterator[Engines]:
    engines = Engines()
    yield engines
    for _vault, engine in engines.started:
        engine.close()


def test_another_library_is_opened_in_place_of_this_one(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, engines: Engines
) -> None:
    paths, other = find_paths(tmp_path / "home"), make_vault(tmp_path / "Tenders")
    opened: list[WindowSession] = []

    def note(session: WindowSession, _paths: Paths) -> None:
        session.proof.prove_here = prove_window
        opened.append(session)

    running = Running(engines.start, qapp, make_lockdown(), note)
    first = running.open(paths, engines.start(paths))
    first.window.resize(900, 650)
    first.vaults.open()
    first.vaults.choose(str(other))
    qtbot.waitUntil(lambda: len(opened) == 2 and opened[1].window.isVisible())
    second = opened[1]
    qtbot.addWidget(second.window)
    assert [vault for vault, _engine in engines.started] == [paths.vault, other]
    assert not engines.started[0][1]._open
    assert second.window.size().toTuple() == (900, 650)
    assert load_preferences(tmp_path / "home" / "window.json").vaults == []
    second._remember()
    assert load_preferences(tmp_path / "home" / "window.json").vaults == [str(other)]
    second.end()


def test_leaving_a_library_that_is_busy_asks_first(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine(make_documents())
    session = open_window(engine)
    wanted: list[Path] = []
    session.vault_wanted.connect(wanted.append)
    session.indexing._is_following = False
    session.indexing._running = session.link.send(GetStatus())
    session.vaults.choose(str(make_vault(tmp_path / "Tenders")))
    dialog = session.window.findChild(Confirmation)
    assert dialog is not None
    assert wanted == []
    dialog.agree.click()
    assert wanted == [tmp_path / "Tenders"]


def test_a_folder_with_other_things_gets_a_library_of_its_own_inside(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    session = open_window(ScriptedEngine())
    wanted: list[Path] = []
    session.vault_wanted.connect(wanted.append)
    folder = tmp_path / "Desk"
    folder.mkdir()
    (folder / "letter.txt").touch()
    session.vaults.choose(str(folder))
    dialog = session.window.findChild(Confirmation)
    assert dialog is not None
    dialog.agree.click()
    assert wanted == [folder / "Strongroom"]


def test_a_library_is_taken_off_the_list_and_stays_where_it_is(
    open_window: Open, tmp_path: Path
) -> None:
    session = open_window(ScriptedEngine())
    vault = make_vault(tmp_path / "Tenders")
    session.preferences.vaults = [str(vault), str(tmp_path / "gone")]
    assert session.vaults.known() == [session._paths.home / "vault", vault]
    session.vaults.open()
    dialog = session.vaults.dialog
    assert dialog is not None
    dialog.leaving_out_wanted.emit(str(vault))
    assert str(vault) not in session.preferences.vaults
    assert vault.exists()
