"""What the conversation shows before a first question: what to do, what happens, what to ask."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.types import Document, State, Suggestion
from app.engine.messages import GetModels, GetSuggestions, Models, Status, Suggested
from app.gui import wording
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.waiting import seconds_of_answer
from app.gui.engine_link import EngineLink, Exchange
from app.gui.library.indexing_session import IndexingSession
from app.gui.library.library_model import LibraryModel
from app.gui.samples import sample_questions, samples_folder

MOST = 4
_PAUSE = 500
"""Milliseconds without a change of the library before its documents are looked into."""


class StartingSession(QObject):
    """Keeps the questions that fit the library, as long as it stays as it is."""

    samples_wanted = Signal(str)

    def __init__(
        self,
        link: EngineLink,
        conversation: ConversationPanel,
        model: LibraryModel,
        indexing: IndexingSession,
    ) -> None:
        super().__init__(conversation)
        self._link, self._conversation = link, conversation
        self._model, self._indexing = model, indexing
        self._known: dict[object, tuple[Suggestion, ...]] = {}
        self._asking: Exchange | None = None
        self._seconds = 0.0
        self._model_told = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        conversation.welcome.samples_wanted.connect(self._add_samples)
        model.ticks_changed.connect(self.show)

    def show(self) -> None:
        """What stands there now: nothing is asked of the engine while there are questions."""
        documents = self._model.documents()
        self._conversation.show_start(bool(documents))
        self._conversation.welcome.show_reading(self._indexing.is_busy and not documents)
        questions = self._questions()
        self._conversation.suggestions.show_questions(questions, self._note(bool(questions)))
        if documents and self._key() not in self._known:
            self._pause.start()

    def show_waiting(self) -> None:
        """Documents were added, and are not there yet."""
        self._conversation.welcome.show_reading(not self._model.documents())

    def show_status(self, status: Status) -> None:
        """Which model will answer, and once it can, how long that will take."""
        welcome = self._conversation.welcome
        name = status.answer_model
        welcome.show_model(name, wording.told(status.problem), status.answer_model_ready)
        if name and status.answer_model_ready and name != self._model_told:
            self._model_told = name
            self._link.send(GetModels()).finished.connect(self._note_speed)

    # Inside

    def _add_samples(self) -> None:
        self.samples_wanted.emit(str(samples_folder()))
        self._conversation.question.take_focus()

    def _questions(self) -> list[tuple[str, str]]:
        """Those of the samples, where there is nothing else; or those of the documents."""
        documents = self._searchable()
        samples = sample_questions({document.name for document in documents})
        if samples and len(samples) == len(documents):
            return [pair for pairs in zip(*samples.values(), strict=False) for pair in pairs][:MOST]
        found = self._known.get(self._key(), ())
        return [(suggestion.question, suggestion.document_name) for suggestion in found]

    def _searchable(self) -> list[Document]:
        searchable = (State.READY, State.SEARCHABLE)
        return [document for document in self._model.asked() if document.state in searchable]

    def _key(self) -> object:
        return tuple((document.id, document.state) for document in self._searchable())

    def _ask(self) -> None:
        """While nobody is kept waiting by it, and it is seen."""
        is_idle = not self._indexing.is_busy and self._asking is None
        if not is_idle or self._conversation.turns or not self._searchable():
            return
        key = self._key()
        self._asking = exchange = self._link.send(GetSuggestions(MOST, self._model.scope()))
        exchange.finished.connect(lambda found: self._keep(key, found))
        exchange.failed.connect(lambda _failure: self._keep(key, Suggested(())))
        exchange.cancelled.connect(lambda: self._keep(key, Suggested(())))

    def _keep(self, key: object, found: Suggested) -> None:
        self._asking = None
        self._known = {key: found.suggestions}
        self.show()

    def _note_speed(self, models: Models) -> None:
        self._seconds = seconds_of_answer(models)
        self._conversation.welcome.show_time(self._seconds)
        self.show()

    def _note(self, has_questions: bool) -> str:
        words = self.tr("Ask your own question below.")
        if has_questions:
            words = self.tr("Try one of these, or ask your own question below.")
        if self._seconds:
            time = self.tr("An answer takes about {time} on this computer.")
            words = f"{words}\n{time.format(time=wording.about(self._seconds))}"
        return words
