"""The real watch over real folders: it tells where something happened, and nothing else."""

from __future__ import annotations

import ctypes
import os
import queue
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.backends.watching import FolderWatch
from tests.deadlines import PATIENCE


@dataclass
class Watched:
    """A watch over folders, and what it told."""

    watch: FolderWatch
    told: queue.SimpleQueue[Path] = field(default_factory=queue.SimpleQueue)

    def follow(self, *sources: Path) -> set[Path]:
        return self.watch.follow(sources, self.told.put)

    def tells(self, path: Path) -> bool:
        """Whether the path is told of; others may come before it."""
        try:
            while self.told.get(timeout=PATIENCE) != path:
                pass
        except queue.Empty:
            return False
        return True

    def everything_before(self, path: Path) -> list[Path]:
        """What was told up to this path."""
        found = []
        while (one := self.told.get(timeout=PATIENCE)) != path:
            found.append(one)
        return found


def can_read(path: Path) -> bool:
    return path.suffix == ".pdf"


@pytest.fixture
def watched() -> Iterator[Watched]:
    made = Watched(FolderWatch(can_read, lambda _path: True))
    yield made
    made.watch.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    (made / "deeper").mkdir(parents=True)
    (made / "a.pdf").write_bytes(b"a")
    (made / "deeper" / "b.pdf").write_bytes(b"b")
    return made


def test_what_is_written_renamed_and_deleted_is_told(watched: Watched, folder: Path) -> None:
    assert watched.follow(folder) == set()
    (folder / "new.pdf").write_bytes(b"new")
    assert watched.tells(folder / "new.pdf")
    (folder / "deeper" / "b.pdf").write_bytes(b"changed")
    assert watched.tells(folder / "deeper" / "b.pdf")
    (folder / "a.pdf").rename(folder / "deeper" / "c.pdf")
    assert watched.tells(folder / "a.pdf")
    assert watched.tells(folder / "deeper" / "c.pdf")
    (folder / "deeper" / "c.pdf").unlink()
    assert watched.tells(folder / "deeper" / "c.pdf")


def test_a_folder_renamed_while_it_is_watched_is_watched_under_its_new_name(
    watched: Watched, folder: Path
) -> None:
    watched.follow(folder)
    (folder / "deeper").rename(folder / "renamed")
    assert watched.tells(folder / "deeper")
    assert watched.tells(folder / "renamed")
    (folder / "renamed" / "new.pdf").write_bytes(b"new")
    assert watched.tells(folder / "renamed" / "new.pdf")


def test_hidden_files_and_other_kinds_are_not_told(watched: Watched, folder: Path) -> None:
    (folder / ".git").mkdir()
    watched.follow(folder)
    (folder / "notes.txt").write_text("text")
    (folder / ".hidden.pdf").write_bytes(b"hidden")
    (folder / ".git" / "blob.pdf").write_bytes(b"hidden")
    (folder / "new.pdf").write_bytes(b"new")
    assert watched.everything_before(folder / "new.pdf") == []


def test_what_a_link_leads_to_is_not_watched(
    watched: Watched, folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "link").symlink_to(outside)
    watched.follow(folder)
    (outside / "secret.pdf").write_bytes(b"outside")
    (folder / "new.pdf").write_bytes(b"new")
    assert watched.everything_before(folder / "new.pdf") == []


def test_a_single_file_is_watched_through_its_folder_and_alone(
    watched: Watched, folder: Path
) -> None:
    watched.follow(folder / "a.pdf")
    (folder / "other.pdf").write_bytes(b"other")
    (folder / "new").write_bytes(b"saved as programs save")
    (folder / "new").replace(folder / "a.pdf")
    assert watched.everything_before(folder / "a.pdf") == []


def test_a_source_that_is_followed_no_longer_is_not_watched(
    watched: Watched, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    watched.follow(folder, other)
    watched.follow(other)
    (folder / "new.pdf").write_bytes(b"new")
    (other / "new.pdf").write_bytes(b"new")
    assert watched.everything_before(other / "new.pdf") == []


def test_a_source_that_came_back_is_watched_anew(
    watched: Watched, folder: Path, tmp_path: Path
) -> None:
    watched.follow(folder)
    folder.rename(tmp_path / "unplugged")
    watched.watch.let_go(folder)
    folder.mkdir()
    assert watched.follow(folder) == set()
    (folder / "new.pdf").write_bytes(b"new")
    assert watched.tells(folder / "new.pdf")


def test_what_cannot_be_watched_is_named(folder: Path, tmp_path: Path) -> None:
    away = Watched(FolderWatch(can_read, lambda path: path != folder))
    assert away.follow(folder, tmp_path, tmp_path / "nowhere") == {folder, tmp_path / "nowhere"}
    away.watch.close()


def test_a_folder_is_not_watched_when_the_system_has_no_watches_left(
    watched: Watched, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a system whose limit is used up: the call of the kernel fails."""

    class Exhausted:
        inotify_init1 = staticmethod(lambda _flags: os.open(os.devnull, os.O_RDONLY))
        inotify_add_watch = staticmethod(lambda *_arguments: -1)

    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_arguments, **_more: Exhausted())
    assert watched.follow(folder) == {folder}
