"""The sentences and rows that a question asks for all of, on every page that could hold them.

A page could where it holds all rare words of what is asked for, or where the search's own
calibration does not close its gate to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.core.exhaustive.asked_for import Everything
from app.core.exhaustive.conditions import without_dates
from app.core.exhaustive.papers import Item, cite, holds, stem
from app.core.grounding.amounts import MONEY, Amount, amounts
from app.core.grounding.dates import dates
from app.core.language import content_words, sentence_spans
from app.core.search.abstaining import LEAST_CHANCE
from app.core.search.retrieval import Retriever, sentence_that_matters
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import Chunk, Page, Sentence, Support

_RARE = 0.1
"""Share of all chunks: a word that more of them hold tells little."""
_LONGEST = 300
"""Characters of a sentence; a longer one, a table most often, is taken by its lines."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Place:
    """A chunk to be looked through; `by_words`: it holds the words that are asked for."""

    chunk: Chunk
    by_words: bool


class Mentions:
    """Goes through the chunks of one vault."""

    def __init__(
        self, database: Database, catalog: Catalog, retriever: Retriever, question: str
    ) -> None:
        self._database = database
        self._catalog = catalog
        self._retriever = retriever
        self._question = question
        self._has_all = True
        """Whether the library has all words of what is asked for."""

    def places(self, wanted: Everything, scope: Collection[int] | None) -> list[Place]:
        """All chunks that could hold what is asked for, in the order of documents and pages."""
        by_words = set(self._by_words(wanted, scope))
        likely: list[int] = []
        if wanted.subject:
            likely = self._retriever.likely(wanted.subject, LEAST_CHANCE, scope)
        numbers = list(by_words | set(likely))
        chunks: dict[int, Chunk] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            chunks |= self._catalog.chunks(numbers[start : start + _AT_ONCE])
        order = {d.id: place for place, d in enumerate(self._catalog.documents())}
        found = [Place(chunk, chunk.id in by_words) for chunk in chunks.values()]
        found.sort(key=lambda p: (order.get(p.chunk.document, 0), p.chunk.page, p.chunk.start))
        return found

    def items(self, wanted: Everything, place: Place) -> Iterator[Item]:
        """The sentences and rows of a chunk that are asked for."""
        chunk = place.chunk
        page = self._catalog.page(chunk.document, chunk.page)
        if wanted.period and not any(wanted.period.holds(d) for d in dates(page.text) if d.year):
            return
        spans, is_sure = self._telling(wanted, place, page)
        document = self._catalog.document(chunk.document)
        for start, end in spans:
            text = page.text[start:end]
            if not text.strip() or not _is_within(text, wanted):
                continue
            cited = cite(self._catalog, document, page.number, start, end)
            support = Support.SUPPORTED if is_sure and self._has_all else Support.PARTLY
            said = " ".join(content_words(cited.quote)) or cited.quote
            yield said, Sentence(f"- {cited.quote}", support, (cited,))

    def _telling(
        self, wanted: Everything, place: Place, page: Page
    ) -> tuple[list[tuple[int, int]], bool]:
        """The sentences and rows that may be meant, and whether they say so by their words."""
        chunk = place.chunk
        spans = list(_spans(page.text, chunk.start, chunk.end))
        held = {span: _held(page.text[slice(*span)], wanted) for span in spans}
        if wanted.limit is not None:
            speaking = [span for span in spans if held[span] and _money(page.text[slice(*span)])]
            return speaking or spans, place.by_words and bool(speaking)
        most = max(held.values(), default=0)
        if place.by_words and most:
            return [span for span in spans if held[span] == most], True
        return [sentence_that_matters(page, chunk, self._question)], False

    def _by_words(self, wanted: Everything, scope: Collection[int] | None) -> list[int]:
        """Chunks with all rare words of the question; with all of them where none is rare."""
        total = self._catalog.count_chunks()
        counts = {
            term: self._catalog.count_chunks_with(f'"{stem(term)}"*') for term in wanted.terms
        }
        known = [term for term, count in counts.items() if count]
        self._has_all = len(known) == len(counts)
        rare = [term for term in known if counts[term] <= _RARE * total] or known
        if not rare or set(wanted.names) - set(known):
            return []
        match = " AND ".join(f'"{stem(term)}"*' for term in rare)
        return [number for number, _ in self._catalog.search_words(match, total, scope)]


def _held(text: str, wanted: Everything) -> int:
    return sum(holds(text, term) for term in wanted.terms)


def _is_within(text: str, wanted: Everything) -> bool:
    """Whether an amount in it is within the limit; without a limit, anything is."""
    limit = wanted.limit
    if limit is None:
        return True
    return any(limit.holds(a) for a in _money(text) if not limit.is_of_other_money(a))


def _money(text: str) -> list[Amount]:
    found = amounts(without_dates(text))
    return [a for a in found if a.unit in MONEY or (not a.unit and a.scale)]


def _spans(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Sentences, and the lines of what is too long for one."""
    for start, end in sentence_spans(text[first:last]):
        place, said = first + start, text[first + start : first + end]
        is_table = "\n" in said and any(c.isdigit() for c in said)
        if len(said) <= _LONGEST and not is_table:
            yield place, place + len(said)
            continue
        for line in said.split("\n"):
            if line.strip():
                yield place, place + len(line)
            place += len(line) + 1
