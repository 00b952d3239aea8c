"""What the library's pane leads to: what would be added, what came of it, where things are.

Connects the pane to the engine and to its dialogs. Work on documents is `indexing_session`'s.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from app.core.types import Foreseen, IndexReport
from app.engine.messages import Foresee, Gaps, GetGaps
from app.gui import wording
from app.gui.drops import Dropped, not_read
from app.gui.engine_link import EngineLink, Exchange
from app.gui.file_manager import show_folder
from app.gui.library.coverage import cover_of
from app.gui.library.indexing_session import IndexingSession
from app.gui.library.library_dialogs import CoverageDialog, PlaceDialog
from app.gui.library.library_panel import LibraryPanel
from app.gui.library.library_view import Order, View
from app.gui.main_window import MainWindow
from app.gui.preferences import Preferences
from app.gui.samples import samples_folder

_NAMES = 2
"""Of documents that are there twice; more would fill the pane."""


class LibrarySession(QObject):
    """Answers what the user wants to know about the library."""

    def __init__(
        self,
        link: EngineLink,
        window: MainWindow,
        indexing: IndexingSession,
        panel: LibraryPanel,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        if preferences.order in set(Order):
            panel.show_view(View(order=Order(preferences.order)))
        panel.view_changed.connect(self._remember_order)
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

    def _remember_order(self) -> None:
        self._preferences.order = self._panel.model.view.order.value

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

    def _tell_added(self, paths: tuple[str, ...], report: IndexReport) -> None:
        """What was not taken in, or was there already. Silent when all went as expected."""
        if paths == (str(samples_folder()),):
            return
        told = []
        if report.skipped:
            told.append(not_read(report.skipped, report.kinds))
        if report.duplicates:
            told.append(self._told_of_duplicates(report))
        if not report.changes:
            title = self.tr("All of it was in the library already.")
        else:
            title = self.tr("{documents} read").format(documents=wording.documents(report.changes))
        if told or not report.changes:
            self._panel.notice.tell(title, "\n".join(told), look="good")

    def _tell_nothing_found(self, report: IndexReport) -> None:
        hint = wording.kinds_read()
        if report.skipped:
            hint = not_read(report.skipped, report.kinds)
        if report.failed:
            hint = wording.told(report.failed[0].reason)
        self._panel.notice.tell(self.tr("No documents were found there."), hint)

    def _told_of_duplicates(self, report: IndexReport) -> str:
        """Names of documents whose content is that of others; the first few of them."""
        names = [f"“{wording.shortened(name)}”" for name, _ in report.duplicates[:_NAMES]]
        more = ", …" if len(report.duplicates) > _NAMES else ""
        words = self.tr("Now in the library twice: {documents} with the content of others: {names}")
        count = wording.documents(len(report.duplicates))
        return words.format(documents=count, names=", ".join(names) + more)

    # What the user wants to know

    def _show_place(self, folder: str, name: str) -> None:
        show_folder(folder, self, lambda: PlaceDialog(self._window, folder, name).open())

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
