"""What is left on the machine: private files, and no word of a document outside the vault."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.events import tell_nobody
from app.system.paths import INSTALLATION, find_paths
from app.system.processes import ENGINE_ROLE, READER_ROLE, STORE_ROLE, own_command
from app.wiring import OpenVault
from tests.deadlines import wait_until
from tests.pdfs import write_locked_pdf, write_pdf
from tests.security import desktop
from tests.security.desktop import Desktop
from tests.security.window_driver import PATIENCE, ask, close_window
from tests.system.small_models import write_answer_model

MARKERS = ("Quetzalcoatl", "Xylographer", "Zwartepoort")
TEXT = f"The {MARKERS[0]} nests near the {MARKERS[1]}. Its mate is {MARKERS[2]}, aged 41."
QUESTION = f"Where does the {MARKERS[0]} nest?"


def app(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(home), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)


@pytest.mark.slow
def test_no_text_of_a_document_goes_to_standard_error(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    write_pdf(papers / "a.pdf", TEXT)
    whole = (papers / "a.pdf").read_bytes()
    (papers / "cut.pdf").write_bytes(whole[: len(whole) // 2])
    write_locked_pdf(papers / "locked.pdf", MARKERS[2], TEXT)
    said = [app(tmp_path / "home", "index", str(papers)), app(tmp_path / "home", "ask", QUESTION)]
    assert [one.returncode for one in said] == [3, 0]
    assert MARKERS[1] in said[1].stdout
    assert not any(marker in one.stderr for marker in MARKERS for one in said)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX'")
def test_everything_in_the_home_folder_is_private(vault: OpenVault, tmp_path: Path) -> None:
    vault.services.index([write_pdf(tmp_path / "a.pdf", TEXT)], False, tell_nobody, Control())
    vault.services.ask(QUESTION, (), None, tell_nobody, Control())
    home = vault.paths.home
    assert vault.paths.catalog.exists()
    assert open_ones(home) == {}


@pytest.mark.slow
def test_nothing_is_written_outside_the_home_folder(tmp_path: Path) -> None:
    """Not even where libraries like to keep things."""
    user = tmp_path / "user"
    user.mkdir()
    papers = tmp_path / "papers"
    papers.mkdir()
    write_pdf(papers / "a.pdf", TEXT)
    before = {path: path.stat().st_mtime_ns for path in papers.rglob("*")}
    environment = os.environ | {"HOME": str(user), "XDG_DATA_HOME": str(user / "data")}
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(tmp_path / "home")]
    subprocess.run(
        [*command, "index", str(papers)],
        env=environment,
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    assert list(user.rglob("*")) == []
    assert {path: path.stat().st_mtime_ns for path in papers.rglob("*")} == before
    assert {path.name for path in tmp_path.iterdir()} == {"user", "papers", "home"}


@pytest.fixture(scope="module")
def display() -> Iterator[Desktop]:
    lacking = desktop.missing()
    if lacking and os.environ.get("CI"):
        pytest.fail(f"What the window leaves behind cannot be looked at here. {lacking}")
    if lacking:
        pytest.skip(lacking)
    with desktop.desktop() as opened:
        yield opened


def open_ones(home: Path) -> dict[str, str]:
    """What in the home folder others could read, with its modes."""
    found = [home, *home.rglob("*")]
    modes = {str(path): path.lstat().st_mode for path in found}
    return {path: stat.filemode(mode) for path, mode in modes.items() if mode & 0o077}


def files_with_markers(home: Path, catalog: Path) -> list[str]:
    """Files that hold a marker, as text of any usual encoding, but for the catalogue."""
    patterns = [m.encode(code) for m in MARKERS for code in ("utf-8", "utf-16-le", "utf-16-be")]
    ours = {str(catalog) + end for end in ("", "-wal", "-shm")}
    return [
        str(path)
        for path in home.rglob("*")
        if path.is_file() and str(path) not in ours
        and any(pattern in path.read_bytes() for pattern in patterns)
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the window is driven over X11")
def test_the_window_leaves_everything_private_and_nothing_elsewhere(
    tmp_path: Path, display: Desktop
) -> None:
    user, papers, home = (tmp_path / name for name in ("user", "papers", "home"))
    user.mkdir()
    papers.mkdir()
    write_pdf(papers / f"{MARKERS[0]}.pdf", TEXT)
    (papers / f"{MARKERS[1]}.pdf").write_bytes(b"%PDF-1.7 no more")
    write_locked_pdf(papers / f"{MARKERS[2]}.pdf", MARKERS[2], TEXT)
    xdg = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}
    environment = display.environment | {"HOME": str(user)}
    environment |= {name: str(user / value) for name, value in xdg.items()}
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(home), str(papers)]
    before = elsewhere()
    with subprocess.Popen(
        command, env=environment, cwd=INSTALLATION, stderr=subprocess.PIPE, text=True
    ) as window:
        display.await_window("Strongroom", PATIENCE)
        ask(display, find_paths(home), QUESTION)
        close_window(display)
        _, said = window.communicate(timeout=PATIENCE)
    assert window.returncode == 0
    assert not any(marker in said for marker in MARKERS)
    assert open_ones(home) == {}
    assert files_with_markers(home, find_paths(home).catalog) == []
    assert list(user.rglob("*")) == []
    assert {path.name for path in tmp_path.iterdir()} == {"user", "papers", "home"}
    assert len(list(papers.iterdir())) == 3
    assert elsewhere() <= before


def elsewhere() -> set[str]:
    """Files of ours where programs like to leave some."""
    places = [Path(place) for place in ("/tmp", "/var/tmp", "/dev/shm")]
    ours = re.compile("strongroom|etilqs|torchinductor|qt|python", re.IGNORECASE)
    return {str(p) for place in places for p in place.iterdir() if ours.search(p.name)}


@pytest.mark.slow
def test_no_word_is_left_outside_the_catalogue_by_commands_and_their_errors(
    tmp_path: Path,
) -> None:
    home, papers = tmp_path / "home", tmp_path / "papers"
    papers.mkdir()
    write_pdf(papers / f"{MARKERS[0]}.pdf", TEXT)
    (papers / f"{MARKERS[1]}.pdf").write_bytes(b"%PDF-1.7 no more")
    said = [
        app(home, *arguments)
        for arguments in (
            ["--json", "index", str(papers)],
            ["--json", "ask", QUESTION],
            ["--json", "remove", f"{MARKERS[2]}.pdf"],
            ["--json", "eval", str(papers / f"{MARKERS[0]}.pdf")],
            ["--json", "models", "import", str(papers / f"{MARKERS[0]}.pdf")],
        )
    ]
    assert [one.returncode for one in said] == [3, 0, 1, 1, 1]
    assert files_with_markers(home, find_paths(home).catalog) == []
    for one in (said[0], said[1]):
        assert not any(marker in one.stderr for marker in MARKERS)


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX'")
def test_an_imported_model_is_private(vault: OpenVault, tmp_path: Path) -> None:
    model = write_answer_model(tmp_path / "tiny.gguf")
    model.chmod(0o644)
    vault.models.import_model(model)
    assert list(vault.paths.models.rglob("*.gguf"))
    assert open_ones(vault.paths.home) == {}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="signals and waiting as Linux knows them")
@pytest.mark.parametrize("role", [ENGINE_ROLE, READER_ROLE, STORE_ROLE])
def test_a_process_that_crashes_leaves_no_core(role: str, tmp_path: Path) -> None:
    """Its limit is none, and it may not be dumped: so neither a file nor a dump service gets it."""
    arguments = ["--home", str(tmp_path / "home"), "--fakes"] if role == ENGINE_ROLE else []
    environment = os.environ | {"PYTHONPATH": str(INSTALLATION)}
    with subprocess.Popen(
        own_command(role, arguments),
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as process:
        ours = Path(f"/proc/{process.pid}")
        wait_until(lambda: "Seccomp:\t2" in (ours / "status").read_text())
        (line,) = (x for x in (ours / "limits").read_text().splitlines() if "core file" in x)
        process.send_signal(signal.SIGSEGV)
        ended = os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert ended is not None
    assert (ended.si_code, ended.si_status) == (os.CLD_KILLED, signal.SIGSEGV)
    assert line.split()[4:6] == ["0", "0"]
    assert list(tmp_path.glob("core*")) == []
