"""The library in step with real folders: files that come, change, move, vanish and come back."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.core import folders
from app.core.changes import MOST_UNASKED
from app.core.control import Control
from app.core.events import Event, IndexProgress, tell_nobody
from app.core.indexing import Wish
from app.core.types import IndexReport, Presence, State
from app.system.paths import Paths
from tests.core.library import Folder, NotingReader, index, make_services, touch, write_animals
from tests.pdfs import write_pdf


@dataclass
class Library(Folder):
    """What can be asked of it once it was indexed."""

    def catch_up(self, *paths: Path, forget_missing: bool = False) -> IndexReport:
        """As when something changed at these paths; without any, as at the start."""
        self.reader.read_names.clear()
        wish = Wish(paths, forget_missing=forget_missing)
        return self.services.catch_up(wish, False, tell_nobody, Control())

    def names(self) -> set[str]:
        return {d.name for d in self.services.catalog.documents()}

    def presences(self) -> set[Presence]:
        return {d.presence for d in self.services.catalog.documents()}

    def vectors(self, document: int) -> list[tuple[int, bytes]]:
        return self.services._database.rows(
            """SELECT v.id, v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               WHERE c.document_id = ? ORDER BY v.id""",
            [document],
        )

    def found(self, words: str) -> list[str]:
        hits = self.services.search(words, 5, None, tell_nobody).hits
        return [hit.path for hit in hits if words.split()[0] in hit.text]

    def add_many(self, count: int, folder: str = "many") -> Path:
        (self.folder / folder).mkdir()
        for i in range(count):
            write_pdf(self.folder / folder / f"{folder}-{i}.pdf", f"{folder} number {i}.")
        self.catch_up()
        return self.folder / folder


@pytest.fixture
def library(paths: Paths, tmp_path: Path) -> Iterator[Library]:
    folder = write_animals(tmp_path / "papers")
    reader = NotingReader()
    services = make_services(paths, reader)
    index(services, folder)
    yield Library(services, reader, folder)
    services.close()


def test_when_nothing_changed_nothing_is_done(library: Library) -> None:
    made = library.catch_up()
    assert (made.documents, made.changes, library.reader.read_names) == (3, 0, [])


def test_new_and_changed_files_are_read_and_no_others(library: Library) -> None:
    write_pdf(library.folder / "otter.pdf", "The beaver builds.")
    (library.folder / "deeper").mkdir()
    write_pdf(library.folder / "deeper" / "lynx.pdf", "The lynx hides.")
    made = library.catch_up()
    assert sorted(library.reader.read_names) == ["lynx.pdf", "otter.pdf"]
    assert (made.documents, made.changes) == (4, 2)
    assert library.found("beaver")
    assert not library.found("otter dives")


@pytest.mark.parametrize("target", ["egret.pdf", "deeper/heron.pdf", "deeper/egret.pdf"])
def test_a_file_moved_or_renamed_keeps_everything_and_is_not_read(
    library: Library, target: str
) -> None:
    before = library.named("heron.pdf")
    vectors = library.vectors(before.id)
    (library.folder / "deeper").mkdir()
    (library.folder / "heron.pdf").rename(library.folder / target)
    made = library.catch_up()
    assert (made.moved, made.forgotten, library.reader.read_names) == (1, 0, [])
    after = library.services.catalog.document(before.id)
    assert (after.path, after.state) == (str(library.folder / target), State.READY)
    assert after.name == Path(target).name
    assert library.vectors(before.id) == vectors
    assert library.found("heron fishes") == [after.path]


def test_a_renamed_document_is_found_by_its_new_name_and_not_by_the_old(library: Library) -> None:
    (library.folder / "heron.pdf").rename(library.folder / "quarterly.pdf")
    library.catch_up()
    number = library.named("quarterly.pdf").id
    assert library.services.catalog.search_words('about:"quarterly"', 5, [number])
    assert not library.services.catalog.search_words('about:"heron"', 5, [number])


def test_a_file_moved_to_another_source_belongs_to_it(library: Library, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write_pdf(other / "lynx.pdf", "The lynx hides.")
    index(library.services, other)
    before = library.named("heron.pdf").id
    (library.folder / "heron.pdf").rename(other / "heron.pdf")
    assert library.catch_up().moved == 1
    assert (library.named("heron.pdf").id, library.named("heron.pdf").source) == (
        before,
        str(other),
    )


def test_a_move_whose_end_is_seen_before_its_beginning_is_a_move(
    library: Library, tmp_path: Path
) -> None:
    (library.folder / "deeper").mkdir()
    before = library.named("heron.pdf").id
    (library.folder / "heron.pdf").rename(library.folder / "deeper" / "egret.pdf")
    assert library.catch_up(library.folder / "deeper" / "egret.pdf").moved == 1
    assert library.catch_up(library.folder / "heron.pdf").forgotten == 0
    assert library.named("egret.pdf").id == before


def test_a_renamed_folder_takes_its_documents_along(library: Library) -> None:
    many = library.add_many(8)
    numbers = {d.id for d in library.services.catalog.documents()}
    many.rename(library.folder / "renamed")
    made = library.catch_up(many, library.folder / "renamed")
    assert (made.moved, made.forgotten, made.missing) == (8, 0, 0)
    assert {d.id for d in library.services.catalog.documents()} == numbers


def test_a_deleted_file_leaves_with_all_its_traces(library: Library) -> None:
    (library.folder / "heron.pdf").unlink()
    assert library.catch_up(library.folder / "heron.pdf").forgotten == 1
    assert library.names() == {"otter.pdf", "zebra.pdf"}
    assert not library.found("heron fishes")
    assert library.catch_up().changes == 0


def test_a_source_whose_last_file_was_deleted_is_still_kept_in_step(library: Library) -> None:
    for path in library.folder.iterdir():
        path.unlink()
    library.catch_up()
    assert library.names() == set()
    write_pdf(library.folder / "lynx.pdf", "The lynx hides.")
    library.catch_up()
    assert library.names() == {"lynx.pdf"}


def test_a_source_without_documents_can_be_removed(library: Library) -> None:
    for path in library.folder.iterdir():
        path.unlink()
    library.catch_up()
    assert library.services.catalog.sources() == [str(library.folder)]
    library.services.remove([])
    assert library.services.catalog.sources() == []


def test_looking_at_many_files_tells_often_so_that_a_question_can_go_first(
    library: Library,
) -> None:
    for i in range(1_200):
        (library.folder / f"{i}.txt").touch()
    events: list[Event] = []
    library.services.catch_up(Wish(), False, events.append, Control())
    assert [e.documents_done for e in events if isinstance(e, IndexProgress)] == [0, 500, 1000]


def test_when_many_vanish_they_are_kept_until_the_user_decides(library: Library) -> None:
    shutil.rmtree(library.add_many(MOST_UNASKED + 1))
    made = library.catch_up()
    assert (made.forgotten, made.missing) == (0, MOST_UNASKED + 1)
    assert library.named("many-0.pdf").presence is Presence.MISSING
    assert "kept until you decide" in library.named("many-0.pdf").reason
    assert library.found("many number 0")
    assert library.catch_up(forget_missing=True).forgotten == MOST_UNASKED + 1
    assert library.names() == {"heron.pdf", "otter.pdf", "zebra.pdf"}


def test_what_vanishes_in_small_lots_one_after_the_other_counts_together(library: Library) -> None:
    many = library.add_many(MOST_UNASKED + 3)
    files = sorted(many.iterdir())
    for path in files[:4]:
        path.unlink()
    assert library.catch_up().forgotten == 4
    for path in files[4:]:
        path.unlink()
    assert library.catch_up().missing == len(files) - 4


def test_what_the_user_kept_is_not_asked_about_again(library: Library) -> None:
    shutil.rmtree(library.add_many(MOST_UNASKED + 1))
    library.catch_up()
    missing = library.services.whereabouts.absent(Presence.MISSING)
    library.services.whereabouts.keep(missing)
    made = library.catch_up()
    assert (made.forgotten, made.missing, made.changes) == (0, 0, 0)
    (library.folder / "heron.pdf").unlink()
    assert library.catch_up().forgotten == 1
    assert library.named("many-0.pdf").presence is Presence.KEPT


def test_what_comes_back_is_here_again_and_not_read(library: Library, tmp_path: Path) -> None:
    many = library.add_many(MOST_UNASKED + 1)
    shutil.move(many, tmp_path / "aside")
    library.catch_up()
    shutil.move(tmp_path / "aside", many)
    made = library.catch_up()
    assert (made.missing, library.reader.read_names) == (0, [])
    assert library.presences() == {Presence.HERE}


def test_a_source_that_is_gone_is_away_and_nothing_of_it_is_lost(library: Library) -> None:
    library.folder.rename(library.folder.with_name("unplugged"))
    made = library.catch_up()
    assert (made.away, made.forgotten, made.missing) == (3, 0, 0)
    assert library.named("heron.pdf").presence is Presence.AWAY
    assert "cannot be reached" in library.named("heron.pdf").reason
    assert library.found("heron fishes")
    assert library.catch_up(forget_missing=True).forgotten == 0
    library.folder.with_name("unplugged").rename(library.folder)
    assert library.catch_up().away == 0
    assert (library.presences(), library.reader.read_names) == ({Presence.HERE}, [])


def test_an_empty_mount_point_is_away_until_its_volume_is_back(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = folders.mount_of
    monkeypatch.setattr(os.path, "ismount", lambda path: str(path) in ("/", str(library.folder)))
    assert real(library.folder) == str(library.folder)
    library.catch_up()
    aside = library.folder.with_name("volume")
    library.folder.rename(aside)
    library.folder.mkdir()
    monkeypatch.undo()
    for _ in range(2):
        assert (library.catch_up().away, library.presences()) == (3, {Presence.AWAY})
    library.folder.rmdir()
    aside.rename(library.folder)
    library.catch_up()
    assert library.presences() == {Presence.HERE}


def test_a_folder_without_permission_is_away(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = library.add_many(2)
    listed = os.scandir

    def refuse(folder: Path) -> object:
        if folder == many:
            raise PermissionError
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    made = library.catch_up()
    assert (made.away, made.forgotten) == (2, 0)
    assert library.named("many-0.pdf").presence is Presence.AWAY
    assert library.named("heron.pdf").presence is Presence.HERE


def test_a_changed_file_that_may_not_be_opened_keeps_what_was_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch(library.folder / "otter.pdf")
    opened = os.open

    def refuse(path: object, *arguments: int) -> int:
        if str(path).endswith("otter.pdf"):
            raise PermissionError
        return opened(str(path), *arguments)

    monkeypatch.setattr(os, "open", refuse)
    library.catch_up()
    assert library.named("otter.pdf").presence is Presence.AWAY
    assert library.found("otter dives")
    monkeypatch.undo()
    library.catch_up()
    assert library.named("otter.pdf").presence is Presence.HERE


def test_a_source_that_became_a_link_is_away(library: Library) -> None:
    aside = library.folder.with_name("elsewhere")
    library.folder.rename(aside)
    library.folder.symlink_to(aside)
    assert library.catch_up().away == 3


def test_a_folder_that_became_a_link_is_not_followed(library: Library, tmp_path: Path) -> None:
    many = library.add_many(2)
    many.rename(tmp_path / "outside")
    many.symlink_to(tmp_path / "outside")
    made = library.catch_up(many)
    assert (made.forgotten, library.names()) == (2, {"heron.pdf", "otter.pdf", "zebra.pdf"})


def test_a_single_file_that_was_deleted_is_gone_and_one_whose_folder_is_gone_is_away(
    library: Library, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    single = write_pdf(tmp_path / "single.pdf", "The single one.")
    index(library.services, single, write_pdf(stick / "wren.pdf", "The wren sings."))
    single.unlink()
    stick.rename(tmp_path / "unplugged")
    made = library.catch_up()
    assert (made.forgotten, made.away) == (1, 1)
    assert "wren.pdf" in library.names()


def test_a_source_inside_another_is_looked_at_once(library: Library) -> None:
    many = library.add_many(2)
    index(library.services, many)
    write_pdf(many / "lynx.pdf", "The lynx hides.")
    made = library.catch_up()
    assert (made.documents, library.reader.read_names) == (6, ["lynx.pdf"])
    (many / "lynx.pdf").unlink()
    assert library.catch_up().forgotten == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("heron.pdf", "HERON.PDF"),
        (unicodedata.normalize("NFC", "héron.pdf"), unicodedata.normalize("NFD", "héron.pdf")),
    ],
)
def test_a_name_that_is_only_written_differently_is_a_rename(
    library: Library, old: str, new: str
) -> None:
    if old != "heron.pdf":
        (library.folder / "heron.pdf").rename(library.folder / old)
        library.catch_up()
    before = library.named(old).id
    (library.folder / old).rename(library.folder / new)
    library.catch_up()
    assert library.named(new).id == before
    assert library.reader.read_names == []


def test_what_the_user_removed_does_not_come_back_by_itself(library: Library) -> None:
    library.services.remove([library.named("heron.pdf").id])
    library.catch_up()
    index(library.services, library.folder)
    assert library.names() == {"otter.pdf", "zebra.pdf"}
    index(library.services, library.folder / "heron.pdf")
    assert library.names() == {"heron.pdf", "otter.pdf", "zebra.pdf"}


def test_a_folder_that_was_removed_and_is_added_again_comes_back_whole(library: Library) -> None:
    library.services.remove([d.id for d in library.services.catalog.documents()])
    assert library.services.catalog.sources() == []
    assert index(library.services, library.folder).documents == 3


def test_the_names_of_removed_documents_are_not_kept(library: Library, paths: Paths) -> None:
    library.services.remove([library.named("heron.pdf").id])
    rows = library.services._database.rows("SELECT mark FROM left_out")
    assert len(rows) == 1
    assert "heron" not in rows[0][0]


def test_hidden_files_and_files_of_other_kinds_are_not_taken_when_they_change(
    library: Library,
) -> None:
    (library.folder / ".git").mkdir()
    hidden = write_pdf(library.folder / ".git" / "blob.pdf", "Hidden.")
    notes = library.folder / "notes.txt"
    notes.write_text("text")
    assert library.catch_up(hidden, notes).changes == 0
    assert len(library.names()) == 3


def test_an_incomplete_copy_is_never_a_failed_document(paths: Paths, tmp_path: Path) -> None:
    whole = write_pdf(tmp_path / "whole.pdf", "The heron fishes.", "At dawn.").read_bytes()
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = folder / "copy.pdf"
    copy.write_bytes(whole[: len(whole) // 3])
    services = make_services(paths, NotingReader(), settling=60.0)
    library = Library(services, NotingReader(), folder)
    made = index(services, folder)
    assert (made.unsettled, made.failed) == ((str(copy),), ())
    assert library.named("copy.pdf").state is State.WAITING
    assert library.catch_up(copy).unsettled == (str(copy),)
    copy.write_bytes(whole)
    os.utime(copy, (1, 1))
    assert library.catch_up(copy).unsettled == ()
    assert library.named("copy.pdf").state is State.READY
    services.close()
