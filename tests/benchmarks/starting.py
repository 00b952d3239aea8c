"""How soon the window is there: from the start of the program to its first painted frame.

    python -m tests.benchmarks.starting [RUNS]

Each run is the real program with its own engine on a display without a screen, after one run that
warms the file cache. Also measured: what the imports cost, and the memory of window and engine at
rest. Qt itself tells when the first frame is on its way: the window is then mapped and exposed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.system.paths import find_paths
from tests.security.desktop import Desktop, desktop

_WATCHED = """
import sys, time
sys.path.insert(0, {place!r})
started = float(sys.argv.pop(1))
def watch():
    from PySide6.QtCore import QEvent, QTimer
    from app.gui.main_window import MainWindow
    usual = MainWindow.paintEvent
    def paint(self, event):
        usual(self, event)
        if started:
            QTimer.singleShot(0, lambda: report())
    def report():
        global started
        if started:
            print(f"{{time.time() - started:.3f}} {{time.process_time():.3f}}", flush=True)
            started = 0.0
    MainWindow.paintEvent = paint
from app.engine.client import EngineClient
begin = EngineClient.__init__
def begun(self, command):
    begin(self, command)
    watch()
EngineClient.__init__ = begun
from app.__main__ import main
sys.exit(main())
"""
"""The program itself, but for one word when the first frame was painted."""


def start_once(display: Desktop, home: Path, place: Path) -> tuple[float, float, int, int]:
    """Seconds until the first frame, those of the processor, and bytes of window and engine."""
    command = [sys.executable, "-c", _WATCHED.format(place=str(place)), str(time.time())]
    window = subprocess.Popen(
        [*command, "--home", str(home)], env=display.environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert window.stdout is not None
        seconds, worked = map(float, window.stdout.readline().split())
        time.sleep(6)
        return seconds, worked, memory(window.pid), sum(map(memory, children(window.pid)))
    finally:
        window.kill()
        window.wait()
        if window.stdout:
            window.stdout.close()


def memory(process: int) -> int:
    """Proportional set size, in bytes."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return next(int(line.split()[1]) * 1024 for line in text.splitlines() if line[:4] == "Pss:")


def children(process: int) -> list[int]:
    found = [int(pid) for task in Path(f"/proc/{process}/task").iterdir()
             for pid in (task / "children").read_text().split()]  # fmt: skip
    return found + [grandchild for child in found for grandchild in children(child)]


def imports() -> list[str]:
    """The ten imports of the window that cost the most, with milliseconds of their own."""
    command = [sys.executable, "-X", "importtime", "-c", "import app.gui.application"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    rows = [line.split("|") for line in told.splitlines() if line.startswith("import time:")]
    own = [
        (int(row[0].split(":")[1]), row[2].strip())
        for row in rows
        if row[0][12:].strip()[0].isdigit()
    ]
    return [f"{micro / 1000:6.1f} ms  {name}" for micro, name in sorted(own, reverse=True)[:10]]


def main(runs: int) -> None:
    place = Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as folder, desktop() as display:
        home = find_paths(Path(folder)).home
        start_once(display, home, place)
        found = [start_once(display, home, place) for _ in range(runs)]
    seconds = [run[0] for run in found]
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"first frame, {runs} runs: median {statistics.median(seconds):.2f} s, "
          f"from {min(seconds):.2f} to {max(seconds):.2f} s")  # fmt: skip
    print(f"processor time of the window until then: {min(run[1] for run in found):.2f} s")
    print(f"memory at rest (PSS): window {found[-1][2] / 1e6:.0f} MB, "
          f"engine, its helpers and its models {found[-1][3] / 1e6:.0f} MB")  # fmt: skip
    print("imports of the window that cost most:", *imports(), sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
