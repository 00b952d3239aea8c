"""The command line's contract: other programs measure with it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import run
from app.cli_options import parse
from app.core.errors import UsageError
from app.system.lockdown import Guard, Lockdown
from app.system.paths import find_paths
from app.system.vault_lock import VaultLock
from tests.deadlines import PATIENCE
from tests.pdfs import write_locked_pdf, write_pdf

LEASE = (
    "The lease of the old station.",
    "The monthly rent of the station is EUR 1.250,00.\n\nThe lease runs for nine years.",
)
ROOF = "The repair of the school roof cost EUR 84 300 in all."
QUESTION = "What is the monthly rent of the station?"
LOCKED = Lockdown(Guard(display=False), ("as if by the system",))
HIT_KEYS = {"document", "path", "page", "score", "text", "boxes"}


@dataclass(frozen=True)
class Said:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """Standard output as the one JSON object that it must be."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        assert self.out.count("\n") == 1
        return found


def say(home: Path, *arguments: str) -> Said:
    """Run a command in this process, as `python -m app` would."""
    options = parse(["--fakes", "--home", str(home), "--json", *arguments])
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(options, find_paths(Path(options.home)), LOCKED)
    return Said(code, out.getvalue(), err.getvalue())


def start(home: Path, *arguments: str) -> Said:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(home), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    return Said(done.returncode, done.stdout, done.stderr)


