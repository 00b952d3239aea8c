"""Explains once how an answer is read, under the first one that can be; and again when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.core.types import Answer
from app.gui.appearance_session import AppearanceSession
from app.gui.conversation.asking_session import AskingSession
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.reading_hint import ReadingDialog, ReadingHint


class ExplainingSession(QObject):
    """Remembers that it was understood, for good."""

    def __init__(
        self,
        asking: AskingSession,
        conversation: ConversationPanel,
        appearance: AppearanceSession,
    ) -> None:
        super().__init__()
        self._conversation, self._appearance = conversation, appearance
        asking.answered.connect(self._explain)

    def open(self) -> None:
        """Explain it in a dialog."""
        ReadingDialog(self._conversation.window()).open()

    def _explain(self, answer: Answer) -> None:
        if self._appearance.preferences.knows_answers or answer.abstained:
            return
        turns = self._conversation.turns
        if turns and not any(turn.findChildren(ReadingHint) for turn in turns):
            hint = ReadingHint()
            hint.understood.connect(self._remember)
            turns[-1].add_hint(hint)

    def _remember(self) -> None:
        self._appearance.preferences.knows_answers = True
        self._appearance.save()
        for turn in self._conversation.turns:
            for hint in turn.findChildren(ReadingHint):
                hint.hide()
                hint.deleteLater()
