"""Asks for files and folders, and leaves no trace of which.

Dialogs of the system put names into its lists of recent files, so Qt's own is used. macOS is the
exception: there only its own dialog may let a confined program at a file.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QLocale, QObject, QSettings, QSize, Qt, QUrl
from PySide6.QtWidgets import QFileDialog, QLineEdit, QStyledItemDelegate, QWidget

from app.gui.dialogs import Confirmation
from app.gui.wording import clean_line

Mode = QFileDialog.FileMode
_SIZE = QSize(860, 560)


class PlainNames(QStyledItemDelegate):
    """Shows names without characters that hide or turn around what stands beside them."""

    def displayText(self, value: Any, _locale: QLocale | QLocale.Language) -> str:
        return clean_line(str(value))


class FileChooser(QObject):
    """Opens dialogs that do not block; each hands what was chosen to `then`.

    The folder is remembered as long as the window is open, and nowhere else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = QDir.homePath()

    def choose_folder(
        self, parent: QWidget | None, title: str, then: Callable[[str], object]
    ) -> None:
        dialog = self._make(parent, title, Mode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(then)
        dialog.open()

    def choose_files(
        self, parent: QWidget | None, title: str, kinds: str, then: Callable[[list[str]], object]
    ) -> None:
        """`kinds` as Qt has them: `Documents (*.pdf *.txt);;All files (*)`."""
        dialog = self._make(parent, title, Mode.ExistingFiles)
        dialog.setNameFilter(kinds)
        dialog.filesSelected.connect(then)
        dialog.open()

    def choose_file(
        self, parent: QWidget | None, title: str, kinds: str, then: Callable[[str], object]
    ) -> None:
        """`kinds` as Qt has them: `Models (*.gguf)`."""
        dialog = self._make(parent, title, Mode.ExistingFile)
        dialog.setNameFilter(kinds)
        dialog.fileSelected.connect(then)
        dialog.open()

    def choose_new_file(
        self, parent: QWidget | None, title: str, name: str, then: Callable[[str], object]
    ) -> None:
        """Ask where to write, and whether a file that is there is to be replaced."""
        self.choose_name(parent, title, name, lambda path: self._confirm(parent, path, then))

    def choose_name(
        self, parent: QWidget | None, title: str, name: str, then: Callable[[str], object]
    ) -> None:
        """Ask where to write; `name` is proposed."""
        dialog = self._make(parent, title, Mode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(name)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _confirm(self, parent: QWidget | None, path: str, then: Callable[[str], object]) -> None:
        """Ask before a file is replaced. Qt's own question would read its name as HTML."""
        if not Path(path).exists():
            then(path)
            return
        title, text = (
            self.tr("Replace this file?"),
            self.tr("A file of that name is there already."),
        )
        question = Confirmation(parent, title, text, self.tr("Replace"))
        question.agreed.connect(lambda: then(path))
        question.open()

    def _make(self, parent: QWidget | None, title: str, mode: Mode) -> QFileDialog:
        dialog = QFileDialog(parent, title, self._folder)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, sys.platform != "darwin")
        dialog.setOption(QFileDialog.Option.ReadOnly)
        dialog.setFileMode(mode)
        dialog.setViewMode(QFileDialog.ViewMode.Detail)
        dialog.resize(_SIZE)
        dialog.setSidebarUrls([QUrl("file:"), QUrl.fromLocalFile(QDir.homePath())])
        dialog.setItemDelegate(PlainNames(dialog))
        for edit in dialog.findChildren(QLineEdit):
            if (completer := edit.completer()) and (popup := completer.popup()):
                popup.setItemDelegate(PlainNames(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self._remember(dialog))
        dialog.destroyed.connect(forget_folders)
        return dialog

    def _remember(self, dialog: QFileDialog) -> None:
        self._folder = dialog.directory().absolutePath()


def keep_dialogs_from_writing(folder: Path) -> None:
    """Let Qt keep the settings of its dialogs in `folder`, where it can be told to."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))


def forget_folders() -> None:
    """Undo that a dialog, as it ends, writes down which folders were looked at."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for name in ("history", "lastVisited", "shortcuts"):
        settings.remove(f"FileDialog/{name}")
    settings.sync()
