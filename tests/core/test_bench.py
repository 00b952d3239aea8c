"""Comparing runs of questions, remembering them, and telling why a page was missed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from app.core.bench.figures import Asked, figures_of, kind_of
from app.core.bench.misses import explain, is_missed
from app.core.bench.paired import compare
from app.core.bench.runs import Run, earlier_run, key_of, load_runs, remember
from app.core.errors import UsageError
from app.core.evaluation import Question, Retrieved
from app.core.types import Chunk

FIRST, SECOND, NOWHERE = Retrieved(1, 1), Retrieved(2, 1), Retrieved(None, None)
QUESTION = Question("Wie draagt de kosten van het dak?", ("de pachter",), "pacht.pdf", (2,))


def asked(key: str, ranks: Retrieved, of: str = "leases", question: Question = QUESTION) -> Asked:
    return Asked(key, of, question, ranks)


def run(*keys: str, name: str = "", ranks: Retrieved = FIRST) -> Run:
    return Run(name, "1.0", "e5", 2, 30, 1_700_000_000, {"library": dict.fromkeys(keys, ranks)})


def page(number: int, document: str = "pacht.pdf") -> Chunk:
    return Chunk(number, 0, 1, "", document_name=document)


def test_what_is_better_for_most_questions_is_told_from_chance() -> None:
    made = compare([0.0] * 30 + [1.0] * 10, [1.0] * 14 + [0.0] * 16 + [1.0] * 10)
    assert made.verdict == "better"
    assert (made.pairs, made.before, made.now) == (40, 0.25, 0.6)
    assert made.p < 0.001
    assert 0.15 < made.low < 0.25 < 0.45 < made.high < 0.55
    assert compare([1.0] * 20, [0.0] * 20).verdict == "worse"


def test_what_helps_as_often_as_it_hurts_is_not_told_apart() -> None:
    made = compare([0.0, 1.0] * 10, [1.0, 0.0] * 10)
    assert (made.verdict, made.p) == ("not told apart", 1.0)
    assert made.low < 0 < made.high
    assert compare([1.0, 0.5], [1.0, 0.5]).p == 1.0


def test_the_sign_flip_test_gives_the_binomial_chance_where_that_can_be_counted() -> None:
    """Five better and none worse: two of the 32 ways to draw the signs are as extreme."""
    made = compare([0.0] * 5 + [1.0] * 5, [1.0] * 10)
    assert made.p == pytest.approx(2 / 32, abs=0.01)


def test_chance_alone_is_taken_for_a_change_as_rarely_as_it_should_be() -> None:
    chance = random.Random(4)

    def hits() -> list[float]:
        return [float(chance.random() < 0.5) for _ in range(40)]

    found = [compare(hits(), hits()).verdict for _ in range(30)]
    assert found.count("not told apart") >= 26


def test_a_question_without_a_kind_has_that_of_its_language_and_what_it_asks_for() -> None:
    assert kind_of(QUESTION) == "Dutch, a text"
    assert kind_of(Question("What amount is owed to the bank?", (), None, ())) == (
        "English, a figure"
    )
    assert kind_of(Question("Who?", (), None, (), "people")) == "people"


def test_figures_are_given_of_all_and_by_set_and_kind() -> None:
    other = Question("What amount is owed?", (), "b.pdf", (1,))
    data = figures_of([asked("a", FIRST), asked("b", NOWHERE, "loans", other)], {})
    assert data["mrr"] == 0.5
    assert {name: part["mrr"] for name, part in _parts(data, "by_set")} == {
        "leases": 1.0,
        "loans": 0.0,
    }
    assert dict(_parts(data, "by_kind"))["Dutch, a text"]["questions"] == 1
    assert "compared" not in data


def test_only_questions_of_both_runs_are_compared() -> None:
    questions = [asked("a", FIRST), asked("b", SECOND), asked("new", NOWHERE)]
    data = figures_of(questions, {"a": SECOND, "b": SECOND, "gone": FIRST})
    compared = data["compared"]
    assert isinstance(compared, dict)
    assert compared["questions"] == 2
    assert compared["page_hit@1"] | {"low": 0, "high": 0, "p": 0} == {
        "before": 0.0, "now": 0.5, "difference": 0.5, "low": 0, "high": 0, "p": 0,
        "verdict": "not told apart",
    }  # fmt: skip


def test_runs_are_remembered_in_order_and_found_by_name_number_or_likeness(tmp_path: Path) -> None:
    file = tmp_path / "runs.json"
    for one in (run("a", "b", name="before"), run("c", "d"), run("a", name="2")):
        remember(file, one)
    runs = load_runs(file)
    assert [one.number for one in runs] == [1, 2, 3]
    assert runs[0].ranks == {"library": {"a": FIRST, "b": FIRST}}

    def found(wanted: str, *keys: str) -> Run | None:
        return earlier_run(runs, wanted, {"library": dict.fromkeys(keys, FIRST)})

    assert found("before", "x") == runs[0]
    assert found("1", "x") == runs[0]
    assert found("2", "x") == runs[2]
    assert found("", "a", "b", "e", "f") == runs[0]
    assert found("", "a", "x", "y") is None
    with pytest.raises(UsageError):
        found("after", "a")


def test_what_is_remembered_names_no_question_and_no_document(tmp_path: Path) -> None:
    file = tmp_path / "runs.json"
    key = key_of(QUESTION, "secret")
    remember(file, run(key))
    written = file.read_text("utf-8")
    for word in ("dak", "pacht", "kosten", "leases"):
        assert word not in written
    assert key in written
    assert key != key_of(QUESTION, "another home's")


def test_a_file_of_runs_that_makes_no_sense_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "runs.json"
    for text in ("", "[]", '{"runs": [{"number": 1}, 5]}', '{"runs": {"a": 1}}', "[" * 9_999):
        file.write_text(text, "utf-8")
        assert load_runs(file) == []
    assert remember(file, run("a")).number == 1


@pytest.mark.parametrize(
    ("by_meaning", "by_word", "missed_by"),
    [
        ([1, 2], [3, 4], "keywords"),
        ([3, 4], [1, 2], "meaning"),
        ([3, 4], [5], "meaning and keywords"),
        ([2], [2], "both together"),
        ([3, 3, 3, 3, 3, 3, 2], [9, 8, 7, 6, 5, 2], "keywords"),
    ],
)
def test_a_missed_page_tells_which_way_missed_it(
    by_meaning: list[int], by_word: list[int], missed_by: str
) -> None:
    miss = explain(asked("a", Retrieved(7, 1)), map(page, by_meaning), map(page, by_word))
    assert miss.missed_by == missed_by
    assert (miss.page_rank, miss.document_rank) == (7, 1)


def test_a_page_after_the_fifth_is_missed() -> None:
    assert [is_missed(Retrieved(rank, 1)) for rank in (1, 5, 6, None)] == [False, False, True, True]


def _parts(data: dict[str, object], name: str) -> list[tuple[str, dict[str, object]]]:
    found = data[name]
    assert isinstance(found, dict)
    return list(found.items())
