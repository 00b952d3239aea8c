"""Shows that no network can be reached: what was tried, and what refused it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QWidget

from app.engine.messages import Attempt, Proof
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.parts import Card, Picture, Text


class ProofDialog(PlainDialog):
    """Opens with an explanation; `show_proof` fills in what the engine found."""

    test_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Network test"), 620)
        explanation = self.tr(
            "Strongroom needs no network, and asks your operating system to refuse it one. "
            "The test tries to reach a network from the engine, where your documents are "
            "read, in every way we know, and lists what happened."
        )
        self.body.addWidget(Text(explanation, "secondary", wraps=True))
        self._verdict = Card("verdict")
        self._icon = Picture("clock", "secondary", 20)
        self._words = Text(self.tr("Testing…"), "strong", wraps=True)
        row = QHBoxLayout(self._verdict)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.body.addWidget(self._verdict)
        self._results = QScrollArea()
        self._results.setWidgetResizable(True)
        self._results.setMinimumHeight(300)
        self._results.setAccessibleName(self.tr("What was tried"))
        self._results.hide()
        self.body.addWidget(self._results, 1)
        again = self.add_button(self.tr("Test again"))
        again.clicked.connect(self.test_wanted)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus()

    def show_proof(self, proof: Proof) -> None:
        """Tell the verdict and list every attempt."""
        tried = len(proof.attempts)
        if proof.blocked:
            words = self.tr("All {count} attempts to reach a network were refused.")
            self._icon.show_icon("shield", "success")
        else:
            words = self.tr("At least one of {count} attempts was not refused. See below.")
            self._icon.show_icon("warning", "danger")
        self._words.setText(words.format(count=wording.number(tried)))
        self._results.setWidget(_table(proof))
        self._results.show()

    def show_failure(self, message: str) -> None:
        self._icon.show_icon("warning", "danger")
        self._words.setText(message)


def _table(proof: Proof) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(4, 4, 12, 4)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(2, 1)
    row = 0
    for name, value in _facts(proof):
        grid.addWidget(Text(name, "label"), row, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(value, wraps=True), row, 2, 1, 2)
        row += 1
    for attempt in proof.attempts:
        for column, widget in enumerate(_attempt(attempt)):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        row += 1
    grid.setRowStretch(row, 1)
    return table


def _facts(proof: Proof) -> list[tuple[str, str]]:
    none = wording.translate("Proof", "none that we know of on this system")
    listening = wording.number(proof.listening)
    return [
        (wording.translate("Proof", "Locks"), ", ".join(proof.mechanism) or none),
        (wording.translate("Proof", "Open ports"), listening),
    ]


def _attempt(attempt: Attempt) -> tuple[QWidget, ...]:
    refused = wording.translate("Proof", "refused")
    not_refused = wording.translate("Proof", "not refused")
    icon = ("check", "success") if attempt.refused else ("warning", "danger")
    return (
        Picture(*icon, 16),
        Text(f"{attempt.family} · {attempt.kind}"),
        Text(attempt.error, "small", wraps=True),
        Text(refused if attempt.refused else not_refused, "small"),
    )
