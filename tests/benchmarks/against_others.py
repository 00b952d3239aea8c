"""From a folder of PDFs to a searchable one: Strongroom and the plain recipes of two libraries.

    python -m tests.benchmarks.against_others FOLDER QUESTIONS.jsonl
        [--others VENV] [--documents N] [--rounds N] [--json FILE] [--picture FILE.svg]

Each is a process of its own, started anew and one after the other, on the same documents with the
same search model; theirs also with MiniLM, their usual one. What counts is the time from the start
of the process until the pages can be searched by keyword (ours) and by meaning (all), the largest
memory of all its processes together (PSS), and the share of questions whose page is among the
first five. Without `--others` the libraries are installed into a folder that is deleted again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import venv
from collections.abc import Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from app.core.evaluation import Question, load_questions
from app.system.model_files import ModelFiles
from app.system.paths import installed_models
from tests.benchmarks.bars import bars

OTHERS = (
    "langchain-community", "langchain-text-splitters", "langchain-huggingface", "langchain-chroma",
    "llama-index-core", "llama-index-embeddings-huggingface", "llama-index-readers-file",
)  # fmt: skip
E5, MINILM = "multilingual-e5-small", "all-minilm-l6-v2"
CONTESTANTS = [
    ("Strongroom", "", E5), ("LangChain", "langchain", E5), ("LlamaIndex", "llamaindex", E5),
    ("LangChain", "langchain", MINILM), ("LlamaIndex", "llamaindex", MINILM),
]  # fmt: skip
_FIRST = 5
_LOOK = 0.2
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Run:
    """Seconds since the process was started, megabytes, and a share."""

    name: str
    model: str
    by_keyword: float
    by_meaning: float
    processor: float
    """Seconds of all its processes until by meaning: on a busy machine, the fairer figure. Of
    theirs, the questions are in it."""
    memory: float
    hit: float
    chunks: int
    load: float


@dataclass(frozen=True)
class Task:
    documents: Path
    questions: Path
    others: Path
    model: str


class Peak:
    """The largest memory of a process and its children, in MB."""

    def __init__(self, process: int) -> None:
        self.megabytes = 0.0
        self._process = psutil.Process(process)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_LOOK):
            total = 0
            with suppress(psutil.Error):
                for one in (self._process, *self._process.children(recursive=True)):
                    with suppress(psutil.Error):
                        total += one.memory_full_info().pss
            self.megabytes = max(self.megabytes, total / 1e6)


@dataclass(frozen=True)
class Ended:
    """Seconds, processor seconds and peak memory of a process, and what it printed."""

    seconds: float
    processor: float
    memory: float
    printed: str


def run(command: Sequence[object]) -> Ended:
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    environment |= {"ANONYMIZED_TELEMETRY": "False", "TOKENIZERS_PARALLELISM": "false"}
    started, used = time.perf_counter(), processor_seconds()
    words = [str(word) for word in command]
    with subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        with Peak(process.pid) as peak:
            printed = process.stdout.read() if process.stdout else ""
        if process.wait():
            raise SystemExit(f"This ended with {process.returncode}: {' '.join(words)}")
    passed, used = time.perf_counter() - started, processor_seconds() - used
    return Ended(passed, used, peak.megabytes, printed)


def processor_seconds() -> float:
    """Of all processes that were started here and have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def ours(task: Task, work: Path) -> Run:
    def program(home: str, *words: object) -> Ended:
        return run([sys.executable, "-m", "app", "--home", work / home, "--json", *words])

    first = program("first", "index", "--keyword-only", task.documents)
    whole = program("second", "index", task.documents)
    found = json.loads(program("second", "eval", task.questions).printed)
    return Run(
        "Strongroom", task.model, first.seconds, whole.seconds, whole.processor, whole.memory,
        found["page_hit"][str(_FIRST)], json.loads(whole.printed)["chunks"], os.getloadavg()[0],
    )  # fmt: skip


