"""Model files made to hurt: each is refused with a sentence before a library reads it."""

from __future__ import annotations

import os
import random
import resource
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.backends.llama import CONTEXT, LlamaModel, LlamaOptions
from app.core.errors import ModelError
from app.core.interfaces import Message
from app.system.gguf import check_answer_model, read_header
from app.system.gguf_reader import MAX_KEPT
from app.system.paths import installed_models
from tests.deadlines import PATIENCE

SMALL_MODEL = "smollm2-135m-instruct-q4_1.gguf"
FIGURES = [0, 1, 7, 2**7, 2**16, 2**31 - 1, 2**31, 2**32 - 1, 2**40, 2**63 - 1, 2**63, 2**64 - 1]
MOST_SECONDS = 1.0
MOST_MEMORY = 200_000_000
Mutation = Callable[[random.Random, bytearray, int], None]


def flip(dice: random.Random, head: bytearray, at: int) -> None:
    head[at] ^= 1 << dice.randrange(8)


def overwrite(dice: random.Random, head: bytearray, at: int) -> None:
    form = dice.choice("IQ")
    size = struct.calcsize(f"<{form}")
    head[at : at + size] = struct.pack(f"<{form}", dice.choice(FIGURES) % 2 ** (8 * size))


def scatter(dice: random.Random, head: bytearray, at: int) -> None:
    length = dice.randrange(1, 40)
    head[at : at + length] = dice.randbytes(length)


def cut(dice: random.Random, head: bytearray, at: int) -> None:
    del head[at : at + dice.randrange(1, 200)]


def double(dice: random.Random, head: bytearray, at: int) -> None:
    length = dice.randrange(1, 200)
    head[at:at] = head[at : at + length]


def shift(dice: random.Random, head: bytearray, at: int) -> None:
    other = dice.randrange(len(head) - 8)
    head[at : at + 8] = head[other : other + 8]


MUTATIONS: list[Mutation] = [flip, overwrite, overwrite, scatter, cut, double, shift]


def real_header() -> bytes:
    """All that comes before the weights of a real model."""
    path = installed_models() / SMALL_MODEL
    assert path.exists(), "This test needs the models: python3 packaging/bootstrap.py test"
    with path.open("rb") as file:
        found = file.read(8_000_000)
    last = found.rindex(b".weight")
    return found[: last + len(b".weight") + 4 + 4 * 8]


def mutated(dice: random.Random, header: bytes) -> bytes:
    """The header with up to three faults, most of them where its structure is."""
    head = bytearray(header)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        where = dice.random()
        first, last = (0, 3_000) if where < 0.5 else (len(head) - 20_000, len(head) - 8)
        if where > 0.9:
            first = 0
        dice.choice(MUTATIONS)(dice, head, dice.randrange(first, last))
    return bytes(head)


@pytest.mark.slow
@pytest.mark.parametrize("count", [2_000, pytest.param(30_000, marks=pytest.mark.release)])
def test_no_mutation_of_a_real_header_does_more_than_be_refused(tmp_path: Path, count: int) -> None:
    seed = int(os.environ.get("FUZZ_SEED", time.time_ns() % 2**32))
    print(f"FUZZ_SEED={seed}")
    dice = random.Random(seed)
    header, size = real_header(), (installed_models() / SMALL_MODEL).stat().st_size
    path = tmp_path / "mutated.gguf"
    before, slowest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0.0
    told: list[str] = []
    for _ in range(count):
        with path.open("wb") as file:
            file.write(mutated(dice, header))
            file.truncate(dice.choice((size, size, size, dice.randrange(size))))
        started = time.process_time()
        try:
            check_answer_model(path)
        except ModelError as error:
            told.append(error.message)
        slowest = max(slowest, time.process_time() - started)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    refused = len(told)
    assert all(message.startswith("“mutated.gguf” ") for message in told)
    print(f"refused {refused} of {count}, slowest {slowest:.3f} s, memory +{grown / 1e6:.0f} MB")
    assert refused > count // 4
    assert slowest < MOST_SECONDS
    assert grown < MOST_MEMORY


