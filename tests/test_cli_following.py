"""`strongroom index` once more: the library follows its folders from the command line, too."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from app.cli import run
from app.cli_options import parse
from app.core.folders.changes import MOST_UNASKED
from app.system.paths import find_paths
from tests.pdfs import write_pdf
from tests.test_cli_contract import LOCKED, say


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with enough documents to be asked about; one of them is in it, the others below."""
    folder = tmp_path / "papers"
    (folder / "many").mkdir(parents=True)
    write_pdf(folder / "lease.pdf", "The lease of the old station.")
    for i in range(MOST_UNASKED + 1):
        write_pdf(folder / "many" / f"letter {i}.pdf", f"Letter number {i}.")
    assert say(tmp_path / "home", "index", str(folder)).code == 0
    return folder


def presences(home: Path) -> set[str]:
    return {document["presence"] for document in say(home, "list").data["documents"]}


def test_index_without_a_path_compares_all_sources(papers: Path, tmp_path: Path) -> None:
    os.utime(write_pdf(papers / "roof.pdf", "The roof was mended."), (1, 1))
    (papers / "lease.pdf").rename(papers / "contract.pdf")
    said = say(tmp_path / "home", "index")
    assert (said.code, said.data["moved"], said.data["forgotten"]) == (0, 1, 0)
    names = {document["name"] for document in say(tmp_path / "home", "list").data["documents"]}
    assert {"roof.pdf", "contract.pdf"} < names
    assert "lease.pdf" not in names


def test_index_without_a_path_on_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    said = say(tmp_path / "home", "index")
    assert said.code == 1
    assert said.data["hint"] == "“strongroom index PATH” adds one."


def test_a_library_from_elsewhere_does_not_choose_itself_what_is_read(
    papers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = find_paths(tmp_path / "another", tmp_path / "home" / "vault")
    for named, code in ([], 1), ([str(papers)], 0):
        options = parse(["--fakes", "--json", "index", *named])
        assert run(options, paths, LOCKED) == code
        assert (str(papers) in json.loads(capsys.readouterr().out).get("error", "")) is bool(code)


def test_many_deleted_files_are_forgotten_only_when_that_is_said(
    papers: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.rmtree(papers / "many")
    said = say(home, "index", str(papers))
    assert (said.code, said.data["forgotten"], said.data["missing"]) == (0, 0, MOST_UNASKED + 1)
    assert presences(home) == {"here", "missing"}
    assert say(home, "index", "--forget-missing").data["forgotten"] == MOST_UNASKED + 1
    assert presences(home) == {"here"}


def test_a_source_that_is_not_there_is_away_even_if_forgetting_is_allowed(
    papers: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    papers.rename(tmp_path / "unplugged")
    said = say(home, "index", "--forget-missing", str(papers))
    assert (said.code, said.data["forgotten"], said.data["away"]) == (0, 0, MOST_UNASKED + 2)
    assert presences(home) == {"away"}


def test_a_file_that_is_still_being_written_is_told_and_is_no_failed_document(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits here: each try finds the file as unfinished as before."""
    monkeypatch.setattr("app.core.control.Control.rest", lambda _self, _seconds: None)
    (papers / "copy.pdf").write_bytes(b"%PDF-1.7 and the rest is on its way")
    said = say(tmp_path / "home", "index")
    assert said.code == 3
    (failed,) = said.data["failed"]
    assert failed["reason"].startswith("The file is still being written.")
    assert "failed" not in {d["state"] for d in say(tmp_path / "home", "list").data["documents"]}