def theirs(name: str, recipe: str, task: Task, work: Path) -> Run:
    folder = ModelFiles(installed_models(), installed_models()).default("embedder", task.model).path
    script = Path(__file__).with_name("plain_recipes.py")
    command = [task.others / "bin" / "python", script, recipe, task.documents]
    ended = run([*command, task.questions, folder.resolve(), work])
    made = json.loads(ended.printed.splitlines()[-1])
    seconds = made["seconds"]["vectors"] + max(0.0, ended.seconds - made["seconds"]["end"])
    hit = hit_of(load_questions(task.questions, None, 0), made["found"])
    return Run(
        name, task.model, seconds, seconds, ended.processor, ended.memory,
        hit, made["chunks"], os.getloadavg()[0],
    )  # fmt: skip


def hit_of(questions: Sequence[Question], found: Sequence[Sequence[Sequence[Any]]]) -> float:
    hits = 0
    for question, places in zip(questions, found, strict=True):
        first = list(dict.fromkeys((name, page) for name, page in places))[:_FIRST]
        hits += any((question.doc, page) in first for page in question.pages)
    return hits / len(questions)


@contextmanager
def installed(given: Path | None) -> Any:
    """A Python environment with the other libraries, over the libraries that we have anyway."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=False)
        ours_too = Path(psutil.__file__).parents[1]
        (place,) = Path(folder).glob("lib/python*/site-packages")
        (place / "program.pth").write_text(f"{ours_too}\n")
        pip = [sys.executable, "-m", "pip", "--python", f"{folder}/bin/python", "install", "-q"]
        subprocess.run([*pip, *OTHERS], check=True)
        yield Path(folder)


def choose(folder: Path, questions: Path, count: int | None, work: Path) -> tuple[Path, Path]:
    """The first documents, and the questions about them."""
    chosen = sorted(folder.glob("*.pdf"))[:count]
    documents = work / "documents"
    documents.mkdir()
    for file in chosen:
        shutil.copy(file, documents)
    lines = questions.read_text("utf-8").splitlines()
    names = {file.name for file in chosen}
    about = [line for line in lines if json.loads(line)["doc"] in names]
    (work / "questions.jsonl").write_text("\n".join(about), "utf-8")
    return documents, work / "questions.jsonl"


def table_of(runs: Sequence[Run]) -> str:
    """The best of the rounds of each, and how many times as long the others take."""
    best: dict[tuple[str, str], Run] = {}
    for one in runs:
        kept = best.setdefault((one.name, one.model), one)
        best[one.name, one.model] = min(kept, one, key=lambda made: made.by_meaning)
    first = best["Strongroom", E5]
    lines = [
        "| | search model | by keyword | by meaning | processor | memory | page among five "
        "| chunks | load |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for one in best.values():
        times = "" if one is first else f" ({one.by_keyword / first.by_keyword:.0f} times)"
        longer = "" if one is first else f" ({one.by_meaning / first.by_meaning:.1f} times)"
        lines.append(
            f"| {one.name} | {one.model} | {one.by_keyword:.1f} s{times} | {one.by_meaning:.0f} s"
            f"{longer} | {one.processor:.0f} s | {one.memory:.0f} MB | {one.hit:.3f} "
            f"| {one.chunks} | {one.load:.1f} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--others", type=Path, metavar="VENV")
    parser.add_argument("--documents", type=int, metavar="N")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as place, installed(options.others) as others:
        chosen = choose(options.folder, options.questions, options.documents, Path(place))
        for _ in range(options.rounds):
            for name, recipe, model in CONTESTANTS:
                task = Task(*chosen, others, model)
                with tempfile.TemporaryDirectory(dir=place) as work:
                    made = (
                        theirs(name, recipe, task, Path(work)) if recipe else ours(task, Path(work))
                    )
                runs.append(made)
                print(made, flush=True)
                if options.json:
                    options.json.write_text(json.dumps([asdict(x) for x in runs], indent=1))
    print(table_of(runs))
    if options.picture:
        named = {f"{one.name}, {one.model}": one for one in runs}
        panels = {
            "Seconds until searchable by keyword": {n: x.by_keyword for n, x in named.items()},
            "Seconds until searchable by meaning": {n: x.by_meaning for n, x in named.items()},
            "Megabytes of memory at most": {n: x.memory for n, x in named.items()},
            "Share of questions whose page is among five": {n: x.hit for n, x in named.items()},
        }
        options.picture.write_text(bars(panels), "utf-8")


if __name__ == "__main__":
    main()
