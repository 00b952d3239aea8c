"""Chroma's files damaged in every way: never opened, made anew, and search right all the while."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.backends.chroma import ChromaStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
from tests.core.library import store

pytestmark = pytest.mark.slow
SIZE, COUNT = 16, 400
FILES = ("chroma.sqlite3", "data_level0.bin", "header.bin", "length.bin", "link_lists.bin",
         "index_metadata.pickle")  # fmt: skip
WAYS: dict[str, Callable[[Path], None]] = {
    "deleted": lambda path: path.unlink(),
    "cut": lambda path: os.truncate(path, path.stat().st_size // 2),
    "zeroed": lambda path: _write(path, bytes(path.stat().st_size + 1)),
    "random": lambda path: _write(path, os.urandom(path.stat().st_size + 1)),
}


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def rows() -> Vectors:
    made = np.random.default_rng(5).normal(size=(COUNT, SIZE))
    unit: Vectors = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
    return unit


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    database = Database(folder / "catalog.sqlite3")
    store(Catalog(database), "a.pdf", *(f"text {number}" for number in range(COUNT)))
    index = made(database, folder)
    index.add(range(1, COUNT + 1), rows())
    index.settle(Control())
    assert index.uses_store
    index.close()
    database.close()
    return folder


def made(
    database: Database, folder: Path, embedder: str = "one@1", owner: str = "here, chromadb 1"
) -> VectorIndex:
    return VectorIndex(database, Place(folder / "vectors", owner), ChromaStore, embedder, SIZE)


def assert_made_anew(folder: Path, owner: str = "here, chromadb 1") -> None:
    database = Database(folder / "catalog.sqlite3")
    index = made(database, folder, owner=owner)
    index.open()
    assert not index.uses_store
    assert index.search(rows()[7], 1)[0][0] == 8
    index.settle(Control())
    assert index.uses_store
    assert index.search(rows()[7], 1)[0][0] == 8
    assert index.verify() == ""
    index.close()
    database.close()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_made_anew(template: Path, tmp_path: Path, name: str, way: str) -> None:
    folder = Path(shutil.copytree(template, tmp_path / "vault"))
    (path,) = folder.rglob(name)
    WAYS[way](path)
    assert_made_anew(folder)


def test_all_of_it_gone_is_made_anew(template: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(template, tmp_path / "vault"))
    shutil.rmtree(folder / "vectors")
    assert_made_anew(folder)


def test_one_that_another_version_made_is_made_anew(template: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(template, tmp_path / "vault"))
    assert_made_anew(folder, "here, chromadb 2")


def test_one_of_another_embedder_is_left_alone(template: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(template, tmp_path / "vault"))
    database = Database(folder / "catalog.sqlite3")
    other = made(database, folder, embedder="other@2")
    other.open()
    assert not other.uses_store
    assert other.search(rows()[7], 1) == []
    database.close()
