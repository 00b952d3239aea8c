"""The vault's file is refused when it cannot be trusted, and keeps all of a change or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.core.errors import VaultError
from app.core.storage.database import Database
from app.core.storage.tables import STEPS, VERSION


def test_a_vault_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(VaultError, match="newer version"):
        Database(path)
    assert path.read_bytes()[100:] == before[100:]


def test_a_damaged_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    path.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(VaultError, match="it is damaged"):
        Database(path)
    assert path.read_bytes().startswith(b"this is no database")


def test_a_folder_that_is_not_there_is_told_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match="cannot be opened"):
        Database(tmp_path / "nowhere" / "catalog.sqlite3")


def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    def fail_in_the_middle() -> None:
        with database.transaction():
            database.insert("INSERT INTO chats (title) VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_the_middle()
    assert database.rows("SELECT * FROM chats") == []


def test_a_transaction_within_another_is_part_of_it(database: Database) -> None:
    def fail_in_the_outer() -> None:
        with database.transaction():
            with database.transaction():
                database.insert("INSERT INTO chats (title) VALUES ('inner')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_the_outer()
    assert database.rows("SELECT * FROM chats") == []


def test_what_was_written_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    first = Database(tmp_path / "catalog.sqlite3")
    first.insert("INSERT INTO chats (title) VALUES ('kept')")
    first.close()
    second = Database(tmp_path / "catalog.sqlite3")
    assert second.row("SELECT title FROM chats") == ("kept",)
    second.close()


@pytest.fixture
def old_vault(tmp_path: Path) -> Path:
    """A file as version 1 made them, with one conversation in it."""
    path = tmp_path / "catalog.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(STEPS[0])
    connection.execute("INSERT INTO chats (title) VALUES ('an old one')")
    connection.execute("INSERT INTO turns (chat_id, question, answer) VALUES (1, 'Why?', '{}')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    return path


def test_a_vault_of_an_older_version_is_brought_to_this_one(old_vault: Path) -> None:
    database = Database(old_vault)
    rows = database.rows("SELECT title, created, changed FROM chats")
    assert rows == [("an old one", 0, 0)]
    assert database.rows("SELECT question, record FROM turns") == [("Why?", "{}")]
    assert database.rows("SELECT * FROM examples") == []
    database.close()
    Database(old_vault).close()
    with sqlite3.connect(old_vault) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


def test_an_older_vault_with_a_program_in_it_is_refused_before_it_is_changed(
    old_vault: Path,
) -> None:
    connection = sqlite3.connect(old_vault)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON chats BEGIN DELETE FROM turns; END")
    connection.commit()
    connection.close()
    before = old_vault.read_bytes()
    with pytest.raises(VaultError, match="not made by Strongroom"):
        Database(old_vault)
    assert old_vault.read_bytes() == before


def test_the_copy_that_stood_by_is_gone_after_the_change(old_vault: Path) -> None:
    Database(old_vault).close()
    assert [path.name for path in old_vault.parent.iterdir()] == ["catalog.sqlite3"]


def test_a_copy_that_a_crash_left_is_removed_at_the_next_opening(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    Database(path).close()
    left = tmp_path / "catalog.v1.sqlite3"
    left.write_bytes(b"what was deleted since")
    Database(path).close()
    assert not left.exists()


def test_without_a_copy_an_older_vault_is_left_as_it_is(old_vault: Path) -> None:
    (old_vault.parent / "catalog.v1.sqlite3").mkdir()
    with pytest.raises(VaultError, match="could not be brought to this version"):
        Database(old_vault)
    connection = sqlite3.connect(old_vault)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT title FROM chats").fetchall() == [("an old one",)]
    connection.close()


def test_a_database_in_memory_has_the_same_tables_and_no_file(tmp_path: Path) -> None:
    database = Database.in_memory()
    database.insert("INSERT INTO chats (title) VALUES ('for now')")
    assert database.rows("PRAGMA database_list")[0][2] == ""
    database.close()
