"""Finds models in what was brought: a file, a folder that holds one, a whole stick.

Looks at names only, at few of them, and not far down: it must be over before a drag goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_MODEL_FOLDERS = ("modules.json", "config_sentence_transformers.json", "pack.json")
"""Files that tell of a model that is a folder, or of a signed pack of models."""
_DEEPEST = 3
_MOST = 3_000
"""Names that are looked at; where there are more, this is no stick with models."""
_PAPERS = (".pdf", ".docx", ".eml", ".msg", ".odt", ".mbox")
"""What a folder is added to the library for: a licence beside a model is no document."""


def is_model(path: Path) -> bool:
    if path.suffix.casefold() == ".gguf":
        return True
    return path.is_dir() and any((path / name).is_file() for name in _MODEL_FOLDERS)


def look_into(folder: Path) -> tuple[list[str], bool]:
    """The models in a folder, and whether it also holds documents, or too much to know."""
    models: list[str] = []
    has_papers = False
    for seen, entry in enumerate(_entries(folder, 0)):
        if seen >= _MOST:
            return models, True
        path = Path(entry.path)
        if is_model(path):
            models.append(entry.path)
        has_papers = has_papers or path.suffix.casefold() in _PAPERS
    return sorted(models), has_papers


def _entries(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    """Files and folders, those of each folder before what is further down; no links, no models."""
    try:
        with os.scandir(folder) as scanned:
            here = [entry for entry in scanned if not entry.is_symlink()]
    except OSError:
        return
    here = [entry for entry in here if not entry.name.startswith(".")]
    yield from here
    if depth == _DEEPEST:
        return
    for entry in here:
        if entry.is_dir(follow_symlinks=False) and not is_model(Path(entry.path)):
            yield from _entries(Path(entry.path), depth + 1)
