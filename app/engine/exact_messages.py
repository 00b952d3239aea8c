"""What window and engine say about exact search: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.search.exact_wish import ExactFound, ExactWish


@dataclass(frozen=True)
class FindExactly:
    """Every place where words, or a pattern, stand in the library. → FoundExactly

    Events: PlacesFound, which bring the places.
    """

    wish: ExactWish


@dataclass(frozen=True)
class FoundExactly:
    """How many places and pages there are; without the hits, which were told before."""

    found: ExactFound
