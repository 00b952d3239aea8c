"""The heavy parts of an open vault: each is loaded when it is first needed, and once."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import suppress

from app.core.control import Control
from app.core.embedding import try_speed
from app.core.errors import Cancelled
from app.core.events import ModelsLoaded, Report
from app.core.interfaces import Embedder, LanguageModel, Message
from app.core.parts import Parts
from app.core.storage.database import Database
from app.core.storage.exact_vectors import usual_dimensions
from app.core.storage.generations import Generations, Place
from app.core.storage.vectors import VectorIndex


class Loaded:
    """Embedder, vector index and answer model. Safe to use from several threads.

    The two models are loaded side by side: neither waits for the other.
    """

    def __init__(self, database: Database, place: Place, parts: Parts) -> None:
        self._database = database
        self._place = place
        self.parts = parts
        self._loading, self._loading_model = threading.RLock(), threading.RLock()
        self.embedder: Embedder | None = None
        self.model: LanguageModel | None = None
        self._vectors: VectorIndex | None = None
        self._ahead = Control()

    def load_embedder(self, report: Report) -> tuple[Embedder, VectorIndex]:
        with self._loading:
            if self.embedder is None:
                started = time.monotonic()
                embedder = self.parts.make_embedder()
                self._index_of(embedder.model_id, embedder.dimensions).open()
                try_speed(embedder, self.parts.speeds)
                self.embedder = embedder
                report(ModelsLoaded("embedder", embedder.model_id, time.monotonic() - started))
            embedder = self.embedder
            return embedder, self._index_of(embedder.model_id, embedder.dimensions)

    def read_ahead(self, messages: Sequence[Message]) -> None:
        """Have the answer model read what prompts begin with, until somebody wants it.

        Of the next prompt that need not be read, nor is the model's file still to be looked at.
        """
        with self._loading_model, suppress(Cancelled):
            if self.model is not None:
                for _ in self.model.stream(messages, 0, self._ahead):
                    pass

    def load_model(self, report: Report, is_wanted: bool = True) -> LanguageModel:
        """`is_wanted`: to be used now, and not only to be there when it is."""
        if is_wanted:
            self._ahead.cancel()
        with self._loading_model:
            if self.model is None:
                started = time.monotonic()
                self.model = self.parts.make_model()
                report(ModelsLoaded("answer", self.model.name, time.monotonic() - started))
            return self.model

    def vector_index(self) -> VectorIndex | None:
        """That of the embedder in use, which need not be loaded for it; None: it has no vectors.

        Raises `ModelError` where there is no embedder.
        """
        with self._loading:
            if self._vectors is not None:
                return self._vectors
            embedder = self.parts.name_embedder()
            dimensions = usual_dimensions(self._database, embedder)
            return self._index_of(embedder, dimensions) if dimensions else None

    def _index_of(self, embedder: str, dimensions: int) -> VectorIndex:
        known = self._vectors
        if known is None or (known.embedder, known.dimensions) != (embedder, dimensions):
            self._vectors = known = VectorIndex(
                self._database, self._place, self.parts.open_store, embedder, dimensions,
                self.parts.open_writer,
            )  # fmt: skip
        return known

    def change(self, parts: Parts) -> None:
        """Use other models from now on."""
        self._ahead.cancel()
        with self._loading, self._loading_model:
            self.close()
            self._ahead = Control()
            self.parts, self.embedder, self._vectors, self.model = parts, None, None, None

    def forget_vectors(self) -> None:
        """Throw away what is stored of vectors that the catalogue no longer has."""
        with self._loading:
            if self._vectors is not None:
                self._vectors.forget_removed()
            else:
                Generations(self._database, self._place, "").throw_away()

    def close(self) -> None:
        if self._vectors is not None:
            self._vectors.close()
