"""Conversations are kept whole, and gone when they are deleted."""

from __future__ import annotations

import pytest

from app.core.chats import Chats
from app.core.database import Database
from app.core.errors import UsageError
from app.core.types import (
    Answer,
    AnswerTimes,
    Citation,
    Coverage,
    Hit,
    Sentence,
    Support,
    Turn,
)

BOX = (1.5, 2.0, 3.25, 4.0)
HIT = Hit(3, "a.pdf", "/a.pdf", 2, 0.75, "Text.", 10, 15, (BOX, BOX), 7, "Text", (BOX,))
CITATION = Citation(3, "a.pdf", "/a.pdf", 2, "Été 1 250 €", (BOX,), 1)
ANSWER = Answer(
    "Hoe lang?", "It is so.", False,
    (Sentence("It is so.", Support.PARTLY, (CITATION,)), Sentence("No.", Support.UNSUPPORTED)),
    (HIT,), Coverage(4, 3, ("b.pdf",), 20, 18), "model", 100, 20, AnswerTimes(0.1, 0.2, 0.3), True,
)  # fmt: skip


def test_an_answer_comes_back_as_it_was(database: Database) -> None:
    chats = Chats(database)
    number = chats.start("Hoe lang?")
    chats.add_turn(number, ANSWER)
    assert chats.open(number).turns == (Turn("Hoe lang?", ANSWER),)


def test_turns_stay_in_order_and_chats_are_newest_first(database: Database) -> None:
    chats = Chats(database)
    first, second = chats.start("  one \n question "), chats.start("x" * 200)
    for question in ("a", "b", "c"):
        chats.add_turn(first, Answer(question, "", True, (), (), Coverage(0, 0)))
    assert [turn.question for turn in chats.open(first).turns] == ["a", "b", "c"]
    assert [chat.id for chat in chats.all()] == [second, first]
    assert [len(chat.title) for chat in chats.all()] == [80, len("one question")]


def test_a_deleted_chat_is_gone_with_its_turns(database: Database) -> None:
    chats = Chats(database)
    number = chats.start("one")
    chats.add_turn(number, ANSWER)
    chats.delete(number)
    assert chats.all() == []
    assert database.rows("SELECT * FROM turns") == []
    with pytest.raises(UsageError, match="no longer exists"):
        chats.open(number)
