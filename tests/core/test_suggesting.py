"""Suggested questions come from the documents, in their language, and have an answer there."""

from __future__ import annotations

import pytest

from app.core.control import Control
from app.core.errors import Cancelled
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.suggesting import Suggester
from app.core.topics import topics_of
from app.core.types import Suggestion
from tests.core.library import page_of, store

FILL = (
    "The parties meet every quarter in the town hall to look at the work that was done and at what "
    "it cost, and they write down what they agree upon.\n"
    "Whoever cannot come tells the other one a week before, and names another day in that month."
)
CONTRACT = (
    f"1. Purpose of the contract\n{FILL}\n"
    "2. Notice periods and termination\n"
    "Each party may end the contract by giving notice of three months to the other one in writing, "
    "which begins on the first day of the month after it was received by post or by hand.\n"
    "“Working Day” means any day from Monday to Friday the banks of the town are open and "
    "on which the post is delivered before noon to the offices of both parties of the contract.\n"
)
CAHIER = (
    "Article 7 – Délai d'exécution des travaux\n"
    "L'entrepreneur dispose de 120 jours ouvrables pour terminer les travaux du lot dès le premier "
    "jour du mois qui suit la commande, sauf les jours de gel que le fonctionnaire a reconnus par "
    "écrit dans le journal des travaux avec leurs dates et leurs causes.\n"
)
VERSLAG = (
    "4.2 Vorming van de medewerkers\n"
    "Elke medewerker volgde in 2025 gemiddeld 21 uur vorming, waarvan de helft over veiligheid op "
    "de werf en de andere helft over het omgaan met moeilijke gesprekken aan het loket "
    "en met klachten van de bewoners van de gemeente.\n"
)


def suggest(catalog: Catalog, most: int = 4, scope: list[int] | None = None) -> list[Suggestion]:
    return Suggester(catalog, Retriever(catalog, None, None)).suggest(scope, most, Control())


def test_questions_are_made_from_headings_and_terms_in_the_documents_language(
    catalog: Catalog,
) -> None:
    store(catalog, "contract.pdf", "Cover", CONTRACT)
    store(catalog, "cahier.pdf", "Cover", CAHIER)
    store(catalog, "verslag.pdf", "Cover", VERSLAG)
    assert {(s.question, s.document_name, s.page) for s in suggest(catalog, 5)} == {
        ("What is said about “Notice periods and termination”?", "contract.pdf", 2),
        ("Que dit-on sur « Délai d'exécution des travaux » ?", "cahier.pdf", 2),
        ("Wat staat er over “Vorming van de medewerkers”?", "verslag.pdf", 2),
        ("What is said about “Purpose of the contract”?", "contract.pdf", 2),
        ("What does “Working Day” mean?", "contract.pdf", 2),
    }


def test_the_documents_take_turns_and_the_same_library_gets_the_same_questions(
    catalog: Catalog,
) -> None:
    store(catalog, "contract.pdf", "Cover", CONTRACT)
    store(catalog, "verslag.pdf", "Cover", VERSLAG)
    assert len({s.document for s in suggest(catalog, most=2)}) == 2
    assert suggest(catalog) == suggest(catalog)


def test_only_documents_in_scope_are_asked_about(catalog: Catalog) -> None:
    store(catalog, "contract.pdf", "Cover", CONTRACT)
    verslag = store(catalog, "verslag.pdf", "Cover", VERSLAG)
    assert {s.document for s in suggest(catalog, scope=[verslag])} == {verslag}


def test_a_question_that_the_short_form_leaves_open_names_its_document(catalog: Catalog) -> None:
    for i in range(4):
        text = CAHIER.replace("120", str(120 + i))
        store(catalog, f"cahier {i}.pdf", "Le cahier des charges de la commune", text)
    questions = [s.question for s in suggest(catalog)]
    assert len(set(questions)) == len(questions) >= 2
    assert questions[0] == "Que dit-on sur « Délai d'exécution des travaux » ?"
    assert all(question.startswith("Que dit « cahier ") for question in questions[1:])


def test_a_question_without_an_answer_is_not_offered(catalog: Catalog) -> None:
    store(catalog, "contract.pdf", "Cover", CONTRACT)

    class Lost(Retriever):
        """Finds nothing of what it is asked."""

        def find(self, question: str, k: int, scope: object = None) -> object:  # type: ignore[override]
            return super().find("xylographer", k, None)

    assert Suggester(catalog, Lost(catalog, None, None)).suggest(None, 4, Control()) == []


def test_suggesting_stops_when_it_is_told_to(catalog: Catalog) -> None:
    store(catalog, "contract.pdf", "Cover", CONTRACT)
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        Suggester(catalog, Retriever(catalog, None, None)).suggest(None, 4, control)


@pytest.mark.parametrize(
    "line",
    [
        "1. Introduction",
        "2. Annex",
        "3. Certification by the Chief Executive Officer",
        "4. The notification contains at least:",
        "5. NOTES TO THE ACCOUNTS",
        "6. what begins small and goes on in the",
        "7. 12,450 13,200 14,100",
        "Access to care without a number or a larger letter",
    ],
)
def test_a_line_that_makes_no_good_question_is_no_topic(line: str) -> None:
    assert topics_of([page_of(f"\n{FILL}\n{line}\n{FILL}", 2)]) == []


def test_what_stands_at_the_head_of_every_page_is_no_topic() -> None:
    pages = [page_of(f"3. Access to hospital care\n{FILL}", number) for number in (2, 3, 4)]
    assert topics_of(pages) == []
    assert [topic.words for topic in topics_of(pages[:1])] == ["Access to hospital care"]
