"""What the measured figures mean."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import UsageError
from app.core.evaluation import (
    Question,
    Scopes,
    answer_figures,
    is_right,
    load_questions,
    measure_answers,
    measure_retrieval,
    retrieval_figures,
)
from app.core.types import (
    Answer,
    AnswerTimes,
    Citation,
    Coverage,
    Document,
    Hit,
    Sentence,
    State,
    Support,
)

DOCUMENTS = [Document(i, "/", f"/{n}", n, State.READY) for i, n in enumerate(("a.pdf", "b.pdf"), 1)]
EVERYWHERE = Scopes(DOCUMENTS, per_document=False, leave_out=False)


def asked(question: str, doc: str | None, *pages: int, answers: tuple[str, ...] = ()) -> Question:
    return Question(question, answers, doc, pages)


def hit(name: str, page: int) -> Hit:
    return Hit(1, name, f"/{name}", page, 1.0, "", 0, 0)


def answer(text: str, *cited: tuple[str, int], seconds: float = 1.0) -> Answer:
    citations = tuple(Citation(1, name, "", page, "", ()) for name, page in cited)
    sentences = (Sentence(text, Support.SUPPORTED, citations),)
    times = AnswerTimes(total=seconds)
    return Answer("", text, not text, sentences, (), Coverage(1, 1), seconds=times)


def test_retrieval_counts_different_pages_and_documents() -> None:
    questions = [asked("first", "a.pdf", 2), asked("third", "a.pdf", 3), asked("never", "b.pdf", 9)]
    ranking = [hit("a.pdf", 2), hit("a.pdf", 2), hit("b.pdf", 1), hit("a.pdf", 3)]
    found = measure_retrieval(questions, EVERYWHERE, lambda _q, _scope: ranking, Control())
    assert retrieval_figures(found) == {
        "page_hit": {"1": 0.3333, "3": 0.6667, "5": 0.6667, "10": 0.6667},
        "document_hit": {"1": 0.6667, "5": 1.0},
        "mrr": round((1 + 1 / 3) / 3, 4),
    }


def test_a_page_of_another_document_is_not_the_right_one() -> None:
    found = measure_retrieval(
        [asked("q", "a.pdf", 2)], EVERYWHERE, lambda _q, _scope: [hit("b.pdf", 2)], Control()
    )
    assert retrieval_figures(found)["mrr"] == 0.0


def test_unanswerable_questions_do_not_count_for_retrieval() -> None:
    found = measure_retrieval([asked("q", None)], EVERYWHERE, lambda _q, _scope: [], Control())
    assert found == []
    assert retrieval_figures(found)["mrr"] is None


def test_answers_are_counted_by_what_they_should_have_been() -> None:
    questions = [
        asked("right and cited", "a.pdf", 2, answers=("24 hours",)),
        asked("wrong, cited elsewhere", "a.pdf", 2, answers=("24 hours",)),
        asked("abstained wrongly", "a.pdf", 2, answers=("24 hours",)),
        asked("long, not compared", "a.pdf", 2, answers=("a b c d e f g h i",)),
        asked("abstained rightly", None),
        asked("not abstained", None),
    ]  # fmt: skip
    given = {
        "right and cited": answer("Within 24 hours.", ("a.pdf", 2), seconds=4.0),
        "wrong, cited elsewhere": answer("Within 48 hours.", ("b.pdf", 2)),
        "abstained wrongly": answer(""),
        "long, not compared": answer("Something.", ("a.pdf", 2)),
        "abstained rightly": answer(""),
        "not abstained": answer("Something.", ("a.pdf", 2)),
    }
    measured = measure_answers(questions, EVERYWHERE, lambda q, _scope: given[q], Control())
    assert answer_figures(measured) == {
        "right": 0.3333,
        "cited_page": 0.6667,
        "abstained_right": 0.5,
        "abstained_wrong": 0.25,
        "seconds": 1.5,
    }


def test_shares_of_nothing_are_null() -> None:
    measured = measure_answers(
        [asked("q", "a.pdf", 1, answers=("x",))], EVERYWHERE, lambda _q, _s: answer("x"), Control()
    )
    assert answer_figures(measured)["abstained_right"] is None


def test_a_question_is_asked_within_its_scope() -> None:
    seen: list[Collection[int] | None] = []

    def search(_question: str, scope: Collection[int] | None) -> list[Hit]:
        seen.append(scope)
        return []

    for options in ((False, False), (True, False), (False, True)):
        measure_retrieval([asked("q", "b.pdf", 1)], Scopes(DOCUMENTS, *options), search, Control())
    assert seen == [None, [2], [1]]


def test_a_question_without_its_document_is_unanswerable() -> None:
    left_out = Scopes(DOCUMENTS, per_document=False, leave_out=True)
    assert not left_out.answerable(asked("q", "a.pdf", 1))
    assert EVERYWHERE.answerable(asked("q", "a.pdf", 1))
    assert not EVERYWHERE.answerable(asked("q", None))
    with pytest.raises(UsageError, match="exclude each other"):
        Scopes(DOCUMENTS, per_document=True, leave_out=True)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("It is the Norvane company.", "Norvane Company"),
        ("La durée est de neuf ans.", "duree"),
        ("It cost EUR 1,250.00 in all.", "1250"),
        ("It grew by 8.7%.", "8.70%"),
        ("Revenue was $1,577 million.", "$1577.00"),
        ("Within 24 hours after that.", "24 hours"),
        ("It was Friday.", "the friday"),
    ],
)
def test_an_answer_that_contains_the_given_one_is_right(said: str, given: str) -> None:
    assert is_right(said, ["something else", given])


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Within 48 hours.", "24 hours"),
        ("Norvanes", "Norvane"),
        ("", "24"),
        ("It is not known.", "Friday"),
    ],
)
def test_an_answer_that_does_not_contain_it_is_not_right(said: str, given: str) -> None:
    assert not is_right(said, [given])


def test_questions_are_read_from_lines(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    full = {"question": "Q\u2028?", "answers": ["x"], "doc": "a.pdf", "pages": [1, 2]}
    file.write_text(
        f'{json.dumps(full, ensure_ascii=False)}\r\n\n{{"question": "R?", "doc": null}}\n', "utf-8"
    )
    assert load_questions(file, None, 0) == [
        Question("Q\u2028?", ("x",), "a.pdf", (1, 2)),
        Question("R?", (), None, ()),
    ]


@pytest.mark.parametrize(
    "line", ["not json", "5", '{"answers": []}', '{"question": "q", "pages": 5}']
)
def test_a_line_that_is_no_question_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"question": "Q?"}\n' + line, "utf-8")
    with pytest.raises(UsageError, match=r"Line 2 of q\.jsonl"):
        load_questions(file, None, 0)


def test_a_file_that_cannot_be_read_is_told_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.jsonl"):
        load_questions(tmp_path / "nowhere.jsonl", None, 0)
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"binary\.jsonl"):
        load_questions(tmp_path / "binary.jsonl", None, 0)


def test_a_sample_depends_on_its_seed_alone(tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text("\n".join(f'{{"question": "{i}"}}' for i in range(30)), "utf-8")
    sample = load_questions(file, 5, 1)
    assert len(sample) == 5
    assert sample == load_questions(file, 5, 1)
    assert sample != load_questions(file, 5, 2)
    assert len(load_questions(file, 99, 0)) == 30
