"""Sentences of a summary: taken from what a model writes, and chosen when there are too many.

Owns what is a sentence worth checking; whether a page supports it is `grounding`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from app.core.language import content_words, sentence_spans
from app.core.overview.centrality import representatives, word_vectors
from app.core.types import Hit, Sentence, Support

_REPEATS = 0.85
"""Share of words that makes a sentence a repetition."""
_QUOTE = (50, 320)
"""Characters of a sentence that is quoted."""
_HEADING = 2
"""Words that make no sentence."""
_HEAD_WORD = r"(?:art(?:icle|ikel|\.)?|chapter|hoofdstuk|chapitre|section|afdeling|annex|bijlage)"
_NUMBERED = re.compile(
    rf"{_HEAD_WORD}\s+[\dIVX]+\b.*\b{_HEAD_WORD}\s+[\dIVX]+\s*[.:]?$", re.IGNORECASE
)
"""Two headings in a row, as they run together on a page."""


def complete_sentences(pieces: Iterator[str]) -> Iterator[str]:
    """Complete sentences, without the marks of a list. What was cut off at the limit is none."""
    draft = ""
    for piece in pieces:
        draft += piece
        *complete, last = list(sentence_spans(draft)) or [(0, 0)]
        yield from filter(_says_something, (_plain(draft[a:b]) for a, b in complete))
        draft = draft[last[0] :] if complete else draft
    rest = _plain(draft)
    if _says_something(rest) and rest[-1] in ".!?”»\"'":
        yield rest


def _plain(text: str) -> str:
    return " ".join(text.split()).lstrip("-•*– ").strip("*").strip()


def _says_something(text: str) -> bool:
    """A sentence has words; “2.” and “Chapter 7 – Conduct Article 16.” say nothing."""
    words = sum(word[0].isalpha() for word in text.split())
    return words > _HEADING and not text.endswith(":") and not _NUMBERED.match(text)


def repeats(text: str, earlier: str) -> bool:
    """Whether nearly all words of a sentence, and all its figures, were said in an earlier one."""
    said, before = content_words(text), set(content_words(earlier))
    if any(word[0].isdigit() and word not in before for word in said):
        return False
    return sum(word in before for word in said) >= _REPEATS * len(said)


def at_most(count: int, sentences: Sequence[Sentence]) -> list[Sentence]:
    """All of them, unless the model copied on: then the most telling ones that are supported."""
    supported = [s for s in sentences if s.support is not Support.UNSUPPORTED]
    if len(supported) <= count:
        return list(sentences)
    return most_telling(supported, count)


def with_quotes(
    written: Sequence[Sentence],
    piece: Sequence[Hit],
    check: Callable[[str], Sentence],
    fewest: int,
) -> list[Sentence]:
    """The sentences, and where the pages support too few of them, telling ones quoted."""
    supported = [s for s in written if s.support is Support.SUPPORTED]
    if len(supported) >= fewest:
        return list(written)
    spans = [(hit.text, span) for hit in piece for span in sentence_spans(hit.text)]
    texts = dict.fromkeys(" ".join(text[a:b].split()) for text, (a, b) in spans)
    telling = [
        Sentence(f"“{text}”", Support.SUPPORTED)
        for text in texts
        if _QUOTE[0] <= len(text) <= _QUOTE[1]
        and _says_something(text)
        and not any(repeats(text, sentence.text) for sentence in supported)
    ]
    quotes = most_telling(telling, fewest - len(supported)) if telling else []
    return [*written, *(s for s in (check(quote.text) for quote in quotes) if s.citations)]


def most_telling(sentences: Sequence[Sentence], count: int) -> list[Sentence]:
    """The sentences that stand best for all, in their order."""
    texts = [sentence.text for sentence in sentences]
    if len(texts) <= count:
        return list(sentences)
    chosen = representatives(
        word_vectors(texts), np.ones(len(texts), np.float32), [1] * len(texts), count
    )
    return [sentences[i] for i in chosen]
