"""No process of ours reaches a network from Python, and every attempt is counted."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from app.system.lockdown import Guard, NetworkRefusedError, keep_scratch_in

FAMILIES = ("AF_INET", "AF_INET6", "AF_PACKET", "AF_NETLINK", "AF_BLUETOOTH", "AF_VSOCK")
LOOK_UPS: dict[str, Callable[[], object]] = {
    "getaddrinfo": lambda: socket.getaddrinfo("strongroom.invalid", 80),
    "gethostbyname": lambda: socket.gethostbyname("strongroom.invalid"),
    "gethostbyname_ex": lambda: socket.gethostbyname_ex("strongroom.invalid"),
    "gethostbyaddr": lambda: socket.gethostbyaddr("192.0.2.1"),
    "getnameinfo": lambda: socket.getnameinfo(("192.0.2.1", 80), 0),
}


@pytest.mark.parametrize("family", [f for f in FAMILIES if hasattr(socket, f)])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW])
def test_a_socket_of_any_network_is_refused_and_counted(
    guard: Guard, family: str, kind: int
) -> None:
    before = len(guard.refused)
    with pytest.raises(NetworkRefusedError, match="reaches no network"):
        socket.socket(getattr(socket, family), kind)
    (refusal,) = guard.refused[before:]
    assert refusal.family == family


@pytest.mark.parametrize("name", LOOK_UPS)
def test_the_look_up_of_a_name_is_refused_and_counted(guard: Guard, name: str) -> None:
    before = len(guard.refused)
    with pytest.raises(NetworkRefusedError):
        LOOK_UPS[name]()
    assert [refusal.family for refusal in guard.refused[before:]] == ["name look-up"]


def test_libraries_that_speak_http_are_refused_too(guard: Guard) -> None:
    before = len(guard.refused)
    with pytest.raises(urllib.error.URLError) as told:
        urllib.request.urlopen("http://192.0.2.1/", timeout=1)
    assert isinstance(told.value.reason, NetworkRefusedError)
    with pytest.raises(NetworkRefusedError):
        http.client.HTTPSConnection("192.0.2.1", timeout=1).connect()
    with pytest.raises(NetworkRefusedError):
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    assert len(guard.refused) >= before + 3


def test_a_window_may_use_local_sockets() -> None:
    """The guard of these tests is that of a window; that of others is tried in `test_lock`."""
    one, other = socket.socketpair()
    one.sendall(b"x")
    assert other.recv(1) == b"x"
    one.close()
    other.close()


def test_a_guard_without_a_display_refuses_the_use_of_local_sockets() -> None:
    guard = Guard(display=True)
    with socket.socket(socket.AF_UNIX) as local:
        for event in ("socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"):
            guard.watch(event, (local, "/run/anything"))
        guard.give_up_display()
        with pytest.raises(NetworkRefusedError):
            guard.watch("socket.connect", (local, "/run/anything"))
        guard.watch("socket.__new__", (None, socket.AF_UNIX, socket.SOCK_STREAM, 0))
    assert [(refusal.family, refusal.event) for refusal in guard.refused] == [
        ("AF_UNIX", "socket.connect")
    ]


def test_what_our_own_test_tries_is_refused_but_not_counted(guard: Guard) -> None:
    before = len(guard.refused)
    with guard.testing(), pytest.raises(NetworkRefusedError):
        socket.socket(socket.AF_INET)
    assert len(guard.refused) == before
    with pytest.raises(NetworkRefusedError):
        socket.socket(socket.AF_INET)
    assert len(guard.refused) == before + 1


def test_what_others_try_during_our_own_test_is_counted(guard: Guard) -> None:
    before = len(guard.refused)

    def leak() -> None:
        with contextlib.suppress(NetworkRefusedError):
            socket.socket(socket.AF_INET6)

    with guard.testing():
        other = threading.Thread(target=leak)
        other.start()
        other.join()
    assert [refusal.family for refusal in guard.refused[before:]] == ["AF_INET6"]


def test_every_process_of_ours_is_locked_before_it_loads_anything_else() -> None:
    program = """
import json, os, sys
os.environ.update(HTTP_PROXY="http://x", CHROMA_API_KEY="x", OTEL_EXPORTER="x", HF_HUB_OFFLINE="0")
from app.system.lockdown import lock
loaded = sorted({"torch", "numpy", "chromadb", "PySide6", "transformers"} & set(sys.modules))
lockdown = lock(display=False)
import socket
tried = []
for act in (lambda: socket.socket(), lambda: socket.getaddrinfo("a.invalid", 1)):
    try:
        act()
        tried.append("let through")
    except PermissionError as error:
        tried.append(type(error).__name__)
names = ("HTTP_PROXY", "CHROMA_API_KEY", "OTEL_EXPORTER", "HF_HUB_OFFLINE", "ANONYMIZED_TELEMETRY")
environment = {name: os.environ.get(name) for name in names}
mask = os.umask(0)
print(json.dumps([loaded, tried, len(lockdown.guard.refused), environment, mask]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded, tried, count, environment, mask = json.loads(done.stdout)
    assert (loaded, tried, count) == ([], ["NetworkRefusedError", "NetworkRefusedError"], 2)
    assert environment == {
        "HTTP_PROXY": None, "CHROMA_API_KEY": None, "OTEL_EXPORTER": None,
        "HF_HUB_OFFLINE": "1", "ANONYMIZED_TELEMETRY": "False",
    }  # fmt: skip
    assert mask == 0o077


def test_the_program_locks_itself_before_its_own_imports() -> None:
    """Up to the call of `lock`, `python -m app` has loaded no library but Python's own."""
    program = """
import sys
import app.system.lockdown as lockdown
def stop(display):
    print(sorted({m.split(".")[0] for m in sys.modules} - set(sys.stdlib_module_names) - {"app"}))
    sys.exit(0)
lockdown.lock = stop
sys.argv = ["app", "list"]
import app.__main__
app.__main__.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    late = {"torch", "numpy", "chromadb", "PySide6", "transformers", "psutil", "pydantic", "rich"}
    assert not late & set(eval(done.stdout))


def test_scratch_files_of_all_libraries_go_to_the_home_folder(tmp_path: Path) -> None:
    keep_scratch_in(tmp_path)
    for name in ("TMPDIR", "SQLITE_TMPDIR", "XDG_CACHE_HOME", "HF_HOME"):
        assert os.environ[name] == str(tmp_path)
