"""Folders made to hurt: odd names, links, pipes, and files that change while they are read."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.events import DocumentChanged, Event, IndexProgress, tell_nobody
from app.core.interfaces import PageCount
from app.core.types import IndexReport, Reading, State
from app.system.paths import Paths
from app.wiring import OpenVault
from tests.core.library import Folder, NotingReader, make_services, touch
from tests.pdfs import write_pdf

pytestmark = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="this platform cannot hold such files"
)
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
DEPTH = 1_100
ODD_NAMES = (
    "two\nlines.pdf",
    "escape\x1b]0;title\x07\x1b[2J.pdf",
    "\u202efdp.exe\u202c.pdf",
    "zero\u200bwidth\ufeff.pdf",
    "<img src=file:etc onerror=alert(1)>.pdf",
    "--json.pdf",
    "-rf.pdf",
    "$(reboot) `id`; echo %s%n.pdf",
    "[red]markup[bold].pdf",
    "'quote\" OR 1=1 --.pdf",
    "\u00e9.pdf",
    "e\u0301.pdf",
    "Case.pdf",
    "case.pdf",
    "\U0001f43e.pdf",
    "a" * 251 + ".pdf",
)


@dataclass
class WatchedReader(NotingReader):
    """Also calls `after_reading` when a file was read, or could not be."""

    after_reading: Callable[[], object] = lambda: None

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        try:
            return super().read(path, password, progress, control)
        finally:
            self.after_reading()


@dataclass
class Library(Folder):
    """With a reader that can be watched."""

    reader: WatchedReader

    def index(self, report: Callable[[Event], None] = tell_nobody) -> IndexReport:
        self.reader.read_names.clear()
        return self.services.index([self.folder], False, report, Control())

    def page_text(self, name: str, page: int) -> str:
        return self.services.page(self.named(name).id, page).text.strip()


@pytest.fixture
def library(paths: Paths, tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "papers"
    folder.mkdir()
    write_pdf(folder / "heron.pdf", "The heron fishes.", "At dawn.")
    write_pdf(folder / "otter.pdf", "The otter dives.")
    reader = WatchedReader()
    services = make_services(paths, reader)
    yield Library(services, reader, folder)
    services.close()


def while_reading(library: Library, name: str, act: Callable[[], object], times: int = 99) -> None:
    """Do `act` after the first page of the file, each of the first so many times it is read."""

    def before_page(done: int, _count: int) -> None:
        names = library.reader.read_names
        if names[-1] == name and done == 1 and names.count(name) <= times:
            act()

    library.reader.before_page = before_page


def test_a_file_that_changes_while_it_is_read_is_read_again_as_a_whole(library: Library) -> None:
    heron = library.folder / "heron.pdf"
    while_reading(library, heron.name, lambda: write_pdf(heron, "A crane.", "At dusk."), times=1)
    library.index()
    assert library.reader.read_names == ["heron.pdf", "heron.pdf", "otter.pdf"]
    pages = [library.page_text("heron.pdf", page) for page in (1, 2)]
    assert pages == ["A crane.", "At dusk."]
    library.index()
    assert library.reader.read_names == []


def test_a_file_that_changes_each_time_it_is_read_fails_and_leaves_no_text(
    library: Library,
) -> None:
    heron = library.folder / "heron.pdf"
    while_reading(library, heron.name, lambda: touch(heron))
    library.index()
    assert library.reader.read_names.count("heron.pdf") == 3
    assert library.named("heron.pdf").state is State.FAILED
    assert "changed each time while it was being read" in library.named("heron.pdf").reason
    assert not library.finds("heron fishes")
    library.reader.before_page = lambda _done, _count: None
    library.index()
    assert library.named("heron.pdf").state is State.READY


def test_a_file_that_is_replaced_by_one_of_the_same_size_and_time_is_noticed(
    library: Library, tmp_path: Path
) -> None:
    heron = library.folder / "heron.pdf"
    before = heron.stat()

    def replace_it() -> None:
        other = write_pdf(tmp_path / "other.pdf", "The crane fishes.", "At dusk.")
        os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
        os.replace(other, heron)

    while_reading(library, heron.name, replace_it, times=1)
    library.index()
    assert heron.stat().st_size == before.st_size
    assert library.finds("crane fishes")
    assert not library.finds("heron fishes")


def test_a_file_that_is_half_written_when_it_is_read_is_read_again(library: Library) -> None:
    heron = library.folder / "heron.pdf"
    whole = heron.read_bytes()
    heron.write_bytes(whole[: len(whole) // 2])

    library.reader.after_reading = lambda: (
        heron.write_bytes(whole) if heron.stat().st_size < len(whole) else None
    )
    library.index()
    assert library.named("heron.pdf").state is State.READY


def test_a_file_that_becomes_a_link_or_a_pipe_before_it_is_read_is_told(
    library: Library, tmp_path: Path
) -> None:
    secret = write_pdf(tmp_path / "secret.pdf", "The secret.")

    def report(event: Event) -> None:
        if isinstance(event, DocumentChanged) and event.document.state is State.WAITING:
            path = Path(event.document.path)
            path.unlink()
            if path.name == "otter.pdf":
                os.mkfifo(path)
            else:
                path.symlink_to(secret)

    made = library.index(report)
    assert len(made.failed) == 2
    assert {failure.reason.split(" but ")[0] for failure in made.failed} == {
        "This is not an ordinary file"
    }
    assert not library.finds("secret")


def test_a_file_behind_a_folder_that_became_a_link_is_not_read(
    library: Library, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    write_pdf(outside / "secret.pdf", "The secret.")
    deeper = library.folder / "deeper"
    deeper.mkdir()
    write_pdf(deeper / "secret.pdf", "Not secret.")

    def report(event: Event) -> None:
        if isinstance(event, DocumentChanged) and deeper.is_dir() and not deeper.is_symlink():
            deeper.rename(tmp_path / "away")
            deeper.symlink_to(outside)

    library.index(report)
    assert library.named("secret.pdf").state is State.FAILED
    assert not library.finds("secret")


def test_documents_with_odd_names_are_read_found_and_named_exactly(
    vault: OpenVault, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ODD_NAMES:
        write_pdf(folder / name, "The heron fishes.")
    there = sorted(os.listdir(folder))
    made = vault.services.index([folder], False, tell_nobody, Control())
    assert (made.documents, made.failed) == (len(there), ())
    assert sorted(d.name for d in vault.services.catalog.documents()) == there
    assert vault.services.index([folder], False, tell_nobody, Control()).documents == len(there)
    assert len(vault.services.catalog.documents()) == len(there)


def test_what_an_isolated_reader_read_of_two_versions_is_never_kept(
    vault: OpenVault, tmp_path: Path
) -> None:
    path = write_pdf(tmp_path / "papers.pdf", *["The heron fishes."] * 40)

    def report(event: Event) -> None:
        if isinstance(event, IndexProgress) and 0 < event.pages_done < 40 and not changed:
            changed.append(write_pdf(path, *["The crane dances."] * 40))

    changed: list[Path] = []
    vault.services.index([path], False, report, Control())
    (document,) = vault.services.catalog.documents()
    pages = {vault.services.page(document.id, number).text.strip() for number in range(1, 41)}
    assert changed
    assert (document.state, pages) == (State.READY, {"The crane dances."})


def test_a_name_that_is_no_text_is_told_in_text_and_the_rest_is_indexed(library: Library) -> None:
    odd = os.path.join(os.fsencode(library.folder), b"caf\xe9.pdf")
    os.mkdir(os.path.join(os.fsencode(library.folder), b"d\xe9j\xe0"))
    try:
        os.rename(library.folder / "otter.pdf", odd)
    except OSError:
        pytest.skip("this file system holds names of valid text only")
    made = library.index()
    (failure,) = made.failed
    assert failure.path.name == "caf?.pdf"
    assert failure.reason == (
        "Its name is not valid text, so it cannot be kept. Give it another name."
    )
    assert made.documents == 1
    assert library.services.index([Path(os.fsdecode(odd))], False, tell_nobody, Control()).failed


def test_links_are_not_followed(library: Library, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = write_pdf(outside / "secret.pdf", "The secret.")
    (library.folder / "file.pdf").symlink_to(secret)
    (library.folder / "folder.pdf").symlink_to(outside)
    (library.folder / "folder").symlink_to(outside, target_is_directory=True)
    (library.folder / "itself").symlink_to(library.folder, target_is_directory=True)
    (library.folder / "nowhere.pdf").symlink_to(tmp_path / "nowhere")
    (library.folder / "a.pdf").symlink_to(library.folder / "b.pdf")
    (library.folder / "b.pdf").symlink_to(library.folder / "a.pdf")
    made = library.index()
    assert (made.documents, made.failed, made.skipped) == (2, (), 7)
    assert not library.finds("secret")


def test_pipes_sockets_and_devices_are_left_alone_and_never_waited_for(library: Library) -> None:
    os.mkfifo(library.folder / "pipe.pdf")
    os.mknod(library.folder / "socket.pdf", stat.S_IFSOCK | 0o600)
    made = library.index()
    assert (made.documents, made.failed, made.skipped) == (2, (), 2)


def test_a_pipe_or_device_that_is_named_itself_is_told_and_never_waited_for(
    library: Library,
) -> None:
    os.mkfifo(library.folder / "pipe.pdf")
    services = library.services
    for path in (library.folder / "pipe.pdf", Path("/dev/zero")):
        made = services.index([path], False, tell_nobody, Control())
        assert len(made.failed) == 1
        assert made.failed[0].reason.endswith(".")
    assert library.named("pipe.pdf").reason.startswith("This is not an ordinary file")


def test_a_folder_that_is_named_like_a_document_is_a_folder(library: Library) -> None:
    (library.folder / "folder.pdf").mkdir()
    write_pdf(library.folder / "folder.pdf" / "inner.pdf", "The crane.")
    assert library.index().documents == 3


def test_a_file_with_two_names_is_two_documents(library: Library) -> None:
    os.link(library.folder / "otter.pdf", library.folder / "second.pdf")
    assert library.index().documents == 3
    assert library.named("second.pdf").state is State.READY


@pytest.mark.slow
def test_folders_a_thousand_deep_are_walked(library: Library) -> None:
    folder = library.folder
    for _ in range(DEPTH):
        folder = folder / "d"
        folder.mkdir()
    write_pdf(folder / "deep.pdf", "The crane.")
    try:
        assert library.index().documents == 3
        assert library.finds("crane")
    finally:
        (folder / "deep.pdf").unlink()
        for _ in range(DEPTH):
            folder.rmdir()
            folder = folder.parent


def test_a_folder_that_is_removed_meanwhile_is_told(library: Library) -> None:
    def report(_event: Event) -> None:
        for path in library.folder.glob("*.pdf"):
            path.unlink()
        if library.folder.is_dir():
            library.folder.rmdir()

    (failure,) = library.index(report).failed
    assert failure.path == library.folder / "heron.pdf"
    assert failure.reason.startswith("The file is no longer there")


def test_files_that_are_removed_between_listing_and_reading_are_told(library: Library) -> None:
    def report(event: Event) -> None:
        if isinstance(event, DocumentChanged) and event.document.state is State.WAITING:
            Path(event.document.path).unlink()

    made = library.index(report)
    assert len(made.failed) == 2
    assert {failure.reason.split(".")[0] for failure in made.failed} == {
        "The file is no longer there"
    }


@pytest.mark.slow
def test_the_command_line_prints_odd_names_without_what_drives_a_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in (*ODD_NAMES, os.fsdecode(b"caf\xe9.pdf")):
        write_pdf(folder / name, "The heron fishes.")
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(tmp_path / "home")]
    indexed = subprocess.run([*command, "index", str(folder)], capture_output=True)
    listed = subprocess.run([*command, "list"], capture_output=True)
    told = subprocess.run([*command, "--json", "index", str(folder)], capture_output=True)
    assert (indexed.returncode, listed.returncode, told.returncode) == (3, 0, 3)
    said = (indexed.stdout + indexed.stderr + listed.stdout + listed.stderr).decode()
    assert {c for c in said if unicodedata.category(c) in ("Cc", "Cf")} <= {"\n"}
    (failure,) = json.loads(told.stdout)["failed"]
    assert failure["path"] == str(folder / "caf?.pdf")


@pytest.mark.slow
@pytest.mark.skipif(IS_ROOT and not shutil.which("setpriv"), reason="root may open everything")
def test_what_the_user_may_not_open_is_told_and_the_rest_is_indexed(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    (folder / "closed").mkdir(parents=True)
    write_pdf(folder / "closed" / "inner.pdf", "The crane.")
    write_pdf(folder / "heron.pdf", "The heron fishes.")
    write_pdf(folder / "otter.pdf", "The otter dives.").chmod(0)
    (folder / "closed").chmod(0)
    without = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    program = [sys.executable, "-m", "app", "--fakes", "--home", str(tmp_path / "home"), "--json"]
    command = [*(without if IS_ROOT else []), *program, "index", str(folder)]
    told = json.loads(subprocess.run(command, capture_output=True).stdout)
    (folder / "closed").chmod(0o700)
    assert told["documents"] == 1
    assert {Path(failure["path"]).name: failure["reason"] for failure in told["failed"]} == {
        "otter.pdf": "The file may not be opened. Check its permissions.",
        "closed": "The folder cannot be opened, so nothing in it was read. Check its permissions.",
    }
