"""Looking after the library: starts a check or a rebuilding, and tells what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.core.types import Problem
from app.engine.messages import Checked, CheckVault, Library, RebuildIndex, Rebuilt
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.library.indexing_session import IndexingSession
from app.gui.parts import Text
from app.gui.settings.settings_session import SettingsSession

_MOST = 200
"""Problems that are listed; of more the number is told."""


class FindingsDialog(PlainDialog):
    """What a check found, a sentence each, with the place and whether it was mended."""

    def __init__(self, parent: QWidget, title: str, problems: Sequence[Problem]) -> None:
        super().__init__(parent, title, 560)
        for problem in problems[:_MOST]:
            mended = self.tr("Mended:") if problem.mended else self.tr("To do:")
            self.body.addWidget(
                Text(f"{mended} {wording.clean(wording.told(problem.what))}", wraps=True)
            )
            self.body.addWidget(Text(wording.clean_line(problem.where), "path", wraps=True))
        if len(problems) > _MOST:
            more = self.tr("And {count} more.").format(count=len(problems) - _MOST)
            self.body.addWidget(Text(more, "secondary"))
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)


class UpkeepSession(QObject):
    """Work goes into the queue of `indexing`, whose card shows how far it is and stops it."""

    def __init__(
        self, settings: SettingsSession, indexing: IndexingSession, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._indexing = indexing
        self._told = ""
        settings.check_wanted.connect(lambda: indexing.do(CheckVault()))
        settings.rebuilding_wanted.connect(lambda: indexing.do(RebuildIndex()))
        indexing.upkeep_done.connect(self._tell)
        indexing.library_loaded.connect(self._tell_notice)

    def _tell(self, result: Checked | Rebuilt) -> None:
        if isinstance(result, Rebuilt):
            title = self.tr("The search index was made anew: {passages}.")
            self._open(title.format(passages=wording.passages(result.chunks)), ())
            return
        title = self.tr("Everything is in order")
        if result.problems:
            title = self.tr("What the check found")
        self._open(title, result.problems)
        if self._indexing.is_own:
            self._indexing.go_on()

    def _tell_notice(self, library: Library) -> None:
        """What the engine had to do to open the vault, once."""
        if library.notice and library.notice != self._told:
            self._told = library.notice
            self._open(wording.clean(wording.told(library.notice)), ())

    def _open(self, title: str, problems: Sequence[Problem]) -> None:
        FindingsDialog(self._window, title, problems).open()
