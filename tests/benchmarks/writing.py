"""How fast a model reads and writes: `python -m tests.benchmarks.writing`.

Two ways write after the same prompts, in turns: llama.cpp's bare loop (decode, likeliest token,
nothing else), and the program. On a busy machine take `--threads 1` and the columns of processor
time. `--json FILE` writes everything.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app.backends.fakes import FakeEmbedder, FakeStore
from app.backends.llama import LlamaModel, LlamaOptions
from app.backends.llama_memory import Memory
from app.backends.llama_writing import read
from app.backends.pdf_reader import PdfReader
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.interfaces import Message, TokenCount, count_for_nobody
from app.core.language import sentence_spans
from app.core.prompt import load_words
from app.core.services import Parts, Services
from app.core.storage.vectors import Place
from app.system.model_files import ModelFiles
from app.system.paths import Paths, installed_models, make_private, resource

THREADS = 2
MOST = 96
"""Tokens written after each prompt."""
COPIED = 14
"""Prompts that ask for a certain line of the sample documents."""
FREE = (
    "Explain how a bicycle stays upright.",
    "Write a short poem about rain on a tin roof.",
    "List five uses of an old newspaper.",
    "Why is the sky blue?",
    "Describe a morning at a harbour.",
    "Raconte en quelques phrases la vie d'un boulanger.",
    "What should one think of before buying a dog?",
    "Beschrijf een wandeling in het bos.",
)
"""Prompts without any evidence: nothing can be copied."""


@dataclass(frozen=True)
class Run:
    """One text by one way; seconds are for all tokens but the first."""

    prompt: int
    quotes: bool
    way: str
    tokens: int
    wall: float
    processor: float
    text: str


class Catcher:
    """Implements `LanguageModel`: keeps the prompt, and writes nothing."""

    def __init__(self, model: LlamaModel) -> None:
        self.name, self.context = model.name, model.context
        self.count_tokens = model.count_tokens
        self.caught: tuple[Message, ...] = ()

    def stream(
        self,
        messages: Sequence[Message],
        _limit: int,
        _control: Control,
        _on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        self.caught = tuple(messages)
        return iter(())


def quoting_prompts(model: LlamaModel) -> Iterator[tuple[Message, ...]]:
    """What the program asks the model about the sample documents: real questions, then lines."""
    samples = resource("samples/questions.json").parent
    questions = [
        entry["question"] for entry in json.loads((samples / "questions.json").read_text())
    ]
    with tempfile.TemporaryDirectory() as folder:
        catcher = Catcher(model)
        services = _services(Paths(Path(folder), make_private(Path(folder) / "vault")), catcher)
        services.index(sorted(samples.glob("*.pdf")), False, tell_nobody, Control())
        for question in [*questions, *_lines_asked_for(services)]:
            catcher.caught = ()
            services.ask(question, (), None, tell_nobody, Control())
            if catcher.caught:
                yield catcher.caught
        services.close()


def _lines_asked_for(services: Services) -> Iterator[str]:
    found = []
    for document in services.catalog.documents():
        for number in range(1, document.pages + 1):
            text = services.page(document.id, number).text
            lines = [" ".join(text[a:b].split()) for a, b in sentence_spans(text)]
            found += [line for line in lines if 120 < len(line) < 260]
    for line in found[:: max(1, len(found) // COPIED)][:COPIED]:
        words = sorted(set(re.findall(r"\w{6,}", line)), key=len)[-4:]
        yield f"What is said about {', '.join(words)}?"


def _services(paths: Paths, model: Catcher) -> Services:
    parts = Parts(
        reader=PdfReader(),
        name_embedder=lambda: FakeEmbedder.model_id,
        make_embedder=FakeEmbedder,
        make_model=lambda: model,
        open_store=FakeStore,
        words=load_words(resource("prompts/answer.toml").read_text("utf-8")),
        evidence_tokens=500,
        least_chance=0.0,
        read_at_once=1,
    )
    return Services(paths.catalog, Place(paths.vectors, "here"), parts)


Way = Callable[[Sequence[Message]], tuple[int, float, float, str]]


def by_llama_alone(model: LlamaModel) -> Way:
    """The reference: llama.cpp's own functions in the barest loop."""

    def write(messages: Sequence[Message]) -> tuple[int, float, float, str]:
        memory: Memory = model._memory
        library, context = model._library, model._llama._ctx.ctx
        read(memory, model._tokens(messages), count_for_nobody)
        token = memory.best()
        written: list[int] = []
        held = (library.llama_token * 1)()
        started = time.perf_counter(), time.process_time()
        while not library.llama_vocab_is_eog(model._vocabulary, token):
            written.append(token)
            if len(written) == MOST:
                break
            held[0] = token
            library.llama_decode(context, library.llama_batch_get_one(held, 1))
            token = memory.best()
        wall, processor = time.perf_counter() - started[0], time.process_time() - started[1]
        memory.forget_after(len(memory.tokens))
        text = b"".join(model._bytes(token) for token in written)
        return len(written) - 1, wall, processor, text.decode("utf-8", "replace")

    return write


