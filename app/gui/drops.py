"""What was dropped on the window: documents, models, or a whole library. Owns the overlay.

Looks at names only, never into a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui import wording
from app.gui.parts import Card, Picture, Text

LIBRARY_SUFFIX = ".strongroom"
_EMBEDDER_FILES = ("modules.json", "config_sentence_transformers.json")


@dataclass(frozen=True)
class Dropped:
    """Paths for the library, paths of models, and of libraries that were exported."""

    documents: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.models or self.libraries)


def sort_paths(paths: Sequence[str]) -> Dropped:
    """Tell documents, models and libraries apart."""
    models = tuple(path for path in paths if is_model(Path(path)))
    libraries = tuple(path for path in paths if is_library(Path(path)))
    others = {*models, *libraries}
    return Dropped(tuple(path for path in paths if path not in others), models, libraries)


def read_drop(data: QMimeData) -> Dropped:
    """The local files and folders of a drop; all else is left out."""
    return sort_paths([url.toLocalFile() for url in data.urls() if url.isLocalFile()])


def is_model(path: Path) -> bool:
    if path.suffix.casefold() == ".gguf":
        return True
    return path.is_dir() and any((path / name).is_file() for name in _EMBEDDER_FILES)


def is_library(path: Path) -> bool:
    return path.suffix.casefold() == LIBRARY_SUFFIX and not path.is_dir()


def describe(dropped: Dropped) -> str:
    """What will happen when it is dropped."""
    if dropped.libraries:
        return wording.translate("Drops", "Import this library")
    if dropped.models and not dropped.documents:
        if len(dropped.models) == 1:
            return wording.translate("Drops", "Import this model")
        return wording.translate("Drops", "Import these models")
    words = wording.translate("Drops", "Add %1 to the library")
    words = words.replace("%1", wording.items(len(dropped.documents)))
    if dropped.models:
        words += wording.translate("Drops", ", and import the model")
    return words


class DropOverlay(QWidget):
    """Covers the window while something hovers over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setObjectName("dropoverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card = Card("dropcard")
        self.words = Text("", "title")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        note = Text(self.tr("Files stay where they are."), "secondary")
        note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(56, 40, 56, 40)
        inside.setSpacing(10)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(Picture("add-folder", "accent", 40), 0, centre)
        inside.addWidget(self.words)
        inside.addWidget(note)
        column = QVBoxLayout(self)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def announce(self, dropped: Dropped) -> None:
        """Cover the window and say what will happen."""
        self.words.setText(describe(dropped))
        self.resize(self._covered.size())
        self.raise_()
        self.show()
