"""Starts Qt and opens the window. Owns the QApplication."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__
from app.core.errors import KnownError
from app.gui import wording
from app.gui.appearance import choose_theme, dress
from app.gui.collecting import Collecting
from app.gui.dialogs import ErrorDialog, NotStartedDialog
from app.gui.drops import sort_paths
from app.gui.file_chooser import keep_dialogs_from_writing
from app.gui.languages import choose_language, speak
from app.gui.running import OwnClient, Running, StartEngine
from app.gui.second_starts import SecondStarts
from app.gui.window_session import WindowSession
from app.system.lockdown import Lockdown, keep_scratch_in
from app.system.paths import Paths, make_private, resource
from app.system.policy import load_policy
from app.system.start import remember_waiver

_SAFE_PLATFORMS = ("", "offscreen", "minimal")


def run_window(
    client: OwnClient,
    start_engine: StartEngine,
    paths: Paths,
    to_add: Sequence[str],
    lockdown: Lockdown,
) -> int:
    """Show the window until it is closed; `to_add` are paths for the library. Returns 0.

    `client` has the library of `paths`; another library gets an engine from `start_engine`.
    """
    leave_no_traces(paths)
    application = make_application()
    Collecting(application)

    def opened(session: WindowSession, its: Paths) -> None:
        _report_errors(session)
        session.window.show_notice(load_policy().banner)
        follow_second_starts(session, its)

    running = Running(start_engine, application, lockdown, opened)
    try:
        session = running.open(paths, client)
        if to_add:
            QTimer.singleShot(0, session, lambda: session.add(sort_paths(to_add)))
        return application.exec()
    finally:
        running.close()


def follow_second_starts(session: WindowSession, paths: Paths) -> None:
    """Bring the window to the front, and add what it is given, when it is started again."""

    def come_forward(to_add: tuple[str, ...]) -> None:
        window = session.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)
        session.add(sort_paths(to_add))

    SecondStarts(paths, session).asked.connect(come_forward)


def tell_and_end(error: KnownError, paths: Paths) -> int:
    """Say why Strongroom did not start, and offer to let it start without its lock. Returns 1."""
    leave_no_traces(paths)
    application = make_application()
    dress(application, choose_theme("auto", application), 1.0)
    dialog = make_refusal(error, paths)
    dialog.open()
    dialog.finished.connect(application.quit)
    application.exec()
    return 1


def make_refusal(error: KnownError, paths: Paths) -> NotStartedDialog:
    """The dialog of `tell_and_end`; it remembers the waiver when that is wanted."""
    dialog = NotStartedDialog(wording.told(error.message), wording.told(error.hint))

    refused = wording.translate("Waiver", "This could not be saved. Is the disk full?")
    remembered = wording.translate(
        "Waiver", "This is remembered. Start Strongroom again to use it."
    )

    def waive() -> None:
        try:
            remember_waiver(paths.settings, True)
        except (KnownError, OSError) as failure:
            words = str(failure) if isinstance(failure, KnownError) else ""
            dialog.show_outcome(words or refused)
            return
        dialog.show_outcome(remembered)

    dialog.waiver_wanted.connect(waive)
    return dialog


def leave_no_traces(paths: Paths) -> None:
    """Have whatever Qt and its libraries keep for later kept in our own scratch folder."""
    scratch = make_private(make_private(paths.home) / paths.scratch.name)
    keep_scratch_in(scratch)
    keep_dialogs_from_writing(scratch)


def make_application() -> QApplication:
    """The one QApplication, with our name and icon."""
    choose_platform()
    application = QApplication.instance() or QApplication(["strongroom"])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    application.setApplicationName("Strongroom")
    application.setApplicationDisplayName("Strongroom")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("strongroom")
    application.setWindowIcon(QIcon(str(resource("icons/strongroom.png"))))
    speak(application, choose_language("auto"))
    return application


def choose_platform() -> None:
    """Take back what the environment says of Qt's platform: some open a port, or load plugins."""
    if os.environ.get("QT_QPA_PLATFORM", "") not in _SAFE_PLATFORMS:
        del os.environ["QT_QPA_PLATFORM"]
    for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QT_STYLE_OVERRIDE"):
        os.environ.pop(name, None)
    if sys.platform == "linux":
        _start_no_bus()


def _start_no_bus() -> None:
    """Where there is no session bus, Qt would have a program start one."""
    bus = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "bus"
    found = f"unix:path={bus}" if bus.exists() else "disabled:"
    os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", found)


def _report_errors(session: WindowSession) -> None:
    """Show bugs of the window itself, instead of losing them: types and frames, no messages."""

    def report(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
        frames = "".join(traceback.format_tb(trace))
        details = f"Strongroom {__version__}, Python {sys.version.split()[0]}\n{kind.__name__}\n"
        words = wording.translate("Bug", "The window met an error.")
        ErrorDialog(session.window, words, details + frames).open()

    sys.excepthook = report
