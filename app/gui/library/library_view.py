"""Which documents are shown, and in what order: by name, accents aside, by standing, by source.

Owns no document and no widget.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.types import Document, Presence, State


class Standing(StrEnum):
    """Where a document stands for somebody who wants to ask it."""

    READY = "ready"
    WAITING = "waiting"
    SEARCHABLE = "searchable"
    CHANGED = "changed"
    LOCKED = "locked"
    FAILED = "failed"
    AWAY = "away"
    GONE = "gone"


class Order(StrEnum):
    """What documents of a source are sorted by."""

    NAME = "name"
    DATE = "date"
    PAGES = "pages"
    STANDING = "standing"


PROBLEMS = frozenset({Standing.LOCKED, Standing.FAILED})
_FIGURES = re.compile(r"\d+")
_WIDEST = 10
_WORST_FIRST = tuple(Standing)[::-1]
_OF_STATE = {
    State.WAITING: Standing.WAITING,
    State.SEARCHABLE: Standing.SEARCHABLE,
    State.READY: Standing.READY,
    State.FAILED: Standing.FAILED,
    State.LOCKED: Standing.LOCKED,
}


def standing(document: Document) -> Standing:
    if document.presence is not Presence.HERE:
        return Standing.AWAY if document.presence is Presence.AWAY else Standing.GONE
    return Standing.CHANGED if document.is_changed else _OF_STATE[document.state]


def lacks_text(document: Document) -> bool:
    """Whether there are pages of which nothing can be found."""
    return document.pages_read < document.pages


@dataclass(frozen=True)
class View:
    """What is to be shown: names with `text` in them, in one of some standings (none: all)."""

    text: str = ""
    standings: frozenset[Standing] = frozenset()
    without_text: bool = False
    """Only documents of which some pages hold no text."""
    order: Order = Order.NAME

    @property
    def is_filtered(self) -> bool:
        return bool(self.text.strip() or self.standings or self.without_text)

    def choose(self, documents: Sequence[Document], names: Mapping[int, Name]) -> list[Document]:
        """Those that are to be shown."""
        words = fold(self.text).split()
        return [
            document
            for document in documents
            if (not words or all(word in names[document.id].folded for word in words))
            and (not self.standings or standing(document) in self.standings)
            and (not self.without_text or lacks_text(document))
        ]


@dataclass(frozen=True)
class SourceRow:
    """A source: how many documents it has, and which of them the view lets through."""

    path: str
    total: int
    documents: tuple[int, ...]


Row = SourceRow | int
"""A source, or a document's id."""


@dataclass(frozen=True)
class Name:
    """A document's name as it is searched, and as it is sorted: 9 before 10."""

    folded: str
    sorted: str


def name_of(document: Document) -> Name:
    folded = fold(document.name)
    return Name(folded, _FIGURES.sub(lambda found: found[0].zfill(_WIDEST), folded))


def fold(text: str) -> str:
    """`text` as it is compared: without accents and capitals."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def arrange(
    sources: Mapping[str, Sequence[Document]],
    names: Mapping[int, Name],
    view: View,
    closed: Collection[str],
) -> list[Row]:
    """The rows from top to bottom. Of a filtered view, sources without hits are left out.

    The documents of each source come in the order of `by_name`.
    """
    rows: list[Row] = []
    for path, inside in sources.items():
        documents = inside
        if view.is_filtered:
            documents = view.choose(inside, names)
            if not documents:
                continue
        numbers = tuple(document.id for document in documents)
        rows.append(SourceRow(path, len(inside), numbers))
        if path not in closed or view.text.strip():
            key = _KEYS.get(view.order)
            rows += (d.id for d in (sorted(documents, key=key) if key else documents))
    return rows


def by_name(documents: Iterable[Document], names: Mapping[int, Name]) -> list[Document]:
    """What `arrange` starts from."""
    return sorted(documents, key=lambda d: (names[d.id].sorted, d.path))


_KEYS: dict[Order, Callable[[Document], int]] = {
    Order.DATE: lambda d: -d.modified,
    Order.PAGES: lambda d: -d.pages,
    Order.STANDING: lambda d: _WORST_FIRST.index(standing(d)),
}
