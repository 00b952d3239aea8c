"""Which models are used, and what is known of them before they are loaded: needs no vault.

The user's home folder is shared by all vaults and programs; changes to it take turns.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

import psutil

from app.backends.chat_template import OWN, Choice, choose
from app.backends.fakes import FakeEmbedder, FakeModel
from app.backends.graphics import Graphics
from app.backends.template_families import FAMILIES, Signs
from app.core.errors import ModelError, UsageError
from app.core.pace import read_figures
from app.core.storage.faults import refused
from app.system.gguf import GgufHeader, read_header
from app.system.left_overs import remove_left_overs
from app.system.lockdown import keep_scratch_in
from app.system.model_estimate import (
    Fit,
    Machine,
    check_fit,
    corrected,
    fit_of,
    measure_machine,
    speed_of,
    timed,
)
from app.system.model_files import ModelFiles
from app.system.model_index import Model, Role
from app.system.model_use import NO_CHANGE, ModelFacts, ModelUse, with_model
from app.system.paths import Paths, installed_models, make_private
from app.system.policy import load_policy
from app.system.settings import Settings, load_settings, save_settings
from app.system.turns import taking_turns


def prepare_home(paths: Paths) -> None:
    """Make the home folder, and clear out what a process that died has left in it."""
    try:
        for folder in (paths.home, paths.scratch):
            make_private(folder)
    except OSError as error:
        raise refused(paths.home, error) from error
    remove_left_overs(paths.home, time.time())
    keep_scratch_in(paths.scratch)


class ModelChoice:
    """The models of a home folder. `is_loaded` tells whether this program has the answer model."""

    def __init__(
        self, paths: Paths, fakes: bool, is_loaded: Callable[[], bool] = lambda: False
    ) -> None:
        self.paths, self.fakes = paths, fakes
        self.files = ModelFiles(paths.models, installed_models(), load_policy())
        self._is_loaded = is_loaded

    def in_use(self, role: Role) -> str:
        """The name of the model that is chosen, or taken by default; "" when there is none."""
        if self.fakes:
            return FakeModel.name if role == "answer" else FakeEmbedder.model_id
        settings = load_settings(self.paths.settings)
        chosen = settings.answer_model if role == "answer" else settings.embedder
        try:
            return self.files.default(role, chosen).name
        except ModelError:
            return ""

    def use(self, name: str, use: ModelUse = NO_CHANGE) -> Model:
        """Choose a model for its role from now on, and how it is used."""
        found = next((model for model in self.files.all() if model.name == name), None)
        if found is None:
            raise ModelError(
                "There is no model of this name.", "“strongroom models” shows those that are there."
            )
        if use.template not in (None, "", OWN, *FAMILIES):
            raise UsageError(
                "There is no chat template of this name.",
                f"There are: {OWN}, {', '.join(FAMILIES)}.",
            )
        if use.adapter:
            self.files.adapter_for(found, use.adapter)
        if found.role == "answer" and not self.fakes:
            check_fit(name, self.files.memory_needed(found), self._free_memory())
        usual = self.in_use("answer")
        self._change(lambda now: with_model(now, found, use, now.answer_model or usual))
        return found

    def facts(self, model: Model) -> ModelFacts:
        """What can be told of a model without loading it; of a damaged one only its size."""
        try:
            return self._facts(model)
        except (ModelError, OSError):
            return ModelFacts(model.size)

    def _facts(self, model: Model) -> ModelFacts:
        memory = self.files.memory_needed(model)
        if model.role != "answer":
            return ModelFacts(memory)
        header = read_header(model.path)
        settings = load_settings(self.paths.settings)
        is_used = model.name == (settings.answer_model or self.in_use("answer"))
        is_loaded = is_used and self._is_loaded()
        template = template_of(model, header, settings.template if is_used else "")
        return ModelFacts(
            memory,
            Fit.FITS if is_loaded else fit_of(memory, self._free_memory()),
            speed_of(header, self._machine),
            template.told(),
            settings.adapter if is_used else "",
            header.quantization,
            template.title,
        )

    def _free_memory(self) -> int:
        """Bytes for a model. Of the loaded one half is in the file cache, which counts as free."""
        free = psutil.virtual_memory().available
        if not self._is_loaded() or self.fakes:
            return free
        used = self.files.find(self.in_use("answer"), "answer")
        return free + self.files.memory_needed(used) // 2

    @cached_property
    def graphics(self) -> Graphics:
        """The cards that can be used; a second's work when it is first asked for."""
        return Graphics()

    @cached_property
    def _machine(self) -> Machine:
        """This computer, by the model that is in use on it if that was timed."""
        machine = measure_machine(cores())
        name = self.in_use("answer")
        reads = timed(read_figures(self.paths.pace), name)
        if reads is None or self.fakes:
            return machine
        return corrected(machine, read_header(self.files.find(name, "answer").path), reads)

    def set_first_word(self, seconds: int) -> None:
        """How long the next questions may wait for their first word."""
        self._change(lambda now: replace(now, first_word_seconds=seconds))

    def set_answer_language(self, language: str) -> None:
        """In which language the next answers are written; "": in that of their question."""
        self._change(lambda now: replace(now, answer_language=language))

    def _change(self, change: Callable[[Settings], Settings]) -> None:
        file = self.paths.settings
        try:
            with taking_turns(file):
                save_settings(file, change(load_settings(file)))
        except OSError as error:
            raise refused(self.paths.home, error) from error


def template_of(model: Model, header: GgufHeader, asked: str) -> Choice:
    """The chat template of an answer model; `asked` names one, or is ""."""
    signs = Signs(header.architecture, (header.name, model.path.stem), header.markers)
    return choose(asked, model.template, header.chat_template, signs)


def cores() -> int:
    """Threads that compute: one a core, but two where a machine shows a single core as two."""
    return max(psutil.cpu_count(logical=False) or 1, min(psutil.cpu_count() or 1, 2))
