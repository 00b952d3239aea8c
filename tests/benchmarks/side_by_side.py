"""Our search and the recipes of others, on the same documents and questions in the same run.

    python -m tests.benchmarks.side_by_side NAME=VAULT,QUESTIONS.jsonl …
        [--embedder all-minilm-l6-v2 …] [--recipe AnythingLLM …] [--sample N] [--documents N]
        [--json FILE] [--table FILE]

A vault that was indexed is copied and asked. Others work on the text that our reader gave, with
MiniLM (AnythingLLM's and Open WebUI's own; in the place of GPT4All's nomic-embed and kotaemon's
online one) or any other installed embedder. `given` is the share of questions whose page is among
the chunks that the answer model gets; the other figures go on beyond that. A chunk over two pages
counts for the one that most of it stands on: those programs keep none, or one. Each row is compared
with ours, question by question. Nothing here passes or fails, and nothing is kept between runs.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from app.backends.fakes import FakeModel
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.asking import HITS as GIVEN
from app.core.asking import meant
from app.core.bench.figures import difference_data, differences
from app.core.control import Control
from app.core.evaluation import (
    HITS,
    Place,
    Question,
    Retrieved,
    load_questions,
    retrieval_figures,
    retrieved,
)
from app.core.events import tell_nobody
from app.core.services import Services
from app.core.types import Document
from app.system.model_files import ModelFiles
from app.system.paths import installed_models
from tests.benchmarks.answers import open_services
from tests.benchmarks.recipes import RECIPES, Cut, Index, Recipe, Text, tokens_of

DEEP = 200
"""Chunks looked at for the first ten pages."""
SCOPES = ("whole library", "own document")
Finding = Callable[[Question, bool], tuple[Sequence[Place], Sequence[Place]]]
"""What is found, best first, and what of it the answer model gets; true: in the own document."""


@dataclass(frozen=True)
class Row:
    """How a way to search fared with the questions of a set, in their order."""

    set: str
    scope: str
    name: str
    embedder: str
    chunks: int
    ranks: tuple[Retrieved, ...]
    given: tuple[bool, ...]
    seconds: float
    """For a question."""


@dataclass(frozen=True)
class Set:
    """An open library, and the questions that it answers."""

    name: str
    services: Services
    documents: tuple[Document, ...]
    questions: tuple[Question, ...]

    def texts(self) -> list[Text]:
        page = self.services.page
        return [
            Text(one.name, tuple(page(one.id, n).text for n in range(1, one.pages + 1)))
            for one in self.documents
        ]


def ask_all(one: Set, name: str, embedder: str, chunks: int, find: Finding) -> Iterator[Row]:
    for scope in SCOPES:
        started = time.perf_counter()
        found = [find(question, scope == SCOPES[1]) for question in one.questions]
        seconds = (time.perf_counter() - started) / max(len(found), 1)
        pairs = list(zip(one.questions, found, strict=True))
        ranks = tuple(retrieved(question, deep) for question, (deep, _) in pairs)
        given = tuple(retrieved(q, first).page_rank is not None for q, (_, first) in pairs)
        yield Row(one.name, scope, name, embedder, chunks, ranks, given, round(seconds, 4))


def ours(one: Set) -> Iterator[Row]:
    """All of it, and what meaning alone and keywords alone find."""
    retriever = one.services.retriever(tell_nobody)
    chunks = one.services.catalog.count_chunks([document.id for document in one.documents])
    everywhere = [document.id for document in one.documents]

    def scope_of(question: Question, own: bool) -> list[int]:
        own_ones = [document.id for document in one.documents if document.name == question.doc]
        return own_ones if own else everywhere

    def find(question: Question, own: bool) -> tuple[Sequence[Place], Sequence[Place]]:
        scope = scope_of(question, own)
        hits = retriever.find(meant(question.question), HITS, scope).hits
        return hits, retriever.find(meant(question.question), GIVEN, scope).hits

    def by_one_way(way: int) -> Finding:
        def find_so(question: Question, own: bool) -> tuple[Sequence[Place], Sequence[Place]]:
            found = retriever.ways(meant(question.question), scope_of(question, own))[way][:DEEP]
            return found, found[:GIVEN]

        return find_so

    model = retriever.embedder_id.partition("@")[0]
    yield from ask_all(one, "Strongroom", model, chunks, find)
    yield from ask_all(one, "  its meaning alone", model, chunks, by_one_way(0))
    yield from ask_all(one, "  its keywords alone", "-", chunks, by_one_way(1))


def theirs(one: Set, recipes: Sequence[Recipe], name: str, threads: int) -> Iterator[Row]:
    embedder = load_embedder(name, threads)
    tokens, texts = tokens_of(embedder), one.texts()
    indexes: dict[Cut, Index] = {}
    for recipe in recipes:
        if recipe.cut not in indexes:
            pieces = [piece for text in texts for piece in recipe.cut(text, tokens)]
            indexes[recipe.cut] = Index(pieces, embedder)
        index = indexes[recipe.cut]
        yield from ask_all(one, recipe.name, name, len(index.pieces), finding(recipe, index))


def finding(recipe: Recipe, index: Index) -> Finding:
    def find(question: Question, own: bool) -> tuple[Sequence[Place], Sequence[Place]]:
        scope = [str(question.doc)] if own else None
        deep = recipe.rank(index, question.question, scope, DEEP)
        cosines = index.cosines(question.question)
        first = [
            number
            for number in recipe.rank(index, question.question, scope, recipe.given)
            if cosines[number] >= recipe.least
        ]
        return [index.pieces[n] for n in deep], [index.pieces[n] for n in first]

    return find


def load_embedder(name: str, threads: int) -> SentenceTransformerEmbedder:
    files = ModelFiles(installed_models(), installed_models())
    return SentenceTransformerEmbedder(files.default("embedder", name).path, name, threads)


def open_set(written: str, folder: Path, options: argparse.Namespace) -> Set:
    name, _, rest = written.partition("=")
    vault, _, questions = rest.partition(",")
    copy = shutil.copytree(vault, folder / name)
    services = open_services(copy, FakeModel(), options.threads)
    services.catalog.table_rows.fill_in(services.catalog.page, Control())
    documents = tuple(services.catalog.documents()[: options.documents])
    names = {document.name for document in documents}
    loaded = load_questions(Path(questions), options.sample, options.seed)
    return Set(name, services, documents, tuple(q for q in loaded if q.doc in names))


# Telling


def data_of(row: Row, best: Row) -> dict[str, Any]:
    """A row's figures, and how ours differs from it."""
    pairs = list(zip(row.ranks, best.ranks, strict=True))
    return {
        "set": row.set,
        "scope": row.scope,
        "name": row.name.strip(),
        "embedder": row.embedder,
        "chunks": row.chunks,
        "questions": len(row.ranks),
        **retrieval_figures(row.ranks),
        "given": round(fmean(row.given), 4),
        "seconds": row.seconds,
        "ours against it": {
            name: difference_data(made) for name, made in differences(pairs).items()
        },
    }


