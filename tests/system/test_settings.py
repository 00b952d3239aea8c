"""Settings come back as they were saved, and a file that makes no sense is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.core.errors import KnownError
from app.system.settings import Settings, load_settings, save_settings


def test_without_a_file_the_settings_are_the_default_ones(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "home" / "settings.json"
    chosen = Settings(answer_model="one", embedder="två", first_word_seconds=40)
    save_settings(path, chosen)
    assert load_settings(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_settings_of_an_earlier_version_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"answer_model": "one", "evidence_tokens": 900}')
    assert load_settings(path) == Settings(answer_model="one")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX'")
def test_the_settings_are_private(tmp_path: Path) -> None:
    path = tmp_path / "home" / "settings.json"
    save_settings(path, Settings())
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b'{"unknown": 1}',
        b"\xff\xfe",
        b'{"first_word_seconds": "many"}',
        b'{"answer_model": 5}',
        b'{"answer_model": null}',
    ],
)
def test_a_file_that_makes_no_sense_is_told_with_its_path(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="cannot be understood") as told:
        load_settings(path)
    assert str(path) in told.value.hint
    assert path.read_bytes() == content
