"""Kills the program again and again, and judges what is left.

`python -m tests.durability.rounds 2000` plays so many rounds, and prints what came of them. Owns
the order of a round: an act that dies, the next start, what it finds, and doing it all again.
"""

from __future__ import annotations

import argparse
import errno
import gc
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from importlib import import_module
from pathlib import Path

from app.core.control import Control
from app.core.embedding import MOST_AT_ONCE
from app.core.events import tell_nobody
from app.core.services import Services
from app.system.lockdown import prepare
from app.system.paths import find_paths
from tests.durability import verdict
from tests.durability.acts import ACTS, ADDING, REMOVING, Act, Stage, models_of
from tests.durability.library import READ_AT_ONCE, opened
from tests.durability.oversight import Ended, Plan, Say, Work, joined, oversee
from tests.durability.papers import Papers

LARGEST = 7
"""Documents of a library, about: more make rounds slow, and no moment likelier."""
_AGAIN = 0.25
"""How often the next start is hit as well."""
_LONG = (600, 1.0)
"""Calls and seconds of an act, before one was seen from its beginning to its end."""

Plans = Callable[[random.Random, int, float], Plan]
"""Makes the plan for a run that takes about so many calls and seconds."""


def kill(chance: random.Random, calls: int, seconds: float) -> Plan:
    """At any call that changes a file; and at any time, for what lies between the calls."""
    if chance.random() < 0.25:
        return Plan(after=chance.uniform(0.001, seconds))
    return Plan(at_call=chance.randint(1, max(calls, 2)))


def fail(error: int, failing: tuple[str, ...], longest: int) -> Plans:
    """From any call on, the calls named in `failing` end with an error, at most `longest`."""

    def plan(chance: random.Random, calls: int, _seconds: float) -> Plan:
        so_many = chance.choice([1, longest])
        first = chance.randint(1, max(calls, 2))
        return Plan(error=error, failing=failing, from_call=first, so_many=so_many)

    return plan


@dataclass
class Tally:
    """What came of many rounds."""

    rounds: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    """Kills, or runs that met a fault, by act."""
    places: Counter[str] = field(default_factory=Counter)
    """The same by the call at which it happened."""
    told: Counter[str] = field(default_factory=Counter)
    """What users were told of faults."""
    losses: list[str] = field(default_factory=list)
    embedded_again: int = 0
    """Passages, all rounds together."""
    read_again: int = 0
    seconds: float = 0.0

    def add(self, other: Tally) -> None:
        for part in fields(self):
            mine = getattr(self, part.name)
            setattr(self, part.name, mine + type(mine)(getattr(other, part.name)))


@dataclass(frozen=True)
class Cost:
    """How much an act has to read and to embed when nothing disturbs it; None: unknown."""

    documents: int
    passages: int


class Rounds:
    """One home that is killed over and over."""

    def __init__(self, folder: Path, seed: int, plans: Plans) -> None:
        self._chance = random.Random(seed)
        self._plans = plans
        for name in ("papers", "models"):
            (folder / name).mkdir(parents=True)
        papers = Papers(folder / "papers", random.Random(seed))
        self._stage = Stage(find_paths(folder / "home"), papers, folder / "models", self._chance)
        self._lengths: dict[str, tuple[int, float]] = {}
        """By act: calls and seconds of the last run that was let live."""
        self.tally = Tally()

    def play(self, acts: Sequence[Act] = ACTS) -> None:
        """One round."""
        started = time.monotonic()
        act = self._choose(acts)
        before = self._stage.papers.now()
        work = act.prepare(self._stage)
        ends = [self._run(act, work)]
        while ends[-1].was_hit and self._chance.random() < _AGAIN:
            ends.append(self._run(act, work))
        judge = _Judge(self._stage, work, tuple(ends), repeats=self._chance.random() < 0.5)
        ends.append(oversee(judge.work, Plan(), self._stage.paths.home))
        losses = [what for ended in ends for what in ended.trouble]
        losses += ends[-1].all_said("known") + ends[-1].all_said("loss")
        losses += self._too_dear(act, before, ends) if not losses else ()
        losses += verdict.left_over(self._stage.paths) if not losses else ()
        losses += verdict.traces(self._stage.paths, self._stage.papers) if not losses else ()
        self._note(act, ends, losses)
        self.tally.seconds += time.monotonic() - started

    def _choose(self, acts: Sequence[Act]) -> Act:
        there = len(self._stage.papers.now())
        if there > LARGEST:
            return REMOVING
        return self._chance.choice(acts) if there >= 2 else ADDING

    def _run(self, act: Act, work: Work) -> Ended:
        paths = self._stage.paths
        look = partial(verdict.digest, paths.catalog)
        length = self._lengths.get(act.name, _LONG)
        plan = self._plans(self._chance, *length)
        ended = oversee(work, plan, paths.home, look if act.keeps_form else str)
        if not ended.was_hit:
            self._lengths[act.name] = ended.calls, ended.seconds
        return ended

    def _too_dear(self, act: Act, before: dict[str, str], ends: Sequence[Ended]) -> Iterator[str]:
        """More that was done again than the batches that were in hand."""
        if act.reads_at_will:
            return
        papers = self._stage.papers
        new = [sha256 for path, sha256 in papers.now().items() if before.get(path) != sha256]
        kills = sum(ended.was_hit for ended in ends)
        read = len(joined(ends, "read")) - len(new)
        wanted = sum(len(papers.contents[sha256].chunks) for sha256 in new)
        embedded = sum(joined(ends, "embedded")) - wanted
        self.tally.read_again += read
        self.tally.embedded_again += embedded
        if not 0 <= read <= READ_AT_ONCE * kills:
            yield f"{read} documents were read again after {kills} kills"
        if not 0 <= embedded <= MOST_AT_ONCE * kills:
            yield f"{embedded} passages were embedded again after {kills} kills"

    def _note(self, act: Act, ends: Sequence[Ended], losses: Sequence[str]) -> None:
        tally = self.tally
        tally.rounds += 1
        tally.hits[act.name] += sum(ended.was_hit for ended in ends)
        tally.places.update(ended.at for ended in ends if ended.was_hit)
        tally.told.update(joined(ends, "known"))
        how = "; then ".join(f"{ended.signal or 'fault'} at {ended.at}" for ended in ends[:-1])
        where = f"round {tally.rounds}, {act.name}, {how}"
        tally.losses += [f"{where}: {what}" for what in losses]


