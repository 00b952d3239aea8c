"""A Word file as the ZIP of XML files that it is: opened carefully, and only what is asked for.

Refuses what unpacks to more than is read, document types (entities, references to elsewhere), and
XML that is nested beyond all sense. Nothing is unpacked to disk; no reference is followed out.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import BinaryIO
from xml.parsers import expat

from app.core.errors import DocumentError

MOST_UNPACKED = 96 * 1024**2
"""Bytes of XML, of all that is read of a file."""
MOST_MEMBERS = 20_000
DEEPEST = 400
_PIECE = 64 * 1024
_LONGEST_END = 22 + 65_535
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_MAIN = "/officeDocument"

Attributes = dict[str, str]
Start = Callable[[str, str, Attributes], None]
"""Told of an element that begins: what names it belongs to, its name, its attributes by name."""
End = Callable[[str, str], None]
Words = Callable[[str], None]


class WordPackage:
    """The members of an open file. Raises `DocumentError`."""

    def __init__(self, file: BinaryIO) -> None:
        _check(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
            raise _damaged() from error
        self._left = MOST_UNPACKED

    def main_document(self) -> str:
        """The name of the member that holds the text."""
        found = ["word/document.xml"]

        def note(_space: str, name: str, attributes: Attributes) -> None:
            is_main = attributes.get("Type", "").endswith(_MAIN)
            if name == "Relationship" and is_main and attributes.get("TargetMode") != "External":
                found.append(posixpath.normpath(attributes.get("Target", "").lstrip("/")))

        self.parse("_rels/.rels", note, lambda *_: None, lambda _: None)
        return found[-1]

    def parse(self, name: str, start: Start, end: End, words: Words) -> bool:
        """Tell what is in a member; whether there is one."""
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return False
        if info.file_size > self._left:
            raise _too_much()
        if info.flag_bits & 1:
            raise DocumentError("The Word file is locked with a password.", "Save it without one.")
        parser = _parser(start, end, words)
        try:
            with self._zip.open(info) as member:
                while piece := member.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise _too_much()
                    parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (
            zipfile.BadZipFile, expat.ExpatError, zlib.error, EOFError, NotImplementedError,
            LookupError, ValueError,
        ) as error:  # fmt: skip
            raise _damaged() from error
        return True


def _check(file: BinaryIO) -> None:
    """Before the list of members is loaded: whether it is a ZIP, and how long the list is."""
    start = file.read(4)
    if start == _OLD_WORD:
        raise DocumentError(
            "This is a Word file of the older kind, or one that is locked with a password.",
            "Save it anew as .docx, without a password.",
        )
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if not start.startswith(b"PK") or at < 0 or len(tail) < at + 22:
        raise _damaged()
    (members,) = struct.unpack_from("<H", tail, at + 10)
    (length,) = struct.unpack_from("<I", tail, at + 12)
    if members > MOST_MEMBERS or length > MOST_MEMBERS * 200:
        raise DocumentError("The Word file holds too many files to be read.")


def _parser(start: Start, end: End, words: Words) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def on_start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise DocumentError("The Word file is nested too deeply to be read.")
        space, _, local = name.rpartition(" ")
        named = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        start(space, local, named)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        space, _, local = name.rpartition(" ")
        end(space, local)

    def refuse(*_arguments: object) -> int:
        raise DocumentError("The Word file defines its own XML, which Word never does.")

    parser.StartElementHandler, parser.EndElementHandler = on_start, on_end
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    return parser


def _damaged() -> DocumentError:
    return DocumentError(
        "The file is damaged, or it is no Word file.", "Open it elsewhere to check it."
    )


def _too_much() -> DocumentError:
    return DocumentError("The Word file unpacks to more than is read.", "Split it.")
