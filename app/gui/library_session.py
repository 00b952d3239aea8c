"""What the library's pane leads to: what would be added, what came of it, where things are.

Connects the pane to the engine and to its dialogs. Work on documents is `indexing_session`'s.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from app.core.foreseeing import Foreseen
from app.core.types import IndexReport
from app.engine.messages import Foresee, Gaps, GetGaps
from app.gui import wording
from app.gui.coverage import cover_of
from app.gui.drops import Dropped, not_read
from app.gui.engine_link import EngineLink, Exchange
from app.gui.indexing_session import IndexingSession
from app.gui.library_dialogs import CoverageDialog, PlaceDialog
from app.gui.library_panel import LibraryPanel
from app.gui.library_view import View
from app.gui.main_window import MainWindow


class LibrarySession(QObject):
    """Answers what the user wants to know about the library."""

    def __init__(
        self,
        link: EngineLink,
        window: MainWindow,
        indexing: IndexingSession,
        panel: LibraryPanel,
    ) -> None:
        super().__init__()
        self._link, self._window, self._panel = link, window, panel
        self._looking: Exchange | None = None
        panel.place_wanted.connect(self._show_place)
        panel.coverage_wanted.connect(self._show_coverage)
        panel.rereading_wanted.connect(indexing.reread)
        panel.leaving_out_wanted.connect(indexing.leave_out)
        window.hovered.connect(self._look_at)
        window.dropped.connect(self._stop_looking)
        indexing.added.connect(self._tell_added)
        indexing.nothing_found.connect(self._tell_nothing_found)

    # Before something is added

    def _look_at(self, dropped: Dropped) -> None:
        self._stop_looking()
        if not dropped.documents or dropped.models or dropped.libraries:
            return
        self._looking = exchange = self._link.send(Foresee(dropped.documents))
        exchange.finished.connect(lambda found: self._tell_foreseen(exchange, found))

    def _stop_looking(self) -> None:
        self._link.cancel(self._looking)
        self._looking = None

    def _tell_foreseen(self, exchange: Exchange, found: Foreseen) -> None:
        if exchange is self._looking and self._window.overlay.isVisible():
            self._window.overlay.tell(found)

    # After it was added

    def _tell_added(self, report: IndexReport) -> None:
        """What was not taken in, or was there already. Silent when all went as expected."""
        told = []
        if report.skipped:
            told.append(not_read(report.skipped, report.kinds))
        told += self._told_of_duplicates(report)
        if not report.changes and report.documents:
            told.insert(0, self.tr("All of it was in the library already."))
        if told:
            self._panel.notice.tell(told[0], "\n".join(told[1:]), look="good")

    def _tell_nothing_found(self, report: IndexReport) -> None:
        hint = wording.kinds_read()
        if report.skipped:
            hint = not_read(report.skipped, report.kinds)
        if report.failed:
            hint = wording.told(report.failed[0].reason)
        self._panel.notice.tell(self.tr("No documents were found there."), hint)

    def _told_of_duplicates(self, report: IndexReport) -> list[str]:
        """Names of documents whose content is that of others; the first few of them."""
        if not report.duplicates:
            return []
        words = self.tr("The same content is in the library twice: {documents}.")
        count = wording.documents(len(report.duplicates))
        same = self.tr("“{name}” is the same as “{earlier}”.")
        return [words.format(documents=count)] + [
            same.format(name=wording.clean_line(name), earlier=wording.clean_line(earlier))
            for name, earlier in report.duplicates[:3]
        ]

    # What the user wants to know

    def _show_place(self, folder: str, name: str) -> None:
        PlaceDialog(self._window, folder, name).open()

    def _show_coverage(self) -> None:
        dialog = CoverageDialog(self._window, cover_of(self._panel.model.documents()))
        dialog.problems_wanted.connect(self._panel.show_problems)
        dialog.without_text_wanted.connect(self._show_without_text)
        exchange = self._link.send(GetGaps())

        def show(found: Gaps) -> None:
            dialog.show_gaps(found.gaps)
            dialog.open()

        exchange.finished.connect(show)

    def _show_without_text(self) -> None:
        view = View(without_text=True, order=self._panel.model.view.order)
        self._panel.show_view(replace(view, text=self._panel.model.view.text))