def by_program(model: LlamaModel) -> Way:
    def write(messages: Sequence[Message]) -> tuple[int, float, float, str]:
        pieces: list[str] = []
        started = (0.0, 0.0)
        for piece, _ in model.stream(messages, MOST, Control()):
            if not pieces:
                started = time.perf_counter(), time.process_time()
            pieces.append(piece)
        wall, processor = time.perf_counter() - started[0], time.process_time() - started[1]
        return len(pieces) - 1, wall, processor, "".join(pieces)

    return write


def measure(model: LlamaModel, prompts: int) -> Iterator[Run]:
    ways = {
        "llama.cpp alone": by_llama_alone(model),
        "the program": by_program(model),
    }
    free = [(Message("user", text),) for text in FREE]
    asked = [(True, prompt) for prompt in quoting_prompts(model)]
    cases = [*asked, *((False, prompt) for prompt in free)][:prompts]
    for number, (quotes, prompt) in enumerate(cases):
        order = list(ways)[number % 2 :] + list(ways)[: number % 2]
        read(model._memory, model._tokens(prompt), count_for_nobody)
        print(f"prompt {number + 1} of {len(cases)}", file=sys.stderr)
        for way in order:
            tokens, wall, processor, text = ways[way](prompt)
            if tokens > 0:
                yield Run(number, quotes, way, tokens, wall, processor, text)


def reading_speeds(model: LlamaModel) -> dict[int, float]:
    """Tokens per second of processor time for steps of several sizes, the best of three."""
    tokens = model._tokens([Message("user", "The otter dives and the heron fishes again. " * 80)])
    memory, speeds = model._memory, dict.fromkeys((32, 64, 128), 0.0)
    for _ in range(3):
        for step in speeds:
            memory.forget_after(0)
            started = time.process_time()
            for place in range(0, 512, step):
                memory.run(tokens[place : place + step])
            speeds[step] = max(speeds[step], 512 / (time.process_time() - started))
    return speeds


def table(runs: Sequence[Run]) -> str:
    """Tokens per second, and ratios to llama.cpp alone, by kind of prompt and way."""
    head = (
        f"{'':<34}{'prompts':>8}{'tokens':>8}{'tok/s':>8}{'ratio':>7}{'tok/cpu-s':>11}{'ratio':>7}"
    )
    rows = [head]
    texts = {(run.prompt, run.way): run.text for run in runs}
    for quotes, title in ((True, "over evidence"), (False, "freely")):
        kind = [run for run in runs if run.quotes == quotes]
        base = (1.0, 1.0)
        for way in dict.fromkeys(("llama.cpp alone", *(run.way for run in kind))):
            chosen = [run for run in kind if run.way == way]
            if not chosen:
                continue
            tokens = sum(run.tokens for run in chosen)
            wall = tokens / sum(run.wall for run in chosen)
            processor = tokens / sum(run.processor for run in chosen)
            if way == "llama.cpp alone":
                base = wall, processor
            rows.append(
                f"{f'{title}, {way}':<34}{len(chosen):>8}{tokens:>8}{wall:>8.2f}"
                f"{wall / base[0]:>7.2f}{processor:>11.2f}{processor / base[1]:>7.2f}"
            )
    both = [n for n, way in texts if way == "the program" and (n, "llama.cpp alone") in texts]
    same = sum(texts[n, "the program"] == texts[n, "llama.cpp alone"] for n in both)
    rows.append(f"the same text as llama.cpp alone: {same} of {len(both)}")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="", help="an installed answer model")
    parser.add_argument("--threads", type=int, default=THREADS)
    parser.add_argument("--prompts", type=int, default=1_000, help="at most so many")
    parser.add_argument("--json", type=Path, help="write every text to this file")
    chosen = parser.parse_args()
    found = ModelFiles(installed_models(), installed_models()).default("answer", chosen.model)
    options = LlamaOptions(found.template, found.context, chosen.threads)
    model = LlamaModel(found.path, found.name, options)
    speeds = reading_speeds(model)
    runs = list(measure(model, chosen.prompts))
    if chosen.json:
        report = {"reading": speeds, "runs": [asdict(run) for run in runs]}
        chosen.json.write_text(json.dumps(report, indent=1, ensure_ascii=False), "utf-8")
    for step, speed in speeds.items():
        print(f"reading, {step} tokens at once: {speed:.1f} tokens a second of processor time")
    print(table(runs))


if __name__ == "__main__":
    main()
