"""What stands around the sentences of an answer: stages and cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.types import Answer, Hit
from app.gui import wording
from app.gui.evidence.snippet import HitCard
from app.gui.parts import Card, Picture, Text

_PATIENCE = 3.0
"""Seconds after which the line tells how long it has taken."""


class StageLine(QWidget):
    """What the program is doing for a question, step by step."""

    def __init__(self) -> None:
        super().__init__()
        self._dots = Text("", "dots")
        self._text = Text("", "secondary", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self._steps: list[str] = []
        self._last: Callable[[], str] | None = None
        self._count = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=500)
        self._timer.timeout.connect(self._beat)

    def start(self, step: str) -> None:
        """Begin with a first step."""
        self._steps = [step]
        self._clock.start()
        self._timer.start()
        self._show()

    def add(self, step: str, replaces: bool = False) -> None:
        """Say the next step, or put it in the last one's place."""
        if replaces and self._steps:
            self._steps.pop()
        self._last = None
        if step not in self._steps:
            self._steps.append(step)
        self._show()

    def take_back(self, step: str) -> None:
        """It is over, and needs not be told any more."""
        self._steps = [told for told in self._steps if told != step]
        self._show()

    def follow(self, words: Callable[[], str]) -> None:
        """Say, as the last step, what changes by itself; until the next step."""
        self._last = words
        self._show()

    def stop(self) -> None:
        self._timer.stop()
        self.hide()

    def _beat(self) -> None:
        self._count += 1
        self._show()

    def _show(self) -> None:
        self._dots.setText("●" if self._count % 2 else "○")
        waited = self._clock.elapsed() / 1000
        steps = list(self._steps)
        if self._last:
            steps.append(self._last())
        elif waited > _PATIENCE:
            steps.append(wording.seconds(waited))
        self._text.setText(" · ".join(steps))


class FindingsCard(Card):
    """A title, what it means, and a few passages."""

    hit_chosen = Signal(object)

    def __init__(self, title: str, meaning: str, label: str, hits: tuple[Hit, ...]) -> None:
        super().__init__("abstained")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Picture("search", "secondary", 20))
        head.addWidget(Text(title, "title"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(Text(meaning, "secondary", wraps=True))
        if not hits:
            return
        column.addSpacing(4)
        column.addWidget(Text(label, "label"))
        for hit in hits:
            card = HitCard(hit, lines=3)
            card.hit_chosen.connect(self.hit_chosen)
            column.addWidget(card)


class AbstainedCard(FindingsCard):
    """Says that the documents do not contain the answer, what was searched, and what is closest."""

    def __init__(self, answer: Answer, scope: str = "") -> None:
        """`scope` tells what was searched where that was not the whole library."""
        tr = wording.translate
        meaning = abstained_words(answer)
        super().__init__(
            tr("Answer", "Not in your documents"),
            f"{meaning} {scope}".strip(),
            tr("Answer", "What comes closest"),
            answer.hits[:3],
        )


def abstained_words(answer: Answer) -> str:
    """Which of the two gates closed, and what was searched."""
    tr = wording.translate
    if not answer.coverage.searchable:
        return tr("Answer", "None of these documents can be searched yet.")
    words = tr("Answer", "Nothing in the %1 that were searched (%2) answers this question.")
    if answer.sentences:
        words = tr(
            "Answer",
            "The model wrote something, but nothing in the %1 that were searched (%2) supports it.",
        )
    words = words.replace("%1", wording.documents(answer.coverage.searchable))
    return words.replace("%2", wording.pages(answer.coverage.pages_read))


class PassagesCard(FindingsCard):
    """The passages for a question that no model can answer yet."""

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        tr = wording.translate
        super().__init__(
            tr("Answer", "Passages for your question"),
            tr("Answer", "There is no answer model yet, so nothing is written from them."),
            tr("Answer", "Best first"),
            hits[:5],
        )
