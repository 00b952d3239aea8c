"""Hostile documents: each ends as read, partly read or failed with a sentence, and costs itself."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from app.core.control import Control
from app.core.errors import DocumentError
from app.core.events import tell_nobody
from app.core.services import Services
from app.core.types import Document, Page, State
from app.system.processes import READER_ROLE, own_command
from app.system.readers import IsolatedReader
from app.wiring import OpenVault
from tests.security.hostile_pdfs import BOMBS, CONTENT, HOSTILE, LARGE_BOMBS, STRUCTURE, Hostile
from tests.security.outcomes import Ended, MemoryWatch, Outcome, is_sentence, judge, of_pages

SECONDS, SECONDS_OF_LARGE = 120, 300
"""That a bomb may take in all, on a busy machine, whatever limits end it before."""
MEMORY = 2 * 1024**3
"""Bytes that reading may take, whatever the document."""
MEMORY_OF_CALLER = 300 * 1024**2
LONG_AGO = 1_700_000_000
"""Seconds since 1970: a broken file that is older than a moment is not being copied."""
SMALL = {**STRUCTURE, **CONTENT}


@pytest.fixture(scope="module")
def reader() -> Iterator[IsolatedReader]:
    made = IsolatedReader(own_command(READER_ROLE), (".pdf",), 1)
    yield made
    made.close()


@pytest.mark.slow
def test_every_hostile_file_of_a_folder_ends_with_text_or_a_sentence(
    vault: OpenVault, tmp_path: Path
) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, hostile in SMALL.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(hostile.make())
        os.utime(path, (LONG_AGO, LONG_AGO))
    vault.services.index([folder], False, tell_nobody, Control())
    documents = vault.services.catalog.documents()
    ended = {Path(d.name).stem: _ended(vault.services, d) for d in documents}
    assert ended.keys() == SMALL.keys()
    wrong = {name: one for name, one in ended.items() if one.outcome not in SMALL[name].may_end}
    assert wrong == {}


def _ended(services: Services, document: Document) -> Ended:
    """How reading ended, as the library tells it."""
    if document.state is State.LOCKED:
        return Ended(Outcome.LOCKED, document.reason)
    if document.state is State.FAILED:
        fine = is_sentence(document.reason) and "crash" not in document.reason
        return Ended(Outcome.FAILED if fine else Outcome.SILENT, document.reason)
    assert document.state in (State.SEARCHABLE, State.READY)
    numbers = range(1, document.pages + 1)
    return of_pages([services.page(document.id, number) for number in numbers])


@pytest.mark.slow
def test_every_hostile_first_page_is_drawn_or_says_why_not(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    path = tmp_path / "hostile.pdf"
    drawn, told = [], {}
    for name, hostile in SMALL.items():
        path.write_bytes(hostile.make())
        try:
            drawn.append(reader.draw(path, 1, 0.5, ""))
        except DocumentError as error:
            told[name] = error.message
    assert len(drawn) > len(SMALL) / 2
    assert [why for why in told.values() if not is_sentence(why) or "crash" in why] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_costs_its_own_page_only(reader: IsolatedReader, tmp_path: Path, name: str) -> None:
    _survives(reader, tmp_path / "bomb.pdf", BOMBS[name], SECONDS)


@pytest.mark.release
@pytest.mark.parametrize("name", LARGE_BOMBS)
def test_a_large_bomb_costs_its_own_page_only(
    reader: IsolatedReader, tmp_path: Path, name: str
) -> None:
    _survives(reader, tmp_path / "bomb.pdf", LARGE_BOMBS[name], SECONDS_OF_LARGE)


def _survives(reader: IsolatedReader, path: Path, hostile: Hostile, seconds: float) -> None:
    path.write_bytes(hostile.make())
    before = psutil.Process().memory_info().rss
    with MemoryWatch() as watch:
        ended = judge(reader, path, seconds)
    grown = psutil.Process().memory_info().rss - before
    path.unlink()
    assert ended.outcome in hostile.may_end, ended
    assert watch.peak <= MEMORY
    assert grown <= MEMORY_OF_CALLER


def test_there_are_more_than_a_hundred_hostile_files_and_none_is_made_twice() -> None:
    made = [hostile.make() for hostile in SMALL.values()]
    assert len(HOSTILE) > 100
    assert len(set(made)) == len(made)


def test_the_judge_calls_a_page_without_text_and_reason_silent() -> None:
    read, empty = Page(1, "", 595.0, 842.0, "Text."), Page(2, "", 595.0, 842.0, "")
    assert of_pages([read, empty]).outcome is Outcome.SILENT
    assert of_pages([]).outcome is Outcome.SILENT
    assert of_pages([read, replace(empty, problem="It is empty.")]).outcome is Outcome.PARTLY
