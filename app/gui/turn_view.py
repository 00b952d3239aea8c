"""A question and its answer as they are shown in the conversation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.events import PromptReading
from app.core.types import Answer, Citation, Coverage, Hit, Sentence, Support, Turn
from app.gui import wording
from app.gui.answer_parts import (
    AbstainedCard,
    Footer,
    PassagesCard,
    Sources,
    StageLine,
    UnsupportedFold,
)
from app.gui.answer_text import AnswerText
from app.gui.parts import Card, Notice, Text
from app.gui.reading_progress import ReadingProgress


class TurnView(QWidget):
    """Follows an answer from the question to the last source."""

    citation_chosen = Signal(object)
    hit_chosen = Signal(object)

    def __init__(self, question: str, shows_unsupported: bool = False) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self.answer: Answer | None = None
        self._shows_unsupported = shows_unsupported
        self._sentences: list[Sentence] = []
        self.stages = StageLine()
        self._reading = ReadingProgress()
        self.text = AnswerText()
        self.text.citation_chosen.connect(self.citation_chosen)
        self.text.hide()
        self.notice = Notice()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addLayout(_bubble(question))
        for part in (self.text, self.stages, self.notice):
            self._column.addWidget(part)
        self.stages.hide()

    # While it is being answered

    def show_searching(self) -> None:
        self.stages.show()
        self.stages.start(self.tr("Searching…"))

    def show_hits(self, hits: tuple[Hit, ...], seconds: float) -> None:
        self.hits = hits
        found = self.tr("Found {passages} in {time}").format(
            passages=wording.passages(len(hits)), time=wording.seconds(seconds)
        )
        self.stages.add(found, replaces=True)

    def show_reading(self, news: PromptReading | None = None) -> None:
        if news is not None:
            self._reading.follow(news)
        self.stages.follow(self._reading.words)

    def show_draft(self, text: str) -> None:
        self._say_writing()
        self.text.show_sentences(self._shown_sentences(), text)
        self.text.show()

    def add_sentence(self, sentence: Sentence) -> None:
        self._say_writing()
        self._sentences.append(sentence)
        self.text.show_sentences(self._shown_sentences())
        self.text.setVisible(bool(self._shown_sentences()))

    # When it is over

    def show_answer(self, answer: Answer) -> None:
        """Show the whole answer, in place of what was seen of it."""
        self.answer, self.hits = answer, answer.hits
        self._sentences = list(answer.sentences)
        self.stages.stop()
        shown = self._shown_sentences()
        self.text.show_sentences(shown)
        self.text.setVisible(bool(shown) and not answer.abstained)
        if answer.abstained:
            self._add_abstained(answer)
        self._add_partly_note()
        self._add_unsupported()
        self._add_coverage(answer.coverage)
        if shown and not answer.abstained:
            self._add_sources()
        self._column.addWidget(Footer(answer))

    def show_passages(self, hits: tuple[Hit, ...]) -> None:
        """Show what was found, when there is no model to answer from it."""
        self.hits = hits
        self.stages.stop()
        card = PassagesCard(hits)
        card.hit_chosen.connect(self.hit_chosen)
        self._column.addWidget(card)

    def show_failure(self, message: str, hint: str) -> None:
        self.stages.stop()
        self.text.setVisible(bool(self._sentences))
        self.text.show_sentences(self._shown_sentences())
        self.notice.tell(message, hint, "danger")

    def show_stopped(self) -> None:
        """The question was stopped before there was an answer."""
        self.stages.stop()
        self.text.show_sentences(self._shown_sentences())
        self._column.addWidget(Text(self.tr("Stopped."), "secondary"))

    def citations(self) -> list[Citation]:
        """In the order of their marks."""
        return self.text.citations()

    def emphasise(self, citation: Citation) -> None:
        self.text.choose(citation)

    def _say_writing(self) -> None:
        self.stages.add(self.tr("Writing and checking each sentence…"))

    def _shown_sentences(self) -> list[Sentence]:
        return [s for s in self._sentences if s.support is not Support.UNSUPPORTED]

    def _add_abstained(self, answer: Answer) -> None:
        card = AbstainedCard(answer.hits, answer.coverage)
        card.hit_chosen.connect(self.hit_chosen)
        self._column.addWidget(card)

    def _add_unsupported(self) -> None:
        folded = [s for s in self._sentences if s.support is Support.UNSUPPORTED]
        if folded:
            self._column.addWidget(UnsupportedFold(folded, self._shows_unsupported))

    def _add_coverage(self, coverage: Coverage) -> None:
        words = coverage_note(coverage)
        if not words:
            return
        note = Text(words, "note", wraps=True)
        note.setToolTip(wording.tooltip("\n".join(coverage.unreadable[:20])))
        self._column.addWidget(note)

    def _add_partly_note(self) -> None:
        if any(sentence.support is Support.PARTLY for sentence in self._sentences):
            words = self.tr("Dotted underline: the cited lines support this only in part.")
            self._column.addWidget(Text(words, "small", wraps=True))

    def _add_sources(self) -> None:
        sources = Sources(self.text.citations())
        sources.citation_chosen.connect(self.citation_chosen)
        self._column.addWidget(sources)


def show_turn(turn: Turn, shows_unsupported: bool) -> TurnView:
    """A view of a turn that is over."""
    view = TurnView(turn.question, shows_unsupported)
    view.show_answer(turn.answer)
    return view


def coverage_note(coverage: Coverage) -> str:
    """What the question could not look at; "" when it saw everything."""
    unreadable, total = len(coverage.unreadable), coverage.documents
    parts = []
    if unreadable:
        could_not = wording.translate("Wording", "%1 of %2 could not be read")
        could_not = could_not.replace("%2", wording.documents(total))
        parts.append(could_not.replace("%1", wording.number(unreadable)))
    waiting = total - coverage.searchable - unreadable
    if waiting > 0:
        still = wording.translate("Wording", "%1 still being read")
        parts.append(still.replace("%1", wording.documents(waiting)))
    without_text = coverage.pages - coverage.pages_read
    if without_text > 0 and coverage.pages:
        no_text = wording.translate("Wording", "%1 without readable text")
        parts.append(no_text.replace("%1", wording.pages(without_text)))
    if not parts:
        return ""
    return wording.translate("Wording", "Not looked at: %1.").replace("%1", ", ".join(parts))


def _bubble(question: str) -> QHBoxLayout:
    bubble = Card("bubble")
    text = Text(question, "reading", wraps=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setAccessibleName(wording.clean_line(question))
    text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    inside = QVBoxLayout(bubble)
    inside.setContentsMargins(16, 10, 16, 10)
    inside.addWidget(text)
    wanted = text.fontMetrics().horizontalAdvance(wording.clean_line(question)) * 1.12 + 48
    bubble.setMaximumWidth(max(120, min(560, round(wanted))))
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(bubble, 6)
    return row
