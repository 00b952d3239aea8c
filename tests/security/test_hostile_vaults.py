"""A vault that somebody else made to hurt: it is refused with a sentence, or works harmlessly."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import platform
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.backends.chroma import ChromaStore
from app.core.conversation.chats import Chats
from app.core.errors import KnownError, UsageError, VaultError
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.recovery import LONGEST_VALUE
from app.core.storage.tables import VERSION
from app.core.storage.vectors import Place, VectorIndex
from app.core.types import Answer, Chunk, Coverage, FileStamp, Line, Page
from app.system.settings import load_settings

PAGE = Page(1, "1", 600.0, 800.0, "The rent is 900 euros.", (Line(0, 22, (1.0, 2.0, 3.0, 4.0)),))
TRIGGER = """CREATE TRIGGER t AFTER INSERT ON chats BEGIN
    DELETE FROM documents; DELETE FROM turns; END"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small vault with one document, one vector and one conversation."""
    file = tmp_path / "vault" / "catalog.sqlite3"
    file.parent.mkdir()
    database = Database(file)
    catalog, chats = Catalog(database), Chats(database)
    document = catalog.add_waiting(
        catalog.add_source("/nowhere"), "/nowhere/a.pdf", "a.pdf", FileStamp(1, 1)
    )
    catalog.store_reading(document, FileStamp(1, 1), "0" * 64, [PAGE], [Chunk(1, 0, 22, PAGE.text)])
    database.insert(
        "INSERT INTO vectors (chunk_id, embedder, vector) VALUES (1, 'e', ?)",
        [np.full(4, 0.5, np.float16).tobytes()],
    )
    chats.add_turn(chats.start("Rent?"), Answer("Rent?", "900", False, (), (), Coverage(1, 1)))
    database.close()
    return file


def tamper(path: Path, *statements: str, values: tuple[Any, ...] = ()) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement, values if "?" in statement else ())
    connection.commit()
    connection.close()


def refusal(path: Path) -> str:
    with pytest.raises(VaultError) as caught:
        Database(path)
    assert caught.value.hint
    return caught.value.message


def use_everything(path: Path) -> None:
    """What the program does with a vault, from opening it to asking about all that is in it."""
    database = Database(path)
    try:
        catalog, chats = Catalog(database), Chats(database)
        for document in catalog.documents():
            catalog.page(document.id, 1)
        catalog.known_files()
        catalog.sources()
        catalog.coverage(None)
        catalog.chunks([1])
        catalog.search_words('"rent"', 5, None)
        for chat in chats.all():
            chats.open(chat.id)
        index = VectorIndex(database, Place(path.parent / "vectors", "here"), _no_store, "e", 4)
        index.open()
        index.search(np.ones(4, np.float32), 3)
        index.count()
    finally:
        database.close()


def _no_store(_folder: Path, _dimensions: int) -> Any:
    raise AssertionError("a store that somebody else brought was opened")


def test_a_good_vault_works(path: Path) -> None:
    use_everything(path)


@pytest.mark.parametrize(
    "statements",
    [
        [TRIGGER],
        ["CREATE TABLE more (a)"],
        ["DROP TABLE sources", "CREATE VIEW sources AS SELECT 1 AS id, '/etc' AS path"],
        ["CREATE VIEW v AS SELECT load_extension('/tmp/x.so')"],
        ["CREATE INDEX i ON chats (lower(title))"],
        ["CREATE INDEX i ON chats (title) WHERE title > 0"],
        ["ALTER TABLE chats ADD COLUMN g TEXT AS (hex(zeroblob(99999999)))"],
        ["ALTER TABLE chats ADD COLUMN c TEXT CHECK (length(hex(zeroblob(99999999))) > 1)"],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = replace(sql, 'title TEXT', 'title TEXT COLLATE evil')",
        ],
        ["DROP TABLE words", "CREATE TABLE words (text, about)"],
        [
            "DROP TABLE words",
            "CREATE VIRTUAL TABLE words USING fts5 (text, about, content='chats')",
        ],
        ["CREATE VIRTUAL TABLE x USING fts5 (y)"],
        ["DROP TABLE turns"],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = 'CREATE TABLE chats (id, title, x)' WHERE name='chats'",
        ],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'chats'",
        ],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET rootpage = 999999 WHERE name = 'chats'",
        ],
        ["PRAGMA user_version = 0"],
        ["PRAGMA user_version = -5"],
    ],
)
def test_tables_that_are_not_exactly_ours_are_refused(path: Path, statements: list[str]) -> None:
    tamper(path, *statements)
    before = path.read_bytes()
    try:
        use_everything(path)
    except VaultError as error:
        told = error.message
    assert "not made by Strongroom" in told or "damaged" in told
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*-wal"))


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "catalog.sqlite3"
    tamper(path, "CREATE TABLE moz_places (url TEXT)", "INSERT INTO moz_places VALUES ('x')")
    before = path.read_bytes()
    assert "not made by Strongroom" in refusal(path)
    assert path.read_bytes() == before


