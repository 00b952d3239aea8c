"""How near the program comes to what this machine can do, part by part, in turns.

    python -m tests.benchmarks.limits FOLDER [--part reading|storing|model …] [--rounds N]
        [--model NAME] [--json FILE]

Reading: PDFium alone (text only, all cores) and the whole way until pages can be searched by
keyword. Storing: which share of indexing goes into catalogue and vector store, not into reading
and embedding. Model: llama.cpp with the settings of its own benchmark (512 tokens at once), and the
program, which reads fewer at once to tell how far it is and to stop at once; by number of threads.
`tests.benchmarks.embedding` and `writing` look at the other parts.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import llama_cpp

from app.backends.llama import LlamaModel, LlamaOptions
from app.core.control import Control
from app.core.events import tell_nobody
from app.system.model_files import ModelFiles
from app.system.paths import find_paths, installed_models
from app.wiring import open_vault
from app.wiring_models import cores

Figures = dict[str, float]
_READ, _WRITTEN = 512, 32
"""Tokens, as llama.cpp's benchmark reads; it writes 128, of which the first ones tell as much."""


def pages_by_pdfium(file: Path) -> int:
    """All text of a PDF, and nothing else."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(file)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    return len(pdf)


def reading(folder: Path, rounds: int) -> Figures:
    """Seconds, the best of the rounds."""
    files = sorted(folder.glob("*.pdf"))
    alone, ours = [], []
    for _ in range(rounds):
        with ProcessPoolExecutor(cores(), get_context("spawn")) as pool:
            list(pool.map(pages_by_pdfium, files[:1] * cores()))
            started = time.perf_counter()
            pages = sum(pool.map(pages_by_pdfium, files))
            alone.append(time.perf_counter() - started)
        with tempfile.TemporaryDirectory() as home, open_vault(find_paths(Path(home))) as vault:
            vault.warm_up_readers()
            started = time.perf_counter()
            vault.services.index([folder], True, tell_nobody, Control())
            ours.append(time.perf_counter() - started)
    return {
        "pages": pages, "PDFium alone, s": min(alone), "searchable by keyword, s": min(ours),
        "times": min(ours) / min(alone),
    }  # fmt: skip


class Shares:
    """Seconds that calls of some methods take."""

    def __init__(self) -> None:
        self.seconds: Figures = {}

    def watch(self, name: str, owner: Any, method: str) -> None:
        call: Callable[..., Any] = getattr(owner, method)

        def timed(*values: Any) -> Any:
            started = time.perf_counter()
            try:
                return call(*values)
            finally:
                took = time.perf_counter() - started
                self.seconds[name] = self.seconds.get(name, 0.0) + took

        setattr(owner, method, timed)


def storing(folder: Path) -> Figures:
    """Seconds by part, and the share of storing in all of them."""
    shares = Shares()
    with tempfile.TemporaryDirectory() as home, open_vault(find_paths(Path(home))) as vault:
        embedder, index = vault.services.load_embedder(tell_nobody)
        shares.watch("embedding", embedder, "embed_passages")
        shares.watch("catalogue: pages", vault.services.catalog, "store_reading")
        shares.watch("catalogue: vectors", index, "add")
        started = time.perf_counter()
        vault.services.index([folder], False, tell_nobody, Control())
        indexed = time.perf_counter() - started
        index.settle(Control())
        settled = time.perf_counter() - started - indexed
        stored = sum(s for name, s in shares.seconds.items() if name.startswith("catalogue"))
        chunks = vault.services.catalog.count_chunks()
    share = (stored + settled) / (indexed + settled)
    return {
        "chunks": chunks, **shares.seconds, "Chroma (in a process of its own)": settled,
        "all": indexed + settled, "share of storing": share,
        "share of the catalogue": stored / indexed,
    }  # fmt: skip


def model(name: str, rounds: int) -> Figures:
    """Tokens a second, the best of the rounds, by threads."""
    found = ModelFiles(installed_models(), installed_models()).default("answer", name)
    made: Figures = {}
    for threads in range(1, (os.cpu_count() or 1) + 1):
        alone: Any = llama_cpp.Llama(
            str(found.path), n_ctx=1024, n_batch=_READ, n_ubatch=_READ, n_threads=threads,
            n_threads_batch=threads, flash_attn=True, verbose=False,
        )  # fmt: skip
        ours = LlamaModel(found.path, found.name, LlamaOptions(found.template, 1024, threads))
        ways = {"llama.cpp's benchmark": by_llama(alone), "the program": by_program(ours)}
        for turn in range(rounds + 1):
            for way, measure in ways.items():
                for what, speed in measure().items():
                    told = f"{way}, {threads} threads, {what}, tokens/s"
                    made[told] = max(made.get(told, 0.0), speed if turn else 0.0)
        alone.close()
        ours.close()
    return made


def by_llama(llama: Any) -> Callable[[], Figures]:
    def measure() -> Figures:
        llama.reset()
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(llama._ctx.ctx), True)
        started = time.perf_counter()
        llama.eval([100] * _READ)
        read = time.perf_counter() - started
        for _ in range(_WRITTEN):
            llama.eval([100])
        return rates(read, time.perf_counter() - started - read)

    return measure


def by_program(ours: LlamaModel) -> Callable[[], Figures]:
    def measure() -> Figures:
        memory = ours._memory
        memory.forget_after(0)
        started = time.perf_counter()
        for _ in range(0, _READ, memory.step):
            memory.run([100] * memory.step)
        memory.best()
        read = time.perf_counter() - started
        for _ in range(_WRITTEN):
            memory.run([100])
            memory.best()
        return rates(read, time.perf_counter() - started - read)

    return measure


def rates(read: float, write: float) -> Figures:
    return {"reading": _READ / read, "writing": _WRITTEN / write}


def tell(part: str, figures: Figures, load: Sequence[float]) -> None:
    print(f"\n{part} (load {load[0]:.1f})")
    for name, figure in figures.items():
        print(f"  {name:<52} {figure:10.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", action="append", choices=("reading", "storing", "model"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--model", default="")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    parts: dict[str, Callable[[], Figures]] = {
        "reading": lambda: reading(options.folder, options.rounds),
        "storing": lambda: storing(options.folder),
        "model": lambda: model(options.model, options.rounds),
    }
    made: dict[str, Figures] = {}
    for name in options.part or parts:
        made[name] = parts[name]()
        tell(name, made[name], os.getloadavg())
    if options.json:
        options.json.write_text(json.dumps(made, indent=1), "utf-8")


if __name__ == "__main__":
    main()
