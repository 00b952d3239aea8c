"""What every test gets: a process that is locked down, and a home folder of its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from app.system.lockdown import Guard, prepare

GUARD = prepare(display=True)
MEMORY_DISK, MEMORY_NEEDED = Path("/dev/shm"), 10**9

import pytest  # noqa: E402

from app.system.paths import Paths, find_paths, resource  # noqa: E402
from app.wiring import OpenVault, open_vault  # noqa: E402


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell how long the tests of each folder took, all processes together."""
    took: defaultdict[str, float] = defaultdict(float)
    for report in (r for reports in terminalreporter.stats.values() for r in reports):
        if isinstance(report, pytest.TestReport):
            took[report.nodeid.split("::")[0].rpartition("/")[0]] += report.duration
    longest = sorted(took.items(), key=lambda part: -part[1])
    parts = ", ".join(f"{folder} {seconds:.0f} s" for folder, seconds in longest)
    terminalreporter.write_line(f"Took: {parts}")


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test fails when anything tries to reach a network in it, unless it asks for `guard`."""
    before = len(GUARD.refused)
    yield
    if "guard" not in request.fixturenames:
        assert GUARD.refused[before:] == [], "something tried to reach a network"


@pytest.fixture(autouse=True)
def same_environment() -> Iterator[None]:
    """An opened vault points the scratch folders of all libraries into its home: undo that."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is room for it: tests commit thousands of times."""
    if not os.access(MEMORY_DISK, os.W_OK) or shutil.disk_usage(MEMORY_DISK).free < MEMORY_NEEDED:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY_DISK, prefix="test-") as folder:
        yield Path(folder)


@pytest.fixture
def guard() -> Guard:
    """The guard of this process; it has counted since the tests started."""
    return GUARD


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A home folder that nothing else uses."""
    return find_paths(tmp_path / "home")


@pytest.fixture
def vault(paths: Paths) -> Iterator[OpenVault]:
    """An empty vault with real readers, and fakes for all models."""
    with open_vault(paths, fakes=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of sample documents that ships."""
    return resource("samples")
