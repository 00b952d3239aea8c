"""The real window, used with a keyboard alone and heard as by somebody who does not see it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.paths import find_paths, resource
from app.system.processes import own_command
from tests.deadlines import wait_until
from tests.end_to_end import screen_reader
from tests.end_to_end.screen_reader import Listener, Thing
from tests.security import desktop
from tests.security.desktop import Desktop
from tests.security.window_driver import close_window, in_catalog

pytestmark = pytest.mark.slow
PATIENCE = 60.0
OPERATED = {"push button", "check box", "combo box", "text", "entry", "tree", "list", "menu item",
            "radio button", "spin button", "page tab", "toggle button"}  # fmt: skip


@pytest.fixture
def display() -> Iterator[Desktop]:
    assert not desktop.missing(), desktop.missing()
    with desktop.desktop() as opened:
        yield opened


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[Listener]:
    assert not screen_reader.missing(), screen_reader.missing()
    folder = tmp_path / "bus"
    folder.mkdir()
    with screen_reader.listening(folder) as opened:
        yield opened


def test_from_start_to_a_highlighted_page_without_a_mouse_and_without_seeing(
    display: Desktop, listener: Listener, tmp_path: Path
) -> None:
    paths = find_paths(tmp_path / "home")
    command = own_command("--home", [str(paths.home), "--fakes"])
    window = subprocess.Popen(command, env=display.environment | listener.environment)
    try:
        display.await_window("Strongroom", PATIENCE)
        add_samples(display)
        ready = "SELECT count(*) FROM documents WHERE state = 'ready'"
        wait_until(lambda: in_catalog(paths, ready) == 6, PATIENCE)
        display.press("ctrl+l")
        display.type("What is the waiting time for a consultation?")
        display.press("Return")
        wait_until(lambda: in_catalog(paths, "SELECT count(*) FROM turns") == 1, PATIENCE)
        display.press("F6")
        display.press("alt+Down")
        heard = listener.everything()
        nameless = [thing for thing in heard if thing.role in OPERATED and not thing.name]
        assert not nameless, nameless
        names = {thing.name for thing in heard}
        assert {"Your question", "Documents of the library"} <= names
        assert marked_pages(heard), sorted(thing.description for thing in heard)
        close_window(display)
        assert window.wait(PATIENCE) == 0
    finally:
        window.kill()
        window.wait()


def add_samples(display: Desktop) -> None:
    display.press("ctrl+shift+o")
    display.await_window("Add a folder", PATIENCE)
    display.type(str(resource("samples")))
    display.press("Return")
    display.await_window("Strongroom", PATIENCE)


def marked_pages(heard: list[Thing]) -> list[str]:
    """What is told of a page that is shown with lines marked on it."""
    return [thing.description for thing in heard if "marked" in thing.description]
