"""llama.cpp: an answer model from a GGUF file, in this process. No server, no port.

Owns loading a model, tokens and templates; `llama_memory` runs tokens, `llama_writing` reads and
writes.
"""

from __future__ import annotations

import codecs
import ctypes
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.backends.chat_template import (
    KNOWN,
    THINKING,
    ChatTemplate,
    Part,
    ended_at,
    opens_thinking,
    without_doubled_spaces,
)
from app.backends.llama_library import load_llama
from app.backends.llama_memory import Memory
from app.backends.llama_writing import read, write
from app.backends.template_families import FAMILIES
from app.core.control import Control
from app.core.errors import ModelError
from app.core.interfaces import Message, TokenCount, count_for_nobody

CONTEXT = 8_192
"""Tokens; more takes memory and time that a laptop does not have."""

_STEP, _GPU_STEP = 128, 512
"""Tokens that are read at once. Fewer are slower, more tell the progress and a stop less often."""
_LONGEST_PIECE = 256
_SILENT = logging.CRITICAL + 1
"""llama.cpp tells an abort as an error; what it says is not for a terminal."""


@dataclass(frozen=True)
class LlamaOptions:
    """How a model is loaded.

    `template` names a known one; None takes the file's own. `context` is in tokens, 0 or less
    stands for the most. `gpu_layers` go to a graphics card if llama.cpp was built for one.
    `adapter` is a LoRA adapter in GGUF form.
    """

    template: str | None
    context: int
    threads: int
    gpu_layers: int = 0
    adapter: Path | None = None


class LlamaModel:
    """Implements `LanguageModel`."""

    def __init__(self, path: Path, name: str, options: LlamaOptions) -> None:
        """llama.cpp trusts files: hand it only those whose header and sum were checked."""
        llama_cpp = load_llama()
        _leave_templates_alone(llama_cpp)
        try:
            self._llama: Any = llama_cpp.Llama(
                str(path),
                n_ctx=min(options.context if options.context > 0 else CONTEXT, CONTEXT),
                n_batch=_GPU_STEP if options.gpu_layers else _STEP,
                n_threads=options.threads,
                n_threads_batch=options.threads,
                n_gpu_layers=options.gpu_layers,
                flash_attn=True,
                chat_format="chatml",
                verbose=False,
            )
        except (ValueError, OSError, AssertionError, RuntimeError) as error:
            raise ModelError(
                f"The model {name} cannot be loaded.", "Verify it, or use another one."
            ) from error
        logging.getLogger("llama-cpp-python").setLevel(_SILENT)
        self.name = name
        self.context = int(self._llama.n_ctx())
        self._library: Any = llama_cpp
        self._vocabulary: Any = llama_cpp.llama_model_get_vocab(self._llama.model)
        self._begins = bool(llama_cpp.llama_vocab_get_add_bos(self._vocabulary))
        self._template = self._find_template(options.template)
        self._stops = FAMILIES[options.template].stops if options.template else ()
        self._piece = ctypes.create_string_buffer(_LONGEST_PIECE)
        if options.adapter:
            self._add_adapter(options.adapter)
        step = min(_GPU_STEP if options.gpu_layers else _STEP, self.context)
        self._memory = Memory(llama_cpp, self._llama, step)

    def count_tokens(self, messages: Iterable[Message]) -> int:
        return len(self._tokens(list(messages)))

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        parts = self._template.parts(messages)
        prompt = self._tokens_of(parts)
        if opens_thinking(parts):
            yield THINKING, 0
        yield from ended_at(self._stops, self._written(prompt, limit, control, on_read))

    def _written(
        self, prompt: Sequence[int], limit: int, control: Control, on_read: TokenCount
    ) -> Iterator[tuple[str, int]]:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        most = min(limit, self.context - len(prompt))
        with self._memory.following(control):
            control.check()
            read(self._memory, prompt, on_read)
            for token in write(self._memory, most):
                if self._library.llama_vocab_is_eog(self._vocabulary, token):
                    return
                yield decoder.decode(self._bytes(token)), 1
                control.check()

    def close(self) -> None:
        self._memory.close()
        self._llama.close()

    def _bytes(self, token: int) -> bytes:
        size = self._library.llama_token_to_piece(
            self._vocabulary, token, self._piece, _LONGEST_PIECE, 0, False
        )
        return self._piece.raw[: max(size, 0)]

    def _add_adapter(self, path: Path) -> None:
        """llama-cpp-python's own way would copy the whole model into memory first."""
        adapter = self._library.llama_adapter_lora_init(self._llama.model, str(path).encode())
        if not adapter:
            raise ModelError(
                f"The adapter {path.name} does not fit the model {self.name}.",
                "Use it with the model that it was made for.",
            )
        adapters = (self._library.llama_adapter_lora_p_ctypes * 1)(adapter)
        scales = (ctypes.c_float * 1)(1.0)
        self._library.llama_set_adapters_lora(self._llama._ctx.ctx, adapters, 1, scales)

    def _tokens(self, messages: Sequence[Message]) -> list[int]:
        return self._tokens_of(self._template.parts(messages))

    def _tokens_of(self, parts: Sequence[Part]) -> list[int]:
        tokens: list[int] = []
        for part in without_doubled_spaces(parts) if self._adds_spaces() else parts:
            text = part.text.encode("utf-8", "replace")
            tokens += self._llama.tokenize(text, add_bos=False, special=part.trusted)
        first = self._llama.token_bos()
        return [first, *tokens] if self._begins and tokens[:1] != [first] else tokens

    def _adds_spaces(self) -> bool:
        """Whether the tokenizer puts a space before every text that it is given."""
        kind = self._library.llama_vocab_type(self._vocabulary)
        told = self._llama.metadata.get("tokenizer.ggml.add_space_prefix", "true")
        return bool(kind == self._library.LLAMA_VOCAB_TYPE_SPM and told != "false")

    def _find_template(self, name: str | None) -> ChatTemplate:
        known = KNOWN.get(name or "chatml")
        if known is None:
            raise ModelError(
                f"There is no chat template called “{name}”.", "Import the model again."
            )
        source = self._llama.metadata.get("tokenizer.chat_template")
        bos, eos = (self._token_text(kind) for kind in ("bos", "eos"))
        if name is not None or not source:
            return ChatTemplate(known, bos if self._begins else "", eos)
        return ChatTemplate(source, bos, eos)

    def _token_text(self, kind: str) -> str:
        token = getattr(self._llama, f"token_{kind}")()
        if token < 0:
            return ""
        found: bytes = self._llama._model.token_get_text(token)
        return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)


def _leave_templates_alone(llama_cpp: Any) -> None:
    """Keep llama-cpp-python from compiling what a file brings: a stranger's program, uncapped."""
    llama_cpp.llama_chat_format.Jinja2ChatFormatter = _Uncompiled


class _Uncompiled:
    """Stands where llama-cpp-python would compile a template of the file. Never called."""

    def __init__(self, **_template: Any) -> None: ...

    def to_chat_handler(self) -> None:
        return None
