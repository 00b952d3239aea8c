"""How long people will wait for an answer here, from what is known of the model. Shows nothing."""

from __future__ import annotations

from app.engine.messages import ModelInfo, Models

_PROMPT = 1_300
"""Tokens of a usual prompt."""
_WORDS = 60
"""Words of a usual answer."""


def seconds_of_answer(models: Models) -> float:
    """Of a usual answer of the model in use, all of it; 0 while that cannot be told."""
    used = next((m for m in models.models if m.role == "answer" and m.in_use), None)
    if used is None or not used.words:
        return 0.0
    return _until_first_word(used, models.first_word_seconds) + _WORDS / used.words


def _until_first_word(model: ModelInfo, most: int) -> float:
    """Prompts are cut to what can be read in the time that the user gives it."""
    return min(_PROMPT / model.reads, most) if model.reads else float(most)
