"""Builds the prompt: fixed rules first, then the evidence that fits, then the question.

The order makes the model keep what it has read already; the model's own tokenizer makes sure
that prompt and answer fit its context.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.core.chunking import spoken_name
from app.core.errors import UsageError
from app.core.excerpts import trimmed
from app.core.interfaces import LanguageModel, Message
from app.core.kinds import has_pages
from app.core.language import language_of
from app.core.search.abstaining import SURE
from app.core.suspicion import orders_in
from app.core.types import Hit, Turn

ANSWER_TOKENS = 400
"""The longest answer."""
MARGIN = 0.05
"""Hits that score this much less than the best one only distract the model, and cost its time."""
FEWEST = 3
"""Hits that the model should see: the best one is not always the one that answers."""
SHORTEST = 40
"""Characters of evidence below which nothing is shortened further."""
LONGEST_NAME = 100
"""Characters of a document's name that the model is told."""
MOST_TURNS = 2
"""Earlier questions and answers that the model sees again."""


@dataclass(frozen=True)
class Words:
    """What a model is told in one language.

    `closing` comes after the evidence: what was read last weighs most. `decline` tells the model to
    write `nothing` where the answer is not there.
    """

    rules: str
    decline: str
    excerpts: str
    page: str
    part: str
    question: str
    closing: str
    nothing: str


def load_words(text: str) -> dict[str, Words]:
    """From TOML: a table for each language, named as `language_of` names it."""
    return {language: Words(**words) for language, words in tomllib.loads(text).items()}


@dataclass(frozen=True)
class Asked:
    """A question, what was asked before it, and the chance that the documents hold its answer."""

    question: str
    history: Sequence[Turn] = ()
    chance: float = 0.0

    @property
    def may_decline(self) -> bool:
        """Whether the model is told what to reply if it finds nothing: a small one often does."""
        return self.chance < SURE


@dataclass(frozen=True)
class Example:
    """A question of this vault with the line that answers it, and a good answer."""

    question: str
    quote: str
    answer: str


@dataclass(frozen=True)
class Prompt:
    """What the model gets; `evidence` are the hits that are in it, in the order shown."""

    messages: tuple[Message, ...]
    evidence: tuple[Hit, ...]
    tokens: int
    words: Words = field(repr=False)


class PromptBuilder:
    """`budget` is the number of tokens that this machine reads in a bearable time."""

    def __init__(
        self,
        words: dict[str, Words],
        budget: int,
        examples: Sequence[Example] = (),
        language: str = "",
    ) -> None:
        """`language`: of every answer; without one, that of the question."""
        self._words, self._language = words, language
        self._budget = budget
        self._examples = examples

    def beginning(self, question: str) -> tuple[Message, ...]:
        """The prompt of a question like this one before there is any evidence."""
        return self._messages(Asked(question), ())

    def build(self, asked: Asked, hits: Sequence[Hit], model: LanguageModel) -> Prompt:
        """As many of the best hits as fit, at least one, shortened if need be.

        The best one is shown whole, unless that leaves too little room for the next ones.
        """
        room = min(self._budget, model.context - ANSWER_TOKENS)
        for turns in range(min(len(asked.history), MOST_TURNS), -1, -1):
            kept = replace(asked, history=asked.history[len(asked.history) - turns :])
            tokens = model.count_tokens(self._messages(kept, ()))
            if tokens < room / 2 or (turns == 0 and tokens < model.context - ANSWER_TOKENS):
                break
        else:
            raise UsageError("The question is too long for the model.", "Shorten it.")
        room = max(room, tokens + 100)
        near = [hit for hit in hits if hit.score >= hits[0].score - MARGIN]
        short = trimmed(asked.question, near)
        prompt = self._filled(kept, [*near[:1], *short[1:]], model, room)
        if len(prompt.evidence) >= min(FEWEST, len(near)):
            return prompt
        shorter = self._filled(kept, short, model, room)
        return shorter if len(shorter.evidence) > len(prompt.evidence) else prompt

    def _filled(self, asked: Asked, hits: Sequence[Hit], model: LanguageModel, room: int) -> Prompt:
        room = min(room, model.context - ANSWER_TOKENS)
        evidence: tuple[Hit, ...] = ()
        messages = self._messages(asked, evidence)
        tokens = model.count_tokens(messages)
        for hit in hits:
            longer = self._messages(asked, (*evidence, hit))
            count = model.count_tokens(longer)
            if count <= room:
                evidence, messages, tokens = (*evidence, hit), longer, count
        text = hits[0].text if hits else ""
        while not evidence and len(text) > SHORTEST:
            text = text[: len(text) * 3 // 4]
            shortened = replace(hits[0], text=text)
            longer = self._messages(asked, (shortened,))
            count = model.count_tokens(longer)
            if count <= room:
                evidence, messages, tokens = (shortened,), longer, count
        return Prompt(messages, evidence, tokens, self._words_for(asked.question))

    def _words_for(self, question: str) -> Words:
        return self._words.get(self._language) or self._words[language_of(question)]

    def _messages(self, asked: Asked, evidence: Sequence[Hit]) -> tuple[Message, ...]:
        earlier = tuple(
            message
            for turn in asked.history
            for message in (
                Message("user", turn.question),
                Message("assistant", turn.answer.answer),
            )
        )
        words = self._words_for(asked.question)
        rules = f"{words.rules.strip()}\n{words.decline if asked.may_decline else ''}"
        return (
            Message("system", rules.strip()),
            *self._shown_examples(words),
            *earlier,
            Message("user", _told(words, asked.question, evidence)),
        )

    def _shown_examples(self, words: Words) -> tuple[Message, ...]:
        """As if they had been asked and answered before."""
        return tuple(
            message
            for example in self._examples
            for message in (
                Message("user", f"{example.quote}\n\n{words.question} {example.question}"),
                Message("assistant", example.answer),
            )
        )


def _place(words: Words, hit: Hit) -> str:
    form = words.page if has_pages(hit.document_name) else words.part
    return form.format(page=hit.page)


def _told(words: Words, question: str, evidence: Sequence[Hit]) -> str:
    mark = _mark(question, evidence)
    parts = [
        words.excerpts.format(mark=mark),
        *(
            f"[{number}-{mark}] {_title(hit)}, {_place(words, hit)}:\n{hit.text}"
            for number, hit in enumerate(evidence, start=1)
        ),
        f"{words.question} {question}",
        words.closing,
    ]
    return "\n\n".join(parts)


def _mark(question: str, evidence: Sequence[Hit]) -> str:
    """Six letters that no document can foretell, and that are the same for the same question."""
    said = "\0".join((question, *(hit.text for hit in evidence)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:6]


def _title(hit: Hit) -> str:
    """The document's name on one line; a name that gives orders is not told."""
    name = " ".join(hit.document_name.split())[:LONGEST_NAME]
    return "document" if orders_in(spoken_name(name)) else name
