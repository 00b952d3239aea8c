"""Garbage is collected in the window's thread, whoever makes it."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.gui.collecting import Collecting


class _Ring:
    def __init__(self) -> None:
        self.ring = self


def test_what_another_thread_leaves_behind_is_freed_in_the_windows_thread(qtbot: QtBot) -> None:
    gc.enable()
    owner = QObject()
    Collecting(owner)
    freed_in: list[threading.Thread] = []

    def make_garbage() -> None:
        for _ in range(3 * gc.get_threshold()[0]):
            weakref.finalize(_Ring(), lambda: freed_in.append(threading.current_thread()))

    maker = threading.Thread(target=make_garbage)
    maker.start()
    maker.join()
    assert freed_in == []
    qtbot.waitUntil(lambda: len(freed_in) > gc.get_threshold()[0])
    assert set(freed_in) == {threading.main_thread()}
