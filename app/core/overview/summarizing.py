"""Summaries of any length: pieces are summarised and checked, then their sentences merged.

Every sentence that is kept was matched to lines of a page. Quick reads what stands best for the
whole; thorough reads every page. How a text is cut, and what stands for it, is decided elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from app.core.arrays import Vectors
from app.core.control import Control
from app.core.errors import Cancelled, UsageError
from app.core.events import Report, SentenceChecked, WorkProgress
from app.core.grounding.grounder import Grounder
from app.core.interfaces import Embedder, LanguageModel, Message
from app.core.language import language_of
from app.core.overview.centrality import proseness, representatives, word_vectors
from app.core.overview.document_work import Extent, PagesRead, Summary, SummaryWish
from app.core.overview.numbering import Numbers, numbered, renumbered
from app.core.overview.summary_prompt import Excerpt, SummaryWords, excerpts_of, summary_words
from app.core.overview.summary_sentences import (
    at_most,
    complete_sentences,
    most_telling,
    repeats,
    with_quotes,
)
from app.core.overview.whole_documents import WholeDocuments
from app.core.storage.catalog import Catalog
from app.core.types import Answer, AnswerTimes, Hit, Sentence, Support

PIECE_TOKENS = 1_000
"""A piece is no longer: small models lose what stands in the middle of a long one."""
PIECE_SENTENCES, MERGED_SENTENCES, QUICK_SENTENCES = 3, 8, 6
"""How many the model may write of a piece, of many pieces, and in a quick look."""
STOPPED_SENTENCES = 12
"""Shown of the pieces when they were not merged."""
QUICK_PASSAGE = 450
"""Characters of a passage in a quick look, so that more of them fit."""
_PIECE_LIMIT, _MERGED_LIMIT = 160, 320
"""Tokens."""
_FEWEST = 3
"""Supported sentences that a merged summary must have; otherwise those of the pieces stand."""
_LONG = 10
"""Characters a token that no text reaches: a longer one does not fit for certain."""
_RULES_ROOM = 220
"""Tokens of the rules and of what is asked, at most."""


@dataclass(frozen=True)
class Told:
    """What the sentences of one piece say, and of which pages."""

    document_name: str
    pages: tuple[int, int]
    sentences: tuple[Sentence, ...]


class Summarizer:
    """Summarises documents of one vault."""

    def __init__(
        self,
        catalog: Catalog,
        documents: WholeDocuments,
        model: LanguageModel,
        embedder: Embedder | None,
        prompts: str,
    ) -> None:
        """`prompts` is the text of `resources/prompts/summary.toml`."""
        self._catalog = catalog
        self._documents = documents
        self._model = model
        self._embedder = embedder
        self._prompts = prompts

    def summarize(
        self, wish: SummaryWish, budget: int, report: Report, control: Control
    ) -> Summary:
        """The summary; `budget` is the tokens that this machine reads in a bearable time.

        One that is stopped holds what was written and checked until then.
        """
        started = time.monotonic()
        extents = [self._documents.checked(extent) for extent in wish.extents]
        room = PIECE_TOKENS if wish.thorough else max(budget, PIECE_TOKENS)
        room = min(room, self._model.context // 2)
        pieces, is_whole = self._pieces(extents, wish.thorough, max(room - _RULES_ROOM, 200))
        language = wish.language or language_of(" ".join(h.text for h in pieces[0])[:6_000])
        work = _Work(self, summary_words(self._prompts, language), report, control)
        told, sentences, stopped = work.do(pieces)
        done = pieces[: len(told)]
        answer = self._answer(wish, done, sentences, time.monotonic() - started, stopped)
        answer = replace(answer, answer_tokens=work.tokens, prompt_tokens=work.read)
        return Summary(
            answer,
            wish.thorough,
            work.words.language,
            self._pages_read(done),
            len(pieces),
            len(told),
            is_whole,
        )

    def _pieces(
        self, extents: Sequence[Extent], thorough: bool, room: int
    ) -> tuple[list[list[Hit]], bool]:
        """What the model reads, piece by piece, and whether it is every word."""
        is_long = self._documents.characters(extents) > _LONG * room
        pieces: list[list[Hit]] = []
        if thorough or not is_long or any(extent.end for extent in extents):
            pieces = self._documents.pieces(extents, self._count, room)
            if not pieces:
                raise UsageError(
                    "There is no text to summarise.", "Choose other pages or documents."
                )
        if thorough or len(pieces) == 1 or any(extent.end for extent in extents):
            return pieces, True
        return [self._telling(extents, room)], False

    def _count(self, text: str) -> int:
        return self._model.count_tokens((Message("user", text),))

    def _telling(self, extents: Sequence[Extent], room: int) -> list[Hit]:
        """The chunks that stand best for all of the extents, as many as there is room for."""
        chunks = self._documents.chunks(extents)
        vectors = self._vectors([hit.chunk for hit in chunks])
        chunks = self._documents.shortened(chunks, QUICK_PASSAGE)
        texts = [hit.text for hit in chunks]
        if vectors is None:
            vectors = word_vectors(texts)
        weights = np.array([proseness(text) for text in texts], np.float32)
        costs = [self._count(text) + 20 for text in texts]
        first = {hit.document: i for i, hit in reversed(list(enumerate(chunks)))}
        begin = sorted(first.values())
        if sum(costs[i] for i in begin) > room / 2:
            begin = []
        chosen = representatives(vectors, weights, costs, room, begin)
        return self._documents.readable([chunks[i] for i in chosen] or chunks[:1])

    def _vectors(self, chunks: Sequence[int]) -> Vectors | None:
        if self._embedder is None:
            return None
        return self._documents.vectors(chunks, self._embedder.model_id, self._embedder.dimensions)

    def _answer(
        self,
        wish: SummaryWish,
        done: Sequence[Sequence[Hit]],
        sentences: Sequence[Sentence],
        seconds: float,
        stopped: bool,
    ) -> Answer:
        scope = [extent.document for extent in wish.extents]
        names = list(dict.fromkeys(self._catalog.document(number).name for number in scope))
        kept = [s.text for s in sentences if s.support is not Support.UNSUPPORTED]
        return Answer(
            question=", ".join(names),
            answer=" ".join(kept),
            abstained=not kept,
            sentences=tuple(sentences),
            hits=tuple(hit for piece in done for hit in piece) if not wish.thorough else (),
            coverage=self._catalog.coverage(scope),
            model=self._model.name,
            seconds=AnswerTimes(total=round(seconds, 3)),
            stopped=stopped,
        )

    def _pages_read(self, done: Sequence[Sequence[Hit]]) -> tuple[PagesRead, ...]:
        read: dict[int, set[int]] = {}
        for hit in (hit for piece in done for hit in piece):
            read.setdefault(hit.document, set()).add(hit.page)
        documents = {number: self._catalog.document(number) for number in read}
        return tuple(
            PagesRead(number, documents[number].name, tuple(sorted(pages)), documents[number].pages)
            for number, pages in read.items()
        )

    # What `_Work` needs

    def grounder(self, evidence: Sequence[Hit]) -> Grounder:
        return Grounder(evidence, "", self._catalog.page, self._embedder)

    def batches(self, told: Sequence[Told]) -> list[list[Told]]:
        """Summaries of pieces, in order, in batches that fit one prompt."""
        room = min(PIECE_TOKENS, self._model.context // 2)
        made: list[list[Told]] = []
        left = 0
        for one in told:
            cost = self._count(_text_of(one)) + 20
            if not made or (cost > left and len(made[-1]) > 1):
                made.append([])
                left = room
            made[-1].append(one)
            left -= cost
        return made

    def passages(self, told: Sequence[Told]) -> list[Hit]:
        return self._documents.cited([s for one in told for s in one.sentences])

    def stream(self, messages: Sequence[Message], limit: int, control: Control) -> Iterator[str]:
        for piece, _tokens in self._model.stream(messages, limit, control):
            yield piece

    def count(self, messages: Sequence[Message]) -> int:
        return self._model.count_tokens(messages)


class _Work:
    """One summary in the making: how far it is, and how it is told."""

    def __init__(
        self, summarizer: Summarizer, words: SummaryWords, report: Report, control: Control
    ) -> None:
        self._summarizer = summarizer
        self.words = words
        self._report = report
        self._control = control
        self._numbers: Numbers = {}
        self.tokens = self.read = 0
        self._written_now: list[Sentence] = []
        """Of the piece in hand."""

    def do(self, pieces: Sequence[Sequence[Hit]]) -> tuple[list[Told], list[Sentence], bool]:
        """What each piece says, the sentences of the whole, and whether it was stopped."""
        told: list[Told] = []
        count = PIECE_SENTENCES if len(pieces) > 1 else QUICK_SENTENCES
        asked = self.words.piece if len(pieces) > 1 else self.words.whole
        limit = _PIECE_LIMIT if len(pieces) > 1 else _MERGED_LIMIT
        tempo = _Tempo(len(pieces))
        try:
            for piece in pieces:
                self._report(tempo.progress("reading", len(told)))
                grounder = self._summarizer.grounder(piece)
                messages = self.words.messages(excerpts_of(piece), asked, count)
                written = at_most(count, self._written(messages, limit, grounder.check))
                fewest = _FEWEST if len(pieces) == 1 else 1
                told.append(_told(piece, with_quotes(written, piece, grounder.check, fewest)))
                tempo.note()
            if len(pieces) == 1:
                return told, renumbered(told[0].sentences), False
            self._report(tempo.progress("merging", len(told)))
            return told, self._merged(told), False
        except Cancelled:
            written = [*_kept(told), *(self._written_now if len(told) < len(pieces) else [])]
            if len(pieces) == 1 and written:
                told = [_told(pieces[0], written)]
            return told, renumbered(most_telling(written, STOPPED_SENTENCES)), True

    def _merged(self, told: Sequence[Told]) -> list[Sentence]:
        """The sentences of the pieces made one summary, in as many rounds as it takes."""
        while len(batches := self._summarizer.batches(told)) > 1:
            told = [_together(batch, self._merge(batch, PIECE_SENTENCES)) for batch in batches]
        return renumbered(self._merge(told, MERGED_SENTENCES))

    def _merge(self, told: Sequence[Told], count: int) -> list[Sentence]:
        """Sentences over several pieces, checked against what these rested on."""
        excerpts = [Excerpt(one.document_name, _range(one.pages), _text_of(one)) for one in told]
        excerpts = [excerpt for excerpt in excerpts if excerpt.text]
        before = _kept(told)
        if not excerpts:
            return []
        grounder = self._summarizer.grounder(self._summarizer.passages(told))
        messages = self.words.messages(excerpts, self.words.whole, count)
        written = self._written(messages, _MERGED_LIMIT, grounder.check)
        supported = [s for s in written if s.support is not Support.UNSUPPORTED]
        if len(supported) >= min(_FEWEST, len(before)):
            return at_most(count, supported)
        return most_telling(before, count)

    def _written(
        self, messages: Sequence[Message], limit: int, check: Callable[[str], Sentence]
    ) -> list[Sentence]:
        """The sentences that the model writes, each checked and told as soon as it is complete."""
        self.read += self._summarizer.count(messages)
        found: list[Sentence] = []
        self._written_now = found
        for text in complete_sentences(self._pieces(messages, limit)):
            if any(repeats(text, earlier.text) for earlier in found):
                continue
            sentence = check(text)
            found.append(sentence)
            if sentence.support is not Support.UNSUPPORTED:
                self._report(SentenceChecked(numbered(sentence, self._numbers)))
        return found

    def _pieces(self, messages: Sequence[Message], limit: int) -> Iterator[str]:
        for piece in self._summarizer.stream(messages, limit, self._control):
            self.tokens += 1
            yield piece


class _Tempo:
    """How long the pieces took, and how long the rest will."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._started = time.monotonic()
        self._done = 0

    def note(self) -> None:
        self._done += 1

    def progress(self, phase: str, done: int) -> WorkProgress:
        """Merging counts as one piece, and as another one for every eight pieces."""
        left = None
        if self._done:
            merging = 1 + self._total // 8 if self._total > 1 else 0
            rest = self._total - self._done + merging
            left = round((time.monotonic() - self._started) / self._done * rest, 1)
        return WorkProgress(phase, done, self._total, left)


def _told(piece: Sequence[Hit], sentences: Sequence[Sentence]) -> Told:
    return Told(piece[0].document_name, (piece[0].page, piece[-1].page), tuple(sentences))


def _together(batch: Sequence[Told], sentences: Sequence[Sentence]) -> Told:
    pages = (min(one.pages[0] for one in batch), max(one.pages[1] for one in batch))
    return Told(batch[0].document_name, pages, tuple(sentences))


def _kept(told: Sequence[Told]) -> list[Sentence]:
    return [s for one in told for s in one.sentences if s.support is not Support.UNSUPPORTED]


def _text_of(told: Told) -> str:
    return " ".join(s.text for s in _kept([told]))


def _range(pages: tuple[int, int]) -> str:
    return str(pages[0]) if pages[0] == pages[1] else f"{pages[0]}–{pages[1]}"
