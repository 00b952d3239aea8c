"""Kills the program while it exports a library or takes one in, and judges what is left.

`python -m tests.durability.carrying 40` plays so many kills of each. What was being taken in is
there whole or not at all at the next start, and no byte is left of what is not there.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.core.carrying.archive import Signature
from app.core.carrying.carrier import ExportWish
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.services import Services
from app.system.lockdown import prepare
from app.system.paths import Paths, find_paths
from tests.durability import verdict
from tests.durability.library import opened
from tests.durability.oversight import Ended, Plan, Say, Work, oversee
from tests.durability.papers import Papers

DOCUMENTS = 4


@dataclass
class Tally:
    """What came of the kills. `whole`: times that a file or a library was there all the same."""

    kills: dict[str, int] = field(default_factory=lambda: {"export": 0, "import": 0})
    whole: dict[str, int] = field(default_factory=lambda: {"export": 0, "import": 0})
    losses: list[str] = field(default_factory=list)


class Carrying:
    """One library that is exported and taken in over and over."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._chance = folder, random.Random(seed)
        self._own, self._given = find_paths(folder / "own"), find_paths(folder / "given")
        self._file = folder / "own" / "library.strongroom"
        (folder / "papers").mkdir()
        self._papers = Papers(folder / "papers", random.Random(seed))
        for _ in range(DOCUMENTS):
            self._papers.write()
        _require(oversee(self._index, Plan(), self._own.home))
        self._calls = {
            "export": _require(oversee(self._export, Plan(), self._own.home)).calls,
            "import": _require(oversee(self._take_in, Plan(), self._given.home)).calls,
        }
        self.tally = Tally()

    def play(self, kills: int) -> Tally:
        """So many kills of each."""
        for _ in range(kills):
            self._file.unlink(missing_ok=True)
            self._die("export", self._export, self._own, self._after_export)
        for _ in range(kills):
            shutil.rmtree(self._given.home)
            self._die("import", self._take_in, self._given, self._after_import)
        return self.tally

    def _die(self, name: str, work: Work, paths: Paths, after: Work) -> None:
        plan = Plan(at_call=self._chance.randint(1, self._calls[name]))
        ended = oversee(work, plan, paths.home)
        found = oversee(after, Plan(), paths.home)
        self.tally.kills[name] += ended.was_hit
        self.tally.whole[name] += bool(found.all_said("whole"))
        losses = ended.trouble + found.trouble + found.all_said("known") + found.all_said("loss")
        self.tally.losses += [f"{name}, killed at {ended.at}: {loss}" for loss in losses]

    def _index(self, say: Say) -> None:
        with opened(self._own, say) as services:
            services.index([self._papers.folder], False, tell_nobody, Control())
            services.tidy(tell_nobody, Control())

    def _export(self, say: Say) -> None:
        with opened(self._own, say) as services:
            wish = ExportWish(self._file, with_documents=True, with_chats=True)
            services.carrier.export(wish, None, tell_nobody, Control())

    def _take_in(self, say: Say) -> None:
        with opened(self._given, say) as services:
            services.carrier.take_in(self._file, _trust_nobody, tell_nobody, Control())

    def _after_export(self, say: Say) -> None:
        """A file with that name is a whole one, and nothing is left of one that is not there."""
        if self._file.exists():
            say("whole", True)
        else:
            self._export(say)
        with opened(self._own, say):
            pass
        for path in (*self._own.scratch.iterdir(), *self._own.home.glob(".*")):
            say("loss", f"left over: {path.relative_to(self._own.home)}")

    def _after_import(self, say: Say) -> None:
        with opened(self._given, say) as services:
            services.tidy(tell_nobody, Control())
            is_whole = bool(services.catalog.documents())
        if is_whole:
            say("whole", True)
        else:
            for marker in self._bytes_left():
                say("loss", marker)
            self._take_in(say)
        with opened(self._given, say) as services:
            for loss in self._not_whole(services):
                say("loss", loss)

    def _not_whole(self, services: Services) -> Iterator[str]:
        services.tidy(tell_nobody, Control())
        catalog = self._given.catalog
        yield from (f"check said: {problem.what}" for problem in services.check(Control()))
        yield from verdict.half_there(catalog)
        yield from verdict.not_as_read(catalog, self._papers)
        yield from verdict.not_in_step(services, catalog)
        shas = {sha for _, sha in verdict.read(catalog, "SELECT path, sha256 FROM documents")}
        if shas != set(self._papers.now().values()):
            yield f"{len(shas)} documents are there"
        for document in services.catalog.documents():
            if not Path(document.path).is_relative_to(self._given.vault):
                yield "a document lies elsewhere"
        for path in (*self._given.scratch.iterdir(), *self._given.vault.glob(".incoming*")):
            yield f"left over: {path.relative_to(self._given.home)}"

    def _bytes_left(self) -> Iterator[str]:
        """Files that hold a word of documents that are not there."""
        markers = [content.marker.encode() for content in self._papers.contents.values()]
        for path in self._given.home.rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            if path.suffix == ".pdf" or any(marker in content for marker in markers):
                yield f"bytes are left in {path.relative_to(self._given.home)}"


def _trust_nobody(_signature: Signature, _data: bytes) -> bool:
    return False


def _require(ended: Ended) -> Ended:
    if not ended.all_said("done"):
        raise SystemExit(f"it did not even work undisturbed: {ended.said}")
    return ended


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description="Kill exports and imports, and judge.")
    parser.add_argument("kills", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    prepare(display=True)
    with tempfile.TemporaryDirectory(prefix="carrying-") as folder:
        tally = Carrying(Path(folder), options.seed).play(options.kills)
    print(json.dumps(vars(tally), indent=1))
    return bool(tally.losses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
