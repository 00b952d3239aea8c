"""The whole way through with the default models, on a few real pages: command line and window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.types import State
from app.engine.client import EngineClient
from app.gui.application import make_application
from app.gui.drops import sort_paths
from app.gui.window_session import WindowSession
from app.system.paths import INSTALLATION, Paths, find_paths, installed_models
from app.system.processes import ENGINE_ROLE, own_command
from tests.gui.scripted_content import make_lockdown

pytestmark = pytest.mark.slow
AGREEMENT = "Data processing agreement - Meridian and Norvane.pdf"
GUARANTEE = "Quel est le délai de garantie pour le lot 3 ?"
TENDER = "Cahier des charges 2026-017 - Ecole du Tilleul.pdf"
PATIENCE = 240_000
"""Milliseconds: models are loaded and read a prompt, on a machine that may be busy."""


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder whose library holds two of the sample documents."""
    assert (installed_models() / "index.json").exists(), (
        "The default models are missing: run `python3 packaging/bootstrap.py test`."
    )
    home = tmp_path_factory.mktemp("home")
    samples = INSTALLATION / "resources" / "samples"
    said = run(home, "index", *(str(samples / name) for name in (AGREEMENT, TENDER)))
    assert (said["documents"], said["failed"]) == (2, [])
    return home


def run(home: Path, *arguments: str) -> dict[str, Any]:
    """What a command of the program prints as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--home", str(home), "--json", *arguments],
        cwd=INSTALLATION,
        capture_output=True,
        text=True,
        check=True,
    )
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_a_french_question_is_answered_in_french_from_the_right_lines(indexed: Path) -> None:
    said = run(indexed, "ask", GUARANTEE)
    assert not said["abstained"]
    assert "36 mois" in said["answer"]
    cited = [c for sentence in said["sentences"] for c in sentence["citations"]]
    assert {(c["document"], c["page"]) for c in cited} == {(TENDER, 3)}
    assert any("36 mois" in citation["quote"] for citation in cited)
    assert all(citation["boxes"] for citation in cited)


def test_what_the_documents_do_not_say_is_not_said(indexed: Path) -> None:
    said = run(indexed, "ask", "Who won the football world cup in 1998?")
    assert (said["abstained"], said["answer"]) == (True, "")
    assert said["hits"]


def test_a_question_finds_its_page_in_another_language(indexed: Path) -> None:
    said = run(indexed, "search", "Dans quel délai une violation de données est-elle notifiée ?")
    assert said["hits"][0]["document"] == AGREEMENT
    assert said["hits"][0]["page"] == 2


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[WindowSession]:
    """The real window over the real engine with the default models."""
    paths: Paths = find_paths(tmp_path)
    client = EngineClient(own_command(ENGINE_ROLE, ["--home", str(paths.home)]))
    session = WindowSession(client, paths, make_application(), make_lockdown())
    qtbot.addWidget(session.window)
    session.start()
    session.window.resize(1280, 800)
    yield session
    session.end()
    client.close()


def test_from_a_dropped_file_to_the_highlighted_lines(qtbot: QtBot, window: WindowSession) -> None:
    window.add(sort_paths([str(INSTALLATION / "resources" / "samples" / TENDER)]))
    qtbot.waitUntil(
        lambda: [d.state for d in window.model.documents()] == [State.READY], timeout=PATIENCE
    )
    window.conversation.question.put(GUARANTEE)
    window.conversation.question.send()
    turn = window.conversation.turns[-1]
    qtbot.waitUntil(lambda: turn.answer is not None, timeout=PATIENCE)
    assert "36 mois" in turn.text.toPlainText()
    mark = turn.text.mark_area(0).center().toPoint()
    QTest.mouseClick(turn.text.viewport(), Qt.MouseButton.LeftButton, pos=mark)
    sheets = window.evidence.page.sheets
    assert turn.answer is not None
    (cited, *_) = turn.answer.sentences[0].citations
    qtbot.waitUntil(lambda: not sheets[cited.page].picture.isNull(), timeout=PATIENCE)
    assert sheets[cited.page].boxes == cited.boxes
