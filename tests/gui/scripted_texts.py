"""Made-up documents without pages (a mail, a Word file, a log), and an answer that cites them."""

from __future__ import annotations

from app.core.storage.catalog import boxes_of
from app.core.text_pages import Item, Script, SetText
from app.core.text_styles import Style
from app.core.types import (
    Answer,
    AnswerTimes,
    Citation,
    Coverage,
    Document,
    Hit,
    Page,
    Sentence,
    State,
    Support,
)

MAIL, WORD, LOG = "RE Waiting times.eml", "Access to care 2026.docx", "import.log"
MAIL_QUOTE = (
    "The average waiting time for a first orthopaedic consultation fell from 61 to 38 days "
    "between January and December 2025."
)
WORD_QUOTE = "Saturday clinics go on in 2026, and two more surgeons join in March."
_FACTS = (
    "From: Anne Colson <a.colson@meridian.example>",
    "To: Board <board@meridian.example>",
    "Date: Tue, 4 Nov 2025 10:12:00 +0100",
    "Subject: RE: Waiting times, figures for the board",
    "Attachments: figures 2025.xlsx, planning.pdf",
)
_MAIL = (
    *(Item(fact, Style.FACT) for fact in _FACTS),
    Item("Dear all,", gap=2),
    Item(
        f"Here is what the departments report. {MAIL_QUOTE} The target of 35 days is within "
        "reach for 2026, and nowhere were the figures worse than the year before.",
        gap=2,
    ),
    Item("Two additional surgeons were recruited in March. Saturday clinics opened in May.", gap=2),
    Item("Kind regards,", gap=2),
    Item("Anne Colson"),
    Item("> Could you send us the figures for orthopaedics before Friday?", Style.QUIET, 2),
    Item("> We meet on the 4th.", Style.QUIET),
)
_WORD = (
    Item("Access to care 2026", Style.TITLE),
    Item("Plan of the medical council, adopted on 18 November 2025.", gap=2),
    Item("1. What was reached", Style.HEADING, 2),
    Item(f"{MAIL_QUOTE} Every department improved.", gap=2),
    Item("2. What comes next", Style.HEADING, 2),
    Item(f"The council follows the board. {WORD_QUOTE} The measures are:", gap=2),
    Item("• longer hours of the day clinic;", gap=2),
    Item("• one list for all campuses;"),
    Item("• a call to every patient who waits longer than six weeks."),
    Item("2.1. Figures", Style.SUBHEADING, 2),
    Item("Department | 2024 | 2025", gap=2),
    Item("Orthopaedics | 61 days | 38 days"),
    Item("Ophthalmology | 54 days | 41 days"),
)
_LOG = tuple(
    Item(f"2026-01-{day:02} 02:00:{day:02}  INFO  import finished    rows={1_200 + 17 * day}")
    for day in range(1, 29)
)
TEXTS: dict[int, tuple[Item, ...]] = {21: _MAIL, 22: _WORD, 23: _LOG}
_NOTES = {21: "Not read: 2 attachments of this message."}


def make_texts() -> dict[tuple[int, int], Page]:
    """Their parts, by document and number."""
    return {
        (document, page.number): page
        for document, items in TEXTS.items()
        for page in SetText(Script(items, note=_NOTES.get(document, ""))).pages(1)
    }


def make_text_documents() -> tuple[Document, ...]:
    folder = "/home/anna/Cases/Letters"
    names = {21: MAIL, 22: WORD, 23: LOG}
    return tuple(
        Document(number, folder, f"{folder}/{name}", name, State.READY, 1, 1)
        for number, name in names.items()
    )


def make_text_answer(question: str) -> Answer:
    """Two sentences, from a mail and from a Word file."""
    one, two = _citation(21, MAIL, MAIL_QUOTE, 1), _citation(22, WORD, WORD_QUOTE, 2)
    sentences = (
        Sentence("Waiting times fell from 61 to 38 days in 2025.", Support.SUPPORTED, (one,)),
        Sentence("Saturday clinics go on in 2026.", Support.SUPPORTED, (two,)),
    )
    hits = tuple(_hit(citation) for citation in (one, two))
    return Answer(
        question, " ".join(s.text for s in sentences), False, sentences, hits,
        Coverage(9, 7, (), 211, 207), "Qwen2.5 3B Instruct", 1180, 86,
        AnswerTimes(0.4, 3.1, 11.8), meant=question,
    )  # fmt: skip


def _citation(document: int, name: str, quote: str, number: int) -> Citation:
    page = make_texts()[document, 1]
    start = page.text.index(quote)
    boxes = boxes_of(page, start, start + len(quote))
    return Citation(document, name, f"/x/{name}", 1, quote, boxes, number)


def _hit(citation: Citation) -> Hit:
    return Hit(
        citation.document, citation.document_name, citation.path, citation.page, 0.8,
        citation.quote, 0, len(citation.quote), citation.boxes, 1, citation.quote, citation.boxes,
    )  # fmt: skip
