"""Reader processes: what one of them does, even a hostile one, costs its own document only."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from app.core.control import Control
from app.core.errors import DocumentError, PasswordNeeded
from app.core.types import Reading
from app.system import readers
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from tests.deadlines import wait_until
from tests.pdfs import write_pdf

ANSWERING = """
import json, struct, sys
def send(data, payload=b""):
    text = json.dumps(data).encode()
    sys.stdout.buffer.write(struct.pack("<II", len(text), len(payload)) + text + payload)
    sys.stdout.buffer.flush()
while head := sys.stdin.buffer.read(8):
    sys.stdin.buffer.read(sum(struct.unpack("<II", head)))
    {act}
"""
GOOD = '{"reading": {"title": "t", "outline": [], "pages": [[1, "", 9, 9, "text", [], ""]]}}'
Hostile = Callable[[str], IsolatedReader]


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    """Makes a reader whose process does what the test says for each request."""
    made: list[IsolatedReader] = []

    def make(act: str) -> IsolatedReader:
        program = ANSWERING.replace("{act}", act)
        made.append(IsolatedReader([sys.executable, "-c", program], (".pdf",), 1))
        return made[-1]

    yield make
    for reader in made:
        reader.close()


def read(reader: IsolatedReader, path: Path = Path("/a.pdf")) -> Reading:
    return reader.read(path, "", lambda _done, _count: None, Control())


def children() -> set[int]:
    return {process.pid for process in psutil.Process().children(recursive=True)}


@pytest.mark.parametrize(
    "answer",
    [
        '{"reading": 5}',
        '{"reading": {}}',
        '{"reading": {"title": "", "outline": [[1]], "pages": []}}',
        '{"reading": {"title": "", "outline": [], "pages": [[1, 2]]}}',
        '{"reading": {"title": "", "outline": [], "pages": [["x", "", 1, 1, "", [], ""]]}}',
        '{"reading": {"title": "", "outline": [], "pages": [[1, "", 1, 1, "", [[1, 2, 3]], ""]]}}',
        '{"progress": "much"}',
        '{"progress": 5}',
    ],
)
def test_an_answer_that_makes_no_sense_costs_its_own_document_only(
    hostile: Hostile, answer: str
) -> None:
    reader = hostile(f"send({answer}); send({GOOD})")
    with pytest.raises(DocumentError):
        read(reader)


@pytest.mark.parametrize("picture", ["[5, 5]", "[-1, -1]", '["a", 5]', "[5]", "5"])
def test_a_picture_that_makes_no_sense_is_told(hostile: Hostile, picture: str) -> None:
    with pytest.raises(DocumentError):
        hostile(f'send({{"picture": {picture}}}, b"1234")').draw(Path("/a.pdf"), 1, 1.0, "")


@pytest.mark.parametrize("boxes", ["[[1, 2, 3]]", "5", '[["a", 1, 1, 1]]'])
def test_boxes_that_make_no_sense_are_told(hostile: Hostile, boxes: str) -> None:
    with pytest.raises(DocumentError):
        hostile(f'send({{"boxes": {boxes}}})').find_boxes(Path("/a.pdf"), 1, 0, 1, "")


def test_a_reader_that_dies_is_started_again_for_the_next_document(
    hostile: Hostile, tmp_path: Path
) -> None:
    flag = tmp_path / "died"
    reader = hostile(
        f"import pathlib; p = pathlib.Path({str(flag)!r}); d = p.exists(); p.touch(); "
        f"send({GOOD}) if d else sys.exit(9)"
    )
    with pytest.raises(DocumentError, match="crashed the reader"):
        read(reader)
    assert read(reader).pages[0].text == "text"


def test_garbage_on_the_pipe_is_a_crash_of_the_reader(hostile: Hostile) -> None:
    reader = hostile('sys.stdout.buffer.write(b"Traceback!" * 9); sys.stdout.buffer.flush()')
    with pytest.raises(DocumentError, match="crashed the reader"):
        read(reader)


def test_a_reader_without_progress_is_ended(
    hostile: Hostile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "PATIENCE", 0.3)
    reader = hostile("import threading; threading.Event().wait(60)")
    with pytest.raises(DocumentError, match="took too long"):
        read(reader)


def test_known_errors_come_through_as_what_they_are(hostile: Hostile) -> None:
    with pytest.raises(PasswordNeeded):
        read(hostile('send({"password": True})'))
    with pytest.raises(DocumentError, match=r"It broke\. Mend it\."):
        read(hostile('send({"error": "It broke.", "hint": "Mend it."})'))


def test_text_from_a_reader_is_always_storable(hostile: Hostile) -> None:
    odd = GOOD.replace('"text"', r'"a\ud800b"')
    assert read(hostile(f"send({odd})")).pages[0].text == "a?b"


def test_closing_ends_every_reader_process(tmp_path: Path) -> None:
    before = children()
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    assert len(children() - before) == 2
    read(reader, write_pdf(tmp_path / "a.pdf", "Text."))
    reader.close()
    assert children() <= before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this platform cannot kill a process so")
def test_a_reader_process_that_was_killed_is_replaced(tmp_path: Path) -> None:
    before = children()
    reader = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    for process in children() - before:
        os.kill(process, signal.SIGKILL)
    path = write_pdf(tmp_path / "a.pdf", "Text.")

    def can_be_read() -> bool:
        try:
            return read(reader, path).pages[0].text == "Text."
        except DocumentError:
            return False

    wait_until(can_be_read)
    reader.close()
