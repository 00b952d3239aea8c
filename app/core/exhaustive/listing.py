"""Lists over one vault: understands the question, and gathers what it asks for all of.

A document that is forgotten meanwhile leaves its list, as it leaves every answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from app.core.asking import meant
from app.core.control import Control
from app.core.conversation.follow_up import standalone
from app.core.events import Report
from app.core.exhaustive.asked_for import everything_in
from app.core.exhaustive.gathering import Gatherer
from app.core.forgetting.under_way import AnswersUnderWay, check_still_there, remembered
from app.core.search.retrieval import Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import Answer, Turn


class Lister:
    """Answers without a model."""

    def __init__(
        self,
        database: Database,
        catalog: Catalog,
        under_way: AnswersUnderWay,
        make_retriever: Callable[[Report], Retriever],
    ) -> None:
        self._database = database
        self._catalog = catalog
        self._under_way = under_way
        self._make_retriever = make_retriever

    def list_all(
        self,
        question: str,
        history: Sequence[Turn],
        scope: Collection[int] | None,
        report: Report,
        control: Control,
    ) -> Answer:
        """All that the documents hold on a question, gathered to the end."""
        understood = self._understood(question, history)
        with self._gathering(scope, report, control) as gatherer:
            found = gatherer.list_all(understood, scope, control)
        return self._checked(found, question)

    def list_documents(
        self,
        question: str,
        history: Sequence[Turn],
        scope: Collection[int] | None,
        report: Report,
        control: Control,
    ) -> Answer | None:
        """The same for one that asks for documents of a kind; None where there are none."""
        understood = self._understood(question, history)
        wanted = everything_in(understood)
        if not wanted.is_of_documents:
            return None
        with self._gathering(scope, report, control) as gatherer:
            found = gatherer.answer(understood, wanted, scope, control)
        return self._checked(found, question) if found.listing else None

    def with_list(
        self, answer: Answer, scope: Collection[int] | None, report: Report, control: Control
    ) -> Answer:
        """An answer to a question for everything with the list behind it; any other as it is."""
        wanted = everything_in(answer.meant or answer.question)
        if not wanted.is_list or answer.abstained or answer.stopped:
            return answer
        return self._gatherer(report).added(answer, wanted, scope, control)

    def _understood(self, question: str, history: Sequence[Turn]) -> str:
        return standalone(meant(question), remembered(self._database, history))

    @contextmanager
    def _gathering(
        self, scope: Collection[int] | None, report: Report, control: Control
    ) -> Iterator[Gatherer]:
        looked_at = [d.id for d in self._catalog.documents() if scope is None or d.id in scope]
        with self._under_way.going_on(looked_at, report, control) as told:
            yield self._gatherer(told)

    def _gatherer(self, report: Report) -> Gatherer:
        retriever = self._make_retriever(report)
        return Gatherer(self._database, self._catalog, retriever, report)

    def _checked(self, answer: Answer, question: str) -> Answer:
        check_still_there(self._database, answer)
        return replace(answer, question=meant(question))
