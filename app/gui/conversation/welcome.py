"""What the conversation shows before the first question: what to do first, or what to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.parts import Button, Card, ClickableCard, ElidedText, Picture, Text, empty

_WORDS = 380
"""Pixels of what has several lines."""
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
        self._drop, self._reading = self._make_drop_card(), self._make_reading_card()
        self._reading.hide()
        column.addWidget(self._drop)
        column.addWidget(self._reading)
        column.addSpacing(14)
        column.addWidget(self._make_model_card())
        self._time = _centred(Text("", "small", wraps=True))
        self._time.hide()
        column.addWidget(self._time)
        column.addStretch(3)

    def show_model(self, name: str, problem: str, is_ready: bool = True) -> None:
        """Say whether there is a model to answer, or what to do when there is none."""
        if not name:
            words = problem or self.tr(
                "There is no answer model yet. Drop its file here (its name ends in .gguf), or "
                "the stick it is on. Until then you can search."
            )
        elif is_ready:
            words = self.tr("Ready to answer.")
        else:
            words = self.tr("Loading the answer model…")
        look = ("warning", "warning") if not name else ("clock", "secondary")
        self._model_icon.show_icon(*(("check", "success") if name and is_ready else look))
        self._model.setWordWrap(not name)
        self._model.setMinimumWidth(_WORDS if not name else 0)
        self._model.setText(words)
        self._model.setToolTip(wording.tooltip(name))
        self._choose.setVisible(not name)

    def show_time(self, seconds: float) -> None:
        """Say how long a usual answer takes; 0 while that is not known."""
        words = self.tr("An answer takes about {time} on this computer.")
        self._time.setText(words.format(time=wording.about(seconds)))
        self._time.setVisible(seconds > 0)

    def show_reading(self, is_reading: bool) -> None:
        """Documents were added, and are not there yet: no place for a drop, but for patience."""
        self._drop.setVisible(not is_reading)
        self._reading.setVisible(is_reading)

    def _make_drop_card(self) -> QWidget:
        card = Card("drop")
        add = Button(self.tr("Add folder…"), "add-folder", "primary")
        add.clicked.connect(self.folder_wanted)
        samples = Button(self.tr("Try it with the sample documents"), role="link")
        samples.clicked.connect(self.samples_wanted)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 30, 28, 24)
        inside.setSpacing(14)
        inside.addWidget(_centred(Text(self.tr("Drop a folder of documents here"), "title")))
        inside.addWidget(_centred(Text(self.tr("PDF, Word, mail and text files"), "secondary")))
        inside.addWidget(add, 0, _CENTRE)
        inside.addWidget(samples, 0, _CENTRE)
        return card

    def _make_reading_card(self) -> QWidget:
        card = Card("card")
        bar = QProgressBar(textVisible=False, maximum=0)
        bar.setAccessibleName(self.tr("Reading your documents"))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 30, 28, 30)
        inside.setSpacing(12)
        inside.addWidget(_centred(Text(self.tr("Reading your documents…"), "title")))
        words = self.tr("You can ask as soon as the first one is read.")
        inside.addWidget(_centred(Text(words, "secondary", wraps=True)))
        inside.addSpacing(4)
        inside.addWidget(bar)
        return card

    def _make_model_card(self) -> QWidget:
        card, line = QWidget(), QWidget()
        self._model_icon = Picture("clock", "secondary", 15)
        self._model = Text(self.tr("Getting ready…"), "small")
        self._choose = Button(self.tr("Choose a model…"), role="link")
        self._choose.clicked.connect(self.model_wanted)
        self._choose.hide()
        row = QHBoxLayout(line)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._model_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._model)
        row.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(line)
        column.addWidget(self._choose, 0, _CENTRE)
        return card


class Suggestions(QWidget):
    """For a library with documents and a conversation without questions."""

    question_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._questions: list[tuple[str, str]] = []
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

    def show_questions(self, questions: list[tuple[str, str]], note: str) -> None:
        """Offer these questions, each with the document that answers it."""
        self._note.setText(note)
        if questions == self._questions:
            return
        self._questions = questions
        empty(self._cards)
        for question, document in questions:
            self._cards.addWidget(self._make_card(question, document))

    def _make_card(self, question: str, document: str) -> ClickableCard:
        card = ClickableCard(question)
        card.setToolTip(wording.tooltip(self.tr("Ask this question")))
        card.setAccessibleDescription(wording.clean_line(document))
        card.chosen.connect(lambda: self.question_chosen.emit(question))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(question, "body", wraps=True))
        name = ElidedText(document, "small")
        name.setToolTip("")
        words.addWidget(name)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 11, 14, 11)
        row.addLayout(words, 1)
        row.addWidget(Picture("chevron-right", "secondary", 16))
        return card


def _centred(text: Text) -> Text:
    text.setAlignment(_CENTRE)
    return text
