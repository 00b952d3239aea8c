"""Summaries and comparisons: asks for them in the open conversation and follows them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from app.core.events import DocumentAnswered, SentenceChecked, WorkProgress
from app.core.overview.document_work import Extent, SummaryWish
from app.core.types import Document
from app.engine.messages import Compare, Compared, Summarize, Summarized
from app.gui import wording
from app.gui.conversation.asking_session import AskingSession
from app.gui.conversation.comparison_view import ComparisonView
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.summary_view import SummaryView
from app.gui.engine_link import Exchange
from app.gui.library.library_model import LibraryModel

MOST_COMPARED = 12


class DocumentsSession(QObject):
    """Work on whole documents. `asking` owns the conversation and what is running in it."""

    def __init__(
        self, asking: AskingSession, model: LibraryModel, conversation: ConversationPanel
    ) -> None:
        super().__init__()
        self._asking, self._model = asking, model
        self._conversation = conversation
        conversation.question.comparison_sent.connect(self.compare)

    def offer_comparison(self) -> None:
        """Let the question go to each ticked document apart, if there are a few of them."""
        count = len(self._ticked())
        self._conversation.question.offer_comparison(count if 1 < count <= MOST_COMPARED else 0)

    def choose(self, documents: list[int]) -> None:
        """Tick these documents, and wait for the question that is put to each."""
        self._model.tick_only(set(documents))
        self.offer_comparison()
        field = self._conversation.question
        field.compare.setChecked(field.compare.isVisibleTo(field))
        field.take_focus()

    def summarize(self, numbers: list[int], thorough: bool) -> None:
        """Summarise documents together, every page of them or their telling passages."""
        found = [document for n in numbers if (document := self._model.document(n))]
        if not found:
            return
        form = (
            self.tr("Summary of {name}, every page") if thorough else self.tr("Summary of {name}")
        )
        name = found[0].name if len(found) == 1 else wording.documents(len(found))
        wish = SummaryWish(tuple(Extent(document.id) for document in found), thorough)
        turn = self._begin(form.format(name=name), wish)
        if turn:
            turn.thorough_wanted.connect(lambda: self.summarize(numbers, True))

    def summarize_lines(self, number: int, page: int, start: int, end: int) -> None:
        """Summarise the characters [start, end) of a page."""
        document = self._model.document(number)
        if document and end > start:
            title = self.tr("Summary of selected lines: {place}")
            place = wording.place(document.name, page)
            wish = SummaryWish((Extent(number, page, start=start, end=end),))
            self._begin(title.format(place=place), wish)

    def _begin(self, title: str, wish: SummaryWish) -> SummaryView | None:
        if self._asking.is_busy or not self._has_model():
            return None
        turn = SummaryView(title, self._asking.shows_unsupported)
        self._asking.begin(turn, title)
        turn.show_starting()
        exchange = self._asking.send(turn, Summarize(wish, title, self._asking.chat))
        exchange.told.connect(lambda event: self._follow_summary(turn, exchange, event))
        exchange.finished.connect(lambda done: self._finish_summary(turn, exchange, done))
        return turn

    def compare(self, question: str) -> None:
        """Ask each of the ticked documents."""
        documents = self._ticked()
        if len(documents) < 2 or self._asking.is_busy or not self._has_model():
            return
        turn = ComparisonView(question, self._asking.shows_unsupported)
        self._asking.begin(turn, question)
        turn.show_starting()
        numbers = tuple(document.id for document in documents)
        exchange = self._asking.send(turn, Compare(question, numbers, self._asking.chat))
        exchange.told.connect(lambda event: self._follow_comparison(turn, exchange, event))
        exchange.finished.connect(lambda done: self._finish_comparison(turn, exchange, done))

    # Inside

    def _ticked(self) -> list[Document]:
        return [document for document in self._model.asked() if document.pages_read]

    def _has_model(self) -> bool:
        if not self._asking.has_model:
            self._conversation.notice.tell(
                self.tr("This needs an answer model, and there is none."),
                self.tr("Settings show how to bring one."),
            )
        return self._asking.has_model

    def _follow_summary(self, turn: SummaryView, exchange: Exchange, event: Any) -> None:
        if not self._asking.is_open(exchange):
            return
        if isinstance(event, WorkProgress):
            turn.show_progress(event)
        elif isinstance(event, SentenceChecked):
            turn.add_sentence(event.sentence)

    def _finish_summary(self, turn: SummaryView, exchange: Exchange, done: Summarized) -> None:
        if self._asking.is_open(exchange):
            turn.show_summary(done.summary)
        self._asking.keep(turn, exchange, done.chat, done.summary.answer)

    def _follow_comparison(self, turn: ComparisonView, exchange: Exchange, event: Any) -> None:
        if not self._asking.is_open(exchange):
            return
        if isinstance(event, WorkProgress):
            turn.show_progress(event)
        elif isinstance(event, DocumentAnswered):
            turn.add_document(event.answer)

    def _finish_comparison(self, turn: ComparisonView, exchange: Exchange, done: Compared) -> None:
        if self._asking.is_open(exchange):
            turn.show_comparison(done.comparison, done.answer)
        self._asking.keep(turn, exchange, done.chat, done.answer)
