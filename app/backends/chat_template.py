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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from app.core.errors import ModelError
from app.core.interfaces import Message

KNOWN = {
    "chatml": "{% for message in messages %}<|im_start|>{{ message.role }}\n"
    "{{ message.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant{{ '\n' }}",
}
LONGEST_TEMPLATE = 50_000
LONGEST_RESULT = 100_000
MOST_SECONDS = 2.0


@dataclass(frozen=True)
class Part:
    """A piece of a prompt. Control tokens are recognised in trusted ones only."""

    text: str
    trusted: bool


class ChatTemplate:
    """A compiled template. Raises `ModelError` for one that misbehaves."""

    def __init__(self, source: str, bos: str = "", eos: str = "") -> None:
        from app.backends.template_sandbox import Account, Sandbox

        if len(source) > LONGEST_TEMPLATE:
            raise _misbehaves()
        self._names = {"bos_token": bos, "eos_token": eos, "add_generation_prompt": True}
        self._account = Account()
        with _stopped_at(time.monotonic() + MOST_SECONDS):
            self._template = Sandbox(self._account).from_string(source)

    def parts(self, messages: Sequence[Message]) -> list[Part]:
        deadline = time.monotonic() + MOST_SECONDS
        try:
            return self._parts(messages, deadline)
        except ModelError:
            return self._parts(_without_system(messages), deadline)

    def _parts(self, messages: Sequence[Message], deadline: float) -> list[Part]:
        mark = secrets.token_hex(8)
        marked = [{"role": m.role, "content": f"{mark}:{i}:"} for i, m in enumerate(messages)]
        laid_out = self._render(marked, deadline)
        pieces = re.split(rf"{mark}:(\d+):", laid_out)
        numbers = [int(number) for number in pieces[1::2]]
        if numbers != list(range(len(messages))):
            raise _misbehaves()
        return [
            Part(messages[int(piece)].text, False) if i % 2 else Part(piece, True)
            for i, piece in enumerate(pieces)
            if piece
        ]

    def _render(self, messages: list[dict[str, str]], deadline: float) -> str:
        self._account.renew()
        with _stopped_at(deadline):
            result = ""
            for piece in self._template.generate(messages=messages, **self._names):
                result += piece
                if len(result) > LONGEST_RESULT:
                    raise _misbehaves()
            return result


@contextmanager
def _stopped_at(deadline: float) -> Iterator[None]:
    """What is done inside ends by then, and whatever it raises is a `ModelError`."""

    def watch(frame: FrameType, _event: str, _argument: Any) -> Any:
        """Sees every call, and every line of the template itself."""
        if time.monotonic() > deadline:
            raise _misbehaves()
        return watch if frame.f_code.co_filename == "<template>" else None

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        yield
    except ModelError:
        raise
    except Exception as error:  # of any kind: a stranger's program failed
        raise _misbehaves() from error
    finally:
        sys.settrace(before)


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
