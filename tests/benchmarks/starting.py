"""How soon the window is there, and what can be done with it: from the start of the program on.

    python -m tests.benchmarks.starting [--runs N] [--home DIR] [--at FOLDER]

Each run is the real program with its own engine and the models that are installed, over a small
library (or that of `--home`), on a display without a screen; the first run only warms the file
cache. `--at` takes another working copy in turns with this one: on a busy machine only such pairs
can be compared.
Qt itself tells when the first frame is on its way: the window is then mapped and exposed.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.made_documents import Author, write_library
from tests.security.desktop import Desktop, desktop

HERE = Path(__file__).resolve().parents[2]
_DOCUMENTS, _PAGES = 5, 1
_WATCHED = """
import json, os, sys, time
sys.path.insert(0, {place!r})
started = float(sys.argv.pop(1))
def tell(what, more=0.0):
    os.write(1, json.dumps([what, time.time() - started, more]).encode() + b"\\n")
from app.engine.client import EngineClient
begin, hand_on = EngineClient.__init__, EngineClient._hand_on
def begun(self, command):
    begin(self, command)
    told = set()
    def note(number, body):
        kind = type(body).__name__
        is_ready = kind == "Status" and body.embedder_ready and body.answer_model_ready
        for what in (kind, "Ready" if is_ready else kind):
            if what not in told:
                told.add(what)
                tell(what)
        hand_on(self, number, body)
    self._hand_on = note
    from PySide6.QtCore import QTimer
    from app.engine.messages import Search
    from app.gui.main_window import MainWindow
    usual = MainWindow.paintEvent
    def report():
        tell("Frame", time.process_time())
        self.request(Search({question!r}, 5), lambda message: None)
    def paint(window, event):
        usual(window, event)
        if "Frame" not in told:
            told.add("Frame")
            QTimer.singleShot(0, report)
    MainWindow.paintEvent = paint
EngineClient.__init__ = begun
from app.__main__ import main
sys.exit(main())
"""
"""The program itself, but for a line when the first frame was painted and for the first messages
of each kind; it searches as soon as the window is there."""


@dataclass(frozen=True)
class Start:
    """Seconds since the program was started; bytes of memory, 0 where it was not waited for."""

    frame: float
    processor: float
    """Of the window's process until its first frame."""
    engine: float
    """Until the engine's first word."""
    found: float
    """Until the first passages are there."""
    ready: float = 0.0
    """Until both models are loaded, as the window hears of it: it asks every two seconds."""
    window_memory: int = 0
    engine_memory: int = 0


def start_once(display: Desktop, home: Path, place: Path, to_rest: bool) -> Start:
    """One start; `to_rest` waits until the models are loaded, and looks at the memory."""
    program = _WATCHED.format(place=str(place), question=Author(1).question())
    with _running(["-c", program, str(time.time()), "--home", str(home)], display, place) as window:
        told: dict[str, tuple[float, float]] = {}
        for line in window.stdout or ():
            what, seconds, more = json.loads(line)
            told[what] = (seconds, more)
            is_found = "Frame" in told and bool({"EvidenceFound", "Hits"} & told.keys())
            if is_found and ("Ready" in told or not to_rest):
                break
        frame, processor = told["Frame"]
        found = told.get("EvidenceFound") or told["Hits"]
        first = min(seconds for what, (seconds, _) in told.items() if what != "Frame")
        if not to_rest:
            return Start(frame, processor, first, found[0])
        tree = sum(map(memory, children(window.pid)))
        return Start(frame, processor, first, found[0], told["Ready"][0], memory(window.pid), tree)


@contextmanager
def _running(
    arguments: Sequence[str], display: Desktop, place: Path
) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, *arguments],
        env=_environment(display),
        cwd=place,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield started
    finally:
        for process in (*children(started.pid), started.pid):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        started.wait()
        if started.stdout:
            started.stdout.close()


