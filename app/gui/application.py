"""Starts Qt and opens the window. Owns the QApplication."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.gui.dialogs import ErrorDialog
from app.gui.drops import sort_paths
from app.gui.engine_link import Client
from app.gui.window_session import WindowSession
from app.system.paths import Paths, resource

_SAFE_PLATFORMS = ("", "offscreen", "minimal")


def run_window(client: Client, paths: Paths, to_add: Sequence[str]) -> int:
    """Show the window until it is closed; `to_add` are paths for the library. Returns 0."""
    application = make_application()
    session = WindowSession(client, paths, application)
    _report_errors(session)
    session.start()
    if to_add:
        QTimer.singleShot(0, session, lambda: session.add(sort_paths(to_add)))
    return application.exec()


def make_application() -> QApplication:
    """The one QApplication, with our name and icon."""
    if os.environ.get("QT_QPA_PLATFORM", "") not in _SAFE_PLATFORMS:
        del os.environ["QT_QPA_PLATFORM"]
    for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)
    application = QApplication.instance() or QApplication(["strongroom"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    application.setApplicationName("Strongroom")
    application.setApplicationDisplayName("Strongroom")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("strongroom")
    application.setWindowIcon(QIcon(str(resource("icons/strongroom.png"))))
    _translate(application)
    return application


def _translate(application: QApplication) -> None:
    """Qt's own words, and ours as far as there are translations."""
    places = (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("strongroom", str(resource("translations"))),
    )
    for name, folder in places:
        translator = QTranslator(application)
        if translator.load(QLocale(), name, "_", folder):
            application.installTranslator(translator)


def _report_errors(session: WindowSession) -> None:
    """Show bugs of the window itself, instead of losing them: types and frames, no messages."""

    def report(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
        frames = "".join(traceback.format_tb(trace))
        details = f"Strongroom {__version__}, Python {sys.version.split()[0]}\n{kind.__name__}\n"
        ErrorDialog(session.window, session.tr("The window met an error."), details + frames).open()

    sys.excepthook = report
