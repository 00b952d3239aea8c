"""What is said of locks and of what was tried against them, as plain frozen data. Tries nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.system.lockdown import GUARD_NAME, Lockdown, Refusal


class Verdict(StrEnum):
    """What may be said of a program on this platform."""

    PROVEN = "proven"
    """The operating system refuses, in every process, and every attempt was refused."""
    GUARDED = "guarded"
    """Every attempt was refused, but by the program, or by means not proven on this platform."""
    OPEN = "open"
    """Something was not refused, or a lock that should be there is missing."""


@dataclass(frozen=True)
class LockState:
    """How one of our processes is locked, since when, and what Python code tried in it so far."""

    process: str
    mechanism: tuple[str, ...]
    by_system: bool
    since: float
    problem: str = ""
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """One way that was tried. `error` is what came of it."""

    family: str
    kind: str
    refused: bool
    error: str


@dataclass(frozen=True)
class ProcessProof:
    """What was tried from inside one process; `listening` counts its ports that wait for others."""

    lock: LockState
    attempts: tuple[Attempt, ...]
    listening: int


@dataclass(frozen=True)
class Proof:
    """The proof for the whole program, a part for each kind of process."""

    processes: tuple[ProcessProof, ...]
    local_services: tuple[str, ...] = ()
    """Programs of this machine that the window could reach over local sockets."""
    waived: bool = False
    """Whether the user let Strongroom start on this machine even if it cannot be locked."""
    tested: float = field(default_factory=time.time)
    """Seconds since 1970."""

    @property
    def attempts(self) -> list[Attempt]:
        return [attempt for process in self.processes for attempt in process.attempts]

    @property
    def blocked(self) -> bool:
        return all(attempt.refused for attempt in self.attempts)

    @property
    def listening(self) -> int:
        return sum(process.listening for process in self.processes)

    @property
    def verdict(self) -> Verdict:
        locks = [process.lock for process in self.processes]
        if not self.blocked or self.listening or any(lock.problem for lock in locks):
            return Verdict.OPEN
        return verdict_of(locks)


def verdict_of(locks: Sequence[LockState]) -> Verdict:
    """What may be said without a test. Only Linux has been proven."""
    if any(lock.problem for lock in locks):
        return Verdict.OPEN
    by_system = sys.platform == "linux" and all(lock.by_system for lock in locks)
    return Verdict.PROVEN if by_system else Verdict.GUARDED


def state_of(process: str, lockdown: Lockdown) -> LockState:
    """The lock of this very process, which is called `process`."""
    return LockState(
        process,
        (*lockdown.mechanisms, GUARD_NAME),
        lockdown.by_system,
        lockdown.since,
        lockdown.problem,
        tuple(lockdown.guard.refused),
    )
