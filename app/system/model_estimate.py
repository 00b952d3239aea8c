"""What a model will cost here, told from its header before it is loaded: memory and speed.

Estimates, with their reasons in the constants. Owns no file and loads no model.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from app.core.errors import ModelError
from app.system.file_sums import in_words
from app.system.gguf import GgufHeader

WORKING_CONTEXT = 8_192
"""Tokens of context that a model is loaded with, at most."""
WORDS_A_TOKEN = 0.75
STEP = 128
"""Tokens that are computed at once."""
_BYTES_A_WORD_KNOWN = 550
"""What llama.cpp keeps of each word of a vocabulary."""
_TIGHT = 0.8
"""Part of the free memory from which on other programs will feel it."""
_TRUSTED = 0.9
"""Part of the estimate that is needed for certain: beyond that, nothing is loaded."""
_VALUES_READ = 45e9
"""Weights times tokens that a core works off in a second while it reads a prompt."""
_BYTES_WRITTEN = 7.5e9
"""Bytes of weights that a core works off in a second while it writes.

Both are three quarters of what a core of a server did: where one is off, the other is, too.
"""
_BANDWIDTH_USED = 0.7
_MEASURED_FOR = 0.1
_MEASURED_ON = 2**23
"""Values in an array that is too large for the caches."""
_SPARED_ON_CARD = 700_000_000


class Fit(StrEnum):
    """Whether a model has room in the free memory."""

    FITS = "fits"
    TIGHT = "tight"
    TOO_LARGE = "does not fit"


@dataclass(frozen=True)
class Machine:
    """What this computer can do: cores, and bytes that they read from memory in a second.

    `correction`: how much faster a model that was used here is than was estimated.
    """

    cores: int
    bandwidth: float
    correction: float = 1.0


@dataclass(frozen=True)
class Speed:
    """Tokens a second, about; `is_measured` if another figure of this computer stands behind it."""

    reads: float
    writes: float
    is_measured: bool = False

    @property
    def words(self) -> float:
        """Words written in a second."""
        return self.writes * WORDS_A_TOKEN


def used_context(context: int) -> int:
    """Tokens of context that a model is loaded with."""
    return min(context, WORKING_CONTEXT) if context > 0 else WORKING_CONTEXT


def memory_of(header: GgufHeader, context: int) -> int:
    """Bytes that must stay in memory while a model works: weights, keys and values, buffers."""
    row = 3 * header.feed_forward + 6 * header.embedding_length
    buffers = _BYTES_A_WORD_KNOWN * header.tokens + STEP * row * 4
    return header.weight_bytes() + header.kv_bytes(used_context(context)) + buffers


def fit_of(need: int, free: int) -> Fit:
    if need * _TRUSTED > free:
        return Fit.TOO_LARGE
    return Fit.TIGHT if need > free * _TIGHT else Fit.FITS


def check_fit(name: str, need: int, free: int) -> None:
    """ModelError if the model cannot be loaded into the free memory."""
    if fit_of(need, free) is Fit.TOO_LARGE:
        raise ModelError(
            f"The model “{name}” needs about {in_words(need)} of memory, "
            f"and {in_words(free)} are free: it was not loaded.",
            "Close other programs, or use a smaller model.",
        )


def speed_of(header: GgufHeader, machine: Machine) -> Speed:
    """How fast a model will read and write here."""
    read, written = max(header.active_values(), 1), max(header.active_bytes(), 1)
    computed = machine.cores * _BYTES_WRITTEN * machine.correction
    return Speed(
        machine.cores * _VALUES_READ * machine.correction / read,
        min(computed, machine.bandwidth * _BANDWIDTH_USED) / written,
        machine.correction != 1.0,
    )


def corrected(machine: Machine, header: GgufHeader, reads: float) -> Machine:
    """The machine, known better: the model of this header reads so many tokens a second on it."""
    expected = speed_of(header, machine).reads
    return Machine(machine.cores, machine.bandwidth, machine.correction * reads / expected)


def timed(figures: Mapping[str, float], name: str) -> float | None:
    """Tokens a second that the model of this name was timed to read, on any number of threads."""
    found = [speed for told, speed in figures.items() if told.startswith(f"{name}, ")]
    return found[-1] if found else None


def layers_that_fit(header: GgufHeader, free: int, context: int) -> int:
    """How many layers have room in so many bytes of a graphics card; the output is one more."""
    layer = memory_of(header, context) // (header.block_count + 1)
    return max(0, min(header.block_count + 1, (free - _SPARED_ON_CARD) // max(layer, 1)))


def measure_machine(cores: int) -> Machine:
    """Read memory on all cores for a tenth of a second. The best moments count: others may work."""
    best = [0.0] * cores
    rows = [np.ones(_MEASURED_ON // cores, np.float64) for _ in range(cores)]
    end = time.perf_counter() + _MEASURED_FOR

    def read(number: int) -> None:
        while (started := time.perf_counter()) < end:
            rows[number].sum()
            took = time.perf_counter() - started
            best[number] = max(best[number], rows[number].nbytes / took)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(cores)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Machine(cores, sum(best))
