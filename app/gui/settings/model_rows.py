"""Models in the settings: a row for each, and how the answer model in use is used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from app.engine.messages import ModelInfo, Models, UseModel
from app.gui import wording
from app.gui.parts import Button, Card, ElidedText, Text

_TIGHT, _TOO_LARGE = "tight", "does not fit"
_LAYERS = (8, 16, 24, 32, 48)


class Choice(QComboBox):
    """One of some words. Not changed by a wheel that only scrolls past."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # lets the style sheet draw the list
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda: self.chosen.emit(self.currentData()))

    def fill(self, options: Sequence[tuple[str, str]], current: str) -> None:
        """Values and their words; a current value that is none of them is added."""
        known = dict(options)
        for value, words in (known | {current: known.get(current, current)}).items():
            self.addItem(wording.clean_line(words), value)
        self.setCurrentIndex(self.findData(current))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ModelDetails(QWidget):
    """Chat template, adapter and graphics card of the answer model in use."""

    change_wanted = Signal(object)

    def __init__(self, name: str, models: Models) -> None:
        super().__init__()
        self._name = name
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 8, 0, 2)
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnStretch(1, 1)
        self._add_template(models)
        self._add_adapter(models)
        self._add_card(models)

    def _add(self, label: str, field: QWidget) -> None:
        row = self._rows.rowCount()
        self._rows.addWidget(Text(label, "small"), row, 0)
        self._rows.addWidget(field, row, 1)

    def _add_template(self, models: Models) -> None:
        label = self.tr("Chat template")
        field = Choice(label)
        usual = [("", self.tr("As usual")), ("own", self.tr("The one in the file"))]
        field.fill([*usual, *models.families], models.template)
        hint = self.tr(
            "How a conversation is laid out for the model. A wrong one makes its answers worse."
        )
        field.setToolTip(wording.tooltip(hint))
        field.chosen.connect(
            lambda name: self.change_wanted.emit(UseModel(self._name, template=name))
        )
        self._add(label, field)

    def _add_adapter(self, models: Models) -> None:
        label = self.tr("Adapter (LoRA)")
        names = [model.name for model in models.models if model.role == "adapter"]
        if not names:
            none = self.tr("None there. One is imported like an answer model.")
            self._add(label, Text(none, "small", wraps=True))
            return
        field = Choice(label)
        field.fill([("", self.tr("None")), *((name, name) for name in names)], models.adapter)
        field.chosen.connect(
            lambda name: self.change_wanted.emit(UseModel(self._name, adapter=name))
        )
        self._add(label, field)

    def _add_card(self, models: Models) -> None:
        label = self.tr("Graphics card")
        if not models.gpu:
            none = self.tr("This build has no GPU support: the model runs on the processor.")
            self._add(label, Text(none, "small", wraps=True))
            return
        some = self.tr("{count} layers")
        field = Choice(label)
        fixed = [("0", self.tr("Not used")), ("-1", self.tr("As many layers as have room"))]
        counts = sorted({*_LAYERS, models.gpu_layers} - {0, -1})
        field.fill([*fixed, *((str(n), some.format(count=n)) for n in counts)],
                   str(models.gpu_layers))  # fmt: skip
        field.chosen.connect(
            lambda count: self.change_wanted.emit(UseModel(self._name, gpu_layers=int(count)))
        )
        self._add(label, field)


class ModelRow(Card):
    """A model that can be put to use."""

    use_chosen = Signal(str)
    details_toggled = Signal(bool)
    change_wanted = Signal(object)

    def __init__(self, model: ModelInfo, models: Models, opened: bool) -> None:
        super().__init__("row")
        self._name = model.name
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(ElidedText(model.name, "strong"))
        words.addWidget(Text(describe(model), "small", wraps=True))
        if model.role == "answer":
            words.addWidget(Text(foretell(model), "small", wraps=True))
        warned = "" if model.in_use else _warning(model)
        if warned:
            words.addWidget(Text(warned, "warning-small", wraps=True))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        self._add_end(head, model, models)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        if model.in_use and model.role == "answer":
            self._add_details(column, models, opened)

    def _add_end(self, row: QHBoxLayout, model: ModelInfo, models: Models) -> None:
        place = Qt.AlignmentFlag.AlignTop
        if model.in_use or model.name == models.adapter:
            row.addWidget(Text(self.tr("In use"), "badge"), 0, place)
        elif model.role != "adapter":
            use = Button(self.tr("Use"))
            use.setAccessibleName(self.tr("Use {name}").format(name=wording.clean(model.name)))
            use.clicked.connect(lambda: self.use_chosen.emit(self._name))
            row.addWidget(use, 0, place)

    def _add_details(self, column: QVBoxLayout, models: Models, opened: bool) -> None:
        button = Button(self.tr("Details"), "chevron-right", "quiet")
        button.setCheckable(True)
        details = ModelDetails(self._name, models)
        details.change_wanted.connect(self.change_wanted)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(details)

        def show(is_open: bool) -> None:
            details.setVisible(is_open)
            button.show_icon("chevron-down" if is_open else "chevron-right", "secondary")

        button.setChecked(opened)
        show(opened)
        button.toggled.connect(show)
        button.toggled.connect(self.details_toggled)


def describe(model: ModelInfo) -> str:
    """What a model does, and what it costs."""
    roles = {
        "answer": wording.translate("Models", "Writes answers"),
        "embedder": wording.translate("Models", "Finds passages by meaning"),
        "adapter": wording.translate("Models", "Adapts an answer model"),
    }
    parts = [roles.get(model.role, wording.clean_line(model.role))]
    if model.size:
        parts.append(wording.translate("Models", "%1 on disk").replace(
            "%1", wording.size(model.size)))  # fmt: skip
    if model.memory and model.role != "adapter":
        parts.append(wording.translate("Models", "about %1 of memory").replace(
            "%1", wording.size(model.memory)))  # fmt: skip
    if model.licence == "unknown":
        parts.append(wording.translate("Models", "licence unknown"))
    elif model.licence:
        parts.append(wording.clean_line(model.licence))
    return " · ".join(parts)


def foretell(model: ModelInfo) -> str:
    """How fast an answer model will be, and how it is talked to."""
    parts = []
    if model.words:
        words = wording.decimal(model.words, 0 if model.words >= 2 else 1)
        parts.append(wording.translate("Models", "About %1 words a second").replace("%1", words))
    if model.family:
        parts.append(wording.translate("Models", "chat template: %1").replace(
            "%1", wording.clean_line(model.family)))  # fmt: skip
    return " · ".join(parts)


def _warning(model: ModelInfo) -> str:
    if model.fit == _TOO_LARGE:
        return wording.translate("Models", "Does not fit into the memory that is free now")
    if model.fit == _TIGHT:
        return wording.translate("Models", "Would take nearly all of the memory that is free now")
    return ""
