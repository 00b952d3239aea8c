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
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from app.backends.template_families import FAMILIES, Signs, recognise
from app.core.errors import ModelError
from app.core.interfaces import Message

KNOWN = {name: family.source for name, family in FAMILIES.items()}
OWN = "own"
"""What a user asks for who wants the template in the model's file."""
THINKING = "<think>"
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
        self._names = {
            "bos_token": bos, "eos_token": eos, "add_generation_prompt": True,
            # Models that can do without: it would cost the reader minutes.
            "enable_thinking": False,
        }  # fmt: skip
        self._account = Account()
        with _stopped_at(time.monotonic() + MOST_SECONDS):
            self._template = Sandbox(self._account).from_string(source)

    def parts(self, messages: Sequence[Message]) -> list[Part]:
        deadline = time.monotonic() + MOST_SECONDS
        for accepted in (list, _without_system, _alternating):
            try:
                return self._parts(accepted(messages), deadline)
            except ModelError:
                continue
        return self._parts(_alternating(_without_system(messages)), deadline)

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


@dataclass(frozen=True)
class Choice:
    """How a model is talked to. `family` None stands for the template in its file."""

    family: str | None
    reason: str = ""

    @property
    def title(self) -> str:
        """The family's; "" for the template in the file."""
        return FAMILIES[self.family].title if self.family else ""

    def told(self) -> str:
        """As the user reads it, after “Chat template: ”."""
        return f"of the {self.title} family, {self.reason}" if self.family else "its own"


def choose(asked: str, shipped: str | None, own: str | None, signs: Signs) -> Choice:
    """The user's choice, the one that is shipped, the file's own, or that of its family.

    An own template is tried out first, which takes up to `MOST_SECONDS` twice.
    """
    if asked in FAMILIES:
        return Choice(asked, "chosen by you")
    if shipped in FAMILIES and asked != OWN:
        return Choice(shipped, "as it was shipped")
    if own and _works(own):
        return Choice(None)
    family, reason = recognise(signs)
    return Choice(family, f"{reason}; its own does not work" if own else reason)


def _works(source: str) -> bool:
    turns = [Message(role, role) for role in ("system", "user", "assistant", "user")]
    try:
        ChatTemplate(source, "<s>", "</s>").parts(turns)
    except ModelError:
        return False
    return True


def opens_thinking(parts: Sequence[Part]) -> bool:
    """Whether the answer will begin inside a thinking part: the template wrote its first word."""
    return bool(parts) and parts[-1].trusted and parts[-1].text.rstrip().endswith(THINKING)


def without_doubled_spaces(parts: Sequence[Part]) -> list[Part]:
    """For tokenizers that put a space before each text: the parts less the spaces that they add.

    A template's own space before or after a message would otherwise be there twice.
    """
    texts = [part.text for part in parts]
    for i in range(1, len(texts)):
        if texts[i].startswith(" "):
            texts[i] = texts[i][1:]
        else:
            texts[i - 1] = texts[i - 1].removesuffix(" ")
    return [Part(text, part.trusted) for text, part in zip(texts, parts, strict=True) if text]


def ended_at(stops: Sequence[str], pieces: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The pieces of an answer up to the text by which the model begins the next question itself."""
    held, count = "", 0
    for piece, tokens in pieces:
        held, count = held + piece, count + tokens
        found = [held.find(stop) for stop in stops if stop in held]
        if found:
            yield held[: min(found)], count
            return
        kept = max((_overlap(held, stop) for stop in stops), default=0)
        if kept < len(held):
            yield held[: len(held) - kept], count
            held, count = held[len(held) - kept :], 0
    if held:
        yield held, count


def _overlap(text: str, stop: str) -> int:
    """How many characters at the end of the text could be the beginning of the stop."""
    lengths = range(min(len(text), len(stop) - 1), 0, -1)
    return next((length for length in lengths if text.endswith(stop[:length])), 0)


def _alternating(messages: Sequence[Message]) -> list[Message]:
    """For templates that want question and answer in turn: neighbours of one role become one."""
    made: list[Message] = []
    for message in messages:
        if made and made[-1].role == message.role:
            made[-1] = Message(message.role, f"{made[-1].text}\n\n{message.text}")
        else:
            made.append(message)
    return made


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
