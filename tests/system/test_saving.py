"""What the user asked for is written whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import UsageError
from app.system.saving import save_files


def test_files_are_written_beside_the_one_that_was_named(tmp_path: Path) -> None:
    save_files(tmp_path / "a.md", {"": b"text", "a pages/1.png": b"one", "a pages/2.png": b"two"})
    found = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert found == {"a.md", "a pages/1.png", "a pages/2.png"}
    assert (tmp_path / "a.md").read_bytes() == b"text"


def test_a_file_that_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old and longer")
    save_files(tmp_path / "a.md", {"": b"new"})
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_folder_in_its_place_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        save_files(tmp_path / "a.md", {"": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        save_files(tmp_path / "nowhere" / "a.md", {"": b"new"})
