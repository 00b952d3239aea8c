"""Showing a folder: the desktop's file manager is told which, on a bus of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.paths import INSTALLATION

ASKING = """
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection
from app.gui.file_manager import show_folder

application = QCoreApplication([])

def end(told):
    print(told, flush=True)
    application.quit()

@ClassInfo(**{"D-Bus Interface": "org.freedesktop.FileManager1"})
class Desktop(QObject):
    @Slot("QStringList", str)
    def ShowFolders(self, folders, _startup):
        end(" ".join(folders))

if "there" in sys.argv:
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
    desktop = Desktop()
    bus.registerObject(
        "/org/freedesktop/FileManager1", desktop, QDBusConnection.RegisterOption.ExportAllSlots
    )
    bus.registerService("org.freedesktop.FileManager1")
show_folder(sys.argv[1], application, lambda: end("nobody"))
QTimer.singleShot(20_000, application.quit)
application.exec()
"""


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a session bus with nothing on it."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.kill()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the path is told")
@pytest.mark.parametrize("desktop", ["there", "absent"])
def test_the_file_manager_is_told_the_folder_or_the_user_is(
    bus: str, tmp_path: Path, desktop: str
) -> None:
    folder = tmp_path / "Dossier é #1"
    folder.mkdir()
    run = subprocess.run(
        [sys.executable, "-c", ASKING, str(folder), desktop],
        env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
        cwd=INSTALLATION, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    encoded = f"file://{tmp_path}/Dossier%20%C3%A9%20%231"
    assert run.stdout.strip() == (encoded if desktop == "there" else "nobody")
