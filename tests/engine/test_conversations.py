"""Conversations, as the window asks the engine for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import __version__
from app.core import events
from app.engine import messages as m
from tests.engine.test_engine import LEASE, QUESTION, Conversation, open_engine
from tests.pdfs import write_locked_pdf


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conversation]:
    """An engine whose only document is locked, and was opened with its password."""
    folder = tmp_path_factory.mktemp("conversations")
    opened = open_engine(folder / "home")
    opened.ask(m.AddPaths((str(write_locked_pdf(folder / "lease.pdf", "sesame", LEASE)),)))
    (document,) = opened.ask(m.GetLibrary()).documents
    assert opened.ask(m.GivePassword(document.id, "sesame")).documents == 1
    yield opened
    opened.client.close()


def test_chats_are_searched_renamed_and_deleted(engine: Conversation) -> None:
    chat = engine.ask(m.Ask(QUESTION)).chat
    assert engine.ask(m.RenameChat(chat, "Gare de l’Est")) == m.Done()
    found = engine.ask(m.SearchChats("gare"))
    assert [(c.id, c.title, c.questions, c.kept) for c in found.chats] == [
        (chat, "Gare de l’Est", 1, True)
    ]
    assert found.chats[0].changed > 1_700_000_000
    assert engine.ask(m.SearchChats("nothing of it")).chats == ()
    record = engine.ask(m.OpenChat(chat)).turns[0].record
    assert (record.version, len(record.sources)) == (__version__, 1)
    assert engine.ask(m.DeleteAllChats()) == m.Done()
    assert engine.ask(m.GetChats()).chats == ()


def test_a_question_that_is_put_otherwise_takes_the_place_of_what_followed(
    engine: Conversation,
) -> None:
    chat = engine.ask(m.Ask(QUESTION)).chat
    for question in ("What is the Xylographer's rent?", "And who pays it?"):
        engine.ask(m.Ask(question, chat=chat))
    assert engine.ask(m.Ask("Who pays the rent?", chat=chat, after=1)).chat == chat
    turns = engine.ask(m.OpenChat(chat)).turns
    assert [turn.question for turn in turns] == [QUESTION, "Who pays the rent?"]
    catalog = engine.home / "vault" / "catalog.sqlite3"
    files = [catalog, catalog.with_name(f"{catalog.name}-wal")]
    assert not any(b"Xylographer" in file.read_bytes() for file in files)
    assert engine.ask(m.DeleteChat(chat)) == m.Done()


def test_a_chat_that_is_not_to_be_kept_is_there_until_the_end(engine: Conversation) -> None:
    assert engine.ask(m.KeepChats(False)) == m.Chats((), False)
    asked = engine.ask(m.Ask(QUESTION))
    again = engine.ask(m.Ask("And the lease of the old station?", chat=asked.chat))
    assert again.chat == asked.chat
    (chat,) = engine.ask(m.GetChats()).chats
    assert (chat.kept, chat.questions) == (False, 2)
    catalog = engine.home / "vault" / "catalog.sqlite3"
    files = [catalog, catalog.with_name(f"{catalog.name}-wal")]
    assert not any(QUESTION.encode() in file.read_bytes() for file in files)
    assert engine.ask(m.KeepChats(True)).keeps
    assert engine.ask(m.DeleteChat(chat.id)) == m.Done()


def test_a_dossier_is_written_and_shows_pages_of_documents_opened_with_a_password(
    engine: Conversation, tmp_path: Path
) -> None:
    chat = engine.ask(m.Ask(QUESTION)).chat
    file = tmp_path / "dossier.html"
    seen, exported = engine.finish(engine.start(m.ExportChat(chat, str(file))))
    assert exported == m.Exported(str(file), 1, 0)
    assert seen == [events.DossierProgress(0, 1), events.DossierProgress(1, 1)]
    assert "data:image/png;base64," in file.read_text("utf-8")
    failed = engine.ask(m.ExportChat(chat, str(tmp_path / "dossier.txt")))
    assert isinstance(failed, m.EngineFailed)
    assert failed.known
