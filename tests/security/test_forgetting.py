"""What is forgotten is nowhere: every byte of vault and home is searched, with the real Chroma."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from app.backends.chroma import ChromaStore
from app.backends.fakes import FakeEmbedder, FakeModel
from app.backends.pdf_reader import PdfReader
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.forgetting.byte_search import ByteSearch
from app.core.forgetting.receipt import ForgottenDocument, Receipt, as_text
from app.core.prompt import Example
from app.core.search.abstaining import LEAST_CHANCE
from app.core.services import Parts, Services
from app.core.storage.recovery import set_aside
from app.core.storage.vectors import Place
from app.core.types import Turn
from app.system.paths import Paths, find_paths, make_private
from tests.core.library import WORDS
from tests.pdfs import write_pdf

LETTERS = "bcdfghjklmnpqrstvwxz"
NAME = "Xylographer-file.pdf"
SECRET = "The Quetzalcoatl of Zwartepoort weighs 4711 kilograms."
QUESTION = "How many kilograms does the Quetzalcoatl of Zwartepoort weigh?"
TOKENS = ("quetzalcoat", "xylograph", "zwartepoort")
OTHER = "A heron near Kiekebus eats 815 fishes every summer."
OTHER_QUESTION = "How many fishes does a heron near Kiekebus eat every summer?"
PAGES = 24
PAPERS = 50
"""Enough vectors for Chroma to write its index files: it does so at 1,000."""


@dataclass(frozen=True)
class Library:
    """Services over the real vector store, and the documents that were indexed."""

    services: Services
    paths: Paths

    def number(self, name: str) -> int:
        return next(d.id for d in self.services.catalog.documents() if d.name == name)

    def ask(self, question: str, chat: int | None, history: tuple[Turn, ...] = ()) -> int:
        answer = self.services.ask(question, history, None, tell_nobody, Control())
        assert not answer.abstained
        return self.services.keep_answer(chat, answer, "1", "")

    def vectors(self, name: str) -> list[bytes]:
        """A document's, as the catalogue keeps them."""
        rows = self.services._database.rows(
            """SELECT v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               JOIN documents d ON d.id = c.document_id WHERE d.name = ?""",
            [name],
        )
        return [blob for (blob,) in rows]

    def like(self, vectors: list[bytes]) -> int:
        """How many of them stand in Chroma's files in 32 bits, whatever their length there."""
        wanted = np.stack([np.frombuffer(v, np.float16).astype(np.float32) for v in vectors])
        wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
        nearest = np.zeros(len(vectors))
        for path in self.paths.vectors.rglob("*"):
            for shift in range(4 if path.is_file() else 0):
                data = path.read_bytes()[shift:]
                numbers = np.frombuffer(data[: len(data) // 4 * 4], np.float32)
                numbers = np.where(np.abs(numbers) < 4, numbers, 0).astype(np.float32)
                if len(numbers) < wanted.shape[1]:
                    continue
                windows = np.lib.stride_tricks.sliding_window_view(numbers, wanted.shape[1])
                lengths = np.maximum(np.sqrt((windows**2).sum(axis=1)), 1e-3)
                nearest = np.maximum(nearest, (windows @ wanted.T / lengths[:, None]).max(axis=0))
        return int((nearest > 0.9999).sum())

    def bytes(self) -> bytes:
        """Of every file of vault and home."""
        return b"\0".join(p.read_bytes() for p in self.paths.home.rglob("*") if p.is_file())

    def tokens_left(self) -> list[str]:
        """Tokens that stand in a file, in any case and encoding."""
        held = self.bytes().lower()
        codes = ("utf-8", "utf-16-le", "utf-16-be")
        return [t for t in TOKENS if any(t.encode(code) in held for code in codes)]


def words_of(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(LETTERS, k=7)) for _ in range(count))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents that share no word with each other; of the secret one, each page is marked."""
    folder = tmp_path_factory.mktemp("forgetting") / "papers"
    folder.mkdir()
    chance = random.Random(5)
    for number in range(PAPERS):
        pages = [words_of(chance, 12).replace(" ", "\n") for _ in range(PAGES)]
        write_pdf(folder / f"paper{number:03}.pdf", OTHER if not number else "Cover.", *pages)
    pages = [f"{SECRET}\n{words_of(chance, 12)}" for _ in range(PAGES)]
    write_pdf(folder / NAME, SECRET, *pages[1:])
    return folder


def opened(paths: Paths) -> Services:
    make_private(paths.vault)
    parts = Parts(
        reader=PdfReader(),
        name_embedder=lambda: FakeEmbedder.model_id,
        make_embedder=FakeEmbedder,
        make_model=FakeModel,
        open_store=ChromaStore,
        words=WORDS,
        evidence_tokens=1_200,
        least_chance=LEAST_CHANCE,
        read_at_once=1,
    )
    return Services(paths.catalog, Place(paths.vectors, "here"), parts)


@pytest.fixture(scope="module")
def indexed(papers: Path) -> Paths:
    paths = find_paths(papers.parent / "home")
    services = opened(paths)
    services.index([papers], False, tell_nobody, Control())
    services.tidy(tell_nobody, Control())
    services.close()
    return paths


@pytest.fixture
def library(paths: Paths, indexed: Paths) -> Iterator[Library]:
    shutil.copytree(indexed.home, paths.home)
    services = opened(paths)
    services.load_embedder(tell_nobody)
    yield Library(services, paths)
    services.close()


@pytest.mark.slow
def test_a_removed_document_is_in_no_byte_of_the_vault_and_the_others_are(library: Library) -> None:
    services = library.services
    chat = library.ask(OTHER_QUESTION, None)
    chat = library.ask(QUESTION, chat)
    gone = library.ask(QUESTION, None)
    services.examples.add(Example("What weighs much?", SECRET, "The Quetzalcoatl."))
    secret = library.number(NAME)
    marks, others = library.vectors(NAME), library.vectors("paper007.pdf")
    before = library.bytes()
    assert len(library.tokens_left()) == 3
    damaged = set_aside(library.paths.catalog)
    assert damaged
    unrelated = damaged.with_name("catalog.damaged-2020-01-01-120000.sqlite3")
    unrelated.write_bytes(b"of another time")
    assert all(mark in before for mark in marks)
    assert library.like(marks) == len(marks) == PAGES

    quotes = services.forgetter.quotes_of([secret])
    assert (quotes.answers, quotes.chats, quotes.examples) == (2, 2, 1)
    receipt = services.remove([secret], with_quotes=True)

    assert library.tokens_left() == []
    held = library.bytes()
    assert not any(mark[:16] in held for mark in marks)
    assert b"A heron near Kiekebus" in held
    assert all(mark in held for mark in others)
    assert [c.id for c in services.chats.all()] == [chat]
    assert gone != chat
    assert [t.question for t in services.chats.open(chat).turns] == [OTHER_QUESTION]
    assert services.examples.all() == {}
    assert len(services.catalog.documents()) == PAPERS
    assert (receipt.pages, len(receipt.documents)) == (PAGES, 1)
    assert receipt.verification.is_done
    assert (receipt.damaged, damaged.exists(), unrelated.exists()) == (1, False, True)
    assert receipt.left_answers <= receipt.files_clean
    services.rebuild(tell_nobody, Control())
    assert library.tokens_left() == []
    assert not any(mark[:16] in library.bytes() for mark in marks)
    assert library.like(marks) == 0
    assert library.like(others) == len(others)
    assert services.search("heron Kiekebus", 1, None, tell_nobody).hits[0].text == OTHER


@pytest.mark.slow
def test_a_whole_vault_is_forgotten_and_can_be_used_again(library: Library, papers: Path) -> None:
    services, vault = library.services, library.paths.vault
    library.ask(QUESTION, None)
    (vault / "of somebody else.txt").write_text("mine")
    receipt = services.forgetter.forget_everything()
    assert library.tokens_left() == []
    assert b"Kiekebus" not in library.bytes()
    assert library.paths.catalog.stat().st_size < 200_000
    assert (receipt.everything, len(receipt.documents)) == (True, PAPERS + 1)
    assert receipt.left_alone == ("of somebody else.txt",)
    assert services.catalog.documents() == []
    assert services.chats.all() == []
    services.index([papers / "paper000.pdf"], False, tell_nobody, Control())
    assert services.search("heron Kiekebus", 1, None, tell_nobody).hits[0].text == OTHER


def test_a_receipt_names_documents_only_if_that_is_wished() -> None:
    gone = ForgottenDocument(NAME, "4f" * 32, 3, 12, 12)
    receipt = Receipt("/vault", (gone,), 1_795_000_000.0, 1_795_000_002.0)
    assert NAME in as_text(receipt, True, "1")
    assert gone.sha256 in as_text(receipt, True, "1")
    assert "Xylograph" not in as_text(receipt, False, "1")
    assert "1 document, 3 pages" in as_text(receipt, False, "1")


def test_bytes_are_found_wherever_they_stand(tmp_path: Path) -> None:
    chance = random.Random(3)
    marks = [chance.randbytes(24) for _ in range(300)]
    file = tmp_path / "bytes"
    edge = 4 * 1024 * 1024
    for place in (0, 1, 7, edge - 24, edge - 23, edge - 1, edge, edge + 5):
        file.write_bytes(bytes(place) + marks[7] + bytes(3))
        assert ByteSearch(marks).in_file(file, Control()) == {marks[7]}
    file.write_bytes(bytes(100) + marks[7][:23] + bytes(edge))
    assert ByteSearch([*marks, b"too few", b"shorter ones"]).in_file(file, Control()) == set()
    assert ByteSearch([b"shorter ones"]).in_bytes(b"with shorter ones in it") == {b"shorter ones"}