@pytest.mark.slow
def test_the_header_that_costs_most_is_read_within_the_limits(tmp_path: Path) -> None:
    """As many texts as are allowed, and as many settings as are kept, in one file."""
    path = tmp_path / "heavy.gguf"
    texts = struct.pack("<Q", 1) + b"t" + struct.pack("<IIQ", 9, 8, 1_490_000) + bytes(11_920_000)
    kept = b"".join(
        struct.pack("<Q", 4) + b"%04d" % number + struct.pack("<IIQ", 9, 0, 4_096) + bytes(4_096)
        for number in range(MAX_KEPT // (4_096 * 32) - 2)
    )
    settings = 1 + kept.count(struct.pack("<IIQ", 9, 0, 4_096))
    weights = struct.pack("<Q", 1) + b"w" + struct.pack("<IQIQ", 1, 64, 2, 0)
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, settings) + texts + kept + weights
    path.write_bytes(head + bytes(-len(head) % 32 + 36))
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    assert read_header(path).architecture == ""
    assert time.process_time() - started < MOST_SECONDS
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < MOST_MEMORY


CUT_WHILE_LOADED = """
import os, sys
from pathlib import Path
from app.backends.llama import LlamaModel, LlamaOptions
from app.core.control import Control
from app.core.interfaces import Message
path = Path(sys.argv[1])
model = LlamaModel(path, "cut", LlamaOptions("chatml", 512, 2))
os.truncate(path, 3_000_000)
print("cut", flush=True)
print(len(list(model.stream([Message("user", "Hello")], 8, Control()))))
"""


@pytest.mark.slow
def test_a_model_cut_while_it_is_loaded_ends_its_process_and_is_refused_afterwards(
    tmp_path: Path,
) -> None:
    """The weights are mapped: the system ends the engine, which is started again and told why."""
    path = tmp_path / "cut.gguf"
    path.write_bytes((installed_models() / SMALL_MODEL).read_bytes())
    done = subprocess.run(
        [sys.executable, "-c", CUT_WHILE_LOADED, str(path)],
        capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip
    assert done.stdout.startswith("cut")
    assert done.returncode == -signal.SIGBUS
    with pytest.raises(ModelError, match="incomplete"):
        check_answer_model(path)


def with_template(path: Path, template: str) -> Path:
    """The small model with another chat template of the same length in its place."""
    content = (installed_models() / SMALL_MODEL).read_bytes()
    own = (check_answer_model(installed_models() / SMALL_MODEL).chat_template or "").encode()
    assert own in content
    path.write_bytes(content.replace(own, template.encode().ljust(len(own)), 1))
    return path


@pytest.mark.slow
@pytest.mark.parametrize(
    "template",
    [
        "{% if %}",
        "{% if messages %}{{ 'x'|center(9000000000) }}{% endif %}",
        "{{ ''.__class__.__mro__ }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    ],
)
def test_a_template_in_a_model_file_is_run_by_nobody_but_us(tmp_path: Path, template: str) -> None:
    """llama-cpp-python would compile it while it loads the file, without any limit."""
    path = with_template(tmp_path / "template.gguf", template)
    hello = [Message("user", "Hello")]
    model = LlamaModel(path, "known template", LlamaOptions("chatml", 256, 2))
    assert model.count_tokens(hello) > 5
    model.close()
    started = time.monotonic()
    with pytest.raises(ModelError, match="chat template"):
        LlamaModel(path, "its own template", LlamaOptions(None, 256, 2)).count_tokens(hello)
    assert time.monotonic() - started < 10.0


@pytest.mark.slow
def test_hostile_entries_of_the_list_of_models_are_told_or_bounded() -> None:
    path = installed_models() / SMALL_MODEL
    with pytest.raises(ModelError, match="no chat template called"):
        LlamaModel(path, "small", LlamaOptions("nonsense", 256, 2))
    for context in (0, -5):
        model = LlamaModel(path, "small", LlamaOptions("chatml", context, 2))
        assert model.context == CONTEXT
        model.close()
