"""Takes pictures of the window over the scripted engine, to judge them by eye.

    python -m tests.gui.pictures SCENE light|dark WIDTHxHEIGHT FILE.png

Scenes: empty, no-model, suggestions, indexing, finished, answering, answered, passages, abstained,
long, large, drop, notice, settings, proof, keys, error.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import traceback
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.engine.messages import AddPaths, Ask, EngineFailed
from app.gui.application import make_application
from app.gui.drops import Dropped
from app.gui.window_session import WindowSession
from app.system.paths import find_paths
from tests.gui.scripted_engine import ScriptedEngine, make_abstention, make_documents

QUESTION = "How did the waiting time for orthopaedic consultations change in 2025, and why?"


def make_engine(scene: str) -> ScriptedEngine:
    """An engine that plays the scene."""
    engine = ScriptedEngine(() if scene in ("empty", "no-model", "drop") else make_documents())
    engine.answer_model = "" if scene == "no-model" else engine.answer_model
    if scene in ("indexing", "answering"):
        engine.holds = {AddPaths, Ask}
    engine.answer = make_abstention if scene == "abstained" else engine.answer
    return engine


def play(scene: str, session: WindowSession, step: int) -> None:
    """Do what happens in the scene, at its step 0, 1, 2."""
    ask = session.conversation.suggestions.question_chosen
    answered = ("answering", "answered", "passages", "abstained", "long", "large")
    if step == 0 and scene in answered:
        ask.emit(QUESTION)
    elif step and scene == "long":
        ask.emit("And what does the board think of it?")
    elif step == 1 and scene == "passages":
        session.evidence._passages_button.click()
    elif step == 0:
        _open(scene, session)


def _open(scene: str, session: WindowSession) -> None:
    if scene in ("settings", "proof", "keys"):
        session.window.action(scene).trigger()
    elif scene == "indexing":
        session.indexing.add(("/home/anna/Cases/Court of Appeal",))
    elif scene == "finished":
        session.indexing._show_end()
    elif scene == "drop":
        session.window.overlay.announce(Dropped(("/a", "/b", "/c")))
    elif scene == "notice":
        hint = "Free some space, then add the folder again."
        session._show_failure(EngineFailed("The disk is full.", hint))
    elif scene == "error":
        session._show_failure(EngineFailed("The engine met an error.", "", False, "KeyError"))


def take(scene: str, theme: str, size: str, file: str) -> None:
    """Play a scene and save what is seen at its end."""
    home = Path(tempfile.mkdtemp())
    wishes = {"theme": theme, "zoom": 1.5 if scene == "large" else 1.0}
    (home / "window.json").write_text(json.dumps(wishes))
    application = make_application()
    sys.excepthook = traceback.print_exception
    engine = make_engine(scene)
    session = WindowSession(engine, find_paths(home), application)
    session.start()
    width, height = (int(part) for part in size.split("x"))
    session.window.resize(width, height)
    session.window._splitter.setSizes([280, (width - 280) * 55 // 100, (width - 280) * 45 // 100])
    for step in range(3):
        QTimer.singleShot(300 + 500 * step, session, lambda step=step: play(scene, session, step))

    def finish() -> None:
        shown: QWidget = session.window
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
        shown = next((d for d in dialogs if d.isVisible()), shown)
        shown.grab().save(file)
        session.end()
        engine.close()
        application.quit()

    QTimer.singleShot(2200, session, finish)
    application.exec()


if __name__ == "__main__":
    take(*sys.argv[1:5])
