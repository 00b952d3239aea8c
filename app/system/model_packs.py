"""Packs of models, as carried on a stick: a folder with models and a signed list of them.

Owns the list, and taking models in: nothing is used whose sum is not the signed one, and what was
copied before a stick was pulled is not copied again. Whose signature counts, the caller says.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.core.carrying.archive import Signature
from app.core.errors import ModelError, UsageError
from app.core.rebuilding import rebuilt
from app.system.embedder_folder import kept_files
from app.system.file_sums import BLOCK, Tick, copy_file, copy_folder, hash_path, remove, untold
from app.system.model_files import Check, ModelFiles, Report, inspect, no_check, no_report, ticker
from app.system.model_index import FORMAT, Model, from_entry, to_entry
from app.system.paths import make_private
from app.system.turns import taking_turns

LIST, SIGNATURE = "pack.json", "pack.signature.json"
TAKING = ".taking-"
_LARGEST_LIST = 1_000_000
_HINT = "Nothing of it was used. Ask whoever made it for another copy."

Sign = Callable[[bytes], Signature]
Verify = Callable[[Signature, bytes], bool]


@dataclass(frozen=True)
class Pack:
    """A pack whose list is exactly what the owner of `key` signed; its files are not read yet."""

    models: tuple[Model, ...]
    key: str


def is_pack(folder: Path) -> bool:
    return (folder / LIST).is_file()


def make_pack(
    folder: Path, models: Sequence[Model], sign: Sign, report: Report = no_report
) -> None:
    """Write a new folder with the models and their signed list. UsageError if it exists."""
    if folder.exists():
        raise UsageError(f"There is something at {folder} already.", "Choose another name.")
    folder.mkdir(parents=True)
    tick = ticker(report, no_check, sum(model.size for model in models))
    packed = [replace(model, path=folder / model.path.name) for model in models]
    for model, copy in zip(models, packed, strict=True):
        if _copy(model.path, copy.path, tick) != model.sha256:
            raise ModelError(f"The model “{model.name}” is damaged.", "Verify the models first.")
    entries = [to_entry(folder, model) for model in packed]
    content = {"format": FORMAT, "made": int(time.time()), "models": entries}
    written = json.dumps(content, indent=1, ensure_ascii=False).encode()
    (folder / SIGNATURE).write_text(json.dumps(asdict(sign(written))), "utf-8")
    (folder / LIST).write_bytes(written)


def open_pack(folder: Path, verify: Verify) -> Pack:
    """The pack in `folder`. ModelError unless its list is signed, whole and leads nowhere else."""
    try:
        written = _small(folder / LIST)
        signature: Signature = rebuilt(Signature, json.loads(_small(folder / SIGNATURE)))
        if not verify(signature, written):
            raise ValueError("the signature is another one's")
        entries = json.loads(written)["models"]
        models = tuple(from_entry(folder, entry, installed=False) for entry in entries)
        if any(not _is_plain(model) for model in models):
            raise ValueError("a name leads elsewhere")
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise ModelError(
            f"The pack “{folder.name}” is damaged, was altered, or is not signed.", _HINT
        ) from error
    return Pack(models, signature.key)


def take_in(
    pack: Pack, files: ModelFiles, report: Report = no_report, check: Check = no_check
) -> list[Model]:
    """Copy the models of a pack into the user's folder. ModelError if one is not as signed."""
    tick = ticker(report, check, sum(model.size for model in pack.models))
    make_private(files.home)
    with taking_turns(files.home, check):
        return [_take(model, files, tick) for model in pack.models]


def _take(model: Model, files: ModelFiles, tick: Tick) -> Model:
    for there in files.all():
        if there.sha256 == model.sha256 and there.path.exists():
            tick(model.size)
            return there
    files.check_room(model)
    staged = files.home / f"{TAKING}{model.sha256[:16]}{_ending(model)}"
    try:
        _go_on_copying(model.path, staged, tick)
    except OSError as error:
        raise ModelError(
            f"“{model.path.name}” could not be copied: {error.strerror}.",
            "Put the stick back and import the pack again: it goes on where it stopped.",
        ) from error
    if hash_path(staged, untold) != model.sha256:
        remove(staged)
        raise ModelError(f"“{model.path.name}” is damaged or was altered.", _HINT)
    found = inspect(staged)
    told = replace(found, name=model.name, sha256=model.sha256, licence=model.licence)
    return files.settle(replace(told, template=model.template), staged)


def _go_on_copying(source: Path, staged: Path, tick: Tick) -> None:
    """Copy what is not there yet; whether all of it is right, its sum tells."""
    if not source.is_dir():
        _append(source, staged, tick)
        return
    for file in kept_files(source):
        place = staged / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        _append(file, place, tick)


def _append(source: Path, target: Path, tick: Tick) -> None:
    with source.open("rb") as old, target.open("ab") as new:
        tick(old.seek(new.tell()))
        while block := old.read(BLOCK):
            new.write(block)
            tick(len(block))
        new.flush()
        os.fsync(new.fileno())


def _copy(source: Path, target: Path, tick: Tick) -> str:
    """Copy a model; the sum of the copy."""
    if source.is_dir():
        return copy_folder(source, kept_files(source), target, tick)
    return copy_file(source, target, tick)


def _small(file: Path) -> bytes:
    """A file that is small, and no link. ValueError otherwise."""
    if file.is_symlink() or file.stat().st_size > _LARGEST_LIST:
        raise ValueError("no plain small file")
    return file.read_bytes()


def _is_plain(model: Model) -> bool:
    """Whether its name can name a file, and it lies in the pack itself and not behind a link."""
    is_name = Path(model.name).name == model.name and not model.name.startswith(".")
    return is_name and not model.path.is_symlink() and model.path.name.endswith(_ending(model))


def _ending(model: Model) -> str:
    return "" if model.role == "embedder" else ".gguf"
