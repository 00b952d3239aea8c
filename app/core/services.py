"""The program's functions over one open vault: what the command line and the engine both call.

Knows no concrete backend.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.core.asking import HITS, Asker, meant
from app.core.carrying.carrier import Carrier
from app.core.control import Control
from app.core.conversation.chats import Chats
from app.core.conversation.follow_up import standalone
from app.core.embedding import Embedding, look_ahead
from app.core.errors import DiskFull, ModelError, UsageError
from app.core.events import EvidenceFound, Report, tell_nobody
from app.core.examples import Examples
from app.core.exhaustive.listing import Lister
from app.core.folders.following import Following
from app.core.folders.relocation import Moved, follow_vault, move_source
from app.core.folders.whereabouts import Whereabouts
from app.core.forecast import Ahead
from app.core.forgetting.forgetter import Forgetter, Ground
from app.core.forgetting.receipt import Receipt
from app.core.forgetting.under_way import check_still_there, remembered
from app.core.indexing import Indexer, Wish
from app.core.interfaces import Embedder, LanguageModel
from app.core.loading import Loaded
from app.core.overview.comparing import compare
from app.core.overview.document_work import Comparison, Summary, SummaryWish
from app.core.overview.summarizing import Summarizer
from app.core.overview.whole_documents import WholeDocuments
from app.core.pace import PacedModel
from app.core.parts import Parts as Parts
from app.core.prompt import PromptBuilder
from app.core.reading import DocumentReading
from app.core.search.exact_search import ExactSearch
from app.core.search.exact_wish import ExactFound, ExactWish
from app.core.search.page_search import Match, find_in_pages
from app.core.search.retrieval import Found, Retriever
from app.core.storage.catalog import Catalog
from app.core.storage.checking import check_catalogue, check_vault
from app.core.storage.database import open_or_save
from app.core.storage.generations import Place
from app.core.storage.recovery import Saved
from app.core.storage.vectors import VectorIndex
from app.core.types import (
    Answer,
    Box,
    Document,
    IndexReport,
    IndexTimes,
    Letters,
    Page,
    Picture,
    Problem,
    Turn,
)


class Services:
    """An open vault. Safe to use from several threads."""

    def __init__(
        self, catalog_file: Path, vectors: Place, parts: Parts, ground: Ground | None = None
    ) -> None:
        """`ground`: where traces of documents may lie; by default in the catalogue's folder."""
        self._database, saved = open_or_save(catalog_file, parts.is_read_only)
        self.is_read_only = parts.is_read_only
        if not parts.is_read_only:
            follow_vault(self._database, catalog_file.parent.resolve())
        self._loaded = Loaded(self._database, vectors, parts)
        self.catalog = Catalog(self._database)
        self.chats = Chats(self._database)
        self.examples = Examples(self._database)
        self.forgetter = Forgetter(
            self._database,
            self.chats,
            ground or Ground(catalog_file.parent, catalog_file.parent),
            self._loaded.forget_vectors,
        )
        self.lister = Lister(self._database, self.catalog, self.forgetter.under_way, self.retriever)
        self.carrier = Carrier(self._database, self.forgetter.ground, self._loaded.forget_vectors)
        if not parts.is_read_only:
            self.carrier.erase_left_overs()
        self.whereabouts = Whereabouts(self._database, self.catalog)
        self._indexer = Indexer(
            self.catalog,
            self.whereabouts,
            Following(self.whereabouts, self._forget_deleted),
            DocumentReading(
                self.catalog, parts.reader, parts.read_at_once, parts.settling, self._ahead
            ),
            parts.reader.can_read,
        )
        self.notice = self._told_of(saved) if saved else ""
        """What the user should know of how the vault was found, in sentences."""

    # Loading

    def load_embedder(self, report: Report) -> tuple[Embedder, VectorIndex]:
        return self._loaded.load_embedder(report)

    def load_model(self, report: Report) -> LanguageModel:
        return self._loaded.load_model(report)

    def prepare_model(self, report: Report) -> None:
        """Load the answer model before it is wanted, and have it read its rules."""
        self._loaded.load_model(report, is_wanted=False)
        latest = next(iter(self.chats.all()), None)
        self._loaded.read_ahead(self._prompts().beginning(latest.title if latest else ""))

    @property
    def embedder_ready(self) -> bool:
        return self._loaded.embedder is not None

    @property
    def model_ready(self) -> bool:
        return self._loaded.model is not None

    def change_parts(self, parts: Parts) -> None:
        """Use other models from now on; they are loaded when they are next needed."""
        self._loaded.change(parts)

    # Indexing

    def index(
        self, paths: Sequence[Path], keyword_only: bool, report: Report, control: Control
    ) -> IndexReport:
        """Add sources, read what is new or changed, and give all their chunks vectors."""
        return self.catch_up(Wish(tuple(paths), is_asked=True), keyword_only, report, control)

    def catch_up(
        self, wish: Wish, keyword_only: bool, report: Report, control: Control
    ) -> IndexReport:
        """Bring the library in step with its sources, or with what `wish` names."""
        started = time.monotonic()
        self._database.require_writable()
        made, documents = self._indexer.catch_up(wish, report, control)
        if keyword_only or not (wish.is_asked or made.changes or self.whereabouts.lack_vectors()):
            return made
        try:
            embedding = self._embed(report, control, made.seconds.read)
        except ModelError:
            if wish.is_asked:
                raise
            return made
        total = time.monotonic() - started
        times = IndexTimes(made.seconds.read, round(embedding, 3), round(total, 3))
        return replace(made, chunks=self.catalog.count_chunks(documents), seconds=times)

    def go_on(self, report: Report, control: Control) -> IndexReport:
        """Finish what an earlier run left."""
        return self.index(self._indexer.unfinished_paths(), False, report, control)

    def read_again(
        self, document: int, password: str, report: Report, control: Control
    ) -> IndexReport:
        self._indexer.read_again(document, password, report, control)
        seconds = self._embed(report, control)
        pages = self.catalog.document(document).pages
        chunks = self.catalog.count_chunks([document])
        return IndexReport(1, pages, chunks, seconds=IndexTimes(embed=seconds, total=seconds))

    def _embed(self, report: Report, control: Control, before: float = 0.0) -> float:
        embedding = Embedding(self.catalog, *self.load_embedder(report), self._loaded.parts.speeds)
        return embedding.run(report, control, before)

    def _ahead(self) -> Ahead:
        return look_ahead(self.catalog, self._loaded.parts)

    # Asking

    def search(self, question: str, k: int, scope: Collection[int] | None, report: Report) -> Found:
        self._tell_first(meant(question), (), scope, report)
        return self.retriever(report).find(meant(question), k, scope)

    def find_exactly(self, wish: ExactWish, report: Report, control: Control) -> ExactFound:
        """Every place where words, or a pattern, stand; no model is loaded for it."""
        make_pattern = self._loaded.parts.make_pattern
        return ExactSearch(self._database, self.catalog, make_pattern).find(wish, report, control)

    def ask(
        self,
        question: str,
        history: Sequence[Turn],
        scope: Collection[int] | None,
        report: Report,
        control: Control,
    ) -> Answer:
        listed = self.lister.list_documents(question, history, scope, report, control)
        if listed:
            return listed
        earlier = remembered(self._database, history)
        with self.forgetter.under_way.going_on((), report, control) as told:
            self._tell_first(meant(question), earlier, scope, told)
            answer = self._asker(told).ask(meant(question), earlier, scope, told, control)
            answer = self.lister.with_list(answer, scope, told, control)
        check_still_there(self._database, answer)
        return answer

    def _tell_first(
        self, question: str, earlier: Sequence[Turn], scope: Collection[int] | None, report: Report
    ) -> None:
        """What its words find, for whoever would wait for the embedder otherwise."""
        if self.embedder_ready or not self._has_vectors():
            return
        by_words = Retriever(self.catalog, None, None)
        found = by_words.find(standalone(question, earlier), HITS, scope)
        if found.hits:
            report(EvidenceFound(found.hits))

    def _asker(self, report: Report) -> Asker:
        parts, pace = self._loaded.parts, self._loaded.parts.pace
        return Asker(
            self.catalog,
            self.retriever(report),
            self._prompts(),
            lambda: PacedModel(self.load_model(report), pace, report),
            self._loaded.embedder,
            parts.least_chance,
        )

    def _prompts(self) -> PromptBuilder:
        parts = self._loaded.parts
        budget = parts.pace.budget if parts.pace else parts.evidence_tokens
        examples = tuple(self.examples.all().values())
        return PromptBuilder(parts.words, budget, examples, parts.answer_language())

    def keep_answer(
        self,
        chat: int | None,
        answer: Answer,
        version: str,
        model_sha256: str,
        after: int | None = None,
    ) -> int:
        """Add to a conversation, as `Chats.add_turn`.

        UsageError when a document that it was taken from was removed meanwhile. It does not stay
        in the write-ahead log: of a log that is cut nobody can tell what was in it, and a document
        can be read again, an answer not.
        """
        with self._database.transaction():
            check_still_there(self._database, answer)
            kept = self.chats.add_turn(chat, answer, version, model_sha256, after)
        with suppress(DiskFull):
            self._database.empty_log()
        return kept

    def summarize(self, wish: SummaryWish, report: Report, control: Control) -> Summary:
        """What documents say in short, every sentence with the lines that it rests on."""
        self.retriever(report)
        pace = self._loaded.parts.pace
        summarizer = Summarizer(
            self.catalog,
            WholeDocuments(self._database, self.catalog),
            PacedModel(self.load_model(report), pace, report),
            self._loaded.embedder,
            self._loaded.parts.summary_prompts,
        )
        budget = pace.budget if pace else self._loaded.parts.evidence_tokens
        wanted = [extent.document for extent in wish.extents]
        with self.forgetter.under_way.going_on(wanted, report, control) as told:
            return summarizer.summarize(wish, budget, told, control)

    def compare(
        self, question: str, documents: Sequence[int], report: Report, control: Control
    ) -> Comparison:
        """The same question to each document, and what tells the answers apart."""

        def ask(question: str, scope: Collection[int], report: Report, control: Control) -> Answer:
            return self._asker(report).ask(question, (), scope, report, control)

        with self.forgetter.under_way.going_on(documents, report, control) as told:
            return compare(meant(question), documents, self.catalog, ask, told, control)

    def retriever(self, report: Report) -> Retriever:
        """By meaning too, unless the library has no vectors, or there is no embedder."""
        if not self._has_vectors():
            return Retriever(self.catalog, None, None)
        try:
            return Retriever(self.catalog, *self.load_embedder(report))
        except ModelError:
            return Retriever(self.catalog, None, None)

    def _has_vectors(self) -> bool:
        return self._database.row("SELECT 1 FROM vectors LIMIT 1") is not None

    # The library

    def remove(self, documents: Collection[int], with_quotes: bool = False) -> Receipt:
        """Forget documents, and with `with_quotes` what quotes them in conversations and examples.

        They leave every answer at once, also those that are being written, and then all files.
        The vector store is gone with them, until `tidy` makes it anew.
        """
        self.whereabouts.leave_out(documents)
        if not self.whereabouts.are_gone(documents):
            return self.forgetter.forget(documents, with_quotes, Control())
        with self.whereabouts.keeping_sources():
            return self.forgetter.forget(documents, with_quotes, Control())

    def _forget_deleted(self, documents: Collection[int]) -> None:
        """The same for documents whose files were deleted: should they come back, they are new."""
        self.forgetter.under_way.withdraw(documents)
        with self._database.transaction(), self.whereabouts.keeping_sources():
            self.catalog.remove(documents)
            self.forgetter.mark_unclean()
        self._loaded.forget_vectors()

    def tidy(self, report: Report, control: Control) -> None:
        """Bring the vector store in step with the catalogue. Loads no model, embeds nothing.

        Also cleans the files of what was removed, where that was cut short.
        """
        self.forgetter.finish()
        self.catalog.table_rows.fill_in(self.catalog.page, control)
        if self._has_vectors() and (index := self._index_or_none()):
            index.settle(control, report)

    def move_source(self, old: str, new: Path) -> Moved:
        """A folder lies elsewhere now: nothing is read again."""
        return move_source(self._database, old, new)

    def rebuild(self, report: Report, control: Control) -> tuple[int, float]:
        """Make the vector store anew: number of vectors, and seconds. Embeds nothing."""
        index = self._loaded.vector_index()
        return index.rebuild(control, report) if index else (0, 0.0)

    def _told_of(self, saved: Saved) -> str:
        """What was saved of a damaged catalogue, after its parts were put in step again."""
        found = check_catalogue(self._database, self.catalog, Control(), self._index_or_none)
        left = sum(not problem.mended for problem in found)
        more = f" {left} more to be looked at: check the library." if left else ""
        return f"{saved.told()}{more}"

    def _index_or_none(self) -> VectorIndex | None:
        try:
            return self._loaded.vector_index()
        except ModelError:
            return None

    def check(self, control: Control, report: Report = tell_nobody) -> list[Problem]:
        """Verify everything, and mend what can be; no model is loaded for it."""
        return check_vault(self._database, self.catalog, control, self._index_or_none, report)

    def draw(
        self,
        document: int,
        page: int,
        scale: float,
        password: str = "",
        part: Box | None = None,
    ) -> Picture:
        path = Path(self.catalog.document(document).path)
        return self._loaded.parts.reader.draw(path, page, scale, password, part)

    def letters(self, document: int, page: int, password: str = "") -> Letters:
        path = Path(self.catalog.document(document).path)
        return self._loaded.parts.reader.find_letters(path, page, password)

    def page(self, document: int, page: int) -> Page:
        return self.catalog.page(document, page)

    def find_in_document(self, document: int, words: str, control: Control) -> list[Match]:
        """Where `words` stand on the pages of a document."""
        return find_in_pages(words, self.catalog.page_texts(document), control)

    def documents_named(self, text: str) -> list[Document]:
        """Raises `UsageError` when there is none."""
        found = self.catalog.find_documents(text)
        if not found:
            raise UsageError(
                "No document of the library has this name, path or number.",
                "“strongroom list” shows them.",
            )
        return found

    def close(self) -> None:
        self._loaded.close()
        self._loaded.parts.reader.close()
        self.chats.close()
        self._database.close()
