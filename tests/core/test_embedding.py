"""Embedding: no text twice, and never more at a time than a question can wait for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.backends.fakes import FakeEmbedder, FakeStore
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.embedding import LEAST_AT_ONCE, MOST_AT_ONCE, Embedding
from app.core.events import tell_nobody
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
from app.core.types import State
from tests.core.library import store


class Machine(FakeEmbedder):
    """Takes so many seconds for a text, on a clock of its own, and notes what it was given."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.now = 0.0
        self.given: list[list[str]] = []

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self.given.append(list(texts))
        self.now += self.seconds * len(texts)
        return super().embed_passages(texts)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()
    monkeypatch.setattr(time, "monotonic", lambda: made.now)
    return made


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    database = Database(tmp_path / "catalog.sqlite3")
    yield Catalog(database)
    database.close()


def embed(catalog: Catalog, machine: Machine, folder: Path) -> None:
    place = Place(folder / "vectors", "here")
    index = VectorIndex(catalog._database, place, FakeStore, machine.model_id, machine.dimensions)
    Embedding(catalog, machine, index).run(tell_nobody, Control())


def test_the_same_text_is_embedded_once_and_every_chunk_has_its_vector(
    catalog: Catalog, machine: Machine, tmp_path: Path
) -> None:
    pages = ["The heron fishes.", "This page is left empty.", "This page is left empty."]
    document = store(catalog, "heron.pdf", *pages)
    embed(catalog, machine, tmp_path)
    given = [text for texts in machine.given for text in texts]
    assert sorted(given) == ["heron: The heron fishes.", "heron: This page is left empty."]
    assert catalog.count_without_vectors(machine.model_id) == 0
    assert catalog.document(document).state is State.READY
    rows = catalog._database.rows("SELECT vector FROM vectors ORDER BY chunk_id")
    assert rows[0] != rows[1] == rows[2]


@pytest.mark.parametrize(
    ("seconds", "largest"), [(0.2, LEAST_AT_ONCE), (0.0101, 24), (0.0, MOST_AT_ONCE)]
)
def test_as_many_texts_are_embedded_at_a_time_as_take_a_moment(
    catalog: Catalog, machine: Machine, tmp_path: Path, seconds: float, largest: int
) -> None:
    machine.seconds = seconds
    store(catalog, "long.pdf", *(f"This is page {number}." for number in range(200)))
    embed(catalog, machine, tmp_path)
    assert len(machine.given[0]) == LEAST_AT_ONCE
    assert max(map(len, machine.given)) == largest
