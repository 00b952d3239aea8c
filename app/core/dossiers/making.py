"""Makes the dossier of a conversation: looks at its sources again, and draws the cited pages.

A source that is gone or changed is said to be so, and the dossier is made all the same.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from app.core.control import Control
from app.core.dossiers.dossier import Dossier, Entry, Exhibit, FileState, Quote, Source, Statement
from app.core.dossiers.page_image import mark_lines, pixels_of, png
from app.core.errors import DocumentError, UsageError
from app.core.events import DossierProgress, Report
from app.core.folders.sources import hash_of
from app.core.kinds import has_pages
from app.core.storage.catalog import Catalog
from app.core.types import Chat, Citation, Document, Hit, Picture, Sentence, Support, Turn

Draw = Callable[[int, int, float], Picture]
"""Called with document, page and scale. May raise `DocumentError`."""

_SHARPNESS = 1.7
"""Pixels a point: small print stays readable on paper."""
_LARGEST = 2_000
"""Pixels of a side of a picture."""
_CLOSEST = 3
"""Passages that are shown when there is no answer."""


@dataclass(frozen=True)
class Export:
    """What is wanted: a conversation as a dossier in the file `path`, by the program's `version`.

    `passwords` are of locked documents, by their ids: their pages are drawn, too.
    """

    chat: Chat
    path: Path
    version: str
    shows_unsupported: bool = False
    passwords: Mapping[int, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Origin:
    """Who makes the dossier, and what it is made from. `draw` reaches the reader process."""

    catalog: Catalog
    draw: Draw
    version: str
    shows_unsupported: bool = False
    """Whether sentences without support are in it, marked, or only counted."""


def make_dossier(
    chat: Chat,
    origin: Origin,
    report: Report,
    control: Control,
    clock: Callable[[], float] = time.time,
) -> Dossier:
    """Raises `Cancelled`."""
    return _Maker(origin, report, control).make(chat, int(clock()))


class _Maker:
    """The dossier of one conversation, with its quotes and sources numbered through."""

    def __init__(self, origin: Origin, report: Report, control: Control) -> None:
        self._origin, self._catalog = origin, origin.catalog
        self._report, self._control = report, control
        self._documents = {d.id: d for d in origin.catalog.documents()}
        self._hashes = {k.document: k.sha256 for k in origin.catalog.known_files().values()}
        self._found_now: dict[int, str] = {}
        self._sources: dict[tuple[int, str], Source] = {}
        self._quotes = 0

    def make(self, chat: Chat, made: int) -> Dossier:
        entries = []
        for done, turn in enumerate(chat.turns):
            self._report(DossierProgress(done, len(chat.turns)))
            entries.append(self._entry(turn))
        self._report(DossierProgress(len(entries), len(entries)))
        version = self._origin.version
        return Dossier(chat.title, made, version, tuple(entries), tuple(self._sources.values()))

    def _entry(self, turn: Turn) -> Entry:
        answer = turn.answer
        shown = () if answer.abstained else tuple(filter(self._shows, answer.sentences))
        cited = {c: self._numbered(c, turn) for c in _citations(shown)}
        quotes = tuple(cited.values())
        closest = answer.hits[:_CLOSEST] if answer.abstained else ()
        return Entry(
            question=turn.question,
            meant="" if answer.meant == turn.question else answer.meant,
            asked=turn.record.asked,
            abstained=answer.abstained,
            stopped=answer.stopped,
            statements=tuple(
                Statement(s.text, s.support, _numbers(s, cited), s.calculation) for s in shown
            ),
            left_out=len(answer.sentences) - len(shown),
            quotes=quotes,
            exhibits=tuple(self._exhibits(quotes)),
            closest=tuple(self._quote(hit, turn) for hit in closest),
            coverage=answer.coverage,
            model=answer.model,
            model_sha256=turn.record.model_sha256,
            version=turn.record.version,
            listing=answer.listing,
        )

    def _shows(self, sentence: Sentence) -> bool:
        return sentence.support is not Support.UNSUPPORTED or self._origin.shows_unsupported

    # Quotes and their sources

    def _numbered(self, citation: Citation, turn: Turn) -> Quote:
        self._quotes += 1
        return replace(self._quote(citation, turn), number=self._quotes)

    def _quote(self, found: Citation | Hit, turn: Turn) -> Quote:
        if isinstance(found, Citation):
            text, boxes = found.quote, found.boxes
        else:
            text, boxes = found.marked or found.text, found.marked_boxes or found.boxes
        label = self._label(found.document, found.page)
        return Quote(0, self._source(found, turn), found.page, label, text, boxes)

    def _label(self, document: int, number: int) -> str:
        try:
            label = self._catalog.page(document, number).label
        except UsageError:
            return ""
        return "" if label == str(number) else label

    def _source(self, found: Citation | Hit, turn: Turn) -> Source:
        """The document as it was when the answer was given, or as it was last read."""
        number = found.document
        recorded = dict(turn.record.sources)
        key = number, recorded.get(number, self._hashes.get(number, ""))
        if key not in self._sources:
            document = self._documents.get(number)
            place = _place(document) if document else ""
            state = self._state(document, key[1])
            self._sources[key] = Source(
                len(self._sources) + 1, number, found.document_name, place, key[1], state
            )
        return self._sources[key]

    def _state(self, document: Document | None, sha256: str) -> FileState:
        """Only files of the library are looked at: a conversation could name any other."""
        if document is None:
            return FileState.FORGOTTEN
        if document.id not in self._found_now:
            self._found_now[document.id] = self._hash(document)
        found = self._found_now[document.id]
        if not found:
            return FileState.GONE
        return FileState.SAME if found == sha256 else FileState.CHANGED

    def _hash(self, document: Document) -> str:
        """ "" when the file is not there, or may not be read."""
        try:
            return hash_of(Path(document.path), self._control)
        except (OSError, DocumentError):
            return ""

    # Pages

    def _exhibits(self, quotes: Sequence[Quote]) -> Iterator[Exhibit]:
        """A picture of each page that is quoted, with all the lines that this answer quotes.

        There is none of a document without pages: its quotes stand for themselves.
        """
        pages: dict[tuple[int, int], list[Quote]] = {}
        for quote in (quote for quote in quotes if has_pages(quote.source.name)):
            pages.setdefault((quote.source.number, quote.page), []).append(quote)
        for together in pages.values():
            self._control.check()
            yield self._exhibit(tuple(together))

    def _exhibit(self, quotes: tuple[Quote, ...]) -> Exhibit:
        """Without a picture when the file is not the one that was quoted: its lines moved."""
        source, number = quotes[0].source, quotes[0].page
        if source.state is not FileState.SAME:
            return Exhibit(quotes)
        try:
            page = self._catalog.page(source.document, number)
            wanted = min(_SHARPNESS, _LARGEST / max(page.width, page.height, 1.0))
            picture = self._origin.draw(source.document, number, wanted)
        except (DocumentError, UsageError) as error:
            return Exhibit(quotes, problem=str(error))
        pixels = pixels_of(picture)
        width = max(page.width, 1.0)
        scale = picture.width / width
        mark_lines(pixels, (box for quote in quotes for box in quote.boxes), scale)
        return Exhibit(quotes, png(pixels), width, picture.height / scale)


def _numbers(sentence: Sentence, cited: Mapping[Citation, Quote]) -> tuple[int, ...]:
    return tuple(cited[citation].number for citation in sentence.citations)


def _citations(sentences: Iterable[Sentence]) -> list[Citation]:
    """Each once, in the order of their numbers."""
    found = dict.fromkeys(c for sentence in sentences for c in sentence.citations)
    return sorted(found, key=lambda citation: citation.number)


def _place(document: Document) -> str:
    """Its folder, from the one that was added on: not where on this machine that one lies."""
    path = PurePath(document.path)
    try:
        folder = path.relative_to(PurePath(document.source).parent).parent.as_posix()
    except ValueError:
        return ""
    return "" if folder == "." else folder
