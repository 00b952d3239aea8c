"""What conversations and examples hold of documents: found, and taken out.

An answer that only lists a document's passages loses these; one that rests on the document, or
repeats its words, goes with its question, and a conversation without questions goes too.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.core.forgetting.byte_search import ByteSearch
from app.core.forgetting.marks import Marks, is_named, said_by_others
from app.core.forgetting.receipt import Quotes
from app.core.storage.database import Database, Row

_TITLE = 80
"""Characters of a title that was taken from a question."""


@dataclass(frozen=True)
class _Found:
    """A turn that holds something; `left` is its answer and record without that, if it can stay."""

    turn: int
    chat: int
    left: tuple[str, str] | None


def quotes_of(database: Database, documents: Collection[int], marks: Marks) -> Quotes:
    """What of a library's file (or of conversations in memory) holds something of documents."""
    found = list(_turns(database, documents, marks))
    return Quotes(
        answers=sum(one.left is None for one in found),
        lists=sum(one.left is not None for one in found),
        chats=len({one.chat for one in found}),
        examples=len(_examples(database, documents)),
    )


def take_out(database: Database, documents: Collection[int], marks: Marks) -> Quotes:
    """Take it all out, in the caller's transaction, before the documents are gone. What it was."""
    found = list(_turns(database, documents, marks))
    examples = _examples(database, documents)
    before = _titles_from_questions(database)
    for one in found:
        if one.left is None:
            database.run("DELETE FROM turns WHERE id = ?", [one.turn])
        else:
            sql = "UPDATE turns SET answer = ?, record = ? WHERE id = ?"
            database.run(sql, [*one.left, one.turn])
    database.run_many("DELETE FROM examples WHERE id = ?", [(number,) for number in examples])
    chats = {one.chat for one in found}
    database.run_many(
        """DELETE FROM chats WHERE id = ?
           AND NOT EXISTS (SELECT 1 FROM turns WHERE chat_id = chats.id)""",
        [(chat,) for chat in chats],
    )
    _rename(database, before, marks)
    lists = sum(one.left is not None for one in found)
    return Quotes(len(found) - lists, lists, len(chats), len(examples))


def _turns(database: Database, documents: Collection[int], marks: Marks) -> Iterator[_Found]:
    search = ByteSearch(marks.texts)
    rows = database.rows("SELECT id, chat_id, question, answer, record FROM turns")
    looked = [_Turn(row, documents, marks) for row in rows]
    repeated = {turn.number: search.in_bytes(turn.text) for turn in looked}
    common = said_by_others(database, documents, set().union(*repeated.values()))
    for turn in looked:
        rests = turn.rests or bool(repeated[turn.number] - common)
        if rests or turn.is_changed:
            yield _Found(turn.number, turn.chat, None if rests else turn.left)


class _Turn:
    """A turn as it would be without documents; one that cannot be understood is its text alone."""

    def __init__(self, row: Row, documents: Collection[int], marks: Marks) -> None:
        self.number, self.chat, question, answer, record = row
        self.rests, self.is_changed, self.left = False, False, (answer, record)
        said = f"{question}\n{answer}"
        try:
            told, noted = json.loads(answer), json.loads(record)
            left = _without(told, documents, marks), _without_sources(noted, documents)
            self.rests = bool(_documents_in(told.get("sentences", ())) & set(documents))
            self.is_changed = left != (told, noted)
            dumped = [json.dumps(part, ensure_ascii=False) for part in left]
            self.left = dumped[0], dumped[1]
            said = f"{question}\n{_text_of(left[0])}"
        except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
            pass
        self.rests = self.rests or is_named(said, marks.names)
        self.text = said.encode("utf-8", "replace")


def _documents_in(data: Any) -> set[int]:
    """The documents that citations and hits name, at any depth."""
    found: set[int] = set()
    if isinstance(data, dict):
        if type(data.get("document")) is int:
            found.add(data["document"])
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            found |= _documents_in(part)
    return found


def _without(told: dict[str, Any], documents: Collection[int], marks: Marks) -> dict[str, Any]:
    """An answer without the documents' passages, and without their names in its coverage."""
    coverage = dict(told.get("coverage") or {})
    if "unreadable" in coverage:
        coverage["unreadable"] = [n for n in coverage["unreadable"] if n not in marks.names]
    hits = [hit for hit in told.get("hits", ()) if hit.get("document") not in documents]
    return told | {"hits": hits, "coverage": coverage}


def _without_sources(noted: dict[str, Any], documents: Collection[int]) -> dict[str, Any]:
    if "sources" not in noted:
        return noted
    return noted | {"sources": [one for one in noted["sources"] if one[0] not in documents]}


def _text_of(data: Any) -> str:
    if isinstance(data, str):
        return data
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return "\n".join(_text_of(part) for part in parts)


def _examples(database: Database, documents: Collection[int]) -> list[int]:
    """Examples whose quote stands on a page of the documents."""
    quotes = database.rows("SELECT id, quote FROM examples")
    if not quotes:
        return []
    found = set()
    for number in documents:
        for (text,) in database.rows("SELECT text FROM pages WHERE document_id = ?", [number]):
            said = _spaced(text)
            found |= {example for example, quote in quotes if _spaced(quote) in said}
    return sorted(found)


def _spaced(text: str) -> str:
    return " ".join(text.split()).casefold()


def _titles_from_questions(database: Database) -> set[int]:
    """The conversations that are called like their first question."""
    return {
        chat for chat, title, question in _first_questions(database) if title == _title_of(question)
    }


def _first_questions(database: Database) -> Sequence[tuple[int, str, str]]:
    rows = database.rows(
        """SELECT c.id, c.title, t.question FROM chats c JOIN turns t ON t.id =
           (SELECT min(id) FROM turns WHERE chat_id = c.id)"""
    )
    return [(chat, title, question) for chat, title, question in rows]


def _rename(database: Database, from_questions: Collection[int], marks: Marks) -> None:
    """Call conversations anew whose first question went, or whose title names a document."""
    for chat, title, question in _first_questions(database):
        if chat in from_questions or is_named(title, marks.names):
            fresh = _title_of(question)
            if fresh != title:
                database.run("UPDATE chats SET title = ? WHERE id = ?", [fresh, chat])


def _title_of(question: str) -> str:
    return " ".join(question.split())[:_TITLE]
