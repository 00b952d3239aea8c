"""Rows of tables that a question names: which pages hold them."""

from __future__ import annotations

import pytest

from app.core.control import Control
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from tests.core.library import store

STATEMENT = """Consolidated Statements of Income
(in millions)
2022 2021
Revenue $ 5,010 $ 4,600
Cost of sales 3,000 2,900
Net income 320 15"""
PARTS = """Revenue of the parts of the company, in millions
2022 2021
Revenue 1,010 900
Rent of halls 12 11"""
OLDER = STATEMENT.replace("2022 2021", "2019 2018")
PROSE = "Revenue in 2022 was what the board had said: cost of sales fell, revenue rose."


@pytest.fixture
def library(catalog: Catalog) -> Catalog:
    store(catalog, "report.pdf", PROSE, STATEMENT, PARTS)
    store(catalog, "older.pdf", OLDER)
    return catalog


def shares(library: Catalog, question: str) -> dict[tuple[int, int], float]:
    """By document and page."""
    documents = [document.id for document in library.documents()]
    found = library.table_rows.shares(question, documents)
    chunks = library.chunks(list(found))
    return {(chunks[n].document, chunks[n].page): share for n, share in found.items()}


@pytest.mark.parametrize(
    "question",
    [
        "What was the cost of sales in 2022?",
        "What is the FY2022 COGS?",
        "What is the FY22 cost of goods sold?",
        "Quel était le coût des ventes en 2022 ?",
        "Hoeveel bedroeg de kostprijs van de omzet in 2022?",
    ],
)
def test_a_row_is_found_by_any_name_of_its_line(library: Catalog, question: str) -> None:
    found = shares(library, question)
    assert found[1, 2] == max(found.values()) == 1.0


def test_the_accounts_and_the_year_asked_for_count_most(library: Catalog) -> None:
    found = shares(library, "What was the revenue in 2022?")
    assert found == {(1, 2): 1.0, (1, 3): 0.5, (2, 1): 0.5}


def test_a_page_with_all_the_rows_counts_more_than_one_with_some(library: Catalog) -> None:
    found = shares(library, "What is the ratio of net income to revenue?")
    assert found[1, 2] == 1.0
    assert found[1, 3] == 0.25


def test_a_longer_name_is_not_taken_for_the_shorter_in_it(catalog: Catalog) -> None:
    store(catalog, "rent.pdf", PARTS.replace("Revenue 1", "Halls 1"))
    assert shares(catalog, "How much was the rent of halls in 2022?") == {(1, 1): 0.5}


@pytest.mark.parametrize("question", ["Who sets the revenue?", "How many herons are there?", ""])
def test_a_question_for_no_figure_or_of_no_row_names_none(library: Catalog, question: str) -> None:
    assert shares(library, question) == {}


def test_only_the_documents_that_are_asked_count(library: Catalog) -> None:
    assert library.table_rows.shares("What was the revenue in 2022?", []) == {}
    found = library.table_rows.shares("What was the revenue in 2022?", [2])
    assert {chunk.document for chunk in library.chunks(list(found)).values()} == {2}


def test_rows_go_with_their_document_and_are_not_kept_twice(
    library: Catalog, database: Database
) -> None:
    (before,) = database.row("SELECT count(*) FROM table_rows") or (0,)
    store(library, "report.pdf", PROSE, STATEMENT, PARTS)
    assert database.row("SELECT count(*) FROM table_rows") == (before,)
    library.remove([1, 2])
    assert database.row("SELECT count(*) FROM table_rows") == (0,)
    assert database.row("SELECT count(*) FROM rows_noted") == (0,)


def test_rows_of_a_document_read_by_an_older_version_are_filled_in(
    library: Catalog, database: Database
) -> None:
    question = "What was the revenue in 2022?"
    before = shares(library, question)
    database.run("DELETE FROM table_rows")
    database.run("DELETE FROM rows_noted")
    assert shares(library, question) == {}
    library.table_rows.fill_in(library.page, Control())
    library.table_rows.fill_in(library.page, Control())
    assert shares(library, question) == before


def test_the_page_with_the_row_comes_before_prose_of_the_same_words(library: Catalog) -> None:
    hits = Retriever(library, None, None).find("What was the cost of sales in 2022?", 3).hits
    assert (hits[0].document_name, hits[0].page) == ("report.pdf", 2)
