"""What a model will cost: memory, speed, and whether it has room, told from its header."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.backends.llama import CONTEXT
from app.core.errors import ModelError
from app.system.gguf import GgufHeader, read_header
from app.system.gguf_reader import Tensor
from app.system.model_estimate import (
    WORKING_CONTEXT,
    Fit,
    Machine,
    check_fit,
    corrected,
    fit_of,
    layers_that_fit,
    measure_machine,
    memory_of,
    speed_of,
    timed,
)
from tests.contract.models import installed

GB = 1_000_000_000


def header(gigabytes: float = 4.0, layers: int = 32) -> GgufHeader:
    """Of a model with 4 GB of weights in 8 thousand million values."""
    size = int(gigabytes * GB)
    return GgufHeader(
        version=3, kind="model", architecture="llama", name="", licence="", context_length=32_768,
        chat_template=None, quantization="Q4_K_M", block_count=layers, embedding_length=4_096,
        kv_length=1_024, feed_forward=14_336, experts=0, experts_used=0, tokens=32_000,
        markers=frozenset(), only_embeds=False, parts=0, adapter="",
        tensors=(Tensor("blk.0.w", (8,), 2 * size, size),), data_end=0,
    )  # fmt: skip


def test_the_context_that_is_counted_is_the_one_that_is_loaded() -> None:
    assert WORKING_CONTEXT == CONTEXT


def test_memory_is_weights_keys_and_values_and_buffers() -> None:
    keys = 2 * 2 * 32 * 1_024 * 8_192
    assert 4 * GB + keys < memory_of(header(), 32_768) < 4 * GB + keys + 0.1 * GB
    assert memory_of(header(), 0) == memory_of(header(), 32_768)
    assert memory_of(header(), 32_768) - memory_of(header(), 4_096) == keys // 2


@pytest.mark.parametrize(
    ("free", "fit"),
    [(9, Fit.FITS), (6.3, Fit.FITS), (6.2, Fit.TIGHT), (4.6, Fit.TIGHT), (4.4, Fit.TOO_LARGE)],
)
def test_what_fits_is_told_by_the_free_memory(free: float, fit: Fit) -> None:
    assert fit_of(5 * GB, int(free * GB)) is fit


def test_what_cannot_fit_is_refused_with_both_figures() -> None:
    check_fit("big", 5 * GB, 5 * GB)
    with pytest.raises(ModelError) as told:
        check_fit("big", 5 * GB, 3 * GB)
    assert told.value.message == (
        "The model “big” needs about 5.0 GB of memory, and 3.0 GB are free: it was not loaded."
    )
    assert "smaller model" in told.value.hint


def test_a_model_twice_as_large_is_half_as_fast() -> None:
    machine = Machine(4, 30e9)
    small, large = speed_of(header(2), machine), speed_of(header(4), machine)
    assert small.reads == pytest.approx(2 * large.reads)
    assert small.writes == pytest.approx(2 * large.writes)
    assert not small.is_measured


def test_writing_is_no_faster_than_memory_can_be_read() -> None:
    many, few = Machine(64, 30e9), Machine(1, 30e9)
    assert speed_of(header(), many).writes == pytest.approx(0.7 * 30 / 4)
    assert speed_of(header(), few).writes < speed_of(header(), many).writes


def test_a_model_that_was_timed_here_makes_the_others_known_better() -> None:
    machine = Machine(4, 1e12)
    reads = speed_of(header(2), machine).reads
    better = corrected(machine, header(2), 3 * reads)
    assert speed_of(header(2), better).reads == pytest.approx(3 * reads)
    assert speed_of(header(4), better).reads == pytest.approx(1.5 * reads)
    assert speed_of(header(4), better).is_measured


def test_the_timed_figure_of_a_model_is_found_by_its_name() -> None:
    figures = {"a, 2 threads, 0 layers": 90.0, "ab, 2 threads, 0 layers": 5.0}
    assert timed(figures, "a") == 90.0
    assert timed(figures, "b") is None


def test_as_many_layers_go_to_a_card_as_have_room_on_it() -> None:
    assert layers_that_fit(header(), 0, 8_192) == 0
    assert layers_that_fit(header(), 80 * GB, 8_192) == 33
    some = layers_that_fit(header(), 3 * GB, 8_192)
    assert 10 < some < 20
    assert layers_that_fit(header(8), 3 * GB, 8_192) < some


def test_the_machine_is_measured_within_a_second() -> None:
    machine = measure_machine(2)
    assert machine.cores == 2
    assert 1e8 < machine.bandwidth < 1e13


LOADED = """
import sys
from pathlib import Path
from app.backends.llama import LlamaModel, LlamaOptions
from app.core.control import Control
from app.core.interfaces import Message

def memory():
    with open("/proc/self/status") as file:
        kinds = ("RssAnon", "RssFile")
        return sum(int(line.split()[1]) for line in file if line.startswith(kinds)) * 1024

import llama_cpp
before = memory()
model = LlamaModel(Path(sys.argv[1]), "model", LlamaOptions("chatml", 8_192, 2))
list(model.stream([Message("user", "The otter dives in the river. " * 40)], 4, Control()))
print(memory() - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="measures memory by /proc")
def test_the_memory_that_was_told_is_what_a_model_takes() -> None:
    path = installed("smollm2-135m-instruct-q4_1.gguf")
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(path)], capture_output=True, text=True, timeout=120,
        env=os.environ | {"PYTHONPATH": os.getcwd()},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert memory_of(read_header(Path(path)), 8_192) == pytest.approx(int(done.stdout), rel=0.15)
