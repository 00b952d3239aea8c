"""Questions that are asked again, or put otherwise: the new answer takes the old one's place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.engine.messages import EngineFailed
from app.gui import wording
from app.gui.conversation.asking_session import AskingSession
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.conversation.turn_view import TurnView


class RevisingSession(QObject):
    """Until there is a new answer, what it would replace stays in the vault."""

    def __init__(self, asking: AskingSession, conversation: ConversationPanel) -> None:
        super().__init__()
        self._asking, self._conversation = asking, conversation
        asking.turn_added.connect(self._follow)
        conversation.question.last_wanted.connect(self.edit_last)

    def edit(self, turn: TurnView) -> None:
        """Open the question for editing, saying what will go with the old one."""
        turn.question.begin_editing(_what_goes(turn, self._following(turn)))
        self._conversation.reveal(turn)

    def edit_last(self) -> None:
        """The latest question that can be."""
        turns = [turn for turn in self._conversation.turns if turn.can_be_revised]
        if turns and not self._asking.is_busy:
            self.edit(turns[-1])

    def ask_again(self, turn: TurnView) -> None:
        """At once where nothing else is lost with the old answer."""
        if self._following(turn):
            self.edit(turn)
        else:
            self.revise(turn, turn.question.question)

    def revise(self, turn: TurnView, question: str) -> None:
        """Ask in place of `turn` and of all that follows it."""
        if turn not in self._conversation.turns or self._asking.is_busy:
            if turn.question.editor:
                busy = self.tr("An answer is being written. Stop it first, or wait for it.")
                turn.question.editor.note.setText(busy)
            return
        before = self._conversation.turns[: self._conversation.turns.index(turn)]
        chat = self._asking.chat
        self._conversation.cut(len(before))
        exchange = self._asking.ask(
            question, sum(t.answer is not None for t in before), turn.lists_all
        )
        if exchange is not None and chat is not None:
            exchange.failed.connect(lambda failure: self._bring_back(chat, failure))
            exchange.cancelled.connect(lambda: self._bring_back(chat))

    def _follow(self, turn: TurnView) -> None:
        turn.question.editing_wanted.connect(lambda: self.edit(turn))
        turn.question.revised.connect(lambda question: self.revise(turn, question))
        turn.again_wanted.connect(lambda: self.ask_again(turn))

    def _following(self, turn: TurnView) -> int:
        turns = self._conversation.turns
        return len(turns) - turns.index(turn) - 1 if turn in turns else 0

    def _bring_back(self, chat: int, failure: EngineFailed | None = None) -> None:
        """There is no new answer: show again what was to go."""
        if self._asking.chat != chat:
            return
        self._asking.open_chat(chat)
        if failure is None:
            self._conversation.notice.tell(
                self.tr("Stopped before there was an answer."),
                self.tr("The conversation is as it was."),
                "good",
            )
        elif failure.known:
            self._conversation.notice.tell(failure.message, failure.hint)


def _what_goes(turn: TurnView, following: int) -> str:
    tr = wording.translate
    if following:
        words = tr("Revising", "This answer and %1 below it will be replaced.")
        return words.replace("%1", wording.questions(following))
    return tr("Revising", "The answer will be replaced.") if turn.answer else ""
