"""Real reader processes: how their children are confined, ended and replaced."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from app.core.errors import DocumentError
from app.system import landlock
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.deadlines import PATIENCE, wait_until
from tests.pdfs import write_pdf
from tests.system.reading import read, texts

Evil = Callable[..., IsolatedReader]


@pytest.fixture
def evil(made: list[IsolatedReader]) -> Evil:
    """Makes a reader with a real, locked-up child that its documents take over."""

    def make(*options: str) -> IsolatedReader:
        command = [sys.executable, "-m", "tests.system.evil_reader", *options]
        made.append(IsolatedReader(command, (".pdf",), 1))
        return made[-1]

    return make


@pytest.fixture
def document(tmp_path: Path) -> Callable[..., Path]:
    """Writes a document for an evil reader: a line a page."""

    def write(*lines: str) -> Path:
        path = tmp_path / "evil.pdf"
        path.write_text("\n".join(lines), "utf-8")
        return path

    return write


def children() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


# Real children, taken over by their documents


@pytest.mark.slow
def test_a_child_that_takes_too_long_on_a_page_is_ended(
    evil: Evil, document: Callable[..., Path]
) -> None:
    found = texts(read(evil("page_seconds=1"), document("one", "spin", "three")))
    assert found == ["one", "Reading this page took too long.", "three"]


@pytest.mark.slow
def test_a_child_that_needs_too_much_memory_is_ended(
    evil: Evil, document: Callable[..., Path]
) -> None:
    reader = evil(f"memory={700 * 1024**2}")
    found = texts(read(reader, document("one", "eat", "killed", "four")))
    too_much = "Reading this page needed too much memory."
    assert found == ["one", too_much, too_much, "four"]


def test_a_child_that_crashes_is_told(evil: Evil, document: Callable[..., Path]) -> None:
    found = texts(read(evil(), document("one", "crash", "three")))
    assert found == ["one", "Reading this page crashed the reader.", "three"]


def test_a_child_that_crashes_at_the_structure_costs_the_structure_only(
    evil: Evil, document: Callable[..., Path]
) -> None:
    reading = read(evil(), document("one"), password="crash")
    assert (texts(reading), reading.title) == (["one"], "")


@pytest.mark.slow
def test_a_drawing_that_takes_too_long_is_told(evil: Evil, document: Callable[..., Path]) -> None:
    with pytest.raises(DocumentError, match="Drawing this page took too long"):
        evil("page_seconds=1").draw(document("one"), 1, 1.0, "spin")


def test_a_child_hears_nothing_of_the_next_request(
    evil: Evil, document: Callable[..., Path]
) -> None:
    assert texts(read(evil(), document("input"))) == ["b''"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems lock a reader up less tightly")
def test_a_child_is_locked_up_before_it_reads(evil: Evil, document: Callable[..., Path]) -> None:
    found = texts(read(evil(), document("look", "write", "fork", "reach")))
    assert found == [*["PermissionError"] * 3, "NetworkRefusedError"]


def test_a_child_that_lingers_after_its_answer_is_ended(
    evil: Evil, document: Callable[..., Path]
) -> None:
    before = children()
    reader = evil("linger=1")
    for _ in range(3):
        assert texts(read(reader, document("one"))) == ["one"]
    wait_until(lambda: len(children() - before) == 2)


def test_a_child_that_feigns_its_end_harms_no_later_document(
    evil: Evil, document: Callable[..., Path]
) -> None:
    before = children()
    reader = evil()
    with suppress(DocumentError):
        read(reader, document("hide"))
    assert texts(read(reader, document("one"))) == ["one"]
    wait_until(lambda: len(children() - before) == 2)


@pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")
def test_a_file_that_is_replaced_before_it_is_read_is_told(
    evil: Evil, document: Callable[..., Path]
) -> None:
    path = document("old")
    path.with_name("evil.pdf.new").write_text("new", "utf-8")
    with pytest.raises(DocumentError, match="changed while it was being read"):
        read(evil(f"replace={path}"), path)


def test_what_is_no_file_is_never_read(evil: Evil, tmp_path: Path) -> None:
    reader = evil()
    pipe, folder, device = (tmp_path / f"{name}.pdf" for name in ("pipe", "folder", "device"))
    os.mkfifo(pipe)
    folder.mkdir()
    device.symlink_to("/dev/zero")
    for path in (pipe, folder, device):
        with pytest.raises(DocumentError, match="no file, but a folder, a device or a pipe"):
            read(reader, path)
    with pytest.raises(DocumentError, match="no longer there"):
        read(reader, tmp_path / "gone.pdf")


def test_names_that_are_odd_are_read_all_the_same(evil: Evil, tmp_path: Path) -> None:
    reader = evil()
    for name in ("a\nb.pdf", "\u202efdp.pdf", os.fsdecode(b"latin-\xe9.pdf"), "~.pdf", "-.pdf"):
        path = tmp_path / name
        path.write_text("one", "utf-8")
        assert texts(read(reader, path)) == ["one"]


def test_a_reader_tells_what_it_tried_to_reach(made: list[IsolatedReader]) -> None:
    told: list[tuple[str, str, float]] = []
    command = [sys.executable, "-m", "tests.system.evil_reader"]
    reader = IsolatedReader(command, (".pdf",), 1, lambda *refused: told.append(refused))
    made.append(reader)
    found = reader.prove()
    assert found["reach"] == "NetworkRefusedError"
    assert [(family, event) for family, event, _ in told] == [("AF_INET", "socket.__new__")]
    if sys.platform == "linux":
        assert found["look"] == "PermissionError"
        assert any("seccomp" in lock for lock in found["locks"])


# The life of a reader process


def test_nothing_is_started_before_it_is_needed(tmp_path: Path) -> None:
    before = children()
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 3)
    assert children() == before
    reader.warm_up()
    started = children() - before
    assert len(started) == 2
    read(reader, write_pdf(tmp_path / "a.pdf", "Text."))
    reader.draw(tmp_path / "a.pdf", 1, 0.1, "")
    assert started < children()
    reader.close()
    assert children() <= before


def test_a_child_is_waiting_before_its_document_comes(
    evil: Evil, document: Callable[..., Path]
) -> None:
    before = children()
    reader = evil()
    read(reader, document("one"))
    wait_until(lambda: len(children() - before) == 2)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform cannot kill a process so")
def test_a_reader_process_that_was_killed_is_replaced(tmp_path: Path) -> None:
    before = children()
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    reader.warm_up()
    for process in children() - before:
        os.kill(process, signal.SIGKILL)
    path = write_pdf(tmp_path / "a.pdf", "Text.")

    def can_be_read() -> bool:
        try:
            return read(reader, path).pages[0].text == "Text."
        except DocumentError:
            return False

    wait_until(can_be_read)
    reader.close()


@pytest.mark.slow
def test_readers_end_with_the_engine(tmp_path: Path) -> None:
    path = tmp_path / "evil.pdf"
    path.write_text("wait", "utf-8")
    program = (
        "import sys; from pathlib import Path; from app.core.control import Control\n"
        "from app.system.readers import IsolatedReader\n"
        "command = [sys.executable, '-m', 'tests.system.evil_reader']\n"
        "reader = IsolatedReader(command, ('.pdf',), 1)\n"
        f"reader.read(Path({str(path)!r}), '', lambda *_: None, Control())"
    )
    engine = psutil.Popen([sys.executable, "-c", program])
    wait_until(lambda: len(engine.children(recursive=True)) == 2)
    left = engine.children(recursive=True)
    engine.kill()
    engine.wait()
    _gone, alive = psutil.wait_procs(left, timeout=PATIENCE)
    assert alive == []


def test_no_file_of_the_current_folder_is_taken_for_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    (folder / "app").mkdir(parents=True)
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w')"
    for name in ("app/__init__.py", "json.py", "socket.py", "pypdf.py", "sitecustomize.py"):
        (folder / name).write_text(trap)
    path = write_pdf(folder / "a.pdf", "Text.")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    try:
        assert read(reader, path).pages[0].text == "Text."
    finally:
        reader.close()
    assert not (tmp_path / "sprung").exists()
