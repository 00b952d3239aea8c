"""Deletes files so that their bytes are written over first, as far as a program can do that.

On an SSD, a disk with snapshots or a synchronised folder, older copies may live on all the same.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_BLOCK = bytes(1024 * 1024)


def erase(path: Path) -> bool:
    """Write zeros over a file, or all files of a folder, and delete it. Whether nothing is left.

    A link is deleted, and what it leads to is left alone.
    """
    if path.is_symlink() or path.is_file():
        _erase_file(path)
    elif path.is_dir():
        for inside in path.iterdir():
            erase(inside)
        with suppress(OSError):
            path.rmdir()
    elif path.exists():
        with suppress(OSError):
            path.unlink()
    return not os.path.lexists(path)


def _erase_file(path: Path) -> None:
    with suppress(OSError):
        status = path.lstat()
        if not path.is_symlink() and status.st_nlink == 1 and not _has_holes(status):
            with path.open("r+b", buffering=0) as file:
                for start in range(0, status.st_size, len(_BLOCK)):
                    file.write(_BLOCK[: status.st_size - start])
                os.fsync(file.fileno())
    with suppress(OSError):
        path.unlink()


def _has_holes(status: os.stat_result) -> bool:
    """Writing over a file that claims terabytes and holds none would fill the disk."""
    blocks = getattr(status, "st_blocks", None)
    return blocks is not None and status.st_size > 512 * blocks + len(_BLOCK)