def test_a_catalogue_that_is_no_file_is_refused_without_waiting(path: Path) -> None:
    place = path.parent / "other"
    place.mkdir()
    os.mkfifo(place / "fifo")
    (place / "link").symlink_to(path)
    (place / "dangling").symlink_to(place / "nothing")
    (place / "folder").mkdir()
    for name in ("fifo", "link", "dangling", "folder"):
        assert "no file" in refusal(place / name)
    assert not (place / "nothing").exists()


WRONG = {
    "sources": ("path",),
    "documents": ("path", "name", "sha256", "size", "modified", "reason", "pages"),
    "pages": ("label", "width", "height", "text", "problem"),
    "chunks": ("page", "start", "end", "heading", "text"),
    "vectors": ("vector",),
    "generations": ("folder", "last_vector", "size"),
    "chats": ("title",),
    "turns": ("question", "answer"),
}
VALUES: dict[str, Any] = {
    "blob": b"\xff\x00", "text": "text \udcff".encode("utf-8", "surrogateescape"), "real": 1.5,
    "endless": float("inf"), "large": 2**62, "negative": -(2**62), "empty": "",
}  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table, columns in WRONG.items() for column in columns]
)
def test_a_wrong_value_in_any_column_is_told_or_harmless(
    path: Path, table: str, column: str, value: str
) -> None:
    tamper(
        path,
        "INSERT INTO generations (folder, embedder, machine, state) VALUES ('g', 'e', ?, 'ready')",
        values=(platform.node(),),
    )
    tamper(path, f'UPDATE "{table}" SET "{column}" = ?', values=(VALUES[value],))
    try:
        use_everything(path)
    except (VaultError, UsageError) as error:
        told = str(error)
    else:
        told = "harmless"
    assert told == "harmless" or "damaged" in told or "has no page" in told


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE chunks SET text = ?", "x" * (LONGEST_VALUE + 1)),
        ("UPDATE pages SET text = ?", "x" * (LONGEST_VALUE + 1)),
        ("UPDATE vectors SET vector = ?", b"x" * (LONGEST_VALUE + 1)),
        ("UPDATE vectors SET vector = ?", b"x" * 7),
        ("UPDATE vectors SET vector = ?", np.full(4, np.nan, np.float16).tobytes()),
        ("UPDATE vectors SET vector = ?", np.full(4, np.inf, np.float16).tobytes()),
        ("UPDATE pages SET text = CAST(? AS TEXT)", b"\xff\xfe\xfd"),
        ("UPDATE words_data SET block = ?", b"\xff" * 50),
    ],
)
def test_values_that_would_hurt_are_told_as_damage(path: Path, statement: str, value: Any) -> None:
    tamper(path, statement, values=(value,))
    with pytest.raises(VaultError, match="damaged"):
        use_everything(path)


def _answers() -> Iterator[str]:
    coverage = {"documents": 1, "searchable": 1, "unreadable": [], "pages": 1, "pages_read": 1}
    good = {
        "question": "q", "answer": "a", "abstained": False, "sentences": [], "hits": [],
        "coverage": coverage,
        "model": "", "prompt_tokens": 0, "answer_tokens": 0,
        "seconds": {"retrieve": 0.1, "first_token": 0, "total": 0}, "stopped": False,
    }  # fmt: skip
    citation = {"document": 1, "document_name": "a", "path": "/a", "page": 1, "quote": "q"}
    changes: list[dict[str, Any]] = [
        {"answer": 7}, {"abstained": "no"}, {"sentences": 7}, {"sentences": [7]}, {"hits": {}},
        {"sentences": [{"text": "t", "support": "proven"}]}, {"coverage": []},
        {"sentences": [{"text": "t", "support": "supported",
                        "citations": [citation | {"boxes": [[1, 2, 3]]}]}]},
        {"sentences": [{"text": "t", "support": "supported",
                        "citations": [citation | {"boxes": [[1, 2, 3, "4"]]}]}]},
        {"sentences": [{"text": "t", "support": "supported",
                        "citations": [citation | {"boxes": [[1, 2, 3, float("nan")]]}]}]},
        {"seconds": {"total": float("inf")}}, {"prompt_tokens": 1.5}, {"unknown": 1},
        {"__class__": "os.system"}, {"coverage": {"documents": None, "searchable": 1}},
    ]  # fmt: skip
    yield from (json.dumps(good | change) for change in changes)
    yield from ("", "[]", "null", "7", "{", "[" * 100_000, '{"a":' * 100_000, "9" * 5_000, "NaN")


