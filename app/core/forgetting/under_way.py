"""Answers that are being written, so that a document that is forgotten leaves these too."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from app.core.control import Control
from app.core.errors import Cancelled, UsageError
from app.core.events import Event, EvidenceFound, Report
from app.core.storage.database import Database
from app.core.types import Answer, Coverage, Turn


@dataclass
class _Writing:
    documents: set[int]
    control: Control
    is_withdrawn: bool = False


class AnswersUnderWay:
    """Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: list[_Writing] = []

    @contextmanager
    def going_on(
        self, documents: Collection[int], report: Report, control: Control
    ) -> Iterator[Report]:
        """Write an answer from documents, and from those in the evidence that is reported.

        `UsageError` when one of them was forgotten meanwhile.
        """
        writing = _Writing(set(documents), control)

        def noted(event: Event) -> None:
            if isinstance(event, EvidenceFound):
                with self._lock:
                    writing.documents |= {hit.document for hit in event.hits}
            report(event)

        with self._lock:
            self._all.append(writing)
        try:
            yield noted
        except Cancelled:
            if not writing.is_withdrawn:
                raise
        finally:
            with self._lock:
                self._all.remove(writing)
        if writing.is_withdrawn:
            raise gone()

    def withdraw(self, documents: Collection[int] | None) -> None:
        """Stop all that is written from these documents (None: from any)."""
        with self._lock:
            for writing in self._all:
                if documents is None or writing.documents & set(documents):
                    writing.is_withdrawn = True
                    writing.control.cancel()


def used_by(answer: Answer) -> set[int]:
    """The documents that an answer shows passages of."""
    cited = {c.document for sentence in answer.sentences for c in sentence.citations}
    return cited | {hit.document for hit in answer.hits}


def check_still_there(database: Database, answer: Answer) -> None:
    """UsageError when a document that the answer was taken from was forgotten meanwhile."""
    if used_by(answer) - _there(database):
        raise gone()


def remembered(database: Database, history: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns before a question; answers from documents that are gone as if never given."""
    there = _there(database) if history else set()
    return tuple(
        turn if used_by(turn.answer) <= there else replace(turn, answer=_unsaid(turn))
        for turn in history
    )


def gone() -> UsageError:
    return UsageError(
        "A document that this answer was being taken from was removed meanwhile.", "Ask again."
    )


def _there(database: Database) -> set[int]:
    return {row[0] for row in database.rows("SELECT id FROM documents")}


def _unsaid(turn: Turn) -> Answer:
    return Answer(turn.question, "", True, (), (), Coverage(0, 0))
