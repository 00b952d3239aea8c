"""The vault's file is refused when it cannot be trusted, and keeps all of a change or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.core.database import VERSION, Database
from app.core.errors import VaultError


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
    with pytest.raises(VaultError, match="damaged or not writable"):
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