def _environment(display: Desktop) -> dict[str, str]:
    """As a user has it: Python keeps what it has compiled."""
    ours = display.environment
    return {name: ours[name] for name in ours if name != "PYTHONDONTWRITEBYTECODE"}


def memory(process: int) -> int:
    """Proportional set size, in bytes."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return next((int(x.split()[1]) * 1024 for x in text.splitlines() if x[:4] == "Pss:"), 0)


def children(process: int) -> list[int]:
    """All processes below one."""
    found = []
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        found += [int(pid) for pid in task.read_text().split()]
    return found + [grandchild for child in found for grandchild in children(child)]


def importing(place: Path) -> tuple[float, list[str]]:
    """Seconds of the processor that the window's imports take, and the ten that cost the most."""
    imports = "import app.__main__, app.engine.client, app.gui.application"
    program = f"import sys, time; sys.path.insert(0, {str(place)!r}); t = time.process_time(); "
    timed = [sys.executable, "-c", f"{program}{imports}; print(time.process_time() - t)"]
    seconds = [float(subprocess.check_output(timed, text=True)) for _ in range(5)]
    listed = [sys.executable, "-X", "importtime", "-c", imports]
    told = subprocess.run(listed, cwd=place, capture_output=True, text=True, check=True).stderr
    rows = [line[12:].split("|") for line in told.splitlines() if line.startswith("import time:")]
    own = sorted(
        ((int(row[0]), row[2].strip()) for row in rows if row[0].strip().isdigit()), reverse=True
    )
    return min(seconds), [f"{micro / 1000:6.1f} ms  {name}" for micro, name in own[:10]]


def prepare(folder: Path) -> Path:
    """A home with a small library that was indexed in full. Returns it."""
    home = folder / "home"
    list(write_library(folder / "papers", _DOCUMENTS, _PAGES))
    command = [sys.executable, "-m", "app", "--home", str(home), "index", str(folder / "papers")]
    subprocess.run(command, cwd=HERE, stdout=subprocess.DEVNULL, check=True)
    return home


def tell(name: str, runs: Sequence[Start]) -> None:
    """The table of a working copy."""

    def row(what: str, values: Sequence[float]) -> None:
        print(f"{what:<42} {min(values):6.2f} {statistics.median(values):7.2f} {max(values):6.2f}")

    print(f"\n{name}, {len(runs)} starts, seconds        {'':9}   least  median   most")
    row("first frame", [run.frame for run in runs])
    row("  processor time of the window until then", [run.processor for run in runs])
    row("engine's first word", [run.engine for run in runs])
    row("passages by keyword", [run.found for run in runs])
    row("both models loaded", [run.ready for run in runs if run.ready])
    last = runs[-1]
    print(f"memory at rest (PSS): window {last.window_memory / 1e6:.0f} MB, "
          f"engine, its helpers and its models {last.engine_memory / 1e6:.0f} MB")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--at", type=Path, action="append", default=[])
    wanted = parser.parse_args()
    places = [*(place.resolve() for place in wanted.at), HERE]
    found: dict[Path, list[Start]] = {place: [] for place in places}
    loads = []
    with tempfile.TemporaryDirectory() as folder, desktop() as display:
        home = wanted.home or prepare(Path(folder))
        for place in places:
            start_once(display, home, place, to_rest=True)
        for number in range(wanted.runs):
            loads.append(os.getloadavg()[0])
            for place in places:
                is_last = number == wanted.runs - 1
                found[place].append(start_once(display, home, place, to_rest=is_last))
    print(f"load of the machine: {min(loads):.1f} to {max(loads):.1f} on {os.cpu_count()} cores")
    for place in places:
        tell(str(place), found[place])
        imports, costly = importing(place)
        least = min(run.processor for run in found[place])
        print(f"imports: {imports:.2f} s of the processor ({imports / least:.0%}); most of it:")
        print(*costly, sep="\n")


if __name__ == "__main__":
    main()
