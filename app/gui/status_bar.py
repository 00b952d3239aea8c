"""The line at the bottom: how the network is locked, and how the model is; and the red banner."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.engine.messages import Status
from app.gui import wording
from app.gui.parts import Button, Picture, Text, restyle
from app.gui.proof.lock_watch import Knowledge
from app.system.lock_state import Verdict
from app.system.start import UNLOCKED


class StatusLine(QWidget):
    """Two facts, each the way to more about it."""

    proof_wanted = Signal()
    models_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.network = Button(self.tr("Looking at the locks…"), "clock", "status")
        self.model = Button(
            self.tr("Starting…"), "clock", "status", self.tr("Choose or import models")
        )
        self.network.clicked.connect(self.proof_wanted)
        self.model.clicked.connect(self.models_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.addWidget(self.network, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        row.addWidget(self.model, 0, Qt.AlignmentFlag.AlignRight)

    def show_status(self, status: Status) -> None:
        label, icon, colour = describe_model(status)
        self.model.show_label(label)
        self.model.show_icon(icon, colour)
        more = wording.told(status.problem) or self.tr("Choose or import models")
        self.model.setToolTip(wording.tooltip(more))

    def show_locks(self, known: Knowledge) -> None:
        """Say how the network is locked: this, and nothing more."""
        words, icon, colour, meaning = describe_network(known)
        self.network.show_label(words)
        self.network.show_icon(icon, colour)
        self.network.setToolTip(wording.tooltip(meaning))
        self.network.setProperty("look", colour)
        restyle(self.network)

    def show_refusal(self) -> None:
        """The engine is there, but does not work."""
        self.model.show_label(self.tr("The engine did not start"))
        self.model.show_icon("warning", "warning")

    def show_restart(self) -> None:
        self.model.show_label(self.tr("Starting again…"))
        self.model.show_icon("clock", "secondary")


def describe_model(status: Status) -> tuple[str, str, str]:
    """Words, icon and colour for the state of the models."""
    if not status.answer_model:
        return wording.translate("Status", "No answer model · search only"), "warning", "warning"
    name = wording.clean_line(status.answer_model)
    if not status.answer_model_ready:
        words = wording.translate("Status", "%1 · loading…").replace("%1", name)
        return words, "clock", "secondary"
    if status.embedder and not status.embedder_ready:
        words = wording.translate("Status", "%1 · preparing search…").replace("%1", name)
        return words, "clock", "secondary"
    return wording.translate("Status", "%1 · ready").replace("%1", name), "check", "success"


def describe_network(known: Knowledge) -> tuple[str, str, str, str]:
    """Words, icon, colour, and what they mean in a sentence."""
    tr = wording.translate
    if known.verdict is None and known.engine_refused:
        meaning = tr("Status", "Without the engine it cannot be said whether all is locked.")
        return tr("Status", "No engine, so its lock is not known"), "warning", "warning", meaning
    if known.verdict is None:
        meaning = tr("Status", "The engine has not said yet how it is locked.")
        return tr("Status", "Looking at the locks…"), "clock", "secondary", meaning
    words, colour, meaning = _say_verdict(known, known.verdict)
    words = f"{words} · {wording.attempts(known.attempts)}"
    if known.attempts and known.verdict is not Verdict.OPEN:
        tried = tr(
            "Status", "Something inside Strongroom tried to reach a network, and was refused."
        )
        return words, "warning", "warning", tried
    return words, "shield" if known.verdict is Verdict.PROVEN else "warning", colour, meaning


def _say_verdict(known: Knowledge, verdict: Verdict) -> tuple[str, str, str]:
    tr = wording.translate
    if verdict is Verdict.OPEN:
        words, meaning = tr("Status", "Not locked"), wording.told(UNLOCKED)
        if not known.problem:
            words = tr("Status", "Not locked: the test got through")
            meaning = tr("Status", "The test found a way that was not refused.")
        return words, "danger", meaning
    if known.test_failed:
        meaning = tr("Status", "The last test could not be finished, so nothing is proven.")
        return tr("Status", "No network: the test could not be finished"), "warning", meaning
    if verdict is Verdict.GUARDED:
        words = tr("Status", "No network: guarded by Strongroom, not by the system")
        meaning = tr("Status", "Strongroom refuses networks to itself; the system does not.")
        if known.by_system:
            words = tr("Status", "No network: locked, but not proven on this system")
            meaning = tr(
                "Status", "The lock is set, but it was never tested on this kind of system."
            )
        return words, "warning", meaning
    words = tr("Status", "No network: locked by the system")
    if known.proof:
        words = tr("Status", "No network: locked by the system, and tested")
    meaning = tr("Status", "The operating system refuses every network to window and engine.")
    return words, "success", meaning


class UnlockedBanner(QFrame):
    """Stands at the top of the window for as long as Strongroom runs without its lock."""

    details_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._words = Text(wording.told(UNLOCKED), "danger", wraps=True)
        details = Button(self.tr("Details"), role="link")
        details.clicked.connect(self.details_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(Picture("warning", "danger", 16))
        row.addWidget(self._words, 1)
        row.addWidget(details)
        self.hide()

    def show_locks(self, known: Knowledge) -> None:
        """Appear when a lock that should be there is missing."""
        self.setAccessibleName(wording.clean_line(wording.told(UNLOCKED)))
        self.setVisible(bool(known.problem))