@dataclass(frozen=True)
class _Judge:
    """The next start, in a process of its own: what it finds, and what it does again."""

    stage: Stage
    again: Work
    ends: tuple[Ended, ...]
    repeats: bool

    def work(self, say: Say) -> None:
        stage = self.stage
        with opened(stage.paths, say) as services:
            for what in self._at_once(services):
                say("loss", what)
        if self.repeats:
            self.again(say)
        with opened(stage.paths, say) as services:
            stage.remove_what_is_gone(services)
            services.go_on(tell_nobody, Control())
            services.index([stage.papers.folder], False, tell_nobody, Control())
            services.tidy(tell_nobody, Control())
            for what in self._in_the_end(services):
                say("loss", what)

    def _at_once(self, services: Services) -> Iterator[str]:
        catalog, papers = self.stage.paths.catalog, self.stage.papers
        found = [(p.what, p.where, p.mended) for p in services.check(Control())]
        yield from verdict.unexpected(services, papers, found)
        yield from verdict.half_there(catalog)
        yield from verdict.not_as_read(catalog, papers)
        yield from verdict.not_as_told(services, self.ends)
        yield from self._models()
        seen = self.ends[-1].seen
        if seen and seen != verdict.digest(catalog):
            yield "what was committed right before the kill is not what is there after it"

    def _in_the_end(self, services: Services) -> Iterator[str]:
        catalog, papers = self.stage.paths.catalog, self.stage.papers
        yield from verdict.half_there(catalog)
        yield from verdict.not_as_read(catalog, papers)
        yield from verdict.not_complete(catalog, papers)
        yield from verdict.not_in_step(services, catalog)
        yield from verdict.not_found(services, papers)
        yield from self._models()

    def _models(self) -> Iterator[str]:
        found = models_of(self.stage.paths).verify()
        names = {model.name for model, problem in found if not problem}
        yield from (f"{model.role} model: {problem}" for model, problem in found if problem)
        yield from (
            f"imported and lost: {name}" for name in joined(self.ends, "model") if name not in names
        )


_WRITING = ("write", "pwrite64", "writev", "pwritev", "ftruncate", "fallocate", "copy_file_range")
_NAMING = ("open", "openat", "mkdir", "mkdirat", "rename", "renameat", "renameat2")
_GOING = ("unlink", "unlinkat", "rmdir")
DISASTERS: dict[str, Plans] = {
    "kills": kill,
    "a full disk": fail(errno.ENOSPC, (*_WRITING, *_NAMING), 10**9),
    "a failing disk": fail(errno.EIO, (*_WRITING, "fsync", "fdatasync"), 3),
    "a read-only folder": fail(errno.EROFS, (*_WRITING, *_NAMING, *_GOING), 10**9),
}


def play(rounds: int, seed: int, plans: Plans = kill) -> Tally:
    """So many rounds in a home of their own."""
    folder = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=folder, prefix="rounds-") as home:
        played = Rounds(Path(home), seed, plans)
        for number in range(1, rounds + 1):
            played.play()
            if number % 50 == 0:
                hits, losses = sum(played.tally.hits.values()), played.tally.losses
                print(f"{number} rounds, {hits} hits, losses: {losses}", file=sys.stderr)
        return played.tally


_USED = ("chromadb.api.rust", "chromadb.telemetry.product.posthog", "numpy.random", "pypdf")
"""What every round would import: it is there when its processes are forked."""


def play_side_by_side(rounds: int, seed: int, lanes: int, plans: Plans = kill) -> Tally:
    """The same in several processes, forked from this one: all is imported once."""
    for module in _USED:
        import_module(module)
    gc.freeze()
    pipes = []
    for lane in range(lanes):
        reading, writing = os.pipe()
        if os.fork() == 0:
            os.close(reading)
            _play_lane(writing, partial(play, rounds // lanes, seed * 1000 + lane, plans))
        os.close(writing)
        pipes.append(reading)
    total = Tally()
    for reading in pipes:
        with open(reading, "rb") as pipe:
            total.add(Tally(**json.loads(pipe.read())))
        os.wait()
    return total


def _play_lane(writing: int, played: Callable[[], Tally]) -> None:
    try:
        with open(writing, "w", encoding="utf-8") as pipe:
            json.dump(vars(played()), pipe)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Kill the program, and judge what is left.")
    parser.add_argument("rounds", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lanes", type=int, default=2, help="processes side by side")
    parser.add_argument("--with", dest="disaster", choices=DISASTERS, default="kills")
    options = parser.parse_args(arguments)
    prepare(display=True)
    plans = DISASTERS[options.disaster]
    tally = play_side_by_side(options.rounds, options.seed, options.lanes, plans)
    told = {
        name: dict(value.most_common()) if isinstance(value, Counter) else value
        for name, value in vars(tally).items()
    }
    print(json.dumps(told | {"hits in all": sum(tally.hits.values())}, indent=1))
    return bool(tally.losses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
