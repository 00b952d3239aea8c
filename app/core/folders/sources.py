"""Which files a source holds now, and which of them changed. Reads names, times and hashes only.

Only ordinary files count: a pipe would block whoever opens it, and a link may lead anywhere.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.core.control import Control
from app.core.errors import DocumentError
from app.core.kinds import is_left_over
from app.core.types import Failure, FileStamp

_PIECE = 1024 * 1024
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_NO_FOLDER = "The folder cannot be opened, so nothing in it was read. Check its permissions."
_NOTHING = "The file or folder is gone, or may not be opened."
_TOLD_EVERY = 500
_LONGEST_KIND = 8
_NO_TEXT = "Its name is not valid text, so it cannot be kept. Give it another name."


@dataclass(frozen=True)
class FoundFile:
    """A file of a kind that can be read."""

    path: Path
    stamp: FileStamp


@dataclass(frozen=True)
class Found:
    """What a walk through a source gave.

    `skipped` files are of kinds that are not read: other formats, links, pipes, devices; `kinds`
    counts them by the ends of their names.
    `failed` are folders and names that no document can be made of. Of what lies in or below
    `unreachable` nothing is known: it may well be there.
    """

    files: tuple[FoundFile, ...]
    skipped: int = 0
    failed: tuple[Failure, ...] = ()
    unreachable: tuple[Path, ...] = ()
    kinds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Identity:
    """What stays the same as long as nobody changes or replaces a file."""

    stamp: FileStamp
    numbers: tuple[int, int, int]
    """Device, file number, and when its content or its state last changed."""


def look_through(
    source: Path,
    can_read: Callable[[Path], bool],
    control: Control,
    count: Callable[[int], None] = lambda _files: None,
) -> Found:
    """All readable files of a folder (without hidden ones and links), or the one file.

    `count` is told now and then how many files were seen.
    """
    found: list[FoundFile] = []
    walk = _Walk(control)
    kinds: Counter[str] = Counter()
    for seen, (path, status) in enumerate(walk.through(source)):
        if seen % _TOLD_EVERY == 0:
            count(seen)
        if not (stat.S_ISREG(status.st_mode) and can_read(path)) and path != source:
            kinds[kind_of(path)] += 1
        elif shown(path) != str(path):
            walk.failed.append(Failure(Path(shown(path)), _NO_TEXT))
        else:
            found.append(FoundFile(path, FileStamp(status.st_size, status.st_mtime_ns)))
    failed, unreachable = tuple(walk.failed), tuple(walk.unreachable)
    return Found(tuple(found), kinds.total(), failed, unreachable, kinds)


def kind_of(path: Path) -> str:
    """The end of its name, as `.docx`; "" where that says nothing."""
    end = path.suffix.lower()
    return end if 1 < len(end) <= _LONGEST_KIND and end[1:].isalnum() else ""


def shown(path: Path) -> str:
    """The path as text that can be stored and sent: what is not valid in it is replaced."""
    return str(path).encode("utf-8", "replace").decode()


def identity_of(path: Path) -> Identity:
    """Opens the file for it. Raises `DocumentError` for what is no ordinary file, and `OSError`."""
    with _opened(path) as file:
        return _identity(os.fstat(file.fileno()))


def hash_of(path: Path, control: Control) -> str:
    """SHA-256 of the content, in hex. Raises as `identity_of` does."""
    digest = hashlib.sha256()
    with _opened(path) as file:
        while piece := file.read(_PIECE):
            control.check()
            digest.update(piece)
    return digest.hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file, if no part of its path is a link. Never waits for the other end of a pipe."""
    _check(os.lstat(path), os.path.realpath(path) == str(path))
    with open(os.open(path, _OPEN), "rb") as file:
        _check(os.fstat(file.fileno()))
        yield file


def _check(status: os.stat_result, is_direct: bool = True) -> None:
    if not is_direct or not stat.S_ISREG(status.st_mode):
        raise DocumentError(
            "This is not an ordinary file but a link, a pipe, a device or a folder.",
            "Add the file itself.",
        )


def _identity(status: os.stat_result) -> Identity:
    stamp = FileStamp(status.st_size, status.st_mtime_ns)
    return Identity(stamp, (status.st_dev, status.st_ino, status.st_ctime_ns))


class _Walk:
    """What lies in a folder and below. Notes what could not be looked at."""

    def __init__(self, control: Control) -> None:
        self._control = control
        self.failed: list[Failure] = []
        self.unreachable: list[Path] = []

    def through(self, source: Path) -> Iterator[tuple[Path, os.stat_result]]:
        """What is not hidden, in a stable order, without folders. Nothing is followed out of it."""
        if not os.path.isdir(source):
            try:
                yield source, os.stat(source)
            except OSError as error:
                self._note(source, _NOTHING, error)
            return
        folders = [source]
        while folders:
            self._control.check()
            folder = folders.pop()
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                self._note(folder, _NO_FOLDER, error)
                continue
            below = []
            for entry in entries:
                if entry.name.startswith(".") or is_left_over(entry.name):
                    continue
                status = self._status(entry)
                if status and stat.S_ISDIR(status.st_mode):
                    below.append(folder / entry.name)
                elif status:
                    yield folder / entry.name, status
            folders += reversed(below)

    def _status(self, entry: os.DirEntry[str]) -> os.stat_result | None:
        """What the entry itself is; None when it vanished meanwhile, or cannot be looked at."""
        try:
            return entry.stat(follow_symlinks=False)
        except OSError as error:
            if not _is_gone(error):
                self.unreachable.append(Path(entry.path))
            return None

    def _note(self, path: Path, why: str, error: OSError) -> None:
        self.failed.append(Failure(Path(shown(path)), why))
        if not _is_gone(error):
            self.unreachable.append(path)


def _is_gone(error: OSError) -> bool:
    """Whether there is nothing; every other error may end by itself."""
    return isinstance(error, FileNotFoundError | NotADirectoryError)
