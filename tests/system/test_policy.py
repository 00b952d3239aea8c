"""What an administrator decides wins over what users choose, and is never guessed."""

from __future__ import annotations

import json
import os
import pwd
from pathlib import Path

import pytest

from app.core.errors import KnownError, ModelError, UsageError, VaultError
from app.system.model_files import ModelFiles
from app.system.policy import Policy, load_policy


def decided(tmp_path: Path, **told: object) -> Policy:
    file = tmp_path / "policy.json"
    file.write_text(json.dumps(told))
    return load_policy(file)


def test_without_a_file_users_decide(tmp_path: Path) -> None:
    policy = load_policy(tmp_path / "none")
    policy.require_export()
    policy.require_model("any", "00")
    policy.require_place(tmp_path)
    assert (policy.usual_vault(), policy.banner) == (None, "")


@pytest.mark.parametrize("text", ["", "[]", '{"export": 0}', '{"exports": false}', "[" * 9_000])
def test_a_file_that_cannot_be_understood_stops_the_start(tmp_path: Path, text: str) -> None:
    (tmp_path / "policy.json").write_text(text)
    with pytest.raises(KnownError, match="cannot be understood"):
        load_policy(tmp_path / "policy.json")


def test_libraries_lie_where_the_administrator_wants_them(tmp_path: Path) -> None:
    policy = decided(tmp_path, vaults=str(tmp_path / "{user}"))
    own = tmp_path / pwd.getpwuid(os.getuid()).pw_name
    assert policy.usual_vault() == own / "vault"
    policy.require_place(own / "case-17")
    (tmp_path / "elsewhere").mkdir()
    own.mkdir()
    (own / "link").symlink_to(tmp_path / "elsewhere")
    for wrong in (tmp_path, own / ".." / "another", own / "link" / "vault"):
        with pytest.raises(VaultError, match="not allow"):
            policy.require_place(wrong)


def test_a_model_that_is_not_allowed_is_neither_taken_nor_used(
    files: ModelFiles, source: Path
) -> None:
    model = files.import_model(source)
    strict = ModelFiles(files.home, files.installed, Policy(models=("00" * 32,)))
    with pytest.raises(ModelError, match="does not allow"):
        strict.checked(model)
    with pytest.raises(ModelError, match="no model that writes answers"):
        strict.default("answer", "")
    allowing = ModelFiles(files.home, files.installed, Policy(models=(model.sha256,)))
    assert allowing.checked(allowing.default("answer", "")) == model


def test_exporting_can_be_switched_off(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="switched exporting off"):
        decided(tmp_path, export=False).require_export()
