"""While the models are being loaded, documents are read already."""

from __future__ import annotations

import queue
import threading
from typing import Any

import pytest

from app.core.types import IndexReport
from app.engine import messages as m
from app.engine.server import Engine
from app.system.channel import ChannelClosed


class Pipe:
    """Stands for the channel: what the window says, and what it is told."""

    def __init__(self) -> None:
        self.said: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.told: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def receive(self) -> Any:
        said = self.said.get(timeout=10)
        if said is None:
            raise ChannelClosed
        return said

    def send(self, data: Any, payload: bytes = b"") -> None:
        self.told.put(m.decode(data, payload)[1])


class LoadingHandlers:
    """The models are loaded once `loaded` is set."""

    def __init__(self) -> None:
        self.loading, self.loaded = threading.Event(), threading.Event()

    def warm_up_readers(self) -> None:
        pass

    def load_embedder(self, *_: Any) -> None:
        self.loading.set()
        self.loaded.wait(10)

    def load_model(self, *_: Any) -> None:
        self.loaded.wait(10)

    def tidy(self, *_: Any) -> None:
        pass

    def search(self, *_: Any) -> m.Hits:
        return m.Hits((), 0.1)

    def add_paths(self, *_: Any) -> IndexReport:
        return IndexReport(3, 3, 3)


@pytest.mark.parametrize(
    ("request_", "ending"),
    [(m.AddPaths(("/papers",)), IndexReport(3, 3, 3)), (m.Search("Why?"), m.Hits((), 0.1))],
)
def test_documents_are_read_and_searched_while_models_are_being_loaded(
    request_: Any, ending: Any
) -> None:
    pipe, handlers = Pipe(), LoadingHandlers()
    engine = Engine(pipe, handlers)  # type: ignore[arg-type]
    pipe.said.put(m.encode(1, request_))
    running = threading.Thread(target=engine.run)
    running.start()
    try:
        assert pipe.told.get(timeout=5) == ending
        assert not handlers.loaded.is_set()
    finally:
        handlers.loaded.set()
        pipe.said.put(None)
        running.join(20)


def test_nothing_is_loaded_before_the_window_is_there_to_speak() -> None:
    pipe, handlers = Pipe(), LoadingHandlers()
    listening = threading.Event()

    def receive() -> Any:
        listening.set()
        return Pipe.receive(pipe)

    pipe.receive = receive  # type: ignore[method-assign]
    running = threading.Thread(target=Engine(pipe, handlers).run)  # type: ignore[arg-type]
    running.start()
    try:
        assert listening.wait(5)
        assert not handlers.loading.is_set()
        pipe.said.put(m.encode(1, m.Search("Why?")))
        assert handlers.loading.wait(5)
    finally:
        handlers.loaded.set()
        pipe.said.put(None)
        running.join(20)
