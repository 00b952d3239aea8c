"""The engine and real folders: something changes, the window is told, and the library follows."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.events import DocumentChanged, FoldersChanged, tell_nobody
from app.core.folders.changes import MOST_UNASKED
from app.core.types import Document, IndexReport, Presence, State
from app.engine import messages as m
from app.engine.pending import Pending
from app.engine.vigil import Vigil
from tests.deadlines import PATIENCE, wait_until
from tests.engine.test_engine import Conversation, open_engine
from tests.pdfs import write_pdf

pytestmark = pytest.mark.slow


@dataclass
class Following:
    """An engine that watches, and is asked to catch up whenever it tells of something."""

    engine: Conversation
    watching: int
    folder: Path
    read: list[str] = field(default_factory=list)

    def catch_up(self) -> IndexReport:
        """When the engine has something to tell."""
        while not isinstance(self.engine.next_of(self.watching), FoldersChanged):
            pass
        seen, made = self.engine.finish(self.engine.start(m.CatchUp()))
        assert isinstance(made, IndexReport)
        self.read += [
            e.document.name
            for e in seen
            if isinstance(e, DocumentChanged) and e.document.state is State.SEARCHABLE
        ]
        return made

    def documents(self) -> dict[str, Document]:
        """Those of the folder, by name."""
        found = self.engine.ask(m.GetLibrary()).documents
        return {d.name: d for d in found if d.source == str(self.folder)}

    def presences(self) -> set[Presence]:
        return {document.presence for document in self.documents().values()}

    def until(self, *names: str) -> None:
        """Catch up until the folder's documents are these, and all are ready."""
        while not (
            self.documents().keys() == set(names)
            and all(d.state is State.READY for d in self.documents().values())
        ):
            self.catch_up()


@pytest.fixture(scope="module")
def watching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Conversation, int]]:
    """One engine for all tests, and its request to watch."""
    engine = open_engine(tmp_path_factory.mktemp("engine") / "home")
    yield engine, engine.start(m.WatchFolders())
    engine.client.close()


@pytest.fixture
def following(watching: tuple[Conversation, int], tmp_path: Path) -> Following:
    """A folder of its own for each test, with two documents that were read."""
    engine, request = watching
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("heron", "otter"):
        os.utime(write_pdf(folder / f"{name}.pdf", f"The {name} of {tmp_path.name}."), (1, 1))
    engine.ask(m.AddPaths((str(folder),)))
    return Following(engine, request, folder)


def test_changes_in_a_folder_reach_the_library_while_it_is_open(following: Following) -> None:
    folder = following.folder
    before = following.documents()
    write_pdf(folder / "lynx.pdf", "The lynx hides.")
    (folder / "deeper").mkdir()
    (folder / "heron.pdf").rename(folder / "deeper" / "egret.pdf")
    following.until("egret.pdf", "otter.pdf", "lynx.pdf")
    assert following.documents()["egret.pdf"].id == before["heron.pdf"].id
    assert following.read == ["lynx.pdf"]
    (folder / "otter.pdf").unlink()
    following.until("egret.pdf", "lynx.pdf")


def test_a_storm_of_files_and_their_sudden_end(following: Following) -> None:
    many = following.folder / "many"
    many.mkdir()
    names = {f"{i}.pdf" for i in range(MOST_UNASKED + 25)}
    for name in names:
        write_pdf(many / name, f"Number {name}.")
    following.until("heron.pdf", "otter.pdf", *names)
    shutil.rmtree(many)
    while following.catch_up().missing != len(names):
        pass
    found = following.documents().values()
    missing = [d.id for d in found if d.presence is Presence.MISSING]
    following.engine.ask(m.KeepDocuments(tuple(missing[:1])))
    following.engine.ask(m.RemoveDocuments(tuple(missing[1:])))
    assert following.presences() == {Presence.HERE, Presence.KEPT}


def test_a_source_that_goes_and_comes_back_is_away_meanwhile(following: Following) -> None:
    aside = following.folder.with_name("unplugged")
    following.folder.rename(aside)
    while following.presences() != {Presence.AWAY}:
        following.catch_up()
    aside.rename(following.folder)
    while following.presences() != {Presence.HERE}:
        following.catch_up()
    write_pdf(following.folder / "lynx.pdf", "The lynx hides.")
    following.until("heron.pdf", "otter.pdf", "lynx.pdf")
    assert following.read == ["lynx.pdf"]


class NoWatch:
    """Sees nothing."""

    def __init__(self) -> None:
        self.has_begun = threading.Event()

    def follow(self, sources: Collection[Path], tell: Callable[[Path], None]) -> set[Path]:
        self.has_begun.set()
        return set(sources)

    def let_go(self, source: Path) -> None: ...
    def close(self) -> None: ...


def test_a_source_that_goes_just_before_it_is_followed_again_is_compared(tmp_path: Path) -> None:
    source, watch, control = tmp_path / "papers", NoWatch(), Control()
    source.mkdir()
    vigil = Vigil(lambda: watch, Pending(0.0))
    assert vigil.take() is None
    keeping = threading.Thread(
        target=vigil.keep, args=(lambda: [str(source)], tell_nobody, control)
    )
    keeping.start()
    watch.has_begun.wait(PATIENCE)
    wait_until(lambda: vigil.take() == [source])
    source.rename(tmp_path / "elsewhere")
    vigil.follow([str(source)])
    assert vigil.take() == [source]
    control.cancel()
    keeping.join(PATIENCE)


def test_a_copy_that_stops_half_way_is_waited_for_and_then_read(following: Following) -> None:
    whole = write_pdf(following.folder.with_name("whole.pdf"), "The lynx hides.").read_bytes()
    with open(following.folder / "lynx.pdf", "wb") as copy:
        copy.write(whole[: len(whole) // 2])
        copy.flush()
        copy.write(whole[len(whole) // 2 :])
    following.until("heron.pdf", "otter.pdf", "lynx.pdf")
    assert {d.state for d in following.documents().values()} == {State.READY}


def test_watching_ends_when_it_is_cancelled_and_begins_again(following: Following) -> None:
    following.engine.client.steer(m.Cancel(following.watching))
    assert isinstance(following.engine.finish(following.watching)[1], m.Done)
    again = Following(following.engine, following.engine.start(m.WatchFolders()), following.folder)
    (following.folder / "otter.pdf").unlink()
    again.until("heron.pdf")
