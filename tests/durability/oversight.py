"""Runs work in a forked process that is watched call by call, and killed or failed as planned.

Owns the forked process from its first call to its end; knows nothing of vaults.
"""

from __future__ import annotations

import json
import os
import re
import select
import signal
import socket
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.core.errors import KnownError
from app.core.storage.faults import fault_of
from tests.durability.listener import Call, answer, have_calls_asked, receive

PATIENCE = 120.0
"""Seconds after which a process counts as hung."""

Say = Callable[[str, Any], None]
"""Tells whoever watches: a kind, and what can be JSON. Arrives even if death follows at once."""
Work = Callable[[Say], None]


@dataclass(frozen=True)
class Plan:
    """When to intervene. Calls are counted from 1, and only those that change a file in `home`.

    `at_call` and `after` (seconds) kill; `error` fails the calls named in `failing` from
    `from_call` on, so many of them.
    """

    at_call: int = 0
    after: float = 0.0
    error: int = 0
    failing: tuple[str, ...] = ()
    from_call: int = 1
    so_many: int = 10**9


@dataclass
class Ended:
    """What came of it. `at`: where it was hit, as `pwrite64 vault/catalog.sqlite3-wal`."""

    calls: int = 0
    failed: int = 0
    at: str = ""
    signal: int = 0
    seconds: float = 0.0
    said: list[tuple[str, Any]] = field(default_factory=list)
    seen: str = ""
    """What `look` saw while the process stood still, right before it was killed."""

    @property
    def was_hit(self) -> bool:
        """Whether it was killed, or met a fault."""
        return bool(self.at)

    @property
    def trouble(self) -> list[str]:
        """What should not have come of it, whatever was done to it."""
        died = []
        if self.signal and (self.failed or not self.at):
            died = [f"it ended by signal {self.signal}"]
        return self.all_said("bug") + died

    def all_said(self, kind: str) -> list[Any]:
        return [what for said, what in self.said if said == kind]


def oversee(work: Work, plan: Plan, home: Path, look: Callable[[], str] = str) -> Ended:
    """Do `work` in a process of its own. What it raises is said as `known` or as `bug`."""
    ours, theirs = socket.socketpair()
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _be_watched(work, theirs, writing)
    os.close(writing)
    theirs.close()
    with ours:
        _, (listener, *_), _, _ = socket.recv_fds(ours, 1, 1)
    try:
        return _Watch(process, plan, str(home.resolve()), look).until_the_end(listener, reading)
    finally:
        os.close(listener)
        os.close(reading)


def _be_watched(work: Work, theirs: socket.socket, writing: int) -> None:
    def say(kind: str, what: Any) -> None:
        data = json.dumps([kind, what]).encode() + b"\n"
        while data:
            data = data[os.write(writing, data) :]

    try:
        hand_over_calls(theirs)
        _do(work, say)
    finally:
        os._exit(0)


def hand_over_calls(theirs: socket.socket) -> None:
    """Let whoever holds the other end decide about each call of this process from now on."""
    listener = have_calls_asked()
    socket.send_fds(theirs, [b"!"], [listener])
    os.close(listener)
    theirs.close()


def _do(work: Work, say: Say) -> None:
    try:
        work(say)
        say("done", True)
    except BaseException as error:
        known = error if isinstance(error, KnownError) else fault_of(error)
        if known:
            say("known", f"{type(known).__name__}: {known}")
            return
        places = [f"{f.name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
        say("bug", f"{error!r} in {' > '.join(places[2:])}")


class _Watch:
    """The overseer's side, until the process is gone and all it said was heard."""

    def __init__(self, process: int, plan: Plan, home: str, look: Callable[[], str]) -> None:
        self._process, self._plan, self._home, self._look = process, plan, home, look
        self._ended = Ended()
        self._heard = b""
        self._was_killed = False

    def until_the_end(self, listener: int, reading: int) -> Ended:
        started = time.monotonic()
        end = started + (self._plan.after or PATIENCE)
        serve = {listener: self._take_call, reading: self._hear}
        poll = select.poll()
        for number in serve:
            poll.register(number, select.POLLIN)
        while serve:
            events = poll.poll(max(0, int((end - time.monotonic()) * 1000)))
            if not events and time.monotonic() >= end:
                self._run_out_of_time()
                end += PATIENCE
            for number, event in events:
                if not (event & select.POLLIN and serve[number](number)):
                    poll.unregister(number)
                    del serve[number]
        return self._judge(time.monotonic() - started)

    def _judge(self, seconds: float) -> Ended:
        ended = self._ended
        _, status = os.waitpid(self._process, 0)
        ended.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        ended.seconds = seconds
        if not ended.signal and not ended.failed:
            ended.at = ""  # it had ended before the kill reached it
        ended.said += [tuple(json.loads(line)) for line in self._heard.split(b"\n")[:-1]]
        return ended

    def _hear(self, reading: int) -> bool:
        data = os.read(reading, 65_536)
        self._heard += data
        return bool(data)

    def _take_call(self, listener: int) -> bool:
        call = receive(listener)
        if call is None or self._was_killed:
            return True
        if not call.path.startswith(self._home):
            answer(listener, call)
            return True
        self._ended.calls += 1
        if self._ended.calls == self._plan.at_call:
            self._kill_at(call)
        else:
            answer(listener, call, self._error_for(call))
        return True

    def _error_for(self, call: Call) -> int:
        plan, ended = self._plan, self._ended
        wanted = ended.calls >= plan.from_call and ended.failed < plan.so_many
        if not plan.error or not wanted or call.name not in plan.failing:
            return 0
        ended.failed += 1
        ended.at = ended.at or self._place_of(call)
        return plan.error

    def _kill_at(self, call: Call) -> None:
        # On a "-shm" whoever looks would wait for the one that stands still; and between a commit
        # in the log and its last sync nobody sees yet what a recovery will find.
        is_between = call.path.endswith("-wal") and call.name in ("fdatasync", "fsync")
        if not call.path.endswith("-shm") and not is_between:
            self._ended.seen = self._look()
        self._kill(self._place_of(call))

    def _place_of(self, call: Call) -> str:
        return f"{call.name} {_shape(call.path[len(self._home) + 1 :])}".strip()

    def _run_out_of_time(self) -> None:
        if not self._plan.after:
            self._ended.said.append(("bug", "it hung"))
        self._kill("a random time")

    def _kill(self, at: str) -> None:
        self._ended.at, self._was_killed = at, True
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)


def _shape(path: str) -> str:
    """A path without the numbers that differ from run to run."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]+|[0-9a-f]{32}|\d{3,}", "#", path)


def joined(ends: Sequence[Ended], kind: str) -> list[Any]:
    """All that was said of a kind, in order."""
    return [what for ended in ends for what in ended.all_said(kind)]
