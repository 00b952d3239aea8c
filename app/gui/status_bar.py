"""The line at the bottom: that the network is blocked, and how the model is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.engine.messages import Status
from app.gui import wording
from app.gui.parts import Button


class StatusLine(QWidget):
    """Two facts, each the way to more about it."""

    proof_wanted = Signal()
    models_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.network = Button(
            wording.network(None, 0), "shield", "status", self.tr("Test it and see the details")
        )
        self._is_blocked: bool | None = None
        self._attempts = 0
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
        self._attempts = status.attempts
        self._show_network()
        label, icon, colour = describe_model(status)
        self.model.show_label(label)
        self.model.show_icon(icon, colour)
        more = status.problem or self.tr("Choose or import models")
        self.model.setToolTip(wording.tooltip(more))

    def show_proof(self, is_blocked: bool) -> None:
        """Say what the test found: whether every attempt was refused."""
        self._is_blocked = is_blocked
        icons = {True: ("shield", "success"), False: ("warning", "warning")}
        self.network.show_icon(*icons[is_blocked])
        self._show_network()

    def _show_network(self) -> None:
        self.network.show_label(wording.network(self._is_blocked, self._attempts))

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
