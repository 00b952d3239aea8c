"""Puts what stands on the screen into another language, while everything goes on.

A catalogue notes what it was asked for, so a shown text leads back to its source: as a whole, as a
sentence with something filled in, or as several of them side by side. What was typed, and what
comes from documents, matches none of these and stays. No widget is made anew.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from app.gui import wording
from app.gui.languages import Catalogue, speak, spoken

_GAP = re.compile(r"(%[\dn]|\{\w*\})")
_BETWEEN = (" · ", "\n", r"(?<=[.?!…]) ", ": ", ", ")
"""What stands between texts that are shown side by side, the widest first."""
_CERTAIN = 2
"""So many of these never stand within one text."""
_NUMBER = re.compile(r"\d[\d.,\s]*")
_IN_QUOTE = re.compile(r"(?<=<p><b>)(.*?)(?=</b></p>)")
_LONGEST = 600
"""Longer texts with something filled in are a document's, not ours."""
_VERBATIM = ("path", "verbatim")
"""Roles of texts that are never ours."""
_SHARED = ("Wording", "Engine")


class Retranslation:
    """From one catalogue to another, text by text."""

    def __init__(self, old: Catalogue, numbers: QLocale, new: Catalogue) -> None:
        self._old = {_plain(said): origins for said, origins in old.origins.items()}
        self._numbers, self._new = numbers, new
        gapped = [said for said in self._old if _GAP.search(said) and _letters(said)]
        gapped.sort(key=_letters, reverse=True)
        self._templates = [(_pattern(said), said) for said in gapped]

    def again(self, text: str, contexts: Sequence[str]) -> str:
        """`text` in the new language, as far as it is ours; `contexts` are the likely ones."""
        if text.startswith("<qt>") and text.endswith("</qt>"):
            return f"<qt>{self._tooltip(text[4:-5], contexts)}</qt>"
        bare = _plain(text).strip(" ")
        if not bare or (len(bare) > _LONGEST and bare not in self._old):
            return text
        before, after = _plain(text).split(bare, 1)
        return before + (self._whole(bare, contexts) or self._partly(bare, contexts)) + after

    def _tooltip(self, inner: str, contexts: Sequence[str]) -> str:
        if "<" in inner.replace("<br>", ""):
            return _IN_QUOTE.sub(lambda found: self._tooltip(found[0], contexts), inner)
        plain = html.unescape(inner.replace("<br>", "\n"))
        return html.escape(self.again(plain, contexts)).replace("\n", "<br>")

    def _whole(self, text: str, contexts: Sequence[str]) -> str:
        """`text` again if all of it is known, else ""."""
        if text in self._old:
            return self._find(text, contexts)
        if _NUMBER.fullmatch(text):
            return self._renumber(text)
        for rank, between in enumerate(_BETWEEN):
            parts = re.split(f"({between})", text)
            if len(parts) > 1:
                if rank >= _CERTAIN and (filled := self._filled(text, contexts, between)):
                    return filled
                again = [self._whole(part, contexts) for part in parts[::2]]
                if all(again):
                    parts[::2] = again
                    return "".join(parts)
                if rank < _CERTAIN:
                    return self._filled(text, contexts, between)
        if (opened := f"{text}…") in self._old:
            return self._find(opened, contexts).rstrip("…")
        return self._filled(text, contexts)

    def _filled(self, text: str, contexts: Sequence[str], within: str = "") -> str:
        for pattern, said in self._templates:
            if within and not re.search(within, said):
                continue
            found = pattern.fullmatch(text)
            if found:
                again = {k: self.again(v, _SHARED) for k, v in found.groupdict().items()}
                return _fill(self._find(said, contexts), again)
        return ""

    def _partly(self, text: str, contexts: Sequence[str]) -> str:
        for between in _BETWEEN:
            parts = re.split(f"({between})", text)
            if len(parts) > 1:
                again = [
                    self._whole(part, contexts) or self._partly(part, contexts)
                    for part in parts[::2]
                ]
                if again != parts[::2]:
                    parts[::2] = again
                    return "".join(parts)
        return text

    def _find(self, said: str, contexts: Sequence[str]) -> str:
        origins = sorted(self._old[said], key=lambda o: (o[0] not in contexts, o[0] not in _SHARED))
        return next((found for o in origins if (found := self._new.find(*o))), said)

    def _renumber(self, text: str) -> str:
        value, is_number = self._numbers.toDouble(text)
        digits = len(text.partition(self._numbers.decimalPoint())[2])
        if not is_number or self._numbers.toString(value, "f", digits) != text:
            return text
        return QLocale().toString(value, "f", digits)


