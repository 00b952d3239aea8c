"""The library in step with real folders: files that come, change, move, vanish and come back."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.events import Event, IndexProgress
from app.core.indexing import Wish
from app.core.types import State
from app.system.paths import Paths
from tests.core.library import (
    FollowedFolder,
    NotingReader,
    index,
    make_services,
)
from tests.pdfs import write_pdf


def test_when_nothing_changed_nothing_is_done(followed: FollowedFolder) -> None:
    made = followed.catch_up()
    assert (made.documents, made.changes, followed.reader.read_names) == (3, 0, [])


def test_new_and_changed_files_are_read_and_no_others(followed: FollowedFolder) -> None:
    write_pdf(followed.folder / "otter.pdf", "The beaver builds.")
    (followed.folder / "deeper").mkdir()
    write_pdf(followed.folder / "deeper" / "lynx.pdf", "The lynx hides.")
    made = followed.catch_up()
    assert sorted(followed.reader.read_names) == ["lynx.pdf", "otter.pdf"]
    assert (made.documents, made.changes) == (4, 2)
    assert followed.found("beaver")
    assert not followed.found("otter dives")


@pytest.mark.parametrize("target", ["egret.pdf", "deeper/heron.pdf", "deeper/egret.pdf"])
def test_a_file_moved_or_renamed_keeps_everything_and_is_not_read(
    followed: FollowedFolder, target: str
) -> None:
    before = followed.named("heron.pdf")
    vectors = followed.vectors(before.id)
    (followed.folder / "deeper").mkdir()
    (followed.folder / "heron.pdf").rename(followed.folder / target)
    made = followed.catch_up()
    assert (made.moved, made.forgotten, followed.reader.read_names) == (1, 0, [])
    after = followed.services.catalog.document(before.id)
    assert (after.path, after.state) == (str(followed.folder / target), State.READY)
    assert after.name == Path(target).name
    assert followed.vectors(before.id) == vectors
    assert followed.found("heron fishes") == [after.path]


def test_a_renamed_document_is_found_by_its_new_name_and_not_by_the_old(
    followed: FollowedFolder,
) -> None:
    (followed.folder / "heron.pdf").rename(followed.folder / "quarterly.pdf")
    followed.catch_up()
    number = followed.named("quarterly.pdf").id
    assert followed.services.catalog.search_words('about:"quarterly"', 5, [number])
    assert not followed.services.catalog.search_words('about:"heron"', 5, [number])


def test_a_file_moved_to_another_source_belongs_to_it(
    followed: FollowedFolder, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write_pdf(other / "lynx.pdf", "The lynx hides.")
    index(followed.services, other)
    before = followed.named("heron.pdf").id
    (followed.folder / "heron.pdf").rename(other / "heron.pdf")
    assert followed.catch_up().moved == 1
    assert (followed.named("heron.pdf").id, followed.named("heron.pdf").source) == (
        before,
        str(other),
    )


def test_a_move_whose_end_is_seen_before_its_beginning_is_a_move(
    followed: FollowedFolder, tmp_path: Path
) -> None:
    (followed.folder / "deeper").mkdir()
    before = followed.named("heron.pdf").id
    (followed.folder / "heron.pdf").rename(followed.folder / "deeper" / "egret.pdf")
    assert followed.catch_up(followed.folder / "deeper" / "egret.pdf").moved == 1
    assert followed.catch_up(followed.folder / "heron.pdf").forgotten == 0
    assert followed.named("egret.pdf").id == before


def test_a_renamed_folder_takes_its_documents_along(followed: FollowedFolder) -> None:
    many = followed.add_many(8)
    numbers = {d.id for d in followed.services.catalog.documents()}
    many.rename(followed.folder / "renamed")
    made = followed.catch_up(many, followed.folder / "renamed")
    assert (made.moved, made.forgotten, made.missing) == (8, 0, 0)
    assert {d.id for d in followed.services.catalog.documents()} == numbers


def test_a_deleted_file_leaves_with_all_its_traces(followed: FollowedFolder) -> None:
    (followed.folder / "heron.pdf").unlink()
    assert followed.catch_up(followed.folder / "heron.pdf").forgotten == 1
    assert followed.names() == {"otter.pdf", "zebra.pdf"}
    assert not followed.found("heron fishes")
    assert followed.catch_up().changes == 0


def test_a_source_whose_last_file_was_deleted_is_still_kept_in_step(
    followed: FollowedFolder,
) -> None:
    for path in followed.folder.iterdir():
        path.unlink()
    followed.catch_up()
    assert followed.names() == set()
    write_pdf(followed.folder / "lynx.pdf", "The lynx hides.")
    followed.catch_up()
    assert followed.names() == {"lynx.pdf"}


def test_a_source_without_documents_can_be_removed(followed: FollowedFolder) -> None:
    for path in followed.folder.iterdir():
        path.unlink()
    followed.catch_up()
    assert followed.services.catalog.sources() == [str(followed.folder)]
    followed.services.remove([])
    assert followed.services.catalog.sources() == []


def test_looking_at_many_files_tells_often_so_that_a_question_can_go_first(
    followed: FollowedFolder,
) -> None:
    for i in range(1_200):
        (followed.folder / f"{i}.txt").touch()
    events: list[Event] = []
    followed.services.catch_up(Wish(), False, events.append, Control())
    assert [e.documents_done for e in events if isinstance(e, IndexProgress)] == [0, 500, 1000]


def test_a_folder_that_became_a_link_is_not_followed(
    followed: FollowedFolder, tmp_path: Path
) -> None:
    many = followed.add_many(2)
    many.rename(tmp_path / "outside")
    many.symlink_to(tmp_path / "outside")
    made = followed.catch_up(many)
    assert (made.forgotten, followed.names()) == (2, {"heron.pdf", "otter.pdf", "zebra.pdf"})


def test_a_source_inside_another_is_looked_at_once(followed: FollowedFolder) -> None:
    many = followed.add_many(2)
    index(followed.services, many)
    write_pdf(many / "lynx.pdf", "The lynx hides.")
    made = followed.catch_up()
    assert (made.documents, followed.reader.read_names) == (6, ["lynx.pdf"])
    (many / "lynx.pdf").unlink()
    assert followed.catch_up().forgotten == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("heron.pdf", "HERON.PDF"),
        (unicodedata.normalize("NFC", "héron.pdf"), unicodedata.normalize("NFD", "héron.pdf")),
    ],
)
def test_a_name_that_is_only_written_differently_is_a_rename(
    followed: FollowedFolder, old: str, new: str
) -> None:
    if old != "heron.pdf":
        (followed.folder / "heron.pdf").rename(followed.folder / old)
        followed.catch_up()
    before = followed.named(old).id
    (followed.folder / old).rename(followed.folder / new)
    followed.catch_up()
    assert followed.named(new).id == before
    assert followed.reader.read_names == []


def test_what_the_user_removed_does_not_come_back_by_itself(followed: FollowedFolder) -> None:
    followed.services.remove([followed.named("heron.pdf").id])
    followed.catch_up()
    index(followed.services, followed.folder)
    assert followed.names() == {"otter.pdf", "zebra.pdf"}
    index(followed.services, followed.folder / "heron.pdf")
    assert followed.names() == {"heron.pdf", "otter.pdf", "zebra.pdf"}


def test_a_folder_that_was_removed_and_is_added_again_comes_back_whole(
    followed: FollowedFolder,
) -> None:
    followed.services.remove([d.id for d in followed.services.catalog.documents()])
    assert followed.services.catalog.sources() == []
    assert index(followed.services, followed.folder).documents == 3


def test_the_names_of_removed_documents_are_not_kept(
    followed: FollowedFolder, paths: Paths
) -> None:
    followed.services.remove([followed.named("heron.pdf").id])
    rows = followed.services._database.rows("SELECT mark FROM left_out")
    assert len(rows) == 1
    assert "heron" not in rows[0][0]


def test_hidden_files_and_files_of_other_kinds_are_not_taken_when_they_change(
    followed: FollowedFolder,
) -> None:
    (followed.folder / ".git").mkdir()
    hidden = write_pdf(followed.folder / ".git" / "blob.pdf", "Hidden.")
    notes = followed.folder / "notes.txt"
    notes.write_text("text")
    assert followed.catch_up(hidden, notes).changes == 0
    assert len(followed.names()) == 3


def test_an_incomplete_copy_is_never_a_failed_document(paths: Paths, tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "whole.pdf", "The heron fishes.", "At dawn.").read_bytes()
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = folder / "copy.pdf"
    copy.write_bytes(whole[: len(whole) // 3])
    services = make_services(paths, NotingReader(), settling=60.0)
    followed = FollowedFolder(services, NotingReader(), folder)
    made = index(services, folder)
    assert (made.unsettled, made.failed) == ((str(copy),), ())
    assert followed.named("copy.pdf").state is State.WAITING
    assert followed.catch_up(copy).unsettled == (str(copy),)
    copy.write_bytes(whole)
    os.utime(copy, (1, 1))
    assert followed.catch_up(copy).unsettled == ()
    assert followed.named("copy.pdf").state is State.READY
    services.close()
