"""What a process that died has left in a home is cleared away, and nothing else is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.core.errors import ModelError
from app.system import model_files
from app.system.left_overs import SETTLED, remove_left_overs, take_back
from app.system.model_files import ModelFiles
from tests.system.small_models import write_answer_model

LATER = time.time() + SETTLED + 86_400


@pytest.fixture
def files(tmp_path: Path) -> ModelFiles:
    return ModelFiles(tmp_path / "home" / "models", tmp_path / "installed")


def test_files_that_were_begun_are_removed_once_nobody_writes_them(tmp_path: Path) -> None:
    (tmp_path / "models" / ".import-1").mkdir(parents=True)
    (tmp_path / "scratch").mkdir()
    begun = [
        "settings.new",
        "scratch/etilqs_1",
        "models/.index.json.new",
        "models/.import-1/model.safetensors",
    ]
    kept = ["settings.json", "models/index.json", "models/new.gguf"]
    for name in begun + kept:
        (tmp_path / name).write_text("x")
    remove_left_overs(tmp_path, time.time())
    assert all((tmp_path / name).exists() for name in begun)
    remove_left_overs(tmp_path, LATER)
    left = {str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()}
    assert left == set(kept)
    assert not (tmp_path / "models" / ".import-1").exists()


def test_a_model_that_was_placed_but_never_recorded_is_taken_back(
    files: ModelFiles, tmp_path: Path
) -> None:
    kept = files.import_model(write_answer_model(tmp_path / "kept.gguf"))
    write_answer_model(files.home / "lost.gguf")
    (files.home / ".placing.json").write_text('"lost.gguf"')
    remove_left_overs(files.home.parent, LATER)
    assert not (files.home / "lost.gguf").exists()
    (files.home / ".placing.json").write_text('"kept.gguf"')
    take_back(files.home)
    assert kept.path.exists()
    assert sorted(path.name for path in files.home.iterdir()) == ["index.json", "kept.gguf"]


def test_an_import_that_cannot_be_recorded_leaves_nothing(
    files: ModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path, _model: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(model_files, "record", refuse)
    with pytest.raises(ModelError, match="could not be copied"):
        files.import_model(write_answer_model(tmp_path / "m.gguf"))
    assert list(files.home.iterdir()) == []


@pytest.mark.parametrize("told", ['"../secret"', '"/etc/passwd"', "{}", "nonsense", '""'])
def test_a_forged_note_leads_nowhere(files: ModelFiles, told: str) -> None:
    files.home.mkdir(parents=True)
    (files.home.parent / "secret").write_text("x")
    (files.home / ".placing.json").write_text(told)
    take_back(files.home)
    assert (files.home.parent / "secret").exists()
    assert list(files.home.iterdir()) == []
