"""Indexing that is killed at random moments loses nothing that was committed."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION, Paths
from app.wiring import open_vault

pytestmark = pytest.mark.release
ROUNDS = 60
LONGEST = 2.0
"""Seconds; by then an undisturbed run has ended."""


def command(paths: Paths, samples: Path) -> list[str]:
    program = [sys.executable, "-m", "app", "--fakes", "--home", str(paths.home), "--json"]
    return [*program, "index", str(samples)]


def chunk_texts(paths: Paths) -> dict[str, list[str]]:
    """By document, the text of all its chunks, in order."""
    with open_vault(paths, fakes=True) as vault:
        catalog = vault.services.catalog
        numbers = range(1, 10_000)
        found: dict[str, list[str]] = {d.name: [] for d in catalog.documents() if d.pages}
        for chunk in catalog.chunks(list(numbers)).values():
            found[chunk.document_name].append(chunk.text)
    return found


def test_a_killed_run_loses_no_committed_document(paths: Paths, samples: Path) -> None:
    chance = random.Random(17)
    kills = 0
    committed: dict[str, list[str]] = {}
    for _ in range(ROUNDS):
        process = subprocess.Popen(
            command(paths, samples),
            cwd=INSTALLATION,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(chance.uniform(0.3, LONGEST))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
        now = chunk_texts(paths)
        assert now | committed == now
        committed = now
        if process.returncode == 0:  # begin anew, so that there is something to kill
            shutil.rmtree(paths.vault)
            committed = {}
    assert kills > ROUNDS // 4
    done = subprocess.run(
        command(paths, samples), cwd=INSTALLATION, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout)["documents"] == 6
    with open_vault(paths, fakes=True) as vault:
        assert vault.services.search("liability", 1, None, lambda _event: None).hits
