"""Whether the time left that is told while indexing is right: each guess against the true end.

    python -m tests.benchmarks.forecasts FOLDER --home DIR

Indexes a folder with the real readers and embedder into a new home folder, and prints what was told
every ten seconds. Exits 1 when more than a tenth of the guesses after the first minute were wrong
by more than 30 % (or, near the end, by more than 10 seconds). A second run knows from the first how
fast this machine embeds: `--home` with a `pace.json` in it. With `--cpu` a second is one of the
processor's that the program got: other programs on the machine then hardly count.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.core.control import Control
from app.core.events import Event, IndexProgress
from app.system.paths import find_paths
from app.wiring import open_vault
from app.wiring_models import cores

EVERY, FIRST_MINUTE = 10.0, 60.0
ALLOWED, NEAR = 0.3, 10.0
LOOK_EVERY = 0.2


@dataclass(frozen=True)
class Guess:
    """What was told at a moment, in seconds since the start."""

    moment: float
    phase: str
    left: float | None
    rate: float
    share: float | None


class WorkClock:
    """Seconds of processor that this program and its readers had, shared out over the cores.

    On a machine that others use as well, this is about how long it would take if they did not.
    """

    def __init__(self) -> None:
        self._own = psutil.Process()
        self._gone = 0.0
        self._known: dict[int, float] = {}
        self._latest, self._looked = 0.0, 0.0

    def now(self) -> float:
        if time.perf_counter() - self._looked < LOOK_EVERY:
            return self._latest
        self._looked = time.perf_counter()
        used = {}
        for process in (self._own, *self._own.children(recursive=True)):
            with suppress(psutil.Error):
                times = process.cpu_times()
                used[process.pid] = times.user + times.system
        self._gone += sum(time for pid, time in self._known.items() if pid not in used)
        self._known = used
        self._latest = max(self._latest, (self._gone + sum(used.values())) / cores())
        return self._latest


class Log:
    """Keeps a guess every ten seconds."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.guesses: list[Guess] = []

    def note(self, event: Event) -> None:
        if not isinstance(event, IndexProgress):
            return
        moment = time.monotonic() - self.started
        if self.guesses and moment - self.guesses[-1].moment < EVERY:
            return
        rate, left = event.pages_per_second, event.seconds_left
        self.guesses.append(Guess(moment, event.phase, left, rate, event.share))
        print(f"{moment:6.0f} s  {event.phase:10}  {left and round(left)} s left", flush=True)


def judge(guesses: list[Guess], end: float) -> int:
    """Prints every guess beside the truth; 1 when too many were wrong."""
    print(f"\n{'at':>6} {'phase':10} {'told':>7} {'true':>7} {'wrong by':>8} {'share':>6} pages/s")
    wrong = counted = 0
    for guess in guesses:
        true = end - guess.moment
        error = None if guess.left is None else (guess.left - true) / max(true, 0.1)
        is_bad = error is None or (abs(error) > ALLOWED and abs(error * true) > NEAR)
        if guess.moment >= FIRST_MINUTE:
            counted += 1
            wrong += is_bad
        told = "-" if guess.left is None else f"{guess.left:.0f}"
        by = "-" if error is None else f"{error:+.0%}"
        share = "-" if guess.share is None else f"{guess.share:.0%}"
        mark = " *" if is_bad and guess.moment >= FIRST_MINUTE else ""
        print(
            f"{guess.moment:6.0f} {guess.phase:10} {told:>7} {true:7.0f} {by:>8} {share:>6} "
            f"{guess.rate:.1f}{mark}"
        )
    print(f"\nTook {end:.0f} s. After the first minute {wrong} of {counted} guesses were wrong.")
    return 1 if wrong > counted / 10 else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--keyword-only", action="store_true", help="only how long reading takes")
    parser.add_argument("--cpu", action="store_true", help="for a machine that others use, too")
    options = parser.parse_args()
    if options.cpu:
        time.monotonic = WorkClock().now
    log = Log()
    with open_vault(find_paths(options.home.resolve())) as vault:
        if not options.keyword_only:
            vault.services.load_embedder(log.note)
        log.started = time.monotonic()
        vault.services.index([options.folder], options.keyword_only, log.note, Control())
    return judge(log.guesses, time.monotonic() - log.started)


if __name__ == "__main__":
    sys.exit(main())
