"""The same question to several documents: what is asked, and what tells the answers apart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

import pytest

from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import DocumentAnswered, Event, Report, WorkProgress
from app.core.overview.comparing import MOST_DOCUMENTS, as_answer, compare, find_differences
from app.core.overview.document_work import DocumentAnswer, Finding, FindingKind
from app.core.storage.catalog import Catalog
from app.core.types import Answer, Citation, Coverage, Sentence, Support
from tests.core.library import store

QUESTION = "What is said of it?"
DIFFER, AGREE, ONLY, NOT_SAID = FindingKind


def answer(*texts: str, document: int = 1, support: Support = Support.SUPPORTED) -> Answer:
    sentences = tuple(
        Sentence(text, support, (Citation(document, f"{document}.pdf", "/x", 1, text, (), i),))
        for i, text in enumerate(texts, start=1)
    )
    return Answer(QUESTION, " ".join(texts), not texts, sentences, (), Coverage(1, 1))


def said(*answers: str | None) -> list[DocumentAnswer]:
    """One document for each answer; None for one that does not answer."""
    return [
        DocumentAnswer(i, f"{i}.pdf", answer(*([text] if text else []), document=i))
        for i, text in enumerate(answers, start=1)
    ]


def differences(*answers: str | None, question: str = QUESTION) -> tuple[Finding, ...]:
    return find_differences(question, said(*answers))


def kinds(found: tuple[Finding, ...]) -> set[tuple[FindingKind, str]]:
    return {(finding.kind, finding.about) for finding in found}


CONTRADICTIONS = [
    ("The rent is EUR 1,250 a month.", "The rent is EUR 1,300 a month.", "amount"),
    ("Le loyer est de 1.250,00 €.", "The rent is EUR 1,300.", "amount"),
    ("The notice period is 3 months.", "De opzegtermijn is 6 maanden.", "duration"),
    ("Le délai est de 90 jours ouvrables.", "Le délai est de 80 jours ouvrables.", "duration"),
    ("The rate rose to 91%.", "The rate rose to 88,1 %.", "share"),
    ("It starts on 14 March 2023.", "Il commence le 15 mars 2023.", "date"),
    ("The lease ends in 2034.", "Le bail expire en 2035.", "year"),
    ("There are 168 workers.", "Er zijn 172 arbeiders.", "figure"),
]
AGREEMENTS = [
    ("The rent is EUR 1,250.00 a month.", "Le loyer est de 1.250,00 € par mois.", "amount"),
    ("It cost EUR 2.5 million.", "Het kostte 2.500.000 euro.", "amount"),
    ("It starts on 14 March 2023.", "Il commence le 14/03/2023.", "date"),
    ("The breach is reported within 48 hours.", "Het wordt binnen 2 dagen gemeld.", "duration"),
    ("The guarantee lasts 24 months.", "La garantie est de deux ans.", "duration"),
    ("The rate is 88.1%.", "Le taux est de 88,1 %.", "share"),
]


@pytest.mark.parametrize(("one", "other", "about"), CONTRADICTIONS)
def test_values_that_differ_are_pointed_out_with_what_each_document_says(
    one: str, other: str, about: str
) -> None:
    found = differences(one, other)
    (finding,) = [f for f in found if f.kind is DIFFER]
    assert finding.about == about
    assert [value.document for value in finding.values] == [1, 2]
    assert all(value.value and value.citation for value in finding.values)
    assert AGREE not in {f.kind for f in found}


@pytest.mark.parametrize(("one", "other", "about"), AGREEMENTS)
def test_the_same_value_in_another_format_unit_or_language_agrees(
    one: str, other: str, about: str
) -> None:
    found = differences(one, other)
    assert (AGREE, about) in kinds(found)
    assert DIFFER not in {f.kind for f in found}


def test_what_only_one_document_says_is_no_contradiction() -> None:
    found = differences("The rent is EUR 1,250.", "The rent is due on the first day.")
    assert kinds(found) == {(ONLY, "amount")}
    assert found[0].values[0].document == 1


def test_a_document_that_does_not_answer_is_said_not_to() -> None:
    found = differences("The rent is EUR 1,250.", None)
    assert kinds(found) == {(NOT_SAID, "answer")}
    assert found[0].values[0].document_name == "2.pdf"


def test_an_answer_that_no_page_supports_is_told_from_none_at_all() -> None:
    one = said("The rent is EUR 1,250.")[0]
    doubtful = answer("It is EUR 9.", document=2, support=Support.UNSUPPORTED)
    found = find_differences(
        QUESTION, [one, DocumentAnswer(2, "2.pdf", replace(doubtful, abstained=True))]
    )
    assert found[0].text == "2.pdf gives no answer that its pages support."


def test_when_no_document_answers_there_is_nothing_to_point_out() -> None:
    assert differences(None, None) == ()


def test_what_the_question_says_itself_is_not_compared() -> None:
    found = differences(
        "In 2024 it was EUR 10 million.",
        "In 2024 it was EUR 12 million.",
        question="What was it in 2024?",
    )
    assert {finding.about for finding in found} == {"amount"}


def test_unsupported_sentences_are_not_compared() -> None:
    one, other = said("The rent is EUR 1,250.", "The rent is EUR 1,250.")
    invented = answer("The rent is EUR 9,999.", document=2, support=Support.UNSUPPORTED)
    sentences = (*other.answer.sentences, *invented.sentences)
    both = Answer(QUESTION, "", False, sentences, (), Coverage(1, 1))
    found = find_differences(QUESTION, [one, DocumentAnswer(2, "2.pdf", both)])
    assert kinds(found) == {(AGREE, "amount")}


def test_a_third_document_that_differs_is_told_apart_from_two_that_agree() -> None:
    found = differences("It is EUR 5.", "Il s'agit de 5 €.", "It is EUR 6.")
    (finding,) = found
    assert finding.kind is DIFFER
    assert len(finding.values) == 3


def test_who_it_is_differs_by_name_and_a_title_makes_no_other_person() -> None:
    who = "Who chairs the board?"
    found = differences(
        "The board is chaired by Anna Peeters.", "The board is chaired by Luc Deprez.", question=who
    )
    assert (DIFFER, "name") in kinds(found)
    found = differences(
        "The board is chaired by Anna Peeters.",
        "The board is chaired by Dr Anna Peeters.",
        question=who,
    )
    assert kinds(found) == {(AGREE, "name")}


def test_figures_that_count_other_things_do_not_contradict() -> None:
    found = differences("There are 168 workers.", "There are 61 clerks.")
    assert DIFFER not in {f.kind for f in found}
    found = differences("There are 168 workers.", "There are 172 workers and 61 clerks.")
    (finding,) = [f for f in found if f.kind is DIFFER]
    assert [v.value for v in finding.values] == ["168 workers", "172 workers"]


def test_durations_of_another_kind_stand_beside_each_other() -> None:
    found = differences(
        "Wie ten minste zes maanden in dienst is, mag twee dagen per week thuis werken.",
        "Zij werken gemiddeld 1,4 dag per week thuis.",
    )
    (finding,) = [f for f in found if f.kind is DIFFER]
    assert [v.value for v in finding.values] == ["twee dagen", "1,4 dag"]
    assert (ONLY, "duration") in kinds(found)
    assert "ten minste" not in str(found[-1].text)


def test_other_names_are_no_contradiction_where_none_was_asked_for() -> None:
    found = differences(
        "The rent is paid to Norvane.", "The rent is paid to Delvaux.", question="When is it due?"
    )
    assert DIFFER not in {f.kind for f in found}


DENIALS = [
    (
        "Is working from home allowed?",
        "Working from home is allowed.",
        "Working from home is not allowed.",
    ),
    ("Is it allowed?", "Yes, two days a week.", "Non, ce n'est pas permis."),
    ("Mag men thuis werken?", "Men mag thuis werken.", "Thuis werken mag niet."),
    ("Le bail est-il renouvelable ?", "Le bail est renouvelable.", "Il n'est pas renouvelable."),
    (
        "What does it say of subletting?",
        "The tenant may sublet the flat.",
        "The tenant may not sublet the flat.",
    ),
]


@pytest.mark.parametrize(("question", "one", "other"), DENIALS)
def test_one_document_that_denies_what_another_says_is_pointed_out(
    question: str, one: str, other: str
) -> None:
    assert (DIFFER, "denial") in kinds(differences(one, other, question=question))
    assert (DIFFER, "denial") not in kinds(differences(one, one, question=question))
    assert (DIFFER, "denial") not in kinds(differences(other, other, question=question))


def test_no_later_than_denies_nothing() -> None:
    found = differences(
        "The report is due within 3 days.", "The report is due no later than 3 days."
    )
    assert kinds(found) == {(AGREE, "duration")}


def test_contradictions_come_first() -> None:
    found = differences("It costs EUR 5 and takes 9 days.", "It costs EUR 5 and takes 8 days.")
    assert [finding.kind for finding in found] == [DIFFER, AGREE]


# Asking


@dataclass
class Asked:
    """Answers for documents by their id, and which were asked."""

    answers: dict[int, Answer]
    asked: list[int] = field(default_factory=list)
    control: Control = field(default_factory=Control)
    stop_after: int = 0

    def __call__(
        self, question: str, scope: Collection[int], report: Report, control: Control
    ) -> Answer:
        (number,) = scope
        self.asked.append(number)
        if len(self.asked) == self.stop_after:
            self.control.cancel()
        return self.answers[number]


@pytest.fixture
def documents(catalog: Catalog) -> tuple[int, int, int]:
    one, two, three = (store(catalog, f"{n}.pdf", "Some text.") for n in "abc")
    return one, two, three


def test_each_document_is_asked_within_itself_and_told_as_it_answers(
    catalog: Catalog, documents: tuple[int, int, int]
) -> None:
    ask = Asked({n: answer(f"It costs EUR {n}.", document=n) for n in documents})
    told: list[Event] = []
    made = compare(QUESTION, documents, catalog, ask, told.append, Control())
    assert ask.asked == list(documents)
    assert [one.document_name for one in made.answers] == ["a.pdf", "b.pdf", "c.pdf"]
    assert [e.answer.document for e in told if isinstance(e, DocumentAnswered)] == ask.asked
    news = [event for event in told if isinstance(event, WorkProgress)]
    assert [(n.done, n.total, n.current) for n in news] == [
        (0, 3, "a.pdf"),
        (1, 3, "b.pdf"),
        (2, 3, "c.pdf"),
    ]
    assert made.findings[0].kind is DIFFER


def test_a_stopped_comparison_holds_the_documents_that_answered(
    catalog: Catalog, documents: tuple[int, int, int]
) -> None:
    ask = Asked({n: answer(f"It costs EUR {n}.", document=n) for n in documents}, stop_after=2)
    made = compare(QUESTION, documents, catalog, ask, lambda _e: None, ask.control)
    assert made.stopped
    assert len(made.answers) == 2


def test_one_document_or_too_many_cannot_be_compared(
    catalog: Catalog, documents: tuple[int, int, int]
) -> None:
    ask = Asked({})
    for chosen in ([documents[0]] * 2, list(range(1, MOST_DOCUMENTS + 3))):
        with pytest.raises(UsageError):
            compare(QUESTION, chosen, catalog, ask, lambda _e: None, Control())
    assert ask.asked == []


def test_marks_count_on_from_document_to_document(
    catalog: Catalog, documents: tuple[int, int, int]
) -> None:
    ask = Asked({n: answer(f"It costs EUR {n}.", document=n) for n in documents})
    made = compare(QUESTION, documents, catalog, ask, lambda _e: None, Control())
    marks = [c.number for one in made.answers for s in one.answer.sentences for c in s.citations]
    assert marks == [1, 2, 3]
    assert [v.citation.number for v in made.findings[0].values if v.citation] == marks


def test_a_comparison_is_kept_as_an_answer_with_its_findings_first(
    catalog: Catalog, documents: tuple[int, int, int]
) -> None:
    ask = Asked({n: answer(f"It costs EUR {n}.", document=n) for n in documents})
    made = compare(QUESTION, documents, catalog, ask, lambda _e: None, Control())
    kept = as_answer(made, Coverage(3, 3))
    assert kept.question == QUESTION
    assert kept.sentences[0].text.startswith("- The amounts differ: a.pdf")
    assert kept.sentences[-1].text == f"- c.pdf: It costs EUR {documents[2]}."
    assert not kept.abstained
