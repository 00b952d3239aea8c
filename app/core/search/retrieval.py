"""Finds the chunks for a question: by meaning, by keywords, and by the rows of tables it names.

Keywords count as much as the question's rare words are really there: a question in another
language than the documents, or one of common words only, is then ranked by meaning alone. What is
best is looked at a second time, for pieces of words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np

from app.core.chunking import described
from app.core.interfaces import Embedder
from app.core.language import asking_part, content_words, readable, sentence_spans
from app.core.search.abstaining import Cosines, Signals, chance, judged, measure_signals
from app.core.search.question_parts import asked_parts
from app.core.search.second_look import shares_of_pieces
from app.core.storage.catalog import Catalog, boxes_of
from app.core.storage.vectors import VectorIndex
from app.core.suspicion import WARNING, orders_within
from app.core.types import Chunk, Hit, Page

CANDIDATES = 60
"""Chunks taken from each of the two ways."""
BACKGROUND = 1_000
"""Nearest chunks whose cosines show how far the best one stands out."""
KEYWORD_WEIGHT = 0.05
"""What a chunk gains over its cosine when it holds all the question's words."""
PIECES_WEIGHT = 0.07
"""The same for pieces of words."""
ROWS_WEIGHT = 0.07
"""The same for the rows of tables that the question names and the page has."""
_NAMING = 10
"""Best chunks whose documents are looked through for such rows."""
_MOST_TERMS = 40
_INFLECTED = 5
"""Letters of the shortest word that is looked for in other forms."""
_STEM = 0.7
"""The share of a word's letters that its other forms begin with."""
_MOST_RANKED = 20_000
"""Chunks that the rarest words of a question may have: about 20 ms to rank. Others tell little."""
_LONGEST_SENTENCE = 500
_FEWEST_WORDS = 3
"""Words of a sentence that says something, when no other one shares a word with the question."""
_AT_ONCE = 500
_BM25_CEILING = 2.2
"""FTS5's BM25 gives a term at most its rarity times this (k1 + 1)."""


@dataclass(frozen=True)
class Found:
    """What a search gave, and what it tells about whether the answer is there."""

    hits: tuple[Hit, ...]
    signals: Signals


