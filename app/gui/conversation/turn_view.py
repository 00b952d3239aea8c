"""A question and its answer as they are shown in the conversation."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.events import PromptReading, WorkProgress
from app.core.types import Answer, Citation, Coverage, Hit, Sentence, Support, Turn
from app.gui import wording
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.answer_parts import AbstainedCard, PassagesCard, StageLine
from app.gui.conversation.answer_text import AnswerText, in_the_text
from app.gui.conversation.calculation_card import CalculationCard
from app.gui.conversation.folds import PartlyFold, ThoughtsFold, UnseenFold, UnsupportedFold
from app.gui.conversation.listing_note import listing_note
from app.gui.conversation.question_bubble import QuestionBubble
from app.gui.conversation.reading_progress import ReadingProgress
from app.gui.conversation.sources import Sources
from app.gui.parts import Button, Notice, Text


class TurnView(QWidget):
    """Follows an answer from the question to the last source.

    `scope` says in words what is searched, where that is not the whole library.
    """

    citation_chosen = Signal(object)
    hit_chosen = Signal(object)
    again_wanted = Signal()
    """The same question is to be answered anew."""

    def __init__(self, question: str, shows_unsupported: bool = False) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()
        self.answer: Answer | None = None
        self.scope = ""
        self.lists_all = False
        """Whether the user asked for a list of everything."""
        self._loading = ""
        self._shows_unsupported = shows_unsupported
        self._sentences: list[Sentence] = []
        self.stages = StageLine()
        self._reading = ReadingProgress()
        self.text = AnswerText()
        self.text.citation_chosen.connect(self.citation_chosen)
        self.text.hide()
        self.understood = Text("", "small", wraps=True)
        self.understood.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.understood.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.understood.hide()
        self.notice = Notice()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.question = QuestionBubble(question)
        asked = QVBoxLayout()
        asked.setSpacing(5)
        asked.addWidget(self.question)
        asked.addWidget(self.understood)
        self._column.addLayout(asked)
        for part in (self.text, self.stages, self.notice):
            self._column.addWidget(part)
        self.stages.hide()

    # While it is being answered

    def show_searching(self, is_loading: bool = False) -> None:
        """`is_loading`: the answer model is not there yet; what is found is shown meanwhile."""
        self._loading = self.tr("Loading the answer model…") if is_loading else ""
        self.stages.show()
        self.stages.start(self.tr("Searching…"))

    def show_hits(self, hits: tuple[Hit, ...], seconds: float) -> None:
        """What was found; again when meaning finds more than words did."""
        self.hits = hits
        self.stages.take_back(self._loading)
        found = self.tr("Found {passages} in {time}").format(
            passages=wording.passages(len(hits)), time=wording.seconds(seconds)
        )
        self.stages.add(found, replaces=True)
        if self._loading:
            self.stages.add(self._loading)

    def show_reading(self, news: PromptReading | None = None) -> None:
        if news is not None:
            self._reading.follow(news)
        self.stages.take_back(self._loading)
        self.stages.follow(self._reading.words)

    def show_gathering(self, news: WorkProgress) -> None:
        """How far going through the documents is."""
        self.stages.follow(lambda: self.tr("Going through the documents: {done} of {total}").format(
            done=wording.number(news.done), total=wording.number(news.total)))  # fmt: skip

    def show_draft(self, text: str) -> None:
        """Show the sentence that is being written, to those who want to see unchecked ones."""
        self._say_writing()
        if self._shows_unsupported:
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
        self._show_understood(answer)
        shown = [] if answer.abstained else self._shown_sentences()
        self.text.show_sentences(shown)
        self.text.setVisible(bool(shown))
        if answer.abstained:
            self._add_abstained(answer)
        self._add_calculations(shown)
        self._add_sources(shown)
        if answer.listing:
            self._column.addWidget(Text(listing_note(answer.listing), "note", wraps=True))
        elif answer.abstained:
            self._add_coverage(answer.coverage)
        self._add_folds(answer, shown)
        self._add_foot(answer)

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
        self._offer_again()

    def show_stopped(self) -> None:
        """The question was stopped before there was an answer."""
        self.stages.stop()
        self.text.show_sentences(self._shown_sentences())
        self._column.addWidget(Text(self.tr("Stopped."), "secondary"))
        self._offer_again()

    def add_hint(self, hint: QWidget) -> None:
        """Something to know, under all of it."""
        self._column.addWidget(hint)

    def citations(self) -> list[Citation]:
        """In the order of their marks."""
        return self.text.citations()

    def emphasise(self, citation: Citation) -> None:
        self.text.choose(citation)

    def _say_writing(self) -> None:
        self.stages.add(self.tr("Writing and checking each sentence…"))

    def _shown_sentences(self) -> list[Sentence]:
        return in_the_text(self._sentences, self._shows_unsupported)

    def _show_understood(self, answer: Answer) -> None:
        """How a question that refers to an earlier one was understood."""
        meant = wording.clean_line(answer.meant)
        if meant and meant != wording.clean_line(answer.question):
            words = self.tr("Understood as: {question}").format(question=meant)
            self.understood.setText(words)
            self.understood.setAccessibleName(words)
            self.understood.show()

    def _add_abstained(self, answer: Answer) -> None:
        if answer.stopped:
            words = self.tr("Stopped before a sentence was found that your documents support.")
            self._column.addWidget(Text(words, "secondary", wraps=True))
            return
        card = AbstainedCard(answer, self.scope)
        card.hit_chosen.connect(self.hit_chosen)
        self._column.addWidget(card)

    def _add_calculations(self, shown: Sequence[Sentence]) -> None:
        for sentence in shown:
            if sentence.calculation:
                card = CalculationCard(sentence)
                card.citation_chosen.connect(self.citation_chosen)
                self._column.addWidget(card)

    def _add_folds(self, answer: Answer, shown: Sequence[Sentence]) -> None:
        folds = QVBoxLayout()
        folds.setSpacing(0)
        if partly := [sentence for sentence in shown if sentence.support is Support.PARTLY]:
            folds.addWidget(PartlyFold(partly))
        folded = [s for s in answer.sentences if s.support is Support.UNSUPPORTED]
        if folded and (answer.abstained or not self._shows_unsupported):
            folds.addWidget(UnsupportedFold(folded, self._shows_unsupported))
        unseen = coverage_note(answer.coverage)
        if unseen and not answer.abstained:
            folds.addWidget(UnseenFold(answer.coverage, unseen))
        if answer.thinking.strip():
            folds.addWidget(ThoughtsFold(answer.thinking.strip()))
        if folds.count():
            self._column.addLayout(folds)

    def _add_foot(self, answer: Answer) -> None:
        foot = Footer(answer)
        foot.again.setVisible(self.can_be_revised)
        foot.again_wanted.connect(self.again_wanted)
        self._column.addWidget(foot)
        self.question.pencil.setVisible(self.can_be_revised)

    @property
    def can_be_revised(self) -> bool:
        """Whether it is an ordinary question, which can be put otherwise."""
        return self.answer is None or bool(self.answer.meant)

    def _offer_again(self) -> None:
        """After an end without an answer."""
        self.question.pencil.setVisible(self.can_be_revised)
        again = Button(self.tr("Ask again"), "refresh", "quiet")
        again.clicked.connect(self.again_wanted)
        again.setVisible(self.can_be_revised)
        self._column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_sources(self, shown: Sequence[Sentence]) -> None:
        """Those that do not stand with a formula already."""
        citations = [c for s in shown if not s.calculation for c in s.citations]
        if citations:
            sources = Sources(citations)
            sources.citation_chosen.connect(self.citation_chosen)
            self._column.addWidget(sources)

    def _add_coverage(self, coverage: Coverage) -> None:
        words = coverage_note(coverage)
        if words:
            note = Text(words, "note", wraps=True)
            names = "\n".join(coverage.unreadable[:20])
            note.setToolTip(wording.tooltip(names))
            note.setAccessibleDescription(wording.clean(names))
            self._column.addWidget(note)


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
