"""What stands at the end of an answer: who wrote it and how long it took, copying, asking again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.core.types import Answer, Support
from app.gui import wording
from app.gui.conversation.sources import numbered
from app.gui.icons import short_lived_icon
from app.gui.parts import IconButton, Text

_SEEN = 1600
"""Milliseconds that the sign stays which says that it was copied."""


class Footer(QWidget):
    """`again_wanted`: the same question is to be answered anew; offered where that is possible."""

    again_wanted = Signal()

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self._answer = answer
        self._copy = IconButton("copy", self.tr("Copy the answer"), size=15)
        self._copy.clicked.connect(self._show_menu)
        self.again = IconButton("refresh", self.tr("Ask again"), size=15)
        self.again.clicked.connect(self.again_wanted)
        self.again.hide()
        self._copied = QTimer(self, singleShot=True, interval=_SEEN)
        self._copied.timeout.connect(lambda: self._copy.show_icon("copy", "secondary"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(Text(_facts(answer), "small"))
        row.addSpacing(6)
        row.addWidget(self._copy)
        row.addWidget(self.again)
        row.addStretch(1)

    def copy(self) -> None:
        """With marks and sources."""
        self._put(as_text(self._answer))

    def copy_text(self) -> None:
        """The sentences alone."""
        self._put(sentences_alone(self._answer))

    def menu(self) -> QMenu:
        """The ways to copy."""
        menu = QMenu(self)
        with_sources = menu.addAction(short_lived_icon("quote"), self.tr("Copy with its sources"))
        with_sources.triggered.connect(self.copy)
        alone = menu.addAction(short_lived_icon("copy"), self.tr("Copy the text alone"))
        alone.triggered.connect(self.copy_text)
        return menu

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._copy.show_icon("check", "success")
        self._copied.start()

    def _show_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._copy.mapToGlobal(QPoint(0, self._copy.height() + 2)))


def as_text(answer: Answer) -> str:
    """An answer for the clipboard: question, sentences with marks, sources."""
    parts = [answer.question, ""]
    supported = [s for s in answer.sentences if s.citations]
    if answer.abstained:
        parts.append(wording.translate("Answer", "Not in your documents"))
    for sentence in supported:
        marks = "".join(f"[{citation.number}]" for citation in sentence.citations)
        partly = wording.translate("Answer", "(supported only in part)")
        marks += f" {partly}" if sentence.support is Support.PARTLY else ""
        parts.append(f"{sentence.text} {marks}".strip())
    citations = numbered([c for s in supported for c in s.citations])
    if citations:
        parts.append("")
    for number, c in citations.items():
        parts.append(f"[{number}] {wording.place(c.document_name, c.page)}: “{c.quote}”")
    return wording.clean("\n".join(parts))


def sentences_alone(answer: Answer) -> str:
    """An answer for the clipboard as it reads, without question, marks and sources."""
    if answer.abstained:
        return wording.translate("Answer", "Not in your documents")
    return wording.clean(" ".join(s.text.strip() for s in answer.sentences if s.citations))


def _facts(answer: Answer) -> str:
    was_asked = bool(answer.model and answer.prompt_tokens)
    facts = [wording.clean_line(answer.model)] if was_asked else []
    facts.append(wording.seconds(answer.seconds.total))
    if answer.stopped:
        facts.append(wording.translate("Answer", "stopped"))
    return " · ".join(facts)
