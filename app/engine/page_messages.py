"""What window and engine say about the pages of one document: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.search.page_search import Match


@dataclass(frozen=True)
class GetPageSizes:
    """→ PageSizes"""

    document: int


@dataclass(frozen=True)
class GetLetters:
    """Where each character of a page stands. → types.Letters"""

    document: int
    page: int


@dataclass(frozen=True)
class FindInDocument:
    """Where words stand in a document, accents and case aside. → FoundInDocument"""

    document: int
    words: str


@dataclass(frozen=True)
class SavePages:
    """Write the pages `first` to `last` as pictures into a PDF. → PagesSaved

    Events: WorkProgress.
    """

    document: int
    first: int
    last: int
    path: str


@dataclass(frozen=True)
class PageSizes:
    """Width and height of each page in points; 0 where a page could not be opened."""

    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class FoundInDocument:
    """In the order of the pages; not `is_all` when there are more of them."""

    matches: tuple[Match, ...]
    is_all: bool = True


@dataclass(frozen=True)
class PagesSaved:
    path: str
    pages: int
