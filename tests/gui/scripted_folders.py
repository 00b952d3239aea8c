"""What the scripted engine does about folders: it tells of changes when a test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.core.events import DocumentChanged, FoldersChanged, IndexProgress
from app.core.types import Document, Foreseen, Gap, IndexReport, Presence, State
from app.engine import messages
from app.engine.client import OnMessage


class ScriptedFolders:
    """A part of `ScriptedEngine`. `changed` are documents that the next catching up reads."""

    documents: tuple[Document, ...]
    changed: tuple[Document, ...] = ()
    foreseen = Foreseen(3)
    gaps: tuple[Gap, ...] = ()
    is_strange: bool
    _tell: OnMessage | None = None
    _pause: Callable[[int], bool]

    def tell_of_changes(self) -> None:
        """As the engine does when something happened in a source."""
        assert self._tell
        self._tell(FoldersChanged())

    def lose(self, presence: Presence, *numbers: int) -> None:
        """Files are gone; the next catching up finds that out."""
        self.changed = tuple(
            replace(d, presence=presence) for d in self.documents if d.id in numbers
        )

    def _WatchFolders(self, _number: int, _body: messages.WatchFolders, tell: OnMessage) -> None:
        """Goes on for as long as the window is open."""
        self._tell = tell

    def _CatchUp(self, number: int, _body: messages.CatchUp, tell: OnMessage) -> IndexReport:
        changed, self.changed = self.changed, ()
        tell(IndexProgress("looking", current="Meridian"))
        for done, document in enumerate(changed):
            if document.presence is Presence.HERE:
                tell(DocumentChanged(replace(document, state=State.WAITING)))
                tell(IndexProgress("reading", done, len(changed), current=document.name))
                self._pause(number)
        known = {d.id: d for d in (*self.documents, *changed)}
        self.documents = tuple(known.values())
        return IndexReport(len(known), 0, 0, changes=len(changed))

    def _MoveSource(
        self, _number: int, body: messages.MoveSource, *_: Any
    ) -> messages.SourceMoved | messages.EngineFailed:
        """Document 1 is not there any more; in a folder called “wrong” is none."""
        if body.path.endswith("wrong"):
            hint = "Choose the folder that they lie in now."
            return messages.EngineFailed(f"None of its documents is in {body.path}.", hint)
        self.documents = tuple(
            replace(
                document,
                source=body.path,
                path=document.path.replace(body.source, body.path),
                presence=Presence.MISSING if document.id == 1 else Presence.HERE,
            )
            for document in self.documents
        )
        return messages.SourceMoved(len(self.documents) - 1, 1)

    def _Foresee(self, *_: Any) -> Foreseen:
        return self.foreseen

    def _GetGaps(self, *_: Any) -> messages.Gaps:
        return messages.Gaps(self.gaps)

    def _TrustFolders(self, *_: Any) -> messages.Done:
        self.is_strange = False
        return messages.Done()

    def _KeepDocuments(self, _number: int, body: messages.KeepDocuments, *_: Any) -> messages.Done:
        self.documents = tuple(
            replace(d, presence=Presence.KEPT) if d.id in body.documents else d
            for d in self.documents
        )
        return messages.Done()
