"""When Python frees what refers to itself: in the window's thread, between two events.

By itself it would do so in whichever thread asks for memory just then, and a widget or a timer
that is destroyed outside the window's thread takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1000
"""Milliseconds between two looks whether there is enough to free."""


class Collecting(QObject):
    """From now on garbage is collected here only. Everything made so far is kept for good."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self, interval=_PAUSE)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Free what is due: the oldest generation of which enough was made, and all younger."""
        made = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, most) in enumerate(made) if count > most]
        if due:
            gc.collect(due[-1])
