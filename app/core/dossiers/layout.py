"""What a dossier says, in which words and order: a list of blocks that each format draws.

Every text of a document, a question or a model goes through `_shown`, and nothing else cleans it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from app.core.dossiers.dossier import Dossier, Entry, Exhibit, FileState, Quote, Source, Statement
from app.core.exhaustive.telling import told
from app.core.inert import clean_line
from app.core.kinds import spot
from app.core.types import Coverage, Support

_LONGEST = 10_000
"""Characters of one text: no quote, question or name of ours comes near it."""
_NAMES = 20
"""Unreadable documents that are named."""
_STATES = {
    FileState.SAME: "The file is still the one that was read.",
    FileState.CHANGED: "The file has changed since: the quotes are from the earlier version.",
    FileState.GONE: "The file is gone or may not be opened, so it could not be compared.",
    FileState.FORGOTTEN: "The document is no longer in the library, so it was not compared.",
}
_NO_PICTURE = {
    FileState.CHANGED: "No picture of this page: the file has changed since it was quoted.",
    FileState.GONE: "No picture of this page: the file is gone or may not be opened.",
    FileState.FORGOTTEN: "No picture of this page: the document is no longer in the library.",
}
_CHECKING = (
    "Each number in brackets leads to lines of a document, quoted word for word, and to a picture "
    "of the page where they are marked. The sentences were matched to these lines by the program, "
    "not by the model that wrote them. A sentence called “partly supported” goes further than its "
    "lines do: read it with care.",
    "To be sure that a file you have is the one that was read, compare its SHA-256 with the one "
    "listed under Sources. It is the same only if every character is. The commands that show it, "
    "with the file's own name in place of FILE:",
)
_COMMANDS = (
    ("Linux", "sha256sum FILE"),
    ("macOS", "shasum -a 256 FILE"),
    ("Windows", "certutil -hashfile FILE SHA256"),
)


@dataclass(frozen=True)
class Run:
    """A piece of text. `look`: "", `strong`, `quiet`, `tag`, `doubt`, `code` or `mark`.

    A mark refers to the quote with the number `target`.
    """

    text: str
    look: str = ""
    target: int = 0


@dataclass(frozen=True)
class Heading:
    """`level` 1 is a question or a part of its own, 2 is within one."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """`look`: "", `note`, `warning` or `source`."""

    runs: tuple[Run, ...]
    look: str = ""


@dataclass(frozen=True)
class Facts:
    """Names and values, a pair a row."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class QuoteBlock:
    """Quoted lines, and where they stand; `number` 0 is a passage that nothing refers to."""

    number: int
    where: str
    text: str


@dataclass(frozen=True)
class ImageBlock:
    """A PNG; `width` and `height` are points."""

    png: bytes = field(repr=False)
    width: float
    height: float
    caption: str


Block = Heading | Paragraph | Facts | QuoteBlock | ImageBlock


@dataclass(frozen=True)
class Layout:
    """`made` is seconds since 1970."""

    title: str
    made: int
    blocks: tuple[Block, ...]


class DossierFormat(Protocol):
    """Draws layouts in one file format. Text that it is given may hold anything."""

    def render(self, layout: Layout, folder: str) -> dict[str, bytes]:
        """Files by their path from the dossier's folder; "" is the dossier itself.

        `folder` is the name that a folder beside it may have.
        """


def lay_out(dossier: Dossier) -> Layout:
    title = _shown(dossier.title) or "Conversation"
    return Layout(title, dossier.made, tuple(_blocks(dossier)))


def _blocks(dossier: Dossier) -> Iterator[Block]:
    yield _about(dossier)
    for number, entry in enumerate(dossier.entries, start=1):
        yield from _entry(number, entry)
    if dossier.sources:
        yield Heading("Sources")
        for source in dossier.sources:
            yield _source(source)
    yield Heading("How to check this dossier")
    for sentence in _CHECKING:
        yield _said(sentence)
    yield Facts(_COMMANDS)


def _about(dossier: Dossier) -> Facts:
    same = sum(source.state is FileState.SAME for source in dossier.sources)
    total = len(dossier.sources)
    files = f"{same} of {total} still as they were read" if total else "none"
    return Facts(
        (
            ("Made", f"{moment(dossier.made)}, with Strongroom {dossier.version}"),
            ("Questions", str(len(dossier.entries))),
            ("Source files", files),
        )
    )


def _entry(number: int, entry: Entry) -> Iterator[Block]:
    yield Heading(f"{number}. {_shown(entry.question)}")
    if entry.meant:
        yield _said(f"Understood as: {_shown(entry.meant)}", "note")
    yield from _answer(entry)
    yield from _limits(entry)
    yield Facts(tuple(_making(entry)))
    if entry.closest:
        yield Heading("Closest passages", 2)
        yield from (_quote(quote) for quote in entry.closest)
    if entry.quotes:
        yield Heading("Quoted lines", 2)
        yield from (_quote(quote) for quote in entry.quotes)
    if entry.exhibits:
        yield Heading("Pages", 2)
        yield from (_exhibit(exhibit) for exhibit in entry.exhibits)


