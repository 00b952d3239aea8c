"""Made-up documents, answers, pages and proofs, for a window without an engine."""

from __future__ import annotations

from app.core.forgetting.receipt import ForgottenDocument, Quotes, Receipt, Verification
from app.core.types import (
    Answer,
    AnswerTimes,
    Box,
    Citation,
    Coverage,
    Document,
    Hit,
    Sentence,
    State,
    Suggestion,
    Support,
)
from app.system.lock_state import Attempt, LockState, ProcessProof, state_of
from app.system.lockdown import GUARD_NAME, Guard, Lockdown, Refusal

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
        (
            "Scan invoice 8841.pdf",
            State.FAILED,
            3,
            0,
            "The page is only a picture: it has no text layer.",
        ),
        (
            "Personnel file (confidential).pdf",
            State.LOCKED,
            0,
            0,
            "The document is locked with a password. Give its password to read it.",
        ),
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
        "Qwen2.5 3B Instruct", 1180, 86, AnswerTimes(0.4, 3.1, 11.8), meant=question,
    )  # fmt: skip


def make_abstention(question: str) -> Answer:
    return Answer(
        question, "", True, (), make_hits(), Coverage(6, 4, (), 208, 208),
        "Qwen2.5 3B Instruct", 0, 0, AnswerTimes(0.4, 0.0, 0.4), meant=question,
    )  # fmt: skip


def make_suggestions() -> tuple[Suggestion, ...]:
    """Questions that the small library answers."""
    rules = "Règlement de travail - version coordonnée.pdf"
    contract = "Framework contract IT services 2024-118.pdf"
    return (
        Suggestion("What is said about “Access to orthopaedic care”?", 1, REPORT, 31),
        Suggestion("Que dit-on sur « Congés et jours fériés » ?", 2, rules, 12),
        Suggestion("What does “Service Credit” mean?", 3, contract, 6),
        Suggestion("What is said about “Recruitment of nurses”?", 1, REPORT, 14),
    )


def make_receipt(gone: tuple[Document, ...], with_quotes: bool, quotes: Quotes) -> Receipt:
    """As the engine would make it for these documents."""
    told = tuple(
        ForgottenDocument(d.name, "4f" * 32, d.pages, 4 * d.pages, 4 * d.pages) for d in gone
    )
    taken, kept = (quotes, Quotes()) if with_quotes else (Quotes(), quotes)
    found = Verification(4_812, 6, 41_200_000, 0, True)
    return Receipt("/home/anna/vault", told, 1_795_000_000.0, 1_795_000_002.0, taken, kept, found)


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
