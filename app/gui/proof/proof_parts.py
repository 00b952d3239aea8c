"""What the proof panel is made of: a card for a process, a table of attempts, and plain facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.parts import Card, Picture, Text
from app.system.local_services import local_services
from app.system.lock_state import Attempt, LockState, Proof
from app.system.lockdown import Refusal

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_SHOWN = 20


class ProcessCard(Card):
    """How one process is locked, since when, and what it tried so far."""

    def __init__(self, lock: LockState) -> None:
        super().__init__("row")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 12)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.addWidget(Text(process_name(lock.process), "strong"))
        head.addWidget(Text(process_work(lock.process), "small"), 1)
        since = wording.translate("Proof", "since %1").replace("%1", wording.moment(lock.since))
        head.addWidget(Text(since, "small"))
        column.addLayout(head)
        if lock.problem:
            missing = wording.translate("Proof", "Missing: %1").replace(
                "%1", wording.told(lock.problem)
            )
            column.addLayout(_line("warning", "danger", missing, "danger"))
        for name in lock.mechanism:
            is_ours = not lock.by_system
            mark = ("shield", "secondary") if is_ours else ("check", "success")
            column.addLayout(_line(*mark, name))
        column.addLayout(self._attempts(lock.refused))

    def _attempts(self, refused: tuple[Refusal, ...]) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(3)
        if not refused:
            none = wording.translate("Proof", "Python code tried nothing so far.")
            lines.addLayout(_line("check", "success", none))
            return lines
        lines.addLayout(
            _line("warning", "warning", wording.attempts(len(refused)), "warning-small")
        )
        for refusal in refused[-_MOST_SHOWN:]:
            told = (wording.moment(refusal.time), refusal.family, event_words(refusal.event))
            lines.addLayout(_line("", "", " · ".join(told)))
        return lines


class AttemptTable(Card):
    """A row for each way that was tried, a column for each process, and what was answered."""

    def __init__(self, proof: Proof) -> None:
        super().__init__("row")
        self.setAccessibleName(wording.translate("Proof", "What was tried"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 11, 14, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        names = [part.lock.process for part in proof.processes]
        for column, name in enumerate(names, 1):
            self._grid.addWidget(Text(process_name(name), "label"), 0, column)
        last = len(names) + 1
        self._grid.addWidget(Text(wording.translate("Proof", "Answer"), "label"), 0, last)
        self._grid.setColumnStretch(last, 1)
        for row, (way, found) in enumerate(by_way(proof).items(), 1):
            self._add_row(row, way, [found.get(name) for name in names])

    def _add_row(self, row: int, way: str, found: list[Attempt | None]) -> None:
        self._grid.addWidget(Text(way, "small-text"), row, 0, _TOP)
        for column, attempt in enumerate(found, 1):
            if attempt:
                self._grid.addWidget(_outcome(attempt), row, column, _TOP)
        answers = dict.fromkeys(attempt.error for attempt in found if attempt)
        answer = Text(" / ".join(answers), "small", wraps=True)
        self._grid.addWidget(answer, row, len(found) + 1, _TOP)


def by_way(proof: Proof) -> dict[str, dict[str, Attempt]]:
    """For each way that was tried, what came of it in each process."""
    ways: dict[str, dict[str, Attempt]] = {}
    for part in proof.processes:
        for attempt in part.attempts:
            way = f"{attempt.family} · {attempt.kind}"
            ways.setdefault(way, {})[part.lock.process] = attempt
    return ways


def plain_lines(proof: Proof | None, by_system: bool) -> list[str]:
    """What belongs to an honest proof besides locks and attempts, each a sentence or two."""
    counted = wording.translate(
        "Proof",
        "What Python code tries is refused and counted. What native code tries is not counted, "
        "and refused only where the system does it.",
    )
    if by_system:
        counted = wording.translate(
            "Proof",
            "What Python code tries is refused and counted. What native code tries is refused by "
            "the operating system, and not counted.",
        )
    waived = wording.translate(
        "Proof", "You let Strongroom start on this machine even if it cannot be locked."
    )
    lines = [_ports(proof), counted, _local()]
    return [*lines, waived] if proof and proof.waived else lines


def process_name(name: str) -> str:
    known = {
        "window": wording.translate("Proof", "Window"),
        "engine": wording.translate("Proof", "Engine"),
        "reader": wording.translate("Proof", "Reader"),
    }
    return known.get(name, wording.clean_line(name))


def process_work(name: str) -> str:
    return {
        "window": wording.translate("Proof", "shows everything, opens no document"),
        "engine": wording.translate("Proof", "searches, and writes answers"),
        "reader": wording.translate("Proof", "reads one document, and ends"),
    }.get(name, "")


def event_words(event: str) -> str:
    """What Python tried to do; by Python's own name for it where we have none."""
    known = {
        "socket.__new__": wording.translate("Proof", "opened a socket"),
        "socket.connect": wording.translate("Proof", "connected a socket"),
        "socket.getaddrinfo": wording.translate("Proof", "looked up a name"),
    }
    return known.get(event, event)


def _ports(proof: Proof | None) -> str:
    if proof is None:
        return wording.translate("Proof", "Ports that wait for connections: counted by the test.")
    count = wording.number(proof.listening) if proof.listening else wording.translate(
        "Proof", "none")  # fmt: skip
    return wording.translate("Proof", "Ports that wait for connections: %1.").replace("%1", count)


def _local() -> str:
    kept = wording.translate(
        "Proof",
        "The window keeps local sockets for its display, and what belongs to it (keyboard input, "
        "screen readers). Engine and readers have none.",
    )
    services = ", ".join(local_services())
    found = wording.translate(
        "Proof", "No other service was found that could be reached over them."
    )
    if services:
        found = wording.translate("Proof", "Over them it could reach, and does not use: %1.")
    return f"{kept} {found.replace('%1', services)}"


def _line(icon: str, colour: str, words: str, role: str = "small-text") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    picture: QWidget = Picture(icon, colour, 15) if icon else QWidget()
    picture.setFixedSize(15, 15)
    row.addWidget(picture, 0, _TOP)
    row.addWidget(Text(words, role, wraps=True), 1)
    return row


def _outcome(attempt: Attempt) -> QWidget:
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    icon = ("check", "success") if attempt.refused else ("warning", "danger")
    refused = wording.translate("Proof", "refused")
    open_ = wording.translate("Proof", "NOT refused")
    row.addWidget(Picture(*icon, 15))
    role = "small-text" if attempt.refused else "danger"
    row.addWidget(Text(refused if attempt.refused else open_, role), 1)
    return inside
