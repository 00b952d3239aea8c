"""Conversations are kept whole, found again, and gone when they are deleted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.conversation.chats import Chats
from app.core.errors import UsageError, VaultError
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
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
from tests.core.library import store

BOX = (1.5, 2.0, 3.25, 4.0)
HIT = Hit(1, "a.pdf", "/a.pdf", 2, 0.75, "Text.", 10, 15, (BOX, BOX), 7, "Text", (BOX,))
CITATION = Citation(1, "a.pdf", "/a.pdf", 2, "Été 1 250 €", (BOX,), 1)
ANSWER = Answer(
    "Hoe lang?", "It is so.", False,
    (Sentence("It is so.", Support.PARTLY, (CITATION,)), Sentence("No.", Support.UNSUPPORTED)),
    (HIT,), Coverage(4, 3, ("b.pdf",), 20, 18), "model", 100, 20, AnswerTimes(0.1, 0.2, 0.3), True,
)  # fmt: skip
SECRET = "Xylographer"


class Clock:
    """Goes on by a second each time it is asked."""

    def __init__(self) -> None:
        self.now = 1_000

    def __call__(self) -> float:
        self.now += 1
        return self.now + 0.5


@pytest.fixture
def chats(database: Database) -> Iterator[Chats]:
    opened = Chats(database, Clock())
    yield opened
    opened.close()


def said(question: str, answer: str = "") -> Answer:
    return Answer(question, answer, not answer, (), (), Coverage(0, 0))


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_an_answer_comes_back_as_it_was(chats: Chats) -> None:
    number = chats.add_turn(None, ANSWER)
    assert chats.open(number).turns == (Turn("Hoe lang?", ANSWER),)


def test_what_an_answer_was_made_with_is_noted(chats: Chats, catalog: Catalog) -> None:
    cited = store(catalog, "a.pdf", "Some text.", sha256="0f" * 32)
    store(catalog, "b.pdf", "Other text.", sha256="aa" * 32)
    assert cited == HIT.document
    number = chats.add_turn(None, ANSWER, "1.2", "9c" * 32)
    record = chats.open(number).turns[0].record
    assert (record.version, record.model_sha256) == ("1.2", "9c" * 32)
    assert record.sources == ((cited, "0f" * 32),)
    assert record.asked == chats.open(number).changed


def test_turns_stay_in_order_and_the_chat_used_last_comes_first(chats: Chats) -> None:
    first, second = chats.start("  one \n question "), chats.start("x" * 200)
    assert [chat.id for chat in chats.all()] == [second, first]
    for question in ("a", "b", "c"):
        chats.add_turn(first, said(question))
    assert [turn.question for turn in chats.open(first).turns] == ["a", "b", "c"]
    assert [(chat.id, chat.questions) for chat in chats.all()] == [(first, 3), (second, 0)]
    assert [len(chat.title) for chat in chats.all()] == [len("one question"), 80]
    assert chats.open(first).created < chats.open(second).created < chats.open(first).changed


def test_a_turn_takes_the_place_of_those_after_the_first_ones(
    chats: Chats, database: Database
) -> None:
    number = chats.add_turn(None, said("a"))
    other = chats.add_turn(None, said("a"))
    for question in ("b", "c"):
        chats.add_turn(number, said(question))
    assert chats.add_turn(number, said("B"), after=1) == number
    assert [turn.question for turn in chats.open(number).turns] == ["a", "B"]
    chats.add_turn(number, said("A"), after=0)
    assert [(c.id, c.title, c.questions) for c in chats.all()] == [
        (number, "A", 1),
        (other, "a", 1),
    ]
    assert len(database.rows("SELECT * FROM turns")) == 2


def test_a_title_that_the_user_gave_stays_when_the_first_question_is_another(chats: Chats) -> None:
    number = chats.add_turn(None, said("a"))
    chats.rename(number, "Case 17")
    chats.add_turn(number, said("b"), after=0)
    assert chats.open(number).title == "Case 17"


def test_what_is_replaced_stays_in_the_file_when_nothing_more_is_kept(chats: Chats) -> None:
    number = chats.add_turn(None, said("a"))
    chats.keep(False)
    copied = chats.add_turn(number, said("b"), after=0)
    assert [turn.question for turn in chats.open(copied).turns] == ["b"]
    assert [turn.question for turn in chats.open(number).turns] == ["a"]


def test_chats_are_found_by_title_question_and_answer_whatever_case_and_accents(
    chats: Chats,
) -> None:
    titled = chats.start("Délais de paiement")
    asked = chats.add_turn(None, said("Hoe lang is de opzegtermijn?"))
    answered = chats.add_turn(None, said("When?", "Within thirty DAYS of the invoice."))
    assert [chat.id for chat in chats.search("delai")] == [titled]
    assert [chat.id for chat in chats.search("OPZEG")] == [asked]
    assert [chat.id for chat in chats.search("invoice days when")] == [answered]
    assert chats.search("invoice opzeg") == []
    assert len(chats.search("  ")) == 3


def test_what_is_no_answer_is_not_searched_and_stops_nothing(
    chats: Chats, database: Database
) -> None:
    number = chats.start("Rent")
    database.insert(
        "INSERT INTO turns (chat_id, question, answer) VALUES (?, 'How much?', ?)",
        [number, '{"answer": '],
    )
    assert [chat.id for chat in chats.search("how much")] == [number]


@pytest.mark.parametrize("record", ["[]", '{"asked": "x"}', '{"sources": [["1", 2]]}', "{"])
def test_a_record_that_somebody_else_wrote_is_refused(
    chats: Chats, database: Database, record: str
) -> None:
    number = chats.add_turn(None, ANSWER)
    database.run("UPDATE turns SET record = ?", [record])
    with pytest.raises(VaultError, match="damaged"):
        chats.open(number)


def test_a_chat_can_be_renamed(chats: Chats) -> None:
    number = chats.start("one")
    chats.rename(number, " Case\n17 \u202e ")
    assert chats.open(number).title == "Case 17"
    with pytest.raises(UsageError, match="needs a name"):
        chats.rename(number, " \n ")
    with pytest.raises(UsageError, match="no longer exists"):
        chats.rename(number + 1, "other")


def test_a_deleted_chat_is_gone_with_its_turns(chats: Chats, database: Database) -> None:
    kept, number = chats.start("kept"), chats.start("one")
    chats.add_turn(number, ANSWER)
    assert chats.delete(number) == 1
    assert [chat.id for chat in chats.all()] == [kept]
    assert database.rows("SELECT * FROM turns") == []
    with pytest.raises(UsageError, match="no longer exists"):
        chats.open(number)
    with pytest.raises(UsageError, match="no longer exists"):
        chats.add_turn(number, ANSWER)
    assert chats.delete_all() == 1
    assert chats.all() == []


def test_nothing_of_a_deleted_or_renamed_chat_is_left_in_the_files(
    chats: Chats, tmp_path: Path
) -> None:
    number = chats.start(SECRET)
    chats.add_turn(number, said(f"Who is the {SECRET}?", f"The {SECRET} is known. " * 400))
    other = chats.start(SECRET.upper())
    assert SECRET.encode() in bytes_of(tmp_path)
    chats.delete(number)
    assert SECRET.encode() not in bytes_of(tmp_path)
    assert SECRET.upper().encode() in bytes_of(tmp_path)
    chats.rename(other, "something else")
    assert SECRET.upper().encode() not in bytes_of(tmp_path)


def test_chats_are_kept_unless_the_user_said_no(chats: Chats, database: Database) -> None:
    assert chats.keeps
    chats.keep(False)
    assert not Chats(database).keeps
    chats.keep(True)
    assert Chats(database).keeps


def test_what_is_not_to_be_kept_never_reaches_the_disk(chats: Chats, tmp_path: Path) -> None:
    chats.keep(False)
    number = chats.add_turn(None, said(f"Who is the {SECRET}?", f"The {SECRET} is known."))
    chats.add_turn(number, said(f"And the {SECRET}'s mate?", SECRET * 1_000))
    chats.rename(number, f"About {SECRET}")
    assert [chat.title for chat in chats.search(SECRET.lower())] == [f"About {SECRET}"]
    assert len(chats.open(number).turns) == 2
    assert not chats.open(number).kept
    assert SECRET.encode() not in bytes_of(tmp_path)


def test_what_was_not_kept_is_gone_at_the_end(chats: Chats, database: Database) -> None:
    chats.keep(False)
    number = chats.add_turn(None, said("a"))
    chats.close()
    assert chats.all() == []
    with pytest.raises(UsageError, match="no longer exists"):
        chats.open(number)


def test_a_kept_chat_goes_on_in_memory_when_nothing_more_is_kept(
    chats: Chats, tmp_path: Path
) -> None:
    kept = chats.add_turn(None, said("Before?"))
    chats.keep(False)
    gone_on = chats.add_turn(kept, said(f"And the {SECRET}?"))
    assert gone_on != kept
    assert [turn.question for turn in chats.open(gone_on).turns] == [
        "Before?",
        f"And the {SECRET}?",
    ]
    assert [turn.question for turn in chats.open(kept).turns] == ["Before?"]
    assert SECRET.encode() not in bytes_of(tmp_path)
    chats.keep(True)
    assert chats.add_turn(gone_on, said(f"{SECRET} again?")) == gone_on
    assert SECRET.encode() not in bytes_of(tmp_path)
    assert chats.delete(gone_on) == 1
    assert [chat.id for chat in chats.all()] == [kept]


def test_an_answer_that_a_full_disk_does_not_take_is_kept_in_memory(database: Database) -> None:
    chats = Chats(database)
    kept = chats.add_turn(None, said("Before?"))
    used = database.row("PRAGMA page_count")
    assert used
    database.rows(f"PRAGMA max_page_count = {used[0]}")
    while chats.open(number := chats.add_turn(kept, said("And then?" * 500))).kept:
        pass
    assert chats.open(number).turns[0].question == "Before?"
    assert chats.open(number).turns[-1].question.startswith("And then?")
    assert not chats.open(chats.add_turn(None, said("A new one?" * 500))).kept
    database.rows("PRAGMA max_page_count = 1000000")
    assert chats.add_turn(kept, said("With room again?")) == kept


def test_chats_can_be_used_from_several_threads(chats: Chats) -> None:
    def ask() -> None:
        for _ in range(20):
            chats.add_turn(None, said("Who?"))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [chat.questions for chat in chats.all()] == [1] * 60
