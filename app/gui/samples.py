"""The sample documents that come with the program, and what can be asked of them."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

from app.system.paths import resource


def samples_folder() -> Path:
    return resource("samples")


def sample_questions(names: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """For each sample among these documents, questions that it answers, and its name with each."""
    try:
        found = json.loads(resource("samples/questions.json").read_text(encoding="utf-8"))
        pairs = [(str(item["question"]), str(item["document"])) for item in found]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    made: dict[str, list[tuple[str, str]]] = {}
    for question, name in pairs:
        if name in names:
            made.setdefault(name, []).append((question, name))
    return made
