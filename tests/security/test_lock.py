"""The lock of Linux: what it refuses, to whom, and that nobody gets out of it again.

A lock cannot be undone, so each test looks at a process of its own (see `lock_probes`).
"""

from __future__ import annotations

import ctypes
import json
import os
import platform
import queue
import shutil
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.engine import messages as m
from app.engine.client import EngineClient
from app.system.paths import INSTALLATION
from tests.deadlines import PATIENCE
from tests.pdfs import write_pdf

if sys.platform != "linux":
    pytest.skip("this is the lock of Linux", allow_module_level=True)

import resource

from tests.security.lock_probes import FAMILIES, KINDS, LIBRARY, WAYS_ROUND

FAR = 2_000
"""A descriptor beyond those that programs usually have."""
NETWORKS = sorted(FAMILIES.keys() - {"UNIX"})


def start(
    name: str, *arguments: str, pass_fds: Sequence[int] = ()
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.security.lock_probes", name, *arguments]
    return subprocess.run(
        command,
        cwd=INSTALLATION,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        pass_fds=pass_fds,
    )


def find_out(name: str, *arguments: str, pass_fds: Sequence[int] = ()) -> Any:
    """What a probe says that is run in a process of its own."""
    done = start(name, *arguments, pass_fds=pass_fds)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def native_listener() -> Iterator[tuple[int, int]]:
    """A TCP socket that waits on the loopback, past this process's own guard: descriptor, port."""
    handle = LIBRARY.socket(int(socket.AF_INET), int(socket.SOCK_STREAM), 0)
    loopback = struct.pack("=HH4s8x", int(socket.AF_INET), 0, b"\x7f\x00\x00\x01")
    bound = ctypes.create_string_buffer(loopback, 16)
    assert LIBRARY.bind(handle, bound, 16) == 0
    assert LIBRARY.listen(handle, 5) == 0
    LIBRARY.getsockname(handle, bound, ctypes.byref(ctypes.c_uint(16)))
    try:
        yield handle, struct.unpack("!H", bound.raw[2:4])[0]
    finally:
        os.close(handle)


def test_without_the_lock_there_are_sockets() -> None:
    """The control: otherwise the tests below would say nothing."""
    assert find_out("socket_without_a_lock") == "done"


def test_native_code_gets_no_socket_of_any_family() -> None:
    said = find_out("every_socket", "no display")
    assert len(said) == 12 * 3
    assert set(said.values()) == {"EACCES"}


def test_a_window_gets_local_sockets_alone() -> None:
    said = find_out("every_socket", "display")
    assert {said[f"UNIX {kind}"] for kind in KINDS} == {"done"}
    assert {said[f"{family} {kind}"] for family in NETWORKS for kind in KINDS} == {"EACCES"}


@pytest.mark.parametrize("kind_of_lock", ["no display", "display"])
def test_only_local_streams_may_be_paired(kind_of_lock: str) -> None:
    """A local datagram socket could be sent to anyone's, paired or not."""
    said = find_out("every_pair", kind_of_lock)
    assert said.pop("UNIX STREAM") == "done"
    assert set(said.values()) == {"EACCES"}


def test_the_ways_round_the_filter_are_refused() -> None:
    said = find_out("ways_round")
    assert "EACCES" not in said["before"]
    assert said["after"] == ["EACCES"] * len(WAYS_ROUND)


@pytest.mark.skipif(platform.machine() != "x86_64", reason="only x86-64 has other sets of calls")
def test_the_second_numbers_of_x86_64_do_not_exist() -> None:
    assert find_out("second_numbers") == "ENOSYS"


@pytest.mark.skipif(platform.machine() != "x86_64", reason="only x86-64 has other sets of calls")
def test_a_call_of_a_foreign_architecture_ends_the_process() -> None:
    free = start("foreign_call", "unlocked")
    if free.stdout.strip() != "1":
        pytest.skip("this kernel does not serve programs of 32 bits")
    assert start("foreign_call", "locked").returncode == -signal.SIGSYS


def test_the_lock_cannot_be_lifted() -> None:
    assert find_out("tries_to_get_out") == {
        "switch seccomp off": "EINVAL",
        "take privileges": "EINVAL",
        "socket after a looser filter": "EACCES",
    }


def test_a_process_that_becomes_another_program_stays_locked() -> None:
    assert start("new_program").stdout.split() == ["-1", "13"]


def test_children_are_locked_too() -> None:
    assert find_out("fork") == "EACCES"
    assert shutil.which("bash"), "bash is needed for this test"
    said = find_out("children")
    assert said["python"] == "-1 13"
    assert said["status"].split() == ["NoNewPrivs:", "1", "Seccomp:", "2"]
    assert "Permission denied" in said["shell"]


def test_threads_that_ran_before_the_lock_are_locked() -> None:
    assert find_out("older_threads") == {"before": "done", "after": "EACCES"}


def test_network_sockets_that_were_left_open_are_closed() -> None:
    local, other = socket.socketpair()
    datagrams, target = socket.socketpair(type=socket.SOCK_DGRAM)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    with native_listener() as (listener, _), local, other, datagrams, target:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limits[1], limits[1]))
        far = os.dup2(listener, FAR)
        numbers = (listener, far, datagrams.fileno(), local.fileno())
        said = find_out("inherited", *map(str, numbers), pass_fds=numbers)
        os.close(far)
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert said == ["EBADF", "EBADF", "EBADF", "EBADF"]


