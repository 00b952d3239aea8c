"""Exports a vault's library as one file, and takes one in. Nothing is ever half there.

What is taken in was checked to its last byte before; vectors come along, so nothing is embedded.
The vector store does not: it is made anew, because native code reads its files.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from app.core.carrying import archive as a
from app.core.carrying.archive import Manifest, Signature
from app.core.control import Control
from app.core.errors import UsageError
from app.core.events import Report, WorkProgress
from app.core.folders.relocation import follow_vault
from app.core.folders.whereabouts import STRANGE
from app.core.forgetting.cleaning import clean
from app.core.forgetting.erasing import erase
from app.core.forgetting.forgetter import Ground
from app.core.storage.catalog import Catalog
from app.core.storage.database import Database
from app.core.storage.faults import require_room

OUTGOING = "export-"
"""How folders begin in which a library is made ready to be exported."""

Sign = Callable[[bytes], Signature]
Verify = Callable[[Signature, bytes], bool]
"""Whether the signature is the key's, over these bytes."""


@dataclass(frozen=True)
class ExportWish:
    """Where to, and what besides the library: its documents' files, its conversations."""

    path: Path
    with_documents: bool = False
    with_chats: bool = False
    program: str = ""


@dataclass(frozen=True)
class Carried:
    """What was exported or taken in. `missing` are names of documents whose file did not come."""

    manifest: Manifest
    size: int
    missing: tuple[str, ...] = ()
    key: str = ""
    """Of whoever signed it, in hex; "" for nobody."""


