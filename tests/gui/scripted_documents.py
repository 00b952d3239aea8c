"""What a scripted engine says when documents are summarised or compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.core.events import DocumentAnswered, SentenceChecked, WorkProgress
from app.core.overview.document_work import (
    Comparison,
    DocumentAnswer,
    Finding,
    FindingKind,
    FoundValue,
    PagesRead,
    Summary,
)
from app.core.types import Answer, AnswerTimes, Box, Citation, Coverage, Sentence, Support
from app.engine import messages
from app.engine.client import OnMessage

BOXES: tuple[Box, ...] = ((72.0, 300.0, 523.0, 314.0),)
NAMES = {
    1: "Annual report 2025 - Meridian Hospital Foundation.pdf",
    3: "Framework contract IT services 2024-118.pdf",
    4: "Minutes board of directors 2025-11-04.pdf",
}
SAYS = {
    1: ("The average waiting time for a first consultation fell to 38 days in December 2025.", 31),
    3: ("The supplier must bring the average waiting time to 35 days by 31 December 2025.", 12),
    4: ("", 0),
}
PIECES = 12


def cited(document: int, page: int, quote: str, number: int) -> Citation:
    name = NAMES.get(document, "Another document.pdf")
    return Citation(document, name, f"/x/{name}", page, quote, BOXES, number)


def make_summary(wish: Any, title: str, stopped: bool = False) -> Summary:
    """Four sentences on four pages."""
    number = wish.extents[0].document
    rows = (
        ("The foundation worked with one medical record on both campuses for the first time.", 2),
        ("The average waiting time for a first orthopaedic consultation fell to 38 days.", 31),
        ("The year closed with a surplus of EUR 2.25 million, twice that of the year before.", 40),
        ("The shortage of anaesthetists and the indexation of wages are its main risks.", 44),
    )
    sentences = tuple(
        Sentence(text, Support.SUPPORTED, (cited(number, page, text, i),))
        for i, (text, page) in enumerate(rows, start=1)
    )
    made_up = Sentence("The foundation is the best of the region.", Support.UNSUPPORTED)
    answer = Answer(
        title, " ".join(s.text for s in sentences), False, (*sentences, made_up), (),
        Coverage(1, 1, (), 48, 48), "Qwen2.5 3B Instruct", 1020, 140, AnswerTimes(total=21.4),
        stopped,
    )  # fmt: skip
    pages = tuple(range(1, 49)) if wish.thorough else (1, 2, 3, 31, 40, 44)
    read = PagesRead(number, NAMES.get(number, "Another document.pdf"), pages, 48)
    return Summary(answer, wish.thorough, "English", (read,), PIECES, PIECES, wish.thorough)


def make_document_answer(document: int, question: str) -> DocumentAnswer:
    name = NAMES.get(document, f"Document {document}.pdf")
    text, page = SAYS.get(document, ("", 0))
    known = (Sentence(text, Support.SUPPORTED, (cited(document, page, text, document),)),)
    answer = Answer(
        question, text, not text, known if text else (), (), Coverage(1, 1, (), 48, 48),
        "Qwen2.5 3B Instruct", 800, 40, AnswerTimes(0.2, 3.0, 9.0),
    )  # fmt: skip
    return DocumentAnswer(document, name, answer)


def make_comparison(question: str, documents: tuple[int, ...]) -> Comparison:
    answers = tuple(make_document_answer(number, question) for number in documents)
    one, other = (a.answer.sentences[0].citations[0] for a in answers if a.answer.sentences)
    days = (FoundValue(1, NAMES[1], "38 days", one), FoundValue(3, NAMES[3], "35 days", other))
    dated = tuple(replace(value, value="December 2025") for value in days)
    lone = (FoundValue(3, NAMES[3], "31 December 2025", other),)
    findings = (
        Finding(FindingKind.DIFFER, "duration", "The durations differ.", days),
        Finding(FindingKind.AGREE, "date", "Both documents say December 2025.", dated),
        Finding(FindingKind.ONLY, "date", "Only one says 31 December 2025.", lone),
    )
    return Comparison(question, answers, findings, 27.3)


class ScriptedDocuments:
    """`holds` is the engine's: kinds of requests that stop half way."""

    holds: set[type]
    summaries_stopped = False

    def _Summarize(
        self, _number: int, body: messages.Summarize, tell: OnMessage
    ) -> messages.Summarized:
        summary = make_summary(body.wish, body.title, self.summaries_stopped)
        if self.summaries_stopped:
            summary = replace(summary, pieces_done=5)
        for done in range(PIECES if body.wish.thorough else 1):
            total = PIECES if body.wish.thorough else 1
            tell(WorkProgress("reading", done, total, 18.0 * (12 - done) if done else None))
            tell(SentenceChecked(summary.answer.sentences[done % 4]))
            if messages.Summarize in self.holds and done == 2:
                break
        return messages.Summarized(7, summary)

    def _Compare(self, _number: int, body: messages.Compare, tell: OnMessage) -> messages.Compared:
        made = make_comparison(body.question, body.documents)
        for done, one in enumerate(made.answers):
            tell(
                WorkProgress(
                    "asking", done, len(made.answers), 9.0 if done else None, one.document_name
                )
            )
            if messages.Compare in self.holds and done == 1:
                break
            tell(DocumentAnswered(one))
        sentences = tuple(s for one in made.answers for s in one.answer.sentences)
        kept = Answer(
            body.question, "", False, sentences, (), Coverage(3, 3, (), 100, 100),
            "Qwen2.5 3B Instruct", 0, 0, AnswerTimes(total=27.3),
        )  # fmt: skip
        return messages.Compared(7, made, kept)
