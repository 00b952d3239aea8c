"""A library as the program opens it, with Chroma itself, and fakes for the models.

Documents are read in the same process: what is killed here is the one that owns the catalogue.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.backends.chroma import ChromaStore
from app.backends.fakes import FakeEmbedder, FakeModel
from app.backends.pdf_reader import PdfReader
from app.core.arrays import Vectors
from app.core.control import Control
from app.core.events import DocumentChanged, Event, Report
from app.core.forgetting.forgetter import Ground
from app.core.interfaces import PageCount
from app.core.prompt import load_words
from app.core.search.abstaining import LEAST_CHANCE
from app.core.services import Parts, Services
from app.core.storage.generations import Place
from app.core.types import Reading
from app.system.left_overs import SETTLED, remove_left_overs
from app.system.lockdown import keep_scratch_in
from app.system.paths import Paths, make_private, resource
from app.system.settings import own_secret
from app.system.vault_lock import VaultLock
from tests.durability.oversight import Say

READ_AT_ONCE = 2


class ToldEmbedder(FakeEmbedder):
    """Tells how many passages it was given."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        self._say("embedded", len(texts))
        return super().embed_passages(texts)

    def embed_query(self, text: str) -> Vectors:
        return super().embed_passages([text])


class ToldReader(PdfReader):
    """Tells which files it has read."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self._one = threading.Lock()
        """PDFium bears one thread; the program gives it a process for each."""

    def read(self, path: Path, password: str, progress: PageCount, control: Control) -> Reading:
        with self._one:
            made = super().read(path, password, progress, control)
        self._say("read", path.name)
        return made


@contextmanager
def opened(paths: Paths, say: Say) -> Iterator[Services]:
    """As `wiring.open_vault` does it; what was left over counts as old."""
    for folder in (paths.home, paths.vault, paths.scratch):
        make_private(folder)
    remove_left_overs(paths.home, time.time() + 2 * SETTLED)
    keep_scratch_in(paths.scratch)
    lock = VaultLock(paths.vault)
    parts = Parts(
        reader=ToldReader(say),
        name_embedder=lambda: FakeEmbedder.model_id,
        make_embedder=lambda: ToldEmbedder(say),
        make_model=FakeModel,
        open_store=ChromaStore,
        words=load_words(resource("prompts/answer.toml").read_text("utf-8")),
        evidence_tokens=1_200,
        least_chance=LEAST_CHANCE,
        read_at_once=READ_AT_ONCE,
    )
    place = Place(paths.vectors, own_secret(paths.secret))
    ground = Ground(paths.vault, paths.home, (paths.models,), paths.scratch)
    services = Services(paths.catalog, place, parts, ground)
    yield services
    services.close()
    lock.release()


def telling(say: Say) -> Report:
    """Tells what became of documents; it is committed by then."""

    def report(event: Event) -> None:
        if isinstance(event, DocumentChanged):
            say("document", [event.document.path, event.document.state])

    return report
