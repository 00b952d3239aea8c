"""Keeps what is known of the locks, runs the test in all processes, and shows both in the panel."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import KnownError
from app.engine import messages
from app.engine.messages import EngineFailed, GetProof, Status
from app.gui.engine_link import EngineLink
from app.gui.file_chooser import FileChooser
from app.gui.proof.lock_watch import Knowledge
from app.gui.proof.proof_dialog import ProofDialog
from app.system.local_services import local_services
from app.system.lock_state import ProcessProof, Proof, state_of
from app.system.lockdown import Lockdown
from app.system.proof_report import as_text
from app.system.settings import load_settings

Prove = Callable[[str, Lockdown], ProcessProof]


def _prove(process: str, lockdown: Lockdown) -> ProcessProof:
    """What it takes to try is loaded when it is tried: the window starts without."""
    from app.system.proof import prove

    return prove(process, lockdown)


class ProofSession(QObject):
    """`changed` carries the `Knowledge` whenever there is more of it."""

    changed = Signal(object)
    _tried = Signal(object)

    def __init__(
        self, link: EngineLink, window: QWidget, lockdown: Lockdown, settings: Path
    ) -> None:
        super().__init__()
        self._link, self._window, self._lockdown = link, window, lockdown
        self._settings = settings
        self.prove_here: Prove = _prove
        self._chooser = FileChooser()
        self._parts: list[ProcessProof | messages.Proof] = []
        self._is_testing = False
        self.knowledge = Knowledge(state_of("window", lockdown))
        self.dialog: ProofDialog | None = None
        self._tried.connect(self._collect, Qt.ConnectionType.QueuedConnection)

    def learn(self, status: Status | None = None) -> None:
        """Take in what the engine says of its lock, and look at our own."""
        window = state_of("window", self._lockdown)
        self._show(self.knowledge.with_locks(window, status.lock if status else None))

    def lose_engine(self, refused: bool) -> None:
        """The engine ended, or `refused` to work: until it tells again, claim nothing."""
        self._show(self.knowledge.without_engine(refused))

    def open(self) -> None:
        """Open the panel with what is known, or bring it to the front."""
        if self.dialog:
            self.dialog.raise_()
            return
        self.dialog = dialog = ProofDialog(self._window)
        dialog.test_wanted.connect(self.test)
        dialog.report_wanted.connect(self._choose_report)
        dialog.finished.connect(self._forget)
        self.learn()
        dialog.show_knowledge(self.knowledge)
        if self._is_testing:
            dialog.show_testing()
        dialog.open()

    def test(self) -> None:
        """Try to reach a network from every process."""
        if self._is_testing:
            return
        self._is_testing, self._parts = True, []
        if self.dialog:
            self.dialog.show_testing()
        exchange = self._link.send(GetProof())
        exchange.finished.connect(self._collect)
        exchange.failed.connect(self._fail)
        threading.Thread(target=self._try_here, name="network test", daemon=True).start()

    def save_report(self, path: str) -> None:
        """Write the report of the last test to `path`."""
        report = self.knowledge.report()
        if report is None or self.dialog is None:
            return
        try:
            Path(path).write_text(as_text(report, self.knowledge.earlier), encoding="utf-8")
        except OSError:
            hint = self.tr("Choose another folder, or free some space.")
            self.dialog.notice.tell(self.tr("The report could not be saved there."), hint, "danger")
            return
        self.dialog.notice.tell(self.tr("The report is saved."), look="good")

    def _try_here(self) -> None:
        """Runs in its own thread: what is not refused takes seconds."""
        part = self.prove_here("window", self._lockdown)
        with suppress(RuntimeError):  # the window may be gone already
            self._tried.emit(part)

    def _collect(self, part: ProcessProof | messages.Proof) -> None:
        """The window's part and the engine's come in any order."""
        self._parts.append(part)
        here = [part for part in self._parts if isinstance(part, ProcessProof)]
        there = [part for part in self._parts if isinstance(part, messages.Proof)]
        if not self._is_testing or not here or not there:
            return
        self._is_testing = False
        proof = Proof((here[0], *there[0].processes), local_services(), self._is_waived())
        window = state_of("window", self._lockdown)
        engine = next((p.lock for p in proof.processes if p.lock.process == "engine"), None)
        known = self.knowledge.with_locks(window, engine)
        self._show(known.with_proof(proof))
        if self.dialog:
            words = QAccessibleAnnouncementEvent(self.dialog, self.dialog.verdict())
            QAccessible.updateAccessibility(words)

    def _fail(self, failure: EngineFailed) -> None:
        self._is_testing = False
        self._show(self.knowledge.without_proof())
        if self.dialog:
            message = self.tr("The test could not be finished.")
            self.dialog.notice.tell(message, f"{failure.message} {failure.hint}", "danger")

    def _is_waived(self) -> bool:
        with suppress(KnownError):
            return load_settings(self._settings).start_unlocked
        return False

    def _show(self, knowledge: Knowledge) -> None:
        if knowledge != self.knowledge and self.dialog and not self._is_testing:
            self.dialog.show_knowledge(knowledge)
        self.knowledge = knowledge
        self.changed.emit(knowledge)

    def _choose_report(self) -> None:
        title = self.tr("Save the report")
        name = "strongroom-network-proof.txt"
        self._chooser.choose_new_file(self.dialog, title, name, self.save_report)

    def _forget(self) -> None:
        self.dialog = None
