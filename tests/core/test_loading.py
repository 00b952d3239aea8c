"""The two models are loaded side by side: neither waits for the other."""

from __future__ import annotations

import threading
from dataclasses import replace

from app.backends.fakes import FakeEmbedder
from app.core.events import tell_nobody
from app.core.services import Services


def test_the_answer_model_does_not_wait_for_the_embedder(services: Services) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def make_slowly() -> FakeEmbedder:
        begun.set()
        may_end.wait(10)
        return FakeEmbedder()

    services.change_parts(replace(services._loaded.parts, make_embedder=make_slowly))
    loading = threading.Thread(target=services.load_embedder, args=(tell_nobody,))
    answering = threading.Thread(target=services.load_model, args=(tell_nobody,))
    loading.start()
    try:
        assert begun.wait(5)
        answering.start()
        answering.join(5)
        assert services.model_ready
        assert not services.embedder_ready
    finally:
        may_end.set()
        loading.join(10)
    assert services.embedder_ready
