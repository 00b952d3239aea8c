"""Watches the processes of a long run: memory, handles, threads, disk, and whether they grow."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil

from app.system.processes import STORE_ROLE

_STRETCHES = 40
MIB = 1024 * 1024
ENGINE = "made_engine"
"""By which an engine is told from other programs that a benchmark starts."""
Figures = dict[str, float]


@dataclass
class Watch:
    """Samples this process and all below it every `pace` seconds, in a thread of its own.

    The samples go to `file`, a JSON object a line: kept here, they would be what grows.
    `places` are folders whose size and number of files count as the run's disk use.
    """

    file: Path
    places: Mapping[str, Path]
    pace: float = 5.0

    def __post_init__(self) -> None:
        self._started = time.monotonic()
        self.file.write_text("")
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._over.set()
        self._thread.join()

    def samples(self) -> list[Figures]:
        return [json.loads(line) for line in self.file.read_text().splitlines()]

    def sample(self) -> Figures:
        found: Figures = {"seconds": round(time.monotonic() - self._started, 1)}
        for role, process in processes():
            with suppress(psutil.Error):
                _add(found, role, process)
        for name, folder in self.places.items():
            found[f"{name} MiB"], found[f"{name} files"] = size_of(folder)
        return found

    def _run(self) -> None:
        while not self._over.wait(self.pace):
            with self.file.open("a") as file:
                file.write(json.dumps(self.sample()) + "\n")


def processes() -> list[tuple[str, psutil.Process]]:
    """This process and those below it, with what they are."""
    own = psutil.Process()
    found = [("client", own)]
    with suppress(psutil.Error):
        for engine in own.children():
            if ENGINE not in " ".join(engine.cmdline()):
                continue
            found.append(("engine", engine))
            for child in engine.children():
                if STORE_ROLE in child.cmdline():
                    found.append(("store", child))
                    continue
                found.append(("fork server", child))
                found += [("readers", reader) for reader in child.children(recursive=True)]
    return found


def _add(found: Figures, role: str, process: psutil.Process) -> None:
    memory = process.memory_full_info()
    figures = {
        "RSS MiB": memory.rss / MIB,
        "USS MiB": memory.uss / MIB,
        "handles": process.num_fds(),
        "threads": process.num_threads(),
        "processes": 1,
    }
    for name, value in figures.items():
        found[f"{role} {name}"] = round(found.get(f"{role} {name}", 0) + value, 2)


def size_of(folder: Path) -> tuple[float, int]:
    """MiB on the disk, and how many files."""
    size = files = 0
    for path, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                size += os.lstat(os.path.join(path, name)).st_blocks * 512
                files += 1
    return round(size / MIB, 2), files


def growth(samples: Sequence[Figures], name: str, warm_up: float) -> Figures:
    """How a figure went after `warm_up` seconds: ends, peak, and the fitted line's growth.

    The line is fitted to the lowest of each stretch, what is held when the work in hand is done;
    to all, for processes that come and go.
    """
    kept = [(s["seconds"], s.get(name, 0.0)) for s in samples if s["seconds"] >= warm_up]
    seconds, values = np.array(kept).T
    stretches = min(_STRETCHES, len(values))
    lows = [stretch.min() for stretch in np.array_split(values, stretches)]
    middles = [stretch.mean() for stretch in np.array_split(seconds, stretches)]
    slope, _ = np.polyfit(middles, lows, 1) if min(lows) else np.polyfit(seconds, values, 1)
    tenth = max(1, len(values) // 10)
    return {
        "mean": round(float(values.mean()), 2),
        "peak": round(float(values.max()), 2),
        "first tenth": round(float(np.median(values[:tenth])), 2),
        "last tenth": round(float(np.median(values[-tenth:])), 2),
        "per hour": round(float(slope) * 3600, 3),
        "fitted growth": round(float(slope * (seconds[-1] - seconds[0])), 3),
    }
