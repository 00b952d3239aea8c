"""What was dropped on the window: documents, models, or a whole library. Owns the overlay.

Looks at names only, never into a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.types import Foreseen
from app.gui import wording
from app.gui.parts import Card, Picture, Text
from app.gui.settings.brought_models import is_model, look_into
from app.gui.wording import clean_line

LIBRARY_SUFFIX = ".strongroom"
_KINDS = 4
"""Ends of names that are told."""


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


def foreseen_title(found: Foreseen) -> str:
    """What dropping them will do, once it is known what they are."""
    if found.new:
        words = wording.translate("Drops", "Add %1 to the library")
        return words.replace("%1", wording.documents(found.new))
    if found.known:
        return wording.translate("Drops", "These are in the library already")
    return wording.translate("Drops", "Nothing here can be read")


def foreseen_notes(found: Foreseen) -> list[str]:
    """What will not be added, and why."""
    notes = []
    if found.new and found.known:
        words = wording.translate("Drops", "In the library already: %1")
        notes.append(words.replace("%1", wording.documents(found.known)))
    if found.skipped:
        notes.append(not_read(found.skipped, found.kinds))
    if not found.is_whole:
        notes.append(wording.translate("Drops", "There is more than could be counted now."))
    return notes


def not_read(count: int, kinds: Sequence[tuple[str, int]]) -> str:
    """Files of kinds that are not read, with the ends of their names."""
    ends = [f"{clean_line(end)} ({wording.number(n)})" for end, n in kinds if end]
    shown = ", ".join(ends[:_KINDS]) + (", …" if len(ends) > _KINDS else "")
    words = wording.translate("Drops", "Not read, because of their kind: %1")
    told = words.replace("%1", wording.files(count))
    return f"{told}: {shown}" if shown else told


class DropCatcher(QObject):
    """Takes files that are dragged over a window, whichever of its widgets is below them.

    Fields and answers would take them for text, or refuse them; so the window itself is watched.
    """

    hovered = Signal(object)
    left = Signal()
    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._is_over = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def watch(self, handle: QWindow | None) -> None:
        """Also see what the system tells the window before its widgets do."""
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter:
            return self._enter(event)  # type: ignore[arg-type]
        if not self._is_over:
            return False
        if kind == QEvent.Type.DragMove:
            _accept(event)  # type: ignore[arg-type]
            return True
        if kind == QEvent.Type.DragLeave:
            self._leave()
            return True
        if kind == QEvent.Type.Drop:
            return self._drop(event)  # type: ignore[arg-type]
        return False

    def _enter(self, event: QDragEnterEvent) -> bool:
        found = read_drop(event.mimeData())
        if not found:
            return False
        self._is_over = True
        _accept(event)
        self.hovered.emit(found)
        return True

    def _leave(self) -> None:
        self._is_over = False
        self.left.emit()

    def _drop(self, event: QDropEvent) -> bool:
        self._leave()
        _accept(event)
        self.dropped.emit(read_drop(event.mimeData()))
        return True


def _accept(event: QDropEvent) -> None:
    """Always as a copy: what is dropped stays where it is."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


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
        self.notes = Text("", "secondary")
        self._stay = Text(self.tr("Files stay where they are."), "small")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(56, 36, 56, 32)
        inside.setSpacing(10)
        inside.addWidget(Picture("add-folder", "accent", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.words, self.notes, self._stay):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(text)
        column = QVBoxLayout(self)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def announce(self, dropped: Dropped) -> None:
        """Cover the window and say what will happen, as far as names tell."""
        self._show(describe(dropped), [])
        self._stay.setVisible(bool(dropped.documents))  # models and libraries are copied
        self.resize(self._covered.size())
        self.raise_()
        self.show()

    def tell(self, found: Foreseen) -> None:
        """Say it more exactly, after a look at what is there."""
        title = self.words.text() if not found.is_whole else foreseen_title(found)
        self._show(title, foreseen_notes(found))

    def _show(self, title: str, notes: list[str]) -> None:
        self.words.setText(title)
        self.notes.setText("\n".join(notes))
        self.notes.setVisible(bool(notes))
