"""Names and texts that mean harm are inert in every widget of a window that is full of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.core.types import (
    Answer,
    Chat,
    Citation,
    Coverage,
    Document,
    Hit,
    IndexReport,
    Page,
    Sentence,
    State,
    Support,
)
from app.engine import messages
from app.engine.messages import EngineFailed
from app.gui.conversation.turn_view import TurnView
from app.gui.window_session import WindowSession
from app.system.paths import find_paths
from tests.gui.scripted_content import BOXES, make_answer, make_lock, make_lockdown, prove_window
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answering import ask

TAG = "<img src=x>"
EVIL = f"{TAG}<a href='file:///etc/passwd'>a</a>\u202egpj.exe\u200b\u2066 **b** &amp;\x07 &Z"
ROLES = Qt.ItemDataRole
SPOKEN = (
    ROLES.DisplayRole,
    ROLES.ToolTipRole,
    ROLES.StatusTipRole,
    ROLES.WhatsThisRole,
    ROLES.AccessibleTextRole,
    ROLES.AccessibleDescriptionRole,
)


class HostileEngine(ScriptedEngine):
    """Everything that can be named or written is `EVIL`."""

    def __init__(self) -> None:
        states = (State.READY, State.SEARCHABLE, State.WAITING, State.FAILED, State.LOCKED)
        source = f"/s/{EVIL}"
        documents = [
            Document(i + 1, source, f"{source}/{EVIL}", f"{EVIL}{i}.pdf", state, 3, 2, EVIL)
            for i, state in enumerate(states)
        ]
        super().__init__(tuple(documents))
        self.answer_model = EVIL
        self.lock = make_lock("engine", problem=EVIL)
        self.chats = [Chat(7, EVIL)]
        self.answer = answer_evil

    def _GetStatus(self, *_: Any) -> messages.Status:
        return replace(super()._GetStatus(), embedder=EVIL, problem=EVIL)

    def _GetModels(self, *_: Any) -> messages.Models:
        models = super()._GetModels().models
        return messages.Models(tuple(replace(m, name=EVIL, licence=EVIL) for m in models))

    def _GetPage(self, _n: int, body: messages.GetPage, *_: Any) -> Page:
        return Page(body.page, EVIL, 595.0, 842.0, EVIL, problem=EVIL)


def answer_evil(question: str) -> Answer:
    cited = Citation(1, EVIL, EVIL, 1, EVIL, BOXES, 1)
    sentences = tuple(Sentence(EVIL, support, (cited,)) for support in Support)
    hits = tuple(
        Hit(1, EVIL, EVIL, 1, 0.5, EVIL, 0, 9, BOXES, i, EVIL, BOXES, warning=EVIL)
        for i in range(3)
    )
    coverage = Coverage(5, 2, (EVIL, EVIL), 15, 10)
    return replace(
        make_answer(question), sentences=sentences, hits=hits, coverage=coverage, model=EVIL
    )


def abstain_evil(question: str) -> Answer:
    return replace(answer_evil(question), abstained=True, sentences=())


def fill(qtbot: QtBot, session: WindowSession, engine: HostileEngine) -> None:
    """Bring all that can be shown into the window."""
    qtbot.waitUntil(lambda: len(session.model.documents()) == len(engine.documents))
    for answer in (answer_evil, abstain_evil, answer_evil):
        engine.answer = answer
        turn = ask(session, EVIL)
        qtbot.waitUntil(lambda turn=turn: turn.answer is not None)  # type: ignore[misc]
    passages = TurnView(EVIL)
    passages.show_passages(answer_evil("").hits)
    session.conversation.add_turn(passages)
    session.conversation.turns[0].show_failure(EVIL, EVIL)
    session.evidence.hits[0].chosen.emit()
    session._show_failure(EngineFailed(EVIL, EVIL))
    session.indexing.nothing_found.emit(IndexReport(0, 0, 0))
    session._show_failure(EngineFailed(EVIL, EVIL))
    session._show_failure(EngineFailed(EVIL, "", False, EVIL))
    session.adding.ask_password(5)
    session.settings.open()
    assert session.settings.dialog is not None
    session.settings.dialog.notice.tell(EVIL, EVIL)
    session.proof.open()
    session.proof.test()
    qtbot.waitUntil(lambda: session.proof.knowledge.proof is not None)
    session.conversation.chats_menu()
    fill_history(qtbot, session)
    session.library.actions_of.for_documents(session.model.documents()[:1])
    session.window.make_menu()
    qtbot.waitUntil(lambda: bool(session.evidence.pane.note.text()))


def fill_history(qtbot: QtBot, session: WindowSession) -> None:
    panel = session.conversation.history
    session.history.open()
    qtbot.waitUntil(lambda: panel.chosen() is not None)
    chat = panel.chosen()
    assert chat
    panel.actions_for(chat)
    session.history.rename(chat.id)
    session.history.export(chat.id)
    session.history._export(chat.id, f"/x/{EVIL.replace('/', '')}.pdf")
    qtbot.waitUntil(lambda: TAG in session.conversation.notice.accessibleName())


@pytest.fixture
def full_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowSession]:
    engine = HostileEngine()
    paths = find_paths(tmp_path, tmp_path / EVIL.replace("/", ""))
    session = WindowSession(engine, paths, qapp, make_lockdown())
    session.proof.prove_here = prove_window
    qtbot.addWidget(session.window)
    session.start()
    fill(qtbot, session, engine)
    yield session
    session.end()
    engine.close()


def widgets_of(session: WindowSession) -> list[QWidget]:
    return [session.window, *session.window.findChildren(QWidget)]


def said_by(widget: QWidget) -> Iterator[str]:
    """All words of a widget but those of its tooltip, as they are shown or spoken."""
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions() if isinstance(action, QAction))


def items_of(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from items_of(model, index)


def hidden_in(text: str) -> list[str]:
    return [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]


def harm_in(rich: str) -> list[str]:
    """What of a rich tooltip would be more than words: images, links."""
    document = QTextDocument()
    document.setHtml(rich)
    formats = document.allFormats()
    return [f"{f.type()}" for f in formats if f.isImageFormat() or f.toCharFormat().isAnchor()]


def test_the_window_is_really_full_of_it(full_window: WindowSession) -> None:
    holders = {type(w).__name__ for w in widgets_of(full_window) if TAG in "".join(said_by(w))}
    assert holders >= {"Text", "ElidedText", "Button", "AnswerText", "HitCard", "Notice", "QMenu"}
    assert holders >= {"SourceRow", "QPlainTextEdit"}
    dialogs = {type(w).__name__ for w in widgets_of(full_window) if w.isWindow()}
    assert dialogs >= {"ErrorDialog", "PasswordDialog", "SettingsDialog", "ProofDialog", "QMenu"}
    assert dialogs >= {"RenameDialog", "ExportDialog"}


def test_no_label_reads_anything_but_plain_text(full_window: WindowSession) -> None:
    labels = [w for w in widgets_of(full_window) if isinstance(w, QLabel)]
    assert len(labels) > 100
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_no_widget_says_a_character_that_hides_or_turns_round(full_window: WindowSession) -> None:
    found = [
        (type(widget).__name__, text[:60])
        for widget in widgets_of(full_window)
        for text in (*said_by(widget), widget.toolTip())
        if hidden_in(text)
    ]
    assert not found


def test_tooltips_are_words_only(full_window: WindowSession) -> None:
    tips = {w.toolTip() for w in widgets_of(full_window) if w.toolTip()}
    assert any("&lt;img src=x&gt;" in tip for tip in tips)
    for tip in tips:
        assert tip.startswith("<qt>") or "<" not in tip, tip
        assert not harm_in(tip), tip
    assert not any(w.whatsThis() or w.statusTip() for w in widgets_of(full_window))


def test_answers_hold_no_pictures_and_only_our_own_links(full_window: WindowSession) -> None:
    texts = [w for w in widgets_of(full_window) if isinstance(w, QTextEdit)]
    assert any(TAG in text.toPlainText() for text in texts)
    for text in texts:
        for form in text.document().allFormats():
            assert not form.isImageFormat()
            href = form.toCharFormat().anchorHref()
            assert not href or href.startswith("cite:")


def test_items_of_lists_are_words_only(full_window: WindowSession) -> None:
    views = [w for w in widgets_of(full_window) if isinstance(w, QAbstractItemView)]
    said = [
        str(index.data(role) or "")
        for view in views
        if view.model()
        for index in items_of(view.model(), QModelIndex())
        for role in SPOKEN
    ]
    assert any(TAG in text for text in said)
    for text in said:
        assert not hidden_in(text)
        if text.startswith("<qt>"):
            assert not harm_in(text)
