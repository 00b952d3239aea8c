"""Files that the user asked for, written where they said: each whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from app.core.errors import UsageError


def save_files(path: Path, files: Mapping[str, bytes]) -> None:
    """Write `files`, by their path from the folder of `path`; "" is `path` itself, and comes last.

    UsageError when the disk refuses.
    """
    try:
        for name in sorted(files, reverse=True):
            place = path.parent / name if name else path
            if name:
                place.parent.mkdir(exist_ok=True)
            _write(place, files[name])
    except OSError as error:
        raise UsageError(
            f"The file cannot be written: {error.strerror}.", "Choose another place or name."
        ) from error


def _write(path: Path, content: bytes) -> None:
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
