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

from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.core.events import (
    DocumentChanged,
    DraftWritten,
    EvidenceFound,
    IndexProgress,
    PromptRead,
    PromptReading,
    SentenceChecked,
)
from app.core.forgetting.quotes import Quotes
from app.core.forgetting.receipt import ForgottenDocument, Receipt, Verification
from app.core.types import (
    Answer,
    AnswerTimes,
    Box,
    Chat,
    Citation,
    Coverage,
    Document,
    Hit,
    IndexReport,
    Page,
    Picture,
    Problem,
    Sentence,
    State,
    Support,
    Turn,
)
from app.engine import messages
from app.engine.client import OnMessage
from app.system.lockdown import GUARD_NAME, Guard, Lockdown, Refusal
from app.system.proof import Attempt, LockState, ProcessProof, state_of
from tests.gui.scripted_carrying import ScriptedCarrying
from tests.gui.scripted_chats import ScriptedChats
from tests.gui.scripted_documents import ScriptedDocuments
from tests.gui.scripted_folders import ScriptedFolders

REPORT = "Annual report 2025 - Meridian Hospital Foundation.pdf"
QUOTE = (
    "The average waiting time for a first orthopaedic consultation fell from 61 to 38 days "
    "between January and December 2025."
)
QUOTE_2 = "Two additional surgeons were recruited in March, and Saturday clinics opened in May."
BOXES: tuple[Box, ...] = ((72.0, 300.0, 523.0, 314.0), (72.0, 318.0, 372.0, 332.0))
BOXES_2: tuple[Box, ...] = ((72.0, 354.0, 512.0, 368.0),)


def make_documents() -> tuple[Document, ...]:
    """A small library with every state in it."""
    rows = [
        (REPORT, State.READY, 48, 48, ""),
        ("Règlement de travail - version coordonnée.pdf", State.READY, 36, 35, ""),
        ("Framework contract IT services 2024-118.pdf", State.READY, 112, 112, ""),
        ("Minutes board of directors 2025-11-04.pdf", State.SEARCHABLE, 9, 9, ""),
        ("Scan invoice 8841.pdf", State.FAILED, 3, 0, "It holds pictures only, no text."),
        ("Personnel file (confidential).pdf", State.LOCKED, 0, 0, "It is locked with a password."),
    ]
    folder = "/home/anna/Cases/Meridian"
    return tuple(
        Document(i + 1, folder, f"{folder}/{name}", name, state, pages, read, reason)
        for i, (name, state, pages, read, reason) in enumerate(rows)
    )


def make_hits() -> tuple[Hit, ...]:
    """Three passages, best first."""
    before = "Waiting times improved in every department. "
    after = " The target of 35 days is within reach for 2026."
    first = Hit(1, REPORT, f"/x/{REPORT}", 31, 0.83, before + QUOTE + after, 0, 200, BOXES, 1,
                QUOTE, BOXES)  # fmt: skip
    second = Hit(1, REPORT, f"/x/{REPORT}", 31, 0.71, QUOTE_2, 200, 300, BOXES_2, 2,
                 QUOTE_2, BOXES_2)  # fmt: skip
    minutes = "Minutes board of directors 2025-11-04.pdf"
    text = "The board takes note of the shorter waiting times and asks for quarterly figures."
    return (first, second, Hit(4, minutes, f"/x/{minutes}", 3, 0.58, text, 0, 80, BOXES, 3))


def make_answer(question: str) -> Answer:
    """Two supported sentences, a partly supported one, and one that is made up."""
    one = Citation(1, REPORT, f"/x/{REPORT}", 31, QUOTE, BOXES, 1)
    two = Citation(1, REPORT, f"/x/{REPORT}", 31, QUOTE_2, BOXES_2, 2)
    minutes = "Minutes board of directors 2025-11-04.pdf"
    three = Citation(4, minutes, f"/x/{minutes}", 3, make_hits()[2].text, BOXES, 3)
    sentences = (
        Sentence("The average waiting time for a first orthopaedic consultation fell from 61 days "
                 "to 38 days during 2025.", Support.SUPPORTED, (one,)),
        Sentence("The foundation attributes this to two additional surgeons, recruited in March, "
                 "and to Saturday clinics that opened in May.", Support.SUPPORTED, (two,)),
        Sentence("The board has asked for figures every quarter.", Support.PARTLY, (three, one)),
        Sentence("Patients were very satisfied with this change.", Support.UNSUPPORTED),
    )  # fmt: skip
    return Answer(
        question, " ".join(s.text for s in sentences), False, sentences, make_hits(),
        Coverage(6, 4, ("Scan invoice 8841.pdf", "Personnel file (confidential).pdf"), 208, 204),
        "Qwen2.5 3B Instruct", 1180, 86, AnswerTimes(0.4, 3.1, 11.8),
    )  # fmt: skip


