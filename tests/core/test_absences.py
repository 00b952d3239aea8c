"""Sources and files that are gone for a while or for good: away, missing, kept, back again."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from app.core.folders import survey
from app.core.folders.changes import MOST_UNASKED
from app.core.types import Presence
from tests.core.library import (
    FollowedFolder,
    index,
    touch,
)
from tests.pdfs import write_pdf


def test_when_many_vanish_they_are_kept_until_the_user_decides(followed: FollowedFolder) -> None:
    shutil.rmtree(followed.add_many(MOST_UNASKED + 1))
    made = followed.catch_up()
    assert (made.forgotten, made.missing) == (0, MOST_UNASKED + 1)
    assert followed.named("many-0.pdf").presence is Presence.MISSING
    assert "kept until you decide" in followed.named("many-0.pdf").reason
    assert followed.found("many number 0")
    assert followed.catch_up(forget_missing=True).forgotten == MOST_UNASKED + 1
    assert followed.names() == {"heron.pdf", "otter.pdf", "zebra.pdf"}


def test_what_vanishes_in_small_lots_one_after_the_other_counts_together(
    followed: FollowedFolder,
) -> None:
    many = followed.add_many(MOST_UNASKED + 3)
    files = sorted(many.iterdir())
    for path in files[:4]:
        path.unlink()
    assert followed.catch_up().forgotten == 4
    for path in files[4:]:
        path.unlink()
    assert followed.catch_up().missing == len(files) - 4


def test_what_the_user_kept_is_not_asked_about_again(followed: FollowedFolder) -> None:
    shutil.rmtree(followed.add_many(MOST_UNASKED + 1))
    followed.catch_up()
    missing = followed.services.whereabouts.absent(Presence.MISSING)
    followed.services.whereabouts.keep(missing)
    made = followed.catch_up()
    assert (made.forgotten, made.missing, made.changes) == (0, 0, 0)
    (followed.folder / "heron.pdf").unlink()
    assert followed.catch_up().forgotten == 1
    assert followed.named("many-0.pdf").presence is Presence.KEPT


def test_what_comes_back_is_here_again_and_not_read(
    followed: FollowedFolder, tmp_path: Path
) -> None:
    many = followed.add_many(MOST_UNASKED + 1)
    shutil.move(many, tmp_path / "aside")
    followed.catch_up()
    shutil.move(tmp_path / "aside", many)
    made = followed.catch_up()
    assert (made.missing, followed.reader.read_names) == (0, [])
    assert followed.presences() == {Presence.HERE}


def test_a_source_that_is_gone_is_away_and_nothing_of_it_is_lost(followed: FollowedFolder) -> None:
    followed.folder.rename(followed.folder.with_name("unplugged"))
    made = followed.catch_up()
    assert (made.away, made.forgotten, made.missing) == (3, 0, 0)
    assert followed.named("heron.pdf").presence is Presence.AWAY
    assert "cannot be reached" in followed.named("heron.pdf").reason
    assert followed.found("heron fishes")
    assert followed.catch_up(forget_missing=True).forgotten == 0
    followed.folder.with_name("unplugged").rename(followed.folder)
    assert followed.catch_up().away == 0
    assert (followed.presences(), followed.reader.read_names) == ({Presence.HERE}, [])


def test_an_empty_mount_point_is_away_until_its_volume_is_back(
    followed: FollowedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = survey.mount_of
    monkeypatch.setattr(os.path, "ismount", lambda path: str(path) in ("/", str(followed.folder)))
    assert real(followed.folder) == str(followed.folder)
    followed.catch_up()
    aside = followed.folder.with_name("volume")
    followed.folder.rename(aside)
    followed.folder.mkdir()
    monkeypatch.undo()
    for _ in range(2):
        assert (followed.catch_up().away, followed.presences()) == (3, {Presence.AWAY})
    followed.folder.rmdir()
    aside.rename(followed.folder)
    followed.catch_up()
    assert followed.presences() == {Presence.HERE}


def test_a_folder_without_permission_is_away(
    followed: FollowedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = followed.add_many(2)
    listed = os.scandir

    def refuse(folder: Path) -> object:
        if folder == many:
            raise PermissionError
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    made = followed.catch_up()
    assert (made.away, made.forgotten) == (2, 0)
    assert followed.named("many-0.pdf").presence is Presence.AWAY
    assert followed.named("heron.pdf").presence is Presence.HERE


def test_a_changed_file_that_may_not_be_opened_keeps_what_was_read(
    followed: FollowedFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(followed.folder / "otter.pdf")
    opened = os.open

    def refuse(path: object, *arguments: int) -> int:
        if str(path).endswith("otter.pdf"):
            raise PermissionError
        return opened(str(path), *arguments)

    monkeypatch.setattr(os, "open", refuse)
    followed.catch_up()
    assert followed.named("otter.pdf").presence is Presence.AWAY
    assert followed.found("otter dives")
    monkeypatch.undo()
    followed.catch_up()
    assert followed.named("otter.pdf").presence is Presence.HERE


def test_a_source_that_became_a_link_is_away(followed: FollowedFolder) -> None:
    aside = followed.folder.with_name("elsewhere")
    followed.folder.rename(aside)
    followed.folder.symlink_to(aside)
    assert followed.catch_up().away == 3


def test_a_single_file_that_was_deleted_is_gone_and_one_whose_folder_is_gone_is_away(
    followed: FollowedFolder, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    single = write_pdf(tmp_path / "single.pdf", "The single one.")
    index(followed.services, single, write_pdf(stick / "wren.pdf", "The wren sings."))
    single.unlink()
    stick.rename(tmp_path / "unplugged")
    made = followed.catch_up()
    assert (made.forgotten, made.away) == (1, 1)
    assert "wren.pdf" in followed.names()
