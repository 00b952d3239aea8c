"""The panel that shows how Strongroom is locked, and what a test found. Runs nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.parts import Card, Notice, Picture, Scrolled, Text, empty, restyle
from app.gui.proof.lock_watch import Knowledge
from app.gui.proof.proof_parts import AttemptTable, ProcessCard, plain_lines
from app.system.lock_state import LockState, Proof, Verdict

_LOOKS = {
    Verdict.PROVEN: ("good", "shield", "success"),
    Verdict.GUARDED: ("warning", "warning", "warning"),
    Verdict.OPEN: ("danger", "warning", "danger"),
    None: ("", "clock", "secondary"),
}


class ProofDialog(PlainDialog):
    """Shows `Knowledge`; tells when the test or the report is wanted."""

    test_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Network proof"), 620)
        room = parent.height() - 40
        self.resize(800, max(480, min(780, room)))
        self.notice = Notice()
        self.body.addWidget(self._make_verdict())
        self.body.addWidget(self.notice)
        self.body.addWidget(self._make_area(), 1)
        self._save = self.add_button(self.tr("Save report…"))
        self._save.setEnabled(False)
        self._test = self.add_button(self.tr("Try to reach a network"), "primary")
        self._close = self.add_button(self.tr("Close"))
        self._save.clicked.connect(self.report_wanted)
        self._test.clicked.connect(self.test_wanted)
        self._close.clicked.connect(self.accept)
        self._test.setFocus()

    def show_knowledge(self, known: Knowledge) -> None:
        """Show all that is known, in place of what was shown."""
        look, icon, colour = _LOOKS[known.verdict]
        if known.verdict is Verdict.PROVEN and not known.proof:
            look = ""
        self._show_verdict(look, icon, colour, *describe_verdict(known))
        self._test.show_label(self.tr("Try to reach a network"))
        self._save.setEnabled(known.proof is not None)
        empty(self._sections)
        if known.proof:
            self._add_title(self.tr("What was tried"))
            self._sections.addWidget(AttemptTable(known.proof))
        self._add_title(self.tr("Locks"))
        for lock in shown_locks(known):
            self._sections.addWidget(ProcessCard(lock))
        if known.proof is None:
            note = self.tr("A reader is started for each document. The test asks one for its lock.")
            self._sections.addWidget(Text(note, "small", wraps=True))
        self._add_title(self.tr("Besides"))
        for line in plain_lines(known.proof, known.by_system):
            self._sections.addWidget(Text(line, "secondary", wraps=True))
        self._sections.addStretch(1)

    def show_testing(self) -> None:
        """Say that the test is under way."""
        self.notice.hide()
        self._test.show_label(self.tr("Trying…"))
        words = self.tr("Every process tries each way that we know. This takes a few seconds.")
        self._show_verdict("", "clock", "secondary", self.tr("Trying…"), words)

    def verdict(self) -> str:
        """What the panel says first, for a screen reader."""
        return f"{self._title.text()}. {self._meaning.text()}"

    def _show_verdict(self, look: str, icon: str, colour: str, title: str, words: str) -> None:
        self._card.setProperty("look", look)
        restyle(self._card)
        self._icon.show_icon(icon, colour)
        self._title.setText(title)
        self._meaning.setText(words)
        self._card.setAccessibleName(self.verdict())

    def _make_verdict(self) -> QWidget:
        self._card = Card("verdict")
        self._icon = Picture("clock", "secondary", 24)
        self._title = Text("", "title", wraps=True)
        self._meaning = Text("", wraps=True)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addWidget(self._meaning)
        row = QHBoxLayout(self._card)
        row.setContentsMargins(16, 13, 16, 13)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return self._card

    def _make_area(self) -> QWidget:
        inside = Scrolled()
        self._sections = QVBoxLayout(inside)
        self._sections.setContentsMargins(8, 6, 10, 8)
        self._sections.setSpacing(8)
        area = QScrollArea()
        area.setProperty("role", "reading")
        area.setWidgetResizable(True)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Locks of Strongroom, and what was tried"))
        area.setWidget(inside)
        return area

    def _add_title(self, title: str) -> None:
        if self._sections.count():
            self._sections.addSpacing(8)
        self._sections.addWidget(Text(title, "section"))


def shown_locks(known: Knowledge) -> list[LockState]:
    """The locks as they are now; those that only a test can see, as it saw them."""
    now = {lock.process: lock for lock in known.locks}
    tested = [part.lock for part in known.proof.processes] if known.proof else []
    return [*now.values(), *(lock for lock in tested if lock.process not in now)]


def describe_verdict(known: Knowledge) -> tuple[str, str]:
    """What may be said, in a line, and why that and no more."""
    tr = wording.translate
    leak = _describe_leak(known.proof) if known.proof else ""
    if known.problem:
        return tr("Proof", "Not locked"), f"{wording.told(known.problem)} {leak}"
    if leak:
        return tr("Proof", "Not everything is refused"), leak
    if known.verdict is None and known.engine_refused:
        words = tr(
            "Proof", "The engine did not start. Without it, it cannot be said what is locked."
        )
        return tr("Proof", "The lock of the engine is not known"), words
    if known.verdict is None:
        words = tr("Proof", "The engine has not said yet how it is locked.")
        return tr("Proof", "Looking at the locks…"), words
    if known.test_failed:
        words = tr("Proof", "What it would have found is not known. Try again.")
        return tr("Proof", "The test could not be finished"), words
    title, words = _describe_locked(known)
    if known.attempts:
        tried = tr("Proof", "Besides the test: %1, see the locks below.")
        words = f"{words} {tried.replace('%1', wording.attempts(known.attempts))}"
    return title, words


def _describe_leak(proof: Proof) -> str:
    """What the test found open; "" when nothing was."""
    tr = wording.translate
    if not proof.blocked:
        words = tr(
            "Proof",
            "%1 of %2 attempts were not refused, so Strongroom could reach a network here. "
            "Disconnect this machine before you work with confidential documents.",
        )
        through = sum(not attempt.refused for attempt in proof.attempts)
        words = words.replace("%1", wording.number(through))
        return words.replace("%2", wording.number(len(proof.attempts)))
    if proof.listening:
        return tr("Proof", "A port of Strongroom waits for connections, and none should.")
    return ""


def _describe_locked(known: Knowledge) -> tuple[str, str]:
    tr = wording.translate
    tested = _describe_test(known)
    if known.verdict is Verdict.PROVEN:
        title = tr("Proof", "No network can be reached")
        words = tr(
            "Proof", "The operating system refuses every network to every process of Strongroom."
        )
        if known.proof is None:
            title = tr("Proof", "Locked by the operating system")
            words = tr("Proof", "The operating system refuses every network to window and engine.")
    elif known.by_system:
        title = tr("Proof", "Locked, but not proven on this kind of system")
        words = tr(
            "Proof", "The lock is set, but its means were never tested on this kind of system."
        )
    else:
        title = tr("Proof", "Guarded by Strongroom, not by the operating system")
        words = tr("Proof", "Strongroom refuses networks to itself; nothing beneath it does.")
    return title, f"{words} {tested}"


def _describe_test(known: Knowledge) -> str:
    if known.proof is None:
        return wording.translate("Proof", "Not tested yet.")
    words = wording.translate("Proof", "All %1 attempts of the test at %2 were refused.")
    words = words.replace("%2", wording.moment(known.proof.tested))
    return words.replace("%1", wording.number(len(known.proof.attempts)))
