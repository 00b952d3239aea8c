"""The one file that a library is carried in: a ZIP file of which every byte is accounted for.

Owns its layout and its manifest. Anything that is not exactly as we write it is refused.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from app.core.control import Control
from app.core.errors import VaultError
from app.core.rebuilding import rebuilt

FORMAT = 1
MANIFEST, SIGNATURE, CATALOG = "manifest.json", "signature.json", "catalog.sqlite3"
_LARGEST_MANIFEST = 64_000_000
_BLOCK = 1024 * 1024
_LARGE = 1 << 31
_ENDINGS = (22, 22 + 20 + 56)
"""Bytes behind the table of contents: of a ZIP file, and of a large one."""

Told = Callable[[int], None]
"""Called with the number of bytes that were done since the last call."""


@dataclass(frozen=True)
class Member:
    """A file in the archive: the catalogue, or `documents/` and a document's number."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What is in an archive. `made` is seconds since 1970; `embedders` made its vectors."""

    format: int
    program: str
    made: int
    documents: int
    pages: int
    chunks: int
    vectors: int
    embedders: tuple[str, ...]
    members: tuple[Member, ...]

    @property
    def size(self) -> int:
        """Bytes that it takes when it is unpacked."""
        return sum(member.size for member in self.members)


@dataclass(frozen=True)
class Signature:
    """Ed25519 over the manifest's bytes; key and value in hex."""

    key: str
    value: str


def write_manifest(manifest: Manifest) -> bytes:
    return json.dumps(asdict(manifest), indent=1).encode()


def hashed(path: Path, name: str, told: Told, control: Control) -> Member:
    """The member that a file will be."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            control.check()
            digest.update(block)
            size += len(block)
            told(len(block))
    return Member(name, size, digest.hexdigest())


def pack(file: IO[bytes], parts: list[tuple[str, bytes | Path]], told: Told, c: Control) -> None:
    """Write the archive: small parts as bytes, files by their path; text is made smaller."""
    with zipfile.ZipFile(file, "w", compresslevel=1) as archive:
        for name, part in parts:
            packed = isinstance(part, bytes) or name == CATALOG
            archive.compression = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            size = len(part) if isinstance(part, bytes) else part.stat().st_size
            with (
                BytesIO(part) if isinstance(part, bytes) else part.open("rb") as source,
                archive.open(name, "w", force_zip64=size >= _LARGE) as target,
            ):
                while block := source.read(_BLOCK):
                    c.check()
                    target.write(block)
                    told(len(block))
    file.flush()
    os.fsync(file.fileno())


class Archive:
    """An archive that is being read. VaultError where anything is not as it should be."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        infos = archive.infolist()
        names = [info.filename for info in infos]
        if not names or names[0] != MANIFEST or len(set(names)) != len(names):
            raise damaged()
        if not all(_is_plain(info) for info in infos):
            raise damaged()
        _check_layout(path, archive, infos)
        self._sizes = {info.filename: info.file_size for info in infos}
        self.manifest_bytes = self._small(MANIFEST)
        self.manifest = self._manifest()
        self.signature = self._signature() if names[1:2] == [SIGNATURE] else None
        listed = [(member.name, member.size) for member in self.manifest.members]
        if listed != [(n, self._sizes[n]) for n in names[2 if self.signature else 1 :]]:
            raise damaged()
        if not listed or listed[0][0] != CATALOG or not all(map(_is_ours, names)):
            raise damaged()

    def extract(self, member: Member, target: Path, told: Told, control: Control) -> None:
        """Write a member to a new file, flushed, and compare its sum."""
        digest = hashlib.sha256()
        with (
            self._faults_told(),
            self._archive.open(member.name) as source,
            target.open("xb") as file,
        ):
            while block := source.read(_BLOCK):
                control.check()
                digest.update(block)
                file.write(block)
                told(len(block))
            file.flush()
            os.fsync(file.fileno())
        if digest.hexdigest() != member.sha256:
            raise damaged()

    def _small(self, name: str) -> bytes:
        if self._sizes[name] > _LARGEST_MANIFEST:
            raise damaged()
        with self._faults_told():
            return self._archive.read(name)

    def _manifest(self) -> Manifest:
        try:
            data = json.loads(self.manifest_bytes)
            if type(data) is dict and type(data.get("format")) is int and data["format"] > FORMAT:
                raise VaultError(
                    "This library was exported by a newer version of Strongroom.",
                    "Import it with that one.",
                )
            return rebuilt(Manifest, data)
        except (ValueError, TypeError, LookupError, RecursionError):
            raise damaged() from None

    def _signature(self) -> Signature:
        try:
            return rebuilt(Signature, json.loads(self._small(SIGNATURE)))
        except (ValueError, TypeError, LookupError, RecursionError):
            raise damaged() from None

    @contextmanager
    def _faults_told(self) -> Iterator[None]:
        try:
            yield
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise damaged() from None
        except Exception as error:
            if type(error).__module__ == "zlib":
                raise damaged() from None
            raise


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive in a file; nothing in it has been used yet but its manifest."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield Archive(path, archive)
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError, struct.error):
        raise damaged() from None


def damaged() -> VaultError:
    return VaultError(
        "This file is not an exported library, or it is damaged or was changed.",
        "Nothing was imported. Have it exported, or copied, again.",
    )


def _is_ours(name: str) -> bool:
    folder, _, number = name.partition("/")
    return name in (MANIFEST, SIGNATURE, CATALOG) or (
        folder == "documents" and number.isascii() and number.isdecimal() and len(number) < 19
    )


def _is_plain(info: zipfile.ZipInfo) -> bool:
    return info.flag_bits == 0 and info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def _check_layout(path: Path, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> None:
    """Members follow each other without gap or overlap, and nothing stands before or behind."""
    place = 0
    with path.open("rb") as file:
        for info in infos:
            file.seek(info.header_offset)
            head = file.read(30)
            if info.header_offset != place or len(head) != 30:
                raise damaged()
            name, extra = struct.unpack("<HH", head[26:30])
            place += 30 + name + extra + info.compress_size
        end = file.seek(0, os.SEEK_END)
    table = sum(46 + len(i.filename.encode()) + len(i.extra) + len(i.comment) for i in infos)
    if archive.comment or place != archive.start_dir or end - place - table not in _ENDINGS:
        raise damaged()
