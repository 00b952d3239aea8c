"""What a start does not bring along: heavy libraries come later, in the background, or never.

Held by name: whatever is no part of Python and not named here is a library too many.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

QT = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "__feature__"}
SMALL = {"app", "platformdirs", "_distutils_hack", "sitecustomize", "__main__"}
SLOW_PARTS = {"http", "asyncio", "unittest", "multiprocessing"}
"""Of Python itself: none is needed."""

_IMPORTED = """
import sys
import app.__main__
{imports}
print("\\n".join(sorted({{name.split(".")[0] for name in sys.modules}})))
"""
_SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from app.gui.application import leave_no_traces, make_application
from app.gui.window_session import WindowSession
from app.system.lockdown import Lockdown, prepare
from app.system.paths import find_paths
class Silent:
    def request(self, body, on_message): return 1
    def steer(self, body): pass
paths = find_paths(Path(sys.argv[1]))
leave_no_traces(paths)
application = make_application()
session = WindowSession(Silent(), paths, application, Lockdown(prepare(True)))
session.start()
class Frame(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, application.quit)
        return False
frame = Frame()
session.window.installEventFilter(frame)
application.exec()
ours = application.font().families()
assert all(widget.font().families() == ours for widget in application.allWidgets())
print("\\n".join(sorted({name.split(".")[0] for name in sys.modules})))
"""


def libraries(program: str, *arguments: str) -> set[str]:
    """What a fresh Python has loaded at the end of `program`, but for the standard library."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    found = set(done.stdout.split())
    return found - (sys.stdlib_module_names - SLOW_PARTS)


def test_the_window_is_made_of_python_and_qt_alone() -> None:
    program = _IMPORTED.format(imports="import app.engine.client, app.gui.application")
    assert libraries(program) <= QT | SMALL


def test_the_engine_starts_without_a_model_a_store_or_a_reader() -> None:
    program = _IMPORTED.format(imports="import app.engine.server")
    assert libraries(program) <= SMALL | {"numpy", "psutil"}


@pytest.mark.slow
def test_a_window_that_is_shown_has_loaded_no_more_and_is_of_one_font(tmp_path: Path) -> None:
    assert libraries(_SHOWN, str(tmp_path)) <= QT | SMALL
