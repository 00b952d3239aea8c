"""How others cut documents and find chunks in them, as their programs do by default.

Read in their sources (AnythingLLM, GPT4All, kotaemon, Open WebUI). Owns cutting, embedding and
ranking, no figures. Each recipe works on the text that our reader gave, so that retrieval alone is
compared. Embedders that cannot be had here are replaced by the one that is handed in.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.core.arrays import Vectors
from app.core.interfaces import Embedder

Span = tuple[int, int]
Tokens = Callable[[str], Sequence[Span]]
"""The characters that each token of a text covers."""
FUSION = 60
"""The constant of reciprocal rank fusion."""
_SEPARATORS = ("\n\n", "\n", " ", "")
_SMALL = """a an and are as at be but by for if in into is it no not of on or such that the their
    then there these they this to was will with"""
_STOP_WORDS = frozenset(_SMALL.split())
"""GPT4All's."""


@dataclass(frozen=True)
class Text:
    """A document: the text of its pages."""

    name: str
    pages: tuple[str, ...]


class Piece(NamedTuple):
    """A chunk, and the page that most of it stands on."""

    document_name: str
    page: int
    text: str


Cut = Callable[[Text, Tokens], Iterator[Piece]]


@dataclass(frozen=True)
class Recipe:
    """`given`: how many chunks the answer model gets; `least`: the cosine that they must have."""

    name: str
    cut: Cut
    rank: Callable[[Index, str, Collection[str] | None, int], list[int]]
    given: int
    least: float = -1.0


class Index:
    """The chunks of all documents, by meaning and by keyword."""

    def __init__(self, pieces: Sequence[Piece], embedder: Embedder) -> None:
        self.pieces = pieces
        self._embedder = embedder
        self._vectors: Vectors = embedder.embed_passages([piece.text for piece in pieces])
        self._documents = np.array([piece.document_name for piece in pieces])
        self._queries: dict[str, Vectors] = {}
        self._words = sqlite3.connect(":memory:")
        self._words.execute("CREATE VIRTUAL TABLE words USING fts5(text, document UNINDEXED)")
        self._words.executemany(
            "INSERT INTO words(rowid, text, document) VALUES (?, ?, ?)",
            ((number, piece.text, piece.document_name) for number, piece in enumerate(pieces)),
        )

    def cosines(self, question: str) -> NDArray[np.float32]:
        if question not in self._queries:
            self._queries[question] = self._embedder.embed_query(question)
        found: NDArray[np.float32] = self._vectors @ self._queries[question][0]
        return found

    def by_meaning(self, question: str, scope: Collection[str] | None, k: int) -> list[int]:
        cosines = self.cosines(question).copy()
        if scope is not None:
            cosines[~np.isin(self._documents, list(scope))] = -np.inf
        best = np.argsort(-cosines, kind="stable")[:k]
        return [int(number) for number in best if np.isfinite(cosines[number])]

    def by_word(self, match: str, scope: Collection[str] | None, k: int) -> list[int]:
        inside = "" if scope is None else f"AND document IN ({','.join('?' * len(scope))})"
        rows = self._words.execute(
            f"SELECT rowid FROM words WHERE text MATCH ? {inside} ORDER BY rank LIMIT ?",
            [match, *(scope or ()), k],
        )
        return [row[0] for row in rows]


# Cutting


def split(text: str, size: int, overlap: int) -> Iterator[Span]:
    """By blank lines, then lines, then words, as LangChain's recursive splitter does."""
    yield from _split(text, (0, len(text)), (size, overlap), _SEPARATORS)


def _split(
    text: str, span: Span, lengths: tuple[int, int], separators: Sequence[str]
) -> Iterator[Span]:
    index = next(i for i, mark in enumerate(separators) if mark in text[slice(*span)])
    short: list[Span] = []
    for piece in _parted(text, span, separators[index]):
        if piece[1] - piece[0] < lengths[0]:
            short.append(piece)
            continue
        yield from _merged(short, *lengths)
        short = []
        if separators[index + 1 :]:
            yield from _split(text, piece, lengths, separators[index + 1 :])
        else:
            yield piece
    yield from _merged(short, *lengths)


def _parted(text: str, span: Span, mark: str) -> Iterator[Span]:
    """Pieces that begin with the mark, the first one aside."""
    start, end = span
    if not mark:
        yield from ((at, at + 1) for at in range(start, end))
        return
    while start < end:
        found = text.find(mark, start + 1, end)
        stop = end if found < 0 else found
        yield start, stop
        start = stop


def _merged(pieces: Sequence[Span], size: int, overlap: int) -> Iterator[Span]:
    """Neighbours together, as many as fit; the next ones begin with the end of the last ones."""
    first = 0
    for number, (_, end) in enumerate(pieces):
        if end - pieces[first][0] > size and number > first:
            yield pieces[first][0], pieces[number - 1][1]
            while first < number and (
                pieces[number - 1][1] - pieces[first][0] > overlap or end - pieces[first][0] > size
            ):
                first += 1
    if pieces:
        yield pieces[first][0], pieces[-1][1]


def whole_documents(size: int, overlap: int, header: str) -> Cut:
    """Over the pages as one text; `header` may hold the document's `{name}`."""

    def cut(text: Text, _tokens: Tokens) -> Iterator[Piece]:
        ends = np.cumsum([len(page) for page in text.pages])
        joined = "".join(text.pages)
        for start, end in split(joined, size, overlap):
            found = joined[start:end].strip()
            if found:
                page = _page_of_most(start, end, ends)
                yield Piece(text.name, page, header.format(name=text.name) + found)

    return cut


