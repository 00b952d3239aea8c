"""What is searched for exactly, and what came of it, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.types import Hit

MOST_PLACES = 2_000
LONGEST_PATTERN = 500


@dataclass(frozen=True)
class ExactWish:
    """What is searched for: words, or a regular expression when `is_pattern`.

    On pages `first` to `last` (0: to the end) of the documents in `scope` (None: all). At most
    `most` places are shown; all are counted.
    """

    words: str
    is_pattern: bool = False
    first: int = 1
    last: int = 0
    scope: tuple[int, ...] | None = None
    most: int = MOST_PLACES


@dataclass(frozen=True)
class ExactFound:
    """Places in order, and how many there are in all, in how many documents.

    `pages` were looked at; `pages_without_text` are those of them that hold none.
    """

    hits: tuple[Hit, ...]
    count: int
    documents: int
    pages: int
    pages_without_text: int
