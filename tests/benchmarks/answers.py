"""How good answers are, against a plain prompt: `python -m tests.benchmarks.answers VAULT FILE`.

Both recipes see the same library, questions and model. The plain one is what most programs do:
a system line, the five best chunks, the question, and whatever the model says. Nothing here
passes or fails: it prints figures, and with `--json FILE` writes every answer.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean, median

from app.backends.chroma import ChromaStore
from app.backends.llama import LlamaModel, LlamaOptions
from app.backends.pdf_reader import PdfReader
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.control import Control
from app.core.evaluation import Question, Scopes, comparable, is_right, load_questions
from app.core.events import tell_nobody
from app.core.interfaces import LanguageModel, Message
from app.core.language import language_of
from app.core.prompt import load_words
from app.core.search.abstaining import LEAST_CHANCE
from app.core.services import Parts, Services
from app.core.storage.vectors import Place
from app.core.types import Answer, AnswerTimes
from app.system.model_files import ModelFiles
from app.system.paths import Paths, installed_models, resource

PLAIN_RULES = (
    "Use the following pieces of context to answer the question at the end. If you don't know"
    " the answer, just say that you don't know, don't try to make up an answer."
)
PLAIN_CHUNKS = 5
PLAIN_TOKENS = 400
_REFUSES = re.compile(
    r"don.t know|do not know|not (?:mention|provid|contain|specif|state|includ)\w*|no information"
    r"|does not (?:mention|provide|contain|specify|say)|cannot (?:be )?(?:determine|answer|find)"
    r"|no (?:se|lo) (?:sabe|sé)|no (?:menciona|proporciona)"
    r"|ne (?:sais|sait) pas|weet (?:het )?niet",
    re.IGNORECASE,
)
"""What a model that was told nothing more says when it finds no answer."""


@dataclass(frozen=True)
class Row:
    """How one question fared; `right` and `cited` are None where they do not count."""

    question: str
    answer: str
    given: tuple[str, ...]
    answerable: bool
    abstained: bool
    right: bool | None
    cited: bool | None
    same_language: bool | None
    prompt_tokens: int
    first_token: float
    seconds: float
    sentences: tuple[tuple[str, str], ...] = ()


Ask = Callable[[str, Collection[int] | None], Answer]


def plain(services: Services, model: LanguageModel) -> Ask:
    """The baseline: what a model says to the five best chunks."""

    def ask(question: str, scope: Collection[int] | None) -> Answer:
        started = time.monotonic()
        hits = services.search(question, PLAIN_CHUNKS, scope, tell_nobody).hits
        context = "\n\n".join(hit.text for hit in hits)
        asked = f"{context}\n\nQuestion: {question}\nHelpful answer:"
        messages = [Message("system", PLAIN_RULES), Message("user", asked)]
        pieces, first = [], 0.0
        for piece, _ in model.stream(messages, PLAIN_TOKENS, Control()):
            first = first or time.monotonic() - started
            pieces.append(piece)
        text = "".join(pieces)
        coverage = services.catalog.coverage(scope)
        answer = Answer(question, text, bool(_REFUSES.search(text)), (), hits, coverage)
        return _timed(answer, model.count_tokens(messages), first, time.monotonic() - started)

    return ask


def ours(services: Services, _model: LanguageModel) -> Ask:
    """What the program says."""
    return lambda question, scope: services.ask(question, (), scope, tell_nobody, Control())


RECIPES = {"plain": plain, "ours": ours}


def _timed(answer: Answer, prompt: int, first: float, total: float) -> Answer:
    return replace(answer, prompt_tokens=prompt, seconds=AnswerTimes(0.0, first, total))


def measure(questions: Sequence[Question], scopes: Scopes, ask: Ask) -> Iterator[Row]:
    for question in questions:
        answer = ask(question.question, scopes.of(question))
        yield _row(question, answer, scopes.answerable(question))


def _row(question: Question, answer: Answer, answerable: bool) -> Row:
    compared = comparable(question.answers)
    pages = {(c.document_name, c.page) for s in answer.sentences for c in s.citations}
    shown = answerable and not answer.abstained
    cited = any((question.doc, page) in pages for page in question.pages)
    same = language_of(answer.answer) == language_of(question.question)
    return Row(
        question=question.question,
        answer=answer.answer,
        given=question.answers,
        answerable=answerable,
        abstained=answer.abstained,
        right=is_right(answer.answer, compared) if compared and answerable else None,
        cited=cited if shown and answer.sentences else None,
        same_language=same if not answer.abstained and len(answer.answer.split()) > 5 else None,
        prompt_tokens=answer.prompt_tokens,
        first_token=answer.seconds.first_token,
        seconds=answer.seconds.total,
        sentences=tuple((s.text, s.support.value) for s in answer.sentences),
    )


def figures(rows: Sequence[Row]) -> dict[str, float | None]:
    """Shares from 0 to 1, and seconds."""
    return {
        "questions": len(rows),
        "right": _share(r.right for r in rows),
        "cited_page": _share(r.cited for r in rows),
        "abstained_wrong": _share(r.abstained for r in rows if r.answerable),
        "abstained_right": _share(r.abstained for r in rows if not r.answerable),
        "same_language": _share(r.same_language for r in rows),
        "prompt_tokens": round(fmean(r.prompt_tokens for r in rows)),
        "first_token": round(median(r.first_token for r in rows), 1),
        "seconds": round(median(r.seconds for r in rows), 1),
    }


def _share(values: Iterator[bool | None]) -> float | None:
    counted = [value for value in values if value is not None]
    return round(fmean(counted), 3) if counted else None


def open_services(vault: Path, model: LanguageModel, threads: int) -> Services:
    """A vault that was indexed before, with its own embedder."""
    found = _models().default("embedder", "")
    paths = Paths(vault.parent, vault)
    parts = Parts(
        reader=PdfReader(),
        name_embedder=lambda: f"{found.name}@{found.sha256[:12]}",
        make_embedder=lambda: SentenceTransformerEmbedder(
            found.path, f"{found.name}@{found.sha256[:12]}", threads
        ),
        make_model=lambda: model,
        open_store=ChromaStore,
        words=load_words(resource("prompts/answer.toml").read_text("utf-8")),
        evidence_tokens=1_000,
        least_chance=LEAST_CHANCE,
        read_at_once=1,
    )
    return Services(paths.catalog, Place(paths.vectors, "here"), parts)


def load_model(name: str, threads: int) -> LanguageModel:
    """An installed answer model; the default one for ""."""
    found = _models().default("answer", name)
    options = LlamaOptions(found.template, found.context, threads)
    return LlamaModel(found.path, found.name, options)


def _models() -> ModelFiles:
    return ModelFiles(installed_models(), installed_models())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vault", type=Path, help="a vault; a copy of it is asked")
    parser.add_argument("questions", type=Path, help="a JSON-lines file, as for “strongroom eval”")
    parser.add_argument("--recipe", choices=RECIPES, default="ours")
    parser.add_argument("--model", default="", help="an installed answer model (default: as usual)")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--leave-out", action="store_true", help="make each unanswerable")
    parser.add_argument("--per-document", action="store_true", help="within its own document")
    parser.add_argument("--threads", type=int, default=2, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every answer there")
    options = parser.parse_args()
    questions = load_questions(options.questions, options.sample, options.seed)
    model = load_model(options.model, options.threads)
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(shutil.copytree(options.vault, Path(folder) / "vault"))
        services = open_services(vault, model, options.threads)
        documents = services.catalog.documents()
        scopes = Scopes(documents, options.per_document, options.leave_out)
        rows = []
        for row in measure(questions, scopes, RECIPES[options.recipe](services, model)):
            rows.append(row)
            print(f"{len(rows)}/{len(questions)} {row.seconds:.0f} s", flush=True)
            if options.json:
                data = {"figures": figures(rows), "rows": [asdict(row) for row in rows]}
                options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
        services.close()
    print(json.dumps(figures(rows), indent=1))


if __name__ == "__main__":
    main()
