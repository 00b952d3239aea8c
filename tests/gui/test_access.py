"""The window can be used by keyboard, read by screen readers, and seen by tired eyes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from app.gui.appearance import load_colours
from app.gui.dialogs import KeysDialog, PlainDialog
from app.gui.evidence.places import place_of
from app.gui.window_session import WindowSession
from tests.gui.conftest import Open
from tests.gui.scripted_content import make_documents, make_hits, make_lockdown
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask

READABLE = [
    (
        "text",
        (
            "window",
            "panel",
            "surface",
            "raised",
            "hover",
            "selected",
            "bubble",
            "accent_soft",
            "lift",
        ),
    ),
    ("secondary", ("panel", "surface", "raised", "hover", "selected", "bubble")),
    ("accent_ink", ("mark_chosen", "surface", "panel", "raised", "accent_soft", "hover")),
    ("on_accent", ("accent", "accent_hover")),
    ("success", ("panel", "surface", "raised")),
    ("warning", ("panel", "surface", "raised", "warning_soft", "hover", "selected")),
    ("danger", ("panel", "surface", "raised", "danger_soft", "hover", "selected")),
    ("text", ("warning_soft", "danger_soft", "marker_soft")),
]


def luminance(colour: str) -> float:
    found = QColor(colour)
    red, green, blue = (_linear(p) for p in (found.redF(), found.greenF(), found.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(theme: str) -> None:
    colours = load_colours(theme)
    poor = [
        (ink, ground, round(contrast(getattr(colours, ink), getattr(colours, ground)), 2))
        for ink, grounds in READABLE
        for ground in grounds
        if contrast(getattr(colours, ink), getattr(colours, ground)) < 4.5
    ]
    assert not poor


def nameless(top: QWidget) -> list[str]:
    """Widgets that the keyboard can reach and a screen reader could not name."""
    found = []
    for widget in top.findChildren(QWidget):
        inner = widget.parentWidget()
        is_part = isinstance(widget, QScrollBar) or (
            isinstance(inner, QAbstractScrollArea) and widget is inner.viewport()
        )
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or is_part or not widget.isVisible():
            continue
        if not widget.accessibleName():
            found.append(f"{type(widget).__name__} in {type(inner).__name__}")
    return found


def test_everything_the_keyboard_reaches_has_a_name(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    assert not nameless(session.window)
    turn = ask(session)
    qtbot.waitUntil(lambda: turn.answer is not None)
    assert not nameless(session.window)
    session.evidence._passages_button.click()
    assert not nameless(session.window)


@pytest.mark.parametrize("name", ["settings", "proof", "keys"])
def test_every_control_of_a_dialog_has_a_name(qtbot: QtBot, open_window: Open, name: str) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.window.action(name).trigger()
    dialog = session.window.findChild(PlainDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert not nameless(dialog)


def test_f6_goes_round_the_panes(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    qtbot.waitUntil(session.window.isActiveWindow)
    panes = [session.library, session.conversation, session.evidence]
    seen = []
    for _ in range(3):
        session.window.action("next-pane").trigger()
        focused = QApplication.focusWidget()
        seen.append(next(i for i, p in enumerate(panes) if focused and p.isAncestorOf(focused)))
    assert sorted(seen) == [0, 1, 2]


def test_the_keyboard_leads_from_the_question_to_a_passage_and_its_page(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    qtbot.waitUntil(session.window.isActiveWindow)
    session.evidence.show_hits(make_hits())
    qtbot.waitUntil(session.evidence.hits[0].isVisible)
    session.conversation.question.take_focus()
    session.window.action("next-pane").trigger()
    first, second, _ = session.evidence.hits
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    told: list[object] = []
    session.evidence.hit_chosen.connect(told.append)
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert told == [second.hit]
    session.looking.pages.show(place_of(second.hit))
    assert session.evidence.page.hasFocus()


def test_text_can_be_made_larger_and_it_is_remembered(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    before = session.conversation.question.edit.fontMetrics().height()
    session.window.action("larger").trigger()
    session.window.action("larger").trigger()
    assert session.conversation.question.edit.fontMetrics().height() > before
    session.window.close()
    again = WindowSession(ScriptedEngine(), session._paths, session._application, make_lockdown())
    assert again.preferences.zoom == pytest.approx(1.2)


def test_the_keys_are_listed(open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    session.window.action("keys").trigger()
    assert session.window.findChild(KeysDialog) is not None
    assert ("Go to the question", "Ctrl+L") in session.window.list_keys()


def test_the_theme_can_be_changed_and_is_kept(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    session.settings.open()
    dialog = session.settings.dialog
    assert dialog is not None
    dialog.look.theme_chosen.emit("dark")
    assert session._application.palette().window().color() == QColor(load_colours("dark").surface)
    assert '"dark"' in (session._paths.home / "window.json").read_text()
    dialog.look.theme_chosen.emit("light")


@pytest.mark.parametrize("width", [900, 920, 1010, 1600])
def test_the_panes_stand_beside_each_other_at_every_width(
    qtbot: QtBot, open_window: Open, width: int
) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    ask(session)
    session.window.resize(width, 700)
    panes = [session.library, session.conversation, session.evidence]
    qtbot.waitUntil(lambda: panes[2].geometry().right() + 1 == width)
    for left, right in pairwise(panes):
        assert left.geometry().right() < right.geometry().left()
    qtbot.waitUntil(lambda: not cut_off(session.library))


def cut_off(pane: QWidget) -> list[str]:
    """What reaches over the side of its pane."""
    buttons = [button for button in pane.findChildren(QPushButton) if button.isVisible()]
    return [
        button.accessibleName()
        for button in buttons
        if button.mapTo(pane, button.rect().topRight()).x() >= pane.width()
        or button.width() < button.minimumSizeHint().width()
    ]


def test_a_long_title_gives_way_to_the_width(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine(make_documents()))
    ask(session, "How did the waiting time for orthopaedic consultations change, and why?")
    session.window.resize(900, 700)
    new, title = session.conversation._new, session.conversation._title
    qtbot.waitUntil(lambda: session.conversation.width() < 400)
    assert title.geometry().right() < new.geometry().left()
    assert new.geometry().right() < session.conversation.width()