def table_of(rows: Sequence[Row]) -> str:
    lines = []
    for name, scope in dict.fromkeys((row.set, row.scope) for row in rows):
        part = [row for row in rows if (row.set, row.scope) == (name, scope)]
        lines += [f"### {name}, {scope}, {len(part[0].ranks)} questions", "", *_lines(part), ""]
    return "\n".join(lines)


def _lines(rows: Sequence[Row]) -> Iterable[str]:
    head = ("", "embedder", "chunks", "page @1", "@3", "@5", "@10", "document @1", "MRR", "given",
            "ours: page @5", "ours: MRR")  # fmt: skip
    yield _cells(head)
    yield _cells(("---",) * len(head))
    for row in rows:
        data = data_of(row, rows[0])
        against = data["ours against it"]
        shares = (*data["page_hit"].values(), data["document_hit"]["1"], data["mrr"], data["given"])
        is_other = row is not rows[0]
        apart = [_apart(against[name]) if is_other else "" for name in ("page_hit@5", "mrr")]
        yield _cells((row.name, row.embedder, f"{row.chunks:,}", *_numbers(shares), *apart))


def _apart(made: dict[str, Any]) -> str:
    between = f"{made['low']:+.2f} to {made['high']:+.2f}"
    chance = "p < .001" if made["p"] < 0.001 else f"p {made['p']:.3f}"
    return f"{made['difference']:+.3f} ({between}; {chance}) {made['verdict']}"


def _numbers(shares: Iterable[float]) -> Iterator[str]:
    return (f"{share:.3f}" for share in shares)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="NAME=VAULT,QUESTIONS")
    parser.add_argument("--embedder", action="append", metavar="NAME")
    parser.add_argument("--recipe", action="append", choices=[one.name for one in RECIPES])
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, metavar="N", help="only the first N of each")
    parser.add_argument("--threads", type=int, default=2, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--table", type=Path, metavar="FILE")
    options = parser.parse_args()
    recipes = [one for one in RECIPES if not options.recipe or one.name in options.recipe]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for written in options.sets:
            one = open_set(written, Path(folder), options)
            rows += ours(one)
            for embedder in options.embedder or ["all-minilm-l6-v2"]:
                for row in theirs(one, recipes, embedder, options.threads):
                    rows.append(row)
                    print(row.set, row.scope, row.name, row.embedder, flush=True)
                    save(rows, options)
            one.services.close()
    print(table_of(rows))


def save(rows: Sequence[Row], options: argparse.Namespace) -> None:
    """After each row: a run may last for an hour."""
    firsts = {(row.set, row.scope): row for row in reversed(rows)}
    if options.json:
        data = [data_of(row, firsts[row.set, row.scope]) for row in rows]
        options.json.write_text(json.dumps(data, indent=1), "utf-8")
    if options.table:
        options.table.write_text(table_of(rows), "utf-8")


if __name__ == "__main__":
    main()
