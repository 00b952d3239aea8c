"""Several questions in one, taken apart: each is searched for by itself.

One vector for two questions lies between their pages, and near neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.language import content_words, sentence_spans

_FEWEST_WORDS = 2
"""Content words of a question that can be searched for by itself."""
_MOST = 4
_ASKS = (
    "what|who|whom|whose|when|where|which|how|why"
    "|quoi|qui|quand|où|quel|quelle|quels|quelles|combien|comment|pourquoi|qu['’]est-ce"
    "|wat|wie|wanneer|waar|waarom|welke?|hoe|hoeveel|hoelang"
    "|wer|wann|wo|wieviel|warum|welcher?|welches"
    "|qué|quién|cuándo|dónde|cuál|cuáles|cómo|cuánto|cuántos?"
)
_JOINT = re.compile(rf",?\s+(?:and|en|et|und|y)\s+(?=(?:{_ASKS})\b)|;\s+", re.IGNORECASE)


def asked_parts(question: str) -> list[str]:
    """The questions that are asked, or the whole text when it is one, or not plainly several."""
    sentences = [question[a:b] for a, b in sentence_spans(question)]
    asked = [part for text in sentences if text.endswith("?") for part in _joined(text)]
    stand_alone = all(len(content_words(part)) >= _FEWEST_WORDS for part in asked)
    return asked if 1 < len(asked) <= _MOST and stand_alone else [question]


def _joined(sentence: str) -> Iterator[str]:
    start = 0
    for joint in _JOINT.finditer(sentence):
        before, after = sentence[start : joint.start()], sentence[joint.end() :]
        if all(len(content_words(part)) >= _FEWEST_WORDS for part in (before, after)):
            yield f"{before}?"
            start = joint.end()
    yield sentence[start:]
