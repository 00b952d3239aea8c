"""What the user chose, kept in one small file of the home folder."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.core.errors import KnownError
from app.core.storage.faults import refused
from app.system.paths import make_private


@dataclass(frozen=True)
class Settings:
    """Names of chosen models ("": the default ones); what an answer may cost.

    `first_word_seconds`: how long the model may read before it writes (faster: 8, thorough: 40).
    `gpu_layers`: how many of its layers go to a graphics card, -1 for as many as have room.
    `answer_language` is a name as `language_of` gives it, or "": that of the question.
    `template` and `adapter` are for the answer model ("": the usual template; none).
    `start_unlocked`: start although the system's lock against networks cannot be set.
    """

    answer_model: str = ""
    embedder: str = ""
    start_unlocked: bool = False
    first_word_seconds: int = 15
    gpu_layers: int = 0
    template: str = ""
    adapter: str = ""
    answer_language: str = ""


_GONE = ("evidence_tokens",)
"""Written by earlier versions; of no meaning any more."""


def load_settings(path: Path) -> Settings:
    try:
        data = json.loads(path.read_text("utf-8"))
        known = {name: value for name, value in data.items() if name not in _GONE}
        return _typed(replace(Settings(), **known))
    except FileNotFoundError:
        return Settings()
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise KnownError(
            "The settings file cannot be understood.", f"Mend or delete {path}."
        ) from error


def _typed(settings: Settings) -> Settings:
    for name, usual in asdict(Settings()).items():
        if type(getattr(settings, name)) is not type(usual):
            raise TypeError(name)
    return settings


def own_secret(path: Path) -> str:
    """A random word that only this home folder knows; made when it is first asked for."""
    if not path.exists():
        _write(path, secrets.token_hex(16))
    return path.read_text("utf-8")


def save_settings(path: Path, settings: Settings) -> None:
    _write(path, json.dumps(asdict(settings), indent=2))


def _write(path: Path, text: str) -> None:
    try:
        make_private(path.parent)
        fresh = path.with_suffix(".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise refused(path.parent, error) from error
