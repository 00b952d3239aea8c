"""The command line's conversations: kept, found, renamed, exported, deleted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdf
import pytest

from tests.test_cli_contract import QUESTION, say, write_papers

CHAT_KEYS = {"id", "title", "created", "changed", "turns"}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two documents, and beside them the home of a vault with one conversation about them."""
    folder = tmp_path_factory.mktemp("made")
    home, papers = folder / "home", write_papers(folder / "papers")
    assert say(home, "index", str(papers)).code == 0
    assert say(home, "ask", QUESTION, "--chat", "new").data["chat"] == 1
    assert say(home, "ask", "And for how long?", "--chat", "1").data["chat"] == 1
    return papers


@pytest.fixture
def home(papers: Path, tmp_path: Path) -> Path:
    """A copy of that home."""
    return Path(shutil.copytree(papers.parent / "home", tmp_path / "home"))


def test_ask_keeps_what_it_is_told_to_and_nothing_else(home: Path) -> None:
    assert "chat" not in say(home, "ask", "What did the roof cost?").data
    (chat,) = say(home, "chats").data["chats"]
    assert set(chat) == CHAT_KEYS
    assert (chat["id"], chat["title"], chat["turns"]) == (1, QUESTION, 2)
    assert say(home, "chats", "list").data == say(home, "chats").data


def test_a_chat_that_is_not_there_is_told_before_the_model_is_asked(home: Path) -> None:
    said = say(home, "ask", QUESTION, "--chat", "7")
    assert (said.code, said.data["error"]) == (1, "That conversation no longer exists.")
    assert say(home, "ask", QUESTION, "--chat", "x").data["error"].startswith("A conversation is")


def test_chats_are_searched_renamed_and_deleted(home: Path) -> None:
    assert [c["id"] for c in say(home, "chats", "search", "LONG", "rent").data["chats"]] == [1]
    assert say(home, "chats", "search", "roof").data["chats"] == []
    renamed = say(home, "chats", "rename", "1", "Gare de l’Est")
    assert renamed.data == {"id": 1, "title": "Gare de l’Est"}
    assert [c["id"] for c in say(home, "chats", "search", "gare").data["chats"]] == [1]
    assert say(home, "chats", "delete", "1", "2").code == 1
    assert say(home, "chats", "delete").code == 1
    assert say(home, "chats", "delete", "1").data == {"deleted": [1]}
    assert say(home, "chats").data["chats"] == []


def test_all_chats_are_deleted_at_once(home: Path) -> None:
    assert say(home, "ask", QUESTION, "--chat", "new").data["chat"] == 2
    assert say(home, "chats", "delete", "--all").data == {"deleted": [1, 2]}
    assert say(home, "chats").data["chats"] == []


def test_a_vault_that_keeps_no_chats_says_so(home: Path) -> None:
    assert say(home, "chats", "keep", "no").data == {"keeps": False, "chats": 1}
    refused = say(home, "ask", QUESTION, "--chat", "new")
    assert (refused.code, refused.data["error"]) == (1, "No conversations are kept in this vault.")
    assert not say(home, "chats").data["keeps"]
    assert say(home, "ask", QUESTION).code == 0
    assert say(home, "chats", "keep", "yes").data["keeps"]
    assert say(home, "ask", QUESTION, "--chat", "new").code == 0


@pytest.mark.parametrize("ending", ["md", "html", "pdf", "docx"])
def test_a_chat_is_exported_with_its_sources(home: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"dossier.{ending}"
    data = say(home, "chats", "export", "1", "--to", str(file)).data
    assert (data["file"], data["questions"]) == (str(file), 2)
    assert {source["state"] for source in data["sources"]} == {"same"}
    assert all(len(source["sha256"]) == 64 for source in data["sources"])
    assert file.stat().st_size > 1_000


def test_a_dossier_tells_who_wrote_it_and_of_a_changed_source(
    home: Path, papers: Path, tmp_path: Path
) -> None:
    lease, file = papers / "lease.pdf", tmp_path / "dossier.pdf"
    before = lease.read_bytes()
    lease.write_bytes(b"another file")
    try:
        data = say(home, "chats", "export", "1", "--to", str(file)).data
    finally:
        lease.write_bytes(before)
    assert {s["name"]: s["state"] for s in data["sources"]}["lease.pdf"] == "changed"
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    assert "fake-extractive" in text
    assert "EUR 1.250,00" in text
    assert "The file has changed since" in text


def test_a_single_answer_can_be_saved(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.md"
    assert say(home, "ask", QUESTION, "--save", str(file)).data["saved"] == str(file)
    assert "EUR 1.250,00" in file.read_text("utf-8")
    assert list((tmp_path / "answer pages").glob("*.png"))
    assert [c["id"] for c in say(home, "chats").data["chats"]] == [1]


def test_a_dossier_is_not_written_over_a_document_of_the_library(home: Path, papers: Path) -> None:
    lease = papers / "lease.pdf"
    before = lease.read_bytes()
    said = say(home, "chats", "export", "1", "--to", str(lease))
    assert (said.code, said.data["error"]) == (1, f"There is a file {lease} already.")
    assert lease.read_bytes() == before


def test_a_file_that_is_there_is_never_written_over(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.pdf"
    file.write_bytes(b"my only copy")
    said = say(home, "ask", QUESTION, "--save", str(file))
    assert (said.code, said.data["hint"]) == (1, "Choose another name.")
    assert file.read_bytes() == b"my only copy"


def test_an_unknown_format_and_a_place_that_is_not_there_are_told(
    home: Path, tmp_path: Path
) -> None:
    said = say(home, "chats", "export", "1", "--to", str(tmp_path / "dossier.odt"))
    assert said.code == 1
    assert ".docx" in said.data["hint"]
    nowhere = say(home, "chats", "export", "1", "--to", str(tmp_path / "no" / "a.pdf"))
    assert nowhere.data["error"].startswith("The file cannot be written")
