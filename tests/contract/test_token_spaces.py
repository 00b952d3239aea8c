"""Prompts for tokenizers that put a space before each text, on a small vocabulary made here."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import llama_cpp
import pytest

from app.backends.chat_template import KNOWN, ChatTemplate
from app.backends.llama import LlamaModel
from app.core.interfaces import Message
from tests.system.small_models import text

NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6
ASKED = [Message("user", "One?"), Message("assistant", "Yes."), Message("user", "Two</s>?")]


def write_vocabulary(path: Path) -> Path:
    """A model without weights, whose words are single characters, in the manner of Llama 2."""
    tokens = [("<unk>", UNKNOWN), ("<s>", CONTROL), ("</s>", CONTROL)]
    tokens += [(f"<0x{byte:02X}>", BYTE) for byte in range(256)]
    tokens += [(sign, NORMAL) for sign in "▁[]/INSTOneYswo?.<>"]
    words = list(dict.fromkeys(tokens))
    head = b"GGUF" + struct.pack("<IQQ", 3, 0, 11)
    for key, told in {"general.architecture": "llama", "tokenizer.ggml.model": "llama"}.items():
        head += text(key) + struct.pack("<I", 8) + text(told)
    for key in ("context_length", "embedding_length", "block_count", "feed_forward_length"):
        head += text(f"llama.{key}") + struct.pack("<II", 4, 64)
    head += text("llama.attention.head_count") + struct.pack("<II", 4, 1)
    head += text("llama.attention.layer_norm_rms_epsilon") + struct.pack("<If", 6, 1e-5)
    head += text("tokenizer.ggml.tokens") + struct.pack("<IIQ", 9, 8, len(words))
    head += b"".join(text(word) for word, _ in words)
    head += text("tokenizer.ggml.scores") + struct.pack("<IIQ", 9, 6, len(words))
    head += struct.pack(f"<{len(words)}f", *[0.0] * len(words))
    head += text("tokenizer.ggml.token_type") + struct.pack("<IIQ", 9, 5, len(words))
    head += struct.pack(f"<{len(words)}i", *[kind for _, kind in words])
    path.write_bytes(head + bytes(-len(head) % 32))
    return path


@pytest.fixture
def model(tmp_path: Path) -> LlamaModel:
    """A model that can lay out and count, and nothing else."""
    path = write_vocabulary(tmp_path / "words.gguf")
    made: Any = object.__new__(LlamaModel)
    made._llama = llama_cpp.Llama(str(path), vocab_only=True, n_ctx=64, verbose=False)
    made._library = llama_cpp
    made._vocabulary = llama_cpp.llama_model_get_vocab(made._llama.model)
    made._begins = bool(llama_cpp.llama_vocab_get_add_bos(made._vocabulary))
    found: LlamaModel = made
    return found


def spelled(model: LlamaModel) -> str:
    """The tokens of the prompt as they are written in the vocabulary."""
    found = (model._llama._model.token_get_text(token) for token in model._tokens(ASKED))
    return "".join(t.decode() if isinstance(t, bytes) else t for t in found)


def test_spaces_of_the_template_are_there_once(model: LlamaModel) -> None:
    model._template = ChatTemplate(KNOWN["mistral"], "<s>", "</s>")
    assert spelled(model).replace("<0x2F>", "/") == (
        "<s>▁[INST]▁One?▁[/INST]▁Yes.</s>▁[INST]▁Two</s>?▁[/INST]"
    )


def test_the_beginning_of_text_is_put_before_what_a_template_leaves_without(
    model: LlamaModel,
) -> None:
    model._template = ChatTemplate("{% for m in messages %}{{ m.content }}{% endfor %}")
    assert spelled(model).startswith("<s>▁One")
    model._template = ChatTemplate("<s>{% for m in messages %}{{ m.content }}{% endfor %}")
    assert spelled(model).count("<s>") == 1


def test_a_control_token_in_a_text_is_spelled_out(model: LlamaModel) -> None:
    model._template = ChatTemplate(KNOWN["mistral"], "<s>", "</s>")
    (end,) = model._llama.tokenize(b"</s>", add_bos=False, special=True)
    assert model._tokens(ASKED).count(end) == 1
