"""The documents that a question asks for all of: by kind, names, period and amount.

A page that cannot be compared with a condition is counted, never silently passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from app.core.exhaustive.asked_for import Everything
from app.core.exhaustive.document_kinds import ANY, kind_line, kind_of_document
from app.core.exhaustive.totals import Sum, total_of
from app.core.grounding.dates import dates
from app.core.language import content_words, language_of, readable
from app.core.storage.catalog import Catalog, boxes_of
from app.core.storage.database import Database
from app.core.types import Citation, Document, Sentence, Support, WhyLeftOut

_LONGEST_LINE = 200
_STEM, _LONG, _ENDING = 4, 6, 3
"""Letters of the shortest stem, and how many of a long word are its ending."""
_LANGUAGE_FROM = 3_000
"""Characters of a document that tell its language."""
Texts = list[tuple[int, str]]
Item = tuple[str, Sentence]
"""What it says, to be compared with others, and the item itself."""


@dataclass(frozen=True)
class _Paper:
    """A document of the kind, and what was read of it."""

    document: Document
    texts: Texts
    lacking: bool
    """Words of the question do not stand in it, and it is in another language."""


class Papers:
    """Goes through the documents of one vault."""

    def __init__(self, database: Database, catalog: Catalog, question: str) -> None:
        self._database = database
        self._catalog = catalog
        self._language = language_of(question)
        self.of_kind = 0
        """Documents of the kind that were gone through."""
        self._with: dict[str, Collection[int]] = {}
        self.left_out: Counter[WhyLeftOut] = Counter()

    def items(self, wanted: Everything, document: Document) -> Iterator[Item]:
        """The document, if it is one that is asked for."""
        texts = self._catalog.page_texts(document.id)
        if not texts:
            return
        if wanted.kind not in (ANY, kind_of_document(document.name, texts[0][1])):
            return
        self.of_kind += 1
        lacking = [t for t in wanted.terms if document.id not in self._documents_with(t)]
        is_foreign = language_of(texts[0][1][:_LANGUAGE_FROM]) != self._language
        if lacking and (wanted.kind == ANY or not is_foreign or set(lacking) & set(wanted.names)):
            return
        yield from self._checked(wanted, _Paper(document, texts, bool(lacking)))

    def _checked(self, wanted: Everything, paper: _Paper) -> Iterator[Item]:
        """The item, if its date and its amount are within what is asked for."""
        if wanted.period is not None:
            when = next((d for _, text in paper.texts for d in dates(text) if d.month), None)
            if when is None or when.year is None:
                self.left_out[WhyLeftOut.NO_DATE] += 1
                return
            if not wanted.period.holds(when):
                return
        found = total_of(paper.texts)
        limit = wanted.limit
        if limit is not None and found is None:
            self.left_out[WhyLeftOut.NO_AMOUNT] += 1
            return
        if limit is not None and found is not None:
            if limit.is_of_other_money(found.amount):
                self.left_out[WhyLeftOut.OTHER_MONEY] += 1
                return
            if not limit.holds(found.amount):
                return
        is_sure = not paper.lacking and (limit is None or bool(found and found.is_called))
        shown = found if limit or (found and found.is_called) else None
        said = " ".join(" ".join(text.split()) for _, text in paper.texts)
        yield said, self._item(wanted, paper, shown, is_sure)

    def _item(
        self, wanted: Everything, paper: _Paper, found: Sum | None, is_sure: bool
    ) -> Sentence:
        places = [self._first_line(wanted, paper)]
        if found and (found.page, found.start) != places[0][:2]:
            places.append((found.page, found.start, found.end))
        cited = tuple(cite(self._catalog, paper.document, *place) for place in places)
        said = "; ".join(citation.quote for citation in cited)
        support = Support.SUPPORTED if is_sure else Support.PARTLY
        return Sentence(f"- {paper.document.name}: {said}", support, cited)

    def _first_line(self, wanted: Everything, paper: _Paper) -> tuple[int, int, int]:
        """Of what kind the paper is, or where most of the words stand that are asked for."""
        if wanted.kind != ANY or not wanted.terms:
            number, text = paper.texts[0]
            return (number, *kind_line(text, wanted.kind))
        best, most = (paper.texts[0][0], *kind_line(paper.texts[0][1], "")), 0
        for number, text in paper.texts:
            start = 0
            for line in text.split("\n"):
                end = start + len(line)
                held = sum(holds(line, term) for term in wanted.terms)
                if held > most:
                    best, most = (number, start, end), held
                start = end + 1
        return best

    def _documents_with(self, term: str) -> Collection[int]:
        if term not in self._with:
            self._with[term] = self._find_documents_with(term)
        return self._with[term]

    def _find_documents_with(self, term: str) -> Collection[int]:
        rows = self._database.rows(
            """SELECT DISTINCT c.document_id FROM words JOIN chunks c ON c.id = words.rowid
               WHERE words MATCH ?""",
            [f'"{stem(term)}"*'],
        )
        return {row[0] for row in rows}


def cite(catalog: Catalog, document: Document, number: int, start: int, end: int) -> Citation:
    """Lines of a page as a citation."""
    page = catalog.page(document.id, number)
    quote = readable(page.text[start:end])[:_LONGEST_LINE]
    return Citation(
        document.id, document.name, document.path, number, quote, boxes_of(page, start, end)
    )


def stem(term: str) -> str:
    """The beginning that the word has in all its forms."""
    if any(c.isdigit() for c in term):
        return term
    return term[: max(_STEM, len(term) - (_ENDING if len(term) > _LONG else 2))]


def holds(text: str, term: str) -> bool:
    """Whether a word of `text` is a form of the term."""
    return any(word.startswith(stem(term)) for word in content_words(text))
