"""Dialogs about carrying a library: what goes into its file, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from app.engine.messages import Done, EngineFailed, ExportLibrary, LibraryCarried, Signer
from app.gui import wording
from app.gui.dialogs import PlainDialog
from app.gui.parts import Button, Notice, Text


class ExportDialog(PlainDialog):
    """Asks what goes along; `place_wanted` when the user has decided."""

    key_wanted = Signal()
    place_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Export the library"), 560)
        text = self.tr(
            "All that was read goes into one file, with its vectors: on another computer it can be "
            "searched at once. The file is not encrypted. Whoever has it can read what is in it."
        )
        self.body.addWidget(Text(text, "secondary", wraps=True))
        self.documents = self._add_choice(
            self.tr("With the documents themselves"),
            self.tr("Otherwise their pages are shown only where the files are."),
        )
        self.chats = self._add_choice(self.tr("With conversations and examples"))
        self._key_file = ""
        self._key = Text("", "small", wraps=True)
        self.sign = Button(self.tr("Sign with a key file…"))
        self.sign.clicked.connect(self.key_wanted)
        self.unsign = Button(self.tr("Do not sign"))
        self.unsign.clicked.connect(lambda: self.show_key(""))
        self._add_signing()
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.go_on = self.add_button(self.tr("Export…"), "primary")
        self.go_on.clicked.connect(self.place_wanted)
        self.show_key("")

    def show_key(self, file: str) -> None:
        """What to sign with; "" for nothing."""
        self._key_file = file
        unsigned = self.tr(
            "Not signed. A signature proves who made the file; “strongroom vault key FILE” "
            "makes a key for it."
        )
        told = self.tr("Signed with the key in {file}").format(file=wording.clean_line(file))
        self._key.setText(told if file else unsigned)
        self.unsign.setVisible(bool(file))
        self._fit()

    def tell(self, message: str, hint: str) -> None:
        """Why it cannot be done so."""
        self.notice.tell(message, hint, "danger")
        self._fit()

    def wish(self, path: str) -> ExportLibrary:
        """What the user decided, with the place that he chose."""
        return ExportLibrary(
            path, self.documents.isChecked(), self.chats.isChecked(), self._key_file
        )

    def _add_choice(self, label: str, hint: str = "") -> QCheckBox:
        box = QCheckBox(label)
        box.setAccessibleName(label)
        box.setAccessibleDescription(hint)
        self.body.addWidget(box)
        if hint:
            self.body.addWidget(Text(hint, "small", wraps=True))
        return box

    def _add_signing(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.sign)
        row.addWidget(self.unsign)
        row.addStretch(1)
        self.body.addSpacing(6)
        self.body.addLayout(row)
        self.body.addWidget(self._key)

    def _fit(self) -> None:
        self._column.activate()
        self.resize(self.width(), self.heightForWidth(self.width()))


class CarriedDialog(PlainDialog):
    """Tells what was exported or taken in, and who signed it."""

    name_given = Signal(str)
    vectors_wanted = Signal()

    def __init__(self, parent: QWidget, title: str, done: LibraryCarried) -> None:
        super().__init__(parent, title, 560)
        self.body.addWidget(Text(wording.clean_line(done.path), "path", wraps=True))
        self.body.addWidget(Text(self._counted(done), wraps=True))
        if done.missing:
            missing = self.tr(
                "The files of {documents} did not come along: they are gone, or have changed. "
                "What was read of them is there."
            )
            told = missing.format(documents=wording.documents(done.missing))
            self.body.addWidget(Text(told, "note", wraps=True))
        self.notice = Notice()

    def add_signature(self, sentence: str) -> None:
        """Who vouches for it, in a sentence."""
        self.body.addWidget(Text(sentence, "secondary", wraps=True))

    def offer_name(self, signer: Signer) -> None:
        """Let the user say whose the key is."""
        self.edit = QLineEdit()
        self.edit.setMaxLength(80)
        self.edit.setPlaceholderText(self.tr("Whose key is it?"))
        self.edit.setAccessibleName(self.tr("Name of the key {key}").format(key=signer.fingerprint))
        self.give = Button(self.tr("Name the key"))
        self.give.setAutoDefault(False)
        self.give.setEnabled(False)
        self.edit.textChanged.connect(lambda typed: self.give.setEnabled(bool(typed.strip())))
        self.give.clicked.connect(lambda: self.name_given.emit(self.edit.text().strip()))
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        row.addWidget(self.give)
        self.body.addLayout(row)

    def offer_vectors(self) -> None:
        """Let the user have vectors made with the search model that is in use."""
        text = self.tr(
            "Its vectors were made with another search model. It is searched by word until new "
            "ones are made, which takes as long as indexing."
        )
        self.body.addWidget(Text(text, "note", wraps=True))
        make = Button(self.tr("Make new vectors"))
        make.setAutoDefault(False)
        make.clicked.connect(self.accept)
        make.clicked.connect(self.vectors_wanted)
        self.body.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)

    def finish(self) -> None:
        """Put in what stands at the end of every such dialog."""
        self.body.addWidget(self.notice)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self._fit()

    def show_named(self, _done: Done) -> None:
        """The key has the name that was given."""
        told = self.tr("The key is known by this name from now on.")
        self.notice.tell(told, "", "good")
        self._fit()

    def show_failure(self, failure: EngineFailed) -> None:
        """Why the key could not be named."""
        self.notice.tell(failure.message, failure.hint, "danger")
        self._fit()

    def _counted(self, done: LibraryCarried) -> str:
        counted = f"{wording.documents(done.documents)}, {wording.pages(done.pages)}"
        if done.copies:
            counted = self.tr("{counted}, with the files of {copies}").format(
                counted=counted, copies=wording.documents(done.copies)
            )
        return f"{counted}, {wording.size(done.size)}."

    def _fit(self) -> None:
        self._column.activate()
        self.resize(self.width(), self.heightForWidth(self.width()))
