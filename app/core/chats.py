"""Conversations of a vault: questions, answers, and their order."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, is_dataclass
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from app.core.database import Database
from app.core.errors import UsageError, VaultError
from app.core.types import Answer, Chat, Turn

_TITLE = 80


class Chats:
    """Kept in the vault's database; gone from it when deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Chat]:
        """Newest first, without their turns."""
        return [
            Chat(*row)
            for row in self._database.rows("SELECT id, title FROM chats ORDER BY id DESC")
        ]

    def start(self, question: str) -> int:
        title = " ".join(question.split())[:_TITLE]
        return self._database.insert("INSERT INTO chats (title) VALUES (?)", [title])

    def open(self, number: int) -> Chat:
        row = self._database.row("SELECT title FROM chats WHERE id = ?", [number])
        if row is None:
            raise UsageError("That conversation no longer exists.")
        turns = self._database.rows(
            "SELECT question, answer FROM turns WHERE chat_id = ? ORDER BY id", [number]
        )
        return Chat(number, row[0], tuple(Turn(q, _answer(a)) for q, a in turns))

    def add_turn(self, number: int, answer: Answer) -> None:
        self._database.insert(
            "INSERT INTO turns (chat_id, question, answer) VALUES (?, ?, ?)",
            [number, answer.question, json.dumps(asdict(answer), ensure_ascii=False)],
        )

    def delete(self, number: int) -> None:
        self._database.run("DELETE FROM chats WHERE id = ?", [number])


def _answer(text: str) -> Answer:
    try:
        found: Answer = _built(Answer, json.loads(text))
    except (ValueError, TypeError, RecursionError) as error:
        raise VaultError(
            "This conversation cannot be read: it is damaged.", "Delete it; nothing else is lost."
        ) from error
    return found


def _built(kind: Any, data: Any) -> Any:
    """A value of the type `kind` from what JSON kept of it. ValueError or TypeError if it is not.

    Nothing is taken on trust: a vault may have been written by somebody else.
    """
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _built(hints[name], data[name]) for name in _names(data, hints)})
    if get_origin(kind) is tuple:
        return _built_all(get_args(kind), data)
    if issubclass(kind, Enum):
        return kind(data)
    if kind is float and type(data) is int:
        data = float(data)
    if type(data) is not kind or (kind is float and not math.isfinite(data)):
        raise TypeError("not what was written")
    return data


def _names(data: Any, hints: dict[str, Any]) -> list[str]:
    if not isinstance(data, dict) or not data.keys() <= hints.keys():
        raise TypeError("not what was written")
    return list(data)


def _built_all(kinds: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise TypeError("not what was written")
    if kinds[-1] is Ellipsis:
        return tuple(_built(kinds[0], part) for part in data)
    return tuple(_built(kind, part) for kind, part in zip(kinds, data, strict=True))
