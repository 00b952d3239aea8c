"""The lists of a Word file: what stands before a numbered paragraph, which the file does not say.

Clauses of contracts are counted by Word itself; here they are counted as it does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.backends.word_package import Attributes, WordPackage
from app.backends.word_styles import LEVELS, whole

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)


class WordLists:
    """The lists of a file; counts as they go on."""

    def __init__(self, package: WordPackage, folder: str) -> None:
        self._kinds: dict[str, _List] = {}
        self._kind_of: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._kind, self._level, self._number, self._place = _List(), _Level(), "", 0
        package.parse(f"{folder}numbering.xml", self._start, lambda *_: None, lambda _: None)

    def next_mark(self, number: str, level: int) -> str:
        """What stands before the next paragraph of a list: `3.2.`, `b)`, `•`; "" for nothing."""
        kind = self._kind_of.get(number, "")
        found = self._kinds.get(kind, _List()).levels
        level = min(max(level, 0), LEVELS - 1)
        if level not in found:
            return "•" if number not in ("", "0") else ""
        counts = self._counts.setdefault(kind, [0] * LEVELS)
        for place, first in self._restarts.pop(number, {}).items():
            counts[place] = first - 1 if first > 1 else 0
        counts[level] = counts[level] + 1 if counts[level] else found[level].start
        counts[level + 1 :] = [0] * (LEVELS - level - 1)
        if found[level].form == "bullet":
            return "•"
        if found[level].form == "none":
            return ""

        def counted(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            which = found.get(place, _Level())
            return _numeral(counts[place] or which.start, which.form)

        return re.sub(r"%([1-9])", counted, found[level].text[:40]).strip()

    def _start(self, _space: str, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        if name == "abstractNum":
            self._kind = self._kinds[attributes.get("abstractNumId", "")] = _List()
        elif name == "lvl":
            self._level = _Level()
            self._kind.levels.setdefault(whole(attributes.get("ilvl", "")), self._level)
        elif name == "start":
            self._level.start = whole(value)
        elif name == "numFmt":
            self._level.form = value
        elif name == "lvlText":
            self._level.text = value
        elif name == "num":
            self._number = attributes.get("numId", "")
        elif name == "lvlOverride":
            self._place = whole(attributes.get("ilvl", ""))
        elif name == "startOverride" and self._place < LEVELS:
            self._restarts.setdefault(self._number, {})[self._place] = whole(value)
        elif name == "abstractNumId":
            self._kind_of[self._number] = value


def _numeral(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4_000:
        text = ""
        for worth, sign in _ROMAN:
            text += sign * (count // worth)
            count %= worth
        return text.upper() if form == "upperRoman" else text
    return f"{count:02}" if form == "decimalZero" else str(count)
