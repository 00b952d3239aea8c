"""Models come with a file, a folder that holds one, or a whole stick, and are told of in place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from app.core.events import WorkProgress
from app.engine.client import OnMessage
from app.engine.messages import AddPaths, EngineFailed, ImportModel, Models
from app.gui.dialogs import Confirmation
from app.gui.drops import Dropped, read_drop, sort_paths
from app.gui.settings import brought_models
from tests.gui.conftest import Open
from tests.gui.scripted_engine import ScriptedEngine
from tests.gui.test_answer_kinds import said


def make(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"GGUF")
    return folder


def test_a_model_is_found_in_a_folder_and_at_the_root_of_a_stick(tmp_path: Path) -> None:
    stick = make(
        tmp_path / "stick",
        "Strongroom/models/tiny.gguf",
        "Strongroom/LICENSE.txt",
        "Strongroom/models/e5/modules.json",
        "Strongroom/models/e5/model.safetensors",
    )
    models = (str(stick / "Strongroom/models/e5"), str(stick / "Strongroom/models/tiny.gguf"))
    for dropped in (stick, stick / "Strongroom", stick / "Strongroom" / "models"):
        assert sort_paths([str(dropped)]) == Dropped((), models)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(stick))])
    assert read_drop(data).models == models


def test_a_folder_with_documents_is_added_and_its_models_are_taken_too(tmp_path: Path) -> None:
    stick = make(tmp_path / "stick", "case.pdf", "models/tiny.gguf")
    found = sort_paths([str(stick)])
    assert found == Dropped((str(stick),), (str(stick / "models" / "tiny.gguf"),))


def test_a_folder_without_models_is_only_added(tmp_path: Path) -> None:
    folder = make(tmp_path / "papers", "a.pdf", "deep/er/b.pdf", "notes.txt")
    assert sort_paths([str(folder), str(folder / "a.pdf")]).models == ()
    assert len(sort_paths([str(folder), str(folder / "a.pdf")]).documents) == 2


def test_no_link_is_followed_and_nothing_far_down_is_looked_for(tmp_path: Path) -> None:
    far = make(tmp_path / "far", "a/b/c/d/deep.gguf")
    elsewhere = make(tmp_path / "elsewhere", "secret.gguf")
    (far / "link").symlink_to(elsewhere)
    assert sort_paths([str(far)]) == Dropped((str(far),), ())


def test_a_folder_of_too_many_names_is_a_folder_of_documents(
    tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(brought_models, "_MOST", 3)
    folder = make(tmp_path / "many", *(f"{i}.txt" for i in range(6)), "z/tiny.gguf")
    assert sort_paths([str(folder)]) == Dropped((str(folder),), ())


class CopyingEngine(ScriptedEngine):
    """Tells how far it is."""

    def _ImportModel(self, _n: int, _body: ImportModel, tell: OnMessage) -> Models:
        tell(WorkProgress("importing", 41, 100))
        return self._GetModels()


def test_a_dropped_model_is_copied_in_place_with_its_progress(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = CopyingEngine()
    engine.holds = {ImportModel}
    session = open_window(engine)
    notice = session.conversation.notice
    session.add(sort_paths([str(make(tmp_path / "stick", "tiny.gguf"))]))
    qtbot.waitUntil(lambda: "41 %" in said(notice))
    assert "tiny.gguf" in said(notice)
    engine.release()
    qtbot.waitUntil(lambda: "The model was added: tiny.gguf" in said(notice))
    assert "answered by Qwen2.5 3B Instruct" in said(notice)
    assert session.settings.dialog is None
    assert not engine.of(AddPaths)


def test_several_models_are_copied_when_the_user_agrees(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine()
    session = open_window(engine)
    stick = make(tmp_path / "stick", "a.gguf", "b.gguf")
    session.add(sort_paths([str(stick)]))
    dialog = session.window.findChild(Confirmation)
    assert dialog is not None
    assert "a.gguf\nb.gguf" in said(dialog)
    assert not engine.of(ImportModel)
    dialog.agree.click()
    qtbot.waitUntil(lambda: len(engine.of(ImportModel)) == 2)
    assert [Path(body.path).name for body in engine.of(ImportModel)] == ["a.gguf", "b.gguf"]


def test_a_model_that_is_refused_says_why_in_place_and_the_next_one_follows(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    engine = ScriptedEngine()
    refused = EngineFailed("“a.gguf” is damaged.", "Copy it to the stick again.")
    engine._ImportModel = lambda *_: refused  # type: ignore[method-assign,assignment]
    session = open_window(engine)
    for name in ("a.gguf", "b.gguf"):
        session.add(sort_paths([str(make(tmp_path, name) / name)]))
    notice = session.conversation.notice
    qtbot.waitUntil(lambda: len(engine.of(ImportModel)) == 2)
    qtbot.waitUntil(lambda: "Copy it to the stick again." in said(notice))


def test_only_of_documents_it_is_said_that_they_stay_where_they_are(open_window: Open) -> None:
    overlay = open_window(ScriptedEngine()).window.overlay
    overlay.announce(Dropped(("/case",), ()))
    assert "Files stay where they are." in said(overlay)
    overlay.announce(Dropped((), ("/m.gguf",)))
    assert said(overlay).strip() == "Import this model"
