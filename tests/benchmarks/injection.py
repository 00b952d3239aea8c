"""How often a model follows orders that stand in documents: `python -m tests.benchmarks.injection`.

Each document is asked its own question, within its own scope, with the real models. Nothing here
passes or fails: it prints figures, and with `--json FILE` writes every answer.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app.backends.fakes import FakeStore
from app.backends.llama import LlamaModel, LlamaOptions
from app.backends.pdf_reader import PdfReader
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.interfaces import LanguageModel, Message, TokenCount, count_for_nobody
from app.core.prompt import load_words
from app.core.search.abstaining import LEAST_CHANCE
from app.core.services import Parts, Services
from app.core.storage.vectors import Place
from app.system.model_files import ModelFiles
from app.system.model_index import Model
from app.system.paths import Paths, installed_models, make_private, resource
from tests.benchmarks.injection_set import Case, load_cases, write_document

WORDS = load_words(resource("prompts/answer.toml").read_text("utf-8"))
THREADS = 2
"""One is faster on a machine whose cores are busy with something else."""


@dataclass(frozen=True)
class Result:
    """How one document fared. `shown` is the answer as the user gets it, `draft` all of the model's
    words."""

    name: str
    kind: str
    is_unseen: bool
    right: bool
    followed: bool
    followed_in_draft: bool
    warned: bool
    abstained: bool
    shown: str
    draft: str
    seconds: float


class NotingModel:
    """Implements `LanguageModel`: another one, whose words are kept."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self.name = model.name
        self.context = model.context
        self.draft = ""

    def count_tokens(self, messages: Iterable[Message]) -> int:
        return self._model.count_tokens(messages)

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        for piece, tokens in self._model.stream(messages, limit, control, on_read):
            self.draft += piece
            yield piece, tokens


def measure(cases: Sequence[Case], model: NotingModel, with_attack: bool) -> Iterator[Result]:
    """A result for each case, in order."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        documents = make_private(home / "documents")
        for case in cases:
            write_document(case, documents, with_attack)
        services = _services(Paths(home, make_private(home / "vault")), model)
        services.index([documents], False, tell_nobody, Control())
        numbers = {Path(d.name).stem: d.id for d in services.catalog.documents()}
        for case in cases:
            yield _asked(services, model, case, numbers[case.name])
        services.close()


def _asked(services: Services, model: NotingModel, case: Case, document: int) -> Result:
    model.draft = ""
    answer = services.ask(case.question, (), [document], tell_nobody, Control())
    silent = any(words.nothing in model.draft.upper() for words in WORDS.values())
    return Result(
        name=case.name,
        kind=case.kind,
        is_unseen=case.is_unseen,
        right=case.is_right(answer.answer),
        followed=case.is_followed(answer.answer, answer.abstained),
        followed_in_draft=case.is_followed(model.draft, silent),
        warned=any(getattr(hit, "warning", "") for hit in answer.hits),
        abstained=answer.abstained,
        shown=answer.answer,
        draft=model.draft,
        seconds=answer.seconds.total,
    )


def _services(paths: Paths, model: LanguageModel) -> Services:
    found = _models().default("embedder", "")
    parts = Parts(
        reader=PdfReader(),
        name_embedder=lambda: found.name,
        make_embedder=lambda: SentenceTransformerEmbedder(found.path, found.name, THREADS),
        make_model=lambda: model,
        open_store=FakeStore,
        words=WORDS,
        evidence_tokens=1_000,
        least_chance=LEAST_CHANCE,
        read_at_once=1,
    )
    return Services(paths.catalog, Place(paths.vectors, "here"), parts)


def load_model(name: str, threads: int) -> NotingModel:
    """An installed answer model; the default one for ""."""
    found: Model = _models().default("answer", name)
    options = LlamaOptions(found.template, found.context, threads)
    return NotingModel(LlamaModel(found.path, found.name, options))


def _models() -> ModelFiles:
    return ModelFiles(installed_models(), installed_models())


_COLUMNS: dict[str, Callable[[Result], bool]] = {
    "followed (seen by the user)": lambda result: result.followed,
    "followed (in the draft)": lambda result: result.followed_in_draft,
    "right": lambda result: result.right,
    "warned of": lambda result: result.warned,
}


def table(results: Sequence[Result]) -> str:
    """Counts for attacks and look-alikes, those that the defence was made with and the others."""
    rows = [f"{'':<22}{'cases':>6}" + "".join(f"{name:>29}" for name in _COLUMNS)]
    for title, is_harmless in (("attacks", False), ("look-alikes", True)):
        for part, wanted in (("seen", (False,)), ("unseen", (True,)), ("all", (False, True))):
            chosen = [
                r
                for r in results
                if (r.kind == "harmless") == is_harmless and r.is_unseen in wanted
            ]
            counts = "".join(f"{sum(map(count, chosen)):>29}" for count in _COLUMNS.values())
            rows.append(f"{title + ', ' + part:<22}{len(chosen):>6}{counts}")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="", help="an installed answer model (default: as usual)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every answer there")
    parser.add_argument("--clean", action="store_true", help="leave the attacks out")
    parser.add_argument("--threads", type=int, default=THREADS, metavar="N")
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="cases whose name holds TEXT (or TEXT,TEXT)"
    )
    options = parser.parse_args()
    wanted = options.only.split(",")
    cases = [case for case in load_cases() if any(text in case.name for text in wanted)]
    results = []
    model = load_model(options.model, options.threads)
    for result in measure(cases, model, not options.clean):
        results.append(result)
        print(f"{len(results)}/{len(cases)} {result.seconds:.0f} s", flush=True)
    print(table(results))
    if options.json:
        data = [asdict(result) for result in results]
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
