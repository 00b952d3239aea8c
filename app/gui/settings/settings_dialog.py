"""Settings: its sections at the left, the chosen one beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QWidget

from app.engine.messages import Models
from app.gui.dialogs import PlainDialog
from app.gui.preferences import Preferences
from app.gui.settings.settings_answers import AnswersPage, WindowPage
from app.gui.settings.settings_library import LibraryPage, PrivacyPage
from app.gui.settings.settings_models import ModelsPage
from app.gui.settings.settings_page import SettingsPage

MODELS, ANSWERS, WINDOW, LIBRARY, PRIVACY = range(5)


class SettingsDialog(PlainDialog):
    """Shows what is chosen; its pages tell what is chosen anew. It keeps nothing."""

    def __init__(self, parent: QWidget, preferences: Preferences, vault: str) -> None:
        super().__init__(parent, self.tr("Settings"), 720)
        room = parent.screen().availableGeometry()
        self.resize(min(860, room.width() - 60), min(680, room.height() - 80))
        self.models = ModelsPage()
        self.answers = AnswersPage(preferences.show_unsupported)
        self.look = WindowPage(preferences)
        self.library = LibraryPage(vault, preferences)
        self.privacy = PrivacyPage()
        self.notice = self.models.notice
        self._stack = QStackedWidget()
        self.sections = QListWidget()
        self.sections.setObjectName("sections")
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in (self.models, self.answers, self.look, self.library, self.privacy):
            self._add(page)
        self.sections.currentRowChanged.connect(self._stack.setCurrentIndex)
        both = QHBoxLayout()
        both.setSpacing(22)
        both.addWidget(self.sections)
        both.addWidget(self._stack, 1)
        self.body.addLayout(both, 1)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self.go_to(MODELS)

    def go_to(self, section: int) -> None:
        """One of MODELS, ANSWERS, WINDOW, LIBRARY, PRIVACY."""
        self.sections.setCurrentRow(section)
        self.sections.setFocus()

    def show_models(self, models: Models) -> None:
        """Everything that is known of the models and of what was chosen about them."""
        for page in (self.models, self.answers, self.library):
            page.show_models(models)

    def _add(self, page: SettingsPage) -> None:
        self.sections.addItem(page.title)
        self._stack.addWidget(page)
        width = self.sections.sizeHintForColumn(0) + 28
        self.sections.setFixedWidth(max(132, width))
