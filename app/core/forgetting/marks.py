"""By what a document would be known again in a file: pieces of its text, its name, its vectors."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np

from app.core.forgetting.byte_search import LENGTH, SHORTEST, ByteSearch
from app.core.storage.database import Database

MOST = 30_000
"""Marks looked for at a time; of more, some are taken from everywhere."""
_STEP = 200
"""Characters from the start of a piece to that of the next one."""
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class Marks:
    """What is looked for: pieces of text, other bytes; and names, as they are written."""

    texts: frozenset[bytes] = field(repr=False)
    others: frozenset[bytes] = field(repr=False)
    names: frozenset[str] = field(repr=False)

    def search(self) -> ByteSearch:
        return ByteSearch(self.texts | self.others)


def marks_of(database: Database, documents: Collection[int]) -> Marks:
    """Pieces of text from all over the documents, their vectors, their names and paths."""
    texts, vectors = _Some(), _Some()
    names: set[str] = set()
    places: set[bytes] = set()
    for number in documents:
        for name, path in database.rows("SELECT name, path FROM documents WHERE id = ?", [number]):
            names.add(name)
            places.update(_encoded_ends(path), _encoded_ends(name))
        rows = database.rows("SELECT text FROM pages WHERE document_id = ?", [number])
        rows += database.rows("SELECT text FROM chunks WHERE document_id = ?", [number])
        for (text,) in rows:
            texts.add_all(_encoded_pieces(text))
        for (blob,) in database.rows(
            """SELECT v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               WHERE c.document_id = ?""",
            [number],
        ):
            vectors.add_all(_as_stored(blob))
    others = _long_enough([*vectors.kept, *places])
    return Marks(_long_enough(texts.kept), others, frozenset(names))


def marks_of_all(database: Database) -> Marks:
    """Those of every document, and pieces of every conversation."""
    marks = marks_of(database, [row[0] for row in database.rows("SELECT id FROM documents")])
    said = _Some()
    for question, answer in database.rows("SELECT question, answer FROM turns"):
        said.add_all(_encoded_pieces(question))
        said.add_all(_encoded_pieces(answer))
    return replace(marks, texts=marks.texts | _long_enough(said.kept))


def not_said_elsewhere(database: Database, found: Collection[bytes]) -> set[bytes]:
    """Of marks that were found, those that nothing else that is kept in the library holds."""
    if not found:
        return set()
    kept = chain(_said_by_user(database), _said_by_documents(database, ()))
    return set(found) - ByteSearch(found).in_texts(kept)


def said_by_others(
    database: Database, documents: Collection[int], found: Collection[bytes]
) -> set[bytes]:
    """Of marks that were found, those that stand in other documents too."""
    if not found:
        return set()
    return ByteSearch(found).in_texts(_said_by_documents(database, documents))


def is_named(text: str, names: Iterable[str]) -> bool:
    """Whether one of the names stands in the text, not as a part of a longer one."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


class _Some:
    """At most `MOST` of all that is added, evenly from everywhere."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self._every, self._seen = 1, 0

    def add_all(self, marks: Iterable[bytes]) -> None:
        for mark in marks:
            if self._seen % self._every == 0:
                self.kept.append(mark)
            self._seen += 1
            if len(self.kept) > MOST:
                self.kept, self._every = self.kept[::2], 2 * self._every


def _encoded_pieces(text: str) -> Iterator[bytes]:
    """In each encoding that a file may have them in; what is always the same is no mark."""
    for start in range(0, len(text) - LENGTH, _STEP):
        piece = text[start : start + LENGTH]
        if len(set(piece)) > SHORTEST:
            yield from _encoded(piece)


def _encoded(text: str) -> Iterator[bytes]:
    for encoding in _ENCODINGS:
        yield text.encode(encoding, "replace")[:LENGTH]
    yield json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "replace")[:LENGTH]


def _encoded_ends(text: str) -> Iterator[bytes]:
    """Of names and paths, which often begin alike."""
    for encoding in _ENCODINGS:
        yield text.encode(encoding, "replace")[-LENGTH:]


def _as_stored(blob: bytes) -> Iterator[bytes]:
    """As the catalogue has it, and as vector stores do: in 32 bits, of length 1 or not quite."""
    yield blob[:LENGTH]
    row = np.frombuffer(blob[: len(blob) // 2 * 2], np.float16).astype(np.float32)
    length = np.float32(np.linalg.norm(row))
    yield row.tobytes()[:LENGTH]
    if np.isfinite(length) and length:
        yield (row / length).astype(np.float32).tobytes()[:LENGTH]


def _long_enough(marks: Iterable[bytes]) -> frozenset[bytes]:
    return frozenset(mark for mark in marks if len(mark) >= SHORTEST)


def _said_by_user(database: Database) -> Iterator[bytes]:
    for column, table in (
        ("path", "sources"), ("name", "documents"), ("path", "documents"), ("title", "chats"),
        ("question", "turns"), ("answer", "turns"), ("question", "examples"),
        ("quote", "examples"), ("answer", "examples"),
    ):  # fmt: skip
        for (text,) in database.rows(f"SELECT {column} FROM {table}"):
            yield text.encode("utf-8", "replace")


def _said_by_documents(database: Database, without: Collection[int]) -> Iterator[bytes]:
    for (number,) in database.rows("SELECT id FROM documents"):
        if number in without:
            continue
        for sql in (
            "SELECT text FROM pages WHERE document_id = ?",
            "SELECT text FROM chunks WHERE document_id = ?",
        ):
            for (text,) in database.rows(sql, [number]):
                yield text.encode("utf-8", "replace")
        for (blob,) in database.rows(
            """SELECT v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               WHERE c.document_id = ?""",
            [number],
        ):
            yield from _as_stored(blob)
