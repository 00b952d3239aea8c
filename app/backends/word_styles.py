"""The styles of a Word file: which paragraphs are headings, which text nobody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.backends.word_package import Attributes, WordPackage

LEVELS = 9
SMALLEST = 4
"""Half points of a font."""
_LONGEST_CHAIN = 20
_HEADING = re.compile(r"(?:heading|title|titre|kop|überschrift|berschrift|título)\s*(\d)?", re.I)


@dataclass
class WordLook:
    """What a run or a style says of how its text looks; None where it says nothing."""

    is_hidden: bool | None = None
    is_white: bool | None = None
    is_tiny: bool | None = None
    is_shaded: bool | None = None

    def note(self, name: str, attributes: Attributes) -> None:
        """Take in one property."""
        if name in ("vanish", "webHidden"):
            self.is_hidden = is_on(attributes)
        elif name == "color":
            self.is_white = is_white(attributes)
        elif name == "sz":
            size = attributes.get("val", "")
            self.is_tiny = size.isdecimal() and whole(size) < SMALLEST
        elif name == "highlight" or (name == "shd" and is_shade(attributes)):
            self.is_shaded = True


@dataclass
class WordStyle:
    """A style; "" and None where it says nothing."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number: str = ""
    level: int = 0
    look: WordLook = field(default_factory=WordLook)


def is_on(attributes: Attributes) -> bool:
    """Whether an element that is a switch switches on."""
    return attributes.get("val", "true").lower() not in ("0", "false", "off", "none")


def is_white(attributes: Attributes) -> bool:
    """Whether a colour is that of paper."""
    value = attributes.get("val", "").lower()
    if not re.fullmatch(r"[\da-f]{6}", value):
        return False
    return all(int(value[i : i + 2], 16) > 0xF4 for i in (0, 2, 4))


def is_shade(attributes: Attributes) -> bool:
    """Whether a shading is seen as one."""
    fill = attributes.get("fill", "auto").lower()
    return fill not in ("auto", "ffffff", "") or attributes.get("val", "clear") not in (
        "clear", "nil",
    )  # fmt: skip


class WordStyles:
    """All styles of a file."""

    def __init__(self, package: WordPackage, folder: str) -> None:
        self._styles: dict[str, WordStyle] = {}
        self._current: WordStyle | None = None
        package.parse(f"{folder}styles.xml", self._start, self._end, lambda _: None)

    def heading_level(self, name: str) -> int:
        """From 1; 0 for what is no heading."""
        for style in self._chain(name):
            if style.outline is not None:
                return style.outline + 1 if style.outline < LEVELS else 0
            if found := _HEADING.fullmatch(style.name.strip()):
                return int(found[1] or 1)
        return 0

    def numbering(self, name: str) -> tuple[str, int]:
        """The list that paragraphs of this style belong to ("" for none), and the level."""
        found = next((style for style in self._chain(name) if style.number), WordStyle())
        return found.number, found.level

    def look_of(self, own: WordLook, *names: str) -> WordLook:
        """How text looks that says `own` of itself and has these styles, the nearest first."""
        looks = [own, *(style.look for name in names for style in self._chain(name))]

        def said(name: str) -> bool:
            found = (getattr(look, name) for look in looks)
            return bool(next((value for value in found if value is not None), False))

        return WordLook(said("is_hidden"), said("is_white"), said("is_tiny"), said("is_shaded"))

    def shades(self, name: str) -> bool:
        """Whether a style of tables gives cells another ground than white."""
        return any(style.look.is_shaded for style in self._chain(name))

    def _chain(self, name: str) -> list[WordStyle]:
        found: list[WordStyle] = []
        while name in self._styles and len(found) < _LONGEST_CHAIN:
            found.append(self._styles[name])
            name = found[-1].based_on
        return found

    def _start(self, _space: str, name: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        style = self._current
        if name == "style":
            self._current = self._styles[attributes.get("styleId", "")] = WordStyle()
        elif style is None:
            return
        elif name == "name":
            style.name = value
        elif name == "basedOn":
            style.based_on = value
        elif name == "outlineLvl":
            style.outline = whole(value)
        elif name == "numId":
            style.number = value
        elif name == "ilvl":
            style.level = whole(value)
        else:
            style.look.note(name, attributes)

    def _end(self, _space: str, name: str) -> None:
        if name == "style":
            self._current = None


def whole(value: str) -> int:
    """A small number; 0 for what is none."""
    return int(value) if value.isdecimal() and len(value) < 7 else 0
