"""Help: a few pages in the language of the window, with pictures. Nothing in it leads outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedWidget, QWidget

from app.gui.dialogs import PlainDialog
from app.gui.parts import Text
from app.gui.settings.settings_page import SettingsPage
from app.system.paths import resource

_PICTURE = re.compile(r"!\[(.+)\]\(([\w-]+\.png)\)")
_WIDTH = 520
"""Pixels of a picture."""


@dataclass(frozen=True)
class HelpPage:
    """A title, and lines: of text, `- ` before a point, or a picture."""

    title: str
    lines: tuple[str, ...]


def load_help(language: str) -> list[HelpPage]:
    """The pages in `en`, `fr` or `nl`."""
    text = resource(f"help/{language}.md").read_text("utf-8")
    parts = [part.strip().split("\n") for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:]]
    return [HelpPage(lines[0], tuple(line for line in lines[1:] if line)) for lines in parts]


class HelpDialog(PlainDialog):
    """Its pages at the left, the chosen one beside them."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent, self.tr("Help"), 760)
        self.resize(self.width(), 640)
        self.topics = QListWidget()
        self.topics.setObjectName("sections")
        self.topics.setAccessibleName(self.tr("Pages of the help"))
        self._stack = QStackedWidget()
        for page in load_help(language):
            self.topics.addItem(page.title)
            self._stack.addWidget(_show(page))
        self.topics.setFixedWidth(max(132, self.topics.sizeHintForColumn(0) + 28))
        self.topics.currentRowChanged.connect(self._stack.setCurrentIndex)
        both = QHBoxLayout()
        both.setSpacing(22)
        both.addWidget(self.topics)
        both.addWidget(self._stack, 1)
        self.body.addLayout(both, 1)
        self.add_button(self.tr("Close"), "primary").clicked.connect(self.accept)
        self.topics.setCurrentRow(0)
        self.topics.setFocus()


def _show(page: HelpPage) -> SettingsPage:
    shown = SettingsPage(page.title)
    shown.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown.setProperty("role", "reading")
    shown.setAccessibleName(page.title)
    shown.column.addWidget(Text(page.title, "title"))
    for line in page.lines:
        shown.column.addWidget(_line(line))
    shown.finish()
    return shown


def _line(line: str) -> QWidget:
    picture = _PICTURE.fullmatch(line)
    if picture:
        return _picture(*picture.groups())
    if line.startswith("- "):
        return Text(f"•  {line[2:]}", wraps=True)
    return Text(line, wraps=True)


def _picture(words: str, name: str) -> QLabel:
    found = QPixmap(str(resource(f"screenshots/{name}")))
    label = QLabel()
    label.setAccessibleName(words)
    label.setPixmap(found.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation))
    return label
