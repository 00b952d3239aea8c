"""The engine process, spoken to as the window does."""

from __future__ import annotations

import os
import queue
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.core import events
from app.core.types import Chat, IndexReport, Page, Picture, State
from app.engine import messages as m
from app.engine.client import STOPPED, EngineClient
from app.system.processes import ENGINE_ROLE, own_command
from app.system.vault_lock import VaultLock
from tests.deadlines import PATIENCE, wait_until
from tests.pdfs import write_locked_pdf, write_pdf

QUESTION = "What is the monthly rent of the station?"
LEASE = "The lease of the old station.\n\nThe monthly rent of the station is EUR 1.250,00."


@dataclass
class Conversation:
    """A client, and what comes for each request."""

    client: EngineClient
    home: Path
    came: dict[int, queue.SimpleQueue[Any]] = field(default_factory=dict)

    def start(self, request: Any) -> int:
        box: queue.SimpleQueue[Any] = queue.SimpleQueue()
        number = self.client.request(request, box.put)
        self.came[number] = box
        return number

    def next_of(self, number: int) -> Any:
        return self.came[number].get(timeout=PATIENCE)

    def finish(self, number: int) -> tuple[list[Any], Any]:
        """The request's events, and its ending."""
        seen = []
        while not isinstance(message := self.next_of(number), m.Ending):
            seen.append(message)
        return seen, message

    def ask(self, request: Any) -> Any:
        return self.finish(self.start(request))[1]

    @property
    def process(self) -> int:
        return self.client._process.pid


def open_engine(home: Path) -> Conversation:
    arguments = ["--home", str(home), "--fakes"]
    return Conversation(EngineClient(own_command(ENGINE_ROLE, arguments)), home)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conversation]:
    """One engine for the tests that leave it as it was."""
    conversation = open_engine(tmp_path_factory.mktemp("engine") / "home")
    yield conversation
    conversation.client.close()


@pytest.fixture(scope="module")
def lease(engine: Conversation, tmp_path_factory: pytest.TempPathFactory) -> int:
    """The id of an indexed document."""
    path = write_pdf(tmp_path_factory.mktemp("papers") / "lease.pdf", "Cover.", LEASE)
    seen, made = engine.finish(engine.start(m.AddPaths((str(path),))))
    assert isinstance(made, IndexReport)
    assert (made.documents, made.failed) == (1, ())
    states = [e.document.state for e in seen if isinstance(e, events.DocumentChanged)]
    assert states == [State.WAITING, State.SEARCHABLE, State.READY]
    phases = [event.phase for event in seen if isinstance(event, events.IndexProgress)]
    assert list(dict.fromkeys(phases)) == ["looking", "reading", "embedding"]
    (document,) = (d for d in engine.ask(m.GetLibrary()).documents if d.name == "lease.pdf")
    return int(document.id)


def test_the_status_tells_what_is_in_use(engine: Conversation) -> None:
    status = engine.ask(m.GetStatus())
    assert (status.answer_model, status.embedder) == ("fake-extractive", "fake-words")
    assert status.vault == str(engine.home / "vault")
    wait_until(lambda: bool(engine.ask(m.GetStatus()).answer_model_ready))
    wait_until(lambda: bool(engine.ask(m.GetStatus()).embedder_ready))
    assert (status.lock.process, status.lock.refused, status.problem) == ("engine", (), "")
    assert status.lock.problem == ""
    assert status.lock.by_system or sys.platform != "linux"
    assert status.lock.since < time.time()


def test_an_answer_comes_after_its_evidence_and_its_sentences(
    engine: Conversation, lease: int
) -> None:
    seen, asked = engine.finish(engine.start(m.Ask(QUESTION)))
    kinds = [type(event) for event in seen]
    assert kinds[kinds.index(events.PromptRead) - 1] is events.EvidenceFound is kinds[0]
    assert kinds.index(events.DraftWritten) < kinds.index(events.SentenceChecked)
    assert seen[0].hits[0].document == lease
    assert isinstance(asked, m.Asked)
    assert asked.answer.answer == "The monthly rent of the station is EUR 1.250,00."
    assert seen[-1] == events.SentenceChecked(asked.answer.sentences[-1])


