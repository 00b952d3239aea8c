"""What the user chose, kept in one small file of the home folder."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from app.core.errors import KnownError
from app.system.paths import make_private


@dataclass(frozen=True)
class Settings:
    """Names of chosen models ("": the default ones); tokens of evidence given for an answer."""

    answer_model: str = ""
    embedder: str = ""
    evidence_tokens: int = 1_000


def load_settings(path: Path) -> Settings:
    try:
        data = json.loads(path.read_text("utf-8"))
        return _typed(replace(Settings(), **data))
    except FileNotFoundError:
        return Settings()
    except (ValueError, TypeError) as error:
        raise KnownError(
            "The settings file cannot be understood.", f"Mend or delete {path}."
        ) from error


def _typed(settings: Settings) -> Settings:
    for name, usual in asdict(Settings()).items():
        if type(getattr(settings, name)) is not type(usual):
            raise TypeError(name)
    return settings


def save_settings(path: Path, settings: Settings) -> None:
    make_private(path.parent)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(asdict(settings), file, indent=2)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
