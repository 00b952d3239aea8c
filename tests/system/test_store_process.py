"""A store that is written in another process: the same files, and whoever asks survives."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from app.backends.chroma import ChromaStore
from app.backends.fakes import FakeStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.errors import VaultError
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
from app.system.channel import ChannelClosed
from app.system.processes import STORE_ROLE, own_command
from app.system.store_process import StoreProcess
from tests.core.library import store

SIZE = 8
WRITE = """
import sys
sys.path.insert(0, {root!r})
from app.backends.fakes import FakeStore
from app.system.store_process import serve_store
{more}
sys.exit(serve_store(FakeStore))
"""
DIE = """
import os, signal
FakeStore.add = lambda *_: os.kill(os.getpid(), signal.SIGSEGV)
"""


def command(more: str = "") -> list[str]:
    root = str(Path(__file__).parents[2])
    return [sys.executable, "-c", WRITE.format(root=root, more=more)]


def rows(count: int) -> Vectors:
    made = np.random.default_rng(3).normal(size=(count, SIZE))
    unit: Vectors = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    return unit


def test_what_is_written_in_another_process_is_read_in_this_one(tmp_path: Path) -> None:
    written = StoreProcess(command(), tmp_path / "one", SIZE)
    written.add([3, 4], rows(5)[:2])
    written.add([7, 8, 9], rows(5)[2:])
    written.close()
    found = FakeStore(tmp_path / "one", SIZE)
    assert found.ids() == [3, 4, 7, 8, 9]
    assert found.search(rows(5)[3], 1)[0][0] == 8


def test_a_process_that_is_told_nothing_more_keeps_nothing(tmp_path: Path) -> None:
    written = StoreProcess(command(), tmp_path / "one", SIZE)
    written.add([3, 4], rows(2))
    written._process.terminate()
    with pytest.raises(ChannelClosed):
        written.close()
    assert not (tmp_path / "one").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_store_that_ends_its_process_leaves_search_exact_and_a_sentence(tmp_path: Path) -> None:
    database = Database(tmp_path / "catalog.sqlite3")
    catalog = Catalog(database)
    store(catalog, "a.pdf", "one", "two")
    writer = partial(StoreProcess, command(DIE))
    place = Place(tmp_path / "vectors", "here")
    index = VectorIndex(database, place, FakeStore, "e", SIZE, writer)
    index.add([1, 2], rows(2))
    with pytest.raises(VaultError, match="could not be written"):
        index.settle(Control())
    assert index.search(rows(2)[1], 1)[0][0] == 2
    again = VectorIndex(database, place, FakeStore, "e", SIZE, partial(StoreProcess, command()))
    again.settle(Control())
    assert again.uses_store
    database.close()


@pytest.mark.slow
def test_chroma_is_written_by_the_programs_own_process(tmp_path: Path) -> None:
    written = StoreProcess(own_command(STORE_ROLE), tmp_path / "one", SIZE)
    written.add(range(1, 41), rows(40))
    written.close()
    assert written._process.returncode == 0
    found = ChromaStore(tmp_path / "one", SIZE)
    assert sorted(found.ids()) == list(range(1, 41))
    assert found.search(rows(40)[11], 1)[0][0] == 12
    found.close()
