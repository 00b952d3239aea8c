"""Asks before work that is going on is cut short, and only then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.gui.dialogs import Confirmation
from app.gui.wording import translate

_NAME = "leaving"


def leave_in_order(window: QWidget, is_busy: bool, leave: Callable[[], None]) -> None:
    """`leave`, after a question if something is going on. Asks once, however often it is called."""
    if not is_busy:
        leave()
        return
    asked = window.findChild(Confirmation, _NAME)
    if asked is not None and asked.isVisible():
        asked.raise_()
        return
    title = translate("Leaving", "Strongroom is still working. Close it now?")
    text = translate("Leaving", "What is finished is kept, and the rest goes on at the next start.")
    close, stay = translate("Leaving", "Close now"), translate("Leaving", "Keep working")
    dialog = Confirmation(window, title, text, close, stay)
    dialog.setObjectName(_NAME)
    dialog.agreed.connect(leave)
    dialog.open()
