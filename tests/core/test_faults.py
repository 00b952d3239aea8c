"""What a disk does is told as a sentence, and leaves the vault as it was."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import DiskFull, VaultError
from app.core.events import tell_nobody
from app.core.services import Services
from app.core.storage.database import Database
from app.core.storage.faults import LEFT_FOR_OTHERS, fault_of
from app.core.types import State
from app.system.settings import Settings, save_settings
from tests.core.library import index
from tests.pdfs import write_pdf

LARGE = "x" * 100_000


@pytest.fixture
def full(database: Database) -> Database:
    """A database that has no room for another page."""
    used = database.row("PRAGMA page_count")
    assert used
    database.rows(f"PRAGMA max_page_count = {used[0]}")
    return database


def test_a_full_disk_is_told_and_undoes_the_whole_transaction(full: Database) -> None:
    with pytest.raises(DiskFull, match=r"The disk is full\. Nothing that was finished is lost\."):
        fill(full)
    assert full.rows("SELECT title FROM chats") == []


def test_a_database_goes_on_once_there_is_room_again(full: Database) -> None:
    with pytest.raises(DiskFull):
        fill(full)
    full.rows("PRAGMA max_page_count = 1000000")
    fill(full)
    assert len(full.rows("SELECT title FROM chats")) == 2


def fill(database: Database) -> None:
    with database.transaction():
        database.insert("INSERT INTO chats (title) VALUES ('short')")
        database.insert("INSERT INTO chats (title) VALUES (?)", [LARGE])


def test_a_database_that_may_only_be_read_says_so(database: Database) -> None:
    database.run("PRAGMA query_only = ON")
    with pytest.raises(VaultError, match="read-only"):
        database.insert("INSERT INTO chats (title) VALUES ('new')")


def test_a_catalogue_that_another_program_holds_is_told(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    database = Database(path)
    database.run("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(VaultError, match="Another program"), database.transaction():
        pass
    other.close()
    database.close()


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "read-only"), (errno.EIO, "as it should")],
)
def test_what_the_system_says_of_a_disk_has_a_sentence(number: int, said: str) -> None:
    fault = fault_of(OSError(number, "in its own words"))
    assert fault
    assert said in fault.message
    assert fault.hint


def test_another_mistake_is_no_fault_of_the_disk(database: Database) -> None:
    assert fault_of(FileNotFoundError(errno.ENOENT, "gone")) is None
    assert fault_of(ValueError()) is None
    with pytest.raises(sqlite3.OperationalError):
        database.rows("SELECT * FROM nowhere")


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    """How much is free on the disk, as the system tells it."""
    free = Room()
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: free)
    return free


@dataclass
class Room:
    """What `shutil.disk_usage` returns, of which only `free` is asked for."""

    free: int = 10**12


def test_a_document_that_does_not_fit_is_put_off_and_the_others_are_read(
    services: Services, tmp_path: Path, room: Room
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    write_pdf(papers / "large.pdf", *["The heron fishes in the reeds at dawn. " * 5] * 20)
    write_pdf(papers / "small.pdf", "The otter dives.")
    room.free = LEFT_FOR_OTHERS + 1_000
    made = index(services, papers)
    assert [(failure.path.name, failure.reason) for failure in made.failed] == [
        ("large.pdf", "Not added yet: the disk is full. Make room, then index again.")
    ]
    assert made.documents == 1
    room.free = 10**12
    assert services.go_on(tell_nobody, Control()).documents == 1
    assert [document.reason for document in services.catalog.documents()] == ["", ""]


def test_reading_stops_when_there_is_no_room_at_all(
    services: Services, tmp_path: Path, room: Room
) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(tmp_path / name, "The heron fishes.")
    room.free = LEFT_FOR_OTHERS - 1
    with pytest.raises(DiskFull):
        index(services, tmp_path)
    assert {document.state for document in services.catalog.documents()} == {State.WAITING}


def test_a_changed_document_that_does_not_fit_keeps_what_was_read_before(
    services: Services, tmp_path: Path, room: Room
) -> None:
    path = write_pdf(tmp_path / "a.pdf", "The heron fishes.")
    index(services, path)
    write_pdf(path, "The otter dives.")
    room.free = LEFT_FOR_OTHERS + 1
    assert index(services, path).failed
    assert services.search("heron", 1, None, tell_nobody).hits
    room.free = 10**12
    assert not index(services, path).failed
    assert services.search("otter", 1, None, tell_nobody).hits


def test_a_full_disk_is_known_where_sqlite_only_knows_of_an_error(
    tmp_path: Path, room: Room
) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR
    assert not isinstance(fault_of(error, tmp_path), DiskFull)
    room.free = 4_096
    assert isinstance(fault_of(error, tmp_path), DiskFull)


def test_a_folder_that_refuses_settings_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(VaultError, match="Nothing can be kept in"):
        save_settings(tmp_path / "home" / "settings.json", Settings())
