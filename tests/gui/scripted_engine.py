"""An engine that answers from a script, from a thread of its own, as `EngineClient` would.

Owns no process. `tempo` is how many seconds a step takes; 0 in tests.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.core.events import (
    DocumentChanged,
    DraftWritten,
    EvidenceFound,
    IndexProgress,
    PromptRead,
    PromptReading,
    SentenceChecked,
)
from app.core.forgetting.receipt import Quotes
from app.core.types import (
    Answer,
    Document,
    IndexReport,
    Problem,
    State,
    Suggestion,
    Turn,
)
from app.engine import messages
from app.engine.client import OnMessage
from tests.gui.scripted_carrying import ScriptedCarrying
from tests.gui.scripted_chats import ScriptedChats
from tests.gui.scripted_content import (
    make_answer,
    make_hits,
    make_lock,
    make_process_proof,
    make_receipt,
    make_suggestions,
)
from tests.gui.scripted_documents import ScriptedDocuments
from tests.gui.scripted_folders import ScriptedFolders
from tests.gui.scripted_pages import ScriptedPages


class ScriptedEngine(
    ScriptedPages, ScriptedDocuments, ScriptedFolders, ScriptedCarrying, ScriptedChats
):
    """Same interface as EngineClient. `sent` and `steered` hold what it was told."""

    def __init__(self, documents: tuple[Document, ...] = (), tempo: float = 0.0) -> None:
        self.documents = documents
        self.tempo = tempo
        self.sent: list[Any] = []
        self.steered: list[Any] = []
        self.answer: Callable[[str], Answer] = make_answer
        ScriptedChats.__init__(self)
        self.unfinished = 0
        self.is_strange = False
        self.quotes = Quotes()
        self.texts = {}
        """Those of documents without pages, by document and number."""
        self.problems: tuple[Problem, ...] = ()
        self.suggestions: tuple[Suggestion, ...] = make_suggestions()
        self.models = messages.Models(())
        self.embedding = messages.EmbeddingCost(4_200, 840.0)
        self.answer_model = "Qwen2.5 3B Instruct"
        self.lock = make_lock("engine")
        self.leak = ""
        """A kind of attempt that the test in the engine finds not refused."""
        self.refusal: messages.EngineFailed | None = None
        """Why it does not work at all: the ending of every request."""
        self.report = IndexReport(0, 0, 0)
        """What adding tells of duplicates and of files that are not read."""
        self.holds: set[type] = set()
        """Kinds of requests that do not end until they are cancelled or `release`d."""
        self._released = threading.Event()
        self._cancelled: set[int] = set()
        self._work: deque[tuple[int, Any, OnMessage]] = deque()
        self._wake = threading.Condition()
        self._open = True
        self._threads = [threading.Thread(target=self._run, daemon=True) for _ in range(3)]
        for thread in self._threads:
            thread.start()

    def request(self, body: messages.Request, on_message: OnMessage) -> int:
        with self._wake:
            self.sent.append(body)
            number = len(self.sent)
            self._work.append((number, body, on_message))
            self._wake.notify()
        return number

    def steer(self, body: messages.Steering) -> None:
        with self._wake:
            self.steered.append(body)
            if isinstance(body, messages.Cancel):
                self._cancelled.add(body.request)
            self._wake.notify_all()

    def release(self) -> None:
        """Let what is held go on."""
        with self._wake:
            self._released.set()
            self._wake.notify_all()

    def close(self, _patience: float = 10.0) -> None:
        with self._wake:
            self._open = False
            self._wake.notify_all()
        for thread in self._threads:
            thread.join(5)

    def of(self, kind: type) -> list[Any]:
        """The requests of a kind that were sent."""
        return [body for body in self.sent if isinstance(body, kind)]

    # Inside

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._work or not self._open)
                if not self._open:
                    return
                number, body, on_message = self._work.popleft()
            ending = self._handle(number, body, on_message)
            if ending is not None:
                on_message(ending)

    def _handle(self, number: int, body: Any, tell: OnMessage) -> Any:
        if self.refusal:
            return self.refusal
        handler = getattr(self, f"_{type(body).__name__}")
        result = handler(number, body, tell)
        if type(body) in self.holds:
            with self._wake:
                self._wake.wait_for(
                    lambda: number in self._cancelled or self._released.is_set() or not self._open
                )
        if number in self._cancelled:
            return messages.WorkCancelled()
        if isinstance(body, messages.Ask) and isinstance(result, messages.Asked):
            self.keep_turn(result.chat, Turn(body.question, result.answer), body.after)
        return result

    def _pause(self, number: int) -> bool:
        """Wait a step; whether to go on."""
        with self._wake:
            self._wake.wait_for(lambda: number in self._cancelled or not self._open, self.tempo)
        return number not in self._cancelled and self._open

    def _GetStatus(self, *_: Any) -> messages.Status:
        name = self.answer_model
        return messages.Status("0.1.0", "/home/anna/.local/share/strongroom/vault", name,
                               bool(name), "multilingual-e5-small", True, self.lock,
                               memory=2_900_000_000)  # fmt: skip

    def _GetLibrary(self, *_: Any) -> messages.Library:
        sources = tuple(dict.fromkeys(d.source for d in self.documents))
        return messages.Library(
            self.documents, sources, self.unfinished, is_strange=self.is_strange
        )

    def _AddPaths(self, number: int, body: messages.AddPaths, tell: OnMessage) -> IndexReport:
        self.unfinished = 0
        found = [Path(p) for p in body.paths] or [Path("/home/anna/Cases/Meridian")]
        start = len(self.documents)
        names = [f"Judgment 2024-{i:03}.pdf" for i in range(1, 13)]
        for done, name in enumerate(names):
            source = str(found[0])
            new = Document(start + done + 1, source, f"{source}/{name}", name, State.WAITING)
            tell(DocumentChanged(new))
            tell(IndexProgress("reading", done, len(names), done * 9, pages_per_second=18.4,
                               seconds_left=(12 - done) * 9.0, current=name))  # fmt: skip
            if type(body) in self.holds and done == 7:
                break
            if not self._pause(number):
                break
            ready = Document(new.id, source, new.path, name, State.READY, 9, 9)
            self.documents = (*self.documents, ready)
            tell(DocumentChanged(ready))
        return replace(self.report, documents=12, pages=108, chunks=400, changes=12)

    def _GivePassword(self, *_: Any) -> IndexReport:
        return IndexReport(1, 5, 20)

    def _Reread(self, *_: Any) -> IndexReport:
        return IndexReport(1, 5, 20)

    def _GetQuotes(self, *_: Any) -> messages.Quoted:
        return messages.Quoted(self.quotes)

    def _RemoveDocuments(
        self, _n: int, body: messages.RemoveDocuments, *_: Any
    ) -> messages.Forgotten:
        gone = tuple(d for d in self.documents if d.id in body.documents)
        self.documents = tuple(d for d in self.documents if d not in gone)
        return messages.Forgotten(make_receipt(gone, body.with_quotes, self.quotes))

    def _CheckVault(self, *_: Any) -> messages.Checked:
        return messages.Checked(self.problems)

    def _RebuildIndex(self, *_: Any) -> messages.Rebuilt:
        return messages.Rebuilt(1_200, 2.0)

    def _ForgetEverything(self, *_: Any) -> messages.Forgotten:
        gone, self.documents, self.chats = self.documents, (), []
        receipt = make_receipt(gone, True, self.quotes)
        return messages.Forgotten(replace(receipt, everything=True))

    def _Ask(self, number: int, body: messages.Ask, tell: OnMessage) -> messages.Asked:
        answer = self.answer(body.question)
        chat = body.chat or len(self.chats) + 1
        self._pause(number)
        tell(EvidenceFound(answer.hits))
        if not answer.abstained:
            tell(PromptRead(1180))
            tell(PromptReading(590, 1180, 6.0))
            for position, sentence in enumerate(answer.sentences):
                if type(body) in self.holds and position == 2:
                    tell(DraftWritten("The board has asked for fig"))
                    break
                words = sentence.text.split()
                for i in range(0, len(words), 3):
                    tell(DraftWritten(" ".join(words[: i + 3])))
                    if not self._pause(number):
                        return messages.Asked(chat, answer)
                tell(SentenceChecked(sentence))
        return messages.Asked(chat, answer)

    def _Search(self, *_: Any) -> messages.Hits:
        return messages.Hits(make_hits(), 0.1)

    def _GetSuggestions(self, *_: Any) -> messages.Suggested:
        return messages.Suggested(self.suggestions)

    def _GetModels(self, *_: Any) -> messages.Models:
        one = messages.ModelInfo("Qwen2.5 3B Instruct (Q4_K_M)", "answer", 1_930_000_000,
                                 2_700_000_000, "Qwen Research", 32768, True, True,
                                 "fits", 24.0, 7.4)  # fmt: skip
        two = messages.ModelInfo("Qwen2.5 1.5B Instruct (Q4_K_M)", "answer", 986_000_000,
                                 1_400_000_000, "Apache-2.0", 32768, False, True,
                                 "fits", 46.0, 15.1)  # fmt: skip
        large = messages.ModelInfo("Mistral 7B Instruct v0.2 (Q4_K_M)", "answer", 4_370_000_000,
                                   5_500_000_000, "Apache-2.0", 32768, False, False,
                                   "does not fit", 9.1, 3.5, "Mistral")  # fmt: skip
        adapter = messages.ModelInfo("tender-wording-lora", "adapter", 18_000_000, 18_000_000,
                                     "unknown", 0, False, False)  # fmt: skip
        three = messages.ModelInfo("multilingual-e5-small", "embedder", 471_000_000, 600_000_000,
                                   "MIT", 512, True, True)  # fmt: skip
        families = (("chatml", "ChatML"), ("llama3", "Llama 3"), ("mistral", "Mistral"))
        return replace(self.models, models=(one, two, large, adapter, three), families=families)

    def _SetFirstWord(self, _number: int, request: messages.SetFirstWord, *_: Any) -> messages.Done:
        self.models = replace(self.models, first_word_seconds=request.seconds)
        return messages.Done()

    def _SetAnswerLanguage(
        self, _number: int, request: messages.SetAnswerLanguage, *_: Any
    ) -> messages.Done:
        self.models = replace(self.models, answer_language=request.language)
        return messages.Done()

    def _EstimateEmbedding(self, *_: Any) -> messages.EmbeddingCost:
        return self.embedding

    def _ImportModel(self, *_: Any) -> messages.Models:
        return self._GetModels()

    def _UseModel(self, _number: int, use: messages.UseModel, *_: Any) -> messages.Status:
        if use.template is not None:
            self.models = replace(self.models, template=use.template)
        if use.adapter is not None:
            self.models = replace(self.models, adapter=use.adapter)
        if use.gpu_layers is not None:
            self.models = replace(self.models, gpu_layers=use.gpu_layers)
        return self._GetStatus()

    def _GetProof(self, *_: Any) -> messages.Proof:
        reader = make_process_proof(replace(self.lock, process="reader", refused=()))
        return messages.Proof((make_process_proof(self.lock, self.leak), reader))
