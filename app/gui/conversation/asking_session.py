"""Conversations: sends questions, follows their answers, and leads from a mark to its page."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from app.core.events import (
    DraftWritten,
    EvidenceFound,
    PromptRead,
    PromptReading,
    SentenceChecked,
    WorkProgress,
)
from app.core.types import Answer, Chat, Citation, Hit
from app.engine import messages
from app.engine.messages import (
    Ask,
    Asked,
    Chats,
    DeleteChat,
    EngineFailed,
    GetChats,
    Hits,
    OpenChat,
    Search,
)
from app.gui import wording
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.turn_view import TurnView
from app.gui.engine_link import EngineLink, Exchange
from app.gui.evidence.evidence_panel import EvidencePanel
from app.gui.evidence.places import Place, place_of
from app.gui.library.library_model import LibraryModel


class AskingSession(QObject):
    """One conversation is open, and at most one question is being answered."""

    place_wanted = Signal(object)
    evidence_gathered = Signal(object)
    """All places that `next evidence` goes through."""
    failed = Signal(object)
    answered = Signal(object)
    conversation_cleared = Signal()
    turn_added = Signal(object)
    chats_changed = Signal()
    """The list of conversations is another than it was."""

    def __init__(
        self,
        link: EngineLink,
        conversation: ConversationPanel,
        evidence: EvidencePanel,
        model: LibraryModel,
    ) -> None:
        super().__init__()
        self._link, self._conversation = link, conversation
        self._evidence, self._model = evidence, model
        self.shows_unsupported = False
        self.has_model = True
        self.is_loading = False
        """Whether the model is on its way into memory, and a question waits for it."""
        self._chat: int | None = None
        self._chats: tuple[Chat, ...] = ()
        self._running: Exchange | None = None
        self._turn: TurnView | None = None
        self._clock = QElapsedTimer()
        self._has_chosen = False
        self._places: list[Place] = []
        self._position = 0
        self._connect()

    @property
    def chat(self) -> int | None:
        """The conversation that is open, once it has a question."""
        return self._chat

    @property
    def chats(self) -> tuple[Chat, ...]:
        """Those there are, without their turns."""
        return self._chats

    @property
    def library(self) -> LibraryModel:
        """The documents that can be asked."""
        return self._model

    @property
    def is_busy(self) -> bool:
        return self._running is not None

    def start(self) -> None:
        """Load the list of conversations."""
        exchange = self._link.send(GetChats())
        exchange.finished.connect(self._show_chats)

    def ask(
        self, question: str, after: int | None = None, everything: bool = False
    ) -> Exchange | None:
        """Ask within the open conversation, or in place of all but its first `after` turns.

        `everything`: for a list of all there is, which needs no model.
        """
        if self._running:
            return None
        turn = TurnView(question, self.shows_unsupported)
        self.begin(turn, question)
        turn.show_searching(self.is_loading)
        scope = self._model.scope()
        turn.scope = self._scope_in_words()
        turn.lists_all = everything
        if not self.has_model and not everything:
            return self._search(turn, Search(question, scope=scope))
        exchange = self.send(turn, Ask(question, self._chat, scope, after, everything))
        exchange.told.connect(lambda event: self._follow(turn, exchange, event))
        exchange.finished.connect(lambda asked: self._finish(turn, exchange, asked))
        return exchange

    def _scope_in_words(self) -> str:
        """What is searched; "" when it is everything."""
        if self._model.scope() is None:
            return ""
        return wording.searched(self._model.ticked(), len(self._model.documents()))

    def begin(self, turn: TurnView, title: str) -> None:
        """Show what is asked next; nothing else may be running."""
        self._add(turn)
        self._conversation.add_turn(turn)
        self._conversation.notice.hide()
        if self._chat is None:
            self._conversation.show_title(title)
        self._conversation.question.show_answering(True)
        self._turn, self._has_chosen = turn, False
        self._clock.start()

    def send(self, turn: TurnView, request: messages.Request) -> Exchange:
        """Send what `turn` is about; that it fails or is stopped is shown there."""
        self._running = exchange = self._link.send(request)
        exchange.failed.connect(lambda failure: self._fail(turn, exchange, failure))
        exchange.cancelled.connect(lambda: self._stopped(turn, exchange))
        return exchange

    def is_open(self, exchange: Exchange) -> bool:
        """Whether `exchange` belongs to the conversation that is seen."""
        return exchange is self._running

    def _search(self, turn: TurnView, search: Search) -> Exchange:
        """Without a model there are passages, and no answer."""
        self._running = exchange = self._link.send(search)
        exchange.told.connect(lambda event: self._follow(turn, exchange, event))
        exchange.finished.connect(lambda hits: self._show_passages(turn, exchange, hits))
        exchange.failed.connect(lambda failure: self._fail(turn, exchange, failure))
        exchange.cancelled.connect(lambda: self._stopped(turn, exchange))
        return exchange

    def stop(self) -> None:
        """Stop answering; what is written so far is kept."""
        self._link.cancel(self._running)

    def begin_chat(self) -> None:
        """Open a new, empty conversation."""
        self._leave()
        self._conversation.show_chats(self._chats, None)
        self.conversation_cleared.emit()

    def open_chat(self, number: int) -> None:
        self._leave()
        self._chat = number
        exchange = self._link.send(OpenChat(number))
        exchange.finished.connect(self._show_chat)
        exchange.failed.connect(self.failed)

    def delete_chat(self, number: int) -> None:
        exchange = self._link.send(DeleteChat(number))
        exchange.finished.connect(lambda _done: self.start())
        exchange.failed.connect(self.failed)
        if number == self._chat:
            self.begin_chat()

    def choose(self, turn: TurnView, found: Citation | Hit) -> None:
        """Lead to the page of a citation or a passage of `turn`."""
        self._has_chosen = True
        self._gather(turn, found)
        self._show_position(place_of(found))
        if isinstance(found, Citation):
            turn.emphasise(found)

    # Inside

    def _connect(self) -> None:
        panel = self._conversation
        panel.question.question_sent.connect(lambda question: self.ask(question))
        panel.question.list_sent.connect(lambda question: self.ask(question, everything=True))
        panel.question.stop_chosen.connect(self.stop)
        panel.suggestions.question_chosen.connect(lambda question: self.ask(question))
        panel.new_chat_wanted.connect(self.begin_chat)
        panel.chat_chosen.connect(self.open_chat)
        self._evidence.hit_chosen.connect(self._choose_hit)
        self._evidence.evidence_wanted.connect(self._step)

    def _leave(self) -> None:
        self.stop()
        self._running = None
        self._turn = None
        self._chat = None
        self._conversation.question.show_answering(False)
        self._conversation.clear()
        self._evidence.show_nothing()
        self._evidence.show_evidence(0, 0)
        self._places, self._position = [], 0
        self.evidence_gathered.emit([])

    def _add(self, turn: TurnView) -> None:
        turn.citation_chosen.connect(lambda citation: self.choose(turn, citation))
        turn.hit_chosen.connect(lambda hit: self.choose(turn, hit))
        self.turn_added.emit(turn)

    def _follow(self, turn: TurnView, exchange: Exchange, event: Any) -> None:
        if exchange is not self._running:
            return
        if isinstance(event, EvidenceFound):
            is_news = not turn.hits or event.hits != turn.hits
            turn.show_hits(event.hits, self._clock.elapsed() / 1000)
            self._turn = turn
            if is_news:
                self._evidence.show_hits(event.hits)
        elif isinstance(event, PromptRead):
            turn.show_reading()
        elif isinstance(event, PromptReading):
            turn.show_reading(event)
        elif isinstance(event, WorkProgress):
            turn.show_gathering(event)
        elif isinstance(event, DraftWritten):
            turn.show_draft(event.text)
        elif isinstance(event, SentenceChecked):
            turn.add_sentence(event.sentence)

    def _finish(self, turn: TurnView, exchange: Exchange, asked: Asked) -> None:
        if self.is_open(exchange):
            turn.show_answer(asked.answer)
        self.keep(turn, exchange, asked.chat, asked.answer)

    def keep(self, turn: TurnView, exchange: Exchange, chat: int, answer: Answer) -> None:
        """`turn` shows its answer, and is kept in `chat` now."""
        self.start()
        if not self._end(exchange):
            return
        self._chat = chat
        self._conversation.settle(turn)
        self.answered.emit(answer)
        if len(self._evidence.hits) != len(answer.hits):
            self._evidence.show_hits(answer.hits)
        citations = turn.citations()
        if citations and not self._has_chosen and not answer.abstained:
            self.choose(turn, citations[0])

    def _show_passages(self, turn: TurnView, exchange: Exchange, hits: Hits) -> None:
        if self._end(exchange):
            turn.show_passages(hits.hits)
            self._turn = turn
            self._evidence.show_hits(hits.hits)
            self._conversation.settle(turn)

    def _fail(self, turn: TurnView, exchange: Exchange, failure: EngineFailed) -> None:
        if not self._end(exchange):
            return
        turn.show_failure(wording.told(failure.message), wording.told(failure.hint))
        if not failure.known:
            self.failed.emit(failure)

    def _stopped(self, turn: TurnView, exchange: Exchange) -> None:
        if self._end(exchange):
            turn.show_stopped()

    def _end(self, exchange: Exchange) -> bool:
        """Whether `exchange` was about the conversation that is open."""
        if exchange is not self._running:
            return False
        self._running = None
        self._conversation.question.show_answering(False)
        return True

    def _show_chats(self, chats: Chats) -> None:
        self._chats = chats.chats
        self._conversation.show_chats(self._chats, self._chat)
        self.chats_changed.emit()

    def _show_chat(self, chat: Chat) -> None:
        if chat.id != self._chat:
            return
        self._conversation.show_turns(chat.turns, self.shows_unsupported)
        for turn in self._conversation.turns:
            self._add(turn)
        self._conversation.show_chats(self._chats, chat.id)
        if chat.turns:
            self._turn = self._conversation.turns[-1]
            self._evidence.show_hits(self._turn.hits)
        else:
            self.conversation_cleared.emit()

    # Evidence

    def _choose_hit(self, hit: Hit) -> None:
        if self._turn:
            self.choose(self._turn, hit)

    def _gather(self, turn: TurnView, found: Citation | Hit) -> None:
        """What `next evidence` goes through: the citations of an answer, or else its passages."""
        if turn is not self._turn and turn.hits:
            self._turn = turn
            self._evidence.show_hits(turn.hits)
        pieces = turn.citations() if isinstance(found, Citation) else turn.hits
        self._places = list(dict.fromkeys(place_of(piece) for piece in pieces))
        self.evidence_gathered.emit(self._places)

    def _step(self, step: int) -> None:
        position = self._position + step
        if 1 <= position <= len(self._places):
            self._show_position(self._places[position - 1])

    def _show_position(self, place: Place) -> None:
        self._position = self._places.index(place) + 1 if place in self._places else 0
        self._evidence.show_evidence(self._position, len(self._places))
        self.place_wanted.emit(place)
