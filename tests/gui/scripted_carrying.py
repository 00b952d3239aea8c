"""What the scripted engine does about carrying a library: nothing but tell that it did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.core.events import WorkProgress
from app.core.types import Document
from app.engine import messages
from app.engine.client import OnMessage

PRINT = "0f1e 2d3c 4b5a 6978 8796 a5b4 c3d2 e1f0"
FULL = messages.EngineFailed("There is a library in this vault already.", "Forget it first.")


class ScriptedCarrying:
    """A part of `ScriptedEngine`. `arriving` are the documents of the library that is imported."""

    documents: tuple[Document, ...]
    arriving: tuple[Document, ...] = ()
    carried = messages.LibraryCarried("", 12, 340, 0, 18_200_000, signer=messages.Signer(PRINT))
    naming: messages.EngineFailed | None = None
    """Why a key cannot be named."""

    def _ExportLibrary(
        self, _number: int, body: messages.ExportLibrary, tell: OnMessage
    ) -> messages.LibraryCarried:
        tell(WorkProgress("packing", 40, 100))
        signer = messages.Signer(PRINT) if body.key_file else None
        copies = self.carried.documents if body.with_documents else 0
        return replace(self.carried, path=body.path, copies=copies, signer=signer)

    def _ImportLibrary(
        self, _number: int, body: messages.ImportLibrary, tell: OnMessage
    ) -> messages.LibraryCarried | messages.EngineFailed:
        tell(WorkProgress("unpacking", 40, 100))
        if self.documents:
            return FULL
        self.documents = self.arriving
        return replace(self.carried, path=body.path)

    def _NameKey(self, *_: Any) -> messages.Done | messages.EngineFailed:
        return self.naming or messages.Done()
