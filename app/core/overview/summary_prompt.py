"""What a model is asked when it summarises: rules, excerpts, and in how many sentences.

Owns the words (`resources/prompts/summary.toml`) and no choice of what is read.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.core.chunking import spoken_name
from app.core.errors import UsageError
from app.core.interfaces import Message
from app.core.kinds import has_pages
from app.core.suspicion import orders_in
from app.core.types import Hit

_LONGEST_NAME = 100
_CODES = {"en": "English", "fr": "French", "nl": "Dutch", "de": "German", "es": "Spanish"}


@dataclass(frozen=True)
class Excerpt:
    """Text of a document, with the name and the pages that the model is told."""

    document_name: str
    pages: str
    text: str


@dataclass(frozen=True)
class SummaryWords:
    """The words of one language."""

    language: str
    rules: str
    excerpts: str
    page: str
    pages: str
    part: str
    parts: str
    piece: str
    whole: str

    def messages(self, excerpts: Sequence[Excerpt], asked: str, count: int) -> tuple[Message, ...]:
        """The prompt; `asked` is `piece` or `whole`."""
        said = "\0".join(excerpt.text for excerpt in excerpts)
        mark = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:6]
        parts = [
            self.excerpts.format(mark=mark),
            *(
                f"[{number}-{mark}] {self._place(excerpt)}:\n{excerpt.text}"
                for number, excerpt in enumerate(excerpts, start=1)
            ),
            asked.format(count=count),
        ]
        return (Message("system", self.rules.strip()), Message("user", "\n\n".join(parts)))

    def _place(self, excerpt: Excerpt) -> str:
        one, several = self.page, self.pages
        if not has_pages(excerpt.document_name):
            one, several = self.part, self.parts
        form = one if excerpt.pages.isdecimal() else several
        return f"{_title(excerpt.document_name)}, {form.format(page=excerpt.pages)}"


def summary_words(text: str, language: str) -> SummaryWords:
    """The words for a language, by name or code; UsageError for one that is not there."""
    known: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    name = _CODES.get(language.lower(), language.capitalize())
    if name not in known:
        raise UsageError(
            "Strongroom does not write summaries in this language.",
            f"It does in {', '.join(known)}.",
        )
    return SummaryWords(language=name, **known[name])


def excerpts_of(hits: Sequence[Hit]) -> list[Excerpt]:
    """Each hit as an excerpt."""
    return [Excerpt(hit.document_name, str(hit.page), hit.text) for hit in hits]


def _title(name: str) -> str:
    """The document's name on one line; one that gives orders is not told."""
    line = " ".join(name.split())[:_LONGEST_NAME]
    return "…" if orders_in(spoken_name(line)) else line
