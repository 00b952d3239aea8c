"""The vector store is derived: whatever happens to it, search gives what the catalogue says."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.backends.fakes import FakeStore
from app.core.catalog import Catalog
from app.core.control import Control
from app.core.database import Database
from app.core.errors import Cancelled
from app.core.events import Event, IndexProgress
from app.core.interfaces import VectorStore
from app.core.types import State, Vectors
from app.core.vectors import Place, VectorIndex
from app.system.paths import INSTALLATION
from tests.core.library import store

SIZE = 8
EMBEDDER = "one@1"
Make = Callable[[], VectorIndex]


class CountingStore(FakeStore):
    """Notes how often stores were opened and searched."""

    opened = 0
    searched = 0

    def __init__(self, folder: Path, dimensions: int) -> None:
        type(self).opened += 1
        super().__init__(folder, dimensions)

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        type(self).searched += 1
        return super().search(vector, k)


@pytest.fixture(autouse=True)
def counted_from_zero() -> None:
    CountingStore.opened = CountingStore.searched = 0


@pytest.fixture
def make(database: Database, tmp_path: Path) -> Make:
    """Makes an index as a newly started program would, on the same vault."""
    return lambda: VectorIndex(
        database, Place(tmp_path / "vectors", "here"), CountingStore, EMBEDDER, SIZE
    )


def unit_rows(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, SIZE)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)  # type: ignore[no-any-return]


def add(catalog: Catalog, index: VectorIndex, name: str, count: int, seed: int = 0) -> list[int]:
    """A document with `count` chunks and their vectors; the chunks' ids."""
    number = store(catalog, name, *(f"{name} text {i}" for i in range(count)))
    chunks = [c.id for c in catalog.chunks_without_vectors(EMBEDDER, 1_000) if c.document == number]
    assert index.add(chunks, unit_rows(count, seed)) == [number]
    assert catalog.document(number).state is State.READY
    return chunks


def settled(make: Make, catalog: Catalog) -> VectorIndex:
    """An index whose store holds everything."""
    index = make()
    add(catalog, index, "a.pdf", 12)
    index.settle(Control())
    return index


def used_store(index: VectorIndex) -> bool:
    before = CountingStore.searched
    index.search(unit_rows(1, 9), 3)
    return CountingStore.searched > before


def assert_exact(index: VectorIndex, catalog: Catalog) -> None:
    """The same hits as by comparing with everything in the catalogue."""
    everything = [document.id for document in catalog.documents()]
    for query in unit_rows(5, 77):
        exact = index.search(query, 6, everything)
        found = index.search(query, 6)
        assert [number for number, _ in found] == [number for number, _ in exact]
        assert np.allclose([c for _, c in found], [c for _, c in exact], atol=1e-6)


def test_before_there_is_a_store_search_is_exact(make: Make, catalog: Catalog) -> None:
    index = make()
    chunks = add(catalog, index, "a.pdf", 5)
    wanted = unit_rows(5)[3]
    assert index.search(wanted, 2)[0][0] == chunks[3]
    assert index.search(wanted, 2)[0][1] == pytest.approx(1.0, abs=2e-3)
    assert not used_store(index)


def test_the_store_answers_as_exact_search_does(make: Make, catalog: Catalog) -> None:
    index = settled(make, catalog)
    assert used_store(index)
    assert_exact(index, catalog)


def test_a_settled_store_is_used_again_after_a_restart(make: Make, catalog: Catalog) -> None:
    settled(make, catalog).close()
    again = make()
    again.open()
    assert used_store(again)
    assert_exact(again, catalog)
    opened = CountingStore.opened
    again.settle(Control())
    assert CountingStore.opened == opened


def test_vectors_newer_than_the_store_are_found_at_once(make: Make, catalog: Catalog) -> None:
    index = settled(make, catalog)
    newer = add(catalog, index, "b.pdf", 3, seed=5)
    assert used_store(index)
    assert index.search(unit_rows(3, 5)[1], 1)[0][0] == newer[1]
    assert_exact(index, catalog)
    index.settle(Control())
    assert_exact(index, catalog)


@pytest.mark.parametrize("state", ["dirty", "opening"])
def test_a_store_that_was_in_use_when_its_process_died_is_not_trusted(
    make: Make, catalog: Catalog, database: Database, state: str, tmp_path: Path
) -> None:
    settled(make, catalog)
    old = [path.name for path in (tmp_path / "vectors").iterdir()]
    database.run("UPDATE generations SET state = ?", [state])
    index = make()
    index.open()
    assert not used_store(index)
    assert_exact(index, catalog)
    index.settle(Control())
    assert used_store(index)
    assert [path.name for path in (tmp_path / "vectors").iterdir()] != old


