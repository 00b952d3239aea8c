"""The sample documents that come with the program, and questions to ask of a library."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.core.types import Document
from app.system.paths import resource

_MOST = 4


def samples_folder() -> Path:
    return resource("samples")


def suggest_questions(documents: list[Document]) -> list[str]:
    """A few questions that fit the library: about the samples in it, or general ones."""
    names = {document.name for document in documents}
    fitting = [question for name, question in _sample_questions() if name in names]
    if fitting:
        return fitting[:_MOST]
    translate = QCoreApplication.translate
    return [
        translate("Samples", "What are these documents about?"),
        translate("Samples", "Which deadlines and dates are mentioned?"),
        translate("Samples", "Which amounts of money are mentioned, and what for?"),
    ]


def _sample_questions() -> list[tuple[str, str]]:
    """Document and question, one question of each document first."""
    try:
        found = json.loads(resource("samples/questions.json").read_text(encoding="utf-8"))
        pairs = [(str(item["document"]), str(item["question"])) for item in found]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    seen: dict[str, int] = {}
    ranked = []
    for name, question in pairs:
        seen[name] = seen.get(name, 0) + 1
        ranked.append((seen[name], name, question))
    ranked.sort(key=lambda item: item[0])
    return [(name, question) for _rank, name, question in ranked]
