"""The whole program, watched from outside while it works: by strace, and by a trap for packets.

With its locks, and without them, so that the code is measured and not only the guard; and with
leaks planted in it, so that the watching is measured, too.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION, Paths, find_paths, installed_models
from app.system.processes import ENGINE_ROLE
from app.system.settings import Settings, save_settings
from tests.deadlines import wait_until
from tests.security import desktop, network_trace
from tests.security.desktop import Desktop
from tests.security.network_trace import FAST, THOROUGH, Trace, read_calls, traced
from tests.security.window_driver import PATIENCE, ask, close_window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace and namespaces are Linux'"),
]
AGREEMENT = "Data processing agreement - Meridian and Norvane.pdf"
SAMPLE = str(INSTALLATION / "resources" / "samples" / AGREEMENT)
QUESTION = "When must a personal data breach be notified?"
SMALL_MODEL = "smollm2-135m-instruct"
LOCKS = {"on": [], "off": ["--locks=off"]}
TRIED_BY_THE_LOCK = 1
"""Sockets of IPv4 that a process tries when it is locked, to see that it is."""
LEAKS = [
    ("python", "reader"), ("native", "reader"), ("native", "engine"), ("dns", "engine"),
    ("child", "engine"), ("python", "command-line"),
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _tools() -> None:
    lacking = network_trace.missing() or desktop.missing()
    if lacking and os.environ.get("CI"):
        pytest.fail(f"That nothing leaves cannot be measured here. {lacking}")
    if lacking:
        pytest.skip(lacking)


@pytest.fixture(scope="module")
def display() -> Iterator[Desktop]:
    with desktop.desktop() as opened:
        yield opened


@pytest.fixture(params=LOCKS)
def locks(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def program(paths: Paths, locks: str, *arguments: str, own: tuple[str, ...] = ()) -> list[str]:
    """The program with its locks on or off, in its own home."""
    start = [sys.executable, "-m", "tests.security.unlocked", *LOCKS[locks], *own]
    return [*start, "--home", str(paths.home), *arguments]


def judge(trace: Trace, locks: str) -> None:
    """Nothing left, nobody opened a network, and only the window opened local sockets."""
    assert all(trace.canaries.values()), f"the trap is blind: {trace.canaries}"
    assert {"look-up", "UDP", "TCP", "loopback"} <= trace.canaries.keys()
    assert trace.packets == []
    opened = trace.opened()
    assert [str(call) for call in opened if call.family != "UNIX"] == []
    if locks == "off":
        assert [str(call) for call in trace.tried()] == []
        others = [c for c in trace.calls if c.name == "connect" and c.role != "window"]
        assert [str(call) for call in others if "/nscd/socket" not in call.text] == []
    else:
        assert [str(call) for call in opened if call.role != "window"] == []


def run(command: list[str], folder: Path, options: tuple[str, ...] = FAST) -> Trace:
    with traced(command, "command line", folder, options=options) as trace:
        pass
    return trace


def test_no_command_reaches_a_network(locks: str, paths: Paths, tmp_path: Path) -> None:
    commands = (["index", SAMPLE], ["search", QUESTION], ["ask", QUESTION], ["list"],
                ["remove", AGREEMENT])  # fmt: skip
    for command in commands:
        line = program(paths, locks, "--fakes", "--json", *command)
        trace = run(line, tmp_path / command[0])
        assert trace.status == 0, trace.err
        judge(trace, locks)
        expected = {"command line", "reader"} if command[0] == "index" else {"command line"}
        assert trace.roles == expected


def test_what_the_proof_tries_is_refused_in_each_process(paths: Paths, tmp_path: Path) -> None:
    trace = run(program(paths, "on", "--json", "proof"), tmp_path / "proof", THOROUGH)
    proof = json.loads(trace.out)
    assert (trace.status, proof["verdict"], proof["blocked"]) == (0, "proven", True)
    assert trace.packets == []
    assert trace.opened() == []
    assert {call.refused for call in trace.tried()} == {"EACCES"}
    for role in ("command line", "reader"):
        tried = [c for c in trace.tried() if c.role == role and c.family == "INET"]
        assert len(tried) > TRIED_BY_THE_LOCK + 1


@contextmanager
def opened_window(
    paths: Paths, locks: str, folder: Path, display: Desktop, *arguments: str,
    options: tuple[str, ...] = FAST,
) -> Iterator[Trace]:  # fmt: skip
    """The window; at the end it is closed with the keyboard, and the trace is complete."""
    command = program(paths, locks, *arguments)
    with traced(command, "window", folder, display.environment, options) as trace:
        display.await_window("Strongroom", PATIENCE)
        yield trace
        close_window(display)
    assert trace.status == 0, trace.err


def whole_run(paths: Paths, locks: str, folder: Path, display: Desktop, model: str) -> None:
    """Start, index, ask and quit, with real models."""
    assert (installed_models() / "index.json").exists(), (
        "The default models are missing: run `python3 packaging/bootstrap.py test`."
    )
    save_settings(paths.settings, Settings(answer_model=model))
    with opened_window(paths, locks, folder, display, SAMPLE) as trace:
        ask(display, paths, QUESTION)
    assert trace.roles == {"window", "engine", "reader"}
    assert [c for c in trace.opened() if c.role == "window"], "the display was not seen"
    judge(trace, locks)


def test_the_window_with_real_models_reaches_no_network(
    locks: str, paths: Paths, tmp_path: Path, display: Desktop
) -> None:
    whole_run(paths, locks, tmp_path / "window", display, SMALL_MODEL)


@pytest.mark.release
def test_the_window_with_the_default_model_reaches_no_network(
    locks: str, paths: Paths, tmp_path: Path, display: Desktop
) -> None:
    whole_run(paths, locks, tmp_path / "window", display, "")


@pytest.mark.release
def test_no_command_with_real_models_reaches_a_network(
    locks: str, paths: Paths, tmp_path: Path
) -> None:
    for command in (["index", SAMPLE], ["search", QUESTION], ["ask", QUESTION], ["check"]):
        line = program(paths, locks, "--json", *command)
        trace = run(line, tmp_path / command[0])
        assert trace.status == 0, trace.err
        judge(trace, locks)


def test_the_panel_of_the_proof_tries_in_every_process(
    paths: Paths, tmp_path: Path, display: Desktop
) -> None:
    folder = tmp_path / "window"

    def tried_by(role: str) -> int:
        calls = read_calls(folder, "window")
        return sum(c.role == role and c.family == "INET" and bool(c.refused) for c in calls)

    roles = ("window", "engine", "reader")
    with opened_window(paths, "on", folder, display, "--fakes", options=THOROUGH) as trace:
        before = {role: tried_by(role) for role in roles}
        display.click(60, -12)
        display.await_window("Network proof", 30)
        display.press("Return")
        wait_until(lambda: all(tried_by(r) > before[r] + 1 for r in roles), 60)
        display.press("Escape")
        display.await_window("Strongroom", 30)
    assert {call.refused for call in trace.tried()} == {"EACCES"}
    assert [c.family for c in trace.opened() if c.role != "window"] == []
    assert trace.packets == []


@pytest.mark.parametrize(("kind", "role"), LEAKS)
def test_a_planted_leak_is_caught_without_locks_and_refused_with_them(
    kind: str, role: str, tmp_path: Path
) -> None:
    def leaking(locks: str) -> Trace:
        paths = find_paths(tmp_path / f"home with locks {locks}")
        plant = (f"--plant={kind}@{role}",)
        if role == "engine":
            command = program(paths, locks, "--fakes", own=plant)
            command.insert(command.index("--home"), ENGINE_ROLE)
        else:
            command = program(paths, locks, "--fakes", "--json", "index", SAMPLE, own=plant)
        return run(command, tmp_path / locks, THOROUGH)

    caught = leaking("off")
    assert caught.packets
    culprits = {c.role for c in caught.opened() if c.family == "INET"}
    planted_in = f'program "{sys.executable}"' if kind == "child" else role.replace("-", " ")
    assert culprits == {planted_in}
    with pytest.raises(AssertionError):
        judge(caught, "off")
    refused = leaking("on")
    assert refused.roles == caught.roles
    assert refused.packets == []
    assert refused.opened() == []
    assert {call.refused for call in refused.tried() if call.name == "socket"} == {"EACCES"}