def make_abstention(question: str) -> Answer:
    return Answer(
        question, "", True, (), make_hits(), Coverage(6, 4, (), 208, 208),
        "Qwen2.5 3B Instruct", 0, 0, AnswerTimes(0.4, 0.0, 0.4),
    )  # fmt: skip


def make_receipt(gone: tuple[Document, ...], with_quotes: bool, quotes: Quotes) -> Receipt:
    """As the engine would make it for these documents."""
    told = tuple(
        ForgottenDocument(d.name, "4f" * 32, d.pages, 4 * d.pages, 4 * d.pages) for d in gone
    )
    taken, kept = (quotes, Quotes()) if with_quotes else (Quotes(), quotes)
    found = Verification(4_812, 6, 41_200_000, 0, True)
    return Receipt("/home/anna/vault", told, 1_795_000_000.0, 1_795_000_002.0, taken, kept, found)


def draw_page(document: int, page: int, scale: float) -> Picture:
    """A page with text where `BOXES` are."""
    width, height = round(595 * scale), round(842 * scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    font = QFont("Inter")
    font.setPixelSize(10)
    painter.setFont(font)
    painter.setPen(QColor("#222222"))
    painter.drawText(72, 60, f"Meridian Hospital Foundation · document {document}, page {page}")
    lines = [
        "3.4  Access to care", "",
        "Waiting times improved in every department, and nowhere more than in orthopaedics.",
        "The average waiting time for a first orthopaedic consultation fell from 61 to 38 days",
        "between January and December 2025. The target of 35 days is within reach.", "",
        "Two additional surgeons were recruited in March, and Saturday clinics opened in May.",
    ]  # fmt: skip
    filler = "Departments report monthly, and the figures are published with the annual accounts."
    for row in range(34):
        text = lines[row - 8] if 8 <= row < 8 + len(lines) else filler
        painter.drawText(72, 113 + row * 18, text)
    painter.end()
    return Picture(width, height, bytes(image.constBits()))


KERNEL = "Permission denied (by the operating system)"
GUARD = "Strongroom reaches no network."
SECCOMP = "seccomp: %s, refused by the Linux kernel"
WAYS = (
    ("IPv4", "TCP"), ("IPv4", "TCP, native code"), ("IPv4", "UDP"), ("IPv4", "UDP, native code"),
    ("IPv6", "TCP"), ("IPv6", "TCP, native code"), ("IPv6", "UDP"), ("IPv6", "UDP, native code"),
    ("DNS", "name look-up"), ("IPv4", "HTTP client"),
)  # fmt: skip


def make_lockdown(problem: str = "", by_system: bool = True) -> Lockdown:
    """The window's lock, of which nothing is real; it can be missing for a reason."""
    mechanisms = (SECCOMP % "no sockets but local ones",) if by_system and not problem else ()
    return Lockdown(Guard(display=True), mechanisms, problem, since=1_800_000_000.0)


def make_lock(process: str, refused: tuple[Refusal, ...] = (), problem: str = "") -> LockState:
    """The lock of a process of Linux."""
    names = (SECCOMP % "no sockets", "Landlock 6: no TCP, refused by the Linux kernel")
    mechanisms = (GUARD_NAME,) if problem else (*names, GUARD_NAME)
    return LockState(process, mechanisms, not problem, 1_800_000_001.0, problem, refused)


def make_guarded(process: str) -> LockState:
    """The lock of a process where the system offers none."""
    return LockState(process, (GUARD_NAME,), False, 1_800_000_001.0)


def make_process_proof(lock: LockState, leak: str = "") -> ProcessProof:
    """A test in which the kind `leak` got through; and native code, where the lock is missing.

    Where the system offers no lock, native code is not tried.
    """
    tried = []
    for family, kind in WAYS:
        is_native = "native" in kind
        if is_native and not lock.by_system and not lock.problem:
            continue
        if kind == leak or (is_native and lock.problem):
            tried.append(Attempt(family, kind, False, "Not refused."))
        else:
            tried.append(Attempt(family, kind, True, KERNEL if is_native else GUARD))
    return ProcessProof(lock, tuple(tried), 0)


def prove_window(process: str, lockdown: Lockdown) -> ProcessProof:
    """What `app.system.proof.prove` would find, without trying."""
    return make_process_proof(state_of(process, lockdown))


class ScriptedEngine(ScriptedDocuments, ScriptedFolders, ScriptedCarrying, ScriptedChats):
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
        self.problems: tuple[Problem, ...] = ()
        self.models = messages.Models(())
        self.answer_model = "Qwen2.5 3B Instruct"
        self.lock = make_lock("engine")
        self.leak = ""
        """A kind of attempt that the test in the engine finds not refused."""
        self.refusal: messages.EngineFailed | None = None
        """Why it does not work at all: the ending of every request."""
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
        return messages.WorkCancelled() if number in self._cancelled else result

    def _pause(self, number: int) -> bool:
        """Wait a step; whether to go on."""
        with self._wake:
            self._wake.wait_for(lambda: number in self._cancelled or not self._open, self.tempo)
        return number not in self._cancelled and self._open

    def _GetStatus(self, *_: Any) -> messages.Status:
        name = self.answer_model
        return messages.Status("0.1.0", "/home/anna/.local/share/strongroom/vault", name,
                               bool(name), "multilingual-e5-small", True, self.lock)  # fmt: skip

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
        return IndexReport(12, 108, 400)

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
        if not any(c.id == chat for c in self.chats):
            self.chats.insert(0, Chat(chat, body.question, (Turn(body.question, answer),)))
        return messages.Asked(chat, answer)

    def _Search(self, *_: Any) -> messages.Hits:
        return messages.Hits(make_hits(), 0.1)

    def _DrawPage(self, _n: int, body: messages.DrawPage, *_: Any) -> Picture:
        return draw_page(body.document, body.page, body.scale)

    def _GetPage(self, _n: int, body: messages.GetPage, *_: Any) -> Page:
        return Page(body.page, str(body.page), 595.0, 842.0, "")

    def _GetModels(self, *_: Any) -> messages.Models:
        one = messages.ModelInfo("Qwen2.5 3B Instruct (Q4_K_M)", "answer", 1_930_000_000,
                                 2_700_000_000, "Qwen Research", 32768, True, True,
                                 "fits", 24.0, 7.4, "its own")  # fmt: skip
        two = messages.ModelInfo("Qwen2.5 1.5B Instruct (Q4_K_M)", "answer", 986_000_000,
                                 1_400_000_000, "Apache-2.0", 32768, False, True,
                                 "fits", 46.0, 15.1, "its own")  # fmt: skip
        large = messages.ModelInfo("Mistral 7B Instruct v0.2 (Q4_K_M)", "answer", 4_370_000_000,
                                   5_500_000_000, "Apache-2.0", 32768, False, False,
                                   "does not fit", 9.1, 3.5,
                                   "of the Mistral family, by its name")  # fmt: skip
        adapter = messages.ModelInfo("tender-wording-lora", "adapter", 18_000_000, 18_000_000,
                                     "unknown", 0, False, False)  # fmt: skip
        three = messages.ModelInfo("multilingual-e5-small", "embedder", 471_000_000, 600_000_000,
                                   "MIT", 512, True, True)  # fmt: skip
        families = (("chatml", "ChatML"), ("llama3", "Llama 3"), ("mistral", "Mistral"))
        return replace(self.models, models=(one, two, large, adapter, three), families=families)

    def _SetFirstWord(self, _number: int, request: messages.SetFirstWord, *_: Any) -> messages.Done:
        self.models = replace(self.models, first_word_seconds=request.seconds)
        return messages.Done()

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
