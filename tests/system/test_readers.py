"""Reader processes: what one of them does, even a hostile one, costs its own document only."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import DocumentError, PasswordNeeded
from app.core.types import Letters
from app.system import readers
from app.system.reader_frames import TOO_MUCH_MEMORY, TOOK_TOO_LONG
from app.system.readers import IsolatedReader
from tests.system.reading import read, texts

ANSWERING = """
import json, struct, sys, threading, time
def send(data, payload=b"", nonce=None):
    text = json.dumps({"nonce": nonce or request["nonce"], **data}).encode()
    sys.stdout.buffer.write(struct.pack("<II", len(text), len(payload)) + text + payload)
    sys.stdout.buffer.flush()
def last(data, payload=b"", refused=[]):
    send({**data, "last": True, "refused": refused}, payload)
def page(number, text="text", lines=[], width=9):
    send({"page": [number, width, 9, text, lines, ""]})
while head := sys.stdin.buffer.read(8):
    request = json.loads(sys.stdin.buffer.read(sum(struct.unpack("<II", head))))
    first = request.get("first")
    if "do" in request:
        ACT
"""
END = 'last({"structure": ["t", [], []]})'
GOOD = f'send({{"count": 1}}); page(1); {END}'
Hostile = Callable[[str], IsolatedReader]


@pytest.fixture
def hostile(made: list[IsolatedReader]) -> Hostile:
    """Makes a reader whose process does what the test says for each request."""

    def make(act: str) -> IsolatedReader:
        program = ANSWERING.replace("ACT", act.replace("\n", "\n        "))
        made.append(IsolatedReader([sys.executable, "-c", program], (".pdf",), 1))
        return made[-1]

    return make


# What is said is not believed


@pytest.mark.parametrize(
    "answer",
    [
        "last({})",
        'send({"count": "2"})',
        'send({"count": 1.5})',
        'send({"count": 0})',
        'send({"count": 20_001})',
        'send({"count": -1})',
        "page(1)",
        'send({"count": 1}); send({"page": 5})',
        'send({"count": 1}); send({"page": [1, 2]})',
        'send({"count": 1}); last({})',
        'send({"count": 1}); page("x")',
        'send({"count": 1}); page(1, text=5)',
        'send({"count": 1}); page(1, text="x" * 2_000_001)',
        'send({"count": 1}); page(1, width=float("nan"))',
        'send({"count": 1}); page(1, width=1e300)',
        'send({"count": 1}); page(1, lines=[[1, 2, 3]])',
        'send({"count": 1}); page(1, lines=[[0, 5, 0, 0, 1, 1]])',
        'send({"count": 1}); page(1, lines=[[2, 3, 0, 0, 1, 1], [0, 1, 0, 0, 1, 1]])',
        'send({"count": 1}); page(1, lines=[[0, 1, 0, 0, float("inf"), 1]])',
        'send({"count": 1}); page(1, lines=[[0, 1, "a", 0, 1, 1]])',
        'send({"count": 1})\n'
        'page(1, "a" * 30_000, [[i, i + 1, 0, 0, 1, 1] for i in range(20_001)])',
        'send({"count": 2}); page(1); page(1)',
        'send({"count": 3}); page(1); page(3)',
        'send({"count": 1}); page(1); page(2)',
        'send({"count": 1}); page(1); last({"structure": 5})',
        'send({"count": 1}); page(1); last({"structure": ["t" * 301, [], []]})',
        'send({"count": 1}); page(1); last({"structure": ["", ["i", "ii"], []]})',
        'send({"count": 1}); page(1); last({"structure": ["", ["i" * 51], []]})',
        'send({"count": 1}); page(1); last({"structure": ["", [], [[1, "a", 2]]]})',
        'send({"count": 1}); page(1); last({"structure": ["", [], [[1, "a", 1]] * 5_001]})',
        'last({"error": 5})',
        'last({"error": "x" * 301})',
    ],
)
def test_an_answer_that_makes_no_sense_costs_its_own_document_only(
    hostile: Hostile, answer: str, tmp_path: Path
) -> None:
    flag = tmp_path / "lied"
    reader = hostile(
        f"import pathlib; flag = pathlib.Path({str(flag)!r})\n"
        f"if flag.exists():\n    {GOOD}\n    continue\nflag.touch()\n{answer}"
    )
    with pytest.raises(DocumentError, match="cannot be read"):
        read(reader)
    assert texts(read(reader)) == ["text"]


@pytest.mark.parametrize("picture", ["[5, 5]", "[-1, -1]", '["a", 5]', "[5]", "5"])
def test_a_picture_that_makes_no_sense_is_told(hostile: Hostile, picture: str) -> None:
    with pytest.raises(DocumentError):
        hostile(f'last({{"picture": {picture}}}, b"1234")').draw(Path("/a.pdf"), 1, 1.0, "")


@pytest.mark.parametrize(
    "boxes",
    [
        'b"123"',
        "bytes(24)",
        'struct.pack("4f", 0, 0, 1e9, 1)',
        'struct.pack("4f", *[math.nan] * 4)',
    ],
)
def test_letters_that_make_no_sense_are_told(hostile: Hostile, boxes: str) -> None:
    with pytest.raises(DocumentError):
        hostile(f"import math, struct; last({{}}, {boxes})").find_letters(Path("/a.pdf"), 1, "")


def test_a_child_cannot_answer_for_a_later_document(hostile: Hostile) -> None:
    reader = hostile(
        'send({"count": 2}); page(1); send({"page": [2, 9, 9, "", [], ""]}, nonce="0" * 32)'
    )
    with pytest.raises(DocumentError, match="cannot be read"):
        read(reader)


@pytest.mark.slow
@pytest.mark.parametrize("rest", ['page(2, text="forged")', 'sys.stdout.buffer.write(b"x" * 99)'])
def test_what_a_child_leaves_on_the_pipe_harms_no_later_document(
    hostile: Hostile, rest: str
) -> None:
    reader = hostile(f"{GOOD}; {rest}; sys.stdout.buffer.flush()")
    for _ in range(3):
        assert texts(read(reader)) == ["text"]
    looking = hostile(f"last({{}}); {rest}; sys.stdout.buffer.flush()")
    for _ in range(3):
        assert looking.find_letters(Path("/a.pdf"), 1, "") == Letters(b"")


def test_garbage_on_the_pipe_is_a_crash_of_the_reader(hostile: Hostile) -> None:
    reader = hostile('sys.stdout.buffer.write(b"Traceback!" * 9); sys.stdout.buffer.flush()')
    with pytest.raises(DocumentError, match="crashed the reader"):
        read(reader)


def test_known_errors_come_through_as_what_they_are(hostile: Hostile) -> None:
    with pytest.raises(PasswordNeeded):
        read(hostile('last({"password": True})'))
    with pytest.raises(DocumentError, match=r"It broke\. Mend it\."):
        read(hostile('last({"error": "It broke.", "hint": "Mend it."})'))


def test_text_from_a_reader_can_be_stored_and_shown(hostile: Hostile) -> None:
    odd = GOOD.replace("page(1)", r'page(1, text="a\ud800b\x1b[31m\nc\x9b")')
    assert texts(read(hostile(odd))) == ["a b [31m\nc "]


def test_a_document_of_too_much_text_is_read_as_far_as_it_goes(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "MOST_IN_ALL", 10)
    reader = hostile(f'send({{"count": 4}}); [page(n) for n in range(1, 5)]; {END}')
    too_much = "The document holds more text than is read."
    assert texts(read(reader)) == ["text", "text", too_much, too_much]


# Whatever ends a reader costs one page


def test_the_other_pages_of_a_document_that_ends_its_reader_are_read(hostile: Hostile) -> None:
    reader = hostile(
        'send({"count": 4})\n'
        "for number in range(first, 5):\n"
        "    sys.exit(9) if number == 2 else page(number)\n"
        'last({"structure": ["t", ["i", "ii", "iii", "iv"], []]})'
    )
    counts: list[tuple[int, int]] = []
    reading = reader.read(Path("/a.pdf"), "", lambda *count: counts.append(count), Control())
    assert texts(reading) == ["text", "Reading this page crashed the reader.", "text", "text"]
    assert [page.number for page in reading.pages] == [1, 2, 3, 4]
    assert [page.label for page in reading.pages] == ["i", "ii", "iii", "iv"]
    assert counts[-1] == (4, 4)


def test_the_last_page_may_end_its_reader_too(hostile: Hostile) -> None:
    reader = hostile(f'send({{"count": 2}})\nif first == 1:\n    page(1); sys.exit(9)\n{END}')
    reading = read(reader)
    assert texts(reading) == ["text", "Reading this page crashed the reader."]
    assert reading.title == "t"


@pytest.mark.parametrize(
    ("status", "why"),
    [(TOOK_TOO_LONG, "took too long"), (TOO_MUCH_MEMORY, "needed too much memory")],
)
def test_how_a_child_ended_is_told(hostile: Hostile, status: int, why: str) -> None:
    reader = hostile(
        f'send({{"count": 2}})\nif first == 1:\n    sys.exit({status})\npage(2); {END}'
    )
    assert texts(read(reader)) == [f"Reading this page {why}.", "text"]
    with pytest.raises(DocumentError, match=f"Opening the document {why}"):
        read(hostile(f"sys.exit({status})"))
    with pytest.raises(DocumentError, match=f"Drawing this page {why}"):
        hostile(f"sys.exit({status})").draw(Path("/a.pdf"), 1, 1.0, "")


@pytest.mark.slow
def test_a_page_without_progress_is_ended(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "PATIENCE", 5.0)
    reader = hostile(
        'send({"count": 3})\n'
        "if first == 1:\n    page(1); threading.Event().wait(60)\n"
        f"page(3); {END}"
    )
    assert texts(read(reader)) == ["text", "Reading this page took too long.", "text"]


def test_a_document_that_ends_every_reader_is_given_up(hostile: Hostile) -> None:
    act = 'send({"count": 12})\nif first > 1:\n    sys.exit(9)\npage(1); sys.exit(9)'
    found = texts(read(hostile(act)))
    assert found[0] == "text"
    assert found[1:7] == ["Reading this page crashed the reader."] * (readers.RESCUES + 1)
    assert set(found[7:]) == {"Not read: too many pages before it ended the reader."}


def test_a_document_without_a_page_that_could_be_read_fails_with_the_reason(
    hostile: Hostile,
) -> None:
    with pytest.raises(DocumentError, match="Reading page 1 crashed the reader"):
        read(hostile('send({"count": 2}); sys.exit(9)'))


@pytest.mark.slow
def test_a_document_that_takes_too_long_as_a_whole_is_read_as_far_as_it_goes(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "PATIENCE_FOR_WHOLE", 5.0)
    reader = hostile('send({"count": 3}); page(1); threading.Event().wait(60)')
    too_long = "Reading the document took too long as a whole."
    assert texts(read(reader)) == ["text", too_long, too_long]


@pytest.mark.parametrize("fate", ["sys.exit(9)", "threading.Event().wait(60)"])
def test_a_structure_that_ends_its_reader_costs_the_structure_only(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch, fate: str
) -> None:
    monkeypatch.setattr(readers, "PATIENCE_FOR_STRUCTURE", 0.3)
    reading = read(hostile(f'send({{"count": 1}}); page(1); {fate}'))
    assert (texts(reading), reading.title) == (["text"], "")


def test_every_child_must_find_the_same_pages(hostile: Hostile) -> None:
    act = (
        'send({"count": 2 if first == 1 else 3})\nif first == 1:\n    page(1); sys.exit(9)\npage(3)'
    )
    with pytest.raises(DocumentError, match="cannot be read"):
        read(hostile(act))
