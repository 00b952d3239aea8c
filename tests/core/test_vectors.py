"""The vector store is derived: whatever happens to it, search gives what the catalogue says."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.backends.fakes import FakeStore
from app.core.control import Control
from app.core.errors import Cancelled
from app.core.events import Event, IndexProgress
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.vectors import Place, VectorIndex
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
