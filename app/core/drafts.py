"""What a model writes, taken apart while it writes: its thoughts, and its sentences.

Some models think aloud first, between `<think>` and `</think>`; that is no part of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.core.language import sentence_spans
from app.core.prompt import Words

THOUGHT_TOKENS = 1_200
"""What a model that thinks aloud may write before its answer."""
_OPEN, _CLOSE = "<think>", "</think>"


class Draft:
    """The text of one answer, as far as it is written."""

    def __init__(self, words: Words) -> None:
        self._text = ""
        self._answering = False
        self._nothing = re.compile(
            rf"(?:^|[.:!?\n]\s*)\W*{re.escape(words.nothing)}", re.IGNORECASE
        )
        self.thinking = ""
        self.is_thinking = False
        self.says_nothing = False
        """At the start of a sentence: one that quotes these words silences nobody."""

    @property
    def unfinished(self) -> str:
        """What is written of the sentence in hand; nothing of thoughts."""
        return "" if self.is_thinking else self._text.strip()

    def add(self, piece: str) -> Iterator[str]:
        """The sentences that `piece` completes."""
        self._text += "" if self.says_nothing else piece
        if not self._answering and self._thinks():
            return
        if self._nothing.search(self._text):
            self.says_nothing, self._text = True, ""
            return
        self._answering = self._answering or bool(self._text.strip())
        *complete, self._text = _split(self._text)
        yield from complete

    def rest(self) -> Iterator[str]:
        """What was not yet given, once nothing more comes."""
        if not self.is_thinking:
            yield from filter(None, map(str.strip, _split(self._text)))

    def _thinks(self) -> bool:
        """Whether the model is still at its thoughts; moves those that ended out of the way."""
        begun = self._text.lstrip()
        if begun.startswith(_OPEN):
            thoughts, closed, rest = begun.removeprefix(_OPEN).partition(_CLOSE)
            self.thinking, self.is_thinking = thoughts.strip(), not closed
            if closed:
                self._text = rest.lstrip()
            return self.is_thinking
        return bool(begun) and len(begun) < len(_OPEN) and _OPEN.startswith(begun)


def _split(draft: str) -> list[str]:
    """Sentences; the last one may still grow, and keeps the blanks at its end."""
    spans = list(sentence_spans(draft))
    if not spans:
        return [draft]
    return [*(draft[start:end] for start, end in spans[:-1]), draft[spans[-1][0] :]]
