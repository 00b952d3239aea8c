"""What another search model would cost: how many passages it has to prepare, and for how long."""

from __future__ import annotations

import time

from app.engine.model_messages import EmbeddingCost
from app.wiring import OpenVault

_SAMPLE = 6
"""Passages that are embedded to take the time: some tenths of a second."""


def embedding_cost(vault: OpenVault, name: str) -> EmbeddingCost:
    """Measured with the search model in use, and put in proportion to the size of the other."""
    catalog, services = vault.services.catalog, vault.services
    wanted = next((m for m in vault.models.all() if m.name == name), None)
    if wanted is None:
        return EmbeddingCost(0, 0.0)
    passages = catalog.count_without_vectors(vault.embedder_id(wanted.name))
    used = vault.model_in_use("embedder")
    now = next((m for m in vault.models.all() if m.name == used), None)
    texts = [chunk.text for chunk in catalog.chunks_without_vectors("", _SAMPLE)]
    if not (passages and texts and now and services.embedder_ready):
        return EmbeddingCost(passages, 0.0)
    embedder, _index = services.load_embedder(lambda _event: None)
    embedder.embed_passages(texts[:1])
    started = time.monotonic()
    embedder.embed_passages(texts)
    each = (time.monotonic() - started) / len(texts)
    return EmbeddingCost(passages, passages * each * max(wanted.size, 1) / max(now.size, 1))
