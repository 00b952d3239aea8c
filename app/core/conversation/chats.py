"""Conversations of a vault: questions, answers, and their order.

They are kept in the vault's file or, when the user wants none kept, in memory until the end.
"""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace

from app.core.errors import DiskFull, UsageError, VaultError
from app.core.inert import clean_line
from app.core.rebuilding import rebuilt
from app.core.storage.database import Database, Row
from app.core.types import Answer, Chat, Record, Turn

_TITLE, _LONGEST_TITLE = 80, 200
"""Characters: of a title that is taken from a question, and of one that the user writes."""
_FIRST_IN_MEMORY = 1_000_000_000
"""Numbers from here on are of conversations in memory."""
_KEEP = "keep_chats"


class Chats:
    """Gone from the file when deleted. Safe to use from several threads."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._memory: Database | None = None
        self._clock = clock

    def all(self) -> list[Chat]:
        """Last used first, without their turns."""
        found = [chat for shelf in self.shelves() for chat in _listed(shelf)]
        return sorted(found, key=lambda chat: (chat.changed, chat.id), reverse=True)

    def search(self, text: str) -> list[Chat]:
        """Those in whose title, questions and answers every word of `text` stands, in any part.

        Case and accents are put aside. In the order of `all`.
        """
        wanted = _plain(text).split()
        said: dict[int, str] = {}
        for shelf in self.shelves():
            for number, part in _all_said(shelf):
                said[number] = f"{said.get(number, '')}\n{part}"
        return [chat for chat in self.all() if all(word in said[chat.id] for word in wanted)]

    def open(self, number: int) -> Chat:
        shelf = self._shelf_of(number)
        chat = next((chat for chat in _listed(shelf, number)), None)
        if chat is None:
            raise _gone()
        rows = shelf.rows(
            "SELECT question, answer, record FROM turns WHERE chat_id = ? ORDER BY id", [number]
        )
        return replace(chat, turns=tuple(_turn(row) for row in rows))

    def start(self, question: str) -> int:
        """A new conversation, without turns as yet."""
        return self._insert(
            self._database if self.keeps else self._in_memory(), _title_for(question)
        )

    def add_turn(
        self,
        number: int | None,
        answer: Answer,
        version: str = "",
        model_sha256: str = "",
        after: int | None = None,
    ) -> int:
        """Add to a conversation, or begin one (None). Returns where the turn is now.

        That is another one, in memory, when nothing more is to be kept of one that was, or the
        disk is full: an answer that took minutes is not lost with it. With `after`, the turn
        takes the place of all but the first so many.
        """
        turn = Turn(answer.question, answer, self.record_of(answer, version, model_sha256))
        try:
            return self._keep_turn(number, turn, self.keeps, after)
        except DiskFull:
            return self._keep_turn(number, turn, False, after)

    def _keep_turn(self, number: int | None, turn: Turn, keeps: bool, after: int | None) -> int:
        with self._transactions() if keeps else self._in_memory().transaction():
            if number is None:
                shelf = self._database if keeps else self._in_memory()
                number = self._insert(shelf, _title_for(turn.question))
            elif number < _FIRST_IN_MEMORY and not keeps:
                number = self._copy_to_memory(number)
            if after is not None:
                self._cut(number, after, turn.question)
            self._add(number, turn)
        return number

    def _cut(self, number: int, after: int, question: str) -> None:
        """Take out all turns but the first `after`; a title that was taken from one follows."""
        shelf = self._shelf_of(number)
        rows = shelf.rows("SELECT id, question FROM turns WHERE chat_id = ? ORDER BY id", [number])
        gone = rows[after:]
        for turn, _question in gone:
            shelf.run("DELETE FROM turns WHERE id = ?", [turn])
        if gone and after == 0:
            shelf.run(
                "UPDATE chats SET title = ? WHERE id = ? AND title = ?",
                [_title_for(question), number, _title_for(gone[0][1])],
            )

    def record_of(self, answer: Answer, version: str, model_sha256: str) -> Record:
        """What is noted of an answer that was given now."""
        return Record(int(self._clock()), version, model_sha256, self._sources(answer))

    def rename(self, number: int, title: str) -> None:
        title = clean_line(title)[:_LONGEST_TITLE]
        if not title:
            raise UsageError("A conversation needs a name.", "Write at least one letter.")
        shelf = self._shelf_of(number)
        if not shelf.run("UPDATE chats SET title = ? WHERE id = ?", [title, number]):
            raise _gone()
        shelf.empty_log()

    def delete(self, *numbers: int) -> int:
        """How many there were. Nothing of them is left in the file."""
        with self._transactions():
            gone = sum(
                self._shelf_of(n).run("DELETE FROM chats WHERE id = ?", [n]) for n in set(numbers)
            )
        self._database.empty_log()
        return gone

    def delete_all(self) -> int:
        """How many there were."""
        return self.delete(*(chat.id for chat in self.all()))

    @property
    def keeps(self) -> bool:
        """Whether new conversations are kept in the vault; they are unless the user said no.

        In one that can only be read, none is.
        """
        if self._database.is_read_only:
            return False
        row = self._database.row("SELECT value FROM choices WHERE name = ?", [_KEEP])
        return row != ("no",)

    def keep(self, keeps: bool) -> None:
        """From now on; those that were kept stay until they are deleted."""
        self._database.run(
            "INSERT OR REPLACE INTO choices (name, value) VALUES (?, ?)",
            [_KEEP, "yes" if keeps else "no"],
        )

    def close(self) -> None:
        """Forget what was in memory only."""
        if self._memory:
            self._memory.close()
            self._memory = None

    def shelves(self) -> list[Database]:
        """Where conversations lie: the vault's file, and memory if some are there."""
        return [self._database, *([self._memory] if self._memory else [])]

    # Inside

    def _shelf_of(self, number: int) -> Database:
        return self._database if number < _FIRST_IN_MEMORY else self._in_memory()

    def _in_memory(self) -> Database:
        if self._memory is None:
            self._memory = Database.in_memory()
            self._memory.run(
                "INSERT INTO sqlite_sequence (name, seq) VALUES ('chats', ?)", [_FIRST_IN_MEMORY]
            )
        return self._memory

    @contextmanager
    def _transactions(self) -> Iterator[None]:
        """A turn and its conversation go in together, or neither."""
        with self._database.transaction():
            if self._memory is None:
                yield
            else:
                with self._memory.transaction():
                    yield

    def _insert(self, shelf: Database, title: str) -> int:
        now = int(self._clock())
        sql = "INSERT INTO chats (title, created, changed) VALUES (?, ?, ?)"
        return shelf.insert(sql, [title, now, now])

    def _add(self, number: int, turn: Turn) -> None:
        shelf = self._shelf_of(number)
        answer, record = (
            json.dumps(asdict(part), ensure_ascii=False) for part in (turn.answer, turn.record)
        )
        if not shelf.run("UPDATE chats SET changed = ? WHERE id = ?", [turn.record.asked, number]):
            raise _gone()
        shelf.insert(
            "INSERT INTO turns (chat_id, question, answer, record) VALUES (?, ?, ?, ?)",
            [number, turn.question, answer, record],
        )

    def _copy_to_memory(self, number: int) -> int:
        chat = self.open(number)
        copied = self._insert(self._in_memory(), chat.title)
        for turn in chat.turns:
            self._add(copied, turn)
        return copied

    def _sources(self, answer: Answer) -> tuple[tuple[int, str], ...]:
        used = {hit.document for hit in answer.hits}
        used |= {c.document for sentence in answer.sentences for c in sentence.citations}
        marks = ",".join("?" * len(used))
        rows = self._database.rows(
            f"SELECT id, sha256 FROM documents WHERE id IN ({marks}) ORDER BY id", used
        )
        return tuple((number, sha256) for number, sha256 in rows)


