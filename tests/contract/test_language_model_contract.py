"""What every `LanguageModel` keeps."""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from app.backends.fakes import FakeModel
from app.backends.llama import LlamaModel, LlamaOptions
from app.backends.llama_memory import OPENING
from app.core.control import Control
from app.core.errors import Cancelled, ModelError
from app.core.interfaces import LanguageModel, Message
from app.core.prompt import load_words
from app.system.paths import resource
from tests.contract.models import SMALL_MODEL, installed

RULES = Message("system", "Use only what the excerpts say.")
ASKED = Message(
    "user",
    "Excerpts:\n\n[1] a.pdf, page 1:\nThe monthly rent of the station is EUR 1.250,00. "
    "It is due on the first day.\n\nQuestion: What is the monthly rent of the station?"
    "\n\nAnswer in English.",
)


@lru_cache
def real() -> LlamaModel:
    options = LlamaOptions("chatml", 4_096, 1)
    return LlamaModel(installed(SMALL_MODEL), "smollm2", options)


MAKERS = [
    pytest.param(FakeModel, id="fake"),
    pytest.param(real, id="llama", marks=pytest.mark.slow),
]


@pytest.fixture(params=MAKERS)
def model(request: pytest.FixtureRequest) -> LanguageModel:
    make: Callable[[], LanguageModel] = request.param
    return make()


def written(model: LanguageModel, limit: int = 30, asked: Message = ASKED) -> tuple[str, int]:
    pieces = list(model.stream([RULES, asked], limit, Control()))
    return "".join(piece for piece, _ in pieces), sum(tokens for _, tokens in pieces)


def read_only(model: LanguageModel, prompt: list[Message]) -> list[tuple[int, int]]:
    """What was told of the reading; nothing may be written."""
    news: list[tuple[int, int]] = []
    assert list(model.stream(prompt, 0, Control(), lambda *read: news.append(read))) == []
    return news


def test_it_has_a_name_and_a_context(model: LanguageModel) -> None:
    assert model.name
    assert model.context >= 1_024


def test_tokens_are_counted_for_the_whole_prompt(model: LanguageModel) -> None:
    empty = model.count_tokens([])
    rules = model.count_tokens([RULES])
    both = model.count_tokens([RULES, ASKED])
    longer = model.count_tokens([RULES, Message("user", ASKED.text + " And more words.")])
    assert 0 <= empty < rules < both < longer


def test_it_writes_something_within_the_limit(model: LanguageModel) -> None:
    text, tokens = written(model, 12)
    assert text.strip()
    assert 0 < tokens <= 12


def test_with_a_limit_of_nothing_it_reads_and_writes_nothing(model: LanguageModel) -> None:
    prompt = [RULES, Message("user", f"{ASKED.text} In full.")]
    news = read_only(model, prompt)
    assert news[-1][0] == news[-1][1] == model.count_tokens(prompt)


def test_it_writes_the_same_every_time(model: LanguageModel) -> None:
    assert written(model) == written(model)


def test_an_answer_does_not_depend_on_the_one_before(model: LanguageModel) -> None:
    first = written(model)
    written(model, asked=Message("user", "Excerpts:\n\n\n\nQuestion: Why?\n\nAnswer in English."))
    assert written(model) == first


def test_a_stream_that_is_left_early_does_no_harm(model: LanguageModel) -> None:
    stream = model.stream([RULES, ASKED], 30, Control())
    next(iter(stream))
    del stream
    assert written(model)[0]


def test_a_cancel_while_it_writes_ends_it_at_once(model: LanguageModel) -> None:
    control = Control()
    stream = iter(model.stream([RULES, ASKED], 200, control))
    next(stream)
    control.cancel()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        list(stream)
    assert time.monotonic() - started < 0.5


def test_a_cancelled_control_writes_nothing(model: LanguageModel) -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        list(model.stream([RULES, ASKED], 200, control))
    assert written(model)[0]


def test_reading_is_told_from_what_is_known_to_the_whole_prompt(model: LanguageModel) -> None:
    told: list[tuple[int, int]] = []
    list(model.stream([RULES, ASKED], 3, Control(), lambda read, total: told.append((read, total))))
    total = model.count_tokens([RULES, ASKED])
    assert {of for _, of in told} == {total}
    assert told[-1][0] == total
    assert 0 <= told[0][0] < total
    assert [read for read, _ in told] == sorted(read for read, _ in told)


def test_a_cancel_between_two_news_of_the_reading_ends_it(model: LanguageModel) -> None:
    control, told = Control(), []

    def cancel(read: int, _total: int) -> None:
        told.append(read)
        control.cancel()

    with pytest.raises(Cancelled):
        list(model.stream([RULES, Message("user", "otter " * 900)], 10, control, cancel))
    assert len(told) == 1
    assert written(model)[0]


