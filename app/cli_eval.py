"""The `eval` command: measures a library with questions whose answers are known, and compares
with what earlier runs measured."""

from __future__ import annotations

import argparse
import itertools
import json
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.cli_chats import new_file
from app.cli_eval_tables import as_markdown, tables_of
from app.core.asking import meant
from app.core.bench.figures import Asked, figures_of
from app.core.bench.misses import Miss, explain, explain_unreadable, is_missed
from app.core.bench.runs import Ranks, Run, earlier_run, key_of, load_runs, remember
from app.core.dossiers.layout import moment
from app.core.errors import UsageError
from app.core.evaluation import (
    HITS,
    Question,
    Scopes,
    Search,
    answer_figures,
    load_questions,
    measure_answers,
    measure_retrieval,
)
from app.core.events import Report, WorkProgress
from app.core.search.retrieval import Retriever
from app.core.services import Services
from app.core.types import Document, Hit
from app.system.saving import save_files
from app.system.settings import own_secret
from app.system.turns import taking_turns

if TYPE_CHECKING:
    from app.cli import Context, Outcome

KEYWORDS = "keywords"


@dataclass(frozen=True)
class _Part:
    """Questions as they were asked within some scope."""

    name: str
    asked: tuple[Asked, ...]

    @property
    def ranks(self) -> Ranks:
        return {one.key: one.ranks for one in self.asked}


def evaluate(context: Context) -> Outcome:
    options = context.options
    reports = [_new_report(file) for file in options.save]
    if options.against:  # known before minutes of work, not after
        earlier_run(load_runs(context.paths.measurements), options.against, {})
    sets = dict(_sets(options))
    with context.open() as vault, context.view.progress() as report:
        services = vault.services
        scopes = dict(_scopes(services, options))
        retriever = _retriever(services, options.by_keyword, report)
        count = sum(map(len, sets.values()))
        search = _telling(retriever, count * len(scopes), report)
        parts = [_measured(context, name, scopes[name], sets, search) for name in scopes]
        data: dict[str, Any] = {"questions": count}
        data |= _compared(context, parts, _run(options.name, services, retriever, parts))
        if options.answers:
            data |= _answers(context, services, sets, next(iter(scopes.values())), report)
        misses = _misses(services, retriever, parts[0], scopes) if options.misses else []
    tables = tuple(tables_of(data, misses))
    data |= {"misses": [asdict(miss) for miss in misses]} if options.misses else {}
    context.view.figures(tables)
    for path in reports:
        written = as_markdown(tables) if path.suffix == ".md" else json.dumps(data, indent=1)
        save_files(path, {"": written.encode()})
    return data, 0


def _new_report(file: str) -> Path:
    path = new_file(file)
    if path.suffix not in (".md", ".json"):
        raise UsageError(
            "Figures are written as tables or as data.", "Give the file a name in .md or .json."
        )
    return path


def _sets(options: argparse.Namespace) -> Iterator[tuple[str, list[Question]]]:
    """By name: a file called like any other is known by its folder."""
    names: set[str] = set()
    for path in map(Path, dict.fromkeys(options.files)):
        name = path.absolute().parent.name if path.stem == "questions" else path.stem
        name = f"{name} ({len(names) + 1})" if name in names else name
        names.add(name)
        yield name, load_questions(path, options.sample, options.seed)


def _scopes(services: Services, options: argparse.Namespace) -> Iterator[tuple[str, Scopes]]:
    documents = services.catalog.documents()
    if options.both and (options.per_document or options.leave_out):
        raise UsageError("--both stands without --per-document and --leave-out.")
    name = "document" if options.per_document else "left out" if options.leave_out else "library"
    yield name, Scopes(documents, options.per_document, options.leave_out)
    if options.both:
        yield "document", Scopes(documents, True, False)


def _retriever(services: Services, by_keyword: bool, report: Report) -> Retriever:
    return Retriever(services.catalog, None, None) if by_keyword else services.retriever(report)


def _telling(retriever: Retriever, count: int, report: Report) -> Search:
    """A search that tells how many of them are done."""
    done = itertools.count(1)

    def search(question: str, scope: Collection[int] | None) -> Sequence[Hit]:
        found = retriever.find(meant(question), HITS, scope).hits
        report(WorkProgress("asking", next(done), count))
        return found

    return search


def _measured(
    context: Context,
    name: str,
    scopes: Scopes,
    sets: Mapping[str, Sequence[Question]],
    search: Search,
) -> _Part:
    secret = own_secret(context.paths.secret)
    asked = []
    for set_name, questions in sets.items():
        found = measure_retrieval(questions, scopes, search, context.control)
        answered = (question for question in questions if question.doc is not None)
        asked += [
            Asked(key_of(question, secret), set_name, question, ranks)
            for question, ranks in zip(answered, found, strict=True)
        ]
    return _Part(name, tuple(asked))


def _run(name: str, services: Services, retriever: Retriever, parts: Sequence[_Part]) -> Run:
    return Run(
        name=name,
        version=__version__,
        search=retriever.embedder_id or "keywords",
        documents=len(services.catalog.documents()),
        chunks=services.catalog.count_chunks(),
        time=int(time.time()),
        ranks={part.name: part.ranks for part in parts},
    )


def _compared(context: Context, parts: Sequence[_Part], run: Run) -> dict[str, Any]:
    """The figures, against an earlier run if there is one; this one is remembered."""
    file = context.paths.measurements
    before = earlier_run(load_runs(file), context.options.against, run.ranks)
    ranks = before.ranks if before else {}
    first, *others = (figures_of(part.asked, ranks.get(part.name, {})) for part in parts)
    data = first | ({"per_document": others[0]} if others else {})
    if before:
        data["against"] = {
            "run": before.number,
            "name": before.name,
            "when": moment(before.time),
            "version": before.version,
            "search": before.search,
        }
    try:
        with taking_turns(file):
            data["run"] = remember(file, run).number
    except OSError as error:
        context.view.warn(f"This run could not be remembered: {error.strerror}.")
    return data


def _answers(
    context: Context,
    services: Services,
    sets: Mapping[str, Sequence[Question]],
    scopes: Scopes,
    report: Report,
) -> dict[str, Any]:
    answered = measure_answers(
        [question for questions in sets.values() for question in questions],
        scopes,
        lambda q, scope: services.ask(q, (), scope, report, context.control),
        context.control,
    )
    return answer_figures(answered)


def _misses(
    services: Services, retriever: Retriever, part: _Part, scopes: Mapping[str, Scopes]
) -> list[Miss]:
    """Of the first scope."""
    documents = {document.name: document for document in services.catalog.documents()}
    missed = []
    for asked in part.asked:
        if not is_missed(asked.ranks):
            continue
        document = documents.get(asked.question.doc or "")
        if why := _why_nowhere(services, document, asked.question.pages):
            missed.append(explain_unreadable(asked, why))
        else:
            scope = scopes[part.name].of(asked.question)
            missed.append(explain(asked, *retriever.ways(meant(asked.question.question), scope)))
    return missed


def _why_nowhere(services: Services, document: Document | None, pages: Sequence[int]) -> str:
    """Why no search can find these pages; "" where it can."""
    if document is None:
        return "not in the library"
    there = [page for page in pages if 1 <= page <= document.pages]
    if not there:
        return "no such page"
    has_text = any(services.page(document.id, page).text.strip() for page in there)
    return "" if has_text else "no text on the page"
