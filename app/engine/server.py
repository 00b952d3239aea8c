"""The engine process: takes requests from a pipe, works on them in lanes, sends what comes of it.

Owns the running requests and their controls. What a request means is `handlers`' business.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from app.core.control import Control
from app.core.errors import Cancelled, KnownError
from app.core.events import Report
from app.core.storage.faults import fault_of
from app.engine import messages as m
from app.engine.handlers import Handlers, method_of
from app.engine.lanes import Lane
from app.system.channel import Channel, ChannelClosed
from app.system.lockdown import Lockdown
from app.system.paths import Paths
from app.system.start import require_lock
from app.system.vault_lock import Role, Waiting
from app.wiring import open_vault

_INDEXING = (
    m.AddPaths, m.GivePassword, m.Reread, m.RemoveDocuments, m.CheckVault, m.RebuildIndex,
    m.CatchUp, m.KeepDocuments, m.MoveSource,
    m.ForgetEverything, m.ExportLibrary, m.ImportLibrary, m.GetSuggestions,
)  # fmt: skip
_WRITING = (m.Ask, m.Summarize, m.Compare)
_ANSWERING = (*_WRITING, m.Search, m.ExportChat, m.UseModel, m.ImportModel)
_PATIENCE = 8.0
"""Seconds that each lane has to end its batch when the window closes."""
_NOT_UNDERSTOOD = m.EngineFailed(
    "The engine does not understand this request.", "Start Strongroom again.", known=False
)


def serve_engine(paths: Paths, fakes: bool, lockdown: Lockdown) -> int:
    """Answer requests on standard input until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    channel = Channel(sys.stdin.buffer, os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    try:
        require_lock(lockdown, paths.settings)
        vault = Waiting().until_free(lambda: open_vault(paths, fakes, Role.WINDOW))
    except KnownError as error:
        return _refuse_all(channel, error)
    try:
        Engine(channel, Handlers(vault, lockdown)).run()
    finally:
        vault.close()
    return 0


def _refuse_all(channel: Channel, error: KnownError) -> int:
    """The vault cannot be opened: every request is told why."""
    failed = m.EngineFailed(error.message, error.hint)
    try:
        while True:
            number, _ = m.decode(*channel.receive())
            channel.send(*m.encode(number, failed))
    except ChannelClosed:
        return 0


class Engine:
    """Requests, each with its own control, on eight lanes."""

    def __init__(self, channel: Channel, handlers: Handlers) -> None:
        self._channel = channel
        self._handlers = handlers
        self._controls: dict[int, Control] = {}
        self._index_lane = Lane("indexing")
        self._answer_lane = Lane("answering")
        self._look_lane = Lane("looking")
        self._watch_lane = Lane("watching")
        self._save_lane = Lane("saving")
        self._find_lane = Lane("finding")
        self._warm_lanes = Lane("loading the embedder"), Lane("loading the model")
        """Meanwhile documents are read, and what a question finds is shown."""
        self._answering = _Answering()
        self._tidying = Control()

    def run(self) -> None:
        """Work until the window closes. What takes long to load waits for the first word from it:
        before, it would take the processor from a window that is not to be seen yet."""
        try:
            first = self._channel.receive()
            self._warm_up()
            self._understand(*first)
            while True:
                self._understand(*self._channel.receive())
        except ChannelClosed:
            self._finish()

    def _warm_up(self) -> None:
        self._handlers.warm_up_readers()
        self._load_in(self._warm_lanes[0], self._handlers.load_embedder)
        self._load_in(self._warm_lanes[1], self._handlers.load_model)
        self._tidy_when_idle()

    def _understand(self, data: dict[str, Any], payload: bytes) -> None:
        try:
            number, message = m.decode(data, payload)
        except (ValueError, TypeError, KeyError):
            if isinstance(data.get("number"), int):
                self._send(data["number"], _NOT_UNDERSTOOD)
            return
        self._take(number, message)

    def _take(self, number: int, message: Any) -> None:
        if isinstance(message, m.Steering):
            self._steer(message)
            return
        self._controls[number] = control = Control()
        lane = self._look_lane
        if isinstance(message, _INDEXING):
            lane = self._index_lane
            self._tidying.cancel()
        elif isinstance(message, _ANSWERING):
            lane = self._answer_lane
        elif isinstance(message, m.WatchFolders):
            lane = self._watch_lane
        elif isinstance(message, m.SavePages):
            lane = self._save_lane
        elif isinstance(message, m.FindExactly):
            lane = self._find_lane
        lane.do(lambda: self._work(number, message, control))
        if lane is self._index_lane:
            self._tidy_when_idle()

    def _tidy_when_idle(self) -> None:
        """After all that was asked of the index lane; it gives way to whatever is asked next."""
        self._tidying = control = Control()

        def tidy(_report: Report, _control: Control) -> None:
            self._handlers.tidy(lambda _event: self._answering.wait_until_over(), control)

        self._load_in(self._index_lane, tidy)

    def _steer(self, message: m.Steering) -> None:
        control = self._controls.get(message.request)
        if control is None:
            return
        if isinstance(message, m.Cancel):
            control.cancel()
        elif isinstance(message, m.Pause):
            control.pause()
        else:
            control.resume()

    def _work(self, number: int, request: Any, control: Control) -> None:
        def report(event: Any) -> None:
            if isinstance(request, _INDEXING) and self._answering.is_going_on:
                with control.resting():
                    self._answering.wait_until_over()
            self._send(number, event)

        try:
            control.check()
            if isinstance(request, _WRITING):
                with self._answering.going_on():
                    ending = self._handle(request, report, control)
            else:
                ending = self._handle(request, report, control)
        except Cancelled:
            ending = m.WorkCancelled()
        except Exception as error:
            ending = _failed(error)
        del self._controls[number]
        self._send(number, ending)

    def _handle(self, request: Any, report: Report, control: Control) -> Any:
        return getattr(self._handlers, method_of(request))(request, report, control)

    def _load_in(self, lane: Lane, load: Callable[[Report, Control], None]) -> None:
        """Load a model ahead of the first request; why it cannot be is part of the status."""

        def work() -> None:
            try:
                load(lambda _event: None, Control())
            except Cancelled:
                pass
            except Exception as error:
                failed = _failed(error)
                self._handlers.note_problem(f"{failed.message} {failed.hint}".strip())

        lane.do(work)

    def _send(self, number: int, body: Any) -> None:
        try:
            self._channel.send(*m.encode(number, body))
        except ChannelClosed:
            for control in list(self._controls.values()):
                control.cancel()

    def _finish(self) -> None:
        for control in list(self._controls.values()):
            control.cancel()
        self._tidying.cancel()
        self._answering.end()
        for lane in (
            *self._warm_lanes, self._answer_lane, self._index_lane, self._look_lane,
            self._watch_lane, self._save_lane, self._find_lane,
        ):  # fmt: skip
            lane.finish(_PATIENCE)


class _Answering:
    """While an answer is written, indexing rests: two programs on the same cores slow both down."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._over.set()

    @contextmanager
    def going_on(self) -> Any:
        self._over.clear()
        try:
            yield
        finally:
            self._over.set()

    @property
    def is_going_on(self) -> bool:
        return not self._over.is_set()

    def wait_until_over(self) -> None:
        self._over.wait()

    def end(self) -> None:
        self._over.set()


def _failed(error: Exception) -> m.EngineFailed:
    known = error if isinstance(error, KnownError) else fault_of(error)
    return m.EngineFailed(known.message, known.hint) if known else _bug(error)


def _bug(error: Exception) -> m.EngineFailed:
    """Type and places of a bug; never its message, which may quote a document."""
    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return m.EngineFailed(
        "Something went wrong inside Strongroom.", "Nothing that was finished is lost.",
        known=False, details=f"{type(error).__name__}\n{places}",
    )  # fmt: skip
