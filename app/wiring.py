"""Puts the program together: the only place that names concrete backends.

Importing it is cheap: backends import their heavy libraries in their constructors.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

from app.backends.chroma import ChromaStore
from app.backends.document_parser import DocumentParser
from app.backends.dossier_docx import DocxDossier
from app.backends.dossier_html import HtmlDossier
from app.backends.dossier_markdown import MarkdownDossier
from app.backends.dossier_pdf import PdfDossier
from app.backends.embedders import fastest_embedder
from app.backends.fakes import FakeEmbedder, FakeModel, FakeStore
from app.backends.llama import LlamaModel, LlamaOptions
from app.backends.patterns import LinearPattern
from app.backends.template_families import FAMILIES
from app.backends.watching import FolderWatch
from app.core.control import Control
from app.core.dossiers.dossier import Dossier
from app.core.dossiers.layout import DossierFormat, lay_out
from app.core.dossiers.making import Export, Origin, make_dossier
from app.core.errors import DocumentError, ModelError, UsageError
from app.core.events import Report
from app.core.folders.foreseeing import foresee
from app.core.forgetting.forgetter import Ground
from app.core.interfaces import Embedder, LanguageModel, Watch
from app.core.kinds import SUFFIXES
from app.core.pace import LEAST_BUDGET, EmbeddingSpeeds, ReadingPace
from app.core.prompt import load_words
from app.core.search.abstaining import LEAST_CHANCE
from app.core.services import Parts, Services
from app.core.storage.generations import Place
from app.core.types import Foreseen, Picture
from app.system.confinement import confine
from app.system.drives import can_be_watched, require_local
from app.system.gguf import GgufHeader, read_header
from app.system.lock_errors import LockFailedError
from app.system.lock_state import LockState, ProcessProof
from app.system.lockdown import Lockdown, Refusal
from app.system.model_estimate import (
    check_fit,
    layers_that_fit,
    memory_of,
)
from app.system.model_index import Model, Role
from app.system.model_use import ALL_THAT_FIT, NO_CHANGE, ModelUse
from app.system.paths import Paths, resource
from app.system.plain_data import from_plain
from app.system.policy import load_policy
from app.system.processes import READER_ROLE, STORE_ROLE, own_command
from app.system.reader_role import serve_documents
from app.system.readers import IsolatedReader
from app.system.saving import save_files
from app.system.settings import load_settings, own_secret
from app.system.store_process import StoreProcess, serve_store
from app.system.vault_lock import ReadLock, lock_vault
from app.system.vault_lock import Role as Holding
from app.wiring_models import ModelChoice, cores, prepare_home, template_of

_BYTES_READ = 22e9
"""Bytes of a model times tokens that a slow core reads in a second: a cautious guess."""
DOSSIER_FORMATS: dict[str, Callable[[], DossierFormat]] = {
    ".md": MarkdownDossier,
    ".html": HtmlDossier,
    ".pdf": lambda: PdfDossier(resource("fonts")),
    ".docx": DocxDossier,
}


class OpenVault:
    """Services and the lock that makes them the only ones on their vault."""

    def __init__(self, paths: Paths, fakes: bool, role: Holding = Holding.COMMAND) -> None:
        self.policy = load_policy()
        self.policy.require_place(paths.vault)
        require_local(paths.vault)
        prepare_home(paths)
        self._lock = lock_vault(paths.vault, paths.catalog, role)
        self.paths = paths
        self.fakes = fakes
        self.choice = ModelChoice(paths, fakes, lambda: self.services.model_ready)
        self.models = self.choice.files
        self.families = FAMILIES
        self.refused_in_readers: list[Refusal] = []
        """Attempts of Python code in readers to reach a network."""
        self._reader = IsolatedReader(
            own_command(READER_ROLE), SUFFIXES, cores(), self._note_refused
        )
        try:
            ground = Ground(paths.vault, paths.home, (paths.models,), paths.scratch)
            self.services = Services(paths.catalog, self._vectors(), self._parts(), ground)
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
        return self.choice.in_use(role)

    def use_model(self, name: str, use: ModelUse = NO_CHANGE) -> Model:
        """Choose a model for its role from now on, and how it is used."""
        found = self.choice.use(name, use)
        self.services.change_parts(self._parts())
        return found

    def model_sha256(self, name: str) -> str:
        """Of a model's file, as recorded; "" when there is no such model."""
        return next((model.sha256 for model in self.models.all() if model.name == name), "")

    def export(self, export: Export, report: Report, control: Control) -> Dossier:
        """Write a dossier; which kind, the end of the file's name says."""
        self.policy.require_export()
        path = export.path
        make_format = DOSSIER_FORMATS.get(path.suffix.lower())
        if make_format is None:
            raise UsageError(
                "Dossiers are made as Markdown, HTML, PDF or Word documents.",
                "Give the file a name that ends in .md, .html, .pdf or .docx.",
            )
        catalog = self.services.catalog
        if any(
            os.path.realpath(document.path) == os.path.realpath(path)
            for document in catalog.documents()
        ):
            raise UsageError("That file is a document of the library.", "Choose another name.")

        def draw(document: int, page: int, scale: float) -> Picture:
            password = export.passwords.get(document, "")
            return self.services.draw(document, page, scale, password)

        origin = Origin(catalog, draw, export.version, export.shows_unsupported)
        dossier = make_dossier(export.chat, origin, report, control)
        save_files(path, make_format().render(lay_out(dossier), f"{path.stem} pages"))
        return dossier

    def foresee(self, paths: Sequence[Path], control: Control) -> Foreseen:
        """What adding the paths to the library would do."""
        known = self.services.catalog.known_files()
        return foresee(paths, known, self._reader.can_read, control)

    def watch_folders(self) -> Watch:
        """A watch over folders, that watches none yet."""
        return FolderWatch(self._reader.can_read, can_be_watched)

    def warm_up_readers(self) -> None:
        """Start them, so that the first document or page need not wait."""
        self._reader.warm_up()

    def close(self) -> None:
        self.services.close()
        self._lock.release()

    def _note_refused(self, family: str, event: str, time: float) -> None:
        self.refused_in_readers.append(Refusal(family, f"{event} in a reader", time))

    def _vectors(self) -> Place:
        store = "fake" if self.fakes else f"chromadb {version('chromadb')}"
        owner = f"{platform.node()} {own_secret(self.paths.secret)} {store}"
        return Place(self.paths.vectors, owner)

    def _parts(self) -> Parts:
        settings = load_settings(self.paths.settings)
        return Parts(
            reader=self._reader,
            name_embedder=lambda: self._embedder_id(settings.embedder),
            make_embedder=FakeEmbedder if self.fakes else lambda: self._embedder(settings.embedder),
            make_model=FakeModel if self.fakes else lambda: self._model(settings.answer_model),
            open_store=FakeStore if self.fakes else ChromaStore,
            open_writer=None if self.fakes else partial(StoreProcess, own_command(STORE_ROLE)),
            is_read_only=isinstance(self._lock, ReadLock),
            words=load_words(resource("prompts/answer.toml").read_text("utf-8")),
            summary_prompts=resource("prompts/summary.toml").read_text("utf-8"),
            evidence_tokens=LEAST_BUDGET,
            answer_language=lambda: load_settings(self.paths.settings).answer_language,
            least_chance=LEAST_CHANCE,
            read_at_once=cores(),
            pace=None if self.fakes else self._pace(settings.answer_model),
            speeds=None if self.fakes else EmbeddingSpeeds(self.paths.pace, cores()),
            make_pattern=LinearPattern,
        )

    def _pace(self, chosen: str) -> ReadingPace | None:
        """Of the model that will answer, if there is one."""
        try:
            found = self.models.default("answer", chosen)
        except ModelError:
            return None
        settings = load_settings(self.paths.settings)
        return ReadingPace(
            self.paths.pace,
            f"{found.name}, {cores()} threads, {settings.gpu_layers} layers",
            _BYTES_READ * cores() / found.path.stat().st_size,
            lambda: load_settings(self.paths.settings).first_word_seconds,
        )

    def embedder_id(self, name: str) -> str:
        """By which the vectors of a search model are known."""
        return self._embedder_id(name)

    def _embedder_id(self, chosen: str) -> str:
        if self.fakes:
            return FakeEmbedder.model_id
        return _model_id(self.models.default("embedder", chosen))

    def _embedder(self, chosen: str) -> Embedder:
        found = self.models.checked(self.models.default("embedder", chosen))
        return fastest_embedder(found.path, _model_id(found), cores())

    def _model(self, chosen: str) -> LanguageModel:
        found = self.models.checked(self.models.default("answer", chosen))
        settings = load_settings(self.paths.settings)
        header = read_header(found.path)
        layers = self._layers(header, found.context, settings.gpu_layers)
        here = 1 - min(layers / (header.block_count + 1), 1)
        need = int(memory_of(header, found.context) * here)
        check_fit(found.name, need, psutil.virtual_memory().available)
        adapter = None
        if settings.adapter:
            adapter = self.models.checked(self.models.adapter_for(found, settings.adapter)).path
        template = template_of(found, header, settings.template).family
        options = LlamaOptions(template, found.context, cores(), layers, adapter)
        return LlamaModel(found.path, found.name, options)

    def _layers(self, header: GgufHeader, context: int, wanted: int) -> int:
        """Layers for the graphics card; none where the build or the machine has none."""
        if not wanted or not self.choice.graphics.is_supported:
            return 0
        fitting = layers_that_fit(header, self.choice.graphics.free, context)
        return fitting if wanted == ALL_THAT_FIT else wanted


def _model_id(embedder: Model) -> str:
    return f"{embedder.name}@{embedder.sha256[:12]}"


def open_vault(paths: Paths, fakes: bool = False, role: Holding = Holding.COMMAND) -> OpenVault:
    """`fakes` stand in for all models and for Chroma; documents are read for real.

    `role` tells others who holds the vault. Raises VaultInUse while somebody else does.
    """
    return OpenVault(paths, fakes, role)


def serve_reader(lockdown: Lockdown) -> int:
    """Be a reader process until standard input is closed."""
    from app.system.proof import prove  # now: once a document is open, nothing can be loaded

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
    return serve_documents(DocumentParser(), prove_here, lockdown.guard, chosen)


def serve_vectors() -> int:
    """Be the process that writes the vector store, until it is told that it is done."""
    return serve_store(ChromaStore)


def prove_reader() -> ProcessProof:
    """What a reader process can reach, as tried from inside one."""
    reader = IsolatedReader(own_command(READER_ROLE), SUFFIXES, 1)
    try:
        proof: ProcessProof = from_plain(ProcessProof, reader.prove())
        return proof
    except DocumentError as error:
        return ProcessProof(LockState("reader", (), False, time.time(), error.message), (), 0)
    finally:
        reader.close()
