"""Scenes of a full library: every state, what cannot be asked and why, how it is sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.events import InHand
from app.core.types import Document, Foreseen, Gap, State
from app.gui.drops import Dropped

if TYPE_CHECKING:
    from app.gui.window_session import WindowSession

SCENES = ("library", "problems", "coverage", "place", "sorting", "hovering")
GAPS = (
    Gap("The page is only a picture: it has no text layer.", 38, 4),
    Gap("The page is empty.", 6, 5),
)
_NAMES = (
    "Annual report 2025 - Meridian Hospital Foundation", "Minutes 2025-11-04", "Invoice 8841",
    "Règlement de travail - version coordonnée", "Framework contract IT services 2024-118",
    "Letter to the board", "Arbeidsreglement 2026 - Intercommunale Zilverbeek", "Expert opinion",
)  # fmt: skip
_STATES = (
    (State.READY, ""), (State.READY, ""), (State.READY, ""), (State.SEARCHABLE, ""),
    (State.LOCKED, "The document is locked with a password. Give its password to read it."),
    (State.READY, ""), (State.WAITING, ""),
    (State.FAILED, "The file is damaged, or it is no PDF. Open it elsewhere to check it."),
)  # fmt: skip


def make_full_library() -> tuple[Document, ...]:
    """Two folders, some documents of every state."""
    made = []
    for i in range(1, 249):
        state, reason = _STATES[i % 8] if i % 5 == 0 or i < 9 else _STATES[0]
        folder = ("/home/anna/Cases/Meridian", "/home/anna/Cases/Court of Appeal")[i % 3 == 0]
        pages = 0 if state in (State.LOCKED, State.FAILED, State.WAITING) else 4 + i % 120
        name = f"{_NAMES[i % 8]}{'' if i < 9 else f' ({i})'}.pdf"
        made.append(
            Document(i, folder, f"{folder}/{name}", name, state, pages, max(0, pages - i % 9 // 8),
                     reason, modified=(1_700_000_000 + i * 86_400) * 10**9)
        )  # fmt: skip
    return tuple(made)


def play_library(scene: str, session: WindowSession) -> None:
    panel = session.library
    if scene == "problems":
        panel.show_problems()
    elif scene == "coverage":
        panel.coverage_wanted.emit()
    elif scene == "place":
        panel.place_wanted.emit("/home/anna/Cases/Meridian", "Minutes 2025-11-04.pdf")
    elif scene == "sorting":
        panel._view.click()
    elif scene == "hovering":
        session.window.overlay.announce(Dropped(("/a",)))
        kinds = ((".xlsx", 3), (".jpg", 1))
        session.window.overlay.tell(Foreseen(248, 12, 4, kinds))
    else:
        session.model.show_in_hand((InHand(6, 12, 40),))
