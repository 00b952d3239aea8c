"""A store that may be torn, strange or somebody else's is never used: search is exact instead."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.backends.fakes import FakeStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.interfaces import VectorStore
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.vectors import Place, VectorIndex
from app.system.paths import INSTALLATION
from tests.core.indexes import (
    EMBEDDER,
    SIZE,
    CountingStore,
    Make,
    add,
    assert_exact,
    settled,
    unit_rows,
    used_store,
)


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
from app.core.storage.database import Database
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
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
