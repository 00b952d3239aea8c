"""Has the desktop's file manager show a folder, over the session bus.

It runs on its own: a program started from the window would be locked as the window is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl

_NAME = "org.freedesktop.FileManager1"
_PATIENCE = 5_000
"""Milliseconds; a file manager may have to be started for it."""


def show_folder(folder: str, asker: QObject, otherwise: Callable[[], None]) -> None:
    """Open the folder, and nothing else; `otherwise` is called when nobody can."""
    if sys.platform != "linux" or not os.path.isdir(folder):
        otherwise()
        return
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    uri = QUrl.fromLocalFile(folder).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    path = f"/{_NAME.replace('.', '/')}"
    message = QDBusMessage.createMethodCall(_NAME, path, _NAME, "ShowFolders")
    message.setArguments([[uri], ""])
    call = QDBusConnection.sessionBus().asyncCall(message, _PATIENCE)
    watcher = QDBusPendingCallWatcher(call, asker)

    def end() -> None:
        if watcher.isError():
            otherwise()
        watcher.deleteLater()

    watcher.finished.connect(end)
