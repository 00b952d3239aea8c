"""How well the first gate tells what the documents hold, and the weights that it should have.

    python -m tests.benchmarks.abstaining NAME=VAULT,QUESTIONS.jsonl … [--sample N] [--fit]

Each vault's questions are searched for as it is (answerable), with their own document out of
scope, and the other sets' questions are asked to it (far), unless the names start alike up to a
hyphen: `wiki-en` and `wiki-fr` know the same things. A question without a document counts as
unanswerable. Nothing here passes or fails. A set is judged with the shipped weights and, with
`--fit`, with weights fitted without it; the same sets and seed give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.backends.fakes import FakeStore
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.evaluation import Question, Scopes, load_questions
from app.core.interfaces import Embedder
from app.core.search.abstaining import LEAST_CHANCE, Signals, Weights, chance, features, weights_for
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.vectors import Place, VectorIndex
from app.system.model_files import ModelFiles
from app.system.paths import installed_models

HITS = 8
FAR = 30
"""Questions taken from each of the other sets."""
PRICE = 0.02
"""The share of answerable questions that a fit may refuse, sets counting alike."""
SHRINKING = 0.01
KINDS = ("answerable", "left out", "unanswerable", "far")
_IMPORTANCE = dict(zip(KINDS, (1.0, 0.7, 0.7, 0.3), strict=True))
Columns = Callable[[Signals], tuple[float, ...]]


@dataclass(frozen=True)
class Set:
    name: str
    vault: Path
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Case:
    """One question asked to one vault."""

    set: str
    kind: str
    signals: Signals


class Library:
    """A vault that is searched, by meaning or by keyword alone."""

    def __init__(self, vault: Path, by_keyword: bool) -> None:
        database = Database(vault / "catalog.sqlite3")
        self.catalog = Catalog(database)
        self._retriever = Retriever(self.catalog, None, None)
        row = database.row("SELECT embedder FROM vectors LIMIT 1")
        if row and not by_keyword:
            embedder = _embedder(row[0])
            place = Place(vault / "no vectors", "nobody")
            index = VectorIndex(
                database, place, FakeStore, embedder.model_id, embedder.dimensions
            )  # fmt: skip
            self._retriever = Retriever(self.catalog, embedder, index)

    def signals(self, question: Question, scopes: Scopes) -> Signals:
        return self._retriever.find(question.question, HITS, scopes.of(question)).signals


@cache
def _embedder(model_id: str) -> Embedder:
    files = ModelFiles(installed_models(), installed_models())
    found = files.default("embedder", model_id.partition("@")[0])
    return SentenceTransformerEmbedder(found.path, model_id, 1)


def ask_all(sets: Sequence[Set], by_keyword: bool) -> Iterator[Case]:
    for one in sets:
        library = Library(one.vault, by_keyword)
        documents = library.catalog.documents()
        whole, rest = Scopes(documents, False, False), Scopes(documents, False, True)
        for question in one.questions:
            kind = "answerable" if question.doc else "unanswerable"
            yield Case(one.name, kind, library.signals(question, whole))
            if question.doc:
                yield Case(one.name, "left out", library.signals(question, rest))
        for other in sets:
            if other.name.partition("-")[0] != one.name.partition("-")[0]:
                for question in other.questions[:FAR]:
                    yield Case(one.name, "far", library.signals(question, whole))


def columns_of(weights: Weights) -> tuple[list[str], Columns]:
    """The features that the weights use: names, and what makes them of signals."""
    if weights.cosine:
        return ["cosine", "lead", "coverage", "foreign"], _with_cosines
    if weights.steepness:
        return ["steepness", "coverage", "foreign"], _without_cosines
    return ["coverage", "foreign"], lambda signals: features(signals)[:2]


def _with_cosines(signals: Signals) -> tuple[float, ...]:
    return signals.cosine, signals.lead, *features(signals)[:2]


def _without_cosines(signals: Signals) -> tuple[float, ...]:
    covered, foreign, lead = features(signals)
    return lead, covered, foreign


def fit(cases: Sequence[Case], like: Weights) -> Weights:
    """A logistic regression by Newton's method in which sets count alike, at the price agreed."""
    names, columns = columns_of(like)
    table = np.array([columns(case.signals) for case in cases])
    middle, scale = table.mean(0), table.std(0) + 1e-9
    rows = np.column_stack([(table - middle) / scale, np.ones(len(table))])
    wanted = np.array([case.kind == "answerable" for case in cases], float)
    slopes = _regressed(rows, wanted, _importance(cases))
    found = slopes[:-1] / scale
    scores = table @ found
    least = np.log(LEAST_CHANCE / (1 - LEAST_CHANCE))
    start = float(least - _threshold(cases, scores))
    made = {name: round(float(value), 2) for name, value in zip(names, found, strict=True)}
    return replace(Weights(round(start, 2)), **made)


