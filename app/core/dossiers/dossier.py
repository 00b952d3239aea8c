"""A dossier: a conversation with all that another person needs to check it, as plain data.

Knows no file format; `dossier_layout` has its words, and a backend for each format writes them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.core.types import Box, Coverage, Listing, Support


class FileState(StrEnum):
    """What became of a source's file since an answer was taken from it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    FORGOTTEN = "forgotten"
    """No longer in the library, so it was not looked at."""


@dataclass(frozen=True)
class Source:
    """A document as it was when it was read; `place` is its folder, within the one that was added.

    `number` counts in the dossier, `document` is its id in the library. `sha256` is of its whole
    file, "" when it is not known.
    """

    number: int
    document: int
    name: str
    place: str
    sha256: str
    state: FileState


@dataclass(frozen=True)
class Quote:
    """Lines of a document. `number` is counted through the whole dossier, 0 for none.

    `label` is what the document itself calls the page, "" when that is its number.
    """

    number: int
    source: Source
    page: int
    label: str
    text: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Exhibit:
    """A page with the quoted lines marked; width and height are PDF points.

    When it could not be drawn `png` is empty, and `problem` says why.
    """

    quotes: tuple[Quote, ...]
    png: bytes = field(default=b"", repr=False)
    width: float = 0.0
    height: float = 0.0
    problem: str = ""


@dataclass(frozen=True)
class Statement:
    """A sentence of an answer, and the numbers of the quotes that it rests on.

    `calculation` is the formula of a figure that the program computed from them.
    """

    text: str
    support: Support
    quotes: tuple[int, ...] = ()
    calculation: str = ""


@dataclass(frozen=True)
class Entry:
    """A question with its answer. When it abstained, `closest` are the passages shown instead.

    `meant` is the question as it was understood, where it referred to an earlier one. `asked` is
    seconds since 1970, 0 when it was not noted; `left_out` counts sentences.
    """

    question: str
    meant: str
    asked: int
    abstained: bool
    stopped: bool
    statements: tuple[Statement, ...]
    left_out: int
    quotes: tuple[Quote, ...]
    exhibits: tuple[Exhibit, ...]
    closest: tuple[Quote, ...]
    coverage: Coverage
    model: str
    model_sha256: str
    version: str
    listing: Listing | None = None
    """Of an answer that lists everything."""


@dataclass(frozen=True)
class Dossier:
    """`made` is seconds since 1970, by the program's `version`."""

    title: str
    made: int
    version: str
    entries: tuple[Entry, ...]
    sources: tuple[Source, ...]
