"""Takes pictures of the window over the scripted engine, to judge them by eye.

    python -m tests.gui.pictures SCENE light|dark WIDTHxHEIGHT FILE.png [en|fr|nl]

Scenes: empty, no-model, suggestions, indexing, finished, answering, answered, passages, abstained,
long, large, drop, notice, settings, settings-details, settings-answers, settings-window,
settings-library, settings-privacy, libraries, keys, error, proof (before the
test), proof-tested, proof-guarded, proof-leak, proof-tried, tried, unlocked, proof-unlocked,
proof-large, not-started, files, warned, history, history-search, history-empty, rename, export,
exported, summary, summary-thorough, summary-running, compare (before it is sent), comparing,
compared, compared-two, away, away-moved, away-wrong, marked (unsupported sentences in the text),
refused, computed, thoughts, follow-up, quoted (a mark pointed at), editing, first-answer,
export-asked, exporting, carried, importing, imported, import-refused, pages, pages-search,
pages-turned, pages-selected, pages-saving, pages-saved, mail, word, log (without pages), library
(full), problems, coverage, place, sorting, hovering, exact, exact-place, exact-pattern, listed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
import traceback
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from app.core.errors import LockMissing
from app.core.forgetting.receipt import Quotes
from app.core.types import Answer, Chat, Presence
from app.engine.messages import (
    AddPaths,
    Ask,
    Compare,
    EngineFailed,
    ExportLibrary,
    ImportLibrary,
    RemoveDocuments,
    SavePages,
    Summarize,
)
from app.gui.application import make_application, make_refusal
from app.gui.conversation.folds import Fold
from app.gui.drops import Dropped
from app.gui.evidence.places import Place, place_of
from app.gui.file_chooser import keep_dialogs_from_writing
from app.gui.library.carrying_dialogs import ExportDialog
from app.gui.window_session import WindowSession
from app.system.lock_state import LockState
from app.system.lockdown import Lockdown, Refusal
from app.system.paths import find_paths
from tests.gui import scripted_library
from tests.gui.scripted_answers import (
    make_computed,
    make_doubted,
    make_follow_up,
    make_listed,
    make_thoughtful,
)
from tests.gui.scripted_content import (
    make_abstention,
    make_answer,
    make_documents,
    make_guarded,
    make_lock,
    make_lockdown,
    prove_window,
)
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.scripted_library import make_full_library, play_library
from tests.gui.scripted_texts import LOG, make_text_answer, make_text_documents, make_texts

PROBLEM = "The kernel of this machine was built without seccomp filters."
NOON = 1_800_000_600.0
WARNING = "This passage contains text that gives orders to the model; it was not followed."
QUESTION = "How did the waiting time for orthopaedic consultations change in 2025, and why?"


def make_engine(scene: str) -> ScriptedEngine:
    """An engine that plays the scene."""
    engine = ScriptedEngine(() if scene in ("empty", "no-model", "drop") else make_documents())
    engine.answer_model = "" if scene == "no-model" else engine.answer_model
    if scene in ("indexing", "answering"):
        engine.holds = {AddPaths, Ask}
    if scene in ("imported", "importing"):
        engine.arriving, engine.documents = engine.documents, ()
        engine.carried = replace(engine.carried, lacks_vectors=True, missing=2)
        engine.holds = {ImportLibrary} if scene == "importing" else set()
    if scene in ("summary-running", "comparing"):
        engine.holds = {Summarize, Compare}
    if scene in TEXTS:
        engine.documents, engine.texts = make_documents() + make_text_documents(), make_texts()
    if scene in scripted_library.SCENES:
        engine.documents, engine.gaps = make_full_library(), scripted_library.GAPS
    engine.chats = [] if scene == "history-empty" else make_chats()
    engine.answer = ANSWERS.get(scene, engine.answer)
    engine.quotes = Quotes(2, 5, 3, 1)
    if scene.startswith("away"):
        engine.lose(Presence.AWAY, *(document.id for document in engine.documents))
    engine.lock = make_engine_lock(scene)
    engine.leak = "UDP, native code" if scene == "proof-leak" else ""
    return engine


def make_warned(question: str) -> Answer:
    """An answer with a passage that gives orders, on pages of which not all can be seen."""
    answer = make_answer(question)
    warned = replace(answer.hits[2], warning=WARNING)
    return replace(answer, hits=(*answer.hits[:2], warned))


ANSWERS = {
    "abstained": make_abstention, "refused": make_doubted, "warned": make_warned,
    "listed": make_listed, "computed": make_computed,
    "thoughts": make_thoughtful, "follow-up": make_follow_up,
    **dict.fromkeys(("mail", "word", "log"), make_text_answer),
}  # fmt: skip


PAGES = ("pages", "pages-search", "pages-turned", "pages-selected", "pages-saving", "pages-saved")
_CITED = [place_of(s.citations[0]) for s in make_text_answer("").sentences]
TEXTS = {"mail": _CITED[0], "word": _CITED[1], "log": Place(23, LOG, 1)}
ANSWERED = (
    *PAGES,
    "answering",
    "answered",
    "marked",
    "passages",
    "long",
    "large",
    "quoted",
    "editing",
    *ANSWERS,
)


def play_pages(scene: str, session: WindowSession) -> None:
    """Do something with the document beside the answer."""
    pane = session.evidence.pane
    pane._toggle_thumbnails()
    if scene == "pages-search":
        pane.search.open("waiting times")
    elif scene == "pages-turned":
        pane.view.turn(90)
    elif scene == "pages-selected":
        pane.view.selection.select(31, (700, 1_050))
    elif scene == "pages-saving":
        session.looking.saving.ask()
    elif scene == "pages-saved":
        session.looking.saving.save(SavePages(1, 3, 9, "/home/anna/Waiting times.pdf"))


def make_engine_lock(scene: str) -> LockState:
    """How the engine is locked in the scene."""
    if scene in ("tried", "proof-tried"):
        tried = [Refusal("AF_INET", "socket.__new__", NOON), Refusal("name look-up",
                 "socket.getaddrinfo", NOON + 70)]  # fmt: skip
        return make_lock("engine", tuple(tried))
    if scene == "proof-guarded":
        return make_guarded("engine")
    return make_lock("engine", problem=PROBLEM if "unlocked" in scene else "")


def make_window_lock(scene: str) -> Lockdown:
    """How the window is locked in the scene."""
    problem = PROBLEM if "unlocked" in scene else ""
    return make_lockdown(problem, by_system=scene != "proof-guarded")


def play(scene: str, session: WindowSession, step: int) -> None:
    """Do what happens in the scene, at its step 0, 1, 2."""
    ask = session.conversation.suggestions.question_chosen
    if step == 0 and scene.startswith(("summary", "compar")):
        play_documents(scene, session)
    elif step == 0 and scene in ANSWERED:
        ask.emit(QUESTION)
    elif step == 1 and scene in PAGES:
        play_pages(scene, session)
    elif step and scene in LOOKED_INTO:
        look_into_answer(scene, session)
    elif step == 1 and scene in ("passages", "warned"):
        session.evidence._passages_button.click()
    elif step == 1 and scene.startswith("settings-"):
        _look_into_settings(scene, session)
    elif step == 0 and (scene.startswith("history") or scene in ("rename", "export", "exported")):
        play_history(scene, session)
    elif step == 1 and scene in TEXTS:
        session.looking.pages.show(TEXTS[scene])
    elif step == 0:
        PLAYED.get(scene, _open)(scene, session)


def look_into_answer(scene: str, session: WindowSession) -> None:
    """Ask more, or look closer."""
    turns = session.conversation.turns
    if scene == "quoted":
        turns[-1].text.highlighted.emit(QUrl("cite:2"))
    elif scene == "editing" and len(turns) == 2:
        turns[0].question.pencil.click()
    elif scene == "exact-place":
        session.conversation.exact.search.returnPressed.emit()
    elif scene in ("editing", "long"):
        ask = session.conversation.suggestions.question_chosen
        ask.emit("And what does the board think of it?")
    else:
        open_folds(session)


LOOKED_INTO = ("exact-place", "thoughts", "refused", "quoted", "editing", "long")


def open_folds(session: WindowSession) -> None:
    for fold in session.conversation.turns[-1].findChildren(Fold):
        if fold.body.isHidden():
            fold.button.click()


def play_documents(scene: str, session: WindowSession) -> None:
    """Summarise a document, or compare some."""
    if scene.startswith("summary"):
        session.library.summary_wanted.emit([1], scene != "summary")
        return
    session.library.comparison_wanted.emit([1, 3] if scene == "compared-two" else [1, 3, 4])
    session.conversation.question.put("What is the waiting time for a first consultation?")
    if scene != "compare":
        session.conversation.question.send()


def _open(scene: str, session: WindowSession) -> None:
    action = scene.partition("-")[0]
    if action in ("settings", "keys", "libraries", "files"):
        session.window.action({"files": "add-files"}.get(action, action)).trigger()
    elif scene.startswith("proof"):
        session.proof.open()
        if scene != "proof":
            session.proof.test()
    elif scene == "not-started":
        hint = (
            "To use it all the same, start it once with --allow-unlocked; --require-lock undoes it."
        )
        error = LockMissing(
            f"Strongroom did not start, because it cannot be locked. {PROBLEM}", hint
        )
        refusal = make_refusal(error, session._paths)
        refusal.setParent(session.window, Qt.WindowType.Dialog)
        refusal.open()
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


def _look_into_settings(scene: str, session: WindowSession) -> None:
    """Its details, or what is further down."""
    dialog = session.settings.dialog
    assert dialog is not None
    if scene == "settings-details":
        next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == "Details").click()
    else:
        sections = ("models", "answers", "window", "library", "privacy")
        dialog.go_to(sections.index(scene.removeprefix("settings-")))


def play_history(scene: str, session: WindowSession) -> None:
    session.history.open()
    if scene == "history-search":
        session.conversation.history.search.setText("waiting")
    elif scene == "rename":
        session.history.rename(3)
    elif scene == "export":
        session.history.export(3)
    elif scene == "exported":
        session.history._export(3, "/home/anna/Waiting times.pdf")


def play_exact(scene: str, session: WindowSession) -> None:
    """Search every page."""
    panel = session.conversation.exact
    session.window.action("find").trigger()
    panel.search.setText("orthopaedic consultation")
    if scene == "exact-pattern":
        panel.kind._buttons["pattern"].click()


def play_forgetting(scene: str, session: WindowSession) -> None:
    if scene == "removal":
        session.library.removal_wanted.emit([1, 2])
    elif scene == "receipt":
        session.indexing.do(RemoveDocuments((1, 2), True))
    else:
        session.forgetting.confirm_everything(session.window)


def play_carrying(scene: str, session: WindowSession) -> None:
    if scene == "exporting":
        session.carrying.ask_what()
        dialog = session.window.findChild(ExportDialog)
        assert dialog is not None
        dialog.show_key("/home/anna/Keys/anna.key")
        dialog.tell("There is a file of that name already.", "Choose another name.")
    elif scene == "export-asked":
        session.carrying.ask_what()
    elif scene == "carried":
        session.indexing.do(ExportLibrary("/home/anna/Cases.strongroom", True, key_file="key"))
    else:
        session.carrying.take_in("/media/stick/Cases.strongroom")


LIBRARY = dict.fromkeys(scripted_library.SCENES, play_library)
CARRYING = ("exporting", "export-asked", "carried", "imported", "importing", "import-refused")
PLAYED = {
    **dict.fromkeys(("removal", "receipt", "everything"), play_forgetting),
    **dict.fromkeys(CARRYING, play_carrying),
    **dict.fromkeys(("exact", "exact-place", "exact-pattern"), play_exact),
    **LIBRARY,
}


def play_moving(scene: str, session: WindowSession, step: int) -> None:
    """The folder goes; the user says where it is now."""
    folder = "/media/stick/Meridian" if scene == "away-moved" else "/media/stick/wrong"
    if step == 1 and scene != "away":
        session.moving.move("/home/anna/Cases/Meridian", folder)
    elif step == 1:
        rows = session.library.rows
        menu = session.library.actions_of.for_source("/home/anna/Cases/Meridian")
        menu.popup(rows.mapToGlobal(rows.rect().topLeft() + QPoint(60, 24)))


def make_chats() -> list[Chat]:
    """A few, from today to long ago."""
    now = int(time.time())
    titles = (
        ("How did the waiting time for orthopaedic consultations change in 2025, and why?", 2_000),
        ("Notice periods in the framework contract", 9_000),
        ("Quels sont les délais de paiement du cahier des charges ?", 100_000),
        ("Board decisions on waiting lists", 900_000),
        ("Wie tekent voor ontvangst van het arbeidsreglement?", 5_000_000),
    )
    return [
        Chat(i, title, (), now - ago - 100, now - ago, i % 4 + 1, kept=i != 2)
        for i, (title, ago) in enumerate(titles, start=1)
    ]


def take(scene: str, theme: str, size: str, file: str, language: str = "auto") -> None:
    """Play a scene and save what is seen at its end."""
    home = Path(tempfile.mkdtemp())
    zoom = 1.5 if scene.endswith("large") else 1.0
    wishes = {"theme": theme, "language": language, "zoom": zoom}
    wishes |= {"show_unsupported": scene == "marked", "knows_answers": scene != "first-answer"}
    (home / "window.json").write_text(json.dumps(wishes))
    keep_dialogs_from_writing(home)
    application = make_application()
    sys.excepthook = traceback.print_exception
    engine = make_engine(scene)
    session = WindowSession(engine, find_paths(home), application, make_window_lock(scene))
    session.proof.prove_here = prove_window
    session.start()
    width, height = (int(part) for part in size.split("x"))
    session.window.resize(width, height)
    session.window._splitter.setSizes([280, (width - 280) * 55 // 100, (width - 280) * 45 // 100])
    for step in range(3):
        act = play_moving if scene.startswith("away") else play
        QTimer.singleShot(300 + 500 * step, session, partial(act, scene, session, step))

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
    take(*sys.argv[1:6])
