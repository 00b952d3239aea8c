"""Answers a question for everything: all that is asked for, and what was gone through for it.

No model has a part in it: items are lines of pages, and conditions are checked by figures.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import replace

from app.core.control import Control
from app.core.errors import Cancelled
from app.core.events import Report, SentenceChecked, WorkProgress
from app.core.exhaustive.asked_for import Everything, everything_wanted
from app.core.exhaustive.mentions import Mentions
from app.core.exhaustive.papers import Item, Papers
from app.core.language import language_of
from app.core.overview.numbering import Numbers, numbered
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import (
    Answer,
    AnswerTimes,
    Citation,
    Document,
    Hit,
    Listing,
    Sentence,
    State,
    Support,
    WhyLeftOut,
)

MOST_ITEMS = 1_000
_CLOSEST = 8
_SHOWN = 50
"""Passages beside an answer."""
_FEWEST_WORDS = 5
"""Shorter sentences may be the same by chance."""
_TOLD_BY_QUESTION = 3
"""A question counts so often for the language; a short one may have no word that tells it."""
_LEAD = {
    "French": ("{items} trouvé.", "{items} trouvés."),
    "Dutch": ("{items} gevonden.", "{items} gevonden."),
}
_LEAD_ENGLISH = ("{items} found.", "{items} found.")


class Gatherer:
    """Gathers in one vault, for one question."""

    def __init__(
        self, database: Database, catalog: Catalog, retriever: Retriever, report: Report
    ) -> None:
        self._database = database
        self._catalog = catalog
        self._retriever = retriever
        self._report = report

    def answer(
        self,
        question: str,
        wanted: Everything,
        scope: Collection[int] | None,
        control: Control,
    ) -> Answer:
        """All that is asked for. One that was stopped holds what was found until then.

        Without a listing where no document is of the kind that is asked for.
        """
        started = time.monotonic()
        work = _Work(self._report)
        documents = [
            d
            for d in self._catalog.documents()
            if d.state in (State.READY, State.SEARCHABLE) and (scope is None or d.id in scope)
        ]
        stopped = False
        try:
            if wanted.is_of_documents:
                self._go_through_papers(question, wanted, documents, work, control)
            else:
                self._go_through_mentions(question, wanted, scope, work, control)
        except Cancelled:
            stopped = True
        found = self._answer(question, scope, work, wanted)
        took = round(time.monotonic() - started, 3)
        return replace(found, seconds=AnswerTimes(took, took, took), stopped=stopped)

    def list_all(self, question: str, scope: Collection[int] | None, control: Control) -> Answer:
        """The same for a question of which the user has said that it asks for everything."""
        wanted = everything_wanted(question)
        found = self.answer(question, wanted, scope, control)
        if found.listing:
            return found
        return self.answer(question, replace(wanted, kind=""), scope, control)

    def added(
        self, answer: Answer, wanted: Everything, scope: Collection[int] | None, control: Control
    ) -> Answer:
        """An answer with the list of all that is asked for behind it."""
        more = self.answer(answer.meant or answer.question, wanted, scope, control)
        if more.listing is None or more.listing.items < 2 or more.stopped:
            return answer
        numbers: Numbers = {
            (c.document, c.page, c.quote): c.number for s in answer.sentences for c in s.citations
        }
        items = [numbered(item, numbers) for item in more.sentences[more.listing.first :]]
        return replace(
            answer,
            sentences=(*answer.sentences, *items),
            listing=replace(more.listing, first=len(answer.sentences)),
            seconds=replace(answer.seconds, total=answer.seconds.total + more.seconds.total),
        )

    def _go_through_papers(
        self,
        question: str,
        wanted: Everything,
        documents: list[Document],
        work: _Work,
        control: Control,
    ) -> None:
        papers = Papers(self._database, self._catalog, question)
        for done, document in enumerate(documents):
            control.check()
            self._report(WorkProgress("gathering", done, len(documents), None, document.name))
            for item in papers.items(wanted, document):
                work.add(item)
        work.left_out.update(papers.left_out)
        work.has_kind = papers.of_kind > 0

    def _go_through_mentions(
        self,
        question: str,
        wanted: Everything,
        scope: Collection[int] | None,
        work: _Work,
        control: Control,
    ) -> None:
        mentions = Mentions(self._database, self._catalog, self._retriever, question)
        places = mentions.places(wanted, scope)
        for done, place in enumerate(places):
            control.check()
            self._report(
                WorkProgress("gathering", done, len(places), None, place.chunk.document_name)
            )
            for item in mentions.items(wanted, place):
                work.add(item)

    def _answer(
        self, question: str, scope: Collection[int] | None, work: _Work, wanted: Everything
    ) -> Answer:
        coverage = self._catalog.coverage(scope)
        items = work.items()
        read = f"{f'{question} ' * _TOLD_BY_QUESTION}{items[0].text if items else ''}"
        said = _LEAD.get(language_of(read), _LEAD_ENGLISH)[len(items) != 1]
        lead = Sentence(said.format(items=len(items)), Support.SUPPORTED)
        left_out = dict(work.left_out)
        if coverage.pages > coverage.pages_read:
            left_out[WhyLeftOut.NO_TEXT] = coverage.pages - coverage.pages_read
        listing = Listing(
            first=1 if items else 0,
            items=len(items),
            documents=coverage.searchable,
            pages=coverage.pages_read,
            matched=len({(c.document, c.page) for item in items for c in item.citations}),
            left_out=tuple((why, left_out[why]) for why in WhyLeftOut if left_out.get(why)),
            is_of_documents=wanted.is_of_documents,
        )
        sentences = (lead, *items) if items else ()
        hits = _shown(items) if items else self._retriever.find(question, _CLOSEST, scope).hits
        return Answer(
            question,
            " ".join(sentence.text for sentence in sentences),
            not items,
            sentences,
            tuple(hits),
            coverage,
            meant=question,
            listing=listing if work.has_kind else None,
        )


class _Work:
    """Items as they are found; the same again becomes one with all its places."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._found: dict[str, Sentence] = {}
        self._numbers: Numbers = {}
        self.left_out: dict[WhyLeftOut, int] = {}
        self.has_kind = True
        """Whether there are documents of the kind that is asked for."""

    def add(self, item: Item) -> None:
        said, sentence = item
        known = self._found.get(said)
        if known is None and len(self._found) == MOST_ITEMS:
            self.left_out[WhyLeftOut.TOO_MANY] = self.left_out.get(WhyLeftOut.TOO_MANY, 0) + 1
            return
        if known is not None and len(said.split()) < _FEWEST_WORDS:
            said = f"{said} {sentence.citations[0].document} {sentence.citations[0].page}"
            known = self._found.get(said)
        sentence = numbered(sentence, self._numbers)
        if known is None:
            self._found[said] = sentence
            self._report(SentenceChecked(sentence))
            return
        places = dict.fromkeys((*known.citations, *sentence.citations))
        self._found[said] = replace(known, citations=tuple(places))

    def items(self) -> list[Sentence]:
        return list(self._found.values())


def _shown(items: list[Sentence]) -> Iterator[Hit]:
    """The places of the items, as passages."""
    cited = dict.fromkeys(citation for item in items for citation in item.citations)
    yield from (_hit(citation) for citation in list(cited)[:_SHOWN])


def _hit(cited: Citation) -> Hit:
    return Hit(
        cited.document, cited.document_name, cited.path, cited.page, 1.0, cited.quote, 0, 0,
        cited.boxes, marked=cited.quote, marked_boxes=cited.boxes,
    )  # fmt: skip