class Carrier:
    """Works on one open vault; `forget_vectors` lets go of the vector store."""

    def __init__(
        self, database: Database, ground: Ground, forget_vectors: Callable[[], None]
    ) -> None:
        self._database = database
        self._vault = ground.vault
        self._scratch = ground.scratch or ground.vault
        self._copies = ground.copies
        self._forget_vectors = forget_vectors

    def export(self, wish: ExportWish, sign: Sign | None, report: Report, c: Control) -> Carried:
        """Write the file; one that is there is never written over."""
        if os.path.lexists(wish.path):
            raise UsageError(f"There is a file {wish.path} already.", "Choose another name.")
        try:
            with tempfile.TemporaryDirectory(dir=self._scratch, prefix=OUTGOING) as folder:
                return self._export(wish, sign, Path(folder), report, c)
        except OSError as error:
            raise UsageError(
                f"The library cannot be exported there: {error.strerror}.",
                "Choose another place, or make room.",
            ) from error

    def take_in(self, path: Path, verify: Verify, report: Report, control: Control) -> Carried:
        """Take in a library, where there is none yet; all of it, or nothing."""
        self._require_empty()
        try:
            with a.opened(path) as archive:
                return self._take_in(archive, path.stat().st_size, verify, report, control)
        except OSError as error:
            raise UsageError(
                f"The library cannot be imported: {error.strerror}.",
                "Look at the file and the disk.",
            ) from error
        finally:
            self.erase_left_overs()

    def erase_left_overs(self) -> None:
        """Leave nothing of a library that was being taken in when the process died."""
        erase(self._incoming)

    # Export

    def _export(
        self, wish: ExportWish, sign: Sign | None, folder: Path, report: Report, c: Control
    ) -> Carried:
        catalog = folder / a.CATALOG
        require_room(folder, 2 * self._size())
        self._database.run("VACUUM INTO ?", [str(catalog)])
        strip(catalog, wish.with_chats)
        files, missing = self._files(wish)
        size = catalog.stat().st_size + sum(file.stat().st_size for _, file in files)
        told = _Told(report, "packing", 2 * size)
        with closing(Database(catalog)) as copy:
            documents, pages, chunks, vectors = copy.row(_COUNTS) or (0, 0, 0, 0)
            embedders = tuple(r[0] for r in copy.rows("SELECT DISTINCT embedder FROM vectors"))
            known: dict[int, str] = dict(copy.rows("SELECT id, sha256 FROM documents"))
        members = [a.hashed(catalog, a.CATALOG, told, c)]
        parts: list[tuple[str, bytes | Path]] = [(a.CATALOG, catalog)]
        for number, file in files:
            member = a.hashed(file, f"documents/{number}", told, c)
            if member.sha256 == known[number]:
                members.append(member)
                parts.append((member.name, file))
            else:
                missing.append(file.name)
        made = int(time.time())
        manifest = Manifest(
            a.FORMAT, wish.program, made, documents, pages, chunks, vectors, embedders,
            tuple(members),
        )  # fmt: skip
        head: list[tuple[str, bytes | Path]] = [(a.MANIFEST, a.write_manifest(manifest))]
        key = ""
        if sign:
            signature = sign(a.write_manifest(manifest))
            head.append((a.SIGNATURE, json.dumps(asdict(signature)).encode()))
            key = signature.key
        _write(wish.path, [*head, *parts], told, c)
        return Carried(manifest, wish.path.stat().st_size, tuple(missing), key)

    def _files(self, wish: ExportWish) -> tuple[list[tuple[int, Path]], list[str]]:
        """The documents' files, by number; and the names of those that are not there."""
        if not wish.with_documents:
            return [], []
        documents = Catalog(self._database).documents()
        there = [(d.id, Path(d.path)) for d in documents if _is_file(Path(d.path))]
        numbers = {number for number, _ in there}
        return there, [d.name for d in documents if d.id not in numbers]

    def _size(self) -> int:
        row = self._database.row(
            "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        )
        return int(row[0]) if row else 0

    # Import

    @property
    def _incoming(self) -> Path:
        return self._vault / ".incoming"

    def _require_empty(self) -> None:
        held = self._database.row(
            "SELECT 1 FROM documents UNION SELECT 1 FROM chats UNION SELECT 1 FROM sources"
        )
        if held:
            raise UsageError(
                "There is a library in this vault already.",
                "Import into another folder, or forget everything in this one first: a library is "
                "never written over.",
            )

    def _take_in(
        self, archive: a.Archive, size: int, verify: Verify, report: Report, control: Control
    ) -> Carried:
        manifest, signature = archive.manifest, archive.signature
        if signature and not verify(signature, archive.manifest_bytes):
            raise a.damaged()
        require_room(self._vault, 2 * manifest.size)
        self._incoming.mkdir(mode=0o700)
        (self._incoming / "documents").mkdir()
        told = _Told(report, "unpacking", manifest.size)
        for member in manifest.members:
            archive.extract(member, self._incoming / member.name, told, control)
        control.check()
        with closing(Database(self._incoming / a.CATALOG)) as incoming:
            self._check(incoming, manifest)
            missing = self._settle(incoming, manifest)
            clean(incoming)
        self._put_in_place()
        return Carried(manifest, size, missing, signature.key if signature else "")

    def _check(self, incoming: Database, manifest: Manifest) -> None:
        """The catalogue is whole, and holds what the manifest says."""
        counted = incoming.row(_COUNTS)
        told = (manifest.documents, manifest.pages, manifest.chunks, manifest.vectors)
        whole = incoming.rows("PRAGMA integrity_check") == [("ok",)]
        if counted != told or not whole or incoming.rows("PRAGMA foreign_key_check"):
            raise a.damaged()

    def _settle(self, incoming: Database, manifest: Manifest) -> tuple[str, ...]:
        """Let documents that came along lie in this vault. Names of those that did not come."""
        came = [int(m.name.partition("/")[2]) for m in manifest.members if m.name != a.CATALOG]
        rows = incoming.rows("SELECT id, name, sha256 FROM documents")
        known = {number: (name, sha256) for number, name, sha256 in rows}
        sums = {m.name: m.sha256 for m in manifest.members}
        with incoming.transaction():
            for table in ("generations", "choices", "left_out"):
                incoming.run(f"DELETE FROM {table}")
            incoming.run("UPDATE sources SET mount = ''")
            for number in came:
                name, sha256 = known.get(number, ("", ""))
                if sums[f"documents/{number}"] != sha256:
                    raise a.damaged()
                self._place(incoming, number, name)
            incoming.run("DELETE FROM sources WHERE id NOT IN (SELECT source_id FROM documents)")
            if incoming.row("SELECT 1 FROM sources WHERE path != ?", [str(self._copies)]):
                incoming.run("INSERT INTO choices VALUES (?, 'yes')", [STRANGE])
        follow_vault(incoming, self._vault.resolve())
        return tuple(name for number, (name, _) in known.items() if came and number not in came)

    def _place(self, incoming: Database, number: int, name: str) -> None:
        """A folder for each, so that every document can keep its name."""
        folder = self._incoming / "documents"
        (folder / str(number)).rename(folder / f"{number}.part")
        (folder / str(number)).mkdir(mode=0o700)
        placed = folder / str(number) / safe_name(name)
        (folder / f"{number}.part").rename(placed)
        status = placed.stat()
        source = Catalog(incoming).add_source(str(self._copies))
        incoming.run(
            """UPDATE documents SET path = ?, source_id = ?, size = ?, modified = ?,
               presence = 'here' WHERE id = ?""",
            [
                str(self._copies / str(number) / placed.name), source, status.st_size,
                status.st_mtime_ns, number,
            ],
        )  # fmt: skip

    def _put_in_place(self) -> None:
        """From here on it is there. Cut short before, its files are cleaned up later."""
        self._require_empty()
        self._database.run("INSERT OR REPLACE INTO choices VALUES ('unclean', 'yes')")
        self._forget_vectors()
        erase(self._copies)
        if any((self._incoming / "documents").iterdir()):
            (self._incoming / "documents").rename(self._copies)
        self._database.replace_with(self._incoming / a.CATALOG)


def strip(catalog: Path, with_chats: bool) -> None:
    """Take out of a copy of a catalogue what is only this machine's, or is not to be handed on."""
    own = ["generations", "choices", "left_out"]
    with closing(Database(catalog)) as copy:
        with copy.transaction():
            for table in own if with_chats else [*own, "turns", "chats", "examples"]:
                copy.run(f"DELETE FROM {table}")
            copy.run("UPDATE sources SET mount = ''")
        clean(copy)


def safe_name(name: str) -> str:
    """A document's name as a file may be called on any system, whoever wrote it."""
    kept = " ".join(re.sub(r"[^\w ,.()+-]", " ", name).split())[-100:].strip(". ")
    stem, dot, ending = kept.rpartition(".")
    if not stem:
        stem, dot, ending = kept or "document", ".", "pdf"
    return (
        f"{stem}_.{ending}" if _RESERVED.fullmatch(stem.split(".")[0]) else f"{stem}{dot}{ending}"
    )


_RESERVED = re.compile(r"(?i)con|prn|aux|nul|(com|lpt)\d")
_COUNTS = """SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM pages),
             (SELECT count(*) FROM chunks), (SELECT count(*) FROM vectors)"""


class _Told:
    """Adds up bytes and tells about every hundredth."""

    def __init__(self, report: Report, phase: str, total: int) -> None:
        self._report, self._phase, self._total = report, phase, max(total, 1)
        self._done = self._percent = 0

    def __call__(self, count: int) -> None:
        self._done += count
        percent = min(100 * self._done // self._total, 100)
        if percent != self._percent:
            self._percent = percent
            self._report(WorkProgress(self._phase, percent, 100))


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _write(
    path: Path, parts: list[tuple[str, bytes | Path]], told: a.Told, control: Control
) -> None:
    """The whole file or none: it gets its name when it is on the disk."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        with open(os.open(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            a.pack(file, parts, told, control)
        if os.path.lexists(path):
            raise UsageError(f"There is a file {path} already.", "Choose another name.")
        fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)
