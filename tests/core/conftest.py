"""The parts of a library, each over a database of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.services import Services
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.generations import Place
from app.core.storage.vectors import VectorIndex
from app.system.paths import Paths
from tests.core.indexes import EMBEDDER, SIZE, CountingStore, Make
from tests.core.library import (
    FollowedFolder,
    NotingReader,
    index,
    make_services,
    write_animals,
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "catalog.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def catalog(database: Database) -> Catalog:
    return Catalog(database)


@pytest.fixture
def services(paths: Paths) -> Iterator[Services]:
    opened = make_services(paths)
    yield opened
    opened.close()


@pytest.fixture
def followed(paths: Paths, tmp_path: Path) -> Iterator[FollowedFolder]:
    """Three documents in a folder, indexed."""
    folder = write_animals(tmp_path / "papers")
    reader = NotingReader()
    opened = make_services(paths, reader)
    index(opened, folder)
    yield FollowedFolder(opened, reader, folder)
    opened.close()


@pytest.fixture
def make(database: Database, tmp_path: Path) -> Make:
    """Makes a vector index as a newly started program would, on the same vault."""
    CountingStore.opened = CountingStore.searched = 0
    place = Place(tmp_path / "vectors", "here")
    return lambda: VectorIndex(database, place, CountingStore, EMBEDDER, SIZE)
