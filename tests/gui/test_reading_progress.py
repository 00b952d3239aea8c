"""While the prompt is read, the words go on by themselves between two news."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.events import PromptReading
from app.gui.conversation.reading_progress import ReadingProgress, words_for
from app.gui.conversation.turn_view import TurnView

NEWS = PromptReading(400, 1_000, 12.0)


def test_before_any_news_no_share_is_told() -> None:
    assert words_for(None, 0.0) == "Reading the best of them…"


def test_the_share_and_the_seconds_go_on_with_time() -> None:
    assert words_for(NEWS, 0.0) == "Reading the best of them: 40 %, about 10 s left"
    assert words_for(NEWS, 5.0) == "Reading the best of them: 65 %, a few seconds left"


@pytest.mark.parametrize("age", [12.0, 500.0])
def test_a_machine_slower_than_foreseen_waits_for_the_next_news(age: float) -> None:
    assert words_for(NEWS, age) == "Reading the best of them: 65 %"
    assert words_for(PromptReading(900, 1_000, 2.0), age) == "Reading the best of them: 99 %"


def test_the_share_never_goes_back(qtbot: QtBot) -> None:
    progress = ReadingProgress()
    progress.follow(PromptReading(600, 1_000, None))
    assert "60 %" in progress.words()
    progress.follow(PromptReading(400, 1_000, None))
    assert "60 %" in progress.words()


def test_without_a_guess_only_the_share_is_told() -> None:
    assert words_for(PromptReading(400, 1_000, None), 6.0) == "Reading the best of them: 40 %"


def test_the_line_tells_it_until_the_writing_begins(qtbot: QtBot) -> None:
    turn = TurnView("Why?")
    qtbot.addWidget(turn)
    turn.show_searching()
    turn.show_reading()
    turn.show_reading(PromptReading(100, 200, 30.0))
    assert "50 %" in turn.stages._text.text()
    turn.show_draft("Because")
    assert "%" not in turn.stages._text.text()