class Retriever:
    """Searches one vault. Without an embedder it searches by keyword alone."""

    def __init__(
        self, catalog: Catalog, embedder: Embedder | None, vectors: VectorIndex | None
    ) -> None:
        self._catalog = catalog
        self._embedder = embedder
        self._vectors = vectors

    def find(self, question: str, k: int, scope: Collection[int] | None = None) -> Found:
        """The best `k` different chunks of the documents in `scope` (None: all)."""
        by_meaning = self._by_meaning(question, scope)
        parts = asked_parts(question)
        if len(parts) == 1:
            hits = self._hits(question, by_meaning, k, scope)
        else:
            found = (self._hits(p, self._by_meaning(p, scope), k, scope) for p in parts)
            hits = _in_turns(list(found), k)
        cosines = Cosines(
            [cosine for _, cosine in by_meaning],
            self._catalog.count_chunks(scope),
            self.embedder_id,
        )
        kept = self._catalog.chunks([hit.chunk for hit in hits])
        texts = [described(kept[hit.chunk]) for hit in hits]
        rarity = self._rarity(self._counts(question))
        return Found(tuple(hits), measure_signals(question, texts, rarity, cosines))

    def likely(
        self, question: str, least: float, scope: Collection[int] | None = None
    ) -> list[int]:
        """The chunks that hold an answer with at least that chance, each judged by itself."""
        rarity = self._rarity(self._counts(question))
        by_meaning = self._by_meaning(question, scope)
        cosines = Cosines(
            [cosine for _, cosine in by_meaning],
            self._catalog.count_chunks(scope),
            self.embedder_id,
        )
        chunks: dict[int, Chunk] = {}
        for start in range(0, len(by_meaning), _AT_ONCE):
            numbers = [number for number, _ in by_meaning[start : start + _AT_ONCE]]
            chunks |= self._catalog.chunks(numbers)
        whole = measure_signals(question, (), rarity, cosines)
        return [
            number
            for number, cosine in by_meaning
            if number in chunks
            and chance(judged(whole, question, described(chunks[number]), rarity, cosine)) >= least
        ]

    @property
    def embedder_id(self) -> str:
        """ "" where the search is by keyword alone."""
        return self._embedder.model_id if self._embedder else ""

    def ways(
        self, question: str, scope: Collection[int] | None = None
    ) -> tuple[list[Chunk], list[Chunk]]:
        """What meaning alone and what keywords alone find, best first."""
        by_meaning = [number for number, _ in self._by_meaning(question, scope)]
        by_word = self._by_word(self._counts(question), scope)
        chunks = self._catalog.chunks([*by_meaning, *by_word])
        return (
            [chunks[number] for number in by_meaning if number in chunks],
            [chunks[number] for number in _best(by_word, len(by_word)) if number in chunks],
        )

    def _hits(
        self,
        question: str,
        by_meaning: Sequence[tuple[int, float]],
        k: int,
        scope: Collection[int] | None,
    ) -> list[Hit]:
        """What is best for one question."""
        scores = _fused(dict(by_meaning), self._by_word(self._counts(question), scope))
        self._add_rows(scores, question)
        chunks = self._catalog.chunks(_best(scores, max(CANDIDATES, 3 * k)))
        scores = _looked_at_again(question, chunks, scores)
        kept = _without_repeats([chunks[number] for number in _best(scores, len(scores))])[:k]
        return [self._hit(chunk, scores[chunk.id], question) for chunk in kept]

    def _by_meaning(self, question: str, scope: Collection[int] | None) -> list[tuple[int, float]]:
        """Chunk ids and cosines, best first. What is said around a question counts half."""
        if self._embedder is None or self._vectors is None:
            return []
        query = self._embedder.embed_query(question)
        asked = asking_part(question)
        if asked != question:
            query = query + self._embedder.embed_query(asked)
            query /= np.linalg.norm(query)
        return self._vectors.search(query, BACKGROUND, scope)

    def _counts(self, question: str) -> dict[str, int]:
        """How many chunks have each of the question's words."""
        terms = content_words(question)[:_MOST_TERMS]
        return {term: self._catalog.count_chunks_with(f'"{term}"') for term in terms}

    def _rarity(self, counts: Mapping[str, int]) -> dict[str, float]:
        """How much each word tells, by how few chunks have it."""
        total = self._catalog.count_chunks()
        return {t: math.log(1 + (total + 0.5) / (count + 0.5)) for t, count in counts.items()}

    def _by_word(
        self, counts: Mapping[str, int], scope: Collection[int] | None
    ) -> dict[int, float]:
        """BM25 as a share, 0 to 1, of what a chunk with all the words as they are could have."""
        if not counts:
            return {}
        ceiling = 2 * _BM25_CEILING * sum(self._rarity(counts).values())
        forms = {form: self._catalog.count_chunks_with(form) for form in map(_forms, counts)}
        match = " OR ".join(rarest(forms))
        found = self._catalog.search_words(match, CANDIDATES, scope)
        return {number: min(1.0, score / ceiling) for number, score in found}

    def _add_rows(self, scores: dict[int, float], question: str) -> None:
        """Let chunks gain by the rows of their page, also such as were not found yet."""
        best = self._catalog.chunks(_best(scores, _NAMING)).values()
        shares = self._catalog.table_rows.shares(question, {chunk.document for chunk in best})
        floor = min(scores.values(), default=0.0)
        for number, share in shares.items():
            scores[number] = scores.get(number, floor) + ROWS_WEIGHT * share

    def _hit(self, chunk: Chunk, score: float, question: str) -> Hit:
        page = self._catalog.page(chunk.document, chunk.page)
        start, end = sentence_that_matters(page, chunk, question)
        return Hit(
            document=chunk.document,
            document_name=chunk.document_name,
            path=self._catalog.document(chunk.document).path,
            page=chunk.page,
            score=round(score, 4),
            text=chunk.text,
            start=chunk.start,
            end=chunk.end,
            boxes=boxes_of(page, chunk.start, chunk.end),
            chunk=chunk.id,
            marked=readable(page.text[start:end]),
            marked_boxes=boxes_of(page, start, end),
            warning=WARNING if orders_within(page.text, chunk.start, chunk.end) else "",
        )


