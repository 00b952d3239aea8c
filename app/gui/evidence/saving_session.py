"""Saves pages of the document that is shown as a PDF of pictures, to be printed or sent on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.events import WorkProgress
from app.engine.messages import EngineFailed, PagesSaved, SavePages
from app.gui import wording
from app.gui.engine_link import EngineLink, Exchange
from app.gui.evidence.page_pane import PagePane
from app.gui.evidence.page_session import PageSession
from app.gui.evidence.saving_dialog import SavingDialog
from app.gui.file_chooser import FileChooser

_ENDING = ".pdf"


class SavingSession(QObject):
    """One save at a time; it can be stopped."""

    def __init__(
        self, link: EngineLink, window: QWidget, pages: PageSession, pane: PagePane
    ) -> None:
        super().__init__()
        self._link, self._window, self._pages, self._pane = link, window, pages, pane
        self._chooser = FileChooser()
        self._running: Exchange | None = None
        pane.saving_wanted.connect(self.ask)
        pane.stop_wanted.connect(lambda: self._link.cancel(self._running))

    def ask(self) -> None:
        """Ask which pages, then where to."""
        place, count = self._pages.place, self._pages.count
        if place is None or not count or self._running:
            return
        dialog = SavingDialog(self._window, self._pane.view.page, count)
        dialog.pages_chosen.connect(
            lambda first, last: self._choose_file(place.document, place.document_name, first, last)
        )
        dialog.open()

    def save(self, request: SavePages) -> None:
        """Have the engine write the file."""
        self._pane.show_saving(self.tr("Saving pages…"), True)
        self._running = exchange = self._link.send(request)
        exchange.told.connect(self._show_progress)
        exchange.finished.connect(self._show_saved)
        exchange.failed.connect(self._show_failure)
        exchange.cancelled.connect(lambda: self._end(self.tr("Stopped. Nothing was saved.")))

    def _choose_file(self, document: int, name: str, first: int, last: int) -> None:
        pages = f"{first}" if first == last else f"{first}-{last}"
        title = wording.clean_line(Path(name).stem)[:60].strip(" .").replace("/", " ")
        proposed = self.tr("{name} - pages {pages}").format(name=title, pages=pages) + _ENDING

        def write(path: str) -> None:
            self.save(SavePages(document, first, last, path))

        self._chooser.choose_new_file(self._window, self.tr("Save pages as PDF"), proposed, write)

    def _show_progress(self, event: object) -> None:
        if isinstance(event, WorkProgress):
            told = self.tr("Saving pages… {done} of {pages}").format(
                done=wording.number(event.done), pages=wording.number(event.total)
            )
            self._pane.show_saving(told, True)

    def _show_saved(self, saved: PagesSaved) -> None:
        name = wording.clean_line(Path(saved.path).name)
        told = self.tr("{pages} saved in “{name}”. Print it with your PDF program.")
        self._end(told.format(pages=wording.pages(saved.pages), name=name))

    def _show_failure(self, failure: EngineFailed) -> None:
        self._end(f"{wording.told(failure.message)} {wording.told(failure.hint)}".strip())

    def _end(self, words: str) -> None:
        self._running = None
        self._pane.show_saving(words, False)
