"""Summaries and comparisons through the engine process, as the window asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.events import DocumentAnswered, SentenceChecked, WorkProgress
from app.core.overview.document_work import Extent, FindingKind, SummaryWish
from app.core.types import Chat
from app.engine import messages as m
from tests.engine.test_engine import Conversation, open_engine
from tests.pdfs import write_pdf

LEASE = "The lease of the old station.\n\nThe monthly rent of the station is EUR 1.250,00."
DRAFT = "The lease of the old station.\n\nThe monthly rent of the station is EUR 1.300,00."
QUESTION = "What is the monthly rent of the station?"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conversation]:
    """An engine over two documents that contradict each other."""
    folder = tmp_path_factory.mktemp("documents")
    opened = open_engine(folder / "home")
    paths = [write_pdf(folder / "a.pdf", "Cover.", LEASE), write_pdf(folder / "b.pdf", DRAFT)]
    opened.ask(m.AddPaths(tuple(str(path) for path in paths)))
    yield opened
    opened.client.close()


@pytest.fixture(scope="module")
def documents(engine: Conversation) -> tuple[int, ...]:
    return tuple(document.id for document in engine.ask(m.GetLibrary()).documents)


def chat_of(engine: Conversation, number: int) -> Chat:
    found = engine.ask(m.OpenChat(number))
    assert isinstance(found, Chat)
    return found


def test_a_summary_comes_with_its_progress_and_is_kept_under_its_title(
    engine: Conversation, documents: tuple[int, ...]
) -> None:
    wish = SummaryWish((Extent(documents[0]),), thorough=True)
    seen, made = engine.finish(engine.start(m.Summarize(wish, "Summary of a.pdf")))
    assert {WorkProgress, SentenceChecked} <= {type(event) for event in seen}
    assert made.summary.pages_read[0].pages == (1, 2)
    (turn,) = chat_of(engine, made.chat).turns
    assert turn.question == turn.answer.question == "Summary of a.pdf"
    assert turn.answer == made.summary.answer
    assert len(turn.record.sources) == 1


def test_a_comparison_comes_document_by_document_and_is_kept_with_its_findings(
    engine: Conversation, documents: tuple[int, ...]
) -> None:
    first = engine.ask(m.Ask(QUESTION))
    seen, made = engine.finish(engine.start(m.Compare(QUESTION, documents, first.chat)))
    answered = [event.answer.document for event in seen if isinstance(event, DocumentAnswered)]
    assert answered == list(documents)
    assert made.comparison.findings[0].kind is FindingKind.DIFFER
    assert made.chat == first.chat
    turns = chat_of(engine, made.chat).turns
    assert len(turns) == 2
    assert "EUR 1.250,00" in turns[-1].answer.sentences[0].text
    assert "EUR 1.300,00" in turns[-1].answer.sentences[0].text


def test_questions_that_the_documents_answer_come_with_their_places(
    engine: Conversation, documents: tuple[int, ...], tmp_path: Path
) -> None:
    rule = (
        "1. Notice periods of the lease\n\nThe tenant gives notice of three months in writing, by "
        "post or by hand, and it begins on the first day of the month after the landlord has it."
    )
    engine.ask(m.AddPaths((str(write_pdf(tmp_path / "rules.pdf", "Cover.", rule)),)))
    rules = next(d for d in engine.ask(m.GetLibrary()).documents if d.name == "rules.pdf")
    (found,) = engine.ask(m.GetSuggestions(4, (rules.id,))).suggestions
    assert found.question == "What is said about “Notice periods of the lease”?"
    assert (found.document, found.page) == (rules.id, 2)
    assert engine.ask(m.GetSuggestions(4, documents)).suggestions == ()
    engine.ask(m.RemoveDocuments((rules.id,)))


def test_what_cannot_be_done_is_a_sentence(
    engine: Conversation, documents: tuple[int, ...]
) -> None:
    for request in (
        m.Summarize(SummaryWish((Extent(documents[0], 7),)), "Summary"),
        m.Compare(QUESTION, documents[:1]),
    ):
        failed = engine.ask(request)
        assert isinstance(failed, m.EngineFailed)
        assert failed.known
