"""The real processes are killed: the command line, the engine behind a window, and readers."""

from __future__ import annotations

import json
import os
import queue
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest

from app.core.types import IndexReport, State
from app.engine import messages as m
from app.engine.client import STOPPED, EngineClient
from app.system.paths import INSTALLATION, Paths
from app.system.processes import ENGINE_ROLE, own_command
from tests.deadlines import PATIENCE, wait_until
from tests.durability import verdict
from tests.durability.papers import Papers

PAPERS = 8
KILLS = 6


@pytest.fixture
def papers(tmp_path: Path) -> Papers:
    (tmp_path / "papers").mkdir()
    made = Papers(tmp_path / "papers", random.Random(5))
    for _ in range(PAPERS):
        made.write()
    return made


def command(paths: Paths, *words: str) -> list[str]:
    return [sys.executable, "-m", "app", "--fakes", "--home", str(paths.home), "--json", *words]


def told(paths: Paths, *words: str) -> dict[str, Any]:
    """What a command that is let live prints."""
    done = subprocess.run(
        command(paths, *words), cwd=INSTALLATION, capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 3), done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def all_is_well(paths: Paths, papers: Papers) -> None:
    """After one more start that is let live."""
    assert told(paths, "index", str(papers.folder))["documents"] == len(papers.now())
    assert told(paths, "check")["problems"] == []
    assert list(verdict.half_there(paths.catalog)) == []
    assert list(verdict.not_as_read(paths.catalog, papers)) == []
    assert list(verdict.not_complete(paths.catalog, papers)) == []


@pytest.mark.slow
def test_a_command_line_that_is_killed_loses_nothing(paths: Paths, papers: Papers) -> None:
    chance = random.Random(3)
    told(paths, "index", str(papers.folder))
    papers.write("paper1.pdf")
    started = time.monotonic()
    told(paths, "index", str(papers.folder))
    longest = time.monotonic() - started
    deaths = 0
    for number in range(KILLS):
        papers.write(f"paper{number % PAPERS + 1}.pdf")
        process = subprocess.Popen(
            command(paths, "index", str(papers.folder)),
            cwd=INSTALLATION,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.4, 0.9) * longest)
        process.kill()
        deaths += process.wait() == -signal.SIGKILL
        assert list(verdict.half_there(paths.catalog)) == []
        assert list(verdict.not_as_read(paths.catalog, papers)) == []
    assert deaths
    all_is_well(paths, papers)


@dataclass
class Window:
    """A window's end of the engine, with what came for each request."""

    client: EngineClient
    came: queue.SimpleQueue[Any] = field(default_factory=queue.SimpleQueue)

    def ask(self, request: Any) -> Any:
        """The ending of a request."""
        self.client.request(request, self.came.put)
        while not isinstance(message := self.came.get(timeout=PATIENCE), m.Ending):
            pass
        return message

    def await_another(self, engine: psutil.Process) -> None:
        wait_until(lambda: self.engine.pid != engine.pid)

    @property
    def engine(self) -> psutil.Process:
        return psutil.Process(self.client._process.pid)


@pytest.fixture
def window(paths: Paths) -> Iterator[Window]:
    arguments = ["--home", str(paths.home), "--fakes"]
    opened = Window(EngineClient(own_command(ENGINE_ROLE, arguments)))
    assert isinstance(opened.ask(m.GetStatus()), m.Status)
    yield opened
    opened.client.close()


@pytest.mark.slow
def test_an_engine_that_is_killed_is_started_again_and_loses_nothing(
    paths: Paths, papers: Papers, window: Window
) -> None:
    chance = random.Random(4)
    answers = 0
    for number in range(3):
        papers.write(f"paper{number + 1}.pdf")
        old = window.engine
        children = old.children(recursive=True)
        window.client.request(m.AddPaths((str(papers.folder),)), window.came.put)
        for _ in range(chance.randint(1, 12)):
            window.came.get(timeout=PATIENCE)
        os.kill(old.pid, signal.SIGKILL)
        while not isinstance(message := window.came.get(timeout=PATIENCE), m.Ending):
            pass
        assert message == STOPPED or not isinstance(message, m.EngineFailed)
        window.await_another(old)
        psutil.wait_procs(children, PATIENCE)
        asked = window.ask(m.Ask("What is said?"))
        assert isinstance(asked, m.Asked)
        answers += 1
    chats = window.ask(m.GetChats()).chats
    assert len(chats) == answers
    window.ask(m.AddPaths((str(papers.folder),)))
    states = {document.state for document in window.ask(m.GetLibrary()).documents}
    assert states == {State.READY}
    window.client.close()
    all_is_well(paths, papers)


@pytest.mark.slow
def test_a_reader_that_is_killed_costs_a_page_at_most_and_no_other_document(
    paths: Paths, papers: Papers, window: Window
) -> None:
    deaths = 0
    window.client.request(m.AddPaths((str(papers.folder),)), window.came.put)
    while not isinstance(message := window.came.get(timeout=PATIENCE), m.Ending):
        for child in window.engine.children(recursive=True) if deaths < 3 else ():
            with suppress(psutil.Error):
                child.kill()
                deaths += 1
    assert isinstance(message, IndexReport)
    assert deaths
    assert message.documents + len(message.failed) + len(message.unsettled) == PAPERS
    for document in window.ask(m.GetLibrary()).documents:
        window.ask(m.Reread(document.id))
    window.client.close()
    all_is_well(paths, papers)
