"""Where the documents' files are: moves, absences, what sources lie on, and what was left out.

Owns these columns of the catalogue. What a document says is `catalog`'s business.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import PurePath

from app.core.chunking import about
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.types import Document, FileStamp, Presence, State

GONE = (Presence.MISSING, Presence.KEPT)
_SALT = "left out"
STRANGE = "strange sources"
_AT_ONCE = 1_000
"""Rows written before others may use the catalogue."""


class Whereabouts:
    """Changes where the catalogue believes files to be; never what was read of them."""

    def __init__(self, database: Database, catalog: Catalog) -> None:
        self._database = database
        self._catalog = catalog

    def add_waiting(
        self, source: str, files: Sequence[tuple[str, FileStamp]]
    ) -> Iterable[list[Document]]:
        """Add files as documents that are to be read; some at a time, each lot committed."""
        for start in range(0, len(files), _AT_ONCE):
            with self._database.transaction():
                number = self._catalog.add_source(source)
                added = []
                for path, stamp in files[start : start + _AT_ONCE]:
                    name = PurePath(path).name
                    document = self._catalog.add_waiting(number, path, name, stamp)
                    added.append(Document(document, source, path, name, State.WAITING))
            yield added

    def move(self, document: int, source: str, path: str, stamp: FileStamp) -> None:
        """The same content lies elsewhere now: pages, chunks and vectors stay."""
        name = PurePath(path).name
        with self._database.transaction():
            before = self._catalog.document(document).name
            self._database.run(
                """UPDATE documents SET source_id = ?, path = ?, name = ?, size = ?, modified = ?,
                   presence = ? WHERE id = ?""",
                [
                    self._catalog.add_source(source), path, name, stamp.size, stamp.modified,
                    Presence.HERE, document,
                ],
            )  # fmt: skip
            if name != before:
                self._rename_words(document)

    def set_presence(self, documents: Collection[int], presence: Presence) -> None:
        if documents:
            self._database.run(
                "UPDATE documents SET presence = ? WHERE id IN (SELECT value FROM json_each(?))",
                [presence, json.dumps(list(documents))],
            )

    def keep(self, documents: Collection[int]) -> None:
        """Keep what was read of documents although their files are gone."""
        self.set_presence(documents, Presence.KEPT)

    def lack_vectors(self) -> bool:
        """Whether documents are still searchable by keyword only."""
        sql = "SELECT 1 FROM documents WHERE state = ? LIMIT 1"
        return self._database.row(sql, [State.SEARCHABLE]) is not None

    def absent(self, presence: Presence) -> list[int]:
        """The documents whose file is so."""
        rows = self._database.rows("SELECT id FROM documents WHERE presence = ?", [presence])
        return [row[0] for row in rows]

    def are_gone(self, documents: Collection[int]) -> bool:
        """Whether it was the files that went first, and not the user who wants none of them."""
        return bool(documents) and set(documents) <= {n for p in GONE for n in self.absent(p)}

    def duplicates(self, documents: Collection[int]) -> tuple[tuple[str, str], ...]:
        """Names of those of the documents whose content was there before, and of which one."""
        rows = self._database.rows(
            """SELECT d.name, e.name AS earlier FROM documents d
               JOIN (SELECT sha256, min(id) AS first FROM documents WHERE sha256 != ''
                     GROUP BY sha256 HAVING count(*) > 1) s
               ON s.sha256 = d.sha256 AND s.first < d.id JOIN documents e ON e.id = s.first
               WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id""",
            [json.dumps(list(documents))],
        )
        return tuple((name, earlier) for name, earlier in rows)

    @contextmanager
    def keeping_sources(self) -> Iterator[None]:
        """Sources whose last documents are removed meanwhile stay, for what comes later."""
        mounts = self.mounts()
        yield
        with self._database.transaction():
            for source in mounts:
                self._catalog.add_source(source)
            self.note_mounts(mounts)

    # Sources

    def mounts(self) -> dict[str, str]:
        """Where the volume of each source was mounted when it was last looked at; "" unknown."""
        return dict(self._database.rows("SELECT path, mount FROM sources"))

    def note_mounts(self, mounts: Mapping[str, str]) -> None:
        self._database.run_many(
            "UPDATE sources SET mount = ? WHERE path = ?",
            [(mount, source) for source, mount in mounts.items()],
        )

    def are_strange(self) -> bool:
        """Whether an imported library named the sources, and the user has not agreed to them.

        They could be any folders of this computer: nothing is read from them by itself.
        """
        return self._database.row("SELECT 1 FROM choices WHERE name = ?", [STRANGE]) is not None

    def trust_sources(self) -> None:
        """The user wants the library compared with the folders that it names."""
        self._database.run("DELETE FROM choices WHERE name = ?", [STRANGE])

    # What the user removed, and does not want back

    def leave_out(self, documents: Collection[int]) -> None:
        """From now on do not add these files again by themselves. Keeps no names of theirs.

        Files that are gone are not meant: should they come back, they are new.
        """
        with self._database.transaction():
            paths = self._database.rows(
                """SELECT path FROM documents WHERE id IN (SELECT value FROM json_each(?))
                   AND presence NOT IN (?, ?)""",
                [json.dumps(list(documents)), *GONE],
            )
            salt = self._salt()
            self._database.run_many(
                "INSERT OR IGNORE INTO left_out VALUES (?)", ((_mark(salt, p),) for (p,) in paths)
            )

    def left_out(self, paths: Iterable[str]) -> set[str]:
        """Those of the paths that are."""
        marks = {row[0] for row in self._database.rows("SELECT mark FROM left_out")}
        if not marks:
            return set()
        salt = self._salt()
        return {path for path in paths if _mark(salt, path) in marks}

    def take_back(self, paths: Collection[str]) -> None:
        """The user wants these files after all."""
        salt = self._salt()
        self._database.run_many(
            "DELETE FROM left_out WHERE mark = ?", [(_mark(salt, path),) for path in paths]
        )

    def _salt(self) -> str:
        self._database.run(
            "INSERT OR IGNORE INTO choices VALUES (?, ?)", [_SALT, secrets.token_hex(16)]
        )
        found = self._database.row("SELECT value FROM choices WHERE name = ?", [_SALT])
        assert found
        return str(found[0])

    def _rename_words(self, document: int) -> None:
        """A document is found by its name, too."""
        rows = self._database.rows("SELECT id FROM chunks WHERE document_id = ?", [document])
        chunks = self._catalog.chunks([row[0] for row in rows])
        self._database.run_many(
            "UPDATE words SET about = ? WHERE rowid = ?",
            [(about(chunk), number) for number, chunk in chunks.items()],
        )


def _mark(salt: str, path: str) -> str:
    return hashlib.sha256(f"{salt}\n{path}".encode()).hexdigest()
