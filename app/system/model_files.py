"""The models on this machine: the user's own, and the installation's read-only ones.

Owns importing, finding and verifying. What is recorded of them is `model_index`'s, a file's format
is judged in `gguf` and `embedder_folder`; nothing here is downloaded (`packaging/` does that) or
run.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import psutil

from app.core.errors import ModelError
from app.system.embedder_folder import check_embedder, kept_files
from app.system.file_sums import (
    Tick,
    copy_file,
    copy_folder,
    hash_path,
    in_words,
    remove,
    stamp_of,
)
from app.system.gguf import (
    GgufHeader,
    check_adapter,
    check_answer_model,
    misfit,
    read_header,
)
from app.system.left_overs import placing, take_back
from app.system.model_estimate import memory_of
from app.system.model_index import (
    DUTIES,
    Model,
    Role,
    installed_as,
    known_models,
    read_index,
    record,
    write_json,
)
from app.system.paths import make_private
from app.system.policy import Policy
from app.system.turns import taking_turns

Report = Callable[[int, int], None]
Check = Callable[[], None]

CHECKED = "checked.json"
SPARE_DISK = 100_000_000


def no_report(done: int, total: int) -> None:
    """Reports to nobody."""


def no_check() -> None:
    """Never stops the work."""


class ModelFiles:
    """The models of one user: their own in `home_models`, and those of the installation."""

    def __init__(self, home_models: Path, installed: Path, policy: Policy | None = None) -> None:
        """`policy` says which of them may be used."""
        self.home = home_models
        self._policy = policy or Policy()
        self.installed = installed
        self.known = known_models()

    def all(self) -> list[Model]:
        """All models, the user's own first. ModelError if an index is damaged."""
        found: dict[str, Model] = {}
        for model in (*read_index(self.home, False), *read_index(self.installed, True)):
            found.setdefault(model.name, model)
        return list(found.values())

    def find(self, name: str, role: Role) -> Model:
        """The model called `name` that can do `role`. ModelError if there is none."""
        for model in self.all():
            if model.name == name and model.role == role:
                if not model.path.exists():
                    raise ModelError(f"The model “{name}” is gone from its folder.", _again(model))
                return model
        raise ModelError(
            f"There is no model called “{name}” that {DUTIES[role]}.",
            "“strongroom models list” shows those that are there.",
        )

    def default(self, role: Role, chosen: str | None) -> Model:
        """The chosen model, or the best one for `role`. ModelError if there is none."""
        if chosen:
            return self.find(chosen, role)
        fit = [model for model in self.all() if model.role == role and model.path.exists()]
        fit = [m for m in fit if self._use(m) != "tests" and self._policy.allows(m.sha256)]
        if not fit:
            raise ModelError(
                f"There is no model that {DUTIES[role]}.",
                "Import one with “strongroom models import FILE”.",
            )
        return min(fit, key=lambda model: ("default", "optional", "").index(self._use(model)))

    def checked(self, model: Model, check: Check = no_check) -> Model:
        """The model, fit to be handed to the libraries that trust it. ModelError if it is not.

        Its format is checked each time; its sum whenever its files changed since the last time.
        """
        self._policy.require_model(model.name, model.sha256)
        if model.role == "embedder":
            check_embedder(model.path)
        else:
            _check_gguf(model)
        stamp = stamp_of(model.path)
        marks = self._marks()
        if marks.get(model.sha256) != stamp:
            problem = _problem(model, ticker(no_report, check, model.size))
            if problem:
                raise ModelError(f"The model “{model.name}” is not used: {problem}")
            self._mark(marks | {model.sha256: stamp})
        return model

    def import_model(
        self, path: Path, report: Report = no_report, check: Check = no_check
    ) -> Model:
        """Copy the model at `path` into the user's folder, once it is known to be fit.

        `report(done, total)` gets bytes; `check()` may raise to stop. ModelError if it is refused.
        """
        try:
            draft = inspect(path.absolute())
            self.check_room(draft)
            with taking_turns(self.home, check):
                return self._copy(draft, ticker(report, check, draft.size))
        except OSError as error:
            raise ModelError(
                f"“{path.name}” could not be copied: {error.strerror}.",
                "Check the disk and the rights of the file, then import it again.",
            ) from error

    def check_room(self, model: Model) -> None:
        """ModelError if this computer has too little memory, or disk, for the model."""
        self._check_memory(model)
        self._check_disk(model.size)

    def verify(
        self, report: Report = no_report, check: Check = no_check
    ) -> list[tuple[Model, str]]:
        """Hash all models anew: each with what is wrong with it, or "". Reports bytes."""
        models = self.all()
        tick = ticker(report, check, sum(model.size for model in models))
        return [(model, _problem(model, tick)) for model in models]

    def memory_needed(self, model: Model) -> int:
        """Bytes of memory that `model` needs while it works, about."""
        if model.role == "embedder":
            # Stored in half precision at best, computed in single precision.
            return model.size * 22 // 10
        if model.role == "adapter":
            return model.size
        return memory_of(read_header(model.path), model.context)

    def adapter_for(self, base: Model, name: str) -> Model:
        """The adapter called `name`, which fits the answer model. ModelError if it does not."""
        adapter = self.find(name, "adapter")
        why = misfit(check_adapter(adapter.path), check_answer_model(base.path))
        if why:
            raise ModelError(
                f"The adapter “{name}” does not fit “{base.name}”: {why}.",
                "Use it with the model that it was made for.",
            )
        return adapter

    def _marks(self) -> dict[str, str]:
        """The stamps of the models that were found whole, by sum; none if that is not known."""
        try:
            found = json.loads((self.home / CHECKED).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _mark(self, marks: Mapping[str, str]) -> None:
        with contextlib.suppress(OSError):  # not kept: the sum is taken again the next time
            make_private(self.home)
            write_json(self.home / CHECKED, marks)

    def _use(self, model: Model) -> str:
        known = self.known.get(model.name)
        return known.use if known and known.sha256 == model.sha256 else ""

    def _check_memory(self, model: Model) -> None:
        need, there = self.memory_needed(model), psutil.virtual_memory().total
        if need > there:
            raise ModelError(
                f"“{model.name}” needs about {in_words(need)} of memory; "
                f"this computer has {in_words(there)}.",
                "Choose a smaller model.",
            )

    def _check_disk(self, size: int) -> None:
        folder = next(p for p in (self.home, *self.home.parents) if p.exists())
        need, there = size + SPARE_DISK, shutil.disk_usage(folder).free
        if need > there:
            raise ModelError(
                f"The model needs {in_words(need)} of disk space; {in_words(there)} are free.",
                "Free some space, then import it again.",
            )

    def _copy(self, draft: Model, tick: Tick) -> Model:
        """Copy to a name that nothing reads, then settle; nothing stays if it is stopped."""
        make_private(self.home)
        take_back(self.home)
        for left_over in self.home.glob(".import-*"):
            remove(left_over)
        copied = self.home / f".import-{uuid.uuid4().hex}"
        try:
            if draft.role == "embedder":
                sha256 = copy_folder(draft.path, kept_files(draft.path), copied, tick)
            else:
                sha256 = copy_file(draft.path, copied, tick)
            return self.settle(replace(draft, sha256=sha256), copied)
        finally:
            remove(copied)

    def settle(self, draft: Model, copied: Path) -> Model:
        """Give the copied model its name and place, unless the same one is there already."""
        models = self.all()
        for model in models:
            if model.sha256 == draft.sha256 and model.path.exists():
                return model
        model = self._named(draft)
        if any(other.name == model.name and other.path.exists() for other in models):
            raise ModelError(
                f"There is already another model called “{model.name}”.",
                "Rename the file or folder, then import it again.",
            )
        with placing(self.home, model.path.name):
            remove(model.path)
            copied.replace(model.path)
            record(self.home, model)
        return model

    def _named(self, draft: Model) -> Model:
        """The draft with its place in the user's folder, and what is known of it by its sum."""
        for known in self.known.values():
            if known.sha256 == draft.sha256:
                return installed_as(known, self.home, installed=False)
        ending = "" if draft.role == "embedder" else ".gguf"
        return replace(draft, path=self.home / f"{draft.name}{ending}")


def inspect(path: Path) -> Model:
    """What lies at `path`, judged before any of it is used. ModelError if it is no fit model."""
    if path.is_symlink():
        raise ModelError(f"“{path.name}” is a link.", "Choose the file itself.")
    if path.is_dir():
        context = check_embedder(path)
        size = sum(file.stat().st_size for file in kept_files(path))
        return Model(path.name, "embedder", path, size, "", "unknown", context, None, False)
    if not path.is_file():
        raise ModelError(f"There is no file at “{path}”.", "Check the name.")
    if path.suffix.lower() != ".gguf":
        raise ModelError(
            f"“{path.name}” is not a kind of model that Strongroom uses.",
            "Choose a .gguf file, or the folder of a sentence-transformers model.",
        )
    header = read_header(path)
    role: Role = "adapter" if header.kind == "adapter" else "answer"
    licence, context = header.licence or "unknown", header.context_length
    size = path.stat().st_size
    found = Model(path.stem, role, path, size, "", licence, context, None, False)
    _check_gguf(found)
    return found


def _check_gguf(model: Model) -> GgufHeader:
    """ModelError if the file is not fit for its role."""
    check = check_adapter if model.role == "adapter" else check_answer_model
    return check(model.path)


def _problem(model: Model, tick: Tick) -> str:
    if not model.path.exists():
        return f"It is gone from its folder. {_again(model)}"
    try:
        found = hash_path(model.path, tick)
    except OSError as error:
        return f"It cannot be read: {error.strerror}. {_again(model)}"
    if found != model.sha256:
        return f"It is not what was recorded when it was added: damaged or changed. {_again(model)}"
    return ""


def _again(model: Model) -> str:
    return "Set up Strongroom again." if model.installed else "Import it again."


def ticker(report: Report, check: Check, total: int) -> Tick:
    """Adds up bytes for `report`, after giving `check` the chance to stop."""
    done = 0

    def tick(count: int) -> None:
        nonlocal done
        check()
        done += count
        report(done, total)

    return tick
