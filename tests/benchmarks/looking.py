"""A document of many pages beside the answer: opened, gone through, searched, scrolled.

    python -m tests.benchmarks.looking --pages 500 --json looking.json [--files some.pdf …]

The real window on a desktop of its own, the real engine and readers. Tells how long it takes until
the picture of a page is there, how long the window stood still, and how much memory pictures take.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QEventLoop, QTimer

from app.core.types import State
from app.engine.client import EngineClient
from app.gui.application import leave_no_traces, make_application
from app.gui.window_session import WindowSession
from app.system.lockdown import lock
from app.system.paths import Paths
from tests.benchmarks.large_library import Pulse
from tests.benchmarks.made_documents import write_library
from tests.benchmarks.made_engine import command
from tests.benchmarks.watching import MIB
from tests.security.desktop import desktop

SOON = 0.3
GOES = 25


class Visit:
    """One window, and what is done in it."""

    def __init__(self, session: WindowSession) -> None:
        self._session = session
        self._view = session.evidence.page
        self.pulse = Pulse()

    def until(self, is_done: Callable[[], bool], patience: float = 120.0) -> float:
        """Let the window work; seconds until it is done."""
        started = time.monotonic()
        loop = QEventLoop()
        timer = QTimer(interval=1)
        timer.timeout.connect(lambda: loop.quit() if is_done() else None)
        timer.start()
        QTimer.singleShot(int(patience * 1000), loop, loop.quit)
        loop.exec()
        assert is_done(), "it took too long"
        return time.monotonic() - started

    def is_drawn(self, page: int) -> bool:
        """Whether its picture is there, as large as it is shown."""
        wishes = [wish for wish in self._view.wishes() if wish.page == page]
        drawn = self._view.sheets[page].drawn
        return bool(wishes) and all(wish in drawn for wish in wishes)

    def open(self, document: int) -> float:
        self.pulse.phase = "open"
        pages = self._session.looking.pages
        self._session.library.document_opened.emit(document)
        return self.until(lambda: pages.count > 0 and self.is_drawn(1))

    def go_through(self, count: int) -> list[float]:
        """Seconds until each of some pages far from each other is there."""
        self.pulse.phase = "go"
        taken = []
        for number in range(GOES):
            page = (number * 197) % count + 1
            self._session.looking.pages.go_to(page)
            taken.append(self.until(lambda page=page: self.is_drawn(page)))  # type: ignore[misc]
        return sorted(taken)

    def search(self, words: str) -> tuple[float, int]:
        """Seconds until all places are marked, and how many there are."""
        self.pulse.phase = "search"
        bar = self._session.evidence.pane.search
        bar.count.setText("")
        bar.open(words)
        seconds = self.until(lambda: bool(bar.count.text()))
        found = len(self._view._matches)
        bar.close_search()
        return seconds, found

    def scroll(self, pages: int) -> float:
        """Scroll down some pages, a tenth of a screen every 16 ms; seconds until all is sharp."""
        self.pulse.phase = "scroll"
        bar = self._view.verticalScrollBar()
        bar.setValue(0)
        step = max(self._view.viewport().height() // 10, 1)
        end = min(bar.maximum(), pages * 800)
        timer = QTimer(interval=16)
        timer.timeout.connect(lambda: bar.setValue(min(bar.value() + step, end)))
        timer.start()
        self.until(lambda: bar.value() >= end)
        timer.stop()
        return self.until(lambda: all(self.is_drawn(page) for page in self._view.pages_seen()))

    def small_pictures(self) -> float:
        """Seconds until a screen of small pictures is there."""
        self.pulse.phase = "small pictures"
        strip = self._session.evidence.pane.thumbnails
        self._session.evidence.pane._toggle_thumbnails()
        return self.until(lambda: strip.isVisible() and not strip.wishes())


def visit(files: list[Path], paths: Paths) -> dict[str, Any]:
    lockdown = lock(display=True)
    leave_no_traces(paths)
    client = EngineClient(command(paths))
    session = WindowSession(client, paths, make_application(), lockdown)
    session.start()
    went = Visit(session)
    session.indexing.add(tuple(map(str, files)))
    states = (State.READY, State.SEARCHABLE)
    went.until(
        lambda: session.model.count(*states) == len(files) and not session.indexing.is_busy, 600
    )
    *others, document = session.model.documents()
    before = psutil.Process().memory_info().rss
    opened = [went.open(other.id) for other in (*others, document)]
    gone = went.go_through(document.pages)
    searched = {words: went.search(words) for words in ("e", "the", "nowhere at all")}
    settled = went.scroll(60)
    small = went.small_pictures()
    figures = {
        "pages": document.pages,
        "first page": opened,
        "another page": {"median": statistics.median(gone), "slowest": gone[-1]},
        "search": {w: {"seconds": s, "found": n} for w, (s, n) in searched.items()},
        "sharp after scrolling": settled,
        "small pictures": small,
        "window": went.pulse.worst,
        "pictures MiB": session.looking.pages.bytes_kept / MIB,
        "window grew MiB": (psutil.Process().memory_info().rss - before) / MIB,
    }
    session.end()
    client.close()
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--files", type=Path, nargs="*", help="PDFs instead of made ones")
    parser.add_argument("--json", type=Path, default=Path("looking.json"))
    options = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="looking-"))
    files = options.files or list(write_library(scratch / "made", 3, options.pages))
    home = scratch / "home"
    home.mkdir()
    with desktop() as opened:
        os.environ.update(opened.environment)
        found = visit([file.resolve() for file in files], Paths(home, home / "vault"))
    text = json.dumps(found, indent=1, default=lambda value: round(value, 3))
    options.json.write_text(text)
    print(text)
    shutil.rmtree(scratch)
    return 0 if max(found["first page"]) < SOON else 1


if __name__ == "__main__":
    sys.exit(main())