def _page_of_most(start: int, end: int, ends: NDArray[np.int64]) -> int:
    starts = np.concatenate([[0], ends[:-1]])
    shared = np.minimum(ends, end) - np.maximum(starts, start)
    return int(np.argmax(shared)) + 1


def page_by_page(spans: Callable[[str, Tokens], Iterator[Span]]) -> Cut:
    def cut(text: Text, tokens: Tokens) -> Iterator[Piece]:
        for number, page in enumerate(text.pages, start=1):
            for start, end in spans(page, tokens):
                if found := page[start:end].strip():
                    yield Piece(text.name, number, found)

    return cut


def words_up_to(size: int) -> Callable[[str, Tokens], Iterator[Span]]:
    """Whole words, one blank between them, while they fit."""

    def spans(page: str, _tokens: Tokens) -> Iterator[Span]:
        start, last, length = -1, 0, 0
        for word in re.finditer(r"\S+", page):
            if start >= 0 and length + 1 + len(word.group()) > size:
                yield start, last
                start, length = -1, 0
            start = word.start() if start < 0 else start
            length += len(word.group()) + (length > 0)
            last = word.end()
        if start >= 0:
            yield start, last

    return spans


def tokens_up_to(size: int, overlap: int) -> Callable[[str, Tokens], Iterator[Span]]:
    def spans(page: str, tokens: Tokens) -> Iterator[Span]:
        found = tokens(page)
        for first in range(0, max(len(found) - overlap, min(len(found), 1)), size - overlap):
            part = found[first : first + size]
            yield part[0][0], part[-1][1]

    return spans


# Ranking


def by_meaning(index: Index, question: str, scope: Collection[str] | None, k: int) -> list[int]:
    return index.by_meaning(question, scope, k)


def as_gpt4all(index: Index, question: str, scope: Collection[str] | None, k: int) -> list[int]:
    """The whole question as a phrase, or its words; fused with the nearest chunks."""
    asked = question.replace('"', '""').split()
    phrase = " ".join(asked)
    by_word, weight = index.by_word(f'"{phrase}"', scope, k), 0.9
    if not by_word:
        kept = [word for word in asked if word.lower() not in _STOP_WORDS]
        by_word = index.by_word(_any_of(kept), scope, k) if kept else []
        weight = 0.25 + 0.5 * min(1.0, 1 / max(len(kept), 1) ** 2)
    near = index.by_meaning(question, scope, k)
    missing = sorted(set(by_word) - set(near), key=lambda n: -index.cosines(question)[n])
    return _fused([*near, *missing], by_word, weight if by_word else 0.0)[:k]


def as_kotaemon(index: Index, question: str, scope: Collection[str] | None, k: int) -> list[int]:
    """Keywords before meaning: so they stay where no online service sorts them anew."""
    return list(dict.fromkeys([*_words(index, question, scope), *_near(index, question, scope)]))[
        :k
    ]


def as_kotaemon_fused(
    index: Index, question: str, scope: Collection[str] | None, k: int
) -> list[int]:
    """The same two hundred, fused by rank in the place of that service."""
    return _fused(_near(index, question, scope), _words(index, question, scope), 0.5)[:k]


def _near(index: Index, question: str, scope: Collection[str] | None) -> list[int]:
    return index.by_meaning(question, scope, 100)


def _words(index: Index, question: str, scope: Collection[str] | None) -> list[int]:
    return index.by_word(_any_of(re.findall(r"\w+", question)), scope, 100)


def _any_of(words: Sequence[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)


def _fused(near: Sequence[int], by_word: Sequence[int], weight: float) -> list[int]:
    meant = {number: rank for rank, number in enumerate(near, start=1)}
    worded = {number: rank for rank, number in enumerate(by_word, start=1)}

    def score(number: int) -> float:
        word = 1 / (FUSION + worded.get(number, len(by_word) + 1))
        return weight * word + (1 - weight) / (FUSION + meant.get(number, len(near) + 1))

    return sorted(dict.fromkeys([*near, *by_word]), key=lambda number: -score(number))


def tokens_of(embedder: Any) -> Tokens:
    """By the embedder's own tokenizer; theirs is another one, with tokens of about that length."""
    tokenizer = embedder._model.tokenizer

    def tokens(text: str) -> Sequence[Span]:
        found = tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )
        return [span for span in found["offset_mapping"] if span[1] > span[0]]

    return tokens


_PAGES_OF_TOKENS = page_by_page(tokens_up_to(1_024, 256))
RECIPES = (
    Recipe(
        "AnythingLLM",
        whole_documents(
            1_000, 20, "<document_metadata>\nsourceDocument: {name}\n</document_metadata>\n\n"
        ),
        by_meaning,
        given=4,
        least=0.25,
    ),
    Recipe("Open WebUI", page_by_page(lambda page, _: split(page, 1_000, 100)), by_meaning, 3),
    Recipe("GPT4All", page_by_page(words_up_to(512)), as_gpt4all, 3),
    Recipe("kotaemon", _PAGES_OF_TOKENS, as_kotaemon, 10),
    Recipe("kotaemon, fused", _PAGES_OF_TOKENS, as_kotaemon_fused, 10),
)
