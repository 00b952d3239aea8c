"""The Debian package in a bare Debian: installed, used and removed where no network exists.

Build it first (`packaging/linux/make_deb.py`), and run as root. STRONGROOM_DEB names another one.
Only the packages that it depends on are fetched, while the bare system is made.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION, find_paths
from tests.release.installed import AGREEMENT, SAMPLES, Program, use, use_window
from tests.security import desktop

pytestmark = pytest.mark.release
USER = "reader"
SOURCES = Path("/etc/apt/sources.list.d/debian.sources")
SOCKETS = "/tmp/.X11-unix"
OF_THE_SYSTEM = ("./var/lib/dpkg/", "./var/cache/", "./var/log/", "./proc/", "./tmp/", "./home/")
"""Where dpkg notes what it does, and others what they saw."""


@pytest.fixture(scope="module")
def package() -> Path:
    named = os.environ.get("STRONGROOM_DEB")
    made = [Path(named)] if named else sorted((INSTALLATION / ".release").glob("*.deb"))
    if not made:
        pytest.skip("there is no package: packaging/linux/make_deb.py makes it")
    if os.geteuid() != 0 or not shutil.which("mmdebstrap"):
        pytest.skip("needs root and mmdebstrap")
    return made[-1]


@pytest.fixture(scope="module")
def root(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A bare Debian 12 with what the package depends on, and one user."""
    place = tmp_path_factory.mktemp("bare") / "root"
    depends = re.sub(r"\(.*?\)|\s", "", told("dpkg-deb", "--field", str(package), "Depends"))
    options = ["--quiet", "--variant=minbase", "--mode=root", f"--include={depends}"]
    told("mmdebstrap", *options, "bookworm", str(place), str(SOURCES))
    told("chroot", str(place), "useradd", "--create-home", USER)
    for inside, outside in (("proc", "/proc"), (SOCKETS.lstrip("/"), SOCKETS)):
        (place / inside).mkdir(parents=True, exist_ok=True)
        Path(outside).mkdir(exist_ok=True)
        told("mount", "--bind", outside, str(place / inside))
    yield place
    for inside in ("proc", SOCKETS.lstrip("/")):
        told("umount", str(place / inside))


def told(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def files(root: Path) -> set[str]:
    found = told("find", str(root), "-xdev", "-printf", "./%P\n").splitlines()
    return {path for path in found if not path.startswith(OF_THE_SYSTEM)}


def installed(root: Path, place: Path) -> Program:
    """The program as the user starts it; `place` is its home as it is from here."""
    inside = "/" + str(place.relative_to(root))
    command = [
        "chroot",
        f"--userspec={USER}:{USER}",
        str(root),
        "/usr/bin/env",
        f"HOME=/home/{USER}",
    ]
    return Program([*command, "strongroom"], inside)


def test_it_is_installed_used_and_removed_without_a_network(
    root: Path, package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    shutil.copyfile(package, root / "tmp" / "strongroom.deb")
    began = time.monotonic()
    in_root = ("unshare", "--net", "chroot", str(root))
    told(*in_root, "dpkg", "--install", "/tmp/strongroom.deb")
    lines = [f"installed in {time.monotonic() - began:.0f} s"]
    interfaces = told(*in_root, "cat", "/proc/net/dev").split("\n")[2:]
    assert [line.split(":")[0].strip() for line in interfaces if line] == ["lo"]

    home = root / "home" / USER
    document = home / AGREEMENT
    shutil.copyfile(SAMPLES / AGREEMENT, document)
    document.chmod(0o644)
    inside = f"/home/{USER}/{AGREEMENT}"
    lines += use(installed(root, home / "command line"), inside)
    with desktop.desktop() as display:
        in_window = installed(root, home / "window")
        paths = find_paths(home / "window")
        lines += use_window(in_window, display, inside, paths, tmp_path / "errors")

    told(*in_root, "dpkg", "--purge", "strongroom")
    assert files(root) - before == set()
    assert before - files(root) <= {"./opt"}, "dpkg removes that folder when it is empty"
    left = {path.name for path in home.iterdir() if not path.name.startswith(".")}
    assert left == {"command line", "window", AGREEMENT}
    lines.append("removed; only the user's documents and libraries are left")
    with capsys.disabled():
        print("", *lines, sep="\n")