def test_a_store_from_another_machine_is_not_trusted(
    make: Make, catalog: Catalog, database: Database
) -> None:
    settled(make, catalog).close()
    database.run("UPDATE generations SET machine = 'elsewhere'")
    index = make()
    index.open()
    assert not used_store(index)


def test_a_store_that_lost_something_is_made_anew(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    settled(make, catalog).close()
    for rows in (tmp_path / "vectors").rglob("rows.npz"):
        rows.unlink()
    index = make()
    index.open()
    assert not used_store(index)
    index.settle(Control())
    assert used_store(index)
    assert_exact(index, catalog)


def test_while_a_store_is_written_or_opened_its_state_says_so(
    catalog: Catalog, database: Database, tmp_path: Path
) -> None:
    seen = []

    def open_store(folder: Path, dimensions: int) -> FakeStore:
        seen.append(database.row("SELECT state FROM generations"))
        return FakeStore(folder, dimensions)

    index = VectorIndex(database, Place(tmp_path / "vectors", "here"), open_store, EMBEDDER, SIZE)
    add(catalog, index, "a.pdf", 2)
    index.settle(Control())
    assert seen == [("dirty",), ("opening",)]
    assert database.row("SELECT state FROM generations") == ("ready",)


def test_a_cancelled_settling_leaves_search_exact_and_is_done_the_next_time(
    make: Make, catalog: Catalog
) -> None:
    index = make()
    add(catalog, index, "a.pdf", 4)
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        index.settle(control)
    assert not used_store(index)
    assert_exact(index, catalog)
    index.settle(Control())
    assert used_store(index)


def test_removed_documents_are_not_found_and_not_in_the_next_store(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    index = settled(make, catalog)
    gone = set(add(catalog, index, "b.pdf", 4, seed=3))
    index.settle(Control())
    catalog.remove([d.id for d in catalog.documents() if d.name == "b.pdf"])
    index.forget_removed()
    assert not used_store(index)
    assert not gone & {number for number, _ in index.search(unit_rows(1, 3), 50)}
    index.settle(Control())
    (folder,) = (tmp_path / "vectors").iterdir()
    assert FakeStore(folder, SIZE).count() == index.count() == 12


def test_rebuilding_makes_the_store_anew_from_the_catalogue(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    index = settled(make, catalog)
    (before,) = (tmp_path / "vectors").iterdir()
    count, seconds = index.rebuild(Control())
    (after,) = (tmp_path / "vectors").iterdir()
    assert (count, seconds >= 0, before != after) == (12, True, True)
    assert used_store(index)


def test_search_within_a_scope_sees_those_documents_only(make: Make, catalog: Catalog) -> None:
    index = settled(make, catalog)
    own = add(catalog, index, "b.pdf", 3, seed=5)
    (number,) = (d.id for d in catalog.documents() if d.name == "b.pdf")
    assert {found for found, _ in index.search(unit_rows(1), 50, [number])} == set(own)
    assert index.search(unit_rows(1), 50, []) == []


def test_vectors_of_another_embedder_are_as_if_not_there(
    make: Make, catalog: Catalog, database: Database, tmp_path: Path
) -> None:
    settled(make, catalog).close()
    other = VectorIndex(
        database, Place(tmp_path / "vectors", "here"), CountingStore, "other@2", SIZE
    )
    other.open()
    assert other.search(unit_rows(1), 5) == []
    assert catalog.count_without_vectors("other@2") == 12


def test_a_store_that_cannot_be_opened_leaves_search_to_be_exact(
    make: Make, catalog: Catalog, database: Database, tmp_path: Path
) -> None:
    def broken(_folder: Path, _dimensions: int) -> VectorStore:
        raise RuntimeError("the store is damaged")

    settled(make, catalog).close()
    place = Place(tmp_path / "vectors", "here")
    index = VectorIndex(database, place, broken, EMBEDDER, SIZE)
    index.open()
    assert_exact(index, catalog)
    assert database.rows("SELECT state FROM generations") == [("opening",)]


def test_a_generation_that_somebody_else_made_is_never_opened(
    database: Database, catalog: Catalog, tmp_path: Path, make: Make
) -> None:
    settled(make, catalog).close()
    opened: list[Path] = []

    def open_store(folder: Path, dimensions: int) -> VectorStore:
        opened.append(folder)
        return CountingStore(folder, dimensions)

    place = Place(tmp_path / "vectors", "another home")
    index = VectorIndex(database, place, open_store, EMBEDDER, SIZE)
    index.open()
    assert opened == []
    assert index.search(unit_rows(1), 5)


def test_a_store_of_which_a_byte_changed_is_never_opened(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    settled(make, catalog).close()
    (file,) = (tmp_path / "vectors").rglob("rows.npz")
    held = bytearray(file.read_bytes())
    held[len(held) // 2] ^= 1
    file.write_bytes(held)
    opened = CountingStore.opened
    index = make()
    index.open()
    assert CountingStore.opened == opened
    assert not file.exists()
    assert_exact(index, catalog)
    index.settle(Control())
    assert used_store(index)


def test_a_settling_that_is_stopped_goes_on_where_it_was(make: Make, catalog: Catalog) -> None:
    index = make()
    add(catalog, index, "a.pdf", 700)
    control = Control()
    told: list[tuple[int, int]] = []

    def stop_after_the_first(event: Event) -> None:
        assert isinstance(event, IndexProgress)
        told.append((event.chunks_done, event.chunks_total))
        control.cancel()

    with pytest.raises(Cancelled):
        index.settle(control, stop_after_the_first)
    assert not used_store(index)
    index.settle(Control(), stop_after_the_first)
    assert told == [(300, 700), (300, 400), (400, 400)]
    assert used_store(index)
    assert_exact(index, catalog)


def test_vectors_of_a_document_that_was_read_again_leave_the_store(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    index = settled(make, catalog)
    add(catalog, index, "a.pdf", 5, seed=4)
    index.settle(Control())
    (folder,) = (tmp_path / "vectors").iterdir()
    assert FakeStore(folder, SIZE).count() == 5
    assert_exact(index, catalog)


def test_folders_of_which_the_catalogue_knows_nothing_are_removed_at_the_start(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    settled(make, catalog).close()
    left = tmp_path / "vectors" / "generation-1"
    left.mkdir()
    (left / "rows.npz").write_bytes(b"vectors of nobody")
    index = make()
    index.open()
    assert used_store(index)
    assert not left.exists()


def test_a_removal_leaves_no_store_on_the_disk(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    index = settled(make, catalog)
    catalog.remove([document.id for document in catalog.documents()])
    index.forget_removed()
    assert list((tmp_path / "vectors").iterdir()) == []
    index.settle(Control())
    assert list((tmp_path / "vectors").iterdir()) == []


class LosingStore(FakeStore):
    """Says that it holds what it does not find."""

    def search(self, vector: Vectors, k: int) -> list[tuple[int, float]]:
        return super().search(-vector, k)


def test_a_store_that_does_not_find_what_it_holds_is_not_used(
    database: Database, catalog: Catalog, tmp_path: Path
) -> None:
    index = VectorIndex(database, Place(tmp_path / "v", "here"), LosingStore, EMBEDDER, SIZE)
    add(catalog, index, "a.pdf", 12)
    index.settle(Control())
    assert not index.uses_store
    assert_exact(index, catalog)


class StrangeStore(FakeStore):
    """Holds other ids than it was given."""

    def ids(self) -> list[int]:
        return [number + 1_000 for number in super().ids()]


def test_a_store_with_other_vectors_than_the_catalogue_is_thrown_away(
    make: Make, catalog: Catalog, database: Database, tmp_path: Path
) -> None:
    index = settled(make, catalog)
    assert index.verify() == ""
    index.close()
    place = Place(tmp_path / "vectors", "here")
    strange = VectorIndex(database, place, StrangeStore, EMBEDDER, SIZE)
    assert "did not hold exactly" in strange.verify()
    assert not strange.uses_store
    assert list((tmp_path / "vectors").iterdir()) == []


CRASH = """
import os, signal, sys
from pathlib import Path
from app.backends.fakes import FakeStore
from app.core.control import Control
from app.core.database import Database
from app.core.generations import Place
from app.core.vectors import VectorIndex
from app.system.lockdown import prepare
import numpy as np

prepare(display=False)

class Crashing(FakeStore):
    def search(self, vector, k):
        os.kill(os.getpid(), signal.SIGSEGV)

folder = Path(sys.argv[1])
index = VectorIndex(
    Database(folder / "catalog.sqlite3"), Place(folder / "vectors", "here"), Crashing, "one@1", 8
)
index.open()
print(len(index.search(np.ones(8, np.float32), 5)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_store_that_ends_the_process_while_it_is_opened_does_so_once(
    make: Make, catalog: Catalog, tmp_path: Path
) -> None:
    settled(make, catalog).close()
    command = [sys.executable, "-c", CRASH, str(tmp_path)]
    runs = [subprocess.run(command, cwd=INSTALLATION, capture_output=True) for _ in range(2)]
    assert [run.returncode for run in runs] == [-signal.SIGSEGV, 0]
    assert runs[1].stdout.split() == [b"5"]
    index = make()
    index.settle(Control())
    assert used_store(index)
