"""Answers of every kind, for a scripted engine to give."""

from __future__ import annotations

from dataclasses import replace

from app.core.types import (
    Answer,
    AnswerTimes,
    Box,
    Citation,
    Coverage,
    Listing,
    Sentence,
    Support,
    WhyLeftOut,
)
from tests.gui.scripted_content import REPORT, make_abstention, make_answer

FORMULA = "(742 − 731) ÷ 731 × 100 = 1.5"
THOUGHTS = (
    "The user asks how the waiting time changed. Passage 1 gives 61 and 38 days.\n"
    "The reasons are in passage 2: two surgeons and Saturday clinics. I answer with both."
)
UNREADABLE = ("Scan invoice 8841.pdf", "Personnel file (confidential).pdf")
ROW: tuple[Box, ...] = ((72.0, 300.0, 523.0, 314.0),)
TOTALS: tuple[Box, ...] = ((72.0, 354.0, 512.0, 368.0),)


def cited(quote: str, page: int, number: int, boxes: tuple[Box, ...] = ROW) -> Citation:
    return Citation(1, REPORT, f"/x/{REPORT}", page, quote, boxes, number)


def computed(formula: str, *citations: Citation) -> Sentence:
    """A sentence with the formula at its end, as the engine writes it."""
    text = f"Between 2024 and 2025, “Nurses and care assistants” rose by 1.5%: {formula}."
    return Sentence(text, Support.SUPPORTED, citations, formula)


def make_computed(question: str) -> Answer:
    """A growth, from figures on two pages."""
    sentence = computed(
        FORMULA,
        cited("Nurses and care assistants 742", 12, 1),
        cited("Nurses and care assistants 731 in 2024", 14, 2, TOTALS),
    )
    return replace(
        make_answer(question), answer=sentence.text, sentences=(sentence,), model="",
        prompt_tokens=0, coverage=Coverage(6, 6, (), 208, 208), seconds=AnswerTimes(0.2, 0.0, 0.3),
    )  # fmt: skip


def make_thoughtful(question: str) -> Answer:
    return replace(make_answer(question), thinking=THOUGHTS)


def make_follow_up(question: str) -> Answer:
    meant = "How did the waiting time for orthopaedic consultations change in 2022, and why?"
    return replace(make_answer(question), meant=meant)


def make_listed(question: str) -> Answer:
    """A list of documents, some of which could not be compared."""
    names = (
        ("2024-019.pdf", "INVOICE; Total due EUR 3,630.00"),
        ("scan_F24-31.pdf", "Facture n° F24-31 du 4 juillet 2024; Total à payer 2 541,00 EUR"),
        ("doc-N-2401.pdf", "Factuur N-2401; Te betalen: EUR 4.235,00"),
    )
    items = tuple(
        Sentence(f"- {name}: {said}", Support.SUPPORTED, (cited(said, page, page),))
        for page, (name, said) in enumerate(names, start=1)
    )
    lead = Sentence("3 found.", Support.SUPPORTED)
    left_out = ((WhyLeftOut.NO_TEXT, 4), (WhyLeftOut.NO_AMOUNT, 1), (WhyLeftOut.OTHER_MONEY, 2))
    return replace(
        make_answer(question), answer="3 found.", sentences=(lead, *items), model="",
        prompt_tokens=0, coverage=Coverage(6, 6, (), 208, 204), seconds=AnswerTimes(0.2, 0.0, 0.3),
        listing=Listing(1, 3, 6, 204, 3, left_out, True),
    )  # fmt: skip


def make_doubted(question: str) -> Answer:
    """The second gate closed: all that the model wrote is unsupported."""
    written = (
        Sentence("The foundation paid EUR 12 million for it.", Support.UNSUPPORTED),
        Sentence("It was paid in March.", Support.UNSUPPORTED),
    )
    return replace(
        make_abstention(question), sentences=written, thinking=THOUGHTS,
        coverage=Coverage(6, 4, UNREADABLE, 208, 204),
    )  # fmt: skip
