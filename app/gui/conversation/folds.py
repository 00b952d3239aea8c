"""What an answer leaves folded away until it is asked for: what to know of its sentences, what was
not looked at, and thoughts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.types import Coverage, Sentence
from app.gui import wording
from app.gui.conversation.lacking import lacking_note
from app.gui.parts import Button, Card, Text

_BELOW = 8
"""Pixels under an open one."""
_MOST_NAMES = 20


class Fold(QWidget):
    """A quiet line that opens onto a few texts; `explanation` says what kind of texts they are."""

    def __init__(self, label: str, hint: str, body: Card, is_open: bool = False) -> None:
        super().__init__()
        self.button = Button(label, "chevron-right", "quiet", hint)
        self.button.clicked.connect(self._toggle)
        self.body = body
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
        self.setContentsMargins(0, 0, 0, _BELOW if is_open else 0)
        self.button.show_icon("chevron-down" if is_open else "chevron-right", "secondary")
        state = self.tr("shown") if is_open else self.tr("hidden")
        self.button.setAccessibleName(f"{self.button.text().strip()}, {state}")


class UnsupportedFold(Fold):
    """Sentences that the documents do not support."""

    def __init__(self, sentences: Sequence[Sentence], is_open: bool) -> None:
        tr = wording.translate
        one = tr("UnsupportedFold", "%n unsupported sentence")
        many = tr("UnsupportedFold", "%n unsupported sentences")
        super().__init__(
            wording.counted(len(sentences), one, many),
            tr(
                "UnsupportedFold",
                "The model wrote this, but no passage of your documents supports it",
            ),
            _card(
                "unsupported",
                Text(tr("UnsupportedFold", "Not supported by your documents"), "warning-small"),
                [sentence.text for sentence in sentences],
            ),
            is_open,
        )


class PartlyFold(Fold):
    """For each sentence that its lines carry only in part, what they do not say."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        tr = wording.translate
        one = tr("PartlyFold", "%n sentence supported only in part")
        many = tr("PartlyFold", "%n sentences supported only in part")
        self.notes = [lacking_note(sentence) for sentence in sentences]
        texts = [
            f"“{wording.clean_line(sentence.text)}”\n{note}"
            for sentence, note in zip(sentences, self.notes, strict=True)
        ]
        title = tr(
            "PartlyFold",
            "Dotted words are not in the lines that the number leads to. Look at the page before "
            "you rely on them.",
        )
        super().__init__(
            wording.counted(len(sentences), one, many),
            tr("PartlyFold", "What the cited lines do not say"),
            _card("partly", Text(title, "label", wraps=True), texts),
        )


class UnseenFold(Fold):
    """What a question could not look at, and why."""

    def __init__(self, coverage: Coverage, words: str) -> None:
        """`words` say it in a sentence."""
        tr = wording.translate
        label = tr("UnseenFold", "Not looked at: %1").replace("%1", _unseen(coverage))
        names = "\n".join(wording.clean_line(name) for name in coverage.unreadable[:_MOST_NAMES])
        texts = [names] if names else []
        super().__init__(
            label,
            tr("UnseenFold", "What this answer could not look at"),
            _card("partly", Text(words, "label", wraps=True), texts),
        )


def _unseen(coverage: Coverage) -> str:
    documents = coverage.documents - coverage.searchable
    pages = coverage.pages - coverage.pages_read
    parts = [wording.documents(documents)] if documents > 0 else []
    parts += [wording.pages(pages)] if pages > 0 else []
    return ", ".join(parts)


class ThoughtsFold(Fold):
    """What the model thought aloud before it answered."""

    def __init__(self, thoughts: str) -> None:
        tr = wording.translate
        note = tr("ThoughtsFold", "Not part of the answer, and not checked against your documents")
        super().__init__(
            tr("ThoughtsFold", "How the model thought"), note, _card(
                "thoughts", Text(note, "label", wraps=True), [thoughts]
            ),
        )  # fmt: skip


def _card(role: str, title: Text, texts: Sequence[str]) -> Card:
    card = Card(role)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(14, 10, 14, 12)
    inside.setSpacing(6)
    inside.addWidget(title)
    for text in texts:
        inside.addWidget(selectable(text, "secondary"))
    return card


def selectable(text: str, role: str) -> Text:
    """Wrapped text that can be marked and copied."""
    label = Text(text, role, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(wording.clean_line(text))
    return label
