"""Files dragged from another program onto the window, under a real X server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION, Paths
from tests.deadlines import wait_until
from tests.end_to_end.drag_source import TITLE
from tests.pdfs import write_pdf
from tests.security.desktop import desktop, missing
from tests.security.window_driver import PATIENCE, close_window, in_catalog

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=missing())]
PLACES = {"library": (0.1, 0.5), "question": (0.45, 0.88), "evidence": (0.85, 0.5)}


@pytest.mark.parametrize("place", PLACES)
def test_a_folder_and_a_file_are_dropped_from_another_program(
    paths: Paths, tmp_path: Path, place: str
) -> None:
    folder = tmp_path / "leases"
    folder.mkdir()
    write_pdf(folder / "station.pdf", "The monthly rent of the station is 900 euros.")
    single = write_pdf(tmp_path / "café.pdf", "The monthly rent of the café is 700 euros.")
    window = [sys.executable, "-m", "app", "--fakes", "--home", str(paths.home)]
    source = [sys.executable, "-m", "tests.end_to_end.drag_source", str(folder), str(single)]
    with desktop() as display:
        opened = subprocess.Popen(window, cwd=INSTALLATION, env=display.environment)
        display.await_window("Strongroom", PATIENCE)
        dragging = subprocess.Popen(
            source, cwd=INSTALLATION, env=display.environment, stdout=subprocess.PIPE, text=True
        )
        display.await_window(TITLE, PATIENCE)
        display.drag(TITLE, "Strongroom", *PLACES[place])
        display.drop()
        assert dragging.stdout
        assert dragging.stdout.readline().strip() == "CopyAction"
        found = "SELECT count(*) FROM documents WHERE state = 'ready'"
        wait_until(lambda: in_catalog(paths, found) == 2, PATIENCE)
        dragging.kill()
        dragging.wait()
        dragging.stdout.close()
        display.await_window("Strongroom", PATIENCE)
        close_window(display)
        opened.wait(60)
