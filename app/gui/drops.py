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
from app.gui.brought_models import is_model, look_into
from app.gui.parts import Card, Picture, Text

LIBRARY_SUFFIX = ".strongroom"


@dataclass(frozen=True)
class Dropped:
    """Paths for the library, paths of models, and of libraries that were exported."""

    documents: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.models or self.libraries)


def sort_paths(paths: Sequence[str]) -> Dropped:
    """Tell documents, models and libraries apart; models are found in folders, too."""
    documents: list[str] = []
    models: list[str] = []
    libraries = [path for path in paths if is_library(Path(path))]
    for path in (path for path in paths if path not in libraries):
        if is_model(Path(path)):
            models.append(path)
            continue
        found, has_papers = look_into(Path(path))
        models += found
        if has_papers or not found:
            documents.append(path)
    return Dropped(tuple(documents), tuple(models), tuple(libraries))


def read_drop(data: QMimeData) -> Dropped:
    """The local files and folders of a drop; all else is left out."""
    return sort_paths([url.toLocalFile() for url in data.urls() if url.isLocalFile()])


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
