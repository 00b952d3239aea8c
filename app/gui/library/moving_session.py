"""A folder that is away: asks where it is now, has the engine look there, and tells the result."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.engine.messages import EngineFailed, MoveSource, SourceMoved
from app.gui import wording
from app.gui.engine_link import EngineLink
from app.gui.file_chooser import FileChooser
from app.gui.library.indexing_session import IndexingSession
from app.gui.library.library_model import LibraryModel
from app.gui.library.library_panel import LibraryPanel


class MovingSession(QObject):
    """Tells in the library, where it was asked."""

    def __init__(
        self, link: EngineLink, indexing: IndexingSession, model: LibraryModel, panel: LibraryPanel
    ) -> None:
        super().__init__()
        self._link, self._indexing = link, indexing
        self._model, self._panel = model, panel
        self._chooser = FileChooser()
        panel.moving_wanted.connect(self.ask)

    def ask(self, source: str) -> None:
        """Let the user choose where a source is now, which may be a single file."""
        window = self._panel.window()
        if any(document.path == source for document in self._model.documents()):
            title, kinds = self.tr("Where is this document now?"), wording.document_files()
            self._chooser.choose_file(window, title, kinds, lambda path: self.move(source, path))
            return
        title = self.tr("Where is this folder now?")
        self._chooser.choose_folder(window, title, lambda path: self.move(source, path))

    def move(self, source: str, path: str) -> None:
        """Have its documents looked for at `path`, after what is being done."""
        if self._indexing.is_busy:
            waiting = self.tr("Its documents are looked for as soon as the work below is done.")
            self._panel.notice.tell(waiting)
        exchange = self._link.send(MoveSource(source, path))
        exchange.finished.connect(self._tell)
        exchange.failed.connect(self._tell_failure)

    def _tell(self, moved: SourceMoved) -> None:
        told = wording.found_again(moved.found, moved.lost)
        self._panel.notice.tell(told, look="warning" if moved.lost else "good")
        self._indexing.load()

    def _tell_failure(self, failure: EngineFailed) -> None:
        if failure.known:
            self._panel.notice.tell(failure.message, failure.hint)
        else:
            self._indexing.failed.emit(failure)
