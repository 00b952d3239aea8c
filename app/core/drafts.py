"""What a model writes, taken apart while it writes: thoughts, the line it copies, its sentences.

Some models think aloud first, between `<think>` and `</think>`; that is no part of the answer.
The model then copies the line it answers from, which keeps a small one to the evidence, and is
no part of the answer either. Some copy no line.
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
        self._words = words
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
        return "" if self.is_thinking else self._unlabelled(self._text)

    def add(self, piece: str) -> Iterator[str]:
        """The sentences that `piece` completes."""
        self._text += "" if self.says_nothing else piece
        if not self._answering and self._thinks():
            return
        if self._nothing.search(self._text):
            self.says_nothing, self._text = True, ""
            return
        if not self._answering:
            self._answering, self._text = self._until_the_answer()
        if self._answering:
            *complete, self._text = _split(self._text)
            yield from complete

    def rest(self) -> Iterator[str]:
        """What was not yet given, once nothing more comes."""
        if not self.is_thinking:
            yield from filter(None, map(str.strip, _split(self._unlabelled(self._text))))

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

    def _until_the_answer(self) -> tuple[bool, str]:
        """Whether the answer has begun, and the text to go on with."""
        before, mark, answer = _parted(self._text, self._words.answer)
        if mark:
            return True, answer.lstrip()
        return not _begins(before, self._words.quote), self._text

    def _unlabelled(self, text: str) -> str:
        for label in (self._words.quote, self._words.answer):
            found = _label(label).match(text)
            text = text[found.end() :] if found else text
        return text.strip()


def _label(label: str) -> re.Pattern[str]:
    """With any blank, or none, before the colon, and however it is emphasised."""
    word = re.escape(label.rstrip(" :\u00a0\u202f"))
    return re.compile(rf"[*_«\"\s]*{word}[*_\s]*:[*_»\"]*\s*", re.IGNORECASE)


def _parted(text: str, label: str) -> tuple[str, bool, str]:
    found = _label(label).search(text)
    return (text[: found.start()], True, text[found.end() :]) if found else (text, False, "")


def _begins(text: str, label: str) -> bool:
    """Whether `text` starts with the label, or is so short that it still may."""
    start = text.lstrip('*_«" \n\u00a0\u202f').lower()
    word = label.rstrip(" :\u00a0\u202f").lower()
    return start.startswith(word[: len(start)])


def _split(draft: str) -> list[str]:
    """Sentences; the last one may still grow, and keeps the blanks at its end."""
    spans = list(sentence_spans(draft))
    if not spans:
        return [draft]
    return [*(draft[start:end] for start, end in spans[:-1]), draft[spans[-1][0] :]]
