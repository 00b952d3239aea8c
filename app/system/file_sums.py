"""SHA-256 sums, sizes and copies of files and folders; knows nothing of what is in them.

Long work calls `tick` with the number of bytes since the last call; it may raise to stop.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

Tick = Callable[[int], None]

BLOCK = 4 * 1024 * 1024


def untold(count: int) -> None:
    """A tick that tells nobody."""


def copy_folder(source: Path, files: Iterable[Path], target: Path, tick: Tick) -> str:
    """Copy `files`, which lie in `source`, to the same places in `target`; their common sum."""
    sums = {}
    for file in files:
        place = file.relative_to(source)
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        sums[place.as_posix()] = copy_file(file, target / place, tick)
    return sum_of_sums(sums)


def copy_file(source: Path, target: Path, tick: Tick) -> str:
    """Copy one file to the disk itself, not only to its cache; the sum of what was written."""
    digest = hashlib.sha256()
    with source.open("rb") as old, target.open("xb") as new:
        while block := old.read(BLOCK):
            tick(len(block))
            new.write(block)
            digest.update(block)
        new.flush()
        os.fsync(new.fileno())
    return digest.hexdigest()


def hash_path(path: Path, tick: Tick) -> str:
    """The SHA-256 of a file, or of a folder: over its sorted lines of "path sum"."""
    if path.is_file():
        return hash_file(path, tick)
    files = [file for file in path.rglob("*") if file.is_file()]
    return sum_of_sums({f.relative_to(path).as_posix(): hash_file(f, tick) for f in files})


def hash_file(path: Path, tick: Tick) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            tick(len(block))
            digest.update(block)
    return digest.hexdigest()


def sum_of_sums(sums: Mapping[str, str]) -> str:
    """The sum of a folder, from the sums of its files by relative path."""
    lines = "".join(f"{name} {sums[name]}\n" for name in sorted(sums))
    return hashlib.sha256(lines.encode()).hexdigest()


def stamp_of(path: Path) -> str:
    """What changes when a file, or any file in a folder, is written to, replaced, added or lost."""
    digest = hashlib.sha256()
    for file in [path, *sorted(path.rglob("*"))] if path.is_dir() else [path]:
        status = file.stat()
        times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
        place = file.relative_to(path).as_posix()
        digest.update(f"{place} {status.st_ino} {status.st_size} {times}\n".encode())
    return digest.hexdigest()


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files in a folder."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file())


def remove(path: Path) -> None:
    """Delete the file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def in_words(size: int) -> str:
    """Bytes as people read them: 1.1 GB, 91 MB."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.0f} MB"
