"""What the engine does for each request: a thin layer between messages and Services."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app import __version__
from app.core.control import Control
from app.core.dossiers.dossier import FileState
from app.core.dossiers.making import Export
from app.core.errors import Cancelled
from app.core.events import Report
from app.core.indexing import Wish
from app.core.overview.comparing import as_answer
from app.core.page_pictures import save_pages
from app.core.search.page_search import MOST_MATCHES
from app.core.suggesting import Suggester
from app.core.types import Answer, Chat, Foreseen, IndexReport, Letters, Page, Picture, State
from app.engine import carrying, importing
from app.engine import messages as m
from app.engine.embedding_cost import embedding_cost
from app.engine.pending import Pending
from app.engine.vigil import Vigil
from app.system.known_keys import name_key
from app.system.lock_state import LockState, state_of
from app.system.lockdown import Lockdown
from app.system.memory import memory_in_use
from app.system.model_index import Model
from app.system.model_use import ModelUse
from app.system.settings import load_settings
from app.wiring import OpenVault, prove_reader

_UNFINISHED = (State.WAITING, State.SEARCHABLE)


class Handlers:
    """One method for each kind of request; all take (request, report, control)."""

    def __init__(self, vault: OpenVault, lockdown: Lockdown) -> None:
        self._vault = vault
        self._services = vault.services
        self._lockdown = lockdown
        self._passwords: dict[int, str] = {}
        """Given in this session, to draw pages of locked documents; never written anywhere."""
        self._problem = ""
        self._vigil = Vigil(vault.watch_folders, Pending())

    # Warming up

    def warm_up_readers(self) -> None:
        self._vault.warm_up_readers()

    def load_embedder(self, report: Report, _control: Control) -> None:
        self._services.load_embedder(report)

    def load_model(self, report: Report, _control: Control) -> None:
        self._services.prepare_model(report)

    def note_problem(self, sentence: str) -> None:
        """Remember why a model is missing, for the status."""
        self._problem = sentence

    def get_status(self, _request: m.GetStatus, _report: Report, _control: Control) -> m.Status:
        return m.Status(
            version=__version__,
            vault=str(self._vault.paths.vault),
            answer_model=self._vault.model_in_use("answer"),
            answer_model_ready=self._services.model_ready,
            embedder=self._vault.model_in_use("embedder"),
            embedder_ready=self._services.embedder_ready,
            lock=self._lock(),
            problem=self._problem,
            memory=memory_in_use(),
        )

    def _lock(self) -> LockState:
        own = state_of("engine", self._lockdown)
        return replace(own, refused=(*own.refused, *self._vault.refused_in_readers))

    def get_models(self, _request: m.GetModels, _report: Report, _control: Control) -> m.Models:
        settings = load_settings(self._vault.paths.settings)
        return m.Models(
            tuple(self._told(model) for model in self._vault.models.all()),
            tuple((name, family.title) for name, family in self._vault.families.items()),
            settings.template, settings.adapter, self._vault.choice.graphics.is_supported,
            settings.gpu_layers, settings.first_word_seconds, settings.answer_language,
        )  # fmt: skip

    def _told(self, model: Model) -> m.ModelInfo:
        facts = self._vault.choice.facts(model)
        used = {self._vault.model_in_use("answer"), self._vault.model_in_use("embedder")}
        speed = facts.speed
        return m.ModelInfo(
            model.name, model.role, model.size, facts.memory, model.licence, model.context,
            model.name in used, model.installed, str(facts.fit or ""),
            speed.reads if speed else 0.0, speed.words if speed else 0.0, facts.family,
        )  # fmt: skip

    def import_model(self, request: m.ImportModel, report: Report, control: Control) -> m.Models:
        """The first of its kind is put to use."""
        for first in importing.take_in(self._vault, Path(request.path), report, control):
            self.use_model(m.UseModel(first), report, control)
        return self.get_models(m.GetModels(), report, control)

    def use_model(self, request: m.UseModel, report: Report, control: Control) -> m.Status:
        use = ModelUse(request.template, request.adapter, request.gpu_layers)
        chosen = self._vault.use_model(request.name, use)
        self._problem = ""
        if chosen.role == "answer":
            self._services.load_model(report)
        else:
            self._services.load_embedder(report)
        return self.get_status(m.GetStatus(), report, control)

    def set_first_word(self, request: m.SetFirstWord, _report: Report, _control: Control) -> m.Done:
        self._vault.choice.set_first_word(request.seconds)
        return m.Done()

    def set_answer_language(
        self, request: m.SetAnswerLanguage, _report: Report, _control: Control
    ) -> m.Done:
        self._vault.choice.set_answer_language(request.language)
        return m.Done()

    def estimate_embedding(
        self, request: m.EstimateEmbedding, _report: Report, _control: Control
    ) -> m.EmbeddingCost:
        return embedding_cost(self._vault, request.name)

    # Library

    def get_library(self, _request: m.GetLibrary, _report: Report, _control: Control) -> m.Library:
        documents = self._services.catalog.documents()
        is_read_only = self._services.is_read_only
        unfinished = 0 if is_read_only else sum(d.state in _UNFINISHED for d in documents)
        sources = tuple(self._services.catalog.sources())
        return m.Library(
            tuple(documents), sources, unfinished, is_read_only, self._services.notice,
            self._services.whereabouts.are_strange(),
        )  # fmt: skip

    def add_paths(self, request: m.AddPaths, report: Report, control: Control) -> IndexReport:
        if not request.paths:
            return self._services.go_on(report, control)
        paths = [Path(path) for path in request.paths]
        return self._watched(self._services.index(paths, False, report, control))

    def foresee(self, request: m.Foresee, _report: Report, control: Control) -> Foreseen:
        return self._vault.foresee([Path(path) for path in request.paths], control)

    def get_gaps(self, _request: m.GetGaps, _report: Report, _control: Control) -> m.Gaps:
        return m.Gaps(self._services.catalog.gaps())

    def watch_folders(self, _request: m.WatchFolders, report: Report, control: Control) -> m.Done:
        self._vigil.keep(self._followed, report, control)
        return m.Done()

    def trust_folders(self, _request: m.TrustFolders, _report: Report, _control: Control) -> m.Done:
        self._services.whereabouts.trust_sources()
        self._vigil.follow(self._followed())
        return m.Done()

    def _followed(self) -> list[str]:
        """The sources that may be read without being named."""
        strange = self._services.whereabouts.are_strange()
        return [] if strange else self._services.catalog.sources()

    def catch_up(self, _request: m.CatchUp, report: Report, control: Control) -> IndexReport:
        paths = self._vigil.take()
        if paths == []:
            return IndexReport(0, 0, 0)
        try:
            made = self._services.catch_up(Wish(tuple(paths or ())), False, report, control)
        except BaseException:
            self._vigil.put_back(paths)
            raise
        return self._watched(made)

    def _watched(self, made: IndexReport) -> IndexReport:
        """Also watch sources that are new, and come back to what was still being written."""
        self._vigil.follow(self._followed())
        for path in made.unsettled:
            self._vigil.note(Path(path))
        return made

    def keep_documents(
        self, request: m.KeepDocuments, _report: Report, _control: Control
    ) -> m.Done:
        self._services.whereabouts.keep(request.documents)
        return m.Done()

    def move_source(
        self, request: m.MoveSource, _report: Report, _control: Control
    ) -> m.SourceMoved:
        moved = self._services.move_source(request.source, Path(request.path))
        self._vigil.follow(self._followed())
        return m.SourceMoved(moved.found, moved.documents - moved.found)

    def give_password(
        self, request: m.GivePassword, report: Report, control: Control
    ) -> IndexReport:
        self._passwords[request.document] = request.password
        number, password = request.document, request.password
        return self._services.read_again(number, password, report, control)

    def reread(self, request: m.Reread, report: Report, control: Control) -> IndexReport:
        password = self._passwords.get(request.document, "")
        return self._services.read_again(request.document, password, report, control)

    def get_quotes(self, request: m.GetQuotes, _report: Report, _control: Control) -> m.Quoted:
        return m.Quoted(self._services.forgetter.quotes_of(request.documents))

    def remove_documents(
        self, request: m.RemoveDocuments, _report: Report, _control: Control
    ) -> m.Forgotten:
        for document in request.documents:
            self._passwords.pop(document, None)
        return m.Forgotten(self._services.remove(request.documents, request.with_quotes))

    def forget_everything(
        self, _request: m.ForgetEverything, _report: Report, _control: Control
    ) -> m.Forgotten:
        self._passwords.clear()
        return m.Forgotten(self._services.forgetter.forget_everything())

    def export_library(
        self, request: m.ExportLibrary, report: Report, control: Control
    ) -> m.LibraryCarried:
        return carrying.export(self._vault, request, report, control)

    def import_library(
        self, request: m.ImportLibrary, report: Report, control: Control
    ) -> m.LibraryCarried:
        taken = carrying.take_in(self._vault, Path(request.path), report, control)
        self._passwords.clear()
        return taken

    def name_key(self, request: m.NameKey, _report: Report, _control: Control) -> m.Done:
        name_key(self._vault.paths.known_keys, request.fingerprint, request.name)
        return m.Done()

    def tidy(self, report: Report, control: Control) -> None:
        """Bring the vector index in step with the library, while nothing else is to be done."""
        self._services.tidy(report, control)

    def check_vault(self, _request: m.CheckVault, report: Report, control: Control) -> m.Checked:
        return m.Checked(tuple(self._services.check(control, report)))

    def rebuild_index(
        self, _request: m.RebuildIndex, report: Report, control: Control
    ) -> m.Rebuilt:
        return m.Rebuilt(*self._services.rebuild(report, control))

    def draw_page(self, request: m.DrawPage, _report: Report, _control: Control) -> Picture:
        password = self._passwords.get(request.document, "")
        return self._services.draw(
            request.document, request.page, request.scale, password, request.part
        )

    def get_page(self, request: m.GetPage, _report: Report, _control: Control) -> Page:
        return self._services.page(request.document, request.page)

    def get_page_sizes(
        self, request: m.GetPageSizes, _report: Report, _control: Control
    ) -> m.PageSizes:
        return m.PageSizes(tuple(self._services.catalog.page_sizes(request.document)))

    def get_letters(self, request: m.GetLetters, _report: Report, _control: Control) -> Letters:
        password = self._passwords.get(request.document, "")
        return self._services.letters(request.document, request.page, password)

    def find_in_document(
        self, request: m.FindInDocument, _report: Report, control: Control
    ) -> m.FoundInDocument:
        matches = self._services.find_in_document(request.document, request.words, control)
        return m.FoundInDocument(tuple(matches), len(matches) < MOST_MATCHES)

    def save_pages(self, request: m.SavePages, report: Report, control: Control) -> m.PagesSaved:
        self._vault.policy.require_export()
        password = self._passwords.get(request.document, "")
        numbers = range(request.first, request.last + 1)

        def draw(page: int, scale: float) -> Picture:
            return self._services.draw(request.document, page, scale, password)

        save_pages(Path(request.path), numbers, draw, report, control)
        return m.PagesSaved(request.path, len(numbers))

    # Asking

    def search(self, request: m.Search, report: Report, _control: Control) -> m.Hits:
        started = time.monotonic()
        found = self._services.search(request.question, request.k, request.scope, report)
        return m.Hits(found.hits, time.monotonic() - started)

    def find_exactly(
        self, request: m.FindExactly, report: Report, control: Control
    ) -> m.FoundExactly:
        found = self._services.find_exactly(request.wish, report, control)
        return m.FoundExactly(replace(found, hits=()))

    def ask(self, request: m.Ask, report: Report, control: Control) -> m.Asked:
        chats = self._services.chats
        history = () if request.chat is None else chats.open(request.chat).turns[: request.after]
        answers = self._services.lister.list_all if request.everything else self._services.ask
        answer = answers(request.question, history, request.scope, report, control)
        if answer.stopped and not answer.sentences:
            raise Cancelled
        return m.Asked(self._keep(request.chat, answer, request.after), answer)

    def get_suggestions(
        self, request: m.GetSuggestions, report: Report, control: Control
    ) -> m.Suggested:
        suggester = Suggester(self._services.catalog, self._services.retriever(report))
        return m.Suggested(tuple(suggester.suggest(request.scope, request.most, control)))

    def summarize(self, request: m.Summarize, report: Report, control: Control) -> m.Summarized:
        summary = self._services.summarize(request.wish, report, control)
        if summary.answer.stopped and not summary.answer.sentences:
            raise Cancelled
        summary = replace(summary, answer=replace(summary.answer, question=request.title))
        return m.Summarized(self._keep(request.chat, summary.answer), summary)

    def compare(self, request: m.Compare, report: Report, control: Control) -> m.Compared:
        made = self._services.compare(request.question, request.documents, report, control)
        if not made.answers:
            raise Cancelled
        coverage = self._services.catalog.coverage(request.documents)
        answer = as_answer(made, coverage)
        return m.Compared(self._keep(request.chat, answer), made, answer)

    def _keep(self, chat: int | None, answer: Answer, after: int | None = None) -> int:
        """Add to a conversation, or begin one; where the turn is now."""
        model_sha256 = self._vault.model_sha256(answer.model)
        return self._services.keep_answer(chat, answer, __version__, model_sha256, after)

    # Conversations

    def get_chats(self, _request: m.GetChats, _report: Report, _control: Control) -> m.Chats:
        return self._chats(self._services.chats.all())

    def search_chats(self, request: m.SearchChats, _report: Report, _control: Control) -> m.Chats:
        return self._chats(self._services.chats.search(request.text))

    def _chats(self, found: Sequence[Chat]) -> m.Chats:
        return m.Chats(tuple(found), self._services.chats.keeps)

    def rename_chat(self, request: m.RenameChat, _report: Report, _control: Control) -> m.Done:
        self._services.chats.rename(request.chat, request.title)
        return m.Done()

    def open_chat(self, request: m.OpenChat, _report: Report, _control: Control) -> Chat:
        return self._services.chats.open(request.chat)

    def delete_chat(self, request: m.DeleteChat, _report: Report, _control: Control) -> m.Done:
        self._services.chats.delete(request.chat)
        return m.Done()

    def delete_all_chats(
        self, _request: m.DeleteAllChats, _report: Report, _control: Control
    ) -> m.Done:
        self._services.chats.delete_all()
        return m.Done()

    def keep_chats(self, request: m.KeepChats, _report: Report, _control: Control) -> m.Chats:
        self._services.chats.keep(request.keeps)
        return self._chats(self._services.chats.all())

    def export_chat(self, request: m.ExportChat, report: Report, control: Control) -> m.Exported:
        chat = self._services.chats.open(request.chat)
        wanted = Export(
            chat, Path(request.path), __version__, request.shows_unsupported, dict(self._passwords)
        )
        sources = self._vault.export(wanted, report, control).sources
        lost = sum(source.state is not FileState.SAME for source in sources)
        return m.Exported(request.path, len(sources), lost)

    # Proof

    def get_proof(self, _request: m.GetProof, _report: Report, _control: Control) -> m.Proof:
        from app.system.proof import prove

        return m.Proof((prove("engine", self._lockdown), prove_reader()))


def method_of(request: Any) -> str:
    """`GetStatus` is done by `get_status`."""
    name = type(request).__name__
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
