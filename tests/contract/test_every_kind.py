"""What a kind of document must pass from the file to forgetting it: a new one is a line in KINDS.

Each holds the same sentences; the command line's contract is asked about them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.kinds import SUFFIXES, has_pages
from tests.pdfs import write_pdf
from tests.test_cli_contract import say
from tests.word_files import paragraph, write_word

pytestmark = pytest.mark.slow
RENT = "The monthly rent of the station is EUR 1.250,00."
TERM = "The lease of the station runs for nine years."
MARK = "zebrafinch"
"""A word of each document that must be gone when it is forgotten."""
FILL = "The station has a roof of slate and a hall that is let on its own. "


def write_text(path: Path, *paragraphs: str) -> None:
    path.write_text("\n\n".join(paragraphs), "utf-8")


def write_mail(path: Path, *paragraphs: str) -> None:
    head = "From: Anna <anna@one.example>\nSubject: The station\n\nDear Jan.\n\n"
    path.write_text(head + "\n\n".join(paragraphs), "utf-8")


def write_csv(path: Path, *paragraphs: str) -> None:
    path.write_text(
        "\n".join(f'{i};"{text.strip()}"' for i, text in enumerate(paragraphs)), "utf-8"
    )


def write_docx(path: Path, *paragraphs: str) -> None:
    write_word(path, "".join(map(paragraph, paragraphs)))


KINDS: dict[str, Callable[..., object]] = {
    ".pdf": lambda path, *texts: write_pdf(path, "\n".join(texts[:2]), "\n".join(texts[2:])),
    ".docx": write_docx,
    ".eml": write_mail,
    ".txt": write_text,
    ".md": write_text,
    ".log": write_text,
    ".csv": write_csv,
}


def test_every_kind_that_is_read_is_tried_here() -> None:
    assert set(KINDS) == set(SUFFIXES)


@pytest.fixture
def name(suffix: str) -> str:
    return f"lease{suffix}"


@pytest.fixture(params=SUFFIXES)
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def home(tmp_path: Path, suffix: str, name: str) -> Path:
    """A vault with one document of two pages or parts, and another that says nothing of it."""
    folder = tmp_path / "papers"
    folder.mkdir()
    long = [FILL * 6] * 8 if suffix != ".pdf" else []
    KINDS[suffix](folder / name, RENT, f"{MARK.title()} eggs. {FILL}", *long, TERM, FILL)
    write_pdf(folder / "roof.pdf", "The repair of the school roof cost EUR 84 300 in all.")
    (folder / f"~${name}").write_bytes(b"left by Word")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    said = say(tmp_path / "home", "index", str(folder))
    assert (said.code, said.data["documents"], said.data["skipped"]) == (0, 2, 1)
    return tmp_path / "home"


def test_it_is_found_cited_exported_checked_and_forgotten(
    home: Path, tmp_path: Path, name: str
) -> None:
    listed = {document["name"]: document for document in say(home, "list").data["documents"]}
    assert (listed[name]["state"], listed[name]["pages"] > 1) == ("ready", True)
    hit = say(home, "search", "How long does the lease run?", "-k", "1").data["hits"][0]
    assert (hit["document"], hit["page"] > 1) == (name, True)
    assert hit["marked"].endswith(TERM)
    assert bool(hit["boxes"]) == has_pages(name)

    said = say(home, "ask", "What is the monthly rent of the station?", "--chat", "new").data
    (citation,) = said["sentences"][0]["citations"]
    assert (citation["document"], citation["page"]) == (name, 1)
    assert citation["quote"].endswith(RENT)
    assert bool(citation["boxes"]) == has_pages(name)

    assert say(home, "check").data["problems"] == []
    assert say(home, "rebuild").data["chunks"] > 1
    assert not say(home, "summarize", name).data["abstained"]

    dossier = tmp_path / "dossier.md"
    say(home, "chats", "export", "1", "--to", str(dossier))
    text = dossier.read_text("utf-8")
    assert f"{name}, {'page' if has_pages(name) else 'part'} 1" in text.replace("\\", "")
    assert ("No picture" in text, "### Pages" in text) == (False, has_pages(name))

    receipt = say(home, "remove", name, "--with-chats").data
    assert (receipt["verification"]["left"], receipt["taken"]["answers"]) == (0, 1)
    left = [
        path for path in home.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()
    ]
    assert left == []
    assert say(home, "search", MARK).data["hits"][0]["document"] == "roof.pdf"


@pytest.mark.parametrize("suffix", [".eml"])
def test_a_changed_file_is_read_again_and_a_deleted_one_forgotten(
    home: Path, tmp_path: Path, suffix: str, name: str
) -> None:
    KINDS[suffix](tmp_path / "papers" / name, "The otter dives.", "The heron fishes.")
    say(home, "index")
    hit = say(home, "search", "otter", "-k", "1").data["hits"][0]
    assert (hit["document"], "otter" in hit["text"]) == (name, True)
    (tmp_path / "papers" / name).unlink()
    say(home, "index")
    assert [d["name"] for d in say(home, "list").data["documents"]] == ["roof.pdf"]