def sentence_that_matters(page: Page, chunk: Chunk, question: str) -> tuple[int, int]:
    """Where the sentence, or the row, of the chunk stands that shares most with the question."""
    wanted = set(content_words(question))
    text = page.text[chunk.start : chunk.end]
    spans = [piece for span in sentence_spans(text) for piece in _rows(text, *span)]

    def shared(span: tuple[int, int]) -> tuple[float, bool]:
        found = set(content_words(text[slice(*span)]))
        return len(found & wanted) / math.sqrt(len(found) + 4), len(found) >= _FEWEST_WORDS

    start, end = max(spans, key=shared, default=(0, len(text)))
    return chunk.start + start, chunk.start + end


def _rows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of what is too long for a sentence, as a table is; otherwise all of it."""
    if end - start <= _LONGEST_SENTENCE:
        yield start, end
        return
    yield from (
        (start + m.start(), start + m.end()) for m in re.finditer("[^\n]+", text[start:end])
    )


def _forms(term: str) -> str:
    """The FTS5 query for a word and those that begin alike: other endings, and compounds with it.

    The word as it is counts twice.
    """
    if len(term) < _INFLECTED or not term.isalpha():
        return f'"{term}"'
    return f'"{term}" OR "{term[: max(_INFLECTED - 1, round(_STEM * len(term)))]}"*'


def rarest(counts: Mapping[str, int]) -> Iterator[str]:
    """One word at least, and no more than can be ranked while somebody waits."""
    ranked = 0
    for term in sorted(counts, key=lambda term: counts[term]):
        if ranked and ranked + counts[term] > _MOST_RANKED:
            return
        ranked += counts[term]
        yield term


def _in_turns(found: Sequence[Sequence[Hit]], k: int) -> list[Hit]:
    """The best of each question, then the next ones. Each question's best has the same score."""
    best = max((hits[0].score for hits in found if hits), default=0.0)
    chosen: dict[int, Hit] = {}
    for row in zip_longest(*found):
        for hit, hits in zip(row, found, strict=True):
            if hit is not None:
                score = round(hit.score + best - hits[0].score, 4)
                chosen.setdefault(hit.chunk, replace(hit, score=score))
    return list(chosen.values())[:k]


def _best(scores: Mapping[int, float], count: int) -> list[int]:
    return sorted(scores, key=lambda number: -scores[number])[:count]


def _looked_at_again(
    question: str, chunks: Mapping[int, Chunk], scores: Mapping[int, float]
) -> dict[int, float]:
    """Chunk id to score, for these chunks."""
    shares = shares_of_pieces(question, [chunk.text for chunk in chunks.values()])
    return {
        number: scores[number] + PIECES_WEIGHT * share
        for number, share in zip(chunks, shares, strict=True)
    }


def _fused(by_meaning: Mapping[int, float], by_word: Mapping[int, float]) -> dict[int, float]:
    """Chunk id to score, for all candidates."""
    floor = min(by_meaning.values(), default=0.0)
    return {
        number: by_meaning.get(number, floor) + KEYWORD_WEIGHT * by_word.get(number, 0.0)
        for number in by_meaning.keys() | by_word.keys()
    }


def _without_repeats(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks in order, without those that say the same again."""
    first: dict[str, Chunk] = {}
    for chunk in chunks:
        first.setdefault(" ".join(content_words(chunk.text)), chunk)
    return list(first.values())
