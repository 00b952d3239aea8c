"""When documents are read: a section for the settings. Tells what was chosen, keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.parts import Text


class ReadingTimes(QWidget):
    """`battery_choice_made` and `memory_choice_made` with whether reading is to pause."""

    battery_choice_made = Signal(bool)
    memory_choice_made = Signal(bool)

    def __init__(self, rests_on_battery: bool, rests_when_short: bool) -> None:
        super().__init__()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        note = self.tr("Reading goes on by itself when the reason is gone. Asking always works.")
        column.addWidget(Text(note, "secondary", wraps=True))
        self.battery = self._add(
            self.tr("Pause reading while the computer runs on its battery"),
            self.tr("Reading keeps the processor busy and empties a battery quickly"),
            rests_on_battery,
        )
        self.memory = self._add(
            self.tr("Pause reading while little memory is free"),
            self.tr("So that other programs stay quick"),
            rests_when_short,
        )
        self.battery.toggled.connect(self.battery_choice_made)
        self.memory.toggled.connect(self.memory_choice_made)

    def _add(self, label: str, hint: str, is_on: bool) -> QCheckBox:
        box = QCheckBox(label)
        box.setChecked(is_on)
        box.setAccessibleName(label)
        box.setToolTip(wording.tooltip(hint))
        self._column.addWidget(box)
        return box
