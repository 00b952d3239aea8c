"""Help stands in every language, with pictures, and leads nowhere outside."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.gui.help_dialog import HelpDialog, load_help
from app.gui.languages import LANGUAGES
from app.system.paths import resource
from tests.gui.conftest import Open
from tests.gui.scripted_engine import ScriptedEngine

PICTURE = re.compile(r"\]\(([^)]*)\)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_has_the_same_pages_in_every_language(language: str) -> None:
    usual, pages = load_help("en"), load_help(language)
    shape = [[line[:2] in ("- ", "![") for line in page.lines] for page in pages]
    assert shape == [[line[:2] in ("- ", "![") for line in page.lines] for page in usual]
    assert all(page.title for page in pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_pictures_are_there_and_nothing_leads_outside(language: str) -> None:
    text = resource(f"help/{language}.md").read_text("utf-8")
    pictures = PICTURE.findall(text)
    assert pictures
    assert all(resource(f"screenshots/{name}").exists() for name in pictures)
    assert "://" not in text
    assert "www." not in text


def test_help_is_opened_by_key_and_shows_its_pages(qtbot: QtBot, open_window: Open) -> None:
    session = open_window(ScriptedEngine())
    session.window.action("help").trigger()
    dialog = session.window.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.topics.count() == len(load_help("en"))
    dialog.topics.setCurrentRow(1)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("compared with your documents" in text for text in said)