def test_a_chat_keeps_its_turns_until_it_is_deleted(engine: Conversation, lease: int) -> None:
    first = engine.ask(m.Ask(QUESTION, scope=(lease,)))
    second = engine.ask(m.Ask("And the lease of the old station?", chat=first.chat))
    assert second.chat == first.chat
    chat = engine.ask(m.OpenChat(first.chat))
    assert isinstance(chat, Chat)
    assert [turn.answer for turn in chat.turns] == [first.answer, second.answer]
    assert first.chat in [one.id for one in engine.ask(m.GetChats()).chats]
    assert engine.ask(m.DeleteChat(first.chat)) == m.Done()
    gone = engine.ask(m.OpenChat(first.chat))
    assert isinstance(gone, m.EngineFailed)
    assert (gone.known, gone.message) == (True, "That conversation no longer exists.")


def test_search_and_pages_come_as_they_are(engine: Conversation, lease: int) -> None:
    hits = engine.ask(m.Search(QUESTION, k=1, scope=(lease,)))
    assert hits.hits[0].page == 2
    page = engine.ask(m.GetPage(lease, 2))
    assert isinstance(page, Page)
    assert "1.250,00" in page.text
    picture = engine.ask(m.DrawPage(lease, 2, 0.5))
    assert isinstance(picture, Picture)
    assert len(picture.pixels) == picture.width * picture.height * 4
    part = engine.ask(m.DrawPage(lease, 2, 0.5, (0.0, 0.0, 100.0, 60.0)))
    assert (part.width, part.height) == (50, 30)


def test_a_document_is_searched_and_its_letters_are_found(engine: Conversation, lease: int) -> None:
    sizes = engine.ask(m.GetPageSizes(lease)).points
    assert sizes[1] == (595.0, 842.0)
    found = engine.ask(m.FindInDocument(lease, "1.250,00"))
    (match,) = found.matches
    assert (match.page, found.is_all) == (2, True)
    letters = engine.ask(m.GetLetters(lease, 2))
    page = engine.ask(m.GetPage(lease, 2))
    assert len(letters.boxes) >= 16 * len(page.text)


