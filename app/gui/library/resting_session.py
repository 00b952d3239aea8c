"""Pauses reading while the computer is weak, if its user wants that, and goes on by itself.

Owns why reading rests. What pausing is, `indexing_session` knows.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.gui.library.indexing_session import IndexingSession
from app.gui.preferences import Preferences
from app.system.power import ENOUGH_MEMORY, LITTLE_MEMORY, Strength, look_at_strength

_EVERY = 5_000
"""Milliseconds."""


class RestingSession(QObject):
    """Looks at the computer while there is work."""

    def __init__(
        self,
        indexing: IndexingSession,
        preferences: Preferences,
        look: Callable[[], Strength] = look_at_strength,
    ) -> None:
        super().__init__(indexing)
        self._indexing, self._preferences, self.look = indexing, preferences, look
        self._reason = ""
        self._overruled = ""
        """The reason in spite of which the user wants it to go on."""
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        indexing.resumed.connect(self._give_way)

    def check(self) -> None:
        """Pause or go on, as the computer and the preferences are now."""
        if not self._indexing.is_busy:
            self._reason = self._overruled = ""
            return
        reason = self._reason_now(self.look())
        if reason != self._overruled:
            self._overruled = ""
        if reason and not self._reason and not self._overruled:
            if self._indexing.is_paused:
                return
            self._indexing.pause(reason)
            self._reason = reason
        elif self._reason and not reason:
            self._reason = ""
            self._indexing.resume()

    def _give_way(self) -> None:
        """The user went on with it himself."""
        self._overruled, self._reason = self._reason, ""

    def _reason_now(self, strength: Strength) -> str:
        if self._preferences.rests_on_battery and strength.is_on_battery:
            return QCoreApplication.translate("Resting", "Paused while on battery")
        enough = ENOUGH_MEMORY if self._reason else LITTLE_MEMORY
        if self._preferences.rests_when_short and strength.free < enough:
            return QCoreApplication.translate("Resting", "Paused: little memory is free")
        return ""
