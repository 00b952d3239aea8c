"""sentence-transformers: vectors from a model folder on this disk. Nothing is ever fetched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.core.arrays import Vectors
from app.core.errors import ModelError

BATCH = 8


class SentenceTransformerEmbedder:
    """Implements `Embedder`. The folder's own prompts tell queries from passages."""

    def __init__(self, folder: Path, model_id: str, threads: int) -> None:
        """These libraries trust folders: hand them only one that was checked."""
        leave_hub_alone()
        import torch
        from sentence_transformers import SentenceTransformer

        self._set_threads = torch.set_num_threads
        self._threads = threads
        self._set_threads(threads)
        try:
            self._model: Any = SentenceTransformer(
                str(folder.resolve(strict=True)),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"dtype": "float32", "use_safetensors": True},
            )
        except Exception as error:  # of any kind: what these libraries raise depends on the damage
            raise ModelError(
                f"The model in {folder.name} cannot be loaded.", "Import it again."
            ) from error
        self.model_id = model_id
        self.dimensions = int(self._model.get_embedding_dimension() or 0)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encoded(self._model.encode_document, texts)

    def embed_query(self, text: str) -> Vectors:
        """On one thread: several wait for each other where a model is writing on the same cores."""
        self._set_threads(1)
        try:
            return self._encoded(self._model.encode_query, [text])
        finally:
            self._set_threads(self._threads)

    def _encoded(self, encode: Any, texts: Sequence[str]) -> Vectors:
        found = encode(
            list(texts),
            batch_size=BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.ascontiguousarray(found, dtype=np.float32)


def leave_hub_alone() -> None:
    """Leave the hub's library no client: refused look-ups are retried for more than a minute."""
    import huggingface_hub

    def refuse() -> Any:
        raise PermissionError("Strongroom fetches nothing from a hub.")

    huggingface_hub.set_client_factory(refuse)
