"""A vault of every version that was released opens, with all that was in it.

The files in `versions` were written by those versions themselves: two documents that could be read
and one that could not, vectors of the fake embedder, and a conversation. One is added for each
version that is released, and none is ever changed.
"""

from __future__ import annotations

import gzip
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.control import Control
from app.core.errors import VaultError
from app.core.events import tell_nobody
from app.core.storage.database import Database
from app.core.storage.tables import STEPS, VERSION
from app.core.types import State
from app.system.paths import INSTALLATION, Paths, make_private
from tests.core.library import make_services

FILES = Path(__file__).parent / "versions"
RELEASED = sorted(int(path.name.split(".")[1][1:]) for path in FILES.iterdir())
OF_READING = ("/documents/lease.pdf", "/documents/letter.pdf")


@pytest.fixture(params=RELEASED)
def version(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


@pytest.fixture
def old(version: int, paths: Paths) -> Paths:
    """A vault of that version."""
    make_private(paths.home)
    make_private(paths.vault)
    paths.catalog.write_bytes(gzip.decompress(_file_of(version).read_bytes()))
    return paths


def _file_of(version: int) -> Path:
    return FILES / f"catalog.v{version}.sqlite3.gz"


def test_a_file_of_each_version_is_kept() -> None:
    """The newest is not released yet; when it is, its file is added here."""
    assert list(range(1, VERSION)) == RELEASED


def test_a_file_has_the_tables_of_its_version(old: Paths, version: int) -> None:
    """So a step that was released cannot be changed afterwards."""
    connection, ours = sqlite3.connect(old.catalog), sqlite3.connect(":memory:")
    ours.executescript("".join(STEPS[:version]))
    tables = "SELECT name, sql FROM sqlite_master ORDER BY name"
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    assert connection.execute(tables).fetchall() == ours.execute(tables).fetchall()
    connection.close()
    ours.close()


def test_all_that_was_in_it_is_there_and_found(old: Paths) -> None:
    services = make_services(old)
    assert services.notice == ""
    documents = services.catalog.documents()
    assert [(d.name, d.state, d.pages) for d in documents] == [
        ("lease.pdf", State.READY, 2), ("letter.pdf", State.READY, 1), ("scan.pdf", State.FAILED, 0)
    ]  # fmt: skip
    assert services.page(documents[0].id, 2).text == "The monthly rent of the mill is EUR 1,250."
    services.tidy(tell_nobody, Control())
    found = services.search("When is the dyke mended?", 3, None, tell_nobody).hits
    assert (found[0].document_name, found[0].page) == ("letter.pdf", 1)
    (chat,) = services.chats.all()
    (turn,) = services.chats.open(chat.id).turns
    assert turn.question == "What is the rent of the mill?"
    assert turn.answer.sentences[0].text == "The monthly rent of the mill is EUR 1,250."
    services.close()


def test_a_check_finds_nothing_but_that_the_files_are_not_here(old: Paths) -> None:
    services = make_services(old)
    told = {problem.where: problem.what for problem in services.check(Control())}
    assert told.keys() == {*OF_READING, "/documents/scan.pdf"}
    assert set(told.values()) == {"The file is no longer there."}
    services.close()


CRASH = """
import os, sqlite3, sys
from pathlib import Path
from app.core.storage import database
from app.system.lockdown import prepare

prepare(display=False)
steps = list(database.STEPS)
steps[-1] += "SELECT end_it();"
connect = sqlite3.connect

def connect_and_end(*values, **named):
    made = connect(*values, **named)
    made.create_function("end_it", 0, lambda: os.kill(os.getpid(), 9))
    return made

sqlite3.connect = connect_and_end
database.STEPS = tuple(steps)
database._check_origin = lambda *_: None
database.Database(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_crash_in_the_middle_of_it_costs_nothing(old: Paths, version: int) -> None:
    run = subprocess.run([sys.executable, "-c", CRASH, str(old.catalog)], cwd=INSTALLATION)
    assert run.returncode == -9
    assert [path.name for path in old.vault.glob("*.v?.sqlite3")] == [f"catalog.v{version}.sqlite3"]
    test_all_that_was_in_it_is_there_and_found(old)
    assert list(old.vault.glob("*.v?.sqlite3*")) == []


def test_a_step_that_fails_leaves_the_file_as_it_was_and_no_copy(
    old: Paths, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "app.core.storage.database.STEPS", (*STEPS[:-1], "CREATE TABLE sources (id);")
    )
    with pytest.raises(VaultError, match="could not be brought to this version"):
        Database(old.catalog)
    monkeypatch.undo()
    assert list(old.vault.glob("*.v?.sqlite3*")) == []
    connection = sqlite3.connect(old.catalog)
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    connection.close()
    test_all_that_was_in_it_is_there_and_found(old)
