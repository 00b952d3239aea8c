"""A library of 100,000 pages in the real window: indexed, searched, scrolled and removed.

    python -m tests.benchmarks.large_library --documents 2000 --json large.json

Made PDFs of 50 pages, the real window, engine, readers and Chroma, and a quick embedder of 384
dimensions. Tells the memory of every process and how long the window's event loop was kept from
what it had to do: in all, and by the window's own work (other programs take the processor, too).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from app.core.types import State
from app.engine import messages as m
from app.engine.client import EngineClient
from app.gui.application import leave_no_traces, make_application
from app.gui.window_session import WindowSession
from app.system.lockdown import lock
from app.system.paths import Paths
from tests.benchmarks.made_documents import Author, write_library
from tests.benchmarks.made_engine import command
from tests.benchmarks.watching import MIB, Figures, Watch, size_of
from tests.security.desktop import desktop

PAGES = 50
SEARCHES = 20
LONGEST_FREEZE = 0.1
MOST_MEMORY = 2048


class Pulse(QObject):
    """A timer of 10 ms: what comes later than that is time in which the window stood still."""

    def __init__(self) -> None:
        super().__init__()
        self.phase = "start"
        self.worst: dict[str, Figures] = {}
        self._timer = QTimer(self, interval=10)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._before = time.monotonic(), time.thread_time()
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic(), time.thread_time()
        gap, own = (b - a for a, b in zip(self._before, now, strict=True))
        self._before = now
        worst = self.worst.setdefault(self.phase, {"longest": 0, "own work": 0, "over 100 ms": 0})
        worst["longest"] = round(max(worst["longest"], gap), 3)
        worst["own work"] = round(max(worst["own work"], own), 3)
        worst["over 100 ms"] += gap > LONGEST_FREEZE


class Visit:
    """What somebody does with a large library in the window, one thing after another."""

    def __init__(self, session: WindowSession, pulse: Pulse) -> None:
        self._session, self._pulse = session, pulse
        self.seconds: dict[str, float] = {}

    def do(self, phase: str, begin: Callable[[], object], is_done: Callable[[], bool]) -> None:
        """Begin something and let the window live until it is done."""
        self._pulse.phase = phase
        started = time.monotonic()
        loop = QEventLoop()
        asking = QTimer(interval=20)

        def end_if_done() -> None:
            if is_done():
                loop.quit()

        asking.timeout.connect(end_if_done)
        asking.start()
        begin()
        loop.exec()
        self.seconds[phase] = round(time.monotonic() - started, 3)
        print(f"{phase}: {self.seconds[phase]} s, {self._pulse.worst.get(phase)}", flush=True)

    def index(self, folder: Path, documents: int) -> None:
        busy = self._session.indexing
        self.do("index", lambda: busy.add((str(folder),)), lambda: not busy.is_busy)
        self._await_library(documents)

    def scroll(self) -> None:
        """From top to end and back, a screen at a time."""
        bar = self._session.library.rows.verticalScrollBar()
        places = iter([*range(0, bar.maximum(), 400), *range(bar.maximum(), 0, -400)])

        def step() -> bool:
            place = next(places, None)
            if place is not None:
                bar.setValue(place)
            return place is None

        self.do("scroll", lambda: None, step)

    def filter(self, text: str) -> None:
        field = self._session.library._search
        model = self._session.model
        self.do("filter", lambda: field.setText(text), lambda: model.view.text == text)
        self.do("unfilter", field.clear, lambda: not model.view.text)

    def search(self, author: Author, phase: str) -> list[float]:
        """Seconds that the engine took, for each of some questions."""
        taken: list[float] = []

        def ask() -> None:
            exchange = self._session.link.send(m.Search(author.question()))
            exchange.finished.connect(note)

        def note(hits: m.Hits) -> None:
            taken.append(round(hits.seconds, 4))
            if len(taken) < SEARCHES:
                ask()

        self.do(phase, ask, lambda: len(taken) >= SEARCHES)
        return sorted(taken)

    def remove(self, count: int, left: int) -> None:
        numbers = tuple(document.id for document in self._session.model.documents()[:count])
        busy = self._session.indexing
        work = m.RemoveDocuments(numbers)
        self.do(f"remove {count}", lambda: busy.do(work), lambda: not busy.is_busy)
        self._await_library(left)

    def settle(self) -> None:
        """Index nothing new: the vector store is made without what was removed."""
        busy = self._session.indexing
        self.do("rebuild", busy.go_on, lambda: not busy.is_busy)

    def _await_library(self, documents: int) -> None:
        model = self._session.model
        self.do("load", lambda: None, lambda: model.count(State.READY) == documents)


def visit(folder: Path, paths: Paths, documents: int) -> dict[str, Any]:
    """The figures of a visit."""
    lockdown = lock(display=True)
    leave_no_traces(paths)
    client = EngineClient(command(paths))
    watch = Watch(paths.home / "samples.jsonl", {"vault": paths.vault}, 2.0)
    application = make_application()
    session = WindowSession(client, paths, application, lockdown)
    session.start()
    pulse = Pulse()
    went = Visit(session, pulse)
    author = Author(99)
    went.do("open", lambda: None, lambda: "open" in pulse.worst)
    went.index(folder, documents)
    searched = {"all": went.search(author, "search")}
    went.scroll()
    went.filter("0012")
    went.remove(1, documents - 1)
    searched["after removing one"] = went.search(author, "search after")
    many = min(500, documents // 4)
    went.remove(many, documents - 1 - many)
    went.settle()
    searched["after removing many"] = went.search(author, "search last")
    session.end()
    client.close()
    watch.end()
    seconds = went.seconds
    return {
        "documents": documents,
        "pages": documents * PAGES,
        "pages per second": round(documents * PAGES / seconds["index"], 1),
        "vault MiB": size_of(paths.vault)[0],
        "documents MiB": size_of(folder)[0],
        "seconds": seconds,
        "search seconds": {name: spread(found) for name, found in searched.items()},
        "window": pulse.worst,
        "peak MiB": peaks(watch.samples()),
    }


def spread(seconds: list[float]) -> dict[str, float]:
    return {"median": seconds[len(seconds) // 2], "slowest": seconds[-1]}


def peaks(samples: list[Figures]) -> Figures:
    """The most that each kind of process had; the readers together."""
    roles = ("client", "engine", "store", "fork server", "readers")
    return {role: max(s.get(f"{role} RSS MiB", 0.0) for s in samples) for role in roles}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--folder", type=Path, help="documents made earlier, or to be kept")
    parser.add_argument("--json", type=Path, default=Path("large_library.json"))
    options = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="large-"))
    folder = options.folder or scratch / "documents"
    if not folder.exists():
        started = time.monotonic()
        made = sum(path.stat().st_size for path in write_library(folder, options.documents, PAGES))
        print(f"{made / MIB:,.0f} MiB of PDFs in {time.monotonic() - started:.0f} s", flush=True)
    home = scratch / "home"
    home.mkdir()
    with desktop() as opened:
        os.environ.update(opened.environment)
        found = visit(folder.resolve(), Paths(home, home / "vault"), options.documents)
    options.json.write_text(json.dumps(found, indent=1))
    print(json.dumps(found, indent=1))
    shutil.rmtree(scratch)
    freeze = max(figures["longest"] for figures in found["window"].values())
    return 1 if freeze > LONGEST_FREEZE or max(found["peak MiB"].values()) > MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