def _plain(text: str) -> str:
    """With ordinary spaces: some widgets keep no others."""
    return text.replace("\u00a0", " ")


def _letters(template: str) -> int:
    return sum(character.isalpha() for character in _GAP.sub("", template))


def _pattern(template: str) -> re.Pattern[str]:
    """What a filled-in `template` looks like; its gaps are groups."""
    parts, seen = [], set[str]()
    for part in _GAP.split(template):
        name = _name(part)
        if not name:
            parts.append(re.escape(part))
        elif name in seen:
            parts.append(f"(?P={name})")
        else:
            seen.add(name)
            inside = r"\d[\d.,\s]*" if part == "%n" else ".+?"
            parts.append(f"(?P<{name}>{inside})")
    return re.compile("".join(parts), re.DOTALL)


def _name(gap: str) -> str:
    return "gap_" + gap.strip("%{}") if _GAP.fullmatch(gap) else ""


def _fill(template: str, values: dict[str, str]) -> str:
    return _GAP.sub(lambda found: values.get(_name(found[0]), found[0]), template)


def switch_language(application: QApplication, language: str) -> None:
    """Have the whole window in `language`, with everything in it as it is."""
    old, numbers = spoken(application), QLocale()
    if old.code == language:
        return
    new = speak(application, language)
    change = Retranslation(old, numbers, new)
    for said, origins in old.origins.items():
        new.origins[said].extend(o for o in origins if o not in new.origins[said])
    widgets = application.allWidgets()
    for widget in widgets:
        _retranslate(widget, change)
    for action in {a for w in widgets for a in (*w.actions(), *w.findChildren(QAction))}:
        _retranslate_action(action, change)
    for widget in widgets:
        widget.update()


def _retranslate(widget: QWidget, change: Retranslation) -> None:
    contexts = tuple(_classes_around(widget))
    again = partial(change.again, contexts=contexts)
    hint = widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton) and widget.property("role") not in _VERBATIM:
        _put(widget.text(), again, widget.setText)
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        _put(widget.placeholderText(), again, widget.setPlaceholderText)
    if isinstance(widget, QMenu):
        _put(widget.title(), again, widget.setTitle)
    if isinstance(widget, QComboBox):
        for row in range(widget.count()):
            _put(widget.itemText(row), again, partial(widget.setItemText, row))
    if isinstance(widget, QListWidget):
        for item in (widget.item(row) for row in range(widget.count())):
            _put(item.text(), again, item.setText)
    _put(widget.windowTitle(), again, widget.setWindowTitle)
    _put_hint(widget, hint, again)
    _put(widget.accessibleName(), again, widget.setAccessibleName)
    _put(widget.accessibleDescription(), again, widget.setAccessibleDescription)


def _retranslate_action(action: QAction, change: Retranslation) -> None:
    contexts = tuple(_classes_around(action.parent()))
    again = partial(change.again, contexts=contexts)
    _put(action.text(), again, action.setText)
    _put(action.toolTip(), again, action.setToolTip)


def _put(text: str, again: partial[str], put: object) -> None:
    if text and _plain(new := again(text)) != _plain(text) and callable(put):
        put(new)


def _put_hint(widget: QWidget, hint: str, again: partial[str]) -> None:
    """A tooltip stands in short lines; it is a whole without them."""
    if hint.startswith("<qt>"):
        widget.setToolTip(again(hint))
        return
    lines = hint.split("\n")
    new = [again(line) for line in lines]
    if all(was != now for was, now in zip(lines, new, strict=True)):
        widget.setToolTip(wording.tooltip("\n".join(new)))
        return
    whole = " ".join(lines)
    widget.setToolTip(hint if again(whole) == whole else wording.tooltip(again(whole)))


def _classes_around(one: QObject | None) -> Iterable[str]:
    """Its own class and those it lies in, with what they are made from."""
    while one is not None:
        yield from (kind.__name__ for kind in type(one).__mro__[:4])
        one = one.parent()
