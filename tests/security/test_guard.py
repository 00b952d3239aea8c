"""No process of ours reaches a network from Python, and every attempt is counted."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
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
NEVER_LOADED_BEFORE = ("socket", "ssl", "numpy", "sqlite3", "subprocess")


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


def test_local_sockets_are_left_alone() -> None:
    one, other = socket.socketpair()
    one.sendall(b"x")
    assert other.recv(1) == b"x"
    one.close()
    other.close()


def test_every_process_of_ours_is_locked_before_it_loads_anything_else() -> None:
    program = """
import json, os, sys
os.environ.update(HTTP_PROXY="http://x", CHROMA_API_KEY="x", OTEL_EXPORTER="x", HF_HUB_OFFLINE="0")
from app.system.lockdown import lock
loaded = sorted({"torch", "numpy", "chromadb", "PySide6", "transformers"} & set(sys.modules))
guard = lock()
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
print(json.dumps([loaded, tried, len(guard.refused), environment, mask]))
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
def stop():
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