def _regressed(
    rows: NDArray[np.float64], wanted: NDArray[np.float64], importance: NDArray[np.float64]
) -> NDArray[np.float64]:
    slopes = np.zeros(rows.shape[1])
    shrinking = np.diag([SHRINKING] * (rows.shape[1] - 1) + [0.0])
    for _ in range(50):
        guess = 1 / (1 + np.exp(-rows @ slopes))
        gradient = rows.T @ (importance * (guess - wanted)) + shrinking @ slopes
        curve = (rows.T * (importance * guess * (1 - guess))) @ rows + shrinking
        slopes -= np.linalg.solve(curve, gradient)
    return slopes


def _importance(cases: Sequence[Case]) -> NDArray[np.float64]:
    groups = [(case.set, case.kind) for case in cases]
    sizes = {group: groups.count(group) for group in set(groups)}
    return np.array([100 * _IMPORTANCE[kind] / sizes[name, kind] for name, kind in groups])


def _threshold(cases: Sequence[Case], scores: NDArray[np.float64]) -> float:
    """The highest score below which no more than the price of the answerable ones lies."""
    own: dict[str, list[float]] = {}
    for case, score in zip(cases, scores, strict=True):
        if case.kind == "answerable":
            own.setdefault(case.set, []).append(float(score))
    tried = sorted({score for part in own.values() for score in part})
    return max(
        at
        for at in tried
        if np.mean([np.mean(np.array(part) < at) for part in own.values()]) <= PRICE
    )


def table(cases: Sequence[Case], weights: Callable[[Case], Weights]) -> str:
    """The share refused of each kind, a row a set."""
    rows = [f"{'refused':<16}" + "".join(f"{kind:>22}" for kind in KINDS)]
    for name in dict.fromkeys(case.set for case in cases):
        cells = []
        for kind in KINDS:
            refused = [
                chance(case.signals, weights(case)) < LEAST_CHANCE
                for case in cases
                if (case.set, case.kind) == (name, kind)
            ]
            share = f"{np.mean(refused):.3f} of {len(refused)}" if refused else "-"
            cells.append(f"{share:>22}")
        rows.append(f"{name:<16}" + "".join(cells))
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="NAME=VAULT,QUESTIONS")
    parser.add_argument("--sample", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fit", action="store_true", help="fit weights, too")
    parser.add_argument("--by-keyword", action="store_true", help="search without an embedder")
    parser.add_argument("--unknown", action="store_true", help="as if the embedder were unknown")
    options = parser.parse_args()
    sets = []
    for text in options.sets:
        name, _, rest = text.partition("=")
        vault, _, questions = rest.partition(",")
        loaded = load_questions(Path(questions), options.sample, options.seed)
        sets.append(Set(name, Path(vault), tuple(loaded)))
    cases = list(ask_all(sets, options.by_keyword))
    if options.unknown:
        cases = [replace(case, signals=replace(case.signals, embedder="?")) for case in cases]
    print(table(cases, lambda case: weights_for(case.signals.embedder)))
    if options.fit:
        like = weights_for(cases[0].signals.embedder)
        names = [one.name for one in sets]
        without = {n: fit([case for case in cases if case.set != n], like) for n in names}
        print("Weights fitted without the set they are judged on:")
        print(table(cases, lambda case: without[case.set]))
        everything = fit(cases, like)
        print("Fitted on all sets:", everything)
        print(table(cases, lambda _case: everything))


if __name__ == "__main__":
    main()
