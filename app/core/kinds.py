"""Which kinds of files are read: the one place that says so.

A kind is told by the end of a file's name. What is in the file must then be of that kind.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePath


class Kind(StrEnum):
    """What a document is, as far as reading and showing it differ."""

    PDF = "pdf"
    WORD = "word"
    MAIL = "mail"
    TEXT = "text"


KINDS = {
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
    ".eml": Kind.MAIL,
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".log": Kind.TEXT,
    ".csv": Kind.TEXT,
}
SUFFIXES = tuple(KINDS)
"""Ends of names, in the order in which they are told to users."""
READ_HERE = "PDF, Word (.docx), mail (.eml) and text files (.txt, .md, .log, .csv)"
_LEFT_BY_PROGRAMS = ("~$", ".~")
"""How names begin that Word and others give to a file while another one is open."""


def kind_of(name: str) -> Kind:
    """Of a document by its name; those of unknown kinds count as PDFs, as all once were."""
    return KINDS.get(PurePath(name).suffix.lower(), Kind.PDF)


def is_left_over(name: str) -> bool:
    """Whether it is a program's own note about another file, never a document."""
    return name.startswith(_LEFT_BY_PROGRAMS)


def is_read(path: Path) -> bool:
    """Whether files of this name are read."""
    return path.suffix.lower() in KINDS and not is_left_over(path.name)


def has_pages(name: str) -> bool:
    """Whether its pages are those that it is printed on; otherwise they are parts of its text."""
    return kind_of(name) is Kind.PDF


def is_fixed_width(name: str) -> bool:
    """Whether it is usually read in letters of one width."""
    return PurePath(name).suffix.lower() in (".log", ".csv")


def spot(name: str, number: int | str) -> str:
    """Where in a document, in an English sentence of our own: `page 3`, or `part 3`."""
    return f"page {number}" if has_pages(name) else f"part {number}"
