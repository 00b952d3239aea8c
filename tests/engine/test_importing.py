"""A model that is brought is put to use where there was none."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from app.core.control import Control
from app.core.events import Event, WorkProgress
from app.engine import importing
from app.system.model_files import ModelFiles
from app.system.paths import find_paths
from app.wiring import OpenVault
from tests.system.small_models import write_answer_model


class Vault:
    """As much of an open vault as importing needs."""

    def __init__(self, home: Path, used: str) -> None:
        self.paths = find_paths(home)
        self.models = ModelFiles(home / "models", home / "installed")
        self._used = used

    def model_in_use(self, role: str) -> str:
        return self._used if role == "answer" else "e5"


@pytest.mark.parametrize(("used", "first"), [("", ["tiny"]), ("other", [])])
def test_the_first_of_its_kind_is_to_be_used_and_the_copy_is_told(
    tmp_path: Path, used: str, first: list[str]
) -> None:
    vault = cast(OpenVault, Vault(tmp_path, used))
    told: list[Event] = []
    source = write_answer_model(tmp_path / "tiny.gguf")
    assert importing.take_in(vault, source, told.append, Control()) == first
    assert told[-1] == WorkProgress("importing", 100, 100)
    assert len(set(told)) == len(told)
    assert [model.name for model in vault.models.all()] == ["tiny"]
