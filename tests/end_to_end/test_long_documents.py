"""A document of 500 pages in the window over the real engine and readers: there at once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from pytestqt.qtbot import QtBot

from app.core.types import State
from app.engine.client import EngineClient
from app.gui.application import make_application
from app.gui.evidence.page_pictures import BYTES_KEPT
from app.gui.window_session import WindowSession
from app.system.paths import find_paths
from app.system.processes import ENGINE_ROLE, own_command
from tests.gui.scripted_content import make_lockdown
from tests.pdfs import Sheet, write_pdf

pytestmark = pytest.mark.slow
PAGES, PATIENCE = 500, 120_000
LINES = "\n".join(f"Line {number} says what was agreed about the matter." for number in range(45))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowSession]:
    """A long document, of which page 400 is turned, and a short one."""
    paths = find_paths(tmp_path / "home")
    pages = [
        Sheet(f"Page {number} of the treaty.\n{LINES}", turned=90 if number == 400 else 0)
        for number in range(1, PAGES + 1)
    ]
    write_pdf(tmp_path / "long.pdf", *pages)
    write_pdf(tmp_path / "short.pdf", "The heron fishes.")
    client = EngineClient(own_command(ENGINE_ROLE, ["--home", str(paths.home), "--fakes"]))
    session = WindowSession(client, paths, make_application(), make_lockdown())
    qtbot.addWidget(session.window)
    session.start()
    session.window.resize(1280, 800)
    session.indexing.add((str(tmp_path / "long.pdf"), str(tmp_path / "short.pdf")))
    qtbot.waitUntil(lambda: session.model.count(State.READY) == 2, timeout=PATIENCE)
    yield session
    session.end()
    client.close()


def seconds_until(qtbot: QtBot, is_done: Callable[[], bool]) -> float:
    started = time.monotonic()
    qtbot.waitUntil(is_done, timeout=PATIENCE)
    return time.monotonic() - started


def test_a_long_document_is_opened_gone_through_and_searched(
    qtbot: QtBot, window: WindowSession
) -> None:
    view, pages, pane = window.evidence.page, window.looking.pages, window.evidence.pane
    long, short = (next(d.id for d in window.model.documents() if d.name == name)
                   for name in ("long.pdf", "short.pdf"))  # fmt: skip

    def opened(document: int) -> float:
        def is_there() -> bool:
            return pages._document == document and not view.sheets[1].picture.isNull()

        window.library.document_opened.emit(document)
        return seconds_until(qtbot, is_there)

    taken = []
    for _ in range(3):
        pages._pictures.forget()
        taken.append(opened(long))
        opened(short)
    assert min(taken) < 0.3
    opened(long)
    pages.go_to(400)
    assert seconds_until(qtbot, lambda: not view.sheets[400].picture.isNull()) < 2
    whole = view.area_of(400, (0.0, 0.0, 842.0, 595.0))
    assert whole.width() > whole.height()
    pane.search.open("page 431 OF")
    assert seconds_until(qtbot, lambda: pane.search.count.text() == "1 of 1") < 3
    qtbot.waitUntil(lambda: view.page == 431 and view.text_of(431) is not None)
    text = view.text_of(431)
    assert text is not None
    match = view.sheets[431].match
    assert match is not None
    assert text.text[slice(*match)] == "Page 431 of"
    assert pages.bytes_kept < BYTES_KEPT
