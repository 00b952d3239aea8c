"""The numbers of citations, where sentences from several sources are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.core.types import Citation, Sentence

Numbers = dict[tuple[int, int, str], int]
"""By document, page and quote."""


def renumbered(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences with citations numbered in the order of their first use."""
    numbers: Numbers = {}
    return [numbered(sentence, numbers) for sentence in sentences]


def numbered(sentence: Sentence, numbers: Numbers) -> Sentence:
    """The sentence with its citations numbered as in `numbers`, which grows."""

    def with_number(citation: Citation) -> Citation:
        key = (citation.document, citation.page, citation.quote)
        return replace(citation, number=numbers.setdefault(key, len(numbers) + 1))

    return replace(sentence, citations=tuple(map(with_number, sentence.citations)))