@pytest.mark.parametrize("answer", list(_answers()))
def test_a_hostile_conversation_is_told_and_can_be_deleted(path: Path, answer: str) -> None:
    tamper(path, "UPDATE turns SET answer = ?", values=(answer,))
    database = Database(path)
    chats = Chats(database)
    with pytest.raises(VaultError, match="conversation cannot be read"):
        chats.open(1)
    chats.delete(1)
    assert chats.all() == []
    database.close()


def _outside(folder: Path) -> str:
    (folder.parent / "outside").mkdir()
    return "../outside"


def _absolute(folder: Path) -> str:
    (folder.parent / "absolute").mkdir()
    return str(folder.parent / "absolute")


def _link(folder: Path) -> str:
    (folder.parent / "target").mkdir()
    (folder / "generation-1").symlink_to(folder.parent / "target")
    return "generation-1"


def _link_inside(folder: Path) -> str:
    (folder / "generation-1").mkdir()
    (folder / "generation-1" / "chroma.sqlite3").symlink_to("/etc/passwd")
    return "generation-1"


def _fifo_inside(folder: Path) -> str:
    (folder / "generation-1").mkdir()
    os.mkfifo(folder / "generation-1" / "chroma.sqlite3")
    return "generation-1"


@pytest.mark.parametrize("make", [_outside, _absolute, _link, _link_inside, _fifo_inside])
def test_a_store_that_leads_out_of_the_vault_is_never_opened(
    path: Path, make: Callable[[Path], str]
) -> None:
    folder = path.parent / "vectors"
    folder.mkdir()
    tamper(
        path,
        "INSERT INTO generations (folder, embedder, machine, state) VALUES (?, 'e', ?, 'ready')",
        values=(make(folder), platform.node()),
    )
    use_everything(path)


@pytest.mark.parametrize(
    "text",
    ["[]", "7", "null", '{"__class__": 1}', '{"answer_model": 7}',
     '{"first_word_seconds": true}', '{"first_word_seconds": 1e999}', "\x00", "9" * 5_000],
)  # fmt: skip
def test_hostile_settings_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text)
    with pytest.raises(KnownError, match="settings file"):
        load_settings(tmp_path / "settings.json")


def test_a_version_that_is_not_ours_yet_is_left_alone(path: Path) -> None:
    tamper(path, f"PRAGMA user_version = {VERSION + 1}", TRIGGER)
    assert "newer version" in refusal(path)


class Boom:
    """Unpickled, it leaves a file behind."""

    def __init__(self, trap: Path) -> None:
        self.trap = trap

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.trap),)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Could not reconstruct:UserWarning")
def test_a_store_full_of_pickles_and_named_classes_runs_nothing(tmp_path: Path) -> None:
    """As `test_a_poisoned_folder_runs_nothing`, with names that Chroma knows, and pickles."""
    folder, trap = tmp_path / "store", tmp_path / "trap"
    rows = np.eye(4, dtype=np.float32)
    store = ChromaStore(folder, 4)
    store.add(range(1, 1_501), np.tile(rows, (375, 1)))
    store.close()
    connection = sqlite3.connect(folder / "chroma.sqlite3")
    config = {"model_name": "x", "device": "cpu", "kwargs": {"trust_remote_code": True}}
    entry = {"type": "known", "name": "sentence_transformer", "config": config}
    row = connection.execute("SELECT config_json_str, schema_str FROM collections").fetchone()
    for column, text in zip(("config_json_str", "schema_str"), row, strict=True):
        poisoned = _with_entry(json.loads(text or "{}"), entry)
        if column == "config_json_str":
            poisoned["embedding_function"] = entry
        assert "trust_remote_code" in json.dumps(poisoned)
        connection.execute(f"UPDATE collections SET {column} = ?", [json.dumps(poisoned)])
    connection.commit()
    connection.close()
    segments = [path for path in folder.iterdir() if path.is_dir()]
    for place in [folder, *segments]:
        for name in ("index_metadata.pickle", "index_metadata.pkl", "metadata.pickle"):
            (place / name).write_bytes(pickle.dumps(Boom(trap)))
    assert segments
    for number in (9_001, 9_002):
        with contextlib.suppress(Exception):  # of any kind: the index makes such a store anew
            store = ChromaStore(folder, 4)
            try:
                store.count()
                with contextlib.suppress(Exception):
                    store.search(rows[0], 3)
                store.add([number], rows[:1])
            finally:
                store.close()
    assert not trap.exists()
    pickle.loads(pickle.dumps(Boom(trap)))
    assert trap.exists(), "the trap is a real one"


def _with_entry(node: Any, entry: dict[str, Any]) -> Any:
    if isinstance(node, dict):
        return {
            key: entry if key == "embedding_function" else _with_entry(value, entry)
            for key, value in node.items()
        }
    return [_with_entry(value, entry) for value in node] if isinstance(node, list) else node
