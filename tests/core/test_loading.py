"""The two models are loaded side by side, and neither keeps anybody waiting who can do without."""

from __future__ import annotations

import threading
from dataclasses import replace

from app.backends.fakes import FakeEmbedder
from app.core.events import Event, EvidenceFound, tell_nobody
from app.core.services import Services
from tests.core.library import FollowedFolder


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


def test_words_are_searched_for_while_the_embedder_is_being_loaded(
    followed: FollowedFolder,
) -> None:
    services = followed.services
    events: list[Event] = []

    def make_later() -> FakeEmbedder:
        assert isinstance(events[0], EvidenceFound)
        return FakeEmbedder()

    services.change_parts(replace(services._loaded.parts, make_embedder=make_later))
    found = services.search("otter", 5, None, events.append)
    assert services.embedder_ready
    (first, *later) = [event for event in events if isinstance(event, EvidenceFound)]
    assert [hit.document_name for hit in first.hits] == ["otter.pdf"]
    assert first.hits[0].document == found.hits[0].document
    assert not later
    events.clear()
    services.search("otter", 5, None, events.append)
    assert events == []
