"""Indexing: a folder of files becomes a library, and stays what the files are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import Cancelled, UsageError
from app.core.events import DocumentChanged, Event, IndexProgress, tell_nobody
from app.core.kinds import READ_HERE
from app.core.reading import LARGEST
from app.core.types import State
from app.system.paths import Paths
from tests.core.library import Folder, NotingReader, index, make_services, touch, write_animals
from tests.pdfs import Sheet, write_locked_pdf, write_pdf

PASSWORD = "Tulpenbol-4711"


@dataclass
class Library(Folder):
    """Also keeps what was told."""

    events: list[Event] = field(default_factory=list)

    def index(self, *paths: Path) -> list[str]:
        """Index `paths` or the folder; the names of the files that were read for it."""
        self.reader.read_names.clear()
        index(self.services, *(paths or (self.folder,)))
        return sorted(self.reader.read_names)

    def states(self) -> dict[str, State]:
        return {d.name: d.state for d in self.services.catalog.documents()}


@pytest.fixture
def library(paths: Paths, tmp_path: Path) -> Iterator[Library]:
    folder = write_animals(tmp_path / "papers")
    reader = NotingReader()
    services = make_services(paths, reader)
    yield Library(services, reader, folder)
    services.close()


def test_a_folder_is_read_split_embedded_and_reported(library: Library) -> None:
    made = index(library.services, library.folder)
    assert (made.documents, made.pages, made.chunks, made.failed) == (3, 4, 4, ())
    assert set(library.states().values()) == {State.READY}
    assert made.seconds.total >= made.seconds.read > 0
    assert library.services.catalog.sources() == [str(library.folder)]
    assert library.services.catalog.count_without_vectors("fake-words") == 0


def test_keyword_only_leaves_the_vectors_for_the_next_run(library: Library) -> None:
    made = index(library.services, library.folder, keyword_only=True)
    assert (made.documents, made.seconds.embed) == (3, 0.0)
    assert set(library.states().values()) == {State.SEARCHABLE}
    assert library.finds("heron")
    library.services.go_on(tell_nobody, Control())
    assert set(library.states().values()) == {State.READY}


def test_what_did_not_change_is_not_read_again(library: Library) -> None:
    assert library.index() == ["heron.pdf", "otter.pdf", "zebra.pdf"]
    assert library.index() == []


def test_a_file_that_was_only_touched_is_not_read_again(library: Library) -> None:
    library.index()
    touch(library.folder / "otter.pdf")
    assert library.index() == []
    stamp = library.services.catalog.known_files()[str(library.folder / "otter.pdf")].stamp
    assert stamp.modified == (library.folder / "otter.pdf").stat().st_mtime_ns


def test_a_changed_file_is_read_again_and_its_old_text_is_gone(library: Library) -> None:
    library.index()
    before = library.named("otter.pdf").id
    write_pdf(library.folder / "otter.pdf", "The beaver builds a dam.")
    assert library.index() == ["otter.pdf"]
    assert library.named("otter.pdf").id == before
    assert library.finds("beaver")
    assert not library.finds("otter dives")
    hits = library.services.search("beaver dam", 5, None, tell_nobody).hits
    assert hits[0].text == "The beaver builds a dam."


def test_an_unreadable_file_is_reported_and_the_rest_is_indexed(library: Library) -> None:
    (library.folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    made = index(library.services, library.folder)
    assert made.documents == 3
    (failure,) = made.failed
    assert failure.path == library.folder / "broken.pdf"
    assert failure.reason.startswith("The file is damaged, or it is no PDF.")
    assert library.named("broken.pdf").state is State.FAILED


def test_a_file_that_was_mended_is_read_the_next_time(library: Library) -> None:
    (library.folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")
    library.index()
    write_pdf(library.folder / "broken.pdf", "Mended.")
    assert library.index() == ["broken.pdf"]
    assert library.named("broken.pdf").state is State.READY
    assert library.named("broken.pdf").reason == ""


def test_a_scan_and_an_empty_document_say_why_they_have_no_text(library: Library) -> None:
    write_pdf(library.folder / "scan.pdf", Sheet(scanned=True), Sheet(scanned=True), Sheet())
    write_pdf(library.folder / "empty.pdf", Sheet())
    index(library.services, library.folder)
    assert library.named("scan.pdf").reason == "No text: 2 of 3 pages are only pictures (a scan)."
    assert library.named("empty.pdf").reason == "No text was found on the page."
    assert library.states()["scan.pdf"] is State.FAILED


def test_files_of_other_kinds_hidden_ones_and_links_are_left_alone(
    library: Library, tmp_path: Path
) -> None:
    (library.folder / "notes.odt").write_text("text")
    (library.folder / ".hidden.pdf").write_bytes(b"")
    (library.folder / ".trash").mkdir()
    write_pdf(library.folder / ".trash" / "old.pdf", "Old.")
    outside = write_pdf(tmp_path / "outside.pdf", "Outside.")
    (library.folder / "link.pdf").symlink_to(outside)
    (library.folder / "deeper").mkdir()
    write_pdf(library.folder / "deeper" / "SHOUTED.PDF", "Deep.")
    made = index(library.services, library.folder)
    assert set(library.states()) == {"heron.pdf", "otter.pdf", "zebra.pdf", "SHOUTED.PDF"}
    assert made.skipped == 2


def test_a_folder_given_twice_is_one_source_and_each_file_is_read_once(library: Library) -> None:
    one = library.folder / "otter.pdf"
    read = library.index(library.folder, library.folder, one)
    assert read == ["heron.pdf", "otter.pdf", "zebra.pdf"]
    assert library.services.catalog.sources() == [str(library.folder)]
    assert library.index(library.folder) == []


def test_a_path_that_is_not_there_is_told_before_anything_is_added(library: Library) -> None:
    with pytest.raises(UsageError, match="There is no file or folder"):
        index(library.services, library.folder, library.folder / "nowhere")
    assert library.services.catalog.documents() == []


def test_a_file_of_another_kind_that_is_named_is_told(library: Library) -> None:
    (library.folder / "notes.odt").write_text("text")
    made = index(library.services, library.folder / "notes.odt")
    assert [failure.reason for failure in made.failed] == [
        f"Files of this kind are not read. Add {READ_HERE}."
    ]


def test_reading_that_is_cancelled_goes_on_where_it_was(library: Library) -> None:
    control = Control()

    def cancel_at_the_second(_done: int, _count: int) -> None:
        if library.reader.read_names[-1] == "otter.pdf":
            control.cancel()

    library.reader.before_page = cancel_at_the_second
    with pytest.raises(Cancelled):
        library.services.index([library.folder], False, tell_nobody, control)
    assert library.states()["heron.pdf"] is State.SEARCHABLE
    assert library.states()["zebra.pdf"] is State.WAITING
    library.reader.before_page = lambda _done, _count: None
    library.reader.read_names.clear()
    library.services.go_on(tell_nobody, Control())
    assert "heron.pdf" not in library.reader.read_names
    assert set(library.states().values()) == {State.READY}


def test_embedding_that_is_cancelled_goes_on_where_it_was(library: Library) -> None:
    write_pdf(library.folder / "long.pdf", *(f"Page {i} of the long one." for i in range(10)))
    control = Control()

    def report(event: Event) -> None:
        if isinstance(event, IndexProgress) and event.phase == "embedding":
            control.cancel()

    with pytest.raises(Cancelled):
        library.services.index([library.folder], False, report, control)
    left = library.services.catalog.count_without_vectors("fake-words")
    assert 0 < left < 14
    assert library.index() == []
    assert library.services.catalog.count_without_vectors("fake-words") == 0
    assert set(library.states().values()) == {State.READY}


def test_a_file_that_vanishes_while_it_is_read_is_reported(library: Library) -> None:
    library.reader.before_page = lambda _done, _count: (
        (library.folder / "otter.pdf").unlink()
        if library.reader.read_names[-1] == "otter.pdf"
        else None
    )
    made = index(library.services, library.folder)
    assert [failure.path.name for failure in made.failed] == ["otter.pdf"]
    assert made.documents == 2


def test_a_file_that_may_not_be_opened_says_so(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: object, *arguments: int) -> int:
        if str(path).endswith("otter.pdf"):
            raise PermissionError
        return opened(str(path), *arguments)

    monkeypatch.setattr(os, "open", refuse)
    made = index(library.services, library.folder)
    assert [failure.reason for failure in made.failed] == [
        "The file may not be opened. Check its permissions."
    ]


def test_a_folder_that_may_not_be_opened_is_told_and_the_rest_is_indexed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (library.folder / "deeper").mkdir()
    listed = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "deeper":
            raise PermissionError
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    made = index(library.services, library.folder)
    assert [failure.path for failure in made.failed] == [library.folder / "deeper"]
    assert made.failed[0].reason.startswith("The folder cannot be opened")
    assert made.documents == 3


def test_a_file_larger_than_is_read_is_told_at_once(library: Library) -> None:
    large = library.folder / "large.pdf"
    large.touch()
    os.truncate(large, LARGEST + 1)
    assert "large.pdf" not in library.index()
    assert library.named("large.pdf").reason.startswith("The file is larger than 4 GB")


def test_a_waiting_document_whose_file_is_gone_has_failed(library: Library) -> None:
    control = Control()
    library.reader.before_page = lambda _done, _count: control.cancel()
    with pytest.raises(Cancelled):
        library.services.index([library.folder], False, tell_nobody, control)
    assert library.states()["zebra.pdf"] is State.WAITING
    (library.folder / "zebra.pdf").unlink()
    library.services.go_on(tell_nobody, Control())
    assert library.named("zebra.pdf").state is State.FAILED
    assert library.named("zebra.pdf").reason.startswith("The file is no longer there.")


def test_a_locked_document_waits_for_its_password(library: Library) -> None:
    write_locked_pdf(library.folder / "locked.pdf", PASSWORD, "The lynx hides.")
    made = index(library.services, library.folder)
    assert [failure.path.name for failure in made.failed] == ["locked.pdf"]
    locked = library.named("locked.pdf")
    assert locked.state is State.LOCKED
    library.services.read_again(locked.id, "wrong", tell_nobody, Control())
    assert library.named("locked.pdf").state is State.LOCKED
    made = library.services.read_again(locked.id, PASSWORD, tell_nobody, Control())
    assert (made.documents, made.pages, made.chunks) == (1, 1, 1)
    assert library.named("locked.pdf").state is State.READY
    assert library.finds("lynx")
    assert library.index() == []


def test_a_password_is_never_written_down(library: Library, paths: Paths) -> None:
    write_locked_pdf(library.folder / "locked.pdf", PASSWORD, "The lynx hides.")
    library.index()
    number = library.named("locked.pdf").id
    library.services.read_again(number, PASSWORD, tell_nobody, Control())
    library.services.close()
    files = [path for path in paths.home.rglob("*") if path.is_file()]
    assert paths.catalog in files
    assert not any(PASSWORD.encode() in path.read_bytes() for path in files)


def test_progress_tells_phases_and_new_states_in_order(library: Library) -> None:
    events: list[Event] = []
    library.services.index([library.folder], False, events.append, Control())
    phases = [event.phase for event in events if isinstance(event, IndexProgress)]
    assert list(dict.fromkeys(phases)) == ["looking", "reading", "embedding"]
    heron = [
        event.document.state
        for event in events
        if isinstance(event, DocumentChanged) and event.document.name == "heron.pdf"
    ]
    assert heron == [State.WAITING, State.SEARCHABLE, State.READY]
    last = [e for e in events if isinstance(e, IndexProgress) and e.phase == "reading"][-1]
    assert (last.documents_done, last.documents_total, last.pages_done) == (3, 3, 4)
    done = [e for e in events if isinstance(e, IndexProgress) and e.phase == "embedding"][-1]
    assert (done.chunks_done, done.chunks_total, done.seconds_left) == (4, 4, 0.0)
