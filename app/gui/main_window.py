"""The window: three panes, a status line, keys, and everything that can be dropped on it.

Owns the layout. It knows its panes only to place them, and tells what the user wants.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from app.gui import wording
from app.gui.conversation.conversation_panel import ConversationPanel
from app.gui.drops import DropCatcher, DropOverlay, Dropped
from app.gui.evidence.evidence_panel import EvidencePanel
from app.gui.icons import short_lived_icon
from app.gui.library.library_panel import LibraryPanel
from app.gui.parts import Text
from app.gui.preferences import Preferences
from app.gui.status_bar import StatusLine, UnlockedBanner

_WIDTHS = (320, 580, 500)


class MainWindow(QMainWindow):
    """`closing` is emitted when it wants to close; `allow_closing` lets it."""

    hovered = Signal(object)
    """Something that could be dropped."""
    dropped = Signal(object)
    closing = Signal()
    system_theme_changed = Signal()

    def __init__(
        self, library: LibraryPanel, conversation: ConversationPanel, evidence: EvidencePanel
    ) -> None:
        super().__init__()
        self.setWindowTitle("Strongroom")
        self.setMinimumSize(900, 560)
        self._may_close = False
        self._panes = (library, conversation, evidence)
        self.status = StatusLine()
        self.banner = UnlockedBanner()
        self.actions_by_name: dict[str, QAction] = {}
        self._splitter = self._make_splitter()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.notice_of_administrator = Text("", "strong-small", wraps=True)
        self.notice_of_administrator.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice_of_administrator.hide()
        column.addWidget(self.notice_of_administrator)
        column.addWidget(self.banner)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.status)
        self.setCentralWidget(inside)
        self.overlay = DropOverlay(self)
        self._drops = DropCatcher(self)
        self._drops.hovered.connect(self._hover)
        self._drops.left.connect(self.overlay.hide)
        self._drops.dropped.connect(self.dropped)
        self._make_actions()
        library.menu_wanted.connect(self.show_menu)

    def show_notice(self, words: str) -> None:
        """What an administrator wants to stand at the top, such as a classification."""
        self.notice_of_administrator.setText(wording.clean_line(words))
        self.notice_of_administrator.setVisible(bool(words))

    # Geometry

    def restore(self, preferences: Preferences) -> None:
        """Take the place and the widths it had."""
        if not self.restoreGeometry(QByteArray.fromHex(preferences.geometry.encode())):
            self._take_default_size()
        if not self._splitter.restoreState(QByteArray.fromHex(preferences.panes.encode())):
            self._splitter.setSizes(list(_WIDTHS))

    def remember(self, preferences: Preferences) -> None:
        """Note place and widths for the next time."""
        preferences.geometry = self.saveGeometry().toHex().toStdString()
        preferences.panes = self._splitter.saveState().toHex().toStdString()

    def allow_closing(self) -> None:
        self._may_close = True
        self.close()

    # Actions

    def action(self, name: str) -> QAction:
        """One of: add-files, add-folder, libraries, import-library, export-library, question,
        filter, find, new, stop, next-pane, larger, smaller, settings, keys, library, evidence,
        proof, quit."""
        return self.actions_by_name[name]

    def list_keys(self) -> list[tuple[str, str]]:
        """What the keys do, in words."""
        native = QKeySequence.SequenceFormat.NativeText
        native_copy = QKeySequence(QKeySequence.StandardKey.Copy).toString(native)
        found = [
            (action.text().replace("&", "").rstrip("…"), action.shortcut().toString(native))
            for action in self.actions_by_name.values()
            if not action.shortcut().isEmpty()
        ]
        return [
            *found,
            (self.tr("Send the question"), self.tr("Return")),
            (self.tr("New line in the question"), self.tr("Shift+Return")),
            (self.tr("Edit the last question"), self.tr("Up, in an empty field")),
            (self.tr("Tick or untick documents"), self.tr("Space")),
            (self.tr("Remove documents"), self.tr("Delete")),
            (self.tr("Copy selected text of a page"), native_copy),
            *self._panes[2].pane.list_keys(),
        ]

    def is_in_evidence(self) -> bool:
        """Whether the keyboard works on the right pane."""
        focused = QApplication.focusWidget()
        return focused is not None and self._panes[2].isAncestorOf(focused)

    def go_to_next_pane(self) -> None:
        """Move the keyboard to the next pane that is open."""
        starts = (
            self._panes[0].rows,
            self._panes[1].question.edit,
            self._panes[2].beginning(),
        )
        focused = QApplication.focusWidget()
        here = next(
            (i for i, p in enumerate(self._panes) if focused and p.isAncestorOf(focused)), -1
        )
        for step in range(1, 4):
            position = (here + step) % 3
            if self._panes[position].isVisible():
                starts[position].setFocus(Qt.FocusReason.TabFocusReason)
                return

    def show_menu(self, where: QPoint) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def make_menu(self) -> QMenu:
        """The window's menu."""
        menu = QMenu(self)
        groups = (
            ("add-folder", "add-files", "new"),
            ("libraries", "import-library", "export-library"),
            ("find", "history", "export"),
            ("library", "evidence", "larger", "smaller"),
            ("settings", "proof", "help", "answers", "keys", "quit"),
        )
        icons = {
            "add-files": "add-file", "new": "new-chat", "find": "search", "history": "clock",
            "proof": "shield",
        }  # fmt: skip
        shown = {"add-folder", "add-files", "new", "find", "history", "export", "settings", "proof"}
        for group in groups:
            for name in group:
                action = self.action(name)
                if name in shown:
                    action.setIcon(short_lived_icon(icons.get(name, name)))
                menu.addAction(action)
            menu.addSeparator()
        return menu

    def _make_actions(self) -> None:
        for name, label, key in (
            ("add-folder", self.tr("Add folder…"), "Ctrl+Shift+O"),
            ("add-files", self.tr("Add files…"), "Ctrl+O"),
            ("import-library", self.tr("Import library…"), ""),
            ("export-library", self.tr("Export library…"), ""),
            ("libraries", self.tr("Libraries…"), "Ctrl+Shift+L"),
            ("question", self.tr("Go to the question"), "Ctrl+L"),
            ("filter", self.tr("Filter documents"), "Ctrl+F"),
            ("new", self.tr("New conversation"), "Ctrl+N"),
            ("find", self.tr("Search every page…"), "Ctrl+Shift+F"),
            ("history", self.tr("All conversations…"), "Ctrl+H"),
            ("rename", self.tr("Rename this conversation…"), "F2"),
            ("export", self.tr("Export this conversation…"), "Ctrl+Shift+E"),
            ("copy", self.tr("Copy the last answer"), "Ctrl+Shift+C"),
            ("stop", self.tr("Stop answering"), "Esc"),
            ("next-pane", self.tr("Go to the next pane"), "F6"),
            ("larger", self.tr("Larger text or page"), "Ctrl++"),
            ("smaller", self.tr("Smaller text or page"), "Ctrl+-"),
            ("library", self.tr("Show or hide the library"), "Ctrl+B"),
            ("evidence", self.tr("Show or hide the evidence"), "Ctrl+E"),
            ("settings", self.tr("Settings…"), "Ctrl+,"),
            ("proof", self.tr("Network proof…"), ""),
            ("answers", self.tr("How to read an answer"), ""),
            ("help", self.tr("Help…"), "F1"),
            ("keys", self.tr("Keys"), "Ctrl+F1"),
            ("quit", self.tr("Quit"), "Ctrl+Q"),
        ):
            action = QAction(label, self)
            if key:
                action.setShortcut(QKeySequence(key))
            self.addAction(action)
            self.actions_by_name[name] = action
        self.action("larger").setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.action("next-pane").triggered.connect(self.go_to_next_pane)
        self.action("library").triggered.connect(lambda: self._toggle(0))
        self.action("evidence").triggered.connect(lambda: self._toggle(2))
        self.action("quit").triggered.connect(self.close)

    def _toggle(self, pane: int) -> None:
        self._panes[pane].setVisible(not self._panes[pane].isVisible())

    # Layout

    def _make_splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        self._panes[1].setMinimumWidth(360)
        self._panes[2].setMinimumWidth(320)
        for position, pane in enumerate(self._panes):
            splitter.addWidget(pane)
            splitter.setCollapsible(position, position != 1)
        for position, share in enumerate((0, 1, 1)):
            splitter.setStretchFactor(position, share)
        return splitter

    def _take_default_size(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(1400, room.width() - 40), min(880, room.height() - 40))

    # Dropping

    def _hover(self, found: Dropped) -> None:
        self.overlay.announce(found)
        self.hovered.emit(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.watch(self.windowHandle())

    # Other events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlay.resize(self.size())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ThemeChange:
            self.system_theme_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.closing.emit()
        event.setAccepted(self._may_close)