def test_pages_are_saved_as_pictures(engine: Conversation, lease: int, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    assert engine.ask(m.SavePages(lease, 2, 2, str(path))) == m.PagesSaved(str(path), 1)
    assert path.read_bytes().startswith(b"%PDF")
    nowhere = engine.ask(m.SavePages(lease, 2, 2, str(tmp_path / "no" / "page.pdf")))
    assert isinstance(nowhere, m.EngineFailed)


def test_a_locked_document_opens_with_its_password(engine: Conversation, tmp_path: Path) -> None:
    path = write_locked_pdf(tmp_path / "locked.pdf", "geheim", "The lynx hides.")
    made = engine.ask(m.AddPaths((str(path),)))
    assert len(made.failed) == 1
    (document,) = (d for d in engine.ask(m.GetLibrary()).documents if d.name == "locked.pdf")
    assert document.state is State.LOCKED
    assert isinstance(engine.ask(m.DrawPage(document.id, 1)), m.EngineFailed)
    assert engine.ask(m.GivePassword(document.id, "geheim")).documents == 1
    assert isinstance(engine.ask(m.DrawPage(document.id, 1)), Picture)
    assert isinstance(engine.ask(m.RemoveDocuments((document.id,))), m.Forgotten)
    assert document.id not in [d.id for d in engine.ask(m.GetLibrary()).documents]


def test_indexing_can_be_paused_and_cancelled(engine: Conversation, tmp_path: Path) -> None:
    for number in range(10):
        write_pdf(tmp_path / f"{number}.pdf", *(f"Page {page} of {number}." for page in range(6)))
    number = engine.start(m.AddPaths((str(tmp_path),)))
    while not isinstance(engine.next_of(number), events.DocumentChanged):
        pass
    engine.client.steer(m.Pause(number))
    engine.client.steer(m.Cancel(number))
    _, ending = engine.finish(number)
    assert ending == m.WorkCancelled()
    assert engine.ask(m.GetLibrary()).unfinished > 0
    assert isinstance(engine.ask(m.AddPaths()), IndexReport)
    library = engine.ask(m.GetLibrary())
    assert library.unfinished == 0
    ids = tuple(d.id for d in library.documents if d.path.startswith(str(tmp_path)))
    assert len(ids) == 10
    engine.ask(m.RemoveDocuments(ids))


def test_a_cancel_of_nothing_does_nothing(engine: Conversation) -> None:
    engine.client.steer(m.Cancel(999_999))
    assert isinstance(engine.ask(m.GetStatus()), m.Status)


def test_a_known_error_comes_as_a_sentence(engine: Conversation) -> None:
    failed = engine.ask(m.AddPaths(("/nowhere/at/all",)))
    assert isinstance(failed, m.EngineFailed)
    assert failed.known
    assert failed.message.startswith("There is no file or folder")


def test_a_message_that_nobody_knows_is_survived(engine: Conversation) -> None:
    before = engine.process
    for frame in (
        {"number": 77, "kind": "LaunchMissiles", "body": {}},
        {"number": 78, "kind": "Ask", "body": {"nonsense": 1}},
        {"number": "x", "kind": "GetStatus", "body": {}},
        {"kind": "GetStatus"},
        {},
    ):
        engine.client._channel.send(frame)
    assert isinstance(engine.ask(m.GetStatus()), m.Status)
    assert engine.process == before


def test_the_proof_tells_what_engine_and_reader_tried(engine: Conversation) -> None:
    proof = engine.ask(m.GetProof())
    assert isinstance(proof, m.Proof)
    assert [part.lock.process for part in proof.processes] == ["engine", "reader"]
    for part in proof.processes:
        assert len(part.attempts) == (10 if os.name == "posix" else 6)
        assert all(attempt.refused for attempt in part.attempts)
        assert (part.listening, part.lock.problem, part.lock.refused) == (0, "", ())
    locks = [set(part.lock.mechanism) for part in proof.processes]
    if sys.platform == "linux":
        assert locks[0] < locks[1], "a reader has all locks of the engine, and its own"
    assert engine.ask(m.GetStatus()).lock.refused == (), "our own test counts as no attempt"


@pytest.mark.slow
def test_when_the_engine_is_killed_its_work_fails_and_a_new_one_answers(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "home")
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(30):
        write_pdf(papers / f"{number}.pdf", *(f"Page {page} of {number}." for page in range(10)))
    try:
        running = engine.start(m.AddPaths((str(papers),)))
        engine.next_of(running)
        old = engine.process
        readers = psutil.Process(old).children(recursive=True)
        os.kill(old, signal.SIGKILL)
        _, ending = engine.finish(running)
        assert ending == STOPPED
        assert isinstance(engine.ask(m.GetStatus()), m.Status)
        assert engine.process != old
        engine.ask(m.AddPaths())
        assert isinstance(engine.ask(m.AddPaths((str(papers),))), IndexReport)
        library = engine.ask(m.GetLibrary())
        assert {document.state for document in library.documents} == {State.READY}
        assert len(library.documents) == 30
        wait_until(lambda: not any(reader.is_running() for reader in readers))
    finally:
        engine.client.close()


@pytest.mark.slow
def test_closing_ends_the_process_and_frees_the_vault(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "home")
    engine.ask(m.GetStatus())
    process = psutil.Process(engine.process)
    family = [process, *process.children(recursive=True)]
    engine.client.close()
    assert engine.client._process.returncode == 0
    wait_until(lambda: not any(one.is_running() for one in family))
    VaultLock(tmp_path / "home" / "vault").release()


@pytest.mark.slow
def test_a_vault_in_use_is_told_to_every_request(tmp_path: Path) -> None:
    vault = tmp_path / "home" / "vault"
    vault.mkdir(parents=True)
    lock = VaultLock(vault)
    engine = open_engine(tmp_path / "home")
    for request in (m.GetStatus(), m.GetLibrary()):
        failed = engine.ask(request)
        assert isinstance(failed, m.EngineFailed)
        assert "in use by another Strongroom" in failed.message
    engine.client.close()
    lock.release()


@pytest.mark.slow
def test_a_damaged_vector_store_does_not_stop_the_engine(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "lease.pdf", LEASE)
    engine = open_engine(tmp_path / "home")
    engine.ask(m.AddPaths((str(path),)))
    engine.client.close()
    for rows in (tmp_path / "home" / "vault" / "vectors").rglob("rows.npz"):
        rows.write_bytes(b"damaged")
    again = open_engine(tmp_path / "home")
    try:
        assert isinstance(again.ask(m.AddPaths((str(path),))), IndexReport | m.EngineFailed)
        assert isinstance(again.ask(m.AddPaths((str(path),))), IndexReport)
        assert not again.ask(m.Ask(QUESTION)).answer.abstained
    finally:
        again.client.close()


def test_an_engine_that_cannot_even_start_is_not_started_for_ever() -> None:
    client = EngineClient([sys.executable, "-c", "raise SystemExit(3)"])
    came: queue.SimpleQueue[Any] = queue.SimpleQueue()
    client._thread.join(PATIENCE)
    client.request(m.GetStatus(), came.put)
    assert came.get(timeout=PATIENCE) == STOPPED
    assert client._process.returncode == 3
    client.close()
