"""What the conversation shows before the first question: what to do first, or what to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.parts import Button, Card, ClickableCard, Picture, Text, empty

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class Welcome(QWidget):
    """For a library without documents."""

    folder_wanted = Signal()
    samples_wanted = Signal()
    model_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(Picture("strongroom", "accent", 52), 0, _CENTRE)
        column.addSpacing(18)
        column.addWidget(_centred(Text(self.tr("Ask your own documents"), "display", wraps=True)))
        column.addSpacing(8)
        promise = self.tr(
            "Every sentence of an answer leads to the lines it rests on.\n"
            "Nothing leaves this computer."
        )
        column.addWidget(_centred(Text(promise, "secondary", wraps=True)))
        column.addSpacing(28)
        column.addWidget(self._make_drop_card())
        column.addSpacing(14)
        column.addWidget(self._make_model_card())
        column.addStretch(3)

    def show_model(self, name: str, problem: str) -> None:
        """Say which model will answer, or what to do when there is none."""
        if name:
            words = self.tr("{model} will answer.").format(model=wording.clean_line(name))
            self._model_icon.show_icon("check", "success")
        else:
            words = problem or self.tr(
                "There is no answer model yet: drop a .gguf file here, or choose one in Settings. "
                "Until then you can search."
            )
            self._model_icon.show_icon("warning", "warning")
        self._model.setWordWrap(not name)
        self._model.setText(words)
        self._choose.setVisible(not name)

    def _make_drop_card(self) -> QWidget:
        card = Card("drop")
        add = Button(self.tr("Add folder…"), "add-folder", "primary")
        add.clicked.connect(self.folder_wanted)
        samples = Button(self.tr("Try it with the sample documents"), role="link")
        samples.clicked.connect(self.samples_wanted)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 30, 28, 24)
        inside.setSpacing(14)
        inside.addWidget(_centred(Text(self.tr("Drop a folder of PDFs here"), "title")))
        inside.addWidget(add, 0, _CENTRE)
        inside.addWidget(samples, 0, _CENTRE)
        return card

    def _make_model_card(self) -> QWidget:
        line = QWidget()
        self._model_icon = Picture("clock", "secondary", 15)
        self._model = Text(self.tr("Looking for the answer model…"), "small", wraps=True)
        self._choose = Button(self.tr("Choose a model…"), role="link")
        self._choose.clicked.connect(self.model_wanted)
        self._choose.hide()
        row = QHBoxLayout(line)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._model_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._model)
        row.addWidget(self._choose)
        row.addStretch(1)
        return line


class Suggestions(QWidget):
    """For a library with documents and a conversation without questions."""

    question_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._questions: list[str] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(
            _centred(Text(self.tr("What would you like to know?"), "display", wraps=True))
        )
        self._note = _centred(Text("", "secondary", wraps=True))
        column.addWidget(self._note)
        column.addSpacing(20)
        column.addLayout(self._cards)
        column.addStretch(3)

    def show_questions(self, questions: list[str], note: str) -> None:
        """Offer these questions."""
        self._note.setText(note)
        if questions == self._questions:
            return
        self._questions = questions
        empty(self._cards)
        for question in questions:
            self._cards.addWidget(self._make_card(question))

    def _make_card(self, question: str) -> ClickableCard:
        card = ClickableCard(question)
        card.setToolTip(wording.tooltip(self.tr("Ask this question")))
        card.chosen.connect(lambda: self.question_chosen.emit(question))
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 14, 12)
        row.addWidget(Text(question, "body", wraps=True), 1)
        row.addWidget(Picture("chevron-right", "secondary", 16))
        return card


def _centred(text: Text) -> Text:
    text.setAlignment(_CENTRE)
    return text
