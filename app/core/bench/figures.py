"""The figures of a run: of all its questions, by set and by kind, and against an earlier run.

Owns how questions are grouped and which figures are compared; `evaluation` owns what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core.bench.paired import Difference, compare
from app.core.evaluation import DEPTHS, Question, Retrieved, retrieval_figures
from app.core.language import language_of
from app.core.search.table_rows import asks_for_a_figure


@dataclass(frozen=True)
class Asked:
    """A question of a set, under the key it is remembered by, and how it fared."""

    key: str
    set: str
    question: Question
    ranks: Retrieved


def kind_of(question: Question) -> str:
    """As its set says; else its language, and whether it asks for a figure."""
    if question.kind:
        return question.kind
    asked = "a figure" if asks_for_a_figure(question.question) else "a text"
    return f"{language_of(question.question)}, {asked}"


def figures_of(asked: Sequence[Asked], before: Mapping[str, Retrieved]) -> dict[str, object]:
    """Of all, `by_set` and `by_kind`; `compared` where `before` has ranks of these questions."""
    data = retrieval_figures([one.ranks for one in asked])
    data["by_set"] = {
        name: _of_part(part) | _compared(part, before)
        for name, part in _grouped(asked, lambda one: one.set).items()
    }
    kinds = _grouped(asked, lambda one: kind_of(one.question))
    data["by_kind"] = {name: _of_part(kinds[name]) for name in sorted(kinds)}
    return data | _compared(asked, before)


def differences(pairs: Sequence[tuple[Retrieved, Retrieved]]) -> dict[str, Difference]:
    """Ranks before and now, of the same questions, compared by each figure."""
    return {
        name: compare([of(before) for before, _ in pairs], [of(now) for _, now in pairs])
        for name, of in _FIGURES.items()
    }


def difference_data(made: Difference) -> dict[str, float | str]:
    return {
        "before": round(made.before, 4),
        "now": round(made.now, 4),
        "difference": round(made.now - made.before, 4),
        "low": round(made.low, 4),
        "high": round(made.high, 4),
        "p": round(made.p, 4),
        "verdict": made.verdict,
    }


def _of_part(part: Sequence[Asked]) -> dict[str, object]:
    return {"questions": len(part), **retrieval_figures([one.ranks for one in part])}


def _compared(asked: Iterable[Asked], before: Mapping[str, Retrieved]) -> dict[str, object]:
    pairs = [(before[one.key], one.ranks) for one in asked if one.key in before]
    if not pairs:
        return {}
    made = {name: difference_data(one) for name, one in differences(pairs).items()}
    return {"compared": {"questions": len(pairs), **made}}


def _grouped(asked: Iterable[Asked], name_of: Callable[[Asked], str]) -> dict[str, list[Asked]]:
    groups: dict[str, list[Asked]] = {}
    for one in asked:
        groups.setdefault(name_of(one), []).append(one)
    return groups


def _page_within(depth: int) -> Callable[[Retrieved], float]:
    return lambda ranks: float(ranks.page_rank is not None and ranks.page_rank <= depth)


_FIGURES: dict[str, Callable[[Retrieved], float]] = {
    **{f"page_hit@{depth}": _page_within(depth) for depth in DEPTHS},
    "mrr": lambda ranks: 1 / ranks.page_rank if ranks.page_rank else 0.0,
    "document_hit@1": lambda ranks: float(ranks.document_rank == 1),
}