def _title_for(question: str) -> str:
    return " ".join(question.split())[:_TITLE]


def _listed(shelf: Database, number: int | None = None) -> list[Chat]:
    rows = shelf.rows(
        """SELECT c.id, c.title, c.created, c.changed, count(t.id) AS questions
           FROM chats c LEFT JOIN turns t ON t.chat_id = c.id
           WHERE ? IS NULL OR c.id = ? GROUP BY c.id""",
        [number, number],
    )
    return [
        Chat(found, title, (), created, changed, questions, found < _FIRST_IN_MEMORY)
        for found, title, created, changed, questions in rows
    ]


def _all_said(shelf: Database) -> Iterable[tuple[int, str]]:
    """Conversations, and a text of each, ready to be compared with words."""
    rows = shelf.rows("SELECT id, title AS text FROM chats")
    rows += shelf.rows("SELECT chat_id, question AS text FROM turns")
    rows += shelf.rows(
        """SELECT chat_id, json_extract(answer, '$.answer') AS said FROM turns
           WHERE json_valid(answer)"""
    )
    return ((number, _plain(str(text))) for number, text in rows)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _gone() -> UsageError:
    return UsageError("That conversation no longer exists.")


def _turn(row: Row) -> Turn:
    question, answer, record = row
    try:
        found = rebuilt(Answer, json.loads(answer)), rebuilt(Record, json.loads(record))
    except (ValueError, TypeError, RecursionError) as error:
        raise VaultError(
            "This conversation cannot be read: it is damaged.", "Delete it; nothing else is lost."
        ) from error
    return Turn(question, *found)
