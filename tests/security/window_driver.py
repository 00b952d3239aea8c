"""What a person does with the window, done from outside with keyboard and mouse."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing

from app.system.paths import Paths
from tests.deadlines import wait_until
from tests.security.desktop import Desktop

PATIENCE = 240.0
"""Seconds that models may take to be loaded and to answer, on a busy machine."""
PRESSES_A_TRY = 60


def ask(display: Desktop, paths: Paths, question: str, documents: int = 1) -> None:
    """When so many documents are ready, type a question, and wait until its answer is kept."""
    ready = "SELECT count(*) FROM documents WHERE state = 'ready'"
    wait_until(lambda: in_catalog(paths, ready) == documents, PATIENCE)
    presses = itertools.count()

    def is_answered() -> bool:
        if next(presses) % PRESSES_A_TRY == 0:  # a window that is busy may miss what is typed
            display.await_window("Strongroom", PATIENCE)
            display.press("ctrl+l")
            display.press("ctrl+a")
            display.type(question)
        display.press("Return")
        return in_catalog(paths, "SELECT count(*) FROM turns") > 0

    wait_until(is_answered, PATIENCE)


def close_window(display: Desktop) -> None:
    """Quit with the keyboard, whatever the window still does, and wait until it is gone."""
    presses = itertools.count()

    def is_gone() -> bool:
        if display.has_window("still working"):
            display.press("Return")
        elif next(presses) % PRESSES_A_TRY == 0:
            display.press("ctrl+q")
        return not display.has_window("Strongroom")

    wait_until(is_gone, PATIENCE)


def in_catalog(paths: Paths, query: str) -> int:
    """The number that a query gives; 0 while there is no catalogue."""
    try:
        with closing(sqlite3.connect(f"file:{paths.catalog}?mode=ro", uri=True)) as catalog:
            return int(catalog.execute(query).fetchone()[0])
    except sqlite3.OperationalError:
        return 0
