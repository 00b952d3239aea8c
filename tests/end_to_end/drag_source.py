"""A program with files to drag: what a file manager is to the window. Prints how the drag ended.

python -m tests.end_to_end.drag_source FILE…
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Files to drag"


class Files(QLabel):
    """Begins a drag of the files when the mouse moves with its button down."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(TITLE)
        self._paths = paths
        self.setWindowTitle(TITLE)
        self.setFixedSize(160, 80)
        self.move(0, 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(data)
        ended = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
        print(ended.name, flush=True)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    files = Files(sys.argv[1:])
    files.show()
    sys.exit(application.exec())
