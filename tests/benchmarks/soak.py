"""A long life: hours of indexing, asking, reading and removing, with every figure watched.

    python -m tests.benchmarks.soak --minutes 120 --json soak.json --picture soak.svg

Speaks to a real engine over its pipe, as the window does: real PDF readers, real Chroma, and a
quick embedder and model, so that there are many rounds (`--real-embedder` takes the real one).
Flat means that the line fitted to a figure's lows after the warm-up grows by less than its
allowance.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import queue
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.overview.document_work import Extent, SummaryWish
from app.core.types import Document, State
from app.engine import messages as m
from app.engine.client import EngineClient
from app.system.paths import Paths
from tests.benchmarks.made_documents import Author
from tests.benchmarks.made_engine import REAL, command
from tests.benchmarks.soak_picture import draw
from tests.benchmarks.watching import Figures, Watch, growth
from tests.pdfs import write_locked_pdf, write_pdf

DOCUMENTS = 30
"""In the library at the end of a round; a tenth of them is new in every round."""
CHATS = 20
WARM_UP = 0.15
"""Of the run: caches fill, and arenas of memory find their size."""
ALLOWANCES = {"MiB": (8.0, 0.04), "handles": (2, 0), "threads": (1, 0), "processes": (1, 0)}
"""What a figure may grow in the run: so much, or so much of its mean, whichever is more."""
FRESH = ("readers", "store")
Request = m.Request


@dataclass
class Soak:
    """One life of one engine, round after round."""

    client: EngineClient
    folder: Path
    seed: int
    done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._author = Author(self.seed)
        self._chance = random.Random(self.seed)
        self._names = itertools.count(1)
        self._chats: list[int] = []
        self.folder.mkdir(parents=True)

    def do(self, request: Request) -> Any:
        """Send a request and wait for its ending; SystemExit if it is a failure."""
        ending = self.try_to(request)
        if isinstance(ending, m.EngineFailed):
            raise SystemExit(f"{type(request).__name__}: {ending}")
        return ending

    def try_to(self, request: Request, cancel: bool = False) -> Any:
        arrived: queue.SimpleQueue[Any] = queue.SimpleQueue()
        number = self.client.request(request, arrived.put)
        if cancel:
            self.client.steer(m.Cancel(number))
        self.done[type(request).__name__] += 1
        while not isinstance(ending := arrived.get(timeout=600), m.Ending):
            pass
        return ending

    def round(self, number: int) -> None:
        """Everything that a busy hour has in it."""
        self._change_files()
        self.do(m.AddPaths((str(self.folder),)))
        documents = [d for d in self.do(m.GetLibrary()).documents if d.state is State.READY]
        self._ask()
        self._look(documents)
        self._work_on(documents)
        self._keep_chats()
        if number % 5 == 0:
            self._meet_odd_files()
        if number % 20 == 0:
            self.do(m.GetProof())
        self._remove(documents)

    def _change_files(self) -> None:
        present = sorted(self.folder.glob("*.pdf"))
        for path in self._chance.sample(present, min(len(present), 2)):
            self._write(path)
        for _ in range(max(3, DOCUMENTS - len(present))):
            self._write(self.folder / f"made {next(self._names):06}.pdf")

    def _write(self, path: Path) -> None:
        pages = self._chance.randint(2, 12)
        write_pdf(path, *(self._author.page(page + 1) for page in range(pages)))

    def _ask(self) -> None:
        for _ in range(3):
            chat = self._chance.choice([None, *self._chats[-3:]])
            asked = self.do(m.Ask(self._author.question(), chat))
            if asked.chat not in self._chats:
                self._chats.append(asked.chat)
            self.do(m.Search(self._author.question()))
        self.try_to(m.Ask(self._author.question()), cancel=True)

    def _look(self, documents: list[Document]) -> None:
        for document in self._chance.sample(documents, 4):
            page = self._chance.randint(1, document.pages)
            self.do(m.GetPage(document.id, page))
            self.do(m.DrawPage(document.id, page, 1.5))

    def _work_on(self, documents: list[Document]) -> None:
        first, second = self._chance.sample(documents, 2)
        self.do(m.Reread(first.id))
        summarized = self.do(m.Summarize(SummaryWish((Extent(first.id),)), "Summary"))
        compared = self.do(m.Compare(self._author.question(), (first.id, second.id)))
        self._chats += [summarized.chat, compared.chat]

    def _keep_chats(self) -> None:
        for name in ("chat.html", "chat.pdf"):
            path = self.folder.parent / name
            self.do(m.ExportChat(self._chance.choice(self._chats), str(path)))
        self.do(m.SearchChats(self._author.word()))
        self.do(m.RenameChat(self._chats[-1], "Renamed"))
        while len(self._chats) > CHATS:
            self.do(m.DeleteChat(self._chats.pop(0)))
        known = {chat.id for chat in self.do(m.GetChats()).chats}
        self._chats = [chat for chat in self._chats if chat in known]

    def _meet_odd_files(self) -> None:
        """One that is damaged, one that is locked; both leave again."""
        damaged, locked = self.folder / "damaged.pdf", self.folder / "locked.pdf"
        damaged.write_bytes(b"%PDF-1.7\n" + self._chance.randbytes(5_000))
        write_locked_pdf(locked, "secret", self._author.page(1))
        self.do(m.AddPaths((str(damaged), str(locked))))
        found = {d.name: d.id for d in self.do(m.GetLibrary()).documents}
        self.do(m.GivePassword(found[locked.name], "secret"))
        self.do(m.RemoveDocuments((found[damaged.name], found[locked.name])))
        for path in (damaged, locked):
            path.unlink()

    def _remove(self, documents: list[Document]) -> None:
        chosen = self._chance.sample(documents, len(documents) // 10)
        self.do(m.RemoveDocuments(tuple(document.id for document in chosen)))
        for document in chosen:
            os.unlink(document.path)


def run(minutes: float, seed: int, more: tuple[str, ...], spool: Path) -> dict[str, Any]:
    """The figures of a run; while it lasts its samples go to `spool`."""
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    paths = Paths(folder / "home", folder / "home" / "vault")
    left = folder / "left"
    left.mkdir()
    os.environ["TMPDIR"] = str(left)
    client = EngineClient(command(paths, *more))
    places = {"vault": paths.vault, "scratch": paths.scratch, "temporary": left}
    watch = Watch(spool, places)
    soak = Soak(client, folder / "documents", seed)
    started = time.monotonic()
    rounds = 0
    while time.monotonic() - started < minutes * 60:
        soak.round(rounds)
        rounds += 1
    watch.end()
    seconds = time.monotonic() - started
    client.close()
    shutil.rmtree(folder)
    return figures(watch.samples(), soak, rounds, seconds)


def figures(samples: list[Figures], soak: Soak, rounds: int, seconds: float) -> dict[str, Any]:
    names = dict.fromkeys(name for sample in samples for name in sample if name != "seconds")
    grown = {name: growth(samples, name, seconds * WARM_UP) for name in names}
    return {
        "minutes": round(seconds / 60, 1),
        "rounds": rounds,
        "done": dict(soak.done),
        "growing": [name for name, found in grown.items() if not is_flat(name, found)],
        "growth": grown,
        "samples": samples,
    }


def is_flat(name: str, found: Figures) -> bool:
    """Of processes that are begun anew for each work only the number could pile up."""
    role, _, unit = name.partition(" ")
    if role in FRESH and unit != "processes":
        return True
    amount, share = ALLOWANCES.get(name.rpartition(" ")[2], (40, 0.1))
    return found["fitted growth"] <= max(amount, share * found["mean"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, default=Path("soak.json"))
    parser.add_argument("--picture", type=Path)
    parser.add_argument(REAL, action="store_true")
    options = parser.parse_args()
    more = (REAL,) if options.real_embedder else ()
    spool = options.json.with_suffix(".jsonl")
    made = run(options.minutes, options.seed, more, spool)
    options.json.write_text(json.dumps(made))
    if options.picture:
        options.picture.write_text(draw(made), "utf-8")
    print(f"{made['rounds']} rounds in {made['minutes']} min:", made["done"])
    for name, found in made["growth"].items():
        print(f"{name:24}", *(f"{key} {value:<10}" for key, value in found.items()))
    print("growing:", ", ".join(made["growing"]) or "nothing")
    return 1 if made["growing"] else 0


if __name__ == "__main__":
    sys.exit(main())
