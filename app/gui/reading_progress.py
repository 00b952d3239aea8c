"""How far the model is with its prompt, in words that go on between two news of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer

from app.core.events import PromptReading
from app.gui import wording


class ReadingProgress:
    """The latest news, and how old they are."""

    def __init__(self) -> None:
        self._news: PromptReading | None = None
        self._age = QElapsedTimer()

    def follow(self, news: PromptReading) -> None:
        self._news = news
        self._age.start()

    def words(self) -> str:
        """As far as it must be by now: news come a step of many tokens at a time."""
        return words_for(self._news, self._age.elapsed() / 1000 if self._news else 0.0)


def words_for(news: PromptReading | None, age: float) -> str:
    """What to say `age` seconds after the news."""
    if news is None or news.total <= 0:
        return QCoreApplication.translate("ReadingProgress", "Reading the best of them…")
    read, left = float(news.read), news.seconds_left
    if left:
        age = min(age, left)
        read += (news.total - news.read) * age / left
        left -= age
    said = QCoreApplication.translate("ReadingProgress", "Reading the best of them: {share} %")
    share = min(99, int(100 * read / news.total))
    words = said.format(share=wording.number(share))
    return f"{words}, {wording.time_left(left)}" if left else words
