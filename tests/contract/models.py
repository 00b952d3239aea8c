"""The real models that slow tests need. A missing one fails its test and says what to do."""

from __future__ import annotations

from pathlib import Path

from app.system.paths import installed_models

SMALL_MODEL = "smollm2-135m-instruct-q4_1.gguf"
E5 = "multilingual-e5-small"
MINILM = "all-minilm-l6-v2"


def installed(name: str) -> Path:
    path = installed_models() / name
    assert path.exists(), (
        f"The model {name} is not installed, and this test needs it. "
        "Run: python3 packaging/bootstrap.py test"
    )
    return path
