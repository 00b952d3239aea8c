"""Every scene of the window, for people who hear it, and for people who need its text large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.gui.appearance import load_colours
from app.gui.languages import speak
from app.gui.parts import ElidedButton, ElidedText
from app.gui.window_session import WindowSession
from app.system.paths import find_paths, resource
from tests.gui import pictures
from tests.gui.scripted_content import prove_window
from tests.gui.test_access import contrast, nameless

SCENES = (
    "empty", "no-model", "suggestions", "indexing", "finished", "answering", "answered",
    "abstained", "notice", "settings", "settings-answers", "settings-window", "settings-library",
    "settings-privacy", "libraries", "keys", "error", "proof", "proof-tested", "unlocked",
    "history", "history-search", "history-empty", "rename", "export", "removal", "receipt",
    "everything", "export-asked", "summary", "compared", "away", "refused", "computed",
)  # fmt: skip
_ROOM = (1280, 800)


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def open_scene(qtbot: QtBot, home: Path, scene: str, zoom: float, language: str) -> WindowSession:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    wishes = f'{{"zoom": {zoom}, "language": "{language}"}}'
    home.mkdir(exist_ok=True)
    (home / "window.json").write_text(wishes)
    engine = pictures.make_engine(scene)
    session = WindowSession(engine, find_paths(home), application, pictures.make_window_lock(scene))
    session.proof.prove_here = prove_window
    session.start()
    session.window.resize(*_ROOM)
    act = pictures.play_moving if scene.startswith("away") else pictures.play
    for step in range(3):
        settle(qtbot)
        act(scene, session, step)
    settle(qtbot)
    return session


def settle(qtbot: QtBot) -> None:
    """Until nothing new is drawn for a moment."""
    qtbot.wait(120)


def tops(session: WindowSession) -> list[QWidget]:
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return [session.window, *shown]


@pytest.fixture(params=SCENES)
def scene(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[WindowSession]:
    """A scene in French, whose words are longest, at twice the size of text."""
    session = open_scene(qtbot, tmp_path / "home", request.param, 2.0, "fr")
    yield session
    session.end()
    session.link._client.close()  # type: ignore[attr-defined]
    for dialog in tops(session)[1:]:
        dialog.close()


@pytest.mark.slow
def test_at_twice_the_size_everything_is_named_and_nothing_is_cut_off(
    scene: WindowSession,
) -> None:
    found = {top.objectName() or type(top).__name__: nameless(top) for top in tops(scene)}
    assert not any(found.values()), found
    cut = [text for top in tops(scene) for text in cut_off(top)]
    assert not cut, "\n".join(cut)
    assert scene.window.width() <= _ROOM[0]


def cut_off(top: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedText | ElidedButton | QToolButton):
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
            needed = widget.minimumSizeHint()
            high = widget.heightForWidth(widget.width()) if widget.wordWrap() else needed.height()
            if (
                not widget.wordWrap() and widget.width() < needed.width()
            ) or widget.height() < high:
                found.append(f"{type(widget).__name__} {widget.text()!r}: {widget.size()} {high}")
        if not isinstance(widget, QAbstractButton):
            continue
        if widget.text() and widget.width() < widget.minimumSizeHint().width():
            found.append(f"{type(widget).__name__} {widget.text()!r}: {widget.width()}")
    return found


_RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
_LEFT_OUT = (":disabled", "::indicator", "::handle", "::chunk", "::separator", "QSplitter")


def inks_and_grounds(theme: str) -> list[tuple[str, str, str]]:
    """Selector, colour of text and ground of every rule of the style sheet that sets both."""
    sheet = resource("style/strongroom.qss").read_text("utf-8")
    colours = vars(load_colours(theme))
    found = []
    for selector, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        if any(part in selector for part in _LEFT_OUT):
            continue
        ink = re.search(r"(?<![-\w])color:\s*@(\w+)", body)
        ground = re.search(r"background(?:-color)?:\s*@(\w+)", body)
        chosen = re.search(r"selection-background-color:\s*@(\w+)", body)
        on_chosen = re.search(r"selection-color:\s*@(\w+)", body)
        if ink and ground and ground[1] in colours:
            found.append((selector.strip(), colours[ink[1]], colours[ground[1]]))
        if chosen and on_chosen:
            found.append((selector.strip(), colours[on_chosen[1]], colours[chosen[1]]))
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_rule_of_the_style_sheet_can_be_read(theme: str) -> None:
    """Disabled controls are left out, as WCAG does; theirs is the secondary colour all the same."""
    rules = inks_and_grounds(theme)
    assert len(rules) > 8
    poor = [(s, round(contrast(a, b), 2)) for s, a, b in rules if contrast(a, b) < 4.5]
    assert not poor


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_has_the_focus_is_seen(theme: str) -> None:
    """The ring of the focus stands out from every ground by 3:1 at least."""
    colours = load_colours(theme)
    grounds = ("window", "panel", "surface", "raised", "hover", "selected", "desk")
    assert all(contrast(colours.accent, getattr(colours, name)) >= 3 for name in grounds)


def test_a_right_to_left_name_turns_nothing_around(qtbot: QtBot, tmp_path: Path) -> None:
    from app.gui import wording

    name = "\u202egnp.fdp\u202c שלום.pdf"
    assert "\u202e" not in wording.clean_line(name)
    assert wording.place(name, 3).endswith(", page 3")
