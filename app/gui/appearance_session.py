"""Has the whole application look and speak as its user wishes, and remembers the wishes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from app.gui.appearance import choose_theme, dress, dress_plainly
from app.gui.languages import choose_language
from app.gui.preferences import SMALLEST, TWICE, Preferences, load_preferences, save_preferences
from app.gui.retranslating import switch_language


class AppearanceSession(QObject):
    """Owns the preferences; others change them, and have them applied here.

    Language, colours and font at once; the style sheet with the first `apply`: a widget that wears
    one is dressed anew each time that it is put into another one.
    """

    def __init__(self, application: QApplication, file: Path) -> None:
        super().__init__()
        self._application, self._file = application, file
        self.preferences: Preferences = load_preferences(file)
        wishes = self.preferences
        switch_language(application, choose_language(wishes.language))
        if not application.styleSheet():
            dress_plainly(application, choose_theme(wishes.theme, application), wishes.zoom)
        application.styleHints().colorSchemeChanged.connect(self.apply)

    @Slot()
    def apply(self) -> None:
        """Theme, size and language of everything, now."""
        wishes = self.preferences
        switch_language(self._application, choose_language(wishes.language))
        dress(self._application, choose_theme(wishes.theme, self._application), wishes.zoom)

    def zoom(self, direction: int) -> None:
        """Text a step larger (1) or smaller (-1)."""
        wished = round(self.preferences.zoom + direction * 0.1, 1)
        self.preferences.zoom = min(max(wished, SMALLEST), TWICE)
        self.apply()

    def save(self) -> bool:
        """Keep the wishes for the next time; false when the disk refuses."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        return save_preferences(self._file, self.preferences)
