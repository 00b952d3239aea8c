"""Small libraries for tests of the core: pages without files, services without processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.backends.fakes import FakeEmbedder, FakeModel, FakeStore
from app.backends.pdf_reader import PdfReader
from app.core.chunking import cut_into_chunks
from app.core.control import Control
from app.core.events import tell_nobody
from app.core.folders.changes import Settling
from app.core.indexing import Wish
from app.core.interfaces import (
    LanguageModel,
    Message,
    PageCount,
    Reader,
    TokenCount,
    count_for_nobody,
)
from app.core.pace import ReadingPace
from app.core.prompt import load_words
from app.core.search.abstaining import LEAST_CHANCE
from app.core.services import Parts, Services
from app.core.storage.catalog import Catalog
from app.core.storage.generations import Place
from app.core.types import Document, FileStamp, IndexReport, Line, Page, Presence, Reading
from app.system.paths import Paths, make_private, resource
from tests.pdfs import write_pdf

WORDS = load_words(resource("prompts/answer.toml").read_text("utf-8"))
STAMP = FileStamp(1, 1)


def page_of(text: str, number: int = 1) -> Page:
    """A page whose line i stands between 100 + 20 i and 112 + 20 i points from the top."""
    lines, start = [], 0
    for i, line in enumerate(text.split("\n")):
        box = (72.0, 100.0 + 20 * i, 72.0 + 5 * len(line), 112.0 + 20 * i)
        if line.strip():
            lines.append(Line(start, start + len(line), box))
        start += len(line) + 1
    return Page(number, str(number), 595.0, 842.0, text, tuple(lines))


def store(catalog: Catalog, name: str, *texts: str, sha256: str = "") -> int:
    """A document with a page for each text, searchable by keyword. Returns its id."""
    source = catalog.add_source("/documents")
    known = catalog.known_files().get(f"/documents/{name}")
    number = (
        known.document if known else catalog.add_waiting(source, f"/documents/{name}", name, STAMP)
    )
    pages = tuple(page_of(text, i) for i, text in enumerate(texts, start=1))
    chunks = cut_into_chunks(Reading(pages), name)
    catalog.store_reading(number, STAMP, sha256, pages, chunks)
    return number


@dataclass
class NotingReader(PdfReader):
    """Reads PDFs in this process, and notes which; `before_page` is called after each page."""

    read_names: list[str] = field(default_factory=list)
    before_page: Callable[[int, int], None] = lambda _done, _count: None

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        self.read_names.append(path.name)

        def noted(done: int, count: int) -> None:
            self.before_page(done, count)
            progress(done, count)

        return super().read(path, password, noted, control)


@dataclass
class Folder:
    """Services over a folder of small documents, and the reader that they use."""

    services: Services
    reader: NotingReader
    folder: Path

    def named(self, name: str) -> Document:
        (document,) = (d for d in self.services.catalog.documents() if d.name == name)
        return document

    def finds(self, word: str) -> bool:
        return bool(self.services.catalog.search_words(f'"{word}"', 5, None))


@dataclass
class FollowedFolder(Folder):
    """What can be asked of it once it was indexed."""

    def catch_up(self, *paths: Path, forget_missing: bool = False) -> IndexReport:
        """As when something changed at these paths; without any, as at the start."""
        self.reader.read_names.clear()
        wish = Wish(paths, forget_missing=forget_missing)
        return self.services.catch_up(wish, False, tell_nobody, Control())

    def names(self) -> set[str]:
        return {d.name for d in self.services.catalog.documents()}

    def presences(self) -> set[Presence]:
        return {d.presence for d in self.services.catalog.documents()}

    def vectors(self, document: int) -> list[tuple[int, bytes]]:
        return self.services._database.rows(
            """SELECT v.id, v.vector FROM vectors v JOIN chunks c ON c.id = v.chunk_id
               WHERE c.document_id = ? ORDER BY v.id""",
            [document],
        )

    def found(self, words: str) -> list[str]:
        hits = self.services.search(words, 5, None, tell_nobody).hits
        return [hit.path for hit in hits if words.split()[0] in hit.text]

    def add_many(self, count: int, folder: str = "many") -> Path:
        (self.folder / folder).mkdir()
        for i in range(count):
            write_pdf(self.folder / folder / f"{folder}-{i}.pdf", f"{folder} number {i}.")
        self.catch_up()
        return self.folder / folder


def write_animals(folder: Path) -> Path:
    """Three documents, of four pages in all."""
    folder.mkdir()
    write_pdf(folder / "heron.pdf", "The heron fishes.", "At dawn.")
    write_pdf(folder / "otter.pdf", "The otter dives.")
    write_pdf(folder / "zebra.pdf", "The zebra runs.")
    return folder


@dataclass
class WritingModel:
    """Implements `LanguageModel`: writes what it is told to, word by word."""

    says: str
    context: int = 4_096
    name: str = "writing"
    after_words: Callable[[int], None] = lambda _count: None
    asked: list[tuple[Message, ...]] = field(default_factory=list)

    def count_tokens(self, messages: Any) -> int:
        return FakeModel().count_tokens(messages)

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        self.asked.append(tuple(messages))
        on_read(0, self.count_tokens(messages))
        for count, word in enumerate(self.says.split(" ")):
            self.after_words(count)
            control.check()
            yield f"{word} ", 1


def no_model() -> LanguageModel:
    raise AssertionError("the model was called")


def make_services(
    paths: Paths,
    reader: Reader | None = None,
    model: LanguageModel | None = None,
    pace: ReadingPace | None = None,
    settling: float = 0.0,
) -> Services:
    """Services over fakes; PDFs are read in this process, one at a time."""
    make_private(paths.vault)
    parts = Parts(
        reader=reader or PdfReader(),
        name_embedder=lambda: FakeEmbedder.model_id,
        make_embedder=FakeEmbedder,
        make_model=lambda: model or FakeModel(),
        open_store=FakeStore,
        words=WORDS,
        evidence_tokens=1_200,
        least_chance=LEAST_CHANCE,
        read_at_once=1,
        settling=Settling(settling),
        pace=pace,
    )
    return Services(paths.catalog, Place(paths.vectors, "here"), parts)


def index(services: Services, *paths: Path, keyword_only: bool = False) -> IndexReport:
    return services.index(paths, keyword_only, tell_nobody, Control())


def touch(path: Path) -> None:
    """Give the file a later time of change, and the same content."""
    later = path.stat().st_mtime_ns + 5_000_000_000
    os.utime(path, ns=(later, later))
