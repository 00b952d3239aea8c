"""A comparison in the conversation: what tells the documents apart, and what each one answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.events import WorkProgress
from app.core.overview.document_work import (
    Comparison,
    DocumentAnswer,
    Finding,
    FindingKind,
    FoundValue,
)
from app.core.types import Answer, Citation, Support
from app.gui import wording
from app.gui.conversation.answer_foot import Footer
from app.gui.conversation.answer_text import AnswerText, in_the_text
from app.gui.conversation.folds import UnsupportedFold
from app.gui.conversation.quote_card import QuotePointer
from app.gui.conversation.summary_view import progress_words
from app.gui.conversation.turn_view import TurnView
from app.gui.parts import Card, ClickableCard, ElidedText, Picture, Text, empty

_NARROWEST = 240
"""Pixels of a column; with less for each, they stand one below the other."""
_MOST_COLUMNS = 3
_MOST_ALIKE = 4


class ComparisonView(TurnView):
    """Fills as the documents answer, one by one."""

    def __init__(self, question: str, shows_unsupported: bool = False) -> None:
        super().__init__(question, shows_unsupported)
        self._answers: list[AnswerText] = []
        self.findings = QVBoxLayout()
        self.findings.setSpacing(10)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(12)
        where = self._column.indexOf(self.stages)
        self._column.insertLayout(where, self.findings)
        self._column.insertLayout(where + 1, self.columns)

    @property
    def can_be_revised(self) -> bool:
        return False

    def show_starting(self) -> None:
        self.stages.show()
        self.stages.start(self.tr("Asking each document…"))

    def show_progress(self, news: WorkProgress) -> None:
        self.stages.add(progress_words(news), replaces=True)

    def add_document(self, one: DocumentAnswer) -> None:
        """Show what a document answers."""
        column = DocumentColumn(one, self._shows_unsupported)
        column.text.citation_chosen.connect(self.citation_chosen)
        self._answers.append(column.text)
        self.columns.addWidget(column, 1)
        self._turn_columns()

    def show_comparison(self, made: Comparison, answer: Answer) -> None:
        """Show all of it, in place of what was seen of it."""
        self.answer, self.hits = answer, answer.hits
        self.stages.stop()
        empty(self.columns)
        self._answers = []
        self._add_findings(made)
        for one in made.answers:
            self.add_document(one)
        if made.stopped:
            words = self.tr("Stopped: some documents were not asked.")
            self._column.addWidget(Text(words, "note", wraps=True))
        self._column.addWidget(Footer(answer))

    def citations(self) -> list[Citation]:
        return [citation for text in self._answers for citation in text.citations()]

    def emphasise(self, citation: Citation) -> None:
        for text in self._answers:
            text.choose(citation)

    def _add_findings(self, made: Comparison) -> None:
        shown = [f for f in made.findings if f.kind is FindingKind.DIFFER]
        alike = [f for f in made.findings if f.kind is FindingKind.AGREE][:_MOST_ALIKE]
        lone = [f for f in made.findings if f.kind is FindingKind.ONLY][:_MOST_ALIKE]
        for finding in (*shown, *alike, *lone):
            card = FindingCard(finding)
            card.citation_chosen.connect(self.citation_chosen)
            self.findings.addWidget(card)
        if not shown and sum(not one.answer.abstained for one in made.answers) > 1:
            words = self.tr("No contradiction was found in the figures, dates, names and denials.")
            self.findings.insertWidget(0, Text(words, "secondary", wraps=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_columns()

    def _turn_columns(self) -> None:
        count = self.columns.count()
        fits = count <= _MOST_COLUMNS and self.width() >= count * _NARROWEST
        direction = QBoxLayout.Direction
        self.columns.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


class DocumentColumn(Card):
    """A document's name, and its answer with marks that lead to its pages."""

    def __init__(self, one: DocumentAnswer, shows_unsupported: bool) -> None:
        super().__init__("card")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Minimum)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("document", "secondary", 16))
        head.addWidget(ElidedText(one.document_name, "strong-small"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(head)
        self.text = AnswerText()
        self.text.setAccessibleName(wording.clean_line(one.document_name))
        if one.answer.abstained:
            self.text.hide()
            nothing = self.tr("Does not answer this.")
            doubtful = self.tr("No answer that its pages support.")
            words = doubtful if one.answer.sentences else nothing
            column.addWidget(Text(words, "secondary", wraps=True))
        else:
            self.text.show_sentences(in_the_text(one.answer.sentences, shows_unsupported))
            column.addWidget(self.text)
        folded = [s for s in one.answer.sentences if s.support is Support.UNSUPPORTED]
        if folded and (one.answer.abstained or not shows_unsupported):
            column.addWidget(UnsupportedFold(folded, shows_unsupported))
        column.addStretch(1)


class FindingCard(Card):
    """One thing that the documents say differently, alike, or that only one says."""

    citation_chosen = Signal(object)

    def __init__(self, finding: Finding) -> None:
        is_difference = finding.kind is FindingKind.DIFFER
        super().__init__("unsupported" if is_difference else "row")
        self.setAccessibleName(wording.clean_line(finding.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 8)
        column.setSpacing(2)
        title = finding_title(finding)
        column.addWidget(Text(title, "warning-small" if is_difference else "label"))
        values = finding.values if finding.kind is not FindingKind.AGREE else finding.values[:1]
        for value in values:
            column.addWidget(self._row(value, finding))

    def _row(self, value: FoundValue, finding: Finding) -> QWidget:
        is_shared = finding.kind is FindingKind.AGREE
        where = "" if is_shared else value.document_name
        row = ValueRow(value, where, is_long=finding.about == "denial")
        if value.citation:
            row.chosen.connect(lambda: self.citation_chosen.emit(value.citation))
        return row


class ValueRow(ClickableCard):
    """A value as a document writes it; choosing it leads to its page."""

    def __init__(self, value: FoundValue, where: str, is_long: bool) -> None:
        super().__init__(f"{value.value}, {value.document_name}", "source")
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 8, 4)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        if is_long:
            row.addWidget(Text(value.value, "small-text", wraps=True), 2)
        else:
            row.addWidget(Text(value.value, "strong-small"), 0, top)
        row.addWidget(ElidedText(where, "small"), 1, top)
        if value.citation:
            page = wording.spot(value.document_name, value.citation.page)
            row.addWidget(Text(page, "small"), 0, top)
            QuotePointer(self, value.citation)


def finding_title(finding: Finding) -> str:
    """`Different amounts`, `The same date in both`, `Only in one document`."""
    tr = wording.translate
    abouts = {
        "amount": tr("Comparison", "amounts"), "share": tr("Comparison", "shares"),
        "duration": tr("Comparison", "durations"), "figure": tr("Comparison", "figures"),
        "date": tr("Comparison", "dates"), "year": tr("Comparison", "years"),
        "name": tr("Comparison", "names"),
    }  # fmt: skip
    if finding.about == "denial":
        return tr("Comparison", "One says yes, the other no")
    if finding.kind is FindingKind.DIFFER:
        return tr("Comparison", "Different %1").replace("%1", abouts[finding.about])
    if finding.kind is FindingKind.ONLY:
        return tr("Comparison", "Only in one document")
    words = tr("Comparison", "The same in %1")
    return words.replace("%1", wording.documents(len(finding.values)))
