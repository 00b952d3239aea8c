"""Chat templates: how a model wants a conversation laid out, as parts that are trusted or not.

Only what the template itself writes is trusted to hold a model's control tokens. Messages are
replaced by marks while the template runs, so no text of a document ever passes through it.
A template that comes with a model file is a program by a stranger: it runs sandboxed and capped.
"""

from __future__ import annotations

import re
import secrets
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType
from typing import Any

from app.core.errors import ModelError
from app.core.interfaces import Message

KNOWN = {
    "chatml": "{% for message in messages %}<|im_start|>{{ message.role }}\n"
    "{{ message.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant{{ '\n' }}",
}
LONGEST_TEMPLATE = 100_000
LONGEST_RESULT = 100_000
MOST_SECONDS = 2.0

_MISHAPS = (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError)


@dataclass(frozen=True)
class Part:
    """A piece of a prompt. Control tokens are recognised in trusted ones only."""

    text: str
    trusted: bool


class ChatTemplate:
    """A compiled template. Raises `ModelError` for one that misbehaves."""

    def __init__(self, source: str, bos: str = "", eos: str = "") -> None:
        from jinja2 import TemplateError

        if len(source) > LONGEST_TEMPLATE:
            raise _misbehaves()
        self._names = {"bos_token": bos, "eos_token": eos, "add_generation_prompt": True}
        self._errors = TemplateError
        try:
            self._template = _sandbox().from_string(source)
        except (TemplateError, RecursionError) as error:
            raise _misbehaves() from error

    def parts(self, messages: Sequence[Message]) -> list[Part]:
        try:
            return self._parts(messages)
        except ModelError:
            return self._parts(_without_system(messages))

    def _parts(self, messages: Sequence[Message]) -> list[Part]:
        mark = secrets.token_hex(8)
        marked = [{"role": m.role, "content": f"{mark}:{i}:"} for i, m in enumerate(messages)]
        laid_out = self._render(marked)
        pieces = re.split(rf"{mark}:(\d+):", laid_out)
        numbers = [int(number) for number in pieces[1::2]]
        if numbers != list(range(len(messages))):
            raise _misbehaves()
        return [
            Part(messages[int(piece)].text, False) if i % 2 else Part(piece, True)
            for i, piece in enumerate(pieces)
            if piece
        ]

    def _render(self, messages: list[dict[str, str]]) -> str:
        deadline = time.monotonic() + MOST_SECONDS

        def watch(_frame: FrameType, _event: str, _argument: Any) -> Any:
            if time.monotonic() > deadline:
                raise _misbehaves()
            return watch

        before = sys.gettrace()
        sys.settrace(watch)
        try:
            result = ""
            for piece in self._template.generate(messages=messages, **self._names):
                result += piece
                if len(result) > LONGEST_RESULT:
                    raise _misbehaves()
            return result
        except (self._errors, *_MISHAPS) as error:
            raise _misbehaves() from error
        finally:
            sys.settrace(before)


def _sandbox() -> Any:
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Also refuses to multiply text into gigabytes."""

        intercepted_binops = frozenset(("*", "**", "%"))

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            if not (isinstance(left, int) and isinstance(right, int) and abs(right) < 10_000):
                raise SecurityError("only small numbers")
            return super().call_binop(context, operator, left, right)

    def refuse(message: str) -> None:
        raise SecurityError(message)

    sandbox = Sandbox(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"])
    sandbox.globals["raise_exception"] = refuse
    sandbox.globals["strftime_now"] = time.strftime
    for widening in ("center", "format", "indent", "xmlattr", "wordwrap"):
        sandbox.filters.pop(widening, None)
    return sandbox


def _without_system(messages: Sequence[Message]) -> list[Message]:
    """For templates that know no system role: its text goes before the first question."""
    if not messages or messages[0].role != "system":
        return list(messages)
    first, second, *others = messages
    return [Message(second.role, f"{first.text}\n\n{second.text}"), *others]


def _misbehaves() -> ModelError:
    return ModelError(
        "The chat template of this model does not work, or takes too long.", "Use another model."
    )
