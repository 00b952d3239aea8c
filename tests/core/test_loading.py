"""The two models are loaded side by side, and neither keeps anybody waiting who can do without."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.backends.fakes import FakeEmbedder, FakeModel
from app.core.control import Control
from app.core.events import Event, EvidenceFound, tell_nobody
from app.core.interfaces import Message, TokenCount, count_for_nobody
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


class ReadingModel(FakeModel):
    """Notes what it reads, and takes until it is told, or stopped."""

    def __init__(self) -> None:
        self.prompts: list[Sequence[Message]] = []
        self.begun, self.stopped = threading.Event(), threading.Event()

    def stream(
        self,
        messages: Sequence[Message],
        limit: int,
        control: Control,
        on_read: TokenCount = count_for_nobody,
    ) -> Iterator[tuple[str, int]]:
        control.check()
        self.prompts.append(messages)
        if limit == 0:
            control.when_cancelled(self.stopped.set)
            self.begun.set()
            assert self.stopped.wait(10)
            control.check()
        return super().stream(messages, limit, control, on_read)


def test_a_model_that_is_not_wanted_yet_reads_its_rules_until_it_is(
    followed: FollowedFolder,
) -> None:
    services, model = followed.services, ReadingModel()
    services.change_parts(replace(services._loaded.parts, make_model=lambda: model))
    preparing = threading.Thread(target=services.prepare_model, args=(tell_nobody,))
    preparing.start()
    assert model.begun.wait(5)
    answer = services.ask("What does the otter do?", (), None, tell_nobody, Control())
    preparing.join(10)
    assert not answer.abstained
    ahead, asked = model.prompts
    assert ahead[0].text.startswith(asked[0].text)
    services.prepare_model(tell_nobody)
    assert len(model.prompts) == 2