def _answer(entry: Entry) -> Iterator[Block]:
    if entry.abstained:
        yield Paragraph((Run("Not in your documents.", "strong"),))
    elif entry.statements:
        runs = [run for statement in entry.statements for run in _statement(statement)]
        yield Paragraph(tuple(runs))
    if entry.stopped:
        yield _said("The answer was stopped before it was complete.", "warning")


def _statement(statement: Statement) -> Iterator[Run]:
    supported = statement.support is not Support.UNSUPPORTED
    yield Run(_shown(statement.text), "" if supported else "doubt")
    for number in statement.quotes:
        yield Run(f"[{number}]", "mark", number)
    if statement.calculation:
        yield Run(f" (calculated: {_shown(statement.calculation)})", "tag")
    if statement.support is Support.PARTLY:
        yield Run(" (partly supported)", "tag")
    elif not supported:
        yield Run(" (no support found)", "tag")
    yield Run(" ")


def _limits(entry: Entry) -> Iterator[Block]:
    if entry.listing:
        yield _said(" ".join(told(entry.listing)), "note")
    if entry.left_out:
        what = "sentence" if entry.left_out == 1 else "sentences"
        why = "found no support in the documents, and is left out."
        why = why if entry.left_out == 1 else why.replace("is left", "are left")
        yield _said(f"{entry.left_out} {what} {why}", "note")
    missed = entry.coverage.unreadable
    if missed:
        names = ", ".join(_shown(name) for name in missed[:_NAMES])
        more = f", and {len(missed) - _NAMES} more" if len(missed) > _NAMES else ""
        yield _said(
            f"{len(missed)} of {entry.coverage.documents} documents could not be read, so the "
            f"answer cannot rest on them: {names}{more}.",
            "warning",
        )


def _making(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "Looked at", _coverage(entry.coverage)
    if entry.asked:
        yield "Asked", moment(entry.asked)
    if entry.model:
        version = f", in Strongroom {_shown(entry.version)}" if entry.version else ""
        yield "Written by", f"{_shown(entry.model)}{version}"
        yield "Its SHA-256", _shown(entry.model_sha256) or "not noted"
    elif entry.abstained:
        yield "Written by", "no model: nothing that was found came near the question"


def _coverage(coverage: Coverage) -> str:
    pages = f", {coverage.pages_read:,} of {coverage.pages:,} pages" if coverage.pages else ""
    return f"{coverage.searchable:,} of {coverage.documents:,} documents{pages}"


def _quote(quote: Quote) -> QuoteBlock:
    return QuoteBlock(quote.number, _where(quote), _shown(quote.text))


def _where(quote: Quote) -> str:
    label = _shown(quote.label)
    called = f" (“{label}”)" if label else ""
    return f"{_shown(quote.source.name)}, {spot(quote.source.name, quote.page)}{called}"


def _exhibit(exhibit: Exhibit) -> Block:
    first = exhibit.quotes[0]
    marks = " ".join(f"[{quote.number}]" for quote in exhibit.quotes)
    if exhibit.png:
        caption = f"{marks} {_where(first)}"
        return ImageBlock(exhibit.png, exhibit.width, exhibit.height, caption)
    why = _NO_PICTURE.get(first.source.state) or (
        f"No picture of this page. {_shown(exhibit.problem)}"
    )
    return _said(f"{marks} {_where(first)}. {why}", "warning")


def _source(source: Source) -> Paragraph:
    name, place = _shown(source.name), _shown(source.place)
    where = f" · in the folder {place}" if place else ""
    known = Run(_shown(source.sha256), "code") if source.sha256 else Run("not known", "quiet")
    return Paragraph(
        (
            Run(name, "strong"), Run(f"{where}\n", "quiet"),
            Run("SHA-256 ", "quiet"), known, Run(f"\n{_STATES[source.state]}"),
        ),
        "source" if source.state is FileState.SAME else "warning",
    )  # fmt: skip


def _said(text: str, look: str = "") -> Paragraph:
    return Paragraph((Run(text),), look)


def moment(seconds: int) -> str:
    """A local time that is clear anywhere: `2026-11-23 10:12 (UTC+01:00)`."""
    try:
        found = datetime.fromtimestamp(seconds).astimezone()
    except (ValueError, OverflowError, OSError):
        return "not known"
    offset = found.strftime("%z")
    return f"{found:%Y-%m-%d %H:%M} (UTC{offset[:3]}:{offset[3:5]})"


def _shown(text: str) -> str:
    """One clean line, of a length that any format can bear."""
    line = clean_line(text[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
