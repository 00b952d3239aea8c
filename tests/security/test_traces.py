"""What is left on the machine: private files, and no word of a document outside the vault."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.events import tell_nobody
from app.wiring import OpenVault
from tests.pdfs import write_locked_pdf, write_pdf

MARKERS = ("Quetzalcoatl", "Xylographer", "Zwartepoort")
TEXT = f"The {MARKERS[0]} nests near the {MARKERS[1]}. Its mate is {MARKERS[2]}, aged 41."
QUESTION = f"Where does the {MARKERS[0]} nest?"


def app(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(home), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


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
    found = [home, *home.rglob("*")]
    assert vault.paths.catalog in found
    open_ones = {str(p): stat.filemode(p.stat().st_mode) for p in found if p.stat().st_mode & 0o077}
    assert open_ones == {}


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
        timeout=60,
    )
    assert list(user.rglob("*")) == []
    assert {path: path.stat().st_mtime_ns for path in papers.rglob("*")} == before
    assert {path.name for path in tmp_path.iterdir()} == {"user", "papers", "home"}
