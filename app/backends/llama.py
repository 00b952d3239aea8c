"""llama.cpp: an answer model from a GGUF file, in this process. No server, no port.

The only place that knows llama-cpp-python's private context: the abort flag needs its handle.
"""

from __future__ import annotations

import codecs
import ctypes
import logging
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.backends.chat_template import KNOWN, ChatTemplate
from app.core.control import Control
from app.core.errors import Cancelled, ModelError
from app.core.interfaces import Message

CONTEXT = 8_192
"""Tokens; more takes memory and time that a laptop does not have."""

_SILENT = logging.CRITICAL + 1
"""llama.cpp tells an abort as an error; what it says is not for a terminal."""


class LlamaModel:
    """Implements `LanguageModel`."""

    def __init__(
        self, path: Path, name: str, template: str | None, context: int, threads: int
    ) -> None:
        """`template` names a known one; None takes the file's own.

        llama.cpp trusts files: hand it only one whose header and sum were checked.
        """
        import llama_cpp

        _leave_templates_alone(llama_cpp)
        try:
            self._llama: Any = llama_cpp.Llama(
                str(path),
                n_ctx=min(context if context > 0 else CONTEXT, CONTEXT),
                n_threads=threads,
                n_threads_batch=threads,
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
        self._template = self._find_template(template)
        self._abort = _AbortFlag(llama_cpp, self._llama)
        self._vocabulary: Any = llama_cpp.llama_model_get_vocab(self._llama.model)
        self._is_end: Any = llama_cpp.llama_vocab_is_eog

    def count_tokens(self, messages: Iterable[Message]) -> int:
        return len(self._tokens(list(messages)))

    def stream(
        self, messages: Sequence[Message], limit: int, control: Control
    ) -> Iterator[tuple[str, int]]:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        prompt = self._tokens(messages)
        limit = min(limit, self.context - len(prompt))
        with self._abort.following(control):
            for written, token in enumerate(self._generate(prompt, control), start=1):
                if self._ends_answer(token):
                    return
                yield decoder.decode(self._llama.detokenize([token])), 1
                control.check()
                if written >= limit:
                    return

    def close(self) -> None:
        self._llama.close()

    def _ends_answer(self, token: int) -> bool:
        return bool(self._is_end(self._vocabulary, token))

    def _generate(self, prompt: list[int], control: Control) -> Iterator[int]:
        try:
            yield from self._llama.generate(prompt, temp=0.0)
        except RuntimeError:
            if control.cancelled:
                raise Cancelled from None
            raise

    def _tokens(self, messages: Sequence[Message]) -> list[int]:
        tokens: list[int] = []
        for part in self._template.parts(messages):
            text = part.text.encode("utf-8", "replace")
            tokens += self._llama.tokenize(text, add_bos=False, special=part.trusted)
        return tokens

    def _find_template(self, name: str | None) -> ChatTemplate:
        known = KNOWN.get(name or "chatml")
        if known is None:
            raise ModelError(
                f"There is no chat template called “{name}”.", "Import the model again."
            )
        source = self._llama.metadata.get("tokenizer.chat_template")
        if name is not None or not source:
            return ChatTemplate(known)
        return ChatTemplate(source, *(self._token_text(kind) for kind in ("bos", "eos")))

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


class _AbortFlag:
    """A byte that llama.cpp looks at many times a token: anything but zero stops it at once.

    The look is taken by the C library's `strlen`, which is 0 for an empty string: a Python
    callback would have to wait for the interpreter while other threads are busy in it.
    """

    def __init__(self, llama_cpp: Any, llama: Any) -> None:
        self._flag = ctypes.create_string_buffer(2)
        library = ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)
        self._look = ctypes.cast(library.strlen, llama_cpp.ggml_abort_callback)
        llama_cpp.llama_set_abort_callback(
            llama._ctx.ctx, self._look, ctypes.cast(self._flag, ctypes.c_void_p)
        )

    def following(self, control: Control) -> _Following:
        return _Following(self._flag, control)


class _Following:
    """While entered, the flag is raised when the control is cancelled."""

    def __init__(self, flag: Any, control: Control) -> None:
        self._flag = flag
        self._control = control

    def __enter__(self) -> None:
        self._flag[0] = b"\0"
        self._control.when_cancelled(self._raise)

    def __exit__(self, *_exception: object) -> None:
        self._control.when_cancelled(None)
        self._flag[0] = b"\0"

    def _raise(self) -> None:
        self._flag[0] = b"\1"
