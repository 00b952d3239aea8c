"""A desktop without a screen, where the real window is driven from outside, as by a person."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.deadlines import wait_until

_SIZE = "1400x900x24"
_STEPS = 12
"""In which the mouse is moved while something is dragged."""
_PROGRAMS = ("Xvfb", "openbox", "xdotool")


@dataclass(frozen=True)
class Desktop:
    """A display of its own with a window manager."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """Ours, but for this display: no other is reached from it, nor a session's services."""
        others = ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM", "XAUTHORITY")
        ours = {name: value for name, value in os.environ.items() if name not in others}
        return ours | {"DISPLAY": self.display}

    def await_window(self, title: str, seconds: float) -> None:
        """Wait until a window of this title is there, and give it the keyboard."""
        search = ("search", "--onlyvisible", "--name", title)
        wait_until(lambda: self._do(*search).returncode == 0, seconds)
        found = self._do(*search).stdout.split()
        self._do("windowactivate", "--sync", found[-1])

    def has_window(self, title: str) -> bool:
        return self._do("search", "--onlyvisible", "--name", title).returncode == 0

    def type(self, text: str) -> None:
        self._do("type", "--delay", "5", text)

    def press(self, key: str) -> None:
        """Press it, and look for half a second at what happens."""
        self._do("key", "--clearmodifiers", key, "sleep", "0.5")

    def click(self, x: int, y: int) -> None:
        """Click into the window that has the keyboard; negative from the right, or the bottom."""
        words = self._do("getactivewindow", "getwindowgeometry", "--shell").stdout.split()
        of = dict(word.split("=", 1) for word in words)
        x += int(of["WIDTH"]) if x < 0 else 0
        y += int(of["HEIGHT"]) if y < 0 else 0
        self._do("mousemove", "--window", of["WINDOW"], str(x), str(y), "click", "1")

    def drag(self, from_title: str, to_title: str, x: float, y: float) -> None:
        """Press the mouse in the middle of a window and take it to a part of another, from 0 to 1.

        The button stays down until `drop`.
        """
        source, target = self._area(from_title), self._area(to_title)
        self._do("windowactivate", "--sync", source["WINDOW"])
        begin = [
            int(source["X"]) + int(source["WIDTH"]) // 2,
            int(source["Y"]) + int(source["HEIGHT"]) // 2,
        ]
        end = [
            int(target["X"]) + int(x * int(target["WIDTH"])),
            int(target["Y"]) + int(y * int(target["HEIGHT"])),
        ]
        self._do("mousemove", *map(str, begin), "sleep", "0.2", "mousedown", "1")
        for step in range(1, _STEPS + 1):
            way = [a + (b - a) * step // _STEPS for a, b in zip(begin, end, strict=True)]
            self._do("mousemove", *map(str, way), "sleep", "0.05")
        self._do("mousemove_relative", "1", "1", "sleep", "0.3")

    def drop(self) -> None:
        self._do("mouseup", "1")

    def _area(self, title: str) -> dict[str, str]:
        window = self._do("search", "--onlyvisible", "--name", title).stdout.split()[-1]
        words = self._do("getwindowgeometry", "--shell", window).stdout.split()
        return dict(word.split("=", 1) for word in words)

    def _do(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=30
        )


def missing() -> str:
    """What this machine lacks for a desktop, as a sentence; "" when nothing is missing."""
    absent = [name for name in _PROGRAMS if shutil.which(name) is None]
    return f"Not installed: {', '.join(absent)} (Debian: xvfb, openbox, xdotool)." if absent else ""


@contextmanager
def desktop() -> Iterator[Desktop]:
    """Open a desktop; it is closed when the block ends."""
    telling, told = os.pipe()
    server = ["Xvfb", "-displayfd", str(told), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    with _running(server, dict(os.environ), (told,)):
        os.close(told)
        with os.fdopen(telling) as answer:
            opened = Desktop(f":{answer.readline().strip()}")
        with _running(["openbox"], opened.environment, ()):
            yield opened


@contextmanager
def _running(
    command: Sequence[str], environment: dict[str, str], pass_fds: tuple[int, ...]
) -> Iterator[None]:
    process = subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.kill()
        process.wait()
