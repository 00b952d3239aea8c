"""What llama.cpp has read: tokens run through a loaded model, and its choices after them.

Owns the bare loop (batches, the abort flag, the best token by its logits) and the private
context handle of llama-cpp-python; knows no text and imports no library itself.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np

from app.core.control import Control
from app.core.errors import Cancelled

OPENING = 64
"""Tokens of a prompt's first step. What all prompts of a language begin with is little longer: the
step ends there, so that it need not be read again for the next question."""
ABORTED = 2
"""What `llama_decode` returns when the flag was raised."""


class Memory:
    """Tokens in the model's memory, in order; one sequence."""

    def __init__(self, llama_cpp: Any, llama: Any, step: int) -> None:
        """`step`: tokens that are run at once at most."""
        self.step = step
        self._opening = min(OPENING, step)
        self.tokens: list[int] = []
        self._library = llama_cpp
        self._context: Any = llama._ctx.ctx
        self._memory: Any = llama_cpp.llama_get_memory(self._context)
        self._words = int(llama.n_vocab())
        self._flag = _AbortFlag(llama_cpp, self._context)
        self._batch: Any = llama_cpp.llama_batch_init(step, 0, 1)
        for row in range(step):
            self._batch.n_seq_id[row] = 1
            self._batch.seq_id[row][0] = 0

    def following(self, control: Control) -> _Following:
        """While entered, a cancel ends `run` at once."""
        return _Following(self._flag, control)

    def known(self, prompt: Sequence[int]) -> int:
        """How many tokens of the prompt need not be run again: whole steps of it.

        The same prompt is always run in the same steps, so that what was asked before changes
        not even the last digit; the last step is always run: the choice after it is needed.
        """
        pairs = zip(self.tokens, prompt, strict=False)
        same = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
        count = min(len(self.tokens), len(prompt)) if same is None else same
        after = min(count, len(prompt) - 1) - self._opening
        return self._opening + after // self.step * self.step if after >= 0 else 0

    def step_at(self, place: int) -> int:
        """How many tokens are run at once from there on."""
        return self.step if place else self._opening

    def forget_after(self, count: int) -> int:
        """Keep the first `count` tokens, or none if the model cannot; how many were kept."""
        if not self._library.llama_memory_seq_rm(self._memory, 0, count, -1):
            self._library.llama_memory_clear(self._memory, True)
            count = 0
        del self.tokens[count:]
        return count

    def run(self, tokens: Sequence[int]) -> None:
        """Read at most `step` tokens. Raises `Cancelled`; they are not in `tokens` then."""
        batch, start, last = self._batch, len(self.tokens), len(tokens) - 1
        batch.n_tokens = len(tokens)
        for row, token in enumerate(tokens):
            batch.token[row] = token
            batch.pos[row] = start + row
            batch.logits[row] = row == last
        code = self._library.llama_decode(self._context, batch)
        if code == ABORTED:
            raise Cancelled
        if code != 0:
            raise RuntimeError(f"llama_decode returned {code}")
        self.tokens += tokens

    def best(self) -> int:
        """The likeliest token after the last run."""
        return int(self.logits().argmax())

    def logits(self) -> np.ndarray[Any, np.dtype[np.float32]]:
        """How likely each token is after the last run, shape (vocabulary,).

        A view of llama.cpp's own memory, until the next run.
        """
        pointer = self._library.llama_get_logits_ith(self._context, -1)
        return np.ctypeslib.as_array(pointer, shape=(self._words,))

    def close(self) -> None:
        self._library.llama_batch_free(self._batch)


class _AbortFlag:
    """A byte that llama.cpp looks at many times a token: anything but zero stops it at once.

    The look is taken by the C library's `strlen`, which is 0 for an empty string: a Python
    callback would have to wait for the interpreter while other threads are busy in it.
    """

    def __init__(self, llama_cpp: Any, context: Any) -> None:
        self._flag = ctypes.create_string_buffer(2)
        library = ctypes.cdll.msvcrt if sys.platform == "win32" else ctypes.CDLL(None)
        self._look = ctypes.cast(library.strlen, llama_cpp.ggml_abort_callback)
        llama_cpp.llama_set_abort_callback(
            context, self._look, ctypes.cast(self._flag, ctypes.c_void_p)
        )

    def set(self, raised: bool) -> None:
        self._flag[0] = b"\1" if raised else b"\0"


class _Following:
    """While entered, the flag is raised when the control is cancelled."""

    def __init__(self, flag: _AbortFlag, control: Control) -> None:
        self._flag = flag
        self._control = control

    def __enter__(self) -> None:
        self._flag.set(False)
        self._control.when_cancelled(lambda: self._flag.set(True))

    def __exit__(self, *_exception: object) -> None:
        self._control.when_cancelled(None)
        self._flag.set(False)
