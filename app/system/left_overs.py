"""What a process that died has left in a home folder: files that were begun, and models that were
put in place but never recorded.

Each vault clears out its own folder; nothing here looks into vaults.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.core.carrying.carrier import OUTGOING
from app.core.errors import ModelError
from app.system.file_sums import remove
from app.system.model_index import read_index, write_json

SETTLED = 600.0
"""Seconds after which nobody is still writing: a home serves several vaults, and processes."""
A_WEEK = 7 * 24 * 3600.0
"""Seconds after which nobody comes back with the stick that was pulled."""
_BEGUN = ("*.new", "scratch/etilqs_*", f"scratch/{OUTGOING}*", "models/.*.new", "models/.import-*")
_TAKING = ("models/.taking-*",)
_PLACING = ".placing.json"


def remove_left_overs(home: Path, now: float) -> None:
    """Remove what was not touched for `SETTLED` seconds before `now`. What refuses, stays."""
    with suppress(OSError, ModelError):
        if _is_old(home / "models" / _PLACING, now):
            take_back(home / "models")
        for patterns, patience in ((_BEGUN, SETTLED), (_TAKING, A_WEEK)):
            for path in [path for pattern in patterns for path in home.glob(pattern)]:
                if _is_old(path, now, patience):
                    remove(path)


@contextmanager
def placing(models: Path, name: str) -> Iterator[None]:
    """While a model is put in its place and recorded: both happen, or neither."""
    write_json(models / _PLACING, name)
    try:
        yield
    finally:
        take_back(models)


def take_back(models: Path) -> None:
    """Remove the model that was placed and not recorded, if there is one."""
    try:
        name = json.loads((models / _PLACING).read_text("utf-8"))
    except FileNotFoundError:
        return
    except ValueError:
        name = ""
    recorded = {model.path.name for model in read_index(models, False)}
    if isinstance(name, str) and name and Path(name).name == name and name not in recorded:
        remove(models / name)
    (models / _PLACING).unlink(missing_ok=True)


def _is_old(path: Path, now: float, patience: float = SETTLED) -> bool:
    inside = path.rglob("*") if path.is_dir() and not path.is_symlink() else ()
    times = [part.lstat().st_mtime for part in (path, *inside) if part.exists()]
    return bool(times) and max(times) < now - patience
