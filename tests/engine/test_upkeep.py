"""The engine keeps the vector index in step by itself, and checks and rebuilds when it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.core import events
from app.core.types import IndexReport
from app.engine import messages as m
from tests.deadlines import wait_until
from tests.engine.test_engine import Conversation, open_engine
from tests.pdfs import write_pdf


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conversation]:
    """One with two documents of a page each."""
    folder = tmp_path_factory.mktemp("upkeep")
    conversation = open_engine(folder / "home")
    papers = [write_pdf(folder / f"{name}.pdf", f"About {name}.") for name in ("rents", "roofs")]
    made = conversation.ask(m.AddPaths(tuple(str(path) for path in papers)))
    assert isinstance(made, IndexReport)
    assert made.documents == 2
    yield conversation
    conversation.client.close()


def sizes(home: Path) -> list[int]:
    """How many vectors each generation on the disk holds."""
    found = []
    for path in (home / "vault" / "vectors").rglob("rows.npz"):
        with np.load(path) as kept:
            found.append(len(kept["ids"]))
    return found


def test_after_a_removal_the_index_is_made_anew_without_being_asked(engine: Conversation) -> None:
    wait_until(lambda: sizes(engine.home) == [2])
    first = engine.ask(m.GetLibrary()).documents[0].id
    assert isinstance(engine.ask(m.RemoveDocuments((first,))), m.Forgotten)
    wait_until(lambda: sizes(engine.home) == [1])


def test_a_rebuilding_tells_how_far_it_is_and_what_it_made(engine: Conversation) -> None:
    seen, made = engine.finish(engine.start(m.RebuildIndex()))
    count = len(engine.ask(m.GetLibrary()).documents)
    assert (made.chunks, made.seconds >= 0) == (count, True)
    assert seen[-1].phase == "rebuilding"
    assert isinstance(seen[-1], events.IndexProgress)
    assert seen[-1].chunks_done == count


def test_a_check_of_a_library_in_order_finds_nothing(engine: Conversation) -> None:
    assert engine.ask(m.CheckVault()) == m.Checked(())