def test_what_is_asked_over_a_local_stream_is_answered_there(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "app", "--fakes", "--home", str(tmp_path), "--json", "list"]
    inside, outside = socket.socketpair()
    with inside, outside:
        done = subprocess.run(program, cwd=INSTALLATION, stdout=inside.fileno(), timeout=PATIENCE)
        assert done.returncode == 0
        assert json.loads(outside.recv(1000)) == {"documents": []}


def test_no_memory_is_dumped_or_debugged() -> None:
    assert find_out("dumps") == {"dumpable": [1, 0], "limit": [0, 0]}


def test_landlock_keeps_other_processes_out_of_reach() -> None:
    said = find_out("kept_apart")
    if not said["done"]:
        pytest.skip("this kernel has no Landlock")
    assert (said["before"], said["after"]) == ("opened", "EACCES")


def test_landlock_refuses_tcp_by_itself() -> None:
    with native_listener() as (_, port):
        said = find_out("landlock_alone", str(port))
    if said["version"] < 4:
        pytest.skip(f"this kernel's Landlock (version {said['version']}) knows no ports")
    assert (said["done"], said["before"]) == (True, ["done", "done"])
    assert said["after"] == ["EACCES", "EACCES"]


def test_the_command_line_gives_up_local_sockets_when_it_is_known_to_be_one() -> None:
    said = find_out("further")
    assert said["before"] == ["done", "EACCES"]
    assert said["after"] == ["EACCES", "EACCES", "done"]
    assert said["python"] == "PermissionError"
    assert [names[0].split(",")[0] for names in said["mechanisms"]] == [
        "seccomp: no sockets but local ones",
        "seccomp: no sockets",
    ]


def test_the_guard_alone_leaves_local_sockets_to_pairs() -> None:
    said = find_out("local_use_from_python")
    assert (said["pair"], said["connect"]) == ("x", "refused")
    assert [one["event"] for one in said["counted"]] == ["socket.connect"]


SANDBOX = """
import errno, os, sys
from app.system.seccomp import ALLOW, Rule, install
refuse = 0x0005_0000 | getattr(errno, sys.argv[1])
install([Rule("seccomp", refuse)], otherwise=ALLOW)
os.execv(sys.executable, [sys.executable, *sys.argv[2:]])
"""
"""Becomes another program that is not allowed to lock itself."""
SENTENCE = "Strongroom did not start, because it cannot be locked."


