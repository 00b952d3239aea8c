"""The conversations of a scripted engine, and what it does with them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.core.events import DossierProgress
from app.core.types import Chat, Turn
from app.engine import messages
from app.engine.client import OnMessage


class ScriptedChats:
    """`lost_sources` is how many files a dossier will say are gone or changed."""

    def __init__(self) -> None:
        self.chats: list[Chat] = []
        self.keeps_chats = True
        self.lost_sources = 0

    def keep_turn(self, number: int, turn: Turn, after: int | None = None) -> None:
        known = next((c for c in self.chats if c.id == number), None)
        if known is None:
            self.chats.insert(0, Chat(number, turn.question, (turn,)))
        else:
            turns = (*known.turns[:after], turn)
            self.chats = [replace(c, turns=turns) if c is known else c for c in self.chats]

    def _GetChats(self, *_: Any) -> messages.Chats:
        return self._found_chats("")

    def _SearchChats(self, _n: int, body: messages.SearchChats, *_: Any) -> messages.Chats:
        return self._found_chats(body.text)

    def _found_chats(self, text: str) -> messages.Chats:
        found = [replace(c, turns=()) for c in self.chats if text.lower() in c.title.lower()]
        return messages.Chats(tuple(found), self.keeps_chats)

    def _RenameChat(self, _n: int, body: messages.RenameChat, *_: Any) -> messages.Done:
        self.chats = [replace(c, title=body.title) if c.id == body.chat else c for c in self.chats]
        return messages.Done()

    def _DeleteAllChats(self, *_: Any) -> messages.Done:
        self.chats = []
        return messages.Done()

    def _KeepChats(self, _n: int, body: messages.KeepChats, *_: Any) -> messages.Chats:
        self.keeps_chats = body.keeps
        return self._found_chats("")

    def _ExportChat(self, _n: int, body: messages.ExportChat, tell: OnMessage) -> messages.Exported:
        tell(DossierProgress(1, 2))
        return messages.Exported(body.path, 3, self.lost_sources)

    def _OpenChat(self, _n: int, body: messages.OpenChat, *_: Any) -> Chat:
        return next(c for c in self.chats if c.id == body.chat)

    def _DeleteChat(self, _n: int, body: messages.DeleteChat, *_: Any) -> messages.Done:
        self.chats = [c for c in self.chats if c.id != body.chat]
        return messages.Done()