def write_papers(folder: Path) -> Path:
    folder.mkdir()
    write_pdf(folder / "lease.pdf", *LEASE)
    write_pdf(folder / "roof.pdf", ROOF)
    return folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose vault holds two documents. Tests of this module leave it as it is."""
    folder = tmp_path_factory.mktemp("library")
    assert say(folder / "home", "index", str(write_papers(folder / "papers"))).code == 0
    return folder / "home"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return write_papers(tmp_path / "papers")


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    lines: list[dict[str, Any]] = [
        {"question": QUESTION, "answers": ["1,250"], "doc": "lease.pdf", "pages": [2]},
        {"question": "What did the repair cost?", "answers": ["84300"],
         "doc": "roof.pdf", "pages": [1]},
        {"question": "Which submarine was painted?", "answers": [], "doc": None, "pages": []},
    ]  # fmt: skip
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    return file


def test_index_adds_reads_and_reports(home: Path, papers: Path) -> None:
    said = say(home, "index", str(papers))
    assert said.code == 0
    assert {"documents", "pages", "chunks", "failed", "seconds"} <= said.data.keys()
    assert (said.data["documents"], said.data["pages"], said.data["failed"]) == (2, 3, [])
    assert said.data["seconds"].keys() == {"read", "embed", "total"}
    assert say(home, "list").data["documents"][0]["state"] == "ready"


def test_index_tells_what_failed_and_ends_with_3(home: Path, papers: Path) -> None:
    (papers / "broken.pdf").write_bytes(b"no pdf")
    write_locked_pdf(papers / "locked.pdf", "geheim", "text")
    said = say(home, "index", "--keyword-only", str(papers))
    assert said.code == 3
    assert said.data["documents"] == 2
    assert {Path(failure["path"]).name for failure in said.data["failed"]} == {
        "broken.pdf",
        "locked.pdf",
    }
    assert all(failure.keys() == {"path", "reason"} for failure in said.data["failed"])
    assert say(home, "list").data["documents"][-1]["state"] == "searchable"


def test_search_gives_hits_best_first(library: Path) -> None:
    said = say(library, "search", QUESTION, "-k", "1")
    (hit,) = said.data["hits"]
    assert hit.keys() >= HIT_KEYS
    assert (said.code, hit["document"], hit["page"]) == (0, "lease.pdf", 2)
    assert hit["path"].endswith("/lease.pdf")
    assert all(len(box) == 4 for box in hit["boxes"])
    assert len(hit["boxes"]) == 2
    assert said.data["seconds"] >= 0
    assert len(say(library, "search", QUESTION).data["hits"]) == 3


def test_ask_gives_an_answer_with_its_sentences_and_citations(library: Path) -> None:
    said = say(library, "ask", QUESTION)
    data = said.data
    assert data.keys() >= {
        "answer", "abstained", "sentences", "hits", "coverage", "model", "prompt_tokens",
        "answer_tokens", "seconds",
    }  # fmt: skip
    assert (said.code, data["abstained"]) == (0, False)
    assert data["seconds"].keys() == {"retrieve", "first_token", "total"}
    (sentence,) = data["sentences"]
    assert (sentence["text"], sentence["support"]) == (data["answer"], "supported")
    (citation,) = sentence["citations"]
    assert citation.keys() >= {"document", "page", "quote", "boxes"}
    assert (citation["document"], citation["page"]) == ("lease.pdf", 2)
    assert citation["quote"] == "The monthly rent of the station is EUR 1.250,00."
    assert all(hit.keys() >= HIT_KEYS for hit in data["hits"])
    assert data["coverage"]["searchable"] == 2


def test_ask_abstains_where_the_documents_say_nothing(library: Path) -> None:
    said = say(library, "ask", "Which submarine was painted?")
    assert (said.code, said.data["abstained"], said.data["answer"]) == (0, True, "")


def test_eval_measures_retrieval(library: Path, questions: Path) -> None:
    said = say(library, "eval", str(questions))
    assert said.code == 0
    assert (
        said.data.items()
        >= {
            "questions": 3,
            "page_hit": {"1": 1.0, "3": 1.0, "5": 1.0, "10": 1.0},
            "document_hit": {"1": 1.0, "5": 1.0},
            "mrr": 1.0,
        }.items()
    )


def test_eval_measures_answers_too(library: Path, questions: Path) -> None:
    data = say(library, "eval", str(questions), "--answers", "--per-document").data
    assert data.keys() >= {"right", "cited_page", "abstained_right", "abstained_wrong", "seconds"}
    assert (data["right"], data["cited_page"]) == (1.0, 1.0)
    assert (data["abstained_right"], data["abstained_wrong"]) == (1.0, 0.0)


def test_eval_without_the_questions_own_document_has_no_answers(
    library: Path, questions: Path
) -> None:
    data = say(library, "eval", str(questions), "--answers", "--leave-out").data
    assert data["page_hit"]["10"] == 0.0
    assert data["right"] is None
    assert data["abstained_wrong"] is None
    assert data["abstained_right"] is not None


def test_eval_takes_the_same_sample_for_the_same_seed(library: Path, questions: Path) -> None:
    taken, again = (
        say(library, "eval", str(questions), "--sample", "2", "--seed", "7").data for _ in range(2)
    )
    assert taken["questions"] == 2
    assert taken["by_kind"] == again["by_kind"]
    assert again["compared"]["questions"] == sum(
        part["questions"] for part in taken["by_set"].values()
    )


def test_eval_of_a_file_that_is_not_there_is_a_known_error(library: Path) -> None:
    said = say(library, "eval", "/nowhere/questions.jsonl")
    assert said.code == 1
    assert said.data.keys() == {"error", "hint"}


def test_list_shows_the_documents(library: Path) -> None:
    documents = say(library, "list").data["documents"]
    assert all(d.keys() >= {"name", "path", "state", "pages", "reason"} for d in documents)
    assert [(d["name"], d["pages"]) for d in documents] == [("lease.pdf", 2), ("roof.pdf", 1)]


def test_remove_forgets_for_good_and_leaves_the_file(home: Path, papers: Path) -> None:
    say(home, "index", str(papers))
    said = say(home, "remove", "roof.pdf")
    assert (said.code, said.data["removed"]) == (0, [str(papers / "roof.pdf")])
    assert said.data["files_clean"] >= said.data["left_answers"]
    assert said.data["verification"]["left"] == 0
    assert (papers / "roof.pdf").exists()
    assert [d["name"] for d in say(home, "list").data["documents"]] == ["lease.pdf"]
    hits = say(home, "search", "repair of the school roof").data["hits"]
    assert {hit["document"] for hit in hits} == {"lease.pdf"}
    again = say(home, "remove", "roof.pdf")
    assert (again.code, list(again.data)) == (1, ["error", "hint"])


def test_rebuild_and_check_tell_what_they_did(home: Path, papers: Path) -> None:
    made = say(home, "index", str(papers)).data
    rebuilt = say(home, "rebuild")
    assert (rebuilt.code, list(rebuilt.data)) == (0, ["chunks", "seconds"])
    assert rebuilt.data["chunks"] == made["chunks"]
    assert say(home, "check").data == {"problems": []}
    (papers / "roof.pdf").unlink()
    (problem,) = say(home, "check").data["problems"]
    assert problem.keys() == {"what", "where", "mended"}
    assert (problem["where"], problem["mended"]) == (str(papers / "roof.pdf"), False)


def test_models_lists_what_is_there(library: Path) -> None:
    said = say(library, "models")
    assert said.code == 0
    assert all(model.keys() >= {"name", "role", "in_use"} for model in said.data["models"])
    refused = say(library, "models", "use", "no such model")
    assert (refused.code, refused.data["error"]) == (1, "There is no model of this name.")


@pytest.mark.slow
def test_proof_tries_in_each_process_and_tells(library: Path) -> None:
    said = start(library, "--json", "proof")
    data = said.data
    assert data.keys() == {
        "verdict", "blocked", "mechanism", "attempts", "listening", "processes", "local_services",
        "waived", "tested",
    }  # fmt: skip
    assert (said.code, data["verdict"]) == (0, "proven" if sys.platform == "linux" else "guarded")
    assert (data["blocked"], data["listening"]) == (True, 0)
    for attempt in data["attempts"]:
        assert attempt.keys() == {"process", "family", "kind", "refused", "error"}
        assert attempt["refused"]
    kinds = {(a["family"], a["kind"]) for a in data["attempts"]}
    native = {f"{kind}, native code" for kind in ("TCP", "UDP")} if os.name == "posix" else set()
    assert kinds == {
        *((family, kind) for family in ("IPv4", "IPv6") for kind in {"TCP", "UDP"} | native),
        ("DNS", "name look-up"), ("IPv4", "HTTP client"),
    }  # fmt: skip
    assert {a["process"] for a in data["attempts"]} == {"command line", "reader"}
    for process in data["processes"]:
        assert process.keys() == {
            "process", "mechanism", "by_system", "since", "problem", "refused", "listening",
        }  # fmt: skip
        assert (process["problem"], process["refused"], process["listening"]) == ("", [], 0)
        assert set(process["mechanism"]) <= set(data["mechanism"])


@pytest.mark.slow
def test_the_report_of_the_proof_can_be_saved(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "proof.txt"
    said = start(library, "proof", "--save", str(file))
    report = file.read_text("utf-8")
    assert said.code == 0
    assert report.strip() == said.out.strip()
    assert "NOT REFUSED" not in report
    assert report.count("refused      IPv4") == 2 * (5 if os.name == "posix" else 3)
    assert "Command line, locked since" in report
    assert "Reader, locked since" in report
    nowhere = start(library, "proof", "--save", str(tmp_path / "nowhere" / "proof.txt"))
    assert nowhere.code == 1
    assert "The report cannot be written" in nowhere.err


def test_nothing_is_done_where_the_lock_is_missing(library: Path) -> None:
    missing = Lockdown(Guard(display=False), problem="The lock is missing.")
    options = parse(["--fakes", "--home", str(library), "--json", "list"])
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(options, find_paths(library), missing)
    said = Said(code, out.getvalue(), err.getvalue())
    assert (said.code, list(said.data)) == (1, ["error", "hint"])
    assert said.data["error"].endswith("The lock is missing.")


def test_a_path_that_is_not_there_is_a_known_error(home: Path) -> None:
    said = say(home, "index", str(home / "nowhere"))
    assert said.code == 1
    assert said.data["error"].startswith("There is no file or folder")
    assert "There is no file or folder" in said.err.replace("\n", " ")


@pytest.mark.parametrize("command", [["search", " "], ["ask", ""]])
def test_an_empty_question_is_a_known_error(library: Path, command: list[str]) -> None:
    said = say(library, *command)
    assert (said.code, said.data["error"]) == (1, "The question is empty.")


def test_a_vault_in_use_is_refused_and_its_process_is_named(library: Path) -> None:
    lock = VaultLock(library / "vault")
    said = start(library, "--wait", "0", "--json", "list")
    lock.release()
    assert said.code == 1
    assert "in use by another Strongroom (process " in said.data["error"]
    assert "Traceback" not in said.err


def test_a_process_prints_one_json_object_and_nothing_else(library: Path) -> None:
    said = start(library, "--json", "ask", QUESTION)
    assert said.code == 0
    assert said.data["answer"].startswith("The monthly rent")
    assert said.err == ""


def test_who_reads_no_further_ends_nothing_badly(library: Path) -> None:
    command = [sys.executable, "-m", "app", "--fakes", "--home", str(library), "--json", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        said = started.stderr.read().decode()
    assert (started.returncode, said) == (0, "")


def test_what_cannot_be_meant_ends_with_1_and_a_sentence(home: Path) -> None:
    said = start(home, "search", "q", "-k", "0")
    assert (said.code, said.out) == (1, "")
    assert "must be at least 1" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["serach"],
        ["remove"],
        ["eval"],
        ["search", "q", "-k", "x"],
        ["models", "fly"],
    ],
)
def test_every_mistake_in_writing_a_command_is_a_usage_error(arguments: list[str]) -> None:
    with pytest.raises(UsageError) as told:
        parse(arguments)
    assert told.value.hint


def test_without_a_command_the_window_is_meant() -> None:
    assert parse([]).command is None
    options = parse(["--home", "/h", "/contracts", "/report.pdf"])
    assert (options.command, options.home, options.paths) == (
        None,
        "/h",
        ["/contracts", "/report.pdf"],
    )


def test_people_read_sentences_not_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown: Callable[..., int] = lambda *words: run(  # noqa: E731
        parse(["--fakes", "--home", str(library), *words]), find_paths(library), LOCKED
    )
    assert shown("ask", QUESTION) == 0
    out = capsys.readouterr().out
    assert "The monthly rent of the station is EUR 1.250,00." in out
    assert "lease.pdf, page 2" in out
