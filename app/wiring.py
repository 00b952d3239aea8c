"""Puts the program together: the only place that names concrete backends.

Importing it is cheap: backends import their heavy libraries in their constructors.
"""

from __future__ import annotations

import platform
import time
from dataclasses import asdict, replace
from typing import Any

import psutil
from pydantic import TypeAdapter

from app.backends.chroma import ChromaStore
from app.backends.fakes import FakeEmbedder, FakeModel, FakeStore
from app.backends.llama import LlamaModel
from app.backends.pdf_reader import PdfReader
from app.backends.sentence_transformer import SentenceTransformerEmbedder
from app.core.errors import DocumentError, ModelError
from app.core.interfaces import Embedder, LanguageModel
from app.core.services import Parts, Services
from app.core.vectors import Place
from app.system.confinement import confine
from app.system.lock_errors import LockFailedError
from app.system.lockdown import Lockdown, Refusal, keep_scratch_in
from app.system.model_files import Model, ModelFiles, Role
from app.system.paths import Paths, installed_models, make_private, resource
from app.system.processes import READER_ROLE, own_command
from app.system.proof import LockState, ProcessProof, prove
from app.system.reader_role import serve_documents
from app.system.readers import IsolatedReader
from app.system.settings import load_settings, own_secret, save_settings
from app.system.vault_lock import VaultLock

SUFFIXES = (".pdf",)
LEAST_RELEVANCE = 0.80
LEAST_RELEVANCE_OF_FAKES = 0.15


class OpenVault:
    """Services and the lock that makes them the only ones on their vault."""

    def __init__(self, paths: Paths, fakes: bool) -> None:
        make_private(paths.home)
        make_private(paths.vault)
        keep_scratch_in(make_private(paths.scratch))
        self._lock = VaultLock(paths.vault)
        self.paths = paths
        self.fakes = fakes
        self.models = ModelFiles(paths.models, installed_models())
        self.refused_in_readers: list[Refusal] = []
        """Attempts of Python code in readers to reach a network."""
        self._reader = IsolatedReader(
            own_command(READER_ROLE), SUFFIXES, _cores(), self._note_refused
        )
        try:
            self.services = Services(paths.catalog, self._vectors(), self._parts())
        except BaseException:
            self._reader.close()
            self._lock.release()
            raise

    def __enter__(self) -> OpenVault:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def model_in_use(self, role: Role) -> str:
        """The name of the model that is chosen, or taken by default; "" when there is none."""
        if self.fakes:
            return FakeModel.name if role == "answer" else FakeEmbedder.model_id
        settings = load_settings(self.paths.settings)
        chosen = settings.answer_model if role == "answer" else settings.embedder
        try:
            return self.models.default(role, chosen).name
        except ModelError:
            return ""

    def use_model(self, name: str) -> Model:
        """Choose a model for its role from now on."""
        found = next((model for model in self.models.all() if model.name == name), None)
        if found is None:
            raise ModelError(
                "There is no model of this name.", "“strongroom models” shows those that are there."
            )
        settings = load_settings(self.paths.settings)
        if found.role == "answer":
            settings = replace(settings, answer_model=name)
        else:
            settings = replace(settings, embedder=name)
        save_settings(self.paths.settings, settings)
        self.services.change_parts(self._parts())
        return found

    def warm_up_readers(self) -> None:
        """Start them, so that the first document or page need not wait."""
        self._reader.warm_up()

    def close(self) -> None:
        self.services.close()
        self._lock.release()

    def _note_refused(self, family: str, event: str, time: float) -> None:
        self.refused_in_readers.append(Refusal(family, f"{event} in a reader", time))

    def _vectors(self) -> Place:
        return Place(self.paths.vectors, f"{platform.node()} {own_secret(self.paths.secret)}")

    def _parts(self) -> Parts:
        settings = load_settings(self.paths.settings)
        return Parts(
            reader=self._reader,
            make_embedder=FakeEmbedder if self.fakes else lambda: self._embedder(settings.embedder),
            make_model=FakeModel if self.fakes else lambda: self._model(settings.answer_model),
            open_store=FakeStore if self.fakes else ChromaStore,
            rules=resource("prompts/answer.txt").read_text("utf-8"),
            evidence_tokens=settings.evidence_tokens,
            least_relevance=LEAST_RELEVANCE_OF_FAKES if self.fakes else LEAST_RELEVANCE,
            read_at_once=_cores(),
        )

    def _embedder(self, chosen: str) -> Embedder:
        found = self.models.checked(self.models.default("embedder", chosen))
        model_id = f"{found.name}@{found.sha256[:12]}"
        return SentenceTransformerEmbedder(found.path, model_id, _cores())

    def _model(self, chosen: str) -> LanguageModel:
        found = self.models.checked(self.models.default("answer", chosen))
        return LlamaModel(found.path, found.name, found.template, found.context, _cores())


def open_vault(paths: Paths, fakes: bool = False) -> OpenVault:
    """`fakes` stand in for all models and for Chroma; documents are read for real."""
    return OpenVault(paths, fakes)


def serve_reader(lockdown: Lockdown) -> int:
    """Be a reader process until standard input is closed."""

    def prove_here(locks: tuple[str, ...]) -> dict[str, Any]:
        confined = replace(lockdown, mechanisms=(*locks, *lockdown.mechanisms))
        return asdict(prove("reader", confined))

    def confine_if_possible(document: int) -> tuple[str, ...]:
        """For a machine whose missing lock the user has waived."""
        try:
            return confine(document)
        except LockFailedError:
            return ()

    chosen = confine_if_possible if lockdown.problem else confine
    return serve_documents(PdfReader(), prove_here, lockdown.guard, chosen)


def prove_reader() -> ProcessProof:
    """What a reader process can reach, as tried from inside one."""
    reader = IsolatedReader(own_command(READER_ROLE), SUFFIXES, 1)
    try:
        return TypeAdapter(ProcessProof).validate_python(reader.prove())
    except DocumentError as error:
        return ProcessProof(LockState("reader", (), False, time.time(), error.message), (), 0)
    finally:
        reader.close()


def _cores() -> int:
    """Threads that compute: one a core, but two where a machine shows a single core as two."""
    return max(psutil.cpu_count(logical=False) or 1, min(psutil.cpu_count() or 1, 2))
