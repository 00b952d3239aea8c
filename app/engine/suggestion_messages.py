"""What window and engine say about questions that the documents answer: a part of `messages`."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.types import Suggestion


@dataclass(frozen=True)
class GetSuggestions:
    """At most so many questions that the documents in `scope` (None: all) answer. → Suggested"""

    most: int
    scope: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Suggested:
    suggestions: tuple[Suggestion, ...]
