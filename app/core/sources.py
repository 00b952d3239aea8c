"""Which files a source holds now, and which of them changed. Reads names, times and hashes only."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.control import Control
from app.core.types import FileStamp

_PIECE = 1024 * 1024


@dataclass(frozen=True)
class FoundFile:
    """A file of a kind that can be read."""

    path: Path
    stamp: FileStamp


@dataclass(frozen=True)
class Found:
    """What a walk through a source gave; `skipped` files are of kinds that are not read."""

    files: tuple[FoundFile, ...]
    skipped: int


def look_through(source: Path, can_read: Callable[[Path], bool], control: Control) -> Found:
    """All readable files of a folder (without hidden ones and links), or the one file."""
    if not source.is_dir():
        return Found((FoundFile(source, stamp_of(source)),), 0)
    files, skipped = [], 0
    for path in _walk(source, control):
        if can_read(path):
            files.append(FoundFile(path, stamp_of(path)))
        else:
            skipped += 1
    return Found(tuple(files), skipped)


def stamp_of(path: Path) -> FileStamp:
    status = path.stat()
    return FileStamp(status.st_size, status.st_mtime_ns)


def hash_of(path: Path, control: Control) -> str:
    """SHA-256 of the content, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            control.check()
            digest.update(piece)
    return digest.hexdigest()


def _walk(folder: Path, control: Control) -> Iterator[Path]:
    """Regular files below `folder`, in a stable order; links are not followed out of it."""
    for where, folders, names in os.walk(folder):
        control.check()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path
