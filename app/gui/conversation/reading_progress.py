"""How far the model is with its prompt, in words that go on between two news of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer

from app.core.events import PromptReading
from app.gui import wording

_STEP = 128
"""Tokens that a model reads between two news, or more."""


class ReadingProgress:
    """The latest news, and how old they are. What is told never goes back."""

    def __init__(self) -> None:
        self._news: PromptReading | None = None
        self._age = QElapsedTimer()
        self._said = 0

    def follow(self, news: PromptReading) -> None:
        self._news = news
        self._age.start()

    def words(self) -> str:
        """As far as it must be by now: news come a step of many tokens at a time."""
        age = self._age.elapsed() / 1000 if self._news else 0.0
        self._said = max(self._said, share_read(self._news, age) if self._news else 0)
        return words_for(self._news, age, self._said)


def share_read(news: PromptReading, age: float) -> int:
    """In hundredths, `age` seconds after the news, but no further than the next news will be."""
    if news.total <= 0:
        return 0
    read, left = float(news.read), news.seconds_left
    if left:
        gone = (news.total - news.read) * min(age, left) / left
        read += min(gone, max(_STEP, news.total / 4))
    return min(99, int(100 * read / news.total))


def words_for(news: PromptReading | None, age: float, least: int = 0) -> str:
    """What to say `age` seconds after the news; `least` hundredths were said already."""
    if news is None or news.total <= 0:
        return QCoreApplication.translate("ReadingProgress", "Reading the best of them…")
    left = max(0.0, news.seconds_left - age) if news.seconds_left else 0.0
    said = QCoreApplication.translate("ReadingProgress", "Reading the best of them: {share} %")
    words = said.format(share=wording.number(max(least, share_read(news, age))))
    return f"{words}, {wording.time_left(left)}" if left else words
