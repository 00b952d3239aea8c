"""What was forgotten, when, and how that was verified; and the same as a text to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.core.inert import clean_line
from app.core.language import counted

_NOT_COVERED = (
    "This receipt does not cover: the original files, which Strongroom never changes; backups, "
    "snapshots, synchronised folders and other copies of the vault; dossiers and other files "
    "that were exported; the memory of the running program, until it ends; swap and hibernation "
    "files; blocks that a disk has set aside, as SSDs do (wear levelling). Only the encryption of "
    "the whole disk protects those."
)


@dataclass(frozen=True)
class Quotes:
    """What holds something of documents.

    `answers` rest on them, `lists` only show their passages among others, in so many `chats`;
    `examples` quote them.
    """

    answers: int = 0
    lists: int = 0
    chats: int = 0
    examples: int = 0

    def __bool__(self) -> bool:
        return bool(self.answers or self.lists or self.examples)

    def __add__(self, other: Quotes) -> Quotes:
        return Quotes(
            self.answers + other.answers, self.lists + other.lists,
            self.chats + other.chats, self.examples + other.examples,
        )  # fmt: skip


@dataclass(frozen=True)
class ForgottenDocument:
    """A document that was removed, and what there was of it."""

    name: str
    sha256: str
    pages: int
    chunks: int
    vectors: int


@dataclass(frozen=True)
class Verification:
    """How it was looked for afterwards: `marks` pieces, in `files` of so many `size` bytes.

    `left` of them were still found; `is_done` when everything that was to be cleaned is clean.
    """

    marks: int = 0
    files: int = 0
    size: int = 0
    left: int = 0
    is_done: bool = False


@dataclass(frozen=True)
class Receipt:
    """Times are seconds since 1970. `everything`: the whole vault was forgotten.

    `taken` was taken out of conversations and examples, `kept` is still in them.
    """

    vault: str
    documents: tuple[ForgottenDocument, ...]
    left_answers: float
    files_clean: float = 0.0
    taken: Quotes = field(default=Quotes())
    kept: Quotes = field(default=Quotes())
    verification: Verification = field(default=Verification())
    damaged: int = 0
    """Damaged catalogues that had been set aside and held it: they were erased as well."""
    everything: bool = False
    left_alone: tuple[str, ...] = ()
    """Files in the vault's folder that Strongroom did not make."""

    @property
    def pages(self) -> int:
        return sum(document.pages for document in self.documents)

    @property
    def chunks(self) -> int:
        return sum(document.chunks for document in self.documents)

    @property
    def vectors(self) -> int:
        return sum(document.vectors for document in self.documents)


def as_text(receipt: Receipt, names_documents: bool, version: str) -> str:
    """The receipt as Markdown; without `names_documents` it does not say which they were."""
    lines = [
        "# Receipt: forgotten by Strongroom",
        "",
        f"- Vault: {clean_line(receipt.vault)}",
        f"- Program: Strongroom {version}",
        f"- Forgotten: {_counted(receipt)}",
        f"- Out of every answer since: {exact(receipt.left_answers)}",
        f"- Files clean since: {_clean(receipt)}",
        *(f"- {line}" for line in also_told(receipt)),
        "",
        "## How it was verified",
        "",
        *verification_told(receipt),
        "",
        _NOT_COVERED,
    ]
    if names_documents and receipt.documents:
        lines += ["", "## Documents", "", *_listed(receipt)]
    return "\n".join(lines) + "\n"


def exact(time: float) -> str:
    """A local time to the second, with its distance from UTC."""
    return datetime.fromtimestamp(time).astimezone().isoformat(" ", "seconds")


def verification_told(receipt: Receipt) -> Iterator[str]:
    """In sentences, how it was looked for and what came of it."""
    made = receipt.verification
    yield (
        f"Every byte of {made.files} files of the vault and the home folder "
        f"({made.size / 1e6:,.1f} MB; write-ahead log, free pages and vector index included, "
        f"model files left out) was searched for {made.marks:,} marks: pieces of the text from "
        "every page, in UTF-8 and UTF-16, names, paths, and vectors in 16 and 32 bits."
    )
    if made.left:
        yield f"{made.left:,} of them were still found, so this is not clean yet."
    else:
        yield "None was found that other documents or kept conversations do not hold too."


def also_told(receipt: Receipt) -> Iterator[str]:
    """In sentences, what became of conversations, examples and set-aside catalogues."""
    taken, kept = receipt.taken, receipt.kept
    if taken:
        yield (
            f"Deleted from conversations: {counted(taken.answers, 'answer')} that rested on them, "
            f"with the questions; passages of them in {counted(taken.lists, 'other answer')}; "
            f"{counted(taken.examples, 'example')}"
        )
    if kept:
        yield (
            "Kept as wished, and still quoting them: "
            f"{counted(kept.answers + kept.lists, 'answer')} in "
            f"{counted(kept.chats, 'conversation')}, {counted(kept.examples, 'example')}"
        )
    if receipt.damaged:
        yield f"Damaged catalogues that had been set aside and held it, erased: {receipt.damaged}"


def _counted(receipt: Receipt) -> str:
    what = "everything: " if receipt.everything else ""
    return (
        f"{what}{counted(len(receipt.documents), 'document')}, {counted(receipt.pages, 'page')}, "
        f"{counted(receipt.chunks, 'chunk')}, {counted(receipt.vectors, 'vector')}"
    )


def _clean(receipt: Receipt) -> str:
    return exact(receipt.files_clean) if receipt.files_clean else "not yet"


def _listed(receipt: Receipt) -> Iterator[str]:
    for one in receipt.documents:
        pages = counted(one.pages, "page")
        yield f"- {clean_line(one.name)} ({pages}), SHA-256 {one.sha256 or 'not read'}"
