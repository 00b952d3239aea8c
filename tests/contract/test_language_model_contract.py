"""What every `LanguageModel` keeps."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import lru_cache

import pytest

from app.backends.fakes import FakeModel
from app.backends.llama import LlamaModel
from app.core.control import Control
from app.core.errors import Cancelled, ModelError
from app.core.interfaces import LanguageModel, Message
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
    return LlamaModel(installed(SMALL_MODEL), "smollm2", "chatml", 4_096, 2)


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
        LlamaModel(path, "no", None, 512, 1)
