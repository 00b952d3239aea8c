"""Torn files of Chroma's index are recognised before native code may open them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.backends.chroma import ChromaStore
from app.backends.hnsw_files import whole_vectors

COUNT = 150


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `COUNT` vectors, in two goes."""
    folder = tmp_path_factory.mktemp("store")
    rows = np.random.default_rng(3).normal(size=(COUNT, 32)).astype(np.float32)
    for part in (slice(0, 60), slice(60, COUNT)):
        store = ChromaStore(folder, 32)
        store.add(list(range(COUNT))[part], rows[part])
        store.close()
    return folder


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def hole(content: bytes) -> bytes:
    return bytes(len(content))


def noise(content: bytes) -> bytes:
    return b"\xff" * len(content)


def test_what_was_written_whole_is_whole(written: Path) -> None:
    assert whole_vectors(written) == COUNT


@pytest.mark.parametrize("name", ["header", "data_level0", "length", "link_lists"])
@pytest.mark.parametrize("tear", [cut, hole, noise])
def test_a_torn_file_is_noticed(written: Path, name: str, tear: Callable[[bytes], bytes]) -> None:
    path = next(written.rglob(f"{name}.bin"))
    before = path.read_bytes()
    path.write_bytes(tear(before))
    try:
        assert whole_vectors(written) is None
    finally:
        path.write_bytes(before)


def test_a_missing_file_is_noticed(written: Path) -> None:
    path = next(written.rglob("link_lists.bin"))
    away = path.with_name("away")
    os.rename(path, away)
    assert whole_vectors(written) is None
    os.rename(away, path)


def test_a_store_with_a_single_vector_closes(tmp_path: Path) -> None:
    store = ChromaStore(tmp_path, 8)
    store.add([1], np.eye(1, 8, dtype=np.float32))
    store.close()
    again = ChromaStore(tmp_path, 8)
    assert again.ids() == [1]
    again.close()
