"""Runs a command under strace in a network namespace with a trap, and tells what it did there.

Every system call about networks is told with the process that made it and that process's role;
the trap (see `trap`) counts the packets that came out. Knows nothing of what is allowed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from app.system.paths import INSTALLATION
from app.system.processes import ENGINE_ROLE, READER_ROLE

FAST = ("--seccomp-bpf",)
"""Calls that a lock refuses are not seen: its filter speaks before the tracer's."""
THOROUGH = ()
"""All calls stop for a moment, and all are seen."""
_CALLS = "%network,io_uring_setup,io_uring_enter,pidfd_getfd"
_FAMILY = "clone,clone3,fork,vfork,execve,execveat"
_PROGRAMS = ('"-m", "app"', '"tests.security.unlocked"')
_LINE = re.compile(r"^(\w+)\((.*)\)\s+= (\S+)(?: (E[A-Z0-9]+))?")
_ADDRESS_FAMILY = re.compile(r"\b[AP]F_(\w+)")
_BIRTHS = ("clone", "clone3", "fork", "vfork")
_PATIENCE = 240.0
"""Seconds that a command may take after the block that drives it."""


@dataclass(frozen=True)
class Call:
    """A system call. `family` is without its AF_, "" where the call names none."""

    process: int
    role: str
    name: str
    family: str
    refused: str
    """The name of the error; "" when it succeeded."""
    text: str

    def __str__(self) -> str:
        return f"{self.role} ({self.process}): {self.text}"


@dataclass
class Trace:
    """A finished run. `packets` came into the trap; `canaries` before, by how they were sent."""

    status: int = -1
    out: str = ""
    err: str = ""
    calls: list[Call] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    packets: list[str] = field(default_factory=list)
    canaries: dict[str, list[str]] = field(default_factory=dict)

    def opened(self) -> list[Call]:
        """Sockets that somebody got, but pairs."""
        return [c for c in self.calls if c.name in ("socket", "pidfd_getfd") and not c.refused]

    def tried(self) -> list[Call]:
        """Calls that name a network, whatever came of them, and those that go round."""
        rings = [c for c in self.calls if c.name.startswith("io_uring")]
        return rings + [c for c in self.calls if c.family not in ("", "UNIX", "LOCAL", "UNSPEC")]


def missing() -> str:
    """What this machine lacks for tracing, as a sentence; "" when nothing is missing."""
    absent = [name for name in ("strace", "unshare", "ip") if shutil.which(name) is None]
    if absent:
        return f"Not installed: {', '.join(absent)} (Debian: strace, util-linux, iproute2)."
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        return "/dev/net/tun cannot be opened, so no trap for packets can be made."
    tried = subprocess.run(
        [*_unshare(), "strace", "-f", "-o", os.devnull, "ip", "link", "set", "lo", "up"],
        capture_output=True,
        text=True,
    )
    if tried.returncode:
        return f"No network namespace that can be traced is to be had here: {tried.stderr.strip()}"
    return ""


_TELLING = ("-ff", "-qq", "-s", "300", "-e", f"trace={_CALLS},{_FAMILY}", "-e", "signal=none")


@contextmanager
def traced(
    command: Sequence[str],
    role: str,
    folder: Path,
    environment: Mapping[str, str] | None = None,
    options: Sequence[str] = FAST,
) -> Iterator[Trace]:
    """Start `command`; when the block ends, wait until it ended, and fill in the trace.

    `role` is what our own program is in it when it is neither engine nor reader. `options` are
    FAST or THOROUGH.
    """
    folder.mkdir(parents=True)
    report = folder / "report.json"
    strace = ["strace", *options, *_TELLING, "-o", str(folder / "calls")]
    trap = [sys.executable, "-m", "tests.security.trap", str(report), *strace, *command]
    out, err = folder / "out", folder / "err"
    trace = Trace()
    with out.open("w") as to_out, err.open("w") as to_err:
        process = subprocess.Popen(
            [*_unshare(), *trap],
            cwd=INSTALLATION,
            stdout=to_out,
            stderr=to_err,
            env=dict(environment or os.environ),
            start_new_session=True,
        )
        try:
            yield trace
            process.wait(_PATIENCE)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    found = json.loads(report.read_text())
    trace.status, trace.packets = found["status"], found["packets"]
    trace.canaries = found["canary"]
    trace.out, trace.err = out.read_text(), err.read_text()
    trace.calls = list(read_calls(folder, role))
    trace.roles = {call.role for call in trace.calls}


def read_calls(folder: Path, role: str) -> Iterator[Call]:
    """All calls that strace wrote into `folder`, a file a thread, in the order of each thread."""
    files = {int(path.suffix[1:]): path for path in folder.glob("calls.*")}
    born: dict[int, tuple[int, str]] = {}
    waiting = [(min(set(files) - _children(files)), role)]
    while waiting:
        number, role_then = waiting.pop()
        for call in _calls_of(files[number], number, role_then, role):
            yield call
            child = call.text.rpartition("= ")[2]
            if call.name in _BIRTHS and child.isdigit() and int(child) in files:
                born[int(child)] = (number, call.role)
                waiting.append((int(child), call.role))
    lost = files.keys() - born.keys()
    assert len(lost) == 1, f"threads whose parents are unknown: {sorted(lost)}"


def _children(files: Mapping[int, Path]) -> set[int]:
    births = re.compile(rf"^(?:{'|'.join(_BIRTHS)})\(.* = (\d+)$", re.MULTILINE)
    return {int(n) for path in files.values() for n in births.findall(path.read_text())}


def _calls_of(path: Path, number: int, role: str, main_role: str) -> Iterator[Call]:
    for line in path.read_text(errors="replace").splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        name, arguments, _result, error = found.groups()
        if name in ("execve", "execveat") and not error:
            role = _role_of(arguments, main_role)
        family = _ADDRESS_FAMILY.search(arguments)
        yield Call(number, role, name, family[1] if family else "", error or "", line)


def _role_of(arguments: str, main_role: str) -> str:
    if not any(program in arguments for program in _PROGRAMS):
        return f"program {arguments.split(',')[0]}"
    if f'"{ENGINE_ROLE}"' in arguments:
        return "engine"
    return "reader" if f'"{READER_ROLE}"' in arguments else main_role


def _unshare() -> list[str]:
    return ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
