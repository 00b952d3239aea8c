"""Conversations of a vault: questions, answers, and their order."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from app.core.database import Database
from app.core.errors import UsageError
from app.core.types import (
    Answer,
    AnswerTimes,
    Box,
    Chat,
    Citation,
    Coverage,
    Hit,
    Sentence,
    Support,
    Turn,
)

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
        return Chat(number, row[0], tuple(Turn(q, _answer(json.loads(a))) for q, a in turns))

    def add_turn(self, number: int, answer: Answer) -> None:
        self._database.insert(
            "INSERT INTO turns (chat_id, question, answer) VALUES (?, ?, ?)",
            [number, answer.question, json.dumps(asdict(answer), ensure_ascii=False)],
        )

    def delete(self, number: int) -> None:
        self._database.run("DELETE FROM chats WHERE id = ?", [number])


def _answer(data: dict[str, Any]) -> Answer:
    return Answer(
        **data
        | {
            "sentences": tuple(map(_sentence, data["sentences"])),
            "hits": tuple(map(_hit, data["hits"])),
            "coverage": Coverage(
                **data["coverage"] | {"unreadable": tuple(data["coverage"]["unreadable"])}
            ),
            "seconds": AnswerTimes(**data["seconds"]),
        }
    )


def _sentence(data: dict[str, Any]) -> Sentence:
    citations = tuple(Citation(**c | {"boxes": _boxes(c["boxes"])}) for c in data["citations"])
    return Sentence(data["text"], Support(data["support"]), citations)


def _hit(data: dict[str, Any]) -> Hit:
    boxes = {name: _boxes(data[name]) for name in ("boxes", "marked_boxes")}
    return Hit(**data | boxes)


def _boxes(data: list[list[float]]) -> tuple[Box, ...]:
    return tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in data)
