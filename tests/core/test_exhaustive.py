"""Questions for everything: recognised, gathered to the end, and honest about what was left out."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

import pytest

from app.core.control import Control
from app.core.conversation.chats import Chats
from app.core.events import SentenceChecked, tell_nobody
from app.core.exhaustive.asked_for import everything_in, everything_wanted
from app.core.exhaustive.conditions import Limit, Period
from app.core.exhaustive.document_kinds import kind_of_document
from app.core.exhaustive.gathering import Gatherer
from app.core.exhaustive.telling import told
from app.core.exhaustive.totals import total_of
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import Answer, Support, WhyLeftOut
from tests.benchmarks.exhaustive import found_in
from tests.benchmarks.exhaustive_set import PAPERS, QUESTIONS, Question
from tests.core.library import store


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("List every invoice over 1,000 euros", "invoice"),
        ("How many invoices are there?", "invoice"),
        ("Can you list all the unpaid invoices?", "invoice"),
        ("Combien de factures de Dupont en 2024 ?", "invoice"),
        ("Je voudrais une liste de toutes les lettres", "letter"),
        ("Hoeveel facturen zijn er?", "invoice"),
        ("Welke facturen zijn hoger dan 1.000 euro?", "invoice"),
        ("Which documents mention asbestos?", "document"),
        ("How many employees does the group have?", ""),
        ("How many days after the invoice must one pay?", ""),
        ("Which invoice is the oldest?", ""),
        ("What is the total of all invoices?", ""),
        ("Quelle est la somme de toutes les factures ?", ""),
        ("Combien de jours de congé ai-je ?", ""),
        ("What does the invoice say?", ""),
    ],
)
def test_a_question_for_all_documents_of_a_kind_is_told_from_others(
    question: str, kind: str
) -> None:
    assert everything_in(question).kind == kind


@pytest.mark.parametrize(
    ("question", "is_list"),
    [
        ("List all penalties", True),
        ("Donnez toutes les pénalités", True),
        ("Geef alle boetes", True),
        ("How many employees are there?", False),
        ("What is the rent?", False),
        ("Each party bears what costs?", False),
    ],
)
def test_a_list_is_told_from_a_figure(question: str, is_list: bool) -> None:
    assert everything_in(question).is_list is is_list


@pytest.mark.parametrize(
    ("question", "limit"),
    [
        ("invoices over 1,000 euros", Limit(Decimal(1000), None, True, "eur")),
        ("factures de plus de 1 000 €", Limit(Decimal(1000), None, True, "eur")),
        ("facturen van minstens 1.000 euro", Limit(Decimal(1000), None, False, "eur")),
        ("invoices under $250.50", Limit(None, Decimal("250.50"), True, "usd")),
        ("entre 200 et 500 euros", Limit(Decimal(200), Decimal(500), False, "eur")),
        ("invoices of 2024", None),
    ],
)
def test_limits_are_read_as_figures(question: str, limit: Limit | None) -> None:
    assert everything_wanted(question).limit == limit


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("all invoices of 2024", Period((2024, 1, 1), (2024, 12, 31))),
        ("toutes les lettres de mars 2024", Period((2024, 3, 1), (2024, 3, 31))),
        ("alle facturen sinds mei 2023", Period((2023, 5, 1), (9999, 12, 31))),
        ("alle facturen van na mei 2023", Period((2023, 5, 32), (9999, 12, 31))),
        ("all letters before 2023", Period((0, 1, 1), (2023, 1, 0))),
        ("all letters", None),
    ],
)
def test_periods_are_read_as_days(question: str, period: Period | None) -> None:
    assert everything_in(question).period == period


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_papers_are_told_apart(paper: object) -> None:
    known = next(p for p in PAPERS if p is paper)
    assert kind_of_document(known.name, known.text) == known.kind


@pytest.mark.parametrize(
    ("text", "total", "is_called"),
    [
        ("Subtotal EUR 2,000.00\nTotal EUR 2,420.00\nVAT EUR 420.00", "2420.00", True),
        ("Total HTVA 100,00 EUR\nTotal à payer\n121,00 EUR", "121.00", True),
        ("Price EUR 5.00\nDeposit EUR 90.00", "90.00", False),
        ("Nothing of money: 3 May 2024", None, False),
    ],
)
def test_what_a_paper_comes_to_is_what_its_lines_call_so(
    text: str, total: str | None, is_called: bool
) -> None:
    found = total_of([(1, text)])
    assert (found and found.amount.full) == (Decimal(total) if total else None)
    assert found is None or found.is_called is is_called


@pytest.fixture
def library(catalog: Catalog) -> Catalog:
    for paper in PAPERS:
        store(catalog, paper.name, paper.text)
    return catalog


def gather(database: Database, catalog: Catalog, question: str) -> Answer:
    gatherer = Gatherer(database, catalog, Retriever(catalog, None, None), tell_nobody)
    return gatherer.list_all(question, None, Control())


@pytest.mark.parametrize("question", QUESTIONS[:-2], ids=lambda question: question.text)
def test_all_papers_that_are_asked_for_are_listed_and_no_others(
    database: Database, library: Catalog, question: Question
) -> None:
    assert found_in(gather(database, library, question.text)) == question.papers


def test_what_cannot_be_compared_is_left_out_and_told(database: Database, library: Catalog) -> None:
    store(library, "scan.pdf", "Invoice\n3 May 2024\nTotal due EUR 9,000.00", "")
    answer = gather(database, library, "List all invoices over 1,000 euros.")
    assert answer.listing is not None
    assert dict(answer.listing.left_out) == {
        WhyLeftOut.NO_TEXT: 1, WhyLeftOut.NO_AMOUNT: 1, WhyLeftOut.OTHER_MONEY: 1,
    }  # fmt: skip
    assert told(answer.listing) == [
        "Looked at every one of 35 documents (35 pages): 10 documents of them asked for.",
        "Left out: 1 page without text.",
        "Left out: 1 document with no amount that could be read.",
        "Left out: 1 document with an amount in another currency.",
    ]


def test_each_item_is_cited_to_its_lines_and_the_same_paper_comes_once(
    database: Database, library: Catalog
) -> None:
    answer = gather(database, library, "List all invoices from Harrow Security.")
    lead, *items = answer.sentences
    assert lead.text == "3 found."
    assert answer.listing is not None
    assert (answer.listing.items, answer.listing.first) == (3, 1)
    night = next(item for item in items if "2024-019" in item.text)
    assert night.support is Support.SUPPORTED
    assert [(c.document_name, c.quote) for c in night.citations] == [
        ("2024-019.pdf", "INVOICE"),
        ("2024-019.pdf", "Total due EUR 3,630.00"),
        ("copy of 2024-019.pdf", "INVOICE"),
        ("copy of 2024-019.pdf", "Total due EUR 3,630.00"),
    ]
    assert all(c.boxes for item in items for c in item.citations)


def test_sentences_are_listed_where_no_kind_of_document_is_asked_for(
    database: Database, library: Catalog
) -> None:
    answer = gather(database, library, "penalties")
    said = [sentence.text for sentence in answer.sentences]
    assert said[0] == "2 found."
    assert any("A penalty of 250 euros applies" in text for text in said)
    assert any("A penalty of 50 euros is due" in text for text in said)


def test_sums_within_a_limit_are_listed_by_their_lines(
    database: Database, library: Catalog
) -> None:
    answer = gather(database, library, "penalties over 100 euros")
    assert [sentence.text for sentence in answer.sentences[1:]] == [
        "- A penalty of 250 euros applies for each such night."
    ]


class FindsLetters(Retriever):
    """Finds by meaning what speaks of a gate."""

    def likely(
        self, question: str, least: float, scope: Collection[int] | None = None
    ) -> list[int]:
        return [number for number, _ in self._catalog.search_words("gate", 9, scope)]


@pytest.mark.parametrize("question", ["thefts", "thefts over 100 euros"])
def test_what_only_meaning_finds_is_marked_as_partly_supported(
    database: Database, library: Catalog, question: str
) -> None:
    gatherer = Gatherer(database, library, FindsLetters(library, None, None), tell_nobody)
    answer = gatherer.list_all(question, None, Control())
    item = answer.sentences[-1]
    assert found_in(answer) == {"complaint.txt"}
    assert item.support is Support.PARTLY


def test_words_that_stand_nowhere_leave_a_doubt(database: Database, library: Catalog) -> None:
    _, *items = gather(database, library, "penalties for smoking").sentences
    assert {item.support for item in items} == {Support.PARTLY}


def test_a_short_question_is_answered_in_the_language_of_what_is_found(
    database: Database, library: Catalog
) -> None:
    found = gather(database, library, "penalties over 20 euros")
    assert found.sentences[0].text == "2 found."
    assert gather(database, library, "Geef alle facturen.").sentences[0].text == "18 gevonden."


def test_nothing_is_said_where_nothing_is_found(database: Database, library: Catalog) -> None:
    answer = gather(database, library, "List all invoices over 90,000 euros.")
    assert answer.abstained
    assert not answer.sentences
    assert answer.listing is not None
    assert answer.listing.documents == len(PAPERS)


def test_a_list_that_is_stopped_holds_what_was_found(database: Database, library: Catalog) -> None:
    control = Control()

    def stop(event: object) -> None:
        if isinstance(event, SentenceChecked):
            control.cancel()

    gatherer = Gatherer(database, library, Retriever(library, None, None), stop)
    answer = gatherer.list_all("List every invoice.", None, control)
    assert answer.stopped
    assert answer.listing is not None
    assert answer.listing.items == 1


def test_a_list_is_kept_with_its_conversation(database: Database, library: Catalog) -> None:
    answer = gather(database, library, "List all reminders.")
    chats = Chats(database)
    number = chats.add_turn(None, answer, "1.0", "")
    assert chats.open(number).turns[0].answer == answer
