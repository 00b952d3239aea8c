"""What stands around the sentences of an answer: stages, folded sentences, sources, footer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.types import Answer, Citation, Coverage, Hit, Sentence
from app.gui import wording
from app.gui.parts import Button, Card, ClickableCard, ElidedText, IconButton, Picture, Text
from app.gui.snippet import HitCard

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


class UnsupportedFold(QWidget):
    """Sentences that the documents do not support, folded away until asked for."""

    def __init__(self, sentences: list[Sentence], is_open: bool) -> None:
        super().__init__()
        count = len(sentences)
        self._label = (
            self.tr("1 unsupported sentence")
            if count == 1
            else self.tr("{count} unsupported sentences").format(count=wording.number(count))
        )
        self.button = Button(
            self._label,
            "chevron-right",
            "quiet",
            self.tr("The model wrote this, but no passage of your documents supports it"),
        )
        self.button.clicked.connect(self._toggle)
        self.body = Card("unsupported")
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.addWidget(Text(self.tr("Not supported by your documents"), "warning-small"))
        for sentence in sentences:
            text = Text(sentence.text, "secondary", wraps=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inside.addWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.body)
        self._show(is_open)

    def _toggle(self) -> None:
        self._show(self.body.isHidden())

    def _show(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.button.show_icon("chevron-down" if is_open else "chevron-right", "secondary")
        state = self.tr("shown") if is_open else self.tr("hidden")
        self.button.setAccessibleName(f"{self._label}, {state}")


class SourceRow(ClickableCard):
    """A numbered source of an answer."""

    citation_chosen = Signal(object)

    def __init__(self, number: int, citation: Citation) -> None:
        super().__init__(
            f"{number}: {wording.place(citation.document_name, citation.page)}", "source"
        )
        self.setToolTip(wording.quote(citation))
        self._citation = citation
        self.chosen.connect(self._tell)
        mark = Text(str(number), "mark")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = ElidedText(citation.document_name, "small-text")
        name.setToolTip("")
        quote = ElidedText(f"“{wording.clean_line(citation.quote)}”", "small", at_end=True)
        quote.setToolTip("")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(quote)
        where = self.tr("page {number}").format(number=wording.number(citation.page))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 12, 6)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(mark, 0, top)
        row.addLayout(words, 1)
        row.addWidget(Text(where, "small"), 0, top)

    def _tell(self) -> None:
        self.citation_chosen.emit(self._citation)


class Sources(QWidget):
    """The numbered sources of an answer, each once."""

    citation_chosen = Signal(object)

    def __init__(self, citations: list[Citation]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self.tr("Sources"), "label"))
        for number, citation in numbered(citations).items():
            row = SourceRow(number, citation)
            row.citation_chosen.connect(self.citation_chosen)
            column.addWidget(row)


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
    """Says that the documents do not contain the answer, and shows what comes closest."""

    def __init__(self, hits: tuple[Hit, ...], coverage: Coverage) -> None:
        tr = wording.translate
        looked = tr("Answer", "Nothing in the %1 that were searched answers this question.")
        super().__init__(
            tr("Answer", "Not in your documents"),
            looked.replace("%1", wording.documents(coverage.searchable)),
            tr("Answer", "What comes closest"),
            hits[:3],
        )


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


class Footer(QWidget):
    """Who answered, how long it took, and a button that copies the answer."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        was_asked = bool(answer.model and answer.prompt_tokens)
        facts = [wording.clean_line(answer.model)] if was_asked else []
        facts.append(wording.seconds(answer.seconds.total))
        if answer.stopped:
            facts.append(self.tr("stopped"))
        self._copy = IconButton("copy", self.tr("Copy the answer with its sources"), size=15)
        self._copy.clicked.connect(self.copy)
        self._copied = QTimer(self, singleShot=True, interval=1600)
        self._copied.timeout.connect(lambda: self._copy.show_icon("copy", "secondary"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.addWidget(Text(" · ".join(facts), "small"))
        row.addWidget(self._copy)
        row.addStretch(1)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._answer))
        self._copy.show_icon("check", "success")
        self._copied.start()


def numbered(citations: list[Citation]) -> dict[int, Citation]:
    """The first citation of each number, in the order of the numbers."""
    found: dict[int, Citation] = {}
    for position, citation in enumerate(citations):
        found.setdefault(citation.number or position + 1, citation)
    return dict(sorted(found.items()))


def as_text(answer: Answer) -> str:
    """An answer for the clipboard: question, sentences with marks, sources."""
    parts = [answer.question, ""]
    supported = [s for s in answer.sentences if s.citations]
    if answer.abstained:
        parts.append(wording.translate("Answer", "Not in your documents"))
    for sentence in supported:
        marks = "".join(f"[{citation.number}]" for citation in sentence.citations)
        parts.append(f"{sentence.text} {marks}".strip())
    citations = numbered([c for s in supported for c in s.citations])
    if citations:
        parts.append("")
    for number, c in citations.items():
        parts.append(f"[{number}] {wording.place(c.document_name, c.page)}: “{c.quote}”")
    return wording.clean("\n".join(parts))
