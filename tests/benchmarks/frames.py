"""How smooth the library is with thousands of documents, in the real window on a screen of its own.

    python -m tests.benchmarks.frames --documents 5000

Scrolls, filters, sorts, ticks and follows documents that change, and prints for each the median and
the slowest time from the wish until the window was drawn. The engine is played: only the window is
measured. `own` is the processor time that the window took for it, whatever else the machine does.
Exits 1 when that of any frame is above 50 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.core.types import Document, State
from app.gui.application import leave_no_traces, make_application
from app.gui.collecting import Collecting
from app.gui.library.library_view import Order, Standing, View
from app.gui.window_session import WindowSession
from app.system.paths import find_paths
from tests.gui.scripted_content import make_lockdown, prove_window
from tests.gui.scripted_engine import ScriptedEngine
from tests.security.desktop import desktop

LONGEST = 0.050
TIMES = 40
WORDS = ["Rapport annuel", "Contract", "Minutes of the board", "Règlement", "Invoice", "Decision"]
STATES = (*[State.READY] * 20, State.SEARCHABLE, State.WAITING, State.FAILED, State.LOCKED)


def make_library(count: int) -> tuple[Document, ...]:
    """Documents of every kind in eight folders."""
    return tuple(
        Document(
            i, f"/cases/{i % 8}", f"/cases/{i % 8}/{i}.pdf",
            f"{WORDS[i % len(WORDS)]} {2000 + i % 26} - department {i * 7 % 91:02} ({i:05}).pdf",
            STATES[i % len(STATES)], i % 120, max(0, i % 120 - i % 5), modified=i * 10**14,
        )
        for i in range(1, count + 1)
    )  # fmt: skip


@dataclass
class Frames:
    """Seconds until each frame was drawn, and seconds of the processor for it."""

    passed: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)


class Stage(QObject):
    """Does something, and waits until the list was painted."""

    def __init__(self, session: WindowSession) -> None:
        super().__init__()
        self._session = session
        self._loop = QEventLoop()
        self._began = 0.0, 0.0
        self.frames: dict[str, Frames] = {}
        session.library.rows.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._loop.quit)
        return False

    def act(self, name: str, wish: Callable[[], object]) -> None:
        """One frame. A wish that changes nothing on the screen is given up after half a second."""
        began, used = time.perf_counter(), time.thread_time()
        wish()
        self._session.library.rows.viewport().update()
        self._loop.exec()
        frames = self.frames.setdefault(name, Frames())
        frames.passed.append(time.perf_counter() - began)
        frames.own.append(time.thread_time() - used)
        settle = QEventLoop()
        QTimer.singleShot(30, settle.quit)
        settle.exec()


def play(session: WindowSession, documents: tuple[Document, ...]) -> dict[str, Frames]:
    stage, model, panel = Stage(session), session.model, session.library
    bar = panel.rows.verticalScrollBar()
    for _ in range(TIMES):
        stage.act("scroll a little", lambda: bar.setValue(bar.value() + 60))
    for step in range(TIMES):
        place = bar.maximum() * (step * 7 % TIMES) // TIMES
        stage.act("scroll anywhere", lambda place=place: bar.setValue(place))  # type: ignore[misc]
    for step in range(TIMES):
        text = ("", "r", "re", "regl", "reglement 20", "(00", "zzz", "board")[step % 8]
        stage.act("filter by name", lambda text=text: panel.show_view(View(text)))  # type: ignore[misc]
    for step in range(TIMES):
        kinds = frozenset(list(Standing)[step % 5 : step % 5 + 1]) if step % 2 else frozenset()
        view = View(standings=kinds)
        stage.act("filter by state", lambda view=view: panel.show_view(view))  # type: ignore[misc]
    for step in range(TIMES):
        view = View(order=list(Order)[step % 4])
        stage.act("sort", lambda view=view: panel.show_view(view))  # type: ignore[misc]
    for step in range(TIMES):
        number = documents[step * 31 % len(documents)].id
        row = model.row_of(number)
        stage.act("tick one", lambda row=row, on=bool(step % 2): model.set_ticks([row], on))  # type: ignore[misc]
        source = model.index(0)
        stage.act("tick a folder", lambda s=source, on=bool(step % 2): model.set_ticks([s], on))  # type: ignore[misc]
    for step in range(TIMES):
        changed = [replace(d, pages=d.pages + 1) for d in documents[step * 20 : step * 20 + 20]]

        def news(changed: list[Document] = changed) -> None:
            for document in changed:
                model.update_document(document)

        stage.act("20 documents change", news)
    return stage.frames


def tell(frames: dict[str, Frames]) -> bool:
    """Print the table; whether every frame was quick enough."""
    print(f"{'ms':22} {'median':>8} {'slowest':>8} {'own median':>11} {'own slowest':>12}")
    for name, found in frames.items():
        figures = (median(found.passed), max(found.passed), median(found.own), max(found.own))
        a, b, c, d = (1000 * figure for figure in figures)
        print(f"{name:22} {a:8.1f} {b:8.1f} {c:11.1f} {d:12.1f}")
    return all(max(found.own) <= LONGEST for found in frames.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5_000)
    options = parser.parse_args()
    documents = make_library(options.documents)
    with desktop() as opened, tempfile.TemporaryDirectory() as home:
        os.environ.update(opened.environment)
        paths = find_paths(Path(home))
        leave_no_traces(paths)
        application = make_application()
        Collecting(application)
        engine = ScriptedEngine(documents)
        session = WindowSession(engine, paths, application, make_lockdown())
        session.proof.prove_here = prove_window
        session.start()
        loop = QEventLoop()
        session.indexing.library_loaded.connect(loop.quit)
        loop.exec()
        QTimer.singleShot(1_000, loop.quit)
        loop.exec()
        print(f"{options.documents} documents, {QApplication.platformName()}")
        is_smooth = tell(play(session, documents))
        session.end()
        engine.close()
    return 0 if is_smooth else 1


if __name__ == "__main__":
    sys.exit(main())
