"""Judges a vault after a death: what is half there, lost, left over, or not in step.

Reads the catalogue with SQL of its own, so that it does not share the program's mistakes.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.backends.fakes import FakeEmbedder
from app.core.events import tell_nobody
from app.core.services import Services
from app.system.paths import Paths
from tests.durability.oversight import Ended, joined
from tests.durability.papers import Content, Papers

_SETTLED = ("searchable", "ready")
_HARMLESS = {
    "waiting": "The document was not read yet.",
    "searchable": "The document is searchable by keyword only.",
    "changed": "The file changed since it was read.",
    "gone": "The file is no longer there.",
}
_COMMITTED = {
    **dict.fromkeys(
        ("documents", "chunks", "words", "vectors", "chats", "turns"), "1 ORDER BY rowid"
    ),
    "pages": "1 ORDER BY 1, 2",
    "choices": "name != 'place' ORDER BY 1",
}
"""What a start must find as it was committed; where the vault lies is noted by every start."""

_AT_HOME = (
    *("vault", "secret", "scratch", "models", "settings.json"),
    *(".models.lock", ".settings.json.lock"),
)
"""All that may lie in a home; the locks stay, they are held by the system and empty."""

Row = tuple[Any, ...]


def read(catalog: Path, sql: str, closed: bool = False) -> list[Row]:
    """From a catalogue that somebody else may hold, without waiting for them.

    One that is `closed` is read without a trace; otherwise SQLite puts two files beside it.
    """
    how = "immutable=1" if closed else "mode=ro"
    connection = sqlite3.connect(f"file:{catalog}?{how}", uri=True, timeout=0)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def digest(catalog: Path) -> str:
    """Of all that was committed; "" while nobody can look."""
    found = hashlib.sha256()
    try:
        connection = sqlite3.connect(f"file:{catalog}?mode=ro", uri=True, timeout=0)
        try:
            connection.execute("BEGIN")
            for table, which in _COMMITTED.items():
                for row in connection.execute(f"SELECT * FROM {table} WHERE {which}"):
                    found.update(repr(row).encode())
        finally:
            connection.close()
    except sqlite3.Error:
        return ""
    return found.hexdigest()


def half_there(catalog: Path) -> Iterator[str]:
    """What a transaction should have kept apart from what was never begun."""
    for what, sql in _HALVES.items():
        for row in read(catalog, sql):
            yield f"{what}: {row}"


_HALVES = {
    "a document whose pages are not all there": """
        SELECT d.id, d.state, d.pages, count(p.number) FROM documents d
        LEFT JOIN pages p ON p.document_id = d.id
        GROUP BY d.id HAVING d.pages != count(p.number)""",
    "a readable document without chunks": """
        SELECT id FROM documents WHERE state IN ('searchable', 'ready')
        AND id NOT IN (SELECT document_id FROM chunks)""",
    "an unread document with chunks": """
        SELECT id FROM documents WHERE state NOT IN ('searchable', 'ready')
        AND id IN (SELECT document_id FROM chunks)""",
    "a chunk of no document": """
        SELECT id FROM chunks WHERE document_id NOT IN (SELECT id FROM documents)""",
    "a page of no document": """
        SELECT document_id FROM pages WHERE document_id NOT IN (SELECT id FROM documents)""",
    "a chunk without its words": "SELECT id FROM chunks WHERE id NOT IN (SELECT rowid FROM words)",
    "words of no chunk": "SELECT rowid FROM words WHERE rowid NOT IN (SELECT id FROM chunks)",
    "a chunk with other words": """
        SELECT c.id FROM chunks c JOIN words w ON w.rowid = c.id WHERE w.text != c.text""",
    "a vector of no chunk": """
        SELECT id FROM vectors WHERE chunk_id NOT IN (SELECT id FROM chunks)""",
    "a ready document without all its vectors": """
        SELECT d.id FROM documents d JOIN chunks c ON c.document_id = d.id
        LEFT JOIN vectors v ON v.chunk_id = c.id WHERE d.state = 'ready' AND v.id IS NULL""",
    "a question of no conversation": """
        SELECT id FROM turns WHERE chat_id NOT IN (SELECT id FROM chats)""",
    "a conversation without a question": """
        SELECT id FROM chats WHERE id NOT IN (SELECT chat_id FROM turns)""",
}


def not_as_read(catalog: Path, papers: Papers) -> Iterator[str]:
    """Documents whose chunks are not those of the file that they say they were read from."""
    texts: dict[int, list[str]] = {}
    for document, text in read(catalog, "SELECT document_id, text FROM chunks ORDER BY id"):
        texts.setdefault(document, []).append(text)
    for number, state, sha256 in read(catalog, "SELECT id, state, sha256 FROM documents"):
        if state in _SETTLED and tuple(texts.get(number, ())) != papers.contents[sha256].chunks:
            yield f"document {number} does not hold what its file said"


def not_as_told(services: Services, ends: Sequence[Ended]) -> Iterator[str]:
    """What the program had told as done before it was killed, and is not."""
    states = {d.path: str(d.state) for d in services.catalog.documents()}
    for path, state in dict(joined(ends, "document")).items():
        there = states.get(path, "")
        if not there if state == "waiting" else (there in _SETTLED) != (state in _SETTLED):
            yield f"{Path(path).name} was told to be {state or 'gone'}, and is {there or 'gone'}"
    for path, state in dict(joined(ends[-1:], "document")).items():
        if state == "ready" and states.get(path) != "ready":
            yield f"{Path(path).name} was told to be ready, and is {states.get(path)}"
    chats = {chat.id for chat in services.chats.all()}
    gone = set(joined(ends, "no chat"))
    yield from (f"chat {n} is lost" for n in joined(ends, "chat") if n not in chats)
    yield from (f"chat {n} is back" for n in gone if n in chats)


def unexpected(services: Services, papers: Papers, problems: list[Row]) -> Iterator[str]:
    """What `check` says beyond what is so: files that are still to be read, or that are gone."""
    now = papers.now()
    states = {d.path: str(d.state) for d in services.catalog.documents()}
    shas = {path: known.sha256 for path, known in services.catalog.known_files().items()}
    for what, where, mended in problems:
        is_so = {
            "waiting": states.get(where) == "waiting",
            "searchable": states.get(where) == "searchable",
            "changed": where in now and now[where] != shas.get(where),
            "gone": where not in now,
        }
        if not any(is_so[kind] and what == said for kind, said in _HARMLESS.items()):
            yield f"check said: {what} {Path(where).name} mended: {mended}"


def not_complete(catalog: Path, papers: Papers) -> Iterator[str]:
    """What is missing of the library once all is done again that had been asked for."""
    kept = {
        path: sha256
        for path, sha256 in read(
            catalog, "SELECT path, sha256 FROM documents WHERE state = 'ready'"
        )
    }
    for path, sha256 in papers.now().items():
        if kept.get(path) != sha256:
            yield f"lost or old: {Path(path).name}"
    for path in kept.keys() - papers.now().keys():
        yield f"not forgotten: {Path(path).name}"


def not_in_step(services: Services, catalog: Path) -> Iterator[str]:
    """Where Chroma holds other vectors than the catalogue, or does not find one by itself."""
    _, index = services.load_embedder(tell_nobody)
    store: Any = index._store
    if store is None:
        if read(catalog, "SELECT 1 FROM vectors LIMIT 1"):
            yield "no generation is open"
        return
    wanted = {
        str(chunk): np.frombuffer(blob, np.float16).astype(np.float32)
        for chunk, blob in read(catalog, "SELECT chunk_id, vector FROM vectors")
    }
    held = store._collection.get(include=["embeddings"])
    found = dict(zip(held["ids"], held["embeddings"], strict=True))
    if found.keys() != wanted.keys():
        yield f"Chroma has {len(found)} vectors, the catalogue {len(wanted)}"
        return
    for number, vector in wanted.items():
        if not np.allclose(_unit(found[number]), _unit(vector), atol=1e-3):
            yield f"Chroma has another vector of chunk {number}"
    for number, vector in list(wanted.items())[::7]:
        if number not in {str(n) for n, _ in store.search(_unit(vector), 3)}:
            yield f"Chroma does not find chunk {number} by its own vector"


def _unit(vector: Any) -> Any:
    row = np.asarray(vector, np.float32)
    return row / np.linalg.norm(row)


def not_found(services: Services, papers: Papers) -> Iterator[str]:
    """Documents that are there and not found, or found and no longer there."""
    now = papers.now()
    paths = {d.id: d.path for d in services.catalog.documents()}
    _, index = services.load_embedder(tell_nobody)
    embedder = FakeEmbedder()
    for path, sha256 in now.items():
        content: Content = papers.contents[sha256]
        for way in ("words", "meaning"):
            if way == "words":
                hits = services.catalog.search_words(f'"{content.marker}"', 5, None)
            else:
                hits = index.search(embedder.embed_query(content.chunks[0]), 3)
            there = services.catalog.chunks([number for number, _ in hits]).values()
            if path not in {paths[chunk.document] for chunk in there}:
                yield f"{Path(path).name} is not found by {way}"
    for sha256, content in papers.contents.items():
        gone = sha256 not in now.values()
        if gone and services.catalog.search_words(f'"{content.marker}"', 5, None):
            yield f"a text that was removed or changed is still found: {content.marker}"


def traces(paths: Paths, papers: Papers) -> Iterator[str]:
    """Files of the vault that still hold a word of a document that was removed."""
    gone = [(marker, marker[1:].encode()) for marker in papers.forgotten - papers.asked]
    for path in paths.vault.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        for marker, seen in gone:
            if seen in content:
                yield f"{path.relative_to(paths.vault)} still holds {marker}"


_GENERATIONS = "SELECT folder FROM generations WHERE EXISTS (SELECT 1 FROM vectors)"


def left_over(paths: Paths) -> Iterator[str]:
    """Files and folders of vault and home that nobody needs, while nobody works."""
    generations = {row[0] for row in read(paths.catalog, _GENERATIONS, closed=True)}
    if len(generations) > 1:
        yield "more than one generation is kept"
    for path in paths.vault.iterdir():
        if path.name not in ("catalog.sqlite3", "lock", "vectors"):
            yield f"left in the vault: {path.name}"
    for path in paths.vectors.iterdir() if paths.vectors.is_dir() else ():
        if path.name not in generations:
            yield f"left among the vectors: {path.name}"
    for path in paths.home.iterdir():
        if path.name not in _AT_HOME:
            yield f"left in the home: {path.name}"
    for path in paths.scratch.iterdir():
        yield f"left in the scratch folder: {path.name}"