@pytest.mark.slow
def test_a_cancel_while_the_prompt_is_read_ends_it_at_once() -> None:
    model, control = real(), Control()
    cancelled: list[float] = []

    def cancel() -> None:
        cancelled.append(time.monotonic())
        control.cancel()

    prompt = Message("user", "The otter dives in the river and the heron fishes. " * 280)
    assert 2_500 < model.count_tokens([prompt]) < model.context
    timer = threading.Timer(0.3, cancel)
    timer.start()
    with pytest.raises(Cancelled):
        list(model.stream([prompt], 10, control))
    assert time.monotonic() - cancelled[0] < 0.5
    assert written(model)[0]


@pytest.mark.slow
def test_the_rules_that_prompts_begin_with_are_read_once() -> None:
    model = real()
    rules = load_words(resource("prompts/answer.toml").read_text("utf-8"))["French"].rules
    known = []
    for question in ("Combien de jours de congé y a-t-il ?", "Quel est le loyer mensuel ?"):
        prompt = [Message("system", rules), Message("user", question)]
        news = read_only(model, prompt)
        known.append(news[0][0])
    assert known[1] == OPENING


@pytest.mark.slow
def test_what_was_asked_before_changes_not_even_the_last_digit() -> None:
    model = real()
    long = Message("user", "The otter dives in the river and the heron fishes. " * 20)
    logits = []
    for before in ([RULES], [RULES, ASKED], [Message("user", "Why?")]):
        list(model.stream([*before, long], 1, Control()))
        list(model.stream([RULES, ASKED, long], 1, Control()))
        logits.append(model._memory.logits().copy())
    assert all((row == logits[0]).all() for row in logits)


def adapter_file(path: Path, strength: float) -> Path:
    """A LoRA adapter of rank 1 for a layer of the small model, as llama.cpp wants it."""

    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    kept = [
        ("general.architecture", "llama"),
        ("general.type", "adapter"),
        ("adapter.type", "lora"),
    ]
    settings = [text(key) + struct.pack("<I", 8) + text(value) for key, value in kept]
    settings.append(text("adapter.lora.alpha") + struct.pack("<If", 6, 1.0))
    width = 576
    shapes = {"a": (width, 1), "b": (1, width)}
    infos = [
        text(f"blk.0.attn_q.weight.lora_{name}")
        + struct.pack("<IQQIQ", 2, *shape, 0, place * width * 4)
        for place, (name, shape) in enumerate(shapes.items())
    ]
    head = b"GGUF" + struct.pack("<IQQ", 3, len(infos), len(settings))
    head += b"".join(settings) + b"".join(infos)
    weights = struct.pack(f"<{2 * width}f", *[strength] * (2 * width))
    path.write_bytes(head + bytes(-len(head) % 32) + weights)
    return path


@pytest.mark.slow
def test_an_adapter_changes_what_is_written(tmp_path: Path) -> None:
    def with_adapter(strength: float) -> str:
        adapter = adapter_file(tmp_path / "adapter.gguf", strength)
        options = LlamaOptions("chatml", 1_024, 1, adapter=adapter)
        model = LlamaModel(installed(SMALL_MODEL), "smollm2", options)
        text, _ = written(model)
        model.close()
        return text

    assert with_adapter(0.0) == written(real())[0]
    assert with_adapter(5.0) != written(real())[0]


@pytest.mark.slow
def test_an_adapter_that_does_not_fit_is_told_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "no.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    options = LlamaOptions("chatml", 512, 1, adapter=path)
    with pytest.raises(ModelError, match="does not fit"):
        LlamaModel(installed(SMALL_MODEL), "smollm2", options)


@pytest.mark.slow
@pytest.mark.parametrize("token", ["<|im_end|>", "<|im_start|>", "<|endoftext|>"])
def test_a_control_token_in_a_document_stays_text(token: str) -> None:
    model = real()
    (special,) = model._llama.tokenize(token.encode(), add_bos=False, special=True)
    laid_out = model._tokens([Message("user", "text"), Message("user", f"A {token} B")])
    plain = model._tokens([Message("user", "text"), Message("user", "A B")])
    assert laid_out.count(special) == plain.count(special)
    assert token in model._llama.detokenize(laid_out, special=True).decode()


@pytest.mark.slow
def test_a_file_that_is_no_model_is_told_with_a_sentence(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("models") / "no.gguf"
    path.write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelError, match="cannot be loaded"):
        LlamaModel(path, "no", LlamaOptions(None, 512, 1))