def in_sandbox(home: Path, *arguments: str, error: str = "EPERM") -> list[str]:
    program = ["-m", "app", *arguments]
    program[2 if "--role=engine" not in arguments else 3 : 0] = ["--fakes", "--home", str(home)]
    return [sys.executable, "-c", SANDBOX, error, *program]


def say(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=INSTALLATION, capture_output=True, text=True, timeout=PATIENCE
    )


@pytest.mark.parametrize("error", ["EPERM", "ENOSYS"])
def test_a_program_that_cannot_be_locked_does_not_start(tmp_path: Path, error: str) -> None:
    said = say(in_sandbox(tmp_path / "home", "--json", "list", error=error))
    assert said.returncode == 1
    told = json.loads(said.stdout)
    assert told["error"].startswith(SENTENCE)
    assert "--allow-unlocked" in told["hint"]
    assert "Traceback" not in said.stderr
    assert not (tmp_path / "home").exists()


@pytest.mark.slow
def test_the_proof_of_a_program_that_cannot_be_locked_shows_red(tmp_path: Path) -> None:
    said = say(in_sandbox(tmp_path / "home", "--json", "proof"))
    proof = json.loads(said.stdout)
    assert (said.returncode, proof["verdict"], proof["blocked"]) == (1, "open", False)
    for process in proof["processes"]:
        assert "seccomp" in process["problem"]
    let_through = {a["process"] for a in proof["attempts"] if not a["refused"]}
    assert "command line" in let_through, "without a lock, native code gets its sockets"
    assert "NOT LOCKED" in say(in_sandbox(tmp_path / "home", "proof")).stdout


@pytest.mark.slow
def test_the_user_can_start_it_all_the_same_and_is_warned_each_time(tmp_path: Path) -> None:
    home, paper = tmp_path / "home", write_pdf(tmp_path / "a.pdf", "The lease.")
    for arguments in (["--allow-unlocked"], []):
        said = say(in_sandbox(home, *arguments, "--json", "list"))
        assert (said.returncode, json.loads(said.stdout)) == (0, {"documents": []})
        assert "Not locked" in said.stderr
    said = say(in_sandbox(home, "--json", "index", str(paper)))
    assert json.loads(said.stdout)["documents"] == 1
    assert "Not locked" in said.stderr
    said = say(in_sandbox(home, "--require-lock", "list"))
    assert said.returncode == 1
    assert SENTENCE in said.stderr.replace("\n", " ")
    assert say(in_sandbox(home, "list")).returncode == 1


@pytest.mark.parametrize(
    "words",
    [
        ["index", "a.pdf", "--allow-unlocked"],
        ["--allow-unlocked", "a.pdf"],
        ["a.pdf", "--allow-unlocked"],
    ],
)
def test_the_name_of_a_file_never_waives_the_lock(tmp_path: Path, words: list[str]) -> None:
    home = tmp_path / "home"
    said = say([sys.executable, "-m", "app", "--fakes", "--home", str(home), *words])
    assert said.returncode == 1
    assert "stands before the command" in said.stderr
    assert not home.exists()


def test_where_the_lock_holds_nobody_is_warned(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "app", "--fakes", "--home", str(tmp_path / "home")]
    said = say([*program, "--allow-unlocked", "--json", "list"])
    assert (said.returncode, said.stderr) == (0, "")


def test_an_engine_that_cannot_be_locked_tells_every_request(tmp_path: Path) -> None:
    client = EngineClient(in_sandbox(tmp_path / "home", "--role=engine"))
    try:
        for request in (m.GetStatus(), m.GetLibrary(), m.GetProof()):
            box: queue.SimpleQueue[Any] = queue.SimpleQueue()
            client.request(request, box.put)
            failed = box.get(timeout=PATIENCE)
            assert isinstance(failed, m.EngineFailed)
            assert failed.known
            assert failed.message.startswith(SENTENCE)
    finally:
        client.close()
    assert not (tmp_path / "home").exists()
