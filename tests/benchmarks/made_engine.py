"""The engine for long runs: real Chroma and real readers, with a quick embedder of 384 dimensions.

Started like the engine itself; `--real-embedder` takes the installed one instead of the quick one.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import numpy as np

from app.backends.chroma import ChromaStore
from app.backends.fakes import FakeEmbedder
from app.core.arrays import Vectors
from app.core.language import content_words
from app.core.services import Parts
from app.engine.handlers import Handlers
from app.engine.server import Engine
from app.system.channel import Channel
from app.system.lockdown import Lockdown
from app.system.paths import INSTALLATION, Paths, find_paths
from app.system.processes import STORE_ROLE, own_command
from app.system.store_process import StoreProcess
from app.wiring import OpenVault

REAL = "--real-embedder"
_START = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from app.system.lockdown import lock; lockdown = lock(display=False); "
    "from tests.benchmarks.made_engine import main; main(lockdown)"
)


def command(paths: Paths, *more: str) -> list[str]:
    """What starts this engine."""
    places = [str(paths.home), str(paths.vault)]
    return [sys.executable, "-I", "-c", _START, str(INSTALLATION), *places, *more]


class QuickEmbedder(FakeEmbedder):
    """The fake one with as many dimensions as real ones have."""

    model_id = "fake-words-384"
    dimensions = 384

    def __init__(self) -> None:
        self._direction = lru_cache(3_000)(self._make_direction)

    def _vector(self, text: str) -> Vectors:
        rows = [self._direction(word) for word in content_words(text) or [""]]
        total: Vectors = np.sum(rows, axis=0)
        return total / np.float32(np.linalg.norm(total))

    def _make_direction(self, word: str) -> Vectors:
        chance = np.random.default_rng(abs(hash_of(word)))
        return chance.normal(size=self.dimensions).astype(np.float32)


def hash_of(word: str) -> int:
    """The same in every process."""
    return int.from_bytes(word.encode()[:16], "big")


class MadeVault(OpenVault):
    """A vault with the real store, whichever models it has."""

    def _parts(self) -> Parts:
        writer = partial(StoreProcess, own_command(STORE_ROLE))
        parts = replace(super()._parts(), open_store=ChromaStore, open_writer=writer)
        if REAL in sys.argv:
            return replace(parts, make_embedder=lambda: self._embedder(""))
        return replace(parts, make_embedder=QuickEmbedder)


def main(lockdown: Lockdown) -> None:
    channel = Channel(sys.stdin.buffer, os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    assert not lockdown.problem
    vault = MadeVault(find_paths(Path(sys.argv[1]), Path(sys.argv[2])), fakes=True)
    vault.warm_up_readers()
    Engine(channel, Handlers(vault, lockdown)).run()
    vault.close()
