"""The proof as a report that can be put on file, and as data. Tries nothing itself."""

from __future__ import annotations

import platform
import time
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from app import __version__
from app.system.lock_state import ProcessProof, Proof, Verdict

_VERDICTS = {
    Verdict.PROVEN: "PROVEN: the operating system refuses every network to each process tested "
    "below, and every attempt was refused.",
    Verdict.GUARDED: "GUARDED: every attempt was refused, but on this platform not by means that "
    "have been proven.",
    Verdict.OPEN: "NOT LOCKED: something was not refused, or a lock that should be there is "
    "missing. See below.",
}
_NOT_COUNTED = (
    "What Python code tries is counted. What native code tries is refused by the kernel and not "
    "counted."
)


def as_data(proof: Proof) -> dict[str, Any]:
    """For JSON. `attempts`, `mechanism` and `listening` are those of all processes together."""
    mechanisms = dict.fromkeys(name for part in proof.processes for name in part.lock.mechanism)
    return {
        "verdict": proof.verdict.value,
        "blocked": proof.blocked,
        "mechanism": list(mechanisms),
        "attempts": [
            {"process": part.lock.process, **asdict(attempt)}
            for part in proof.processes
            for attempt in part.attempts
        ],
        "listening": proof.listening,
        "processes": [
            {**asdict(part.lock), "listening": part.listening} for part in proof.processes
        ],
        "local_services": list(proof.local_services),
        "waived": proof.waived,
        "tested": proof.tested,
    }


def as_text(proof: Proof, earlier: int = 0) -> str:
    """Plain text of some fifty lines, without a word about documents.

    `earlier` are attempts in engines that have ended since.
    """
    return "\n".join(_lines(proof, earlier)) + "\n"


def _lines(proof: Proof, earlier: int) -> Iterator[str]:
    yield "Strongroom: proof that no network can be reached"
    yield f"Tested {_moment(proof.tested)}; written {_moment(time.time())}"
    yield f"Version {__version__}; {_system()}"
    yield ""
    yield _VERDICTS[proof.verdict]
    for part in proof.processes:
        yield ""
        yield from _process(part)
    yield ""
    if earlier:
        yield f"Attempts of Python code in engines that have ended since, all refused: {earlier}."
    yield _NOT_COUNTED
    reached = ", ".join(proof.local_services) or "none that is known by name"
    yield (
        "The window keeps local sockets, for its display. Over these it could reach, and does not "
        f"use, what programs of this machine offer: {reached}."
    )
    if proof.waived:
        yield "The user let Strongroom start on this machine even if it cannot be locked."


def _process(part: ProcessProof) -> Iterator[str]:
    lock = part.lock
    yield f"{lock.process.capitalize()}, locked since {_moment(lock.since)}"
    yield from (f"  lock: {name}" for name in lock.mechanism)
    if lock.problem:
        yield f"  MISSING: {lock.problem}"
    for attempt in part.attempts:
        outcome = "refused" if attempt.refused else "NOT REFUSED"
        yield f"  {outcome:<12} {attempt.family:<5} {attempt.kind:<18} {attempt.error}"
    yield f"  ports that wait for connections: {part.listening}"
    yield f"  attempts of Python code so far, all refused: {len(lock.refused)}"
    for refusal in lock.refused:
        yield f"    {_moment(refusal.time)}  {refusal.family}  {refusal.event}"


def _system() -> str:
    """Without `platform.platform`, which starts a program to ask."""
    return f"{platform.system()} {platform.release()} on {platform.machine()}"


def _moment(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(seconds))
