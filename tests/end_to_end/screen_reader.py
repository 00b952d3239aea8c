"""What a screen reader gets to know of the window, asked over AT-SPI on a bus of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
_ROOT = "/org/a11y/atspi/accessible/root"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_CHILD = re.compile(r'string "(:[\d.]+)"\s+object path "([^"]+)"')
_NUMBER = re.compile(r"uint32 (\d+)")
_SHOWING = 1 << 25
_STRING = re.compile(r'string "(.*)"', re.DOTALL)


@dataclass(frozen=True)
class Thing:
    """Something in the window, as it is told: what it is, its name, and more about it."""

    role: str
    name: str
    description: str


@dataclass(frozen=True)
class Listener:
    """Listens on the bus for screen readers; `environment` is for who is to be heard."""

    session: str
    bus: str

    @property
    def environment(self) -> dict[str, str]:
        return {"DBUS_SESSION_BUS_ADDRESS": self.session}

    def everything(self) -> list[Thing]:
        """All that the programs on the bus show now, window by window."""
        found = []
        for name, path in self._children("org.a11y.atspi.Registry", _ROOT):
            for window in self._children(name, path):
                found += self._within(*window)
        return found

    def _within(self, name: str, path: str) -> list[Thing]:
        states = _NUMBER.search(self._ask(name, path, f"{_ACCESSIBLE}.GetState"))
        if not states or not int(states[1]) & _SHOWING:
            return []
        found = [Thing(self._role(name, path), self._told(name, path, "Name"),
                       self._told(name, path, "Description"))]  # fmt: skip
        for child in self._children(name, path):
            found += self._within(*child)
        return found

    def _children(self, name: str, path: str) -> list[tuple[str, str]]:
        return _CHILD.findall(self._ask(name, path, f"{_ACCESSIBLE}.GetChildren"))

    def _role(self, name: str, path: str) -> str:
        return _first(self._ask(name, path, f"{_ACCESSIBLE}.GetRoleName"))

    def _told(self, name: str, path: str, what: str) -> str:
        words = (f"string:{_ACCESSIBLE}", f"string:{what}")
        return _first(self._ask(name, path, f"{_PROPERTIES}.Get", *words))

    def _ask(self, name: str, path: str, member: str, *words: str) -> str:
        command = ["dbus-send", f"--bus={self.bus}", "--print-reply", "--reply-timeout=10000"]
        answer = subprocess.run(
            [*command, f"--dest={name}", path, member, *words],
            capture_output=True, text=True, timeout=20,
        )  # fmt: skip
        return answer.stdout


def missing() -> str:
    """What this machine lacks for it, as a sentence; "" when nothing is missing."""
    is_there = _LAUNCHER.exists() and all(map(shutil.which, ("dbus-daemon", "dbus-send")))
    return "" if is_there else "No AT-SPI here (Debian: at-spi2-core, dbus)."


@contextmanager
def listening(folder: Path) -> Iterator[Listener]:
    """A bus with nothing on it but who is to be heard; its files lie in `folder`."""
    address = f"unix:path={folder}/session"
    ours = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "XDG_RUNTIME_DIR": str(folder),
            "XDG_CACHE_HOME": str(folder)}  # fmt: skip
    daemon = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address={address}"]
    with _started([*daemon, "--print-address=1"], ours) as bus:
        assert bus.stdout is not None
        bus.stdout.readline()
        with _started([str(_LAUNCHER), "--launch-immediately"], ours):
            yield Listener(address, _address_for_readers(ours))


def _address_for_readers(environment: dict[str, str]) -> str:
    """Where screen readers listen; one is said to be there."""
    to = ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    for word in ("IsEnabled", "ScreenReaderEnabled"):
        status = ["string:org.a11y.Status", f"string:{word}", "variant:boolean:true"]
        subprocess.run([*to, f"{_PROPERTIES}.Set", *status], env=environment, check=True,
                       capture_output=True, timeout=20)  # fmt: skip
    answer = subprocess.run([*to, "org.a11y.Bus.GetAddress"], env=environment, check=True,
                            capture_output=True, text=True, timeout=20)  # fmt: skip
    return _first(answer.stdout)


def _first(answer: str) -> str:
    found = _STRING.search(answer)
    return found[1] if found else ""


@contextmanager
def _started(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
