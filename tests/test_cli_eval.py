"""The `eval` command as an instrument: sets, scopes, earlier runs, misses and what is written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.cli_options import parse
from app.system.paths import find_paths
from tests.test_cli_contract import LOCKED, QUESTION, say, write_papers


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indexed")
    assert say(folder / "home", "index", str(write_papers(folder / "papers"))).code == 0
    return folder / "home"


@pytest.fixture
def home(indexed: Path, tmp_path: Path) -> Path:
    return shutil.copytree(indexed, tmp_path / "home")


def write_set(file: Path, *lines: dict[str, Any]) -> Path:
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return file


@pytest.fixture
def rent(tmp_path: Path) -> Path:
    line = {"question": QUESTION, "doc": "lease.pdf", "pages": [2], "kind": "money"}
    return write_set(tmp_path / "rent.jsonl", line)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Pages that cannot be found."""
    lines = (
        {"question": "Who sold the old station?", "doc": "lease.pdf", "pages": [7]},
        {"question": "Who sold the submarine?", "doc": "harbour.pdf", "pages": [1]},
    )
    return write_set(tmp_path / "wrong.jsonl", *lines)


def test_sets_and_kinds_are_measured_apart(home: Path, rent: Path, wrong: Path) -> None:
    data = say(home, "eval", str(rent), str(wrong)).data
    assert data["questions"] == 3
    assert {name: part["mrr"] for name, part in data["by_set"].items()} == {
        "rent": 1.0,
        "wrong": 0.0,
    }
    assert {name: part["questions"] for name, part in data["by_kind"].items()} == {
        "English, a text": 2,
        "money": 1,
    }


def test_the_whole_library_and_each_document_are_measured_in_one_run(
    home: Path, wrong: Path
) -> None:
    data = say(home, "eval", "--both", str(wrong)).data
    assert data["document_hit"]["1"] == 0.5
    assert data["per_document"]["document_hit"]["1"] == 0.5
    assert data["per_document"]["by_set"]["wrong"]["questions"] == 2
    assert say(home, "eval", "--both", "--leave-out", str(wrong)).code == 1


def test_a_run_is_compared_with_the_one_before(home: Path, rent: Path) -> None:
    first = say(home, "eval", "--name", "before", str(rent)).data
    second = say(home, "eval", "--by-keyword", str(rent)).data
    assert "against" not in first
    assert (first["run"], second["run"]) == (1, 2)
    assert second["against"].items() >= {"run": 1, "name": "before"}.items()
    assert second["against"]["search"] != "keywords"
    assert second["compared"]["mrr"].keys() == {
        "before", "now", "difference", "low", "high", "p", "verdict",
    }  # fmt: skip
    third = say(home, "eval", "--against", "2", str(rent)).data
    assert third["against"]["search"] == "keywords"
    assert say(home, "eval", "--against", "nothing", str(rent)).code == 1


def test_no_question_and_no_name_is_remembered(home: Path, rent: Path) -> None:
    say(home, "eval", "--misses", str(rent))
    written = find_paths(home).measurements.read_text("utf-8")
    assert "library" in written
    for word in ("rent", "lease", "station", "money"):
        assert word not in written


def test_each_missed_question_is_explained(home: Path, wrong: Path) -> None:
    assert "misses" not in say(home, "eval", str(wrong)).data
    misses = say(home, "eval", "--misses", str(wrong)).data["misses"]
    assert [(miss["doc"], miss["page_rank"]) for miss in misses] == [
        ("lease.pdf", None),
        ("harbour.pdf", None),
    ]
    assert [miss["missed_by"] for miss in misses] == ["no such page", "not in the library"]


def test_tables_and_data_are_written_to_new_files(
    home: Path, rent: Path, wrong: Path, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("found.json", "found.md")]
    saving = [word for file in files for word in ("--save", str(file))]
    data = say(home, "eval", "--misses", str(rent), str(wrong), *saving).data
    assert json.loads(files[0].read_text("utf-8")) == data
    table = files[1].read_text("utf-8")
    assert "| rent | 1 | 1.000 |" in table
    assert "| Who sold the submarine? | harbour.pdf, 1 | - | - | - | - | not in the library |" in (
        table
    )
    assert say(home, "eval", str(rent), *saving).code == 1
    assert say(home, "eval", str(rent), "--save", str(tmp_path / "found.xls")).code == 1


def test_people_read_tables(home: Path, rent: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        options = parse(["--fakes", "--home", str(home), "eval", "--both", str(rent)])
        assert run(options, find_paths(home), LOCKED) == 0
    shown = capsys.readouterr().out
    assert "Each question within its own document" in shown
    assert "1.000" in shown
    assert "not told apart" in shown
