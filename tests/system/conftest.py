"""What tests of this machine's side share: readers that are closed, and folders of models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.model_files import ModelFiles
from app.system.readers import IsolatedReader
from tests.system.small_models import write_answer_model, write_embedder


@pytest.fixture
def made() -> Iterator[list[IsolatedReader]]:
    """Readers to be closed when the test ends."""
    readers: list[IsolatedReader] = []
    yield readers
    for reader in readers:
        reader.close()


@pytest.fixture
def files(tmp_path: Path) -> ModelFiles:
    (tmp_path / "installed").mkdir()
    return ModelFiles(tmp_path / "home" / "models", tmp_path / "installed")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_answer_model(tmp_path / "tiny.gguf")


@pytest.fixture
def embedder(tmp_path: Path) -> Path:
    return write_embedder(tmp_path / "small.v1")
