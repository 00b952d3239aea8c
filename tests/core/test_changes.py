"""What differs between catalogue and folders: the decisions alone, without a disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.folders.changes import (
    MOST_UNASKED,
    Changes,
    Settling,
    compare,
    find_moved,
    is_forgotten_unasked,
)
from app.core.folders.sources import FoundFile
from app.core.folders.survey import Look, Seen
from app.core.storage.catalog import Known
from app.core.types import FileStamp, Presence, State

NOW = 1_000_000.0
OLD = FileStamp(100, int((NOW - 60) * 1e9))
JUST_NOW = FileStamp(100, int((NOW - 1) * 1e9))
SETTLING = Settling(2.0, lambda: NOW)


def known(number: int, stamp: FileStamp = OLD, **more: object) -> Known:
    fields = {"sha256": f"hash {number}", "state": State.READY, **more}
    return Known(number, stamp, **fields)  # type: ignore[arg-type]


def seen(path: str, stamp: FileStamp = OLD) -> Seen:
    return Seen(FoundFile(Path(path), stamp), "/s")


def look(*files: Seen, places: tuple[str, ...] = ("/s",), **more: object) -> Look:
    found = {str(one.file.path): one for one in files}
    return Look(places, found, **more)  # type: ignore[arg-type]


def never(_path: str) -> bool:
    return False


def test_an_unchanged_file_is_left_alone() -> None:
    assert compare({"/s/a": known(1)}, look(seen("/s/a")), SETTLING, False) == Changes()


def test_new_changed_and_vanished_files_are_told_apart() -> None:
    before = {"/s/a": known(1), "/s/b": known(2), "/s/c": known(3)}
    now = look(seen("/s/a"), seen("/s/b", FileStamp(101, OLD.modified)), seen("/s/d"))
    changes = compare(before, now, SETTLING, False)
    assert (list(changes.new), list(changes.changed)) == (["/s/d"], ["/s/b"])
    assert list(changes.vanished) == ["/s/c"]


def test_only_what_lies_in_a_place_that_was_looked_at_can_vanish() -> None:
    before = {"/s/in/a": known(1), "/s/inside": known(2), "/s/out/b": known(3)}
    assert list(compare(before, look(places=("/s/in",)), SETTLING, False).vanished) == ["/s/in/a"]


@pytest.mark.parametrize("away", ["/s", "/s/locked"])
def test_what_cannot_be_looked_at_is_away_and_not_gone(away: str) -> None:
    before = {"/s/locked/a": known(1), "/s/b": known(2)}
    changes = compare(before, look(seen("/s/b"), away=(away,)), SETTLING, False)
    assert (changes.vanished, changes.away) == ({}, (1,))


def test_an_empty_folder_in_place_of_a_volume_is_away() -> None:
    before = {"/s/a": known(1), "/s/b": known(2)}
    changes = compare(before, look(moved_mounts=("/s",)), SETTLING, False)
    assert (changes.vanished, set(changes.away), changes.unmounted) == ({}, {1, 2}, ("/s",))


def test_another_volume_with_the_same_files_is_compared_as_ever() -> None:
    before = {"/s/a": known(1), "/s/b": known(2)}
    changes = compare(before, look(seen("/s/a"), moved_mounts=("/s",)), SETTLING, False)
    assert (list(changes.vanished), changes.away, changes.unmounted) == (["/s/b"], (), ())


def test_a_file_that_is_there_again_returns_without_being_read() -> None:
    before = {"/s/a": known(1, presence=Presence.AWAY)}
    changes = compare(before, look(seen("/s/a")), SETTLING, False)
    assert (changes.returned, changes.changed) == ((1,), {})


def test_a_file_that_changed_just_now_is_waited_for() -> None:
    now = look(seen("/s/new", JUST_NOW), seen("/s/a", JUST_NOW))
    changes = compare({"/s/a": known(1)}, now, SETTLING, False)
    assert (changes.new, changes.changed) == ({}, {})
    assert set(changes.unsettled) == {"/s/new", "/s/a"}


def test_a_file_that_the_user_named_is_not_waited_for() -> None:
    assert list(compare({}, look(seen("/s/new", JUST_NOW)), SETTLING, True).new) == ["/s/new"]


def test_a_time_in_the_future_is_a_wrong_clock_and_nothing_to_wait_for() -> None:
    later = FileStamp(100, int((NOW + 3600) * 1e9))
    assert list(compare({}, look(seen("/s/new", later)), SETTLING, False).new) == ["/s/new"]


def test_a_file_that_is_being_moved_is_not_forgotten_before_it_has_arrived() -> None:
    changes = compare({"/s/a": known(1)}, look(seen("/s/b", JUST_NOW)), SETTLING, False)
    assert changes.vanished == {}
    assert set(changes.unsettled) == {"/s/a", "/s/b"}


def test_what_could_not_be_read_is_tried_again_only_when_it_is_named() -> None:
    before = {"/s/a": known(1, state=State.FAILED)}
    assert compare(before, look(seen("/s/a")), SETTLING, False).changed == {}
    assert list(compare(before, look(seen("/s/a")), SETTLING, True).changed) == ["/s/a"]
    touched = look(seen("/s/a"), places=("/s/a",), named=frozenset({"/s/a"}))
    assert list(compare(before, touched, SETTLING, False).changed) == ["/s/a"]


def test_the_same_content_under_another_path_is_a_moved_document() -> None:
    before = {"/s/a": known(1), "/s/b": known(2)}
    changes = compare(before, look(seen("/s/x/a"), seen("/s/other")), SETTLING, False)
    hashes = {"/s/x/a": "hash 1", "/s/other": "something else"}
    assert find_moved(before, changes, hashes.__getitem__, never) == {"/s/x/a": before["/s/a"]}


def test_of_two_equal_documents_each_keeps_its_name() -> None:
    before = {"/s/a": known(1, sha256="same"), "/s/b": known(2, sha256="same")}
    changes = compare(before, look(seen("/s/x/b"), seen("/s/x/a")), SETTLING, False)
    moved = find_moved(before, changes, lambda _path: "same", never)
    assert {path: found.document for path, found in moved.items()} == {"/s/x/a": 1, "/s/x/b": 2}


def test_a_file_of_another_size_is_not_hashed() -> None:
    changes = compare(
        {"/s/a": known(1)}, look(seen("/s/b", FileStamp(99, OLD.modified))), SETTLING, False
    )
    assert find_moved({"/s/a": known(1)}, changes, lambda _path: pytest.fail("hashed"), never) == {}


def test_a_copy_of_a_file_that_is_still_there_is_a_document_of_its_own() -> None:
    before = {"/s/a": known(1)}
    changes = compare(before, look(seen("/s/a"), seen("/s/copy")), SETTLING, False)
    assert find_moved(before, changes, lambda _path: "hash 1", never) == {}


def test_a_file_is_known_to_have_moved_before_its_old_place_was_looked_at() -> None:
    before = {"/t/a": known(1)}
    changes = compare(before, look(seen("/s/a")), SETTLING, False)
    moved = find_moved(before, changes, lambda _path: "hash 1", "/t/a".__eq__)
    assert moved == {"/s/a": before["/t/a"]}


def test_what_is_away_has_not_moved() -> None:
    before = {"/t/a": known(1, presence=Presence.AWAY)}
    changes = compare(before, look(seen("/s/a")), SETTLING, False)
    assert find_moved(before, changes, lambda _path: "hash 1", "/t/a".__eq__) == {}


def test_a_document_that_was_missing_is_found_again_elsewhere() -> None:
    before = {"/t/a": known(1, presence=Presence.MISSING)}
    changes = compare(before, look(seen("/s/a")), SETTLING, False)
    assert list(find_moved(before, changes, lambda _path: "hash 1", "/t/a".__eq__)) == ["/s/a"]


def test_a_few_may_vanish_unasked_and_more_may_not() -> None:
    few = [known(i) for i in range(MOST_UNASKED)]
    assert is_forgotten_unasked(few, 0)
    assert not is_forgotten_unasked([*few, known(9)], 0)
    assert not is_forgotten_unasked(few[:1], MOST_UNASKED)
    assert is_forgotten_unasked([known(i, state=State.FAILED) for i in range(99)], 0)
