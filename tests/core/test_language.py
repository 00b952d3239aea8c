"""Words, sentences and languages."""

from __future__ import annotations

import pytest

from app.core.language import (
    asking_part,
    content_words,
    language_of,
    readable,
    sentence_spans,
    words,
)


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_a_text_is_split_where_its_sentences_end() -> None:
    assert sentences("It rains.  Does it? Yes! “It does.” So we stay.") == [
        "It rains.",
        "Does it?",
        "Yes!",
        "“It does.",
        "So we stay.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Janssens and Dr. Peeters signed Art. 12 of the contract.",
        "De heer P. Maes (nr. 14) tekende.",
        "Voir l'art. 5 et Mme. Dubois, p. 12.",
        "It cost 3.5 million, i.e. EUR 3.50 each.",
    ],
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_blank_lines_and_list_marks_end_a_sentence() -> None:
    assert sentences("Title\n\nfirst words\n• one\n• two") == [
        "Title",
        "first words",
        "• one",
        "• two",
    ]


def test_the_spans_leave_out_nothing_but_blank_space() -> None:
    text = "  One.\n\nTwo is here. Three"
    spans = list(sentence_spans(text))
    left = "".join(c for i, c in enumerate(text) if not any(a <= i < b for a, b in spans))
    assert left.strip() == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the contrac-\ntor signs", "the contractor signs"),
        ("the Franco-\nBelgian border", "the Franco- Belgian border"),
        ("soft\u00adhyphen and no\u00a0break", "softhyphen and no break"),
        ("a \n b\t c", "a b c"),
    ],
)
def test_text_of_a_page_becomes_one_readable_paragraph(written: str, meant: str) -> None:
    assert readable(written) == meant


def test_words_lose_case_and_accents() -> None:
    assert words("Élève À 1.250,00 €") == ["eleve", "a", "1.250,00"]


def test_content_words_are_without_common_words_and_repeats() -> None:
    assert content_words("What is the notice period of the lease, and the notice?") == [
        "notice", "period", "lease",
    ]  # fmt: skip
    assert content_words("Quelle est la durée ?") == ["duree"]
    assert content_words("lot 3") == ["lot", "3"]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is the budget of the works?", "English"),
        ("Quelle est la date limite de dépôt des offres ?", "French"),
        ("Hoeveel dagen verlof krijg ik bij het overlijden van een schoonouder?", "Dutch"),
        ("Wann wird der Bericht von dem Amt veröffentlicht?", "German"),
        ("¿Cuándo fue la reunión del consejo y quién es el presidente?", "Spanish"),
    ],
)
def test_the_language_of_a_question_is_told_by_its_small_words(
    question: str, language: str
) -> None:
    assert language_of(question) == language


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("What is the rent?", "What is the rent?"),
        ("Who signed it", "Who signed it"),
        ("As an auditor. What is the rent? Answer in euros.", "What is the rent?"),
        ("Use the balance sheet and tell: what is the rent?", "what is the rent?"),
    ],
)
def test_what_is_said_around_a_question_is_left_out(question: str, part: str) -> None:
    assert asking_part(question) == part
