"""What every `VectorStore` keeps."""

from __future__ import annotations

import importlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.backends.chroma import ChromaStore
from app.backends.fakes import FakeStore
from app.core.arrays import Vectors
from app.core.interfaces import VectorStore

SIZE = 16
Make = Callable[[Path, int], VectorStore]
MAKERS = [
    pytest.param(FakeStore, id="fake"),
    pytest.param(ChromaStore, id="chroma", marks=pytest.mark.slow),
]


@pytest.fixture(params=MAKERS)
def make(request: pytest.FixtureRequest) -> Make:
    made: Make = request.param
    return made


def unit_rows(count: int, seed: int = 0) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, SIZE)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)  # type: ignore[no-any-return]


def test_a_new_store_is_empty(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path / "new", SIZE)
    assert store.count() == 0
    assert store.search(unit_rows(1)[0], 5) == []
    store.close()


def test_the_nearest_are_those_of_exact_comparison(make: Make, tmp_path: Path) -> None:
    rows, ids = unit_rows(400), [1_000 + 3 * i for i in range(400)]
    store = make(tmp_path / "store", SIZE)
    store.add(ids[:150], rows[:150])
    store.add(ids[150:], rows[150:])
    assert store.count() == 400
    assert sorted(store.ids()) == ids
    for query in unit_rows(8, 5):
        cosines = rows @ query
        best = np.argsort(-cosines)[:10]
        found = store.search(query, 10)
        assert [number for number, _ in found] == [ids[i] for i in best]
        assert np.allclose([cosine for _, cosine in found], cosines[best], atol=1e-4)
    store.close()


def test_a_search_for_more_than_there_is_gives_all(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path / "store", SIZE)
    store.add([7, 9], unit_rows(2))
    found = store.search(unit_rows(2)[1], 50)
    assert found[0][0] == 9
    assert {number for number, _ in found} == {7, 9}
    store.close()


def test_a_query_may_be_a_row_or_a_matrix_of_one(make: Make, tmp_path: Path) -> None:
    store = make(tmp_path / "store", SIZE)
    store.add([1, 2, 3], unit_rows(3))
    assert store.search(unit_rows(1, 4), 3) == store.search(unit_rows(1, 4)[0], 3)
    store.close()


def test_a_closed_store_is_the_same_when_it_is_opened_again(make: Make, tmp_path: Path) -> None:
    first = make(tmp_path / "store", SIZE)
    first.add(range(1, 31), unit_rows(30))
    expected = first.search(unit_rows(1, 4), 5)
    first.close()
    second = make(tmp_path / "store", SIZE)
    assert second.count() == 30
    assert [number for number, _ in second.search(unit_rows(1, 4), 5)] == [n for n, _ in expected]
    second.add([99], unit_rows(1, 4))
    second.close()
    third = make(tmp_path / "store", SIZE)
    assert (third.count(), sorted(third.ids())) == (31, [*range(1, 31), 99])
    assert third.search(unit_rows(1, 4), 1)[0][0] == 99
    third.close()


class Trap:
    """An embedding function that a tampered folder names. It must never be built."""

    built = 0

    @staticmethod
    def build_from_config(_config: dict[str, Any]) -> Trap:
        Trap.built += 1
        raise AssertionError("the trap was built")


def poison(folder: Path) -> None:
    """Write the trap wherever Chroma keeps what an embedding function is called."""
    entry = {"type": "known", "name": "trap", "config": {}}
    connection = sqlite3.connect(folder / "chroma.sqlite3")
    (config, schema) = connection.execute(
        "SELECT config_json_str, schema_str FROM collections"
    ).fetchone()
    changed = json.loads(config or "{}") | {"embedding_function": entry}
    connection.execute("UPDATE collections SET config_json_str = ?", [json.dumps(changed)])
    if schema:
        text = json.dumps(_with_trap(json.loads(schema), entry))
        connection.execute("UPDATE collections SET schema_str = ?", [text])
    connection.commit()
    connection.close()


def _with_trap(node: Any, entry: dict[str, Any]) -> Any:
    if isinstance(node, dict):
        return {
            key: entry if key == "embedding_function" else _with_trap(value, entry)
            for key, value in node.items()
        }
    return [_with_trap(value, entry) for value in node] if isinstance(node, list) else node


def use(folder: Path, new: int) -> None:
    store = ChromaStore(folder, SIZE)
    try:
        store.count()
        store.search(unit_rows(1)[0], 3)
        store.add([new], unit_rows(1, new))
    finally:
        with suppress(ValueError):  # nor does Chroma change what names a class that it lacks
            store.close()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Could not reconstruct:UserWarning")
def test_a_poisoned_folder_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = ChromaStore(tmp_path / "store", SIZE)
    store.add([1, 2], unit_rows(2))
    store.close()
    poison(tmp_path / "store")
    known = importlib.import_module("chromadb.utils.embedding_functions")
    registries = known.known_embedding_functions, known.sparse_known_embedding_functions
    for registry in registries:
        registry["trap"] = Trap
    use(tmp_path / "store", 50)
    assert Trap.built == 0
    # The trap is a real one: were the registries left alone, it would have been built.
    monkeypatch.setattr("app.backends.chroma._forget_embedding_functions", lambda: None)
    for registry in registries:
        monkeypatch.setitem(registry, "trap", Trap)
    with suppress(AssertionError, ValueError):
        use(tmp_path / "store", 51)
    assert Trap.built > 0


@pytest.mark.slow
def test_chroma_keeps_ids_and_vectors_only(tmp_path: Path) -> None:
    store = ChromaStore(tmp_path / "store", SIZE)
    store.add([1, 2], unit_rows(2))
    store.close()
    connection = sqlite3.connect(tmp_path / "store" / "chroma.sqlite3")
    for table in ("embedding_metadata", "embedding_fulltext_search_content"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    connection.close()


@pytest.mark.slow
def test_a_file_of_settings_where_the_program_was_started_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("CHROMA_API_IMPL=another.Server\n")
    monkeypatch.chdir(tmp_path)
    store = ChromaStore(tmp_path / "store", SIZE)
    store.add([7], unit_rows(1))
    assert store.count() == 1
    store.close()
