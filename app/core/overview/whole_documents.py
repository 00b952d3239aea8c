"""Whole documents in reading order: their text cut to fit a model, their chunks and vectors.

Orders to a model are taken out here. Owns no choice of what is worth reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from app.core.arrays import Vectors
from app.core.errors import UsageError
from app.core.language import laid_out, sentence_spans
from app.core.overview.centrality import telling_window, telling_words
from app.core.overview.document_work import Extent
from app.core.storage.catalog import Catalog, boxes_of
from app.core.storage.database import Database
from app.core.suspicion import without_orders
from app.core.types import Citation, Document, Hit, Page, Sentence

LONGEST = 1_200
"""Characters of a unit; a longer sentence (a table, most often) is cut between its lines."""
CountTokens = Callable[[str], int]


class WholeDocuments:
    """Reads the documents of one vault from end to end."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        self._database = database
        self._catalog = catalog

    def checked(self, extent: Extent) -> Extent:
        """The extent with its last page; UsageError when there are no such pages."""
        document = self._catalog.document(extent.document)
        if not document.pages_read:
            raise UsageError("Nothing of this document could be read.", "Choose another one.")
        last = extent.last or document.pages
        if extent.end:
            last = extent.first
        if not 1 <= extent.first <= last <= document.pages:
            raise UsageError(
                "The document has no such pages.", f"It has pages 1 to {document.pages}."
            )
        return replace(extent, last=last)

    def pieces(self, extents: Sequence[Extent], count: CountTokens, budget: int) -> list[list[Hit]]:
        """All text of the extents, in order, in pieces of at most `budget` tokens."""
        made: list[list[Hit]] = []
        left = 0
        for hit in (hit for extent in extents for hit in self._units(extent)):
            cost = count(hit.text)
            if cost > left or made[-1][-1].document != hit.document:
                made.append([])
                left = budget
            made[-1] = _extended(made[-1], hit)
            left -= cost
        return [[self._whole(hit) for hit in piece] for piece in made]

    def characters(self, extents: Sequence[Extent]) -> int:
        """How long the extents' pages are together."""
        total = 0
        for extent in extents:
            row = self._database.row(
                """SELECT sum(length(text)) FROM pages
                   WHERE document_id = ? AND number BETWEEN ? AND ?""",
                [extent.document, extent.first, extent.last],
            )
            total += int(row[0] or 0) if row else 0
        return total

    def chunks(self, extents: Sequence[Extent]) -> list[Hit]:
        """The stored chunks of the extents' pages, in order; orders to a model still in them."""
        found: list[Hit] = []
        for extent in extents:
            rows = self._database.rows(
                """SELECT id FROM chunks WHERE document_id = ? AND page BETWEEN ? AND ?
                   ORDER BY page, start""",
                [extent.document, extent.first, extent.last],
            )
            document = self._catalog.document(extent.document)
            kept = self._catalog.chunks([row[0] for row in rows])
            for chunk in (kept[row[0]] for row in rows):
                hit = _hit(document, chunk.page, chunk.start, chunk.end, chunk.text)
                found.append(replace(hit, chunk=chunk.id))
        return found

    def shortened(self, chunks: Sequence[Hit], longest: int) -> list[Hit]:
        """Each chunk as those of its sentences that say most of what all of them are about.

        The first chunk of a document keeps its beginning: it says what the document is.
        """
        weights = telling_words([hit.text for hit in chunks])
        made: list[Hit] = []
        for hit in chunks:
            text = self._catalog.page(hit.document, hit.page).text
            spans = list(_spans(text, hit.start, hit.end))
            start, end = telling_window(text, spans, weights, longest)
            if not made or made[-1].document != hit.document:
                fitting = [b for _, b in spans if b - hit.start <= longest]
                start, end = spans[0][0], max(fitting, default=spans[0][1])
            made.append(replace(hit, start=start, end=end, text=laid_out(text[start:end])))
        return made

    def readable(self, hits: Sequence[Hit]) -> list[Hit]:
        """The hits as a model may read them."""
        return [hit for hit in map(self._whole, hits) if hit.text]

    def vectors(self, chunks: Sequence[int], embedder: str, dimensions: int) -> Vectors | None:
        """A row for each chunk; None unless every one has its vector."""
        kept: dict[int, bytes] = {}
        for start in range(0, len(chunks), 500):
            part = chunks[start : start + 500]
            rows = self._database.rows(
                f"""SELECT chunk_id, vector FROM vectors
                    WHERE embedder = ? AND chunk_id IN ({",".join("?" * len(part))})""",
                [embedder, *part],
            )
            kept |= {number: blob for number, blob in rows if len(blob) == 2 * dimensions}
        if len(kept) < len(set(chunks)):
            return None
        flat = np.frombuffer(b"".join(kept[number] for number in chunks), np.float16)
        rows_of = flat.reshape(-1, dimensions).astype(np.float32)
        return rows_of if np.isfinite(rows_of).all() else None

    def cited(self, sentences: Sequence[Sentence]) -> list[Hit]:
        """The passages that sentences rest on, each as the whole sentences of its page."""
        found: dict[tuple[int, int, int], Hit] = {}
        for citation in (c for sentence in sentences for c in sentence.citations):
            page = self._catalog.page(citation.document, citation.page)
            document = self._catalog.document(citation.document)
            start, end = _place_of(citation, page)
            hit = self._whole(_hit(document, page.number, start, end))
            found.setdefault((hit.document, hit.page, hit.start), hit)
        return list(found.values())

    def _units(self, extent: Extent) -> Iterator[Hit]:
        """Sentences and parts of tables."""
        document = self._catalog.document(extent.document)
        for number in range(extent.first, extent.last + 1):
            text = self._catalog.page(document.id, number).text
            first, last = (extent.start, min(extent.end, len(text))) if extent.end else (0, None)
            for start, end in _spans(text, first, last):
                yield _hit(document, number, start, end, text[start:end])

    def _whole(self, hit: Hit) -> Hit:
        """The hit with the text that a model may read, and its boxes."""
        page = self._catalog.page(hit.document, hit.page)
        text = laid_out(without_orders(page.text, hit.start, hit.end))
        return replace(hit, text=text, boxes=boxes_of(page, hit.start, hit.end))


def _hit(document: Document, page: int, start: int, end: int, text: str = "") -> Hit:
    return Hit(document.id, document.name, document.path, page, 0.0, text, start, end)


def _extended(piece: list[Hit], hit: Hit) -> list[Hit]:
    """The piece with the hit, which becomes one with the hit before it on the same page."""
    if piece and (piece[-1].document, piece[-1].page) == (hit.document, hit.page):
        return [*piece[:-1], replace(piece[-1], end=hit.end)]
    return [*piece, hit]


def _spans(text: str, first: int, last: int | None) -> Iterator[tuple[int, int]]:
    part = text[first:last]
    for start, end in sentence_spans(part):
        while end - start > LONGEST:
            cut = part.rfind("\n", start + 1, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield first + start, first + cut
            start = cut
        yield first + start, first + end


def _place_of(citation: Citation, page: Page) -> tuple[int, int]:
    """The sentences that the cited lines touch; the whole page when it has no lines."""
    lines = [line for line in page.lines if line.box in citation.boxes]
    if not lines:
        return 0, len(page.text)
    start, end = min(line.start for line in lines), max(line.end for line in lines)
    touched = [(a, b) for a, b in _spans(page.text, 0, None) if a < end and start < b]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)
