"""What every test gets: a process that is locked down, and a home folder of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.system.lockdown import Guard, prepare

GUARD = prepare(display=True)

import pytest  # noqa: E402

from app.system.paths import Paths, find_paths, resource  # noqa: E402
from app.wiring import OpenVault, open_vault  # noqa: E402


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
